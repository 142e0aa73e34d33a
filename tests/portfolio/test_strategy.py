"""Strategy, plan and letters of a customer as pages get them: what holds by which version, who does what, who may see it."""

from typing import Any

import pytest

from kedun.accounts.models import AccessLog
from kedun.definitions.actions import publish
from kedun.definitions.queries import live
from kedun.definitions.starter import draft_of
from kedun.kernel.clock import clock
from kedun.kernel.days import to_date
from kedun.pipeline.event import drain
from tests.pipeline.small_house import START, bill, clock_on, customer, open_house, receive
from tests.web.clients import ApiClient, client_of

DAY = to_date(START).isoformat()


@pytest.fixture
def chief(db: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> ApiClient:
    """A has been overdue for 40 days with one bill, another is in dispute; of B nothing is known."""
    monkeypatch.setenv("KEDUN_NOW", clock_on(START).at.isoformat())
    open_house()
    receive(
        customer=[{**customer("A"), "owner": "小艾"}, customer("B")],
        invoice=[
            bill("A", due_on=START - 40, amount="2000.00"),
            {**bill("A", due_on=START - 200, number="2"), "is_disputed": True},
        ],
    )
    drain(tmp_path, clock=clock_on(START))
    return client_of("ceo")


def strategy(client: ApiClient, code: str = "A", **query: Any) -> Any:
    answer = client.get(f"/customers/{code}/strategy", **query)
    assert answer.status == 200, answer.json
    return answer.json


def test_what_holds_for_a_customer_and_by_which_version(chief: ApiClient) -> None:
    told, page = strategy(chief), chief.get("/customers/A").json
    assert (told["quadrant"], told["grade"]) == (page["quadrant"], page["grade"]["raw"])
    assert told["grade"]["code"] == "high"
    assert [(each["kind"], each["place"]["code"]) for each in told["strategies"]] == [
        ("quadrant", told["quadrant"]["code"]),
        ("grade", "high"),
    ]
    terms = {each["name"]: each["words"] for each in told["terms"]}
    assert terms["stop_after_days"] == "有任何逾期时"
    assert told["version"] == 1
    english = {each["name"]: each["words"] for each in strategy(chief, lang="en")["terms"]}
    assert english["stop_after_days"] == "at anything overdue"
    assert {each["code"] for each in told["approvers"]} == {"cfo", "ceo"}
    assert all(step["due_on"] is None for each in told["strategies"] for step in each["steps"])


def test_a_past_day_shows_the_version_of_that_day(chief: ApiClient) -> None:
    text = live("strategies")["strategies"].body.replace("stop_after_days: 0", "stop_after_days: 5")
    draft = draft_of(text, kind="strategies", key="strategies", file="strategies")
    publish(draft, actor="person:1", on=START + 1, reason="milder", at=clock().now())
    assert strategy(chief)["version"] == 1
    later = strategy(chief, policy=to_date(START + 1).isoformat(), lang="en")
    assert later["version"] == 2
    terms = {each["name"]: (each["words"], each["by"]) for each in later["terms"]}
    assert terms["stop_after_days"] == ("at more than 5 days overdue", "grade")


def test_a_customer_of_whom_little_is_known(chief: ApiClient) -> None:
    told = strategy(chief, "B", lang="en")
    assert [each["place"]["code"] for each in told["strategies"]] == [told["grade"]["code"]] or told["strategies"]


def test_the_plan_of_an_alert_with_its_days(chief: ApiClient) -> None:
    alerts = {each["rule"]["key"]: each["id"] for each in chief.get("/alerts").json["items"]}
    told = chief.get(f"/alerts/{alerts['overdue_30_days']}/plan", lang="en").json
    assert (told["rule"], told["version"], told["plan"]["key"]) == ("overdue_30_days", 1, "overdue")
    steps = [
        (each["key"], each["role"]["label"], each["within_days"], each["due_on"]) for each in told["plan"]["steps"]
    ]
    assert steps[0] == ("call", "Sales", 1, to_date(START + 1).isoformat())
    assert steps[-1] == ("verify", "Sales manager", 10, to_date(START + 14).isoformat())
    assert told["plan"]["letter"] == {"key": "payment_reminder", "label": "Payment reminder", "purpose": "general"}
    assert chief.get("/alerts/999999/plan").status == 404


def test_an_alert_whose_rule_has_no_plan(chief: ApiClient) -> None:
    alert = next(each for each in chief.get("/alerts").json["items"] if each["rule"]["key"] == "overdue_30_days")
    text = live("contingency_plans")["contingency_plans"].body.replace("overdue_30_days, ", "")
    draft = draft_of(text, kind="contingency_plans", key="contingency_plans", file="plans")
    publish(draft, actor="person:1", on=START, reason="none", at=clock().now())
    told = chief.get(f"/alerts/{alert['id']}/plan").json
    assert (told["version"], told["plan"]) == (2, None)


def test_a_letter_says_what_is_overdue_and_not_in_dispute(chief: ApiClient) -> None:
    told = chief.get("/customers/A/letters/payment_reminder", lang="en").json
    assert (told["key"], told["version"], told["as_of"]) == ("payment_reminder", 1, DAY)
    letters = {each["language"]: each for each in told["letters"]}
    for each in letters.values():
        assert "A-1" in each["text"]
        assert "CNY 2,000.00" in each["text"]
        assert "A-2" not in each["text"]
        assert to_date(START + 14).isoformat() in each["text"]
        assert "小艾" in each["text"]
        assert {missing["code"] for missing in each["missing"]} <= {"company"}
    demand = chief.get("/customers/A/letters/formal_demand").json["letters"][0]["text"]
    assert "最长已逾期 40 天" in demand, "the debt in dispute is older and not meant"
    assert AccessLog.objects.filter(what="letter", subject="customer:A").exists()


def test_a_letter_of_a_customer_who_owes_nothing_is_left_blank(chief: ApiClient) -> None:
    (letter, _) = chief.get("/customers/B/letters/payment_reminder").json["letters"]
    assert {"overdue_invoices", "owner"} <= {each["code"] for each in letter["missing"]}


def test_a_letter_as_a_file(chief: ApiClient) -> None:
    file = chief.get("/customers/A/letters/payment_reminder/file", lang="en")
    assert file.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert file.headers["Content-Disposition"] == f'attachment; filename="payment_reminder-{DAY}.txt"'
    text = file.content.decode()
    assert text.splitlines()[0].endswith(": a reminder of payments past due")
    assert "Dear 客户A," in text


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        pytest.param("/customers/A/letters/poem", 404, "no_such_letter", id="no such letter"),
        pytest.param("/customers/A/letters/way_back", 422, "letter_of_another_purpose", id="one that needs a plan"),
        pytest.param("/customers/C/letters/care", 404, "unknown_customer", id="no such customer"),
    ],
)
def test_what_cannot_be_written(chief: ApiClient, path: str, status: int, code: str) -> None:
    answer = chief.get(path)
    assert (answer.status, answer.json["code"]) == (status, code)


