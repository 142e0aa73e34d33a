"""The score of thirty days before, by the same program and the same knowledge."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from kedun.expressions import Name, Type, names_in, substitute
from kedun.facts.steps import Layers, Step, in_layers, needed, types_of
from kedun.indicators.definition import EarlierText, IndicatorSet
from kedun.indicators.measures import Measure
from kedun.indicators.program import IndicatorProgram

DAYS: Final = 30
BEFORE: Final = "score_30d_ago"
PREFIX: Final = "then_"
"""How the names begin of what the earlier score rests on."""

TYPES: Final[Mapping[str, Type]] = {BEFORE: "real"}


def looking_back(texts: IndicatorSet, program: IndicatorProgram, placed: Layers) -> IndicatorSet:
    """Add to an indicator set the earlier measures that the earlier score rests on.

    Measures that rest on background checks stand as they are today: a check says nothing about days before it.
    """
    added = {
        PREFIX + name: EarlierText(measure.key, days_ago)
        for name, (measure, days_ago) in _bases(program, placed).items()
    }
    return replace(texts, earlier={**texts.earlier, **added})


def swing_layers(program: IndicatorProgram, placed: Layers) -> Layers:
    """Give the steps of the earlier score: those of the score under other names, over what stood thirty days before."""
    scored = _scored(program, placed)
    renamed = {name: Name(PREFIX + name) for name in (*types_of(scored), *_bases(program, placed))}
    then = tuple(
        tuple(
            Step(PREFIX + step.name, replace(step.checked, node=substitute(step.checked.node, renamed)))
            for step in layer
        )
        for layer in scored
    )
    return then + in_layers({BEFORE: f"{PREFIX}score"}, {f"{PREFIX}score": "real"}, mode="reading")


def beside(layers: Layers, others: Layers) -> Layers:
    """Lay the steps of others beside those of equal depth, so that an engine nests no deeper for them."""
    return tuple((*ours, *theirs) for ours, theirs in zip_longest(layers, others, fillvalue=()))


def _scored(program: IndicatorProgram, placed: Layers) -> Layers:
    return needed(program.layers + placed, ["score"])


def _bases(program: IndicatorProgram, placed: Layers) -> dict[str, tuple[Measure, int]]:
    """Give what the score rests on and can be looked back to, each with how many days before the as-of day."""
    used = {name for layer in _scored(program, placed) for step in layer for name in names_in(step.checked.node)}
    own = {name: (program.measures[name], DAYS) for name in used & program.measures.keys()}
    earlier = {
        name: (program.earlier[name].measure, program.earlier[name].days_ago + DAYS)
        for name in used & program.earlier.keys()
    }
    return {name: found for name, found in sorted({**own, **earlier}.items()) if not found[0].checks}
