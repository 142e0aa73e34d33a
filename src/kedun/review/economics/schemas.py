"""The economics of alerts in the API."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from kedun.accounts.schemas import Choice, Document, Input, Money, Output, PageQuery
from kedun.review.economics.figures import What
from kedun.review.economics.queries import USUAL_MINUTES
from kedun.review.schemas import Horizon
from kedun.review.terms import Permille

Minutes = Annotated[int, Field(ge=0, le=10_000)]
RuleName = Annotated[str, Field(max_length=100)]


class EconomicsTerms(Input):
    """From which day to which alerts opened, a year up to today unless stated, and on which terms they are judged.

    Shares in thousandths; `minutes_per_alert`: what handling an alert takes.
    """

    from_day: date | None = None
    to_day: date | None = None
    horizon_days: Horizon = 180
    margin_permille: Permille = 150
    avoided_permille: Permille = 500
    overdue_loss_permille: Permille = 500
    minutes_per_alert: Minutes = USUAL_MINUTES


class EconomicsAlertsQuery(EconomicsTerms, PageQuery):
    """The alerts behind which figure, of one rule or of all."""

    rule: RuleName | None = None
    what: What = "hits"


class AlertFigures(Output):
    """What alerts came to. `margin`, `net`: null for all rules together, whose alerts stand side by side.

    `minutes` of people's time; `waited_minutes` of working time until somebody did something, at the median.
    """

    hits: int
    right: int
    false: int
    late: int
    unknown: int
    said_false: int
    contradicted: int
    handled: int
    precision: float | None
    events: int
    lead_days_median: float | None
    lead_days_mean: float | None
    exposure: Money
    loss: Money
    avoided: Money
    ordered: Money | None
    margin: Money | None
    net: Money | None
    minutes: int
    waited_minutes: float | None


class ThresholdNamed(Output):
    """A number in a rule that can be moved, with what it is now."""

    name: str
    label: str
    value: str


class RuleEconomics(AlertFigures):
    """What a rule's alerts came to. `advice`: what stands out."""

    key: str
    label: str
    is_on: bool
    advice: Literal["many_false", "too_late"] | None
    thresholds: list[ThresholdNamed]


class EconomicsTermsShown(Output):
    """The terms on which alerts were judged."""

    horizon_days: int
    margin_permille: int
    avoided_permille: int
    overdue_loss_permille: int
    minutes_per_alert: int


class AlertEconomics(Document):
    """What the alerts of a period came to, rule by rule, those that net most first.

    `matured_until`: the last day of the period whose outcome is known; null when none is. `stopped`: whether orders or,
    where none are supplied, invoices were counted as stopped.
    """

    from_day: date
    to_day: date
    currency: str
    terms: EconomicsTermsShown
    matured_until: date | None
    stopped: Literal["orders", "invoices"]
    together: AlertFigures
    items: list[RuleEconomics]


class AlertJudged(Output):
    """An alert with what followed; amounts and the outcome null where that is not known yet."""

    id: int
    code: str
    name: str
    rule: Choice
    opened_on: date
    became: Choice
    outcome: Choice | None
    said_false: bool
    bad_on: date | None
    lead_days: int | None
    loss: Money | None
    exposure: Money
    ordered: Money
    waited_minutes: int | None
