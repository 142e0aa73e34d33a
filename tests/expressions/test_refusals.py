"""Every refusal: which one, at which column, what stands there, and what to write instead; in both languages."""

from typing import Literal

import pytest

from kedun.expressions import Arithmetic as Sum
from kedun.expressions import ExpressionRefused, Name, Node, check, parse, refusals
from tests.expressions.engines import SCOPE

Case = tuple[type[ExpressionRefused], int, str, str]

READ: dict[str, Case] = {
    "": (refusals.EmptyExpression, 1, "", "overdue_days > 30"),
    "   ": (refusals.EmptyExpression, 1, "", "overdue_days > 30"),
    "a / b": (refusals.UnknownOperator, 3, "/", "ratio(a, b)"),
    "a // b": (refusals.UnknownOperator, 3, "//", "ratio(a, b)"),
    "a % 2": (refusals.UnknownOperator, 3, "%", "ratio(a, b)"),
    "a == b": (refusals.UnknownOperator, 3, "==", "="),
    "a => b": (refusals.UnknownOperator, 3, "=>", ">="),
    "a =< b": (refusals.UnknownOperator, 3, "=<", "<="),
    "f && g": (refusals.UnknownOperator, 3, "&&", "AND"),
    "f || g": (refusals.UnknownOperator, 3, "||", "OR"),
    "!f": (refusals.UnknownOperator, 1, "!", "NOT"),
    "a ** 2": (refusals.UnknownOperator, 3, "**", "a * a"),
    "a ^ 2": (refusals.UnknownOperator, 3, "^", "a * a"),
    "a; b": (refusals.UnknownOperator, 2, ";", "a AND b"),
    "f ? a : b": (refusals.UnknownOperator, 3, "?", "CASE WHEN a THEN b ELSE c END"),
    "a -- b": (refusals.CommentRefused, 3, "--", "- -"),
    "a /* b */": (refusals.CommentRefused, 3, "/*", "a AND b"),
    "a # b": (refusals.CommentRefused, 3, "#", "a AND b"),
    "a > 1e5": (refusals.MalformedNumber, 5, "1e5", "100000"),
    "a > .5": (refusals.MalformedNumber, 5, ".5", "0.5"),
    "a > 5.": (refusals.MalformedNumber, 5, "5.", "5"),
    "a > 1_000": (refusals.MalformedNumber, 5, "1_000", "1000"),
    "a > 12abc": (refusals.MalformedNumber, 5, "12abc", "1000"),
    "a > 1.2.3": (refusals.MalformedNumber, 5, "1.2.3", "1000"),
    "a > 1e999": (refusals.MalformedNumber, 5, "1e999", "1000"),
    "a > 9223372036854775808": (refusals.NumberTooLarge, 5, "9223372036854775808", "9223372036854775807"),
    "-9223372036854775809": (refusals.NumberTooLarge, 2, "9223372036854775809", "9223372036854775807"),
    "9" * 100: (refusals.NumberTooLarge, 1, "9" * 40, "9223372036854775807"),
    "1.2345678901234567": (refusals.TooManyDigits, 1, "1.2345678901234567", "1.23457"),
    "1234567890123456.5": (refusals.TooManyDigits, 1, "1234567890123456.5", "0.5"),
    "0.0000000000000001": (refusals.TooManyDigits, 1, "0.0000000000000001", "0.5"),
    "Overdue > 1": (refusals.MalformedName, 1, "Overdue", "overdue"),
    "__class__": (refusals.MalformedName, 1, "__class__", "class"),
    "_": (refusals.MalformedName, 1, "_", "overdue_days"),
    "x" * 64: (refusals.MalformedName, 1, "x" * 40, "x" * 63),
    "a.b": (refusals.StrangeCharacter, 2, ".", "overdue_days"),
    "a[0]": (refusals.StrangeCharacter, 2, "[", "overdue_days"),
    "逾期 > 30": (refusals.StrangeCharacter, 1, "逾", "overdue_days"),
    "a，b": (refusals.LookAlike, 2, "，", ","),
    "（a": (refusals.LookAlike, 1, "（", "("),
    "(a）": (refusals.LookAlike, 3, "）", ")"),
    "a ＞ 3": (refusals.LookAlike, 3, "＞", ">"),
    "a ＜ 3": (refusals.LookAlike, 3, "＜", "<"),
    "a ＝ 3": (refusals.LookAlike, 3, "＝", "="),
    "a ≥ 3": (refusals.LookAlike, 3, "≥", ">="),
    "a ≤ 3": (refusals.LookAlike, 3, "≤", "<="),
    "a ≠ 3": (refusals.LookAlike, 3, "≠", "<>"),
    "a ＋ ３": (refusals.LookAlike, 3, "＋", "+"),
    "a > ３": (refusals.LookAlike, 5, "３", "3"),
    "a － 3": (refusals.LookAlike, 3, "－", "-"),
    "a − 3": (refusals.LookAlike, 3, "−", "-"),
    "a × 3": (refusals.LookAlike, 3, "×", "*"),
    "a ÷ 3": (refusals.LookAlike, 3, "÷", "ratio(a, b)"),
    "a ／ 3": (refusals.LookAlike, 3, "／", "ratio(a, b)"),
    "t = “x”": (refusals.LookAlike, 5, "“", "'"),
    "t = ‘x’": (refusals.LookAlike, 5, "‘", "'"),
    "t IN ('x'、'y')": (refusals.LookAlike, 10, "、", ","),
    "a\u3000> 3": (refusals.LookAlike, 2, "\u3000", "U+0020"),
    "ａ > 3": (refusals.LookAlike, 1, "ａ", "a"),
    "a\x00": (refusals.HiddenCharacter, 2, "U+0000", "''"),
    "t = 'x\x00'": (refusals.HiddenCharacter, 7, "U+0000", "''"),
    "t = 'x\n'": (refusals.HiddenCharacter, 7, "U+000A", "''"),
    "t = '\u202ex'": (refusals.HiddenCharacter, 6, "U+202E", "''"),
    "a\u200b": (refusals.HiddenCharacter, 2, "U+200B", "''"),
    "t = '\ud800'": (refusals.HiddenCharacter, 6, "U+D800", "''"),
    "t = 'abc": (refusals.UnclosedQuote, 5, "'abc", "'text'"),
    't = "abc"': (refusals.UnclosedQuote, 5, '"abc"', "'text'"),
    "ratoi(a, b)": (refusals.UnknownFunction, 1, "ratoi", "ratio(a, b)"),
    "lest(a, b)": (refusals.UnknownFunction, 1, "lest", "least(a, b)"),
    "clam(a, 0, 1)": (refusals.UnknownFunction, 1, "clam", "clamp(a, b, c)"),
    "coalesce(a, 0)": (refusals.UnknownFunction, 1, "coalesce", "CASE WHEN a IS NULL THEN b ELSE a END"),
    "IF(f, 1, 2)": (refusals.UnknownFunction, 1, "IF", "CASE WHEN a THEN b ELSE c END"),
    "abs(a)": (refusals.UnknownFunction, 1, "abs", "greatest(a, -a)"),
    "max(a, b)": (refusals.UnknownFunction, 1, "max", "greatest(a, b)"),
    "min(a, b)": (refusals.UnknownFunction, 1, "min", "least(a, b)"),
    "a BETWEEN 1 AND 2": (refusals.UnknownFunction, 3, "BETWEEN", "a >= b AND a <= c"),
    "a DIV 2": (refusals.UnknownFunction, 3, "DIV", "ratio(a, b)"),
    "t LIKE 'x%'": (refusals.TextFunctionRefused, 3, "LIKE", "a IN ('x', 'y')"),
    "upper(t) = 'X'": (refusals.TextFunctionRefused, 1, "upper", "a IN ('x', 'y')"),
    "ROUND(a, 2)": (refusals.RoundingRefused, 1, "ROUND", "a > 1.5"),
    "SUM(a) > 1": (refusals.AggregateRefused, 1, "SUM", "sum: owed_minor"),
    "DATE '2026-01-31'": (refusals.DatesRefused, 1, "DATE", "overdue_days > 30"),
    "a > CURRENT_DATE": (refusals.DatesRefused, 5, "CURRENT_DATE", "overdue_days > 30"),
    "date_diff(a, b)": (refusals.DatesRefused, 1, "date_diff", "overdue_days > 30"),
    "now()": (refusals.DatesRefused, 1, "now", "overdue_days > 30"),
    "1 < a < 5": (refusals.ChainedComparison, 7, "<", "a < b AND b < c"),
    "a IS NULL IS NULL": (refusals.ChainedComparison, 11, "IS", "a < b AND b < c"),
    "a + ": (refusals.UnexpectedEnd, 5, "+", "overdue_days"),
    "(a": (refusals.UnexpectedEnd, 3, "a", ")"),
    "CASE WHEN f": (refusals.UnexpectedEnd, 12, "f", "THEN"),
    "a IS 5": (refusals.Unexpected, 6, "5", "NULL"),
    "a NOT 5": (refusals.Unexpected, 7, "5", "IN"),
    "a IN ()": (refusals.Unexpected, 7, ")", "1, 'text'"),
    "a IN (b)": (refusals.Unexpected, 7, "b", "1, 'text'"),
    "a IN 5": (refusals.Unexpected, 6, "5", "("),
    "a IN (-'x')": (refusals.Unexpected, 8, "'x'", "1"),
    "least(a b)": (refusals.Unexpected, 9, "b", ")"),
    "a = NOT f": (refusals.Unexpected, 5, "NOT", "(NOT a)"),
    "* a": (refusals.Unexpected, 1, "*", "overdue_days"),
    "CASE a WHEN 1 THEN 2 END": (refusals.Unexpected, 6, "a", "WHEN"),
    "CASE END": (refusals.Unexpected, 6, "END", "WHEN"),
    "-'x'": (refusals.Unexpected, 2, "'x'", "1"),
    "a b": (refusals.TrailingText, 3, "b", "… AND b"),
    "a) OR (1 = 1": (refusals.TrailingText, 2, ")", "… AND )"),
    "a IN (1, NULL)": (refusals.NullInList, 10, "NULL", "a IN (1, 2) OR a IS NULL"),
    "a" + " " * 4000: (refusals.TextTooLong, 1, "…", "4000"),
    "(" * 51 + "a" + ")" * 51: (refusals.TooDeep, 51, "(", "50"),
    "NOT " * 51 + "f": (refusals.TooDeep, 201, "NOT", "50"),
    "- " * 51 + "a": (refusals.TooDeep, 101, "-", "50"),
    "+".join(["a"] * 51): (refusals.TooDeep, 1, "…", "50"),
    "a IN (" + ",".join(["1"] * 1000) + ")": (refusals.TooManyParts, 2003, "…", "1000"),
    "least(least(least(least(least(a, b), b), b), b), b)": (
        refusals.ExtremesTooDeep,
        1,
        "least(least(least(least(least(a, b), b)…",
        "4",
    ),
}

