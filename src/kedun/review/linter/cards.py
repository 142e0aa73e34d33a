"""What may be wrong with cards, cut-offs and their labels. Arithmetic."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from kedun.indicators.definition import IndicatorText
from kedun.kernel.words import Words
from kedun.review.linter.findings import Finding
from kedun.scorecards.definition import Card, Grading, Item

WHOLE = frozenset({"minor", "days", "count", "flag"})
"""Units whose readings are whole numbers."""

HIGH, AGREED = "high", 60


def bounds_of(text: IndicatorText) -> tuple[float, float]:
    """Give the least and the most that a reading can be: flags, and counts that are no difference of counts."""
    if text.unit == "flag":
        return 0, 1
    return (0 if text.unit == "count" and not text.formula else -math.inf), math.inf


def number(value: float) -> Words:
    """Say a number."""
    text = f"{value:g}" if abs(value) < 1e6 else str(int(value))  # noqa: PLR2004 - %g writes exponents from there
    return Words(text, text)


def card_findings(card: Card, kind: str, texts: Mapping[str, IndicatorText]) -> Iterator[Finding]:
    """Look at a card: its bins one by one, and its weights together."""
    total = sum(item.weight for item in card.items)
    for item in card.items:
        text = texts.get(item.indicator)
        named = {"item": text.label.words() if text else Words(item.indicator, item.indicator)}
        place = f"items.{item.indicator}"
        yield from _bin_findings(item, text, kind, place, named)
        yield from _weight_findings(item.weight, total, kind, place, named)
    for indicator, times in Counter(item.indicator for item in card.items).items():
        if times > 1:
            label = texts[indicator].label.words() if indicator in texts else Words(indicator, indicator)
            yield Finding("item_twice", kind, f"items.{indicator}", {"item": label})


def _weight_findings(weight: int, total: int, kind: str, place: str, named: Mapping[str, Words]) -> Iterator[Finding]:
    share = number(round(100 * weight / total, 1))
    if total > weight > total * 2 / 3:
        yield Finding("weight_outweighs", kind, place, {**named, "share": share})
    if 100 * weight < total:
        yield Finding("weight_negligible", kind, place, {**named, "share": share})


def _bin_findings(
    item: Item, text: IndicatorText | None, kind: str, place: str, named: Mapping[str, Words]
) -> Iterator[Finding]:
    if len({each.points for each in item.bins}) == 1:
        yield Finding("item_without_effect", kind, place, {**named, "points": number(item.bins[0].points)})
        return
    for each, after in pairwise(item.bins):
        told = {**named, "bound": number(each.up_to or 0)}
        if each.points == after.points:
            yield Finding("bins_same_points", kind, place, {**told, "points": number(each.points)})
        elif text and text.worse != "neither" and (after.points > each.points) == (text.worse == "higher"):
            yield Finding("points_against_direction", kind, place, told)
    if text:
        for bound in _unreachable(item, text):
            yield Finding("bin_never_reached", kind, place, {**named, "bound": bound})


def _unreachable(item: Item, text: IndicatorText) -> Iterator[Words]:
    """Give the bounds of bins that no reading falls into: (before, bound]."""
    before, (least, most) = -math.inf, bounds_of(text)
    for each in item.bins:
        bound = math.inf if each.up_to is None else each.up_to
        low, high = max(before, least), min(bound, most)
        is_first = low > before  # the least reading itself falls into the first bin that reaches it
        is_empty = high < low or (high == low and not is_first)
        if text.unit in WHOLE and not is_empty and math.isfinite(low) and math.isfinite(high):
            first = math.ceil(low) if is_first else math.floor(low) + 1
            is_empty = first > math.floor(high)
        if is_empty:
            yield Words("∞", "∞") if math.isinf(bound) else number(bound)
        before = bound


def grading_findings(grading: Grading) -> Iterator[Finding]:
    """Look at the cut-offs of the score."""
    before = 0
    for band in grading.bands:
        below = 100 if band.below is None else band.below
        place, grade = f"bands.{band.grade}", band.label.words()
        width = below - before
        if width <= grading.margin:
            told = {"grade": grade, "width": number(width), "margin": number(grading.margin)}
            yield Finding("margin_too_wide", "grading", place, told)
        if band.grade == HIGH and band.below not in (None, AGREED):
            yield Finding("high_risk_above_sixty", "grading", place, {"below": number(below)})
        before = below
    labels = {band.grade: band.label.words() for band in grading.bands}
    for name, times in Counter(band.grade for band in grading.bands).items():
        if times > 1:
            yield Finding("grade_twice", "grading", f"bands.{name}", {"grade": labels[name]})
