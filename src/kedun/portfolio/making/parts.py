"""The part of an indicator set that one indicator rests on, and what is wrong with it, place by place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kedun.assessments.policy import keys_are_free
from kedun.expressions import names_in, parse
from kedun.indicators.definition import IndicatorSet
from kedun.indicators.measures import Measure, check_measures, fact_views
from kedun.indicators.program import IndicatorProgram, compile_indicators
from kedun.kernel.refusals import Invalid, Refusal


class NoSuchIndicator(Invalid):
    """The text has no indicator {key}."""

    zh = "文本中没有指标 {key}。"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at a place: `measures.<key>`, `formula`, or a place of the document."""

    place: str
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Made:
    """An indicator as far as it stands: `program` is None where there are faults; `measures`: those that are right."""

    program: IndicatorProgram | None
    measures: Mapping[str, Measure]
    faults: tuple[Fault, ...]


def make(texts: IndicatorSet, key: str) -> Made:
    """Compile one indicator with what it rests on and nothing else, so that it can be tried in a moment.

    Raises: NoSuchIndicator.
    """
    if key not in texts.indicators:
        raise NoSuchIndicator(key=key)
    part = alone(texts, key)
    views, faults, measures = fact_views(), [*_taken(part, key)], {}
    for name in part.measures:
        try:
            mine = {each: part.measures[each] for each in (name, *_others(part, name))}
            measures[name] = check_measures(mine, views)[name]
        except Refusal as refusal:
            faults.append(Fault(f"measures.{name}", refusal))
    program = None
    if not faults:
        try:
            program = compile_indicators(part)
        except Refusal as refusal:
            faults.append(Fault("formula", refusal))
    return Made(program, measures, tuple(faults))


def _taken(part: IndicatorSet, key: str) -> Iterator[Fault]:
    try:
        keys_are_free((key, *part.measures))
    except Refusal as refusal:
        yield Fault("key", refusal)


def _others(part: IndicatorSet, name: str) -> frozenset[str]:
    return (_named(part.measures[name].where) & part.measures.keys()) - {name}


def alone(texts: IndicatorSet, key: str) -> IndicatorSet:
    """Leave out of a set what an indicator does not rest on."""
    found: set[str] = set()
    waiting = [key]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(_rests_on(texts, name))
    return replace(
        texts,
        measures={name: each for name, each in texts.measures.items() if name in found},
        indicators={name: each for name, each in texts.indicators.items() if name in found},
        earlier={name: each for name, each in texts.earlier.items() if name in found},
        group={name: each for name, each in texts.group.items() if name in found},
        book={name: each for name, each in texts.book.items() if name in found},
    )


def _rests_on(texts: IndicatorSet, name: str) -> Iterator[str]:
    indicator, measure, group = texts.indicators.get(name), texts.measures.get(name), texts.group.get(name)
    if indicator:
        whens = [each.when for each in indicator.missing] + [each.when for each in indicator.flags]
        for text in (indicator.formula, *whens):
            yield from _named(text)
    if measure:
        yield from _named(measure.where)
    if group:
        yield from (*_named(group.where), *filter(None, (group.sum, group.min, group.max)))
    if name in texts.earlier:
        yield texts.earlier[name].measure
    if name in texts.book:
        yield from filter(None, (texts.book[name].sum, texts.book[name].bound))


def _named(text: str) -> frozenset[str]:
    """Give the names in a text; none where it cannot be read, which is said when it is checked."""
    try:
        return names_in(parse(text)) if text else frozenset()
    except Refusal:
        return frozenset()
