"""Who is asked to decide is told, and whoever asked learns what became of it: once, in their language, by mail if they wish."""

import pytest
from pytest_django.fixtures import Settings

from kedun.accounts.company.actions import set_mail
from kedun.accounts.models import Person
from kedun.alerts.told.queries import readable
from kedun.approvals.actions import Asked, Ballot, ask, stand_in, vote, withdraw
from kedun.approvals.authority import Needs
from kedun.approvals.models import Request
from kedun.definitions.changes.actions import begin, cancel, follow_decision, submit, write
from kedun.definitions.queries import live
from kedun.definitions.starter import draft_of
from kedun.kernel.clock import clock, today
from kedun.notify.actions import Round, send_waiting
from kedun.notify.models import Delivery
from kedun.notify.queries import mail_server
from kedun.outbox.models import Outgoing
from kedun.pipeline.decisions import follow_decisions
from kedun.pipeline.telling_approvals import tell_of_approvals
from tests.notify.builders import plain, sink
from tests.pipeline.small_house import open_house
from tests.web.clients import person_of

pytestmark = pytest.mark.django_db
BOTH = Needs("all", ("ceo", "cfo"))


def told() -> list[tuple[str, str]]:
    """Give whom was told what, oldest first."""
    return list(Delivery.objects.order_by("id").values_list("person__name", "subject"))


def tell() -> list[tuple[str, str]]:
    """Tell what waits, twice, and give what is new."""
    before = len(told())
    tell_of_approvals(clock=clock())
    assert tell_of_approvals(clock=clock()) == 0
    return told()[before:]


def wishing(person: Person, **wishes: object) -> Person:
    Person.objects.filter(pk=person.pk).update(**wishes)
    person.refresh_from_db()
    return person


def requested(maker: Person, needs: Needs = BOTH) -> Request:
    shown = {"title": {"zh": "提高额度", "en": "Raise the limit"}}
    return Request.objects.get(pk=ask(Asked("policy.change", "change:77", shown, "sales grow"), needs, maker=maker))


def ballot(request: Request, verdict: str = "approve", note: str = "") -> Ballot:
    return Ballot("approve" if verdict == "approve" else "refuse", request.shown_hash, note)


def test_those_who_may_decide_are_told_and_then_whoever_asked() -> None:
    ceo, cfo = person_of("ceo", name="Chen"), person_of("cfo", name="Smith", language="en")
    maker = person_of("credit_manager", name="Wang")
    person_of("sales", name="Not asked")
    wishing(person_of("ceo", name="Gone"), is_active=False)
    request = requested(maker)
    assert tell() == [("Chen", "【客盾】请您审批：提高额度"), ("Smith", "[kedun] For your decision: Raise the limit")]
    vote(request.pk, ballot(request), person=ceo)
    assert tell() == []
    vote(request.pk, ballot(request, "refuse", "too early"), person=cfo)
    assert tell() == [("Wang", "【客盾】已拒绝：提高额度")]
    mail = Delivery.objects.latest("id")
    assert "被 Smith 拒绝" in mail.body
    assert "理由：too early" in mail.body
    assert f"/approvals/{request.pk}" in mail.body


def test_nobody_is_asked_about_what_is_decided_or_withdrawn_meanwhile() -> None:
    ceo, maker = person_of("ceo"), person_of("credit_manager", name="Wang")
    request = requested(maker, Needs("any", ("ceo", "cfo")))
    vote(request.pk, ballot(request), person=ceo)
    assert tell() == [("Wang", "【客盾】已批准：提高额度")]
    withdraw(requested(maker, Needs("any", ("ceo",))).pk, person=maker)
    assert tell() == []


def test_a_deputy_is_asked_and_whoever_asked_never_is() -> None:
    ceo, deputy = person_of("ceo", name="Chen"), person_of("sales", name="Deputy")
    maker = person_of("ceo", name="Maker")
    on = today(clock())
    stand_in(ceo, deputy.pk, from_day=on, to_day=on)
    requested(maker, Needs("any", ("ceo",)))
    assert [name for name, _ in tell()] == ["Chen", "Deputy"]


