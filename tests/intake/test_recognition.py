"""What a file holds, from its headings: names in use, units, competing columns, map files."""

from collections.abc import Callable

import pytest

from kedun.facts.kinds import KINDS
from kedun.intake.conversion import choice_reader, read_currency
from kedun.intake.exports import LEADING
from kedun.intake.headings import heading_of, plain
from kedun.intake.mapping import stated_by
from kedun.intake.recognition import Stated, column_letters, kind_called, label_of, plural_of, recognise, targets_of
from kedun.intake.refusals import (
    ColumnsMissing,
    CurrencyUnknown,
    DateFormatInvalid,
    FieldUnknown,
    HeadingRepeated,
    HeadingsCompete,
    HeadingUnknown,
    KindAmbiguous,
    KindNotRecognised,
    KindUnknown,
    MapFileInvalid,
    RejectsFileUnreadable,
)
from kedun.intake.rejects import Fault, Problem, reason
from kedun.intake.request import Request, with_currency
from kedun.intake.sheet import unique_headings
from kedun.kernel.refusals import Refusal
from kedun.kernel.words import Language
from tests.intake.files import plan_of, sheet_of

AUTO = Stated()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", KINDS)
def test_a_file_with_a_kinds_own_labels_is_that_kind(name: str, language: Language) -> None:
    kind = KINDS[name]
    targets = [
        target
        for target in targets_of(kind)
        if not target.startswith("customer.") and target not in ("paid", "open", "settled_on")
    ]
    found = recognise([label_of(kind, target).say(language) for target in targets], stated=AUTO)
    assert found.kind == name
    assert {column.target for column in found.columns} == set(targets)
    assert found.ignored == ()


@pytest.mark.parametrize(
    ("headings", "kind", "targets"),
    [
        pytest.param(
            "客户编号 所属集团 加入日期 退出日期",
            "group_member",
            "customer group from_on to_on",
            id="members of groups",
        ),
        pytest.param(
            "客户编号 对方编号 关系 持股比例 担保金额 起 止",
            "relation",
            "customer other relation_type share_permille amount_minor from_on to_on",
            id="relations with guarantees",
        ),
        pytest.param(
            "customerNumber relatedParty relationshipType guaranteedAmount validFrom validTo",
            "relation",
            "customer other relation_type amount_minor from_on to_on",
            id="relations in English",
        ),
        pytest.param(
            "countryCode customerID invoiceNumber InvoiceDate DueDate InvoiceAmount Disputed SettledDate DaysLate",
            "invoice",
            "customer.country customer document_no issue_on stated_due_on amount_minor is_disputed settled_on -",
            id="an export in English",
        ),
        pytest.param(
            "客户代码 客户名称 发票号码 开票日期 到期日期 金额(元) 已付金额 未付金额 业务员",
            "invoice",
            "customer customer.name document_no issue_on stated_due_on amount_minor paid open customer.owner",
            id="a ledger in Chinese",
        ),
        pytest.param(
            "cust_no inv_no Inv.Date Due_Date Amount Balance",
            "invoice",
            "customer document_no issue_on stated_due_on amount_minor open",
            id="abbreviated",
        ),
        pytest.param(
            "客户 票号 单据日期 应收金额 余额",
            "invoice",
            "customer document_no issue_on amount_minor open",
            id="short names",
        ),
        pytest.param(
            "客户 客户名称 发票号 开票日期 金额",
            "invoice",
            "customer customer.name document_no issue_on amount_minor",
            id="customer and its name",
        ),
        pytest.param(
            "客户编号 客户 发票号 开票日期 金额",
            "invoice",
            "customer customer.name document_no issue_on amount_minor",
            id="a vague word yields",
        ),
        pytest.param(
            "customer id;payment date;amount paid;invoice no".replace(" ", "_").replace(";", " "),
            "payment",
            "customer paid_on amount_minor document_no",
            id="payments",
        ),
        pytest.param(
            "客户编号 客户名称 行业 注册资本(万元) 账期",
            "customer",
            "external_id name industry registered_capital_minor terms_days",
            id="customers",
        ),
        pytest.param(
            "订单号 客户编号 下单日期 订单金额", "order", "order_no customer placed_on amount_minor", id="orders"
        ),
        pytest.param(
            "客户编号 额度类型 授信额度 生效日期",
            "credit_limit",
            "customer limit_type amount_minor from_on",
            id="limits",
        ),
        pytest.param(
            "客户编号 对方编号 关系 持股比例(%) 开始日期",
            "relation",
            "customer other relation_type share_permille from_on",
            id="shares in per cent",
        ),
        pytest.param(
            "范围 行业或地区 动态类型 影响程度 发生日期 标题",
            "market_event",
            "covers market event_type impact observed_on title",
            id="what happens to industries and regions",
        ),
        pytest.param("币种 日期 汇率", "fx_rate", "currency rate_on rate", id="rates"),
    ],
)
def test_headings_in_use_are_recognised(headings: str, kind: str, targets: str) -> None:
    found = recognise(headings.split(), stated=AUTO)
    told = {column.heading: column.target for column in found.columns}
    assert found.kind == kind
    assert [told.get(heading, "-") for heading in headings.split()] == targets.split()


