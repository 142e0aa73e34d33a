"""The documents of assessments that programs read."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from kedun.accounts.schemas import Output, Page, PageQuery
from kedun.portfolio.lists.schemas import Number, ScoreShown

MOST_BATCH = 2**63 - 1


class AssessmentQuery(PageQuery):
    """Which assessments. `since`: those that know more than this batch."""

    since: Annotated[int | None, Field(ge=0, le=MOST_BATCH)] = None


class AssessmentLine(Output):
    """One customer's newest assessment.

    `readings`: amounts as decimal strings, shares as fractions; null with a reason in `missing`, or where it is hidden.
    `points`: of each item of the card, 0–100, null where it does not count. `verdicts`: by rule.
    """

    customer: str
    as_of: date
    known_at: int
    assessed_at: datetime
    policy: str
    score: ScoreShown
    raw_grade: str
    grade: str
    grade_since: date
    value: float | None
    value_tier: str
    quadrant: str
    readings: dict[str, Number]
    missing: dict[str, str]
    points: dict[str, float | None]
    verdicts: dict[str, str]


class AssessmentPage(Page[AssessmentLine]):
    """A page of assessments. `masked`: readings that are hidden; `known_at`: to be asked `since` next time."""

    currency: str
    masked: list[str]
    known_at: int
