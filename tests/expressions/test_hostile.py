"""Texts written to do harm: each is refused, or is a plain value; nothing runs and nothing else is ever raised."""

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kedun.expressions import Checked, ExpressionRefused, check, explain, parse, to_python, to_sql, unparse
from tests.expressions.engines import SCOPE, Engines, exact

REFUSED = [
    "__class__",
    "a.__class__",
    "a.__class__.__mro__[1].__subclasses__()",
    "().__class__.__bases__[0]",
    "__import__('os').system('true')",
    "__import__('os')",
    "eval('1')",
    "exec('1')",
    "open('/etc/passwd')",
    "getattr(a, 'b')",
    "lambda: 0",
    "a if f else b",
    "[x for x in (1,2)]",
    "{'a': 1}",
    "{a}",
    "{0.__class__}",
    "f'{a}'",
    "a := 1",
    "a; DROP TABLE facts_customer",
    "a); DROP TABLE facts_customer; --",
    "1; SELECT pg_sleep(10)",
    "a OR 1=1 --",
    "a' OR '1'='1",
    "'; DROP TABLE facts_customer; --",
    "''' OR 1=1",
    "a /* comment */ OR f",
    "a -- comment",
    "a # comment",
    "SELECT 1",
    "(SELECT 1)",
    "(SELECT password FROM users)",
    "a UNION SELECT 1",
    "EXISTS (SELECT 1)",
    "a IN (SELECT 1)",
    "pg_sleep(10)",
    "pg_read_file('/etc/passwd')",
    "read_csv('/etc/passwd')",
    "read_text('/etc/passwd')",
    "getvariable('x')",
    "current_setting('x')",
    "current_user()",
    "version()",
    "a::text",
    "CAST(a AS TEXT)",
    "$1",
    "$$x$$",
    ":a",
    "@a",
    "%(a)s",
    "%s",
    "?",
    '"a"',
    "`a`",
    "a\\",
    "E'\\x41' = t",
    "U&'\\0041' = t",
    "X'41' = t",
    't = "x"',
    "t COLLATE \"C\" = 'x'",
    "t || 'x' = 'y'",
    "t ~ '.*'",
    "t SIMILAR TO 'x'",
    "t LIKE '%'",
    "a\x00b",
    "a\u202e",
    "a\u200d",
    "\ufeffa",
    "аa",
    "a\u0301",
    "t = 'x\u2028'",
    "t = '\x1b[31m'",
    "t = '\udcff'",
    "(" * 3000,
    ")" * 3000,
    "(" * 1999 + "a" + ")" * 1999,
    "NOT " * 999 + "f",
    "-" * 4000,
    "- " * 1999 + "a",
    "CASE WHEN " * 300,
    "CASE WHEN f THEN " * 200 + "1" + " END" * 200,
    "a" + "+a" * 1999,
    "a" + "*a" * 1999,
    "least(" * 600,
    "9" * 4000,
    "0." + "1" * 3990,
    "1e308 * 1e308",
    "1" + "0" * 400,
    "x" * 4001,
    "'" + "x" * 4000 + "'",
    "nan",
    "infinity",
    "NULL",
    "a = 0x10",
    "a = 1_0",
    "a = 1L",
    "a = 1.e1",
    "a = ٣",
    "a = ²",
    "a IS TRUE",
    "a IS NOT DISTINCT FROM b",
    "ANY (a)",
    "ROW(a, b)",
    "ARRAY",
    "INTERVAL '1 day'",
    "TIMESTAMP 'now'",
    "a = ALL",
    "\\",
    "\\'",
]

HARMLESS = [
    "' OR ''='",
    "'; DROP TABLE facts_customer; --'",
    "t = 'x'' OR ''1''=''1'",
    "t = '{0.__class__}{a!r}%(a)s%s%%$a:a?'",
    "t = '\\'' OR 1=1 --'",
    "t = '\\\\'",
    "t = 'E\\x41'",
    "t = '$$'",
    "t = '/* */'",
    "t IN ('--', '/*', '*/', '#', ';', '\"', '`')",
    "'" + "x" * 3990 + "'",
    "t = '客户；，（）＞'",
    "t = '😀'",
    "''''",
]


@pytest.mark.parametrize("text", REFUSED, ids=lambda text: ascii(text[:40]))
def test_hostile_text_is_refused(text: str) -> None:
    with pytest.raises(ExpressionRefused) as refused:
        check(parse(text), SCOPE, mode="row")
    assert len(refused.value.say("zh")) < 500
    assert len(refused.value.say("en")) < 500


@pytest.mark.parametrize("text", HARMLESS, ids=lambda text: ascii(text[:40]))
def test_hostile_text_inside_quotes_is_only_a_text(text: str, engines: Engines) -> None:
    node = check(parse(text), SCOPE, mode="row")
    row = {"t": "\\"}
    wanted = [[exact(to_python(node)(row))]]
    assert engines.on_postgres([node], [row]) == wanted
    assert engines.on_duckdb([node], [row]) == wanted
    assert to_sql(node, "spark")
    assert explain(node, "zh")


def outcome(text: str) -> Checked | ExpressionRefused:
    try:
        return check(parse(text), SCOPE, mode="reading")
    except ExpressionRefused as refusal:
        return refusal


def accepted_or_refused(text: str) -> None:
    found = outcome(text)
    if isinstance(found, ExpressionRefused):
        assert found.say("zh")
        assert found.say("en")
    else:
        assert check(parse(unparse(found.node)), SCOPE, mode="reading").type == found.type
        assert to_sql(found, "postgres")


@given(st.text(max_size=60))
def test_any_text_is_accepted_or_refused(text: str) -> None:
    accepted_or_refused(text)


PIECES = [
    "a",
    "b",
    "f",
    "t",
    "1",
    "2.5",
    "'x'",
    "''",
    "(",
    ")",
    ",",
    "+",
    "-",
    "*",
    "/",
    "=",
    "==",
    "<>",
    "<",
    ">",
    "AND",
    "OR",
    "NOT",
    "IS",
    "NULL",
    "IN",
    "CASE",
    "WHEN",
    "THEN",
    "ELSE",
    "END",
    "TRUE",
    "least",
    "ratio",
    "LIKE",
    "，",
    ".",
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))
def test_any_words_of_the_language_in_any_order_are_accepted_or_refused(text: str) -> None:
    accepted_or_refused(text)


def test_good_text_with_one_character_changed_is_accepted_or_refused() -> None:
    good = "CASE WHEN a IN (1, -2) AND NOT t = 'it''s' THEN ratio(a, b + 1) ELSE clamp(r, 0, 1.5) END"
    chance = random.Random(7)  # noqa: S311
    for place, _ in itertools.product(range(len(good)), range(3)):
        accepted_or_refused(good[:place] + chance.choice("'()-,. \x00，=/aA1") + good[place + 1 :])
