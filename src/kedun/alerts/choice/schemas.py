"""The shapes of the rules in the API."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from kedun.accounts.schemas import Choice, Document, Input, Output
from kedun.indicators.definition import Key
from kedun.rules.choice import MOST_RULES
from kedun.rules.definition import MOST_THRESHOLDS

Given = Annotated[Decimal, Field(max_digits=20, decimal_places=10)]


class ThresholdRow(Output):
    """A number in a rule's condition, as a decimal text; money in full units of `currency`, shares as 0 to 1."""

    name: str
    label: str
    unit: str
    currency: str | None
    value: str
    default: str
    min: str
    max: str


class RuleCondition(Output):
    """What a rule asks: in the language of formulas, and in words."""

    text: str
    words: str
    scope_text: str | None
    scope_words: str | None


class RuleListed(Output):
    """One rule; `fires_now` and `open_alerts` count the customers that whoever asks may see.

    `not_carried_out`: what the rule asks for besides telling people, which kedun does not do yet.
    """

    key: str
    label: str
    severity: str
    severity_label: str
    risk_type: str
    risk_type_label: str
    condition: RuleCondition
    cooldown_days: int
    recipients: list[Choice]
    not_carried_out: list[Choice]
    enabled: bool
    thresholds: list[ThresholdRow]
    fires_now: int | None
    open_alerts: int


class ChoiceInForce(Output):
    """Which choice of rules is in force, since when, by whom and why."""

    version: int
    live_from: date
    by: str
    reason: str | None
    at: datetime | None


class RuleList(Document):
    """All rules. `agreed_by`: the roles of others one of whom, or all, must agree to a choice; none: it is in force at once."""

    items: list[RuleListed]
    choice: ChoiceInForce | None
    agreed_by: list[Choice]


class RuleChoiceIn(Input):
    """The rules to be on, thresholds by rule and name where they are to differ, and why. `version`: the one looked at.

    `confirmed`: the doubts it brings are meant.
    """

    enabled: list[Key] = Field(max_length=MOST_RULES)
    thresholds: dict[Key, Annotated[dict[Key, Given], Field(max_length=MOST_THRESHOLDS)]] = Field(
        default_factory=dict, max_length=MOST_RULES
    )
    reason: str = Field(min_length=1, max_length=1000)
    version: int | None = Field(None, ge=0, le=2**31 - 1)
    confirmed: bool = False


class RuleChoiceMade(Document):
    """What choosing did: the version in force, and how many alerts were closed with their rules.

    `change`, `approval`: the change of the policy that waits for others, and their request; null where it is in force.
    """

    version: int
    closed_alerts: int
    change: int | None
    approval: int | None
