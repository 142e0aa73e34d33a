"""Choosing rules: the next version of the choice, live from today; alerts of rules switched off are closed with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import yaml
from django.db import transaction

from kedun.alerts.actions import withdraw
from kedun.alerts.choice.refusals import ChoiceReasonMissing
from kedun.assessments.queries import live_policy, policy_with
from kedun.definitions.actions import POLICY_CHANGED, publish
from kedun.definitions.starter import draft_of
from kedun.facts.queries import last_batch
from kedun.kernel.clock import Clock, FixedClock, clock, today
from kedun.kernel.days import Day
from kedun.kernel.hashing import Json
from kedun.outbox import actions as outbox
from kedun.rules.choice import ALL, RuleChoice, is_on, read_choice, sound
from kedun.rules.definition import Number, RuleSet

KIND = "rule_choice"
LONGEST_REASON = 1_000


@dataclass(frozen=True, slots=True)
class Chosen:
    """What choosing did."""

    version: int
    closed: int


def choose_rules(
    enabled: Sequence[str],
    thresholds: Mapping[str, Mapping[str, Number]],
    *,
    reason: str,
    actor: str,
    seen: int | None = None,
    by_clock: Clock | None = None,
) -> Chosen:
    """Switch on these rules and no others, with these numbers where they differ from the shipped ones.

    `seen`: the version of the choice that the author looked at. The same choice again changes nothing.
    Raises: ChoiceReasonMissing, UnknownRule, UnknownThreshold, ThresholdOutOfRange, ThresholdNotANumber,
    ThresholdNotWhole, DefinitionChangedMeanwhile.
    """
    if not 0 < len(reason.strip()) <= LONGEST_REASON:
        raise ChoiceReasonMissing(most=LONGEST_REASON)
    now = (by_clock or clock()).now()
    on = today(FixedClock(now))
    policy = live_policy(on).policy
    numbers = {rule: dict(values) for rule, values in thresholds.items()}
    given = RuleChoice(enabled=tuple(enabled), thresholds=numbers)
    document = _document(policy.declared, sound(policy.declared, given), policy.choice)
    after = policy_with({KIND: document}, on)
    with transaction.atomic():
        draft = draft_of(yaml.safe_dump(document, allow_unicode=True, sort_keys=True), kind=KIND, key=KIND, file=KIND)
        version = publish(draft, actor=actor, on=on, reason=reason.strip(), seen=seen, at=now)
        closed = withdraw(after.rules.rules, as_of=on, known_at=last_batch(), clock=FixedClock(now), actor=actor)
        outbox.append(POLICY_CHANGED, f"{KIND}:{version}", _news(version, on, now), at=now)
    return Chosen(version, closed)


def _document(rules: RuleSet, choice: RuleChoice, before: RuleChoice) -> dict[str, Json]:
    """Write a choice as its document; all rules on means those to come too."""
    enabled = sorted(key for key in rules.rules if is_on(key, choice))
    values: dict[str, Json] = {}
    for key, chosen in sorted(choice.thresholds.items()):
        others = {
            name: value for name, value in sorted(chosen.items()) if value != rules.rules[key].thresholds[name].value
        }
        if others:
            values[key] = others
    document: dict[str, Json] = {
        "enabled": ALL if len(enabled) == len(rules.rules) else enabled,
        "thresholds": values,
    }
    if before.label is not None:
        document["label"] = {"zh": before.label.zh, "en": before.label.en}
    read_choice(document)
    return document


def _news(version: int, on: Day, at: datetime) -> dict[str, Json]:
    return {"format": 1, "kind": KIND, "version": version, "live_from": on, "at": at.isoformat()}
