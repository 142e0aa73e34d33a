"""Reporting and withdrawing front-line signals: each is a fact, with its audit row, in one transaction."""

from dataclasses import dataclass

import pyarrow as pa
from django.db import transaction

from kedun.accounts.actions import record
from kedun.accounts.scopes import Scope
from kedun.facts.actions import Delivery, upsert
from kedun.facts.models import CURRENT
from kedun.facts.tables import arrow_schema
from kedun.intake.conversion import read_text
from kedun.intake.keys import bounded_key
from kedun.intake.signals import queries
from kedun.intake.signals.definition import Severity
from kedun.intake.signals.queries import KIND, SOURCE, SignalSeen
from kedun.intake.signals.refusals import NotYourSignal, ObservedOnNotPossible, SignalTypeUnknown
from kedun.kernel.days import Day, to_date
from kedun.kernel.hashing import Json

OLDEST_DAYS = 365
"""A signal may have been observed so many days ago."""


@dataclass(frozen=True, slots=True)
class Report:
    """What somebody noticed; None: the type's own severity, today."""

    customer: str
    type: str
    severity: Severity | None = None
    note: str = ""
    observed_on: Day | None = None


def report(told: Report, *, scope: Scope, actor: str) -> SignalSeen:
    """Keep what somebody noticed; the same again on the same day corrects it.

    Raises: CustomerNotKnown, OnlyToRead, SignalTypeUnknown, ObservedOnNotPossible, SignalsNotSetUp.
    """
    queries.customer_of(told.customer, scope)
    found = queries.signal_list().signals.get(told.type)
    if found is None:
        raise SignalTypeUnknown(type=told.type)
    today = queries.today_here()
    observed_on = today if told.observed_on is None else told.observed_on
    if not today - OLDEST_DAYS <= observed_on <= today:
        first, last = to_date(today - OLDEST_DAYS).isoformat(), to_date(today).isoformat()
        raise ObservedOnNotPossible(first=first, last=last)
    severity = told.severity or found.severity
    key = bounded_key(f"{actor}:{told.customer}:{told.type}:{to_date(observed_on).isoformat()}")
    row: dict[str, Json] = {
        "external_id": key, "customer": told.customer, "signal_type": told.type, "severity": severity,
        "points": found.points_of(severity), "observed_on": observed_on, "expires_on": found.expires_on(observed_on),
        "note": read_text(told.note.strip()), "reporter": actor,
    }  # fmt: skip
    with transaction.atomic():
        _write(row, actor=actor)
        params: dict[str, Json] = {"type": told.type, "severity": severity, "observed_on": row["observed_on"]}
        record(actor, "signals.report", params, subject=f"customer:{told.customer}")
        number = CURRENT[KIND]._default_manager.values_list("id", flat=True).get(source=SOURCE, external_id=key)
    return queries.signal_seen(number, scope)


def withdraw(number: int, *, scope: Scope, actor: str) -> None:
    """Withdraw a signal of one's own; one that was withdrawn stays so.

    Raises: SignalMissing, OnlyToRead, NotYourSignal.
    """
    found = queries.signal_seen(number, scope)
    if found.source != SOURCE or found.reporter != actor:
        raise NotYourSignal
    if found.is_retracted:
        return
    with transaction.atomic():
        _write({"external_id": found.external_id, "customer": found.customer, "is_retracted": True}, actor=actor)
        record(actor, "signals.withdraw", {"type": found.type}, subject=f"customer:{found.customer}")


def _write(row: dict[str, Json], *, actor: str) -> None:
    table = pa.Table.from_pylist([row], schema=arrow_schema(KIND))
    upsert({KIND: table}, delivery=Delivery(SOURCE, actor))
