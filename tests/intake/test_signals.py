"""Front-line signals: reported in a few taps, counted in the score until they expire, withdrawn by whoever reported."""

from datetime import UTC, date, datetime
from typing import Any, get_args

import pytest
import yaml

from kedun.accounts.models import Audit
from kedun.facts.actions import Delivery
from kedun.facts.models import CURRENT, HISTORY
from kedun.facts.queries import last_batch, supply_at
from kedun.facts.undo.actions import undo
from kedun.indicators import definition as indicators
from kedun.intake.signals.api import points_left
from kedun.intake.signals.definition import RISK_WORDS, RiskType, SignalsNotReadable, SignalType, read
from kedun.intake.signals.queries import SignalSeen
from kedun.kernel.clock import FixedClock
from kedun.kernel.days import to_date, to_day
from kedun.pipeline.actions import Errand, walk
from kedun.pipeline.starter import load_definitions
from tests import house
from tests.facts.deliveries import customer, deliver, invoice, payment
from tests.web.clients import ApiClient, client_of, key_client

NOW = datetime(2024, 6, 30, 4, tzinfo=UTC)
TODAY = to_day(NOW.date())
CASES = yaml.safe_load((house.ROOT / "tests" / "cases" / "signals.yaml").read_text(encoding="utf-8"))
TYPES = read((house.ROOT / "starter" / "signals.yaml").read_text(encoding="utf-8")).signals


@pytest.mark.parametrize("key", TYPES)
def test_a_type_as_worked_by_hand(key: str) -> None:
    severity, points, until, left = CASES[key]
    found, observed = TYPES[key], to_day(date(2024, 1, 1))
    seen = _seen(found.points_of(found.severity), observed, found.expires_on(observed))
    assert (found.severity, seen.points, to_date(seen.expires_on)) == (severity, points, until)
    assert points_left(seen, observed + 30) == pytest.approx(left, abs=1e-9)
    assert points_left(seen, seen.expires_on) == 0


def _seen(points: int, observed: int, expires: int) -> SignalSeen:
    return SignalSeen(1, "C", "C", "x", "low", points, observed, expires, "", "", "signals", "e", False)


def test_a_heavier_signal_deducts_more() -> None:
    for each in TYPES.values():
        assert 0 < each.points.low < each.points.medium < each.points.high


def test_every_front_line_role_has_a_starter_list() -> None:
    roles = {role for each in TYPES.values() for role in each.roles}
    assert {"sales", "sales_manager", "finance", "legal", "service", "production"} <= roles


def test_the_risks_are_those_of_indicators_and_rules() -> None:
    assert set(get_args(RiskType)) == set(get_args(indicators.RiskType)) == set(RISK_WORDS)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("label: {zh: 甲, en: A}\nsignals: {}", id="none"),
        pytest.param("label: {zh: 甲, en: A}", id="no list"),
        pytest.param("label: {zh: 甲, en: A}\nsignals: {a: {label: {zh: 甲, en: A}}}", id="half a type"),
    ],
)
def test_a_list_that_says_too_little_is_refused(body: str) -> None:
    with pytest.raises(SignalsNotReadable):
        read(body)


