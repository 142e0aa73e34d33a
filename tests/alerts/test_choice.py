"""Choosing rules: versioned, dated, audited; what is off falls silent at once, what is on is assessed anew."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kedun.accounts.people.actions import change_person
from kedun.accounts.queries import audit
from kedun.accounts.scopes import EVERYTHING, Scope
from kedun.alerts.choice.actions import LONGEST_REASON, Chosen, choose_rules
from kedun.alerts.choice.amounts import inside, numbers, outside
from kedun.alerts.choice.queries import RuleRow, rules_page
from kedun.alerts.choice.refusals import ChoiceNeedsPerson, ChoiceReasonMissing, TooManyDecimals
from kedun.alerts.queries import of_customer, open_alerts
from kedun.assessments.queries import live_policy
from kedun.definitions.models import ChangeSet
from kedun.definitions.queries import live
from kedun.definitions.refusals import DefinitionChangedMeanwhile
from kedun.facts.models import CURRENT
from kedun.facts.ownership.actions import set_owner
from kedun.indicators.definition import Unit
from kedun.outbox.queries import waiting
from kedun.pipeline.decisions import follow_decisions
from kedun.pipeline.event import drain
from kedun.pipeline.policy_change import follow_policy
from kedun.portfolio.said import said
from kedun.rules import refusals
from tests.assessments.engines import shipped_policy
from tests.pipeline.small_house import START, bill, clock_on, customer, number_of, open_house, receive
from tests.web.clients import client_of, key_client, person_of

pytestmark = pytest.mark.django_db

RULES = sorted(shipped_policy().declared.rules)
TODAY = clock_on(START)


def choose(
    *, off: tuple[str, ...] = (), reason: str = "Ein Grund 理由", seen: int | None = None, **thresholds: dict[str, Any]
) -> Chosen:
    enabled = [key for key in RULES if key not in off]
    return choose_rules(enabled, thresholds, reason=reason, actor="person:7", seen=seen, confirmed=True, by_clock=TODAY)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A customer who is 40 days overdue, and has been told of."""
    open_house()
    receive(customer=[customer("A")], invoice=[bill("A", due_on=START - 40)])
    drain(tmp_path, clock=TODAY)
    return tmp_path


def states(rule: str = "overdue_30_days") -> list[str]:
    return [each.state for each in reversed(of_customer(number_of("A"))) if each.rule_key == rule]


def shown(key: str, scope: Scope = EVERYTHING) -> RuleRow:
    return next(each for each in rules_page(scope, on=START).rules if each.key == key)


def test_a_choice_is_the_next_version_live_from_today_with_author_and_reason(house: Path) -> None:
    before = live_policy(START).policy
    assert choose(overdue_30_days={"days": 45}).version == 2
    found = live("rule_choice", on=START)["rule_choice"]
    assert (found.version, found.author, found.reason, found.live_from) == (2, "person:7", "Ein Grund 理由", START)
    assert live_policy(START).policy.hash != before.hash
    assert live_policy(START).policy.rules.rules["overdue_30_days"].when.startswith("overdue_days_max > 45 AND ")
    rows = {row.verb: row for row in audit(subject="rule_choice:rule_choice")}
    assert {verb: row.actor for verb, row in rows.items()} == {
        "definitions.publish": "person:7",
        "policy.alone": "person:7",
    }
    alone = {"versions": {"rule_choice:rule_choice": 2}, "why": "no one else able"}
    assert rows["policy.alone"].params == alone
    assert rows["definitions.publish"].params == {"version": 2, "live_from": START, "reason": "Ein Grund 理由"}


def test_yesterday_keeps_its_rules(house: Path) -> None:
    choose_rules([], {}, reason="x", actor="person:7", by_clock=clock_on(START + 1))
    assert live_policy(START).policy.rules.rules
    assert live_policy(START + 1).policy.rules.rules == {}


def test_the_same_choice_again_is_no_version(house: Path) -> None:
    assert (choose(off=("lawsuit",)).version, choose(off=("lawsuit",)).version) == (2, 2)
    assert choose(overdue_30_days={"days": 30}).version == 3, (
        "shipped numbers are not kept: this is the first choice again"
    )
    assert (
        live("rule_choice", on=START)["rule_choice"].body
        == "enabled: all\nlabel:\n  en: Choice of rules\n  zh: 规则选择\nthresholds: {}\n"
    )


