"""What can be asked of assessments: the live policy, standing grades, one customer on one day."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from kedun.assessments.models import Assessment, AssessmentHistory
from kedun.assessments.policy import DOCUMENTS, Policy, compile_policy
from kedun.definitions import documents
from kedun.definitions.queries import Definition, first, live
from kedun.kernel.days import Day
from kedun.kernel.hashing import Json
from kedun.kernel.refusals import NotFound
from kedun.scorecards.standing import Standing


class NoPolicy(NotFound):
    """There is no {kind} definition; load the starter definitions first."""

    zh = "没有 {kind} 定义，请先载入初始定义。"


@dataclass(frozen=True, slots=True)
class LivePolicy:
    """A compiled policy with the version of its rules."""

    policy: Policy
    rules_version: int


_compiled: dict[tuple[str, ...], Policy] = {}


def live_policy(on: Day) -> LivePolicy:
    """Give the policy that is live on a day; before the first one was, the first one stands in (RULINGS §4).

    Raises: NoPolicy.
    """
    found = {kind: _definition(kind, on) for kind in DOCUMENTS}
    key = tuple(found[kind].sha256 for kind in DOCUMENTS)
    policy = _compiled.get(key)
    if policy is None:
        bodies = {kind: documents.read(found[kind].body, file=kind) for kind in DOCUMENTS}
        policy = compile_policy(cast("Mapping[str, Mapping[str, Json]]", bodies))
        _compiled.clear()
        _compiled[key] = policy
    return LivePolicy(policy, found["rules"].version)


def _definition(kind: str, on: Day) -> Definition:
    found = live(kind, on=on) or first(kind)
    if not found:
        raise NoPolicy(kind=kind)
    return next(iter(found.values()))


def standing_on(customer_id: int, as_of: Day, known_at: int) -> Standing | None:
    """Give the standing grade as it was recorded on the newest assessed day up to `as_of`, by a batch or earlier."""
    told = {"customer_id": customer_id, "as_of__lte": as_of, "known_batch__lte": known_at}
    row = (
        Assessment.objects.filter(**told).first() or AssessmentHistory.objects.filter(**told).order_by("-as_of").first()
    )
    return Standing(row.standing_grade, row.standing_since) if row else None
