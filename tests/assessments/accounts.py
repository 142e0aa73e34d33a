"""What tests of accounts share: deliveries at a case's pace, and what holds of every account."""

from collections.abc import Mapping, Sequence
from typing import Any

from kedun.assessments.change.store import ScoreChange
from kedun.facts.actions import Delivery, upsert
from kedun.facts.kinds import KINDS
from kedun.facts.models import CURRENT
from kedun.facts.queries import last_batch
from tests.assessments.random_books import TODAY
from tests.case_files import tables

PERIODS = {name: (TODAY - 1_200, TODAY) for name, kind in KINDS.items() if kind.event_on}
Row = dict[str, Any]


def delivered(facts: Mapping[str, Sequence[Row]], *, until: int) -> int:
    periods = {name: (first, until) for name, (first, _) in PERIODS.items()}
    upsert(tables(facts), delivery=Delivery(source="case", actor="test", periods=periods))
    return last_batch()


def everybody() -> dict[int, str]:
    return dict(CURRENT["customer"]._default_manager.values_list("id", "code"))


def check(each: ScoreChange) -> None:
    scores = [step.score if step else None for step in each.steps]
    there = [score for score in scores if score is not None]
    assert sum(leg.change for leg in each.legs) == (there[-1] - there[0] if there else 0)
    assert all(leg.change == leg.signals + sum(leg.items.values()) for leg in each.legs)
