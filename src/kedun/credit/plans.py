"""Contingency plans: what is done when an alert opens, by whom, by when, and by what one sees that it is done."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, TypeAdapter
from pydantic.dataclasses import dataclass as checked_dataclass

from kedun.credit.steps import MOST_STEPS, STRICT, Step, Text, read_whole, steps_are_told_apart
from kedun.indicators.definition import Key, Label

MOST_PLANS = 200


@checked_dataclass(config=STRICT)
class Plan:
    """What is done when one of these rules fires. `letter`: the one to write to the customer."""

    label: Label
    rules: Annotated[tuple[Key, ...], Field(min_length=1, max_length=100)]
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=MOST_STEPS)]
    about: Text | None = None
    letter: Key | None = None


@checked_dataclass(config=STRICT)
class PlanSet:
    """All contingency plans of one document."""

    contingency_plans: Annotated[dict[Key, Plan], Field(max_length=MOST_PLANS)]


_READER = TypeAdapter(PlanSet)


def read_plans(body: Mapping[str, object]) -> PlanSet:
    """Read the contingency plans.

    Raises: DefinitionUnreadable, StepTwice.
    """
    plans = read_whole(_READER, body)
    for key, plan in plans.contingency_plans.items():
        steps_are_told_apart(key, plan.steps)
    return plans


def plan_for(plans: PlanSet, rule: str) -> tuple[str, Plan] | None:
    """Give the plan for a rule's alerts with its key; of several the first."""
    return next(((key, plan) for key, plan in plans.contingency_plans.items() if rule in plan.rules), None)
