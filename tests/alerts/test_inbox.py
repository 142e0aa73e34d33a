"""The alerts of the book over the API: lists, words, evidence, scope, masks, workbook."""

import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from itertools import count
from typing import Any

import openpyxl
import pytest

from kedun.accounts.models import AccessLog
from kedun.accounts.people.actions import change_person
from kedun.alerts import actions
from kedun.alerts.actions import apply_verdicts
from kedun.alerts.models import Alert
from kedun.alerts.owners import owner_text
from kedun.alerts.queries import open_alerts
from kedun.facts.ownership.actions import grant
from kedun.facts.queries import customer_ids
from kedun.kernel.clock import FixedClock
from kedun.kernel.days import to_date
from kedun.notify.actions import tell
from kedun.portfolio.inbox.export import HEADINGS, MOST_ROWS
from tests.alerts.builders import CLEAR, CLOCK, FIRED, NOON, TODAY
from tests.notify.builders import told
from tests.pipeline.small_house import customer, number_of, open_house, receive
from tests.web.clients import ApiClient, client_of, key_client, person_of

pytestmark = pytest.mark.django_db

_batches = count(5)
DAYS: Mapping[str, Any] = {"overdue_days_max": 45}


@pytest.fixture(autouse=True)
def house(monkeypatch: pytest.MonkeyPatch) -> None:
    """A house in which it is noon of the second of March."""
    monkeypatch.setenv("KEDUN_NOW", NOON.isoformat())
    open_house()


def opened(code: str, rule: str = "overdue_30_days", *, name: str = "", owner: str = "", **changed: Any) -> int:
    """Open an alert; gives its number."""
    if not customer_ids([code]):
        receive(customer=[{**customer(code), **({"name": name} if name else {}), "owner": owner}])
    verdict = replace(FIRED, customer_id=number_of(code), rule_key=rule, **({"evidence": DAYS} | changed))
    apply_verdicts([verdict], as_of=TODAY, known_at=next(_batches), clock=CLOCK, fact_at=NOON - timedelta(seconds=2))
    return next(each.id for each in open_alerts(verdict.customer_id) if each.rule_key == rule)


def clear(alert_id: int) -> None:
    row = Alert.objects.get(id=alert_id)
    verdict = replace(CLEAR, customer_id=row.customer_id, rule_key=row.rule_key)
    apply_verdicts([verdict], as_of=TODAY, known_at=next(_batches), clock=CLOCK)


def ids(client: ApiClient, **query: Any) -> list[int]:
    answer = client.get("/alerts", **query)
    assert answer.status == 200, answer.json
    return [each["id"] for each in answer.json["items"]]


def test_an_alert_is_shown_in_words_with_evidence_and_how_long_it_took() -> None:
    number = opened(
        "A",
        name="华东机械",
        evidence={
            "overdue_days_max": 45,
            "overdue_undisputed_minor": 6_649_532,
            "score": 58.5,
            "grade": "high",
            "lawsuits_open": None,
        },
    )
    page = client_of("finance", language="en").get("/alerts").json
    assert (page["total"], page["next_cursor"], page["currency"], page["masked"]) == (1, None, "CNY", [])
    (row,) = page["items"]
    assert (row["id"], row["customer"]) == (number, {"code": "A", "name": "华东机械"})
    assert row["rule"] == {"key": "overdue_30_days", "label": "Overdue more than 30 days", "is_on": True}
    assert (row["severity"], row["severity_label"], row["state"], row["state_label"]) == (
        "high",
        "high",
        "open",
        "open",
    )
    assert (row["risk_type"], row["risk_type_label"]) == ("credit", "credit")
    assert (row["owner"], row["closed"], row["snoozed_until"], row["acknowledged"]) == (None, None, None, None)
    assert row["opened"] == {"as_of": "2026-03-02", "at": "2026-03-02T04:00:00Z"}
    assert (row["fact_at"], row["latency_seconds"]) == ("2026-03-02T03:59:58Z", 2.0)
    assert (row["told"], row["no_recipient"], row["revision"]) == (None, False, 1)
    assert row["allowed"] == ["acknowledge", "snooze", "resolve", "assign"]
    shown = {each["name"]: (each["label"], each["value"], each["unit"], each["text"]) for each in row["evidence"]}
    assert shown == {
        "overdue_days_max": ("Longest overdue in days", 45, "days", "45 days"),
        "overdue_undisputed_minor": ("Undisputed overdue amount", "66495.32", "money", "CNY 66,495.32"),
        "score": ("Health score", 58.5, "points", "58.50 points"),
        "grade": ("Risk grade", "high", "text", "High risk"),
        "lawsuits_open": ("Open lawsuits as defendant", None, "count", "—"),
    }


