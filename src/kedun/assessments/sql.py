"""A policy as one SELECT: measures, then a layer of columns upon a layer, for PostgreSQL, DuckDB and Spark."""

from functools import partial

from kedun.assessments.policy import Policy
from kedun.expressions import names_in, to_sql
from kedun.facts.sources import Reach
from kedun.facts.steps import Step
from kedun.indicators.sql import CHECK_AGE, is_supplied, measured, measured_before
from kedun.indicators.together import with_book, with_groups

_JOINING = 2
"""Joining columns again costs as much as carrying them through so many layers."""


def statement(policy: Policy, reach: Reach) -> str:
    """Write the query of a policy.

    Shape: one row per customer: customer_id, the ages of its checks, then `policy.outputs`.
    Parameters: as_of, supplied_<kind>, known_at where `reach.has_past`, customers where `reach.is_listed`, and those of
    `indicators.together`: who shares a group, and the totals of the book.
    """
    queries = measured(policy.measured, policy.indicators.views, reach)
    before = "measured"
    for each in policy.indicators.passes:
        queries += measured_before(each, policy.indicators.views, reach, after=before)
        before = queries[-1][0]
    if policy.indicators.group:
        queries += with_groups(policy.indicators.group, reach, after=before, supplied=partial(is_supplied, reach))
        before = queries[-1][0]
    if policy.indicators.book:
        queries.append(with_book(policy.indicators.book, reach, after=before))
        before = queries[-1][0]
    stacked, ending = (_stacked_narrow if reach.dialect == "postgres" else _stacked)(policy, reach, before)
    # Without the fence PostgreSQL folds the layers into one and computes every reading once per use.
    fence = "MATERIALIZED " if reach.dialect == "postgres" else ""
    named = ",\n".join(f"{name} AS {_fenced(name, fence)}(\n  {query}\n)" for name, query in [*queries, *stacked])
    return f"WITH {named}\n{ending}"


def _stacked(policy: Policy, reach: Reach, before: str) -> tuple[list[tuple[str, str]], str]:
    """Give the named queries of the layers, each with all columns of the one before, and the query of the outputs."""
    queries = []
    for depth, layer in enumerate(policy.layers):
        queries.append((f"layer_{depth}", f"SELECT {before}.*,\n    {_steps(layer, reach)}\n  FROM {before}"))
        before = f"layer_{depth}"
    return queries, f"SELECT {', '.join(map(reach.quote, _outputs(policy)))} FROM {before}"


def _stacked_narrow(policy: Policy, reach: Reach, before: str) -> tuple[list[tuple[str, str]], str]:
    """Give the same queries, each with the columns that are still looked at: PostgreSQL sets every one up for every customer.

    What is only to be given out any more stays in the layer where leaving it saves most, and is joined in the end.
    """
    queries, left_at, left = [], *_left_behind(policy)
    named, wanted, there = _names(policy), frozenset(_outputs(policy)), _before_layers(policy)
    for depth, layer in enumerate(policy.layers):
        later = wanted.union(*named[depth + 1 :]) - (left if depth > left_at else frozenset())
        kept = "".join(f", {reach.quote(name)}" for name in sorted(there & later - {"customer_id"}))
        queries.append((f"layer_{depth}", f"SELECT customer_id{kept},\n    {_steps(layer, reach)}\n  FROM {before}"))
        there, before = there & later | {step.name for step in layer}, f"layer_{depth}"
    if not left:
        return queries, f"SELECT {', '.join(map(reach.quote, _outputs(policy)))} FROM {before}"
    columns = ", ".join(f"{'l' if name in left else 'r'}.{reach.quote(name)}" for name in _outputs(policy))
    return queries, f"SELECT {columns} FROM layer_{left_at} l JOIN {before} r ON r.customer_id = l.customer_id"


def _left_behind(policy: Policy) -> tuple[int, frozenset[str]]:
    """Give the layer at which outputs that no later layer names are best left, and them; none where that saves nothing."""
    named, wanted, there = _names(policy), frozenset(_outputs(policy)) - {"customer_id"}, _before_layers(policy)
    best, left_at, left = 0, 0, frozenset[str]()
    for depth, layer in enumerate(policy.layers):
        there = there | {step.name for step in layer}
        done = (there & wanted).difference(*named[depth + 1 :])
        saved = len(done) * (len(policy.layers) - depth - 1 - _JOINING)
        if saved > best:
            best, left_at, left = saved, depth, done
    return left_at, left


def _names(policy: Policy) -> list[frozenset[str]]:
    """Give the names that each layer's steps look at."""
    return [frozenset[str]().union(*(names_in(step.checked.node) for step in layer)) for layer in policy.layers]


def _before_layers(policy: Policy) -> frozenset[str]:
    """Give the columns that layers and outputs take from the measures."""
    made = {step.name for layer in policy.layers for step in layer}
    return frozenset(_outputs(policy)).union(*_names(policy)) - made - {"customer_id"}


def _steps(layer: tuple[Step, ...], reach: Reach) -> str:
    return ",\n    ".join(f"{to_sql(step.checked, reach.dialect)} AS {reach.quote(step.name)}" for step in layer)


def _outputs(policy: Policy) -> tuple[str, ...]:
    return ("customer_id", *check_ages(policy), *policy.outputs)


def _fenced(name: str, fence: str) -> str:
    """Fence what computes; what only puts columns together is better taken apart again."""
    return fence if name.startswith(("layer_", "measured")) and not name.endswith(("_joined", "_in_book")) else ""


def check_ages(policy: Policy) -> tuple[str, ...]:
    """Name the columns that hold the ages of the checks that the policy rests on."""
    scopes = {scope for measure in policy.measured.values() for scope in measure.checks}
    return tuple(CHECK_AGE.format(scope=scope) for scope in sorted(scopes))
