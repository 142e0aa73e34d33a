"""Cards that rest on a group and on the whole book: accounts and plans are what the engines say, to the hundredth."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from kedun.assessments.around.store import TooManyTogether
from kedun.assessments.assessed import Assessed, line
from kedun.assessments.change.store import End, ScoreChange, score_changes
from kedun.assessments.policy import Policy, compile_policy
from kedun.assessments.store import Question, run
from kedun.assessments.wayback.moving import movers, passes_by_itself
from kedun.assessments.wayback.store import Imagined, Plan, Wish, plan
from kedun.facts.models import CURRENT
from kedun.facts.queries import last_batch, supply_at
from kedun.kernel.days import Day
from tests.assessments.accounts import check, delivered, everybody
from tests.assessments.done_acts import write
from tests.assessments.engines import shipped_documents
from tests.assessments.random_books import TODAY
from tests.case_files import undone

pytestmark = pytest.mark.django_db

OLD = TODAY - 30
NAMES = ("A", "B", "C", "D")


@cache
def further_policy() -> Policy:
    """Half of the score by the group's overdue share, the rest by the longest overdue and the share of the book."""
    documents = shipped_documents()
    documents["scorecard"]["items"] = [
        {"indicator": "group_overdue_share", "weight": 2, "bins": [{"up_to": 0.0001, "points": 100}, {"up_to": 0.22, "points": 80}, {"up_to": 0.25, "points": 70}, {"up_to": 0.75, "points": 50}, {"points": 10}]},
        {"indicator": "overdue_days_max", "weight": 1, "bins": [{"up_to": 0, "points": 100}, {"up_to": 30, "points": 60}, {"points": 20}]},
        {"indicator": "receivable_book_share", "weight": 1, "bins": [{"up_to": 0.1, "points": 100}, {"up_to": 0.4, "points": 60}, {"points": 30}]},
    ]  # fmt: skip
    return compile_policy(documents)


def invoiced(name: str, customer: str, due: Day, amount: int, **more: Any) -> dict[str, Any]:
    row = {"document_no": name, "issue_on": due - 60, "stated_due_on": due, "amount_minor": amount}
    return {"external_id": name, "customer": customer, **row, **more}


def paid(name: str, customer: str, on: Day, amount: int) -> dict[str, Any]:
    return {
        "external_id": f"p{name}", "customer": customer, "document_no": name, "amount_minor": amount, "paid_on": on,
        "method": "transfer",
    }  # fmt: skip


def tie(customer: str, other: str, from_on: Day, to_on: Day | None = None) -> dict[str, Any]:
    return {
        "external_id": f"{customer}-{other}", "customer": customer, "other": other, "relation_type": "affiliate",
        "from_on": from_on, "to_on": to_on,
    }  # fmt: skip


def total(name: str, month_end: Day, amount: int) -> dict[str, Any]:
    return {"external_id": f"{name}-{month_end}", "name": name, "month_end_on": month_end, "total": amount}


@dataclass(frozen=True)
class Told:
    """The batches of the little book: what was known on the old day, and what came after it, told by its parts."""

    then: int
    now: int


FIRST: Mapping[str, list[dict[str, Any]]] = {
    "customer": [{"external_id": name, "name": f"客户{name}"} for name in NAMES],
    "relation": [tie("B", "A", TODAY - 700), tie("C", "A", TODAY - 700, OLD + 10)],
    "invoice": [
        invoiced("A1", "A", TODAY - 50, 1_000_00),
        invoiced("A2", "A", TODAY + 40, 3_000_00),
        invoiced("B1", "B", TODAY - 45, 2_000_00),
        invoiced("B2", "B", OLD + 5, 1_500_00),
        invoiced("C1", "C", TODAY - 100, 900_00),
        invoiced("D1", "D", TODAY + 20, 5_000_00),
    ],
    "payment": [paid("D1", "D", TODAY - 100, 1_00)],
    "book_constant": [total("book_receivable_minor", TODAY - 50, 20_000_00)],
}
DATA: Mapping[str, list[dict[str, Any]]] = {
    "payment": [paid("B1", "B", OLD + 20, 2_000_00)],
    "relation": [tie("D", "A", OLD + 12)],
    "book_constant": [total("book_receivable_minor", TODAY - 20, 9_000_00)],
}
CORRECTION: Mapping[str, list[dict[str, Any]]] = {"payment": [paid("A1", "A", OLD - 3, 400_00)]}


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Told]:
    with undone(django_db_blocker):
        then = delivered(FIRST, until=OLD)
        delivered(DATA, until=TODAY)
        yield Told(then, delivered(CORRECTION, until=TODAY))


def account(of: Told, *, since: Day = OLD, then: int | None = None) -> dict[str, ScoreChange]:
    policy, codes = further_policy(), everybody()
    ends = End(since, of.then if then is None else then, policy), End(TODAY, of.now, policy)
    return {codes[each.customer_id]: each for each in score_changes(codes, *ends)}


def assessed(day: Day, batch: int) -> dict[str, Assessed]:
    asked = Question(day, None if batch == last_batch() else batch, None, supply_at(day, batch))
    return {each.code: each for each in run(further_policy(), asked, engine="postgres")}


