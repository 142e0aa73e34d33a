"""The shapes of the figures of the book."""

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from kedun.accounts.schemas import Document, Money, Output
from kedun.portfolio.page.schemas import Batch, MomentQuery

MONTHS = 12
MOST_MONTHS = 24


class PortfolioCourseQuery(MomentQuery):
    """From which day, and how many month-ends before it."""

    months: int = Field(MONTHS, ge=1, le=MOST_MONTHS, description="Month-ends before the day")


class PortfolioFigure(Output):
    """One figure: a value, or why there is none; `is_more`: it is more than the value, the sales known end there.

    `query` opens the customers behind it in their list, as far as the list can; null where it cannot.
    """

    key: str
    label: str
    unit: Literal["days", "multiple", "share"]
    value: float | None
    is_more: bool
    missing: str | None
    missing_words: str | None
    formula_words: str
    query: str | None


class PortfolioAge(Output):
    """Open money of one age: what of it rolls on within 30 days, what is likely to be lost, who owes it."""

    bucket: str
    label: str
    amount: Money | None
    share: float | None
    roll_rate: float | None
    loss_rate: float | None
    expected_loss: Money | None
    query: str | None


class PortfolioDebtor(Output):
    """One of the largest debtors: a customer by its code, or a group by its name; `query` lists its customers."""

    code: str | None
    group: str | None
    amount: Money | None
    share: float
    query: str | None


class PortfolioRegion(Output):
    """What the customers of a region owe; "" where none is known."""

    region: str
    amount: Money | None
    share: float
    query: str | None


class PortfolioFigures(Document):
    """The figures of the book within one's scope.

    `without_rate`: open items that have no exchange rate and are in no figure. `data_from`: the first day of the data.
    """

    as_of: date
    known_at: Batch
    known_at_time: datetime | None
    is_past: bool
    data_from: date | None
    figures: list[PortfolioFigure]
    receivable: Money | None
    sales_12m: Money | None
    written_off_12m: Money | None
    expected_loss: Money | None
    ageing: list[PortfolioAge]
    largest: list[PortfolioDebtor]
    regions: list[PortfolioRegion]
    without_rate: int
    currency: str
    source: str
    masked: list[str]


class PortfolioCourseFigure(Output):
    """A figure whose course is shown."""

    key: str
    label: str
    unit: Literal["days", "multiple", "share"]


class PortfolioCourseDay(Output):
    """The book at the end of a month, or on the day looked from; a value is null where there is none."""

    as_of: date
    receivable: Money | None
    overdue: Money | None
    sales_12m: Money | None
    values: dict[str, float | None]


class PortfolioCourse(Document):
    """The figures of the book month by month, oldest first, all by what is known at one batch."""

    as_of: date
    known_at: Batch
    figures: list[PortfolioCourseFigure]
    items: list[PortfolioCourseDay]
    currency: str
    masked: list[str]
