"""SQL text of the columns that follow from other facts: reporting amounts, due days, roll-overs, effective days.

Each is a function of the facts known, so the order in which files arrive does not matter. A row passes through its
statement of its kind whenever it, or what it is derived from, has changed. `OFFSET 0` is a fence: it keeps PostgreSQL at one
look into an index per row where it would rather read the whole table, which grows while a bulk load runs.
"""

from bisect import bisect_right
from functools import cache
from itertools import product
from math import isqrt
from string import ascii_uppercase

from kedun.facts.kinds import KINDS
from kedun.facts.tables import derived_columns, history_name, quoted, reporting_columns, table_name
from kedun.kernel.days import FIRST_DAY, LAST_DAY
from kedun.kernel.money import AMOUNT_LIMIT_MINOR, RATE_SCALE, exponent

RATE_AGE_LIMIT_DAYS = 31
"""An exchange rate serves documents of its day and of so many days after."""

_EPOCH = "DATE '1970-01-01'"


def derived(kind: str) -> str:
    """Write the query that adds the derived columns to a kind's rows, which stand in `stage`, each with the id of its present version.

    Parameters: `batch`, the batch being written.
    """
    values = {reporting: reporting_amount(money) for money, reporting in reporting_columns(kind)}
    joins = []
    if values:
        joins += [_ENTITY, _RATE.format(day=_day(kind), age=RATE_AGE_LIMIT_DAYS, scale=_scale())]
    if kind == "invoice":
        values |= _INVOICE_VALUES
        joins.append(_due_joins())
    if kind == "payment":
        values["effective_on"] = _EFFECTIVE_ON
    if kind == "order":
        values["size_class"] = size_class(values["amount_reporting_minor"])
    columns = "".join(f", {values[column.name]} AS {quoted(column.name)}" for column in derived_columns(kind))
    return f"SELECT r.*{columns} FROM stage r{''.join(joins)}"  # noqa: S608 - identifiers are declared


def reporting_amount(money: str) -> str:
    """Write a money column of the rows in the reporting currency; NULL where no rate is known, never 1:1.

    Unit: minor units of the base currency, half away from zero as `kernel.money.convert`. An amount beyond the limit
    of all amounts is NULL too.
    """
    amount = quoted("r", money)
    converted = f"ROUND({amount}::numeric * rate.scale)"
    limited = f"CASE WHEN ABS({converted}) <= {AMOUNT_LIMIT_MINOR} THEN ({converted})::bigint END"
    return f"CASE WHEN r.currency IN ('', le.base_currency) THEN {amount} ELSE {limited} END"


def size_class(amount: str) -> str:
    """Write the size of an amount on a scale of ratios: one class is a factor of 2^(1/8), so 9 per cent.

    Unit: 8 x log2 of the minor units, rounded down; NULL unless the amount is above 0. Whole bounds make it exact.
    Source: docs/why/indicators.md.
    """
    bounds = ", ".join(map(str, _size_bounds()))
    return f"CASE WHEN ({amount}) > 0 THEN width_bucket(({amount})::bigint, ARRAY[{bounds}]::bigint[]) END"


def size_class_of(amount_minor: int) -> int:
    """Give the size class of an amount above 0, as `size_class` writes it."""
    return bisect_right(_size_bounds(), amount_minor)


@cache
def _size_bounds() -> tuple[int, ...]:
    """Give the least amount of each class from 1 on: the smallest n with n^8 >= 2^class."""
    classes = range(1, (AMOUNT_LIMIT_MINOR**8).bit_length() + 1)
    return tuple(isqrt(isqrt(isqrt(2**each - 1))) + 1 for each in classes)


def _scale() -> str:
    """Write what turns minor units into those of the base currency at a rate, as an exact decimal."""
    return "f.rate * {unit} * {of} * {to}".format(
        unit=f"{1 / RATE_SCALE:.8f}",
        of=_minor_units("r.currency", is_inverse=True),
        to=_minor_units("le.base_currency", is_inverse=False),
    )


def concerned_by_rates(kind: str) -> str:
    """Write the condition on current rows `c` of a kind: an exchange rate written in this batch may serve them."""
    return (
        "c.id IN (SELECT k.id FROM (SELECT currency, rate_on FROM facts_fx_rate WHERE known_from_batch = %(batch)s"
        " UNION SELECT currency, rate_on FROM facts_fx_rate_history WHERE known_to_batch = %(batch)s) f JOIN {table} k"
        " ON k.currency = f.currency AND k.{day} BETWEEN f.rate_on AND f.rate_on + {age})"
    ).format(
        table=quoted(table_name(kind)),
        day=quoted(KINDS[kind].event_on or ""),
        age=RATE_AGE_LIMIT_DAYS,
    )


def kinds_with_rates() -> tuple[str, ...]:
    """Give the kinds whose reporting amounts may rest on an exchange rate."""
    return tuple(kind for kind in KINDS if reporting_columns(kind) and KINDS[kind].event_on)


CONCERNED_BY_TERMS = "c.customer_id = ANY(%(customers)s) AND c.stated_due_on IS NULL"
"""The condition on current invoices `c`: their due day may rest on the terms of these customers or their contracts."""


@cache
def _two_digit_exceptions() -> tuple[tuple[str, int], ...]:
    codes = ("".join(letters) for letters in product(ascii_uppercase, repeat=3))
    return tuple((code, exponent(code)) for code in codes if exponent(code) != exponent(""))


