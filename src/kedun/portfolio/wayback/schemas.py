"""The shapes of a way back. Unit of scores: hundredths of a point, so that they can be compared exactly."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, WithJsonSchema

from kedun.accounts.schemas import Document, Money, Output
from kedun.assessments.wayback.store import State
from kedun.portfolio.change.schemas import SideShown
from kedun.portfolio.lists.schemas import On
from kedun.portfolio.page.schemas import Batch, MomentQuery, Told

Target = Annotated[
    Decimal,
    Field(ge=1, le=100, decimal_places=2),
    WithJsonSchema({"type": "string", "pattern": r"^(100|[1-9][0-9]?(\.[0-9]{1,2})?)$"}),
]


class WayBackQuery(MomentQuery):
    """Up to which score, and by when the customer may be asked to pay."""

    target: Target | None = Field(None, description="In points; where the worst grade ends if none is given")
    pay_by: On | None = Field(None, description="By when what is overdue is to be paid; in ten working days if none")
    names_score: bool = Field(False, description="Whether the letter tells the customer the score")


class WayMark(Output):
    """A score on the way with its grade; null where too little is known."""

    score: int | None
    grade: Told | None


class WayThing(Output):
    """One thing to do. `id`: of the fact of `kind` that it is about, 0 where there is none yet. `words`: what is done.

    `amount`: what is to be paid, ordered or given, null where no money moves or amounts are hidden.
    """

    id: int
    kind: str
    name: str
    words: str
    instalment_no: int
    due_on: date | None
    do_on: date
    overdue_days: int
    amount: Money | None
    currency: str
    is_part: bool


class AmountOf(Output):
    """An amount in one currency."""

    currency: str
    amount: Money | None


class WayStep(Output):
    """What is done together; `without`: the score on the promised day, were it not done. At most 500 items are listed."""

    sort: Told
    do_by: date
    items: list[WayThing]
    count: int
    totals: list[AmountOf]
    without: int | None


class WayItem(Output):
    """A line of the card: today, on the promised day, and what it then still takes off.

    `movers`: the sorts of acts that may move it; `passes`: time alone may. Neither: nobody can change it.
    """

    indicator: str
    label: str
    unit: str
    before: SideShown
    after: SideShown | None
    lost: int
    movers: list[Told]
    passes: bool


class LeftOut(Output):
    """Open items in another currency that the plan cannot ask for."""

    foreign: int


class Letter(Output):
    """What to write to the customer, in one language."""

    language: Literal["zh", "en"]
    text: str


class WayBackDocument(Document):
    """What leads to `target`, or what comes nearest. `then`: on `promised_on` after all steps; `idle`: after none.

    `remarks`: what else to know: a policy to come, bundles, lines that others move too.
    """

    code: str
    name: str
    as_of: date
    known_at: Batch
    known_at_time: datetime | None
    state: State
    words: str
    remarks: list[str]
    target: int
    is_line: bool
    pay_by: date
    promised_on: date | None
    now: WayMark
    then: WayMark | None
    idle: int | None
    steps: list[WayStep]
    totals: list[AmountOf]
    items: list[WayItem]
    signal_points: int
    left_out: LeftOut
    letters: list[Letter]
    currency: str
    masked: list[str]
