"""An indicator set, checked: the measures, and the formulas in order."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kedun.expressions import Checked, Compare, Literal, Name, Type, Value, check, names_in, parse, to_python, walk
from kedun.facts.steps import Layers, Step, bounded, in_layers, types_of
from kedun.indicators.definition import IndicatorSet, IndicatorText
from kedun.indicators.earlier import Earlier, Pass, check_earlier, passes
from kedun.indicators.measures import FactView, Measure, check_measures, fact_views
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

    `measures`: the measures it rests on, directly or through other indicators; `earlier`: those of earlier days.
    """

    key: str
    text: IndicatorText
    type: Type
    measures: frozenset[str]
    earlier: frozenset[str]
    missing: tuple[tuple[Checked, str], ...]
    flags: tuple[tuple[Checked, str], ...]


@dataclass(frozen=True, slots=True)
class IndicatorProgram:
    """Everything needed to compute all readings, on any engine."""

    views: Mapping[str, FactView]
    measures: Mapping[str, Measure]
    earlier: Mapping[str, Earlier]
    passes: tuple[Pass, ...]
    layers: Layers
    indicators: Mapping[str, Indicator]

    @property
    def types(self) -> dict[str, Type]:
        """The names that later stages may use, with their types."""
        return {**dict.fromkeys((*self.measures, *self.earlier), "integer"), **types_of(self.layers)}

    @property
    def kinds(self) -> frozenset[str]:
        """The delivered kinds whose supply matters."""
        return frozenset[str]().union(*(each.needs for each in self.measures.values()))

    @property
    def earlier_supplies(self) -> dict[str, tuple[str, int]]:
        """The kinds whose supply as of an earlier day matters, and how many days before, by the name of the supply."""
        return {name: (kind, each.days_ago) for each in self.passes for kind, name in each.supplies.items()}


def compile_indicators(texts: IndicatorSet) -> IndicatorProgram:
    """Check a whole set.

    Raises: NameTaken, NoSuchMeasure, CircularDefinition, TooManyProductsThroughNames, what looking back refuses, and
    what the language refuses.
    """
    views = fact_views()
    measures = check_measures(texts.measures, views)
    earlier = check_earlier(texts.earlier, measures)
    scope: dict[str, Type] = dict.fromkeys((*measures, *earlier), "integer")
    formulas = _formulas(texts)
    layers = in_layers(formulas, scope, mode="reading")
    types: dict[str, Type] = {**scope, **types_of(layers), **_check_ages(measures)}
    indicators = {
        key: Indicator(
            key,
            text,
            types[key],
            *_rests_on(key, formulas, measures, earlier),
            tuple((check(parse(each.when), types, mode="reading"), each.reason) for each in text.missing),
            tuple((check(parse(each.when), types, mode="reading"), each.flag) for each in text.flags),
        )
        for key, text in texts.indicators.items()
    }
    reasons = tuple(Step(each.key, when) for each in indicators.values() for when, _ in each.missing)
    bounded((*layers, reasons))
    return IndicatorProgram(views, measures, earlier, passes(earlier.values(), measures), layers, indicators)


def _check_ages(measures: Mapping[str, Measure]) -> dict[str, Type]:
    return {CHECK_AGE.format(scope=scope): "integer" for each in measures.values() for scope in each.checks}


def _formulas(texts: IndicatorSet) -> dict[str, str]:
    formulas: dict[str, str] = {}
    for key in texts.earlier.keys() & (texts.measures.keys() | texts.indicators.keys()):
        raise NameTaken(name=key)
    for key, text in texts.indicators.items():
        if key in texts.measures:
            if text.formula not in ("", key):
                raise NameTaken(name=key)
        elif not text.formula:
            raise NoSuchMeasure(name=key)
        else:
            formulas[key] = text.formula
    return formulas


def _rests_on(
    key: str, formulas: Mapping[str, str], measures: Mapping[str, Measure], earlier: Mapping[str, Earlier]
) -> tuple[frozenset[str], frozenset[str]]:
    """Give the measures that an indicator rests on, and those of earlier days."""
    found: set[str] = set()
    looking_back: set[str] = set()
    waiting = [key]
    while waiting:
        name = waiting.pop()
        if name in measures:
            found |= {name} | measures[name].rests_on
        elif name in earlier:
            looking_back.add(name)
        else:
            waiting.extend(names_in(parse(formulas[name])))
    return frozenset(found), frozenset(looking_back)


def flags_of(indicator: Indicator) -> Callable[[Mapping[str, Value]], tuple[str, ...]]:
    """Compile what the definition says one should know about a reading, to a function of a row: codes."""
    compiled = tuple((to_python(when), flag) for when, flag in indicator.flags)
    return lambda row: tuple(flag for when, flag in compiled if when(row) is True)


def short_windows(program: IndicatorProgram, first_days: Mapping[str, Day | None], as_of: Day) -> frozenset[str]:
    """Give the indicators with a window that begins before its kind was supplied. Source: docs/why/indicators.md.

    `first_days`: by kind, the first day of its supply.
    """
    measures = [(each.key, each, 0) for each in program.measures.values()]
    measures += [(each.key, each.measure, each.days_ago) for each in program.earlier.values()]
    short = {
        key
        for key, measure, days_ago in measures
        if (first := first_days.get(measure.fact)) is not None and as_of - days_ago - _window(measure) + 1 < first
    }
    return frozenset(key for key, each in program.indicators.items() if (each.measures | each.earlier) & short)


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
