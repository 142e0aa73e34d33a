"""The measures in plain Python: the reference that the database engines must equal, and the one for what-if."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kedun.expressions import Value, to_python
from kedun.facts.steps import closures, extend, needed
from kedun.facts.views import AS_OF
from kedun.indicators.measures import CHECK_MAX_AGE, FactView, Measure
from kedun.indicators.sql import CHECK_AGE
from kedun.kernel.days import Day

Row = Mapping[str, Value]
Closure = Callable[[Row], Value]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A measure with its closures."""

    measure: Measure
    argument: Closure | None
    where: Closure


@dataclass(frozen=True, slots=True)
class CompiledView:
    """A view with its closures, columns that nothing uses left out."""

    visible: Closure
    columns: tuple[tuple[str, Closure], ...]
    newest_by: str | None


@dataclass(frozen=True, slots=True)
class Engine:
    """All measures and the views they rest on, compiled once."""

    views: Mapping[str, CompiledView]
    first: tuple[Compiled, ...]
    second: tuple[Compiled, ...]
    scopes: tuple[str, ...]


def compiled(measures: Mapping[str, Measure], views: Mapping[str, FactView]) -> Engine:
    """Compile measures and views to closures."""
    each = [Compiled(m, to_python(m.argument) if m.argument else None, to_python(m.where)) for m in measures.values()]
    facts = {m.fact for m in measures.values()} | {"check"}
    return Engine(
        views={fact: _view(fact, measures.values(), views[fact]) for fact in facts},
        first=tuple(c for c in each if not c.measure.rests_on),
        second=tuple(c for c in each if c.measure.rests_on),
        scopes=tuple(sorted({scope for m in measures.values() for scope in m.checks})),
    )


def _view(fact: str, measures: Iterable[Measure], view: FactView) -> CompiledView:
    used = frozenset[str]().union(*(m.column_names for m in measures if m.fact == fact))
    return CompiledView(to_python(view.visible), closures(needed(view.layers, used)), view.view.newest_by)


def measure_values(
    engine: Engine, rows: Mapping[str, Sequence[Row]], *, as_of: Day, supplied: Mapping[str, bool]
) -> dict[str, Value]:
    """Compute every measure of one customer.

    Shape: source rows by kind in; measures and last_check_<scope> ages by name out.
    """
    seen = {fact: _seen(view, rows.get(fact, ()), as_of) for fact, view in engine.views.items()}
    values: dict[str, Value] = {CHECK_AGE.format(scope=s): _check_age(seen["check"], s, as_of) for s in engine.scopes}
    for step in (engine.first, engine.second):
        found = {c.measure.key: _value(c, seen[c.measure.fact], values, supplied) for c in step}
        values |= found
    return values


def _seen(view: CompiledView, rows: Sequence[Row], as_of: Day) -> list[dict[str, Value]]:
    visible: list[dict[str, Value]] = []
    for row in rows:
        extended: dict[str, Value] = {**row, AS_OF: as_of}
        if view.visible(extended) is True:
            visible.append(extended)
    if view.newest_by and visible:
        visible = [max(visible, key=lambda row: _recency(row, view.newest_by or ""))]
    for row in visible:
        extend(row, view.columns)
    return visible


def _recency(row: Row, day: str) -> tuple[Value, ...]:
    reported_on = row["reported_on"]
    return (row[day], -1 if reported_on is None else reported_on, row["known_from_batch"], row["external_id"])


def _check_age(checks: Sequence[Row], scope: str, as_of: Day) -> Value:
    days = [day for row in checks if row["scope"] == scope and isinstance(day := row["checked_on"], int)]
    return as_of - max(days) if days else None


def _value(each: Compiled, rows: Sequence[Row], first: Mapping[str, Value], supplied: Mapping[str, bool]) -> Value:
    measure = each.measure
    if not all(supplied[kind] for kind in measure.needs) or not _checked(measure, first):
        return None
    chosen = [row for row in rows if each.where({**first, **row} if measure.rests_on else row) is True]
    if each.argument is None:
        return len(chosen)
    numbers = [each.argument(row) for row in chosen]
    if measure.is_strict and None in numbers:
        return None
    known = [number for number in numbers if isinstance(number, int)]
    if measure.function == "sum":
        return sum(known)
    if not known:
        return None
    return min(known) if measure.function == "min" else max(known)


def _checked(measure: Measure, values: Mapping[str, Value]) -> bool:
    ages = [values[CHECK_AGE.format(scope=scope)] for scope in measure.checks]
    return all(isinstance(age, int) and age <= CHECK_MAX_AGE for age in ages)
