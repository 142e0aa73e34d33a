"""Approvals under /api/v1. An API key never votes: rights.csv names no right of theirs here."""

from collections.abc import Mapping, Sequence
from typing import cast

from django.db.models import Q
from ninja import Query

from kedun.accounts.api import Request as Asking
from kedun.accounts.api import Router, language, page, person, position
from kedun.accounts.models import Person
from kedun.accounts.roles import ROLE_WORDS, Role
from kedun.accounts.schemas import Choice, Id, Page
from kedun.approvals import actions, queries
from kedun.approvals.actions import Ballot
from kedun.approvals.authority import missing
from kedun.approvals.models import Deputy, Request
from kedun.approvals.refusals import ApprovalMissing
from kedun.approvals.schemas import (
    ApprovalDocument,
    ApprovalLine,
    ApprovalQuery,
    BallotIn,
    BallotsIn,
    Deputies,
    DeputyIn,
    DeputyRow,
    StateAfter,
    Voted,
    VotedOne,
    Voter,
    VoteShown,
)
from kedun.approvals.states import STATE_WORDS, State
from kedun.kernel.clock import clock, today
from kedun.kernel.days import to_date, to_day
from kedun.kernel.hashing import Json
from kedun.kernel.refusals import Refusal
from kedun.kernel.words import Language

router = Router("approvals")


@router.get("/approvals", response=Page[ApprovalLine])
def approvals(request: Asking, query: Query[ApprovalQuery]) -> Page[ApprovalLine]:
    """List requests for approval, newest first."""
    asker, on, spoken = person(request), today(clock()), language(request)
    purpose = f"approvals {query.state} {query.only}"
    after = position(query, purpose)
    found = queries.visible(asker, on=on).select_related("maker").order_by("-pk")
    if query.state is not None:
        found = found.filter(state=query.state)
    if query.only == "made":
        found = found.filter(maker=asker)
    elif query.only == "decided":
        found = found.exclude(state="waiting")
    elif query.only == "mine":
        found = found.filter(pk__in=[each.pk for each in queries.waiting_for(asker, on=on)])
    if after is not None:
        found = found.filter(pk__lt=after[0])
    return page(
        list(found[: query.limit + 1]),
        query,
        purpose=purpose,
        key=lambda each: (each.pk,),
        shown=lambda each: _line(each, asker, spoken),
    )


@router.get("/approvals/{approval_id}", response=ApprovalDocument)
def approval(request: Asking, approval_id: Id) -> ApprovalDocument:
    """Show a request with everything that is asked for, and its votes."""
    found, spoken = _visible(request, approval_id), language(request)
    votes = found.votes.select_related("person", "on_behalf_of").order_by("pk")
    return ApprovalDocument(
        **_line(found, person(request), spoken).model_dump(),
        lines=_all_said(found.shown.get("lines"), spoken),
        doubts=_all_said(found.shown.get("doubts"), spoken),
        evidence=_all_said([each["said"] for each in found.shown.get("evidence") or () if "said" in each], spoken),
        votes=[
            VoteShown(
                person=_named(each.person),
                on_behalf_of=_named(each.on_behalf_of) if each.on_behalf_of else None,
                role=_role(each.role, spoken),
                verdict="approve" if each.verdict == "approve" else "refuse",
                note=each.note,
                at=each.at,
            )
            for each in votes
        ],
    )


@router.post("/approvals/{approval_id}/vote", response=StateAfter)
def vote(request: Asking, approval_id: Id, ballot: BallotIn) -> StateAfter:
    """Agree to a request, or refuse it with a reason; never one's own."""
    _visible(request, approval_id)
    return StateAfter(state=actions.vote(approval_id, _ballot(ballot), person=person(request)))