def test_it_is_mailed_to_those_who_wish_it_and_kept_for_the_others(settings: Settings) -> None:
    settings.KEDUN_URL = "https://kedun.example"
    ceo = wishing(person_of("ceo", name="Chen"), notify="at_once")
    wishing(person_of("cfo", name="Quiet"), notify="off")
    with sink() as held:
        set_mail("test", url=f"smtp://127.0.0.1:{held.port}", sender="客盾 <kedun@corp.example>")
        request = requested(person_of("credit_manager", name="Wang"))
        assert tell_of_approvals(clock=clock()) == 2
        way = mail_server()
        assert way is not None
        assert send_waiting(way, may_read=readable) == Round(sent=1)
        (letter,) = held.letters
    assert letter["To"] == ceo.email
    assert f"https://kedun.example/approvals/{request.pk}" in plain(letter)
    assert "sales grow" in plain(letter)
    assert Delivery.objects.get(person__name="Quiet").state == "quiet"


def test_nobody_reads_in_a_mail_what_they_may_no_longer_see() -> None:
    ceo = person_of("ceo", name="Chen")
    request = requested(person_of("credit_manager"), Needs("any", ("ceo", "cfo")))
    subjects = {f"approval:{request.pk}", "change:5", "alert:1", "movement:2026-01-31"}
    assert readable(ceo, subjects) == subjects
    ceo.role = "production"
    assert readable(ceo, {f"approval:{request.pk}", "change:5"}) == set()


def _change(maker: Person, below: int, *, days: int | None = None) -> tuple[int, int]:
    """Submit another cut-off, as of so many days from now; gives the numbers of the change and its request."""
    text = live("grading")["grading"].body.replace("below: 60", f"below: {below}")
    made = write(
        begin(maker, f"Cut-off {below}").pk, [draft_of(text, kind="grading", key="grading", file="")], person=maker
    )
    start = None if days is None else today(clock()) + days
    found = submit(made.pk, person=maker, reason="losses", live_from=start, confirmed=True)
    assert found.request_id is not None
    return found.pk, found.request_id


@pytest.fixture
def maker() -> Person:
    """Somebody who may change the policy, in a house where another may agree."""
    open_house()
    person_of("cfo", name="Judge")
    return person_of("credit_manager", name="Wang")


def _agree(request_id: int) -> None:
    vote(request_id, ballot(Request.objects.get(pk=request_id)), person=Person.objects.get(name="Judge"))


def test_what_was_agreed_to_and_could_not_come_into_force_is_told_to_its_maker(maker: Person) -> None:
    wishing(maker, language="en")
    first, one = _change(maker, 61)
    second, two = _change(maker, 62)
    _agree(one)
    _agree(two)
    follow_decision(one, at=clock().now())
    follow_decision(two, at=clock().now())
    mine = [subject for name, subject in tell() if name == "Wang"]
    assert mine == [
        "[kedun] Approved: Cut-off 61",
        "[kedun] Approved: Cut-off 62",
        "[kedun] Approved, yet not in force: Cut-off 62",
    ]
    assert f"/policy/changes/{second}" in Delivery.objects.filter(person=maker).latest("id").body
    assert first != second


def test_whoever_made_a_change_learns_that_another_took_it_back(maker: Person) -> None:
    change, request = _change(maker, 61, days=9)
    _agree(request)
    follow_decisions(clock=clock())
    tell()
    cancel(change, person=person_of("ceo", name="Chen"), reason="not now")
    assert [subject for _, subject in tell()] == ["【客盾】定期生效的变更已取消：Cut-off 61"]
    assert "被 Chen 取消" in Delivery.objects.latest("id").body
    assert Outgoing.objects.filter(sent_at=None, topic__startswith="policy.cancel").count() == 0


def test_whoever_takes_back_their_own_change_is_told_nothing(maker: Person) -> None:
    change, request = _change(maker, 61, days=9)
    _agree(request)
    follow_decisions(clock=clock())
    tell()
    cancel(change, person=maker, reason="not now")
    assert tell() == []
