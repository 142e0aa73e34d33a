"""Writes a tree as text: in the language itself, or in the words of people."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from kedun.expressions.nodes import Call, Case, Literal, Membership, Name, Node, Or, Real, children, symbol
from kedun.expressions.operators import OPERATORS, Operator, Strength
from kedun.expressions.values import Value, type_of


@dataclass(frozen=True, slots=True)
class Phrase:
    """How one operator is written: a template and what joins many operands."""

    template: str
    joint: str


@dataclass(frozen=True, slots=True)
class Speech:
    """How everything is written."""

    name: Callable[[str], str]
    literal: Callable[[Value], str]
    operator: Callable[[Operator], Phrase]
    bracket: str
    arm: str
    arm_joint: str
    otherwise: str
    case: str
    is_prose: bool


def render(node: Node, speech: Speech) -> str:
    """Write a tree in a speech, with brackets where the language needs them."""
    match node:
        case Name():
            return speech.name(node.name)
        case Literal():
            return speech.literal(node.value)
        case Real():
            return render(node.operand, speech)
        case Case():
            return _case(node, speech)
    operator = OPERATORS[symbol(node)]
    phrase = speech.operator(operator)
    operands = [
        _operand(child, speech, _needed(node, speech, first=place == 0)) for place, child in enumerate(children(node))
    ]
    together, rest = phrase.joint.join(operands), phrase.joint.join(operands[1:])
    return phrase.template.format(*operands, all=together, rest=rest)


def _case(node: Case, speech: Speech) -> str:
    arms = [speech.arm.format(render(condition, speech), render(value, speech)) for condition, value in node.arms]
    if node.otherwise != Literal(None):
        arms.append(speech.otherwise.format(render(node.otherwise, speech)))
    return speech.case.format(speech.arm_joint.join(arms))


def _operand(node: Node, speech: Speech, needed: int) -> str:
    text = render(node, speech)
    return text if _strength(node, speech) >= needed else speech.bracket.format(text)


def _needed(node: Node, speech: Speech, *, first: bool) -> int:
    """Give the strength from which an operand needs no brackets; prose marks more, for nobody learns its order."""
    match node:
        case Call():
            return Strength.SIGN if speech.is_prose else 0
        case Membership() if not first:
            return Strength.SIGN
        case Or() if speech.is_prose:
            return Strength.NOT
    operator = OPERATORS[symbol(node)]
    return operator.strength + (0 if operator.chains and first else 1)


def _strength(node: Node, speech: Speech) -> int:
    """Give the strength with which a node holds together; a number may begin with a sign."""
    match node:
        case Literal():
            return Strength.SIGN if isinstance(node.value, int | float) else Strength.ATOM
        case Name() | Case():
            return Strength.ATOM
        case Real():
            return _strength(node.operand, speech)
        case Call() if speech.is_prose:
            return Strength.PHRASE
    return OPERATORS[symbol(node)].strength


def decimal_text(value: float) -> str:
    """Write a real with all its digits and without an exponent."""
    digits = format(Decimal(repr(value)), "f")
    return digits if "." in digits else f"{digits}.0"


def literal_text(value: Value) -> str:
    """Write a value as the language does."""
    match type_of(value):
        case None:
            return "NULL"
        case "text":
            return "'" + str(value).replace("'", "''") + "'"
        case "boolean":
            return "TRUE" if value else "FALSE"
        case "real":
            return decimal_text(float(value or 0))
    return str(value)


LANGUAGE = Speech(
    name=str,
    literal=literal_text,
    operator=lambda operator: Phrase(operator.form, operator.form_joint),
    bracket="({0})",
    arm="WHEN {0} THEN {1}",
    arm_joint=" ",
    otherwise="ELSE {0}",
    case="CASE {0} END",
    is_prose=False,
)


def unparse(node: Node) -> str:
    """Write a tree in the language, in the one canonical way."""
    return render(node, LANGUAGE)
