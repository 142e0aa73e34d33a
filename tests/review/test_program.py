"""What two policies share is computed once: the same steps upon the same steps, and nothing that rests on a difference."""

from typing import Any

import pytest

from kedun.assessments.policy import DOCUMENTS, Policy, compile_policy
from kedun.definitions import documents
from kedun.expressions import names_in
from kedun.facts.steps import Layers, Step
from kedun.pipeline.starter import STARTER
from kedun.review.program import Side, bases, own_layers, side


def policy(*, weight: int | None = None, days: int | None = None) -> Policy:
    read: dict[str, Any] = {
        kind: documents.read((STARTER / f"{kind}.yaml").read_text(), file=kind) for kind in DOCUMENTS
    }
    if weight is not None:
        read["scorecard"]["items"][0]["bins"][1]["points"] = weight
    if days is not None:
        read["rules"]["rules"]["overdue_30_days"]["thresholds"]["days"]["value"] = days
    return compile_policy(read)


def steps(layers: Layers) -> dict[str, Step]:
    return {step.name: step for layer in layers for step in layer}


@pytest.mark.parametrize(
    ("draft", "own"),
    [
        pytest.param({"days": 20}, {"rule_overdue_30_days"}, id="a rule that nothing rests on"),
        pytest.param({"weight": 81}, {"score_hundredths"}, id="points that the score rests on"),
        pytest.param({}, set(), id="no difference"),
    ],
)
def test_a_step_is_shared_where_it_and_all_it_rests_on_are_the_same(draft: dict[str, int], own: set[str]) -> None:
    sides: tuple[Side, ...] = (side(policy()), side(policy(**draft)))
    (base,) = bases(sides)
    shared = steps(base.shared)
    all_names = steps(sides[0].layers).keys() | steps(sides[1].layers).keys()
    for each in sides:
        whole, left = steps(each.layers), steps(own_layers(each, base))
        assert own <= left.keys()
        assert bool(left) == bool(own)
        assert whole == {**left, **shared}
        for step in shared.values():
            assert names_in(step.checked.node) & all_names <= shared.keys()
    assert len(shared) > 100


def test_a_policy_alone_shares_nothing() -> None:
    (base,) = bases([side(policy())])
    assert base.shared == ()
