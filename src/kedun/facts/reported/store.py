"""Settles ledgers by what could be known on a day, where the kept settlement rests on more than that."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import duckdb

from kedun.facts.binding import Bound
from kedun.facts.kinds import KINDS
from kedun.facts.knowable import (
    LIVE,
    REFOLDED_TYPES,
    event_column,
    knowable_rows,
    live_sources,
    to_refold,
    unseen_payments,
    versioned,
    versions_table,
)
from kedun.facts.ledgers.store import CUSTOMERS_AT_ONCE, PARTS, ledger_of, tolerance_of
from kedun.facts.prepared.store import Row
from kedun.facts.queries import batch_at
from kedun.facts.reach import Reach
from kedun.facts.settlement import Application, settle
from kedun.facts.tables import content_columns, history_name, table_name
from kedun.facts.views import AS_OF
from kedun.kernel.clock import DEFAULT_ZONE
from kedun.kernel.days import Day, to_date

Ask = Callable[[str, Mapping[str, Bound]], Sequence[Row]]
"""Runs a query with named parameters on whichever engine."""
Columns = list[int] | list[str] | list[int | None]


@dataclass(frozen=True, slots=True)
class Refolded:
    """Settlement by what could be known on a day, of the customers whose kept settlement says more.

    `batch`: the newest batch by the end of that day. `rows`: applications, in the columns of REFOLDED_TYPES.
    `unseen`: payments of other customers that are only to be left out, each with an invoice that it paid, if any.
    """

    batch: int
    customers: tuple[int, ...] = ()
    rows: Sequence[Row] = field(default_factory=tuple)
    unseen: Sequence[tuple[int, int | None]] = ()

    def columns(self) -> dict[str, Columns]:
        """Give the applications by column."""
        columns = zip(*self.rows, strict=True) if self.rows else [()] * len(REFOLDED_TYPES)
        return dict(zip(REFOLDED_TYPES, map(list, columns), strict=True))

    @property
    def touched(self) -> list[int]:
        """The invoices that the payments which are left out had paid."""
        return sorted({invoice for _, invoice in self.unseen if invoice is not None})

    def parameters(self) -> dict[str, Columns]:
        """Give the arrays that a query on PostgreSQL binds."""
        arrays = {f"refolded_{name}": each for name, each in self.columns().items()}
        unseen = sorted({payment for payment, _ in self.unseen})
        lists = {"refolded_customer": list(self.customers), "unseen_payment": unseen, "touched_invoice": self.touched}
        return {**lists, **arrays}


def batch_by(day: Day) -> int:
    """Give the newest batch that was written by the end of a day, 0 where none was."""
    end = datetime.combine(to_date(day + 1), time(), ZoneInfo(DEFAULT_ZONE))
    return batch_at(end.astimezone(UTC) - timedelta(microseconds=1))


def look_up(book: duckdb.DuckDBPyConnection, batch: int) -> None:
    """Look up beside a mirror, for queries about what could be known, what depends on the batch alone."""
    reach = Reach("duckdb", is_knowable=True)
    values = {"known_at": batch}
    live = " UNION ALL ".join(
        f"SELECT '{kind}' AS kind, l.source FROM ({live_sources(kind, reach)}) l" for kind in KINDS
    )
    book.execute(f"CREATE OR REPLACE TEMP TABLE {LIVE} AS {live}", values)
    for kind in KINDS:
        if kind != "person":
            has_several = book.execute(f"SELECT 1 FROM {history_name(kind)} LIMIT 1").fetchone()
            rows = (
                versioned(kind, reach, "")
                if has_several
                else f"SELECT *, 0 AS known_to_batch FROM {table_name(kind)} LIMIT 0"
            )
            book.execute(
                f"CREATE OR REPLACE TEMP TABLE {versions_table(kind)} AS {rows}", values if has_several else {}
            )


def refolded_on_duckdb(book: duckdb.DuckDBPyConnection, as_of: Day, customers: Sequence[int] | None) -> Refolded:
    """Settle anew, for a day, those of the customers (None: all) that need it, as a mirror has them.

    What depends on the day's batch has been looked up.
    """

    def ask(query: str, values: Mapping[str, Bound]) -> Sequence[Row]:
        (asked,) = book.extract_statements(query)
        return book.execute(asked, {name: values[name] for name in asked.named_parameters}).fetchall()

    batch = batch_by(as_of)
    reach = Reach("duckdb", is_listed=customers is not None, is_knowable=True)
    return refolded(ask, reach, as_of, batch, customers)


def refolded(ask: Ask, reach: Reach, as_of: Day, batch: int, customers: Sequence[int] | None = None) -> Refolded:
    """Settle anew, for a day, the customers that need it."""
    values: dict[str, Bound] = {AS_OF: as_of, "known_at": batch}
    if customers is not None:
        values["customers"] = list(customers)
    late = ask(unseen_payments(reach), values)
    needy = sorted(customer for (customer,) in ask(to_refold(reach), values))
    tolerances: dict[str, int] = dict(ask("SELECT name, tolerance_minor FROM facts_source", {})) if needy else {}
    listed = Reach(reach.dialect, is_listed=True, is_knowable=True)
    rows: list[Row] = []
    for start in range(0, len(needy), CUSTOMERS_AT_ONCE):
        group = needy[start : start + CUSTOMERS_AT_ONCE]
        rows += _settled(ask, listed, {AS_OF: as_of, "known_at": batch, "customers": group}, tolerances)
    again = set(needy)
    unseen = [(payment, invoice) for customer, payment, invoice in late if customer not in again]
    return Refolded(batch, tuple(needy), rows, unseen)


def _settled(ask: Ask, reach: Reach, values: Mapping[str, Bound], tolerances: Mapping[str, int]) -> list[Row]:
    parts: dict[int, dict[str, list[object]]] = {}
    for name, part in PARTS.items():
        for customer, *content in ask(_statement(part.kind, part.columns, reach), values):
            parts.setdefault(customer, {each: [] for each in PARTS})[name].append(part.make(*content))
    rows: list[Row] = []
    for customer, each in parts.items():
        ledger = ledger_of(each)
        settled = settle(ledger, tolerance_minor=tolerance_of(ledger, tolerances))
        rows += [(customer, *_content(one)) for one in settled]
    return rows


def _content(one: Application) -> Row:
    moved = (one.applied_on, one.amount_minor, one.reporting_minor)
    return (one.item_id, one.origin, one.origin_id, one.entry, *moved)


def _statement(kind: str, columns: str, reach: Reach) -> str:
    stored = ("id", "source", "external_id", *(each.name for each in content_columns(kind)))
    rows = knowable_rows(kind, stored, reach, owner="customer_id")
    return (
        f"SELECT r.customer_id, {columns} FROM ({rows}) r JOIN facts_legal_entity le ON le.code = r.legal_entity"
        f" WHERE r.{event_column(kind)} <= {reach.parameter(AS_OF)}"
    )
