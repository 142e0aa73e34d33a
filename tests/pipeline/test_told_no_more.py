"""Whoever lost the right to read of a customer is told of it no more: not by mail, not in a digest, not in the application."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kedun.accounts.models import Person
from kedun.accounts.roles import Notify, Role
from kedun.alerts.actions import apply_verdicts
from kedun.alerts.told.queries import readable
from kedun.facts.ownership.actions import grant, set_owner, withdraw
from kedun.kernel.clock import FixedClock
from kedun.kernel.days import to_date
from kedun.notify.actions import Round, gather_digests, send_waiting
from kedun.notify.channel import Postbox
from kedun.notify.models import Delivery
from kedun.pipeline.telling import tell_people
from tests.alerts.builders import CLOCK, FIRED, NOON, TODAY
from tests.pipeline.small_house import customer, number_of, open_house, receive
from tests.web.clients import client_for, person_of

pytestmark = pytest.mark.django_db
MORNING = FixedClock(NOON + timedelta(days=1))
ROLES = ("outside_expert", "finance", "sales")


@pytest.fixture(autouse=True)
def house(monkeypatch: pytest.MonkeyPatch) -> None:
    """A house on the day of the alerts, with a mail server as far as telling knows."""
    monkeypatch.setenv("KEDUN_NOW", NOON.isoformat())
    monkeypatch.setattr("kedun.pipeline.telling.mail_server", lambda: object())
    open_house()
    receive(customer=[{**customer(code), "name": f"客户{code}有限公司"} for code in "AB"])


def named(role: Role, *, notify: Notify = "at_once") -> Person:
    person = person_of(role, language="en")
    Person.objects.filter(pk=person.pk).update(notify=notify)
    return person


def let(person: Person, *codes: str) -> None:
    for code in codes:
        grant(number_of(code), person_id=person.pk, from_day=TODAY, to_day=None, actor="test", at=NOON)


def alert(*codes: str) -> None:
    """Open an alert for each customer and tell whoever should know."""
    evidence = {"overdue_undisputed_minor": 6_649_532}
    fired = replace(FIRED, rule_key="cumulative_overdue", evidence=evidence, recipients=ROLES)
    verdicts = [replace(fired, customer_id=number_of(code)) for code in codes]
    apply_verdicts(verdicts, as_of=TODAY, known_at=5, clock=CLOCK)
    tell_people(clock=CLOCK)


def sent(clock: FixedClock = CLOCK) -> list[str]:
    """The bodies that are sent now."""
    box = Postbox()
    gather_digests(site="", may_read=readable, by_clock=clock)
    send_waiting(box, may_read=readable, by_clock=clock)
    return [each.written.body for each in box.sent]


def shown(person: Person) -> list[str]:
    return [
        each["subject"] for each in client_for(Person.objects.get(pk=person.pk)).get("/notifications").json["items"]
    ]


def test_a_mail_that_waits_does_not_go_to_an_expert_whose_grant_was_withdrawn() -> None:
    expert = named("outside_expert")
    let(expert, "A", "B")
    alert("A", "B")
    assert len(shown(expert)) == 2
    withdraw(number_of("A"), person_id=expert.pk, actor="test", at=NOON)
    (body,) = sent()
    assert "Customer B" in body
    assert [each for each in shown(expert) if "Customer A" in each] == []
    assert len(shown(expert)) == 1
    assert sorted(Delivery.objects.values_list("state", flat=True)) == ["quiet", "sent"]


def test_a_digest_leaves_out_what_its_reader_lost_overnight() -> None:
    expert = named("outside_expert", notify="digest")
    let(expert, "A", "B")
    alert("A", "B")
    withdraw(number_of("A"), person_id=expert.pk, actor="test", at=NOON)
    (body,) = sent(MORNING)
    assert ("Customer A" in body, "Customer B" in body) == (False, True)


def test_a_digest_of_nothing_is_not_written() -> None:
    expert = named("outside_expert", notify="digest")
    let(expert, "A")
    alert("A")
    withdraw(number_of("A"), person_id=expert.pk, actor="test", at=NOON)
    assert sent(MORNING) == []
    assert list(Delivery.objects.values_list("topic", "state")) == [("alert.opened", "quiet")]


@pytest.mark.parametrize(("lost", "left"), [("A", 1), ("AB", 0)], ids=["in part", "as a whole"])
def test_a_digest_that_could_not_be_sent_is_written_anew_without_it(lost: str, left: int) -> None:
    expert = named("outside_expert", notify="digest")
    let(expert, "A", "B")
    alert("A", "B")
    gather_digests(site="", may_read=readable, by_clock=MORNING)
    down = Postbox(refused={expert.email: "450 later"})
    assert send_waiting(down, may_read=readable, by_clock=MORNING) == Round(failed=1)
    for code in lost:
        withdraw(number_of(code), person_id=expert.pk, actor="test", at=NOON)
    later = FixedClock(MORNING.now() + timedelta(minutes=2))
    assert sent(later) == [], "the digest is taken apart"
    bodies = sent(later)
    assert [("Customer A" in each, "Customer B" in each) for each in bodies] == [(False, True)] * left
    assert Delivery.objects.filter(state="waiting").count() == 0


def test_a_grant_that_ended_shows_nothing_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    expert = named("outside_expert")
    grant(number_of("A"), person_id=expert.pk, from_day=TODAY, to_day=TODAY, actor="test", at=NOON)
    alert("A")
    assert len(shown(expert)) == 1
    monkeypatch.setenv("KEDUN_NOW", MORNING.now().isoformat())
    assert to_date(TODAY) < MORNING.now().date()
    assert shown(expert) == []


def test_a_seller_who_gave_a_customer_away_reads_no_more_of_it() -> None:
    seller, successor = named("sales"), named("sales")
    set_owner(number_of("A"), person_id=seller.pk, from_day=TODAY, actor="test", at=NOON)
    alert("A")
    assert (len(shown(seller)), shown(successor)) == (1, [])
    set_owner(number_of("A"), person_id=successor.pk, from_day=TODAY, actor="test", at=NOON)
    assert (sent(), shown(seller)) == ([], [])


@pytest.mark.parametrize(
    ("role", "is_still_told"),
    [
        pytest.param("service", False, id="amounts are hidden from them now"),
        pytest.param("outside_expert", False, id="names are"),
        pytest.param("cfo", True, id="nothing is"),
        pytest.param("auditor", True, id="only contact details, of which it tells none"),
    ],
)
def test_who_may_read_less_in_a_new_role_is_not_sent_what_was_written_before(role: Role, is_still_told: bool) -> None:
    person = named("finance")
    let(person, "A")
    alert("A")
    Person.objects.filter(pk=person.pk).update(role=role)
    assert len(shown(person)) == is_still_told
    assert len(sent()) == is_still_told
