"""A back-test against what nobody in the company knows: its losses are those of the hidden truth, and rules rank by them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow.parquet as parquet
import pytest
from pytest_django import DjangoDbBlocker

from kedun.assessments.policy import compile_policy
from kedun.assessments.store import Question
from kedun.assessments.store import run as assess
from kedun.facts import mirror, queries
from kedun.facts.models import CURRENT
from kedun.kernel.days import Day
from kedun.kernel.progress import Silent
from kedun.review.document import Told, document
from kedun.review.outcomes import LABELS
from kedun.review.store import run
from kedun.review.terms import stretches
from tests.assessments.engines import shipped_policy
from tests.case_files import undone
from tests.facts.refolding import refolded_on_postgres
from tests.review.past_company import LOST_DAYS, LOST_TERMS, open_lost_company, with_planted

pytestmark = pytest.mark.django_db

RULES = ("planted_good", "planted_bad")


@dataclass(frozen=True)
class Judged:
    """What the back-test told, the rows behind it, the truth by customer, and who fired when by plain Python."""

    told: Mapping[str, Any]
    rows: list[Mapping[str, Any]]
    truth: Mapping[str, Mapping[str, Any]]
    fired: Mapping[str, set[tuple[str, Day]]]

    def flag(self, key: str) -> Mapping[str, Any]:
        found: Mapping[str, Any] = next(each for each in self.told["draft"]["flags"] if each["key"] == key)
        return found

    @property
    def losers(self) -> dict[str, int]:
        return {code: row["written_off_minor"] for code, row in self.truth.items() if row["written_off_minor"]}


@pytest.fixture(scope="module")
def judged(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Judged]:
    folder = tmp_path_factory.mktemp("truth")
    with undone(django_db_blocker):
        truth = {row["customer"]: row for row in open_lost_company().to_pylist()}
        live, draft = shipped_policy(), compile_policy(with_planted())
        kept = folder / "kept.parquet"
        ran = run(
            (live, draft), stretches(LOST_DAYS), LOST_TERMS, mirror=mirror.ensure(folder), kept=kept, progress=Silent()
        )
        told = document(ran, Told("CNY", 1, (live.hash, draft.hash)), LOST_TERMS, days_covered=120)
        fired: dict[str, set[tuple[str, Day]]] = {key: set() for key in RULES}
        for day in LOST_DAYS:
            supply = queries.supply_at(day, queries.last_batch())
            asked = Question(day, None, None, supply, refolded_on_postgres(day, None))
            for each in assess(draft, asked, engine="python"):
                for verdict in each.verdicts:
                    if verdict.rule in fired and verdict.verdict == "fired":
                        fired[verdict.rule].add((each.code, day))
        yield Judged(told, parquet.read_table(kept).to_pylist(), truth, fired)


def test_all_that_is_lost_is_what_the_truth_tells(judged: Judged) -> None:
    recovered = CURRENT["bad_debt"]._default_manager.filter(entry="recovery").count()
    assert (len(judged.losers), recovered) == (4, 0)
    assert {row["currency"] for code, row in judged.truth.items() if code in judged.losers} == {"CNY"}
    assert judged.told["totals"]["loss_minor"] == sum(judged.losers.values())
    codes = queries.customer_codes({row["customer_id"] for row in judged.rows})
    written = {codes[row["customer_id"]] for row in judged.rows if LABELS[row["label"]] == "written_off"}
    assert written == set(judged.losers)


@pytest.mark.parametrize("rule", RULES)
def test_what_a_rule_catches_is_what_the_truth_tells_of_those_it_fired_on(judged: Judged, rule: str) -> None:
    caught = sum(loss for code, loss in judged.losers.items() if any(who == code for who, _ in judged.fired[rule]))
    assert judged.flag(rule)["loss_caught_minor"] == caught
    stopped = judged.flag(rule)["stopped_minor"]
    assert judged.flag(rule)["net_minor"] == (caught * 600 + 500) // 1000 - (stopped * 100 + 500) // 1000


def test_the_rules_rank_as_the_truth_ranks_them(judged: Judged) -> None:
    good, bad = (judged.flag(rule) for rule in RULES)
    assert good["loss_caught_minor"] == sum(judged.losers.values()), "it saw all of them coming"
    assert good["loss_caught_minor"] > bad["loss_caught_minor"]
    assert good["net_minor"] > bad["net_minor"]


def test_nobody_who_cost_money_counts_as_a_good_customer_stopped(judged: Judged) -> None:
    codes = queries.customer_codes({row["customer_id"] for row in judged.rows})
    good = {codes[row["customer_id"]] for row in judged.rows if LABELS[row["label"]] in ("paid", "idle")}
    assert good.isdisjoint(judged.losers)
