"""Every operator and function, declared once: parser, checker, printers, closures and explanations follow this table."""

from dataclasses import dataclass
from enum import IntEnum

from kedun.expressions.values import ALL, NUMBERS, Mode, Type
from kedun.kernel.words import Words


class Strength(IntEnum):
    """How strongly an operator binds its operands; weaker operands need brackets."""

    OR = 1
    AND = 2
    NOT = 3
    COMPARISON = 4
    PHRASE = 5  # a function said in words: it stands alone in a comparison, in brackets elsewhere
    SUM = 6
    PRODUCT = 7
    SIGN = 8
    ATOM = 9


@dataclass(frozen=True, slots=True)
class Operator:
    """What one operator is.

    `form` writes it in the language, `words` says it to people; {0} {1} {2} are operands, {all} every operand and
    {rest} all but the first, joined by `form_joint` or `words_joint`. `gives` None: the type of its operands.
    `chains`: an operand of the same strength on the left needs no brackets. `arity` has no upper end when None.
    """

    symbol: str
    form: str
    words: Words
    summary: Words
    strength: Strength
    takes: frozenset[Type]
    gives: Type | None
    arity: tuple[int, int | None] = (2, 2)
    form_joint: str = ", "
    words_joint: Words = Words("、", ", ")
    chains: bool = False
    mode: Mode | None = None
    is_shipped: bool = False

    @property
    def is_function(self) -> bool:
        """Whether it is written name(arguments)."""
        return self.form.startswith(f"{self.symbol}(")

    def takes_in(self, mode: Mode) -> frozenset[Type]:
        """Give the types its operands may have; calculated rows know whole numbers only."""
        return self.takes - {"real"} if mode == "row" and self.gives != "boolean" else self.takes


def _arithmetic(symbol: str, strength: Strength, words: Words, summary: Words) -> Operator:
    return Operator(symbol, f"{{0}} {symbol} {{1}}", words, summary, strength, NUMBERS, None, chains=True)


def _comparison(symbol: str, words: Words, summary: Words, takes: frozenset[Type] = NUMBERS) -> Operator:
    return Operator(symbol, f"{{0}} {symbol} {{1}}", words, summary, Strength.COMPARISON, takes, "boolean")


def _logic(symbol: str, strength: Strength, joint: Words, summary: Words) -> Operator:
    return Operator(
        symbol,
        "{all}",
        Words("{all}", "{all}"),
        summary,
        strength,
        frozenset({"boolean"}),
        "boolean",
        (2, None),
        form_joint=f" {symbol} ",
        words_joint=joint,
    )


def _question(symbol: str, words: Words, summary: Words) -> Operator:
    return Operator(symbol, f"{{0}} {symbol}", words, summary, Strength.COMPARISON, ALL, "boolean", (1, 1))


def _membership(symbol: str, words: Words, summary: Words) -> Operator:
    return Operator(
        symbol,
        f"{{0}} {symbol} ({{rest}})",
        words,
        summary,
        Strength.COMPARISON,
        NUMBERS | {"text"},
        "boolean",
        (2, None),
    )


def _extreme(symbol: str, words: Words, summary: Words) -> Operator:
    return Operator(symbol, f"{symbol}({{all}})", words, summary, Strength.ATOM, NUMBERS, None, (2, None))


DECLARED: tuple[Operator, ...] = (
    _arithmetic("+", Strength.SUM, Words("{0} 加 {1}", "{0} plus {1}"), Words("和", "sum")),
    _arithmetic("-", Strength.SUM, Words("{0} 减 {1}", "{0} minus {1}"), Words("差", "difference")),
    _arithmetic("*", Strength.PRODUCT, Words("{0} 乘以 {1}", "{0} times {1}"), Words("积", "product")),
    Operator(
        "negate",
        "-{0}",
        Words("负 {0}", "minus {0}"),
        Words("相反数", "the number with the other sign"),
        Strength.SIGN,
        NUMBERS,
        None,
        (1, 1),
    ),
    _comparison("=", Words("{0} 等于 {1}", "{0} is {1}"), Words("相等", "equal"), ALL),
    _comparison("<>", Words("{0} 不等于 {1}", "{0} is not {1}"), Words("不相等", "not equal"), ALL),
    _comparison("<", Words("{0} 小于 {1}", "{0} is less than {1}"), Words("小于", "less")),
    _comparison("<=", Words("{0} 不超过 {1}", "{0} is at most {1}"), Words("小于或等于", "less or equal")),
    _comparison(">", Words("{0} 大于 {1}", "{0} is greater than {1}"), Words("大于", "greater")),
    _comparison(">=", Words("{0} 不低于 {1}", "{0} is at least {1}"), Words("大于或等于", "greater or equal")),
    _question("IS NULL", Words("{0} 缺失", "{0} is missing"), Words("没有值", "there is no value")),
    _question("IS NOT NULL", Words("{0} 有值", "{0} is known"), Words("有值", "there is a value")),
    _membership("IN", Words("{0} 属于（{rest}）", "{0} is one of ({rest})"), Words("在列表中", "stands in the list")),
    _membership(
        "NOT IN",
        Words("{0} 不属于（{rest}）", "{0} is none of ({rest})"),
        Words("不在列表中", "does not stand in the list"),
    ),
    Operator(
        "NOT",
        "NOT {0}",
        Words("并非 {0}", "not {0}"),
        Words("否；未知仍为未知", "the opposite; unknown stays unknown"),
        Strength.NOT,
        frozenset({"boolean"}),
        "boolean",
        (1, 1),
        chains=True,
    ),
    _logic(
        "AND",
        Strength.AND,
        Words(" 且 ", " and "),
        Words("全部为真；有一个为假即为假", "all are true; one false settles it"),
    ),
    _logic(
        "OR",
        Strength.OR,
        Words(" 或 ", " or "),
        Words("至少一个为真；有一个为真即为真", "one is true; one true settles it"),
    ),
    Operator(
        "ratio",
        "ratio({0}, {1})",
        Words("{0} 与 {1} 之比", "the ratio of {0} to {1}"),
        Words(
            "一次双精度除法；除数为 0 或任一缺失则无值",
            "one division; no value when the base is 0 or either is missing",
        ),
        Strength.ATOM,
        frozenset({"real"}),
        "real",
        mode="reading",
    ),
    _extreme(
        "least",
        Words("{all} 中的最小者", "the least of {all}"),
        Words("最小者；任一缺失则无值", "the least; no value when any is missing"),
    ),
    _extreme(
        "greatest",
        Words("{all} 中的最大者", "the greatest of {all}"),
        Words("最大者；任一缺失则无值", "the greatest; no value when any is missing"),
    ),
    Operator(
        "clamp",
        "clamp({0}, {1}, {2})",
        Words("{0}（限制在 {1} 到 {2} 之间）", "{0} kept between {1} and {2}"),
        Words("least(greatest(值, 下限), 上限)", "least(greatest(value, low), high)"),
        Strength.ATOM,
        NUMBERS,
        None,
        (3, 3),
    ),
    Operator(
        "quotient",
        "quotient({0}, {1})",
        Words("{0} 除以 {1} 的整数商", "{0} divided by {1} in whole numbers"),
        Words("向零取整的整数除法；除数为 0 则无值", "whole division toward zero; no value when the base is 0"),
        Strength.ATOM,
        frozenset({"integer"}),
        None,
        mode="row",
        is_shipped=True,
    ),
)

OPERATORS: dict[str, Operator] = {each.symbol: each for each in DECLARED}
FUNCTIONS: dict[str, Operator] = {each.symbol: each for each in DECLARED if each.is_function}
