"""Which customers a list holds, in its order: two narrow tables joined, pages by keyset, totals in one scan.

The SQL is put together from the declared pieces below; every value is bound.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from django.core.exceptions import EmptyResultSet
from django.db import connection

from kedun.accounts.scopes import Scope
from kedun.alerts.states import NOT_CLOSED, SEVERITIES
from kedun.facts.masking import Masks
from kedun.facts.ownership.owner import Owner
from kedun.facts.ownership.queries import names_of, owned_by, owners
from kedun.facts.queries import customers_in
from kedun.kernel.days import Day
from kedun.kernel.pages import Key
from kedun.portfolio.lists.filters import NOT_STATED, Bucket, Filters, Order, SortKey
from kedun.portfolio.lists.rows import Assessed, Row

CHANGE_DAYS = 30
"""The score of so many days before stands beside the present one."""

MOST_CHOICES = 500
MOST_DIGITS = 18
"""Digits of a person's number; a longer one is taken for a name."""

MOST_SHOWN = 2000
"""Customers whose details are fetched at a time."""

GRADE_ORDER: Final = "CASE a.standing_grade WHEN 'high' THEN 4 WHEN 'medium' THEN 3 WHEN 'low' THEN 2 ELSE 1 END"
BUCKET_AMOUNTS: Final[dict[Bucket, str]] = {
    "not_due": "(a.receivable_minor - a.overdue_minor - a.due_unknown_minor)",
    "1_30": "a.overdue_1_30_minor",
    "31_60": "a.overdue_31_60_minor",
    "61_90": "a.overdue_61_90_minor",
    "over_90": "a.overdue_over_90_minor",
    "unknown": "a.due_unknown_minor",
}
"""The amount that a customer owes in each bucket of age."""

ASSESSED: Final[dict[SortKey, str]] = {
    "priority": "a.priority",
    "score": "a.score",
    "grade": GRADE_ORDER,
    "receivable": "a.receivable_minor",
    "overdue": "a.overdue_minor",
    "overdue_days": "a.overdue_days_max",
    "limit_utilisation": "a.limit_utilisation",
    "value": "a.value_points",
    "assessed": "a.as_of",
}
"""What lists sort by and an assessment says; customers without it come last in either direction."""

ALWAYS_THERE: Final[dict[SortKey, str]] = {
    "code": "c.code",
    "name": "convert_to(c.name, 'GB18030')",
    "alerts": "COALESCE(x.alerts, 0)",
}
"""What lists sort by and every customer has. In GB18030 the common Chinese characters stand in order of pinyin."""

_ALERTS: Final = (
    "LEFT JOIN (SELECT customer_id, COUNT(*) AS alerts FROM alerts_alert WHERE state = ANY(%s) GROUP BY customer_id) x"
    " ON x.customer_id = c.id"
)
_DETAILS: Final = (
    "SELECT c.id, c.code, c.name, c.industry, c.region, c.owner, a.as_of, a.score, a.low, a.high, a.coverage, h.score,"
    " a.standing_grade, a.standing_since, a.value_points, a.value_tier, a.quadrant, a.receivable_minor, a.overdue_minor,"
    " a.overdue_days_max, a.limit_utilisation, a.priority,"
    " (SELECT jsonb_object_agg(k, a.readings -> k) FROM unnest(%s::text[]) k)"
    " FROM facts_customer c LEFT JOIN assessments_assessment a ON a.customer_id = c.id"
    " LEFT JOIN LATERAL (SELECT h.score FROM assessments_history h WHERE h.customer_id = a.customer_id"
    " AND h.as_of <= a.as_of - %s ORDER BY h.as_of DESC LIMIT 1) h ON TRUE"
    " WHERE c.id = ANY(%s)"
)
_SUMS: Final = "COALESCE(SUM(a.receivable_minor), 0), COALESCE(SUM(a.overdue_minor), 0)"
_COLUMNS: Final = ("id", "code", "name", "uscc", "industry", "region", "owner")


@dataclass(frozen=True, slots=True)
class Sql:
    """A piece of SQL with the values it binds, in order."""

    text: str
    values: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """Which list: what may be seen on a day, filtered and sorted. `masks`: what is hidden from whoever asks."""

    scope: Scope
    on: Day
    filters: Filters = field(default_factory=Filters)
    order: Order = field(default_factory=Order)
    masks: Masks = frozenset()


@dataclass(frozen=True, slots=True)
class Totals:
    """How many customers a list holds, and what they owe together."""

    customers: int
    receivable_minor: int
    overdue_minor: int


def totals(asked: Asked) -> Totals:
    """Count a list and add it up."""
    if asked.scope.kind == "all" and not list(_of_customer(asked)) and not list(_of_alerts(asked.filters)):
        return _totals_of_assessments(asked)
    source, conditions = _source(asked, "LEFT JOIN")
    ((customers, receivable, overdue),) = _run(
        _joined([Sql(f"SELECT COUNT(*), {_SUMS} FROM"), source, _where(conditions)])
    )
    return Totals(customers, int(receivable), int(overdue))


