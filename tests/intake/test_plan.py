"""From rows of text to tables of facts and rejects."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from kedun.intake.plan import make_plan
from kedun.intake.planned import Options, Plan
from kedun.intake.recognition import Stated, recognise
from kedun.intake.refusals import PaidWithoutDay
from kedun.kernel.days import to_day
from tests.intake.files import FIRST, HEADINGS, SECOND, csv_bytes, plan_of, sheet_of


def _plan(*rows: Sequence[str], headings: Sequence[str] = HEADINGS, options: Options | None = None) -> Plan:
    return plan_of([headings, *rows], options=options)[0]


def _codes(plan: Plan) -> list[tuple[int, str, str]]:
    return [(each.row, problem.column, problem.code) for each in plan.rejects for problem in each.problems]


def test_a_signal_deducts_at_most_its_whole_score_and_ends_after_it_was_observed() -> None:
    rows = [
        ["客户编号", "信号", "扣分", "观察日期", "失效日期"],
        ["C1", "late_promises", "100", "2024-01-01", "2024-03-01"],
        ["C2", "late_promises", "101", "2024-01-01", "2024-03-01"],
        ["C3", "late_promises", "-1", "2024-01-01", "2024-03-01"],
        ["C4", "late_promises", "1", "2024-01-01", "2023-12-31"],
        ["C5", "late_promises", "1", "2024-01-01", "2199-01-01"],
        ["C6", "late_promises", "1", "2024-01-01", ""],
    ]
    plan, _ = plan_of(rows)
    assert plan.kind == "signal"
    assert [(each.row, each.problems[0].column, each.problems[0].code) for each in plan.rejects] == [
        (3, "扣分", "number_out_of_range"),
        (4, "扣分", "number_out_of_range"),
        (5, "失效日期", "signal_lasts_wrongly"),
        (6, "失效日期", "signal_lasts_wrongly"),
        (7, "失效日期", "missing_value"),
    ]


def test_a_ledger_becomes_customers_invoices_and_payments() -> None:
    plan = _plan(FIRST, SECOND)
    assert plan.tables["customer"]["external_id"].to_pylist() == ["C1", "C2"]
    assert plan.tables["invoice"].to_pylist()[0] == {
        "row": 2, "external_id": "invoice:A-1", "customer": "C1", "document_no": "A-1", "issue_on": to_day(date(2024, 1, 10)),
        "stated_due_on": to_day(date(2024, 2, 10)), "amount_minor": 10_000, "currency": "CNY",
    }  # fmt: skip
    assert plan.tables["payment"].to_pylist() == [{
        "row": 2, "external_id": "invoice:A-1:settlement", "customer": "C1", "document_no": "A-1", "amount_minor": 10_000,
        "currency": "CNY", "paid_on": to_day(date(2024, 2, 20)),
    }]  # fmt: skip
    assert plan.absent["payment"]["external_id"].to_pylist() == ["invoice:A-2:settlement"]
    span = (to_day(date(2024, 1, 10)), to_day(date(2024, 2, 20)))
    assert plan.periods == {"invoice": span, "credit_note": span, "payment": span}


def test_a_plain_invoice_file_says_nothing_of_payments() -> None:
    plan = _plan(FIRST[:5], headings=HEADINGS[:5])
    assert set(plan.tables) == {"invoice"}
    assert "payment" not in plan.absent
    assert set(plan.periods) == {"invoice", "credit_note"}


def test_negative_amounts_become_credit_notes_and_zero_stays() -> None:
    plan = _plan([*FIRST[:4], "-30.00", ""], [*SECOND[:4], "0", ""])
    assert plan.tables["credit_note"].to_pylist()[0]["amount_minor"] == 3_000
    assert plan.tables["credit_note"]["external_id"].to_pylist() == ["invoice:A-1:credit_note"]
    assert plan.tables["invoice"]["amount_minor"].to_pylist() == [0]
    assert plan.absent["invoice"]["external_id"].to_pylist() == ["invoice:A-1"]
    assert [note.code for note in plan.notes] == ["currency_assumed", "negative_is_credit_note"]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        pytest.param(["", "A-9", "2024-01-10", "", "1", ""], (3, "customerID", "missing_value"), id="no customer"),
        pytest.param(["C1", "", "2024-01-10", "", "1", ""], (3, "invoiceNumber", "missing_value"), id="no number"),
        pytest.param(["C1", "A-9", "", "", "1", ""], (3, "InvoiceDate", "missing_value"), id="no day"),
        pytest.param(["C1", "A-9", "2024-02-30", "", "1", ""], (3, "InvoiceDate", "invalid_date"), id="no such day"),
        pytest.param(
            ["C1", "A-9", "2024-01-10", "soon", "1", ""], (3, "DueDate", "invalid_date"), id="a word for a day"
        ),
        pytest.param(
            ["C1", "A-9", "2024-01-10", "", "1o0", ""],
            (3, "InvoiceAmount", "invalid_amount"),
            id="a letter in the amount",
        ),
        pytest.param(
            ["C1", "A-9", "2024-01-10", "", "1.001", ""],
            (3, "InvoiceAmount", "too_many_decimals"),
            id="a tenth of a cent",
        ),
        pytest.param(["C1", "A-9", "2024-01-10", "", "", ""], (3, "InvoiceAmount", "missing_value"), id="no amount"),
        pytest.param(
            ["C1", "2.31E+19", "2024-01-10", "", "1", ""],
            (3, "invoiceNumber", "lost_digits"),
            id="a number Excel spoilt",
        ),
        pytest.param(
            ["C1", "A" * 201, "2024-01-10", "", "1", ""], (3, "invoiceNumber", "too_long"), id="a number without end"
        ),
        pytest.param(["C1", "A-9"], (3, "", "too_few_cells"), id="half a row"),
        pytest.param(FIRST, (3, "invoiceNumber", "duplicate_of_row"), id="the same row again"),
        pytest.param(
            [*FIRST[:4], "7", ""], (3, "invoiceNumber", "same_key_as_row"), id="the same number with another amount"
        ),
    ],
)
def test_a_bad_row_is_rejected_whole_with_its_reason(row: list[str], problem: tuple[int, str, str]) -> None:
    plan = _plan(FIRST, row)
    assert _codes(plan) == [problem]
    assert plan.tables["invoice"].num_rows == 1
    assert plan.tables["customer"].num_rows == 1
    assert plan.read == 2


def test_all_that_is_wrong_with_a_row_is_told() -> None:
    assert _codes(_plan(FIRST, ["", "A-9", "x", "", "y", ""])) == [
        (3, "InvoiceDate", "invalid_date"), (3, "InvoiceAmount", "invalid_amount"), (3, "customerID", "missing_value"),
    ]  # fmt: skip


def test_a_bad_row_does_not_keep_its_key_from_a_good_one() -> None:
    plan = _plan([*FIRST[:4], "x", ""], FIRST)
    assert plan.tables["invoice"]["row"].to_pylist() == [3]


def test_a_conflicting_row_names_both() -> None:
    problem = _plan(FIRST, SECOND, [*FIRST[:4], "7", ""]).rejects[0].problems[0]
    assert problem.params == {"first": 2, "second": 4, "key": "invoice:A-1"}


def test_rows_taken_before_go_before_those_that_come_late() -> None:
    plan = _plan(FIRST, [*FIRST[:4], "7", ""], options=Options(late_rows=frozenset({2})))
    assert plan.tables["invoice"]["row"].to_pylist() == [3]


def test_a_paid_amount_needs_a_day() -> None:
    headings = [*HEADINGS[:5], "paid amount"]
    with pytest.raises(PaidWithoutDay):
        _plan([*FIRST[:5], "30"], headings=headings)
    day = to_day(date(2024, 3, 31))
    plan = _plan([*FIRST[:5], "30"], headings=headings, options=Options(as_of_day=day))
    payment = plan.tables["payment"].to_pylist()[0]
    assert (payment["external_id"], payment["paid_on"], payment["amount_minor"]) == (
        "invoice:A-1:paid:2024-03-31",
        day,
        3_000,
    )
    mixed = _plan([*FIRST, "30"], [*SECOND, "20"], headings=[*HEADINGS, "paid amount"])
    assert _codes(mixed) == [(3, "paid amount", "paid_without_day")]


def test_an_open_balance_says_what_was_paid() -> None:
    day = to_day(date(2024, 3, 31))
    plan = _plan([*FIRST[:5], "30"], headings=[*HEADINGS[:5], "余额"], options=Options(as_of_day=day))
    assert plan.tables["payment"]["amount_minor"].to_pylist() == [7_000]


@pytest.mark.parametrize(
    ("heading", "amount", "currency", "minor"),
    [
        pytest.param("金额(万元)", "12.5", "CNY", 12_500_000, id="ten thousands"),
        pytest.param("Amount (USD)", "12.5", "USD", 1_250, id="dollars by the heading"),
        pytest.param("金额", "USD 12.5", "USD", 1_250, id="dollars by the cell"),
        pytest.param("金额", "12.5元", "CNY", 1_250, id="yuan"),
    ],
)
def test_units_and_currencies_of_a_heading(heading: str, amount: str, currency: str, minor: int) -> None:
    plan = _plan([*FIRST[:4], amount], headings=[*HEADINGS[:4], heading])
    found = plan.tables["invoice"].to_pylist()[0]
    assert (found["currency"], found["amount_minor"]) == (currency, minor)


def test_each_row_may_have_a_currency_of_its_own() -> None:
    plan = _plan(
        ["JPY", *FIRST], ["美元", *SECOND], ["?!", *SECOND], ["", "C3", *SECOND[1:]], headings=["币种", *HEADINGS]
    )
    assert [(row["currency"], row["amount_minor"]) for row in plan.tables["invoice"].to_pylist()] == [
        ("JPY", 100),
        ("USD", 5_000),
    ]
    assert _codes(plan) == [(4, "币种", "unknown_currency"), (5, "invoiceNumber", "same_key_as_row")]


def test_an_assumed_currency_is_said_and_a_stated_one_is_not() -> None:
    assert _plan(FIRST).notes[0].params == {"currency": "CNY"}
    plan, _ = plan_of([HEADINGS, FIRST], stated=Stated(constants={"currency": "usd"}))
    assert plan.tables["invoice"]["currency"].to_pylist() == ["USD"]
    assert plan.notes == ()


def test_a_due_day_before_the_issue_day_is_taken_with_a_warning() -> None:
    plan = _plan([*FIRST[:3], "2023-12-31", *FIRST[4:]])
    assert plan.rejects == ()
    assert "due_before_issue" in [note.code for note in plan.notes]


def test_a_customers_name_stands_for_a_missing_code() -> None:
    plan = _plan(["华东机械", *FIRST[1:]], headings=["客户名称", *HEADINGS[1:]])
    assert plan.tables["invoice"]["customer"].to_pylist() == ["华东机械"]
    assert plan.tables["customer"].to_pylist() == [{"external_id": "华东机械", "row": 2, "name": "华东机械"}]


def test_instalments_are_items_of_their_own() -> None:
    headings = [*HEADINGS, "期次"]
    plan = _plan([*FIRST, "1"], [*FIRST, "2"], [*FIRST, ""], headings=headings)
    assert plan.tables["invoice"]["external_id"].to_pylist() == ["invoice:A-1", "invoice:A-1/2"]
    assert _codes(plan) == [(4, "invoiceNumber", "same_key_as_row")]


def test_other_kinds_get_keys_from_what_identifies_them() -> None:
    headings = ["客户编号", "类型", "立案日期", "案由", "涉案金额"]
    plan = _plan(
        ["C1", "诉讼", "2024-01-10", "合同/纠纷", "1"], ["C1", "火灾", "2024-01-10", "", ""], headings=headings
    )
    assert plan.kind == "legal_event"
    assert (
        plan.tables["legal_event"]["external_id"].to_pylist()[0]
        == f"legal_event:C1/lawsuit/{to_day(date(2024, 1, 10))}/合同\\/纠纷"
    )
    assert _codes(plan) == [(3, "类型", "unknown_choice")]


def test_full_width_identifiers_are_the_same_as_half_width_ones() -> None:
    plan = _plan(["Ｃ１", *FIRST[1:]], ["C1", *SECOND[1:]])
    assert set(plan.tables["invoice"]["customer"].to_pylist()) == {"C1"}


@pytest.mark.parametrize(("ahead", "said"), [(31, []), (32, [{"rows": 1, "days": 31}])])
def test_days_far_in_the_future_are_taken_with_a_warning(ahead: int, said: list[dict[str, int]]) -> None:
    _, last = _plan(FIRST).periods["invoice"]
    plan = _plan(FIRST, options=Options(today=last - ahead))
    assert plan.tables["invoice"].num_rows == 1
    assert [note.params for note in plan.notes if note.code == "days_to_come"] == said


@pytest.mark.parametrize(
    ("text", "claim"), [("是", True), ("Yes", True), ("√", True), ("否", False), ("0", False), ("", None)]
)
def test_yes_and_no(text: str, claim: bool | None) -> None:
    plan = _plan([*FIRST, text], headings=[*HEADINGS, "Disputed"])
    assert plan.tables["invoice"]["is_disputed"].to_pylist() == [claim]


def test_a_file_complete_to_a_day_supplies_to_that_day() -> None:
    day = to_day(date(2024, 6, 30))
    assert _plan(FIRST, options=Options(through=day)).periods["payment"] == (to_day(date(2024, 1, 10)), day)
    today = to_day(date(2024, 1, 31))
    assert _plan(FIRST, options=Options(today=today)).periods["invoice"][1] == today


def test_nothing_is_missing_from_a_complete_file_while_rows_are_rejected() -> None:
    complete = Options(is_complete=True)
    assert _plan(FIRST, FIRST, options=complete).is_complete
    plan = _plan(FIRST, [*SECOND[:4], "x", ""], options=complete)
    assert not plan.is_complete
    assert "not_complete" in [note.code for note in plan.notes]


def test_the_same_number_at_two_companies_of_ours_is_two_invoices() -> None:
    headings = [*HEADINGS, "法人主体"]
    plan = _plan([*FIRST, "main"], [*FIRST, "south"], [*SECOND, ""], headings=headings)
    assert plan.tables["invoice"]["external_id"].to_pylist() == ["invoice:A-1", "invoice:A-1@south", "invoice:A-2"]
    assert plan.tables["payment"]["legal_entity"].to_pylist() == ["main", "south"]


def test_a_key_of_many_parts_is_shortened_by_its_hash() -> None:
    headings = ["客户编号", "工单类型", "提出日期", "主题"]
    rows = [["C1", "投诉", "2024-01-10", "长" * 300 + end] for end in "ab"]
    keys = _plan(*rows, headings=headings).tables["ticket"]["external_id"].to_pylist()
    assert len(set(keys)) == 2
    assert max(map(len, keys)) <= 200


def test_a_stated_identifier_is_the_stem_of_what_a_row_tells_beside() -> None:
    plan = _plan(["R-7", *FIRST], headings=["编号", *HEADINGS])
    assert plan.tables["invoice"]["external_id"].to_pylist() == ["R-7"]
    assert plan.tables["payment"]["external_id"].to_pylist() == ["invoice:R-7:settlement"]


def test_negative_rows_of_other_kinds_stay_what_they_are() -> None:
    plan = _plan(["C1", "A-1", "2024-02-20", "-5"], headings=["客户编号", "核销发票号", "到账日", "付款金额"])
    assert plan.tables["payment"]["amount_minor"].to_pylist() == [-500]


def test_a_rate_must_be_positive() -> None:
    plan = _plan(["USD", "2024-01-10", "7.25"], ["EUR", "2024-01-10", "0"], headings=["币种", "日期", "汇率"])
    assert plan.tables["fx_rate"]["rate"].to_pylist() == [725_000_000]
    assert _codes(plan) == [(3, "汇率", "not_positive")]


def test_a_court_record_counts_as_a_check_of_its_day() -> None:
    rows = [
        ("K1", "lawsuit", "2024-02-01", "L1"),
        ("K1", "enforcement", "2024-02-01", "L2"),
        ("K2", "lawsuit", "2024-03-05", "L3"),
    ]
    plan = _plan(*rows, headings=("客户编号", "类型", "立案日期", "编号"))
    checks = sorted(plan.tables["check"].drop_columns(["row"]).to_pylist(), key=lambda row: row["external_id"])
    first, second = to_day(date(2024, 2, 1)), to_day(date(2024, 3, 5))
    assert checks == [
        {"customer": "K1", "checked_on": first, "external_id": f"legal:K1:{first}", "scope": "legal"},
        {"customer": "K2", "checked_on": second, "external_id": f"legal:K2:{second}", "scope": "legal"},
    ]


def test_a_column_of_codes_makes_every_code_required() -> None:
    headings = ["客户名称", *HEADINGS]
    plan = _plan(["甲", *FIRST], ["乙", "", *SECOND[1:]], headings=headings)
    assert _codes(plan) == [(3, "customerID", "missing_value")]
    assert plan.tables["customer"]["external_id"].to_pylist() == ["C1"]


@pytest.mark.parametrize(
    ("row", "due_on"),
    [
        pytest.param(["30天", ""], date(2024, 2, 9), id="days from the issue"),
        pytest.param(["Net 45 days", ""], date(2024, 2, 24), id="net days"),
        pytest.param(["月结30", ""], date(2024, 3, 1), id="month end and days"),
        pytest.param(["月结６０天", ""], date(2024, 3, 31), id="month end, full width"),
        pytest.param(["月结", ""], date(2024, 1, 31), id="month end alone"),
        pytest.param(["30 EOM", ""], date(2024, 3, 1), id="month end in English"),
        pytest.param(["现结", ""], date(2024, 1, 10), id="at once"),
        pytest.param(["30天", "2024-02-20"], date(2024, 2, 20), id="a stated day goes before terms"),
        pytest.param(["看情况", "2024-02-20"], date(2024, 2, 20), id="unreadable terms do not matter then"),
        pytest.param(["", ""], None, id="neither"),
    ],
)
def test_terms_of_a_row_give_the_due_day_it_lacks(row: list[str], due_on: date | None) -> None:
    plan = _plan(["C1", "A-1", "2024-01-10", "1", *row], headings=[*HEADINGS[:3], HEADINGS[4], "账期", "到期日"])
    assert plan.tables["invoice"]["stated_due_on"].to_pylist() == [due_on and to_day(due_on)]
    assert ("due_by_terms" in [note.code for note in plan.notes]) == (not row[1] and bool(row[0]))
    assert not {"terms", "columns_ignored"} & {note.code for note in plan.notes}


@pytest.mark.parametrize("terms", ["看情况", "9999天", "月结三十"])
def test_terms_that_cannot_be_read_are_rejected_where_the_due_day_is_missing(terms: str) -> None:
    plan = _plan(["C1", "A-1", "2024-01-10", "1", terms], headings=[*HEADINGS[:3], HEADINGS[4], "付款条件"])
    assert _codes(plan) == [(2, "付款条件", "invalid_terms")]


def test_terms_need_no_column_of_due_days() -> None:
    plan = _plan(["C1", "A-1", "2024-01-10", "1", "30"], headings=[*HEADINGS[:3], HEADINGS[4], "账期(天)"])
    assert plan.tables["invoice"]["stated_due_on"].to_pylist() == [to_day(date(2024, 2, 9))]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(["合计", "", "", "", "150.00", ""], id="in Chinese"),
        pytest.param(["", "小计：", "", "", "150.00", ""], id="in the second column"),
        pytest.param(["Grand Total", "", "", "", "150.00", ""], id="in English"),
        pytest.param(["合计", "150.00"], id="too few cells"),
        pytest.param(["合计", "2", "2024-01-31", "", "150.00", "2024-02-20"], id="with every cell filled"),
    ],
)
def test_rows_of_totals_are_skipped_and_said(row: list[str]) -> None:
    plan = _plan(FIRST, SECOND, row)
    assert plan.rejects == ()
    assert plan.tables["invoice"]["row"].to_pylist() == [2, 3]
    assert plan.tables["customer"]["external_id"].to_pylist() == ["C1", "C2"]
    assert [note.params for note in plan.notes if note.code == "totals_skipped"] == [{"rows": 1}]


def test_a_good_row_that_speaks_of_a_total_is_taken() -> None:
    plan = _plan(["C1", "合计", *FIRST[2:]])
    assert plan.tables["invoice"]["document_no"].to_pylist() == ["合计"]


def test_sheets_that_were_not_read_are_named() -> None:
    sheet = replace(sheet_of(csv_bytes([HEADINGS, FIRST])), unread=("二月", "三月"))
    plan = make_plan(sheet, recognise(sheet.headings, stated=Stated()), Options())
    assert [note.params for note in plan.notes if note.code == "sheets_unread"] == [{"sheets": "二月, 三月"}]
