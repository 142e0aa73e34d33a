"""Looks for a better value of a rule's threshold on the past, and drafts the change; nothing is ever applied by itself."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, cast

import yaml

from kedun.accounts.models import Person
from kedun.alerts.choice.actions import text_of
from kedun.alerts.choice.amounts import inside
from kedun.assessments.policy import Policy
from kedun.assessments.queries import live_policy
from kedun.definitions import documents
from kedun.definitions.changes import actions as changes
from kedun.definitions.changes.actions import LONGEST_TITLE
from kedun.definitions.changes.refusals import NothingChanges
from kedun.definitions.queries import live
from kedun.expressions import MOST_DIGITS
from kedun.kernel.clock import clock, today
from kedun.kernel.days import Day
from kedun.kernel.hashing import Json
from kedun.kernel.progress import Progress
from kedun.kernel.words import Language, Words
from kedun.review import actions, queries
from kedun.review.actions import Wish
from kedun.review.refusals import NoSuchCandidate, NotASearch, NotDone, NothingToMove
from kedun.review.terms import Terms
from kedun.review.thresholds.candidates import key_of, reading_of, values
from kedun.review.thresholds.shown import candidates, settled_rule
from kedun.rules.choice import RuleChoice, shown
from kedun.rules.definition import Number, Rule, Threshold
from kedun.rules.refusals import ThresholdNotANumber, UnknownRule, UnknownThreshold

TITLE = Words("{rule}：{threshold} {old} → {new}", "{rule}: {threshold} {old} → {new}")


def wish(rule: str, threshold: str | None, terms: Terms, days: Sequence[Day] = ()) -> Wish:
    """Put together what is to be tried: the rule once for each value.

    Raises: UnknownRule, UnknownThreshold, NothingToMove.
    """
    policy = live_policy(today(clock())).policy
    of, name = _rule(policy, rule), threshold
    if name is None:
        name = next((each for each in of.thresholds if reading_of(policy.declared.rules[rule], each)), None)
        name = name or next(iter(of.thresholds), None)
    if name is None:
        raise NothingToMove(rule=rule)
    present = _threshold(of, rule, name)
    reading = reading_of(policy.declared.rules[rule], name)
    tried = values(queries.readings(reading) if reading else (), present)
    if len(tried) < 2:
        raise NothingToMove(rule=rule)
    search: dict[str, Json] = {"rule": rule, "threshold": name, "present": present.value, "values": list(tried)}
    return Wish(terms, texts=_texts(rule, name, of, tried), days=days, search=search)


def _texts(rule: str, name: str, of: Rule, tried: Sequence[Number]) -> dict[str, str]:
    """Write the rule once for each value, and nothing else, as documents of the policy."""
    body: Any = documents.read(next(iter(live("rules").values())).body, file="rules")
    written: dict[str, Any] = {}
    for place, value in enumerate(tried):
        one = deepcopy(body["rules"][rule])
        for each, threshold in of.thresholds.items():
            one["thresholds"][each]["value"] = value if each == name else threshold.value
        written[key_of(place)] = one
    every: dict[str, Json] = {"enabled": "all", "thresholds": {}}
    return {
        "rules": yaml.safe_dump({"rules": written}, allow_unicode=True, sort_keys=False),
        "rule_choice": yaml.safe_dump(every),
    }


def try_now(wanted: Wish, *, folder: Path, progress: Progress) -> dict[str, Json]:
    """Try other values at once, for the command line: the document of the candidates.

    Raises: what a back-test refuses.
    """
    search = wanted.search
    assert search is not None, "made by `wish`"
    told = candidates(search, actions.try_now(wanted, folder=folder, progress=progress))
    return {"format": 1, "rule": search["rule"], "threshold": search["threshold"], "candidates": cast("Json", told)}


def draft(number: int, key: str, *, person: Person) -> int:
    """Draft the change to a value that a search tried; gives the number of the change.

    Raises: BacktestMissing, NotASearch, NotDone, NoSuchCandidate, NothingChanges, UnknownRule, UnknownThreshold, and what
    choosing rules refuses.
    """
    found = queries.backtest(number)
    if found.search is None:
        raise NotASearch
    if found.result is None:
        raise NotDone
    by_key = {key_of(place): value for place, value in enumerate(found.search["values"])}
    if key not in by_key:
        raise NoSuchCandidate(key=key)
    rule, threshold = str(found.search["rule"]), str(found.search["threshold"])
    change, sha256 = _drafted(rule, threshold, by_key[key], person)
    actions.remember_draft(number, change, sha256)
    return change


def draft_value(rule: str, threshold: str | None, written: str, *, person: Person) -> int:
    """Draft the change of a threshold to a value as people write it; gives the number of the change.

    Raises: as `draft`, ThresholdNotANumber, TooManyDecimals.
    """
    policy = live_policy(today(clock())).policy
    name = threshold or next(iter(_rule(policy, rule).thresholds), None)
    if name is None:
        raise NothingToMove(rule=rule)
    unit = _threshold(_rule(policy, rule), rule, name).unit
    return _drafted(rule, name, inside(_number(rule, name, written), unit, policy.currency), person)[0]


def _number(rule: str, name: str, written: str) -> Decimal:
    try:
        number = Decimal(written)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise ThresholdNotANumber(rule=rule, name=name, value=written[:40], digits=MOST_DIGITS)
    return number


def _drafted(rule: str, name: str, value: Number, person: Person) -> tuple[int, str]:
    policy = live_policy(today(clock())).policy
    of = _rule(policy, rule)
    before = _threshold(of, rule, name)
    if value == before.value:
        raise NothingChanges
    others = {key: dict(numbers) for key, numbers in _known(policy).thresholds.items()}
    others[rule] = {**others.get(rule, {}), name: value}
    text = text_of(policy, replace(_known(policy), thresholds=others))
    made = changes.begin(person, _title(of, before, value, policy.currency, cast("Language", person.language)))
    changes.write(made.pk, [text], person=person)
    return made.pk, text.sha256


def _title(of: Rule, before: Threshold, value: Number, currency: str, language: Language) -> str:
    said = TITLE.say(
        language,
        rule=of.label.words().say(language),
        threshold=before.label.words().say(language),
        old=shown(before.value, before.unit, currency, language),
        new=shown(value, before.unit, currency, language),
    )
    return said[:LONGEST_TITLE]


def _known(policy: Policy) -> RuleChoice:
    """Give the choice in force without what it says of rules and thresholds that are there no longer."""
    rules, choice = policy.declared.rules, policy.choice
    numbers = {
        key: {name: value for name, value in values.items() if name in rules[key].thresholds}
        for key, values in choice.thresholds.items()
        if key in rules
    }
    enabled = choice.enabled if choice.enabled == "all" else tuple(key for key in choice.enabled if key in rules)
    return RuleChoice(enabled=enabled, label=choice.label, thresholds=numbers)


def _rule(policy: Policy, key: str) -> Rule:
    found = settled_rule(policy, key)
    if found is None:
        raise UnknownRule(rule=key)
    return found


def _threshold(rule: Rule, key: str, name: str) -> Threshold:
    found = rule.thresholds.get(name)
    if found is None:
        raise UnknownThreshold(rule=key, name=name)
    return found
