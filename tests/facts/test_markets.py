"""An event of an industry or a region reaches the customers there: at once, and none else."""

import pytest

from kedun.facts.actions import forget_stale
from kedun.facts.knowledge.store import known_rows
from kedun.facts.queries import customer_codes, customer_ids, last_batch, stale_customers
from tests.facts.deliveries import Value, customer, deliver

pytestmark = pytest.mark.django_db
CUSTOMERS = {
    "customer": [
        customer("A", industry="钢铁", region="浙江省宁波市"),
        customer("B", industry="纺织", region="浙江"),
        customer("C", industry="钢铁", region="江苏省"),
        customer("D", industry="浙江", region=""),
    ]
}


def event(external_id: str, covers: str, market: str, **fields: Value) -> dict[str, Value]:
    told: dict[str, Value] = {"event_type": "policy_change", "impact": 3, "observed_on": 20_000}
    return {"external_id": external_id, "covers": covers, "market": market, **told, **fields}


def _waiting() -> list[str]:
    waiting = [each.customer_id for each in stale_customers()]
    return sorted(customer_codes(waiting)[each] for each in waiting)


@pytest.mark.parametrize(
    ("covers", "market", "reached"),
    [
        ("industry", "钢铁", ["A", "C"]),
        ("industry", "浙江", ["D"]),
        ("region", "浙江", ["A", "B"]),
        ("region", "浙江省", ["A"]),
        ("region", "浙江省宁波市鄞州区", []),
        ("region", "浙", []),
        ("region", "钢铁", []),
    ],
)
def test_an_event_reaches_the_customers_of_its_market_at_once(covers: str, market: str, reached: list[str]) -> None:
    deliver(CUSTOMERS)
    forget_stale(None, up_to_batch=last_batch())
    deliver({"market_event": [event("M1", covers, market)]})
    assert _waiting() == reached
    ids = customer_ids(["A", "B", "C", "D"])
    rows = known_rows({"market_event"}, list(ids.values()), known_at=None)
    assert sorted(code for code, at in ids.items() if rows[at]["market_event"]) == reached


def test_an_event_that_is_told_of_another_market_reaches_those_of_both() -> None:
    deliver(CUSTOMERS | {"market_event": [event("M1", "industry", "纺织")]})
    forget_stale(None, up_to_batch=last_batch())
    deliver({"market_event": [event("M1", "region", "江苏")]})
    assert _waiting() == ["B", "C"]


def test_a_file_of_other_facts_reaches_nobody_else() -> None:
    deliver(CUSTOMERS | {"market_event": [event("M1", "industry", "纺织")]})
    forget_stale(None, up_to_batch=last_batch())
    deliver({"market_event": [event("M1", "industry", "纺织")], "customer": [customer("E")]})
    assert _waiting() == ["E"]
