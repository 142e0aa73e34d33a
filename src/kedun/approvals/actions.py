"""Asking for an agreement, voting, withdrawing, standing in. One transaction each: state, audit, outbox."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, cast

from django.db import transaction

from kedun.accounts.actions import record
from kedun.accounts.models import Person
from kedun.accounts.roles import ROLE_WORDS, Role
from kedun.approvals import queries
from kedun.approvals.authority import Needs, Verdict, missing, outcome
from kedun.approvals.models import Deputy, Request, Vote
from kedun.approvals.refusals import (
    AlreadyDecided,
    ApprovalMissing,
    BadDeputy,
    NobodyToDecide,
    NoSuchDeputy,
    NotYourDecision,
    NotYourRequest,
    OwnRequest,
    ReasonMissing,
    RefusalNeedsNote,
    ShownChanged,
    VotedAlready,
    WaitingAlready,
)
from kedun.approvals.states import State
from kedun.kernel.clock import clock, today
from kedun.kernel.days import Day, to_date
from kedun.kernel.hashing import Json, sha256_of
from kedun.outbox import actions as outbox

DECIDED = "approval.decided"
"""The topic by which whoever asked learns of the decision; the key is the number of the request."""

ASKED, OUTCOME = "approval.asked", "approval.outcome"
"""The topics by which people are told: those who are asked, and whoever asked; the key is the number of the request."""

LONGEST_TEXT = 2_000
MOST_DEPUTY_DAYS = 366
Via = Literal["web", "shell"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for. `shown`: what voters are shown, all of it; they agree to its hash and to nothing else."""

    action: str
    subject: str
    shown: Mapping[str, Json]
    reason: str
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Ballot:
    """How somebody votes. `shown_hash`: of what they looked at; `on_behalf_of`: the person they stand in for."""

    verdict: Verdict
    shown_hash: str
    note: str = ""
    on_behalf_of: int | None = None


def ask(asked: Asked, needs: Needs, *, maker: Person, at: datetime | None = None) -> int:
    """Make a request, and give its number.

    Raises: ReasonMissing, NobodyToDecide, WaitingAlready.
    """
    now = at or clock().now()
    if not 0 < len(asked.reason.strip()) <= LONGEST_TEXT:
        raise ReasonMissing(most=LONGEST_TEXT)
    if not queries.able(needs, but=maker.pk):
        absent = [role for role in needs.roles if not queries.others_with(role, but=maker.pk)]
        raise NobodyToDecide(roles=named(absent))
    with transaction.atomic():
        waiting = queries.waiting_about(asked.subject)
        if waiting is not None:
            raise WaitingAlready(number=waiting)
        made = Request.objects.create(
            action=asked.action,
            subject=asked.subject,
            size=asked.size,
            shown=asked.shown,
            shown_hash=sha256_of(asked.shown),
            needs={"mode": needs.mode, "roles": list(needs.roles)},
            maker=maker,
            reason=asked.reason.strip(),
            made_at=now,
        )
        told: dict[str, Json] = {"request": made.pk, "action": asked.action, "roles": list(needs.roles)}
        record(f"person:{maker.pk}", "approval.ask", told, subject=asked.subject, at=now)
        outbox.append(ASKED, str(made.pk), {"request": made.pk}, at=now)
    return made.pk


def vote(number: int, ballot: Ballot, *, person: Person, via: Via = "web", at: datetime | None = None) -> State:
    """Vote on a request, and give the state it is in now.

    Raises: ApprovalMissing, AlreadyDecided, OwnRequest, NotYourDecision, VotedAlready, ShownChanged, RefusalNeedsNote.
    """
    now = at or clock().now()
    if len(ballot.note) > LONGEST_TEXT or (ballot.verdict == "refuse" and not ballot.note.strip()):
        raise RefusalNeedsNote(most=LONGEST_TEXT)
    with transaction.atomic():
        request = _locked(number)
        role = _role_for(request, ballot, person, on=today(clock()))
        if ballot.shown_hash != request.shown_hash:
            raise ShownChanged
        Vote.objects.create(
            request=request,
            maker_id=request.maker_id,
            person=person,
            on_behalf_of_id=ballot.on_behalf_of,
            role=role,
            verdict=ballot.verdict,
            note=ballot.note.strip(),
            shown_hash=ballot.shown_hash,
            via=via,
            at=now,
        )
        told: dict[str, Json] = {"request": number, "verdict": ballot.verdict, "role": role, "via": via}
        if ballot.on_behalf_of is not None:
            told["on_behalf_of"] = ballot.on_behalf_of
        record(f"person:{person.pk}", "approval.vote", told, subject=request.subject, at=now)
        decided = outcome(queries.needs_of(request), queries.votes_of(request))
        if decided != "waiting":
            _decide(request, decided, actor=f"person:{person.pk}", at=now)
    return cast(State, request.state)


