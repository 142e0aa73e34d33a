"""Adding up over groups and over the book: what is not known stays unknown, ratios come after sums."""

from typing import Any

import pytest

from kedun.expressions import Value
from kedun.indicators.definition import DefinitionUnreadable, read_indicators
from kedun.indicators.program import LevelDiffers, NameTaken, compile_indicators, short_windows
from kedun.indicators.reasons import reasons_of
from kedun.indicators.together import NoMeasureToAddUp, book_totals, bound_of, group_values
from kedun.kernel.refusals import Refusal

INDICATOR = {
    "dimension": "financial", "unit": "count", "worse": "higher", "source": "here", "label": {"zh": "数", "en": "Count"},
}  # fmt: skip
MEASURES = {
    "orders": {"fact": "order", "count": "*"},
    "recent": {"fact": "order", "count": "*", "where": "placed_age < 90"},
    "largest": {"fact": "order", "max": "amount_minor"},
    "least": {"fact": "order", "min": "amount_minor"},
    "lawsuits": {"fact": "legal_event", "count": "*"},
}
GROUP = {
    "members": {"count": "*"},
    "buying": {"count": "*", "where": "orders > 0"},
    "all_orders": {"sum": "orders"},
    "all_recent": {"sum": "recent"},
    "all_largest": {"sum": "largest"},
    "top": {"max": "largest"},
    "low": {"min": "least"},
    "all_lawsuits": {"sum": "lawsuits"},
}
SUPPLIED = {"order": True, "legal_event": True}


def document(indicators: dict[str, Any] | None = None, **more: Any) -> Any:
    return {"measures": MEASURES, "group": GROUP, "indicators": indicators or {"orders": INDICATOR}, **more}


def program(**more: Any) -> Any:
    return compile_indicators(read_indicators(document(**more)))


def member(**values: Value) -> dict[str, Value]:
    return {"orders": 0, "recent": 0, "largest": None, "least": None, "lawsuits": None, **values}


def test_values_of_a_group() -> None:
    members = [
        member(orders=2, largest=30, least=10, lawsuits=1),
        member(),
        member(orders=1, largest=50, least=50, lawsuits=0),
    ]
    found = group_values(program().group.values(), members, supplied=SUPPLIED)
    assert found == {
        "members": 3, "buying": 2, "all_orders": 3, "all_recent": 0, "all_largest": 80, "top": 50, "low": 10,
        "all_lawsuits": None,
    }  # fmt: skip


def test_nothing_known_nothing_supplied_and_too_many() -> None:
    group = program().group.values()
    empty = group_values(group, [member()], supplied=SUPPLIED)
    assert (empty["all_largest"], empty["top"], empty["low"], empty["all_orders"]) == (None, None, None, 0)
    unsupplied = group_values(group, [member(orders=None, recent=None)], supplied={**SUPPLIED, "order": False})
    assert (unsupplied["members"], unsupplied["buying"], unsupplied["all_orders"]) == (1, None, None)
    assert set(group_values(group, None, supplied=SUPPLIED).values()) == {None}


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        pytest.param({"group": {"it": {"sum": "nothing"}}}, NoMeasureToAddUp, id="no such measure in a group"),
        pytest.param({"book": {"it": {"sum": "nothing"}}}, NoMeasureToAddUp, id="no such measure in the book"),
        pytest.param({"group": {"it": {"sum": "orders", "max": "orders"}}}, DefinitionUnreadable, id="two functions"),
        pytest.param({"book": {"it": {}}}, DefinitionUnreadable, id="no total"),
        pytest.param({"book": {"it": {"bound": "orders", "part": 5}}}, DefinitionUnreadable, id="a fifth bound"),
        pytest.param({"group": {"orders": {"count": "*"}}}, NameTaken, id="a measure has the name"),
        pytest.param({"book": {"members": {"count": "*"}}}, NameTaken, id="a measure of groups has the name"),
        pytest.param({"indicators": {"members": INDICATOR}}, LevelDiffers, id="of a group, said to be of a customer"),
        pytest.param(
            {"indicators": {"orders": {**INDICATOR, "level": "group"}}},
            LevelDiffers,
            id="of a customer, said to be of a group",
        ),
        pytest.param(
            {
                "indicators": {"it": {**INDICATOR, "level": "book", "formula": "ratio(orders, total)"}},
                "book": {"total": {"sum": "orders"}},
            },
            LevelDiffers,
            id="a share of the book is about a customer",
        ),
    ],
)
def test_what_cannot_be_added_up_is_refused(more: dict[str, Any], refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        compile_indicators(read_indicators(document(**more)))


@pytest.mark.parametrize(
    ("formula", "level", "values", "states", "reason"),
    [
        pytest.param("all_orders", "group", {"group_id": 0}, {}, "group_too_large", id="too large"),
        pytest.param("all_orders", "group", {}, {"order": "stale"}, "stale", id="orders are stale"),
        pytest.param("all_lawsuits", "group", {}, {}, "member_unknown", id="a member was never checked"),
        pytest.param("ratio(orders, all_orders)", "group", {"all_orders": 0}, {}, "no_base", id="nobody ordered"),
        pytest.param("ratio(orders, total)", "customer", {}, {}, "no_book_constant", id="no month-end yet"),
    ],
)
def test_why_a_reading_is_missing(
    formula: str, level: str, values: dict[str, Value], states: dict[str, str], reason: str
) -> None:
    indicators = {"it": {**INDICATOR, "level": level, "formula": formula}}
    made = program(indicators=indicators, book={"total": {"sum": "orders"}})
    row: dict[str, Value] = {**dict.fromkeys((*made.named, "it")), "group_id": 7, "orders": 1, "last_check_legal": None}
    told = {"order": "supplied", "legal_event": "supplied", **states}
    assert reasons_of(made, "it", told).to_python()({**row, **values}) == reason


def test_a_window_of_a_group_is_short_where_that_of_its_measure_is() -> None:
    indicators = {key: {**INDICATOR, "level": "group", "formula": key} for key in ("all_orders", "all_recent")}
    made = program(indicators=indicators)
    assert short_windows(made, {"order": 1_000 - 50}, 1_000) == {"all_recent"}


def test_totals_of_the_book() -> None:
    book = {
        "number": {"count": "*"},
        "sum": {"sum": "orders"},
        "half": {"bound": "orders", "part": 2},
        "gone": {"sum": "lawsuits"},
    }
    made = program(book=book)
    customers = [member(orders=number) for number in (5, 1, 3, 2, 4)] + [member(orders=None)]
    assert book_totals(made.book.values(), customers) == {"number": 6, "sum": 15, "half": 2}
    assert book_totals(made.book.values(), []) == {}


@pytest.mark.parametrize(("part", "bound"), [(1, 2), (2, 3), (3, 5), (4, 6)])
def test_bounds_of_fifths(part: int, bound: int) -> None:
    assert bound_of([7, 6, 5, 4, 3, 2, 1], part) == bound
