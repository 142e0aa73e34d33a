"""Measures as of an earlier day: what the same aggregate was some days before, by the same knowledge.

All that stand equally many days back make one pass: the facts are looked at once more, as of that day.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kedun.expressions import Arithmetic, Checked, Literal, Name, substitute
from kedun.facts.steps import Step
from kedun.facts.views import AS_OF
from kedun.indicators.definition import EarlierText
from kedun.indicators.measures import FactView, Measure
from kedun.kernel.refusals import Invalid


class NoMeasureToLookBack(Invalid):
    """{name}: there is no measure named {measure} to look back to."""

    zh = "{name}：没有名为 {measure} 的度量可供回看。"


class ChecksDoNotLookBack(Invalid):
    """{name}: {measure} rests on background checks, which say nothing about earlier days."""

    zh = "{name}：{measure} 依赖背景调查，无法回看更早的日期。"


@dataclass(frozen=True, slots=True)
class Earlier:
    """A measure as of `days_ago` days before the as-of day."""

    key: str
    measure: Measure
    days_ago: int

    @property
    def needs(self) -> frozenset[str]:
        """The supplies that it rests on, by their names."""
        return frozenset(supply_name(kind, self.days_ago) for kind in self.measure.needs)


@dataclass(frozen=True, slots=True)
class Pass:
    """The measures of one earlier day, and those that they rest on."""

    days_ago: int
    wanted: tuple[Earlier, ...]
    measures: Mapping[str, Measure]

    @property
    def supplies(self) -> dict[str, str]:
        """The names of the supplies of its day, by kind."""
        kinds = frozenset[str]().union(*(measure.needs for measure in self.measures.values()))
        return {kind: supply_name(kind, self.days_ago) for kind in kinds}


def supply_name(kind: str, days_ago: int) -> str:
    """Name the supply of a kind as of an earlier day; as of the day itself it has the name of the kind."""
    return f"{kind}_{days_ago}d_ago" if days_ago else kind


def check_earlier(texts: Mapping[str, EarlierText], measures: Mapping[str, Measure]) -> dict[str, Earlier]:
    """Check what looks back.

    Raises: NoMeasureToLookBack, ChecksDoNotLookBack.
    """
    for name, text in texts.items():
        if text.measure not in measures:
            raise NoMeasureToLookBack(name=name, measure=text.measure)
        if measures[text.measure].checks:
            raise ChecksDoNotLookBack(name=name, measure=text.measure)
    return {name: Earlier(name, measures[text.measure], text.days_ago) for name, text in texts.items()}


def passes(earlier: Iterable[Earlier], measures: Mapping[str, Measure]) -> tuple[Pass, ...]:
    """Put together what stands equally many days back, the nearest day first."""
    by_days: dict[int, list[Earlier]] = {}
    for each in earlier:
        by_days.setdefault(each.days_ago, []).append(each)
    return tuple(_pass(days, by_days[days], measures) for days in sorted(by_days))


def _pass(days_ago: int, wanted: list[Earlier], measures: Mapping[str, Measure]) -> Pass:
    names = {name for each in wanted for name in (each.measure.key, *each.measure.rests_on)}
    return Pass(days_ago, tuple(wanted), {key: measure for key, measure in measures.items() if key in names})


def measure_before(measure: Measure, days_ago: int) -> Measure:
    """Write a measure as of an earlier day."""
    argument = _before(measure.argument, days_ago) if measure.argument else None
    return replace(measure, where=_before(measure.where, days_ago), argument=argument)


def view_before(view: FactView, days_ago: int) -> FactView:
    """Write a fact view as of an earlier day."""
    layers = tuple(tuple(Step(step.name, _before(step.checked, days_ago)) for step in layer) for layer in view.layers)
    return replace(view, visible=_before(view.visible, days_ago), layers=layers)


def _before(checked: Checked, days_ago: int) -> Checked:
    day = Arithmetic("-", Name(AS_OF), Literal(days_ago))
    return replace(checked, node=substitute(checked.node, {AS_OF: day}))