CHECKED: dict[tuple[Literal["row", "reading"], str], Case] = {
    ("row", "overdeu > a"): (refusals.UnknownName, 1, "overdeu", "u"),
    ("row", "smal > a"): (refusals.UnknownName, 1, "smal", "small"),
    ("row", "a = NULL"): (refusals.NullMisplaced, 5, "NULL", "a IS NULL"),
    ("row", "NULL <> a + b"): (refusals.NullMisplaced, 1, "NULL", "a + b IS NULL"),
    ("row", "a + NULL"): (refusals.NullMisplaced, 5, "NULL", "a IS NULL"),
    ("row", "NULL"): (refusals.NullMisplaced, 1, "NULL", "a IS NULL"),
    ("row", "NULL = NULL"): (refusals.NullMisplaced, 1, "NULL", "a IS NULL"),
    ("row", "CASE WHEN NULL THEN a END"): (refusals.NullMisplaced, 11, "NULL", "a IS NULL"),
    ("row", "CASE WHEN f THEN NULL END"): (refusals.NullMisplaced, 1, "CASE WHEN f THEN NULL END", "a IS NULL"),
    ("row", "a AND f"): (refusals.WrongType, 1, "a", "a <> 0"),
    ("row", "f OR t"): (refusals.WrongType, 6, "t", "t = 'x'"),
    ("row", "f AND 'x'"): (refusals.WrongType, 7, "'x'", "a = 'x'"),
    ("row", "NOT 5"): (refusals.WrongType, 5, "5", "5 <> 0"),
    ("row", "a + f"): (refusals.WrongType, 5, "f", "CASE WHEN f THEN 1 ELSE 0 END"),
    ("row", "a + '5'"): (refusals.WrongType, 5, "'5'", "5"),
    ("row", "a + t"): (refusals.WrongType, 5, "t", "CASE WHEN t = 'x' THEN 1 ELSE 0 END"),
    ("row", "a = '30'"): (refusals.WrongType, 5, "'30'", "30"),
    ("row", "t = 5"): (refusals.WrongType, 5, "5", "'5'"),
    ("row", "t = f"): (refusals.WrongType, 5, "f", "CASE WHEN f THEN 'x' ELSE 'y' END"),
    ("row", "t IN ('x', 5)"): (refusals.WrongType, 12, "5", "'5'"),
    ("row", "f IN (1)"): (refusals.WrongType, 1, "f", "CASE WHEN f THEN 1 ELSE 0 END"),
    ("row", "CASE WHEN a THEN 1 END"): (refusals.WrongType, 11, "a", "a <> 0"),
    ("row", "CASE WHEN f THEN 1 ELSE 'x' END"): (
        refusals.WrongType,
        25,
        "'x'",
        "30",
    ),
    ("row", "quotient(1, t)"): (refusals.WrongType, 13, "t", "CASE WHEN t = 'x' THEN 1 ELSE 0 END"),
    ("row", "t > 'x'"): (refusals.OrderRefused, 1, "t", "t = 'x'"),
    ("row", "a > 'x'"): (refusals.WrongType, 5, "'x'", "30"),
    ("row", "f < g"): (refusals.OrderRefused, 1, "f", "f = g"),
    ("reading", "ratio(a)"): (refusals.WrongArity, 1, "ratio", "ratio(a, b)"),
    ("reading", "ratio(a, b, r)"): (refusals.WrongArity, 1, "ratio", "ratio(a, b)"),
    ("row", "least(a)"): (refusals.WrongArity, 1, "least", "least(a, b)"),
    ("row", "clamp()"): (refusals.WrongArity, 1, "clamp", "clamp(a, b, c)"),
    ("row", "a * 1.5 > b"): (refusals.DecimalRefused, 5, "1.5", "a + b > 1.5"),
    ("row", "-r"): (refusals.DecimalRefused, 2, "r", "a + b > 1.5"),
    ("row", "1.5"): (refusals.DecimalRefused, 1, "1.5", "a + b > 1.5"),
    ("row", "CASE WHEN f THEN 0.5 ELSE a END > 1"): (refusals.DecimalRefused, 18, "0.5", "a + b > 1.5"),
    ("row", "ratio(a, b) > 2"): (refusals.ReadingsOnly, 1, "ratio(a, b)", "a > 2 * b"),
    ("row", "quotient(a, b)"): (refusals.ShippedOnly, 1, "quotient", "ratio(a, b)"),
    ("reading", "quotient(a, b)"): (refusals.ShippedOnly, 1, "quotient", "ratio(a, b)"),
    ("row", "a > 9223372036854775807 + 1"): (
        refusals.ConstantOverflow,
        5,
        "9223372036854775807 + 1",
        "9223372036854775807",
    ),
    ("row", "CASE WHEN f THEN 4294967296 * 4294967296 ELSE 0 END"): (
        refusals.ConstantOverflow,
        18,
        "4294967296 * 4294967296",
        "9223372036854775807",
    ),
    ("reading", " * ".join(["a"] * 10)): (refusals.TooManyProducts, 1, "a * a", "8"),
    ("reading", " + ".join(["ratio(a, b)"] * 9)): (refusals.TooManyProducts, 113, "ratio(a, b)", "8"),
}


