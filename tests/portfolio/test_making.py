"""An indicator made without code: tried on one customer and the book, agreed to by another, used by a rule at once."""

import json
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest

from kedun.assessments.models import Assessment
from kedun.definitions.actions import publish
from kedun.definitions.queries import live
from kedun.definitions.starter import draft_of
from kedun.facts.models import CURRENT
from kedun.pipeline.actions import Errand, walk
from kedun.pipeline.decisions import follow_decisions
from kedun.pipeline.event import drain
from kedun.portfolio.making import queries
from tests.pipeline.small_house import alerts, bill, clock_on, receive
from tests.portfolio.sample_book import CUSTOMERS, TODAY, SampleBook
from tests.web.clients import ApiClient, client_for, client_of

KEY = "own_small_late_share"
LABEL = {"zh": "小额逾期占比", "en": "Share of small late invoices"}
MEASURES = {
    f"{KEY}_first": {
        "fact": "invoice",
        "count": "*",
        "where": "issue_age < 180 AND days_late > 0 AND reporting_minor <= 5000000",
    },
    f"{KEY}_second": {"fact": "invoice", "count": "*", "where": "issue_age < 180"},
}
INDICATOR = {
    "dimension": "behaviour",
    "unit": "share",
    "worse": "higher",
    "source": "own",
    "label": LABEL,
    "formula": f"ratio({KEY}_first, {KEY}_second)",
}


@pytest.fixture
def manager(book: SampleBook) -> ApiClient:
    return client_of("credit_manager", language="en")


def with_own(kind: str, **sections: Mapping[str, object]) -> str:
    """Give a text in force with something of our own at the head of its sections."""
    text = "\n" + live(kind)[kind].body
    for section, own in sections.items():
        lines = "".join(f"  {key}: {json.dumps(each, ensure_ascii=False)}\n" for key, each in own.items())
        assert f"\n{section}:\n" in text
        text = text.replace(f"\n{section}:\n", f"\n{section}:\n{lines}", 1)
    return text


def body(measures: Mapping[str, object] = MEASURES, key: str = KEY, **indicator: object) -> str:
    """Give the indicators in force with one of our own."""
    return with_own("indicators", measures=measures, indicators={key: INDICATOR | indicator})


def tried(client: ApiClient, text: str | None = None, key: str = KEY, **more: object) -> dict[str, Any]:
    told = client.post("/indicator-trials", {"body": text or body(), "key": key, **more})
    assert told.status == 200, told.json
    return cast("dict[str, Any]", told.json)


def faults(client: ApiClient, text: str) -> dict[str, str]:
    told = tried(client, text)
    assert told["book"] is None
    return {each["place"]: each["words"] for each in told["faults"]}


def test_a_trial_says_what_will_be_read_once_it_is_in_force(manager: ApiClient) -> None:
    told = tried(manager)
    publish(
        draft_of(body(), kind="indicators", key="indicators", file="indicators"),
        actor="test",
        on=TODAY,
        reason="test",
        at=datetime(2026, 9, 16, tzinfo=UTC),
    )
    walk(Errand(TODAY, "postgres", clock_on(TODAY)))
    stored = {
        row.customer_id: (row.readings[KEY], row.missing.get(KEY)) for row in Assessment.objects.filter(as_of=TODAY)
    }
    values = sorted(value for value, _ in stored.values() if value is not None)
    book = told["book"]
    assert (book["customers"], book["of"], book["known"]) == (CUSTOMERS, CUSTOMERS, len(values))
    assert len(set(values)) > 5
    assert (book["least"], book["greatest"]) == (values[0], values[-1])
    assert sum(bar["customers"] for bar in book["bars"]) == len(values)
    assert {each["reason"]: each["customers"] for each in book["missing"]} == Counter(
        reason for value, reason in stored.values() if value is None
    )
    codes = dict(CURRENT["customer"]._default_manager.values_list("code", "id"))
    for each in (*book["lowest"], *book["highest"]):
        assert each["value"] == stored[codes[each["code"]]][0]
    assert book["highest"][0]["value"] == values[-1]


