"""A trial carried out on the stored assessments of the customers that somebody may see."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db import connection, transaction

from kedun.accounts.scopes import EVERYTHING, Scope
from kedun.alerts.choice.queries import fires
from kedun.assessments.queries import live_policy, policy_with
from kedun.expressions import quoted
from kedun.facts.models import CURRENT
from kedun.facts.queries import customers_in
from kedun.kernel.days import Day
from kedun.kernel.hashing import Json
from kedun.portfolio.trial.program import Trial, trial
from kedun.rules.verdict import PREFIX

MOST_LOOKED_AT: Final = 150_000
"""Of a larger book an even sample is looked at, so that an answer takes no longer than of one of this size."""

SHOWN, MOST_OF_A_RULE = 50, 20
STEP: Final = 500
"""Width of a step of the distribution, in hundredths of a point."""

_TOGETHER = "SELECT set_config('parallel_setup_cost', '0', true), set_config('parallel_tuple_cost', '0', true)"
"""Unpacking the readings is most of the work, which PostgreSQL by itself would not share out."""

_IN_BOOK = "a.customer_id NOT IN (SELECT id FROM facts_customer WHERE is_retracted)"


@dataclass(frozen=True, slots=True)
class Named:
    """A customer by its names."""

    id: int
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Tried:
    """What a trial found. `customers`: looked at, `of`: all there are; the rest are rows as the query gives them."""

    trial: Trial
    as_of: Day | None
    customers: int
    of: int
    scores: Sequence[tuple[int | None, int | None, int]]
    grades: Sequence[tuple[str, str, int, int]]
    quadrants: Sequence[tuple[str, str, int]]
    moved: Sequence[Mapping[str, Any]]
    rules: Mapping[str, Mapping[str, Any]]
    names: Mapping[int, Named]


def trial_of(changed: Mapping[str, Mapping[str, Json]], on: Day) -> Trial:
    """Compile a changed policy beside the live one.

    Raises: NoPolicy, ReadingNotKept, and what compiling refuses.
    """
    return trial(policy_with(changed, on), live_policy(on).policy)


def tried(made: Trial, *, scope: Scope, on: Day, shown: int = SHOWN) -> Tried:
    """Carry a trial out. `shown`: how many of the customers who change grade are named, those who owe most first."""
    narrowed, listed = _narrowed(scope, on)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_TOGETHER)
        cursor.execute(f"SELECT COUNT(*) FROM assessments_assessment a WHERE {narrowed}", listed)  # noqa: S608
        (of,) = cursor.fetchone()
        every = of // MOST_LOOKED_AT + 1
        if every > 1:
            narrowed += f" AND MOD(a.customer_id, {every}) = 0"
        cursor.execute(_statement(made, narrowed, shown), listed)
        as_of, customers, *found = cursor.fetchone()
    scores, grades, quadrants, moved, *rules = (json.loads(each or "null") for each in found)
    by_rule = dict(zip(made.rules, rules, strict=True))
    named = {row["customer_id"] for row in moved or ()}
    named |= {each for found in by_rule.values() for each in (*(found["appears"] or ()), *(found["leaves"] or ()))}
    return Tried(
        made, as_of, customers, of, scores or (), grades or (), quadrants or (), moved or (), by_rule, _names(named)
    )


def would_fire(changed: Mapping[str, Mapping[str, Json]], on: Day) -> Mapping[str, int]:
    """Count, by rule, the customers of the whole book for whom it would fire; of a rule that is as it was, for whom it does.

    Raises: NoPolicy, ReadingNotKept, and what compiling refuses.
    """
    made = trial_of(changed, on)
    found = tried(made, scope=EVERYTHING, on=on, shown=0) if made.rules or made.places else None
    counted = {} if found is None else {key: each["becomes"] for key, each in found.rules.items()}
    share = found.of / found.customers if found is not None and found.customers else 1
    there = {key: count for key, count in fires(EVERYTHING, on).items() if key in made.policy.rules.rules}
    return there | {key: round(count * share) for key, count in counted.items() if key in made.policy.rules.rules}


def _narrowed(scope: Scope, on: Day) -> tuple[str, list[list[int]]]:
    if scope.kind == "all":
        return _IN_BOOK, []
    return f"{_IN_BOOK} AND a.customer_id = ANY(%s)", [list(customers_in(scope, on).values_list("id", flat=True))]


def _names(ids: set[int]) -> Mapping[int, Named]:
    rows = CURRENT["customer"]._default_manager.filter(pk__in=ids).values_list("id", "code", "name")
    return {number: Named(number, code, name) for number, code, name in rows}


_PLACES = (
    "(SELECT jsonb_agg(jsonb_build_array(was, becomes, customers)) FROM (SELECT was_score / {step} AS was,"
    " score_hundredths / {step} AS becomes, COUNT(*) AS customers FROM t GROUP BY 1, 2) g)",
    "(SELECT jsonb_agg(jsonb_build_array(was_grade, standing_grade, customers, owed)) FROM (SELECT was_grade,"
    " standing_grade, COUNT(*) AS customers, COALESCE(SUM(receivable_minor), 0)::bigint AS owed FROM t GROUP BY 1, 2) g)",
    "(SELECT jsonb_agg(jsonb_build_array(was_quadrant, quadrant, customers)) FROM (SELECT was_quadrant, quadrant,"
    " COUNT(*) AS customers FROM t GROUP BY 1, 2) g)",
    "(SELECT jsonb_agg(to_jsonb(m)) FROM (SELECT customer_id, receivable_minor, was_score, score_hundredths, was_grade,"
    " standing_grade, was_quadrant, quadrant FROM t WHERE was_grade <> standing_grade"
    " ORDER BY receivable_minor DESC NULLS LAST, customer_id LIMIT {shown}) m)",
)
_RULE = (
    "(SELECT jsonb_build_object('now', COUNT(*) FILTER (WHERE was), 'becomes', COUNT(*) FILTER (WHERE fires),"
    " 'unknown', COUNT(*) FILTER (WHERE fires IS NULL), 'more', COUNT(*) FILTER (WHERE fires AND NOT was),"
    " 'fewer', COUNT(*) FILTER (WHERE was AND fires IS NOT TRUE), 'appears', (ARRAY_AGG(customer_id ORDER BY"
    " receivable_minor DESC NULLS LAST, customer_id) FILTER (WHERE fires AND NOT was))[1:{most}],"
    " 'leaves', (ARRAY_AGG(customer_id ORDER BY receivable_minor DESC NULLS LAST, customer_id)"
    " FILTER (WHERE was AND fires IS NOT TRUE))[1:{most}])"
    " FROM (SELECT customer_id, receivable_minor, jsonb_exists(fired, '{key}') AS was, {fires} AS fires FROM t) r)"
)


def _statement(made: Trial, narrowed: str, shown: int) -> str:
    """Write the whole question as one statement, so that every customer is computed once."""
    places = [each.format(step=STEP, shown=shown) for each in _PLACES] if made.places else ["NULL"] * len(_PLACES)
    rules = [
        _RULE.format(key=key, most=MOST_OF_A_RULE, fires="FALSE" if rule is None else quoted(PREFIX + key, "postgres"))
        for key, rule in made.rules.items()
    ]
    rows = made.rows.replace("{narrowed}", narrowed)
    asked = ", ".join(["(SELECT MAX(assessed_on) FROM t)", "(SELECT COUNT(*) FROM t)", *places, *rules])
    return f"WITH t AS MATERIALIZED ({rows}) SELECT {asked}"  # noqa: S608 - names are checked keys
