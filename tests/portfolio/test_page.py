"""A customer's page: what stands there now, and on a past day as we knew it then."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from kedun.facts.models import CURRENT
from kedun.facts.queries import last_batch
from kedun.pipeline.actions import Errand, walk
from tests.pipeline.small_house import START, alerts, bill, clock_on, customer, number_of, open_house, paid, receive
from tests.portfolio.sample_book import SampleBook
from tests.web.clients import ApiClient, client_of

TODAY = clock_on(START)


@pytest.fixture
def house(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A owes 1,000 since forty days, and 500 more that are not due; assessed a month before and today."""
    monkeypatch.setenv("KEDUN_NOW", TODAY.at.isoformat())
    open_house()
    named = {
        **customer("A"),
        "uscc": "91350503MA90U4UL08",
        "owner": "小艾",
        "status": "operating",
        "terms_days": 30,
        "stated_since": START - 900,
    }
    receive(
        customer=[named],
        invoice=[bill("A", due_on=START - 40), bill("A", due_on=START + 5, number="2", amount="500.00")],
    )
    walk(Errand(START - 45, "postgres", clock_on(START - 45)))
    walk(Errand(START, "postgres", TODAY))


@pytest.fixture
def chief(house: None) -> ApiClient:
    return client_of("ceo")


def readings(page: Any) -> dict[str, Any]:
    return {reading["key"]: reading for dimension in page["dimensions"] for reading in dimension["readings"]}


def test_the_header_and_the_figures(chief: ApiClient) -> None:
    page = chief.get("/customers/A").json
    assert (page["name"], page["uscc"], page["terms"]) == ("客户A", "91350503MA90U4UL08", {"days": 30, "basis": ""})
    assert (page["since"], page["owner"], page["as_of"]) == ("2022-12-29", {"id": None, "name": "小艾"}, "2025-06-16")
    assert page["status"] == {"code": "operating", "words": "存续"}
    assert (page["figures"]["receivable"], page["figures"]["overdue"]) == ("1500.00", "1000.00")
    ages = {age["bucket"]: age["amount"] for age in page["figures"]["ageing"]}
    assert ages == {
        "not_due": "500.00",
        "1_30": "0.00",
        "31_60": "1000.00",
        "61_90": "0.00",
        "over_90": "0.00",
        "unknown": "0.00",
    }
    assert not page["is_past"]
    assert page["masked"] == []


def test_readings_stand_by_dimension_with_words_and_reasons(chief: ApiClient) -> None:
    page = chief.get("/customers/A").json
    assert [each["key"] for each in page["dimensions"]] == ["financial", "history", "behaviour", "industry", "legal"]
    shown = readings(page)
    late = shown["overdue_days_max"]
    assert (late["value"], late["change_30d"], late["unit"], late["worse"]) == (40, 30, "days", "higher")
    assert late["formula"] == "CASE WHEN overdue_count = 0 THEN 0 ELSE overdue_days_worst END"
    assert late["formula_words"].startswith("[若逾期笔数等于 0 则为 0；否则为 [「逾期天数大于 0」的发票的最大逾期天数]")
    assert shown["overdue_minor"]["value"] == "1000.00"
    sued = shown["lawsuits_open"]
    assert (sued["value"], sued["missing"], sued["missing_words"]) == (None, "not_supplied", "未提供数据")
    assert shown["limit_utilisation"]["missing_words"] == "未设额度"


def test_the_page_in_english(chief: ApiClient) -> None:
    page = chief.get("/customers/A", lang="en").json
    shown = readings(page)
    assert page["status"] == {"code": "operating", "words": "operating"}
    assert shown["overdue_share"]["formula_words"] == "the ratio of Overdue amount to Receivables"
    assert shown["lawsuits_open"]["missing_words"] == "not supplied"
    assert page["grade"]["raw"]["words"] in ("High risk", "Medium risk", "Low risk")
    fired = next(each for each in page["verdicts"] if each["rule"] == "overdue_30_days")
    assert (fired["verdict_words"], fired["condition_words"]) == (
        "fired",
        "Longest overdue in days is greater than 30 and Overdue amount is greater than CNY 100",
    )
    assert fired["evidence"] == [
        {"key": "overdue_days_max", "label": "Longest overdue in days", "value": 40, "unit": "days", "masked": False},
        {"key": "overdue_minor", "label": "Overdue amount", "value": "1000.00", "unit": "minor", "masked": False},
    ]


