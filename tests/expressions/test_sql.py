"""The SQL of fixed expressions in three dialects, as files; and what never changes in it.

Set KEDUN_REWRITE_GOLDEN=1 to write the files anew after a wanted change, then read the difference.
"""

import os
from pathlib import Path
from typing import Literal, get_args

import pytest

from kedun.expressions import Dialect, check, parse, to_sql
from tests.expressions.engines import Engines, checked

GOLDEN = Path(__file__).parent / "golden"
EXPRESSIONS: dict[str, tuple[Literal["row", "reading"], str]] = {
    "overdue": ("row", "a > 0 AND t <> 'paid' AND NOT f"),
    "window": ("row", "a IS NOT NULL AND a < 365 OR b IS NULL"),
    "whole_arithmetic": ("row", "-a * 2 + (small - 1) * b"),
    "score": ("row", "quotient(200 * a + b, 2 * b)"),
    "decimal_comparison": ("row", "a + b >= 1.5"),
    "edges": ("row", "a IN (9223372036854775807, -9223372036854775808, -1)"),
    "membership": ("row", "t IN ('x', 'it''s', '50%', '\\', '客户') AND a NOT IN (1, -2)"),
    "case": ("row", "CASE WHEN a > 90 THEN 'late' WHEN a IS NULL THEN NULL ELSE t END"),
    "ratio": ("reading", "ratio(a, b)"),
    "ratio_of_sums": ("reading", "ratio(a - b, a + b) * 100"),
    "extremes": ("reading", "least(a, r, 100) - greatest(r, s)"),
    "clamp": ("reading", "clamp(ratio(a, b), 0, 1.25)"),
    "three_valued": ("reading", "(f OR g) AND NOT (r > 0.5) AND (a = 1) IS NOT NULL"),
    "bins": ("reading", "CASE WHEN r <= 1 THEN 100 WHEN r <= 5 THEN 85.5 ELSE 15 END"),
    "bare_name": ("reading", "a"),
    "truth": ("reading", "f = TRUE OR FALSE"),
}


@pytest.mark.parametrize("dialect", get_args(Dialect))
def test_sql_is_the_golden_sql(dialect: Dialect) -> None:
    printed = "".join(
        f"-- {title}: {text}\n{to_sql(checked(text, mode), dialect)};\n" for title, (mode, text) in EXPRESSIONS.items()
    )
    path = GOLDEN / f"{dialect}.sql"
    if os.environ.get("KEDUN_REWRITE_GOLDEN"):
        path.write_text(printed, encoding="utf-8")
    assert printed == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("dialect", "printed"),
    [
        ("postgres", 'CAST("a" AS BIGINT) - CAST(%(as_of)s AS BIGINT)'),
        ("duckdb", 'CAST("a" AS BIGINT) - CAST($as_of AS BIGINT)'),
        ("spark", "CAST(`a` AS BIGINT) - CAST(:as_of AS BIGINT)"),
    ],
)
def test_parameters_are_bound_as_whole_numbers(dialect: Dialect, printed: str) -> None:
    node = check(parse("a - as_of"), {"a": "integer", "as_of": "integer"}, mode="row")
    assert to_sql(node, dialect, parameters=frozenset({"as_of"})) == printed


def test_bound_parameters_run_on_both_databases(engines: Engines) -> None:
    node = check(
        parse("quotient(as_of * 3, 2) > 10.5 AND '50%' <> 'x'"), {"as_of": "integer"}, mode="row", shipped=True
    )
    bound = {"as_of": 2**61}
    on_postgres = to_sql(node, "postgres", parameters=frozenset(bound))
    on_duckdb = to_sql(node, "duckdb", parameters=frozenset(bound))
    assert engines.postgres.execute(f"SELECT {on_postgres}".encode(), bound).fetchone() == (True,)
    assert engines.duckdb.execute(f"SELECT {on_duckdb}", bound).fetchone() == (True,)


def test_text_with_a_percent_sign_means_the_same_with_and_without_parameters(engines: Engines) -> None:
    wanted = "50% it's \\ %s"
    printed = to_sql(check(parse("'50% it''s \\ %s'"), {}, mode="row"), "postgres")
    assert engines.postgres.execute(f"SELECT {printed}".encode()).fetchone() == (wanted,)
    assert engines.postgres.execute(f"SELECT {printed}, %(x)s".encode(), {"x": 1}).fetchone() == (wanted, 1)


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        pytest.param('i."open_minor"', 'i."open_minor" > 1', id="a column stands as it is"),
        pytest.param("due_on - 3", "(due_on - 3) > 1", id="a calculation gets brackets"),
    ],
)
def test_given_columns_take_the_place_of_names(given: str, printed: str) -> None:
    assert to_sql(checked("a > 1", "row"), "postgres", columns={"a": given}) == printed


def test_names_are_always_quoted() -> None:
    node = check(parse("user > select"), {"user": "integer", "select": "integer"}, mode="row")
    assert to_sql(node, "duckdb") == '"user" > "select"'
