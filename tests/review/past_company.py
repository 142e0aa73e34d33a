"""A sample company with a past that has matured, and policies with rules planted in them."""

from copy import deepcopy
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import yaml

from kedun.facts.actions import Delivery, upsert
from kedun.kernel.days import Day, to_day
from kedun.kernel.hashing import Json
from kedun.pipeline.starter import load_definitions
from kedun.review.terms import Terms
from kedun.sample.company import generate
from tests.assessments.engines import shipped_documents
from tests.pipeline.small_house import clock_on

START, UNTIL = to_day(date(2023, 1, 1)), to_day(date(2024, 12, 31))
DAYS: tuple[Day, ...] = tuple(to_day(date(2024, month, end)) for month, end in ((3, 31), (4, 30), (5, 31), (6, 30)))
TODAY = UNTIL + 5
CUSTOMERS = 60
TERMS = Terms(margin_permille=100, avoided_permille=600)
RULE: dict[str, Any] = {
    "severity": "low", "risk_type": "credit", "source": "docs/why/outcomes.md", "recipients": ["sales"],
}  # fmt: skip
PLANTED = {
    "planted_good": {"when": "overdue_days_max > 15", "label": {"zh": "好规则", "en": "Good rule"}, **deepcopy(RULE)},
    "planted_bad": {"when": "order_count_12m > 20", "label": {"zh": "坏规则", "en": "Bad rule"}, **deepcopy(RULE)},
}


def open_company() -> pa.Table:
    """Take in the company's facts and the starter policy; gives the truth."""
    made = generate(customers=CUSTOMERS, seed=5, start=START, until=UNTIL)
    upsert(made.tables, delivery=Delivery(source="sample", actor="test", periods=made.periods))
    load_definitions(clock_on(TODAY))
    return made.truth


LOST_DAYS: tuple[Day, ...] = tuple(
    to_day(date(2023, month, end)) for month, end in ((8, 31), (9, 30), (10, 31), (11, 30))
)
LOST_TERMS = Terms(horizon_days=365, margin_permille=100, avoided_permille=600, overdue_loss_permille=0)
"""A year ahead, and nothing is lost but what is written off: so that the truth alone tells every loss."""
OTHERS = 40


def open_lost_company() -> pa.Table:
    """Take in those customers of a larger company who cost it money, and some others; gives their truth."""
    made = generate(customers=300, seed=7, start=START, until=UNTIL)
    lost = pc.greater(made.truth["written_off_minor"], 0)
    chosen = pa.concat_tables([made.truth.filter(lost), made.truth.filter(pc.invert(lost)).slice(0, OTHERS)])
    tables = {kind: _only(kind, table, chosen["customer"]) for kind, table in made.tables.items()}
    upsert(tables, delivery=Delivery(source="sample", actor="test", periods=made.periods))
    load_definitions(clock_on(TODAY))
    return chosen


def _only(kind: str, table: pa.Table, customers: pa.ChunkedArray) -> pa.Table:
    name = "external_id" if kind == "customer" else "customer"
    return table.filter(pc.is_in(table[name], customers)) if name in table.column_names else table


def with_planted() -> dict[str, Any]:
    documents = deepcopy(shipped_documents())
    documents["rules"]["rules"] |= PLANTED
    return documents


def rules_text() -> str:
    """The shipped rules and the planted ones, as text."""
    body: Json = with_planted()["rules"]
    return yaml.safe_dump(body, allow_unicode=True)