@pytest.mark.parametrize("since", [OLD, OLD - 7, TODAY - 1, TODAY - 400])
def test_both_ends_are_what_postgresql_computes_and_the_parts_add_up(told: Told, since: Day) -> None:
    found = account(told, since=since)
    before, after = assessed(since, told.then), assessed(TODAY, told.now)
    for code, each in found.items():
        check(each)
        first, last = each.steps[0], each.steps[-1]
        assert first is not None
        assert last is not None
        assert (line(first), line(last)) == (line(before[code]), line(after[code]))


def parts(each: ScoreChange) -> dict[str, int]:
    return {leg.parts[0]: leg.items.get("group_overdue_share", 0) for leg in each.legs}


def code_of(external_id: str) -> str:
    return str(CURRENT["customer"]._default_manager.values_list("code", flat=True).get(external_id=external_id))


def test_what_happened_to_others_of_the_group_stands_under_its_part(told: Told) -> None:
    found = account(told)
    mine = parts(found[code_of("A")])
    assert mine["policy"] == 0
    assert all(mine[part] != 0 for part in ("time", "data"))
    groups = {code: {everybody()[member] for member in each.members} for code, each in found.items()}
    a, b, c, d = (code_of(name) for name in NAMES)
    assert groups == {a: {b, c, d}, b: {a, c, d}, c: {a, b}, d: {a, b}}  # C was of the group then, D is now


def test_a_correction_of_one_member_is_a_correction_for_all_of_the_group_and_nothing_else(told: Told) -> None:
    """With the correction taken out of the new knowledge the other parts are the same, and there is none."""
    whole, codes, policy = account(told), everybody(), further_policy()
    ends = End(OLD, told.then, policy), End(TODAY, told.now - 1, policy)
    without = {codes[each.customer_id]: each for each in score_changes(codes, *ends)}
    corrected = 0
    for code, each in whole.items():
        kept = [leg.items for leg in each.legs if leg.parts != ("corrections",)]
        assert kept == [leg.items for leg in without[code].legs if leg.parts != ("corrections",)]
        assert [leg.change for leg in without[code].legs if leg.parts == ("corrections",)] == [0]
        corrected += any(leg.change for leg in each.legs if leg.parts == ("corrections",))
    assert corrected >= 2  # of A itself, and of those who share its group today


def test_a_total_of_the_book_that_is_new_is_data_and_one_told_otherwise_is_a_correction(told: Told) -> None:
    def share(each: ScoreChange) -> dict[str, int]:
        return {leg.parts[0]: leg.items.get("receivable_book_share", 0) for leg in each.legs}

    assert share(account(told)[code_of("D")])["corrections"] == 0
    with transaction.atomic():
        again = delivered({"book_constant": [total("book_receivable_minor", TODAY - 50, 5_000_00)]}, until=TODAY)
        old, new = (End(day, batch, further_policy()) for day, batch in ((OLD, told.then), (OLD + 9, again)))
        found = {each.customer_id: each for each in score_changes(everybody(), old, new)}
        number = next(number for number, code in everybody().items() if code == code_of("A"))
        assert share(found[number])["corrections"] != 0
        transaction.set_rollback(True)


def planned(code: str, *, target: int, as_of: Day = TODAY) -> Plan:
    number = next(number for number, each in everybody().items() if each == code)
    wish = Wish(as_of, last_batch(), is_past=as_of < TODAY, policy=further_policy(), pay_by=as_of + 14)
    return plan(Imagined(number, code, wish), target)


@pytest.mark.parametrize("name", NAMES)
def test_a_promised_score_is_what_postgresql_says_once_the_payments_are_facts(told: Told, name: str) -> None:
    code = code_of(name)
    found = planned(code, target=9_000)
    assert found.score == assessed(TODAY, last_batch())[code].score
    assert found.way is not None
    with transaction.atomic():
        write({code: found}, {})
        after = assessed(found.way.day, last_batch())[code]
        told_after = found.after()
        transaction.set_rollback(True)
    assert told_after is not None
    assert (after.score, after.readings) == (found.way.score, told_after.readings)


def test_a_line_that_the_group_moves_is_moved_by_payments(told: Told) -> None:
    assert "pay" in movers(further_policy(), "group_overdue_share")
    assert movers(further_policy(), "group_members") == ()


def test_a_group_of_too_many_is_refused(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kedun.assessments.around.store.MOST_TOGETHER", 2)
    with pytest.raises(TooManyTogether):
        planned(code_of("A"), target=9_000)
    monkeypatch.setattr("kedun.facts.groups.membership.MOST_MEMBERS", 2)
    monkeypatch.setattr("kedun.facts.groups.queries.MOST_MEMBERS", 2)
    monkeypatch.setattr("kedun.assessments.around.store.MOST_TOGETHER", 500)
    with pytest.raises(TooManyTogether):
        planned(code_of("A"), target=9_000)


def test_what_moves_a_line() -> None:
    policy = further_policy()
    assert movers(policy, "bureau_rating_points") == ("bureau_report",)
    assert movers(policy, "lawsuits_open") == ("close_case", "court_extract")
    assert movers(policy, "years_of_cooperation") == ()
    assert movers(policy, "complaints_90d") == ()
    assert passes_by_itself(policy, "complaints_90d")
    assert not passes_by_itself(policy, "strategic_weight")
