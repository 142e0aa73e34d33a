"""The frozen tree of an expression, and what can be done with any tree."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kedun.expressions.values import Mode, Type, Value, type_of


def _at() -> int:
    """Declare the column where a node begins; two trees are equal wherever they stood."""
    position: int = field(default=1, compare=False, repr=False, kw_only=True)
    return position


@dataclass(frozen=True, slots=True)
class Name:
    """A value given from outside: a column, a measure, a reading."""

    name: str
    at: int = _at()


@dataclass(frozen=True, slots=True)
class Literal:
    """A value written down. 1, 1.0 and TRUE are different literals."""

    value: Value
    at: int = _at()
    type: Type | None = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "type", type_of(self.value))


@dataclass(frozen=True, slots=True)
class Real:
    """A whole number made a real: the checker writes this, nobody else can."""

    operand: "Node"
    at: int = _at()


@dataclass(frozen=True, slots=True)
class Negate:
    """The number with the other sign."""

    operand: "Node"
    at: int = _at()


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite."""

    operand: "Node"
    at: int = _at()


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """left + right, left - right, left * right."""

    operator: str
    left: "Node"
    right: "Node"
    at: int = _at()


@dataclass(frozen=True, slots=True)
class Compare:
    """left = right, and the other five comparisons."""

    operator: str
    left: "Node"
    right: "Node"
    at: int = _at()


@dataclass(frozen=True, slots=True)
class And:
    """All operands hold."""

    operands: tuple["Node", ...]
    at: int = _at()


@dataclass(frozen=True, slots=True)
class Or:
    """One operand holds."""

    operands: tuple["Node", ...]
    at: int = _at()


@dataclass(frozen=True, slots=True)
class IsNull:
    """The operand has no value; negated: it has one."""

    operand: "Node"
    negated: bool = False
    at: int = _at()


@dataclass(frozen=True, slots=True)
class Membership:
    """The operand is one of the items; negated: it is none of them."""

    operand: "Node"
    items: tuple["Node", ...]
    negated: bool = False
    at: int = _at()


@dataclass(frozen=True, slots=True)
class Case:
    """The value of the first arm whose condition is true; arms are (condition, value)."""

    arms: tuple[tuple["Node", "Node"], ...]
    otherwise: "Node" = Literal(None)
    at: int = _at()


@dataclass(frozen=True, slots=True)
class Call:
    """A function and its arguments."""

    function: str
    arguments: tuple["Node", ...]
    at: int = _at()


Node = Name | Literal | Real | Negate | Not | Arithmetic | Compare | And | Or | IsNull | Membership | Case | Call


@dataclass(frozen=True, slots=True)
class Checked:
    """A tree whose types are right, with its promotions written into it."""

    node: Node
    type: Type
    mode: Mode


def children(node: Node) -> tuple[Node, ...]:
    """Give the nodes directly below, in the order of the text."""
    match node:
        case Name() | Literal():
            return ()
        case Real() | Negate() | Not() | IsNull():
            return (node.operand,)
        case Arithmetic() | Compare():
            return (node.left, node.right)
        case And() | Or():
            return node.operands
        case Membership():
            return (node.operand, *node.items)
        case Call():
            return node.arguments
    return (*(part for arm in node.arms for part in arm), node.otherwise)


def with_children(node: Node, below: Sequence[Node]) -> Node:
    """Give the same node over other children."""
    match node:
        case Name() | Literal():
            return node
        case Real() | Negate() | Not() | IsNull():
            return replace(node, operand=below[0])
        case Arithmetic() | Compare():
            return replace(node, left=below[0], right=below[1])
        case And() | Or():
            return replace(node, operands=tuple(below))
        case Membership():
            return replace(node, operand=below[0], items=tuple(below[1:]))
        case Call():
            return replace(node, arguments=tuple(below))
    return replace(node, arms=tuple(zip(below[0:-1:2], below[1:-1:2], strict=True)), otherwise=below[-1])


def symbol(node: Node) -> str:
    """Give the name under which the table of operators declares this node.

    Raises: KeyError for names, literals, promotions and CASE, which are no operators.
    """
    match node:
        case Negate():
            return "negate"
        case Not():
            return "NOT"
        case Arithmetic() | Compare():
            return node.operator
        case And():
            return "AND"
        case Or():
            return "OR"
        case IsNull():
            return "IS NOT NULL" if node.negated else "IS NULL"
        case Membership():
            return "NOT IN" if node.negated else "IN"
        case Call():
            return node.function
    raise KeyError(node)


def walk(node: Node) -> Iterator[tuple[Node, int]]:
    """Give every node with its level (the root is 1), parents first; no recursion, so no depth is too much."""
    waiting = [(node, 1)]
    while waiting:
        each, level = waiting.pop()
        yield each, level
        waiting += [(child, level + 1) for child in reversed(children(each))]


def names_in(node: Node) -> frozenset[str]:
    """Give the names an expression rests on."""
    return frozenset(each.name for each, _ in walk(node) if isinstance(each, Name))


def substitute(node: Node, replacements: Mapping[str, Node]) -> Node:
    """Put expressions in the place of names; what is put in is not looked into again."""
    if isinstance(node, Name):
        return replacements.get(node.name, node)
    return with_children(node, [substitute(child, replacements) for child in children(node)])
