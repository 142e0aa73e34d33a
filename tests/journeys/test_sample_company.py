"""The sample company, 500 customers or as many as KEDUN_SAMPLE says: one digest from three engines, on any day, before and after a correction."""

import os
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from kedun.assessments.assessed import digest
from kedun.assessments.policy import Policy
from kedun.facts import queries
from kedun.facts.actions import Delivery, upsert
from kedun.kernel.days import Day, to_day
from kedun.sample import Company, generate
from tests.assessments.engines import assess_everywhere, question, starter_policy

UNTIL = to_day(date(2026, 9, 30))
DAYS = (to_day(date(2026, 5, 31)), to_day(date(2026, 8, 17)), UNTIL)
CUSTOMERS = int(os.environ.get("KEDUN_SAMPLE", "500"))


def deliver(tables: dict[str, pa.Table], company: Company) -> int:
    upsert(tables, delivery=Delivery(source="sample", actor="test", periods=company.periods))
    return queries.last_batch()


def one_digest(policy: Policy, day: Day, folder: Path, *, known_at: int | None = None) -> str:
    """Assess everyone on every engine; they must agree."""
    everywhere = assess_everywhere(policy, question(day, known_at=known_at), folder)
    assert {len(found) for found in everywhere.values()} == {CUSTOMERS}
    digests = {digest(found.values()) for found in everywhere.values()}
    assert len(digests) == 1
    return digests.pop()


@pytest.mark.slow
@pytest.mark.django_db
def test_three_engines_give_one_digest_now_and_then(tmp_path: Path) -> None:
    company = generate(customers=CUSTOMERS, months=8, seed=7, until=UNTIL)
    before = deliver(dict(company.tables), company)
    policy = starter_policy()
    believed = {day: one_digest(policy, day, tmp_path) for day in DAYS}
    assert len(set(believed.values())) == len(DAYS)

    payments = company.tables["payment"]
    some = payments.filter(pc.equal(pc.bit_wise_and(payments["paid_on"], 7), 0))
    doubled = some.set_column(
        some.schema.get_field_index("amount_minor"), "amount_minor", pc.multiply(some["amount_minor"], 2)
    )
    deliver({"payment": doubled}, company)

    corrected = one_digest(policy, UNTIL, tmp_path)
    assert corrected != believed[UNTIL], "the correction changes readings"
    assert one_digest(policy, UNTIL, tmp_path, known_at=before) == believed[UNTIL]
    assert one_digest(policy, DAYS[0], tmp_path, known_at=before) == believed[DAYS[0]]
