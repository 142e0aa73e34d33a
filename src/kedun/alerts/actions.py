"""What alerts does: opening, updating and closing by verdicts, and what people do with an alert."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import cast, get_args

from django.db import transaction

from kedun.accounts import actions as accounts
from kedun.alerts import messages, store
from kedun.alerts.decide import Close, CustomerVerdict, NoteClear, Open, decide
from kedun.alerts.evidence import fitted
from kedun.alerts.models import Alert, AlertEvent
from kedun.alerts.queries import record_of
from kedun.alerts.refusals import (
    AlertChangedMeanwhile,
    AlertNotFound,
    BadOwner,
    BadSnoozeEnd,
    ClosingNoteMissing,
    IllegalMove,
    NewerAlertExists,
    UnknownClosingReason,
)
from kedun.alerts.states import PAST, PersonsMove, Reason, State, allowed, target
from kedun.kernel.clock import Clock, clock, today
from kedun.kernel.days import Day, to_date
from kedun.kernel.hashing import Json
from kedun.outbox import actions as outbox

BLOCK = 5_000
"""Verdicts decided in one transaction."""

LONGEST_SNOOZE_DAYS = 366
LONGEST_NOTE = 4_000
LONGEST_OWNER = 200


@dataclass(frozen=True, slots=True)
class AlertCounts:
    """What an evaluation did to the alerts; waking from a snooze counts as an update."""

    opened: int = 0
    updated: int = 0
    closed: int = 0

    def __add__(self, other: "AlertCounts") -> "AlertCounts":
        return AlertCounts(self.opened + other.opened, self.updated + other.updated, self.closed + other.closed)


def apply_verdicts(
    verdicts: Iterable[CustomerVerdict],
    *,
    as_of: Day,
    known_at: int,
    clock: Clock,
    fact_at: datetime | None = None,
    actor: str = "assessment",
) -> AlertCounts:
    """Bring the alerts in line with verdicts; applying the same verdicts again changes nothing.

    Verdicts may come by the million: they are taken in blocks, each one transaction with its history, its outbox rows
    and one audit row. `fact_at`: when the newest fact behind the verdicts arrived.
    """
    stream = iter(verdicts)
    counts = AlertCounts()
    while block := list(islice(stream, BLOCK)):
        with transaction.atomic():
            store.lock()
            at = clock.now()
            moment = store.Moment(actor=actor, as_of=as_of, known_at=known_at, at=at, fact_at=fact_at)
            counts += _apply_block(block, moment)
    return counts


def note_told(told: Mapping[int, int]) -> None:
    """Remember of alerts how many people were told of their opening, in the caller's transaction."""
    if told:
        store.note_told(told)


def _apply_block(block: Sequence[CustomerVerdict], moment: store.Moment) -> AlertCounts:
    current = {(each.customer_id, each.rule_key): each for each in store.newest(each.customer_id for each in block)}
    that_matter = [
        replace(each, evidence=fitted(each.evidence))
        for each in block
        if each.verdict == "fired" or (each.customer_id, each.rule_key) in current
    ]
    pairs = {(each.customer_id, each.rule_key) for each in that_matter}
    changes = decide(
        [alert for pair, alert in current.items() if pair in pairs],
        that_matter,
        as_of=moment.as_of,
        known_at=moment.known_at,
        now=moment.at,
    )
    return _store_changes(changes, moment) if changes else AlertCounts()


def _store_changes(changes: Sequence[Open | store.ChangeOfOne], moment: store.Moment) -> AlertCounts:
    opened = store.insert([each for each in changes if isinstance(each, Open)], moment)
    changed = store.change([each for each in changes if not isinstance(each, Open)], moment)
    closed = [each for each in changed if isinstance(each, Close)]
    news = [messages.of_opened(alert_id, one, as_of=moment.as_of) for alert_id, one in opened]
    news += [messages.of_cleared(each, as_of=moment.as_of) for each in closed]
    outbox.append_many(news, at=moment.at)
    noted = sum(isinstance(each, NoteClear) for each in changed)
    counts = AlertCounts(len(opened), len(changed) - len(closed) - noted, len(closed))
    told: dict[str, Json] = {
        "opened": counts.opened,
        "updated": counts.updated,
        "closed": counts.closed,
        "known_at": moment.known_at,
    }
    told["as_of"] = to_date(moment.as_of).isoformat()
    accounts.record(moment.actor, "alerts.apply", told, subject="alerts", at=moment.at)
    return counts


