"""What an import says of what it withdrew, noted or matched, and that a complete file takes no debtor away."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from kedun.facts.models import CURRENT
from kedun.intake import actions, queries
from kedun.intake.exports import CorrectedRow
from kedun.intake.outcome import Outcome
from kedun.intake.request import Request
from tests.intake.files import FIRST, HEADINGS, SECOND, csv_bytes

pytestmark = pytest.mark.django_db
CUSTOMERS = ["客户编号", "客户名称"]


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own."""
    monkeypatch.setenv("KEDUN_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def _import(raw: bytes, *, request: Request | None = None, source: str = "files") -> Outcome:
    number = actions.register(raw, file_name="file.csv", request=request or Request(), source=source, actor="alice")
    return actions.run_import(number)


def _ledger(*rows: Sequence[str]) -> bytes:
    return csv_bytes([HEADINGS, *rows])


def _codes(outcome: Outcome) -> dict[str, dict[str, object]]:
    return {note.code: dict(note.params) for note in outcome.notes}


def test_a_complete_customer_file_keeps_whoever_has_facts() -> None:
    _import(csv_bytes([CUSTOMERS, ["C1", "甲"], ["C2", "乙"], ["C3", "丙"]]))
    _import(_ledger(FIRST))
    outcome = _import(csv_bytes([CUSTOMERS, ["C2", "乙"]]), request=Request(is_complete=True))
    retracted = CURRENT["customer"]._default_manager.filter(is_retracted=True)
    assert list(retracted.values_list("code", flat=True)) == ["C3"]
    assert CURRENT["customer"]._default_manager.values_list("name", flat=True).get(code="C1") == "甲"
    assert outcome.kinds["customer"]["retracted"] == 1
    assert _codes(outcome)["customers_kept"] == {"customers": 1}
    assert _codes(outcome)["withdrawn_customer"] == {"rows": 1, "source": "files"}


def test_a_complete_file_leaves_rows_that_are_keyed_otherwise() -> None:
    _import(csv_bytes([["编号", *HEADINGS], ["R-7", *SECOND[:5], "2024-04-01"]]))
    third = ["C1", "A-3", "2024-01-12", "", "9", "2024-01-20"]
    _import(_ledger(FIRST, third))
    outcome = _import(_ledger(FIRST), request=Request(is_complete=True))
    gone = CURRENT["invoice"]._default_manager.filter(is_retracted=True)
    assert list(gone.values_list("external_id", flat=True)) == ["invoice:A-3"]
    unpaid = CURRENT["payment"]._default_manager.filter(is_retracted=True)
    assert list(unpaid.values_list("external_id", flat=True)) == ["invoice:A-3:settlement"]
    assert _codes(outcome)["withdrawn_invoice"] == {"rows": 1, "source": "files"}
    assert _codes(outcome)["withdrawn_payment"] == {"rows": 1, "source": "files"}


def test_invoices_without_payments_are_told_loudly_until_payments_come() -> None:
    plain = csv_bytes([HEADINGS[:5], FIRST[:5], SECOND[:5]])
    first = _codes(_import(plain))
    assert "payments_not_supplied" in first
    assert first["customers_noted"] == {"customers": 2}
    payments = [
        ["客户编号", "发票号", "收款金额", "收款日期"],
        ["C1", "A-1", "1", "2024-03-01"],
        ["C9", "A-1", "1", "2024-03-01"],
    ]
    second = _codes(_import(csv_bytes([*payments, ["C1", "", "1", "2024-03-02"]])))
    assert second["invoices_not_known"] == {"payments": 1}
    assert second["customers_noted"] == {"customers": 1}
    assert "payments_not_supplied" not in _codes(_import(csv_bytes([HEADINGS[:5], ["C1", "A-5", *FIRST[2:5]]])))


def test_a_dry_run_tells_the_same_notes() -> None:
    raw = csv_bytes([HEADINGS[:5], FIRST[:5]])
    outcome = actions.preview(raw, file_name="a.csv", request=Request(), source="files", actor="alice")
    assert {"payments_not_supplied", "customers_noted"} <= set(_codes(outcome))
    assert not CURRENT["customer"]._default_manager.exists()


def test_a_file_of_names_means_the_known_customer_of_that_name() -> None:
    _import(csv_bytes([CUSTOMERS, ["C1", "甲"], ["C2", "乙"], ["C3", "乙"]]), source="crm")
    raw = csv_bytes([["客户名称", *HEADINGS[1:]], ["甲", *FIRST[1:]], ["乙", *SECOND[1:]]])
    outcome = _import(raw)
    owners = CURRENT["invoice"]._default_manager.order_by("document_no").values_list("customer__code", flat=True)
    assert list(owners) == ["C1", "乙"]
    assert (_codes(outcome)["customers_by_name"], _codes(outcome)["names_ambiguous"]) == ({"customers": 1},) * 2
    assert _import(raw).kinds["invoice"]["unchanged"] == 2


def test_a_name_that_came_first_gives_way_to_the_customer_that_has_a_code() -> None:
    raw = csv_bytes([["客户名称", *HEADINGS[1:]], ["甲", *FIRST[1:]]])
    _import(raw)
    assert _owners() == ["甲"]
    _import(csv_bytes([CUSTOMERS, ["C1", "甲"]]), source="crm")
    outcome = _import(raw)
    assert _owners() == ["C1"]
    assert _codes(outcome)["customers_by_name"] == {"customers": 1}
    assert _import(raw).kinds["invoice"]["unchanged"] == 1


def _owners() -> list[str]:
    rows = CURRENT["invoice"]._default_manager.order_by("document_no")
    return list(rows.values_list("customer__code", flat=True))


def test_a_row_without_a_code_means_the_one_customer_of_its_name() -> None:
    _import(csv_bytes([CUSTOMERS, ["C1", "甲"], ["C2", "乙"], ["C3", "乙"]]), source="crm")
    headings = ["客户编号", "客户名称", *HEADINGS[1:]]
    rows = [
        ["", "甲", "A-1", *FIRST[2:]],  # known before
        ["C9", "丙", "A-2", *FIRST[2:]],
        ["", "丙", "A-3", *FIRST[2:]],  # told by the row above
        ["", "乙", "A-4", *FIRST[2:]],  # two customers of that name
        ["", "丁", "A-5", *FIRST[2:]],  # nobody
    ]
    outcome = _import(csv_bytes([headings, *rows]))
    assert _owners() == ["C1", "C9", "C9"]
    assert [(each.row, each.problems[0].code) for each in outcome.rejects] == [
        (5, "missing_value"),
        (6, "missing_value"),
    ]
    assert _codes(outcome)["customers_by_name"] == {"customers": 2}


def test_the_same_file_again_does_not_list_corrected_rows_and_takes_the_others_over() -> None:
    raw = _ledger(FIRST, ["C2", "A-2", "x", "", "1", ""], ["C3", "A-3", "y", "", "1", ""])
    number = _import(raw).import_id
    assert number is not None
    actions.replay([CorrectedRow(number, 3, {"InvoiceDate": "2024-01-31"})], actor="bob")
    again = _import(raw)
    assert again.import_id is not None
    assert ([each.row for each in again.rejects], again.rejected) == ([4], 1)
    assert _codes(again)["rejects_settled"] == {"rows": 1}
    assert [(each.import_id, each.row) for each in queries.pending_rejects()] == [(again.import_id, 4)]
    actions.dismiss(again.import_id, [4], actor="bob")
    assert queries.pending_rejects() == ()
    third = _import(raw)
    assert (third.rejected, queries.pending_rejects()) == (1, ()), "what was dismissed is not listed again"
