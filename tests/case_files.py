"""Worked cases as data: rows written by hand become deliveries, fractions become the doubles a reading must equal."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

import pyarrow as pa
import yaml
from django.db import transaction
from pytest_django import DjangoDbBlocker

from kedun.facts.actions import Delivery, upsert
from kedun.facts.kinds import KINDS, Kind
from kedun.facts.tables import arrow_schema
from kedun.kernel.days import to_day
from kedun.kernel.money import to_minor

CASES = Path(__file__).parent / "cases"
Row = Mapping[str, Any]
Facts = Mapping[str, Sequence[Row]]


def load(name: str) -> dict[str, Any]:
    return cast("dict[str, Any]", yaml.safe_load((CASES / name).read_text()))


def tables(facts: Facts) -> dict[str, pa.Table]:
    return {kind: _table(KINDS[kind], rows) for kind, rows in facts.items() if rows}


def _table(kind: Kind, rows: Sequence[Row]) -> pa.Table:
    schema = arrow_schema(kind.name)
    stored = [_stored(kind, row) for row in rows]
    names = [name for name in schema.names if any(name in row for row in stored)]
    return pa.table({name: pa.array([row.get(name) for row in stored], schema.field(name).type) for name in names})


def _stored(kind: Kind, row: Row) -> dict[str, Any]:
    money = {each.name for each in kind.fields if each.type == "money"}
    currency = row.get("currency") or "CNY"
    stored: dict[str, Any] = {}
    for name, value in row.items():
        if name == "delivery":
            continue
        if f"{name}_minor" in money:
            stored[f"{name}_minor"] = to_minor(Decimal(str(value)), currency)
        else:
            stored[name] = to_day(value) if isinstance(value, date) else value
    return stored


def deliver(facts: Facts, supplied: Mapping[str, Sequence[date]], *, number: int = 1) -> int:
    """Deliver the rows of one numbered delivery; give its last batch."""
    chosen = {kind: [row for row in rows if row.get("delivery", 1) == number] for kind, rows in facts.items()}
    periods = {kind: (to_day(first), to_day(last)) for kind, (first, last) in supplied.items() if KINDS[kind].event_on}
    done = upsert(tables(chosen), delivery=Delivery(source="case", actor="test", periods=periods))
    return done.batches[-1]


def number(expected: object) -> float | int | None:
    """Read an expectation: a whole number, an exact fraction, or missing."""
    if isinstance(expected, Mapping):
        return None
    if isinstance(expected, str):
        fraction = Fraction(expected)
        return fraction.numerator / fraction.denominator
    assert isinstance(expected, int)
    return expected


@contextmanager
def undone(blocker: DjangoDbBlocker) -> Iterator[None]:
    """Let several tests stand on the same stored rows: what the block stores is gone after it."""
    with blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
