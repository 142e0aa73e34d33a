"""`kedun assess` and `kedun show`: documents that scripts depend on, words that people read, codes for what is wrong."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from kedun.facts.queries import last_batch
from tests.cli.conftest import Kedun
from tests.definitions.versions import put_into_force
from tests.pipeline.small_house import START, TOO_MUCH, bill, customer, open_house, paid, poisoned, receive

pytestmark = pytest.mark.django_db

DAY = "2025-06-16"
BEFORE_ALL = "1999-12-31T00:00:00+08:00"


@pytest.fixture(autouse=True)
def house(monkeypatch: pytest.MonkeyPatch) -> None:
    """A owes 1,000.00 since 40 days, as the first batch tells; the second tells that B, who had owed it too, has paid."""
    monkeypatch.setenv("KEDUN_NOW", f"{DAY}T12:00:00+08:00")
    open_house()
    receive(
        customer=[customer("A"), customer("B")], invoice=[bill("A", due_on=START - 40), bill("B", due_on=START - 40)]
    )
    receive({}, payment=[paid("B", on=START - 1)])


def shape(value: object) -> object:
    """A document's keys and types; numbers are told apart, lists by their first element."""
    if isinstance(value, Mapping):
        return {key: shape(each) for key, each in value.items()}
    if isinstance(value, list):
        return [shape(each) for each in value[:1]]
    return type(value).__name__


ASSESSED = {
    "format": "int", "as_of": "str", "known_at": "int", "policy_on": "str", "engine": "str", "customers": "int", "unrated": "int", "written": "int",
    "unchanged": "int",
    "alerts": {"opened": "int", "updated": "int", "closed": "int"}, "digest": "str", "seconds": "float",
    "cpu_seconds": "float", "peak_mb": "int", "fresh_until": "str", "aside": [],
}  # fmt: skip


@pytest.mark.parametrize("engine", ["postgres", "duckdb", "python"])
def test_assess_prints_one_document(kedun: Kedun, engine: str) -> None:
    told = kedun("assess", "--as-of", DAY, "--engine", engine, "--json")
    document = told.document()
    assert told.code == 0
    assert shape(document) == ASSESSED
    assert (document["as_of"], document["engine"], document["known_at"]) == (DAY, engine, last_batch())
    assert (document["customers"], document["written"]) == (2, 2)
    assert document["alerts"]["opened"] >= 1
    assert document["digest"].startswith("sha256:")


def test_the_whole_book_goes_to_duckdb_and_one_customer_to_postgres(kedun: Kedun) -> None:
    assert kedun("assess", "--json").document()["engine"] == "duckdb"
    one = kedun("assess", "--customer", "A", "--json").document()
    assert (one["engine"], one["customers"], one["as_of"]) == ("postgres", 1, DAY)


def test_a_dry_run_stores_nothing_and_gives_the_same_digest(kedun: Kedun) -> None:
    done = kedun(
        "assess", "--as-of", "2025-05-31", "--engine", "postgres", "--json"
    ).document()  # keeps the totals of the book
    assert done["written"] == 2
    rehearsed = kedun("assess", "--engine", "postgres", "--dry-run", "--json").document()
    done = kedun("assess", "--engine", "postgres", "--json").document()
    assert (rehearsed["written"], rehearsed["alerts"]["opened"]) == (0, 0)
    assert rehearsed["digest"] == done["digest"]
    assert done["written"] == 2


@pytest.mark.parametrize("known_at", ["1", BEFORE_ALL], ids=["by batch", "by instant"])
def test_assess_as_known_before(kedun: Kedun, known_at: str) -> None:
    before = kedun("assess", "--known-at", known_at, "--engine", "postgres", "--json").document()
    customers = {"1": 2, BEFORE_ALL: 0}[known_at]
    assert (before["known_at"], before["customers"], before["written"]) == (int(known_at == "1"), customers, 0)


def test_who_cannot_be_computed_is_named(kedun: Kedun, tmp_path: Path) -> None:
    put_into_force(poisoned(tmp_path), on=START)
    receive({}, invoice=[bill("B", due_on=START - 40, amount=TOO_MUCH)])
    document = kedun("assess", "--json").document()
    assert (document["customers"], document["aside"]) == (1, ["B"])
    assert (
        "Of 1 customers numbers go out of range; they keep the assessment they had: B"
        in kedun("--lang", "en", "assess").out
    )