def test_a_customer_is_shown_with_the_facts_behind_it(manager: ApiClient) -> None:
    worst = tried(manager)["book"]["highest"][0]
    shown = tried(manager, customer=worst["code"])["customer"]
    assert (shown["code"], shown["value"]) == (worst["code"], worst["value"])
    late, all_of_them = shown["measures"]
    assert late["value"] / all_of_them["value"] == pytest.approx(worst["value"])
    assert late["rows"] == late["value"]
    assert len(late["items"]) == min(late["rows"], 8)
    assert all(0 < float(row["cells"]["amount_minor"]) <= 50000 for row in late["items"])
    assert "5万" in tried(client_of("cfo"))["measures"][0]["where"]["words"] or "50,000" in late["filter_words"]


def test_conditions_come_back_as_lines(manager: ApiClient) -> None:
    (first, _) = tried(manager)["measures"]
    assert [part["name"] for part in first["where"]["tree"]["parts"]] == ["issue_age", "days_late", "reporting_minor"]


def test_everybody_tries_it_on_the_customers_that_are_theirs(book: SampleBook) -> None:
    stranger = client_for(book.charlie)
    assert stranger.post("/indicator-trials", {"body": body(), "key": KEY}).status == 403
    told = tried(client_for(book.carol))["book"]
    assert (told["of"], told["known"], told["bars"], told["highest"]) == (0, 0, [], [])
    whose = {"body": body(), "key": KEY, "customer": sorted(book.of_alice)[0]}
    assert client_for(book.carol).post("/indicator-trials", whose).status == 404


def test_what_is_hidden_stays_hidden_however_it_is_counted(manager: ApiClient, monkeypatch: pytest.MonkeyPatch) -> None:
    code = tried(manager)["book"]["highest"][0]["code"]
    monkeypatch.setattr("kedun.portfolio.making.api.masks", lambda _: frozenset({"amounts"}))
    told = tried(manager, customer=code)
    assert told["is_hidden"]
    assert (told["book"]["bars"], told["book"]["highest"], told["book"]["median"]) == ([], [], None)
    assert told["customer"]["value"] is None
    assert told["customer"]["measures"] == []


@pytest.mark.parametrize(
    ("change", "place", "words"),
    [
        pytest.param(
            {"measures": {f"{KEY}_first": {"fact": "invoice", "count": "*", "where": "day_late > 0"}}},
            f"measures.{KEY}_first",
            "days_late",
            id="a column that is not there, with the nearest",
        ),
        pytest.param(
            {"measures": {f"{KEY}_first": {"fact": "invoice", "sum": "document_no"}}},
            f"measures.{KEY}_first",
            "not a number",
            id="a text cannot be added up",
        ),
        pytest.param({"formula": f"ratio({KEY}_first)"}, "formula", "ratio", id="a formula that lacks a part"),
        pytest.param({"formula": f"{KEY}_fist"}, "formula", f"{KEY}_fist", id="a measure that is not there"),
        pytest.param(
            {"label": {"zh": "小额", "en": ""}}, f"indicators.{KEY}.label.en", "must not be empty", id="no name"
        ),
        pytest.param({"unit": "miles"}, f"indicators.{KEY}.unit", "must be one of", id="an unknown unit"),
    ],
)
def test_what_is_wrong_is_said_where_it_is(
    manager: ApiClient, change: Mapping[str, Any], place: str, words: str
) -> None:
    measures = MEASURES | cast("dict[str, Any]", change.get("measures", {}))
    rest = {name: each for name, each in change.items() if name != "measures"}
    told = faults(manager, body(measures, **rest))
    assert list(told) == [place]
    assert words in told[place]


def test_a_right_condition_stays_in_lines_beside_a_wrong_one(manager: ApiClient) -> None:
    broken = {f"{KEY}_first": {"fact": "invoice", "count": "*", "where": "issue_age <"}}
    wrong, right = tried(manager, body(MEASURES | broken))["measures"]
    assert wrong["where"]["problem"]
    assert [part["name"] for part in right["where"]["tree"]["parts"]] == ["issue_age"]


def test_a_reserved_key_and_one_that_is_not_there_are_refused(manager: ApiClient) -> None:
    told = tried(manager, body(key="score"), key="score")
    assert [each["place"] for each in told["faults"]] == ["key"]
    refused = manager.post("/indicator-trials", {"body": body(), "key": "nowhere"})
    assert (refused.status, refused.json["code"]) == (422, "no_such_indicator")


