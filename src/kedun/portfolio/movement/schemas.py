"""The shapes of monthly reports."""

from datetime import date, datetime

from pydantic import Field

from kedun.accounts.schemas import Document, Money, Output, Page, PageQuery


class MovementNamed(Output):
    """A kept report."""

    as_of: date
    before: date
    made_at: datetime


class MovementList(Document):
    """All kept reports, newest first."""

    items: list[MovementNamed]


class MovementCell(Output):
    """The customers who went from a grade to another; `before` is `new` for those nobody knew then; `query` lists them."""

    before: str
    before_words: str
    after: str
    after_words: str
    customers: int
    receivable: Money | None
    overdue: Money | None
    query: str


class MovementCustomer(Output):
    """One customer at both month-ends; scores 0 to 100, null when too little was known."""

    code: str
    name: str
    grade_before: str
    grade_before_words: str
    grade: str
    grade_words: str
    score_before: float | None
    score: float | None
    overdue_before: Money | None
    overdue: Money | None
    receivable_before: Money | None
    receivable: Money | None


class MovementFigure(Output):
    """An amount at the month-end and at the one before. Null where amounts are hidden."""

    value: Money | None
    before: Money | None


class MovementAlerts(Output):
    """The alerts of a rule that opened and closed in the month."""

    rule: str
    label: str
    opened: int
    closed: int


class MovementDocument(Document):
    """The book within one's scope at a month-end against the one before, by one policy and the same knowledge."""

    as_of: date
    before: date
    made_at: datetime
    known_at: int
    customers: int
    moved: int
    receivable: MovementFigure
    overdue: MovementFigure
    matrix: list[MovementCell]
    fell: list[MovementCustomer]
    rose: list[MovementCustomer]
    alerts: list[MovementAlerts]
    currency: str
    masked: list[str]


class MovementQuery(PageQuery):
    """Whose lines: those who went from a grade to another; left out means all."""

    before: str | None = Field(None, max_length=40)
    after: str | None = Field(None, max_length=40)


class MovementPage(Page[MovementCustomer]):
    """A page of customers of a report."""

    currency: str
    masked: list[str]
