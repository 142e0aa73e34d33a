"""Reads and writes alerts in sets: one statement for a whole block of changes."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.db import connection

from kedun.alerts.decide import AlertState, Close, CustomerVerdict, NoteClear, Open, Reawaken, Update, Withdrawn
from kedun.alerts.states import NOT_CLOSED, WITHDRAWN, Severity, State, target
from kedun.kernel.days import Day
from kedun.kernel.hashing import Json

ChangeOfOne = Update | Reawaken | Close | NoteClear
"""A change of an alert that is there already."""

LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('kedun.alerts', 0))"

_NEWEST = """
    SELECT DISTINCT ON (customer_id, rule_key) id, customer_id, rule_key, rule_version, state, severity,
           evidence::text, assessed_as_of, assessed_batch, occurrence, snoozed_until, closed_as_of, was_clear, revision,
           closing_reason
    FROM alerts_alert WHERE customer_id = ANY(%s)
    ORDER BY customer_id, rule_key, occurrence DESC
"""
_INSERT = """
    WITH said AS (
        SELECT * FROM jsonb_to_recordset(%(rows)s::jsonb) AS row
               (customer_id bigint, rule_key text, occurrence integer, rule_version integer, severity text,
                risk_type text, evidence jsonb, fact_at timestamptz)
    ), opened AS (
        INSERT INTO alerts_alert
               (customer_id, rule_key, occurrence, rule_version_opened, rule_version, state, severity, risk_type, owner,
                evidence, opened_as_of, opened_at, opened_batch, fact_at, assessed_as_of, assessed_batch, updated_at,
                acknowledged_by, closing_reason, closing_note, was_clear, revision)
        SELECT customer_id, rule_key, occurrence, rule_version, rule_version, 'open', severity, risk_type, '',
               evidence, %(as_of)s, %(at)s, %(batch)s, COALESCE(fact_at, %(fact_at)s), %(as_of)s, %(batch)s, %(at)s,
               '', '', '', FALSE, 1
        FROM said
        RETURNING id, customer_id, rule_key, rule_version, severity, evidence
    ), told AS (
        INSERT INTO alerts_event (alert_id, at, actor, what, as_of, batch, params, evidence)
        SELECT id, %(at)s, %(actor)s, 'opened', %(as_of)s, %(batch)s,
               jsonb_build_object('rule_version', rule_version, 'severity', severity), evidence
        FROM opened
    )
    SELECT id, customer_id, rule_key FROM opened
"""
_CHANGE = """
    WITH said AS (
        SELECT * FROM jsonb_to_recordset(%(rows)s::jsonb) AS row
               (id bigint, revision integer, what text, state text, severity text, rule_version integer,
                evidence jsonb, was_clear boolean, params jsonb, verdict_evidence jsonb)
    ), changed AS (
        UPDATE alerts_alert AS alert
        SET state = said.state, severity = said.severity, rule_version = said.rule_version,
            evidence = said.evidence, was_clear = said.was_clear,
            assessed_as_of = %(as_of)s, assessed_batch = %(batch)s, updated_at = %(at)s,
            revision = alert.revision + 1,
            snoozed_until = CASE WHEN said.state = 'snoozed' THEN alert.snoozed_until END,
            closed_as_of = CASE said.state WHEN 'cleared' THEN %(as_of)s WHEN 'resolved' THEN alert.closed_as_of END,
            closed_at = CASE said.state WHEN 'cleared' THEN %(at)s WHEN 'resolved' THEN alert.closed_at END,
            closing_reason = CASE said.state WHEN 'cleared' THEN 'cleared' WHEN 'resolved' THEN alert.closing_reason
                             ELSE '' END
        FROM said WHERE alert.id = said.id AND alert.revision = said.revision
        RETURNING alert.id
    ), told AS (
        INSERT INTO alerts_event (alert_id, at, actor, what, as_of, batch, params, evidence)
        SELECT id, %(at)s, %(actor)s, what, %(as_of)s, %(batch)s, params, verdict_evidence
        FROM said JOIN changed USING (id)
    )
    SELECT id FROM changed
"""

_GONE = """
        SELECT alert.id, CASE
                   WHEN EXISTS (SELECT 1 FROM facts_merge g WHERE g.merged_id = customer.id AND g.until_batch IS NULL)
                   THEN 'customer_merged'
                   WHEN customer.is_retracted THEN 'customer_withdrawn' ELSE 'rule_withdrawn'
               END AS reason
        FROM alerts_alert AS alert JOIN facts_customer AS customer ON customer.id = alert.customer_id
        WHERE alert.state = ANY(%(open)s) AND (customer.is_retracted OR alert.rule_key <> ALL(%(rules)s))
          AND (%(customers)s::bigint[] IS NULL OR alert.customer_id = ANY(%(customers)s))
"""
_WITHDRAW = f"""
    WITH gone AS ({_GONE}), changed AS (
        UPDATE alerts_alert AS alert
        SET state = 'cleared', closing_reason = gone.reason, closed_as_of = %(as_of)s, closed_at = %(at)s,
            snoozed_until = NULL, updated_at = %(at)s, revision = alert.revision + 1
        FROM gone WHERE alert.id = gone.id
        RETURNING alert.id, alert.rule_key, alert.customer_id, alert.revision, gone.reason
    ), told AS (
        INSERT INTO alerts_event (alert_id, at, actor, what, as_of, batch, params)
        SELECT id, %(at)s, %(actor)s, 'withdrawn', %(as_of)s, %(batch)s, jsonb_build_object('reason', reason)
        FROM changed
    )
    SELECT id, rule_key, customer_id, revision, reason FROM changed ORDER BY id
