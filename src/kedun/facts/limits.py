"""What a delivered row must satisfy before it may become a fact: the last guard, in terms that name row and field."""

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from kedun.facts.kinds import KINDS, SIGNAL_DAYS, Field
from kedun.facts.tables import arrow_schema, belongs_to_customer
from kedun.kernel.days import FIRST_DAY, LAST_DAY, to_date
from kedun.kernel.refusals import Invalid

TEXT_LIMIT = 10_000
"""No text of a fact is longer."""


class UnknownKind(Invalid):
    """There is no kind of fact called {kind}."""

    zh = "没有名为 {kind} 的事实类别。"


class UnknownField(Invalid):
    """A {kind} has no field {field}."""

    zh = "{kind} 没有字段 {field}。"


class WrongFieldType(Invalid):
    """The values of {field} of {kind} are {given}, not {expected}."""

    zh = "{kind} 的字段 {field} 类型为 {given}，应为 {expected}。"


class ValueMissing(Invalid):
    """Row {row} of {kind}: {field} is missing."""

    zh = "{kind} 第 {row} 行：缺少 {field}。"


class AmountTooLarge(Invalid):
    """Row {row} of {kind}: {field} is {value}; no amount or number may exceed {limit}."""

    zh = "{kind} 第 {row} 行：{field} 为 {value}，超过上限 {limit}。"


class DayOutOfRange(Invalid):
    """Row {row} of {kind}: {field} is day {value}; days run from {first} to {last}."""

    zh = "{kind} 第 {row} 行：{field} 为第 {value} 天，日期必须在 {first} 至 {last} 之间。"


class FactTextTooLong(Invalid):
    """Row {row} of {kind}: {field} has more than {limit} characters."""

    zh = "{kind} 第 {row} 行：{field} 超过 {limit} 个字符。"


class TextNotPlain(Invalid):
    """Row {row} of {kind}: {field} contains a NUL character."""

    zh = "{kind} 第 {row} 行：{field} 含有空字符（NUL）。"


class NotAChoice(Invalid):
    """Row {row} of {kind}: {field} is {value}; it must be one of {choices}."""

    zh = "{kind} 第 {row} 行：{field} 为 {value}，只能是 {choices} 之一。"


class RateNotPositive(Invalid):
    """Row {row} of {kind}: {field} is {value}; an exchange rate is greater than zero."""

    zh = "{kind} 第 {row} 行：{field} 为 {value}，汇率必须大于零。"


class NumberOutOfRange(Invalid):
    """Row {row} of {kind}: {field} is {value}; it must lie between {least} and {most}."""

    zh = "{kind} 第 {row} 行：{field} 为 {value}，必须在 {least} 至 {most} 之间。"


class SignalLastsWrongly(Invalid):
    """Row {row} of {kind}: {field} must lie between the day of the observation and {days} days after it."""

    zh = "{kind} 第 {row} 行：{field} 必须在观察日期至其后 {days} 天之间。"


class DeliveredTwice(Invalid):
    """Row {row} of {kind}: {external_id} stands in row {first} already."""

    zh = "{kind} 第 {row} 行：编号 {external_id} 与第 {first} 行重复。"


def accepted(kind: str, table: pa.Table, *, legal_entity: str) -> pa.Table:
    """Bring a delivered table into its kind's schema, absent text as '', and check every value.

    Shape: the same rows in the same order, with all columns of `arrow_schema(kind)`.
    Raises: the refusals of this module.
    """
    if kind not in KINDS:
        raise UnknownKind(kind=kind)
    completed = _completed(kind, table, legal_entity)
    if not _texts_are_good(completed):
        for name in _texts(completed):
            _check_text(kind, name, completed[name])
    _check_key(kind, completed)
    for field in KINDS[kind].fields:
        _check_field(kind, field, completed)
    _check_day(kind, "reported_on", completed["reported_on"])
    if kind == "signal":
        _check_expiry(completed)
    return completed


def _completed(kind: str, table: pa.Table, legal_entity: str) -> pa.Table:
    schema = arrow_schema(kind)
    unknown = [name for name in table.column_names if name not in schema.names]
    if unknown:
        raise UnknownField(kind=kind, field=unknown[0])
    columns = [_column(kind, field, table) for field in schema]
    completed = pa.table(columns, schema=schema)
    entity = pc.if_else(pc.equal(completed["legal_entity"], ""), legal_entity, completed["legal_entity"])
    return completed.set_column(schema.get_field_index("legal_entity"), "legal_entity", entity)


def _column(kind: str, field: pa.Field, table: pa.Table) -> pa.ChunkedArray:
    if field.name in table.column_names:
        given = table[field.name]
        try:
            column = given.cast(field.type)
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
            raise WrongFieldType(
                kind=kind, field=field.name, given=str(given.type), expected=str(field.type)
            ) from error
    else:
        column = pa.chunked_array([pa.nulls(table.num_rows, field.type)])
    absent = {"string": "", "bool": False}.get(str(field.type))
    return column if absent is None else pc.fill_null(column, absent)