def is_told(refusal: ExpressionRefused, expected: Case) -> None:
    kind, position, excerpt, suggestion = expected
    assert (type(refusal), refusal.position, refusal.excerpt, refusal.suggestion) == (
        kind,
        position,
        excerpt,
        suggestion,
    )
    for language in ("zh", "en"):
        said = refusal.say(language)
        assert suggestion in said
        assert "{" not in said.replace(excerpt, "")
    assert any("一" <= character <= "鿿" for character in refusal.say("zh"))
    assert refusal.say("en").isascii() or not excerpt.isascii() or not suggestion.isascii()


@pytest.mark.parametrize("text", READ, ids=ascii)
def test_reading_is_refused(text: str) -> None:
    with pytest.raises(ExpressionRefused) as refused:
        parse(text)
    is_told(refused.value, READ[text])


@pytest.mark.parametrize(("mode", "text"), CHECKED, ids=ascii)
def test_checking_is_refused(mode: Literal["row", "reading"], text: str) -> None:
    shipped = text == "quotient(1, t)"
    with pytest.raises(ExpressionRefused) as refused:
        check(parse(text), SCOPE, mode=mode, shipped=shipped)
    is_told(refused.value, CHECKED[mode, text])


def test_every_refusal_has_a_case() -> None:
    every = {each for each in vars(refusals).values() if isinstance(each, type) and issubclass(each, ExpressionRefused)}
    shown = {kind for kind, *_ in READ.values()} | {kind for kind, *_ in CHECKED.values()}
    assert every - shown == {ExpressionRefused}


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        (
            "a + f",
            "第 5 列“f”：这里是真假值，需要的是数值。例如可写：CASE WHEN f THEN 1 ELSE 0 END",
            'Column 5, "f": this is true or false, but a number is needed. Write for example: CASE WHEN f THEN 1 ELSE 0 END',
        ),
        (
            "t > 'x'",
            "第 1 列“t”：这里是文本；只有数值可以比较大小。例如可写：t = 'x'",
            "Column 1, \"t\": this is a text; only numbers have an order. Write for example: t = 'x'",
        ),
    ],
)
def test_types_are_said_in_the_language_of_the_reader(text: str, zh: str, en: str) -> None:
    with pytest.raises(ExpressionRefused) as refused:
        check(parse(text), SCOPE, mode="row")
    assert (refused.value.say("zh"), refused.value.say("en")) == (zh, en)


