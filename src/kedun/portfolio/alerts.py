"""The alerts of the book with the names of their customers and rules."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kedun.alerts.queries import newest, of_customer
from kedun.alerts.shown import AlertRecord, to_json
from kedun.alerts.states import STATE_WORDS, Severity, State
from kedun.assessments.policy import Policy
from kedun.assessments.queries import live_policy
from kedun.facts.queries import customer_codes
from kedun.indicators.definition import Unit
from kedun.kernel.clock import clock, today
from kedun.kernel.days import to_date
from kedun.kernel.hashing import Json
from kedun.kernel.words import Language, Words
from kedun.portfolio.customer import customer_id
from kedun.portfolio.words import number_text

MOST_ROWS = 1000
SEVERITY_WORDS: Mapping[Severity, Words] = {
    "low": Words("低", "low"),
    "medium": Words("中", "medium"),
    "high": Words("高", "high"),
    "critical": Words("严重", "critical"),
}

PLACE_WORDS: Mapping[str, Words] = {
    "score": Words("健康度评分", "Health score"),
    "grade": Words("风险等级", "Risk grade"),
    "quadrant": Words("象限", "Quadrant"),
}
"""What rules may name besides indicators."""


@dataclass(frozen=True, slots=True)
class AlertRow:
    """One alert: as a document for programs, as cells for people."""

    document: Mapping[str, Json]
    cells: tuple[str, ...]


def alert_rows(states: Sequence[State], *, customer: str | None, language: Language) -> list[AlertRow]:
    """Give the newest alerts in some states, of one customer or of all.

    Raises: UnknownCustomer.
    """
    if customer is None:
        found = newest(states=states, limit=MOST_ROWS)
    else:
        found = tuple(each for each in of_customer(customer_id(customer), limit=MOST_ROWS) if each.state in states)
    codes = customer_codes({each.customer_id for each in found})
    policy = live_policy(today(clock())).policy
    return [_row(each, codes[each.customer_id], policy, language) for each in found]


def _row(alert: AlertRecord, code: str, policy: Policy, language: Language) -> AlertRow:
    rule = policy.rules.rules.get(alert.rule_key)
    cells = (
        str(alert.id),
        code,
        rule.label.words().say(language) if rule else alert.rule_key,
        SEVERITY_WORDS[alert.severity].say(language),
        STATE_WORDS[alert.state].say(language),
        to_date(alert.opened_as_of).isoformat(),
        "; ".join(_evidence(name, value, policy, language) for name, value in alert.evidence.items()),
    )
    return AlertRow({**to_json(alert), "customer": code}, cells)


def _evidence(name: str, value: Json, policy: Policy, language: Language) -> str:
    """Write one reading that an alert rests on: its label and its value."""
    known = policy.indicators.indicators.get(name)
    if known is None:
        return f"{PLACE_WORDS[name].say(language) if name in PLACE_WORDS else name} {value}"
    unit: Unit = known.text.unit
    reading = {"value": value, "unit": "minor:CNY" if unit == "minor" else unit}
    return f"{known.text.label.words().say(language)} {number_text(reading, language)}"
