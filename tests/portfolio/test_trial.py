"""A change tried on stored readings: it says what publishing the change would make of everybody, and stores nothing."""

import json
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, cast

import openpyxl
import pytest
import yaml

from kedun.assessments.models import Assessment
from kedun.definitions import documents
from kedun.definitions.actions import publish
from kedun.definitions.queries import live
from kedun.definitions.starter import draft_of
from kedun.facts.models import CURRENT
from kedun.pipeline.actions import Errand, walk
from kedun.portfolio.trial import queries
from kedun.review.linter.queries import brought
from tests.pipeline.small_house import clock_on
from tests.portfolio.sample_book import CUSTOMERS, TODAY, SampleBook
from tests.web.clients import ApiClient, client_for, client_of


@pytest.fixture
def manager(book: SampleBook) -> ApiClient:
    return client_of("credit_manager", language="en")


def of(kind: str) -> dict[str, Any]:
    """Give a document in force."""
    return cast("dict[str, Any]", json.loads(json.dumps(documents.read(live(kind, on=TODAY)[kind].body))))


def harder() -> dict[str, dict[str, Any]]:
    """Make lateness weigh more, grades stricter, one rule wider, and drop another."""
    card, grading, rules = of("scorecard"), of("grading"), of("rules")
    card["items"][0]["weight"] = 60
    card["items"][1]["bins"][0]["points"] = 70
    grading["bands"][0]["below"], grading["bands"][1]["below"] = 65, 85
    rules["rules"]["overdue_30_days"]["when"] = "overdue_days_max > days - 25 AND overdue_minor > rest"
    del rules["rules"]["overdue_60_days"]
    return {"scorecard": card, "grading": grading, "rules": rules}


def asked(client: ApiClient, texts: dict[str, dict[str, Any]]) -> dict[str, Any]:
    given = [{"kind": kind, "body": yaml.safe_dump(body, allow_unicode=True)} for kind, body in texts.items()]
    told = client.post("/policy-trials", {"texts": given})
    assert told.status == 200, told.json
    return cast("dict[str, Any]", told.json)


def stored() -> dict[str, tuple[object, ...]]:
    """Give what is stored of everybody."""
    codes = dict(CURRENT["customer"]._default_manager.values_list("id", "code"))
    rows = Assessment.objects.values_list("customer_id", "score", "standing_grade", "quadrant", "fired")
    return {codes[number]: tuple(rest) for number, *rest in rows}


def test_the_linter_counts_whom_a_changed_rule_would_find(book: SampleBook) -> None:
    rules = of("rules")
    rules["rules"]["overdue_30_days"]["when"] = "receivable_minor >= 0 AND overdue_days_max >= days - days AND rest > 0"
    changed = {"rules": rules}
    said = {each.place: each for each in brought(changed, TODAY) if each.code == "fires_too_often"}
    counted = queries.would_fire(changed, TODAY)
    assert counted["overdue_30_days"] > len(book.codes) / 5
    assert f"({counted['overdue_30_days']})" in said["rules.overdue_30_days"].problem().en
    present = queries.would_fire({}, TODAY)
    assert {rule: count for rule, count in counted.items() if rule != "overdue_30_days"} == {
        rule: count for rule, count in present.items() if rule != "overdue_30_days"
    }


