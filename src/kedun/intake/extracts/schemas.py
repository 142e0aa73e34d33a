"""The documents of facts that programs read back."""

from typing import Annotated

from pydantic import Field

from kedun.accounts.schemas import Output, Page, PageQuery
from kedun.intake.typed.schemas import SourceName

MOST_BATCH = 2**63 - 1


class FactQuery(PageQuery):
    """Which facts. `since`: what became known after this batch, retractions among it."""

    source: SourceName | None = None
    since: Annotated[int | None, Field(ge=0, le=MOST_BATCH)] = None


class FactLine(Output):
    """A fact; `fields` have the names and forms in which facts are sent, so that a line can be sent back as it is."""

    source: str
    external_id: str
    customer: str | None
    legal_entity: str
    reported_on: str | None
    batch: int
    is_retracted: bool
    fields: dict[str, str | int | bool | None]


class FactPage(Page[FactLine]):
    """A page of facts. `masked`: fields that are hidden; `known_at`: the newest batch, to be asked `since` next time."""

    kind: str
    masked: list[str]
    known_at: int
