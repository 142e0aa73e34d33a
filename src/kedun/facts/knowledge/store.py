"""Fetches everything that was known of customers at a batch: whole rows of every kind, and what had been applied."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db import connection

from kedun.facts.knowledge.images import Row
from kedun.facts.sources import APPLICATION_COLUMNS, Reach, believed
from kedun.facts.tables import belongs_to_customer, kept_columns

_OF_MARKETS = frozenset({"industry_fact", "market_event"})

Values = Mapping[str, int | list[int] | list[str] | list[int | None] | None]


@dataclass(frozen=True, slots=True)
class Selection:
    """Which rows: `kind` writes the query of a kind's rows, `applied` is that of applications; the values they bind."""

    kind: Callable[[str], str]
    applied: str
    values: Values


def known_rows(
    kinds: Collection[str], customers: Sequence[int], *, known_at: int | None
) -> dict[int, dict[str, list[Row]]]:
    """Give by customer the rows of kinds that were believed at a batch (None: now), retracted ones left out.

    Those under "application" are what settlement made of them. Facts of an industry or region go to each of its customers.
    """
    reach = Reach("postgres", has_past=known_at is not None, is_listed=True)
    applied = believed("facts_application", APPLICATION_COLUMNS, reach)
    values: Values = {"known_at": known_at, "customers": list(customers)}
    return rows_by_customer(kinds, customers, Selection(lambda kind: _whole(kind, reach), applied, values))


def rows_by_customer(
    kinds: Collection[str], customers: Sequence[int], of: Selection
) -> dict[int, dict[str, list[Row]]]:
    """Give selected rows by customer and kind, as `known_rows` does."""
    found: dict[int, dict[str, list[Row]]] = {customer: {} for customer in customers}
    for kind in sorted({*kinds, "customer"} - _OF_MARKETS):
        owner = "id" if kind == "customer" else "customer_id"
        for row in _fetch(of.kind(kind), of.values):
            found[row[owner]].setdefault(kind, []).append(row)  # type: ignore[index]
    for row in _fetch(of.applied, of.values):
        found[row["customer_id"]].setdefault("application", []).append(row)  # type: ignore[index]
    for kind in sorted(_OF_MARKETS.intersection(kinds)):
        _add_markets(kind, found, of)
    return found


def _whole(kind: str, reach: Reach) -> str:
    is_owned = belongs_to_customer(kind)
    owned = "id" if kind == "customer" else "customer_id" if is_owned else ""
    names = ("id", *(("customer_id",) if is_owned else ()), *(each.name for each in kept_columns(kind)))
    return believed(f"facts_{kind}", tuple(dict.fromkeys(names)), reach, condition="NOT is_retracted", owner=owned)


def _add_markets(kind: str, found: Mapping[int, dict[str, list[Row]]], of: Selection) -> None:
    """Give the facts of industries and regions to each customer there."""
    by_market: dict[tuple[object, object], list[Row]] = {}
    for row in _fetch(of.kind(kind), of.values):
        by_market.setdefault(_market_of(kind, row), []).append(row)
    for rows in found.values():
        own = {market for one in rows.get("customer", ()) for market in _markets(one)}
        rows[kind] = [fact for market in own for fact in by_market.get(market, ())]


def _market_of(kind: str, fact: Row) -> tuple[object, object]:
    return ("industry", fact["industry"]) if kind == "industry_fact" else (fact["covers"], fact["market"])


def _markets(customer: Row) -> Iterator[tuple[str, str]]:
    """Give where a customer is: its industry, its region, and every region that its own one begins with."""
    region = str(customer["region"])
    yield "industry", str(customer["industry"])
    yield "region", region
    yield from (("region", region[:size]) for size in range(2, len(region)))


def _fetch(sql: str, values: Values) -> list[Row]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        names = [column.name for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
