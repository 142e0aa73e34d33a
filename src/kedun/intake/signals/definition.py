"""What a list of front-line signals says, as written: the types, whose starter list each stands on, what it deducts."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as checked_dataclass

from kedun.accounts.roles import Role
from kedun.definitions import documents
from kedun.facts.kinds import SIGNAL_DAYS, SIGNAL_POINTS
from kedun.kernel.days import LAST_DAY, Day
from kedun.kernel.refusals import Invalid
from kedun.kernel.words import Words

_STRICT = ConfigDict(extra="forbid", frozen=True)
MOST_TYPES = 200
Severity = Literal["low", "medium", "high"]
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
SEVERITIES: tuple[Severity, ...] = ("low", "medium", "high")
Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,63}$")]
Text = Annotated[str, Field(min_length=1, max_length=80)]
Points = Annotated[int, Field(ge=0, le=SIGNAL_POINTS, strict=True)]

SEVERITY_WORDS: Mapping[Severity, Words] = {
    "low": Words("低", "Low"),
    "medium": Words("中", "Medium"),
    "high": Words("高", "High"),
}
RISK_WORDS: Mapping[RiskType, Words] = {
    "credit": Words("信用风险", "Credit"),
    "operating": Words("经营风险", "Their business"),
    "legal": Words("法律风险", "Legal"),
    "relationship": Words("关系风险", "Relationship"),
    "supply_chain": Words("供应链风险", "Supply chain"),
    "fraud": Words("欺诈风险", "Fraud"),
    "service_cost": Words("服务成本风险", "Cost to serve"),
    "operational": Words("操作风险", "Operational"),
    "market": Words("市场风险", "Market"),
    "reputation": Words("声誉风险", "Reputation"),
}


class SignalsNotReadable(Invalid):
    """The list of signals cannot be read: {detail}."""

    zh = "信号清单无法读取：{detail}。"


@checked_dataclass(config=_STRICT)
class Label:
    """A text in both languages."""

    zh: Text
    en: Text

    @property
    def words(self) -> Words:
        """The same as words."""
        return Words(self.zh, self.en)


@checked_dataclass(config=_STRICT)
class PointsBySeverity:
    """What a signal deducts from the score when it is new."""

    low: Points
    medium: Points
    high: Points


@checked_dataclass(config=_STRICT)
class SignalType:
    """One kind of observation. `days`: after so many days it counts for nothing."""

    label: Label
    roles: Annotated[tuple[Role, ...], Field(min_length=1)]
    risk_type: RiskType
    severity: Severity
    points: PointsBySeverity
    days: Annotated[int, Field(ge=1, le=SIGNAL_DAYS, strict=True)]

    def points_of(self, severity: Severity) -> int:
        """Give what a signal of a severity deducts."""
        match severity:
            case "low":
                return self.points.low
            case "medium":
                return self.points.medium
            case "high":
                return self.points.high

    def expires_on(self, observed_on: Day) -> Day:
        """Give the day from which a signal observed on a day counts for nothing."""
        return min(observed_on + self.days, LAST_DAY)


@checked_dataclass(config=_STRICT)
class SignalList:
    """All types that may be reported."""

    label: Label
    signals: Annotated[dict[Key, SignalType], Field(min_length=1, max_length=MOST_TYPES)]


_READER = TypeAdapter(SignalList)


def read(body: str) -> SignalList:
    """Read a list of signals from its text.

    Raises: SignalsNotReadable, and the refusals of `documents.read`.
    """
    try:
        return _READER.validate_python(documents.read(body))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise SignalsNotReadable(detail=f"{place}: {first['msg']}") from error
