"""The shapes that every stage's API shares: strict input, documents, pages, problems."""

from decimal import Decimal
from typing import Annotated, Generic, TypeVar

from ninja import Schema
from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, WithJsonSchema

MOST_ROWS = 200
ROWS = 50

Id = Annotated[int, Field(ge=1, le=2**63 - 1)]
Code = Annotated[str, Field(max_length=200)]
Revision = Annotated[int, Field(ge=0, le=2**31 - 1)]
Text = Annotated[str, Field(min_length=1, max_length=200)]
LongText = Annotated[str, Field(max_length=2000)]
Money = Annotated[
    Decimal,
    PlainSerializer(lambda amount: format(amount, "f"), return_type=str),
    WithJsonSchema({"type": "string", "pattern": r"^-?\d+(\.\d+)?$", "examples": ["1234.50"]}, mode="serialization"),
]
"""An amount in documents: a decimal string such as "1234.50"."""


class Input(BaseModel):
    """What somebody sends: nothing unknown, nothing converted, nothing endless."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False, frozen=True)


class Output(Schema):
    """What we answer."""

    model_config = ConfigDict(ser_json_inf_nan="null")


class Document(Output):
    """An answer that is a document of its own: it says which format it has."""

    format: int = 1


class PageQuery(Input):
    """Which page of a list."""

    limit: int = Field(ROWS, ge=1, le=MOST_ROWS)
    cursor: str | None = Field(None, max_length=2000)


Item = TypeVar("Item")


class Page(Document, Generic[Item]):
    """One page of a list; `next_cursor` is null on the last one, `total` where counting would cost too much."""

    items: list[Item]
    next_cursor: str | None = None
    total: int | None = None


class Choice(Output):
    """A code with the word for it."""

    code: str
    label: str


class ProblemField(Output):
    """What is wrong with one field."""

    field: str
    code: str
    message: str


class Problem(Document):
    """Why a request was refused."""

    code: str
    message: str
    message_en: str
    params: dict[str, str | int | float | bool | None]
    fields: list[ProblemField]
