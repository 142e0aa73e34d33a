"""The rules under /api/v1: see them, choose them."""

from kedun.accounts.api import Request, Router, actor, language, scope
from kedun.accounts.queries import actor_names
from kedun.accounts.schemas import Choice
from kedun.alerts.choice import actions
from kedun.alerts.choice.amounts import numbers, outside
from kedun.alerts.choice.queries import RuleRow, role_label, rules_page
from kedun.alerts.choice.schemas import (
    ChoiceInForce,
    RuleChoiceIn,
    RuleChoiceMade,
    RuleCondition,
    RuleList,
    RuleListed,
    ThresholdRow,
)
from kedun.alerts.owners import person_of
from kedun.alerts.states import RISK_TYPE_WORDS, SEVERITY_WORDS
from kedun.approvals.authority import NoAuthority
from kedun.assessments.queries import live_policy
from kedun.definitions.queries import Definition
from kedun.kernel.clock import clock, today
from kedun.kernel.days import to_date
from kedun.kernel.words import Language
from kedun.rules.definition import ACTION_WORDS, Threshold, not_carried_out

router = Router("alerts")


@router.get("/rules", response=RuleList)
def rules(request: Request) -> RuleList:
    """List every rule: what it asks in words, its thresholds, for how many customers it fires."""
    spoken = language(request)
    found = rules_page(scope(request), on=today(clock()))
    return RuleList(
        items=[_row(each, found.currency, spoken) for each in found.rules],
        choice=_choice(found.choice) if found.choice else None,
        agreed_by=_agreed_by(request),
    )


@router.put("/rule-choice", response=RuleChoiceMade)
def choose_rules(request: Request, choice: RuleChoiceIn) -> RuleChoiceMade:
    """Switch rules on and off and set their thresholds.

    Where others may approve changes of the policy, it waits for them as one; where nobody else may, it is in force from
    today on, and alerts of rules switched off are closed.
    """
    policy = live_policy(today(clock())).policy
    done = actions.choose_rules(
        choice.enabled,
        numbers(policy.declared, choice.thresholds, policy.currency),
        reason=choice.reason,
        actor=actor(request),
        seen=choice.version,
        confirmed=choice.confirmed,
    )
    return RuleChoiceMade(version=done.version, closed_alerts=done.closed, change=done.change, approval=done.approval)


def _agreed_by(request: Request) -> list[Choice]:
    spoken = language(request)
    try:
        roles = actions.others_who_approve(person_of(actor(request)), today(clock()))
    except NoAuthority:  # said to whoever makes a choice; those who only look are not kept from it
        return []
    return [Choice(code=role, label=role_label(role, spoken)) for role in roles]


def _choice(found: Definition) -> ChoiceInForce:
    names = actor_names([found.author])
    return ChoiceInForce(
        version=found.version,
        live_from=to_date(found.live_from),
        by=names.get(found.author, found.author),
        reason=found.reason or None,
        at=found.created_at,
    )


def _row(row: RuleRow, currency: str, spoken: Language) -> RuleListed:
    rule = row.rule
    return RuleListed(
        key=row.key,
        label=rule.label.words().say(spoken),
        severity=rule.severity,
        severity_label=SEVERITY_WORDS[rule.severity].say(spoken),
        risk_type=rule.risk_type,
        risk_type_label=RISK_TYPE_WORDS[rule.risk_type].say(spoken),
        condition=RuleCondition(
            text=rule.when,
            words=row.condition.say(spoken),
            scope_text=rule.scope if row.scope else None,
            scope_words=row.scope.say(spoken) if row.scope else None,
        ),
        cooldown_days=rule.cooldown_days,
        recipients=[Choice(code=code, label=role_label(code, spoken)) for code in rule.recipients],
        not_carried_out=[Choice(code=code, label=ACTION_WORDS[code].say(spoken)) for code in not_carried_out(rule)],
        enabled=row.is_enabled,
        thresholds=[
            _threshold(name, each, row.shipped[name], currency, spoken) for name, each in rule.thresholds.items()
        ],
        fires_now=row.fires_now,
        open_alerts=row.open_alerts,
    )


def _threshold(name: str, chosen: Threshold, shipped: Threshold, currency: str, spoken: Language) -> ThresholdRow:
    is_money = chosen.unit == "minor"
    return ThresholdRow(
        name=name,
        label=chosen.label.words().say(spoken),
        unit="money" if is_money else chosen.unit,
        currency=currency if is_money else None,
        value=outside(chosen.value, chosen.unit, currency),
        default=outside(shipped.value, shipped.unit, currency),
        min=outside(shipped.min, shipped.unit, currency),
        max=outside(shipped.max, shipped.unit, currency),
    )