def test_nothing_is_suggested_where_no_name_is_known() -> None:
    with pytest.raises(refusals.UnknownName) as refused:
        check(parse("a"), {}, mode="row")
    assert refused.value.suggestion == "—"


def test_a_tree_that_grew_by_substitution_is_refused_without_recursion() -> None:
    tree: Node = Name("a")
    for _ in range(5_000):
        tree = Sum("+", tree, Name("b"))
    with pytest.raises(refusals.TooDeep):
        check(tree, SCOPE, mode="row")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("(" * 49 + "a" + ")" * 49, id="49 brackets"),
        pytest.param("NOT " * 49 + "f", id="49 times NOT"),
        pytest.param("+".join(["a"] * 50), id="a sum of 50"),
        pytest.param("a IN (" + ",".join(["1"] * 998) + ")", id="1,000 parts"),
        pytest.param("a" + " " * 3999, id="4,000 characters"),
        pytest.param("least(least(least(least(a, b), b), b), b)", id="4 levels of least"),
        pytest.param(" * ".join(["a"] * 9), id="8 products"),
        pytest.param("12345678.9012345 + a", id="15 digits"),
        pytest.param("9223372036854775807 + a", id="the largest whole number"),
    ],
)
def test_what_is_exactly_at_a_limit_is_accepted(text: str) -> None:
    check(parse(text), SCOPE, mode="reading")
