"""Reads what some batches wrote and writes what was before, inside the caller's transaction and under its lock."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

import pyarrow as pa
from django.db.models import Q

from kedun.facts.delivery import Counts
from kedun.facts.models import Batch, Merge, Supply
from kedun.facts.prepared.store import Row
from kedun.facts.store import Value, Written, rows
from kedun.facts.tables import arrow_schema
from kedun.facts.undo import statements


@dataclass(frozen=True, slots=True)
class Kept:
    """A row that a later batch changed, hence is left as it is."""

    kind: str
    external_id: str
    customer: str
    batch: int


@dataclass(frozen=True, slots=True)
class Undoing:
    """What is taken back: some batches of one source, and the batches that count as never told."""

    source: str
    batches: tuple[int, ...]
    passed: tuple[int, ...]

    def values(self, customers: Sequence[int], *, after: int = 0, most: int = 0) -> dict[str, Value]:
        """Give the parameters of the statements about a group of customers."""
        return {
            "batches": list(self.batches),
            "passed": list(self.passed),
            "customers": list(customers),
            "after": after,
            "most": most,
        }


def passed(batches: Collection[int]) -> tuple[int, ...]:
    """Give the batches that count as never told while these are taken back: undone before, undoing others, merging."""
    found = Batch.objects.filter(Q(undone_by__isnull=False) | Q(is_undo=True)).exclude(id__in=batches)
    mergers = Merge.objects.values_list("batch_id", "until_batch")
    told = {*found.values_list("id", flat=True), *(batch for pair in mergers for batch in pair if batch is not None)}
    return tuple(sorted(told))


def owners(kind: str, batches: Collection[int]) -> list[Row]:
    """Give (customer, rows) of what the batches wrote of a kind; customer None where the kind has none."""
    return rows(statements.owners(kind), {"batches": list(batches)})


def kept(kind: str, undoing: Undoing, customers: Sequence[int]) -> list[Kept]:
    """Give the rows of customers that later batches changed."""
    return [Kept(kind, *row) for row in rows(statements.kept(kind), undoing.values(customers))]


def before(kind: str, undoing: Undoing, customers: Sequence[int], *, after: int, most: int) -> tuple[int, pa.Table]:
    """Give what the next rows of customers were before, as a delivery of them, and the last id (0: no more rows)."""
    found = rows(statements.before(kind), undoing.values(customers, after=after, most=most))
    schema = arrow_schema(kind)
    columns = list(zip(*found, strict=True)) or [()] * (len(schema) + 1)
    table = pa.table([pa.array(values, field.type) for values, field in zip(columns[1:], schema, strict=True)], schema)
    return (found[-1][0] if found else 0), table


def restore_customers(undoing: Undoing, customers: Sequence[int], written: Written) -> None:
    """Bring customers back to what they were before, once what belonged to them is taken back."""
    values = {**undoing.values(customers, most=len(customers)), "batch": written.batch}
    found = rows(statements.restore_customers(), values)
    retracted = [number for number, is_gone, _ in found if is_gone]
    for outcome, ids in (("retracted", retracted), ("changed", [row[0] for row in found if not row[1]])):
        if ids:
            written.note("customer", outcome, ids)
    counts = Counts(changed=len(found) - len(retracted), retracted=len(retracted))
    written.counts["customer"] = written.counts.get("customer", Counts()).plus(counts)


def withdraw_supply(undoing: Undoing, written: Written) -> set[str]:
    """End the stretches that the batches supplied; gives their kinds."""
    mine = Supply.objects.filter(batch_id__in=undoing.batches, source=undoing.source, until_batch=None)
    kinds = set(mine.values_list("kind", flat=True))
    if mine.update(until_batch=written.batch):
        written.has_changed = True
    return kinds


def remaining(kind: str, undoing: Undoing, *, today: int) -> list[tuple[str, int, int, datetime]]:
    """Give (legal entity, first day, last day, instant of the newest) of what later batches told of a kind."""
    found = rows(
        statements.remaining_days(kind),
        {
            "source": undoing.source,
            "first": min(undoing.batches),
            "passed": [*undoing.batches, *undoing.passed],
            "today": today,
        },
    )
    at = dict(Batch.objects.filter(id__in=[row[3] for row in found]).values_list("id", "at"))
    return [(entity, first, last, at[batch]) for entity, first, last, batch in found if batch in at]
