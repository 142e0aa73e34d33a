"""Plans worked by hand: what is asked for, what is not, and what a day to come may be promised on."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from kedun.assessments.policy import Policy, compile_policy
from kedun.assessments.wayback.store import (
    HORIZON_DAYS,
    Imagined,
    Plan,
    TooManyInvoices,
    Wish,
    line_of,
    plan,
)
from kedun.facts.actions import Delivery, upsert
from kedun.facts.queries import last_batch
from kedun.kernel.days import Day
from tests.assessments.accounts import PERIODS, Row, delivered, everybody
from tests.assessments.engines import shipped_documents
from tests.assessments.random_books import TODAY
from tests.case_files import tables

PAY_BY = TODAY + 14


def owed(name: str, due_on: Day, **more: Any) -> Row:
    row = {"external_id": name, "customer": "C", "document_no": name, "issue_on": min(due_on - 30, TODAY - 5)}
    return {**row, "stated_due_on": due_on, "amount_minor": 1_000_00, **more}


def settled(name: str, due_on: Day, *, late: int) -> tuple[Row, Row]:
    paid = {"external_id": f"P{name}", "customer": "C", "document_no": name, "paid_on": due_on + late}
    return owed(name, due_on), {**paid, "amount_minor": 1_000_00}


def card(*items: Mapping[str, Any], **more: Any) -> Policy:
    """The shipped policy with a card of few lines."""
    documents = shipped_documents()
    label = {"zh": "评分卡", "en": "Card"}
    documents["scorecard"] = {"label": label, "missing": "spread", "items": [*items], **more}
    return compile_policy(documents)


OVERDUE_SHARE = {
    "indicator": "overdue_share",
    "weight": 1,
    "bins": [{"up_to": 0, "points": 100}, {"up_to": 0.5, "points": 70}, {"points": 0}],
}
OVERDUE_DAYS = {
    "indicator": "overdue_days_max",
    "weight": 1,
    "bins": [{"up_to": 0, "points": 100}, {"up_to": 30, "points": 60}, {"points": 20}],
}
LATENESS = {"indicator": "average_days_late_12m", "weight": 1, "bins": [{"up_to": 10, "points": 100}, {"points": 0}]}
COMPLAINTS = {"indicator": "complaints_90d", "weight": 1, "bins": [{"up_to": 0, "points": 100}, {"points": 0}]}
LAWSUITS = {"indicator": "lawsuits_open", "weight": 2, "bins": [{"up_to": 0, "points": 100}, {"points": 0}]}


def made(policy: Policy, facts: Mapping[str, Sequence[Row]], *, target: int | None = None, **more: Any) -> Plan:
    """Deliver facts of customer C and make its plan."""
    delivered({"customer": [{"external_id": "C", "name": "客户"}], **facts}, until=TODAY)
    return planned(policy, target=target, **more)


def planned(policy: Policy, *, target: int | None = None, as_of: Day = TODAY, is_past: bool = False) -> Plan:
    wanted = line_of(policy) if target is None else target
    wish = Wish(as_of, last_batch(), is_past=is_past, policy=policy, pay_by=as_of + 14)
    ((number, code),) = everybody().items()
    return plan(Imagined(number, code, wish), wanted)


def told(found: Plan) -> tuple[str, list[list[str]], int | None, int | None]:
    """The state, the invoices of each step, the day counted from today, the score."""
    if found.way is None:
        return found.state, [], None, None
    names = [[each.name for each in found.items(step)] for step in sorted(found.way.steps)]
    return found.state, names, found.way.day - found.wish.as_of, found.way.score


@pytest.mark.django_db
def test_only_what_is_needed_is_asked_for() -> None:
    """A is 40 days overdue, B 10; of 4,000 owed, 2,000 are overdue.

    Today: share 50 % → 70, 40 days → 20: 45. With A paid: 33 % → 70, on day 14 B is 24 days overdue → 60: 65. With B
    paid only: 70 and 20: 45. With both: 100 and 100.
    """
    facts = {"invoice": [owed("A", TODAY - 40), owed("B", TODAY - 10), owed("C", TODAY + 90), owed("D", TODAY + 91)]}
    found = made(card(OVERDUE_SHARE, OVERDUE_DAYS), facts)
    assert (found.score, found.idle) == (4_500, 4_500)
    assert told(found) == ("plan", [["A"]], 14, 6_500)
    assert found.way is not None
    assert list(found.way.without.values()) == [4_500]
    assert told(planned(found.wish.policy, target=9_000)) == ("plan", [["A"], ["B"]], 14, 10_000)
    assert told(planned(found.wish.policy, target=4_500)) == ("above", [], None, None)


@pytest.mark.django_db
def test_what_falls_due_before_the_promised_day_is_paid_on_its_day() -> None:
    """A is overdue and E falls due on day 5: on day 14 both must be paid for a score of 100; F falls due after it."""
    facts = {"invoice": [owed("A", TODAY - 40), owed("E", TODAY + 5), owed("F", TODAY + 14)]}
    found = made(card(OVERDUE_SHARE), facts, target=10_000)
    assert told(found) == ("plan", [["A"], ["E"]], 14, 10_000)
    assert found.way is not None
    assert [each.do_on for step in sorted(found.way.steps) for each in found.items(step)] == [PAY_BY, TODAY + 5]


@pytest.mark.django_db
def test_a_very_late_invoice_is_left_unpaid_where_paying_it_does_harm() -> None:
    """Paid on day 14, A is 214 days late and B 24; OLD was paid in time.

    Today two thirds are overdue → 0, nothing was late → 100: 66.67. Both paid: 100, and 79 days late on average → 0: 33.33.
    B alone: half is overdue → 70, and 12 days on average → 100: 90.
    """
    invoice, payment = settled("OLD", TODAY - 60, late=0)
    facts = {
        "invoice": [invoice, owed("A", TODAY - 200), owed("B", TODAY - 10), owed("D", TODAY + 99)],
        "payment": [payment],
    }
    late = LATENESS | {"weight": 2, "bins": [{"up_to": 15, "points": 100}, {"points": 0}]}
    found = made(card(OVERDUE_SHARE, late), facts, target=8_000)
    assert (found.score, found.idle) == (6_667, 6_667)
    assert told(found) == ("plan", [["B"]], 14, 9_000)
    assert told(planned(found.wish.policy, target=9_500)) == ("unreachable", [["B"]], 14, 9_000)


@pytest.mark.django_db
def test_time_alone_is_a_plan() -> None:
    """The complaint of 80 days ago leaves the window of 90 days in 10 days."""
    ticket = {"external_id": "T", "customer": "C", "ticket_type": "complaint", "opened_on": TODAY - 80}
    found = made(card(COMPLAINTS), {"ticket": [ticket]})
    assert told(found) == ("wait", [], 10, 10_000)


@pytest.mark.django_db
def test_a_signal_fades() -> None:
    """40 points that fade in 100 days: 40 − 40·40/100 = 24 are left today: 76. In 8 days 20.8 are, of which 20 count."""
    signal = {
        "external_id": "S",
        "customer": "C",
        "signal_type": "x",
        "points": 40,
        "observed_on": TODAY - 40,
        "expires_on": TODAY + 60,
    }
    found = made(card(COMPLAINTS, signal_cap=50), {"signal": [signal]}, target=8_000)
    assert found.score == 7_600
    assert told(found) == ("wait", [], 8, 8_000)


@pytest.mark.django_db
def test_nobody_comes_back_because_we_know_less() -> None:
    """The check that found a lawsuit is out of date in 65 days; without it the card would know nothing bad any more."""
    facts = {
        "check": [{"external_id": "K", "customer": "C", "scope": "legal", "checked_on": TODAY - 300}],
        "legal_event": [
            {"external_id": "L", "customer": "C", "event_type": "lawsuit", "role": "defendant", "filed_on": TODAY - 400}
        ],
    }  # fmt: skip
    found = made(card(COMPLAINTS, LAWSUITS), facts)
    assert found.score == 3_333
    assert told(found)[0] == "unreachable"
    assert told(found)[2:] == (1, 3_333)
    good = planned(
        card(COMPLAINTS | {"weight": 2, "bins": [{"points": 50}]}, LAWSUITS | {"weight": 1, "bins": [{"points": 90}]})
    )
    assert told(good) == ("above", [], None, None)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("facts", "periods", "state"),
    [
        pytest.param({}, {}, "not_supplied", id="no payments are delivered"),
        pytest.param(
            {}, {"payment": (TODAY - 900, TODAY - 60), "invoice": (TODAY - 900, TODAY)}, "not_supplied", id="stale"
        ),
    ],
)
def test_without_the_ledger_nothing_is_promised(facts: Any, periods: Any, state: str) -> None:
    ticket = {"external_id": "T", "customer": "C", "ticket_type": "complaint", "opened_on": TODAY - 80}
    rows: Mapping[str, Sequence[Row]] = {"customer": [{"external_id": "C", "name": "客户"}], "ticket": [ticket]}
    upsert(
        tables(rows), delivery=Delivery(source="case", actor="test", periods={"ticket": PERIODS["ticket"], **periods})
    )
    assert planned(card(COMPLAINTS)).state == state


@pytest.mark.django_db
def test_without_a_score_there_is_no_plan() -> None:
    assert made(card(LAWSUITS), {}).state == "unrated"


@pytest.mark.django_db
def test_what_happened_since_is_left_out_of_a_plan_of_the_past() -> None:
    facts = {
        "invoice": [owed("A", TODAY - 40), owed("D", TODAY + 90, issue_on=TODAY - 60)],
        "payment": [settled("A", TODAY - 40, late=35)[1]],
    }
    found = made(card(OVERDUE_SHARE), facts)
    assert told(found) == ("above", [], None, None)
    then = planned(found.wish.policy, target=9_000, as_of=TODAY - 10, is_past=True)
    assert told(then) == ("plan", [["A"]], 14, 10_000)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("work", "days", "bundles"),
    [
        pytest.param(8 * 120, 32, 8, id="by weeks"),
        pytest.param(8 * 40, 7, 8, id="by months"),
        pytest.param(8 * 39, 1, 8, id="on the day of payment only"),
        pytest.param(8, 1, 6, id="with few steps"),
    ],
)
def test_the_larger_the_ledger_the_less_is_tried(
    work: int, days: int, bundles: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kedun.assessments.wayback.store.WORK", work)
    invoices = [owed(f"A{number}", TODAY - 40 - number) for number in range(7)]
    found = made(card(OVERDUE_SHARE), {"invoice": [*invoices, owed("D", TODAY + 99)]}).imagined
    tried = found.days()
    assert (len(tried), len(found.offer.acts)) == (days, bundles)
    assert PAY_BY in tried
    assert TODAY < tried[0] <= tried[-1] <= TODAY + HORIZON_DAYS


@pytest.mark.django_db
def test_of_too_many_invoices_no_plan_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kedun.assessments.wayback.store.MOST_INVOICES", 1)
    with pytest.raises(TooManyInvoices):
        made(card(OVERDUE_SHARE), {"invoice": [owed("A", TODAY - 40), owed("B", TODAY - 10)]})


LIMIT_USE = {"indicator": "limit_utilisation", "weight": 1, "bins": [{"up_to": 0.8, "points": 100}, {"points": 0}]}


@pytest.mark.django_db
def test_part_of_an_invoice_is_asked_for_where_that_is_enough() -> None:
    """1,000 are open under a limit of 900: 720 may stay open, so 280 are to be paid; a half is the least quarter of it."""
    limit = {"external_id": "L", "customer": "C", "limit_type": "fixed", "amount_minor": 900_00, "from_on": TODAY - 90}
    found = made(card(LIMIT_USE), {"invoice": [owed("A", TODAY - 40)], "credit_limit": [limit]})
    assert told(found) == ("plan", [["A"]], 14, 10_000)
    assert found.way is not None
    (item,) = found.items(found.way.steps[0])
    assert (item.is_part, item.amount_minor) == (True, 500_00)


@pytest.mark.django_db
def test_a_disputed_invoice_is_settled_and_paid() -> None:
    facts = {"invoice": [owed("A", TODAY - 40, is_disputed=True), owed("D", TODAY + 90)]}
    found = made(card(OVERDUE_SHARE), facts, target=9_000)
    assert told(found) == ("plan", [["A"]], 14, 10_000)
    assert found.way is not None
    assert found.act(found.way.steps[0]).sort == "settle_dispute"


@pytest.mark.django_db
def test_a_lawsuit_takes_longer_than_a_payment() -> None:
    facts = {
        "check": [{"external_id": "K", "customer": "C", "scope": "legal", "checked_on": TODAY - 5}],
        "legal_event": [{"external_id": "L", "customer": "C", "event_type": "lawsuit", "role": "defendant",
                         "filed_on": TODAY - 50, "case_no": "1"}],
    }  # fmt: skip
    found = made(card(COMPLAINTS, LAWSUITS), facts)
    assert told(found) == ("plan", [["1"]], 14 + 60, 10_000)


@pytest.mark.django_db
def test_nothing_is_asked_for_of_which_we_are_told_nothing() -> None:
    """Obligations are not delivered to us, so that nobody is asked to meet any."""
    met = {"indicator": "contract_fulfilment_rate", "weight": 1, "bins": [{"up_to": 0.5, "points": 0}, {"points": 100}]}
    policy = card(COMPLAINTS, met)
    periods = {kind: PERIODS[kind] for kind in ("ticket", "invoice", "payment")}
    rows: Mapping[str, Sequence[Row]] = {"customer": [{"external_id": "C", "name": "客户"}]}
    upsert(tables(rows), delivery=Delivery(source="case", actor="test", periods=periods))
    assert planned(policy, target=1_000).state == "above"
    assert planned(policy, target=1_000).imagined.offer.acts == ()


@pytest.mark.django_db
def test_the_policy_of_the_promised_day_judges_it() -> None:
    """From day 10 on nothing overdue is worth less, and the line is another: what is promised for day 14 is its score."""
    facts = {"invoice": [owed("A", TODAY - 40), owed("D", TODAY + 90)]}
    strict = card(OVERDUE_SHARE | {"bins": [{"up_to": 0, "points": 75}, {"points": 0}]})
    found = made(card(OVERDUE_SHARE | {"bins": [{"up_to": 0, "points": 100}, {"points": 0}]}), facts)
    assert told(found) == ("plan", [["A"]], 14, 10_000)
    ((number, code),) = everybody().items()
    wish = replace(found.wish, coming=((TODAY + 10, strict),))
    judged = plan(Imagined(number, code, wish))
    assert told(judged) == ("plan", [["A"]], 14, 7_500)
    assert judged.policy is strict
    after = judged.after()
    assert after is not None
    assert after.score == 7_500
    later = plan(Imagined(number, code, replace(found.wish, coming=((TODAY + 15, strict),))))
    assert told(later) == ("plan", [["A"]], 14, 10_000)
    assert later.policy is found.wish.policy


@pytest.mark.django_db
def test_a_policy_to_come_may_bring_a_customer_back_by_itself() -> None:
    facts = {"invoice": [owed("A", TODAY - 40), owed("D", TODAY + 90)]}
    lenient = card(OVERDUE_SHARE | {"bins": [{"points": 80}]})
    found = made(card(OVERDUE_SHARE | {"bins": [{"points": 0}]}), facts)
    assert found.state == "unreachable"
    ((number, code),) = everybody().items()
    changed = plan(Imagined(number, code, replace(found.wish, coming=((TODAY + 40, lenient),))))
    assert told(changed) == ("wait", [], 40, 8_000)


@pytest.mark.django_db
def test_who_pays_all_that_is_owed_owes_no_share_of_it() -> None:
    """With A paid nothing is open: the overdue share has no base, and the longest overdue is none. Nothing is less known."""
    found = made(card(OVERDUE_SHARE | {"bins": [{"up_to": 0, "points": 100}, {"points": 0}]}, OVERDUE_DAYS),
                 {"invoice": [owed("A", TODAY - 40)]})  # fmt: skip
    assert found.score == 1_000
    assert told(found) == ("plan", [["A"]], 14, 10_000)
