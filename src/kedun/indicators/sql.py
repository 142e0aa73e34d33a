"""The measures as SQL: one common table expression per fact view and pass, joined to one row per customer."""

from collections.abc import Iterable, Mapping, Sequence

from kedun.expressions import to_sql
from kedun.facts.sources import Reach, newest, source
from kedun.facts.steps import needed, select
from kedun.facts.views import AS_OF
from kedun.indicators.measures import CHECK_MAX_AGE, FactView, Measure

PARAMETERS = frozenset({AS_OF})
CHECK_AGE = "last_check_{scope}"


def measured(measures: Mapping[str, Measure], views: Mapping[str, FactView], reach: Reach) -> list[tuple[str, str]]:
    """Give the named queries that end in `measured`: one row per customer with every measure.

    Shape: columns customer_id, last_check_<scope> for every scope used, and one column per measure.
    """
    first = [each for each in measures.values() if not each.rests_on]
    second = [each for each in measures.values() if each.rests_on]
    facts = sorted({each.fact for each in measures.values()})
    queries = [
        ("customers", f"SELECT customer_id FROM ({source(views['customer'].view, reach)}) r"),
        *_views(facts, measures.values(), views, reach),
        ("checks", _checks(measures.values(), views, reach)),
    ]
    queries += [(f"first_{fact}", _aggregate(fact, first, reach, joined="")) for fact in _facts(first)]
    queries.append(("measured_first", _join("checks", first, prefix="first", reach=reach)))
    if not second:
        return [*queries, ("measured", "SELECT * FROM measured_first")]
    queries += [(f"second_{fact}", _aggregate(fact, second, reach, joined="measured_first")) for fact in _facts(second)]
    return [*queries, ("measured", _join("measured_first", second, prefix="second", reach=reach))]


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
            queries.append((f"visible_{fact}", rows))
            rows = f"SELECT r.* FROM visible_{fact} r WHERE {newest(view.view, reach, f'visible_{fact}')}"
        layers = needed(view.layers, used[fact])
        queries.append((f"fact_{fact}", select(layers, rows, reach.dialect, PARAMETERS)))
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
    if not joined:
        return f"SELECT customer_id, {columns} FROM fact_{fact} GROUP BY customer_id"
    wanted = sorted(frozenset[str]().union(*(each.rests_on for each in mine)))
    rows = (
        f"SELECT f.*, {', '.join(f'm.{reach.quote(name)}' for name in wanted)}"
        f" FROM fact_{fact} f JOIN {joined} m ON m.customer_id = f.customer_id"
    )
    return f"SELECT customer_id, {columns} FROM ({rows}) r GROUP BY customer_id"


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
    columns = ", ".join(_supplied(each, f"{prefix}_{each.fact}", reach) for each in measures)
    joins = " ".join(
        f"LEFT JOIN {prefix}_{fact} ON {prefix}_{fact}.customer_id = b.customer_id" for fact in _facts(measures)
    )
    return f"SELECT b.*, {columns} FROM {before} b {joins}"


def _supplied(measure: Measure, joined: str, reach: Reach) -> str:
    """Write a measure's value: null unless all it rests on is supplied; zero for a count or sum without rows."""
    value = f"{joined}.{reach.quote(measure.key)}"
    if measure.function in ("count", "sum"):
        value = f"CASE WHEN {joined}.customer_id IS NULL THEN 0 ELSE {value} END"
    conditions = [f"{reach.parameter(supplied(kind))} = 1" for kind in sorted(measure.needs)]
    conditions += [f"b.{_age(scope)} <= {CHECK_MAX_AGE}" for scope in sorted(measure.checks)]
    if conditions:
        value = f"CASE WHEN {' AND '.join(conditions)} THEN {value} END"
    return f"{value} AS {reach.quote(measure.key)}"


def supplied(kind: str) -> str:
    """Name the parameter that says whether a kind is supplied: 1 or 0."""
    return f"supplied_{kind}"