@pytest.mark.parametrize(
    ("text", "whole", "bare", "factor", "currency"),
    [
        pytest.param("Invoice No.", "invoiceno", "invoiceno", 1, "", id="points and spaces"),
        pytest.param("含税金额（万元）", "含税金额万元", "含税金额", 10_000, "", id="ten thousands"),
        pytest.param("金额(元)", "金额元", "金额", 1, "", id="yuan"),
        pytest.param("Amount (USD)", "amountusd", "amount", 1, "USD", id="a currency"),
        pytest.param("金额【单位：千元】", "金额单位千元", "金额", 1_000, "", id="thousands"),
        pytest.param("Ａｍｏｕｎｔ", "amount", "amount", 1, "", id="full-width"),
        pytest.param("Date (due)", "datedue", "date", 1, "", id="brackets that say no unit"),
    ],
)
def test_headings_are_brought_to_a_plain_form(text: str, whole: str, bare: str, factor: int, currency: str) -> None:
    found = heading_of(text)
    assert (found.whole, found.bare, found.factor, found.currency) == (whole, bare, factor, currency)
    assert plain(text) == whole


def test_what_fits_two_kinds_is_refused_with_both() -> None:
    with pytest.raises(KindAmbiguous) as refused:
        recognise(["customer id", "invoice id", "date", "amount"], stated=AUTO)
    assert len(str(refused.value.params["candidates"]).split(", ")) > 1


def test_a_files_name_settles_what_its_headings_leave_open() -> None:
    headings = ["customer id", "invoice id", "date", "amount"]
    assert recognise(headings, stated=AUTO, file_name="payments-2024.csv").kind == "payment"


def test_what_fits_no_kind_is_refused() -> None:
    with pytest.raises(KindNotRecognised):
        recognise(["foo", "bar"], stated=AUTO)
    with pytest.raises(KindNotRecognised):
        recognise(["客户编号", "发票号"], stated=AUTO)


def test_a_stated_kind_lacking_columns_is_refused_with_them() -> None:
    with pytest.raises(ColumnsMissing) as refused:
        recognise(["客户编号", "发票号"], stated=Stated("invoices"))
    assert "开票日期" in str(refused.value.params["columns_zh"])


def test_two_columns_for_one_field_are_refused() -> None:
    with pytest.raises(HeadingsCompete) as refused:
        recognise(["客户编号", "发票号", "invoice date", "开票日", "billing date", "金额"], stated=AUTO)
    assert "billing date" in str(refused.value.params["candidates"])


LEDGER = ["customer id", "invoice no", "invoice date", "amount"]