def _texts(table: pa.Table) -> Iterator[str]:
    return (field.name for field in table.schema if pa.types.is_string(field.type))


def _texts_are_good(table: pa.Table) -> bool:
    """Look at all texts at once: most deliveries are good, and a single row should not cost a look per column."""
    texts = pa.chunked_array([chunk for name in _texts(table) for chunk in table[name].chunks], pa.string())
    too_long = pc.greater(pc.max(pc.binary_length(texts)), TEXT_LIMIT).as_py()
    return not too_long and not pc.any(pc.match_substring(texts, "\0")).as_py()


def _first(wrong: pa.ChunkedArray) -> int | None:
    """Give the 1-based row of the first true value."""
    index = pc.index(pc.fill_null(wrong, False), True).as_py()
    return None if index < 0 else index + 1


def _first_outside(column: pa.ChunkedArray, least: int, most: int) -> int | None:
    """Give the 1-based row of the first number beyond either limit."""
    found = pc.min_max(column).as_py()
    if found["min"] is None or (found["min"] >= least and found["max"] <= most):
        return None
    return _first(pc.or_(pc.less(column, least), pc.greater(column, most)))


def _check_text(kind: str, name: str, column: pa.ChunkedArray) -> None:
    row = _first(pc.greater(pc.utf8_length(column), TEXT_LIMIT))
    if row:
        raise FactTextTooLong(kind=kind, row=row, field=name, limit=TEXT_LIMIT)
    row = _first(pc.match_substring(column, "\0"))
    if row:
        raise TextNotPlain(kind=kind, row=row, field=name)


def _check_key(kind: str, table: pa.Table) -> None:
    for name in ("external_id", "customer") if belongs_to_customer(kind) else ("external_id",):
        row = _first(pc.equal(table[name], ""))
        if row:
            raise ValueMissing(kind=kind, row=row, field=name)
    if pc.count_distinct(table["external_id"]).as_py() == table.num_rows:
        return
    seen: dict[str, int] = {}
    for row, external_id in enumerate(table["external_id"].to_pylist(), start=1):
        first = seen.setdefault(external_id, row)
        if first != row:
            raise DeliveredTwice(kind=kind, row=row, external_id=external_id, first=first)


def _check_field(kind: str, field: Field, table: pa.Table) -> None:
    column = table[field.name]
    if field.required:
        _check_present(kind, field, table)
    if field.choices:
        _check_choice(kind, field, column)
    if field.type == "day":
        _check_day(kind, field.name, column)
    if field.type in ("money", "integer"):
        _check_size(kind, field, column)


def _check_present(kind: str, field: Field, table: pa.Table) -> None:
    column = table[field.name]
    missing = pc.equal(column, "") if field.type == "text" else pc.is_null(column)
    row = _first(pc.and_not(missing, table["is_retracted"]))  # a retraction need not repeat what it retracts
    if row:
        raise ValueMissing(kind=kind, row=row, field=field.name)


def _check_choice(kind: str, field: Field, column: pa.ChunkedArray) -> None:
    allowed = pa.array(["", *field.choices])
    row = _first(pc.invert(pc.is_in(column, value_set=allowed)))
    if row:
        value = str(column[row - 1].as_py())[:80]
        raise NotAChoice(kind=kind, row=row, field=field.name, value=value, choices=", ".join(field.choices))


def _check_day(kind: str, name: str, column: pa.ChunkedArray) -> None:
    row = _first_outside(column, FIRST_DAY, LAST_DAY)
    if row:
        first, last = to_date(FIRST_DAY).isoformat(), to_date(LAST_DAY).isoformat()
        raise DayOutOfRange(kind=kind, row=row, field=name, value=column[row - 1].as_py(), first=first, last=last)


def _check_size(kind: str, field: Field, column: pa.ChunkedArray) -> None:
    name = field.name
    row = _first_outside(column, -field.most, field.most)
    if row:
        raise AmountTooLarge(kind=kind, row=row, field=name, value=column[row - 1].as_py(), limit=field.most)
    if field.between is not None and (row := _first_outside(column, *field.between)):
        least, most = field.between
        raise NumberOutOfRange(kind=kind, row=row, field=name, value=column[row - 1].as_py(), least=least, most=most)
    row = _first(pc.less_equal(column, 0)) if (kind, name) == ("fx_rate", "rate") else None
    if row:
        raise RateNotPositive(kind=kind, row=row, field=name, value=column[row - 1].as_py())


def lasts_wrongly(observed_on: pa.ChunkedArray, expires_on: pa.ChunkedArray) -> pa.ChunkedArray:
    """Tell of each signal whether it ends before it was observed or lasts too long; null where a day is missing."""
    days = pc.subtract(expires_on, observed_on)
    return pc.or_(pc.less(days, 0), pc.greater(days, SIGNAL_DAYS))


def _check_expiry(signals: pa.Table) -> None:
    row = _first(lasts_wrongly(signals["observed_on"], signals["expires_on"]))
    if row:
        raise SignalLastsWrongly(kind="signal", row=row, field="expires_on", days=SIGNAL_DAYS)
