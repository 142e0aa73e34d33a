"""Deliveries are cut by customer, and say for which days they speak."""

import pytest

from kedun.facts.delivery import Delivery, Stretch, in_chunks, stretches
from tests.facts.deliveries import Facts, Value, customer, invoice, payment, rate, tables


def sizes(facts: Facts, size: int) -> list[dict[str, int]]:
    return [{kind: table.num_rows for kind, table in chunk.items()} for chunk in in_chunks(tables(facts), size)]


def test_a_customers_rows_stay_together_where_they_fit() -> None:
    facts = {
        "customer": [customer("a"), customer("b")],
        "invoice": [invoice("1", "a"), invoice("2", "b"), invoice("3", "b")],
        "payment": [payment("4", "b")],
    }
    assert sizes(facts, 4) == [{"customer": 1, "invoice": 1}, {"customer": 1, "invoice": 2, "payment": 1}]


def test_a_customer_with_more_rows_than_fit_is_cut_anywhere() -> None:
    rows = [invoice(str(number), "a") for number in range(5)] + [invoice("x", "b")]
    assert sizes({"invoice": rows}, 2) == [{"invoice": 2}, {"invoice": 2}, {"invoice": 2}]


def test_rates_come_before_customers_and_contracts_before_invoices() -> None:
    contract: dict[str, Value] = {"external_id": "k", "customer": "a", "contract_no": "k", "signed_on": 1}
    facts = {
        "invoice": [invoice("1", "a")],
        "contract": [contract],
        "customer": [customer("a")],
        "fx_rate": [rate("USD", 1, 1)],
    }
    chunks = [list(chunk) for chunk in in_chunks(tables(facts), 1)]
    assert chunks == [["fx_rate"], ["customer"], ["contract"], ["invoice"]]


def test_no_rows_make_no_chunk() -> None:
    assert list(in_chunks(tables({"invoice": []}))) == []


def today(legal_entity: str) -> int:
    return {"main": 20_010, "hk": 20_020}[legal_entity]


def row(day: int, *, legal_entity: str = "main", is_retracted: bool = False) -> dict[str, Value]:
    return invoice(f"{legal_entity}{day}", issue_on=day, legal_entity=legal_entity, is_retracted=is_retracted)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param(
            {"invoice": [row(20_003), row(20_001)]}, [("main", 20_001, 20_003)], id="first to newest event day"
        ),
        pytest.param(
            {"invoice": [row(20_010), row(20_011)]}, [("main", 20_010, 20_010)], id="today counts, tomorrow not"
        ),
        pytest.param({"invoice": [row(20_011)]}, [], id="only days to come supply nothing"),
        pytest.param(
            {"invoice": [row(20_001), row(20_003, is_retracted=True)]}, [("main", 20_001, 20_001)], id="not retracted"
        ),
        pytest.param({"invoice": []}, [], id="no rows supply nothing"),
        pytest.param(
            {"invoice": [row(20_001), row(20_015, legal_entity="hk")]},
            [("hk", 20_015, 20_015), ("main", 20_001, 20_001)],
            id="each legal entity by its own day",
        ),
        pytest.param({"customer": [customer()]}, [], id="a kind without an event day"),
        pytest.param(
            {"bureau_report": [{"external_id": "1", "customer": "a", "reported_as_of": 20_000}]},
            [],
            id="known by checks",
        ),
    ],
)
def test_the_days_a_delivery_supplies(facts: Facts, expected: list[tuple[str, int, int]]) -> None:
    found = stretches(tables(facts), Delivery("erp", "alice"), today=today)
    assert [(stretch.legal_entity, stretch.from_day, stretch.to_day) for stretch in found] == expected


def test_a_stated_period_counts_even_without_rows() -> None:
    delivery = Delivery("erp", "alice", periods={"ticket": (19_000, 20_000)})
    assert stretches(tables({"ticket": []}), delivery, today=today) == (Stretch("ticket", "main", 19_000, 20_000),)
