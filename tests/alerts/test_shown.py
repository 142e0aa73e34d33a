"""An alert as JSON: scripts depend on this shape."""

from dataclasses import replace
from datetime import timedelta

from kedun.alerts.shown import AlertRecord, to_json
from tests.alerts.builders import NOON, TODAY

RECORD = AlertRecord(
    id=7,
    customer_id=1,
    rule_key="overdue_30",
    occurrence=2,
    rule_version_opened=1,
    rule_version=3,
    state="open",
    severity="high",
    risk_type="credit",
    owner="",
    evidence={"overdue_days_max": 31},
    opened_as_of=TODAY,
    opened_at=NOON,
    opened_batch=5,
    fact_at=NOON - timedelta(milliseconds=250),
    assessed_as_of=TODAY + 1,
    assessed_batch=6,
    updated_at=NOON,
    acknowledged_by="",
    acknowledged_at=None,
    snoozed_until=None,
    closed_as_of=None,
    closed_at=None,
    closing_reason="",
    closing_note="",
    revision=4,
)
AT = "2026-03-02T04:00:00+00:00"


def test_open_alert() -> None:
    assert to_json(RECORD) == {
        "id": 7,
        "customer_id": 1,
        "rule": "overdue_30",
        "occurrence": 2,
        "rule_version": {"opened": 1, "last": 3},
        "state": "open",
        "severity": "high",
        "risk_type": "credit",
        "owner": None,
        "opened": {"as_of": "2026-03-02", "at": AT, "known_at": 5},
        "last_change": {"as_of": "2026-03-03", "at": AT, "known_at": 6},
        "fact_at": "2026-03-02T03:59:59.750000+00:00",
        "latency_seconds": 0.25,
        "acknowledged": None,
        "snoozed_until": None,
        "closed": None,
        "revision": 4,
        "evidence": {"overdue_days_max": 31},
    }


def test_what_people_did_is_shown() -> None:
    resolved = replace(
        RECORD,
        state="resolved",
        fact_at=None,
        owner="bob",
        acknowledged_by="alice",
        acknowledged_at=NOON,
        snoozed_until=TODAY + 2,
        closed_as_of=TODAY,
        closed_at=NOON,
        closing_reason="paid",
        closing_note="wired",
    )
    shown = to_json(resolved)
    assert shown["owner"] == "bob"
    assert shown["acknowledged"] == {"by": "alice", "at": AT}
    assert shown["snoozed_until"] == "2026-03-04"
    assert shown["closed"] == {"as_of": "2026-03-02", "at": AT, "reason": "paid", "note": "wired"}
    assert (shown["fact_at"], shown["latency_seconds"]) == (None, None)
