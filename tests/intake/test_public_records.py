"""Exports of the company registry, courts, tax offices and data vendors, as they are spelled; firms and cases are invented."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from kedun.facts.groups.membership import folded
from kedun.facts.models import CURRENT
from kedun.intake import actions
from kedun.intake.chinese_numbers import in_digits
from kedun.intake.numbers import AmountStyle, amount_reader, currency_written
from kedun.intake.outcome import Outcome
from kedun.intake.plan import make_plan
from kedun.intake.planned import Options, Plan
from kedun.intake.public_records import ends_of, implied
from kedun.intake.recognition import Recognition, Stated, recognise
from kedun.intake.request import Request
from kedun.kernel.days import to_date, to_day
from tests.intake.files import csv_bytes, sheet_of

TODAY = to_day(date(2024, 6, 30))
Row = Mapping[str, object]


def _read(name: str, *rows: Sequence[str], stated: Stated | None = None) -> tuple[Plan, Recognition]:
    sheet = sheet_of(csv_bytes(rows), name)
    recognition = recognise(sheet.headings, stated=stated or Stated(), file_name=name)
    return make_plan(sheet, recognition, Options(today=TODAY)), recognition


def _rows(plan: Plan, kind: str, *names: str) -> list[tuple[object, ...]]:
    """What a plan writes of a kind, days as text."""
    return [tuple(_shown(name, row.get(name)) for name in names) for row in plan.tables[kind].to_pylist()]


def _shown(name: str, value: object) -> object:
    return to_date(value).isoformat() if isinstance(value, int) and name.endswith(("_on", "as_of")) else value


def _notes(plan: Plan) -> dict[str, Mapping[str, object]]:
    return {note.code: note.params for note in plan.notes}


REGISTRY = [
    ["企业名称", "统一社会信用代码", "曾用名", "法定代表人", "注册资本", "实缴资本", "成立日期", "经营状态", "营业期限", "查询日期"],
    ["甲公司", "91310000MA1FL0L13G", "老甲公司", "赵一", "77800.32万人民币", "-", "2010年3月5日", "存续（在营、开业、在册）",
     "2010-03-05至2030-03-04", "2024-06-01"],
    ["乙公司", "", "", "", "100万美元", "壹佰万元整", "2012-01-01", "吊销，未注销", "2012-01-01 至 无固定期限", "2024-06-01"],
    ["丙公司", "", "", "", "1,000.0000万(元)", "5000 万元", "2012/1/1", "不知所云", "长期", ""],
]  # fmt: skip


def test_a_copy_of_the_company_registry_becomes_customers_with_capital_state_and_licence() -> None:
    plan, recognition = _read("企业工商信息.csv", *REGISTRY)
    assert recognition.kind == "customer"
    told = ("name", "registered_capital_minor", "paid_in_capital_minor", "currency", "registered_on", "status")
    assert _rows(plan, "customer", *told) == [
        ("甲公司", 77_800_320_000, None, "CNY", "2010-03-05", "operating"),
        ("乙公司", 100_000_000, 100_000_000, "USD", "2012-01-01", "revoked"),
        ("丙公司", 1_000_000_000, 5_000_000_000, "CNY", "2012-01-01", "不知所云"),
    ]
    assert _rows(plan, "customer", "licence_ends_on", "former_names") == [
        ("2030-03-04", "老甲公司"),
        (None, None),
        (None, None),
    ]
    assert _rows(plan, "check", "customer", "scope", "checked_on") == [
        ("甲公司", "registry", "2024-06-01"),
        ("乙公司", "registry", "2024-06-01"),
    ]
    assert plan.rejects == ()
    assert _notes(plan)["words_kept"] == {"column": "经营状态", "words": "不知所云"}


STATES = {
    "operating": "存续 在业 开业 在营 正常 存续（在营、开业、在册） 在营（开业）企业 迁入 仍注册",
    "suspended": "停业 歇业 责令关闭 停业，歇业",
    "liquidating": "清算 清算中 破产重整 解散",
    "moved_out": "迁出 已迁出 迁移异地",
    "revoked": "吊销 吊销，未注销 已吊销 撤销",
    "deregistered": "注销 已注销 吊销，已注销 注销企业",
}


@pytest.mark.parametrize("code", STATES)
def test_the_states_of_a_company_are_known_in_all_their_spellings(code: str) -> None:
    words = STATES[code].split(" ")
    plan, _ = _read("工商.csv", ["公司名称", "登记状态"], *([f"公司{at}", word] for at, word in enumerate(words)))
    assert {status for (status,) in _rows(plan, "customer", "status")} == {code}


COURTS: list[tuple[str, list[list[str]], tuple[object, ...]]] = [
    ("失信被执行人.csv",
     [["序号", "公司名称", "案号", "执行法院", "省份", "立案时间", "发布时间", "被执行人的履行情况", "失信被执行人行为具体情形"],
      ["1", "甲公司", "(2023)例01执1号", "例市法院", "例省", "2023年05月06日", "2023年06月06日", "全部未履行", "有能力而拒不履行"]],
     ("dishonest_debtor", "2023-05-06", None, "(2023)例01执1号", "case_open")),
    ("查到的.csv",
     [["公司名称", "案号", "立案日期", "执行法院", "执行标的（元）"], ["甲公司", "(2023)例01执1号", "2023-05-06", "例市法院", "1,000,000"]],
     ("enforcement", "2023-05-06", 100_000_000, "(2023)例01执1号", None)),
    ("裁判文书.csv",
     [["企业名称", "案件名称", "案号", "案由", "案件身份", "案件金额（元）", "裁判日期", "发布日期", "裁判结果"],
      ["甲公司", "某案", "(2023)例01民初1号", "买卖合同纠纷", "被告", "12,000", "2023-05-06", "2023-07-01", "败诉"]],
     ("lawsuit", "2023-05-06", 1_200_000, "(2023)例01民初1号", None)),
    ("开庭公告.csv",
     [["企业名称", "开庭时间", "案号", "案由", "公诉人/原告", "被告", "案件身份"],
      ["甲公司", "2024-05-06 09:30", "(2024)例01民初9号", "买卖合同纠纷", "乙", "甲", "被告"]],
     ("lawsuit", "2024-05-06", None, "(2024)例01民初9号", None)),
    ("a.csv",
     [["企业名称", "列入日期", "列入经营异常名录原因", "列入机关", "移出日期", "移出经营异常名录原因"],
      ["甲公司", "2023-05-06", "无法联系", "例局", "-", "-"]],
     ("abnormal_operation", "2023-05-06", None, None, None)),
    ("b.csv",
     [["企业名称", "列入严重违法失信企业名单（黑名单）原因", "列入日期", "作出决定机关（列入）"], ["甲公司", "虚假材料", "2023-05-06", "例局"]],
     ("serious_violation", "2023-05-06", None, None, None)),
    ("c.csv",
     [["企业名称", "决定书文号", "违法行为类型", "处罚内容", "处罚金额(万元)", "处罚机关", "处罚日期"],
      ["甲公司", "例市监处〔2023〕1号", "虚假宣传", "罚款", "1.5", "例局", "2023-05-06"]],
     ("penalty", "2023-05-06", 1_500_000, "例市监处〔2023〕1号", None)),
    ("d.csv",
     [["企业名称", "执行通知书文号", "被执行人", "股权数额", "执行法院", "类型|状态", "公示日期"],
      ["甲公司", "(2023)例执1号", "赵一", "100万元人民币", "例市法院", "股权冻结|冻结", "2023-05-06"]],
     ("equity_freeze", "2023-05-06", 100_000_000, "(2023)例执1号", "case_open")),
    ("e.csv",
     [["企业名称", "登记编号", "出质人", "质权人", "出质股权数额", "股权出质设立登记日期", "状态", "公示日期"],
      ["甲公司", "G1", "赵一", "例银行", "100万元", "2023-05-06", "有效", "2023-05-08"]],
     ("equity_pledge", "2023-05-06", 100_000_000, "G1", "case_open")),
    ("f.csv",
     [["纳税人名称", "纳税人识别号", "欠税税种", "欠税余额", "当前新发生欠税余额", "发布日期"],
      ["甲公司", "91310000MA1FL0L13G", "增值税", "1,000.00", "0", "2023-05-06"]],
     ("tax_arrears", "2023-05-06", 100_000, None, None)),
    ("限制高消费.csv",
     [["企业名称", "案号", "限消令对象", "申请人", "立案日期", "发布日期"], ["甲公司", "(2023)例执8号", "赵一", "乙", "2023-05-06", "2023-06-06"]],
     ("spending_restriction", "2023-05-06", None, "(2023)例执8号", None)),
    ("终本案件.csv",
     [["企业名称", "案号", "执行法院", "执行标的(元)", "未履行金额(元)", "立案日期", "终本日期"],
      ["甲公司", "(2023)例执7号", "例市法院", "100", "50", "2023-05-06", "2023-09-06"]],
     ("ended_enforcement", "2023-05-06", 5_000, "(2023)例执7号", None)),
]  # fmt: skip


@pytest.mark.parametrize(("name", "rows", "expected"), COURTS, ids=[str(expected[0]) for _, _, expected in COURTS])
def test_lists_of_courts_and_offices_are_known_by_their_headings(
    name: str, rows: list[list[str]], expected: tuple[object, ...]
) -> None:
    plan, recognition = _read(name, *rows)
    assert recognition.kind == "legal_event"
    assert _rows(plan, "legal_event", "event_type", "filed_on", "amount_minor", "case_no", "case_status") == [expected]
    assert plan.rejects == ()
    assert "region" not in plan.tables["customer"].column_names


def test_one_list_of_many_kinds_names_each_in_its_row() -> None:
    kinds = ["开庭公告", "限制高消费", "欠税公告", "列入经营异常名录", "股权质押", "严重违法"]
    plan, _ = _read(
        "风险监控.csv",
        ["公司名称", "风险类型", "风险内容", "发生日期"],
        *(["甲公司", kind, "略", "2024-01-01"] for kind in kinds),
    )
    assert [code for (code,) in _rows(plan, "legal_event", "event_type")] == [
        "lawsuit", "spending_restriction", "tax_arrears", "abnormal_operation", "equity_pledge", "serious_violation",
    ]  # fmt: skip


def test_the_sides_and_states_of_cases_are_known_and_other_words_kept() -> None:
    heading = ["公司名称", "案号", "案由", "案件身份", "立案日期", "案件状态", "查询日期"]
    told = [("被告", "审理中"), ("被上诉人", "已结案"), ("原告", "撤诉"), ("第三人", "一审"), ("上诉人", "再议")]
    rows = [
        ["甲公司", f"{at}号", "买卖", *pair[:1], "2023-05-06", pair[1], "2024-06-01"] for at, pair in enumerate(told)
    ]
    plan, _ = _read("立案信息.csv", heading, *rows)
    assert _rows(plan, "legal_event", "role", "case_status", "closed_on") == [
        ("defendant", "case_open", None),
        ("defendant", "case_closed", "2024-06-01"),
        ("plaintiff", "case_closed", "2024-06-01"),
        ("third_party", "case_open", None),
        ("上诉人", "再议", None),
    ]
    kept = [note.params for note in plan.notes if note.code == "words_kept"]
    assert kept == [{"column": "案件状态", "words": "再议"}, {"column": "案件身份", "words": "上诉人"}]


def test_a_case_told_as_closed_without_any_day_was_closed_by_today() -> None:
    plan, _ = _read(
        "立案信息.csv", ["公司名称", "案号", "立案日期", "案件状态"], ["甲公司", "1号", "2023-05-06", "已结案"]
    )
    assert _rows(plan, "legal_event", "closed_on") == [("2024-06-30",)]


def test_a_judgment_without_a_day_of_filing_begins_and_ends_the_case() -> None:
    plan, _ = _read("裁判文书.csv", ["公司名称", "案号", "案由", "裁判日期"], ["甲公司", "1号", "买卖", "2023-05-06"])
    assert _rows(plan, "legal_event", "filed_on", "closed_on") == [("2023-05-06", "2023-05-06")]
    plan, _ = _read(
        "裁判文书.csv",
        ["公司名称", "案号", "案由", "立案日期", "裁判日期"],
        ["甲公司", "1号", "买卖", "2023-01-06", "2023-05-06"],
    )
    assert _rows(plan, "legal_event", "filed_on", "closed_on") == [("2023-01-06", "2023-05-06")]


def test_a_row_that_says_no_record_is_a_check_and_no_reject() -> None:
    heading = ["公司名称", "案号", "立案日期", "执行标的（元）", "查询日期"]
    plan, _ = _read(
        "被执行人.csv", heading,
        ["甲公司", "(2023)例执1号", "2023-05-06", "100", "2024-06-01"],
        ["乙公司", "", "", "", "2024-06-01"],
        ["丙公司", "暂无信息", "-", "0", "2024-06-01"],
        ["丁公司", "无", "", "", ""],
        ["", "无", "", "", "2024-06-01"],
    )  # fmt: skip
    assert [row for (row,) in _rows(plan, "legal_event", "customer")] == ["甲公司"]
    assert _rows(plan, "check", "customer", "scope", "checked_on") == [
        (name, "legal", "2024-06-01") for name in ("甲公司", "乙公司", "丙公司")
    ]
    assert [(each.row, each.problems[0].code) for each in plan.rejects] == [(5, "missing_value"), (6, "missing_value")]
    assert _notes(plan)["nothing_found"] == {"rows": 2}


def test_a_bureau_that_knows_nothing_was_asked_all_the_same() -> None:
    heading = ["企业名称", "报告日期", "评估机构", "信用等级", "信用得分", "查询日期"]
    plan, recognition = _read(
        "征信.csv",
        heading,
        ["甲公司", "2024-05-06", "例资信", "AA", "71", "2024-05-07"],
        ["乙公司", "", "", "无记录", "", "2024-05-07"],
    )
    assert recognition.kind == "bureau_report"
    assert _rows(plan, "bureau_report", "customer", "rating", "rating_points") == [("甲公司", "AA", 71)]
    assert _rows(plan, "check", "customer", "scope") == [("甲公司", "bureau"), ("乙公司", "bureau")]


def test_a_file_without_the_day_of_the_search_keeps_its_silent_rows_as_rejects() -> None:
    plan, _ = _read(
        "被执行人.csv", ["公司名称", "案号", "立案日期"], ["甲公司", "1号", "2023-05-06"], ["乙公司", "无", ""]
    )
    assert [each.row for each in plan.rejects] == [3]
    assert _rows(plan, "check", "customer", "checked_on") == [("甲公司", "2023-05-06")]


def test_several_shareholders_in_a_cell_are_as_many_relations() -> None:
    heading = ["企业名称", "股东（发起人）", "持股比例", "认缴出资日期"]
    plan, recognition = _read(
        "股东.csv",
        heading,
        ["甲公司", "赵一、钱二；孙三", "", "2015-01-01"],
        ["乙公司", "李四", "30%", "2016-01-01"],
        ["丙公司", "周五、吴六", "", "某日"],
    )
    assert recognition.kind == "relation"
    assert _rows(plan, "relation", "customer", "other", "relation_type", "share_permille") == [
        ("甲公司", "赵一", "shareholder", None),
        ("甲公司", "钱二", "shareholder", None),
        ("甲公司", "孙三", "shareholder", None),
        ("乙公司", "李四", "shareholder", 300),
    ]
    assert [(each.row, each.cells["股东（发起人）"]) for each in plan.rejects] == [(4, "周五、吴六")]


def test_changes_in_the_registry_are_events_without_the_names_of_persons() -> None:
    heading = ["企业名称", "变更日期", "变更项目", "变更前", "变更后"]
    plan, recognition = _read(
        "变更记录.csv",
        heading,
        ["甲公司", "2023-05-06", "法定代表人变更", "赵一", "钱二"],
        ["甲公司", "2023-05-06", "注册资本变更", "100万", "10万"],
        ["甲公司", "2023-05-06", "章程备案", "", ""],
    )
    assert recognition.kind == "firm_change"
    assert recognition.ignored == ("变更前", "变更后")
    assert [item for (item,) in _rows(plan, "firm_change", "item")] == [
        "representative",
        "registered_capital",
        "章程备案",
    ]


def test_monitored_news_have_their_tone() -> None:
    heading = ["企业名称", "新闻标题", "发布时间", "新闻来源", "情感类型", "新闻标签"]
    tones = ["消极", "负面", "中立", "积极"]
    plan, recognition = _read(
        "舆情.csv",
        heading,
        *(["甲公司", f"题{at}", "2024-05-06 10:00", "例报", tone, "裁员"] for at, tone in enumerate(tones)),
    )
    assert recognition.kind == "news_item"
    found = [tone for (tone,) in _rows(plan, "news_item", "sentiment")]
    assert found == ["negative", "negative", "neutral", "positive"]


def test_a_file_name_says_what_bare_columns_hold_and_the_surest_word_counts() -> None:
    assert implied("legal_event", ["案号", "立案日期"], file_name="2024失信被执行人.xlsx") == {
        "event_type": "dishonest_debtor"
    }
    assert implied("legal_event", ["案号", "立案日期"], file_name="被执行人.xlsx") == {"event_type": "enforcement"}
    assert implied("legal_event", ["案号", "立案日期"], file_name="a.xlsx") == {}
    assert implied("relation", ["主要人员"]) == {"relation_type": "executive"}
    assert implied("relation", ["对方"]) == {}
    assert implied("invoice", ["案由"]) == {}


AMOUNTS = {
    "77800.32万人民币": 77_800_320_000,
    "5000 万元": 5_000_000_000,
    "壹佰万元整": 100_000_000,
    "人民币壹亿贰仟叁佰万元整": 12_300_000_000,
    "伍仟万元人民币": 5_000_000_000,
    "壹仟零伍拾万元": 1_050_000_000,
    "十万元": 10_000_000,
    "两千元": 200_000,
    "贰万伍仟元叁角伍分": 2_500_035,
    "一亿": 10_000_000_000,
    "1,000.0000万(元)": 1_000_000_000,
    "(人民币)1000万元": 1_000_000_000,
    "1000万人民币元": 1_000_000_000,
    "1000万元整": 1_000_000_000,
    "(12.50)": -1_250,
    "-": None,
}


@pytest.mark.parametrize(("text", "minor"), AMOUNTS.items())
def test_capital_is_read_in_the_ways_it_is_written(text: str, minor: int | None) -> None:
    assert amount_reader(AmountStyle(), "CNY")(text) == minor


@pytest.mark.parametrize(
    ("text", "code"),
    [("100万美元", "USD"), ("500万港元", "HKD"), ("EUR 12", "EUR"), ("12万元", ""), ("", ""), ("9" * 99, "")],
)
def test_an_amount_may_name_its_currency(text: str, code: str) -> None:
    assert currency_written(text) == code


def test_only_numerals_become_digits() -> None:
    assert in_digits("一号机三台") == "一号机三台"
    assert in_digits("万") == "万"
    periods = pa.array(["2010-05-01至2030-04-30", "2030-04-30"], pa.string())
    assert ends_of(periods).to_pylist() == ["2030-04-30", "2030-04-30"]


# --- against what is known ---


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own."""
    monkeypatch.setenv("KEDUN_DATA", str(tmp_path))
    return tmp_path


