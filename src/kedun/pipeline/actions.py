"""The flow both pages share: facts → readings → score, grade, place → verdicts → stored assessment → alerts."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from django.db import transaction

from kedun.alerts.actions import AlertCounts, apply_verdicts, withdraw
from kedun.alerts.decide import CustomerVerdict, NamedAction
from kedun.assessments.actions import Occasion, write
from kedun.assessments.assessed import Assessed, line
from kedun.assessments.queries import LivePolicy, live_policy
from kedun.assessments.store import CHUNK, EngineName, Question, chunks, run_apart
from kedun.facts import mirror, queries
from kedun.facts.kinds import KINDS
from kedun.kernel.clock import Clock, FixedClock, today
from kedun.kernel.days import Day
from kedun.kernel.progress import Progress, Silent


@dataclass(frozen=True, slots=True)
class Errand:
    """What to assess and how.

    `known_at`: a batch to look back from, None for what is believed now; `customers`: None for the whole book.
    `writes`: store the result and bring the alerts in line; only ever done with what is believed now.
    `folder`: where the mirror lives; needed by DuckDB alone. `policy_on`: the day whose policy judges; another than the
    day itself is a trial, and nothing is stored. `arrived`: when a customer's newest fact came in.
    """

    as_of: Day
    engine: EngineName
    clock: Clock
    known_at: int | None = None
    customers: tuple[int, ...] | None = None
    writes: bool = True
    folder: Path | None = None
    policy_on: Day | None = None
    arrived: Mapping[int, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a walk did.

    `unrated`: customers of whom too little is known for a score; `fresh_until`: the last day for which invoices count
    as supplied, None where they never were; `aside`: customers whose numbers cannot be computed.
    """

    known_batch: int
    customers: int
    unrated: int
    written: int
    alerts: AlertCounts
    digest: str
    fresh_until: Day | None
    aside: frozenset[int] = frozenset()


def walk(errand: Errand, *, progress: Progress | None = None) -> Outcome:
    """Assess customers, in chunks that are each stored and alerted in one transaction.

    All rows, and what the kinds were supplied for, are those of one batch, whatever arrives meanwhile.
    """
    shown = progress or Silent()
    live = live_policy(errand.as_of if errand.policy_on is None else errand.policy_on)
    file = mirror.ensure(errand.folder) if errand.engine == "duckdb" and errand.folder else None
    newest = mirror.batch_of(file) if file else queries.last_batch()
    known_batch = newest if errand.known_at is None else errand.known_at
    question = Question(
        as_of=errand.as_of,
        known_at=None if file and known_batch == newest else known_batch,
        customers=errand.customers,
        supply=queries.supply_at(errand.as_of, known_batch),
    )
    is_own_policy = errand.policy_on in (None, errand.as_of)
    writes = errand.writes and is_own_policy and known_batch == newest and errand.as_of <= today(errand.clock)
    total = hashlib.sha256()
    customers = unrated = written = 0
    alerts, aside = AlertCounts(), set[int]()
    shown.step("assess", total=None)
    for chunk in chunks(run_apart(live.policy, question, engine=errand.engine, mirror=file, aside=aside), CHUNK):
        for each in chunk:
            total.update(line(each).encode())
        if writes:
            new, changed = _settle(chunk, live, errand, known_batch)
            written += new
            alerts += changed
        customers += len(chunk)
        unrated += sum(each.score is None for each in chunk)
        shown.advance(len(chunk))
    if writes and errand.as_of == today(errand.clock):
        on = live.policy.rules.rules
        gone = withdraw(on, as_of=errand.as_of, known_at=known_batch, clock=errand.clock, customers=errand.customers)
        alerts += AlertCounts(closed=gone)
    digest, invoices = f"sha256:{total.hexdigest()}", question.supply["invoice"]
    fresh_until = None if invoices.to_day is None else invoices.to_day + KINDS["invoice"].freshness_days
    return Outcome(known_batch, customers, unrated, written, alerts, digest, fresh_until, frozenset(aside))


def _settle(chunk: Sequence[Assessed], live: LivePolicy, errand: Errand, known_batch: int) -> tuple[int, AlertCounts]:
    """Store a chunk and bring its alerts in line; older days and older knowledge than stored open nothing."""
    at = errand.clock.now()
    with transaction.atomic():
        newer = write(chunk, occasion=Occasion(errand.as_of, known_batch, at), policy=live.policy)
        counts = apply_verdicts(
            customer_verdicts((each for each in chunk if each.customer_id in newer), live, errand.arrived),
            as_of=errand.as_of,
            known_at=known_batch,
            clock=FixedClock(at),
        )
    return len(newer), counts


def customer_verdicts(
    everyone: Iterable[Assessed], live: LivePolicy, arrived: Mapping[int, datetime]
) -> Iterator[CustomerVerdict]:
    """Put each verdict together with what its rule says of severity, recipients and actions."""
    for each in everyone:
        for verdict in each.verdicts:
            rule = live.policy.rules.rules[verdict.rule]
            yield CustomerVerdict(
                customer_id=each.customer_id,
                rule_key=verdict.rule,
                rule_version=live.rules_version,
                verdict=verdict.verdict,
                severity=rule.severity,
                risk_type=rule.risk_type,
                cooldown_days=rule.cooldown_days,
                evidence=verdict.evidence,
                recipients=rule.recipients,
                actions=tuple(NamedAction(one.action, {"to": one.to, "value": one.value}) for one in rule.actions),
                fact_at=arrived.get(each.customer_id),
            )
