"""Parts of pages that are only arithmetic: ages, changes, tables of cells."""

from dataclasses import replace
from typing import Any

import pytest

from kedun.portfolio.drill.tables import Column, Form, Reader, cell, day_text, form_of
from kedun.portfolio.lists.filters import BUCKETS, Filters, Order, UnknownSort, read_order
from kedun.portfolio.overview.figures import Book, Cell
from kedun.portfolio.page.changes import MOST_ITEMS, Stored, changes
from kedun.portfolio.page.document import buckets
from kedun.portfolio.said import Said
from tests.assessments.engines import shipped_policy

WORDS = Said(shipped_policy(), "en")
STORED = Stored(
    as_of=20_000,
    known_batch=1,
    policy_hash="a" * 64,
    score=8_000,
    low=7_000,
    high=9_000,
    coverage=0.9,
    grade="low",
    tier="high",
    quadrant="star",
    signal_points=0,
    readings={},
    points={"overdue_share": 100, "current_ratio": 75, "lawsuits_open": None},
    verdicts={"overdue_30_days": "clear", "over_limit": "unknown"},
)


def told(after: Stored) -> list[tuple[str, str, Any, Any]]:
    return [(each.what, each.key, each.before, each.after) for each in changes(STORED, after, WORDS)]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param({}, [], id="nothing"),
        pytest.param({"score": 7_550}, [("score", "score", 80.0, 75.5)], id="the score"),
        pytest.param({"score": None}, [("score", "score", 80.0, None)], id="no score any more"),
        pytest.param({"grade": "high"}, [("grade", "grade", "Low risk", "High risk")], id="the grade"),
        pytest.param({"quadrant": "gone"}, [("quadrant", "quadrant", "Star", "gone")], id="a place that is no more"),
        pytest.param({"tier": "unknown"}, [("tier", "value_tier", "High value", "Value unknown")], id="the value tier"),
        pytest.param({"signal_points": 5}, [("signals", "signal_points", 0, 5)], id="signals"),
        pytest.param({"policy_hash": "b" * 64}, [("policy", "", "a" * 8, "b" * 8)], id="the policy"),
        pytest.param(
            {"verdicts": {"overdue_30_days": "fired", "over_limit": "clear"}},
            [("verdict", "overdue_30_days", "clear", "fired")],
            id="a rule that fired, not one that became clear to judge",
        ),
        pytest.param({"verdicts": {"of_old": "fired"}}, [("verdict", "of_old", None, "fired")], id="a new rule"),
        pytest.param(
            {"points": {"overdue_share": 40, "current_ratio": 100, "lawsuits_open": 100, "gone": 1}},
            [
                ("item", "overdue_share", 100, 40),
                ("item", "lawsuits_open", None, 100),
                ("item", "current_ratio", 75, 100),
            ],
            id="lines of the card, the weightiest first",
        ),
    ],
)
def test_what_changed(change: dict[str, Any], expected: list[Any]) -> None:
    assert told(replace(STORED, **change)) == expected


def test_only_the_lines_that_moved_most_are_named() -> None:
    items = WORDS.policy.placing.card.items
    before = replace(STORED, points={item.indicator: 0 for item in items})
    after = replace(STORED, points={item.indicator: 100 for item in items})
    named = changes(before, after, WORDS)
    assert len(named) == MOST_ITEMS
    assert named[0].key in ("overdue_share", "overdue_days_max")


@pytest.mark.parametrize(
    ("readings", "expected"),
    [
        pytest.param({}, (None,) * 6, id="nothing known"),
        pytest.param(
            {"receivable_minor": 100, "overdue_minor": 60, "due_unknown_minor": 10, "overdue_1_30_minor": 50}
            | {"overdue_31_60_minor": 0, "overdue_61_90_minor": 10, "overdue_over_90_minor": 0},
            (30, 50, 0, 10, 0, 10),
            id="every age",
        ),
        pytest.param({"receivable_minor": 100, "overdue_minor": None}, (None,) * 6, id="overdue unknown"),
    ],
)
def test_what_is_owed_by_age(readings: dict[str, int | None], expected: tuple[int | None, ...]) -> None:
    assert tuple(buckets(readings)[bucket] for bucket in BUCKETS) == expected


