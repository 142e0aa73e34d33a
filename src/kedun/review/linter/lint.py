"""All findings of a policy, in the order of its documents. Arithmetic."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kedun.approvals.authority import Authority
from kedun.credit.letters import Body, LetterSet, Line
from kedun.credit.plans import PlanSet
from kedun.credit.steps import Step, Text
from kedun.credit.strategies import StrategyLibrary, everything
from kedun.indicators.definition import IndicatorText, Label
from kedun.kernel.hashing import Json
from kedun.kernel.words import Words
from kedun.review.linter.authority import authority_findings
from kedun.review.linter.cards import card_findings, grading_findings
from kedun.review.linter.findings import Finding
from kedun.review.linter.plans import letter_findings, plan_findings
from kedun.review.linter.rules import Book, domains, listed, rule_findings
from kedun.review.linter.strategies import place_of, strategy_findings
from kedun.rules.definition import Rule
from kedun.scorecards.definition import Card, Grading, Matrix, Tier

_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_LANGUAGES = (Words("中文", "Chinese"), Words("英文", "English"))
Named = Label | Text | Line | Body | Words
AGREED_TO = frozenset({"policy.change"})
"""What asks for agreement."""


@dataclass(frozen=True, slots=True)
class Documents:
    """The documents of a policy, read. `rules`: those that are on, with the chosen numbers; `declared`: all there are.

    `others`: kind, place and name of what is looked at for its name only.
    """

    texts: Mapping[str, IndicatorText]
    card: Card
    value_card: Card
    grading: Grading
    rules: Mapping[str, Rule]
    authority: Authority
    matrix: Matrix
    declared: Mapping[str, Rule]
    strategies: StrategyLibrary
    plans: PlanSet
    letters: LetterSet
    tiers: Sequence[Tier] = ()
    others: Sequence[tuple[str, str, Words]] = ()


def labels_of(kind: str, document: Mapping[str, Json]) -> Iterator[tuple[str, str, Words]]:
    """Give the names in a document of which nothing else is looked at: signals, the choice of rules, authority."""
    yield from _label_at(kind, "label", document)
    inside = document.get(kind)
    for key, each in inside.items() if isinstance(inside, Mapping) else ():
        if isinstance(each, Mapping):
            yield from _label_at(kind, f"{kind}.{key}", each)


def _label_at(kind: str, place: str, holder: Mapping[str, Json]) -> Iterator[tuple[str, str, Words]]:
    label = holder.get("label")
    if isinstance(label, Mapping):
        yield kind, place, Words(str(label.get("zh") or ""), str(label.get("en") or ""))


def findings(policy: Documents, book: Book) -> list[Finding]:
    """Look at a policy as a whole; faults first."""
    found = [
        *_labels(policy),
        *card_findings(policy.card, "scorecard", policy.texts),
        *_unsupplied(policy.card, "scorecard", policy.texts, book),
        *card_findings(policy.value_card, "value_card", policy.texts),
        *_unsupplied(policy.value_card, "value_card", policy.texts, book),
        *grading_findings(policy.grading),
        *rule_findings(policy.rules, domains(policy.texts), book),
        *authority_findings(policy.authority, AGREED_TO, book.people),
        *strategy_findings(
            policy.strategies, policy.matrix, policy.grading, policy.letters.letters.keys(), book.people
        ),
        *plan_findings(policy.plans, policy.rules, policy.declared, policy.letters, book.people),
        *letter_findings(policy.letters),
    ]
    return sorted(found, key=lambda each: each.gravity == "doubt")


def _unsupplied(card: Card, kind: str, texts: Mapping[str, IndicatorText], book: Book) -> Iterator[Finding]:
    for item in card.items:
        kinds = book.unsupplied.get(item.indicator, ())
        if kinds:
            label = (
                texts[item.indicator].label.words()
                if item.indicator in texts
                else Words(item.indicator, item.indicator)
            )
            yield Finding(
                "reading_not_supplied", kind, f"items.{item.indicator}", {"item": label, "kinds": listed(kinds)}
            )


def _labels(policy: Documents) -> Iterator[Finding]:
    for kind, place, label in _all_labels(policy):
        for language, is_missing in zip(_LANGUAGES, _missing(label), strict=True):
            if is_missing:
                yield Finding("label_in_one_language", kind, place, {"name": Words(place, place), "language": language})


def _all_labels(policy: Documents) -> Collection[tuple[str, str, Named]]:
    return [
        *(("indicators", f"indicators.{key}", text.label) for key, text in policy.texts.items()),
        ("scorecard", "label", policy.card.label),
        ("value_card", "card.label", policy.value_card.label),
        *(("grading", f"bands.{band.grade}", band.label) for band in policy.grading.bands),
        ("grading", "unrated", policy.grading.unrated),
        *(("value_card", f"tiers.{each.tier}", each.label) for each in policy.tiers),
        *(("matrix", f"quadrants.{key}", each.label) for key, each in policy.matrix.quadrants.items()),
        *(("rules", f"rules.{key}", rule.label) for key, rule in policy.declared.items()),
        *(
            ("rules", f"rules.{key}.thresholds.{name}", each.label)
            for key, rule in policy.declared.items()
            for name, each in rule.thresholds.items()
        ),
        *_labels_of_conduct(policy),
        *policy.others,
    ]


def _labels_of_conduct(policy: Documents) -> Iterator[tuple[str, str, Named]]:
    """Give the texts of strategies, plans and letters."""
    for each in everything(policy.strategies):
        yield from _texts(
            "strategies", place_of(each), each.strategy.label, each.strategy.about, steps=each.strategy.steps
        )
    for key, plan in policy.plans.contingency_plans.items():
        yield from _texts("contingency_plans", f"contingency_plans.{key}", plan.label, plan.about, steps=plan.steps)
    for key, letter in policy.letters.letters.items():
        yield from _texts("letters", f"letters.{key}", letter.label, letter.subject, letter.body)


def _texts(kind: str, place: str, *texts: Named | None, steps: Sequence[Step] = ()) -> Iterator[tuple[str, str, Named]]:
    for text in texts:
        if text is not None:
            yield kind, place, text
    for step in steps:
        yield kind, f"{place}.steps.{step.step}", step.label
        yield kind, f"{place}.steps.{step.step}", step.evidence


def _missing(label: Named) -> tuple[bool, bool]:
    """Whether the Chinese and the English name are missing: blank, or a copy of the other language."""
    has_chinese = bool(_CHINESE.search(label.zh))
    is_copy = label.zh.strip() == label.en.strip()
    return (
        not label.zh.strip() or (is_copy and not has_chinese and any(c.islower() for c in label.zh)),
        not label.en.strip() or bool(_CHINESE.search(label.en)),
    )
