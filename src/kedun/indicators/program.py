"""An indicator set, checked: the measures, the formulas in order, and why a reading is null when it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kedun.expressions import Checked, Compare, Literal, Name, Type, Value, check, names_in, parse, to_python, walk
from kedun.facts.steps import Layers, Step, bounded, in_layers, types_of
from kedun.indicators.definition import IndicatorSet, IndicatorText
from kedun.indicators.measures import CHECK_MAX_AGE, FactView, Measure, check_measures, fact_views
from kedun.indicators.sql import CHECK_AGE
from kedun.kernel.days import Day
from kedun.kernel.refusals import Invalid


class NameTaken(Invalid):
    """{name} is both a measure and an indicator with another formula."""

    zh = "{name} 既是度量，又是另一个公式的指标。"


class NoSuchMeasure(Invalid):
    """Indicator {name} has no formula and no measure has its name."""

    zh = "指标 {name} 没有公式，也没有同名的度量。"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator with what its null can mean.

    `measures`: the measures it rests on, directly or through other indicators.
    """

    key: str
    text: IndicatorText
    type: Type
    measures: frozenset[str]
    missing: tuple[tuple[Checked, str], ...]
    flags: tuple[tuple[Checked, str], ...]


@dataclass(frozen=True, slots=True)
class IndicatorProgram:
    """Everything needed to compute all readings, on any engine."""

    views: Mapping[str, FactView]
    measures: Mapping[str, Measure]
    layers: Layers
    indicators: Mapping[str, Indicator]

    @property
    def types(self) -> dict[str, Type]:
        """The names that later stages may use, with their types."""
        return {**dict.fromkeys(self.measures, "integer"), **types_of(self.layers)}

    @property
    def kinds(self) -> frozenset[str]:
        """The delivered kinds whose supply matters."""
        return frozenset[str]().union(*(each.needs for each in self.measures.values()))


def compile_indicators(texts: IndicatorSet) -> IndicatorProgram:
    """Check a whole set.

    Raises: NameTaken, NoSuchMeasure, CircularDefinition, TooManyProductsThroughNames, and what the language refuses.
    """
    views = fact_views()
    measures = check_measures(texts.measures, views)
    scope: dict[str, Type] = dict.fromkeys(measures, "integer")
    formulas = _formulas(texts)
    layers = in_layers(formulas, scope, mode="reading")
    types: dict[str, Type] = {**scope, **types_of(layers), **_check_ages(measures)}
    indicators = {
        key: Indicator(
            key,
            text,
            types[key],
            _rests_on(key, formulas, measures),
            tuple((check(parse(each.when), types, mode="reading"), each.reason) for each in text.missing),
            tuple((check(parse(each.when), types, mode="reading"), each.flag) for each in text.flags),
        )
        for key, text in texts.indicators.items()
    }
    reasons = tuple(Step(each.key, when) for each in indicators.values() for when, _ in each.missing)
    bounded((*layers, reasons))
    return IndicatorProgram(views, measures, layers, indicators)


def _check_ages(measures: Mapping[str, Measure]) -> dict[str, Type]:
    return {CHECK_AGE.format(scope=scope): "integer" for each in measures.values() for scope in each.checks}


def _formulas(texts: IndicatorSet) -> dict[str, str]:
    formulas: dict[str, str] = {}
    for key, text in texts.indicators.items():
        if key in texts.measures:
            if text.formula not in ("", key):
                raise NameTaken(name=key)
        elif not text.formula:
            raise NoSuchMeasure(name=key)
        else:
            formulas[key] = text.formula
    return formulas


def _rests_on(key: str, formulas: Mapping[str, str], measures: Mapping[str, Measure]) -> frozenset[str]:
    found: set[str] = set()
    waiting = [key]
    while waiting:
        name = waiting.pop()
        if name in measures:
            found |= {name} | measures[name].rests_on
        else:
            waiting.extend(names_in(parse(formulas[name])))
    return frozenset(found)


def flags_of(indicator: Indicator, values: Mapping[str, Value]) -> tuple[str, ...]:
    """Give what the definition says one should know about a reading: codes."""
    return tuple(flag for when, flag in indicator.flags if to_python(when)(values) is True)


def short_windows(program: IndicatorProgram, first_days: Mapping[str, Day | None], as_of: Day) -> frozenset[str]:
    """Give the indicators with a window that begins before its kind was supplied. Source: docs/why/indicators.md.

    `first_days`: by kind, the first day of its supply.
    """
    short = {
        measure.key
        for measure in program.measures.values()
        if (first := first_days.get(measure.fact)) is not None and as_of - _window(measure) + 1 < first
    }
    return frozenset(key for key, each in program.indicators.items() if each.measures & short)


def _window(measure: Measure) -> int:
    """Give the days of a measure's window: the largest bound that its condition sets to an age; 1 without one."""
    bounds = [
        each.right.value
        for each, _ in walk(measure.where.node)
        if isinstance(each, Compare)
        and each.operator == "<"
        and isinstance(each.left, Name)
        and each.left.name.endswith("_age")
        and isinstance(each.right, Literal)
    ]
    return max((bound for bound in bounds if isinstance(bound, int)), default=1)


def missing_reason(
    program: IndicatorProgram, key: str, values: Mapping[str, Value], states: Mapping[str, str]
) -> str | None:
    """Say why a reading is null: a code, or None when it is not null.

    `states`: supplied, stale or not_supplied for every kind that the program needs.
    """
    if values[key] is not None:
        return None
    indicator = program.indicators[key]
    rests_on = [program.measures[name] for name in sorted(indicator.measures)]
    return (
        _unsupplied(states[kind] for measure in rests_on for kind in sorted(measure.needs))
        or _unsupplied(_check_state(values[CHECK_AGE.format(scope=s)]) for m in rests_on for s in sorted(m.checks))
        or next((reason for when, reason in indicator.missing if to_python(when)(values) is True), None)
        or ("missing_rate" if any(m.is_strict and _lost(m, values) for m in rests_on) else "no_base")
    )


def _unsupplied(states: Iterable[str]) -> str | None:
    found = set(states) - {"supplied"}
    return "not_supplied" if "not_supplied" in found else "stale" if found else None


def _check_state(age: Value) -> str:
    if age is None:
        return "not_supplied"
    return "supplied" if isinstance(age, int) and age <= CHECK_MAX_AGE else "stale"


def _lost(measure: Measure, values: Mapping[str, Value]) -> bool:
    return measure.function == "sum" and values[measure.key] is None
