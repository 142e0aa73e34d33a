"""Batches by instant, supply at its edges, customers by code, versions by id."""

from datetime import UTC, datetime, timedelta

import pytest

from kedun.facts.actions import Delivery
from kedun.facts.kinds import KINDS
from kedun.facts.models import Supply as SupplyRow
from kedun.facts.queries import (
    Supply,
    UnknownLegalEntity,
    batch_at,
    customer_codes,
    customer_ids,
    day_of,
    last_batch,
    stale_customers,
    supply_at,
)
from kedun.kernel.clock import FixedClock
from kedun.kernel.days import FIRST_DAY
from tests.facts.deliveries import FROM_ERP, Value, customer, deliver, invoice, payment
from tests.facts.versions import versions_of

pytestmark = pytest.mark.django_db
FRESH = KINDS["invoice"].freshness_days
NOON = datetime(2026, 3, 1, 4, tzinfo=UTC)


def test_batches_by_instant(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (last_batch(), batch_at(NOON)) == (0, 0)
    for hour in range(2):
        monkeypatch.setenv("KEDUN_NOW", (NOON + timedelta(hours=hour)).isoformat())
        deliver({"invoice": [invoice(f"i{hour}")]})
    second = timedelta(seconds=1)
    assert [
        batch_at(NOON + hours) for hours in (-second, timedelta(0), timedelta(hours=1) - second, timedelta(hours=1))
    ] == [0, 1, 1, 2]
    assert last_batch() == 2


@pytest.mark.parametrize(
    ("as_of", "state"),
    [
        pytest.param(19_989, "not_supplied", id="the day before the first"),
        pytest.param(19_990, "supplied", id="the first day"),
        pytest.param(20_000, "supplied", id="the last day"),
        pytest.param(20_000 + FRESH, "supplied", id="the last fresh day"),
        pytest.param(20_000 + FRESH + 1, "stale", id="the day after"),
    ],
)
def test_supply_at_its_edges(as_of: int, state: str) -> None:
    deliver({"invoice": [invoice("i1", issue_on=19_990), invoice("i2", issue_on=20_000)]})
    found = supply_at(as_of, last_batch())["invoice"]
    assert (found.state, found.from_day, found.to_day) == (state, 19_990, 20_000)


def test_supply_is_seen_only_from_the_batch_that_brought_it() -> None:
    deliver({"invoice": [invoice("i1")]})
    deliver({"payment": [payment("p1")]})
    assert supply_at(20_010, 1)["payment"] == Supply("not_supplied")
    assert supply_at(20_010, 2)["payment"] == Supply("supplied", 20_010, 20_010)


def test_supply_of_two_sources_is_one_stretch() -> None:
    deliver({"invoice": [invoice("i1", issue_on=19_000)]})
    deliver({"invoice": [invoice("i1", issue_on=20_000)]}, Delivery("crm", "alice"))
    assert supply_at(19_500, 2)["invoice"] == Supply("supplied", 19_000, 20_000)


def test_kinds_without_days_are_supplied_and_kinds_known_by_checks_never() -> None:
    found = supply_at(20_000, 0)
    assert found.keys() == KINDS.keys()
    assert {kind for kind, supply in found.items() if supply.state == "supplied"} == {
        "customer",
        "customer_group",
        "person",
    }
    deliver({"legal_event": [{"external_id": "1", "customer": "1", "event_type": "lawsuit", "filed_on": 20_000}]})
    assert supply_at(20_000, 1)["legal_event"] == Supply("not_supplied")


def test_an_unchanged_delivery_makes_a_batch_only_when_it_extends_supply() -> None:
    rows = {"invoice": [invoice("i1")]}
    deliver(rows)
    assert deliver(rows).batches == ()
    assert deliver(rows, Delivery("erp", "alice", periods={"invoice": (19_990, 20_000)})).batches == (2,)
    assert deliver(rows, Delivery("erp", "alice", periods={"invoice": (19_990, 20_000)})).batches == ()
    assert SupplyRow.objects.count() == 2


def test_a_stated_period_without_rows_is_supply() -> None:
    done = deliver({}, Delivery("erp", "alice", periods={"ticket": (19_000, 20_000)}))
    assert done.batches == (1,)
    assert supply_at(19_500, 1)["ticket"] == Supply("supplied", 19_000, 20_000)


TODAY = 20_000
LIMIT: dict[str, Value] = {"external_id": "l1", "customer": "001", "limit_type": "fixed", "amount_minor": 5_000_00}
TICKET: dict[str, Value] = {"external_id": "t1", "customer": "001", "ticket_type": "complaint", "opened_on": 19_000}


@pytest.fixture
def _on_day_20000(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is noon in Shanghai on day 20,000."""
    monkeypatch.setenv("KEDUN_NOW", (datetime(1970, 1, 1, 4, tzinfo=UTC) + timedelta(days=TODAY)).isoformat())


@pytest.mark.usefixtures("_on_day_20000")
@pytest.mark.parametrize(
    ("as_of", "state"),
    [
        pytest.param(FIRST_DAY, "supplied", id="the first day of all"),
        pytest.param(15_000, "supplied", id="long before its delivery"),
        pytest.param(TODAY + KINDS["credit_limit"].freshness_days, "supplied", id="the last fresh day"),
        pytest.param(TODAY + KINDS["credit_limit"].freshness_days + 1, "stale", id="the day after"),
    ],
)
def test_limits_without_dates_are_supplied_on_every_day_until_the_end_of_their_delivery(as_of: int, state: str) -> None:
    deliver({"credit_limit": [LIMIT]})
    found = supply_at(as_of, last_batch())["credit_limit"]
    assert (found.state, found.from_day, found.to_day) == (state, FIRST_DAY, TODAY)


@pytest.mark.usefixtures("_on_day_20000")
def test_rare_events_just_delivered_are_supplied_where_an_old_export_of_invoices_is_stale() -> None:
    deliver({"ticket": [TICKET], "invoice": [invoice("i1", issue_on=19_000)]})
    found = supply_at(TODAY, last_batch())
    assert found["ticket"] == Supply("supplied", 19_000, TODAY)
    assert found["invoice"] == Supply("stale", 19_000, 19_000)
    assert supply_at(18_999, last_batch())["ticket"].state == "not_supplied"


@pytest.mark.usefixtures("_on_day_20000")
def test_rare_events_delivered_again_on_a_later_day_are_fresh_again(monkeypatch: pytest.MonkeyPatch) -> None:
    deliver({"ticket": [TICKET]})
    assert deliver({"ticket": [TICKET]}).batches == ()
    late = TODAY + KINDS["ticket"].freshness_days + 1
    monkeypatch.setenv("KEDUN_NOW", (datetime(1970, 1, 1, 4, tzinfo=UTC) + timedelta(days=late)).isoformat())
    assert supply_at(late, last_batch())["ticket"].state == "stale"
    assert deliver({"ticket": [TICKET]}).batches == (2,)
    assert supply_at(late, last_batch())["ticket"] == Supply("supplied", 19_000, late)


def test_supply_is_said_with_the_last_transaction() -> None:
    deliver({"invoice": [invoice(f"i{number}") for number in range(2_001)]})
    assert list(SupplyRow.objects.values_list("batch_id", flat=True)) == [2]


def test_customers_by_code() -> None:
    deliver({"customer": [customer("001"), customer("002")]})
    found = customer_ids(["001", "002", "003"])
    assert found.keys() == {"001", "002"}
    assert customer_codes(found.values()) == {found["001"]: "001", found["002"]: "002"}
    assert {stale.customer_id for stale in stale_customers(limit=1)} <= set(found.values())


def test_versions_of_one_source_or_of_all() -> None:
    deliver({"customer": [customer("001")]})
    deliver({"customer": [customer("001")]}, Delivery("crm", "alice"))
    deliver({"customer": [customer("001", owner="bob")]}, FROM_ERP)
    assert [(version.source, version.known_from_batch) for version in versions_of("customer", "001")] == [
        ("crm", 2), ("erp", 1), ("erp", 3),
    ]  # fmt: skip
    assert [version.source for version in versions_of("customer", "001", source="crm")] == ["crm"]
    assert versions_of("customer", "nobody") == ()


def test_the_day_at_a_legal_entity() -> None:
    late = FixedClock(datetime(2026, 2, 28, 16, tzinfo=UTC))
    assert day_of("main", late) == day_of("main", FixedClock(NOON))
    with pytest.raises(UnknownLegalEntity):
        day_of("moon")


def test_reported_on_is_the_event_day_plus_the_kinds_lag_unless_the_source_says() -> None:
    statement: dict[str, Value] = {"external_id": "s1", "customer": "001", "period_end_on": 19_000}
    deliver(
        {"statement": [statement, {**statement, "external_id": "s2", "reported_on": 19_050}], "customer": [customer()]}
    )
    assert [versions_of("statement", key)[0].values["reported_on"] for key in ("s1", "s2")] == [19_120, 19_050]
    assert versions_of("customer", "001")[0].values["reported_on"] is None
