"""From an alert to the people who should know: in their language, masked for them, never to a stranger."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from kedun.accounts.company.actions import set_company, set_mail
from kedun.accounts.models import Person
from kedun.accounts.roles import Role
from kedun.alerts import actions
from kedun.alerts.actions import apply_verdicts, withdraw
from kedun.alerts.decide import CustomerVerdict, NamedAction
from kedun.alerts.models import Alert
from kedun.alerts.owners import owner_text
from kedun.alerts.queries import open_alerts
from kedun.facts.ownership.actions import grant, set_owner
from kedun.kernel.clock import FixedClock
from kedun.kernel.words import Language
from kedun.notify.actions import Round, gather_digests, send_waiting
from kedun.notify.channel import Postbox
from kedun.notify.models import Delivery
from kedun.notify.queries import mail_server, site
from kedun.outbox.queries import waiting
from kedun.pipeline import telling
from kedun.pipeline.telling import tell_people
from tests.alerts.builders import CLEAR, CLOCK, FIRED, NOON, TODAY
from tests.notify.builders import Sink, html, plain, sink
from tests.pipeline.small_house import customer, number_of, open_house, receive
from tests.web.clients import person_of

pytestmark = pytest.mark.django_db

LATER = FixedClock(NOON + timedelta(hours=1))
EVIDENCE = {"overdue_days_max": 45, "overdue_undisputed_minor": 6_649_532}


@pytest.fixture
def server(settings: Settings) -> Iterator[Sink]:
    """A house with a mail server, whose people use it at an address of its own."""
    settings.KEDUN_URL = "https://kedun.example"
    open_house()
    with sink() as held:
        set_mail("test", url=f"smtp://127.0.0.1:{held.port}", sender="客盾 <kedun@corp.example>")
        yield held


def fired(code: str = "A", **changed: Any) -> CustomerVerdict:
    """Let a rule fire for a customer, who is made where there is none; the sales director is to know."""
    receive(customer=[{**customer(code), "name": f"客户{code}有限公司", "owner": changed.pop("files_say", "")}])
    said: dict[str, Any] = {"rule_key": "cumulative_overdue", "evidence": EVIDENCE, "recipients": ("sales_director",)}
    return replace(FIRED, customer_id=number_of(code), **(said | changed))


def opened(code: str = "A", **changed: Any) -> int:
    """Open an alert; gives its number."""
    verdict = fired(code, **changed)
    apply_verdicts([verdict], as_of=TODAY, known_at=5, clock=CLOCK)
    return next(each.id for each in open_alerts(verdict.customer_id) if each.rule_key == verdict.rule_key)


def told() -> dict[str, str]:
    """Who is told, and how."""
    rows = Delivery.objects.exclude(topic="digest").order_by("id").values_list("person__name", "state")
    return {name or "company": state for name, state in rows}


def named(role: Role, name: str, *, language: Language = "zh", files: tuple[str, ...] = ()) -> Person:
    return person_of(role, name=name, language=language, names_in_files=files)


def wish(person: Person, notify: str) -> None:
    Person.objects.filter(pk=person.pk).update(notify=notify)


def test_an_opened_alert_is_mailed_in_the_language_of_each(server: Sink) -> None:
    zh, en = named("sales_director", "Wang"), named("sales_director", "Smith", language="en")
    number = opened()
    assert tell_people(clock=CLOCK) == 1
    way = mail_server()
    assert way is not None
    assert send_waiting(way, by_clock=CLOCK) == Round(sent=2)
    letters = {each["To"]: each for each in server.letters}
    assert letters[zh.email]["Subject"] == "【客盾】高：客户A有限公司 累计逾期超过5万元"
    assert letters[en.email]["Subject"] == "[kedun] high: 客户A有限公司, Cumulative overdue above CNY 50,000"
    assert "- 无争议逾期金额：CNY 66,495.32" in plain(letters[zh.email])
    assert "- Longest overdue in days: 45 days" in plain(letters[en.email])
    for letter in letters.values():
        assert f'<a href="https://kedun.example/alerts/{number}">' in html(letter)
    assert Alert.objects.get(id=number).told == 2


def test_telling_again_tells_nobody_twice(server: Sink) -> None:
    named("sales_director", "Wang")
    opened()
    assert (tell_people(clock=CLOCK), tell_people(clock=CLOCK)) == (1, 0)
    assert waiting("alert.opened") == ()
    assert told() == {"Wang": "waiting"}


def test_a_refused_receiver_is_tried_again_until_the_mail_arrives(server: Sink) -> None:
    wang = named("sales_director", "Wang")
    server.refused.add(wang.email)
    opened()
    tell_people(clock=CLOCK)
    way = mail_server()
    assert way is not None
    assert send_waiting(way, by_clock=CLOCK) == Round(failed=1)
    assert "no such mailbox" in Delivery.objects.get().error
    server.refused.clear()
    assert send_waiting(way, by_clock=FixedClock(NOON + timedelta(minutes=1))) == Round(sent=1)
    assert server.receivers == [wang.email]


def test_role_owner_and_assigned_are_told_and_nobody_else(server: Sink) -> None:
    named("sales_director", "by role")
    keeper, owner = named("finance", "assigned"), named("sales", "owner")
    named("finance", "other finance")
    named("sales", "other sales")
    verdict = fired()
    set_owner(verdict.customer_id, person_id=owner.pk, from_day=TODAY, actor="test", at=NOON)
    apply_verdicts([verdict], as_of=TODAY, known_at=5, clock=CLOCK)
    number = open_alerts(verdict.customer_id)[0].id
    actions.assign(number, owner=owner_text(keeper.pk), actor="person:999", by_clock=CLOCK)
    tell_people(clock=CLOCK)
    assert told().keys() == {"by role", "assigned", "owner"}
    bodies = {
        row.person.name: row.body
        for row in Delivery.objects.filter(topic="alert.opened").select_related("person")
        if row.person
    }
    assert "您的角色" in bodies["by role"]
    assert "您是该客户的负责人" in bodies["owner"]
    assert "该预警由您处理" in bodies["assigned"]


def test_a_role_is_told_only_of_customers_in_its_scope(server: Sink) -> None:
    mine, stranger = named("sales", "mine", files=("张三",)), named("sales", "stranger", files=("李四",))
    opened("A", recipients=("sales", "outside_expert"), files_say="张三")
    named("outside_expert", "outsider")
    tell_people(clock=CLOCK)
    assert told() == {"mine": "waiting"}
    assert stranger.pk not in Delivery.objects.values_list("person_id", flat=True)
    assert mine.pk in Delivery.objects.values_list("person_id", flat=True)


def test_an_owner_who_left_is_not_told(server: Sink) -> None:
    gone = named("sales", "gone", files=("张三",))
    Person.objects.filter(pk=gone.pk).update(is_active=False)
    number = opened(files_say="张三")
    tell_people(clock=CLOCK)
    assert told() == {}
    assert Alert.objects.get(id=number).told == 0


def test_amounts_and_names_are_hidden_from_whom_they_are_hidden(server: Sink) -> None:
    named("service", "service", language="en")
    expert = named("outside_expert", "expert", language="en")
    verdict = fired(recipients=("service", "outside_expert"))
    grant(verdict.customer_id, person_id=expert.pk, from_day=TODAY, to_day=None, actor="test", at=NOON)
    apply_verdicts([verdict], as_of=TODAY, known_at=5, clock=CLOCK)
    tell_people(clock=CLOCK)
    rows = {row.person.name: row for row in Delivery.objects.select_related("person") if row.person}
    assert "66,495" not in rows["service"].body
    assert "(hidden)" in rows["service"].body
    assert "客户A有限公司" not in rows["expert"].body + rows["expert"].subject
    assert "Customer A" in rows["expert"].subject
    assert "66,495.32" in rows["expert"].body


def test_whom_a_rule_notifies_by_action_is_told_too(server: Sink) -> None:
    named("cfo", "cfo")
    opened(
        recipients=(), actions=(NamedAction("notify", {"to": "cfo", "value": ""}), NamedAction("task", {"to": "cfo"}))
    )
    tell_people(clock=CLOCK)
    assert told() == {"cfo": "waiting"}


def test_nobody_to_tell_is_marked_and_goes_to_the_company(server: Sink) -> None:
    number = opened()
    tell_people(clock=CLOCK)
    assert (Alert.objects.get(id=number).told, told()) == (0, {})
    set_company("test", name="Ours", notify_address="info@corp.example")
    opened("B")
    tell_people(clock=CLOCK)
    way = mail_server()
    assert way is not None
    send_waiting(way, by_clock=CLOCK)
    assert server.receivers == ["info@corp.example"]
    assert "没有人能收到该预警" in plain(server.letters[0])


def test_without_a_mail_server_it_is_shown_in_the_application() -> None:
    open_house()
    named("sales_director", "Wang")
    number = opened()
    tell_people(clock=CLOCK)
    assert (told(), Alert.objects.get(id=number).told) == ({"Wang": "quiet"}, 1)


def test_an_alert_that_is_over_before_anybody_was_told_is_not_told(server: Sink) -> None:
    named("sales_director", "Wang")
    verdict = fired()
    apply_verdicts([verdict], as_of=TODAY, known_at=5, clock=CLOCK)
    apply_verdicts(
        [replace(CLEAR, customer_id=verdict.customer_id, rule_key=verdict.rule_key)],
        as_of=TODAY,
        known_at=6,
        clock=CLOCK,
    )
    assert tell_people(clock=CLOCK) == 2
    assert told() == {}


def test_who_was_told_of_the_opening_is_told_of_the_end(server: Sink) -> None:
    wang = named("sales_director", "Wang")
    named("cfo", "was not told")
    number = opened()
    tell_people(clock=CLOCK)
    alert = Alert.objects.get(id=number)
    verdict = replace(CLEAR, customer_id=alert.customer_id, rule_key=alert.rule_key)
    apply_verdicts([verdict], as_of=TODAY, known_at=6, clock=CLOCK)
    tell_people(clock=CLOCK)
    last = Delivery.objects.latest("id")
    assert (last.person_id, last.topic, last.subject) == (
        wang.pk,
        "alert.closed",
        "【客盾】已解除：客户A有限公司 累计逾期超过5万元",
    )
    assert "条件不再成立" in last.body


def test_opened_and_over_within_one_digest_is_no_line_of_it(server: Sink) -> None:
    wish(named("sales_director", "Wang"), "digest")
    number = opened()
    stays = opened("B")
    tell_people(clock=CLOCK)
    alert = Alert.objects.get(id=number)
    verdict = replace(CLEAR, customer_id=alert.customer_id, rule_key=alert.rule_key)
    apply_verdicts([verdict], as_of=TODAY, known_at=6, clock=CLOCK)
    tell_people(clock=CLOCK)
    morning = FixedClock(NOON.replace(hour=0, minute=31) + timedelta(days=1))
    assert gather_digests(site=site(), by_clock=morning) == 1
    box = Postbox()
    send_waiting(box, by_clock=morning)
    assert box.sent[0].written.subject == "【客盾】预警汇总：1 条"
    assert f"/alerts/{stays}" in box.sent[0].written.body


@pytest.mark.parametrize("how", ["resolved", "switched off"])
def test_what_people_did_themselves_is_not_mailed(server: Sink, how: str) -> None:
    named("sales_director", "Wang")
    number = opened()
    tell_people(clock=CLOCK)
    if how == "resolved":
        actions.resolve(number, reason="paid", note="x", actor="person:1", by_clock=CLOCK)
    else:
        withdraw([], as_of=TODAY, known_at=5, clock=CLOCK)
    tell_people(clock=CLOCK)
    assert Delivery.objects.count() == 1


def test_who_is_given_an_alert_is_told_by_whom(server: Sink) -> None:
    boss, keeper = named("sales_director", "Wang"), named("finance", "Li", language="en")
    number = opened()
    actions.assign(number, owner=owner_text(keeper.pk), actor=owner_text(boss.pk), by_clock=CLOCK)
    tell_people(clock=CLOCK)
    mine = Delivery.objects.filter(person=keeper, topic="alert.assigned").get()
    assert mine.subject == "[kedun] For you: 客户A有限公司, Cumulative overdue above CNY 50,000"
    assert "Wang asks you to look after" in mine.body


def test_an_assignment_that_was_taken_back_is_not_told(server: Sink) -> None:
    keeper = named("finance", "Li")
    number = opened()
    actions.assign(number, owner=owner_text(keeper.pk), actor="person:1", by_clock=CLOCK)
    actions.assign(number, owner=None, actor="person:1", by_clock=CLOCK)
    tell_people(clock=CLOCK)
    assert not Delivery.objects.filter(topic="alert.assigned").exists()


def test_taking_it_oneself_is_no_news(server: Sink) -> None:
    keeper = named("finance", "Li")
    number = opened()
    actions.assign(number, owner=owner_text(keeper.pk), actor=owner_text(keeper.pk), by_clock=CLOCK)
    assert waiting("alert.assigned") == ()


def test_many_messages_are_told_in_several_transactions(server: Sink, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telling, "MOST", 2)
    named("sales_director", "Wang")
    for code in "ABCDE":
        opened(code)
    assert tell_people(clock=CLOCK) == 5
    assert Delivery.objects.count() == 5


def test_a_whole_book_at_once_is_one_mail(server: Sink) -> None:
    named("sales_director", "Wang")
    for number in range(8):
        opened(f"K{number}")
    tell_people(clock=CLOCK)
    gather_digests(site=site(), by_clock=LATER)
    way = mail_server()
    assert way is not None
    assert send_waiting(way, by_clock=LATER) == Round(sent=1)
    assert server.letters[0]["Subject"] == "【客盾】预警汇总：8 条"


def test_telling_many_asks_no_more_than_telling_few(server: Sink) -> None:
    """A night that clears thousands of alerts, told to a house full of sellers."""

    def queries_of(number: int) -> int:
        alerts = []
        for each in range(number):
            name = f"{number}-{each}"
            named("sales", name, files=(name,))
            alerts.append(opened(name, recipients=("sales",), files_say=name))
        with CaptureQueriesContext(connection) as first:
            tell_people(clock=CLOCK)
        for alert in Alert.objects.filter(id__in=alerts):
            verdict = replace(CLEAR, customer_id=alert.customer_id, rule_key=alert.rule_key)
            apply_verdicts([verdict], as_of=TODAY, known_at=6, clock=CLOCK)
        with CaptureQueriesContext(connection) as second:
            tell_people(clock=CLOCK)
        assert Delivery.objects.filter(person__name__startswith=f"{number}-").count() == 2 * number
        return len(first) + len(second)

    assert queries_of(2) == queries_of(12)
