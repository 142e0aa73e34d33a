"""Typed rows: each value by the declaration of its field, cleaned as in files."""

from collections.abc import Mapping
from datetime import date

import pytest

from kedun.facts.kinds import KINDS
from kedun.intake.typed.rows import Scalar, fields_of, typed
from kedun.intake.typed.words import said
from kedun.kernel.days import to_day

INVOICE: dict[str, Scalar] = {
    "external_id": "I1", "customer": "C1", "document_no": "A-1", "issue_on": "2024-01-10", "amount": "100.00",
}  # fmt: skip
CURRENCIES = {"main": "CNY", "tokyo": "JPY"}


def _faults(kind: str, row: Mapping[str, Scalar]) -> dict[str, str]:
    _, rejected = typed(kind, [row], currencies=CURRENCIES, entity="main")
    return {each.field: each.code for each in rejected}


def test_a_good_row_becomes_minor_units_and_days() -> None:
    (row,), rejected = typed("invoice", [{**INVOICE, "is_disputed": True}], currencies=CURRENCIES, entity="main")
    assert rejected == []
    wanted = {"amount_minor": 100_00, "issue_on": to_day(date(2024, 1, 10)), "is_disputed": True, "currency": "CNY"}
    assert {name: row.values[name] for name in wanted} == wanted
    assert (row.values["stated_due_on"], row.values["order_no"]) == (None, "")