@pytest.mark.parametrize(
    ("again", "later"),
    [
        pytest.param(["due date", "invoice no"], "invoice no (2)", id="the same text"),
        pytest.param(["due date", "Invoice_No."], "Invoice_No.", id="the same words"),
    ],
)
@pytest.mark.parametrize("kind", ["auto", "invoices"])
def test_a_heading_that_stands_twice_is_refused_with_both_columns(kind: str, again: list[str], later: str) -> None:
    with pytest.raises(HeadingRepeated) as refused:
        recognise(unique_headings([*LEDGER, *again]), stated=Stated(kind))
    assert refused.value.params == {"heading": "invoice no", "columns": "B, F", "later": later}


def test_a_heading_that_stands_twice_and_means_nothing_is_ignored() -> None:
    found = recognise(unique_headings([*LEDGER, "colour", "colour"]), stated=AUTO)
    assert found.ignored == ("colour", "colour (2)")


def test_a_map_file_chooses_between_headings_that_stand_twice() -> None:
    headings = unique_headings([*LEDGER, "invoice no"])
    found = recognise(headings, stated=Stated(columns={"invoice no (2)": "document_no", "invoice no": ""}))
    assert {column.heading: column.target for column in found.columns}["invoice no (2)"] == "document_no"
    assert found.column("external_id") is None


@pytest.mark.parametrize(("position", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (702, "AAA")])
def test_columns_go_by_the_letters_of_spreadsheets(position: int, letters: str) -> None:
    assert column_letters(position) == letters


def _refusal(asked: Callable[[], object]) -> Refusal:
    with pytest.raises(Refusal) as refused:
        asked()
    return refused.value


@pytest.mark.parametrize(
    ("asked", "english", "chinese"),
    [
        pytest.param(
            lambda: recognise(["amount", "value date"], stated=Stated("payments")),
            "A file of Payment needs these columns: Customer ID. Its headings are: amount, value date.",
            "回款文件缺少这些列：客户编号。现有表头：amount, value date。",
            id="columns missing",
        ),
        pytest.param(
            lambda: recognise(["phone"], stated=AUTO),
            "people (lacks Name)",
            "人员（people，缺 姓名）",
            id="no kind",
        ),
        pytest.param(
            lambda: recognise(["a"], stated=Stated("invoice", columns={"a": "colour"})),
            'A file of Invoice has no field "colour"',
            "发票文件没有字段“colour”",
            id="no such field",
        ),
        pytest.param(
            lambda: recognise([*LEDGER[:2], "开票日", "billing date", "amount"], stated=Stated("invoice")),
            '"Issue date (issue_on)"',
            "“开票日期 (issue_on)”",
            id="rivals",
        ),
        pytest.param(lambda: stated_by("columns: [a]"), "columns must be lines of", "columns 应为", id="a map file"),
        pytest.param(lambda: sheet_of(b"%PDF-1.7", "a.csv"), "a PDF document", "内容却是 PDF 文档", id="not a table"),
    ],
)
def test_refusals_are_said_in_one_language(asked: Callable[[], object], english: str, chinese: str) -> None:
    refusal = _refusal(asked)
    assert english in refusal.say("en")
    assert chinese in refusal.say("zh")
    assert not any("\u4e00" <= each <= "\u9fff" for each in refusal.say("en").replace("开票日", ""))


def test_the_refusal_of_a_foreign_rejects_file_names_its_columns() -> None:
    for language in ("zh", "en"):
        said = RejectsFileUnreadable(columns="").say(language)
        assert all(words.say(language) in said for words in LEADING)


@pytest.mark.parametrize(
    ("language", "said"), [("zh", "不在可选值之内：投诉、服务请求"), ("en", "is none of: Complaint, Service request")]
)
def test_choices_are_said_in_the_readers_language(language: Language, said: str) -> None:
    fault = choice_reader(("complaint", "service_request"))("x")
    assert isinstance(fault, Fault)
    assert reason(Problem("类型", "x", fault.code, fault.params), language) == said


