"""The strategy library: what is done for each quadrant of the matrix and each grade, and what of it holds together.

Source: docs/why/strategies.md
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter
from pydantic.dataclasses import dataclass as checked_dataclass

from kedun.accounts.roles import ROLE_WORDS, Role
from kedun.credit.steps import STRICT, Steps, Text, read_whole, steps_are_told_apart
from kedun.definitions.diff_words import CODES
from kedun.indicators.definition import Key, Label
from kedun.kernel.words import Words
from kedun.scorecards.definition import Grade

Delivery = Literal["open", "deposit_first", "cash_before_delivery", "stop"]
Pledge = Literal["none", "asked", "required"]
Service = Literal["vip", "standard", "simplified"]
TermName = Literal[
    "terms_days",
    "limit_percent",
    "deposit_percent",
    "delivery",
    "stop_after_days",
    "pledge",
    "visit_days",
    "review_days",
    "observation_months",
    "service",
    "responsible",
]
PlaceKind = Literal["quadrant", "grade"]
UNCHANGED = 100
"""Per cent of the limit that leave it as it is."""

MOST_STRATEGIES = 50


@checked_dataclass(config=STRICT)
class Strategy:
    """What is done for customers of one place. What is not stated is left as it is agreed with the customer.

    `terms_days`: payment terms at most, 0: cash; `limit_percent`: of the approved limit; `deposit_percent`: paid before
    an order is accepted; `stop_after_days`: no shipment while a debt is overdue for longer; `visit_days`, `review_days`:
    at least every so many days; `observation_months`: how long the customer is watched before it is kept or left;
    `approvers`: any one of these agrees to departures; `letter`: the one that explains it to the customer.
    """

    label: Label
    about: Text | None = None
    terms_days: Annotated[int | None, Field(ge=0, le=365)] = None
    limit_percent: Annotated[int | None, Field(ge=0, le=300)] = None
    deposit_percent: Annotated[int | None, Field(ge=0, le=100)] = None
    delivery: Delivery | None = None
    stop_after_days: Annotated[int | None, Field(ge=0, le=365)] = None
    pledge: Pledge | None = None
    visit_days: Annotated[int | None, Field(ge=1, le=366)] = None
    review_days: Annotated[int | None, Field(ge=1, le=366)] = None
    observation_months: Annotated[int | None, Field(ge=1, le=24)] = None
    service: Service | None = None
    responsible: Role | None = None
    approvers: Annotated[tuple[Role, ...], Field(max_length=10)] = ()
    steps: Steps = ()
    letter: Key | None = None


@checked_dataclass(config=STRICT)
class StrategyLibrary:
    """All strategies: one for each quadrant and each grade."""

    label: Label
    quadrants: Annotated[dict[Key, Strategy], Field(max_length=MOST_STRATEGIES)]
    grades: Annotated[dict[Grade, Strategy], Field(max_length=MOST_STRATEGIES)]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A strategy that applies, and the place that it is for."""

    kind: PlaceKind
    place: str
    strategy: Strategy


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that holds for a customer, and by which strategy."""

    name: TermName
    value: int | str
    by: Chosen


_READER = TypeAdapter(StrategyLibrary)
_DELIVERIES: tuple[Delivery, ...] = ("open", "deposit_first", "cash_before_delivery", "stop")
_PLEDGES: tuple[Pledge, ...] = ("none", "asked", "required")

STRICTNESS: Mapping[TermName, Callable[[int | str], int]] = {
    "terms_days": lambda value: -int(value),
    "limit_percent": lambda value: -int(value),
    "deposit_percent": int,
    "delivery": lambda value: _DELIVERIES.index(value),
    "stop_after_days": lambda value: -int(value),
    "pledge": lambda value: _PLEDGES.index(value),
    "visit_days": lambda value: -int(value),
    "review_days": lambda value: -int(value),
    "observation_months": int,
    "service": lambda _: 0,
    "responsible": lambda _: 0,
}
"""How strict a term is, more is stricter; of equally strict ones that of the quadrant holds."""


def read_strategies(body: Mapping[str, object]) -> StrategyLibrary:
    """Read a strategy library.

    Raises: DefinitionUnreadable, StepTwice.
    """
    library = read_whole(_READER, body)
    for each in everything(library):
        steps_are_told_apart(each.place, each.strategy.steps)
    return library


def everything(library: StrategyLibrary) -> tuple[Chosen, ...]:
    """Give all strategies, quadrants first."""
    quadrants = (Chosen("quadrant", key, strategy) for key, strategy in library.quadrants.items())
    grades = (Chosen("grade", key, strategy) for key, strategy in library.grades.items())
    return (*quadrants, *grades)


def applying(library: StrategyLibrary, *, quadrant: str, grade: str) -> tuple[Chosen, ...]:
    """Give the strategies for a customer of a quadrant and a grade; none where there is none for either."""
    return tuple(
        each
        for each in everything(library)
        if (each.kind == "quadrant" and each.place == quadrant) or (each.kind == "grade" and each.place == grade)
    )


def stated(strategy: Strategy) -> dict[TermName, int | str]:
    """Give what a strategy states, in the order of STRICTNESS."""
    found: dict[TermName, int | str] = {}
    for name in STRICTNESS:
        value = getattr(strategy, name)
        if value is not None:
            found[name] = value
    return found


def holding(chosen: tuple[Chosen, ...]) -> tuple[Term, ...]:
    """Put strategies together: of each term the strictest holds."""
    held: dict[TermName, Term] = {}
    for each in chosen:
        for name, value in stated(each.strategy).items():
            there = held.get(name)
            if there is None or STRICTNESS[name](value) > STRICTNESS[name](there.value):
                held[name] = Term(name, value, each)
    return tuple(held[name] for name in STRICTNESS if name in held)


def approvers(chosen: tuple[Chosen, ...]) -> tuple[Role, ...]:
    """Give who agrees to departures: those that every strategy with approvers names, else those of the grade's own."""
    lists = [each.strategy.approvers for each in chosen if each.strategy.approvers]
    common = [role for role in lists[0] if all(role in each for each in lists)] if lists else []
    return tuple(common) if common or not lists else lists[-1]