@pytest.mark.parametrize(
    ("amount", "currency", "entity", "minor"),
    [
        pytest.param("1234.5", "CNY", "", 123450, id="fen"),
        pytest.param("1234", "JPY", "", 1234, id="yen have no decimals"),
        pytest.param("1.234", "KWD", "", 1234, id="dinar have three"),
        pytest.param("1234", "", "tokyo", 1234, id="the base currency of the entity"),
        pytest.param("1.500000", "CNY", "", 150, id="zeros are no digits lost"),
        pytest.param("1.00", "人民币", "", 100, id="a currency by its name, as in files"),
    ],
)
def test_amounts_are_read_in_the_currency_of_the_row(amount: str, currency: str, entity: str, minor: int) -> None:
    row = {**INVOICE, "amount": amount, "currency": currency, "legal_entity": entity}
    (read,), rejected = typed("invoice", [row], currencies=CURRENCIES, entity="main")
    assert (read.values["amount_minor"], rejected) == (minor, [])


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        pytest.param({"amount": 100}, {"amount": "not_a_decimal"}, id="a number for an amount"),
        pytest.param({"amount": "1e5"}, {"amount": "not_a_decimal"}, id="an exponent"),
        pytest.param({"amount": "1,000.00"}, {"amount": "not_a_decimal"}, id="thousands"),
        pytest.param({"amount": "0.001"}, {"amount": "too_many_decimals"}, id="less than a fen"),
        pytest.param({"amount": "100000000000.01"}, {"amount": "amount_too_large"}, id="beyond 10^13 fen"),
        pytest.param({"amount": "-1.00"}, {"amount": "negative_invoice"}, id="a negative invoice"),
        pytest.param({"amount": None}, {"amount": "missing_value"}, id="nothing where something must be"),
        pytest.param({"amount_minor": "1"}, {"amount_minor": "unknown_field"}, id="the name of the column"),
        pytest.param({"colour": "red"}, {"colour": "unknown_field"}, id="no such field"),
        pytest.param({"issue_on": "10/01/2024"}, {"issue_on": "not_a_day"}, id="another form of day"),
        pytest.param({"issue_on": "2024-02-30"}, {"issue_on": "not_a_day"}, id="a day that is none"),
        pytest.param({"issue_on": "1850-01-01"}, {"issue_on": "date_out_of_range"}, id="a day out of range"),
        pytest.param({"issue_on": 19000}, {"issue_on": "not_a_day"}, id="a number of days"),
        pytest.param({"document_no": 7}, {"document_no": "not_a_text"}, id="a number for a text"),
        pytest.param({"document_no": "  "}, {"document_no": "missing_value"}, id="blanks"),
        pytest.param({"document_no": "1.2E+10"}, {"document_no": "lost_digits"}, id="digits a spreadsheet lost"),
        pytest.param({"document_no": "x" * 201}, {"document_no": "too_long"}, id="a long key"),
        pytest.param({"order_no": "a\0"}, {"order_no": "not_plain_text"}, id="NUL"),
        pytest.param({"instalment_no": True}, {"instalment_no": "not_a_number"}, id="truth for a number"),
        pytest.param({"instalment_no": 1.5}, {"instalment_no": "not_a_number"}, id="a fraction"),
        pytest.param({"instalment_no": 10**14}, {"instalment_no": "number_too_large"}, id="a huge number"),
        pytest.param({"is_disputed": "yes"}, {"is_disputed": "not_true_or_false"}, id="a word for truth"),
        pytest.param({"currency": "XXQ"}, {"currency": "unknown_currency"}, id="no currency"),
        pytest.param({"legal_entity": "mars"}, {"legal_entity": "unknown_legal_entity"}, id="no legal entity"),
        pytest.param({"customer": ""}, {"customer": "missing_value"}, id="nobody's"),
        pytest.param({"external_id": ""}, {"external_id": "missing_value"}, id="no key"),
        pytest.param({"amount": "x", "issue_on": "y"}, {"amount": "not_a_decimal", "issue_on": "not_a_day"}, id="all at once"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_field_by_field(changes: dict[str, Scalar], faults: dict[str, str]) -> None:
    assert _faults("invoice", {**INVOICE, **changes}) == faults


def test_choices_go_by_their_codes() -> None:
    row: dict[str, Scalar] = {"external_id": "P", "customer": "C", "paid_on": "2024-01-01", "amount": "1"}
    assert _faults("payment", {**row, "method": "cash"}) == {}
    assert _faults("payment", {**row, "method": "现金"}) == {"method": "unknown_choice"}
    assert _faults("payment", {**row, "amount": "-1"}) == {}, "a bounce"


def test_texts_are_brought_to_one_form() -> None:
    row: dict[str, Scalar] = {"external_id": "Ａ１", "name": "Cafe\u0301 "}
    (read,), _ = typed("customer", [row], currencies=CURRENCIES, entity="main")
    assert (read.values["external_id"], read.values["name"]) == ("A1", "Café")


def test_the_same_key_twice_in_a_request_is_rejected_naming_the_first() -> None:
    good, rejected = typed("invoice", [INVOICE, {**INVOICE, "amount": "2"}], currencies=CURRENCIES, entity="main")
    assert [each.index for each in good] == [0]
    assert [(each.index, each.field, each.code, each.params) for each in rejected] == [
        (1, "external_id", "twice_in_request", {"first": 0})
    ]


def test_a_wrong_row_does_not_take_the_key_of_a_right_one() -> None:
    good, _ = typed("invoice", [{**INVOICE, "amount": "x"}, INVOICE], currencies=CURRENCIES, entity="main")
    assert [each.index for each in good] == [1]


def test_a_rate_is_greater_than_zero() -> None:
    row: dict[str, Scalar] = {"external_id": "R", "currency": "USD", "rate_on": "2024-01-01", "rate": 0}
    assert _faults("fx_rate", row) == {"rate": "not_positive"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_names_its_fields_without_minor_units(kind: str) -> None:
    fields = fields_of(KINDS[kind])
    assert "external_id" in fields
    assert not [name for name in fields if name.endswith("_minor")]


def test_every_reason_is_said_in_both_languages() -> None:
    assert said("not_a_day", {}, "zh") == "应为日期，如 2026-01-31"
    assert said("too_many_decimals", {"currency": "CNY", "digits": 2}, "en") == "has more than the 2 decimals of CNY"
    assert said("unknown_choice", {"choices": "cash, transfer"}, "zh") == "不在可选值之内：现金、转账"
