"""Back-tests in the API."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from kedun.accounts.schemas import Choice, Document, Id, Input, Money, Output, PageQuery
from kedun.definitions.documents import MOST_BYTES
from kedun.review.queries import Side, What
from kedun.review.terms import MOST_DAYS, Permille

KindName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,63}$")]
Body = Annotated[str, Field(max_length=MOST_BYTES)]
Horizon = Annotated[int, Field(ge=30, le=730)]


class BacktestTerms(Input):
    """What acting costs and saves. Shares in thousandths; days; people who share the alerts."""

    horizon_days: Horizon = 180
    margin_permille: Permille = 150
    avoided_permille: Permille = 500
    overdue_loss_permille: Permille = 500
    people: Annotated[int, Field(ge=1, le=10_000)] = 1


class ThresholdSearchIn(Input):
    """Of which rule other values are to be tried; of the first threshold that a reading is compared with, unless one is named."""

    rule: Annotated[str, Field(max_length=100)]
    threshold: Annotated[str | None, Field(max_length=100)] = None


class BacktestIn(Input):
    """What to try: a change, or documents by kind, or the policy in force alone; over which month-ends.

    The last that matured when left out. `search`: other values of a threshold, each as a rule of its own.
    """

    search: ThresholdSearchIn | None = None

    change: Id | None = None
    documents: dict[KindName, Body] = Field({}, max_length=10)
    days: list[date] = Field([], max_length=MOST_DAYS)
    terms: BacktestTerms = BacktestTerms()


class BacktestTermsShown(Output):
    """The terms of a back-test."""

    horizon_days: int
    margin_permille: int
    avoided_permille: int
    overdue_loss_permille: int
    people: int


class ThresholdSearched(Output):
    """Of which rule and threshold other values were tried."""

    rule: Choice
    threshold: Choice
    currency: str | None
    unit: str


class ThresholdCandidate(Output):
    """What a rule would have done with a value of its threshold; `net_change`: against the value there was.

    `is_best`: the value to propose, where any nets more than the present one.
    """

    key: str
    value: str
    is_present: bool
    is_best: bool
    fired: int
    alerts: int
    events_caught: int
    events_missed: int
    caught: int
    false_alarms: int
    late: int
    lead_days_median: float | None
    alerts_per_week_and_person: float
    avoided: Money
    margin: Money
    net: Money
    net_change: Money


class CandidateIn(Input):
    """The value to draft, by its key."""

    key: Annotated[str, Field(max_length=40)]


class ThresholdDrafted(Document):
    """The change of the policy that was drafted; nothing is in force before others agree."""

    change: int


class BacktestLine(Output):
    """A back-test in a list. `done` of `total` days are folded. `search`: the threshold of which values were tried."""

    id: int
    by: str
    change: int | None
    kinds: list[str]
    state: Choice
    done: int
    total: int
    first_day: date
    last_day: date
    created_at: datetime
    finished_at: datetime | None
    sha256: str
    problem: str | None
    search: ThresholdSearched | None


class BacktestDay(Output):
    """A day that was looked at: customers in the book by what became of them, and amounts."""

    day: date
    customers: int
    idle: int
    paid: int
    recovered: int
    overdue_90: int
    written_off: int
    already: int
    exposure: Money
    loss: Money
    ordered: Money
    hidden: Money


class BacktestTotals(Output):
    """All days together. `identified_share`: of what was ordered, the part of which it is known how it ended."""

    events: int
    loss: Money
    ordered: Money
    hidden: Money
    identified_share: float | None


class BacktestFlag(Output):
    """What one rule, grade or indicator would have done; amounts in the reporting currency."""

    kind: str
    key: str
    label: str
    fired: int
    caught: int
    missed: int
    false_alarms: int
    late: int
    unknown: int
    alerts: int
    alerts_right: int
    alerts_false: int
    alerts_late: int
    alerts_per_week_and_person: float
    events_caught: int
    events_missed: int
    lead_days_median: float | None
    lead_days_mean: float | None
    loss_caught: Money
    loss_missed: Money
    avoided: Money
    stopped: Money
    margin: Money
    net: Money
    hidden: Money
    net_low: Money
    net_high: Money
    precision: float | None
    recall: float | None


class BacktestCutOff(Output):
    """What stopping everybody below a score would have done."""

    below: int
    fired: int
    false_alarms: int
    events_caught: int
    loss_caught: Money
    avoided: Money
    stopped: Money
    margin: Money
    net: Money


class BacktestLead(Output):
    """A place in the league: how long before the outcome it fired."""

    kind: str
    key: str
    label: str
    lead_days_median: float | None
    lead_days_mean: float | None
    events_caught: int
    precision: float | None


class BacktestSide(Output):
    """The figures of one policy."""

    policy: str
    flags: list[BacktestFlag]
    frontier: list[BacktestCutOff]
    best_cut_off: int
    break_even_cut_off: int
    break_even_loss_rate: float | None
    league: list[BacktestLead]


class BacktestChange(Output):
    """What the draft changes: differences to the live policy; customers on days gained and lost, and how many turned bad."""

    kind: str
    key: str
    label: str
    is_new: bool
    is_gone: bool
    events_caught: int
    alerts: int
    avoided: Money
    margin: Money
    net: Money
    gained: int
    gained_bad: int
    lost: int
    lost_bad: int


class BacktestResult(Output):
    """What came out. `stopped`: whether orders or, where none are supplied, invoices were counted as stopped."""

    currency: str
    known_batch: int
    few_points: int
    stopped: str
    days: list[BacktestDay]
    totals: BacktestTotals
    live: BacktestSide
    draft: BacktestSide | None = None
    changes: list[BacktestChange]


class BacktestDocument(BacktestLine, Document):
    """A back-test with its result, once there is one."""

    terms: BacktestTermsShown
    result: BacktestResult | None
    candidates: list[ThresholdCandidate]


class BacktestDays(Document):
    """The month-ends that can be looked at, the earliest first."""

    days: list[date]


class BacktestDaysQuery(Input):
    """How far what followed has to be known."""

    horizon_days: Horizon = 180


class BehindQuery(PageQuery):
    """Which figure: of which side, which flag, what it counts; on one day, or on all."""

    side: Side = "draft"
    kind: str = Field(max_length=20)
    key: str = Field(max_length=100)
    what: What = "fired"
    day: date | None = None


class CustomerBehind(Output):
    """A customer behind a figure, as of a day. Scores in points."""

    code: str
    name: str
    day: date
    outcome: Choice
    bad_on: date | None
    loss: Money
    exposure: Money
    live_score: float | None
    draft_score: float | None
