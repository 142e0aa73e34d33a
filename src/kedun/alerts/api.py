"""alerts' part of the API: what people do with alerts, how many there are, and the rules behind them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from kedun.accounts.api import Request, Router, actor, answers_for, language, principal, scope
from kedun.accounts.rights import rights
from kedun.accounts.schemas import Choice, Id
from kedun.alerts import actions, queries
from kedun.alerts.choice.api import router as choice
from kedun.alerts.owners import owner_text, person_of
from kedun.alerts.refusals import MoveIncomplete
from kedun.alerts.schemas import (
    AlertMoved,
    AlertNumbers,
    AssignIn,
    BulkIn,
    BulkMoved,
    BulkOutcome,
    ClosingReasons,
    MoveIn,
    ResolveIn,
    SnoozeIn,
)
from kedun.alerts.shown import AlertRecord
from kedun.alerts.states import REASON_WORDS, STATE_WORDS, PersonsMove, allowed
from kedun.alerts.told.api import router as told
from kedun.kernel.clock import clock, today
from kedun.kernel.days import Day, to_date, to_day
from kedun.kernel.refusals import Refusal

router = Router("alerts")
router.add(choice)
router.add(told)

Move = Callable[[int, int | None], int]
"""Makes a move with an alert at a revision; gives the new revision."""


@router.get("/alerts/counts", response=AlertNumbers)
def alert_counts(request: Request) -> AlertNumbers:
    """Count the alerts of the customers one may see."""
    found = queries.numbers(scope(request), owner=actor(request), on=today(clock()))
    return AlertNumbers(
        states=dict(found.states),
        severities=dict(found.severities),
        mine=found.mine,
        unassigned=found.unassigned,
        no_recipient=found.no_recipient,
    )


@router.get("/alerts/reasons", response=ClosingReasons)
def closing_reasons(request: Request) -> ClosingReasons:
    """List why an alert can be closed."""
    spoken = language(request)
    return ClosingReasons(items=[Choice(code=code, label=words.say(spoken)) for code, words in REASON_WORDS.items()])


@router.post("/alerts/{alert_id}/acknowledge", response=AlertMoved)
def acknowledge_alert(request: Request, alert_id: Id, move: MoveIn) -> AlertMoved:
    """Take note of an alert."""
    return _moved(request, alert_id, move.revision, _acknowledge(request))


@router.post("/alerts/{alert_id}/snooze", response=AlertMoved)
def snooze_alert(request: Request, alert_id: Id, move: SnoozeIn) -> AlertMoved:
    """Let an alert rest to the end of a day."""
    return _moved(request, alert_id, move.revision, _snooze(request, move.until))


@router.post("/alerts/{alert_id}/resolve", response=AlertMoved)
def resolve_alert(request: Request, alert_id: Id, move: ResolveIn) -> AlertMoved:
    """Close an alert with a reason and a note."""
    return _moved(request, alert_id, move.revision, _resolve(request, move.reason, move.note))


@router.post("/alerts/{alert_id}/reopen", response=AlertMoved)
def reopen_alert(request: Request, alert_id: Id, move: MoveIn) -> AlertMoved:
    """Take back an acknowledgement, a snooze or a resolve."""
    return _moved(request, alert_id, move.revision, _reopen(request))


@router.post("/alerts/{alert_id}/assign", response=AlertMoved)
def assign_alert(request: Request, alert_id: Id, move: AssignIn) -> AlertMoved:
    """Say who looks after an alert: somebody who answers for its customer, or nobody."""
    return _moved(request, alert_id, move.revision, _assign(request, move.owner))


@router.post("/alerts/bulk", response=BulkMoved)
def move_alerts(request: Request, bulk: BulkIn) -> BulkMoved:
    """Make one move with many alerts; each succeeds or is refused by itself."""
    move = _of_bulk(request, bulk)
    outcomes = [_outcome(request, number, bulk.revisions.get(number), move) for number in dict.fromkeys(bulk.ids)]
    moved = sum(each.ok for each in outcomes)
    return BulkMoved(moved=moved, refused=len(outcomes) - moved, outcomes=outcomes)


def _outcome(request: Request, alert_id: int, revision: int | None, move: Move) -> BulkOutcome:
    try:
        after = _moved(request, alert_id, revision, move)
    except Refusal as refusal:
        message = refusal.say(language(request))
        return BulkOutcome(id=alert_id, ok=False, code=refusal.code(), message=message)
    return BulkOutcome(id=alert_id, ok=True, state=after.state, revision=after.revision)


def _moved(request: Request, alert_id: int, revision: int | None, move: Move) -> AlertMoved:
    """Make a move with an alert whose customer whoever asks answers for, and show what it led to."""
    queries.alert(alert_id, scope=scope(request))
    move(alert_id, revision)
    after = queries.alert(alert_id)
    return AlertMoved(
        id=after.id,
        state=after.state,
        state_label=STATE_WORDS[after.state].say(language(request)),
        revision=after.revision,
        owner=person_of(after.owner),
        snoozed_until=_date(after.snoozed_until),
        allowed=moves_of(request, [after])[alert_id],
    )


def moves_of(request: Request, alerts: Sequence[AlertRecord]) -> Mapping[int, list[PersonsMove]]:
    """Give what whoever asks may do with each alert: nothing where they only read of its customer."""
    table, column = rights(), principal(request).column
    answered = queries.within(answers_for(request), {each.customer_id for each in alerts}, on=today(clock()))
    return {
        each.id: [move for move in allowed(each.state) if table.may(column, f"{move}_alert")]
        if each.customer_id in answered
        else []
        for each in alerts
    }


def _of_bulk(request: Request, bulk: BulkIn) -> Move:
    """Give the move of a bulk request.

    Raises: MoveIncomplete.
    """
    match bulk.move:
        case "acknowledge":
            return _acknowledge(request)
        case "reopen":
            return _reopen(request)
        case "assign":
            return _assign(request, bulk.owner)
        case "snooze":
            if bulk.until is None:
                raise MoveIncomplete(move=bulk.move, field="until")
            return _snooze(request, bulk.until)
        case "resolve":
            if bulk.reason is None or bulk.note is None:
                raise MoveIncomplete(move=bulk.move, field="reason" if bulk.reason is None else "note")
            return _resolve(request, bulk.reason, bulk.note)


def _acknowledge(request: Request) -> Move:
    return lambda number, revision: actions.acknowledge(number, actor=actor(request), revision=revision)


def _reopen(request: Request) -> Move:
    return lambda number, revision: actions.reopen(number, actor=actor(request), revision=revision)


def _snooze(request: Request, until: date) -> Move:
    day = to_day(until)
    return lambda number, revision: actions.snooze(number, until=day, actor=actor(request), revision=revision)


def _resolve(request: Request, reason: str, note: str) -> Move:
    return lambda number, revision: actions.resolve(
        number, reason=reason, note=note, actor=actor(request), revision=revision
    )


def _assign(request: Request, person_id: int | None) -> Move:
    def move(number: int, revision: int | None) -> int:
        if person_id is not None:
            queries.may_look_after(person_id, number)
        owner = None if person_id is None else owner_text(person_id)
        return actions.assign(number, owner=owner, actor=actor(request), revision=revision)

    return move


def _date(day: Day | None) -> date | None:
    return None if day is None else to_date(day)
