"""What an indicator set says, as written: measures over facts, and formulas over measures."""

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, Literal, TypeVar

from pydantic import ConfigDict, Field, JsonValue, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as checked_dataclass

from kedun.kernel.refusals import Invalid
from kedun.kernel.words import Language, Param, Words

Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Dimension = Literal["financial", "history", "industry", "behaviour", "legal", "customer"]
RiskType = Literal[
    "credit",
    "operating",
    "legal",
    "relationship",
    "supply_chain",
    "fraud",
    "service_cost",
    "operational",
    "market",
    "reputation",
]
"""What may go wrong; the last three are exposures of our own."""

Unit = Literal["minor", "days", "share", "count", "multiple", "hours", "years", "points", "flag"]
Level = Literal["customer", "group", "book"]
"""Whom a reading is about: a customer, the group it belongs to, or the whole book."""

Function = Literal["count", "sum", "min", "max"]

Shape = TypeVar("Shape")

_STRICT = ConfigDict(extra="forbid", frozen=True)
MOST_DAYS_AGO = 1095
FACES: tuple[Function, ...] = ("count", "sum", "min", "max")


PROBLEMS: Mapping[str, Words] = {
    "missing": Words("缺少这一项", "it is missing"),
    "unexpected_keyword_argument": Words("没有这个字段", "there is no such field"),
    "greater_than_equal": Words("不能小于 {ge}", "it must be {ge} or more"),
    "less_than_equal": Words("不能大于 {le}", "it must be {le} or less"),
    "int_type": Words("应为整数", "it must be a whole number"),
    "int_parsing": Words("应为整数", "it must be a whole number"),
    "int_from_float": Words("应为整数", "it must be a whole number"),
    "string_type": Words("应为文本", "it must be a text"),
    "string_too_short": Words("不能为空", "it must not be empty"),
    "string_too_long": Words("最多 {max_length} 个字符", "it may have at most {max_length} characters"),
    "too_short": Words("至少要有 {min_length} 个", "there must be at least {min_length}"),
    "too_long": Words("最多 {max_length} 个", "there may be at most {max_length}"),
    "one_of": Words("计数、求和、最小、最大须恰好给出一个", "give exactly one of count, sum, min, max"),
    "literal_error": Words("只能是 {expected}", "it must be one of {expected}"),
}
"""What is wrong with a value, by the name the library gives it."""


class DefinitionUnreadable(Invalid):
    """The definition is not complete or not readable at {place}: {problem}."""

    zh = "定义不完整或无法读取（{place}）：{problem}。"

    def __init__(self, *, place: str, problem: str, kind: str = "", limits: Mapping[str, Param] | None = None) -> None:
        super().__init__(place=place, problem=problem)
        self.kind, self.limits = kind, limits or {}

    def say(self, language: Language) -> str:
        """Say it in a language; what the library words by itself is English only."""
        words = PROBLEMS.get(self.kind)
        problem = words.say(language, **self.limits) if words else self.params["problem"]
        return self.words().say(language, place=self.params["place"], problem=problem)


@checked_dataclass(config=_STRICT)
class Label:
    """A name in both languages."""

    zh: Annotated[str, Field(min_length=1, max_length=200)]
    en: Annotated[str, Field(min_length=1, max_length=200)]

    def words(self) -> Words:
        """Give the label as a text."""
        return Words(self.zh, self.en)


def _one_of(*names: str) -> ConfigDict:
    """Say in the JSON Schema too that just one of some fields is given."""
    given: list[JsonValue] = [{"required": [name], "properties": {name: {"not": {"type": "null"}}}} for name in names]
    return ConfigDict(**_STRICT, json_schema_extra={"oneOf": given})


def _exactly_one(of: object) -> tuple[Function, str]:
    given = [(face, column) for face in FACES if (column := getattr(of, face)) is not None]
    if len(given) != 1:
        raise ValueError("exactly one of count, sum, min, max")
    return given[0]


@checked_dataclass(config=_one_of(*FACES))
class MeasureText:
    """An aggregate of one fact kind per customer; exactly one of count, sum, min, max is given."""

    fact: str
    where: str = "TRUE"
    count: Literal["*"] | None = None
    sum: str | None = None
    min: str | None = None
    max: str | None = None

    def chosen(self) -> tuple[Function, str]:
        """Give the function and the column it is taken over.

        Raises: ValueError when not exactly one is given.
        """
        return _exactly_one(self)


