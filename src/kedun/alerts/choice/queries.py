"""The rules as users see them: what they ask, with which numbers, for how many customers they fire."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from django.db import connection
from django.db.models import Count

from kedun.accounts.roles import ROLE_WORDS, Role
from kedun.accounts.scopes import Scope
from kedun.alerts.queries import visible
from kedun.alerts.readable import Reader
from kedun.alerts.reading_words import names_in_words
from kedun.alerts.states import NOT_CLOSED
from kedun.assessments.policy import Policy
from kedun.assessments.queries import live_policy
from kedun.definitions.queries import Definition, live
from kedun.expressions import Checked, explain, parse
from kedun.facts.queries import customers_in
from kedun.kernel.days import Day
from kedun.kernel.words import Language, Words
from kedun.rules.choice import is_on, settled, shown
from kedun.rules.definition import Rule, Threshold

ALWAYS = "TRUE"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow:
    """One rule with the chosen numbers in it; `shipped`: the thresholds as the rule states them.

    `fires_now` is None for a rule that is switched off: nobody asks it.
    """

    key: str
    rule: Rule
    is_enabled: bool
    shipped: Mapping[str, Threshold]
    condition: Words
    scope: Words | None
    fires_now: int | None
    open_alerts: int


@dataclass(frozen=True, slots=True)
class RulesPage:
    """All rules, and which choice of them is in force."""

    rules: tuple[RuleRow, ...]
    choice: Definition | None
    currency: str


def rules_page(scope: Scope, *, on: Day) -> RulesPage:
    """Give all rules as they are on a day, counted over the customers in a scope."""
    policy = live_policy(on).policy
    fired, alerts = fires(scope, on), _open_alerts(scope, on)
    rules = settled(policy.declared, policy.choice, currency=policy.currency)
    rows = tuple(
        RuleRow(
            key=key,
            rule=rule,
            is_enabled=is_on(key, policy.choice),
            shipped=policy.declared.rules[key].thresholds,
            condition=in_words(policy, policy.declared.rules[key].when, rule.thresholds),
            scope=None if rule.scope == ALWAYS else in_words(policy, policy.declared.rules[key].scope, rule.thresholds),
            fires_now=fired.get(key, 0) if is_on(key, policy.choice) else None,
            open_alerts=alerts.get(key, 0),
        )
        for key, rule in rules.items()
    )
    return RulesPage(rows, next(iter(live("rule_choice", on=on).values()), None), policy.currency)


def in_words(policy: Policy, text: str, thresholds: Mapping[str, Threshold]) -> Words:
    """Say a condition in the words of both languages; a threshold is said by its value."""
    tree, keys = Checked(parse(text), "boolean", "reading"), policy.indicators.indicators

    def say(language: Language) -> str:
        numbers = {
            name: Words(*(shown(each.value, each.unit, policy.currency, spoken) for spoken in ("zh", "en")))
            for name, each in thresholds.items()
        }
        reader = Reader(lambda name: keys[name].text.unit if name in keys else None, policy.currency, language)
        return explain(reader.readable(tree), language, {**names_in_words(policy), **numbers})

    return Words(say("zh"), say("en"))


def role_label(code: str, language: Language) -> str:
    """Name a role that a rule tells; a role that there is not stands for itself."""
    words = ROLE_WORDS.get(cast("Role", code))
    return words.say(language) if words else code


_FIRES = (
    "SELECT key, SUM(customers)::bigint FROM (SELECT fired, COUNT(*) AS customers FROM assessments_assessment"
    " WHERE customer_id NOT IN (SELECT id FROM facts_customer WHERE is_retracted){narrowed}"
    " GROUP BY fired) alike, jsonb_array_elements_text(fired) AS key GROUP BY key"
)
"""Few customers differ in the set of the rules that fire for them, so sets are counted before they are taken apart."""


def fires(scope: Scope, on: Day) -> Mapping[str, int]:
    """Count, by rule, the customers for whom it fires by the newest assessment; a retracted one counts for nobody."""
    customers: list[int] | None = None
    if scope.kind != "all":
        customers = list(customers_in(scope, on).values_list("id", flat=True))
    with connection.cursor() as cursor:
        if customers is None:
            cursor.execute(_FIRES.format(narrowed=""))
        else:
            cursor.execute(_FIRES.format(narrowed=" AND customer_id = ANY(%s)"), [customers])
        return dict(cursor.fetchall())


def _open_alerts(scope: Scope, on: Day) -> Mapping[str, int]:
    rows = visible(scope, on=on).filter(state__in=NOT_CLOSED).values_list("rule_key").annotate(Count("rule_key"))
    return dict(rows)
