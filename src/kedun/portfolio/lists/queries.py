"""Which customers a list holds, in its order: two narrow tables joined, pages by keyset, totals in one scan."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal

from django.core.exceptions import EmptyResultSet
from django.db import connection

from kedun.accounts.scopes import Scope
from kedun.alerts.states import SEVERITIES
from kedun.expressions import Value
from kedun.facts.masking import Masks
from kedun.facts.ownership.owner import Owner
from kedun.facts.ownership.queries import names_of, owned_by, owners
from kedun.facts.queries import customers_in
from kedun.kernel.days import Day
from kedun.kernel.pages import Key
from kedun.portfolio.lists.filters import NOT_STATED, Filters, Order
from kedun.portfolio.lists.pieces import (
    ALWAYS_THERE,
    ASSESSED,
    NEWEST,
    NOT_RETRACTED,
    SUMS,
    Sql,
    beyond,
    counted_alerts,
    joined,
    not_closed,
    of_alerts,
    of_assessment,
    of_customer,
    ordered,
    searched,
    where,
)
from kedun.portfolio.lists.rows import Assessed, Row
from kedun.portfolio.past.queries import Past

CHANGE_DAYS = 30
"""The score of so many days before stands beside the present one."""

MOST_CHOICES = 500
MOST_DIGITS = 18
"""Digits of a person's number; a longer one is taken for a name."""

MOST_FOUND = 5000
"""So many customers that a search finds are kept for counting and for the page; with more it is made for each."""

MOST_SHOWN = 2000
"""Customers whose details are fetched at a time."""