def _totals_of_assessments(asked: Asked) -> Totals:
    """Add up one table where the other has no say: some three times as fast."""
    conditions = list(_of_assessment(asked.filters))
    there = Sql("a.customer_id NOT IN (SELECT id FROM facts_customer WHERE is_retracted)")
    sql = _joined([Sql(f"SELECT COUNT(*), {_SUMS} FROM assessments_assessment a"), _where([*conditions, there])])
    ((customers, receivable, overdue),) = _run(sql)
    if not conditions:  # those whom nobody assessed yet are counted too
        counted = "SELECT COUNT(*) - (SELECT COUNT(*) FROM facts_customer WHERE is_retracted) FROM facts_customer"
        ((customers,),) = _run(Sql(counted))
    return Totals(customers, int(receivable), int(overdue))


def keys(asked: Asked, *, after: Key | None, limit: int) -> list[tuple[Any, int]]:
    """Give the sorting value and the id of the next customers of a list; the value is null where there is none."""
    if asked.order.key in ALWAYS_THERE:
        return _keys(asked, ALWAYS_THERE[asked.order.key], "LEFT JOIN", after=after, limit=limit)
    expression = ASSESSED[asked.order.key]
    found: list[tuple[Any, int]] = []
    if after is None or after[0] is not None:
        found = _keys(asked, expression, "JOIN", after=after, limit=limit)
        after = None
    if len(found) < limit:
        found += _keys_without(asked, expression, after=after, limit=limit - len(found))
    return found


def everything(asked: Asked) -> Iterator[list[int]]:
    """Give the ids of a whole list, a block at a time."""
    after: Key | None = None
    while block := keys(asked, after=after, limit=MOST_SHOWN):
        yield [customer for _, customer in block]
        after = block[-1]


def rows(customers: Sequence[int], *, columns: Sequence[str], on: Day) -> list[Row]:
    """Give what a list shows of some customers, in their order; `columns`: keys of readings to show besides."""
    found = _run(Sql(_DETAILS, (list(columns), CHANGE_DAYS, list(customers))))
    alerts = _alerts_of(customers)
    owned = owners({line[0]: line[5] for line in found}, on)
    shown = {line[0]: _row(line, alerts.get(line[0], (0, ())), owned[line[0]]) for line in found}
    return [shown[customer] for customer in customers if customer in shown]


def _keys(asked: Asked, expression: str, join: str, *, after: Key | None, limit: int) -> list[tuple[Any, int]]:
    source, conditions = _source(asked, join)
    if join == "JOIN":
        conditions.append(Sql(f"{expression} IS NOT NULL"))
    if after is not None:
        value = bytes.fromhex(str(after[0])) if asked.order.key == "name" else after[0]
        beyond, later = ("<", ">") if asked.order.is_descending else (">", "<")
        text = f"{expression} {beyond}= %s AND ({expression} {beyond} %s OR c.id {later} %s)"
        conditions.append(Sql(text, (value, value, after[1])))
    way, ties = ("DESC", "ASC") if asked.order.is_descending else ("ASC", "DESC")
    customer = "a.customer_id" if join == "JOIN" else "c.id"
    ordered = Sql(f"ORDER BY {expression} {way}, {customer} {ties} LIMIT %s", (limit,))
    rows = _run(_joined([Sql(f"SELECT {expression}, c.id FROM"), source, _where(conditions), ordered]))
    return [(bytes(value).hex() if asked.order.key == "name" else value, customer) for value, customer in rows]


def _keys_without(asked: Asked, expression: str, *, after: Key | None, limit: int) -> list[tuple[Any, int]]:
    """Give the customers without a sorting value, who come after all others."""
    source, conditions = _source(asked, "LEFT JOIN")
    missing = "a.customer_id" if asked.order.key == "grade" else expression
    conditions.append(Sql(f"{missing} IS NULL"))
    later, way = (">", "ASC") if asked.order.is_descending else ("<", "DESC")
    if after is not None:
        conditions.append(Sql(f"c.id {later} %s", (after[1],)))
    ordered = Sql(f"ORDER BY c.id {way} LIMIT %s", (limit,))
    return [
        (None, customer)
        for (customer,) in _run(_joined([Sql("SELECT c.id FROM"), source, _where(conditions), ordered]))
    ]


def _source(asked: Asked, join: str) -> tuple[Sql, list[Sql]]:
    """Give what a list is selected from, and its conditions."""
    parts = [visible(asked.scope, asked.on), Sql(f"c {join} assessments_assessment a ON a.customer_id = c.id")]
    if asked.order.key == "alerts":
        parts.append(Sql(_ALERTS, (list(NOT_CLOSED),)))
    return _joined(parts), list(_conditions(asked))


def visible(scope: Scope, on: Day) -> Sql:
    """Select the customers of a scope, in brackets: id, code, name, uscc, industry, region, owner as files name it."""
    rows = customers_in(scope, on).filter(is_retracted=False).values(*_COLUMNS)
    try:
        text, values = rows.query.sql_with_params()
    except EmptyResultSet:
        names = ", ".join(f'"{name}"' for name in _COLUMNS)
        return Sql(f"(SELECT {names} FROM facts_customer WHERE FALSE)")
    return Sql(f"({text})", tuple(values))


