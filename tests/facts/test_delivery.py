"""Deliveries are cut by customer, and say for which days they speak."""

import pytest

from kedun.facts.delivery import Delivery, Stretch, in_chunks, stretches
from kedun.facts.kinds import KINDS
from kedun.kernel.days import FIRST_DAY
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


def ticket(day: int, *, legal_entity: str = "main", is_retracted: bool = False) -> dict[str, Value]:
    row: dict[str, Value] = {"customer": "a", "ticket_type": "complaint", "opened_on": day}
    return {"external_id": f"{legal_entity}{day}", **row, "legal_entity": legal_entity, "is_retracted": is_retracted}


def limit(external_id: str, from_on: int | None, *, is_retracted: bool = False) -> dict[str, Value]:
    row: dict[str, Value] = {"customer": "a", "limit_type": "fixed", "amount_minor": 1, "from_on": from_on}
    return {"external_id": external_id, **row, "legal_entity": "main", "is_retracted": is_retracted}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({"ticket": [ticket(19_000)]}, [("main", 19_000, 20_010)], id="rare events: until today"),
        pytest.param(
            {"ticket": [ticket(19_000), ticket(19_500, legal_entity="hk")]},
            [("hk", 19_500, 20_020), ("main", 19_000, 20_010)],
            id="today is each legal entity's own",
        ),
        pytest.param({"ticket": [ticket(20_010)]}, [("main", 20_010, 20_010)], id="an event of today"),
        pytest.param({"ticket": [ticket(20_011)]}, [], id="only events to come"),
        pytest.param({"ticket": [ticket(19_000, is_retracted=True)]}, [], id="only a retraction"),
        pytest.param({"ticket": []}, [], id="no rows"),
        pytest.param({"credit_limit": [limit("1", None)]}, [("main", FIRST_DAY, 20_010)], id="undated: since ever"),
        pytest.param(
            {"credit_limit": [limit("1", 19_000), limit("2", None)]},
            [("main", FIRST_DAY, 20_010)],
            id="one undated among dated ones",
        ),
        pytest.param(
            {"credit_limit": [limit("1", 20_011), limit("2", None)]},
            [("main", FIRST_DAY, 20_010)],
            id="one undated and one to come",
        ),
        pytest.param(
            {"credit_limit": [limit("1", 19_000), limit("2", None, is_retracted=True)]},
            [("main", 19_000, 20_010)],
            id="a retracted one without its day",
        ),
    ],
)
def test_the_days_that_rare_and_undated_facts_supply(facts: Facts, expected: list[tuple[str, int, int]]) -> None:
    found = stretches(tables(facts), Delivery("erp", "alice"), today=today)
    assert [(stretch.legal_entity, stretch.from_day, stretch.to_day) for stretch in found] == expected


@pytest.mark.parametrize("kind", ["invoice", "payment", "order", "delivery", "enquiry", "interaction", "statement"])
def test_an_old_export_of_an_ordinary_flow_does_not_look_fresh(kind: str) -> None:
    day = KINDS[kind].event_on
    assert day is not None
    rows: Facts = {kind: [{"external_id": "1", "legal_entity": "main", "is_retracted": False, day: 19_000}]}
    assert stretches(tables(rows), Delivery("erp", "alice"), today=today) == (Stretch(kind, "main", 19_000, 19_000),)


def test_the_kinds_that_speak_until_their_delivery_have_events_that_are_rare_by_nature() -> None:
    rare = {kind.name for kind in KINDS.values() if kind.speaks_until == "delivery"}
    assert rare == {
        *("contact", "relation", "check", "allocation", "credit_note", "contract", "milestone", "credit_limit"),
        *("ticket", "news_item", "signal", "bad_debt", "group_member", "market_event"),
    }
    assert all(KINDS[kind].event_on and KINDS[kind].supplied_by == "delivery" for kind in rare)


@pytest.mark.parametrize("kind", ["ticket", "credit_limit"])
def test_a_stated_period_wins_over_the_day_of_delivery(kind: str) -> None:
    rows: Facts = {kind: [ticket(19_500) if kind == "ticket" else limit("1", None)]}
    delivery = Delivery("erp", "alice", periods={kind: (19_000, 19_900)})
    assert stretches(tables(rows), delivery, today=today) == (Stretch(kind, "main", 19_000, 19_900),)
