"""Runs a back-test on a mirror: one pass per day for both policies, folded into figures, kept customer by customer."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from pyarrow import parquet

from kedun.assessments.policy import Policy
from kedun.assessments.store import NotComputable, give_settlement
from kedun.facts import queries
from kedun.facts.queries import Supply, state_on
from kedun.facts.reported.store import batch_by, look_up, refolded_on_duckdb
from kedun.indicators.sql import supplied
from kedun.kernel.days import Day
from kedun.kernel.engine import engine_settings
from kedun.kernel.progress import Progress
from kedun.review.figures import Fold, Snapshot, fold, swapped
from kedun.review.outcomes import NEVER, Aftermath, Outcomes, outcomes
from kedun.review.program import (
    LATE_ITEMS,
    LATE_MOVES,
    Groundwork,
    Side,
    aftermath_query,
    base_query,
    bases,
    shared_query,
    side,
    side_query,
)
from kedun.review.terms import Stretch, Terms

SIDES = ("live", "draft")
Swaps = dict[int, tuple[int, int, int, int]]
Columns = Mapping[str, NDArray[Any]]


@dataclass(frozen=True, slots=True)
class DayTotals:
    """What a day came to: customers in the book, how many of each label, and amounts in minor units."""

    day: Day
    customers: int
    labels: Mapping[int, int]
    exposure_minor: int
    loss_minor: int
    ordered_minor: int
    hidden_minor: int


@dataclass(frozen=True, slots=True)
class Ran:
    """A finished run: each side with its fold, whom the two tell apart, and the days."""

    sides: tuple[Side, ...]
    folds: tuple[Fold, ...]
    swaps: Swaps
    days: tuple[DayTotals, ...]
    has_orders: bool


class Stopped(Exception):
    """Somebody called the run off."""


def run(
    policies: Sequence[Policy],
    stretches: Sequence[Stretch],
    terms: Terms,
    *,
    mirror: Path,
    kept: Path | None,
    progress: Progress,
    goes_on: Callable[[], bool] = lambda: True,
) -> Ran:
    """Back-test one policy, or two against each other. `kept`: the file in which every customer's part is kept.

    Raises: NotComputable, Stopped.
    """
    sides = tuple(side(policy) for policy in policies)
    asked = _asked(sides)
    folds = tuple(Fold(len(each.flags)) for each in sides)
    pairs = _pairs(sides)
    swaps: Swaps = {}
    days: list[DayTotals] = []
    progress.step("review.days", total=len(stretches))
    with _opened(mirror) as book, _keeper(kept) as keep:
        batch = queries.last_batch()
        has_orders = queries.supply_at(stretches[-1].day, batch)["order"].state == "supplied"
        book.execute(LATE_ITEMS, {"last": stretches[-1].day + terms.horizon_days})
        book.execute(LATE_MOVES)
        looked_up: int | None = None
        for each in stretches:
            if not goes_on():
                raise Stopped
            if (present := batch_by(each.day)) != looked_up:
                look_up(book, present)
                looked_up = present
            supply = queries.supply_at(each.day, batch)
            after = _after(book, each, terms, has_orders=has_orders)
            seen = _judged(book, each, asked, supply, after, terms)
            for so_far, one in zip(folds, seen, strict=True):
                fold(so_far, one)
            if pairs:
                swaps = _added(swaps, swapped(seen[0], seen[1], pairs))
            days.append(_totals(seen[0]))
            keep(after.customer, seen)
            progress.advance()
    return Ran(sides, folds, swaps, tuple(days), has_orders)


@dataclass(frozen=True, slots=True)
class _After:
    customer: NDArray[np.int64]
    aftermath: Callable[[NDArray[np.int64]], Aftermath]
    kept_minor: NDArray[np.int64]
    hidden_minor: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A base with the queries that lay it down, and those of the sides that rest on it, by their places."""

    base: Groundwork
    query: str
    shared: str
    sides: Mapping[int, str]


def _asked(sides: Sequence[Side]) -> tuple[_Asked, ...]:
    """Print the queries, once for all days."""
    return tuple(
        _Asked(
            base,
            f"CREATE OR REPLACE TEMP TABLE base_{number} AS {base_query(base)}",
            f"CREATE OR REPLACE TEMP TABLE shared_{number} AS {shared_query(base, sides, f'base_{number}')}",
            {place: side_query(sides[place], base, f"shared_{number}") for place in base.sides},
        )
        for number, base in enumerate(bases(sides))
    )


