"""An indicator set, checked: the measures, and the formulas in order."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kedun.expressions import Checked, Compare, Literal, Name, Type, Value, check, names_in, parse, to_python, walk
from kedun.facts.groups.membership import GroupRule
from kedun.facts.steps import Layers, Step, bounded, in_layers, types_of
from kedun.indicators.definition import IndicatorSet, IndicatorText, Level
from kedun.indicators.earlier import Earlier, Pass, check_earlier, passes
from kedun.indicators.measures import FactView, Measure, check_measures, fact_views
from kedun.indicators.sql import CHECK_AGE
from kedun.indicators.together import BookConstant, GroupMeasure, check_book, check_group, group_rule
from kedun.kernel.days import Day
from kedun.kernel.refusals import Invalid


class NameTaken(Invalid):
    """{name} is both a measure and an indicator with another formula."""

    zh = "{name} 既是度量，又是另一个公式的指标。"


class NoSuchMeasure(Invalid):
    """Indicator {name} has no formula and no measure has its name."""

    zh = "指标 {name} 没有公式，也没有同名的度量。"


class LevelDiffers(Invalid):
    """Indicator {name} is said to be of the level {stated}, but what it names is of the level {found}."""

    zh = "指标 {name} 声明的层级是 {stated}，而其引用的内容属于 {found} 层级。"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator with what its null can mean.

    `measures`: the measures it rests on, directly or through other indicators; `earlier`: those of earlier days;
    `group`: those over the members of a group; `book`: the totals of the book.
    """

    key: str
    text: IndicatorText
    type: Type
    measures: frozenset[str]
    earlier: frozenset[str]
    group: frozenset[str]
    book: frozenset[str]
    missing: tuple[tuple[Checked, str], ...]
    flags: tuple[tuple[Checked, str], ...]


@dataclass(frozen=True, slots=True)
class IndicatorProgram:
    """Everything needed to compute all readings, on any engine."""

    views: Mapping[str, FactView]
    measures: Mapping[str, Measure]
    earlier: Mapping[str, Earlier]
    passes: tuple[Pass, ...]
    group_rule: GroupRule
    group: Mapping[str, GroupMeasure]
    book: Mapping[str, BookConstant]
    layers: Layers
    indicators: Mapping[str, Indicator]

    @property
    def named(self) -> tuple[str, ...]:
        """Everything that formulas start from, in the order of computing."""
        return (*self.measures, *self.earlier, *self.group, *self.book)

    @property
    def types(self) -> dict[str, Type]:
        """The names that later stages may use, with their types."""
        return {**dict.fromkeys(self.named, "integer"), **types_of(self.layers)}

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

    Raises: NameTaken, NoSuchMeasure, LevelDiffers, CircularDefinition, TooManyProductsThroughNames, what looking back
    and adding up refuse, and what the language refuses.
    """
    views = fact_views()
    measures = check_measures(texts.measures, views)
    earlier = check_earlier(texts.earlier, measures)
    group, book = check_group(texts.group, measures), check_book(texts.book, measures)
    scope: dict[str, Type] = dict.fromkeys((*measures, *earlier, *group, *book), "integer")
    formulas = _formulas(texts)
    layers = in_layers(formulas, scope, mode="reading")
    types: dict[str, Type] = {**scope, **types_of(layers), **_check_ages(measures)}
    indicators = {
        key: _indicator(key, text, types, _named_through(key, formulas), texts)
        for key, text in texts.indicators.items()
    }
    reasons = tuple(Step(each.key, when) for each in indicators.values() for when, _ in each.missing)
    bounded((*layers, reasons))
    return IndicatorProgram(
        views,
        measures,
        earlier,
        passes(earlier.values(), measures),
        group_rule(texts.group_rule),
        group,
        book,
        layers,
        indicators,
    )


def _indicator(
    key: str, text: IndicatorText, types: Mapping[str, Type], named: frozenset[str], texts: IndicatorSet
) -> Indicator:
    measures = named & texts.measures.keys()
    of_conditions = (names_in(parse(texts.measures[name].where)) & texts.measures.keys() for name in measures)
    found = Indicator(
        key,
        text,
        types[key],
        measures.union(*of_conditions),
        named & texts.earlier.keys(),
        named & texts.group.keys(),
        named & texts.book.keys(),
        tuple((check(parse(each.when), types, mode="reading"), each.reason) for each in text.missing),
        tuple((check(parse(each.when), types, mode="reading"), each.flag) for each in text.flags),
    )
    if text.level != _level(found):
        raise LevelDiffers(name=key, stated=text.level, found=_level(found))
    return found


def _level(of: Indicator) -> Level:
    if of.group:
        return "group"
    return "book" if of.book and not of.measures | of.earlier else "customer"


def _check_ages(measures: Mapping[str, Measure]) -> dict[str, Type]:
    return {CHECK_AGE.format(scope=scope): "integer" for each in measures.values() for scope in each.checks}


def _formulas(texts: IndicatorSet) -> dict[str, str]:
    formulas: dict[str, str] = {}
    sections = (texts.measures, texts.earlier, texts.group, texts.book)
    counted = Counter(key for section in sections for key in section)
    for key, count in counted.items():
        if count > 1 or (key in texts.earlier and key in texts.indicators):
            raise NameTaken(name=key)
    for key, text in texts.indicators.items():
        if key in texts.measures or key in texts.group or key in texts.book:
            if text.formula not in ("", key):
                raise NameTaken(name=key)
        elif not text.formula:
            raise NoSuchMeasure(name=key)
        else:
            formulas[key] = text.formula
    return formulas


def _named_through(key: str, formulas: Mapping[str, str]) -> frozenset[str]:
    """Give what an indicator rests on, directly or through other indicators."""
    found: set[str] = set()
    waiting = [key]
    while waiting:
        name = waiting.pop()
        if name in formulas:
            waiting.extend(names_in(parse(formulas[name])))
        else:
            found.add(name)
    return frozenset(found)


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
    short |= {key for key, each in program.group.items() if each.columns & short}
    return frozenset(
        key for key, each in program.indicators.items() if (each.measures | each.earlier | each.group) & short
    )


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
