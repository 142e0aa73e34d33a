"""`kedun alerts`: what is open, and what a person does about it."""

import pytest

from tests.cli.conftest import Kedun
from tests.pipeline.small_house import START, bill, customer, open_house, receive

pytestmark = pytest.mark.django_db

DAY = "2025-06-16"


@pytest.fixture(autouse=True)
def house(monkeypatch: pytest.MonkeyPatch) -> None:
    """A owes 1,000.00 since 40 days."""
    monkeypatch.setenv("KEDUN_NOW", f"{DAY}T12:00:00+08:00")
    open_house()
    receive(customer=[customer("A"), customer("B")], invoice=[bill("A", due_on=START - 40)])


def number_of(kedun: Kedun, rule: str) -> str:
    listed = kedun("alerts", "list", "--json").document()["alerts"]
    return str(next(each["id"] for each in listed if each["rule"] == rule))


def test_nothing_is_open_before_an_assessment(kedun: Kedun) -> None:
    assert kedun("alerts", "list").out.strip() == "没有待处理的预警。"
    assert kedun("--lang", "en", "alerts", "list").out.strip() == "No alert is open."


def test_open_alerts_are_listed_with_customer_and_evidence(kedun: Kedun) -> None:
    kedun("assess", "--engine", "python")
    document = kedun("alerts", "list", "--customer", "A", "--json").document()
    overdue = next(each for each in document["alerts"] if each["rule"] == "overdue_30_days")
    assert (overdue["customer"], overdue["state"], overdue["evidence"]) == (
        "A",
        "open",
        {"overdue_days_max": 40, "overdue_minor": 100000},
    )
    assert kedun("alerts", "list", "--customer", "B", "--json").document()["alerts"] == []
    assert "40" in kedun("--lang", "en", "alerts", "list").out


def test_a_list_that_ends_early_says_so(kedun: Kedun) -> None:
    kedun("assess", "--engine", "python")
    total = len(kedun("alerts", "list", "--json").document()["alerts"])
    assert total > 1
    cut = kedun("--lang", "en", "alerts", "list", "--limit", "1").out
    assert f"{total - 1} more; see them all with --limit {total}" in cut
    assert "--limit" not in kedun("alerts", "list").out


def test_a_person_acknowledges_snoozes_and_resolves(kedun: Kedun) -> None:
    kedun("assess", "--engine", "python")
    alert = number_of(kedun, "overdue_30_days")
    assert kedun("alerts", "acknowledge", alert).out.strip() == f"预警 {alert}：已确认。"
    assert kedun("alerts", "snooze", alert, "--until", "2025-06-20", "--json").document()["alert"]["state"] == "snoozed"
    resolved = kedun("alerts", "resolve", alert, "--reason", "agreed", "--note", "分三期付清", "--json")
    assert resolved.document()["alert"]["closed"] == {
        "as_of": DAY, "at": "2025-06-16T04:00:00+00:00", "reason": "agreed", "note": "分三期付清",
    }  # fmt: skip
    assert "overdue_30_days" not in kedun("alerts", "list").out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(("alerts", "list", "--customer", "nobody"), 2, id="unknown customer"),
        pytest.param(("alerts", "acknowledge", "999999"), 2, id="unknown alert"),
        pytest.param(("alerts", "resolve", "ALERT", "--reason", "nope", "--note", "x"), 2, id="unknown reason"),
        pytest.param(("alerts", "resolve", "ALERT", "--reason", "paid", "--note", " "), 2, id="no note"),
        pytest.param(("alerts", "snooze", "ALERT", "--until", "2020-01-01"), 2, id="a snooze that ends in the past"),
        pytest.param(("alerts", "snooze", "ALERT", "--until", "soon"), 2, id="no day"),
    ],
)
def test_refusals(kedun: Kedun, arguments: tuple[str, ...], code: int) -> None:
    kedun("assess", "--engine", "python")
    alert = number_of(kedun, "overdue_30_days")
    refused = kedun(*(alert if each == "ALERT" else each for each in arguments), "--json")
    assert refused.code == code
    assert refused.document()["error"]["message"]


def test_what_the_present_state_does_not_allow_is_refused(kedun: Kedun) -> None:
    kedun("assess", "--engine", "python")
    alert = number_of(kedun, "overdue_30_days")
    kedun("alerts", "acknowledge", alert)
    assert kedun("alerts", "acknowledge", alert).code == 3