TERM_WORDS: Mapping[TermName, Words] = {
    "terms_days": Words("账期", "Payment terms"),
    "limit_percent": Words("信用额度", "Credit limit"),
    "deposit_percent": Words("预付/定金", "Deposit"),
    "delivery": Words("发货条件", "Delivery"),
    "stop_after_days": Words("暂停发货", "Shipments stop"),
    "pledge": Words("担保/质押", "Pledge or guarantee"),
    "visit_days": Words("走访", "Visits"),
    "review_days": Words("复评", "Re-evaluation"),
    "observation_months": Words("观察期", "Observation"),
    "service": Words("服务", "Service"),
    "responsible": Words("负责人", "Responsible"),
}
VALUE_WORDS: Mapping[TermName, Words] = {
    "terms_days": Words("不超过 {value} 天", "at most {value} {value:day|days}"),
    "limit_percent": Words("已批额度的 {value}%", "{value} % of the approved limit"),
    "deposit_percent": Words("{value}%", "{value} %"),
    "stop_after_days": Words("逾期超过 {value} 天时", "at more than {value} {value:day|days} overdue"),
    "visit_days": Words("至少每 {value} 天一次", "at least every {value} {value:day|days}"),
    "review_days": Words("至少每 {value} 天一次", "at least every {value} {value:day|days}"),
    "observation_months": Words("{value} 个月", "{value} {value:month|months}"),
}
CHOICE_WORDS: Mapping[str, Words] = {**CODES["delivery"], **CODES["pledge"], **CODES["service"]}
CASH = Words("现款，不赊销", "cash, no credit")
NO_LIMIT = Words("取消额度", "withdrawn")
AT_ONCE = Words("有任何逾期时", "at anything overdue")
SAME_LIMIT = Words("维持已批额度", "as approved")
_SPECIAL: Mapping[tuple[TermName, int], Words] = {
    ("terms_days", 0): CASH,
    ("limit_percent", 0): NO_LIMIT,
    ("limit_percent", UNCHANGED): SAME_LIMIT,
    ("stop_after_days", 0): AT_ONCE,
}


def value_words(name: TermName, value: int | str) -> Words:
    """Say what a term is set to."""
    if name == "responsible":
        return next(words for role, words in ROLE_WORDS.items() if role == value)
    if isinstance(value, str):
        return CHOICE_WORDS[value]
    words = _SPECIAL.get((name, value)) or VALUE_WORDS[name]
    return Words(words.say("zh", value=value), words.say("en", value=value))