def test_a_trial_says_what_publishing_would_make_of_everybody(
    manager: ApiClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts, before = harder(), stored()
    told = asked(manager, texts)
    assert stored() == before
    for kind, body in texts.items():
        text = draft_of(yaml.safe_dump(body, allow_unicode=True), kind=kind, key=kind, file=kind)
        publish(text, actor="test", on=TODAY, reason="test", at=datetime(2026, 9, 16, tzinfo=UTC))
    walk(Errand(TODAY, "postgres", clock_on(TODAY)))
    after = stored()

    moved = {code for code in before if before[code][1] != after[code][1]}
    assert len(moved) > 5
    assert {row["code"] for row in told["place"]["customers"]} == moved
    for row in told["place"]["customers"]:
        score, grade, quadrant, _ = after[row["code"]]
        assert (row["score_then"], row["grade_then"], row["quadrant_then"]) == (
            score if score is None else cast("int", score) / 100,
            grade,
            quadrant,
        )
    for grade in told["place"]["grades"]:
        assert (grade["now"], grade["then"]) == tuple(
            sum(r[1] == grade["code"] for r in s.values()) for s in (before, after)
        )
    worse = {(move["before"], move["after"]) for move in told["place"]["moves"] if move["direction"] == "worse"}
    assert worse <= {("low", "medium"), ("low", "high"), ("medium", "high")}
    assert len(worse) > 0
    for place in told["place"]["quadrants"]:
        assert place["then"] == sum(row[2] == place["code"] for row in after.values())
    steps = {step["points"]: (step["now"], step["then"]) for step in told["place"]["scores"]}
    assert sum(now for now, _ in steps.values()) == sum(then for _, then in steps.values()) == CUSTOMERS
    at_60 = [
        sum(row[0] is not None and 6000 <= cast("int", row[0]) < 6500 for row in s.values()) for s in (before, after)
    ]
    assert steps[60] == tuple(at_60)
    for rule in told["rules"]:
        fired = [{code for code, row in s.items() if rule["key"] in cast("list[str]", row[3])} for s in (before, after)]
        assert (rule["now"], rule["then"]) == (len(fired[0]), len(fired[1]))
        assert {each["code"] for each in rule["appears"]} == fired[1] - fired[0]
        assert {each["code"] for each in rule["leaves"]} == fired[0] - fired[1]
    assert {"overdue_30_days", "overdue_60_days", "high_risk_score"} <= {rule["key"] for rule in told["rules"]}


def test_a_changed_rule_alone_leaves_scores_out(manager: ApiClient) -> None:
    texts = {"rules": harder()["rules"]}
    told = asked(manager, texts)
    assert told["place"] is None
    assert [rule["key"] for rule in told["rules"]] == ["overdue_30_days", "overdue_60_days"]
    assert told["rules"][1]["then"] == 0
    assert asked(manager, {"rules": of("rules")})["rules"] == []


def test_a_rule_about_the_score_alone_needs_no_reading(manager: ApiClient) -> None:
    rules = of("rules")
    rules["rules"]["high_risk_score"]["when"] = "score < points + 20"
    (told,) = asked(manager, {"rules": rules})["rules"]
    scores = [cast("int | None", row[0]) for row in stored().values()]
    assert told["then"] == sum(score is not None and score < 8000 for score in scores)
    assert told["unknown"] == sum(score is None for score in scores)


def test_everybody_sees_the_part_of_the_book_that_is_theirs(book: SampleBook, manager: ApiClient) -> None:
    told = asked(client_for(book.carol), harder())
    assert (told["customers"], told["of"]) == (0, 0)
    assert told["place"]["customers"] == []
    assert asked(manager, harder())["customers"] == CUSTOMERS
    refused = client_for(book.alice).post("/policy-trials", {"texts": []})
    assert refused.status == 403


def test_of_a_large_book_an_even_sample_is_looked_at(manager: ApiClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "MOST_LOOKED_AT", 40)
    told = asked(manager, harder())
    assert told["of"] == CUSTOMERS
    assert 20 <= told["customers"] <= 40
    assert "sample" in told["notes"][0]


def test_a_raised_cap_is_told(manager: ApiClient) -> None:
    card = of("scorecard") | {"signal_cap": 40}
    assert "cap" in asked(manager, {"scorecard": card})["notes"][0]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        pytest.param("en", "The bins of Overdue share must rise", id="en"),
        pytest.param("zh", "逾期占比 的分箱上界必须递增", id="zh"),
    ],
)
def test_what_does_not_work_is_said_with_the_name_of_the_item(book: SampleBook, language: str, said: str) -> None:
    card = of("scorecard")
    card["items"][0]["bins"][0]["up_to"] = 0.9
    text = {"kind": "scorecard", "body": yaml.safe_dump(card)}
    told = client_of("cfo").post(f"/policy-trials?lang={language}", {"texts": [text]})
    assert told.status == 422
    assert said in told.json["message"]


