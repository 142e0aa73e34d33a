"""The columns of a sheet as values: days, minor units, numbers, choices; with all that is wrong in each row."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.compute as pc

from kedun.facts.kinds import KINDS, Field, Kind
from kedun.intake.conversion import (
    Converted,
    Reader,
    choice_reader,
    convert,
    convert_amounts,
    distinct,
    is_empty,
    known_reader,
    read_boolean,
    read_currency,
    read_key,
    read_text,
)
from kedun.intake.dates import ISO, DateFormat, checked_format, day_reader, find_format
from kedun.intake.numbers import amount_style, currency_written, integer_reader, written_currency
from kedun.intake.public_records import CHECKED_ON, ENDS, ends_of
from kedun.intake.recognition import ATTRIBUTE, NAMING, Column, Recognition, label_of
from kedun.intake.refusals import CurrencyUnknown
from kedun.intake.rejects import Fault, Problem
from kedun.intake.sheet import Sheet

MONEY_ROLES = ("paid", "open")
DAY_ROLES = ("settled_on", "reported_on", CHECKED_ON)
KEYS = frozenset({
    "external_id", "customer", "legal_entity", "person", "other", "payment", "bounce_of", "uscc",
    "order_no", "delivery_no", "document_no", "invoice_no", "contract_no", "case_no",
})  # fmt: skip
"""Targets that identify something."""
_ARROW = {"text": pa.string(), "boolean": pa.bool_(), "day": pa.int64(), "money": pa.int64(), "integer": pa.int64()}


@dataclass(slots=True)
class Columns:
    """What the columns of a sheet hold; `problems` are gathered here by the row's position."""

    size: int
    values: dict[str, pa.Array] = field(default_factory=dict)
    problems: dict[int, list[Problem]] = field(default_factory=dict)
    date_formats: dict[str, str] = field(default_factory=dict)
    is_currency_assumed: bool = False

    def blame(self, position: int, problem: Problem) -> None:
        """Note what is wrong with a row."""
        self.problems.setdefault(position, []).append(problem)

    def get(self, target: str) -> pa.Array | None:
        """Give a target's values, if the file says anything of it."""
        return self.values.get(target)


def field_of(kind: Kind, target: str) -> Field:
    """Give the field of a target; roles are described like fields."""
    if target.startswith(ATTRIBUTE):
        return KINDS["customer"].field(target.removeprefix(ATTRIBUTE))
    own = next((each for each in kind.fields if each.name == target), None)
    if own is not None:
        return own
    label = label_of(kind, target)
    if target in MONEY_ROLES:
        return Field(target, "money", label)
    if target in DAY_ROLES:
        return Field(target, "day", label)
    is_flag = target == "is_retracted"
    return Field(target, "boolean" if is_flag else "text", label, required=target in ("external_id", "customer"))


def read_columns(sheet: Sheet, recognition: Recognition, *, base_currency: str, whole: Sheet) -> Columns:
    """Read every recognised column and constant; how a column is written is told by the whole sheet.

    Raises: DatesAmbiguous, DatesMixed, DateFormatInvalid; CurrencyUnknown for a stated one.
    """
    kind = KINDS[recognition.kind]
    columns = Columns(len(sheet.rows))
    currency = _currencies(sheet, recognition, columns, usual=_usual_currency(whole, recognition), base=base_currency)
    for column in recognition.columns:
        described = field_of(kind, column.target)
        if described.name != "currency" or kind.name == "fx_rate":
            _take(columns, sheet, column, _converted(sheet, column, described, recognition, currency, columns, whole))
    for target, text in recognition.constants.items():
        if recognition.column(target) is None:
            _take_constant(columns, kind, target, text)
    if kind.has_money and any(field_of(kind, each).type == "money" for each in columns.values):
        columns.values["currency"] = currency
    _leave_out_empty_key(columns, whole, recognition)
    return columns


def _leave_out_empty_key(columns: Columns, sheet: Sheet, recognition: Recognition) -> None:
    """Take a column of identifiers that nobody filled in as absent: the key is then made of other columns."""
    column = recognition.column("external_id")
    if column is not None and not distinct(sheet.column(column.heading)):
        del columns.values["external_id"]


def _take_constant(columns: Columns, kind: Kind, target: str, text: str) -> None:
    described = field_of(kind, target)
    reader = _reader(described, DateFormat(ISO), factor=1)
    value = reader(text) if text else None
    known = None if isinstance(value, Fault) else value
    columns.values[target] = pa.array([known] * columns.size, _ARROW[described.type])