@pytest.mark.parametrize(
    ("form", "row", "shown"),
    [
        ("amount", {"x": 12_345, "currency": "JPY"}, "12345"),
        ("amount", {"x": 12_345, "currency": ""}, "123.45"),
        ("reporting", {"x": 12_345, "currency": "JPY"}, "123.45"),
        ("day", {"x": 20_000}, "2024-10-04"),
        ("day", {"x": -100_000}, None),
        ("yes", {"x": True}, True),
        ("number", {"x": 7}, 7),
        ("text", {"x": "甲"}, "甲"),
        ("text", {"x": None}, None),
        ("text", {}, None),
    ],
)
def test_a_cell(form: Form, row: dict[str, Any], shown: Any) -> None:
    reader = Reader("zh", "CNY", frozenset())
    assert cell(Column("x", "x", form, is_hidden=False), row, reader) == shown
    assert cell(Column("x", "x", form, is_hidden=True), row, reader) is None


def test_a_coded_cell_is_said() -> None:
    reader = Reader("zh", "CNY", frozenset(), {"late_payer": "付款变慢"})
    assert cell(Column("event_type", "", "text", is_hidden=False), {"event_type": "lawsuit"}, reader) == "诉讼"
    assert cell(Column("signal_type", "", "text", is_hidden=False), {"signal_type": "late_payer"}, reader) == "付款变慢"
    assert cell(Column("role", "", "text", is_hidden=False), {"role": "财务主管"}, reader) == "财务主管"


@pytest.mark.parametrize(
    ("kind", "name", "form"),
    [
        ("invoice", "amount_minor", "amount"),
        ("invoice", "open_minor", "reporting"),
        ("invoice", "open_document_minor", "amount"),
        ("invoice", "issue_on", "day"),
        ("invoice", "settled_on", "day"),
        ("invoice", "is_disputed", "yes"),
        ("invoice", "overdue_days", "number"),
        ("invoice", "document_no", "text"),
    ],
)
def test_the_form_of_a_column(kind: str, name: str, form: Form) -> None:
    assert form_of(kind, name, shipped_policy().indicators.views[kind].types) == form


def test_since_ever_is_no_day() -> None:
    assert (day_text(-100_000), day_text(0)) == (None, "1970-01-01")


@pytest.mark.parametrize(
    ("filters", "query"),
    [
        (Filters(), ""),
        (Filters(grade=("high", "low"), has_alert=False), "grade=high&grade=low&has_alert=false"),
        (
            Filters(overdue_min=123_456, score_min=6_050, score_max=10_000),
            "overdue_min=1234.56&score_min=60.5&score_max=100",
        ),
        (Filters(changed_since=20_000, aging=("over_90",)), "aging=over_90&changed_since=2024-10-04"),
        (Filters(q="甲 & 乙", overdue_days_min=0), "q=%E7%94%B2+%26+%E4%B9%99&overdue_days_min=0"),
    ],
)
def test_filters_as_a_query_string(filters: Filters, query: str) -> None:
    assert filters.query("CNY") == query


def test_orders() -> None:
    assert (read_order("-score"), read_order("code").text()) == (Order("score"), "code")
    with pytest.raises(UnknownSort):
        read_order("--score")


def one(grade: str, industry: str, customers: int) -> Cell:
    none = dict.fromkeys(BUCKETS, 0)
    return Cell(grade, "high", "star", industry, customers, 1, 0, 0, 10 * customers, customers, none, none)


def test_a_book_adds_up_every_way() -> None:
    book = Book(1, [one("high", "a", 2), one("low", "a", 3), one("high", "b", 4)])
    assert (book.total().customers, book.total().receivable_minor, book.total().overdue_minor) == (9, 90, 9)
    assert {key: each.customers for key, each in book.by(lambda cell: (cell.grade,)).items()} == {
        ("high",): 6,
        ("low",): 3,
    }
    assert Book(None, []).total().customers == 0