def test_a_reading_that_is_not_stored_yet_cannot_be_tried(manager: ApiClient) -> None:
    indicators, card = of("indicators"), of("scorecard")
    indicators["indicators"]["overdue_share"]["formula"] = "ratio(overdue_minor, receivable_minor + 1)"
    texts = [
        {"kind": k, "body": yaml.safe_dump(b, allow_unicode=True)}
        for k, b in (("indicators", indicators), ("scorecard", card | {"missing": "worst"}))
    ]
    told = manager.post("/policy-trials", {"texts": texts})
    assert (told.status, told.json["code"]) == (422, "reading_not_kept")
    indicators = of("indicators")
    indicators["measures"]["overdue_minor"]["where"] = "overdue_days > 1"
    texts[0]["body"] = yaml.safe_dump(indicators, allow_unicode=True)
    assert manager.post("/policy-trials", {"texts": texts}).json["code"] == "reading_not_kept"


def test_a_change_is_tried_and_its_customers_exported(manager: ApiClient) -> None:
    change = manager.post("/policy-changes", {"title": "Harder"}).json["id"]
    card = harder()["scorecard"]
    text = yaml.safe_dump(card, allow_unicode=True)
    told = manager.put(f"/policy-changes/{change}/drafts/scorecard", {"body": text})
    assert told.status == 200, told.json
    tried = manager.get(f"/policy-changes/{change}/trial").json
    assert tried == asked(manager, {"scorecard": card})
    file = manager.get(f"/policy-changes/{change}/customers")
    sheet = openpyxl.load_workbook(BytesIO(file.content)).worksheets[0]
    assert sheet.max_row == 1 + tried["place"]["changed"]
    assert manager.get("/policy-changes/999/trial").status == 404


def test_rules_and_indicators_are_said_in_words(manager: ApiClient) -> None:
    rules = of("rules")["rules"]
    rules["overdue_30_days"]["when"] = "overdue_days_mix > days"
    rules["overdue_60_days"]["when"] = "overdue_days_max + 1"
    rules["overdue_60_days"]["thresholds"] = {}
    rules["over_limit"]["thresholds"]["amount"]["value"] = -5
    told = manager.post(
        "/policy-words", {"kind": "rules", "body": yaml.safe_dump({"rules": rules}, allow_unicode=True)}
    )
    found = {rule["key"]: rule for rule in told.json["rules"]}
    assert "overdue_days_mix" in found["overdue_30_days"]["when"]["problem"]
    assert "gives a real" in found["overdue_60_days"]["when"]["problem"]
    assert found["over_limit"]["label"] == "Over the credit limit"
    assert found["high_risk_score"]["when"]["words"] == "Health score is less than 60"
    assert found["payment_delay_rising"]["when"]["tree"] is None
    assert found["dishonest_debtor"]["when"]["words"].endswith("is true")
    group = found["new_customer_large_credit"]["when"]["tree"]
    assert [(line["name"], line["operator"], line["against"]) for line in group["parts"]] == [
        ("years_of_cooperation", "<", "years"),
        ("ordered_90d_minor", ">", "amount"),
    ]
    told = manager.post("/policy-words", {"kind": "indicators", "body": live("indicators")["indicators"].body})
    said = {row["key"]: row["formula"] for row in told.json["indicators"]}
    assert "overdue" in said["overdue_share"].lower()
    assert (
        manager.post("/policy-words", {"kind": "grading", "body": live("grading")["grading"].body}).json["rules"] == []
    )


def test_two_versions_are_compared(manager: ApiClient) -> None:
    text = live("grading")["grading"].body.replace("below: 60", "below: 62")
    draft = draft_of(text, kind="grading", key="grading", file="grading")
    publish(draft, actor="test", on=TODAY, reason="test", at=datetime(2026, 9, 16, tzinfo=UTC))
    there = manager.get("/policy/grading/versions/2/difference", since=1).json["lines"]
    back = manager.get("/policy/grading/versions/1/difference", since=2).json["lines"]
    assert [line[-7:] for line in (*there, *back)] == ["60 → 62", "62 → 60"]
    assert manager.get("/policy/grading/versions/1/difference", since=9).status == 404


def test_a_card_that_asks_for_more_data_leaves_customers_without_a_grade(manager: ApiClient) -> None:
    told = asked(manager, {"scorecard": of("scorecard") | {"refuse_below_permille": 990}})
    unrated = [move for move in told["place"]["moves"] if move["after"] == "unrated"]
    assert {move["direction"] for move in unrated} == {"neither"}
    assert told["place"]["scores"][-1]["points"] is None
    assert told["place"]["scores"][-1]["then"] == sum(move["customers"] for move in unrated)