def reading(value: str) -> dict[str, str]:
    return {"value": value, "unit": "str", "missing": "NoneType" if value != "NoneType" else "str"}


SHOWN: dict[str, Any] = {
    "format": "int", "customer": {"code": "str", "name": "str"}, "as_of": "str", "known_at": "int",
    "grade": {"raw": "str", "standing": "str"}, "value_tier": "str", "quadrant": "str",
}  # fmt: skip
SCORE = {
    "value": "float", "low": "float", "high": "float", "coverage": "float",
    "items": [{"indicator": "str", "label": {"zh": "str", "en": "str"}, "value": "NoneType", "points": "NoneType",
               "weight": "int", "missing": "str"}],
    "signals": {"points": "int"},
}  # fmt: skip


def test_show_prints_one_document(kedun: Kedun) -> None:
    kedun("assess", "--engine", "postgres")
    told = kedun("show", "A", "--json")
    document = told.document()
    assert told.code == 0
    assert set(document) == {*SHOWN, "readings", "score", "verdicts", "alerts", "policy"}
    assert {key: shape(document[key]) for key in SHOWN} == SHOWN
    assert document["customer"] == {"code": "A", "name": "客户A"}
    assert (document["as_of"], document["known_at"]) == (DAY, last_batch())
    assert document["readings"]["overdue_minor"] == {
        "value": 100_000,
        "unit": "minor:CNY",
        "missing": None,
        "flags": [],
    }
    assert document["readings"]["overdue_share"] == {"value": 1.0, "unit": "share", "missing": None, "flags": []}
    assert document["readings"]["overdue_days_max"] == {"value": 40, "unit": "days", "missing": None, "flags": []}
    assert document["readings"]["lawsuits_open"] == {
        "value": None,
        "unit": "count",
        "missing": "not_supplied",
        "flags": [],
    }
    assert all(set(each) == {"value", "unit", "missing", "flags"} for each in document["readings"].values())
    assert document["verdicts"]["overdue_30_days"] == {
        "verdict": "fired",
        "evidence": {"overdue_days_max": 40, "overdue_minor": 100000},
    }


def test_show_tells_the_score_item_by_item(kedun: Kedun) -> None:
    score = kedun("show", "A", "--json").document()["score"]
    missing = [item for item in score["items"] if item["missing"]]
    assert shape({**score, "items": missing}) == SCORE
    assert 0 <= score["low"] <= score["value"] <= score["high"] <= 100
    overdue = next(item for item in score["items"] if item["indicator"] == "overdue_days_max")
    assert (overdue["value"], overdue["points"], overdue["weight"], overdue["missing"]) == (40, 30, 14, None)
    assert overdue["label"]["zh"] == "最长逾期天数"


def test_show_lists_the_alerts_that_stood_on_the_day(kedun: Kedun) -> None:
    assert kedun("show", "A", "--json").document()["grade"]["standing"] is None, "never assessed"
    kedun("assess", "--engine", "postgres")
    alerts = kedun("show", "A", "--json").document()["alerts"]
    assert "overdue_30_days" in [alert["rule"] for alert in alerts]
    assert {alert["state"] for alert in alerts} == {"open"}
    assert kedun("show", "A", "--as-of", "2025-06-15", "--json").document()["alerts"] == []


def test_show_as_known_before_a_payment_came(kedun: Kedun) -> None:
    owed = [
        kedun("show", "B", *at, "--json").document()["readings"]["overdue_minor"]["value"]
        for at in ([], ["--known-at", "1"])
    ]
    assert owed == [0, 100_000]


