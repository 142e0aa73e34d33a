"""The flow both pages share: facts → readings → score, grade, place → verdicts → stored assessment → alerts."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from kedun.alerts.actions import AlertCounts, apply_verdicts, withdraw
from kedun.alerts.decide import CustomerVerdict, NamedAction
from kedun.alerts.queries import rules_waiting
from kedun.assessments.actions import Occasion, Writing, write
from kedun.assessments.documents import Document
from kedun.assessments.queries import LivePolicy, live_policy
from kedun.assessments.store import CHUNK, EngineName, Question, chunks, judge_apart
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
    `has_digest`: hash every customer's line. `folder`: where the mirror lives; needed by DuckDB alone.
    `mirror`: the one to read, else that of the newest batch. `policy_on`: the day whose policy judges; another than the
    day itself is a trial, and nothing is stored. `arrived`: when a customer's newest fact came in. `leaves_told`: store
    nothing of customers of whom newer facts came in meanwhile; they wait for the event process, which will.
    """

    as_of: Day
    engine: EngineName
    clock: Clock
    known_at: int | None = None
    customers: tuple[int, ...] | None = None
    writes: bool = True
    has_digest: bool = True
    folder: Path | None = None
    mirror: Path | None = None
    policy_on: Day | None = None
    arrived: Mapping[int, datetime] = field(default_factory=dict)
    leaves_told: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a walk did.

    `unrated`: customers of whom too little is known for a score; `unchanged`: those of whom the same was stored already;
    `digest`: "" where none was asked for; `fresh_until`: the last day for which invoices count
    as supplied, None where they never were; `aside`: customers whose numbers cannot be computed.
    """

    known_batch: int
    customers: int
    unrated: int
    written: int
    unchanged: int
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
    file = errand.mirror or (mirror.ensure(errand.folder) if errand.engine == "duckdb" and errand.folder else None)
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
    customers = unrated = written = unchanged = 0
    alerts, aside = AlertCounts(), set[int]()
    shown.step("assess", total=queries.customer_count() if errand.customers is None else len(errand.customers))
    everyone = judge_apart(
        live.policy, question, engine=errand.engine, mirror=file, has_lines=errand.has_digest, aside=aside
    )
    for chunk in chunks(everyone, CHUNK):
        total.update("".join(each.line for each in chunk).encode())
        documents = [each.document for each in chunk]
        if writes:
            done, changed = _settle(documents, live, errand, known_batch)
            written += len(done.written)
            unchanged += done.unchanged
            alerts += changed
        customers += len(chunk)
        unrated += sum(each.score is None for each in documents)
        shown.advance(len(chunk))
    if writes:
        alerts += AlertCounts(closed=withdraw_gone(errand, live, known_batch=known_batch))
    digest = f"sha256:{total.hexdigest()}" if errand.has_digest else ""
    invoices = question.supply["invoice"]
    fresh_until = None if invoices.to_day is None else invoices.to_day + KINDS["invoice"].freshness_days
    return Outcome(known_batch, customers, unrated, written, unchanged, alerts, digest, fresh_until, frozenset(aside))


def withdraw_gone(errand: Errand, live: LivePolicy, *, known_batch: int) -> int:
    """Close what no verdict of today speaks of any more, of the errand's customers or of all; gives how many alerts."""
    if errand.as_of != today(errand.clock):
        return 0
    on = live.policy.rules.rules
    return withdraw(on, as_of=errand.as_of, known_at=known_batch, clock=errand.clock, customers=errand.customers)


def _settle(
    documents: Sequence[Document], live: LivePolicy, errand: Errand, known_batch: int
) -> tuple[Writing, AlertCounts]:
    """Store a chunk and bring its alerts in line; older days and older knowledge than stored, or told, open nothing."""
    at = errand.clock.now()
    with transaction.atomic():
        told = queries.told_since(known_batch, [each.customer_id for each in documents]) if errand.leaves_told else ()
        documents = [each for each in documents if each.customer_id not in told]
        done = write(documents, occasion=Occasion(errand.as_of, known_batch, at), policy=live.policy)
        of_written = [each for each in documents if each.customer_id in done.written]
        counts = apply_verdicts(
            customer_verdicts(of_written, live, errand.arrived),
            as_of=errand.as_of,
            known_at=known_batch,
            clock=FixedClock(at),
        )
    return done, counts


def customer_verdicts(
    documents: Sequence[Document], live: LivePolicy, arrived: Mapping[int, datetime]
) -> Iterator[CustomerVerdict]:
    """Put the verdicts that can matter to an alert together with what their rules say of severity, recipients, actions.

    These are the ones that fired, and those of rules whose alert another verdict could change.
    """
    waiting = rules_waiting(each.customer_id for each in documents)
    for each in documents:
        of_customer = waiting.get(each.customer_id, frozenset())
        if not each.fired and not of_customer:
            continue
        for key, said in json.loads(each.verdicts).items():
            if said["verdict"] == "fired" or key in of_customer:
                yield _customer_verdict(each.customer_id, key, said, live, arrived)


def _customer_verdict(
    customer_id: int, key: str, said: Mapping[str, Any], live: LivePolicy, arrived: Mapping[int, datetime]
) -> CustomerVerdict:
    rule = live.policy.rules.rules[key]
    return CustomerVerdict(
        customer_id=customer_id,
        rule_key=key,
        rule_version=live.rules_version,
        verdict=said["verdict"],
        severity=rule.severity,
        risk_type=rule.risk_type,
        cooldown_days=rule.cooldown_days,
        evidence=said["evidence"],
        recipients=rule.recipients,
        actions=tuple(NamedAction(one.action, {"to": one.to, "value": one.value}) for one in rule.actions),
        fact_at=arrived.get(customer_id),
    )
