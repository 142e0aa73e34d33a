"""The sample company: one digest from three engines, on any day, before and after corrections of money, groups and currencies.

250 customers on three days; KEDUN_SAMPLE=5000 asks for 5,000 on six, which takes many minutes.
"""

import os
from datetime import date
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from kedun.assessments.assessed import Assessed, digest
from kedun.assessments.policy import Policy
from kedun.facts import queries
from kedun.facts.actions import Delivery, upsert
from kedun.kernel.days import Day, to_day
from kedun.sample import Company, generate
from tests.assessments.engines import assess_everywhere, question, starter_policy

UNTIL = to_day(date(2026, 9, 30))
FEW: Final = 250
CUSTOMERS = int(os.environ.get("KEDUN_SAMPLE", FEW))
IS_WHOLE = CUSTOMERS > FEW
MORE_DAYS = (date(2026, 4, 30), date(2026, 6, 15), date(2026, 7, 31)) if IS_WHOLE else ()
DAYS = tuple(sorted(to_day(day) for day in (*MORE_DAYS, date(2026, 5, 31), date(2026, 8, 17), date(2026, 9, 30))))
FEWEST_INDICATORS: Final = 65


def deliver(tables: dict[str, pa.Table], company: Company) -> int:
    upsert(tables, delivery=Delivery(source="sample", actor="test", periods=company.periods))
    return queries.last_batch()


def everybody(policy: Policy, day: Day, folder: Path, *, known_at: int | None = None) -> dict[str, Assessed]:
    """Assess everyone on every engine; they must agree to the last digit."""
    everywhere = assess_everywhere(policy, question(day, known_at=known_at), folder)
    assert {len(found) for found in everywhere.values()} == {CUSTOMERS}
    assert len({digest(found.values()) for found in everywhere.values()}) == 1
    return dict(next(iter(everywhere.values())))


def with_column(table: pa.Table, name: str, values: pa.ChunkedArray) -> pa.Table:
    return table.set_column(table.schema.get_field_index(name), name, values)


def corrections(company: Company) -> dict[str, pa.Table]:
    """Some payments were twice as high, every other member is of the first group, and what was in dollars was in euros."""
    payments, members, invoices = (company.tables[kind] for kind in ("payment", "group_member", "invoice"))
    some = payments.filter(pc.equal(pc.bit_wise_and(payments["paid_on"], 7), 0))
    others = members.take(pa.array(range(0, members.num_rows, 2)))
    dollars = invoices.filter(pc.equal(invoices["currency"], "USD"))
    first = pa.chunked_array([[members["group"][0].as_py()] * others.num_rows])
    return {
        "payment": with_column(some, "amount_minor", pc.multiply(some["amount_minor"], 2)),
        "group_member": with_column(others, "group", first),
        "invoice": with_column(dollars, "currency", pa.chunked_array([["EUR"] * dollars.num_rows])),
    }


@pytest.mark.slow
@pytest.mark.django_db
def test_three_engines_give_one_digest_now_and_then(tmp_path: Path) -> None:
    company = generate(customers=CUSTOMERS, months=8, seed=7, until=UNTIL)
    before = deliver(dict(company.tables), company)
    policy = starter_policy()
    assert len(policy.indicators.indicators) >= FEWEST_INDICATORS
    believed = {day: everybody(policy, day, tmp_path) for day in DAYS}
    assert len({digest(found.values()) for found in believed.values()}) == len(DAYS)
    read = {
        key for found in believed.values() for each in found.values() for key, value in each.readings.items() if value
    }
    assert len(read) >= FEWEST_INDICATORS, "most of them say something here"

    newest, known = believed[UNTIL], {before: believed[UNTIL]}
    for kind, table in corrections(company).items():
        batch = deliver({kind: table}, company)
        known[batch], earlier = everybody(policy, UNTIL, tmp_path), newest
        newest = known[batch]
        assert digest(newest.values()) != digest(earlier.values()), f"the correction of {kind} changes readings"
    travels = [(day, before, believed[day]) for day in (DAYS if IS_WHOLE else DAYS[:1])]
    travels += [(UNTIL, batch, found) for batch, found in known.items() if IS_WHOLE or batch == before]
    for day, batch, found in travels:
        assert digest(everybody(policy, day, tmp_path, known_at=batch).values()) == digest(found.values())
