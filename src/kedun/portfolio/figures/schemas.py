"""The shapes of the figures of the book."""

from datetime import date
from typing import Literal

from kedun.accounts.schemas import Document, Money, Output
from kedun.portfolio.page.schemas import Batch


class PortfolioFigure(Output):
    """One figure: a value, or why there is none; `is_more`: it is more than the value, the sales known end there."""

    key: str
    label: str
    unit: Literal["days", "multiple", "share"]
    value: float | None
    is_more: bool
    missing: str | None
    missing_words: str | None
    formula_words: str


class PortfolioAge(Output):
    """Open money of one age: what of it rolls on within 30 days, what is likely to be lost."""

    bucket: str
    label: str
    amount: Money | None
    share: float | None
    roll_rate: float | None
    loss_rate: float | None
    expected_loss: Money | None


class PortfolioDebtor(Output):
    """One of the largest debtors: a customer by its code, or a group by its name."""

    code: str | None
    group: str | None
    amount: Money | None
    share: float


class PortfolioRegion(Output):
    """What the customers of a region owe; "" where none is known."""

    region: str
    amount: Money | None
    share: float


class PortfolioFigures(Document):
    """The figures of the book within one's scope.

    `without_rate`: open items that have no exchange rate and are in no figure. `data_from`: the first day of the data.
    """

    as_of: date
    known_at: Batch
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
