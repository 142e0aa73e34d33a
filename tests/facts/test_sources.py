"""Source rows: what was believed, and what had been applied by the day, the same on every engine."""

from pathlib import Path

import pytest

from kedun.expressions import Dialect
from kedun.facts.kinds import KINDS
from kedun.facts.queries import customer_ids
from kedun.facts.sources import Reach, believed, kind_rows, newest, source
from kedun.facts.views import VIEWS
from tests.assessments.engines import assess_everywhere, question, shipped_policy
from tests.pipeline.small_house import START, customer, receive


@pytest.mark.parametrize(
    ("dialect", "mark", "listed", "quoted"),
    [
        ("postgres", "CAST(%(as_of)s AS BIGINT)", " AND id = ANY(%(customers)s)", '"order"'),
        ("duckdb", "CAST($as_of AS BIGINT)", " AND id IN (SELECT UNNEST($customers))", '"order"'),
        ("spark", "CAST(:as_of AS BIGINT)", " AND ARRAY_CONTAINS(:customers, id)", "`order`"),
    ],
)
def test_each_dialect_writes_parameters_in_its_way(dialect: Dialect, mark: str, listed: str, quoted: str) -> None:
    reach = Reach(dialect, is_listed=True)
    assert (reach.parameter("as_of"), reach.listed("id"), reach.quote("order")) == (mark, listed, quoted)
    assert Reach(dialect).listed("id") == ""


def test_what_is_believed_now_reads_no_history() -> None:
    assert believed("facts_order", ("id",), Reach("postgres")) == 'SELECT "id" FROM facts_order WHERE TRUE'
    past = believed("facts_order", ("id",), Reach("postgres", has_past=True), condition="NOT is_retracted", owner="")
    assert past.count("known_from_batch <= CAST(%(known_at)s AS BIGINT)") == 2
    assert past.count("NOT is_retracted") == 2
    assert "facts_order_history" in past


@pytest.mark.parametrize("kind", KINDS)
def test_a_kinds_rows_are_never_the_retracted_ones(kind: str) -> None:
    rows = kind_rows(kind, Reach("postgres", is_listed=True))
    assert "NOT is_retracted" in rows
    assert ("%(customers)s" in rows) == (KINDS[kind].of_customer or kind == "customer")


@pytest.mark.parametrize("kind", VIEWS)
def test_every_source_gives_the_customer_of_a_row(kind: str) -> None:
    assert "customer_id" in source(VIEWS[kind], Reach("duckdb"))


@pytest.mark.parametrize(("dialect", "collation"), [("postgres", ' COLLATE "C"'), ("duckdb", "")])
def test_the_newest_row_is_decided_the_same_way_everywhere(dialect: Dialect, collation: str) -> None:
    condition = newest(VIEWS["statement"], Reach(dialect), "rows")
    assert f'COALESCE(r."reported_on", -1), r."known_from_batch", r."external_id"{collation}' in condition


def unapplied(code: str, folder: Path) -> set[object]:
    """A customer's unapplied money: in the book on every engine, and asked alone."""
    found = assess_everywhere(shipped_policy(), question(START), folder)
    alone = assess_everywhere(shipped_policy(), question(START, customers=tuple(customer_ids([code]).values())), folder)
    return {each[code].readings["unapplied_minor"] for run in (found, alone) for each in run.values()}


@pytest.mark.django_db
def test_a_word_spends_only_money_of_its_own_customer(tmp_path: Path) -> None:
    """B's word names A's payment, by mistake: nothing of A's is spent."""
    receive(
        customer=[customer("A"), customer("B")],
        payment=[{"external_id": "P", "customer": "A", "paid_on": START - 9, "amount": "100.00"}],
        invoice=[{"external_id": "I", "customer": "B", "document_no": "I", "issue_on": START - 9, "amount": "60.00"}],
        allocation=[
            {"external_id": "W", "customer": "B", "payment": "P", "document_no": "I", "entry": "cash",
             "allocated_on": START - 5, "amount": "60.00"}
        ],
    )  # fmt: skip
    assert unapplied("A", tmp_path) == {10_000}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("spent", "rest"),
    [
        pytest.param("40.00", 43_500, id="60 dollars are left"),
        pytest.param("100.00", 0, id="nothing is left"),
        pytest.param("100.01", 0, id="a word spends no more than there is"),
        pytest.param("99.98", 15, id="two cents left: 14.5 fen are 15"),
    ],
)
def test_what_is_left_is_converted_pro_rata_and_rounded_away_from_zero(spent: str, rest: int, tmp_path: Path) -> None:
    dollars = {"customer": "A", "currency": "USD"}
    receive(
        fx_rate=[{"external_id": "R", "currency": "USD", "rate_on": START - 20, "rate": 725_000_000}],
        customer=[customer("A")],
        payment=[{"external_id": "P", **dollars, "paid_on": START - 9, "amount": "100.00"}],
        invoice=[{"external_id": "I", **dollars, "document_no": "I", "issue_on": START - 9, "amount": spent}],
        allocation=[
            {"external_id": "W", **dollars, "payment": "P", "document_no": "I", "entry": "cash",
             "allocated_on": START - 9, "amount": spent}
        ],
    )  # fmt: skip
    assert unapplied("A", tmp_path) == {rest}
