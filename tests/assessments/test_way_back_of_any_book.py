"""Whatever the facts are: on a card that looks at much, what is promised is what PostgreSQL says when the acts are facts."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from kedun.assessments.policy import Policy, compile_policy
from kedun.assessments.store import Question, run
from kedun.assessments.wayback.sorts import SORTS
from kedun.assessments.wayback.store import Imagined, Plan, Wish, plan
from kedun.facts.queries import last_batch, supply_at
from tests.assessments.accounts import delivered, everybody
from tests.assessments.done_acts import write
from tests.assessments.engines import shipped_documents
from tests.assessments.random_books import TODAY, in_one, ledger, shared_facts
from tests.case_files import undone

pytestmark = pytest.mark.django_db

LEDGERS = 16
NONE = [{"up_to": 0, "points": 100}, {"up_to": 2, "points": 50}, {"points": 0}]
SOME = [{"up_to": 0.3, "points": 0}, {"up_to": 0.9, "points": 60}, {"points": 100}]
LITTLE = [{"up_to": 0, "points": 100}, {"up_to": 0.4, "points": 60}, {"points": 0}]
LINES: Mapping[str, Any] = {
    "overdue_share": LITTLE, "overdue_days_max": NONE, "limit_utilisation": SOME, "disputed_share": LITTLE,
    "notes_at_risk_minor": NONE, "enforcement_cases": NONE, "tax_arrears_notices": NONE, "lawsuits_open": NONE,
    "unaccepted_minor": NONE, "contracts_expiring_90d": NONE, "enquiries_unanswered_90d": NONE,
    "licence_days_left": [{"up_to": 90, "points": 0}, {"points": 100}], "registry_changes_12m": NONE,
    "bad_debt_minor": NONE, "debt_to_assets": [{"up_to": 0.6, "points": 100}, {"points": 0}], "bureau_rating_points": SOME, "contract_fulfilment_rate": SOME,
    "order_frequency_change": SOME, "guaranteed_minor": [{"up_to": 0, "points": 0}, {"points": 100}],
}  # fmt: skip


@cache
def wide_policy() -> Policy:
    """A card of many lines, one of them for guarantees."""
    documents = shipped_documents()
    documents["indicators"]["measures"]["guaranteed_minor"] = {
        "fact": "relation", "sum": "amount_reporting_minor", "where": "relation_type = 'guarantor'",
    }  # fmt: skip
    documents["indicators"]["indicators"]["guaranteed_minor"] = {
        "dimension": "legal", "risk_type": "credit", "unit": "minor", "worse": "lower",
        "source": "docs/why/indicators.md", "label": {"zh": "担保金额", "en": "Guaranteed"},
    }  # fmt: skip
    documents["scorecard"]["items"] = [
        {"indicator": name, "weight": 1 + place % 3, "bins": bins} for place, (name, bins) in enumerate(LINES.items())
    ]
    return compile_policy(documents)


@pytest.fixture(scope="module")
def plans(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[list[dict[str, Plan]]]:
    """Plans for a little more and for much more than each customer has."""
    with undone(django_db_blocker):
        delivered({**in_one([ledger(seed) for seed in range(LEDGERS)]), **shared_facts()}, until=TODAY)
        yield [{code: _plan(number, code, by) for number, code in everybody().items()} for by in (600, 2_500, 10_000)]


def _plan(number: int, code: str, by: int) -> Plan:
    imagined = Imagined(number, code, Wish(TODAY, last_batch(), is_past=False, policy=wide_policy(), pay_by=TODAY + 14))
    return plan(imagined, min((imagined.score(TODAY, frozenset()) or 0) + by, 10_000))


def reassessed(plans: Mapping[str, Plan], left_out: Mapping[str, int]) -> dict[str, int | None]:
    days = {each.imagined.customer: each.day for each in plans.values()}
    with transaction.atomic():
        write(plans, left_out)
        found: dict[str, int | None] = {}
        for day in set(days.values()):
            numbers = tuple(number for number, its in days.items() if its == day)
            asked = Question(day, None, numbers, supply_at(day, last_batch()))
            found |= {each.code: each.score for each in run(wide_policy(), asked, engine="postgres")}
        transaction.set_rollback(True)
    return found


def test_what_is_promised_is_reached_and_nothing_can_be_dropped(plans: list[dict[str, Plan]]) -> None:
    for found in plans:
        ways = {code: each for code, each in found.items() if each.way}
        assert len(ways) >= LEDGERS
        assert reassessed(ways, {}) == {code: each.way.score for code, each in ways.items() if each.way}
        promised = {code: each for code, each in ways.items() if each.state == "plan"}
        hidden: set[str] = set()
        for place in range(max((len(each.way.steps) for each in promised.values() if each.way), default=0)):
            left_out = {
                code: each.way.steps[place]
                for code, each in promised.items()
                if each.way and len(each.way.steps) > place
            }
            again = reassessed({code: promised[code] for code in left_out}, left_out)
            for code, step in left_out.items():
                way, score = promised[code].way, again[code]
                assert way
                if (
                    way.without[step] is None
                ):  # time alone would hide what lowers the score: nothing is promised by these
                    hidden.add(code)
                    continue
                assert score == way.without[step], code
                assert score is None or score < promised[code].target, code
        assert len(hidden) * 10 <= len(promised)


def test_every_sort_of_act_is_asked_of_somebody(plans: list[dict[str, Plan]]) -> None:
    asked = Counter(
        each.act(step).sort for found in plans for each in found.values() if each.way for step in each.way.steps
    )
    assert set(SORTS) - set(asked) == set()