"""  # noqa: S608 - put together from constants; every value is bound


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When and on what an evaluation rests, and who did it."""

    actor: str
    as_of: Day
    known_at: int
    at: datetime
    fact_at: datetime | None


def lock() -> None:
    """Let nobody else open alerts until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute(LOCK)


def newest(customer_ids: Iterable[int]) -> tuple[AlertState, ...]:
    """Read the newest alert, closed or not, of each rule of some customers."""
    with connection.cursor() as cursor:
        cursor.execute(_NEWEST, [sorted(set(customer_ids))])
        rows = cursor.fetchall()
    return tuple(
        AlertState(
            alert_id=row[0],
            customer_id=row[1],
            rule_key=row[2],
            rule_version=row[3],
            state=cast("State", row[4]),
            severity=cast("Severity", row[5]),
            evidence=json.loads(row[6]),
            assessed_as_of=row[7],
            assessed_batch=row[8],
            occurrence=row[9],
            snoozed_until=row[10],
            closed_as_of=row[11],
            was_clear=row[12],
            revision=row[13],
            was_withdrawn=row[14] in WITHDRAWN,
        )
        for row in rows
    )


def insert(opened: Sequence[Open], moment: Moment) -> Sequence[tuple[int, Open]]:
    """Store new alerts with the first line of their history; gives each with its id."""
    rows = [
        {
            "customer_id": each.verdict.customer_id,
            "rule_key": each.verdict.rule_key,
            "occurrence": each.occurrence,
            "rule_version": each.verdict.rule_version,
            "severity": each.verdict.severity,
            "risk_type": each.verdict.risk_type,
            "evidence": each.verdict.evidence,
            "fact_at": each.verdict.fact_at.isoformat() if each.verdict.fact_at else None,
        }
        for each in opened
    ]
    ids = {(customer_id, rule_key): alert_id for alert_id, customer_id, rule_key in _run(_INSERT, rows, moment)}
    return [(ids[each.verdict.customer_id, each.verdict.rule_key], each) for each in opened]


def change(changes: Sequence[ChangeOfOne], moment: Moment) -> Sequence[ChangeOfOne]:
    """Store changes of alerts with a line of history each.

    Gives those that were stored: an alert that changed since it was read is left for the next evaluation.
    """
    stored = {alert_id for (alert_id,) in _run(_CHANGE, [_after(each) for each in changes], moment)}
    return [each for each in changes if each.alert.alert_id in stored]


def withdraw(rules: Iterable[str], moment: Moment, customers: Sequence[int] | None) -> tuple[Withdrawn, ...]:
    """Close what is open of rules that are not among these, and of customers that were taken back.

    Most of the time there is nothing to close, and then nobody is kept waiting.
    """
    given: dict[str, str | int | datetime | list[str] | list[int] | None] = {
        "open": [str(state) for state in NOT_CLOSED],
        "rules": sorted(rules),
        "customers": None if customers is None else list(customers),
        "as_of": moment.as_of,
        "at": moment.at,
        "actor": moment.actor,
        "batch": moment.known_at,
    }
    with connection.cursor() as cursor:
        cursor.execute(_GONE + " LIMIT 1", given)
        if cursor.fetchone() is None:
            return ()
        lock()
        cursor.execute(_WITHDRAW, given)
        return tuple(Withdrawn(*row) for row in cursor.fetchall())


def note_told(told: Mapping[int, int]) -> None:
    """Remember of alerts how many people were told of their opening."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE alerts_alert AS alert SET told = said.people"
            " FROM unnest(%s::bigint[], %s::integer[]) AS said (id, people) WHERE alert.id = said.id",
            [list(told), list(told.values())],
        )


def _run(statement: str, rows: Sequence[Mapping[str, Json]], moment: Moment) -> Sequence[tuple[Any, ...]]:
    if not rows:
        return ()
    given: dict[str, str | int | datetime | None] = {
        "rows": json.dumps(rows, ensure_ascii=False, allow_nan=False),
        "actor": moment.actor,
        "as_of": moment.as_of,
        "batch": moment.known_at,
        "at": moment.at,
        "fact_at": moment.fact_at,
    }
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        found: Sequence[tuple[Any, ...]] = cursor.fetchall()
    return found


def _after(each: ChangeOfOne) -> Mapping[str, Json]:
    """Give what an alert's row says after a change."""
    alert = each.alert
    said = None if isinstance(each, NoteClear) else each.verdict
    after: dict[str, Json] = {
        "id": alert.alert_id,
        "what": _what(each),
        "params": {"rule_version": said.rule_version, "severity": said.severity} if said else {},
        "verdict_evidence": said.evidence if said else None,
        "revision": alert.revision,
        "state": alert.state,
        "severity": alert.severity,
        "rule_version": alert.rule_version,
        "evidence": alert.evidence,
        "was_clear": alert.was_clear or isinstance(each, NoteClear),
    }
    match each:
        case Update(verdict=verdict, severity=severity):
            return {**after, **_fired(verdict, severity), "state": target(alert.state, "fire")}
        case Reawaken(verdict=None):
            return {**after, "state": target(alert.state, "wake")}
        case Reawaken(verdict=CustomerVerdict() as verdict, severity=severity):
            return {**after, **_fired(verdict, severity), "state": target(alert.state, "wake")}
        case Close(verdict=verdict):
            return {**after, "rule_version": verdict.rule_version, "state": target(alert.state, "clear")}
    return after


def _fired(verdict: CustomerVerdict, severity: Severity) -> Mapping[str, Json]:
    return {"severity": severity, "rule_version": verdict.rule_version, "evidence": verdict.evidence}


def _what(each: ChangeOfOne) -> str:
    match each:
        case Update():
            return "updated"
        case Reawaken():
            return "woken"
        case Close():
            return "cleared"
        case NoteClear():
            return "was_clear"
