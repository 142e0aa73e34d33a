"""The fact rows behind a number: a measure's own filter, over the fact view it is taken from, for one customer.

The SQL is printed by the language from the same definitions as the assessment's, so the rows add up to the number.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db import connection

from kedun.accounts.scopes import Scope
from kedun.assessments.policy import Policy
from kedun.expressions import to_sql
from kedun.facts.kinds import KINDS
from kedun.facts.models import CURRENT, HISTORY, Batch
from kedun.facts.queries import customers_in, supply_at
from kedun.facts.sources import Reach, believed, kind_rows, newest, source
from kedun.facts.steps import needed, select
from kedun.facts.views import VIEWS
from kedun.indicators.measures import FactView, Measure
from kedun.indicators.sql import PARAMETERS, measured, supplied
from kedun.kernel.pages import Key
from kedun.portfolio.drill.shown import TAKEN, Origin
from kedun.portfolio.queries import Moment, today_here

_UNDATED: Final = -1_000_000
_META: Final = ("id", "source", "external_id", "reported_on", "known_from_batch")


@dataclass(frozen=True, slots=True)
class Target:
    """Whose facts, from when they are looked at, and which customers whoever looks may see."""

    customer: int
    at: Moment
    seen: Scope

    @property
    def reach(self) -> Reach:
        """What the SQL has to read: the past where a batch of the past is meant, and one customer only."""
        return Reach("postgres", has_past=self.at.is_past, is_listed=True)

    def parameters(self, **more: object) -> dict[str, Any]:
        """The values that the SQL binds."""
        return {"as_of": self.at.as_of, "known_at": self.at.known_at, "customers": [self.customer], **more}


@dataclass(frozen=True, slots=True)
class Found:
    """Rows of a kind by column, each with its sorting key and origin."""

    rows: Sequence[Mapping[str, Any]]
    origins: Mapping[int, Origin]

    def key(self, row: Mapping[str, Any]) -> Key:
        """Give a row's place in the order: newest day first."""
        return (row["event_day"], row["id"])


def measure_values(policy: Policy, keys: frozenset[str], target: Target) -> dict[str, int | None]:
    """Compute some measures of a customer, and those that they rest on."""
    program = policy.indicators
    wanted = keys | frozenset[str]().union(*(program.measures[key].rests_on for key in keys))
    chosen = {key: measure for key, measure in program.measures.items() if key in wanted}
    if not chosen:
        return {}
    named = measured(chosen, program.views, target.reach)
    columns = ", ".join(f'"{key}"' for key in chosen)
    sql = "WITH " + ", ".join(f"{name} AS ({query})" for name, query in named) + f" SELECT {columns} FROM measured"
    supply = supply_at(target.at.as_of, target.at.known_at)
    flags = {supplied(kind): int(each.state == "supplied") for kind, each in supply.items()}
    rows = _rows(sql, target.parameters(**flags))
    return rows[0] if rows else dict.fromkeys(chosen)


def behind(
    view: FactView, measure: Measure, values: Mapping[str, int | None], target: Target, *, after: Key | None, limit: int
) -> Found:
    """Give the rows that a measure takes, newest first. `values`: the measures that its condition names."""
    sql = taken_rows(view, measure, target.reach)
    bound = target.parameters(**{name: values[name] for name in measure.rests_on})
    return _page(measure.fact, sql, bound, target, after=after, limit=limit)


def taken(view: FactView, measure: Measure, values: Mapping[str, int | None], target: Target) -> tuple[int, int | None]:
    """Count the rows that a measure takes, and put together what it takes of them."""
    total = {"count": "SUM", "sum": "SUM", "min": "MIN", "max": "MAX"}[measure.function]
    sql = (
        f"SELECT COUNT(*) AS rows, {total}({TAKEN})::bigint AS total FROM ({taken_rows(view, measure, target.reach)}) t"
    )
    bound = target.parameters(**{name: values[name] for name in measure.rests_on})
    (row,) = _rows(sql, bound)
    return row["rows"], row["total"]


def taken_rows(view: FactView, measure: Measure, reach: Reach) -> str:
    """Select the rows that a measure takes. Parameters: those of the view, and the measures that it rests on."""
    where = to_sql(measure.where, "postgres", parameters=PARAMETERS | measure.rests_on)
    amount = to_sql(measure.argument, "postgres", parameters=PARAMETERS) if measure.argument else "1"
    return f"SELECT f.*, ({amount})::bigint AS {TAKEN} FROM ({_seen(view, reach, only_newest=True)}) f WHERE ({where}) IS TRUE"


def _seen(view: FactView, reach: Reach, *, only_newest: bool) -> str:
    """Select the visible rows of a fact view with everything the view computes."""
    rows = _visible(view, reach)
    if only_newest and view.view.newest_by:
        rows = f"SELECT r.* FROM ({rows}) r WHERE {newest(view.view, reach, f'({rows})')}"
    names = {step.name for layer in view.layers for step in layer}
    return select(needed(view.layers, names), rows, "postgres", PARAMETERS)


def _visible(view: FactView, reach: Reach) -> str:
    visible = to_sql(view.visible, "postgres", parameters=PARAMETERS)
    return f"SELECT * FROM ({source(view.view, reach)}) r WHERE {visible}"


def facts(
    kind: str, policy: Policy, target: Target, *, is_open: bool | None, after: Key | None, limit: int
) -> tuple[Found, int]:
    """Give a customer's facts of a kind that had happened by the day, newest first, and how many there are."""
    sql = _of_kind(kind, policy, target.reach)
    if is_open is not None:
        sql = f"SELECT * FROM ({sql}) o WHERE o.is_open IS {'TRUE' if is_open else 'NOT TRUE'}"
    bound = target.parameters()
    (counted,) = _rows(f"SELECT COUNT(*) AS rows FROM ({sql}) c", bound)
    return _page(kind, sql, bound, target, after=after, limit=limit), counted["rows"]


