"""What can be asked of the economics of alerts: what each rule's alerts came to, and the alerts behind a figure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from kedun.accounts.company.queries import calendar
from kedun.accounts.scopes import EVERYTHING, Scope
from kedun.assessments.policy import Policy
from kedun.assessments.queries import live_policy
from kedun.facts import queries as facts
from kedun.facts.models import CURRENT
from kedun.facts.queries import customers_in
from kedun.kernel.days import FIRST_DAY, Day
from kedun.review.economics.figures import COUNTED, Figures, Hit, Prices, What, figures
from kedun.review.economics.refusals import AlertPeriodNotPossible, TooManyAlerts
from kedun.review.economics.store import Followed, Question, followed
from kedun.review.economics.worked import worked_minutes
from kedun.review.outcomes import NEVER, Aftermath, Ints, Outcomes, outcomes
from kedun.review.queries import has_matured
from kedun.review.terms import Terms
from kedun.rules.choice import is_on, settled
from kedun.rules.definition import Rule

MOST_ALERTS = 100_000
MOST_DAYS = 3_660
USUAL_DAYS = 365
USUAL_MINUTES = 15
"""What handling an alert takes, until somebody says otherwise."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Alerts opened from a day to a day, judged on terms; `minutes_per_alert`: what handling one takes."""

    first: Day
    last: Day
    terms: Terms
    minutes_per_alert: int = USUAL_MINUTES

    @property
    def prices(self) -> Prices:
        """Give what acting costs and saves."""
        return Prices(self.terms.margin_permille, self.terms.avoided_permille, self.minutes_per_alert)


@dataclass(frozen=True, slots=True)
class OfRule:
    """What a rule's alerts came to. `rule`: as it stands in the policy, None for one that is there no longer."""

    key: str
    rule: Rule | None
    is_on: bool
    figures: Figures


@dataclass(frozen=True, slots=True)
class Economics:
    """All rules that are on or gave alerts, those that net most first; `matured_until`: the last day that can be judged."""

    rules: tuple[OfRule, ...]
    together: Figures
    matured_until: Day | None
    stopped: str


def economics(asked: Asked, scope: Scope = EVERYTHING, *, today: Day) -> Economics:
    """Tell what the alerts of a period came to, for the customers in a scope.

    Raises: AlertPeriodNotPossible, TooManyAlerts.
    """
    hits, matured = hits_of(asked, scope, today=today), _matured_until(asked, today)
    by_rule: dict[str, list[Hit]] = {}
    for hit in hits:
        by_rule.setdefault(hit.rule, []).append(hit)
    policy = live_policy(today).policy
    rules = settled(policy.declared, policy.choice, currency=policy.currency)
    keys = [key for key in rules if key in by_rule or is_on(key, policy.choice)]
    keys += sorted(by_rule.keys() - rules.keys())
    found = [_of_rule(key, rules, policy, figures(by_rule.get(key, ()), asked.prices)) for key in keys]
    found.sort(key=lambda each: (-(each.figures.net_minor or 0), -each.figures.hits))
    together = figures(hits, asked.prices, is_one_rule=False)
    return Economics(tuple(found), together, matured, "orders" if _has_orders(asked.last) else "invoices")


def _of_rule(key: str, rules: Mapping[str, Rule], policy: Policy, found: Figures) -> OfRule:
    return OfRule(key, rules.get(key), key in rules and is_on(key, policy.choice), found)


def hits_behind(asked: Asked, rule: str | None, what: What, scope: Scope = EVERYTHING, *, today: Day) -> Sequence[Hit]:
    """Give the alerts behind a figure of a rule, None: of all rules; newest first.

    Raises: AlertPeriodNotPossible, TooManyAlerts.
    """
    found = [hit for hit in hits_of(asked, scope, today=today, rule=rule) if COUNTED[what](hit)]
    return sorted(found, key=lambda hit: (hit.day, hit.alert_id), reverse=True)


