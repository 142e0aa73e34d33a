"""Texts of rules and indicators in the words people use, each rule by itself, so that one mistake hides nothing else."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from kedun.alerts.choice.queries import in_words
from kedun.assessments.policy import Policy
from kedun.expressions import Type, check, parse
from kedun.facts.steps import types_of
from kedun.kernel.hashing import Json
from kedun.kernel.refusals import Invalid, Refusal
from kedun.kernel.words import Language
from kedun.rules.builder import Group, tree
from kedun.rules.choice import settled
from kedun.rules.definition import Rule, RuleSet, Threshold, read_rules


class NotACondition(Invalid):
    """The condition gives a {type}; a condition holds or does not, such as overdue_days_max > 30."""

    zh = "条件的结果是 {type}；条件应当是成立或不成立，例如 overdue_days_max > 30。"


@dataclass(frozen=True, slots=True)
class Said:
    """A condition in words, as lines where it can be, or what is wrong with it."""

    words: str | None
    tree: Group | None
    problem: str | None


@dataclass(frozen=True, slots=True)
class SaidRule:
    """A rule in words."""

    key: str
    label: str
    when: Said
    scope: Said


def rules_said(document: Mapping[str, Json], policy: Policy, language: Language) -> Iterator[SaidRule]:
    """Say every rule of a text. `policy`: what names there are, and the numbers that users chose.

    Raises: DefinitionUnreadable.
    """
    types = {**policy.indicators.types, **types_of(policy.layers)}
    for key, rule in read_rules(document).rules.items():
        filled = rule
        with suppress(Refusal):  # said by the condition it concerns
            filled = settled(RuleSet({key: rule}), policy.choice, currency=policy.currency)[key]
        label, thresholds = filled.label.words().say(language), filled.thresholds
        yield SaidRule(
            key,
            label,
            _said(rule.when, rule, thresholds, policy, types, language),
            _said(rule.scope, rule, thresholds, policy, types, language),
        )


def _said(
    text: str,
    rule: Rule,
    thresholds: Mapping[str, Threshold],
    policy: Policy,
    types: Mapping[str, Type],
    language: Language,
) -> Said:
    numbers: Mapping[str, Type] = dict.fromkeys(rule.thresholds, "real")
    try:
        node = parse(text)
        checked = check(node, {**types, **numbers}, mode="reading")
        if checked.type != "boolean":
            raise NotACondition(type=checked.type)
    except Refusal as refusal:
        return Said(None, None, refusal.say(language))
    return Said(in_words(policy, text, thresholds).say(language), tree(node), None)
