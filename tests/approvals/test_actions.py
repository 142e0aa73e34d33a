"""Asking and deciding: who may, what stays as it was, what the database itself refuses."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from kedun.accounts.models import Audit, Person
from kedun.approvals import actions
from kedun.approvals.actions import Asked, Ballot
from kedun.approvals.authority import Needs
from kedun.approvals.models import Request, Vote
from kedun.approvals.refusals import (
    AlreadyDecided,
    BadDeputy,
    NobodyToDecide,
    NotYourDecision,
    NotYourRequest,
    OwnRequest,
    ReasonMissing,
    RefusalNeedsNote,
    ShownChanged,
    VotedAlready,
    WaitingAlready,
)
from kedun.kernel.clock import clock, today
from kedun.outbox.queries import waiting
from tests.approvals.asking import SHOWN, asked, ballot
from tests.web.clients import person_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def maker() -> Person:
    return person_of("credit_manager")


@pytest.fixture
def legal() -> Person:
    return person_of("legal")


@pytest.fixture
def ceo() -> Person:
    return person_of("ceo")


def test_all_who_are_asked_agree_then_it_is_approved_and_told_once(maker: Person, legal: Person, ceo: Person) -> None:
    request = asked(maker)
    assert actions.vote(request.pk, ballot(request), person=legal) == "waiting"
    assert waiting(actions.DECIDED) == ()
    assert actions.vote(request.pk, ballot(request), person=ceo) == "approved"
    (news,) = waiting(actions.DECIDED)
    assert news.payload == {
        "format": 1, "request": request.pk, "action": "litigation", "state": "approved", "subject": "customer:C1",
    }  # fmt: skip
    verbs = list(Audit.objects.filter(subject="customer:C1").order_by("id").values_list("verb", flat=True))
    assert verbs == ["approval.ask", "approval.vote", "approval.vote", "approval.approved"]
    with pytest.raises(AlreadyDecided):
        actions.vote(request.pk, ballot(request), person=person_of("ceo"))


def test_one_refusal_ends_it_and_needs_a_reason(maker: Person, legal: Person, ceo: Person) -> None:
    request = asked(maker)
    with pytest.raises(RefusalNeedsNote):
        actions.vote(request.pk, Ballot("refuse", request.shown_hash), person=legal)
    assert actions.vote(request.pk, ballot(request, "refuse"), person=legal) == "refused"


def test_whoever_asks_never_decides(maker: Person, legal: Person, ceo: Person) -> None:
    person_of("legal")
    request = asked(legal)
    with pytest.raises(OwnRequest):
        actions.vote(request.pk, ballot(request), person=legal)


def test_whoever_asked_and_then_got_the_role_does_not_decide_either(maker: Person, legal: Person, ceo: Person) -> None:
    request = asked(maker)
    Person.objects.filter(pk=maker.pk).update(role="ceo")
    maker.refresh_from_db()
    with pytest.raises(OwnRequest):
        actions.vote(request.pk, ballot(request), person=maker)


def test_no_deputy_decides_for_whoever_asked_nor_does_whoever_asked_as_deputy(legal: Person, ceo: Person) -> None:
    other = person_of("legal")
    request = asked(legal)
    day = today(clock())
    actions.stand_in(legal, ceo.pk, from_day=day, to_day=day)
    actions.stand_in(other, legal.pk, from_day=day, to_day=day)
    with pytest.raises(OwnRequest):
        actions.vote(request.pk, ballot(request, on_behalf_of=legal.pk), person=ceo)
    with pytest.raises(OwnRequest):
        actions.vote(request.pk, ballot(request, on_behalf_of=other.pk), person=legal)


def test_a_deputy_votes_for_the_role_of_whom_they_stand_in_for(maker: Person, legal: Person, ceo: Person) -> None:
    request, clerk, day = asked(maker), person_of("finance"), today(clock())
    with pytest.raises(NotYourDecision):
        actions.vote(request.pk, ballot(request, on_behalf_of=ceo.pk), person=clerk)
    actions.stand_in(ceo, clerk.pk, from_day=day, to_day=day)
    assert actions.vote(request.pk, ballot(request, on_behalf_of=ceo.pk), person=clerk) == "waiting"
    with pytest.raises(VotedAlready):
        actions.vote(request.pk, ballot(request, on_behalf_of=ceo.pk), person=clerk)
    vote = Vote.objects.get(request=request)
    assert (vote.person_id, vote.on_behalf_of_id, vote.role) == (clerk.pk, ceo.pk, "ceo")


def test_one_person_has_one_vote_also_when_standing_in(maker: Person, legal: Person, ceo: Person) -> None:
    request, day = asked(maker), today(clock())
    actions.stand_in(ceo, legal.pk, from_day=day, to_day=day)
    actions.vote(request.pk, ballot(request), person=legal)
    with pytest.raises(VotedAlready):
        actions.vote(request.pk, ballot(request, on_behalf_of=ceo.pk), person=legal)


def test_who_is_not_asked_does_not_decide(maker: Person, legal: Person, ceo: Person) -> None:
    request = asked(maker)
    with pytest.raises(NotYourDecision):
        actions.vote(request.pk, ballot(request), person=person_of("cfo"))
    Person.objects.filter(pk=ceo.pk).update(is_active=False)
    ceo.refresh_from_db()
    with pytest.raises(NotYourDecision):
        actions.vote(request.pk, ballot(request), person=ceo)


def test_a_vote_counts_for_what_was_shown_only(maker: Person, legal: Person, ceo: Person) -> None:
    request = asked(maker)
    with pytest.raises(ShownChanged):
        actions.vote(request.pk, Ballot("approve", "0" * 64), person=legal)


def test_what_nobody_else_could_decide_is_refused_at_once(maker: Person) -> None:
    lone = person_of("ceo")
    for needs in (Needs("all", ("ceo",)), Needs("any", ("ceo", "legal")), Needs("all", ("credit_manager", "cfo"))):
        with pytest.raises(NobodyToDecide):
            actions.ask(Asked("litigation", "customer:C1", SHOWN, "r"), needs, maker=lone)
    asked(lone, "credit_manager", "cfo", mode="any")


def test_a_request_needs_a_reason_and_waits_once(maker: Person, legal: Person, ceo: Person) -> None:
    with pytest.raises(ReasonMissing):
        actions.ask(Asked("litigation", "customer:C1", SHOWN, "  "), Needs("all", ("ceo",)), maker=maker)
    first = asked(maker)
    with pytest.raises(WaitingAlready):
        asked(legal, "ceo")
    with pytest.raises(NotYourRequest):
        actions.withdraw(first.pk, person=legal)
    actions.withdraw(first.pk, person=maker)
    actions.withdraw(first.pk, person=maker)
    assert asked(legal, "ceo").pk != first.pk


def test_a_deputy_is_another_active_person_for_some_days(legal: Person, ceo: Person) -> None:
    day = today(clock())
    gone = person_of("finance")
    Person.objects.filter(pk=gone.pk).update(is_active=False)
    for deputy, start, end in (
        (legal.pk, day, day),
        (gone.pk, day, day),
        (ceo.pk, day, day - 1),
        (ceo.pk, day - 9, day - 1),
        (ceo.pk, day, day + 366),
    ):
        with pytest.raises(BadDeputy):
            actions.stand_in(legal, deputy, from_day=start, to_day=end)
    entry = actions.stand_in(legal, ceo.pk, from_day=day, to_day=day)
    actions.end_deputy(legal, entry)
    request = asked(person_of("credit_manager"), "legal")
    with pytest.raises(NotYourDecision):
        actions.vote(request.pk, ballot(request, on_behalf_of=legal.pk), person=ceo)


def test_the_database_itself_refuses_a_vote_of_whoever_asked(maker: Person, legal: Person, ceo: Person) -> None:
    request = asked(maker)
    vote = {
        "request": request,
        "role": "ceo",
        "verdict": "approve",
        "shown_hash": request.shown_hash,
        "via": "web",
        "at": clock().now() + timedelta(seconds=1),
    }
    lies = (
        {"maker": maker, "person": maker},
        {"maker": maker, "person": legal, "on_behalf_of": maker},
        {"maker": ceo, "person": maker},
    )
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for lie in lies:
        with pytest.raises(IntegrityError), transaction.atomic():
            Vote.objects.create(**vote, **lie)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE approvals_request SET shown = '{}'",
        "UPDATE approvals_request SET maker_id = maker_id + 1",
        "UPDATE approvals_request SET needs = '{}'",
        "DELETE FROM approvals_request",
        "UPDATE approvals_vote SET verdict = 'refuse'",
        "DELETE FROM approvals_vote",
    ],
)
def test_the_database_itself_keeps_what_was_asked_and_said(
    change: str, maker: Person, legal: Person, ceo: Person
) -> None:
    request = asked(maker)
    actions.vote(request.pk, ballot(request), person=legal)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)


def test_a_decision_is_final_in_the_database_too(maker: Person, legal: Person, ceo: Person) -> None:
    request = asked(maker)
    actions.vote(request.pk, ballot(request, "refuse"), person=legal)
    with pytest.raises(IntegrityError), transaction.atomic():
        Request.objects.filter(pk=request.pk).update(state="approved")
