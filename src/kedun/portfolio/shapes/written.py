"""The JSON Schema of every kind of definition, made from the very classes that read it."""

from collections.abc import Mapping
from typing import Any, Final

from pydantic import TypeAdapter

from kedun.approvals.authority import Authority
from kedun.credit.letters import LetterSet
from kedun.credit.plans import PlanSet
from kedun.credit.strategies import StrategyLibrary
from kedun.definitions.diff_words import KIND_WORDS
from kedun.indicators.definition import IndicatorSet
from kedun.intake.signals.definition import SignalList
from kedun.kernel.hashing import Json
from kedun.kernel.refusals import NotFound
from kedun.rules.choice import RuleChoice
from kedun.rules.definition import RuleSet
from kedun.scorecards.definition import Card, Grading, Matrix, ValueCard

SHAPES: Final[Mapping[str, type[Any]]] = {
    "indicators": IndicatorSet,
    "scorecard": Card,
    "value_card": ValueCard,
    "grading": Grading,
    "matrix": Matrix,
    "rules": RuleSet,
    "rule_choice": RuleChoice,
    "signals": SignalList,
    "authority": Authority,
    "strategies": StrategyLibrary,
    "contingency_plans": PlanSet,
    "letters": LetterSet,
}
"""The class that reads each kind."""

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
FILE: Final = "{kind}.schema.json"


class NoSuchKind(NotFound):
    """There is no kind of definition named {kind}; there are {known}."""

    zh = "没有名为 {kind} 的定义种类；现有：{known}。"


def schema_of(kind: str) -> dict[str, Json]:
    """Give the JSON Schema of a kind of definition.

    Raises: NoSuchKind.
    """
    if kind not in SHAPES:
        raise NoSuchKind(kind=kind[:40], known=", ".join(SHAPES))
    words = KIND_WORDS[kind]
    shape: dict[str, Json] = TypeAdapter(SHAPES[kind]).json_schema()
    return {"$schema": DIALECT, "$id": f"urn:kedun:definition:{kind}", **shape, "title": f"{words.zh} · {words.en}"}
