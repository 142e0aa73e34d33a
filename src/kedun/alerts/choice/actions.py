"""Choosing rules: a change that others agree to, or where nobody else could, the next version, live from today."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import yaml
from django.db import transaction

from kedun.accounts.models import Person
from kedun.accounts.roles import Role
from kedun.alerts.actions import withdraw
from kedun.alerts.choice.refusals import ChoiceNeedsPerson, ChoiceReasonMissing
from kedun.alerts.owners import person_of
from kedun.approvals import queries as approvals
from kedun.approvals.authority import needed
from kedun.assessments.policy import Policy
from kedun.assessments.queries import live_policy, policy_with
from kedun.definitions.actions import POLICY_CHANGED, publish
from kedun.definitions.changes import actions as policy_changes
from kedun.definitions.changes import queries as changes
from kedun.definitions.changes.actions import ACTION, LONGEST_TITLE
from kedun.definitions.starter import Draft, draft_of
from kedun.facts.queries import last_batch
from kedun.kernel.clock import Clock, FixedClock, clock, today
from kedun.kernel.days import Day
from kedun.kernel.hashing import Json
from kedun.outbox import actions as outbox
from kedun.rules.choice import ALL, RuleChoice, is_on, read_choice, sound
from kedun.rules.definition import Number, RuleSet

KIND = "rule_choice"
NOBODY = 0
LONGEST_REASON = 1_000


@dataclass(frozen=True, slots=True)
class Chosen:
    """What choosing did: the version in force now, or the change that waits for others and the number of the request."""

    version: int
    closed: int = 0
    change: int | None = None
    approval: int | None = None


def choose_rules(
    enabled: Sequence[str],
    thresholds: Mapping[str, Mapping[str, Number]],
    *,
    reason: str,
    actor: str,
    seen: int | None = None,
    confirmed: bool = False,
    by_clock: Clock | None = None,
) -> Chosen:
    """Switch on these rules and no others, with these numbers where they differ from the shipped ones.

    Where anybody else may approve a change of the policy, or once might, it is one, and waits for them; where nobody ever
    could, it is in force at once, and written down as such. `seen`: the version of the choice that the author looked at.
    `confirmed`: what may be wrong with it was looked at, and is meant. The same choice again changes nothing.
    Raises: ChoiceReasonMissing, UnknownRule, UnknownThreshold, ThresholdOutOfRange, ThresholdNotANumber,
    ThresholdNotWhole, DefinitionChangedMeanwhile, ChoiceNeedsPerson, DoubtsUnconfirmed, and what submitting a change refuses.
    """
    if not 0 < len(reason.strip()) <= LONGEST_REASON:
        raise ChoiceReasonMissing(most=LONGEST_REASON)
    now = (by_clock or clock()).now()
    on = today(FixedClock(now))
    policy = live_policy(on).policy
    numbers = {rule: dict(values) for rule, values in thresholds.items()}
    draft = text_of(policy, RuleChoice(enabled=tuple(enabled), thresholds=numbers))
    maker = person_of(actor)
    if others_who_approve(maker, on):
        return _ask(draft, maker, reason.strip(), seen, confirmed=confirmed)
    policy_changes.weighed([draft], on, confirmed=confirmed)
    return _publish(draft, reason.strip(), actor, seen, now)


def others_who_approve(person_id: int | None, on: Day) -> tuple[Role, ...]:
    """Give the roles of others who could agree to a change of the policy by a person; none where nobody ever could."""
    return approvals.ever_able(needed(changes.authority(on), ACTION, None), but=person_id or NOBODY)


def _ask(draft: Draft, person_id: int | None, reason: str, seen: int | None, *, confirmed: bool) -> Chosen:
    """Make the choice a change of the policy, which waits for others."""
    maker = Person.objects.filter(pk=person_id or NOBODY, is_active=True).first()
    if maker is None:
        raise ChoiceNeedsPerson
    there = changes.newest(KIND, KIND)
    if there is not None and there.sha256 == draft.sha256 and seen in (None, there.version):
        return Chosen(there.version)
    with transaction.atomic():
        begun = policy_changes.begin(maker, reason[:LONGEST_TITLE])
        policy_changes.write(begun.pk, [draft], person=maker, base=seen)
        made = policy_changes.submit(begun.pk, person=maker, reason=reason, live_from=None, confirmed=confirmed)
    return Chosen(there.version if there else 0, change=made.pk, approval=made.request_id)


def _publish(draft: Draft, reason: str, actor: str, seen: int | None, now: datetime) -> Chosen:
    """Put the choice into force, and close the alerts of rules that are switched off with it."""
    on = today(FixedClock(now))
    after = policy_with(policy_changes.read([draft]), on)
    there = changes.newest(KIND, KIND)
    with transaction.atomic():
        version = publish(draft, actor=actor, on=on, reason=reason, seen=seen, at=now)
        if there is None or version != there.version:
            policy_changes.note_alone(actor, f"{KIND}:{KIND}", {f"{KIND}:{KIND}": version}, at=now)
        closed = withdraw(after.rules.rules, as_of=on, known_at=last_batch(), clock=FixedClock(now), actor=actor)
        outbox.append(POLICY_CHANGED, f"{KIND}:{version}", _news(version, on, now), at=now)
    return Chosen(version, closed)


def text_of(policy: Policy, choice: RuleChoice) -> Draft:
    """Write a choice as the text of its definition.

    Raises: UnknownRule, UnknownThreshold, ThresholdOutOfRange, ThresholdNotANumber, ThresholdNotWhole.
    """
    document = _document(policy.declared, sound(policy.declared, choice), policy.choice)
    return draft_of(yaml.safe_dump(document, allow_unicode=True, sort_keys=True), kind=KIND, key=KIND, file=KIND)


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