def test_the_score_says_what_it_is_made_of(chief: ApiClient) -> None:
    score = chief.get("/customers/A").json["score"]
    known = [item for item in score["items"] if item["points"] is not None]
    weight = sum(item["weight"] for item in known)
    assert score["coverage"] == pytest.approx(weight / sum(item["weight"] for item in score["items"]))
    assert score["value"] == pytest.approx(sum(item["points"] * item["weight"] for item in known) / weight, abs=0.01)
    assert score["low"] <= score["value"] <= score["high"]
    unknown = [item for item in score["items"] if item["points"] is None]
    assert all(item["missing"] and item["missing_words"] for item in unknown)


def test_what_fired_stands_first_and_the_alert_is_there(chief: ApiClient) -> None:
    page = chief.get("/customers/A").json
    verdicts = [each["verdict"] for each in page["verdicts"]]
    assert verdicts == sorted(verdicts, key=["fired", "clear", "unknown"].index)
    assert {each["rule"] for each in page["alerts"]} == {
        each["rule"] for each in page["verdicts"] if each["verdict"] == "fired"
    }
    assert "overdue_30_days" in {each["rule"] for each in page["alerts"]}
    assert page["alerts"][0]["state"] == {"code": "open", "words": "待处理"}
    assert alerts("A") == ["open"]


def test_a_past_day_with_what_is_known_now(chief: ApiClient) -> None:
    page = chief.get("/customers/A", as_of="2025-05-10").json
    assert (page["figures"]["overdue"], readings(page)["overdue_days_max"]["value"]) == ("1000.00", 3)
    assert (page["is_past"], page["alerts"]) == (True, [])
    assert page["grade"]["standing_since"] == "2025-05-02"


def test_as_we_knew_it_then(chief: ApiClient) -> None:
    before = chief.get("/customers/A").json["known_at"]
    receive(payment=[paid("A", on=START - 1)], customer=[{**customer("A"), "name": "新名称"}])
    now, then = chief.get("/customers/A").json, chief.get("/customers/A", known_at=before).json
    assert (now["figures"]["overdue"], then["figures"]["overdue"]) == ("0.00", "1000.00")
    assert (now["name"], then["name"]) == ("新名称", "客户A")
    assert (now["is_past"], then["is_past"], then["known_at"]) == (False, True, before)
    evidence = chief.get("/customers/A/readings/overdue_minor", known_at=before).json
    assert (evidence["value"], evidence["measures"][0]["rows"]) == ("1000.00", 1)
    facts = chief.get("/customers/A/facts/payment", known_at=before).json
    assert (facts["total"], chief.get("/customers/A/facts/payment").json["total"]) == (0, 1)


def test_known_on_a_day_is_its_last_batch(chief: ApiClient) -> None:
    now = chief.get("/customers/A").json
    day = datetime.fromisoformat(now["known_at_time"]).astimezone(ZoneInfo("Asia/Shanghai")).date()
    assert chief.get("/customers/A", known_on=day.isoformat()).json["known_at"] == now["known_at"]
    before = chief.get("/customers/A", known_on=(day - timedelta(days=1)).isoformat())
    assert (before.status, before.json["code"]) == (404, "not_known_then")


def test_every_version_of_a_fact(chief: ApiClient) -> None:
    number = CURRENT["invoice"]._default_manager.get(external_id="A-1").pk
    receive(invoice=[bill("A", due_on=START - 20)])
    found = chief.get(f"/customers/A/facts/invoice/{number}/versions").json
    newer, older = found["items"]
    assert (newer["known_until"], older["known_until"]) == (None, newer["known_from"]["batch"])
    assert {"stated_due_on", "due_on"} & set(newer["changed"])
    assert (newer["cells"]["stated_due_on"], older["cells"]["stated_due_on"]) == ("2025-05-27", "2025-05-07")
    assert older["changed"] == []