@checked_dataclass(config=_STRICT)
class EarlierText:
    """A measure as of an earlier day, by the same knowledge."""

    measure: Key
    days_ago: Annotated[int, Field(strict=True, ge=1, le=MOST_DAYS_AGO)]


@checked_dataclass(config=_STRICT)
class GroupRuleText:
    """What joins customers into one group: relations of these types, and who holds more than so much of the shares.

    `ignored`: parties, as relations write them, that join nobody.
    """

    majority_permille: Annotated[int, Field(strict=True, ge=0, le=1000)] = 500
    links: tuple[Literal["controller", "affiliate", "executive", "guarantor"], ...] = ("controller", "affiliate")
    ignored: Annotated[tuple[str, ...], Field(max_length=1000)] = ()


@checked_dataclass(config=_one_of(*FACES))
class GroupText:
    """A measure over the members of the customer's group; exactly one of count, sum, min, max is given.

    `where`: a condition over the measures of a member; members of whom it is not known are not counted.
    """

    where: str = "TRUE"
    count: Literal["*"] | None = None
    sum: Key | None = None
    min: Key | None = None
    max: Key | None = None

    def chosen(self) -> tuple[Function, str]:
        """Give the function and the measure it is taken over.

        Raises: ValueError when not exactly one is given.
        """
        return _exactly_one(self)


@checked_dataclass(config=_one_of("count", "sum", "bound"))
class BookText:
    """A total of the whole book at month-end; exactly one of count, sum, bound is given.

    `bound`: a measure, by which customers are put into five parts of equal number; `part`: the part that it ends.
    """

    count: Literal["*"] | None = None
    sum: Key | None = None
    bound: Key | None = None
    part: Annotated[int, Field(strict=True, ge=1, le=4)] = 4

    def measure(self) -> str | None:
        """Give the measure that it is taken over; None: customers are counted.

        Raises: ValueError when not exactly one is given.
        """
        given = [each for each in (self.count, self.sum, self.bound) if each is not None]
        if len(given) != 1:
            raise ValueError("exactly one of count, sum, bound")
        return None if self.count else given[0]


@checked_dataclass(config=_STRICT)
class MissingText:
    """Why a reading is null when a condition over the measures holds."""

    when: str
    reason: Key


@checked_dataclass(config=_STRICT)
class FlagText:
    """What to know about a reading when a condition over the measures holds."""

    when: str
    flag: Key


@checked_dataclass(config=_STRICT)
class IndicatorText:
    """A formula over measures and other indicators, with what people need to read it.

    Without a formula it is the measure of the same name.
    """

    dimension: Dimension
    unit: Unit
    worse: Literal["higher", "lower", "neither"]
    label: Label
    source: str
    formula: str = ""
    level: Level = "customer"
    risk_type: RiskType | None = None
    why: str = ""
    missing: tuple[MissingText, ...] = ()
    flags: tuple[FlagText, ...] = ()


@checked_dataclass(config=_STRICT)
class IndicatorSet:
    """All measures and indicators of one document.

    `earlier`: measures as of days before; `group`: over the members of a group; `book`: of the whole book at month-end.
    """

    measures: dict[Key, MeasureText]
    indicators: dict[Key, IndicatorText]
    earlier: dict[Key, EarlierText] = field(default_factory=dict)
    group_rule: GroupRuleText = field(default_factory=GroupRuleText)
    group: dict[Key, GroupText] = field(default_factory=dict)
    book: dict[Key, BookText] = field(default_factory=dict)


_READER = TypeAdapter(IndicatorSet)


def read_indicators(body: Mapping[str, object]) -> IndicatorSet:
    """Read a parsed document.

    Raises: DefinitionUnreadable naming the place and the problem.
    """
    return read(_READER, body)


def read(reader: TypeAdapter[Shape], body: object) -> Shape:
    """Read a document by its shape.

    Raises: DefinitionUnreadable naming the first place that is wrong.
    """
    try:
        return reader.validate_python(body)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"]) or "document"
        limits = {name: value for name, value in first.get("ctx", {}).items() if isinstance(value, str | int | float)}
        raise DefinitionUnreadable(place=place, problem=first["msg"], kind=first["type"], limits=limits) from error
