"""What a rule set says, as written."""

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StrictFloat, StrictInt, TypeAdapter
from pydantic.dataclasses import dataclass as checked_dataclass

from kedun.indicators.definition import Key, Label, RiskType, Unit, read
from kedun.kernel.words import Words

_STRICT = ConfigDict(extra="forbid", frozen=True)
MOST_THRESHOLDS = 10
Severity = Literal["low", "medium", "high", "critical"]
ActionName = Literal["task", "notify", "order_lock", "shipment_hold", "limit_proposal", "start_sop", "tag"]


ACTION_WORDS: Mapping[ActionName, Words] = {
    "task": Words("创建任务", "create a task"),
    "notify": Words("通知", "notify"),
    "order_lock": Words("锁定下单", "lock orders"),
    "shipment_hold": Words("暂停发货", "hold shipments"),
    "limit_proposal": Words("建议调整额度", "propose a limit"),
    "start_sop": Words("启动处理流程", "start a procedure"),
    "tag": Words("添加标签", "tag"),
}
CARRIED_OUT: frozenset[ActionName] = frozenset({"notify"})
"""What something in kedun does when a rule asks for it; the rest of the names are only said."""

Number = StrictInt | StrictFloat


@checked_dataclass(config=_STRICT)
class Threshold:
    """A number in a rule's condition that users may set within bounds; the condition names it.

    Unit: amounts in minor units of the reporting currency, shares as 0 to 1.
    """

    value: Number
    unit: Unit
    label: Label
    min: Number
    max: Number


@checked_dataclass(config=_STRICT)
class Intent:
    """An action that the rule asks for by name; what is not in CARRIED_OUT is told to people, and done by nobody."""

    action: ActionName
    to: Key | None = None
    value: str = ""


@checked_dataclass(config=_STRICT)
class Rule:
    """A condition over readings and score, and what it means when it holds.

    `scope`: a condition the customer must meet for the rule to apply at all; outside it the verdict is clear.
    `thresholds`: numbers that `when` and `scope` name. `{name}` in the label shows one.
    """

    label: Label
    when: str
    severity: Severity
    risk_type: RiskType
    source: str
    scope: str = "TRUE"
    thresholds: Annotated[dict[Key, Threshold], Field(max_length=MOST_THRESHOLDS)] = field(default_factory=dict)
    cooldown_days: Annotated[int, Field(ge=0, le=366)] = 0
    recipients: tuple[Key, ...] = ()
    actions: tuple[Intent, ...] = ()


def not_carried_out(rule: Rule) -> tuple[ActionName, ...]:
    """Give what a rule asks for and nothing in kedun does yet, each once."""
    return tuple(dict.fromkeys(each.action for each in rule.actions if each.action not in CARRIED_OUT))


@checked_dataclass(config=_STRICT)
class RuleSet:
    """All rules of one document."""

    rules: dict[Key, Rule]


_READER = TypeAdapter(RuleSet)


def read_rules(body: Mapping[str, object]) -> RuleSet:
    """Read a rule set. Raises: DefinitionUnreadable."""
    return read(_READER, body)