def withdraw(
    rules: Iterable[str],
    *,
    as_of: Day,
    known_at: int,
    clock: Clock,
    customers: Sequence[int] | None = None,
    actor: str = "assessment",
) -> int:
    """Close the open alerts that no verdict speaks of any more; gives how many.

    These are the alerts of rules that are not among `rules`, and of customers that were taken back. `customers`: look
    at these only. Repeating it changes nothing.
    """
    with transaction.atomic():
        moment = store.Moment(actor=actor, as_of=as_of, known_at=known_at, at=clock.now(), fact_at=None)
        gone = store.withdraw(rules, moment, customers)
        if gone:
            outbox.append_many([messages.of_withdrawn(each, as_of=as_of) for each in gone], at=moment.at)
            told: dict[str, Json] = {"closed": len(gone), "rules": sorted({each.rule_key for each in gone})}
            accounts.record(actor, "alerts.withdraw", told, subject="alerts", at=moment.at)
    return len(gone)


@dataclass(frozen=True, slots=True)
class _Hand:
    """Who acts, when, and on which revision of the alert (None: whichever it is)."""

    actor: str
    revision: int | None
    at: datetime


def acknowledge(alert_id: int, *, actor: str, revision: int | None = None, by_clock: Clock | None = None) -> int:
    """Take note of an alert: somebody looks after it. Gives the alert's new revision.

    Raises: AlertNotFound, IllegalMove, AlertChangedMeanwhile.
    """
    hand = _Hand(actor, revision, (by_clock or clock()).now())
    values = {"acknowledged_by": actor, "acknowledged_at": hand.at, "snoozed_until": None}
    return _move(alert_id, "acknowledge", hand, values=values)


def snooze(
    alert_id: int,
    *,
    until: Day,
    actor: str,
    as_of: Day | None = None,
    revision: int | None = None,
    by_clock: Clock | None = None,
) -> int:
    """Let an alert rest to the end of a day; after it, an alert that is not clear is open again.

    `as_of` is the day it is done on, today when none is given.

    Raises: BadSnoozeEnd, AlertNotFound, IllegalMove, AlertChangedMeanwhile.
    """
    used = by_clock or clock()
    on = today(used) if as_of is None else as_of
    if not on < until <= on + LONGEST_SNOOZE_DAYS:
        raise BadSnoozeEnd(until=to_date(until).isoformat(), most_days=LONGEST_SNOOZE_DAYS)
    params = {"until": to_date(until).isoformat()}
    return _move(alert_id, "snooze", _Hand(actor, revision, used.now()), values={"snoozed_until": until}, params=params)


def resolve(
    alert_id: int,
    *,
    reason: str,
    note: str,
    actor: str,
    as_of: Day | None = None,
    revision: int | None = None,
    by_clock: Clock | None = None,
) -> int:
    """Close an alert with a reason and a note.

    The rule opens a new one only as decide.py says: never at once because the condition is still true.
    Its cool-down counts from `as_of`, today when none is given.

    Raises: UnknownClosingReason, ClosingNoteMissing, AlertNotFound, IllegalMove, AlertChangedMeanwhile.
    """
    if reason not in get_args(Reason):
        raise UnknownClosingReason(reason=reason[:40], known=", ".join(get_args(Reason)))
    if not 0 < len(note.strip()) <= LONGEST_NOTE:
        raise ClosingNoteMissing(most=LONGEST_NOTE)
    used = by_clock or clock()
    params = {"reason": reason, "note": note.strip()}
    on = today(used) if as_of is None else as_of
    values = {"closed_as_of": on, "closed_at": used.now(), "snoozed_until": None, "was_clear": False}
    closing = {"closing_reason": reason, "closing_note": note.strip()}
    return _move(alert_id, "resolve", _Hand(actor, revision, used.now()), values={**values, **closing}, params=params)