def withdraw(number: int, *, person: Person, at: datetime | None = None) -> None:
    """Withdraw one's own request; withdrawn again, nothing changes.

    Raises: ApprovalMissing, NotYourRequest, AlreadyDecided.
    """
    with transaction.atomic():
        request = Request.objects.select_for_update().filter(pk=number).first()
        if request is None:
            raise ApprovalMissing(number=number)
        if request.maker_id != person.pk:
            raise NotYourRequest
        if request.state == "withdrawn":
            return
        if request.state != "waiting":
            raise AlreadyDecided
        _decide(request, "withdrawn", actor=f"person:{person.pk}", at=at or clock().now())


def stand_in(person: Person, deputy_id: int, *, from_day: Day, to_day: Day) -> int:
    """Let somebody else vote for a person from a day to a day; gives the number of the entry.

    Raises: BadDeputy.
    """
    is_other = deputy_id != person.pk and Person.objects.filter(pk=deputy_id, is_active=True).exists()
    if not is_other or not 0 <= to_day - from_day < MOST_DEPUTY_DAYS or to_day < today(clock()):
        raise BadDeputy(most=MOST_DEPUTY_DAYS)
    with transaction.atomic():
        made = Deputy.objects.create(person=person, deputy_id=deputy_id, from_day=from_day, to_day=to_day)
        told: dict[str, Json] = {
            "deputy": deputy_id,
            "from": to_date(from_day).isoformat(),
            "to": to_date(to_day).isoformat(),
        }
        record(f"person:{person.pk}", "approval.deputy", told, subject=f"person:{person.pk}")
    return made.pk


def end_deputy(person: Person, number: int) -> None:
    """Take back that somebody stands in for a person.

    Raises: NoSuchDeputy.
    """
    with transaction.atomic():
        deleted, _ = Deputy.objects.filter(pk=number, person=person).delete()
        if not deleted:
            raise NoSuchDeputy
        record(f"person:{person.pk}", "approval.end_deputy", {"entry": number}, subject=f"person:{person.pk}")


def named(roles: Sequence[Role]) -> str:
    """Name roles in both languages at once, for a refusal."""
    return ", ".join(f"{ROLE_WORDS[role].zh} {ROLE_WORDS[role].en}" for role in roles)


def _locked(number: int) -> Request:
    request = Request.objects.select_for_update().filter(pk=number).first()
    if request is None:
        raise ApprovalMissing(number=number)
    if request.state != "waiting":
        raise AlreadyDecided
    return request


def _role_for(request: Request, ballot: Ballot, person: Person, *, on: Day) -> str:
    """Give the role that a vote counts for, where the person may vote at all."""
    if is_own(request, person.pk, ballot.on_behalf_of):
        raise OwnRequest
    voter = person
    if ballot.on_behalf_of is not None:
        stood_in_for = queries.stood_in_for(person.pk, ballot.on_behalf_of, on=on)
        if stood_in_for is None:
            raise NotYourDecision(roles=named(queries.needs_of(request).roles))
        voter = stood_in_for
    votes = queries.votes_of(request)
    if request.votes.filter(person=person).exists():
        raise VotedAlready
    wanted = missing(queries.needs_of(request), votes)
    if voter.role not in wanted or not (person.is_active and voter.is_active):
        raise NotYourDecision(roles=named(wanted))
    return voter.role


def is_own(request: Request, person_id: int, on_behalf_of: int | None) -> bool:
    """Tell whether a vote would be that of whoever asked, or on their behalf."""
    return request.maker_id in (person_id, on_behalf_of)


def _decide(request: Request, state: State, *, actor: str, at: datetime) -> None:
    request.state, request.decided_at = state, at
    request.save(update_fields=["state", "decided_at"])
    told: dict[str, Json] = {"format": 1, "request": request.pk, "action": request.action, "state": state}
    record(actor, f"approval.{state}", told, subject=request.subject, at=at)
    outbox.append(DECIDED, str(request.pk), {**told, "subject": request.subject}, at=at)
    if state != "withdrawn":  # by whoever would be told
        outbox.append(OUTCOME, str(request.pk), {"request": request.pk}, at=at)