def test_what_is_hidden_stands_in_no_letter(chief: ApiClient) -> None:
    service = client_of("service")
    told = service.get("/customers/A/letters/payment_reminder").json
    assert (told["letters"], told["masked"]) == ([], ["letters"])
    assert len(service.get("/customers/A/letters/care").json["letters"]) == 2
    assert service.get("/customers/A/letters/payment_reminder/file").json["code"] == "letter_hidden"
    expert = client_of("outside_expert")
    assert expert.get("/customers/A/letters/care").status == 404


def test_only_the_own_customers_and_alerts(chief: ApiClient) -> None:
    alert = next(each["id"] for each in chief.get("/alerts").json["items"] if each["customer"]["code"] == "A")
    alice, bob = client_of("sales", names_in_files=("小艾",)), client_of("sales")
    for path in ("/customers/A/strategy", "/customers/A/letters/care", f"/alerts/{alert}/plan"):
        assert (alice.get(path).status, bob.get(path).status) == (200, 404)


def test_the_letters_there_are_and_what_they_may_tell(chief: ApiClient) -> None:
    told = chief.get("/letters", lang="en").json
    assert {each["key"]: each["purpose"] for each in told["items"]}["way_back"] == "way_back"
    offered = {each["name"]: each["purposes"] for each in told["placeholders"]}
    assert offered["overdue"] == ["general"]
    assert offered["score_then"] == ["way_back"]
    assert "grade" not in offered
