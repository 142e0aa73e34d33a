"""What moves an indicator: which sorts of acts, and whether time does.

Source: docs/why/way-back.md.
"""

from kedun.assessments.policy import Policy
from kedun.assessments.wayback.sorts import SORTS, Sort
from kedun.expressions import names_in
from kedun.facts.steps import needed
from kedun.indicators.measures import Measure


def movers(policy: Policy, key: str) -> tuple[str, ...]:
    """Give the sorts of acts that may move an indicator."""
    measures = _measures(policy, key)
    return tuple(name for name, sort in SORTS.items() if any(moves(policy, sort, each) for each in measures))


def passes_by_itself(policy: Policy, key: str) -> bool:
    """Tell whether an indicator looks at the age of facts, so that time alone moves it."""
    return any(name.endswith("_age") for each in _measures(policy, key) for name in each.column_names)


def _measures(policy: Policy, key: str) -> list[Measure]:
    program = policy.indicators
    indicator = program.indicators[key]
    of_group = frozenset[str]().union(*(program.group[name].columns for name in indicator.group))
    measures = [program.measures[name] for name in (*indicator.measures, *of_group)]
    return measures + [program.earlier[name].measure for name in indicator.earlier]


def moves(policy: Policy, sort: Sort, measure: Measure) -> bool:
    """Tell whether acts of a sort may move a measure: they write its facts, or the columns it rests on."""
    columns = sort.moves.get(measure.fact)
    if columns is None:
        return not sort.scopes.isdisjoint(measure.checks)
    return _rests_on(policy, measure, columns) if columns else not _is_of_the_first(policy, measure)


def _rests_on(policy: Policy, measure: Measure, columns: frozenset[str]) -> bool:
    view = policy.indicators.views[measure.fact]
    steps = [step for layer in needed(view.layers, measure.column_names) for step in layer]
    named = measure.column_names.union(*(names_in(step.checked.node) for step in steps))
    return not named.isdisjoint(columns)


def _is_of_the_first(policy: Policy, measure: Measure) -> bool:
    """Tell whether a measure is the age of the oldest fact, which no new one changes."""
    view = policy.indicators.views[measure.fact].view
    named = names_in(measure.argument.node) if measure.argument else frozenset()
    return measure.function == "max" and view.newest_by is None and any(name.endswith("_age") for name in named)
