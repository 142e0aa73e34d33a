"""Reads text into a tree: operators by their strength, everything else refused with a better way to write it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from kedun.expressions.lexer import NAME, Token, refuse_name, tokenize
from kedun.expressions.limits import refuse_depth, within_limits
from kedun.expressions.nodes import (
    And,
    Arithmetic,
    Call,
    Case,
    Compare,
    IsNull,
    Literal,
    Membership,
    Name,
    Negate,
    Node,
    Not,
    Or,
)
from kedun.expressions.operators import FUNCTIONS, OPERATORS, Strength
from kedun.expressions.refusals import (
    ChainedComparison,
    ExpressionRefused,
    NullInList,
    NumberTooLarge,
    TrailingText,
    Unexpected,
    UnexpectedEnd,
)
from kedun.expressions.refused_words import BEFORE_TEXT, BETWEEN_OPERANDS, WITHOUT_BRACKETS, refused_word
from kedun.expressions.values import LARGEST_INTEGER, MOST_LEVELS, fits_integer

COMPARISONS = frozenset({"=", "<>", "<", "<=", ">", ">=", "IS", "IN", "NOT"})
"""What may follow an operand at the strength of a comparison."""

A_VALUE = "overdue_days"
MOST_REMEMBERED = 10_000
"""So many texts are remembered with their trees: those of a few policies."""


@lru_cache(maxsize=MOST_REMEMBERED)
def parse(text: str) -> Node:
    """Read an expression; a text that was read lately is not read again.

    Raises: ExpressionRefused, always with the column, what stands there and what to write instead.
    """
    reader = _Reader(tokenize(text))
    node = reader.expression(Strength.OR)
    reader.finish()
    within_limits(node)
    return node


@dataclass(slots=True)
class _Reader:
    """Walks over the tokens once."""

    tokens: list[Token]
    place: int = 0
    level: int = 0

    @property
    def token(self) -> Token:
        return self.tokens[self.place]

    def advance(self) -> Token:
        token = self.token
        self.place += 1
        return token

    def take(self, mark: str) -> bool:
        """Step over a mark if it stands here."""
        is_here = self.token.kind == "mark" and self.token.text == mark
        self.place += is_here
        return is_here

    def expect(self, mark: str) -> None:
        if not self.take(mark):
            raise self.unexpected(mark)

    def unexpected(self, wanted: str) -> ExpressionRefused:
        token = self.token
        if token.kind == "end":
            return UnexpectedEnd(position=token.at, excerpt=self.tokens[self.place - 1].text[:40], suggestion=wanted)
        return Unexpected(position=token.at, excerpt=token.text[:40], suggestion=wanted)

    def finish(self) -> None:
        token = self.token
        if token.kind == "name" and token.text.lower() in BETWEEN_OPERANDS:
            raise refused_word(token)
        if token.kind != "end":
            raise TrailingText(position=token.at, excerpt=token.text[:40], suggestion=f"… AND {token.text[:40]}")

    def expression(self, weakest: int) -> Node:
        """Read an operand and every operator after it that is at least so strong."""
        self.level += 1
        if self.level > MOST_LEVELS:
            raise refuse_depth(self.token.at, self.token.text[:40])
        node = self.operand(weakest)
        while (follow := self.follower(weakest)) is not None:
            node = follow(node)
        self.level -= 1
        return node

    def follower(self, weakest: int) -> Callable[[Node], Node] | None:
        """Give what reads the operator that stands here, if it is strong enough."""
        token = self.token
        if token.kind != "mark":
            return None
        if token.text in COMPARISONS:
            return self.comparison if weakest <= Strength.COMPARISON else None
        operator = OPERATORS.get(token.text)
        if operator is None or operator.strength < weakest:
            return None
        return self.logic if token.text in {"AND", "OR"} else self.arithmetic

    def arithmetic(self, left: Node) -> Node:
        operator = self.advance().text
        return Arithmetic(operator, left, self.expression(OPERATORS[operator].strength + 1), at=left.at)

    def logic(self, left: Node) -> Node:
        word = self.token.text
        operands = [left]
        while self.take(word):
            operands.append(self.expression(OPERATORS[word].strength + 1))
        return And(tuple(operands), at=left.at) if word == "AND" else Or(tuple(operands), at=left.at)

    def comparison(self, left: Node) -> Node:
        if self.take("IS"):
            negated = self.take("NOT")
            self.expect("NULL")
            node: Node = IsNull(left, negated, at=left.at)
        elif self.token.text in {"IN", "NOT"}:
            negated = self.take("NOT")
            self.expect("IN")
            node = Membership(left, self.items(), negated, at=left.at)
        else:
            operator = self.advance().text
            node = Compare(operator, left, self.expression(Strength.COMPARISON + 1), at=left.at)
        if self.token.kind == "mark" and self.token.text in COMPARISONS:
            raise ChainedComparison(position=self.token.at, excerpt=self.token.text, suggestion="a < b AND b < c")
        return node

    def items(self) -> tuple[Literal, ...]:
        self.expect("(")
        items = [self.item()]
        while self.take(","):
            items.append(self.item())
        self.expect(")")
        return tuple(items)

    def item(self) -> Literal:
        if self.token.text == "NULL" and self.token.kind == "mark":
            raise NullInList(position=self.token.at, excerpt="NULL", suggestion="a IN (1, 2) OR a IS NULL")
        sign = self.take("-")
        if self.token.kind != "value":
            raise self.unexpected("1, 'text'")
        return self.value(sign)

    def value(self, sign: bool) -> Literal:
        """Read a number or a text; a minus sign before a number is part of it."""
        token = self.advance()
        value = token.value
        at = token.at - int(sign)
        if sign and isinstance(value, str):
            raise Unexpected(position=token.at, excerpt=token.text[:40], suggestion="1")
        if sign and isinstance(value, int | float):
            value = 0 - value  # and so never -0.0
        if isinstance(value, int) and not fits_integer(value):
            raise NumberTooLarge(position=token.at, excerpt=token.text[:40], suggestion=str(LARGEST_INTEGER))
        return Literal(value, at=at)

    def operand(self, weakest: int) -> Node:
        token = self.token
        if token.kind == "value":
            return self.value(sign=False)
        if token.kind == "name":
            return self.named()
        if self.take("-"):
            return self.signed(token.at)
        if self.take("("):
            node = self.expression(Strength.OR)
            self.expect(")")
            return node
        return self.keyword(weakest)

    def signed(self, at: int) -> Node:
        if self.token.kind == "value":
            return self.value(sign=True)
        return Negate(self.expression(Strength.SIGN), at=at)

    def keyword(self, weakest: int) -> Node:
        token = self.token
        if self.take("NULL"):
            return Literal(None, at=token.at)
        if self.take("TRUE"):
            return Literal(True, at=token.at)
        if self.take("FALSE"):
            return Literal(False, at=token.at)
        if self.take("CASE"):
            return self.case(token.at)
        if weakest <= Strength.NOT and self.take("NOT"):
            return Not(self.expression(Strength.NOT), at=token.at)
        raise self.unexpected("(NOT a)" if token.text == "NOT" else A_VALUE)

    def case(self, at: int) -> Node:
        if self.token.text != "WHEN":
            raise self.unexpected("WHEN")
        arms = []
        while self.take("WHEN"):
            condition = self.expression(Strength.OR)
            self.expect("THEN")
            arms.append((condition, self.expression(Strength.OR)))
        otherwise = self.expression(Strength.OR) if self.take("ELSE") else Literal(None)
        self.expect("END")
        return Case(tuple(arms), otherwise, at=at)

    def named(self) -> Node:
        token = self.advance()
        word = token.text.lower()
        if self.take("("):
            return self.call(token)
        if word in WITHOUT_BRACKETS or (word in BEFORE_TEXT and self.token.kind == "value"):
            raise refused_word(token)
        if not NAME.fullmatch(token.text):
            raise refuse_name(token)
        return Name(token.text, at=token.at)

    def call(self, token: Token) -> Node:
        function = token.text.lower()
        if function not in FUNCTIONS:
            raise refused_word(token)
        arguments = []
        if not self.take(")"):
            arguments.append(self.expression(Strength.OR))
            while self.take(","):
                arguments.append(self.expression(Strength.OR))
            self.expect(")")
        return Call(function, tuple(arguments), at=token.at)