def test_a_rule_switched_off_falls_silent_at_once_and_can_come_back(house: Path) -> None:
    assert states() == ["open"]
    assert choose(off=("overdue_30_days",)).closed == 1
    assert states() == ["cleared"]
    receive({}, customer=[{**customer("A"), "name": "Neu"}])
    drain(house, clock=TODAY)
    assert states() == ["cleared"]
    choose()
    follow_policy(house, clock=TODAY)
    assert states() == ["cleared", "open"]


def test_another_number_makes_everybody_be_assessed_anew(house: Path) -> None:
    choose(overdue_30_days={"days": 45})
    assert len(waiting("policy.changed")) == 1
    assert states() == ["open"], "until then it stands"
    assert follow_policy(house, clock=TODAY)
    assert states() == ["cleared"]
    assert not follow_policy(house, clock=TODAY)


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        pytest.param({"reason": "  "}, ChoiceReasonMissing, id="no reason"),
        pytest.param({"reason": "x" * (LONGEST_REASON + 1)}, ChoiceReasonMissing, id="an endless reason"),
        pytest.param({"seen": 7}, DefinitionChangedMeanwhile, id="somebody was quicker"),
        pytest.param({"gone": {"days": 1}}, refusals.UnknownRule, id="no such rule"),
        pytest.param({"lawsuit": {"days": 1}}, refusals.UnknownThreshold, id="no such threshold"),
        pytest.param({"lawsuit": {"times": 0}}, refusals.ThresholdOutOfRange, id="beyond its bounds"),
    ],
)
def test_refused(house: Path, changed: dict[str, Any], refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        choose(**changed)
    assert (live("rule_choice", on=START)["rule_choice"].version, states()) == (1, ["open"])
    assert waiting("policy.changed") == ()


def test_rules_are_listed_with_what_they_ask_and_for_how_many_they_fire(house: Path) -> None:
    receive(customer=[customer("B")], invoice=[bill("B", due_on=START - 10)])
    drain(house, clock=TODAY)
    row = shown("overdue_30_days")
    assert (row.fires_now, row.open_alerts, row.is_enabled) == (1, 1, True)
    assert (row.condition.zh, row.condition.en) == (
        "最长逾期天数大于 30 且逾期金额大于 100元",
        "Longest overdue in days is greater than 30 and Overdue amount is greater than CNY 100",
    )
    assert (shown("cumulative_overdue").condition.zh, shown("insolvency").fires_now) == ("无争议逾期金额大于 5万元", 0)
    scoped = shown("purchase_frequency_down")
    assert scoped.scope is not None
    assert scoped.scope.en.endswith("is at least 12")
    choose(off=("overdue_30_days",), overdue_30_days={"days": 45})
    off = shown("overdue_30_days")
    assert (off.fires_now, off.open_alerts, off.is_enabled) == (None, 0, False)
    assert off.rule.label.en == "Overdue more than 45 days"
    assert said(live_policy(START).policy, "en").rule("overdue_30_days") == "Overdue more than 45 days"
    assert (off.rule.thresholds["days"].value, off.shipped["days"].value) == (45, 30)


def test_rules_count_only_what_one_may_see(house: Path) -> None:
    row = shown("overdue_30_days", Scope("people", person_ids=(person_of("sales").pk,)))
    assert (row.fires_now, row.open_alerts) == (0, 0)


def test_a_retracted_customer_counts_for_nobody(house: Path) -> None:
    seller = person_of("sales")
    own = Scope("people", person_ids=(seller.pk,))
    set_owner(number_of("A"), person_id=seller.pk, from_day=START, actor="test", at=TODAY.now())
    assert [shown("overdue_30_days", scope).fires_now for scope in (EVERYTHING, own)] == [1, 1]
    CURRENT["customer"]._default_manager.filter(code="A").update(is_retracted=True)
    assert [shown("overdue_30_days", scope).fires_now for scope in (EVERYTHING, own)] == [0, 0]


@pytest.mark.parametrize(
    ("minor", "unit", "currency", "text"),
    [
        (5_000_050, "minor", "CNY", "50000.50"), (5_000, "minor", "JPY", "5000"), (30, "days", "CNY", "30"),
        (0.25, "share", "CNY", "0.25"), (-0.5, "multiple", "CNY", "-0.5"),
    ],
)  # fmt: skip
def test_amounts_are_in_full_units_outside(minor: float, unit: Unit, currency: str, text: str) -> None:
    assert outside(minor, unit, currency) == text
    assert inside(Decimal(text), unit, currency) == minor


def test_part_of_a_cent_is_refused() -> None:
    with pytest.raises(TooManyDecimals):
        inside(Decimal("0.001"), "minor", "CNY")
    with pytest.raises(refusals.UnknownRule):
        numbers(shipped_policy().declared, {"gone": {}}, "CNY")
    with pytest.raises(refusals.UnknownThreshold):
        numbers(shipped_policy().declared, {"lawsuit": {"gone": Decimal(1)}}, "CNY")


def test_over_the_api(house: Path) -> None:
    client = client_of("credit_manager", name="李信", language="en")
    listed = client.get("/rules").json
    assert [each["key"] for each in listed["items"]] == list(shipped_policy().declared.rules)
    assert (listed["choice"]["version"], listed["choice"]["by"]) == (1, "starter")
    (amount,) = next(each for each in listed["items"] if each["key"] == "cumulative_overdue")["thresholds"]
    assert (amount["unit"], amount["currency"], amount["value"], amount["default"]) == (
        "money",
        "CNY",
        "50000.00",
        "50000.00",
    )
    body = {
        "enabled": [key for key in RULES if key != "overdue_30_days"],
        "thresholds": {"cumulative_overdue": {"amount": "80000.00"}, "cancellation_rate_high": {"rate": "0.25"}},
        "reason": "Too many small ones", "version": 1,
    }  # fmt: skip
    told = client.put("/rule-choice", body)
    assert (told.status, told.json["code"]) == (409, "doubts_unconfirmed")
    assert any("which nobody has" in each["message"] for each in told.json["fields"])
    assert client.get("/rules").json["choice"]["version"] == 1, "nothing is in force before they are confirmed"
    body["confirmed"] = True
    done = client.put("/rule-choice", body)
    assert (done.status, done.json) == (
        200,
        {"format": 1, "version": 2, "closed_alerts": 1, "change": None, "approval": None},
    )
    assert open_alerts(number_of("A")) == tuple(
        each for each in open_alerts(number_of("A")) if each.rule_key != "overdue_30_days"
    )
    again = client.put("/rule-choice", body)
    assert (again.status, again.json["code"]) == (409, "definition_changed_meanwhile")
    listed = client.get("/rules").json
    assert (listed["choice"]["version"], listed["choice"]["by"], listed["choice"]["reason"]) == (
        2,
        "李信",
        "Too many small ones",
    )
    row = next(each for each in listed["items"] if each["key"] == "cumulative_overdue")
    assert (row["label"], row["thresholds"][0]["value"]) == ("Cumulative overdue above CNY 80,000", "80000.00")
    assert row["condition"]["words"] == "Undisputed overdue amount is greater than CNY 80,000"


def test_where_somebody_else_may_agree_a_choice_waits_for_them(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEDUN_NOW", TODAY.at.isoformat())
    maker, ceo = client_of("credit_manager", language="en"), client_of("ceo")
    assert [each["code"] for each in maker.get("/rules").json["agreed_by"]] == ["ceo"]
    body = {"enabled": [key for key in RULES if key != "overdue_30_days"], "reason": "Too many", "version": 1}
    told = maker.put("/rule-choice", body).json
    assert (told["version"], told["closed_alerts"], states()) == (1, 0, ["open"])
    change = maker.get(f"/policy-changes/{told['change']}").json
    assert (change["title"], change["reason"], change["state"]["code"]) == ("Too many", "Too many", "submitted")
    shown = ceo.get(f"/approvals/{told['approval']}").json
    ballot = {"verdict": "approve", "shown_hash": shown["shown_hash"]}
    assert ceo.post(f"/approvals/{told['approval']}/vote", ballot).json["state"] == "approved"
    follow_decisions(clock=TODAY)
    found = live("rule_choice", on=START)["rule_choice"]
    assert (found.version, found.author, found.reason) == (2, f"person:{maker.person.pk}", "Too many")
    assert follow_policy(house, clock=TODAY)
    assert states() == ["cleared"], "the alerts of a rule that was switched off are closed with it"


def test_the_same_choice_again_asks_nobody(house: Path) -> None:
    client_of("ceo")
    told = client_of("credit_manager").put("/rule-choice", {"enabled": RULES, "reason": "x", "version": 1}).json
    assert (told["version"], told["change"], told["approval"]) == (1, None, None)


def test_a_choice_that_waits_was_made_by_a_person_upon_what_they_saw(house: Path) -> None:
    person_of("ceo")
    with pytest.raises(ChoiceNeedsPerson):
        choose_rules([], {}, reason="x", actor="key:1", by_clock=TODAY)
    answer = client_of("cfo").put("/rule-choice", {"enabled": RULES[1:], "reason": "x", "version": 7})
    assert (answer.status, answer.json["code"]) == (409, "definition_changed_meanwhile")
    assert not ChangeSet.objects.exists()


def test_where_nobody_else_may_agree_a_choice_is_in_force_at_once(house: Path) -> None:
    alone = client_of("credit_manager")
    client_of("sales")
    assert alone.get("/rules").json["agreed_by"] == []
    told = alone.put("/rule-choice", {"enabled": RULES[1:], "reason": "x"}).json
    assert (told["version"], told["change"]) == (2, None)
    rows = alone.get("/policy/rule_choice/versions").json["items"]
    assert [(row["version"], row["is_alone"]) for row in rows] == [(2, True), (1, False)]


@pytest.mark.parametrize("change", [{"is_active": False}, {"role": "sales"}], ids=str)
def test_whoever_sends_those_away_who_could_agree_does_not_choose_alone(house: Path, change: dict[str, Any]) -> None:
    cfo, alone = person_of("cfo"), client_of("credit_manager")
    administrator = person_of("administrator")
    change_person(f"person:{administrator.pk}", cfo.pk, change)
    assert [each["code"] for each in alone.get("/rules").json["agreed_by"]] == ["cfo"]
    told = alone.put("/rule-choice", {"enabled": RULES[1:], "reason": "x"})
    assert (told.status, told.json["code"]) == (409, "nobody_to_decide")
    assert live("rule_choice", on=START)["rule_choice"].version == 1


@pytest.mark.parametrize(
    ("body", "code"),
    [
        pytest.param({"thresholds": {"lawsuit": {"times": "NaN"}}}, "bad_fields", id="no number"),
        pytest.param({"thresholds": {"lawsuit": {"times": "1e99"}}}, "bad_fields", id="an endless number"),
        pytest.param({"thresholds": {"lawsuit": {"times": True}}}, "bad_fields", id="a truth"),
        pytest.param(
            {"thresholds": {"cumulative_overdue": {"amount": "0.001"}}}, "too_many_decimals", id="part of a cent"
        ),
        pytest.param({"thresholds": {"lawsuit": {"times": "1.5"}}}, "threshold_not_whole", id="half a lawsuit"),
        pytest.param({"thresholds": {"lawsuit": {"times": "0"}}}, "threshold_out_of_range", id="below its bounds"),
        pytest.param({"enabled": ["no such rule"]}, "bad_fields", id="no key"),
        pytest.param({"colour": "red"}, "bad_fields", id="an unknown field"),
        pytest.param({"reason": ""}, "bad_fields", id="no reason"),
        pytest.param({"reason": "   "}, "choice_reason_missing", id="an empty reason"),
    ],
)
def test_bad_bodies_are_refused(house: Path, body: dict[str, Any], code: str) -> None:
    answer = client_of("administrator").put("/rule-choice", {"enabled": RULES, "reason": "x"} | body)
    assert (answer.status, answer.json["code"]) == (422, code)


def test_unknown_names_are_not_found(house: Path) -> None:
    wrongs: tuple[dict[str, Any], ...] = (
        {"enabled": ["gone"]},
        {"thresholds": {"gone": {}}},
        {"thresholds": {"lawsuit": {"gone": "1"}}},
    )
    for wrong in wrongs:
        answer = client_of("administrator").put("/rule-choice", {"enabled": RULES, "reason": "x"} | wrong)
        assert answer.status == 404


@pytest.mark.parametrize("role", ["sales", "finance", "auditor", "ceo"])
def test_most_people_only_look(house: Path, role: Any) -> None:
    client = client_of(role)
    assert client.get("/rules").status == 200
    assert client.put("/rule-choice", {"enabled": [], "reason": "x"}).status == 403
    assert key_client("writer").put("/rule-choice", {"enabled": [], "reason": "x"}).status == 403


def test_what_a_rule_asks_for_and_nobody_does_is_said(house: Path) -> None:
    told = client_of("ceo").get("/rules", lang="en").json["items"]
    said = {each["key"]: [action["code"] for action in each["not_carried_out"]] for each in told}
    assert said["insolvency"] == ["order_lock", "shipment_hold", "task"]
    assert said["overdue_30_days"] == ["task"], "people are told of it; no task is made"
    labels = {action["label"] for each in told for action in each["not_carried_out"]}
    assert {"lock orders", "create a task"} <= labels
    assert "notify" not in labels
