"""What may be wrong with contingency plans and letters: rules without a plan, unknown letters and placeholders. Arithmetic."""

from collections.abc import Iterator, Mapping
from typing import Final

from kedun.credit.letters import LetterSet, LetterText, places, strange_places
from kedun.credit.plans import PlanSet
from kedun.kernel.words import Words
from kedun.review.linter.findings import Finding
from kedun.review.linter.strategies import People, step_findings
from kedun.rules.definition import Rule

PLANS: Final = "contingency_plans"
LETTERS: Final = "letters"


def plan_findings(
    plans: PlanSet, on: Mapping[str, Rule], declared: Mapping[str, Rule], letters: LetterSet, people: People
) -> Iterator[Finding]:
    """Look at the plans. `on`: the rules that are on; `declared`: all there are."""
    found = plans.contingency_plans
    for rule in on:
        holders = [plan.label.words() for plan in found.values() if rule in plan.rules]
        named = {"rule": on[rule].label.words()}
        if not holders:
            yield Finding("rule_without_plan", PLANS, f"{PLANS}.{rule}", named)
        if len(holders) > 1:
            told = {**named, "plan": holders[0], "other": holders[1]}
            yield Finding("rule_in_two_plans", PLANS, f"{PLANS}.{rule}", told)
    for key, plan in found.items():
        place, name = f"{PLANS}.{key}", plan.label.words()
        for rule in plan.rules:
            if rule not in declared:
                yield Finding("plan_for_no_rule", PLANS, place, {"plan": name, "rule": Words(rule, rule)})
        if plan.letter and plan.letter not in letters.letters:
            yield Finding("letter_unknown", PLANS, place, {"name": name, "letter": Words(plan.letter, plan.letter)})
        yield from step_findings(PLANS, place, name, plan.steps, people)


def letter_findings(letters: LetterSet) -> Iterator[Finding]:
    """Look at the letters: placeholders that stand for nothing, or stand in one language only."""
    for key, letter in letters.letters.items():
        place, named = f"{LETTERS}.{key}", {"letter": letter.label.words()}
        for each in strange_places(letter):
            yield Finding("placeholder_unknown", LETTERS, place, {**named, "place": _braced(each)})
        for each, language in _uneven(letter):
            told = {**named, "place": _braced(each), "language": language}
            yield Finding("placeholder_in_one_language", LETTERS, place, told)


def _uneven(letter: LetterText) -> Iterator[tuple[str, Words]]:
    zh, en = places(letter, "zh"), places(letter, "en")
    for each in sorted(zh ^ en):
        yield each, Words("英文", "English") if each in zh else Words("中文", "Chinese")


def _braced(name: str) -> Words:
    return Words(f"{{{name}}}", f"{{{name}}}")
