"""Conditions as trees of lines, the part of the language that people put together without writing; null for the rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from kedun.expressions import And, Compare, IsNull, Membership, Name, Node, Not, Or, Value
from kedun.expressions import Literal as Written

Operator = Literal["=", "<>", "<", "<=", ">", ">=", "IN", "NOT IN", "IS NULL", "IS NOT NULL"]
MIRRORED: Final = {"=": "=", "<>": "<>", "<": ">", "<=": ">=", ">": "<", ">=": "<="}


@dataclass(frozen=True, slots=True)
class Line:
    """One comparison. `against`: the name of another reading or a threshold; else `values` holds what was written."""

    name: str
    operator: str
    values: tuple[Value, ...] = ()
    against: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Lines and groups of which all (or one) must hold; `negated`: must not."""

    joint: Literal["all", "any"]
    parts: tuple["Line | Group", ...]
    negated: bool = False


def tree(node: Node) -> Group | None:
    """Give a condition as a group of lines; None when it says more than lines can show."""
    if node == Written(True):
        return Group("all", ())
    part = _part(node)
    return Group("all", (part,)) if isinstance(part, Line) else part


def _part(node: Node) -> Line | Group | None:
    match node:
        case And():
            return _group("all", node.operands)
        case Or():
            return _group("any", node.operands)
        case Not():
            inner = tree(node.operand)
            return None if inner is None or inner.negated else Group(inner.joint, inner.parts, negated=True)
        case Compare():
            return _compared(node)
        case IsNull() if isinstance(node.operand, Name):
            return Line(node.operand.name, "IS NOT NULL" if node.negated else "IS NULL")
        case Membership() if isinstance(node.operand, Name):
            values = tuple(item.value for item in node.items if isinstance(item, Written))
            return Line(node.operand.name, "NOT IN" if node.negated else "IN", values)
        case Name():
            return Line(node.name, "=", (True,))
    return None


def _group(joint: Literal["all", "any"], operands: Sequence[Node]) -> Group | None:
    parts = [_part(each) for each in operands]
    known = tuple(part for part in parts if part is not None)
    return Group(joint, known) if len(known) == len(parts) else None


def _compared(node: Compare) -> Line | None:
    match node.left, node.right:
        case Name(), Name():
            return Line(node.left.name, node.operator, against=node.right.name)
        case Name(), _ if (value := _value(node.right)) is not None:
            return Line(node.left.name, node.operator, (value,))
        case _, Name() if (value := _value(node.left)) is not None:
            return Line(node.right.name, MIRRORED[node.operator], (value,))
    return None


def _value(node: Node) -> Value:
    """Give what is written down; None for everything that is not a plain value."""
    return node.value if isinstance(node, Written) else None