def hits_of(asked: Asked, scope: Scope, *, today: Day, rule: str | None = None) -> list[Hit]:
    """Give the alerts of a period, each with what followed.

    Raises: AlertPeriodNotPossible, TooManyAlerts.
    """
    if not 0 <= asked.last - asked.first < MOST_DAYS:
        raise AlertPeriodNotPossible(most=MOST_DAYS)
    customers = None
    if scope.kind != "all":
        customers = list(customers_in(scope, today).values_list("id", flat=True))
    horizon = asked.terms.horizon_days
    question = Question(asked.first, asked.last, horizon, today, MOST_ALERTS + 1, rule, customers)
    rows = followed(question, has_orders=_has_orders(asked.last))
    if len(rows) > MOST_ALERTS:
        raise TooManyAlerts(most=MOST_ALERTS)
    return _judged(rows, asked.terms, today) if rows else []


def _judged(rows: Sequence[Followed], terms: Terms, today: Day) -> list[Hit]:
    known = has_matured({row.day for row in rows}, today, terms.horizon_days)
    labelled = _labelled(rows, terms)
    is_worked = cache(calendar().is_worked)

    def hit(at: int, row: Followed) -> Hit:
        is_known = row.day in known and not row.is_gone
        bad_on = int(labelled.bad_on[at])
        return Hit(
            alert_id=row.alert_id,
            rule=row.rule,
            customer_id=row.customer_id,
            day=row.day,
            label=int(labelled.label[at]) if is_known else None,
            said_false=row.said_false,
            bad_on=bad_on if is_known and bad_on != NEVER else None,
            loss_minor=int(labelled.loss_minor[at]) if is_known else 0,
            exposure_minor=row.exposure_minor,
            ordered_minor=row.ordered_minor,
            waited_minutes=worked_minutes(row.opened_at, row.first_move_at, is_worked) if row.first_move_at else None,
        )

    return [hit(at, row) for at, row in enumerate(rows)]


def _labelled(rows: Sequence[Followed], terms: Terms) -> Outcomes:
    """Label every alert's customer as back-tests do."""
    after = Aftermath(
        is_already_late=np.array([row.is_already_late for row in rows]),
        late_on=_numbers(row.late_on for row in rows),
        late_open_minor=_numbers(row.late_open_minor for row in rows),
        written_off_on=_numbers(row.written_off_on for row in rows),
        written_off_minor=_numbers(row.written_off_minor for row in rows),
        recovered_minor=_numbers(row.recovered_minor for row in rows),
        was_owed=np.array([row.is_invoiced or row.exposure_minor > 0 for row in rows]),
    )
    return outcomes(after, overdue_loss_permille=terms.overdue_loss_permille)


def _numbers(values: Iterable[int]) -> Ints:
    return np.fromiter(values, dtype=np.int64)


def _matured_until(asked: Asked, today: Day) -> Day | None:
    """Give the last day of the period of which it is known what followed."""
    days = range(asked.first, min(asked.last, today - asked.terms.horizon_days) + 1)
    return max(has_matured(days, today, asked.terms.horizon_days), default=None)


def _has_orders(day: Day) -> bool:
    return facts.supply_at(day, facts.last_batch())["order"].state != "not_supplied"


def period(first: Day | None, last: Day | None, *, today: Day) -> tuple[Day, Day]:
    """Give the period that is meant: up to today, and a year long, unless stated otherwise; days to come tell nothing."""
    end = today if last is None else min(last, today)
    return (max(end - USUAL_DAYS + 1, FIRST_DAY) if first is None else first), end


def customers_named(customers: Collection[int]) -> Mapping[int, tuple[str, str]]:
    """Give code and name of some customers."""
    rows = CURRENT["customer"]._default_manager.filter(id__in=customers).values_list("id", "code", "name")
    return {customer: (code, name) for customer, code, name in rows}