def test_history_tells_what_changed(chief: ApiClient) -> None:
    now, before = chief.get("/customers/A/history").json["items"]
    assert (now["as_of"], before["as_of"]) == ("2025-06-16", "2025-05-02")
    assert before["what_changed"] == [{"what": "first", "key": "", "label": "", "before": None, "after": None}]
    told = {(each["what"], each["key"]): each for each in now["what_changed"]}
    assert (told["verdict", "overdue_30_days"]["before"], told["verdict", "overdue_30_days"]["after"]) == (
        "未触发",
        "触发",
    )
    assert told["score", "score"]["after"] == now["score"] < before["score"]
    assert (told["item", "overdue_days_max"]["before"], told["item", "overdue_days_max"]["after"]) == (100, 30)
    assert now["overdue"] == "1000.00"


def test_history_ends_on_the_day_that_is_looked_at(chief: ApiClient) -> None:
    days = [row["as_of"] for row in chief.get("/customers/A/history").json["items"]]
    past = chief.get("/customers/A/history", as_of=days[-1]).json
    assert ([row["as_of"] for row in past["items"]], past["as_of"]) == (days[-1:], days[-1])
    assert chief.get("/customers/A/history", known_at=0).json["items"] == []


def test_what_was_not_known_to_be_closed_is_not_told_closed(chief: ApiClient) -> None:
    before = last_batch()
    receive(payment=[paid("A", on=START)])
    walk(Errand(START, "postgres", TODAY))
    told = [
        {each["kind"] for each in chief.get("/customers/A/timeline", known_at=batch).json["items"]}
        for batch in (before, last_batch())
    ]
    assert ["alert_closed" in kinds for kinds in told] == [False, True]


def test_history_goes_page_by_page(chief: ApiClient) -> None:
    first = chief.get("/customers/A/history", limit=1).json
    second = chief.get("/customers/A/history", limit=1, cursor=first["next_cursor"]).json
    assert [item["as_of"] for item in (*first["items"], *second["items"])] == ["2025-06-16", "2025-05-02"]
    assert second["next_cursor"] is None
    assert first["items"][0]["what_changed"][0]["what"] != "first"


def test_a_code_with_signs_of_its_own(chief: ApiClient) -> None:
    receive({}, customer=[customer("甲 1?#")])
    assert chief.get("/customers/%E7%94%B2%201%3F%23").json["code"] == "甲 1?#"
    assert number_of("甲 1?#")


def walked(client: ApiClient, path: str, **query: Any) -> list[Any]:
    found: list[Any] = []
    cursor: dict[str, str] = {}
    while True:
        page = client.get(path, **query, **cursor).json
        found += page["items"]
        if page["next_cursor"] is None:
            return found
        cursor = {"cursor": page["next_cursor"]}


def test_the_timeline_tells_everything_once_newest_first(book: SampleBook) -> None:
    chief = client_of("ceo")
    code = chief.get("/customers", limit=1).json["items"][0]["code"]
    together = walked(chief, f"/customers/{code}/timeline", limit=200)
    piecewise = walked(chief, f"/customers/{code}/timeline", limit=17)
    assert piecewise == together
    keys = [(each["kind"], each["id"]) for each in together]
    assert len(keys) == len(set(keys)) > 50
    days = [each["on"] for each in together]
    assert days == sorted(days, reverse=True)
    assert max(days) <= "2026-09-16"
    for kind in ("invoice", "payment", "order"):
        told = sum(each["kind"] == kind for each in together)
        assert told == chief.get(f"/customers/{code}/facts/{kind}").json["total"]
    stored = len(walked(chief, f"/customers/{code}/history"))
    assert sum(each["kind"] == "assessment" for each in together) == stored


def test_a_timeline_of_some_sorts_and_of_a_past_day(book: SampleBook) -> None:
    chief = client_of("ceo")
    code = chief.get("/customers", limit=1, has_alert="true").json["items"][0]["code"]
    found = walked(chief, f"/customers/{code}/timeline", kinds=["alert", "signal"], lang="en")
    assert {each["kind"] for each in found} <= {"alert", "signal"}
    assert {each["tone"] for each in found if each["kind"] == "alert"} <= {"low", "medium", "high", "critical"}
    past = walked(chief, f"/customers/{code}/timeline", as_of="2026-07-31", limit=200)
    assert max(each["on"] for each in past) <= "2026-07-31"
