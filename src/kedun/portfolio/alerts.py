"""The alerts of the book with the names of their customers and rules."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kedun.alerts.queries import newest, of_customer
from kedun.alerts.shown import AlertRecord, to_json
from kedun.alerts.states import SEVERITY_WORDS as SEVERITY_WORDS
from kedun.alerts.states import STATE_WORDS, State
from kedun.assessments.queries import live_policy, reporting_currency
from kedun.facts.queries import customer_codes
from kedun.kernel.clock import clock, today
from kedun.kernel.days import to_date
from kedun.kernel.hashing import Json
from kedun.kernel.words import Language
from kedun.portfolio.customer import customer_id
from kedun.portfolio.inbox.shown import View
from kedun.portfolio.said import said

MOST_ROWS = 1000


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
    words = said(live_policy(today(clock())).policy, language)
    view = View(words, reporting_currency(), masks=frozenset(), names={})
    return [_row(each, codes[each.customer_id], view) for each in found]


def _row(alert: AlertRecord, code: str, view: View) -> AlertRow:
    language = view.language
    cells = (
        str(alert.id),
        code,
        view.rule(alert.rule_key).label,
        SEVERITY_WORDS[alert.severity].say(language),
        STATE_WORDS[alert.state].say(language),
        to_date(alert.opened_as_of).isoformat(),
        "; ".join(f"{each.label} {each.text}" for each in view.evidence(alert.evidence)),
    )
    return AlertRow({**to_json(alert), "customer": code}, cells)
