"""Whose rejected rows wait where: sheets of one workbook, kinds of one sheet, and the same sheet imported again."""

import io
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from kedun.facts.models import CURRENT
from kedun.intake.models import Reject
from tests.intake.files import HEADINGS, csv_bytes
from tests.intake.wizard import Row, imported, ledger, row, taken_back
from tests.web.clients import ApiClient, client_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own."""
    monkeypatch.setenv("KEDUN_DATA", str(tmp_path))
    return tmp_path


@pytest.fixture
def alice() -> ApiClient:
    return client_of("finance", name="Alice", language="en")


def _workbook(**sheets: list[Row]) -> bytes:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True}) as workbook:
        for name, rows in sheets.items():
            page = workbook.add_worksheet(name)
            for number, cells in enumerate(rows):
                page.write_row(number, 0, cells)
    return held.getvalue()


def _waiting(client: ApiClient, number: int) -> list[int]:
    return [each["row"] for each in client.get(f"/imports/{number}/rejects").json["items"]]


def _correct(client: ApiClient, number: int, line: int, **cells: str) -> Any:
    return client.put(f"/imports/{number}/rejects", {"rows": [{"row": line, "cells": cells}]}).json


def test_the_rows_of_two_sheets_of_a_workbook_wait_apart(alice: ApiClient) -> None:
    book = _workbook(
        customers=[
            ["客户编号", "客户名称", "账期天数"],
            ["C1", "甲", "30"],
            ["C2", "乙", "soon"],
            ["C3", "丙", "later"],
        ],
        invoices=[list(HEADINGS), row(1), row(2, amount="much")],
    )
    customers = imported(alice, book, "book.xlsx", sheet="customers")
    invoices = imported(alice, book, "book.xlsx", sheet="invoices")
    assert (_waiting(alice, customers), _waiting(alice, invoices)) == ([3, 4], [3])
    assert _correct(alice, customers, 3, 账期天数="60")["replayed"] == 1
    again = imported(alice, book, "book.xlsx", sheet="invoices")
    assert (_waiting(alice, customers), _waiting(alice, again)) == ([4], [3])
    assert _correct(alice, again, 3, InvoiceAmount="5")["replayed"] == 1
    assert set(CURRENT["invoice"]._default_manager.values_list("document_no", flat=True)) == {"A-1", "A-2"}


def test_the_first_sheet_is_the_same_whether_it_is_named_or_not(alice: ApiClient) -> None:
    book = _workbook(invoices=[list(HEADINGS), row(1, amount="much")])
    unnamed = imported(alice, book, "book.xlsx")
    named = imported(alice, book, "book.xlsx", sheet="invoices")
    assert (_waiting(alice, unnamed), _waiting(alice, named)) == ([], [2])


def test_the_rows_of_a_sheet_wait_apart_for_each_kind_that_it_is_read_as(alice: ApiClient) -> None:
    raw = csv_bytes([["客户编号", "客户名称", "发票号", "开票日期", "含税金额", "账期天数"],
                     ["C1", "甲", "A-1", "never", "1", "30"], ["C2", "乙", "A-2", "2024-01-01", "1", "soon"]])  # fmt: skip
    invoices = imported(alice, raw, kind="invoice")
    customers = imported(alice, raw, kind="customer")
    assert (_waiting(alice, invoices), _waiting(alice, customers)) == ([2, 3], [3])


SWAPPED = {"InvoiceDate": "stated_due_on", "DueDate": "issue_on"}


def test_the_newest_import_of_a_sheet_says_what_is_wrong_and_corrects_by_its_own_columns(alice: ApiClient) -> None:
    raw = ledger(row(1), row(2, amount="much"), row(3, amount="more"))
    wrong = imported(alice, raw, columns=SWAPPED)
    right = imported(alice, raw, use_remembered=False)
    told = [alice.get(f"/imports/{number}").json for number in (wrong, right)]
    assert [(each["rejected"], each["open_rejects"]) for each in told] == [(2, 0), (2, 2)]
    assert _waiting(alice, right) == [3, 4]
    assert _correct(alice, wrong, 3, InvoiceAmount="5")["not_waiting"] == 1
    assert _correct(alice, right, 3, InvoiceAmount="5")["replayed"] == 1
    stored = CURRENT["invoice"]._default_manager
    days = stored.values_list("issue_on", "stated_due_on")
    assert days.get(document_no="A-2") == days.get(document_no="A-1")


def test_a_new_reason_takes_the_place_of_the_old_one_and_half_a_correction_is_kept(alice: ApiClient) -> None:
    raw = ledger(row(1), row(2, amount="much"))
    first = imported(alice, raw)
    assert _correct(alice, first, 3, InvoiceAmount="worse")["still_rejected"] == 1
    second = imported(alice, raw, columns={"InvoiceAmount": "stated_due_on", "DueDate": "amount_minor"})
    (seen,) = [each for each in alice.get(f"/imports/{second}/rejects").json["items"] if each["row"] == 3]
    assert {each["column"] for each in seen["problems"]} == {"InvoiceAmount", "DueDate"}
    assert seen["cells"]["InvoiceAmount"] == "worse"


def test_taken_back_it_gives_the_rows_back_to_the_import_before(alice: ApiClient) -> None:
    raw = ledger(row(1), row(2, amount="much"), row(3, amount="more"))
    first = imported(alice, raw)
    second = imported(alice, raw)
    third = imported(alice, raw)
    assert _correct(alice, third, 3, InvoiceAmount="5")["replayed"] == 1
    taken_back(alice, third)
    assert [_waiting(alice, each) for each in (first, second)] == [[], [3, 4]]
    taken_back(alice, first)
    assert _waiting(alice, second) == [3, 4]
    assert Reject.objects.filter(of_import=second, state="open").count() == 2
