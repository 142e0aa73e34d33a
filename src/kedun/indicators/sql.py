"""The measures as SQL: one common table expression per fact view and pass, joined to one row per customer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kedun.expressions import to_sql
from kedun.facts.sources import Reach, newest, source
from kedun.facts.steps import needed, select
from kedun.facts.views import AS_OF
from kedun.indicators.earlier import Pass, measure_before, supply_name, view_before
from kedun.indicators.measures import CHECK_MAX_AGE, FactView, Measure

PARAMETERS = frozenset({AS_OF})
CHECK_AGE = "last_check_{scope}"


def measured(measures: Mapping[str, Measure], views: Mapping[str, FactView], reach: Reach) -> list[tuple[str, str]]:
    """Give the named queries that end in `measured`: one row per customer with every measure.

    Shape: columns customer_id, last_check_<scope> for every scope used, and one column per measure.
    """
    customers = ("customers", f"SELECT customer_id FROM ({source(views['customer'].view, reach)}) r")
    checks = ("checks", _checks(measures.values(), views, reach))
    return [customers, checks, *_passed(measures, views, reach, before="checks")]


def measured_before(of: Pass, views: Mapping[str, FactView], reach: Reach, *, after: str) -> list[tuple[str, str]]:
    """Give the named queries of a pass that add its measures to the columns of the query `after`; the last one does."""
    then = replace(reach, days_ago=of.days_ago)
    measures = {key: measure_before(measure, of.days_ago) for key, measure in of.measures.items()}
    seen = {measure.fact: view_before(views[measure.fact], of.days_ago) for measure in measures.values()}
    measured = _named("measured", then)
    columns = ", ".join(f"b.{reach.quote(each.measure.key)} AS {reach.quote(each.key)}" for each in of.wanted)
    joined = f"SELECT a.*, {columns} FROM {after} a JOIN {measured} b ON b.customer_id = a.customer_id"
    return [*_passed(measures, seen, then, before="customers"), (f"{measured}_joined", joined)]


def _passed(
    measures: Mapping[str, Measure], views: Mapping[str, FactView], reach: Reach, *, before: str
) -> list[tuple[str, str]]:
    first = [each for each in measures.values() if not each.rests_on]
    second = [each for each in measures.values() if each.rests_on]
    queries = _views(_facts(measures.values()), measures.values(), views, reach)
    queries += [(_named(f"first_{fact}", reach), _aggregate(fact, first, reach, joined="")) for fact in _facts(first)]
    once, whole = _named("measured_first", reach), _named("measured", reach)
    queries.append((once, _join(before, first, prefix="first", reach=reach)))
    if not second:
        return [*queries, (whole, f"SELECT * FROM {once}")]
    queries += [
        (_named(f"second_{fact}", reach), _aggregate(fact, second, reach, joined=once)) for fact in _facts(second)
    ]
    return [*queries, (whole, _join(once, second, prefix="second", reach=reach))]


def _named(query: str, reach: Reach) -> str:
    return supply_name(query, reach.days_ago)


def _facts(measures: Iterable[Measure]) -> list[str]:
    return sorted({each.fact for each in measures})


def _views(
    facts: Sequence[str], measures: Iterable[Measure], views: Mapping[str, FactView], reach: Reach
) -> list[tuple[str, str]]:
    used = {
        fact: frozenset[str]().union(*(each.column_names for each in measures if each.fact == fact)) for fact in facts
    }
    queries: list[tuple[str, str]] = []
    for fact in facts:
        view = views[fact]
        visible = to_sql(view.visible, reach.dialect, parameters=PARAMETERS)
        rows = f"SELECT * FROM ({source(view.view, reach)}) r WHERE {visible}"
        if view.view.newest_by:
            seen = _named(f"visible_{fact}", reach)
            queries.append((seen, rows))
            rows = f"SELECT r.* FROM {seen} r WHERE {newest(view.view, reach, seen)}"
        layers = needed(view.layers, used[fact])
        queries.append((_named(f"fact_{fact}", reach), select(layers, rows, reach.dialect, PARAMETERS)))
    return queries


def _checks(measures: Iterable[Measure], views: Mapping[str, FactView], reach: Reach) -> str:
    scopes = sorted(frozenset[str]().union(*(each.checks for each in measures)))
    if not scopes:
        return "SELECT customer_id FROM customers"
    visible = to_sql(views["check"].visible, reach.dialect, parameters=PARAMETERS)
    rows = f"SELECT * FROM ({source(views['check'].view, reach)}) r WHERE {visible}"
    ages = ", ".join(
        f"{reach.parameter(AS_OF)} - MAX(CASE WHEN r.scope = '{scope}' THEN r.checked_on END) AS {_age(scope)}"
        for scope in scopes
    )
    names = ", ".join(f"k.{_age(scope)}" for scope in scopes)
    return (
        f"SELECT c.customer_id, {names} FROM customers c"
        f" LEFT JOIN (SELECT r.customer_id, {ages} FROM ({rows}) r GROUP BY r.customer_id) k ON k.customer_id = c.customer_id"
    )


def _age(scope: str) -> str:
    return CHECK_AGE.format(scope=scope)


def _aggregate(fact: str, measures: Sequence[Measure], reach: Reach, *, joined: str) -> str:
    mine = [each for each in measures if each.fact == fact]
    columns = ", ".join(_column(each, reach) for each in mine)
    rows = _named(f"fact_{fact}", reach)
    if not joined:
        return f"SELECT customer_id, {columns} FROM {rows} GROUP BY customer_id"
    wanted = sorted(frozenset[str]().union(*(each.rests_on for each in mine)))
    rows = (
        f"(SELECT f.*, {', '.join(f'm.{reach.quote(name)}' for name in wanted)}"
        f" FROM {rows} f JOIN {joined} m ON m.customer_id = f.customer_id) r"
    )
    return f"SELECT customer_id, {columns} FROM {rows} GROUP BY customer_id"


def _column(measure: Measure, reach: Reach) -> str:
    """Write the aggregate alone; a customer without rows gets its zero, or null, when joined."""
    where = to_sql(measure.where, reach.dialect, parameters=PARAMETERS)
    if measure.argument is None:
        value = f"SUM(CASE WHEN {where} THEN 1 ELSE 0 END)"
    else:
        argument = to_sql(measure.argument, reach.dialect, parameters=PARAMETERS)
        value = f"{measure.function.upper()}(CASE WHEN {where} THEN {argument} END)"
        if measure.function == "sum":
            value = f"COALESCE({value}, 0)"
        if measure.is_strict:
            unknown = f"SUM(CASE WHEN ({where}) AND ({argument}) IS NULL THEN 1 ELSE 0 END)"
            value = f"CASE WHEN {unknown} = 0 THEN {value} END"
    return f"CAST({value} AS BIGINT) AS {reach.quote(measure.key)}"


def _join(before: str, measures: Sequence[Measure], *, prefix: str, reach: Reach) -> str:
    names = {fact: _named(f"{prefix}_{fact}", reach) for fact in _facts(measures)}
    columns = ", ".join(_supplied(each, names[each.fact], reach) for each in measures)
    joins = " ".join(f"LEFT JOIN {name} ON {name}.customer_id = b.customer_id" for name in names.values())
    return f"SELECT b.*, {columns} FROM {before} b {joins}"


def _supplied(measure: Measure, joined: str, reach: Reach) -> str:
    """Write a measure's value: null unless all it rests on is supplied; zero for a count or sum without rows."""
    value = f"{joined}.{reach.quote(measure.key)}"
    if measure.function in ("count", "sum"):
        value = f"CASE WHEN {joined}.customer_id IS NULL THEN 0 ELSE {value} END"
    conditions = [is_supplied(reach, supply_name(kind, reach.days_ago)) for kind in sorted(measure.needs)]
    conditions += [f"b.{_age(scope)} <= {CHECK_MAX_AGE}" for scope in sorted(measure.checks)]
    if conditions:
        value = f"CASE WHEN {' AND '.join(conditions)} THEN {value} END"
    return f"{value} AS {reach.quote(measure.key)}"


def is_supplied(reach: Reach, kind: str) -> str:
    """Write the condition that a kind is supplied, now or as of an earlier day."""
    return f"{reach.parameter(supplied(kind))} = 1"


def supplied(kind: str) -> str:
    """Name the parameter that says whether a kind is supplied, now or as of an earlier day: 1 or 0."""
    return f"supplied_{kind}"
