"""The economics of alerts by the API and on the shell: every amount worked by hand, every figure opened, who sees what."""

import io
from collections.abc import Iterator
from typing import Any

import openpyxl
import pytest
from pytest_django import DjangoDbBlocker

from kedun.accounts.roles import Role
from kedun.facts.ownership.actions import set_owner
from kedun.kernel.days import to_date
from kedun.review.economics import queries
from tests.case_files import undone
from tests.cli.conftest import Kedun
from tests.cli.conftest import kedun as kedun
from tests.pipeline.small_house import START, clock_on, number_of
from tests.review.economics.judged_house import DAY, OTHER, RULE, open_judged_house
from tests.web.clients import client_of, key_client, stranger

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def alerts(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[str, int]]:
    with undone(django_db_blocker):
        yield open_judged_house()


@pytest.fixture(autouse=True)
def now(alerts: dict[str, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEDUN_NOW", clock_on(START).at.isoformat())


def iso(day: int) -> str:
    return to_date(day).isoformat()


def of(told: dict[str, Any], rule: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in told["items"] if each["key"] == rule)
    return found


def test_a_rule_is_told_in_alerts_money_minutes_and_days() -> None:
    told = client_of("credit_manager", language="en").get("/alert-economics").json
    assert (told["from_day"], told["to_day"], told["currency"]) == (iso(START - 364), iso(START), "CNY")
    assert (told["matured_until"], told["stopped"]) == (iso(START - 180), "orders")
    found = of(told, RULE)
    counts = ("hits", "right", "false", "late", "unknown", "said_false", "contradicted", "handled")
    assert [found[name] for name in counts] == [5, 1, 2, 1, 1, 1, 1, 2]
    assert (found["label"], found["is_on"], found["precision"]) == ("Overdue more than 30 days", True, 1 / 3)
    # BAD: 90 days late on day 60, 1,000.00 open ever since, half of it lost, half of that avoidable
    assert (found["events"], found["lead_days_median"], found["exposure"]) == (1, 60.0, "1000.00")
    assert (found["loss"], found["avoided"]) == ("500.00", "250.00")
    # GOOD ordered 400.00 while the alert stood; its later order was not stopped by anything
    assert (found["ordered"], found["margin"], found["net"]) == ("400.00", "60.00", "190.00")
    # from noon to noon: one working day of nine hours for BAD, two for DOUBTED
    assert (found["minutes"], found["waited_minutes"]) == (30, 810.0)
    assert [each["value"] for each in found["thresholds"]] == ["30", "CNY 100"]
    other = of(told, OTHER)
    # BAD went bad 29 days after its alert, LOST 9 days; of its 500.00 that were written off 120.00 came back
    assert (other["hits"], other["right"], other["lead_days_median"], other["loss"]) == (2, 2, 19.0, "880.00")
    together = told["together"]
    assert (together["hits"], together["events"], together["lead_days_median"]) == (7, 2, 34.5)
    assert (together["loss"], together["margin"], together["net"]) == ("880.00", None, None)


def test_terms_are_settings() -> None:
    asked = {"margin_permille": 300, "avoided_permille": 1000, "overdue_loss_permille": 1000, "minutes_per_alert": 40}
    told = client_of("cfo").get("/alert-economics", **asked).json
    found = of(told, RULE)
    assert (found["avoided"], found["margin"], found["net"], found["minutes"]) == ("1000.00", "120.00", "880.00", 80)
    assert told["terms"] == {"horizon_days": 180, **asked}


def test_a_shorter_horizon_knows_more_and_foresees_less() -> None:
    found = of(client_of("cfo").get("/alert-economics", horizon_days=30).json, RULE)
    assert (found["right"], found["false"], found["unknown"]) == (0, 3, 1)


def test_every_figure_opens_the_alerts_behind_it(alerts: dict[str, int]) -> None:
    client = client_of("credit_manager", language="en")
    found = of(client.get("/alert-economics").json, RULE)
    for what in ("hits", "right", "false", "late", "unknown", "said_false", "contradicted", "handled"):
        behind = client.get("/alert-economics/alerts", rule=RULE, what=what).json
        assert (len(behind["items"]), behind["total"]) == (found[what], found[what]), what
    (right,) = client.get("/alert-economics/alerts", rule=RULE, what="right").json["items"]
    assert right == {
        "id": alerts["BAD"], "code": "BAD", "name": "客户BAD", "rule": {"code": RULE, "label": found["label"]},
        "opened_on": iso(DAY), "became": {"code": "right", "label": "right"},
        "outcome": {"code": "overdue_90", "label": "90 days overdue"}, "said_false": False,
        "bad_on": iso(DAY + 60), "lead_days": 60, "loss": "500.00", "exposure": "1000.00", "ordered": "70.00",
        "waited_minutes": 540,
    }  # fmt: skip
    (new,) = client.get("/alert-economics/alerts", rule=RULE, what="unknown").json["items"]
    assert (new["id"], new["outcome"], new["loss"]) == (alerts["NEW"], None, None)
    first = client.get("/alert-economics/alerts", limit=4).json
    rest = client.get("/alert-economics/alerts", limit=4, cursor=first["next_cursor"]).json
    ids = [each["id"] for each in first["items"] + rest["items"]]
    assert (len(ids), len(set(ids)), rest["next_cursor"], first["total"]) == (7, 7, None, 7)


def test_a_period_holds_the_alerts_that_opened_in_it() -> None:
    client = client_of("credit_manager")
    told = client.get("/alert-economics", from_day=iso(DAY), to_day=iso(DAY)).json
    assert (told["together"]["hits"], told["matured_until"]) == (4, iso(DAY))
    told = client.get("/alert-economics", from_day=iso(START - 9)).json
    assert (told["together"]["hits"], told["matured_until"]) == (0, None)
    assert of(told, RULE)["hits"] == 0, "a rule that is on stands there though it was silent"


@pytest.mark.parametrize(
    "days",
    [
        pytest.param({"from_day": iso(START), "to_day": iso(START - 1)}, id="it ends before it begins"),
        pytest.param({"from_day": "1990-01-01"}, id="it is endless"),
        {"to_day": "0001-01-01"},
    ],
)
def test_an_impossible_period_is_refused(days: dict[str, str]) -> None:
    answer = client_of("cfo").get("/alert-economics", **days)
    assert (answer.status, answer.json["code"]) == (422, "alert_period_not_possible")


def test_more_alerts_than_can_be_added_up_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "MOST_ALERTS", 5)
    assert client_of("cfo").get("/alert-economics").json["code"] == "too_many_alerts"
    assert client_of("cfo").get("/alert-economics/alerts", rule=OTHER).status == 200


def test_a_manager_counts_the_customers_of_the_own_people_only() -> None:
    manager = client_of("sales_manager")
    assert manager.get("/alert-economics").json["together"]["hits"] == 0
    set_owner(number_of("BAD"), person_id=manager.person.pk, from_day=START - 1, actor="test", at=clock_on(START).at)
    assert of(manager.get("/alert-economics").json, RULE)["hits"] == 1
    behind = manager.get("/alert-economics/alerts").json["items"]
    assert {each["code"] for each in behind} == {"BAD"}


@pytest.mark.parametrize("role", ["sales", "legal", "service", "outside_expert"])
def test_most_people_see_nothing_of_it(role: Role) -> None:
    for path in ("/alert-economics", "/alert-economics/alerts", "/alert-economics/export"):
        assert client_of(role).get(path).status == 403
    assert key_client("reader").get("/alert-economics").status == 403
    assert stranger().get("/alert-economics").status == 401


def test_the_workbook_holds_rules_and_alerts() -> None:
    answer = client_of("auditor", language="en").get("/alert-economics/export")
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    rules, alerts = ([[cell.value for cell in row] for row in book[name].iter_rows()] for name in ("Rules", "Alerts"))
    assert rules[1][:4] == ["All rules together", 7, 3, 2]
    row = next(each for each in rules if each[0] == "Overdue more than 30 days")
    assert row[rules[0].index("Net")] == 190
    assert {each[1] for each in alerts[1:]} == {"BAD", "GOOD", "LATE", "DOUBTED", "NEW", "LOST"}


def test_on_the_shell(kedun: Kedun) -> None:
    document = kedun("alerts", "economics", "--json").document()
    assert of(dict(document), RULE)["net"] == "190.00"
    told = kedun("--lang", "en", "alerts", "economics", "--from", iso(DAY), "--to", iso(DAY))
    assert told.code == 0, told.err
    assert "Overdue more than 30 days" in told.out
    assert kedun("alerts", "economics", "--from", iso(START), "--to", iso(DAY)).code == 2