@pytest.mark.parametrize("text", ["ABC", "XXX", "XAU", "XTS", "us", "一元"])
def test_what_is_no_currency_of_iso_4217_is_no_currency(text: str) -> None:
    assert read_currency(text) == Fault("unknown_currency")
    with pytest.raises(CurrencyUnknown):
        with_currency(Request(), text)
    row = ["C1", "A-1", "2024-01-10", "1"]
    with pytest.raises(CurrencyUnknown):
        plan_of([LEDGER, row], stated=Stated(constants={"currency": text}))
    plan, _ = plan_of([[*LEDGER, "currency"], [*row, text]])
    assert [problem.code for each in plan.rejects for problem in each.problems] == ["unknown_currency"]


@pytest.mark.parametrize("text", ["CNY", "usd", "RMB", "人民币", "KZT", "ISK"])
def test_currencies_are_read_by_code_and_name(text: str) -> None:
    assert isinstance(read_currency(text), str)


@pytest.mark.parametrize("name", KINDS)
def test_kinds_go_by_singular_plural_and_labels(name: str) -> None:
    kind = KINDS[name]
    assert {kind_called(word) for word in (name, plural_of(name), kind.label.zh, kind.label.en.upper())} == {name}


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(KindUnknown):
        kind_called("unicorns")


MAP = """
kind: invoices
columns: {Konto: customer, Beleg: document_no, Datum: issue_on, Betrag: amount, Saldo: ignore, Bemerkung: }
date_formats: {Datum: "%d.%m.%Y"}
constants: {currency: EUR}
"""


def test_a_map_file_overrules_the_headings() -> None:
    found = recognise(["Konto", "Beleg", "Datum", "Betrag", "Saldo", "Bemerkung"], stated=stated_by(MAP))
    assert found.kind == "invoice"
    assert [column.target for column in found.columns] == ["customer", "document_no", "issue_on", "amount_minor"]
    assert found.ignored == ("Saldo", "Bemerkung")
    assert (found.date_formats, found.constants) == ({"Datum": "%d.%m.%Y"}, {"currency": "EUR"})


def test_a_map_file_without_a_kind_leaves_it_to_the_columns() -> None:
    stated = stated_by("columns: {a: customer, b: document_no, c: issue_on, d: amount_minor, e: stated_due_on}")
    assert recognise(["a", "b", "c", "d", "e"], stated=stated).kind == "invoice"


def test_stated_headings_and_fields_must_exist() -> None:
    with pytest.raises(HeadingUnknown):
        recognise(["a"], stated=Stated(columns={"b": "name"}))
    with pytest.raises(FieldUnknown):
        recognise(["a"], stated=Stated("invoice", columns={"a": "colour"}))
    with pytest.raises(FieldUnknown):
        recognise(["a"], stated=Stated(columns={"a": "colour"}))


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        pytest.param("a: [", MapFileInvalid, id="no YAML"),
        pytest.param("- a", MapFileInvalid, id="a list"),
        pytest.param("colour: red", MapFileInvalid, id="an unknown part"),
        pytest.param("columns: [a]", MapFileInvalid, id="columns as a list"),
        pytest.param("columns: {a: {b: c}}", MapFileInvalid, id="too deep"),
        pytest.param("columns: {a: name, b: name}", MapFileInvalid, id="one field twice"),
        pytest.param("date_formats: {a: yesterday}", DateFormatInvalid, id="no date format"),
        pytest.param("x" * (1 << 21), MapFileInvalid, id="too long"),
    ],
)
def test_map_files_that_say_nothing_clear_are_refused(text: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        stated_by(text)


@pytest.mark.parametrize(
    ("pattern", "said"), [("%Y-%m-%d", "2026-01-31"), ("%d/%m/%Y", "31/01/2026"), ("%Y年%m月%d日", "2026年01月31日")]
)
def test_a_date_format_is_said_by_a_day_written_in_it(pattern: str, said: str) -> None:
    problem = Problem("开票日", "soon", "invalid_date", {"format": pattern})
    assert reason(problem, "zh") == f"不是该列写法的日期（应如 {said}）"
    assert reason(problem, "en") == f"is not a date as this column writes them (such as {said})"
