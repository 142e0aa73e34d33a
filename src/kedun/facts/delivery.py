"""A delivery of facts: what its sender says about it, how it is cut into transactions, and for which days it speaks."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from kedun.facts.kinds import KINDS
from kedun.facts.tables import belongs_to_customer
from kedun.kernel.days import FIRST_DAY, Day

ROWS_PER_TRANSACTION = 2_000
WRITE_ORDER = (
    "fx_rate",
    "customer",
    "contract",
    *(kind for kind in KINDS if kind not in ("fx_rate", "customer", "contract")),
)
"""What other rows are derived from is written first."""

Tables = Mapping[str, pa.Table]
"""Rows by kind."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What the sender of rows says about them.

    `periods`: the days that a kind's rows cover, where the sender states them. `complete`: kinds of which every row of
    the source is in the delivery, so that rows missing from it are retracted. `after_batch` is called with the batch's
    id inside each transaction.
    """

    source: str
    actor: str
    legal_entity: str = "main"
    periods: Mapping[str, tuple[Day, Day]] = field(default_factory=dict)
    complete: frozenset[str] = frozenset()
    after_batch: Callable[[int], None] | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows of a kind a delivery added, changed, left alone and retracted."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    retracted: int = 0

    def plus(self, other: "Counts") -> "Counts":
        """Add two counts."""
        return Counts(
            self.added + other.added,
            self.changed + other.changed,
            self.unchanged + other.unchanged,
            self.retracted + other.retracted,
        )


@dataclass(frozen=True, slots=True)
class Upserted:
    """What a delivery came to: counts by kind, and the batches it made."""

    counts: Mapping[str, Counts]
    batches: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days for which a delivery supplies a kind."""

    kind: str
    legal_entity: str
    from_day: Day
    to_day: Day


def owners(kind: str, table: pa.Table) -> pa.ChunkedArray:
    """Give the customer of each row; '' for kinds without customers."""
    if kind == "customer":
        return table["external_id"]
    return table["customer"] if belongs_to_customer(kind) else pa.chunked_array([pa.repeat("", table.num_rows)])


def in_chunks(tables: Tables, size: int = ROWS_PER_TRANSACTION) -> Iterator[dict[str, pa.Table]]:
    """Cut a delivery into pieces of at most `size` rows, by customer, then by kind in write order.

    A customer's rows stay together where they fit into one piece.
    """
    kinds = [kind for kind in WRITE_ORDER if kind in tables and tables[kind].num_rows]
    if not kinds:
        return
    index = pa.table(
        {
            "owner": pa.chunked_array(
                [chunk for kind in kinds for chunk in owners(kind, tables[kind]).chunks], pa.string()
            ),
            "rank": np.repeat(np.arange(len(kinds)), [tables[kind].num_rows for kind in kinds]),
            "row": np.concatenate([np.arange(tables[kind].num_rows) for kind in kinds]),
        }
    )
    by = [("owner", "ascending"), ("rank", "ascending"), ("row", "ascending")]
    index = index.take(pc.sort_indices(index, sort_keys=by))
    rank, row = index["rank"].to_numpy(), index["row"].to_numpy()
    for start, end in _cuts(_first_rows(index["owner"]), index.num_rows, size):
        ranks, rows = rank[start:end], row[start:end]
        yield {
            kind: tables[kind].take(rows[ranks == number])
            for number, kind in enumerate(kinds)
            if (ranks == number).any()
        }


def _first_rows(owner: pa.ChunkedArray) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    """Give the positions at which another customer begins."""
    codes = owner.combine_chunks().dictionary_encode().indices.to_numpy()
    return np.flatnonzero(np.diff(codes, prepend=-1))


def _cuts(first_rows: "np.ndarray[tuple[int], np.dtype[np.int64]]", total: int, size: int) -> Iterator[tuple[int, int]]:
    start = 0
    while start < total:
        end = min(start + size, total)
        if end < total:
            last = int(first_rows[np.searchsorted(first_rows, end, side="right") - 1])
            end = last if last > start else end
        yield start, end
        start = end


def stretches(tables: Tables, delivery: Delivery, *, today: Callable[[str], Day]) -> tuple[Stretch, ...]:
    """Give the days that a delivery supplies: the stated period, else first to newest event day that has come.

    Of a kind that speaks until its delivery, the last day is today. Rows without an event day held on every day before.
    `today` gives a legal entity's day. Kinds without an event day, and those known by checks, have no supply of their own.
    """
    stated = tuple(
        Stretch(kind, delivery.legal_entity, first, last) for kind, (first, last) in delivery.periods.items()
    )
    found = (
        stretch
        for kind, table in tables.items()
        if kind not in delivery.periods and KINDS[kind].supplied_by == "delivery" and KINDS[kind].event_on
        for stretch in _delivered(kind, table, today)
    )
    return (*stated, *found)


def _delivered(kind: str, table: pa.Table, today: Callable[[str], Day]) -> Iterator[Stretch]:
    days = pa.table({"entity": table["legal_entity"], "day": table[KINDS[kind].event_on]})
    days = days.filter(pc.invert(table["is_retracted"]))
    for entity in sorted(pc.unique(days["entity"]).to_pylist()):
        bounds = _bounds(kind, days.filter(pc.equal(days["entity"], entity))["day"], today(entity))
        if bounds:
            yield Stretch(kind, entity, *bounds)


def _bounds(kind: str, days: pa.ChunkedArray, today: Day) -> tuple[Day, Day] | None:
    """Give the first and the last day for which rows with these event days speak; a row without one always held."""
    come = pc.min_max(days.filter(pc.fill_null(pc.less_equal(days, today), False))).as_py()
    first = FIRST_DAY if days.null_count else come["min"]
    last = today if KINDS[kind].speaks_until == "delivery" else come["max"]
    return None if first is None or last is None else (first, last)