def _import(name: str, *rows: Sequence[str]) -> Outcome:
    number = actions.register(csv_bytes(rows), file_name=name, request=Request(), source="files", actor="alice")
    return actions.run_import(number)


def _events() -> list[tuple[object, ...]]:
    rows = CURRENT["legal_event"]._default_manager.order_by("case_no", "customer__code")
    found = rows.values_list("customer__code", "case_no", "filed_on", "closed_on", "title", "role")
    return [tuple(to_date(each).isoformat() if isinstance(each, int) else each for each in row) for row in found]


@pytest.mark.django_db
@pytest.mark.usefixtures("data")
def test_rows_find_their_customer_by_registry_number_name_and_former_name() -> None:
    _import(
        "客户.csv",
        ["客户编号", "客户名称", "统一社会信用代码", "曾用名"],
        ["K1", "甲公司", "91310000MA1FL0L13G", ""],
        ["K2", "乙公司", "", "老乙公司；更老乙公司"],
        ["K3", "丙公司", "", ""],
    )
    outcome = _import(
        "被执行人.csv",
        ["企业名称", "统一社会信用代码", "案号", "立案日期"],
        ["不像的名字", "91310000MA1FL0L13G", "1号", "2023-05-06"],
        ["更老乙公司", "", "2号", "2023-05-06"],
        ["丙公司", "91310000000000000X", "3号", "2023-05-06"],
        ["没有人认识", "", "4号", "2023-05-06"],
    )
    assert outcome.rejected == 0
    assert [(code, case) for code, case, *_ in _events()] == [
        ("K1", "1号"),
        ("K2", "2号"),
        ("K3", "3号"),
        ("没有人认识", "4号"),
    ]


