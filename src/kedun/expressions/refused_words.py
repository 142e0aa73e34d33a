"""Words of SQL that this language leaves out, and what to write instead."""

import difflib

from kedun.expressions.lexer import Token
from kedun.expressions.operators import FUNCTIONS
from kedun.expressions.refusals import (
    AggregateRefused,
    DatesRefused,
    ExpressionRefused,
    RoundingRefused,
    TextFunctionRefused,
    UnknownFunction,
)

DATES = (
    "date datetime timestamp time interval now today current_date current_timestamp year month day datediff date_diff "
    "date_add date_sub date_trunc date_part extract dateadd add_months to_date months_between age"
)
ROUNDING = "round floor ceil ceiling trunc truncate"
TEXTS = (
    "like ilike rlike regexp upper lower substr substring concat length len trim ltrim rtrim replace left right "
    "contains starts_with split reverse"
)
AGGREGATES = "sum count avg average mean median stddev variance percentile quantile string_agg row_number rank over"

REFUSED: dict[str, tuple[type[ExpressionRefused], str]] = {
    **dict.fromkeys(DATES.split(), (DatesRefused, "overdue_days > 30")),
    **dict.fromkeys(ROUNDING.split(), (RoundingRefused, "a > 1.5")),
    **dict.fromkeys(TEXTS.split(), (TextFunctionRefused, "a IN ('x', 'y')")),
    **dict.fromkeys(AGGREGATES.split(), (AggregateRefused, "sum: owed_minor")),
    **dict.fromkeys(
        ("coalesce", "ifnull", "nvl", "isnull"), (UnknownFunction, "CASE WHEN a IS NULL THEN b ELSE a END")
    ),
    **dict.fromkeys(("if", "iif", "iff"), (UnknownFunction, "CASE WHEN a THEN b ELSE c END")),
    **dict.fromkeys(("div", "divide", "mod"), (UnknownFunction, "ratio(a, b)")),
    "abs": (UnknownFunction, "greatest(a, -a)"),
    "min": (UnknownFunction, "least(a, b)"),
    "max": (UnknownFunction, "greatest(a, b)"),
    "between": (UnknownFunction, "a >= b AND a <= c"),
}

BETWEEN_OPERANDS = frozenset({"like", "ilike", "rlike", "regexp", "between", "div", "mod", "over"})
"""Words that SQL writes after an operand: a LIKE b."""
WITHOUT_BRACKETS = frozenset({"current_date", "current_timestamp"})
BEFORE_TEXT = frozenset({"date", "datetime", "timestamp", "time", "interval"})
"""Words that SQL writes before a text: DATE '2026-01-31'."""


def refused_word(token: Token) -> ExpressionRefused:
    """Make the refusal of a word that SQL knows and this language does not, or that nobody knows."""
    refuse, suggestion = REFUSED.get(token.text.lower(), (UnknownFunction, ""))
    return refuse(position=token.at, excerpt=token.text[:40], suggestion=suggestion or _nearest(token.text))


def _nearest(word: str) -> str:
    """Write the function whose name is nearest to a word."""
    offered = [name for name, operator in FUNCTIONS.items() if not operator.is_shipped]
    name = difflib.get_close_matches(word.lower(), offered, n=1, cutoff=0)[0]
    return FUNCTIONS[name].form.format("a", "b", "c", all="a, b")
