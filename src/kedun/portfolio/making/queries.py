"""An indicator in the making, computed on stored facts: for the customers that somebody may see, and for one of them."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Final

from django.db import DataError, OperationalError, connection, transaction
from psycopg.errors import QueryCanceled

from kedun.accounts.scopes import Scope
from kedun.assessments.policy import Policy
from kedun.assessments.queries import live_policy
from kedun.assessments.sql import check_ages, statement
from kedun.assessments.store import NotComputable, Question
from kedun.expressions import Value, names_in
from kedun.facts.models import CURRENT
from kedun.facts.prepared.store import fetch
from kedun.facts.queries import customers_in, last_batch, supply_at
from kedun.facts.steps import needed
from kedun.indicators.program import IndicatorProgram
from kedun.indicators.reasons import reasons_of
from kedun.indicators.together import GROUP
from kedun.kernel.days import Day
from kedun.kernel.hashing import sha256_of
from kedun.kernel.refusals import Invalid

MOST_LOOKED_AT: Final = 20_000
"""Of a larger book an even sample is looked at, so that an answer takes no longer than of one of this size."""

LONGEST_SECONDS: Final = 15
SHOWN: Final = 5
"""Customers who are named at either end."""


class TooLongToTry(Invalid):
    """The trial was broken off after {seconds} seconds. Narrow the filter or the window, and try again."""

    zh = "试算超过 {seconds} 秒，已中止。请缩小筛选范围或时间窗口后再试。"


@dataclass(frozen=True, slots=True)
class Reading:
    """What an indicator says of a customer; `reason`: why it says nothing."""

    customer: int
    value: int | float | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class InBook:
    """What it says of the customers looked at, of `of` there are."""

    readings: Sequence[Reading]
    of: int


def policy_of(program: IndicatorProgram, key: str, on: Day) -> Policy:
    """Give the policy in force with these indicators alone, to be asked and put in words.

    Raises: NoPolicy.
    """
    live = live_policy(on).policy
    groups = (GROUP,) if program.group else ()
    return replace(
        live,
        hash=sha256_of({"alone": key, "of": live.hash}),
        indicators=program,
        layers=needed(program.layers, [key, *_of_reasons(program, key)]),
        outputs=tuple(dict.fromkeys((*groups, *program.named, *_of_reasons(program, key), key))),
    )


def _of_reasons(program: IndicatorProgram, key: str) -> Sequence[str]:
    """Give the other indicators that tell why a reading is missing."""
    from_reasons = {name for when, _ in program.indicators[key].missing for name in names_in(when.node)}
    return sorted(from_reasons & program.indicators.keys())


def in_book(policy: Policy, key: str, *, scope: Scope, on: Day) -> InBook:
    """Compute the indicator for the customers of a scope.

    Raises: TooLongToTry, NotComputable.
    """
    there = list(customers_in(scope, on).filter(is_retracted=False).order_by("id").values_list("id", flat=True))
    every = len(there) // MOST_LOOKED_AT + 1
    return InBook(readings(policy, key, there[::every], on), len(there))


def readings(policy: Policy, key: str, customers: Sequence[int], on: Day) -> Sequence[Reading]:
    """Compute the indicator for some customers.

    Raises: TooLongToTry, NotComputable.
    """
    if not customers:
        return ()
    question = Question(on, None, tuple(customers), supply_at(on, last_batch()))
    around = question.around(policy, "postgres", fetch)
    values = {**question.widened(around).parameters(policy), **around.parameters(policy.indicators)}
    names = ("customer_id", *check_ages(policy), *policy.outputs)
    reason = reasons_of(policy.indicators, key, question.states(policy)).to_python()
    asked = frozenset(customers)
    with _bounded(), connection.cursor() as cursor:
        cursor.execute(statement(policy, question.reach("postgres")), values)
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return [
        _reading(row, key, None if row[key] is not None else reason(row)) for row in rows if row["customer_id"] in asked
    ]


def _reading(row: Mapping[str, Value], key: str, reason: str | None) -> Reading:
    value, customer = row[key], row["customer_id"]
    assert isinstance(customer, int)
    return Reading(customer, value if isinstance(value, int | float) else None, reason)


@contextmanager
def _bounded() -> Iterator[None]:
    """Break off what takes too long."""
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SELECT set_config('statement_timeout', %s, true)", [f"{LONGEST_SECONDS}s"])
            yield
            with connection.cursor() as cursor:
                cursor.execute("SELECT set_config('statement_timeout', '0', true)")
    except DataError as error:
        raise NotComputable(problem=str(error).strip()) from error
    except OperationalError as error:
        if isinstance(error.__cause__, QueryCanceled):
            raise TooLongToTry(seconds=LONGEST_SECONDS) from error
        raise


def named(customers: Sequence[int]) -> Mapping[int, tuple[str, str]]:
    """Give code and name of customers."""
    rows = CURRENT["customer"]._default_manager.filter(pk__in=customers).values_list("id", "code", "name")
    return {number: (code, name) for number, code, name in rows}
