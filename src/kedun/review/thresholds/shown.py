"""A search for a threshold as the API and the command line show it."""

from collections.abc import Mapping
from typing import Any

from kedun.alerts.choice.amounts import outside
from kedun.assessments.policy import Policy
from kedun.assessments.queries import live_policy
from kedun.indicators.definition import Unit
from kedun.kernel.clock import clock, today
from kedun.kernel.hashing import Json
from kedun.kernel.money import to_decimal
from kedun.kernel.words import Language
from kedun.review.thresholds.candidates import PREFIX, Tried, best, key_of
from kedun.rules.choice import settled
from kedun.rules.definition import Rule, RuleSet

UNIT_OF_NOTHING: Unit = "count"
"""A threshold that is gone since counts plainly."""

_COUNTS = ("fired", "alerts", "events_caught", "events_missed", "caught", "false_alarms", "late")
_OTHERS = ("lead_days_median", "alerts_per_week_and_person")
_AMOUNTS = ("avoided_minor", "margin_minor", "net_minor")


def candidates(search: Mapping[str, Any], result: Mapping[str, Any]) -> list[dict[str, Json]]:
    """Give what each value would have done, rising; amounts as decimal texts of the reporting currency."""
    flags = {flag["key"]: flag for flag in result["draft"]["flags"] if flag["key"].startswith(PREFIX)}
    currency, rows = result["currency"], [flags[key_of(place)] for place in range(len(search["values"]))]
    tried = [
        Tried(value, row["net_minor"], row["false_alarms"], row["events_caught"])
        for value, row in zip(search["values"], rows, strict=True)
    ]
    now = next(each for each in tried if each.value == search["present"])
    chosen = best(tried, search["present"])
    unit = _unit(search)
    return [
        {
            "key": row["key"],
            "value": outside(each.value, unit, currency),
            "is_present": each is now,
            "is_best": place == chosen,
            **{name: row[name] for name in (*_COUNTS, *_OTHERS)},
            **{name.removesuffix("_minor"): _amount(row[name], currency) for name in _AMOUNTS},
            "net_change": _amount(each.net_minor - now.net_minor, currency),
        }
        for place, (each, row) in enumerate(zip(tried, rows, strict=True))
    ]


def searched(search: Mapping[str, Any], language: Language) -> dict[str, Json]:
    """Name the rule and the threshold of a search, as the policy calls them now."""
    policy = live_policy(today(clock())).policy
    rule = settled_rule(policy, search["rule"])
    threshold = rule.thresholds.get(search["threshold"]) if rule else None
    unit = threshold.unit if threshold else UNIT_OF_NOTHING
    return {
        "rule": {"code": search["rule"], "label": rule.label.words().say(language) if rule else search["rule"]},
        "threshold": {
            "code": search["threshold"],
            "label": threshold.label.words().say(language) if threshold else search["threshold"],
        },
        "currency": policy.currency if unit == "minor" else None,
        "unit": "money" if unit == "minor" else unit,
    }


def _unit(search: Mapping[str, Any]) -> Unit:
    rule = live_policy(today(clock())).policy.declared.rules.get(search["rule"])
    threshold = rule.thresholds.get(search["threshold"]) if rule else None
    return threshold.unit if threshold else UNIT_OF_NOTHING


def _amount(minor: int, currency: str) -> str:
    return format(to_decimal(minor, currency), "f")


def settled_rule(policy: Policy, key: str) -> Rule | None:
    """Give a rule with the chosen numbers in it, switched off or not."""
    declared = policy.declared.rules.get(key)
    if declared is None:
        return None
    return settled(RuleSet({key: declared}), policy.choice, currency=policy.currency)[key]
