"""The life of an alert: one table of allowed moves; all else is refused."""

from collections.abc import Mapping
from typing import Literal, get_args

from kedun.kernel.words import Words

State = Literal["open", "acknowledged", "snoozed", "resolved", "cleared"]
PersonsMove = Literal["acknowledge", "snooze", "resolve", "reopen", "assign"]
VerdictsMove = Literal["fire", "wake", "clear"]
Move = PersonsMove | VerdictsMove
Severity = Literal["low", "medium", "high", "critical"]
Reason = Literal["paid", "agreed", "disputed", "mitigated", "accepted", "false_alarm", "data_error", "other"]
Withdrawal = Literal["rule_withdrawn", "customer_withdrawn", "customer_merged"]

WITHDRAWN: tuple[Withdrawal, ...] = ("rule_withdrawn", "customer_withdrawn", "customer_merged")
"""Why the system closes an alert that no verdict speaks of any more."""

STATES: tuple[State, ...] = get_args(State)
NOT_CLOSED: tuple[State, ...] = ("open", "acknowledged", "snoozed")
CLOSED: tuple[State, ...] = ("resolved", "cleared")
PERSONS_MOVES: tuple[PersonsMove, ...] = get_args(PersonsMove)
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""From mild to grave."""

MOVES: Mapping[Move, Mapping[State, State]] = {
    "acknowledge": {"open": "acknowledged", "snoozed": "acknowledged"},
    "snooze": {"open": "snoozed", "acknowledged": "snoozed", "snoozed": "snoozed"},
    "resolve": {"open": "resolved", "acknowledged": "resolved", "snoozed": "resolved"},
    "reopen": {"acknowledged": "open", "snoozed": "open", "resolved": "open"},
    "assign": {"open": "open", "acknowledged": "acknowledged", "snoozed": "snoozed"},
    "fire": {"open": "open", "acknowledged": "acknowledged", "snoozed": "snoozed"},
    "wake": {"snoozed": "open"},
    "clear": {"open": "cleared", "acknowledged": "cleared", "snoozed": "cleared"},
}
"""What a person (the first five) or an evaluation may do, from which state, and where it leads.

An unknown verdict closes nothing and changes no evidence; it has no move of its own.
"""

PAST: Mapping[PersonsMove, str] = {
    "acknowledge": "acknowledged",
    "snooze": "snoozed",
    "resolve": "resolved",
    "reopen": "reopened",
    "assign": "assigned",
}
"""A move as the alert's history tells it."""

STATE_WORDS: Mapping[str, Words] = {
    "open": Words(zh="待处理", en="open"),
    "acknowledged": Words(zh="已确认", en="acknowledged"),
    "snoozed": Words(zh="已暂停", en="snoozed"),
    "resolved": Words(zh="已处理", en="resolved"),
    "cleared": Words(zh="已解除", en="cleared"),
}
REASON_WORDS: Mapping[Reason, Words] = {
    "paid": Words(zh="已付款", en="the customer paid"),
    "agreed": Words(zh="已达成付款安排", en="a payment plan was agreed"),
    "disputed": Words(zh="货款有争议，另行处理", en="the amount is disputed and handled apart"),
    "mitigated": Words(zh="已采取担保、降额等措施", en="secured, limit lowered or otherwise mitigated"),
    "accepted": Words(zh="接受该风险", en="the risk is accepted"),
    "false_alarm": Words(zh="误报", en="false alarm"),
    "data_error": Words(zh="数据有误", en="the data were wrong"),
    "other": Words(zh="其他", en="another reason"),
}
CLOSED_BY_SYSTEM: Mapping[str, Words] = {
    "cleared": Words(zh="条件不再成立", en="the condition no longer holds"),
    "rule_withdrawn": Words(zh="规则已关闭或停用", en="the rule was switched off or retired"),
    "customer_withdrawn": Words(zh="客户已撤回", en="the customer was taken back"),
    "customer_merged": Words(zh="客户已并入其他客户", en="the customer was merged into another"),
}
"""What stands as a reason where no person closed the alert."""

CLOSING_WORDS: Mapping[str, Words] = {**{str(code): words for code, words in REASON_WORDS.items()}, **CLOSED_BY_SYSTEM}

MOVE_WORDS: Mapping[str, Words] = {
    "acknowledge": Words(zh="确认", en="acknowledge"),
    "snooze": Words(zh="暂停", en="snooze"),
    "resolve": Words(zh="处理完毕", en="resolve"),
    "reopen": Words(zh="重新打开", en="reopen"),
    "assign": Words(zh="指派", en="assign"),
}
SEVERITY_WORDS: Mapping[Severity, Words] = {
    "low": Words("低", "low"),
    "medium": Words("中", "medium"),
    "high": Words("高", "high"),
    "critical": Words("严重", "critical"),
}


def target(state: State, move: Move) -> State | None:
    """Give the state a move leads to; None where the move is not allowed."""
    return MOVES[move].get(state)


def allowed(state: State) -> tuple[PersonsMove, ...]:
    """Give what a person may do with an alert in a state."""
    return tuple(move for move in PERSONS_MOVES if state in MOVES[move])


def graver(one: Severity, other: Severity) -> Severity:
    """Give the graver of two severities."""
    return max(one, other, key=SEVERITIES.index)


RISK_TYPE_WORDS: Mapping[str, Words] = {
    "credit": Words("信用风险", "credit"),
    "operating": Words("经营风险", "operating"),
    "legal": Words("法律合规风险", "legal and compliance"),
    "relationship": Words("关系风险", "relationship"),
    "supply_chain": Words("供应链风险", "supply chain"),
    "fraud": Words("欺诈风险", "fraud"),
    "service_cost": Words("服务成本", "cost to serve"),
    "operational": Words("操作风险", "operational"),
    "market": Words("市场风险", "market"),
    "reputation": Words("声誉风险", "reputation"),
}
