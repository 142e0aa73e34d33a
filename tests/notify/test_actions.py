"""Keeping, gathering, sending and trying again: nothing twice, nothing lost."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from kedun.accounts.company.actions import set_calendar
from kedun.accounts.models import Person
from kedun.accounts.queries import audit
from kedun.accounts.refusals import MailNotSetUp
from kedun.accounts.roles import Notify
from kedun.kernel.clock import FixedClock
from kedun.kernel.days import to_day
from kedun.notify import actions, refusals, store
from kedun.notify.actions import (
    BURST,
    CALM,
    KEPT,
    MOST_FAILURES,
    Round,
    clear_away,
    gather_digests,
    hush,
    retry,
    send_waiting,
    tell,
)
from kedun.notify.channel import Postbox, Sent
from kedun.notify.models import Delivery
from kedun.notify.notices import Written
from kedun.notify.queries import deliveries, of_person, told_of
from kedun.notify.timing import LEASE, MOST_ATTEMPTS, WAITS
from tests.notify.builders import CLOCK, NOON, told
from tests.web.clients import person_of

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 3, 3, 0, 31, tzinfo=NOON.tzinfo)


def person(notify: Notify = "at_once", *, language: str = "zh") -> Person:
    made = person_of("finance", language="en" if language == "en" else "zh")
    Person.objects.filter(pk=made.pk).update(notify=notify)
    made.refresh_from_db()
    return made


def at(moment: datetime) -> FixedClock:
    return FixedClock(moment)


def keep(*everything: actions.Told, has_mail: bool = True, at: datetime = NOON) -> int:
    with transaction.atomic():
        return tell(everything, has_mail=has_mail, at=at)


def states() -> list[str]:
    return list(Delivery.objects.order_by("id").values_list("state", flat=True))


def the_one() -> Delivery:
    return Delivery.objects.get()


def test_who_wants_to_know_at_once_gets_a_mail_once() -> None:
    li = person()
    assert (keep(told(li)), keep(told(li))) == (1, 0)
    box = Postbox()
    assert send_waiting(box, by_clock=CLOCK) == Round(sent=1)
    assert box.sent == [Sent(li.email, Written("Alert 1", "<p>Alert 1</p>"), the_one().key)]
    assert send_waiting(box, by_clock=at(NOON + timedelta(days=9))) == Round()
    row = the_one()
    assert (row.state, row.attempts, row.sent_at, row.error) == ("sent", 1, NOON, "")


def test_a_notice_address_of_their_own_is_used() -> None:
    li = person()
    Person.objects.filter(pk=li.pk).update(notify_address="phone@corp.example")
    keep(told(li))
    box = Postbox()
    send_waiting(box, by_clock=CLOCK)
    assert [each.to for each in box.sent] == ["phone@corp.example"]


def test_who_left_gets_nothing() -> None:
    li = person()
    keep(told(li))
    Person.objects.filter(pk=li.pk).update(is_active=False)
    box = Postbox()
    assert send_waiting(box, by_clock=CLOCK) == Round()
    assert (box.sent, states()) == ([], ["quiet"])


@pytest.mark.parametrize(
    ("notify", "has_mail", "state"),
    [("at_once", True, "waiting"), ("digest", True, "held"), ("off", True, "quiet"), ("at_once", False, "quiet"), ("digest", False, "quiet")],
)  # fmt: skip
def test_each_is_told_as_they_wish(notify: Notify, has_mail: bool, state: str) -> None:
    keep(told(person(notify)), has_mail=has_mail)
    assert states() == [state]


def test_the_companys_own_address_is_somebody_too() -> None:
    keep(replace(told(person()), person_id=None, address="info@corp.example", key="k"))
    box = Postbox()
    send_waiting(box, by_clock=CLOCK)
    assert [each.to for each in box.sent] == ["info@corp.example"]
    assert deliveries()[0].to == "info@corp.example"


def test_a_refusal_is_tried_again_later_each_time_and_then_given_up() -> None:
    li = person()
    keep(told(li))
    box, now = Postbox(refused={li.email: "550 no such mailbox"}), NOON
    for attempt, wait in enumerate(WAITS, start=1):
        assert send_waiting(box, by_clock=at(now)) == Round(failed=1)
        row = the_one()
        assert (row.state, row.attempts, row.next_try_at, row.error) == (
            "waiting",
            attempt,
            now + wait,
            "550 no such mailbox",
        )
        assert send_waiting(box, by_clock=at(now + wait - timedelta(seconds=1))) == Round()
        now += wait
    assert send_waiting(box, by_clock=at(now)) == Round(failed=1, dead=1)
    assert (the_one().state, the_one().attempts, the_one().next_try_at) == ("dead", MOST_ATTEMPTS, None)
    (row_of_audit,) = audit(subject=f"delivery:{the_one().id}")
    assert (row_of_audit.actor, row_of_audit.verb) == ("notify", "delivery.dead")
    assert row_of_audit.params == {"attempts": 8, "error": "550 no such mailbox", "topic": "alert.opened"}
    assert send_waiting(box, by_clock=at(now + timedelta(days=9))) == Round()


def test_a_dead_one_can_be_tried_anew() -> None:
    li = person()
    keep(told(li))
    Delivery.objects.update(state="dead", attempts=8, next_try_at=None, error="550")
    retry(the_one().id, actor="person:1", has_mail=True, by_clock=CLOCK)
    box = Postbox()
    assert send_waiting(box, by_clock=CLOCK) == Round(sent=1)
    assert (the_one().attempts, the_one().error) == (1, "")
    assert [row.verb for row in audit(subject=f"delivery:{the_one().id}")] == ["delivery.retry"]


def test_only_dead_ones_can_be_tried_anew() -> None:
    keep(told(person()))
    with pytest.raises(refusals.NotDead):
        retry(the_one().id, actor="a", has_mail=True)
    Delivery.objects.update(state="dead", next_try_at=None)
    with pytest.raises(MailNotSetUp):
        retry(the_one().id, actor="a", has_mail=False)
    with pytest.raises(refusals.DeliveryNotFound):
        retry(the_one().id + 1, actor="a", has_mail=True)
    assert states() == ["dead"]


def test_a_server_in_trouble_is_left_alone_for_the_round() -> None:
    people = [person() for _ in range(MOST_FAILURES + 2)]
    keep(*(told(each) for each in people))
    box = Postbox(refused={each.email: "down" for each in people})
    assert send_waiting(box, by_clock=CLOCK) == Round(failed=MOST_FAILURES)
    assert sorted(Delivery.objects.values_list("attempts", flat=True)) == [0, 0, 1, 1, 1]


def test_a_sender_that_dies_in_between_loses_nothing_and_doubles_one_at_most() -> None:
    li, bo = person(), person()
    keep(told(li), told(bo))
    taken = store.claim(now=NOON, lease=LEASE)
    assert taken is not None
    box = Postbox()
    box.send(Written(taken.subject, taken.body), to=taken.address, mark=taken.mark)  # and here it is killed
    soon = at(NOON + LEASE - timedelta(seconds=1))
    assert send_waiting(box, by_clock=soon) == Round(sent=1), "the other one; the first is still taken"
    assert send_waiting(box, by_clock=at(NOON + LEASE)) == Round(sent=1)
    assert sorted(each.to for each in box.sent) == sorted([li.email, li.email, bo.email])
    assert len({each.mark for each in box.sent if each.to == li.email}) == 1, "the double can be told by its mark"
    assert states() == ["sent", "sent"]


def test_what_would_be_many_mails_comes_as_one_after_a_calm() -> None:
    li = person()
    keep(*(told(li, number, gravity=number % 3) for number in range(BURST + 1)))
    box = Postbox()
    assert send_waiting(box, by_clock=CLOCK) == Round()
    keep(told(li, 99), at=NOON + timedelta(minutes=1))
    assert gather_digests(site="https://k.example", by_clock=at(NOON + CALM - timedelta(seconds=1))) == 0
    assert gather_digests(site="https://k.example", by_clock=at(NOON + CALM)) == 1
    assert send_waiting(box, by_clock=at(NOON + CALM)) == Round(sent=1)
    (mail,) = box.sent
    assert mail.written.subject == "【客盾】预警汇总：7 条"
    assert mail.written.body.index("Alert 2") < mail.written.body.index("Alert 1<"), "the graver first"
    assert 'href="https://k.example/alerts/99"' in mail.written.body
    assert gather_digests(site="", by_clock=at(NOON + timedelta(hours=1))) == 0


def test_a_burst_for_one_is_no_burst_for_another() -> None:
    li, bo = person(), person()
    keep(*(told(li, number) for number in range(BURST + 1)), told(bo))
    box = Postbox()
    assert send_waiting(box, by_clock=CLOCK) == Round(sent=1)
    assert [each.to for each in box.sent] == [bo.email]
    keep(told(li, 50), at=NOON + CALM + timedelta(seconds=1))
    assert send_waiting(box, by_clock=at(NOON + CALM + timedelta(seconds=1))) == Round(sent=1), (
        "after the calm as before"
    )


def test_a_digest_gathers_what_was_held_since_the_last() -> None:
    li, bo = person("digest", language="en"), person("digest")
    keep(told(li, 1), told(li, 2, gravity=3), told(bo, 1))
    assert gather_digests(site="", by_clock=CLOCK) == 0, "it is held until half past eight"
    assert gather_digests(site="", by_clock=at(MORNING)) == 2
    keep(told(li, 3), at=MORNING)
    assert gather_digests(site="", by_clock=at(MORNING + timedelta(hours=3))) == 0, "the next morning"
    box = Postbox()
    assert send_waiting(box, by_clock=at(MORNING)) == Round(sent=2)
    mail = next(each for each in box.sent if each.to == li.email)
    assert mail.written.subject == "[kedun] 2 alerts"
    assert mail.written.body.index("Alert 2") < mail.written.body.index("Alert 1")
    assert gather_digests(site="", by_clock=at(MORNING + timedelta(days=1))) == 1
    digest = Delivery.objects.filter(topic="digest", person=li).earliest("id")
    assert set(digest.gathered.values_list("key", flat=True)) == {f"alert.opened:{n}:{li.pk}" for n in (1, 2)}


def test_over_holidays_what_is_held_waits_for_the_next_worked_morning() -> None:
    tuesday = to_day(MORNING.date())
    set_calendar("test", weekend=[6, 7], holidays=[tuesday], workdays=[])
    keep(told(person("digest")))
    assert gather_digests(site="", by_clock=at(MORNING + timedelta(hours=10))) == 0
    assert gather_digests(site="", by_clock=at(MORNING + timedelta(days=1))) == 1


@pytest.mark.parametrize(
    ("state", "age", "is_kept"),
    [
        pytest.param("quiet", KEPT + timedelta(days=1), False, id="over and old"),
        pytest.param("dead", KEPT + timedelta(days=1), False, id="given up and old"),
        pytest.param("quiet", KEPT, True, id="not that old"),
        pytest.param("held", KEPT + timedelta(days=1), True, id="still held"),
    ],
)
def test_what_was_over_long_ago_is_cleared_away(state: str, age: timedelta, is_kept: bool) -> None:
    keep(told(person()))
    Delivery.objects.update(state=state, next_try_at=None)
    assert clear_away(now=NOON + age) == int(not is_kept)
    assert Delivery.objects.exists() == is_kept


def test_a_digest_goes_with_what_stands_in_it_and_a_limit_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    li = person("digest")
    keep(told(li, 1), told(li, 2))
    gather_digests(site="", by_clock=at(MORNING))
    send_waiting(Postbox(), by_clock=at(MORNING))
    monkeypatch.setattr(actions, "MOST_CLEARED", 2)
    later = MORNING + KEPT + timedelta(days=1)
    assert [clear_away(now=later) for _ in range(3)] == [2, 1, 0]
    connection.check_constraints()


def test_what_is_settled_before_the_morning_is_not_told_then() -> None:
    li = person("digest")
    keep(told(li, 1), told(li, 2))
    assert hush(["alert:1"], "alert.opened") == 1
    gather_digests(site="", by_clock=at(MORNING))
    box = Postbox()
    send_waiting(box, by_clock=at(MORNING))
    assert box.sent[0].written.subject == "【客盾】预警汇总：1 条"


def test_people_see_their_own_newest_first_and_not_the_digests() -> None:
    li, bo = person("digest"), person()
    keep(told(li, 1), told(li, 2), told(bo, 1))
    gather_digests(site="", by_clock=at(MORNING))
    assert [each.subject for each in of_person(li.pk)] == ["Alert 2", "Alert 1"]
    assert [each.state for each in of_person(li.pk, limit=1)] == ["gathered"]
    assert [each.subject for each in of_person(li.pk, after=(of_person(li.pk)[0].id,))] == ["Alert 1"]
    assert {each.person_id for each in told_of("alert:1", "alert.opened")} == {li.pk, bo.pk}
    assert [each.topic for each in deliveries(states=["waiting"])] == ["digest", "alert.opened"]


def test_an_endless_error_is_cut() -> None:
    li = person()
    keep(told(li))
    send_waiting(Postbox(refused={li.email: "x" * 9_999}), by_clock=CLOCK)
    assert len(the_one().error) == store.LONGEST_ERROR


@pytest.mark.parametrize(
    "change",
    [
        pytest.param("state = 'lost'", id="a state that is none"),
        pytest.param("state = 'sent'", id="sent without a time"),
        pytest.param("next_try_at = NULL", id="waiting for ever"),
        pytest.param("person_id = NULL", id="to nobody"),
        pytest.param("state = 'gathered'", id="in no digest"),
    ],
)
def test_the_database_refuses(change: str) -> None:
    keep(told(person()))
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE notify_delivery SET {change}")  # noqa: S608 - from the list above