@pytest.fixture
def house_of_signals(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two customers, C1 of 张三 and C2 of 李四, and the shipped definitions; a day that does not pass."""
    monkeypatch.setenv("KEDUN_NOW", NOW.isoformat())
    load_definitions(FixedClock(NOW))
    facts = {
        "customer": [customer("C1", owner="张三"), customer("C2", owner="李四")],
        "invoice": [
            invoice("I1", "C1", issue_on=TODAY - 100, stated_due_on=TODAY - 50),
            invoice("I2", "C1", issue_on=TODAY - 100, stated_due_on=TODAY - 50),
        ],
        "payment": [payment("P1", "C1", document_no="I1", paid_on=TODAY - 45)],
    }
    told = dict.fromkeys(("invoice", "payment"), (TODAY - 400, TODAY))
    deliver(facts, Delivery("erp", "test", periods=told))


@pytest.fixture
def zhang(house_of_signals: None) -> ApiClient:
    return client_of("sales", name="张三", names_in_files=("张三",))


def _report(client: ApiClient, **form: Any) -> Any:
    told = client.post("/signals", {"customer": "C1", "type": "price_sensitive", **form}, Accept_Language="en")
    assert told.status == 201, told.json
    return told.json


def test_a_role_sees_its_starter_list_first(zhang: ApiClient) -> None:
    items = zhang.get("/signal-types", lang="en").json["items"]
    assert len(items) == len(TYPES)
    mine = [each["is_mine"] for each in items]
    assert mine == sorted(mine, reverse=True)
    assert {each["type"] for each in items if each["is_mine"]} >= {"decision_maker_changed", "price_sensitive"}
    first = next(each for each in items if each["type"] == "decision_maker_changed")
    assert (first["label"], first["risk_label"], first["days"]) == ("Decision maker changed", "Relationship", 90)
    assert [(each["code"], each["points"]) for each in first["severities"]] == [("low", 3), ("medium", 6), ("high", 10)]


def test_a_signal_is_a_fact_with_reporter_points_and_expiry(zhang: ApiClient) -> None:
    told = _report(zhang, note="asks for 8 % off")
    assert (told["severity"], told["points"], told["points_left"], told["is_active"]) == ("low", 2, 2.0, True)
    assert (told["observed_on"], told["expires_on"]) == ("2024-06-30", "2024-08-29")
    assert (told["reporter"]["name"], told["customer"], told["is_mine"]) == (
        "张三",
        {"code": "C1", "name": "客户C1"},
        True,
    )
    stored = CURRENT["signal"]._default_manager.values_list("source", "signal_type", "points", "reporter").get()
    assert stored == ("signals", "price_sensitive", 2, f"person:{zhang.person.pk}")
    assert Audit.objects.filter(verb="signals.report", subject="customer:C1").count() == 1


def test_the_same_again_on_the_same_day_corrects_it(zhang: ApiClient) -> None:
    first, second = _report(zhang), _report(zhang, severity="high")
    assert (first["id"], second["points"]) == (second["id"], 7)
    assert _report(zhang, observed_on="2024-06-01")["id"] != first["id"]


def test_what_is_reported_is_supplied_and_deducted(zhang: ApiClient) -> None:
    def seen() -> tuple[int, int | None]:
        return _assessed()

    assert supply_at(TODAY, last_batch())["signal"].state == "not_supplied"
    before = seen()
    _report(zhang, type="attitude_turned", severity="high")
    assert supply_at(TODAY, last_batch())["signal"].state == "supplied"
    points, score = seen()
    assert (before[0], points) == (0, 10)
    assert before[1] is not None
    assert score == before[1] - 10_00


def _assessed() -> tuple[int, int | None]:
    from kedun.assessments.models import Assessment

    walk(Errand(TODAY, "postgres", FixedClock(NOW)))
    found = Assessment.objects.get(customer_id=CURRENT["customer"]._default_manager.get(code="C1").pk)
    return found.signal_points, found.score


def test_signals_are_listed_filtered_and_paged(zhang: ApiClient) -> None:
    admin = client_of("administrator", language="en")
    _report(zhang)
    _report(zhang, type="attitude_turned", observed_on="2024-01-02")
    _report(admin, customer="C2", type="looks_like_shell")
    listed = admin.get("/signals").json
    assert ([each["customer"]["code"] for each in listed["items"]], listed["total"]) == (["C2", "C1", "C1"], 3)
    first = admin.get("/signals", limit=2).json
    rest = admin.get("/signals", limit=2, cursor=first["next_cursor"]).json
    assert [each["type"] for each in rest["items"]] == ["attitude_turned"]
    assert _types(admin, state="active") == ["looks_like_shell", "price_sensitive"]
    assert _types(admin, state="expired") == ["attitude_turned"]
    assert _types(admin, customer="C2") == ["looks_like_shell"]
    assert _types(admin, type="price_sensitive") == ["price_sensitive"]
    assert _types(admin, mine=True) == ["looks_like_shell"]


def _types(client: ApiClient, **query: Any) -> list[str]:
    return [each["type"] for each in client.get("/signals", **query).json["items"]]


def test_a_sales_person_sees_and_reports_of_own_customers_only(zhang: ApiClient) -> None:
    told = zhang.post("/signals", {"customer": "C2", "type": "price_sensitive"})
    assert (told.status, told.json["code"]) == (404, "customer_not_known")
    unknown = zhang.post("/signals", {"customer": "C9", "type": "price_sensitive"})
    assert (unknown.status, unknown.json["code"]) == (404, "customer_not_known")
    admin = client_of("administrator")
    foreign = _report(admin, customer="C2")
    assert zhang.get("/signals").json["total"] == 0
    assert zhang.delete(f"/signals/{foreign['id']}").json["code"] == "signal_missing"


def test_whoever_reported_withdraws(zhang: ApiClient) -> None:
    number = _report(zhang)["id"]
    other = client_of("administrator").delete(f"/signals/{number}")
    assert (other.status, other.json["code"]) == (403, "not_your_signal")
    assert zhang.delete(f"/signals/{number}").status == 204
    assert zhang.delete(f"/signals/{number}").status == 204
    assert zhang.get("/signals").json["items"] == []
    assert HISTORY["signal"]._default_manager.count() == 1, "what was reported stays in the history"
    assert Audit.objects.filter(verb="signals.withdraw").count() == 1
    assert _report(zhang)["id"] == number, "reported again, it counts again"


@pytest.mark.parametrize(
    ("form", "code"),
    [
        pytest.param({"type": "bad_weather"}, "signal_type_unknown", id="no such signal"),
        pytest.param({"severity": "mortal"}, "bad_fields", id="no such severity"),
        pytest.param({"observed_on": "2024-07-01"}, "observed_on_not_possible", id="tomorrow"),
        pytest.param({"observed_on": "2023-06-30"}, "observed_on_not_possible", id="more than a year ago"),
        pytest.param({"note": "x" * 501}, "bad_fields", id="a long note"),
    ],
)
def test_what_is_no_report_is_refused(zhang: ApiClient, form: dict[str, Any], code: str) -> None:
    told = zhang.post("/signals", {"customer": "C1", "type": "price_sensitive", **form})
    assert (told.status, told.json["code"]) == (422, code)


def test_an_outside_expert_sees_no_names_and_nothing_that_people_wrote(zhang: ApiClient) -> None:
    expert = client_of("outside_expert")
    client_of("administrator").put(f"/customers/C1/readers/{expert.person.pk}", {})
    assert _report(zhang, note="老李要走了")["note"] == "老李要走了"
    told = expert.get("/signals").json
    (seen,) = told["items"]
    assert (seen["customer"], seen["note"]) == ({"code": "C1", "name": None}, None)
    assert told["masked"] == ["customer.name", "note"]
    assert expert.post("/signals", {"customer": "C1", "type": "price_sensitive"}).status == 403


def test_a_program_reports_too(house_of_signals: None) -> None:
    told = _report(key_client("writer"))
    assert told["reporter"]["name"] == "test"


def test_without_a_list_nothing_can_be_reported(db: None) -> None:
    told = client_of("administrator").get("/signal-types")
    assert (told.status, told.json["code"]) == (503, "signals_not_set_up")


def test_a_signal_is_taken_back_like_any_fact(zhang: ApiClient) -> None:
    _report(zhang)
    undo([last_batch()], source="signals", actor="bob")
    assert supply_at(TODAY, last_batch())["signal"].state == "not_supplied"


def test_points_by_severity() -> None:
    found: SignalType = TYPES["price_sensitive"]
    assert [found.points_of(each) for each in ("low", "medium", "high")] == [2, 4, 7]
