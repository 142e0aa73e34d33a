"""All findings of a policy, in the order of its documents. Arithmetic."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from kedun.approvals.authority import Authority
from kedun.indicators.definition import IndicatorText, Label
from kedun.kernel.words import Words
from kedun.review.linter.authority import authority_findings
from kedun.review.linter.cards import card_findings, grading_findings
from kedun.review.linter.findings import Finding
from kedun.review.linter.rules import Book, domains, listed, rule_findings
from kedun.rules.definition import Rule
from kedun.scorecards.definition import Card, Grading

_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_LANGUAGES = (Words("中文", "Chinese"), Words("英文", "English"))
AGREED_TO = frozenset({"policy.change"})
"""What asks for agreement."""


@dataclass(frozen=True, slots=True)
class Documents:
    """The documents of a policy, read. `rules`: those that are on, with the chosen numbers in them."""

    texts: Mapping[str, IndicatorText]
    card: Card
    value_card: Card
    grading: Grading
    rules: Mapping[str, Rule]
    authority: Authority


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


def _all_labels(policy: Documents) -> Collection[tuple[str, str, Label]]:
    return [
        *(("indicators", f"indicators.{key}", text.label) for key, text in policy.texts.items()),
        ("scorecard", "label", policy.card.label),
        ("value_card", "card.label", policy.value_card.label),
        *(("grading", f"bands.{band.grade}", band.label) for band in policy.grading.bands),
        *(("rules", f"rules.{key}", rule.label) for key, rule in policy.rules.items()),
    ]


def _missing(label: Label) -> tuple[bool, bool]:
    """Whether the Chinese and the English name are missing: blank, or a copy of the other language."""
    has_chinese = bool(_CHINESE.search(label.zh))
    is_copy = label.zh.strip() == label.en.strip()
    return (
        not label.zh.strip() or (is_copy and not has_chinese and any(c.islower() for c in label.zh)),
        not label.en.strip() or bool(_CHINESE.search(label.en)),
    )
