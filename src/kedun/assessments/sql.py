"""A policy as one SELECT: measures, then a layer of columns upon a layer, for PostgreSQL, DuckDB and Spark."""

from functools import partial

from kedun.assessments.policy import Policy
from kedun.expressions import to_sql
from kedun.facts.sources import Reach
from kedun.indicators.sql import CHECK_AGE, is_supplied, measured, measured_before
from kedun.indicators.together import with_book, with_groups


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
    for depth, layer in enumerate(policy.layers):
        columns = ",\n    ".join(f"{to_sql(step.checked, reach.dialect)} AS {reach.quote(step.name)}" for step in layer)
        queries.append((f"layer_{depth}", f"SELECT {before}.*,\n    {columns}\n  FROM {before}"))
        before = f"layer_{depth}"
    # Without the fence PostgreSQL folds the layers into one and computes every reading once per use.
    fence = "MATERIALIZED " if reach.dialect == "postgres" else ""
    named = ",\n".join(f"{name} AS {_fenced(name, fence)}(\n  {query}\n)" for name, query in queries)
    outputs = ", ".join(map(reach.quote, ("customer_id", *check_ages(policy), *policy.outputs)))
    return f"WITH {named}\nSELECT {outputs} FROM {before}"


def _fenced(name: str, fence: str) -> str:
    return fence if name.startswith(("layer_", "measured")) else ""


def check_ages(policy: Policy) -> tuple[str, ...]:
    """Name the columns that hold the ages of the checks that the policy rests on."""
    scopes = {scope for measure in policy.measured.values() for scope in measure.checks}
    return tuple(CHECK_AGE.format(scope=scope) for scope in sorted(scopes))
