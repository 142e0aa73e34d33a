"""The pieces of SQL that lists of customers are put together from: `a` is the assessment, `c` the customer.

Every value is bound; identifiers come from the declarations below.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from kedun.alerts.states import NOT_CLOSED
from kedun.portfolio.lists.filters import NOT_STATED, Bucket, Filters, SortKey
from kedun.portfolio.past.queries import Past

GRADE_ORDER: Final = "CASE a.standing_grade WHEN 'high' THEN 4 WHEN 'medium' THEN 3 WHEN 'low' THEN 2 ELSE 1 END"
BUCKET_AMOUNTS: Final[dict[Bucket, str]] = {
    "not_due": "(a.receivable_minor - a.overdue_minor - a.due_unknown_minor)",
    "1_30": "a.overdue_1_30_minor",
    "31_60": "a.overdue_31_60_minor",
    "61_90": "a.overdue_61_90_minor",
    "over_90": "a.overdue_over_90_minor",
    "unknown": "a.due_unknown_minor",
}
"""The amount that a customer owes in each bucket of age."""

ASSESSED: Final[dict[SortKey, str]] = {
    "priority": "a.priority",
    "score": "a.score",
    "grade": GRADE_ORDER,
    "receivable": "a.receivable_minor",
    "overdue": "a.overdue_minor",
    "overdue_days": "a.overdue_days_max",
    "limit_utilisation": "a.limit_utilisation",
    "value": "a.value_points",
    "assessed": "a.as_of",
}
"""What lists sort by and an assessment says; customers without it come last in either direction."""

ALWAYS_THERE: Final[dict[SortKey, str]] = {
    "code": "c.code",
    "name": "convert_to(c.name, 'GB18030')",
    "alerts": "COALESCE(x.alerts, 0)",
}
"""What lists sort by and every customer has. In GB18030 the common Chinese characters stand in order of pinyin."""

SUMS: Final = "COALESCE(SUM(a.receivable_minor), 0), COALESCE(SUM(a.overdue_minor), 0)"


@dataclass(frozen=True, slots=True)
class Sql:
    """A piece of SQL with the values it binds, in order."""

    text: str
    values: tuple[Any, ...] = ()


NOT_RETRACTED: Final = Sql("a.customer_id NOT IN (SELECT id FROM facts_customer WHERE is_retracted)")
"""What holds for assessments where the customers themselves are not asked."""

NEWEST: Final = "assessments_assessment a"
"""What stands under the alias `a`, unless a past book does."""


def not_closed(alert: str, past: Past | None) -> Sql:
    """Write the condition that an alert is not closed, or was not on the day of a past book."""
    return Sql(past.stood(alert)) if past else Sql(f"{alert}.state = ANY(%s)", (list(NOT_CLOSED),))


def counted_alerts(past: Past | None) -> Sql:
    """Write the join that counts a customer's alerts which are not closed, under the alias `x`."""
    held = not_closed("o", past)
    return Sql(
        f"LEFT JOIN (SELECT o.customer_id, COUNT(*) AS alerts FROM alerts_alert o WHERE {held.text}"  # noqa: S608
        " GROUP BY o.customer_id) x ON x.customer_id = c.id",
        held.values,
    )


def joined(*parts: Sql) -> Sql:
    """Put pieces one after the other."""
    return Sql(" ".join(each.text for each in parts), tuple(value for each in parts for value in each.values))


def where(conditions: Sequence[Sql]) -> Sql:
    """Write that all conditions hold."""
    text = " AND ".join(f"({each.text})" for each in conditions)
    return Sql(f"WHERE {text}" if text else "", tuple(value for each in conditions for value in each.values))


def of_assessment(filters: Filters) -> Iterator[Sql]:
    """Write the conditions that an assessment answers."""
    listed = {"a.standing_grade": filters.grade, "a.quadrant": filters.quadrant, "a.value_tier": filters.tier}
    yield from (Sql(f"{column} = ANY(%s)", (list(values),)) for column, values in listed.items() if values)
    bounds = {
        "a.overdue_minor >= %s": filters.overdue_min,
        "a.overdue_days_max >= %s": filters.overdue_days_min,
        "a.overdue_days_max <= %s": filters.overdue_days_max,
        "a.score >= %s": filters.score_min,
        "a.score <= %s": filters.score_max,
    }
    yield from (Sql(text, (value,)) for text, value in bounds.items() if value is not None)
    if filters.fires:
        yield Sql("a.fired ?| %s::text[]", (list(filters.fires),))
    if filters.aging:
        yield Sql(" OR ".join(f"{BUCKET_AMOUNTS[bucket]} > 0" for bucket in filters.aging))
    if filters.changed_since is not None:
        yield Sql(
            "a.standing_since >= %s AND EXISTS (SELECT 1 FROM assessments_history h"
            " WHERE h.customer_id = a.customer_id AND h.as_of < a.standing_since)",
            (filters.changed_since,),
        )


def of_customer(filters: Filters) -> Iterator[Sql]:
    """Write the conditions that the customer itself answers, but for the search and the owner."""
    for column, values in (("c.industry", filters.industry), ("c.region", filters.region), ("c.code", filters.codes)):
        if values:
            stated = ["" if value == NOT_STATED and column != "c.code" else value for value in values]
            yield Sql(f"{column} = ANY(%s)", (stated,))


def of_alerts(filters: Filters, customer: str = "c.id", past: Past | None = None) -> Iterator[Sql]:
    """Write the conditions that alerts answer; `customer`: the column with its number."""
    held = not_closed("o", past)
    open_alerts = f"EXISTS (SELECT 1 FROM alerts_alert o WHERE o.customer_id = {customer} AND {held.text}"  # noqa: S608 - one of two columns
    if filters.rule:
        yield Sql(f"{open_alerts} AND o.rule_key = ANY(%s))", (*held.values, list(filters.rule)))
    if filters.severity:
        yield Sql(f"{open_alerts} AND o.severity = ANY(%s))", (*held.values, list(filters.severity)))
    if filters.has_alert is not None:
        yield Sql(("" if filters.has_alert else "NOT ") + f"{open_alerts})", held.values)


def searched(text: str, *, sees_names: bool) -> Sql:
    """Write that a text stands in a name, a code or a registry number; small and capital letters are the same."""
    columns = ["c.name", "c.code", "c.uscc"] if sees_names else ["c.code"]
    pattern = "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    has_case = text.lower() != text.upper()  # Chinese has none, and LIKE is several times as fast
    like = "ILIKE" if has_case else "LIKE"
    return Sql(" OR ".join(f"{column} {like} %s" for column in columns), (pattern,) * len(columns))


def beyond(expression: str, customer: str, *, value: object, last: object, is_descending: bool) -> Sql:
    """Write that a row comes after the last one of the page before; customers of one value go by their number."""
    past, later = ("<", ">") if is_descending else (">", "<")
    text = f"{expression} {past}= %s AND ({expression} {past} %s OR {customer} {later} %s)"
    return Sql(text, (value, value, last))


def ordered(expression: str, customer: str, *, is_descending: bool, limit: int) -> Sql:
    """Write the order of a list; the other way round for ties too, so that one index serves both directions."""
    way, ties = ("DESC", "ASC") if is_descending else ("ASC", "DESC")
    return Sql(f"ORDER BY {expression} {way}, {customer} {ties} LIMIT %s", (limit,))
