"""Writing facts that come as typed rows: good rows go in, the others come back with their reasons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pyarrow as pa

from kedun.accounts.roles import ROLES
from kedun.accounts.scopes import Scope
from kedun.facts.actions import Delivery, upsert
from kedun.facts.delivery import Counts
from kedun.facts.kinds import KINDS
from kedun.facts.tables import arrow_schema, belongs_to_customer
from kedun.intake.queries import customers_with_facts
from kedun.intake.typed import queries
from kedun.intake.typed.refusals import (
    CompleteNeedsRows,
    CompleteNotPossible,
    CustomerHasFacts,
    FactMissing,
    KindNotYours,
    SourceReserved,
)
from kedun.intake.typed.rows import RejectedField, Scalar, TypedRow, typed

MAIN = "main"
RESERVED = frozenset({"signals", "settlement", "merging"})
KINDS_OF_ROLES: Mapping[str, frozenset[str]] = {
    "sales": frozenset({"interaction"}),
    "sales_manager": frozenset({"interaction"}),
    "service": frozenset({"interaction", "ticket", "enquiry"}),
    "legal": frozenset({"interaction", "legal_event", "check", "contract", "milestone", "relation", "group_member"}),
}
"""Roles that write only some kinds; the others write all but signals, which people report under their own name."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes: what the audit trail calls them, their role, and whose customers they answer for."""

    actor: str
    role: str
    scope: Scope


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a request: counts, what was rejected, and the newest batch, None where nothing changed."""

    counts: Counts
    rejected: tuple[RejectedField, ...]
    batch: int | None
    is_complete: bool


def upsert_rows(
    kind: str, rows: Sequence[Mapping[str, Scalar]], *, source: str, writer: Writer, is_complete: bool = False
) -> Taken:
    """Take in rows of a kind; the same rows again change nothing. With `is_complete` the source's other rows go.

    Raises: KindNotYours, SourceReserved, CompleteNotPossible, CompleteNeedsRows.
    """
    _check(kind, source, writer)
    _check_complete(kind, rows, writer, is_complete=is_complete)
    good, rejected = typed(kind, rows, currencies=queries.base_currencies(), entity=MAIN)
    if kind == "signal":
        good, forged = _signed(good, writer)
        rejected = sorted([*rejected, *forged], key=lambda each: each.index)
    if writer.scope.kind != "all":
        good, foreign = _visible(kind, good, source=source, writer=writer)
        rejected = sorted([*rejected, *foreign], key=lambda each: each.index)
    applies = is_complete and not rejected
    if not good:
        return Taken(Counts(), tuple(rejected), None, is_complete=False)
    table = pa.Table.from_pylist([dict(each.values) for each in good], schema=arrow_schema(kind))
    complete = frozenset({kind}) if applies else frozenset()
    written = upsert({kind: table}, delivery=Delivery(source, writer.actor, complete=complete))
    batch = written.batches[-1] if written.batches else None
    return Taken(written.counts[kind], tuple(rejected), batch, is_complete=applies)


def retract(kind: str, external_id: str, *, source: str, writer: Writer) -> None:
    """Retract a fact: it is known no longer, and stays in the history; retracted again, nothing changes.

    Raises: KindNotYours, SourceReserved, FactMissing, CustomerHasFacts.
    """
    _check(kind, source, writer)
    found = queries.fact(kind, external_id, source=source, scope=writer.scope)
    if found is None:
        raise FactMissing(kind=kind, external_id=external_id, source=source)
    if found.is_retracted:
        return
    if kind == "customer" and customers_with_facts([external_id], source=source):
        raise CustomerHasFacts(external_id=external_id)
    row: dict[str, str | bool] = {"external_id": external_id, "is_retracted": True}
    if belongs_to_customer(kind):
        row["customer"] = found.customer
    table = pa.Table.from_pylist([row], schema=arrow_schema(kind))
    upsert({kind: table}, delivery=Delivery(source, writer.actor, legal_entity=found.legal_entity))


def kinds_written_by(role: str) -> frozenset[str]:
    """Give the kinds that a role, or a program with a key, writes as typed rows."""
    kinds = KINDS_OF_ROLES.get(role, frozenset(KINDS))
    return kinds - {"signal"} if role in ROLES else kinds


def _signed(rows: Sequence[TypedRow], writer: Writer) -> tuple[list[TypedRow], list[RejectedField]]:
    """Put the writer's name under signals; one that bears another's is rejected."""
    good, forged = [], []
    for each in rows:
        if each.text("reporter") in ("", writer.actor):
            good.append(replace(each, values={**each.values, "reporter": writer.actor}))
        else:
            forged.append(RejectedField(each.index, each.text("external_id"), "reporter", "not_the_reporter", {}))
    return good, forged


def _check(kind: str, source: str, writer: Writer) -> None:
    if kind not in kinds_written_by(writer.role):
        raise KindNotYours(kind=kind)
    if writer.scope.kind != "all" and not belongs_to_customer(kind):
        raise KindNotYours(kind=kind)
    if source in RESERVED:
        raise SourceReserved(source=source)


def _check_complete(kind: str, rows: Sequence[Mapping[str, Scalar]], writer: Writer, *, is_complete: bool) -> None:
    if not is_complete:
        return
    if kind == "customer" or writer.scope.kind != "all":
        raise CompleteNotPossible(kind=kind)
    if not rows:
        raise CompleteNeedsRows


def _visible(
    kind: str, rows: Sequence[TypedRow], *, source: str, writer: Writer
) -> tuple[list[TypedRow], list[RejectedField]]:
    """Keep the rows about customers that the writer answers for; neither now nor before may a row be another's.

    What stands under a key of others is not told: both faults are said in the same way.
    """
    seen = queries.visible_names({each.text("customer") for each in rows}, source=source, scope=writer.scope)
    others = queries.keys_of_others(
        kind, [each.text("external_id") for each in rows], source=source, scope=writer.scope
    )
    good, foreign = [], []
    for each in rows:
        key = each.text("external_id")
        if each.text("customer") in seen and key not in others:
            good.append(each)
        else:
            foreign.append(RejectedField(each.index, key, "customer", "not_yours_to_write", {}))
    return good, foreign
