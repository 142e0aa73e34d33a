"""What is planted between two days stands under its own part of the account and under no other."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

import pytest

from kedun.assessments.change.account import PARTS
from kedun.assessments.change.store import End, ScoreChange, score_changes
from kedun.assessments.policy import Policy, compile_policy
from kedun.facts.actions import Delivery, upsert
from kedun.facts.queries import last_batch
from tests.assessments.accounts import Row, check, delivered, everybody
from tests.assessments.engines import shipped_documents, shipped_policy
from tests.assessments.random_books import TODAY
from tests.case_files import tables

pytestmark = [pytest.mark.django_db, pytest.mark.traced]

D1, D2 = TODAY - 30, TODAY


# One customer, who pays by the tenth day after the due day, and what is planted between D1 and D2.


def invoice(name: str, issue_on: int, **more: Any) -> Row:
    row = {"external_id": name, "customer": "C", "document_no": name, "issue_on": issue_on, "amount_minor": 1_000_00}
    return {**row, "stated_due_on": issue_on + 30, **more}


def payment(name: str, paid_on: int, **more: Any) -> Row:
    return {
        "external_id": f"P{name}",
        "customer": "C",
        "document_no": name,
        "paid_on": paid_on,
        "amount_minor": 1_000_00,
        **more,
    }


def ticket(name: str, opened_on: int, **more: Any) -> Row:
    return {"external_id": name, "customer": "C", "ticket_type": "complaint", "opened_on": opened_on, **more}


OLD = [invoice(f"F{age}", D1 - age) for age in (300, 240, 180, 120, 90)]
BASE: Mapping[str, Sequence[Row]] = {
    "customer": [{"external_id": "C", "name": "客户"}],
    "invoice": [*OLD, invoice("OPEN", D1 - 20)],
    "payment": [payment(str(each["document_no"]), each["issue_on"] + 35) for each in OLD],
    "ticket": [ticket("T1", D1 - 5)],
    "order": [
        {
            "external_id": f"O{age}",
            "customer": "C",
            "order_no": f"O{age}",
            "placed_on": D1 - age,
            "amount_minor": 500_00,
        }
        for age in (200, 150, 100, 60, 40, 10)
    ],
}


def account(
    planted: Mapping[str, Sequence[Row]],
    *,
    before: Policy | None = None,
    after: Policy | None = None,
    supplied: bool = True,
) -> ScoreChange:
    """Account for the customer between D1, as known then, and D2, as known after what is planted."""
    then = delivered(BASE, until=D1)
    now = delivered(planted, until=D2 if supplied else D1)
    old, new = End(D1, then, before or shipped_policy()), End(D2, now, after or shipped_policy())
    (found,) = score_changes(everybody(), old, new)
    check(found)
    return found


def moved(found: ScoreChange) -> dict[str, int]:
    assert len(found.legs) == len(PARTS)
    return {leg.parts[0]: leg.change for leg in found.legs if leg.change}


def test_time_alone_is_time(db: None) -> None:
    found = account({})
    assert moved(found).keys() == {"time"}
    assert moved(found)["time"] < 0
    assert (found.data, found.corrections) == ((), ())


def test_a_payment_that_came_late_is_data(db: None) -> None:
    found = account({"payment": [payment("OPEN", D1 + 25)]})
    assert moved(found).keys() == {"time", "data"}
    assert [(each.kind, each.moved) for each in found.data] == [("payment", "added")]
    assert found.corrections == ()


def test_a_payment_of_before_that_was_told_late_is_a_correction(db: None) -> None:
    found = account({"payment": [payment("OPEN", D1 - 3)]})
    assert moved(found).keys() == {"time", "corrections"}
    assert [(each.kind, each.moved) for each in found.corrections] == [("payment", "added")]
    assert found.data == ()


def test_an_amount_told_otherwise_is_a_correction(db: None) -> None:
    plain = moved(account({}))
    found = account({"payment": [payment("F300", D1 - 100)], "invoice": [invoice("NEW", D1 + 1)]})
    assert moved(found)["time"] == plain["time"]
    assert [(each.kind, each.moved, each.id != 0) for each in found.corrections] == [("payment", "changed", True)]
    assert [each.kind for each in found.data] == ["invoice"]


def test_what_is_taken_back_is_a_correction(db: None) -> None:
    found = account({"invoice": [{**invoice("OPEN", D1 - 20), "is_retracted": True}]})
    assert moved(found).keys() == {"time", "corrections"}
    assert [(each.kind, each.moved) for each in found.corrections] == [("invoice", "gone")]


def test_a_ticket_closed_since_is_data(db: None) -> None:
    found = account({"ticket": [ticket("T1", D1 - 5, closed_on=D1 + 3, cost_minor=99_00)]})
    assert [(each.kind, each.moved) for each in found.data] == [("ticket", "changed")]
    assert found.corrections == ()


def test_a_ticket_closed_before_and_told_late_is_a_correction(db: None) -> None:
    found = account({"ticket": [ticket("T1", D1 - 5, closed_on=D1 - 3)]})
    assert [(each.kind, each.moved) for each in found.corrections] == [("ticket", "changed")]
    assert found.data == ()


def test_another_weight_is_policy(db: None) -> None:
    documents = deepcopy(shipped_documents())
    documents["scorecard"]["items"][0]["weight"] *= 3
    plain = moved(account({}))
    found = account({}, before=shipped_policy(), after=compile_policy(documents))
    assert "policy" in moved(found)
    assert moved(found).keys() <= {"policy", "time"}
    assert plain.keys() == {"time"}


def test_who_was_not_known_has_no_account(db: None) -> None:
    now = delivered(BASE, until=D1)
    (found,) = score_changes(everybody(), End(D1, 0, shipped_policy()), End(D2, now, shipped_policy()))
    assert found.steps[0] is None
    assert found.legs == ()


def test_facts_that_nobody_delivers_any_more_go_stale_by_time(db: None) -> None:
    then = delivered(BASE, until=D1)
    old, new = End(D1, then, shipped_policy()), End(D1 + 200, then, shipped_policy())
    (found,) = score_changes(everybody(), old, new)
    check(found)
    last = found.steps[-1]
    assert last is not None
    assert "stale" in last.missing.values()
    assert found.steps[2] == found.steps[4]


def test_a_first_delivery_of_a_kind_is_data_where_it_speaks_of_later_days(db: None) -> None:
    then = delivered({**BASE, "ticket": []}, until=D1)
    upsert(
        tables({"ticket": [ticket("T9", D1 + 2)]}), delivery=Delivery("crm", "test", periods={"ticket": (D1 + 1, D2)})
    )
    (found,) = score_changes(everybody(), End(D1, then, shipped_policy()), End(D2, last_batch(), shipped_policy()))
    assert [(each.kind, each.moved) for each in found.data] == [("ticket", "added")]
    assert found.corrections == ()
