"""Which rules are on, and the numbers in their conditions: chosen by users, put into the rules before they are compiled."""

import re
from collections.abc import Mapping
from dataclasses import field, replace
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, TypeAdapter
from pydantic.dataclasses import dataclass as checked_dataclass

from kedun.expressions import MOST_DIGITS, Node, names_in, parse, substitute, unparse
from kedun.expressions import Literal as Written
from kedun.indicators.definition import Key, Label, Unit, read
from kedun.kernel.money import to_decimal
from kedun.kernel.words import Language
from kedun.rules.definition import Number, Rule, RuleSet, Threshold
from kedun.rules.refusals import (
    ThresholdNameTaken,
    ThresholdNotANumber,
    ThresholdNotWhole,
    ThresholdOutOfRange,
    ThresholdUnused,
    UnknownRule,
    UnknownThreshold,
)

MOST_RULES = 500
ALL = "all"
WAN = 10_000
WHOLE: frozenset[Unit] = frozenset({"minor", "days", "count", "flag"})
"""Units of which a threshold is a whole number."""

_PLACE = re.compile(r"\{([a-z][a-z0-9_]*)\}")


@checked_dataclass(config=ConfigDict(extra="forbid", frozen=True))
class RuleChoice:
    """What users chose: the rules that are on ("all": also those to come), and thresholds other than the shipped ones.

    `thresholds`: values by rule and name. A rule or a threshold that is there no longer is passed over.
    """

    enabled: Literal["all"] | Annotated[tuple[Key, ...], Field(max_length=MOST_RULES)]
    label: Label | None = None
    thresholds: Annotated[dict[Key, dict[Key, Number]], Field(max_length=MOST_RULES)] = field(default_factory=dict)


_READER = TypeAdapter(RuleChoice)


def read_choice(body: Mapping[str, object]) -> RuleChoice:
    """Read a choice of rules. Raises: DefinitionUnreadable."""
    return read(_READER, body)


def chosen(rules: RuleSet, choice: RuleChoice, *, currency: str) -> RuleSet:
    """Give the rules that are on, each with the chosen numbers in condition, scope and label.

    Raises: ThresholdUnused, ThresholdOutOfRange, ThresholdNotWhole, and what parsing refuses.
    """
    return RuleSet({key: rule for key, rule in settled(rules, choice, currency=currency).items() if is_on(key, choice)})


def settled(rules: RuleSet, choice: RuleChoice, *, currency: str) -> dict[str, Rule]:
    """Give all rules, switched off ones too, with the chosen numbers in condition, scope and label.

    A chosen number that no longer fits the bounds of its threshold is passed over: the shipped one stands.
    Raises: as `chosen`, for the numbers that the rules themselves state.
    """
    found = {}
    for key, rule in rules.rules.items():
        for name, each in rule.thresholds.items():
            _fits(key, name, each, each.value)
        found[key] = _with_numbers(key, rule, choice.thresholds.get(key, {}), currency)
    return found


def sound(rules: RuleSet, choice: RuleChoice) -> RuleChoice:
    """Accept a choice that names only rules and thresholds there are, and numbers within their bounds.

    Raises: UnknownRule, UnknownThreshold, ThresholdNotANumber, ThresholdOutOfRange, ThresholdNotWhole.
    """
    named = [*(() if choice.enabled == ALL else choice.enabled), *choice.thresholds]
    for key in named:
        if key not in rules.rules:
            raise UnknownRule(rule=key)
    for key, values in choice.thresholds.items():
        for name, value in values.items():
            threshold = rules.rules[key].thresholds.get(name)
            if threshold is None:
                raise UnknownThreshold(rule=key, name=name)
            if len(Decimal(repr(value)).normalize().as_tuple().digits) > MOST_DIGITS:
                raise ThresholdNotANumber(rule=key, name=name, value=value, digits=MOST_DIGITS)
            _fits(key, name, threshold, value)
    return choice


def is_on(rule: str, choice: RuleChoice) -> bool:
    """Whether a rule is switched on."""
    return choice.enabled == ALL or rule in choice.enabled


def names_are_free(rules: RuleSet, taken: frozenset[str]) -> None:
    """Accept thresholds that no reading shares its name with.

    Raises: ThresholdNameTaken.
    """
    for key, rule in rules.rules.items():
        for name in sorted(rule.thresholds.keys() & taken):
            raise ThresholdNameTaken(name=name, rule=key)


def _with_numbers(key: str, rule: Rule, values: Mapping[str, Number], currency: str) -> Rule:
    thresholds = {name: _set(each, values.get(name, each.value)) for name, each in rule.thresholds.items()}
    if not thresholds:
        return rule
    literals: dict[str, Node] = {name: Written(each.value) for name, each in thresholds.items()}
    when, scope = parse(rule.when), parse(rule.scope)
    for name in sorted(thresholds.keys() - names_in(when) - names_in(scope)):
        raise ThresholdUnused(name=name, rule=key)
    return replace(
        rule,
        when=unparse(substitute(when, literals)),
        scope=unparse(substitute(scope, literals)),
        label=_filled(rule.label, thresholds, currency),
        thresholds=thresholds,
    )


def _set(threshold: Threshold, value: Number) -> Threshold:
    return (
        replace(threshold, value=value) if _is_within(threshold, value) and _is_whole(threshold, value) else threshold
    )


def _fits(rule: str, name: str, threshold: Threshold, value: Number) -> None:
    if not _is_within(threshold, value):
        raise ThresholdOutOfRange(rule=rule, name=name, value=value, low=threshold.min, high=threshold.max)
    if not _is_whole(threshold, value):
        raise ThresholdNotWhole(rule=rule, name=name, value=value)


def _is_within(threshold: Threshold, value: Number) -> bool:
    return threshold.min <= value <= threshold.max


def _is_whole(threshold: Threshold, value: Number) -> bool:
    return threshold.unit not in WHOLE or isinstance(value, int)


def _filled(label: Label, thresholds: Mapping[str, Threshold], currency: str) -> Label:
    def said(text: str, language: Language) -> str:
        def number(found: re.Match[str]) -> str:
            threshold = thresholds.get(found[1])
            return found[0] if threshold is None else shown(threshold.value, threshold.unit, currency, language)

        return _PLACE.sub(number, text)

    return Label(zh=said(label.zh, "zh"), en=said(label.en, "en"))


def shown(value: Number, unit: Unit, currency: str, language: Language) -> str:
    """Write a threshold the way people say it inside a sentence: CNY 50,000, 5万元, 20%, 30."""
    if unit == "minor":
        return _money(to_decimal(int(value), currency), currency, language)
    exact = Decimal(repr(value))
    return f"{_plain(exact * 100)}%" if unit == "share" else _plain(exact)


def _money(amount: Decimal, currency: str, language: Language) -> str:
    if language == "en" or currency != "CNY":
        return f"{currency} {_plain(amount)}"
    return f"{_plain(amount / WAN)}万元" if amount and amount % WAN == 0 else f"{_plain(amount)}元"


def _plain(number: Decimal) -> str:
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