_WITH_READINGS: Final = "(SELECT jsonb_object_agg(k, a.readings -> k) FROM unnest(%s::text[]) k)"
_COLUMNS: Final = ("id", "code", "name", "uscc", "industry", "region", "owner")
_DETAILS: Final = (
    "SELECT c.id, c.code, c.name, c.industry, c.region, c.owner, a.as_of, a.score, a.low, a.high, a.coverage, h.score,"
    " a.standing_grade, a.standing_since, a.value_points, a.value_tier, a.quadrant, a.receivable_minor, a.overdue_minor,"
    " a.overdue_days_max, a.limit_utilisation, a.priority,"
    f" {_WITH_READINGS}"
    " FROM facts_customer c LEFT JOIN assessments_assessment a ON a.customer_id = c.id"
    " LEFT JOIN LATERAL (SELECT h.score FROM assessments_history h WHERE h.customer_id = a.customer_id"
    " AND h.as_of <= a.as_of - %s ORDER BY h.as_of DESC LIMIT 1) h ON TRUE"
    " WHERE c.id = ANY(%s)"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which list: what may be seen on a day, filtered and sorted. `masks`: what is hidden from whoever asks.

    `found`: the customers that a search found, where it was made already. `past`: the book of a past day to list instead
    of the newest assessments.
    """

    scope: Scope
    on: Day
    filters: Filters = field(default_factory=Filters)
    order: Order = field(default_factory=Order)
    masks: Masks = frozenset()
    found: tuple[int, ...] | None = None
    past: Past | None = None

    @property
    def seen(self) -> Sql:
        """Select the customers of the scope, in brackets; as they were believed then, where a past book is listed."""
        return visible(self.scope, self.on) if self.past is None else visible_then(self.scope, self.on, self.past)

    @property
    def table(self) -> str:
        """Write what stands under the alias `a`."""
        return NEWEST if self.past is None else self.past.lines()

    @property
    def owned_on(self) -> Day:
        """Give the day whose owners are meant."""
        return self.on if self.past is None else self.past.as_of

    @property
    def concerns_assessments_only(self) -> bool:
        """Whether the customers themselves need not be looked at, which is several times as fast.

        That is so among those who were assessed. Who has an alert was assessed; who has none may not have been.
        """
        mine = (self.filters.q, self.filters.owner is not None, *of_customer(self.filters))
        return self.past is None and self.scope.kind == "all" and not any(mine)

    def of_assessments(self) -> list[Sql]:
        """Write the conditions where only assessments are looked at."""
        return [*of_assessment(self.filters), *of_alerts(self.filters, "a.customer_id")]


@dataclass(frozen=True, slots=True)
class Totals:
    """How many customers a list holds, and what they owe together."""

    customers: int
    receivable_minor: int
    overdue_minor: int


def looked_up(asked: Asked) -> Asked:
    """Make the search once, for the count and for the page, unless it finds too many."""
    if not asked.filters.q:
        return asked
    sql = joined(Sql("SELECT c.id FROM"), asked.seen, Sql("c"), where([_search(asked)]))
    rows = _run(joined(sql, Sql("LIMIT %s", (MOST_FOUND + 1,))))
    return replace(asked, found=tuple(customer for (customer,) in rows)) if len(rows) <= MOST_FOUND else asked


def totals(asked: Asked) -> Totals:
    """Count a list and add it up."""
    if asked.concerns_assessments_only:
        return _totals_without_alert(asked) if asked.filters.has_alert is False else _totals_of_assessments(asked)
    source, conditions = _source(asked, "LEFT JOIN")
    ((customers, receivable, overdue),) = _run(joined(Sql(f"SELECT COUNT(*), {SUMS} FROM"), source, where(conditions)))
    return Totals(customers, int(receivable), int(overdue))


def count(asked: Asked) -> int:
    """Count a list."""
    is_whole = asked.concerns_assessments_only and not asked.of_assessments()
    return _everybody() if is_whole else totals(asked).customers


def _everybody() -> int:
    """Count all customers, those too whom nobody assessed yet."""
    counted = "SELECT COUNT(*) - (SELECT COUNT(*) FROM facts_customer WHERE is_retracted) FROM facts_customer"
    ((customers,),) = _run(Sql(counted))
    return int(customers)


def _totals_of_assessments(asked: Asked) -> Totals:
    conditions = asked.of_assessments()
    sql = joined(Sql(f"SELECT COUNT(*), {SUMS} FROM assessments_assessment a"), where([*conditions, NOT_RETRACTED]))
    ((customers, receivable, overdue),) = _run(sql)
    return Totals(customers if conditions else _everybody(), int(receivable), int(overdue))


def _totals_without_alert(asked: Asked) -> Totals:
    everybody, warned = (
        _totals_of_assessments(replace(asked, filters=replace(asked.filters, has_alert=has))) for has in (None, True)
    )
    return Totals(
        everybody.customers - warned.customers,
        everybody.receivable_minor - warned.receivable_minor,
        everybody.overdue_minor - warned.overdue_minor,
    )


def keys(asked: Asked, *, after: Key | None, limit: int) -> list[tuple[Any, int]]:
    """Give the sorting value and the id of the next customers of a list; the value is null where there is none."""
    if asked.order.key in ALWAYS_THERE:
        return _keys_of_all(asked, after=after, limit=limit)
    found: list[tuple[Any, int]] = []
    if after is None or after[0] is not None:
        found = _keys_with(asked, after=after, limit=limit)
        after = None
    if len(found) < limit:
        found += _keys_without(asked, after=after, limit=limit - len(found))
    return found


def everything(asked: Asked) -> Iterator[list[int]]:
    """Give the ids of a whole list, a block at a time."""
    after: Key | None = None
    while block := keys(asked, after=after, limit=MOST_SHOWN):
        yield [customer for _, customer in block]
        after = block[-1]


def _keys_of_all(asked: Asked, *, after: Key | None, limit: int) -> list[tuple[Any, int]]:
    """Sort by what every customer has."""
    is_name, is_descending = asked.order.key == "name", asked.order.is_descending
    expression = ALWAYS_THERE[asked.order.key]
    source, conditions = _source(asked, "LEFT JOIN")
    if after is not None:
        value = bytes.fromhex(str(after[0])) if is_name else after[0]
        conditions.append(beyond(expression, "c.id", value=value, last=after[1], is_descending=is_descending))
    order = ordered(expression, "c.id", is_descending=is_descending, limit=limit)
    rows = _run(joined(Sql(f"SELECT {expression}, c.id FROM"), source, where(conditions), order))
    return [(bytes(value).hex() if is_name else value, customer) for value, customer in rows]


def _keys_with(asked: Asked, *, after: Key | None, limit: int) -> list[tuple[Any, int]]:
    """Sort by what an assessment says, where it says it."""
    expression, is_descending = ASSESSED[asked.order.key], asked.order.is_descending
    if asked.concerns_assessments_only:
        source, conditions = Sql("assessments_assessment a"), [*asked.of_assessments(), NOT_RETRACTED]
    else:
        source, conditions = _source(asked, "JOIN")
    conditions.append(Sql(f"{expression} IS NOT NULL"))
    if after is not None:
        last = beyond(expression, "a.customer_id", value=after[0], last=after[1], is_descending=is_descending)
        conditions.append(last)
    order = ordered(expression, "a.customer_id", is_descending=is_descending, limit=limit)
    return _run(joined(Sql(f"SELECT {expression}, a.customer_id FROM"), source, where(conditions), order))


def _keys_without(asked: Asked, *, after: Key | None, limit: int) -> list[tuple[Any, int]]:
    """Give the customers without a sorting value, who come after all others."""
    source, conditions = _source(asked, "LEFT JOIN")
    missing = "a.customer_id" if asked.order.key == "grade" else ASSESSED[asked.order.key]
    conditions.append(Sql(f"{missing} IS NULL"))
    later, way = (">", "ASC") if asked.order.is_descending else ("<", "DESC")
    if after is not None:
        conditions.append(Sql(f"c.id {later} %s", (after[1],)))
    order = Sql(f"ORDER BY c.id {way} LIMIT %s", (limit,))
    rows = _run(joined(Sql("SELECT c.id FROM"), source, where(conditions), order))
    return [(None, customer) for (customer,) in rows]


def _source(asked: Asked, join: str) -> tuple[Sql, list[Sql]]:
    """Give what a list is selected from, and its conditions."""
    parts = [asked.seen, Sql(f"c {join} {asked.table} ON a.customer_id = c.id")]
    if asked.order.key == "alerts":
        parts.append(counted_alerts(asked.past))
    filters = asked.filters
    conditions = [*of_customer(filters), *of_alerts(filters, past=asked.past), *of_assessment(filters)]
    if filters.q:
        conditions.append(_search(asked))
    if filters.owner is not None:
        conditions.append(_of_owner(filters.owner, asked.owned_on))
    return joined(*parts), conditions


def _search(asked: Asked) -> Sql:
    if asked.found is not None:
        return Sql("c.id = ANY(%s)", (list(asked.found),))
    return searched(asked.filters.q, sees_names="names" not in asked.masks)


def _of_owner(owner: str, on: Day) -> Sql:
    """Write the condition of an owner: by number a person, by name whoever is only known to files, "-" for nobody."""
    if owner.isdecimal() and len(owner) <= MOST_DIGITS:
        rows = owned_by((int(owner),), names_of(int(owner)), on)
    else:
        rows = owned_by((), ("" if owner == NOT_STATED else owner,), on)
    text, values = rows.values("id").query.sql_with_params()
    return Sql(f"c.id IN ({text})", tuple(values))


def visible(scope: Scope, on: Day) -> Sql:
    """Select the customers of a scope, in brackets: id, code, name, uscc, industry, region, owner as files name it."""
    rows = customers_in(scope, on).filter(is_retracted=False).values(*_COLUMNS)
    try:
        text, values = rows.query.sql_with_params()
    except EmptyResultSet:
        names = ", ".join(f'"{name}"' for name in _COLUMNS)
        return Sql(f"(SELECT {names} FROM facts_customer WHERE FALSE)")
    return Sql(f"({text})", tuple(values))


def visible_then(scope: Scope, on: Day, past: Past) -> Sql:
    """Select the customers of a scope as they were believed then, in brackets and with the columns of `visible`."""
    then = f"SELECT k.* FROM ({past.customers(_COLUMNS)}) k"  # noqa: S608 - declared columns
    if scope.kind == "all":
        return Sql(f"({then})")
    try:
        text, values = customers_in(scope, on).values("id").query.sql_with_params()
    except EmptyResultSet:
        return visible(scope, on)
    return Sql(f"({then} WHERE k.id IN ({text}))", tuple(values))


def rows(customers: Sequence[int], *, columns: Sequence[str], on: Day) -> list[Row]:
    """Give what a list shows of some customers, in their order; `columns`: keys of readings to show besides."""
    return _lines(_run(Sql(_DETAILS, (list(columns), CHANGE_DAYS, list(customers)))), customers, on, None)


def rows_then(customers: Sequence[int], *, past: Past, readings: Mapping[int, Mapping[str, Value]]) -> list[Row]:
    """Give what a list of a past book shows of some customers, in their order, with readings that were worked out."""
    details = (
        _DETAILS.replace(_WITH_READINGS, "NULL")
        .replace("FROM facts_customer c", f"FROM ({past.customers(_COLUMNS)}) c")
        .replace("assessments_assessment a", past.lines())
        .replace("AND h.as_of <=", f"AND h.known_batch <= {past.known_at:d} AND h.as_of <=")
    )
    found = _run(Sql(details, (CHANGE_DAYS, list(customers))))
    told = [[*line[:-1], json.dumps(dict(readings.get(line[0], {})))] for line in found]
    return _lines(told, customers, past.as_of, past)


def _lines(found: Sequence[Any], customers: Sequence[int], on: Day, past: Past | None) -> list[Row]:
    alerts = _alerts_of(customers, past)
    owned = owners({line[0]: line[5] for line in found}, on)
    shown = {line[0]: _row(line, alerts.get(line[0], (0, ())), owned[line[0]]) for line in found}
    return [shown[customer] for customer in customers if customer in shown]


def _run(sql: Sql) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql.text, sql.values)
        return list(cursor.fetchall())


def _alerts_of(customers: Sequence[int], past: Past | None) -> dict[int, tuple[int, tuple[str, ...]]]:
    held = not_closed("o", past)
    sql = (
        "SELECT o.customer_id, COUNT(*), ARRAY_AGG(DISTINCT o.severity) FROM alerts_alert o"
        f" WHERE o.customer_id = ANY(%s) AND {held.text} GROUP BY o.customer_id"
    )
    found = _run(Sql(sql, (list(customers), *held.values)))
    return {customer: (number, tuple(severities)) for customer, number, severities in found}


def _row(line: Sequence[Any], alerts: tuple[int, tuple[str, ...]], owner: Owner | None) -> Row:
    customer, code, name, industry, region, _, as_of, *assessed = line
    return Row(
        id=customer,
        code=code,
        name=name,
        industry=industry,
        region=region,
        owner=owner,
        open_alerts=alerts[0],
        worst_severity=max(alerts[1], key=SEVERITIES.index, default=None),
        assessed=None if as_of is None else _assessed(as_of, *assessed),
    )


def _assessed(as_of: Day, *values: Any) -> Assessed:
    names = (
        "score", "low", "high", "coverage", "score_before", "grade", "standing_since", "value_points", "value_tier",
        "quadrant", "receivable_minor", "overdue_minor", "overdue_days_max", "limit_utilisation", "priority", "readings",
    )  # fmt: skip
    given = dict(zip(names, values, strict=True))
    return Assessed(as_of=as_of, **{**given, "readings": json.loads(given["readings"] or "{}")})


def distinct(scope: Scope, on: Day, column: Literal["industry", "region", "owner"]) -> list[tuple[str, int]]:
    """Give the values that a column has among the customers of a scope, with the number of each, most first."""
    select = Sql(f"SELECT c.{column}, COUNT(*) FROM")
    grouped = Sql("c GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT %s", (MOST_CHOICES,))
    return [(value, number) for value, number in _run(joined(select, visible(scope, on), grouped))]


def people_who_own(scope: Scope, on: Day) -> list[Owner]:
    """Give the people who were made owners of customers in a scope."""
    select = Sql("SELECT DISTINCT p.id, p.name FROM")
    owning = Sql(
        "c JOIN facts_ownership o ON o.customer_id = c.id AND o.kind = 'owner' AND o.from_day <= %s"
        " AND (o.to_day IS NULL OR o.to_day >= %s) JOIN accounts_person p ON p.id = o.person_id ORDER BY p.name, p.id",
        (on, on),
    )
    return [Owner(person, name) for person, name in _run(joined(select, visible(scope, on), owning))]