def _minor_units(currency: str, *, is_inverse: bool) -> str:
    """Write the minor units in one unit of a currency, or one minor unit in units: both exact decimals."""

    def factor(digits: int) -> str:
        return f"{10.0**-digits:.{digits}f}" if is_inverse else f"{10**digits}"

    branches = " ".join(
        "WHEN {} THEN {}".format(f"'{code}'", factor(digits)) for code, digits in _two_digit_exceptions()
    )
    return "(CASE {} {} ELSE {} END)".format(currency, branches, factor(exponent("")))


def _day(kind: str) -> str:
    """Write the day whose rate counts; a kind without an event day finds no rate."""
    day = KINDS[kind].event_on
    return quoted("r", day) if day else "NULL::integer"


_ENTITY = " JOIN facts_legal_entity le ON le.code = r.legal_entity"
_RATE = (
    " LEFT JOIN LATERAL (SELECT {scale} AS scale FROM facts_fx_rate f JOIN facts_legal_entity fe ON fe.code = f.legal_entity"
    " WHERE r.currency NOT IN ('', le.base_currency) AND f.currency = r.currency AND NOT f.is_retracted"
    " AND fe.base_currency = le.base_currency AND f.rate_on BETWEEN {day} - {age} AND {day}"
    ' ORDER BY f.rate_on DESC, f.source COLLATE "C", f.external_id COLLATE "C" LIMIT 1) rate ON TRUE'
)

_EFFECTIVE_ON = "CASE WHEN r.method = 'commercial_acceptance' THEN COALESCE(r.matures_on, r.paid_on) ELSE r.paid_on END"

_INVOICE_VALUES = {
    "due_on": "due.on_day",
    "due_basis": "CASE WHEN r.stated_due_on IS NOT NULL THEN 'stated' WHEN due.on_day IS NOT NULL THEN 'terms' ELSE '' END",
    "first_due_on": "COALESCE(stated.first_on, r.stated_due_on, due.on_day)",
    "rollovers": "COALESCE(stated.moved_later, 0)",
}

_TERMS = (
    " LEFT JOIN LATERAL (SELECT k.terms_days, k.terms_basis FROM facts_contract k"
    " WHERE r.contract_no <> '' AND k.customer_id = r.customer_id AND k.contract_no = r.contract_no"
    " AND NOT k.is_retracted AND k.terms_days IS NOT NULL"
    ' ORDER BY k.signed_on DESC, k.source COLLATE "C", k.external_id COLLATE "C" LIMIT 1) agreed ON TRUE'
    " LEFT JOIN LATERAL (SELECT k.terms_days, k.terms_basis FROM facts_customer k"
    " WHERE k.id = r.customer_id AND NOT k.is_retracted OFFSET 0) w ON TRUE"
    " CROSS JOIN LATERAL (SELECT COALESCE(agreed.terms_days, w.terms_days) AS days,"
    " CASE WHEN agreed.terms_days IS NULL THEN w.terms_basis ELSE agreed.terms_basis END AS basis) terms"
)

_DUE = (
    " CROSS JOIN LATERAL (SELECT terms.days + CASE WHEN terms.basis = 'month_end' THEN"
    " (date_trunc('month', ({epoch} + r.issue_on)::timestamp) + INTERVAL '1 month')::date - 1 - {epoch}"
    " ELSE r.issue_on END AS on_day) reckoned"
    " CROSS JOIN LATERAL (SELECT CASE WHEN r.stated_due_on IS NOT NULL THEN r.stated_due_on"
    " WHEN reckoned.on_day BETWEEN {first} AND {last} THEN reckoned.on_day::integer END AS on_day) due"
)

# Roll-overs count how often the source itself moved the due day later; a change of terms is not one, so that files may
# arrive in any order, and what was taken back was never said. Of a row that is new there is nothing to look up.
_STATED = (
    " LEFT JOIN LATERAL (SELECT k.id, k.stated_due_on, k.known_from_batch FROM facts_invoice k"
    " WHERE k.id = r.present_id OFFSET 0) c ON r.present_id IS NOT NULL"
    " LEFT JOIN LATERAL (SELECT MIN(v.stated) FILTER (WHERE v.previous IS NULL) AS first_on,"
    " COUNT(*) FILTER (WHERE v.stated > v.previous) AS moved_later FROM (SELECT u.stated,"
    " LAG(u.stated) OVER (ORDER BY u.batch) AS previous FROM (SELECT h.stated_due_on AS stated, h.known_from_batch AS batch"
    " FROM {history} h WHERE h.id = c.id UNION ALL SELECT c.stated_due_on, c.known_from_batch"
    " WHERE c.known_from_batch < %(batch)s::bigint UNION ALL SELECT r.stated_due_on, %(batch)s::bigint) u"
    " WHERE u.stated IS NOT NULL AND u.batch NOT IN (SELECT b.id FROM facts_batch b WHERE b.undone_by IS NOT NULL)) v"
    " HAVING c.id IS NOT NULL) stated ON TRUE"
)


def _due_joins() -> str:
    return (_TERMS + _DUE + _STATED).format(
        epoch=_EPOCH,
        first=FIRST_DAY,
        last=LAST_DAY,
        history=quoted(history_name("invoice")),
    )