@pytest.mark.django_db
@pytest.mark.usefixtures("data")
def test_filing_hearing_and_judgment_are_one_case_in_whatever_order_they_come() -> None:
    filing = ("立案信息.csv", ["公司名称", "案由", "案件身份", "立案日期"], ["甲公司", "买卖", "被告", "2023-01-06"])
    hearing = ("开庭公告.csv", ["公司名称", "开庭日期"], ["甲公司", "2023-03-06"])
    judgment = ("裁判文书.csv", ["公司名称", "裁判日期"], ["甲公司", "2023-05-06"])
    orders = ((judgment, filing, hearing), (hearing, judgment, filing), (filing, hearing, judgment))
    for number, order in enumerate(orders):
        for name, heading, row in order:
            _import(name, [*heading, "案号"], [*row, f"{number}号"])
    whole = ("2023-01-06", "2023-05-06", "买卖", "defendant")
    assert _events() == [("甲公司", f"{number}号", *whole) for number in range(3)]


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        pytest.param("2016-05-10至2036-05-09", "2036-05-09", id="from, to"),
        pytest.param("至2036-05-09", "2036-05-09", id="to alone"),
        pytest.param("2016/5/10-2036/5/9", "2036-05-09", id="a dash between slashes"),
        pytest.param("2016-05-10 - 2036-05-09", "2036-05-09", id="a dash between dashes"),
        pytest.param("2016年5月10日-2036年5月9日", "2036-05-09", id="a dash between words"),
        pytest.param("2016年5月10日-长期", None, id="without end"),
        pytest.param("2036-05-09", "2036-05-09", id="the end alone"),
    ],
)
def test_the_end_of_a_period_however_it_is_written(cell: str, day: str | None) -> None:
    plan, _ = _read("工商.csv", ["企业名称", "统一社会信用代码", "营业期限"], ["甲公司", "", cell])
    assert _rows(plan, "customer", "licence_ends_on") == [(day,)]
    assert plan.rejects == ()


def test_a_shareholder_named_with_wide_brackets_is_the_customer_called_so() -> None:
    firm = "华新（中国）有限公司"
    known, _ = _read("客户.csv", ["客户编号", "客户名称"], ["C1", firm])
    held, _ = _read(
        "股东.csv", ["企业名称", "股东（发起人）", "持股比例", "认缴出资日期"], ["乙公司", firm, "60%", "2016-01-01"]
    )
    (named,), (party,) = _rows(known, "customer", "name"), _rows(held, "relation", "other")
    assert named == (firm,)
    assert party == (folded(firm),)
