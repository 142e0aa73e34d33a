"""From rows of JSON values to rows of facts: each value checked by the declaration of its field, cleaned as in files."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kedun.facts.kinds import KINDS, SIGNAL_DAYS, Field, Kind
from kedun.facts.limits import TEXT_LIMIT
from kedun.facts.tables import belongs_to_customer
from kedun.intake.columns import KEYS
from kedun.intake.conversion import read_currency, read_key, read_text
from kedun.intake.numbers import INTEGER_LIMIT, AmountStyle, amount_reader, out_of_range
from kedun.intake.rejects import Fault
from kedun.kernel.days import FIRST_DAY, LAST_DAY, to_day
from kedun.kernel.words import Param, Words

Scalar = str | int | float | bool | None
Value = str | int | bool | None
_DECIMAL = re.compile(r"-?\d{1,15}(?:\.\d{1,6})?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class RejectedField:
    """What is wrong with one field of one row of a request."""

    index: int
    external_id: str
    field: str
    code: str
    params: Mapping[str, Param]


@dataclass(frozen=True, slots=True)
class TypedRow:
    """A row that may become a fact."""

    index: int
    values: Mapping[str, Value]

    def text(self, name: str) -> str:
        """Give one of the row's texts; '' where it has none."""
        return str(self.values.get(name) or "")


def api_name(field: Field) -> str:
    """Give the name of a field in requests: amounts go by decimal strings, so nothing there is in minor units."""
    return field.name.removesuffix("_minor") if field.type == "money" else field.name


def fields_of(kind: Kind) -> dict[str, Field]:
    """Give every field that a row of a kind may have, by its name in requests."""
    key = Field("external_id", "text", Words("编号", "Record ID"), required=True)
    customer = Field("customer", "text", Words("客户编号", "Customer ID"), required=True)
    roles = [key, *([customer] if belongs_to_customer(kind.name) else [])]
    roles += [
        Field("legal_entity", "text", Words("法人主体", "Legal entity")),
        Field("reported_on", "day", Words("登记日期", "Reported on")),
    ]
    return {api_name(field): field for field in (*roles, *kind.fields)}


def typed(
    kind_name: str, rows: Sequence[Mapping[str, Scalar]], *, currencies: Mapping[str, str], entity: str
) -> tuple[list[TypedRow], list[RejectedField]]:
    """Check and clean the rows of one kind.

    `currencies`: the base currency of each legal entity; `entity`: whose row it is where none is stated.
    Shape: the rows with nothing wrong, and everything that is wrong with the others.
    """
    kind = KINDS[kind_name]
    fields = fields_of(kind)
    good: list[TypedRow] = []
    rejected: list[RejectedField] = []
    seen: dict[str, int] = {}
    for index, row in enumerate(rows):
        values, faults = _row(kind, fields, row, currencies=currencies, entity=entity)
        external_id = str(values.get("external_id") or "")
        if not faults and external_id in seen:
            faults["external_id"] = Fault("twice_in_request", {"first": seen[external_id]})
        rejected += [RejectedField(index, external_id, name, each.code, each.params) for name, each in faults.items()]
        if not faults:
            seen[external_id] = index
            good.append(TypedRow(index, values))
    return good, rejected


def _row(
    kind: Kind, fields: Mapping[str, Field], row: Mapping[str, Scalar], *, currencies: Mapping[str, str], entity: str
) -> tuple[dict[str, Value], dict[str, Fault]]:
    faults = {name: Fault("unknown_field") for name in row if name not in fields}
    stated = row.get("legal_entity")
    base = currencies.get(stated if isinstance(stated, str) and stated else entity)
    if base is None:
        faults["legal_entity"] = Fault("unknown_legal_entity")
    currency = _currency(row, fields, base or "CNY")
    values: dict[str, Value] = {}
    for name, field in fields.items():
        read = _value(field, row.get(name), currency)
        if isinstance(read, Fault):
            faults.setdefault(name, read)
        else:
            values[field.name] = read
    if kind.has_money and not values.get("currency"):
        values["currency"] = currency
    amount = values.get("amount_minor")
    if kind.name == "invoice" and isinstance(amount, int) and amount < 0:
        faults.setdefault("amount", Fault("negative_invoice"))
    if kind.name == "signal" and _lasts_wrongly(values):
        faults.setdefault("expires_on", Fault("signal_lasts_wrongly", {"days": SIGNAL_DAYS}))
    return values, faults


def _lasts_wrongly(signal: Mapping[str, Value]) -> bool:
    match signal.get("observed_on"), signal.get("expires_on"):
        case int(observed_on), int(expires_on):
            return not 0 <= expires_on - observed_on <= SIGNAL_DAYS
        case _:
            return False


def _currency(row: Mapping[str, Scalar], fields: Mapping[str, Field], base: str) -> str:
    """Give the currency in which a row's amounts are read; one that is wrong is blamed where it stands."""
    told = row.get("currency") if "currency" in fields else None
    read = read_currency(told) if isinstance(told, str) and told else base
    return base if isinstance(read, Fault) else read


def _value(field: Field, given: Scalar, currency: str) -> Value | Fault:
    if given is None or given == "":
        return Fault("missing_value") if field.required else "" if field.type == "text" else _nothing(field)
    match field.type:
        case "text":
            return _text(field, given)
        case "day":
            return _day(given)
        case "money":
            return _amount(given, currency)
        case "integer":
            return _integer(field, given)
        case "boolean":
            return given if isinstance(given, bool) else Fault("not_true_or_false")


def _nothing(field: Field) -> bool | None:
    return False if field.type == "boolean" else None


def _text(field: Field, given: Scalar) -> str | Fault:
    if not isinstance(given, str):
        return Fault("not_a_text")
    text = given.strip()
    if not text and field.required:
        return Fault("missing_value")
    if "\0" in text:
        return Fault("not_plain_text")
    if len(text) > TEXT_LIMIT:
        return Fault("too_long", {"limit": TEXT_LIMIT})
    if field.choices:
        choices = ", ".join(field.choices)
        return text if text in field.choices else Fault("unknown_choice", {"choices": choices})
    if field.name == "currency":
        return read_currency(text) if text else ""
    return read_key(text) if field.name in KEYS else read_text(text)


def _day(given: Scalar) -> int | Fault:
    if not isinstance(given, str) or not _DAY.fullmatch(given):
        return Fault("not_a_day")
    try:
        day = to_day(date.fromisoformat(given))
    except ValueError:
        return Fault("not_a_day")
    return day if FIRST_DAY <= day <= LAST_DAY else Fault("date_out_of_range")


def _amount(given: Scalar, currency: str) -> int | Fault:
    if not isinstance(given, str) or not _DECIMAL.fullmatch(given):
        return Fault("not_a_decimal")
    read = amount_reader(AmountStyle(), currency)(given)
    return Fault("not_a_decimal") if read is None else read


def _integer(field: Field, given: Scalar) -> int | Fault:
    if isinstance(given, bool) or not isinstance(given, int):
        return Fault("not_a_number")
    if abs(given) > INTEGER_LIMIT:
        return Fault("number_too_large")
    if field.between is not None and not field.between[0] <= given <= field.between[1]:
        return out_of_range(field.between)
    return Fault("not_positive") if field.name == "rate" and given <= 0 else given