def test_open_alerts_come_gravest_first_and_filters_narrow() -> None:
    low, high = opened("A", severity="low"), opened("B", severity="critical", name="苏州明源", risk_type="legal")
    middle = opened("C", "lawsuit", severity="medium")
    closed = opened("D")
    clear(closed)
    Alert.objects.filter(id=middle).update(told=0)
    client = client_of("finance", language="en")
    assert ids(client) == [high, middle, low]
    assert ids(client, sort="severity") == [low, middle, high]
    assert ids(client, sort="opened") == [low, high, middle]
    assert ids(client, sort="-customer") == [middle, high, low]
    assert ids(client, sort="-updated")[-1] == low
    assert ids(client, state="cleared") == [closed]
    assert ids(client, state=["open", "cleared"], sort="opened") == [low, high, middle, closed]
    assert ids(client, severity=["low", "medium"]) == [middle, low]
    assert ids(client, rule="lawsuit") == [middle]
    assert ids(client, risk_type="legal") == [high]
    assert ids(client, customer="C") == [middle]
    assert ids(client, customer="nobody") == []
    assert ids(client, q="明源") == [high]
    assert ids(client, q="sued") == [middle], "a rule's name is searched in the language it is read in"
    assert ids(client, q="%") == []
    assert ids(client, no_recipient="true") == [middle]


def test_mine_somebodys_and_nobodys() -> None:
    client, other = client_of("finance"), person_of("finance", name="李信")
    mine, theirs, nobodys = opened("A"), opened("B"), opened("C")
    actions.assign(mine, owner=owner_text(client.person.pk), actor="x", by_clock=CLOCK)
    actions.assign(theirs, owner=owner_text(other.pk), actor="x", by_clock=CLOCK)
    assert ids(client, owner="me") == [mine]
    assert ids(client, owner=str(other.pk)) == [theirs]
    assert ids(client, owner="none") == [nobodys]
    shown = client.get(f"/alerts/{theirs}").json["owner"]
    assert shown == {"id": other.pk, "name": "李信"}
    assert client.get("/alerts/counts").json | {"format": 1} == {
        "format": 1, "states": {"open": 3, "acknowledged": 0, "snoozed": 0, "resolved": 0, "cleared": 0},
        "severities": {"low": 0, "medium": 0, "high": 3, "critical": 0}, "mine": 1, "unassigned": 1, "no_recipient": 0,
    }  # fmt: skip


def test_an_owner_by_name_only_is_shown_as_such() -> None:
    number = opened("A")
    actions.assign(number, owner="王五", actor="cli:root", by_clock=CLOCK)
    assert client_of("finance").get(f"/alerts/{number}").json["owner"] == {"id": None, "name": "王五"}