def _take(columns: Columns, sheet: Sheet, column: Column, converted: Converted) -> None:
    columns.values[column.target] = converted.values
    texts = sheet.column(column.heading)
    for position, fault in converted.faults.items():
        columns.blame(position, Problem(column.heading, texts[position].as_py(), fault.code, fault.params))


def _converted(
    sheet: Sheet,
    column: Column,
    described: Field,
    recognition: Recognition,
    currency: pa.Array,
    columns: Columns,
    whole: Sheet,
) -> Converted:
    texts = _texts_of(sheet, column, described)
    if described.type == "money":
        own = pa.repeat(pa.scalar(column.currency), len(texts)) if column.currency else currency
        return convert_amounts(texts, own, amount_style(distinct(whole.column(column.heading)), factor=column.factor))
    wanted = DateFormat(ISO)
    if described.type == "day":
        found = _format_of(whole, column, described, recognition.date_formats)
        wanted = found or wanted
        if found is not None:
            columns.date_formats[column.heading] = found.pattern
    return convert(texts, _reader(described, wanted, factor=column.factor), _ARROW[described.type])


def _texts_of(sheet: Sheet, column: Column, described: Field) -> pa.Array:
    texts = sheet.column(column.heading)
    return ends_of(texts) if described.name in ENDS else texts


def _format_of(sheet: Sheet, column: Column, described: Field, stated: Mapping[str, str]) -> DateFormat | None:
    pattern = stated.get(column.heading)
    if pattern is not None:
        checked_format(pattern, stated=f"{column.heading}={pattern}")
        return DateFormat(pattern, is_native=sheet.is_native)
    texts = distinct(_texts_of(sheet, column, described))
    return find_format(texts, column=column.heading, is_native=sheet.is_native)


def _reader(described: Field, wanted: DateFormat, *, factor: int) -> Reader:
    match described.type:
        case "day":
            return day_reader(wanted)
        case "boolean":
            return read_boolean
        case "integer" | "money":
            return integer_reader(factor, is_positive=described.name == "rate", between=described.between)
        case "text" if described.choices:
            return choice_reader(described.choices)
        case "text" if described.known:
            return known_reader(described.known)
        case "text" if described.name == "currency":
            return read_currency
        case "text":
            return read_key if described.name in KEYS else read_text


def _currencies(sheet: Sheet, recognition: Recognition, columns: Columns, *, usual: str, base: str) -> pa.Array:
    """Give each row's currency: its cell, else the heading, else what is stated or written, else the base currency."""
    columns.is_currency_assumed = not usual and recognition.column("currency") is None
    default = usual or base
    column = recognition.column("currency")
    capital = recognition.column("registered_capital_minor") if column is None else None
    if capital is not None:
        return _written_currencies(sheet.column(capital.heading), own=capital.currency, default=default)
    if column is None or recognition.kind == "fx_rate":
        return pa.repeat(pa.scalar(default), columns.size)
    converted = convert(sheet.column(column.heading), read_currency, pa.string())
    _take(columns, sheet, column, converted)
    return pc.fill_null(converted.values, default)


def _written_currencies(texts: pa.Array, *, own: str, default: str) -> pa.Array:
    """Give the currency that each amount is written in: capital stands in that of its company's home."""
    encoded = texts.dictionary_encode()
    written = [own or currency_written(text) or default for text in encoded.dictionary.to_pylist()]
    return pa.array(written, pa.string()).take(encoded.indices)


def _usual_currency(sheet: Sheet, recognition: Recognition) -> str:
    constant = recognition.constants.get("currency", "")
    if constant:
        read = read_currency(constant)
        if isinstance(read, Fault):
            raise CurrencyUnknown(currency=constant)
        return read
    kind = KINDS[recognition.kind]
    money = [each for each in recognition.columns if field_of(kind, each.target).type == "money"]
    stated = next((each.currency for each in money if each.currency), "")
    return stated or next(
        (code for each in money if (code := written_currency(distinct(sheet.column(each.heading))))), ""
    )


def check_required(columns: Columns, recognition: Recognition) -> None:
    """Blame every row that lacks what its kind requires."""
    kind = KINDS[recognition.kind]
    for target in [*(each.name for each in kind.fields if each.required), "external_id", "customer"]:
        values = columns.get(target)
        column = recognition.column(target)
        if values is None or (target == "customer" and any(columns.get(each) is not None for each in NAMING)):
            continue
        _blame_empty(columns, is_empty(values), heading=column.heading if column else "")


def _blame_empty(columns: Columns, empty: pa.Array, *, heading: str) -> None:
    for position in pc.indices_nonzero(empty).to_pylist():
        blamed = columns.problems.get(position, [])
        if not any(problem.column == heading for problem in blamed):
            columns.blame(position, Problem(heading, "", "missing_value", {}))
