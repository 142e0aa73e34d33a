"""The documents of facts that come as typed rows."""

from typing import Annotated, Literal

from pydantic import Field

from kedun.accounts.schemas import Document, Input, Output

MOST_ROWS = 2_000
MOST_FIELDS = 60
FieldName = Annotated[str, Field(max_length=100)]
Scalar = Annotated[str, Field(max_length=10_000)] | bool | int | float | None
Row = Annotated[dict[FieldName, Scalar], Field(max_length=MOST_FIELDS)]
KindName = Annotated[str, Field(max_length=100)]
ExternalId = Annotated[str, Field(max_length=200)]
SourceName = Annotated[str, Field(min_length=1, max_length=100, pattern=r"^\S(.*\S)?$")]


class Facts(Input):
    """Rows of one kind. Amounts are decimal strings, days ISO 8601; /fact-kinds lists the fields.

    `complete`: these are all rows of the source; the others are retracted, unless a row is rejected.
    """

    source: SourceName
    rows: Annotated[list[Row], Field(max_length=MOST_ROWS)]
    complete: bool = False


class RejectedRow(Output):
    """What is wrong with one field of a row; `index` counts the rows of the request from 0."""

    index: int
    external_id: str
    field: str
    code: str
    message: str


class FactsTaken(Document):
    """What came of the rows; `batch` is null where nothing changed."""

    kind: str
    source: str
    added: int
    changed: int
    unchanged: int
    retracted: int
    rejects: list[RejectedRow]
    batch: int | None
    is_complete: bool


Outcome = Literal["added", "changed", "unchanged"]


class FactTaken(Document):
    """What came of the fact."""

    outcome: Outcome
    batch: int | None


class FieldChoice(Output):
    """A value that may be chosen."""

    code: str
    label: str


class FactField(Output):
    """A field of a kind."""

    name: str
    label: str
    type: Literal["text", "integer", "money", "day", "boolean"]
    required: bool
    choices: list[FieldChoice]


class FactKind(Output):
    """A kind of fact; `event_on` names the field that says when it happened."""

    kind: str
    plural: str
    label: str
    of_customer: bool
    event_on: str | None
    may_write: bool
    fields: list[FactField]


class FactKinds(Document):
    """All kinds of facts."""

    items: list[FactKind]