def _of_kind(kind: str, policy: Policy, reach: Reach) -> str:
    if kind in VIEWS:
        return _seen(policy.indicators.views[kind], reach, only_newest=False)
    day = KINDS[kind].event_on
    seen = f"r.{day} IS NULL OR r.{day} <= {reach.parameter('as_of')}" if day else "TRUE"
    return f"SELECT * FROM ({kind_rows(kind, reach)}) r WHERE {seen}"


def _page(kind: str, sql: str, bound: Mapping[str, Any], target: Target, *, after: Key | None, limit: int) -> Found:
    day = KINDS[kind].event_on
    event = f"COALESCE(e.{day}, {_UNDATED})" if day else str(_UNDATED)
    beyond = "" if after is None else "WHERE (p.event_day, p.id) < (%(after_day)s, %(after_id)s)"
    paged = (
        f"SELECT * FROM (SELECT e.*, {event} AS event_day FROM ({sql}) e) p {beyond}"
        " ORDER BY p.event_day DESC, p.id DESC LIMIT %(limit)s"
    )
    last = {} if after is None else {"after_day": after[0], "after_id": after[1]}
    rows = _rows(paged, {**bound, **last, "limit": limit})
    origins = _origins(kind, rows, target)
    return Found(_added(kind, rows, origins, target.seen), origins)


def _origins(kind: str, rows: Sequence[Mapping[str, Any]], target: Target) -> dict[int, Origin]:
    """Say of each row where the version that was believed came from."""
    reach = Reach("postgres", has_past=target.at.is_past)
    sql = believed(f"facts_{kind}", _META, reach, condition="id = ANY(%(ids)s)", owner="")
    found = _rows(sql, {"ids": [row["id"] for row in rows], "known_at": target.at.known_at})
    batches = Batch.objects.only("id", "at", "actor").in_bulk({row["known_from_batch"] for row in found})
    return {row["id"]: _origin(row, batches.get(row["known_from_batch"])) for row in found}


def _origin(row: Mapping[str, Any], batch: Batch | None) -> Origin:
    return Origin(
        source=row["source"],
        external_id=row["external_id"],
        reported_on=row["reported_on"],
        batch=row["known_from_batch"],
        at=batch.at if batch else None,
        actor=batch.actor if batch else "",
    )


def _added(kind: str, rows: list[dict[str, Any]], origins: Mapping[int, Origin], seen: Scope) -> list[dict[str, Any]]:
    """Add what other facts say of a row: of people as its source calls them, of customers in a scope."""
    if kind not in ("contact", "relation"):
        return rows
    named = "person" if kind == "contact" else "other"
    others = {row[named] for row in rows}
    people = _people(others)
    told = [people.get((origins[row["id"]].source, row[named]), {}) for row in rows]
    if kind == "contact":
        return [{**row, **person} for row, person in zip(rows, told, strict=True)]
    customers = dict(customers_in(seen, today_here()).filter(code__in=others).values_list("code", "name"))
    return [
        {**row, "other_name": customers.get(row["other"], person.get("person_name"))}
        for row, person in zip(rows, told, strict=True)
    ]


def _people(ids: set[str]) -> dict[tuple[str, str], dict[str, str]]:
    people = CURRENT["person"]._default_manager.filter(external_id__in=ids, is_retracted=False)
    return {
        (origin, person): {"person_name": name, "phone": phone, "email": email}
        for origin, person, name, phone, email in people.values_list("source", "external_id", "name", "phone", "email")
    }


def _rows(sql: str, bound: Mapping[str, Any]) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, bound)
        names = [column.name for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


@dataclass(frozen=True, slots=True)
class Version:
    """What was believed of a fact from one batch until another, None: it still is."""

    values: Mapping[str, Any]
    origin: Origin
    until_batch: int | None
    until_at: datetime | None


def versions(kind: str, customer: int, fact: int) -> list[Version]:
    """Give every version of a customer's fact, newest first; none where the customer has no such fact."""
    owner = "id" if kind == "customer" else "customer_id"
    if not CURRENT[kind]._default_manager.filter(pk=fact).filter(**{owner: customer}).exists():
        return []
    present = CURRENT[kind]._default_manager.filter(id=fact).values()
    past = HISTORY[kind]._default_manager.filter(id=fact).order_by("-known_to_batch").values()
    rows = [*({**row, "known_to_batch": None} for row in present), *past]
    batches = Batch.objects.only("id", "at", "actor").in_bulk(
        {row[name] for row in rows for name in ("known_from_batch", "known_to_batch")} - {None}
    )
    return [
        Version(
            row,
            _origin(row, batches.get(row["known_from_batch"])),
            row["known_to_batch"],
            batches[row["known_to_batch"]].at if row["known_to_batch"] in batches else None,
        )
        for row in rows
    ]


def kinds_of(customer: int) -> dict[str, int]:
    """Count a customer's facts by kind, as they are believed now."""
    counted = " UNION ALL ".join(
        f"SELECT '{kind}', COUNT(*) FROM facts_{kind} WHERE customer_id = %(customer)s AND NOT is_retracted"
        for kind in CUSTOMER_KINDS
    )
    with connection.cursor() as cursor:
        cursor.execute(counted, {"customer": customer})
        return dict(cursor.fetchall())


CUSTOMER_KINDS: Final = tuple(name for name, kind in KINDS.items() if kind.of_customer and name != "customer")
"""The kinds whose rows belong to one customer."""
