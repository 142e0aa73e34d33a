"""Rules as steps in the language, and verdicts with the readings they rest on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from kedun.expressions import Type, Value, names_in, parse
from kedun.facts.steps import Layers, in_layers
from kedun.rules.definition import Rule, RuleSet

VerdictName = Literal["fired", "clear", "unknown"]
PREFIX = "rule_"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule says of a customer. `evidence`: every reading that its condition names."""

    rule: str
    verdict: VerdictName
    evidence: Mapping[str, Value]


def rule_layers(rules: RuleSet, known: Mapping[str, Type]) -> Layers:
    """Turn every rule into a boolean step `rule_<key>`; null is unknown."""
    texts = {PREFIX + key: f"({rule.scope}) AND ({rule.when})" for key, rule in rules.rules.items()}
    return in_layers(texts, known, mode="reading")


def evidence_names(rule: Rule) -> frozenset[str]:
    """Give the readings that a rule rests on."""
    return names_in(parse(rule.when)) | names_in(parse(rule.scope))


def verdict_name(value: Value) -> VerdictName:
    """Read a rule's truth value: true is fired, false is clear, null is unknown."""
    return "unknown" if value is None else "fired" if value is True else "clear"


def verdicts(rules: Mapping[str, frozenset[str]], row: Mapping[str, Value]) -> tuple[Verdict, ...]:
    """Read all verdicts from a computed row. `rules`: the evidence names by rule key."""
    return tuple(
        Verdict(key, verdict_name(row[PREFIX + key]), {name: row[name] for name in sorted(names)})
        for key, names in rules.items()
    )