@router.post("/votes", response=Voted)
def vote_many(request: Asking, ballots: BallotsIn) -> Voted:
    """Vote on several requests; each stands or falls for itself."""
    spoken, items = language(request), []
    for each in ballots.votes:
        try:
            _visible(request, each.id)
            state = actions.vote(each.id, _ballot(each), person=person(request))
        except Refusal as refusal:
            items.append(VotedOne(id=each.id, state=None, code=refusal.code(), message=refusal.say(spoken)))
        else:
            items.append(VotedOne(id=each.id, state=state, code=None, message=None))
    return Voted(items=items)


@router.post("/approvals/{approval_id}/withdraw", response=StateAfter)
def withdraw_approval(request: Asking, approval_id: Id) -> StateAfter:
    """Withdraw one's own request."""
    _visible(request, approval_id)
    actions.withdraw(approval_id, person=person(request))
    return StateAfter(state="withdrawn")


@router.get("/deputies", response=Deputies)
def deputies(request: Asking) -> Deputies:
    """List who stands in for me, and for whom I stand in."""
    asker = person(request)
    found = Deputy.objects.filter(Q(person=asker) | Q(deputy=asker)).select_related("person", "deputy")
    return Deputies(items=[_deputy(each) for each in found.order_by("-from_day", "-pk")])


@router.post("/deputies", response=DeputyRow, status=201)
def add_deputy(request: Asking, new: DeputyIn) -> DeputyRow:
    """Let somebody else vote for me for some days."""
    asker = person(request)
    number = actions.stand_in(asker, new.deputy_id, from_day=to_day(new.from_day), to_day=to_day(new.to_day))
    return _deputy(Deputy.objects.select_related("person", "deputy").get(pk=number))


@router.delete("/deputies/{deputy_entry}")
def remove_deputy(request: Asking, deputy_entry: Id) -> None:
    """End that somebody stands in for me."""
    actions.end_deputy(person(request), deputy_entry)


def _visible(request: Asking, number: int) -> Request:
    found = queries.visible(person(request), on=today(clock())).select_related("maker").filter(pk=number).first()
    if found is None:
        raise ApprovalMissing(number=number)
    return found


def _ballot(given: BallotIn) -> Ballot:
    return Ballot(given.verdict, given.shown_hash, given.note, given.on_behalf_of)


def _line(found: Request, asker: Person, spoken: Language) -> ApprovalLine:
    needs = queries.needs_of(found)
    return ApprovalLine(
        id=found.pk,
        action=found.action,
        subject=found.subject,
        title=_said(found.shown.get("title"), spoken),
        reason=found.reason,
        size=found.size,
        maker=_named(found.maker),
        made_at=found.made_at,
        state=Choice(code=found.state, label=STATE_WORDS[cast(State, found.state)].say(spoken)),
        decided_at=found.decided_at,
        mode=needs.mode,
        roles=[_role(role, spoken) for role in needs.roles],
        missing=[_role(role, spoken) for role in missing(needs, queries.votes_of(found))],
        may_vote_as=[_named(each) for each in queries.voters(found, asker, on=today(clock()))],
        may_withdraw=found.state == "waiting" and found.maker_id == asker.pk,
        shown_hash=found.shown_hash,
    )


def _all_said(kept: object, spoken: Language) -> list[str]:
    return [_said(each, spoken) for each in cast("Sequence[Json]", kept or ())]


def _said(words: Json, spoken: Language) -> str:
    """Say a text that is kept in both languages."""
    return str(words.get(spoken, "")) if isinstance(words, Mapping) else str(words or "")


def _role(code: str, spoken: Language) -> Choice:
    return Choice(code=code, label=ROLE_WORDS[cast(Role, code)].say(spoken))


def _named(found: Person) -> Voter:
    return Voter(id=found.pk, name=found.name)


def _deputy(found: Deputy) -> DeputyRow:
    return DeputyRow(
        id=found.pk,
        person=_named(found.person),
        deputy=_named(found.deputy),
        from_day=to_date(found.from_day),
        to_day=to_date(found.to_day),
    )