REFUSED = [
    pytest.param(["assess", "--as-of", "2025-02-30"], "not_a_day", id="a day that is none"),
    pytest.param(["show", "A", "--as-of", "yesterday"], "not_a_day", id="a word for a day"),
    pytest.param(["show", "nobody"], "unknown_customer", id="an unknown customer"),
    pytest.param(["assess", "--customer", "nobody"], "unknown_customer", id="an unknown customer to assess"),
    pytest.param(["show", "A", "--known-at", "0"], "not_known_then", id="a customer who was not known then"),
    pytest.param(["assess", "--known-at", "soon"], "not_a_batch", id="neither batch nor instant"),
    pytest.param(
        ["assess", "--known-at", "0001-01-01T00:00:00+08:00"], "not_a_batch", id="an instant before all years"
    ),
    pytest.param(["assess", "--known-at", "999999"], "unknown_batch", id="a batch that is not there yet"),
]


@pytest.mark.parametrize(("arguments", "code"), REFUSED)
def test_bad_input_ends_with_two_and_is_said_in_both_languages(kedun: Kedun, arguments: list[str], code: str) -> None:
    told = kedun(*arguments, "--json")
    assert (told.code, told.document()["error"]["code"]) == (2, code)
    chinese, english = kedun("--lang", "zh", *arguments), kedun("--lang", "en", *arguments)
    assert (chinese.code, english.code) == (2, 2)
    assert chinese.err.strip() != english.err.strip()
    assert "。" in chinese.err
    assert english.err.isascii()


def test_an_instant_without_an_offset_is_in_the_houses_time_zone(kedun: Kedun) -> None:
    assert kedun("assess", "--known-at", f"{DAY}T11:59", "--json").document()["known_at"] == 0
    assert kedun("assess", "--known-at", f"{DAY}T12:00", "--json").document()["known_at"] == last_batch()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", ["已评估 2 个客户", f"时点 {DAY}", "保存 2 个", "预警：新增", "sha256:"]),
        ("en", ["Assessed 2 customers", f"as of {DAY}", "stored 2", "opened", "sha256:"]),
    ],
)
def test_assess_speaks_to_people(kedun: Kedun, language: str, words: list[str]) -> None:
    told = kedun("--lang", language, "assess", "--engine", "postgres")
    assert [each for each in words if each not in told.out] == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "zh",
            [
                "A  客户A",
                "健康度评分",
                "逾期金额",
                "CNY 1,000.00",
                "40 天",
                "未提供数据",
                "逾期超过30天",
                "触发",
                "open",
            ],
        ),
        (
            "en",
            ["A  客户A", "Health score", "Overdue amount", "CNY 1,000.00", "40 days", "not supplied", "fired", "open"],
        ),
    ],
)
def test_show_speaks_to_people(kedun: Kedun, language: str, words: list[str]) -> None:
    kedun("assess", "--engine", "postgres")
    told = kedun("--lang", language, "show", "A")
    assert told.code == 0
    assert [each for each in words if each not in told.out] == []


def test_a_day_in_the_future_is_told_but_not_stored(kedun: Kedun) -> None:
    told = kedun("assess", "--as-of", "2030-01-01", "--engine", "postgres", "--json")
    assert told.document()["written"] == 0
    assert json.loads(kedun("assess", "--engine", "postgres", "--json").out)["written"] == 2


def test_show_since_a_day_tells_why_the_score_changed(kedun: Kedun) -> None:
    change = kedun("show", "B", "--since", "2025-05-16", "--json").document()["score_change"]
    assert (change["stands_in"], change["was_known"]) == (True, True)
    assert sum(leg["change"] for leg in change["legs"]) == change["change"]
    assert [fact["kind"] for fact in change["facts"]] == ["payment"]
    told = kedun("show", "B", "--since", "2025-05-16", "--lang", "en").out
    assert "Change of score since 2025-05-16" in told
    assert "New facts" in told
    assert "Nothing was recorded by then; what is known today stands in." in told


def test_another_policy_is_a_trial_and_stores_nothing(kedun: Kedun) -> None:
    tried = kedun("assess", "--as-of", "2025-06-01", "--policy", "now", "--engine", "postgres", "--json").document()
    assert (tried["policy_on"], tried["written"]) == (DAY, 0)
    assert kedun("show", "A", "--policy", "2025-05-01", "--json").document()["policy"]["on"] == "2025-05-01"
    assert kedun("show", "A", "--policy", "never").code == 2
