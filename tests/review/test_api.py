"""Back-tests by the API: who may, what is refused, the worker's part, the customers behind a figure."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytest_django import DjangoDbBlocker

from kedun.accounts.roles import Role
from kedun.approvals.models import Request
from kedun.definitions.queries import live
from kedun.kernel.days import to_date, to_day
from kedun.kernel.progress import Silent
from kedun.review import actions, jobs
from kedun.review.models import Backtest
from kedun.review.queries import kept_file
from tests.case_files import undone
from tests.cli.conftest import Kedun
from tests.cli.conftest import kedun as kedun
from tests.pipeline.small_house import clock_on
from tests.review.past_company import CUSTOMERS, DAYS, TODAY, open_company, rules_text
from tests.web.clients import ApiClient, client_of, key_client

pytestmark = pytest.mark.django_db
TWO_DAYS = [to_date(day).isoformat() for day in DAYS[:2]]
WISH: dict[str, Any] = {"days": TWO_DAYS[:1], "terms": {"horizon_days": 180}}


@pytest.fixture(scope="module")
def company(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with undone(django_db_blocker):
        open_company()
        yield


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder: all tests share one mirror."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture(autouse=True)
def house(company: None, folder: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Path:
    monkeypatch.setenv("KEDUN_NOW", clock_on(TODAY).at.isoformat())
    settings.KEDUN_DATA = str(folder)
    return folder


def wish(**given: Any) -> dict[str, Any]:
    return {**WISH, "documents": {"rules": rules_text()}, **given}


def started(client: ApiClient, **given: Any) -> int:
    answer = client.post("/backtests", wish(**given))
    assert answer.status == 201, answer.json
    return int(answer.json["id"])


def finished(client: ApiClient, **given: Any) -> int:
    number = started(client, **given)
    jobs.run_backtest(backtest_id=number)
    return number


def test_a_back_test_is_begun_run_and_read_down_to_its_customers() -> None:
    manager = client_of("credit_manager", language="en")
    number = started(manager, days=TWO_DAYS)
    waiting = manager.get(f"/backtests/{number}").json
    assert (waiting["state"]["code"], waiting["done"], waiting["total"], waiting["result"]) == ("waiting", 0, 2, None)
    assert manager.get(f"/backtests/{number}/customers", kind="rule", key="planted_good").json["code"] == "not_done"
    jobs.run_backtest(backtest_id=number)
    done = manager.get(f"/backtests/{number}").json
    assert (done["state"]["code"], done["done"], len(done["sha256"])) == ("done", 2, 64)
    flags = {each["key"]: each for each in done["result"]["draft"]["flags"]}
    good = flags["planted_good"]
    assert (good["label"], flags["any"]["label"]) == ("Good rule", "Any rule")
    assert len(done["result"]["draft"]["frontier"]) == 101
    assert [each["day"] for each in done["result"]["days"]] == TWO_DAYS
    cell = {"side": "draft", "kind": "rule", "key": "planted_good"}
    for what in ("fired", "caught", "missed", "false_alarms", "late", "unknown"):
        page = manager.get(f"/backtests/{number}/customers", **cell, what=what, limit=200).json
        assert len(page["items"]) == good[what], what
    caught = manager.get(f"/backtests/{number}/customers", **cell, what="caught").json["items"]
    assert [float(each["loss"]) for each in caught] == sorted((float(each["loss"]) for each in caught), reverse=True)
    (change,) = [each for each in done["result"]["changes"] if each["key"] == "any"]
    gained = manager.get(f"/backtests/{number}/customers", side="draft", kind="any_rule", key="any", what="gained").json
    assert len(gained["items"]) == change["gained"]
    assert manager.get("/backtests").json["items"][0]["id"] == number


def test_the_policy_in_force_is_tried_alone() -> None:
    manager = client_of("credit_manager")
    number = finished(manager, documents={})
    done = manager.get(f"/backtests/{number}").json
    result = done["result"]
    assert (done["kinds"], result["draft"], result["changes"]) == ([], None, [])
    assert len(result["live"]["frontier"]) == 101
    (any_rule,) = [each for each in result["live"]["flags"] if each["kind"] == "any_rule"]
    cell = {"kind": "any_rule", "key": "any"}
    fired = manager.get(f"/backtests/{number}/customers", side="live", **cell, limit=200).json["items"]
    assert len(fired) == any_rule["fired"] > 0
    assert {each["draft_score"] for each in fired} == {None}
    assert manager.get(f"/backtests/{number}/customers", side="draft", **cell).json["code"] == "unknown_cell"
    assert (
        manager.get(f"/backtests/{number}/customers", side="live", **cell, what="gained").json["code"] == "unknown_cell"
    )


def test_pages_of_customers_meet_without_a_gap() -> None:
    manager = client_of("credit_manager")
    number = finished(manager, days=TWO_DAYS)
    asked = {"kind": "any_rule", "key": "any", "limit": 7}
    seen: list[tuple[str, str]] = []
    cursor: dict[str, str] = {}
    while True:
        page = manager.get(f"/backtests/{number}/customers", **asked, **cursor).json
        seen += [(each["code"], each["day"]) for each in page["items"]]
        if page["next_cursor"] is None:
            break
        cursor = {"cursor": page["next_cursor"]}
    whole = manager.get(f"/backtests/{number}/customers", kind="any_rule", key="any", limit=200).json["items"]
    assert seen == [(each["code"], each["day"]) for each in whole]
    on_day = manager.get(f"/backtests/{number}/customers", kind="any_rule", key="any", limit=200, day=TWO_DAYS[0])
    assert {each["day"] for each in on_day.json["items"]} == {TWO_DAYS[0]}
    assert len(seen) <= 2 * CUSTOMERS


@pytest.mark.parametrize("role", ["sales", "sales_manager", "outside_expert", "service"])
def test_whoever_may_not_see_the_book_sees_no_back_test(role: Role) -> None:
    number = started(client_of("credit_manager"))
    client = client_of(role)
    for path in ("/backtests", f"/backtests/{number}", "/backtests/days", f"/backtests/{number}/customers"):
        assert client.get(path).status == 403, path
    assert client.post("/backtests", wish()).status == 403
    assert client.post(f"/backtests/{number}/cancel").status == 403


def test_finance_and_the_auditor_read_and_start_nothing() -> None:
    number = started(client_of("credit_manager"))
    for client in (client_of("finance"), client_of("auditor")):
        assert client.get(f"/backtests/{number}").status == 200
        assert client.post("/backtests", wish()).status == 403
    assert key_client("reader").get("/backtests").status == 403


@pytest.mark.parametrize(
    ("given", "code"),
    [
        pytest.param({"documents": {"calendar": "a: 1"}}, "nothing_to_try", id="nothing of the policy is tried"),
        pytest.param({"change": 999_999}, "change_missing", id="no such change"),
        pytest.param({"days": ["2024-03-30"]}, "days_not_possible", id="no month-end"),
        pytest.param({"days": ["2024-03-31", "2024-03-31"]}, "days_not_possible", id="a day twice"),
        pytest.param({"days": ["2024-12-31"]}, "not_matured", id="what followed is not known yet"),
        pytest.param({"terms": {"horizon_days": 730}, "days": []}, "nothing_matured", id="no day is old enough"),
        pytest.param({"terms": {"horizon_days": 730}}, "nothing_matured", id="nor the days chosen"),
        pytest.param({"documents": {"rules": "rules: 1"}}, "definition_unreadable", id="a draft that cannot be read"),
    ],
)
def test_what_cannot_be_tried_is_refused(given: dict[str, Any], code: str) -> None:
    answer = client_of("credit_manager").post("/backtests", wish(**given))
    assert (answer.status in (404, 422), answer.json["code"]) == (True, code)


def test_more_than_sixty_days_are_refused() -> None:
    days = [to_date(to_day(date(2019, 1, 31)) + 31 * each).isoformat() for each in range(61)]
    assert client_of("credit_manager").post("/backtests", wish(days=days)).status == 422


def test_only_so_many_wait_at_once() -> None:
    manager = client_of("credit_manager")
    numbers = [started(manager) for _ in range(actions.MOST_UNFINISHED)]
    assert manager.post("/backtests", wish()).json["code"] == "too_many_backtests"
    assert manager.post(f"/backtests/{numbers[0]}/cancel").json["state"]["code"] == "cancelled"
    assert manager.post("/backtests", wish()).status == 201


def test_what_is_called_off_is_not_run() -> None:
    manager = client_of("credit_manager")
    number = started(manager)
    manager.post(f"/backtests/{number}/cancel")
    jobs.run_backtest(backtest_id=number)
    assert manager.get(f"/backtests/{number}").json["state"]["code"] == "cancelled"
    assert manager.post(f"/backtests/{number}/cancel").json["code"] == "not_running"
    assert manager.post("/backtests/999999/cancel").json["code"] == "backtest_missing"


def test_a_run_that_is_called_off_stops_after_its_day(house: Path) -> None:
    class CallingOff(Silent):
        def advance(self, done: int = 1) -> None:
            actions.cancel(number, by="test")

    number = started(client_of("credit_manager"), days=TWO_DAYS)
    assert actions.run(number, folder=house / "mirror", progress=CallingOff()) == "cancelled"
    row = Backtest.objects.get(pk=number)
    assert (row.state, row.done, row.result) == ("cancelled", 1, None)
    assert not kept_file(number).exists()


def test_a_worker_that_died_while_it_was_called_off_leaves_it_so(house: Path) -> None:
    number = started(client_of("credit_manager"))
    Backtest.objects.filter(pk=number).update(state="cancelling")
    assert actions.run(number, folder=house / "mirror", progress=Silent()) == "cancelled"
    assert Backtest.objects.get(pk=number).state == "cancelled"


def test_numbers_out_of_range_fail_the_run_and_say_why() -> None:
    text = live("indicators")["indicators"].body.replace(
        "measures:\n", 'measures:\n  huge: {fact: invoice, sum: "amount_minor * amount_minor * amount_minor"}\n', 1
    )
    rules = (
        rules_text()
        + '\n  too_much: {label: {zh: 大, en: Huge}, when: "huge > 1", severity: low, risk_type: credit, source: x}\n'
    )
    manager = client_of("credit_manager", language="en")
    number = finished(manager, documents={"indicators": text, "rules": rules})
    told = manager.get(f"/backtests/{number}").json
    assert told["state"]["code"] == "failed"
    assert "out of range" in told["problem"]


def test_what_is_submitted_names_the_back_test_of_exactly_these_texts() -> None:
    manager = client_of("credit_manager")
    client_of("ceo")
    change = manager.post("/policy-changes", {"title": "Planted"}).json["id"]
    assert manager.put(f"/policy-changes/{change}/drafts/rules", {"body": rules_text()}).status == 200
    number = finished(manager, documents={}, change=change)
    told = manager.get(f"/backtests/{number}").json
    assert told["change"] == change
    answer = manager.post(f"/policy-changes/{change}/submit", {"reason": "losses", "confirmed": True})
    assert answer.status == 200, answer.json
    shown = Request.objects.get(subject=f"change:{change}").shown
    [evidence] = shown["evidence"]
    run = Backtest.objects.get(pk=number)
    assert (evidence["backtest"], evidence["sha256"], evidence["is_of_these_texts"]) == (number, told["sha256"], True)
    assert evidence["terms"]["horizon_days"] == run.terms["horizon_days"]
    assert evidence["compared"] == {"live": run.live_hash, "draft": run.draft_hash}
    [said] = manager.get(f"/approvals/{answer.json['approval']}").json["evidence"]
    assert all(each in said for each in (str(number), told["sha256"][:12], run.draft_hash[:12]))
    manager.post(f"/policy-changes/{change}/withdraw")
    manager.put(f"/policy-changes/{change}/drafts/rules", {"body": rules_text() + "# otherwise\n"})
    manager.post(f"/policy-changes/{change}/submit", {"reason": "losses", "confirmed": True})
    [old] = Request.objects.filter(subject=f"change:{change}").latest("pk").shown["evidence"]
    assert (old["is_of_these_texts"], "edited since" in old["said"]["en"]) == (False, True)


def test_of_old_back_tests_the_figures_stay_and_the_customers_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "MOST_KEPT", 1)
    manager = client_of("credit_manager")
    old, new = finished(manager), finished(manager)
    asked = {"kind": "any_rule", "key": "any"}
    assert manager.get(f"/backtests/{old}/customers", **asked).json["code"] == "customers_not_kept"
    assert manager.get(f"/backtests/{old}").json["result"] is not None
    assert manager.get(f"/backtests/{new}/customers", **asked).status == 200
    assert manager.get(f"/backtests/{new}/customers", kind="rule", key="nothing").json["code"] == "unknown_cell"
    first, second = (manager.get(f"/backtests/{each}").json for each in (old, new))
    assert first["sha256"] == second["sha256"], "the same question has the same answer"


def test_the_days_that_can_be_looked_at() -> None:
    days = client_of("finance").get("/backtests/days").json["days"]
    assert days[-1] == "2024-06-30"
    assert "2023-01-31" in days
    assert client_of("finance").get("/backtests/days", horizon_days=730).json["days"] == []


SEARCH: dict[str, Any] = {"documents": {}, "search": {"rule": "overdue_30_days", "threshold": "days"}}


def test_other_values_of_a_threshold_are_tried_and_one_is_drafted(alone: ApiClient) -> None:
    number = finished(alone, **SEARCH)
    told = alone.get(f"/backtests/{number}").json
    assert told["search"] == {
        "rule": {"code": "overdue_30_days", "label": "Overdue more than 30 days"},
        "threshold": {"code": "days", "label": "Days overdue above"}, "currency": None, "unit": "days",
    }  # fmt: skip
    tried = {each["value"]: each for each in told["candidates"]}
    assert list(tried) == ["8", "15", "22", "30", "45", "60", "90"], (
        "nobody is assessed yet, so no reading suggests others"
    )
    live_flag = next(each for each in told["result"]["live"]["flags"] if each["key"] == "overdue_30_days")
    present = tried["30"]
    assert (present["is_present"], present["net_change"]) == (True, "0.00")
    assert all(present[name] == live_flag[name] for name in ("fired", "events_caught", "false_alarms", "net"))
    fired = [each["fired"] for each in told["candidates"]]
    assert fired == sorted(fired, reverse=True)
    best = [each for each in told["candidates"] if each["is_best"]]
    most = max(float(each["net"]) for each in told["candidates"])
    assert [float(each["net"]) for each in best] == ([most] if most > float(present["net"]) else [])
    cell = {"side": "draft", "kind": "rule", "key": tried["45"]["key"], "what": "false_alarms"}
    behind = alone.get(f"/backtests/{number}/customers", **cell, limit=200).json["items"]
    assert len(behind) == tried["45"]["false_alarms"]
    flag = next(each for each in told["result"]["draft"]["flags"] if each["key"] == tried["45"]["key"])
    assert flag["label"] == "Overdue more than 45 days"

    change = alone.post(f"/backtests/{number}/draft", {"key": tried["45"]["key"]}).json["change"]
    drafted = alone.get(f"/policy-changes/{change}").json
    assert drafted["title"] == "Overdue more than 30 days: Days overdue above 30 → 45"
    assert (drafted["state"]["code"], drafted["check"]["passes"]) == ("draft", True), "nothing is applied by itself"
    assert [each["kind"] for each in drafted["drafts"]] == ["rule_choice"]
    assert live("rule_choice")["rule_choice"].version == 1
    client_of("ceo")
    assert alone.post(f"/policy-changes/{change}/submit", {"reason": "losses", "confirmed": True}).status == 200
    shown = Request.objects.get(subject=f"change:{change}").shown
    assert [(each["backtest"], each["sha256"]) for each in shown["evidence"]] == [(number, told["sha256"])]


@pytest.fixture
def alone() -> ApiClient:
    return client_of("credit_manager", language="en")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        pytest.param({"search": {"rule": "gone"}}, "unknown_rule", id="no such rule"),
        pytest.param({"search": {"rule": "lawsuit", "threshold": "gone"}}, "unknown_threshold", id="no such threshold"),
        pytest.param({"search": {"rule": "insolvency"}}, "nothing_to_move", id="a rule without numbers"),
        pytest.param({"search": {"rule": "over_limit"}}, "nothing_to_move", id="nothing suggests another value"),
        pytest.param({"search": {"rule": "lawsuit"}, "change": 1}, "search_alone", id="with a change"),
    ],
)
def test_what_cannot_be_sought_is_refused(alone: ApiClient, given: dict[str, Any], code: str) -> None:
    assert alone.post("/backtests", wish(documents={}, **given)).json["code"] == code


def test_only_what_was_tried_is_drafted(alone: ApiClient) -> None:
    plain, waiting = started(alone), started(alone, **SEARCH)
    assert alone.post(f"/backtests/{plain}/draft", {"key": "candidate_00"}).json["code"] == "not_a_search"
    assert alone.post(f"/backtests/{waiting}/draft", {"key": "candidate_00"}).json["code"] == "not_done"
    Backtest.objects.filter(pk=waiting).update(state="done", result={})
    for key, code in (("candidate_03", "nothing_changes"), ("candidate_99", "no_such_candidate")):
        assert alone.post(f"/backtests/{waiting}/draft", {"key": key}).json["code"] == code
    assert client_of("finance").post(f"/backtests/{waiting}/draft", {"key": "candidate_00"}).status == 403


def test_on_the_shell_values_are_tried_and_drafted(alone: ApiClient, kedun: Kedun, folder: Path) -> None:
    trying = ("--data", str(folder), "alerts", "thresholds", "cumulative_overdue")
    told = kedun("--lang", "en", *trying, "--day", TWO_DAYS[0])
    assert told.code == 0, told.err
    assert "50000.00 (now)" in told.out
    drafting = (*trying, "--as", alone.person.email, "--draft")
    drafted = kedun(*drafting, "80000", "--json").document()["change"]
    assert alone.get(f"/policy-changes/{drafted}").json["title"].endswith("CNY 50,000 → CNY 80,000")
    assert "draft" in kedun("--lang", "en", *drafting, "90000").out
    for wrong in ("much", "inf", "0.001", "-1"):
        assert kedun(*drafting, wrong).code == 2, wrong
    assert kedun(*trying, "--draft", "80000").code == 2
