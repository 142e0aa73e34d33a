"""The documents of indicators in the making."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from kedun.accounts.schemas import Code, Document, Input, Output
from kedun.definitions.schemas import Body
from kedun.portfolio.drill.schemas import MeasureShown
from kedun.portfolio.lists.schemas import Key, Number
from kedun.portfolio.trial.schemas import ConditionSaid


class ColumnChoice(Output):
    """A value that a column may have."""

    value: str
    label: str


class FactColumnOffered(Output):
    """A column of a kind of fact. `adds_up`: it may be summed, or its least and greatest taken."""

    name: str
    label: str
    form: Literal["amount", "number", "age", "day", "yes", "choice", "text"]
    adds_up: bool
    choices: list[ColumnChoice]


class FactOffered(Output):
    """A kind of fact with its columns."""

    kind: str
    label: str
    columns: list[FactColumnOffered]


class FactViews(Document):
    """What indicators may be made from."""

    items: list[FactOffered]


class IndicatorTrialIn(Input):
    """A text of indicators, the one to try, and a customer to show it of."""

    body: Body
    key: Key
    customer: Code | None = None


class IndicatorFault(Output):
    """What is wrong. `place`: `measures.<key>`, `formula`, `key`, or a place of the document."""

    place: str
    words: str


class MeasureWhere(Output):
    """The condition of a measure."""

    key: str
    where: ConditionSaid


class ReadingBar(Output):
    """Customers with a reading from `low` to below `high`; null: no end on that side; both equal: that value alone.

    Amounts are in whole units of the reporting currency.
    """

    low: float | None
    high: float | None
    customers: int


class ReadingMissing(Output):
    """For how many customers there is no reading, for one reason."""

    reason: str
    words: str
    customers: int


class CustomerReading(Output):
    """A customer's reading."""

    code: str
    name: str
    value: Number


class IndicatorInBook(Output):
    """How readings spread. `customers`: looked at, of `of` there are; `known`: those with a reading."""

    customers: int
    of: int
    known: int
    least: Number
    median: Number
    greatest: Number
    bars: list[ReadingBar]
    missing: list[ReadingMissing]
    lowest: list[CustomerReading]
    highest: list[CustomerReading]


class IndicatorOfCustomer(Output):
    """What it says of one customer, with the facts behind it."""

    code: str
    name: str
    value: Number
    missing_words: str | None
    measures: Annotated[list[MeasureShown], Field(max_length=200)]


class IndicatorTrial(Document):
    """An indicator in the making: what is wrong with it, or what it says. Nothing is stored."""

    as_of: date
    currency: str
    unit: str
    is_hidden: bool
    formula_words: str | None
    measures: list[MeasureWhere]
    faults: list[IndicatorFault]
    book: IndicatorInBook | None
    customer: IndicatorOfCustomer | None