@pytest.mark.parametrize(
    "sort", ["-severity", "severity", "-opened", "opened", "-updated", "updated", "-customer", "customer"]
)
def test_pages_hold_every_alert_once(sort: str) -> None:
    numbers = {opened(code, rule) for code in "ABC" for rule in ("overdue_30_days", "lawsuit")}
    client, seen, cursor = client_of("finance"), [], None
    for _ in range(4):
        page = client.get("/alerts", limit=2, sort=sort, **({"cursor": cursor} if cursor else {})).json
        seen += [each["id"] for each in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert (len(seen), set(seen)) == (6, numbers)


def test_a_cursor_of_another_list_is_refused() -> None:
    for code in "ABC":
        opened(code)
    client = client_of("finance")
    cursor = client.get("/alerts", limit=1).json["next_cursor"]
    for other in ({"sort": "opened"}, {"q": "A"}, {"state": "cleared"}, {"severity": "low"}, {"owner": "me"}):
        assert client.get("/alerts", limit=1, cursor=cursor, **other).json["code"] == "bad_cursor"


@pytest.mark.parametrize(
    "query",
    [{"state": "lost"}, {"sort": "colour"}, {"owner": "0"}, {"owner": "x' OR 1"}, {"rule": "A B"}, {"limit": 0}, {"q": "x" * 101}, {"colour": "red"}, {"owner": ["me", "none"]}],
)  # fmt: skip
def test_bad_questions_are_refused(query: dict[str, Any]) -> None:
    assert client_of("finance").get("/alerts", **query).status == 422


def test_sales_see_the_alerts_of_their_own_customers_everywhere() -> None:
    client = client_of("sales", names_in_files=("张三",))
    own, other = opened("A", owner="张三"), opened("B", owner="李四", name="Not mine")
    assert ids(client) == [own]
    assert ids(client, q="Not mine") == []
    assert ids(client, customer="B") == []
    assert client.get("/alerts").json["total"] == 1
    assert client.get("/alerts/counts").json["states"]["open"] == 1
    assert client.get(f"/alerts/{own}").status == 200
    refused = client.get(f"/alerts/{other}")
    assert (refused.status, refused.json["code"]) == (404, "alert_not_found")
    assert "Not mine" not in str(refused.content)
    assert len(sheet(client)) == 2
    for move, body in (
        ("acknowledge", {}),
        ("snooze", {"until": "2026-03-09"}),
        ("resolve", {"reason": "paid", "note": "x"}),
        ("reopen", {}),
        ("assign", {"owner": None}),
    ):
        assert client.post(f"/alerts/{other}/{move}", body).status == 404
    assert Alert.objects.get(id=other).revision == 1
    program = key_client("writer")
    assert sorted(ids(program)) == [own, other]


def test_one_alert_tells_its_whole_story() -> None:
    boss, keeper = client_of("credit_manager", name="王总", language="en"), person_of("finance", name="李信")
    number = opened("A")
    tell([told(keeper, number)], has_mail=True, at=NOON)
    boss.post(f"/alerts/{number}/acknowledge", {"revision": 1})
    boss.post(f"/alerts/{number}/assign", {"owner": keeper.pk})
    boss.post(f"/alerts/{number}/snooze", {"until": "2026-03-09"})
    boss.post(f"/alerts/{number}/assign", {"owner": None})
    boss.post(f"/alerts/{number}/resolve", {"reason": "agreed", "note": "三期还清"})
    boss.post(f"/alerts/{number}/reopen", {})
    clear(number)
    alert = boss.get(f"/alerts/{number}").json
    assert [each["words"] for each in alert["events"]] == [
        "The alert opened", "王总 took note of it", "王总 gave it to 李信", "王总 let it rest until 2026-03-09",
        "王总 took it from its owner", "王总 resolved it (a payment plan was agreed): 三期还清", "王总 opened it again",
        "The condition no longer holds; cleared",
    ]  # fmt: skip
    assert alert["events"][0]["evidence"][0]["text"] == "45 days"
    assert alert["events"][-1]["actor"] == "the system"
    assert alert["condition"] == (
        "Longest overdue in days is greater than 30 and Overdue amount is greater than CNY 100"
    )
    assert [(each["name"], each["state_label"]) for each in alert["told_to"]] == [("李信", "waiting")]
    assert (alert["closed"]["reason"], alert["closed"]["reason_label"]) == ("cleared", "the condition no longer holds")
    assert alert["allowed"] == []


def test_an_alert_of_a_rule_that_is_gone_is_still_told() -> None:
    number = opened("A", "long_gone", evidence={"something": "else"})
    alert = client_of("finance").get(f"/alerts/{number}").json
    assert alert["rule"] == {"key": "long_gone", "label": "long_gone", "is_on": False}
    assert (alert["condition"], alert["evidence"][0]["text"]) == (None, "else")


def test_readings_that_no_indicator_explains_are_shown_as_they_are() -> None:
    number = opened(
        "A", evidence={"gone": 5, "gone_too": 2.5, "lost": None, "was_true": True, "coverage": 0.5, "score": 58}
    )
    shown = client_of("finance", language="en").get(f"/alerts/{number}").json["evidence"]
    assert {each["name"]: each["text"] for each in shown} == {
        "gone": "5", "gone_too": "2.5", "lost": "—", "was_true": "True", "coverage": "50.0 %", "score": "58 points",
    }  # fmt: skip


def test_what_may_be_an_amount_is_hidden_though_no_indicator_explains_it() -> None:
    evidence = {"gone_minor": 6_649_532, "gone": 5, "lost": None, "was_true": True, "coverage": 0.5, "grade": "low"}
    number = opened("A", evidence=evidence)
    shown = client_of("finance", language="en").get(f"/alerts/{number}").json["evidence"]
    assert [each["value"] for each in shown if each["name"] == "gone_minor"] == ["66495.32"]
    shown = client_of("service", language="en").get(f"/alerts/{number}").json["evidence"]
    assert {each["name"] for each in shown if each["masked"]} == {"gone_minor", "gone"}
    assert {each["name"]: (each["value"], each["text"]) for each in shown if each["masked"]} == {
        "gone_minor": (None, "(hidden)"), "gone": (None, "(hidden)"),
    }  # fmt: skip


def test_what_people_wrote_is_hidden_with_the_name() -> None:
    number = opened("A", name="华东机械")
    actions.resolve(number, reason="paid", note="华东机械 wired it", actor="person:1", by_clock=CLOCK)
    expert = client_of("outside_expert", language="en")
    grant(number_of("A"), person_id=expert.person.pk, from_day=TODAY, to_day=None, actor="test", at=NOON)
    answer = expert.get(f"/alerts/{number}")
    assert "华东机械" not in answer.content.decode()
    assert answer.json["closed"]["note"] is None
    assert answer.json["events"][-1]["words"].endswith("(hidden)")


def test_looking_at_an_alert_is_written_down() -> None:
    number, client = opened("A"), client_of("auditor")
    client.get(f"/alerts/{number}")
    row = AccessLog.objects.get(what="alert")
    assert (row.actor, row.subject, row.rows) == (f"person:{client.person.pk}", f"alert:{number}", 1)


def test_what_a_role_may_not_see_is_hidden_and_said_to_be() -> None:
    number = opened("A", name="华东机械", evidence={"overdue_undisputed_minor": 6_649_532, "overdue_days_max": 45})
    row = client_of("service", language="en").get(f"/alerts/{number}").json
    days, money = sorted(row["evidence"], key=lambda each: str(each["name"]))
    assert (money["value"], money["text"], money["masked"], days["value"]) == (None, "(hidden)", True, 45)
    assert [each["masked"] for each in row["events"][0]["evidence"]].count(True) == 1
    assert row["masked"] == ["evidence.value"]
    expert = client_of("outside_expert")
    grant(number_of("A"), person_id=expert.person.pk, from_day=TODAY, to_day=None, actor="test", at=NOON)
    page = expert.get("/alerts").json
    assert (page["items"][0]["customer"]["name"], page["masked"]) == ("客户 A", ["customer.name", "closed.note"])
    assert ids(expert, q="华东") == [], "a hidden name cannot be guessed by searching"
    assert ids(expert, q="A") == [number]
    assert page["items"][0]["allowed"] == []


def sheet(client: ApiClient, **query: Any) -> list[tuple[Any, ...]]:
    answer = client.get("/alerts/export", **query)
    assert answer.status == 200
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    return [tuple(row) for row in book.active.iter_rows(values_only=True)]  # type: ignore[union-attr]


def test_the_workbook_holds_the_list_and_no_formula() -> None:
    opened("A", name='=HYPERLINK("http://evil.example")', evidence={"overdue_days_max": 45})
    resolved = opened("B")
    actions.resolve(resolved, reason="paid", note="+1 wired", actor="person:1", by_clock=CLOCK)
    client = client_of("finance")
    heading, line = sheet(client)
    assert heading == tuple(words.zh for words in HEADINGS)
    assert (line[1], line[2], line[9], line[10]) == (
        "A",
        '\'=HYPERLINK("http://evil.example")',
        2,
        "最长逾期天数 45 天",
    )
    _, closed = sheet(client, state="resolved")
    assert (closed[13], closed[14]) == ("已付款", "'+1 wired")
    answer = client.get("/alerts/export")
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    assert {cell.data_type for row in book.active.iter_rows() for cell in row} <= {"s", "n"}  # type: ignore[union-attr]
    assert answer.headers["Content-Disposition"] == 'attachment; filename="alerts-2026-03-02.xlsx"'


def test_taking_a_workbook_away_is_written_down() -> None:
    opened("A")
    client = client_of("finance")
    sheet(client)
    row = AccessLog.objects.get(what="export_alerts")
    assert (row.actor, row.subject, row.rows) == (f"person:{client.person.pk}", "alerts", 1)
    assert client_of("production").get("/alerts/export").status == 403


def test_a_list_too_long_for_a_workbook_is_refused_not_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_ROWS == 10_000
    monkeypatch.setattr("kedun.portfolio.inbox.api.MOST_ROWS", 2)
    client = client_of("finance")
    for code, lines in (("A", 2), ("B", 3)):
        opened(code)
        assert len(sheet(client)) == lines
    opened("C")
    told = client.get("/alerts/export")
    assert (told.status, told.json["code"]) == (422, "too_many_to_export")
    assert told.json["params"] == {"number": 3, "most": 2}
    assert AccessLog.objects.filter(what="export_alerts").count() == 2


def test_a_person_may_change_their_language() -> None:
    opened("A")
    client = client_of("finance")
    change_person("test", client.person.pk, {"language": "en"})
    assert client.get("/alerts").json["items"][0]["state_label"] == "open"
    assert client.get("/alerts", lang="zh").json["items"][0]["state_label"] == "待处理"


def past_ids(client: ApiClient, day: int, **query: Any) -> list[int]:
    return ids(client, as_of=to_date(day).isoformat(), **query)


def test_a_past_day_shows_the_alerts_as_they_stood_then(monkeypatch: pytest.MonkeyPatch) -> None:
    """Opened mild on day 0, worse on day 3, taken note of on day 4, cleared on day 6."""
    number, chief = opened("A", severity="medium"), client_of("ceo")
    row = Alert.objects.get(id=number)
    worse = replace(
        FIRED, customer_id=row.customer_id, rule_key=row.rule_key, severity="critical",
        evidence={"overdue_days_max": 61},
    )  # fmt: skip
    apply_verdicts([worse], as_of=TODAY + 3, known_at=next(_batches), clock=FixedClock(NOON + timedelta(days=3)))
    owner = owner_text(chief.person.id)
    actions.acknowledge(number, actor=owner, by_clock=FixedClock(NOON + timedelta(days=4)))
    actions.assign(number, owner=owner, actor=owner, by_clock=FixedClock(NOON + timedelta(days=5)))
    calm = replace(CLEAR, customer_id=row.customer_id, rule_key=row.rule_key)
    apply_verdicts([calm], as_of=TODAY + 6, known_at=next(_batches), clock=FixedClock(NOON + timedelta(days=6)))
    monkeypatch.setenv("KEDUN_NOW", (NOON + timedelta(days=9)).isoformat())
    receive(customer=[customer("Z")])
    monkeypatch.setattr("kedun.portfolio.queries.last_batch", lambda: 1_000)

    def seen(day: int) -> tuple[str, str, Any, Any]:
        answer = chief.get("/alerts", as_of=to_date(day).isoformat(), state=["open", "acknowledged", "cleared"]).json
        assert answer["is_past"] is True
        (each,) = answer["items"]
        assert each["allowed"] == []
        return each["state"], each["severity"], each["evidence"][0]["value"], each["owner"] and each["owner"]["id"]

    assert past_ids(chief, TODAY - 1) == []
    assert seen(TODAY) == ("open", "medium", 45, None)
    assert seen(TODAY + 3) == ("open", "critical", 61, None)
    assert seen(TODAY + 4) == ("acknowledged", "critical", 61, None)
    assert seen(TODAY + 5) == ("acknowledged", "critical", 61, chief.person.id)
    assert seen(TODAY + 6)[0] == "cleared"
    assert past_ids(chief, TODAY + 3, severity=["critical"]) == [number]
    assert past_ids(chief, TODAY, severity=["critical"]) == []
    assert past_ids(chief, TODAY + 4) == []  # no longer open
    assert past_ids(chief, TODAY + 5, owner="me", state=["acknowledged"]) == [number]
    assert past_ids(chief, TODAY + 4, owner="none", state=["acknowledged"]) == [number]
    assert ids(chief) == []


def test_the_workbook_of_a_past_day_is_the_list_of_that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    number, chief = opened("A"), client_of("ceo")
    clear(number)
    monkeypatch.setenv("KEDUN_NOW", (NOON + timedelta(days=9)).isoformat())
    day = to_date(TODAY - 1).isoformat()
    answer = chief.client.get("/api/v1/alerts/export", {"as_of": day})
    assert day in answer.headers["Content-Disposition"]
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    assert sheet.max_row == 1
    assert chief.get("/alerts", as_of="2999-01-01").status == 422