def test_shipped_indicators_are_read_the_same_alone(manager: ApiClient) -> None:
    """Groups, totals of the book, earlier days, reasons that name other measures, checks: each is taken along."""
    text = live("indicators")["indicators"].body
    rows = [row.readings for row in Assessment.objects.all()]
    keys = ("group_overdue_share", "overdue_change_30d_minor", "sales_fifth", "limit_utilisation", "lawsuits_open")
    for key in keys:
        told, stored = tried(manager, text, key=key)["book"], [row[key] for row in rows]
        assert told["known"] == sum(value is not None for value in stored), key
        assert sum(each["customers"] for each in told["missing"]) == stored.count(None), key


def test_of_a_large_book_an_even_sample_is_looked_at(manager: ApiClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "MOST_LOOKED_AT", 40)
    told = tried(manager)["book"]
    assert (told["customers"], told["of"]) == (CUSTOMERS // 2, CUSTOMERS)


def test_a_trial_that_takes_too_long_is_broken_off(manager: ApiClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "LONGEST_SECONDS", 0.001)
    told = manager.post("/indicator-trials", {"body": body(), "key": KEY})
    assert (told.status, told.json["code"]) == (422, "too_long_to_try")


def test_facts_say_what_they_offer(manager: ApiClient) -> None:
    views = {each["kind"]: each for each in manager.get("/fact-views").json["items"]}
    columns = {each["name"]: each for each in views["invoice"]["columns"]}
    assert views["invoice"]["label"] == "Invoice"
    forms = {"issue_age": "age", "open_minor": "amount", "is_open": "yes", "due_on": "day", "document_no": "text"}
    assert {name: columns[name]["form"] for name in forms} == forms
    assert (columns["open_minor"]["adds_up"], columns["amount_minor"]["adds_up"]) == (True, False)
    method = next(each for each in views["payment"]["columns"] if each["name"] == "method")
    assert {"value": "bank_acceptance", "label": "bank acceptance"} in method["choices"]


def test_two_people_bring_it_into_force_and_a_rule_on_it_fires_at_once(manager: ApiClient, tmp_path: Path) -> None:
    """No process is started anew: the one that compiled the policy before notices that it is another."""
    receive(customer=[{"external_id": "NEW", "name": "新客户"}])
    drain(tmp_path, clock=clock_on(TODAY))
    rule = {
        "label": {"zh": "小额逾期", "en": "Small invoices late"},
        "when": f"{KEY} >= 0.5",
        "severity": "medium",
        "risk_type": "credit",
        "source": "own",
        "recipients": ["credit_manager"],
    }
    text = with_own("rules", rules={"small_late": rule})
    change = manager.post("/policy-changes", {"title": "Small invoices"}).json["id"]
    for kind, draft in (("indicators", body()), ("rules", text)):
        told = manager.put(f"/policy-changes/{change}/drafts/{kind}", {"body": draft})
        assert told.status == 200, told.json
    assert told.json["check"]["passes"], told.json["check"]
    tried_now = manager.get(f"/policy-changes/{change}/trial").json
    assert tried_now["rules"] == []
    (note,) = tried_now["notes"]
    assert "“Small invoices late” rests on indicators that are not stored yet (Share of small late invoices)" in note
    beside = [{"kind": "indicators", "body": body()}]
    words = manager.post("/policy-words", {"kind": "rules", "body": text, "beside": beside}).json["rules"][0]["when"]
    assert words["words"] == "Share of small late invoices is at least 50%"
    assert manager.post("/policy-words", {"kind": "rules", "body": text}).json["rules"][0]["when"]["problem"]
    other = client_of("cfo")
    approval = manager.post(f"/policy-changes/{change}/submit", {"reason": "small losses", "confirmed": True}).json[
        "approval"
    ]
    shown = other.get(f"/approvals/{approval}").json
    ballot = {"verdict": "approve", "shown_hash": shown["shown_hash"]}
    assert manager.post(f"/approvals/{approval}/vote", ballot).status == 403
    assert other.post(f"/approvals/{approval}/vote", ballot).status == 200
    follow_decisions(clock=clock_on(TODAY))

    late = bill("NEW", due_on=TODAY - 40, amount="100.00")
    paid = {"external_id": "P", "customer": "NEW", "document_no": "NEW-1", "paid_on": TODAY - 1, "amount": "100.00"}
    receive(invoice=[late], payment=[paid])
    drain(tmp_path, clock=clock_on(TODAY))
    assert alerts("NEW", "small_late") == ["open"]
    assert manager.get("/customers/NEW/readings/" + KEY).json["value"] == 1
