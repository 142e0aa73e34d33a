"""A card as steps in the language: points, coverage, range and score, all integers.

Score = (200·Σw·p + Σw) div (2·Σw) over the items that count, 0…10000.
"""

from collections.abc import Callable, Iterable, Mapping

from kedun.expressions import MOST_DIGITS, ExpressionRefused, Type, decimal_text, parse
from kedun.facts.steps import Layers, in_layers, types_of
from kedun.kernel.refusals import Invalid
from kedun.scorecards.definition import Bin, Card, Item

HUNDRED = 100
FADING_POINTS = "signal_fading_points"
"""The measure that holds Σ remaining permille × points of a customer's signals."""


class BinsNotAscending(Invalid):
    """The bins of {indicator} must rise and only the last one is open."""

    zh = "{indicator} 的分箱上界必须递增，且只有最后一箱没有上界。"


class BoundRefused(Invalid):
    """A bin of {indicator} ends at {bound}: a bound is a plain number of at most {limit} digits."""

    zh = "{indicator} 的分箱上界 {bound} 无效：上界须为不超过 {limit} 位的普通数字。"


class UnknownIndicator(Invalid):
    """The card names {indicator}, which is no indicator."""

    zh = "评分卡引用了不存在的指标 {indicator}。"


def card_layers(card: Card, known: Mapping[str, Type], *, prefix: str) -> Layers:
    """Turn a card into steps named `<prefix>_…`.

    Shape: `_point_<indicator>` (points or null), `_weight` (weight present), `_coverage` (0 to 1), and in hundredths of
    a point `_score` (null below the card's least coverage), `_low` and `_high` (missing items at worst and at best).
    Raises: BinsNotAscending, BoundRefused, UnknownIndicator.
    """
    for item in card.items:
        if item.indicator not in known:
            raise UnknownIndicator(indicator=item.indicator)
    integers = in_layers(_texts(card, prefix), known, mode="row", shipped=True)
    total = _total(card)
    share = {f"{prefix}_coverage": f"ratio({prefix}_weight, {total})"}
    return integers + in_layers(share, {**known, **types_of(integers)}, mode="reading")


def _texts(card: Card, prefix: str) -> dict[str, str]:
    points = {f"{prefix}_point_{item.indicator}": _points(item) for item in card.items}
    total = _total(card)
    names = [(item, f"{prefix}_point_{item.indicator}") for item in card.items]
    present = _sum(f"CASE WHEN {name} IS NULL THEN 0 ELSE {item.weight} END" for item, name in names)
    filled = {"spread": (f"{prefix}_sum_present", f"{prefix}_weight")}.get(
        card.missing, (f"{prefix}_sum_filled", str(total))
    )
    least = card.refuse_below_permille * total
    return {
        **points,
        f"{prefix}_weight": present,
        f"{prefix}_sum_present": _weighted(names, lambda _: 0),
        f"{prefix}_sum_filled": _weighted(names, lambda item: filled_points(card, item)),
        f"{prefix}_sum_low": _weighted(names, lambda item: min(_all_points(item))),
        f"{prefix}_sum_high": _weighted(names, lambda item: max(_all_points(item))),
        f"{prefix}_score": (
            f"CASE WHEN {prefix}_weight > 0 AND 1000 * {prefix}_weight >= {least} THEN {_rounded(*filled)} END"
        ),
        f"{prefix}_low": _rounded(f"{prefix}_sum_low", str(total)),
        f"{prefix}_high": _rounded(f"{prefix}_sum_high", str(total)),
    }


def _points(item: Item) -> str:
    bounds = [each.up_to for each in item.bins]
    given = [bound for bound in bounds if bound is not None]
    if bounds[-1] is not None or len(given) != len(bounds) - 1 or given != sorted(set(given)):
        raise BinsNotAscending(indicator=item.indicator)
    cases = " ".join(_case(item.indicator, each) for each in item.bins)
    return f"CASE {cases} END"


def _case(indicator: str, each: Bin) -> str:
    if each.up_to is None:
        return f"WHEN {indicator} IS NOT NULL THEN {each.points}"
    return f"WHEN {indicator} <= {_number(indicator, each.up_to)} THEN {each.points}"


def _number(indicator: str, bound: float) -> str:
    """Write a bound with all its digits."""
    text = str(bound) if isinstance(bound, int) else decimal_text(bound).removesuffix(".0")
    try:
        parse(text)
    except ExpressionRefused as refused:
        raise BoundRefused(indicator=indicator, bound=text[:40], limit=MOST_DIGITS) from refused
    return text


def _weighted(names: Iterable[tuple[Item, str]], fill: Callable[[Item], int]) -> str:
    return _sum(f"{item.weight} * CASE WHEN {name} IS NULL THEN {fill(item)} ELSE {name} END" for item, name in names)


def filled_points(card: Card, item: Item) -> int:
    """Give the points of a missing reading: never more or fewer than the item itself can give."""
    points = _all_points(item)
    return min(max(card.neutral_points, min(points)), max(points)) if card.missing == "neutral" else min(points)


def _all_points(item: Item) -> list[int]:
    return [each.points for each in item.bins]


def _total(card: Card) -> int:
    return sum(item.weight for item in card.items)


def _sum(terms: Iterable[str]) -> str:
    return " + ".join(terms)


def _rounded(weighted: str, weight: str) -> str:
    return f"quotient(2 * {HUNDRED} * {weighted} + {weight}, 2 * {weight})"
