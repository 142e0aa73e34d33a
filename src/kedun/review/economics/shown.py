"""The economics of alerts as the API and the command line show them."""

from collections.abc import Mapping, Sequence
from typing import Literal, cast

from kedun.accounts.schemas import Choice
from kedun.accounts.scopes import EVERYTHING, Scope
from kedun.assessments.queries import live_policy, reporting_currency
from kedun.kernel.days import Day, to_date
from kedun.kernel.money import Minor, to_decimal
from kedun.kernel.words import Language
from kedun.review.economics.figures import Figures, Hit
from kedun.review.economics.queries import Asked, OfRule, customers_named, economics
from kedun.review.economics.schemas import (
    AlertEconomics,
    AlertFigures,
    AlertJudged,
    EconomicsTermsShown,
    RuleEconomics,
    ThresholdNamed,
)
from kedun.review.economics.words import BECAME_WORDS
from kedun.review.outcomes import LABELS
from kedun.review.words import OUTCOME_WORDS
from kedun.rules.choice import settled, shown


def document(asked: Asked, scope: Scope = EVERYTHING, *, today: Day, language: Language) -> AlertEconomics:
    """Tell what the alerts of a period came to.

    Raises: AlertPeriodNotPossible, TooManyAlerts.
    """
    found, currency = economics(asked, scope, today=today), reporting_currency()
    terms = {**asked.terms.stated(), "minutes_per_alert": asked.minutes_per_alert}
    return AlertEconomics(
        from_day=to_date(asked.first),
        to_day=to_date(asked.last),
        currency=currency,
        terms=EconomicsTermsShown.model_validate(terms),
        matured_until=None if found.matured_until is None else to_date(found.matured_until),
        stopped=cast("Literal['orders', 'invoices']", found.stopped),
        together=AlertFigures.model_validate(_figures(found.together, currency)),
        items=[_rule(each, currency, language) for each in found.rules],
    )


def _rule(of: OfRule, currency: str, language: Language) -> RuleEconomics:
    thresholds = of.rule.thresholds if of.rule is not None else {}
    return RuleEconomics.model_validate(
        {
            **_figures(of.figures, currency),
            "key": of.key,
            "label": of.rule.label.words().say(language) if of.rule is not None else of.key,
            "is_on": of.is_on,
            "advice": of.figures.advice,
            "thresholds": [
                ThresholdNamed(
                    name=name,
                    label=each.label.words().say(language),
                    value=shown(each.value, each.unit, currency, language),
                )
                for name, each in thresholds.items()
            ],
        }
    )


def _figures(of: Figures, currency: str) -> dict[str, object]:
    counts = ("hits", "right", "false", "late", "unknown", "said_false", "contradicted", "handled", "events")
    others = ("precision", "lead_days_median", "lead_days_mean", "minutes", "waited_minutes")
    amounts = ("exposure", "loss", "avoided", "ordered", "margin", "net")
    return {
        **{name: getattr(of, name) for name in (*counts, *others)},
        **{name: _money(getattr(of, f"{name}_minor"), currency) for name in amounts},
    }


def _money(minor: Minor | None, currency: str) -> object:
    return None if minor is None else to_decimal(minor, currency)


def rule_labels(on: Day, language: Language) -> Mapping[str, str]:
    """Give what every rule of the policy is called, switched off ones too."""
    policy = live_policy(on).policy
    rules = settled(policy.declared, policy.choice, currency=policy.currency)
    return {key: rule.label.words().say(language) for key, rule in rules.items()}


def judged(hits: Sequence[Hit], *, on: Day, language: Language) -> list[AlertJudged]:
    """Show alerts with what followed each."""
    labels, currency = rule_labels(on, language), reporting_currency()
    named = customers_named({hit.customer_id for hit in hits})
    return [_judged(hit, labels.get(hit.rule, hit.rule), named[hit.customer_id], currency, language) for hit in hits]


def _judged(hit: Hit, rule: str, named: tuple[str, str], currency: str, language: Language) -> AlertJudged:
    label = None if hit.label is None else LABELS[hit.label]
    return AlertJudged(
        id=hit.alert_id,
        code=named[0],
        name=named[1],
        rule=Choice(code=hit.rule, label=rule),
        opened_on=to_date(hit.day),
        became=Choice(code=hit.became, label=BECAME_WORDS[hit.became].say(language)),
        outcome=None if label is None else Choice(code=label, label=OUTCOME_WORDS[label].say(language)),
        said_false=hit.said_false,
        bad_on=None if hit.bad_on is None else to_date(hit.bad_on),
        lead_days=None if hit.bad_on is None else hit.bad_on - hit.day,
        loss=None if label is None else to_decimal(hit.loss_minor, currency),
        exposure=to_decimal(hit.exposure_minor, currency),
        ordered=to_decimal(hit.ordered_minor, currency),
        waited_minutes=hit.waited_minutes,
    )