def reopen(alert_id: int, *, actor: str, revision: int | None = None, by_clock: Clock | None = None) -> int:
    """Take back an acknowledgement, a snooze or a resolve: the alert is open again.

    Raises: NewerAlertExists, AlertNotFound, IllegalMove, AlertChangedMeanwhile.
    """
    hand = _Hand(actor, revision, (by_clock or clock()).now())
    closing = {"closed_as_of": None, "closed_at": None, "closing_reason": "", "closing_note": "", "was_clear": False}
    taking_care = {"acknowledged_by": "", "acknowledged_at": None, "snoozed_until": None}
    return _move(alert_id, "reopen", hand, values={**closing, **taking_care})


def assign(
    alert_id: int, *, owner: str | None, actor: str, revision: int | None = None, by_clock: Clock | None = None
) -> int:
    """Say who looks after an alert; None: nobody any more.

    Raises: BadOwner, AlertNotFound, IllegalMove, AlertChangedMeanwhile.
    """
    if owner is not None and not 0 < len(owner.strip()) <= LONGEST_OWNER:
        raise BadOwner(most=LONGEST_OWNER)
    hand = _Hand(actor, revision, (by_clock or clock()).now())
    named = (owner or "").strip()
    return _move(alert_id, "assign", hand, values={"owner": named}, params={"owner": named or None})


@transaction.atomic
def _move(
    alert_id: int,
    move: PersonsMove,
    hand: _Hand,
    *,
    values: Mapping[str, object],
    params: Mapping[str, Json] | None = None,
) -> int:
    """Make one move of a person: the alert, its history, the audit row and what goes out, in one transaction."""
    store.lock()
    alert = Alert.objects.select_for_update().filter(id=alert_id).first()
    if alert is None:
        raise AlertNotFound(alert_id=alert_id)
    before, after = alert.state, _state_after(alert, move, hand)
    for name, value in {**values, "state": after, "updated_at": hand.at, "revision": alert.revision + 1}.items():
        setattr(alert, name, value)
    alert.save()
    AlertEvent.objects.create(alert=alert, at=hand.at, actor=hand.actor, what=PAST[move], params=dict(params or {}))
    told: dict[str, Json] = {
        **(params or {}),
        "rule": alert.rule_key,
        "customer_id": alert.customer_id,
        "from": before,
        "to": after,
    }
    accounts.record(hand.actor, f"alert.{move}", told, subject=f"alert:{alert_id}", at=hand.at)
    if after == "resolved":
        outbox.append_many((messages.of_resolved(record_of(alert)),), at=hand.at)
    if move == "assign" and alert.owner not in ("", hand.actor):
        outbox.append_many((messages.of_assigned(record_of(alert), by=hand.actor),), at=hand.at)
    return alert.revision


def _state_after(alert: Alert, move: PersonsMove, hand: _Hand) -> State:
    """Give the state a move leads to, or refuse."""
    if hand.revision is not None and hand.revision != alert.revision:
        raise AlertChangedMeanwhile(alert_id=alert.id, seen=hand.revision, present=alert.revision)
    state = cast("State", alert.state)
    after = target(state, move)
    if after is None:
        raise IllegalMove(alert_id=alert.id, state=state, move=move, allowed=", ".join(allowed(state)) or "-")
    newest = Alert.objects.filter(customer_id=alert.customer_id, rule_key=alert.rule_key).latest("occurrence")
    if move == "reopen" and newest.id != alert.id:
        raise NewerAlertExists(alert_id=alert.id, newest_id=newest.id)
    return after