def _conditions(asked: Asked) -> Iterator[Sql]:
    yield from _of_customer(asked)
    yield from _of_alerts(asked.filters)
    yield from _of_assessment(asked.filters)


def _of_assessment(filters: Filters) -> Iterator[Sql]:
    listed = {"a.standing_grade": filters.grade, "a.quadrant": filters.quadrant, "a.value_tier": filters.tier}
    yield from (Sql(f"{column} = ANY(%s)", (list(values),)) for column, values in listed.items() if values)
    bounds = {
        "a.overdue_minor >= %s": filters.overdue_min,
        "a.overdue_days_max >= %s": filters.overdue_days_min,
        "a.overdue_days_max <= %s": filters.overdue_days_max,
        "a.score >= %s": filters.score_min,
        "a.score <= %s": filters.score_max,
    }
    yield from (Sql(text, (value,)) for text, value in bounds.items() if value is not None)
    if filters.aging:
        yield Sql("(" + " OR ".join(f"{BUCKET_AMOUNTS[bucket]} > 0" for bucket in filters.aging) + ")")
    if filters.changed_since is not None:
        yield Sql(
            "a.standing_since >= %s AND EXISTS (SELECT 1 FROM assessments_history h"
            " WHERE h.customer_id = a.customer_id AND h.as_of < a.standing_since)",
            (filters.changed_since,),
        )


def _of_customer(asked: Asked) -> Iterator[Sql]:
    filters = asked.filters
    if filters.q:
        columns = ["c.code"] if "names" in asked.masks else ["c.name", "c.code", "c.uscc"]
        like = "%" + filters.q.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        yield Sql("(" + " OR ".join(f"{column} ILIKE %s" for column in columns) + ")", (like,) * len(columns))
    for column, values in (("c.industry", filters.industry), ("c.region", filters.region), ("c.code", filters.codes)):
        if values:
            stated = ["" if value == NOT_STATED and column != "c.code" else value for value in values]
            yield Sql(f"{column} = ANY(%s)", (stated,))
    if filters.owner is not None:
        yield _of_owner(filters.owner, asked.on)


def _of_owner(owner: str, on: Day) -> Sql:
    """Write the condition of an owner: by number a person, by name whoever is only known to files, "-" for nobody."""
    if owner.isdecimal() and len(owner) <= MOST_DIGITS:
        rows = owned_by((int(owner),), names_of(int(owner)), on)
    else:
        rows = owned_by((), ("" if owner == NOT_STATED else owner,), on)
    text, values = rows.values("id").query.sql_with_params()
    return Sql(f"c.id IN ({text})", tuple(values))


def _of_alerts(filters: Filters) -> Iterator[Sql]:
    open_alerts = "EXISTS (SELECT 1 FROM alerts_alert o WHERE o.customer_id = c.id AND o.state = ANY(%s)"
    states = list(NOT_CLOSED)
    if filters.rule:
        yield Sql(f"{open_alerts} AND o.rule_key = ANY(%s))", (states, list(filters.rule)))
    if filters.severity:
        yield Sql(f"{open_alerts} AND o.severity = ANY(%s))", (states, list(filters.severity)))
    if filters.has_alert is not None:
        yield Sql(("" if filters.has_alert else "NOT ") + f"{open_alerts})", (states,))


def _where(conditions: Sequence[Sql]) -> Sql:
    text = " AND ".join(f"({each.text})" for each in conditions)
    return Sql(f"WHERE {text}" if text else "", tuple(value for each in conditions for value in each.values))


def _joined(parts: Sequence[Sql]) -> Sql:
    return Sql(" ".join(each.text for each in parts), tuple(value for each in parts for value in each.values))


def _run(sql: Sql) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql.text, sql.values)
        return list(cursor.fetchall())


def _alerts_of(customers: Sequence[int]) -> dict[int, tuple[int, tuple[str, ...]]]:
    sql = (
        "SELECT customer_id, COUNT(*), ARRAY_AGG(DISTINCT severity) FROM alerts_alert"
        " WHERE customer_id = ANY(%s) AND state = ANY(%s) GROUP BY customer_id"
    )
    found = _run(Sql(sql, (list(customers), list(NOT_CLOSED))))
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
    return [(value, number) for value, number in _run(_joined([select, visible(scope, on), grouped]))]


def people_who_own(scope: Scope, on: Day) -> list[Owner]:
    """Give the people who were made owners of customers in a scope."""
    select = Sql("SELECT DISTINCT p.id, p.name FROM")
    joined = Sql(
        "c JOIN facts_ownership o ON o.customer_id = c.id AND o.kind = 'owner' AND o.from_day <= %s"
        " AND (o.to_day IS NULL OR o.to_day >= %s) JOIN accounts_person p ON p.id = o.person_id ORDER BY p.name, p.id",
        (on, on),
    )
    return [Owner(person, name) for person, name in _run(_joined([select, visible(scope, on), joined]))]
