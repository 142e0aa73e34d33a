"""Faults put in on purpose: the worked ledger must disagree with each, or it would be blind to the real ones."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker

from kedun.assessments import store
from kedun.assessments.policy import Policy, compile_policy
from kedun.expressions import sql as printer
from kedun.facts.queries import Supply
from kedun.facts.sources import Reach
from kedun.indicators import sql as measures
from kedun.kernel.days import to_day
from tests.assessments.engines import assess_on, differences, question, shipped_documents, shipped_policy
from tests.case_files import deliver, load, undone

pytestmark = pytest.mark.django_db

LEDGER = load("ledger.yaml")
DAYS: list[date] = LEDGER["days"]
NOWHERE = Path("/nonexistent")
"""PostgreSQL and Python need no folder for a mirror."""


@pytest.fixture(scope="module", autouse=True)
def book(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with undone(django_db_blocker):
        for number in (1, 2):
            deliver(LEDGER["facts"], LEDGER["supplied"], number=number)
        yield


def disagreements(policy: Policy, *, supplied: Mapping[str, Supply] | None = None) -> list[str]:
    """Name what differs from the ledger's expectations on any of its days, on PostgreSQL."""
    found = []
    for day in DAYS:
        asked = question(to_day(day))
        asked = replace(asked, supply=supplied) if supplied else asked
        wrong = differences(LEDGER["expected"][day], assess_on("postgres", policy, asked, NOWHERE))
        found += [f"{day} {each}" for each in wrong]
    return found


def test_without_a_fault_nothing_disagrees() -> None:
    assert disagreements(shipped_policy()) == []


@pytest.mark.parametrize(
    ("measure", "before", "after"),
    [
        pytest.param("settled_late_12m", "settled_age < 365", "settled_age < 366", id="late settlements, a day longer"),
        pytest.param("settled_due_12m", "settled_age < 365", "settled_age < 364", id="settlements, a day shorter"),
        pytest.param("term_days_12m", "issue_age < 365", "issue_age < 366", id="terms granted"),
        pytest.param("invoiced_12m_minor", "issue_age < 365", "issue_age < 366", id="sales"),
        pytest.param("orders_recent", "placed_age < 90", "placed_age < 91", id="orders of the last 90 days"),
        pytest.param("complaints_90d", "opened_age < 90", "opened_age < 91", id="complaints"),
        pytest.param("industry_base_on", "observed_age >= 365", "observed_age >= 364", id="last year's index"),
    ],
)
def test_a_window_shifted_by_a_day_is_noticed(measure: str, before: str, after: str) -> None:
    documents = shipped_documents()
    text: dict[str, Any] = documents["indicators"]["measures"][measure]
    assert before in text["where"]
    text["where"] = text["where"].replace(before, after)
    assert disagreements(compile_policy(documents)) != []


def test_ignoring_what_was_supplied_is_noticed() -> None:
    everything = dict.fromkeys(question(0).supply, Supply("supplied"))
    wrong = disagreements(shipped_policy(), supplied=everything)
    assert [each for each in wrong if "complaints_90d" in each] != []


def test_postgres_passing_over_null_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """PostgreSQL's own GREATEST and LEAST give the other argument where one is NULL."""

    monkeypatch.setitem(printer.BUILD, "greatest", printer._greatest)
    monkeypatch.setitem(printer.BUILD, "least", printer._least)
    monkeypatch.setattr(store, "_statements", {})
    wrong = disagreements(shipped_policy())
    assert [each for each in wrong if "over_limit_minor" in each] != []


def test_an_earlier_day_seen_as_today_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measures, "view_before", lambda view, _: view)
    monkeypatch.setattr(store, "_statements", {})
    assert [each for each in disagreements(shipped_policy()) if "_change_" in each] != []


def test_forgetting_that_payments_came_later_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The balance of an earlier day must not know what was paid since."""
    monkeypatch.setattr(Reach, "day", lambda reach: reach.parameter("as_of"))
    monkeypatch.setattr(store, "_statements", {})
    assert [each for each in disagreements(shipped_policy()) if "receivable_change_90d" in each] != []


def restated_invoices() -> list[str]:
    """Name the invoices that have an earlier version although nobody delivered them twice."""
    twice = {row["external_id"] for row in LEDGER["facts"]["invoice"] if row.get("delivery") == 2}
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT external_id FROM facts_invoice_history ORDER BY 1")
        return [name for (name,) in cursor.fetchall() if name not in twice]


def write_paid_amounts_into_invoices() -> None:
    """The fault of many a ledger: a payment lowers the invoice itself, by a new version of it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT array_agg(column_name::text) FROM information_schema.columns WHERE table_name = 'facts_invoice'"
        )
        names = ", ".join(f'"{name}"' for name in cursor.fetchone()[0])
        partly = "SELECT invoice_id FROM facts_invoice_settlement WHERE cash_minor > 0"
        cursor.execute(
            f"INSERT INTO facts_invoice_history ({names}, known_to_batch)"  # noqa: S608 - names of our own columns
            f" SELECT {names}, known_from_batch + 1 FROM facts_invoice WHERE id IN ({partly})"
        )
        cursor.execute(
            "UPDATE facts_invoice i SET amount_minor = i.amount_minor - s.cash_minor,"
            " known_from_batch = i.known_from_batch + 1"
            " FROM facts_invoice_settlement s WHERE s.invoice_id = i.id AND s.cash_minor > 0"
        )


def test_a_payment_gives_no_invoice_a_new_version() -> None:
    assert restated_invoices() == []


def test_a_paid_amount_written_into_the_invoice_is_noticed() -> None:
    write_paid_amounts_into_invoices()
    assert restated_invoices() != []
    wrong = disagreements(shipped_policy())
    assert [each for each in wrong if "receivable_minor" in each] != []


@pytest.mark.parametrize("engine", ["postgres", "python"])
def test_forgetting_the_day_of_an_application_is_noticed(engine: store.EngineName) -> None:
    """Money that comes tomorrow must not close an item today."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE facts_application SET applied_on = applied_on - 1")
        cursor.execute(
            "UPDATE facts_invoice_settlement SET first_applied_on = first_applied_on - 1,"
            " last_applied_on = last_applied_on - 1, last_cash_on = last_cash_on - 1"
        )
    asked = question(to_day(DAYS[0]))
    assert differences(LEDGER["expected"][DAYS[0]], assess_on(engine, shipped_policy(), asked, NOWHERE)) != []
