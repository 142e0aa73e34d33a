"""Strategies, plans and letters as people and programs get them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kedun.accounts.roles import ROLE_WORDS, Role
from kedun.accounts.schemas import Choice
from kedun.credit.letters import PLACEHOLDERS, Filled, LetterSet
from kedun.credit.plans import Plan
from kedun.credit.steps import Step, due_on
from kedun.credit.strategies import TERM_WORDS, Chosen, Term, value_words
from kedun.kernel.days import Day, to_date
from kedun.kernel.words import Language
from kedun.portfolio.page.schemas import Told
from kedun.portfolio.said import Said
from kedun.portfolio.strategy.schemas import FilledLetter, LetterLine, PlanShown, StepShown, StrategyShown, TermShown


@dataclass(frozen=True, slots=True)
class Start:
    """From which day the days of steps count, and which days are worked."""

    day: Day
    is_worked: Callable[[Day], bool]


def letter_line(letters: LetterSet | None, key: str | None, language: Language) -> LetterLine | None:
    """Name a letter; None where there is no such letter."""
    found = letters.letters.get(key) if letters and key else None
    if found is None or key is None:
        return None
    return LetterLine(key=key, label=found.label.words().say(language), purpose=found.purpose)


def role_choice(role: Role, language: Language) -> Choice:
    """Name a role."""
    return Choice(code=role, label=ROLE_WORDS[role].say(language))


def term_shown(term: Term, language: Language) -> TermShown:
    """Show one thing that holds."""
    return TermShown(
        name=term.name,
        label=TERM_WORDS[term.name].say(language),
        words=value_words(term.name, term.value).say(language),
        by=term.by.kind,
    )


def place_told(kind: str, place: str, words: Said) -> Told:
    """Name a quadrant or a grade."""
    named = words.quadrants if kind == "quadrant" else words.grades
    return Told(code=place, words=named.get(place, place))


def strategy_shown(each: Chosen, words: Said, letters: LetterSet | None) -> StrategyShown:
    """Show a strategy that applies."""
    strategy, language = each.strategy, words.language
    return StrategyShown(
        kind=each.kind,
        place=place_told(each.kind, each.place, words),
        label=strategy.label.words().say(language),
        about=strategy.about.words().say(language) if strategy.about else None,
        steps=steps_shown(strategy.steps, None, language),
        letter=letter_line(letters, strategy.letter, language),
    )


def plan_shown(key: str, plan: Plan, start: Start, letters: LetterSet | None, language: Language) -> PlanShown:
    """Show a plan with the days of its steps."""
    return PlanShown(
        key=key,
        label=plan.label.words().say(language),
        about=plan.about.words().say(language) if plan.about else None,
        steps=steps_shown(plan.steps, start, language),
        letter=letter_line(letters, plan.letter, language),
    )


def steps_shown(steps: Sequence[Step], start: Start | None, language: Language) -> list[StepShown]:
    """Show steps, with their days where a start is known."""
    return [
        StepShown(
            key=each.step,
            label=each.label.words().say(language),
            role=role_choice(each.role, language),
            within_days=each.within_days,
            due_on=to_date(due_on(each, start.day, is_worked=start.is_worked)) if start else None,
            evidence=each.evidence.words().say(language),
        )
        for each in steps
    ]


def letter_shown(filled: Filled, language: Language) -> FilledLetter:
    """Show a filled letter; what is missing is named in the language of whoever asks."""
    missing = [
        Choice(code=name, label=PLACEHOLDERS[name].label.say(language) if name in PLACEHOLDERS else name)
        for name in filled.missing
    ]
    return FilledLetter(language=filled.language, subject=filled.subject, text=filled.text, missing=missing)
