"""Short ways to say a verdict or an alert in a test."""

from dataclasses import replace
from datetime import UTC, datetime

from django.apps import apps

from kedun.alerts.decide import AlertState, CustomerVerdict
from kedun.kernel.clock import FixedClock

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
TODAY = 20_514
"""2026-03-02, the day it is at NOON in Shanghai."""

CLOCK = FixedClock(NOON)
FIRED = CustomerVerdict(
    customer_id=1,
    rule_key="overdue_30",
    rule_version=1,
    verdict="fired",
    severity="high",
    risk_type="credit",
    evidence={"overdue_days_max": 31},
)
CLEAR = replace(FIRED, verdict="clear", evidence={"overdue_days_max": 0})
UNKNOWN = replace(FIRED, verdict="unknown", evidence={"overdue_days_max": None})
OPEN = AlertState(
    alert_id=7,
    customer_id=1,
    rule_key="overdue_30",
    rule_version=1,
    state="open",
    severity="high",
    evidence={"overdue_days_max": 31},
    assessed_as_of=100,
    assessed_batch=5,
)
ACKNOWLEDGED = replace(OPEN, state="acknowledged")
SNOOZED = replace(OPEN, state="snoozed", snoozed_until=110)
RESOLVED = replace(OPEN, state="resolved", closed_as_of=100)
CLEARED = replace(OPEN, state="cleared", closed_as_of=100)


def customer(code: str) -> int:
    """Store a customer; gives the id."""
    row = apps.get_model("facts", "Customer").objects.create(
        source="test", external_id=code, code=code, known_from_batch=1
    )
    return int(row.pk)
