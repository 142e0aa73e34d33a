"""What could be known on a day: nothing reported later, told otherwise later or without a date reaches back to it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from django.db import transaction

from kedun.assessments.assessed import Assessed, digest
from kedun.assessments.store import EngineName, Question, run
from kedun.facts import mirror, queries
from kedun.facts.actions import Delivery, upsert
from kedun.facts.merging.actions import merge
from kedun.facts.reported.store import batch_by
from kedun.kernel.days import Day, to_day
from kedun.sample.company import generate
from tests.assessments.engines import ENGINES, question, shipped_policy
from tests.assessments.random_books import CUSTOMERS, TODAY, Book, corrected, in_one, ledger, shared_facts
from tests.assessments.test_engines_agree import PERIODS, delivered, unlike
from tests.facts.refolding import refolded_on_postgres
from tests.pipeline.small_house import START, bill, clock_on, customer, paid, receive

pytestmark = pytest.mark.django_db

LEDGERS = 4
DAY = TODAY - 33
Readings = Mapping[str, Any]


def knowable(as_of: Day, customers: Sequence[int] | None = None) -> Question:
    supply = queries.supply_at(as_of, queries.last_batch())
    listed = None if customers is None else tuple(customers)
    return Question(as_of, None, listed, supply, refolded_on_postgres(as_of, customers))


def found_by(engine: EngineName, asked: Question, folder: Path | None = None) -> dict[str, Assessed]:
    file = mirror.ensure(folder) if engine == "duckdb" and folder else None
    return {each.code: each for each in run(shipped_policy(), asked, engine=engine, mirror=file)}


def readings(code: str = "A", on: Day = START) -> Readings:
    return found_by("postgres", knowable(on))[code].readings


def say_it_is(day: Day, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEDUN_NOW", clock_on(day).at.isoformat())


@pytest.mark.parametrize("again", [False, True], ids=["told once", "told otherwise later, of customers merged since"])
def test_all_engines_agree_on_what_could_be_known(again: bool, tmp_path: Path) -> None:
    books = [ledger(seed) for seed in range(LEDGERS)]
    delivered({**in_one(books), **shared_facts()})
    if again:
        delivered(in_one([corrected(book, 100 + seed) for seed, book in enumerate(books)]))
        one, other = queries.customer_ids(["00/C", "00/A"]).values()
        merge(one, into_id=other, reason="one firm", actor="test")
    for day in (TODAY, DAY):
        everywhere = {engine: found_by(engine, knowable(day), tmp_path) for engine in ENGINES}
        assert unlike(everywhere) == {}
        assert len(everywhere["python"]) == LEDGERS * len(CUSTOMERS) - again
        assert len({digest(each.values()) for each in everywhere.values()}) == 1
    asked = replace(knowable(DAY), customers=tuple(queries.customer_ids(["00/A", "03/B"]).values()))
    few = {engine: found_by(engine, asked, tmp_path) for engine in ENGINES}
    assert unlike(few) == {}
    assert digest(few["python"].values()) == digest(everywhere["python"][code] for code in few["python"])


def _later(book: Book, day: Day, seed: int) -> Book:
    """Make everything that is reported after the day anew, by chance.

    Terms give an invoice its due day whenever they are recorded, so contracts stay.
    """
    chance, other = Random(seed), ledger(1_000 + seed)  # noqa: S311 - not a secret
    fresh = {
        kind: [{**row, "reported_on": day + chance.randint(1, 200)} for row in rows]
        for kind, rows in other.items()
        if kind not in ("customer", "contract")
    }
    known = {
        kind: [row for row in rows if kind in ("customer", "contract") or (row.get("reported_on") or day + 1) <= day]
        for kind, rows in book.items()
    }
    names = {kind: {row["external_id"] for row in rows} for kind, rows in known.items()}
    return {
        kind: [*rows, *(row for row in fresh.get(kind, ()) if row["external_id"] not in names[kind])]
        for kind, rows in known.items()
    }


def _digest_of(book: Book, day: Day) -> str:
    with transaction.atomic():
        delivered(book)
        told = digest(found_by("postgres", knowable(day)).values())
        transaction.set_rollback(True)
    return told


def test_whatever_is_reported_after_a_day_changes_no_verdict_of_it() -> None:
    books = [ledger(seed) for seed in range(LEDGERS)]
    shuffled = [in_one([_later(book, DAY, seed + each) for each, book in enumerate(books)]) for seed in (0, 50, 90)]
    assert len({_digest_of({**book, **shared_facts()}, DAY) for book in shuffled}) == 1
    assert len({str(book) for book in shuffled}) == 3


def test_what_is_told_otherwise_later_changes_no_verdict_of_the_day() -> None:
    books = [ledger(seed) for seed in range(LEDGERS)]
    delivered({**in_one(books), **shared_facts()})
    before = digest(found_by("postgres", knowable(DAY)).values())
    delivered(in_one([corrected(book, 100 + seed) for seed, book in enumerate(books)]))
    assert digest(found_by("postgres", knowable(DAY)).values()) == before


def test_a_statement_published_later_is_not_read() -> None:
    end = START - 60
    sheet = {
        "external_id": "S1",
        "customer": "A",
        "period_end_on": end,
        "total_assets": "100",
        "total_liabilities": "90",
    }
    receive(customer=[customer("A")], statement=[sheet])
    assert readings()["debt_to_assets"] is None
    assert readings(on=end + 119)["debt_to_assets"] is None
    assert readings(on=end + 120)["debt_to_assets"] == 0.9


def test_a_payment_reported_later_leaves_the_bill_open() -> None:
    receive(
        customer=[customer("A")],
        invoice=[bill("A", due_on=START - 40)],
        payment=[{**paid("A", on=START - 50), "reported_on": START + 3}],
    )
    assert readings()["overdue_days_max"] == 40
    assert readings(on=START + 3)["overdue_days_max"] == 0


def test_money_on_account_that_came_to_light_later_leaves_other_money_where_it_was() -> None:
    loose = {"customer": "A", "amount": "1000.00"}
    receive(
        customer=[customer("A")],
        invoice=[bill("A", due_on=START - 40, number="1"), bill("A", due_on=START - 20, number="2")],
        payment=[
            loose | {"external_id": "P1", "paid_on": START - 30, "reported_on": START + 1},
            loose | {"external_id": "P2", "paid_on": START - 10},
        ],
    )
    assert readings()["overdue_days_max"] == 20, "the money that was known went to the oldest bill"
    assert readings(on=START + 1)["receivable_minor"] == 0


def test_undated_flags_limits_and_attributes_are_never_read() -> None:
    flagged = {**bill("A", due_on=START - 40), "is_disputed": True}
    limit = {"external_id": "L1", "customer": "A", "limit_type": "fixed", "amount": "500.00"}
    receive(customer=[{**customer("A"), "strategic_weight": 5}], invoice=[flagged], credit_limit=[limit])
    found = readings()
    assert (found["disputed_minor"], found["overdue_undisputed_minor"]) == (0, 1000_00)
    assert found["limit_utilisation"] is None
    assert found["strategic_weight"] is None


def test_an_attribute_counts_from_the_day_on_which_it_was_reported() -> None:
    receive(customer=[{**customer("A"), "strategic_weight": 5, "reported_on": START}])
    assert readings(on=START - 1)["strategic_weight"] is None
    assert readings()["strategic_weight"] == 5


def test_the_end_of_a_licence_is_no_day_on_which_it_was_told(monkeypatch: pytest.MonkeyPatch) -> None:
    say_it_is(START - 30, monkeypatch)
    receive(customer=[{**customer("A"), "licence_ends_on": START + 10}])
    assert readings()["licence_days_left"] is None
    say_it_is(START, monkeypatch)
    receive(customer=[{**customer("A"), "licence_ends_on": START + 10, "reported_on": START - 5}])
    assert readings(on=START - 6)["licence_days_left"] is None, "it had not been reported yet"
    assert readings()["licence_days_left"] == 10


def test_a_renewed_licence_changes_no_verdict_of_the_past_and_appears_with_what_is_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    say_it_is(START - 30, monkeypatch)
    receive(customer=[{**customer("A"), "licence_ends_on": START + 10}], invoice=[bill("A", due_on=START - 40)])
    before, known = digest(found_by("postgres", knowable(START)).values()), queries.last_batch()
    receive(customer=[{**customer("A"), "licence_ends_on": START + 400, "paid_in_capital": "5.00"}])
    assert digest(found_by("postgres", knowable(START)).values()) == before
    left = [
        found_by("postgres", question(START, known_at=batch))["A"].readings["licence_days_left"]
        for batch in (known, queries.last_batch())
    ]
    assert left == [10, 400]


@pytest.mark.parametrize(("closed_on", "on", "cost"), [
    pytest.param(START - 5, START - 6, None, id="not closed yet: its cost is not known"),
    pytest.param(START - 5, START - 5, 50_00, id="closed on the day"),
    pytest.param(None, START, None, id="never closed: nobody says when its cost was known"),
])  # fmt: skip
def test_the_cost_of_a_ticket_is_known_from_its_closing_day_on(
    closed_on: Day | None, on: Day, cost: int | None
) -> None:
    ticket = {
        "external_id": "T1",
        "customer": "A",
        "ticket_type": "complaint",
        "opened_on": START - 20,
        "cost": "50.00",
    }
    receive(customer=[customer("A")], ticket=[{**ticket, "closed_on": closed_on}])
    assert readings(on=on)["cost_to_serve_12m_minor"] == cost


def test_of_a_live_source_only_what_had_come_in_by_the_day_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    say_it_is(START - 45, monkeypatch)
    receive(
        customer=[customer("A")], invoice=[bill("A", due_on=START - 40)], payment=[paid("A", on=START - 90, number="9")]
    )
    say_it_is(START + 5, monkeypatch)
    receive(payment=[paid("A", on=START - 50)])
    assert readings()["overdue_days_max"] == 40, "the payment had happened, but we had not been told"
    assert readings(on=START + 5)["overdue_days_max"] == 0
    assert batch_by(START + 4) == batch_by(START - 45) < batch_by(START + 5)


def test_a_correction_counts_from_the_day_on_which_it_came(monkeypatch: pytest.MonkeyPatch) -> None:
    say_it_is(START - 45, monkeypatch)
    receive(customer=[customer("A")], invoice=[bill("A", due_on=START - 40)])
    say_it_is(START + 5, monkeypatch)
    receive(invoice=[bill("A", due_on=START - 40, amount="300.00")])
    assert readings()["receivable_minor"] == 1000_00
    assert readings(on=START + 5)["receivable_minor"] == 300_00
    assert readings(on=START - 50)["receivable_minor"] == 1000_00, "before we were told anything, the first word counts"


def test_a_retraction_reaches_back_no_further_than_a_correction() -> None:
    receive(customer=[customer("A")], invoice=[bill("A", due_on=START - 40)])
    receive(invoice=[{**bill("A", due_on=START - 40), "is_retracted": True}])
    assert readings()["receivable_minor"] == 1000_00


def test_terms_that_arrive_after_the_invoice_still_give_it_its_due_day() -> None:
    undue = {**bill("A", due_on=START - 40), "stated_due_on": None}
    receive(customer=[customer("A")], invoice=[undue])
    receive(customer=[{**customer("A"), "terms_days": 30}])
    assert readings()["overdue_days_max"] == 40, "the order of files is no correction"


def _tables(until: Day, start: Day) -> dict[str, pa.Table]:
    made = dict(generate(customers=60, seed=11, until=until, start=start).tables)
    flags = pa.array([False] * made["invoice"].num_rows)
    made["invoice"] = made["invoice"].set_column(
        made["invoice"].schema.get_field_index("is_disputed"), "is_disputed", flags
    )
    made["credit_limit"] = made["credit_limit"].filter(pc.is_valid(made["credit_limit"]["from_on"]))
    return made


def test_the_past_of_a_longer_book_reads_like_the_book_of_that_day() -> None:
    start, day, until = (to_day(date(2022, *each)) for each in ((1, 1), (12, 31), (8, 31)))
    until += 365
    told = []
    for last in (day, until):
        with transaction.atomic():
            periods = dict.fromkeys(PERIODS, (start, last))
            upsert(_tables(last, start), delivery=Delivery(source="sample", actor="test", periods=periods))
            told.append(found_by("postgres", knowable(day)))
            transaction.set_rollback(True)
    short, long = told
    assert {code: each.readings for code, each in long.items() if code in short} == {
        code: each.readings for code, each in short.items()
    }
    assert any(each.readings["overdue_minor"] for each in short.values())


def test_customers_that_were_merged_since_are_one_firm_on_every_past_day(monkeypatch: pytest.MonkeyPatch) -> None:
    say_it_is(START - 30, monkeypatch)
    receive(customer=[customer("A"), customer("B")], invoice=[bill("A", due_on=START - 5), bill("B", due_on=START - 5)])
    say_it_is(START, monkeypatch)
    apart = [readings(code, START - 1)["receivable_minor"] for code in ("A", "B")]
    numbers = queries.customer_ids(["A", "B"])
    merge(numbers["B"], into_id=numbers["A"], reason="one firm", actor="test")
    together = found_by("postgres", knowable(START - 1))
    assert [each for each in together if each in ("A", "B")] == ["A"]
    assert together["A"].readings["receivable_minor"] == sum(apart) > 0
    listed = found_by("postgres", knowable(START - 1, [numbers["A"]]))
    assert digest(listed.values()) == digest(together.values())