@contextmanager
def _opened(mirror: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a mirror, on as many threads as there are, and give temporary tables a place to spill to."""
    with closing(duckdb.connect(str(mirror), read_only=True, config=engine_settings(mirror.parent))) as book:
        book.execute("SET preserve_insertion_order = false")
        yield book


def _after(book: duckdb.DuckDBPyConnection, at: Stretch, terms: Terms, *, has_orders: bool) -> _After:
    values = {"day": at.day, "until": at.day + terms.horizon_days, "next_day": at.until}
    found = _columns(book.execute(aftermath_query(has_orders=has_orders), values))

    def aftermath(exposure: NDArray[np.int64]) -> Aftermath:
        return Aftermath(
            is_already_late=found["is_late"],
            late_on=found["late_on"],
            late_open_minor=found["late_open"],
            written_off_on=found["written_off_on"],
            written_off_minor=found["written_off"],
            recovered_minor=found["recovered"],
            was_owed=found["is_invoiced"] | (exposure > 0),
        )

    return _After(found["customer_id"], aftermath, found["kept"], found["hidden"])


def _judged(
    book: duckdb.DuckDBPyConnection,
    at: Stretch,
    asked: Sequence[_Asked],
    supply: Mapping[str, Supply],
    after: _After,
    terms: Terms,
) -> tuple[Snapshot, ...]:
    """Measure all customers once, and let each side judge them."""
    knowable = refolded_on_duckdb(book, at.day, None)
    give_settlement(book, knowable)
    seen: dict[int, Snapshot] = {}
    for each in asked:
        values = {"as_of": at.day, "known_at": knowable.batch, **_supplies(each.base, supply, at.day)}
        try:
            _ask(book, each.query, values)
            book.execute(each.shared)
            for place, query in each.sides.items():
                seen[place] = _snapshot(at.day, _columns(book.execute(query)), after, terms)
        except (duckdb.OutOfRangeException, duckdb.ConversionException) as error:
            raise NotComputable(problem=str(error).strip()) from error
    return tuple(seen[place] for place in sorted(seen))


def _snapshot(day: Day, columns: Columns, after: _After, terms: Terms) -> Snapshot:
    assert np.array_equal(columns["customer_id"], after.customer), "both queries give every customer"
    exposure = columns["exposure"]
    verdicts = [columns[name] for name in columns if name[0] == "v" and name[1:].isdigit()]
    return Snapshot(
        day=day,
        in_book=columns["in_book"],
        outcomes=outcomes(after.aftermath(exposure), overdue_loss_permille=terms.overdue_loss_permille),
        exposure_minor=exposure,
        ordered_minor=after.kept_minor,
        hidden_minor=after.hidden_minor,
        score=columns["score"],
        verdicts=np.column_stack(verdicts),
    )


def _supplies(base: Groundwork, supply: Mapping[str, Supply], day: Day) -> dict[str, int]:
    now = {supplied(kind): int(supply[kind].state == "supplied") for kind in base.kinds}
    then = {
        supplied(name): int(state_on(kind, supply[kind], day - days) == "supplied")
        for name, (kind, days) in base.earlier_supplies.items()
    }
    return {**now, **then}


def _ask(book: duckdb.DuckDBPyConnection, sql: str, values: Mapping[str, int]) -> duckdb.DuckDBPyConnection:
    (asked,) = book.extract_statements(sql)
    return book.execute(asked, {name: values[name] for name in asked.named_parameters})


def _columns(found: duckdb.DuckDBPyConnection) -> Columns:
    return {name: np.ma.filled(each, NEVER) for name, each in found.fetchnumpy().items()}


def _pairs(sides: Sequence[Side]) -> Mapping[int, int]:
    """Give, by the place of a draft's flag, the place of the live one of the same name."""
    if len(sides) < 2:
        return {}
    live = {flag: at for at, flag in enumerate(sides[0].flags)}
    return {at: live[flag] for at, flag in enumerate(sides[1].flags) if flag in live}


def _added(swaps: Swaps, more: Mapping[int, tuple[int, int, int, int]]) -> Swaps:
    nothing = (0, 0, 0, 0)
    return {
        at: (one[0] + was[0], one[1] + was[1], one[2] + was[2], one[3] + was[3])
        for at, one in more.items()
        for was in (swaps.get(at, nothing),)
    }


def _totals(day: Snapshot) -> DayTotals:
    outcome: Outcomes = day.outcomes
    labels, counts = np.unique(outcome.label[day.in_book], return_counts=True)
    return DayTotals(
        day=day.day,
        customers=int(day.in_book.sum()),
        labels={int(label): int(count) for label, count in zip(labels, counts, strict=True)},
        exposure_minor=int(day.exposure_minor[day.in_book].sum()),
        loss_minor=int(outcome.loss_minor[day.in_book].sum()),
        ordered_minor=int(day.ordered_minor[day.in_book].sum()),
        hidden_minor=int(day.hidden_minor[day.in_book].sum()),
    )


Keep = Callable[[NDArray[np.int64], Sequence[Snapshot]], None]


@contextmanager
def _keeper(kept: Path | None) -> Iterator[Keep]:
    """Write each day's customers into a file beside, renamed when it is whole."""
    if kept is None:
        yield lambda _customer, _seen: None
        return
    kept.parent.mkdir(parents=True, exist_ok=True)
    aside = kept.with_suffix(".building")
    writer: list[parquet.ParquetWriter] = []

    def keep(customer: NDArray[np.int64], seen: Sequence[Snapshot]) -> None:
        table = _table(customer, seen)
        if not writer:
            writer.append(parquet.ParquetWriter(aside, table.schema, compression="zstd"))
        writer[0].write_table(table)

    try:
        yield keep
    except BaseException:
        for each in writer:
            each.close()
        aside.unlink(missing_ok=True)
        raise
    for each in writer:
        each.close()
    aside.replace(kept)


def _table(customer: NDArray[np.int64], seen: Sequence[Snapshot]) -> pa.Table:
    first = seen[0]
    chosen = np.flatnonzero(first.in_book)
    columns: dict[str, NDArray[Any]] = {
        "day": np.full(chosen.size, first.day, dtype=np.int64),
        "customer_id": customer[chosen],
        "label": first.outcomes.label[chosen],
        "bad_on": first.outcomes.bad_on[chosen],
        "loss_minor": first.outcomes.loss_minor[chosen],
        "exposure_minor": first.exposure_minor[chosen],
        "ordered_minor": first.ordered_minor[chosen],
        "hidden_minor": first.hidden_minor[chosen],
    }
    for name, each in zip(SIDES, seen, strict=False):
        columns[f"{name}_score"] = each.score[chosen]
        columns |= {f"{name}_{at}": each.verdicts[chosen, at] for at in range(each.verdicts.shape[1])}
    return pa.table(columns)
