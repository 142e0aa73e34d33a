"""The list of customers: filters, orders, pages, totals, the workbook."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from kedun.accounts.models import AccessLog
from kedun.facts.models import CURRENT
from kedun.portfolio.lists.filters import SORT_KEYS
from tests.pipeline.small_house import customer, receive
from tests.portfolio.sample_book import CUSTOMERS, SampleBook
from tests.web.clients import ApiClient, client_of


@pytest.fixture
def chief(book: SampleBook) -> ApiClient:
    return client_of("ceo")


def every(client: ApiClient, *, limit: int = 200, **query: Any) -> list[Any]:
    """Walk through all pages of a list."""
    found: list[Any] = []
    cursor: dict[str, str] = {}
    while True:
        page = client.get("/customers", limit=limit, **query, **cursor)
        assert page.status == 200, page.json
        found += page.json["items"]
        if page.json["next_cursor"] is None:
            return found
        cursor = {"cursor": page.json["next_cursor"]}


VALUE: dict[str, Callable[[Any], Any]] = {
    "priority": lambda row: row["priority"] and float(row["priority"]),
    "code": lambda row: row["code"],
    "name": lambda row: row["name"].encode("gb18030"),
    "score": lambda row: row["score"]["value"],
    "grade": lambda row: {"high": 4, "medium": 3, "low": 2, "unrated": 1, None: None}[row["grade"]],
    "receivable": lambda row: row["receivable"] and float(row["receivable"]),
    "overdue": lambda row: row["overdue"] and float(row["overdue"]),
    "overdue_days": lambda row: row["overdue_days_max"],
    "limit_utilisation": lambda row: row["limit_utilisation"],
    "value": lambda row: row["value"],
    "alerts": lambda row: row["open_alerts"],
    "assessed": lambda row: row["as_of"],
}


@pytest.mark.parametrize("key", SORT_KEYS)
def test_every_order_in_both_directions_page_by_page(chief: ApiClient, key: str) -> None:
    receive({}, customer=[customer("NEW1"), customer("NEW2")])
    for sort in (key, f"-{key}"):
        rows = every(chief, sort=sort, limit=7)
        assert len({row["code"] for row in rows}) == len(rows) == CUSTOMERS + 2
        values = [VALUE[key](row) for row in rows]
        known = [value for value in values if value is not None]
        assert known == sorted(known, reverse=sort.startswith("-"))
        assert values[len(known) :] == [None] * (len(values) - len(known)), "who has no value comes last"


def test_priority_is_value_times_risk_times_exposure(chief: ApiClient) -> None:
    row = chief.get("/customers", limit=1).json["items"][0]
    exposure, risk, value = float(row["receivable"]), 100 - row["score"]["value"], row["value"]
    assert float(row["priority"]) == pytest.approx(exposure * risk / 100 * (50 + value) / 100, abs=0.02)


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ({"grade": ["high", "medium"]}, lambda row: row["grade"] in ("high", "medium")),
        ({"quadrant": "star"}, lambda row: row["quadrant"] == "star"),
        ({"tier": "high"}, lambda row: row["value_tier"] == "high"),
        ({"industry": ["化工", "机械设备"]}, lambda row: row["industry"] in ("化工", "机械设备")),
        ({"has_alert": "true"}, lambda row: row["open_alerts"] > 0),
        ({"has_alert": "false"}, lambda row: row["open_alerts"] == 0),
        ({"severity": "critical"}, lambda row: row["worst_severity"] == "critical"),
        ({"overdue_min": "20000.5"}, lambda row: row["overdue"] and float(row["overdue"]) >= 20000.5),
        ({"overdue_days_min": 1, "overdue_days_max": 30}, lambda row: 1 <= (row["overdue_days_max"] or 0) <= 30),
        ({"score_max": "60"}, lambda row: (row["score"]["value"] or 100) <= 60),
        ({"score_min": "60.01"}, lambda row: (row["score"]["value"] or 0) >= 60.01),
        ({"q": "kh00001"}, lambda row: "KH00001" in row["code"]),
        ({"q": "公司", "grade": "low"}, lambda row: "公司" in row["name"] and row["grade"] == "low"),
        ({"owner": "-"}, lambda row: row["owner"] is None),
        ({"owner": "9" * 40}, lambda _: False),
        ({"industry": "-"}, lambda row: row["industry"] == ""),
    ],
)
def test_a_filter_gives_those_it_names_and_no_other(chief: ApiClient, query: dict[str, Any], holds: Any) -> None:
    receive({}, customer=[customer("NEW")])
    rows = {row["code"]: row for row in every(chief)}
    wanted = {code for code, row in rows.items() if holds(row)}
    assert {row["code"] for row in every(chief, **query)} == wanted
    first = chief.get("/customers", limit=1, **query).json
    assert first["total"] == len(wanted)
    assert float(first["sums"]["receivable"]) == pytest.approx(sum(float(rows[c]["receivable"] or 0) for c in wanted))


def test_a_filter_by_rule_agrees_with_the_alerts(chief: ApiClient) -> None:
    alerts = chief.get("/alerts", state=["open", "acknowledged", "snoozed"], rule="high_risk_score", limit=200).json
    codes = {each["customer"]["code"] for each in alerts["items"]}
    assert codes == {row["code"] for row in every(chief, rule="high_risk_score")} != set()


def test_a_filter_by_owner_finds_a_person_by_number_and_by_the_name_in_files(
    chief: ApiClient, book: SampleBook
) -> None:
    by_number = {row["code"] for row in every(chief, owner=str(book.alice.pk))}
    assert by_number == book.of_alice
    assert by_number == {row["code"] for row in every(chief, owner=book.alice.name)}


def test_wildcards_are_letters(chief: ApiClient) -> None:
    assert every(chief, q="%") == every(chief, q="_") == every(chief, q="\\") == []


def test_a_chosen_reading_stands_in_a_column(chief: ApiClient) -> None:
    (row,) = chief.get("/customers", limit=1, columns=["overdue_share", "disputed_minor", "no_such_reading"]).json[
        "items"
    ]
    assert row["readings"].keys() == {"overdue_share", "disputed_minor", "no_such_reading"}
    assert isinstance(row["readings"]["overdue_share"], float)
    assert row["readings"]["disputed_minor"].count(".") == 1
    assert row["readings"]["no_such_reading"] is None


def test_a_customer_nobody_assessed_is_listed_without_numbers(chief: ApiClient) -> None:
    receive({}, customer=[customer("NEW")])
    row = next(row for row in every(chief) if row["code"] == "NEW")
    assert (row["grade"], row["receivable"], row["priority"], row["score"]["value"]) == (None, None, None, None)


def test_a_retracted_customer_is_in_no_list_and_no_total(chief: ApiClient) -> None:
    gone = chief.get("/customers", limit=1).json["items"][0]
    before = chief.get("/customers", limit=1).json
    CURRENT["customer"]._default_manager.filter(code=gone["code"]).update(is_retracted=True)
    after = chief.get("/customers", limit=1).json
    assert after["total"] == before["total"] - 1
    assert float(before["sums"]["receivable"]) - float(after["sums"]["receivable"]) == pytest.approx(
        float(gone["receivable"])
    )
    assert gone["code"] not in {row["code"] for row in every(chief)}


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({"sort": "colour"}, "unknown_sort"),
        ({"cursor": "bm90aGluZw"}, "bad_cursor"),
        ({"limit": 201}, "bad_fields"),
        ({"grade": "purple"}, "bad_fields"),
        ({"colour": "red"}, "bad_fields"),
        ({"score_min": "101"}, "bad_fields"),
        ({"q": "x" * 101}, "bad_fields"),
        ({"columns": [f"key_{number}" for number in range(21)]}, "bad_fields"),
        ({"codes": ["A"] * 201}, "bad_fields"),
        ({"changed_since": "1066-10-14"}, "bad_fields"),
        ({"owner": "x" * 201}, "bad_fields"),
    ],
)
def test_what_a_list_does_not_understand_is_refused(chief: ApiClient, query: dict[str, Any], code: str) -> None:
    answer = chief.get("/customers", **query)
    assert (answer.status, answer.json["code"]) == (422, code)


def test_a_cursor_belongs_to_its_list(chief: ApiClient) -> None:
    cursor = chief.get("/customers", limit=1).json["next_cursor"]
    assert chief.get("/customers", limit=1, cursor=cursor).status == 200
    assert chief.get("/customers", limit=1, cursor=cursor, sort="-overdue").json["code"] == "bad_cursor"
    assert chief.get("/customers", limit=1, cursor=cursor, grade="low").json["code"] == "bad_cursor"


def test_choices_name_what_there_is(chief: ApiClient, book: SampleBook) -> None:
    found = chief.get("/customers/choices").json
    rows = every(chief)
    assert {each["value"] for each in found["industries"]} == {row["industry"] or "-" for row in rows}
    assert {each["label"]: each["value"] for each in found["owners"]}[book.alice.name] == str(book.alice.pk)
    assert [each["label"] for each in found["grades"]] == ["高风险", "中风险", "低风险", "未评级"]
    assert {each["value"] for each in found["sorts"]} == set(SORT_KEYS)
    assert {"overdue_share", "receivable_minor"} <= {each["value"] for each in found["columns"]}
    for owner in found["owners"]:
        assert chief.get("/customers", owner=owner["value"], limit=1).json["total"] > 0


def sheet(content: bytes) -> list[list[Any]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()


def test_the_workbook_holds_the_whole_list_and_is_logged(chief: ApiClient) -> None:
    answer = chief.get("/customers/export", grade="high", columns="overdue_share", sort="-overdue")
    heading, *lines = sheet(answer.content)
    rows = every(chief, grade="high", sort="-overdue")
    assert [line[0] for line in lines] == [row["code"] for row in rows] != []
    assert heading[:2] == ["客户代码", "客户名称"]
    assert heading[-1] == "逾期占比"
    overdue = heading.index("逾期金额")
    assert [line[overdue] for line in lines] == [float(row["overdue"]) for row in rows]
    logged = AccessLog.objects.get(what="export_customers")
    assert (logged.rows, logged.actor) == (len(rows), f"person:{chief.person.pk}")
    assert "grade=high" in logged.subject
    assert "attachment" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("name", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "＝1"])
def test_a_name_that_looks_like_a_formula_stays_a_text(chief: ApiClient, name: str) -> None:
    receive({}, customer=[{"external_id": "X", "name": name}])
    content = chief.get("/customers/export", codes="X").content
    (_, line) = sheet(content)
    assert line[1] == f"'{name}"
    assert b"<f>" not in content


def test_more_than_a_workbook_holds_is_refused(chief: ApiClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kedun.portfolio.lists.api.MOST_ROWS", 5)
    answer = chief.get("/customers/export")
    assert (answer.status, answer.json["code"], answer.json["params"]) == (
        422,
        "too_many_to_export",
        {"number": CUSTOMERS, "most": 5},
    )
    assert AccessLog.objects.filter(what="export_customers").count() == 0
