"""A house with a few customers whose bills fall due, and ways to deliver to it and to look at what came out."""

import shutil
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from kedun.alerts.queries import of_customer
from kedun.facts.actions import Delivery, upsert
from kedun.facts.kinds import KINDS
from kedun.facts.queries import customer_ids
from kedun.kernel.clock import FixedClock, today
from kedun.kernel.days import Day, to_day
from kedun.pipeline.starter import STARTER, load_definitions
from tests.case_files import tables

START = to_day(date(2025, 6, 16))
"""A Monday in the middle of a month."""

Row = Mapping[str, Any]
PERIODS = {name: (START - 900, START) for name, kind in KINDS.items() if kind.event_on}


def clock_on(day: Day) -> FixedClock:
    """Noon in Shanghai on a day."""
    return FixedClock(datetime(1970, 1, 1, 4, tzinfo=UTC) + timedelta(days=day))


def open_house() -> None:
    load_definitions(clock_on(START))


def receive(periods: Mapping[str, tuple[Day, Day]] | None = None, **facts: Sequence[Row]) -> int:
    """Deliver rows by kind; gives the batch."""
    delivery = Delivery(source="house", actor="test", periods=PERIODS if periods is None else periods)
    return upsert(tables(facts), delivery=delivery).batches[-1]


def customer(code: str) -> Row:
    return {"external_id": code, "name": f"客户{code}"}


def bill(code: str, *, due_on: Day, amount: str = "1000.00", number: str = "1") -> Row:
    name = f"{code}-{number}"
    return {
        "external_id": name, "customer": code, "document_no": name, "issue_on": due_on - 30, "stated_due_on": due_on,
        "amount": amount,
    }  # fmt: skip


def paid(code: str, *, on: Day, amount: str = "1000.00", number: str = "1") -> Row:
    name = f"{code}-{number}"
    return {"external_id": f"P{name}", "customer": code, "document_no": name, "paid_on": on, "amount": amount}


def number_of(code: str) -> int:
    return customer_ids([code])[code]


def alerts(code: str, rule: str = "overdue_30_days") -> list[str]:
    """The states of a customer's alerts of one rule, oldest first."""
    return [each.state for each in reversed(of_customer(number_of(code))) if each.rule_key == rule]


def day_of(clock: FixedClock) -> Day:
    return today(clock)


POISON = {
    "measures": '  squared: {fact: invoice, sum: "amount_minor * amount_minor"}\n',
    "indicators": "  squared: {dimension: financial, unit: count, worse: higher, source: here, label: {zh: 平方, en: Square}}\n",
}
TOO_MUCH = "99999999999.00"
"""The amount of a bill whose square is no number of the database any more."""


def poisoned(folder: Path) -> Path:
    """Write the shipped definitions with a reading that cannot be computed for a customer with too large a bill."""
    policy = folder / "policy"
    shutil.copytree(STARTER, policy)
    text = (policy / "indicators.yaml").read_text(encoding="utf-8")
    for part, line in POISON.items():
        text = text.replace(f"\n{part}:\n", f"\n{part}:\n{line}", 1)
    (policy / "indicators.yaml").write_text(text, encoding="utf-8")
    return policy
