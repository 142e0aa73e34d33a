"""Accounts of random ledgers: any two days add up, and both ends are what the engines say.

KEDUN_PAIRS=560 asks for 5,040 accounts of nine customers between random days; the default is a sample of them.
"""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from pytest_django import DjangoDbBlocker

from kedun.assessments.assessed import Assessed, line
from kedun.assessments.change.account import legs, mark
from kedun.assessments.change.store import End, score_changes
from kedun.assessments.policy import Policy, compile_policy
from tests.assessments.accounts import check, delivered, everybody
from tests.assessments.engines import assess_on, question, shipped_documents, shipped_policy
from tests.assessments.random_books import TODAY, corrected, in_one, ledger, shared_facts
from tests.case_files import undone

pytestmark = pytest.mark.django_db

LEDGERS = 3
PAIRS = int(os.environ.get("KEDUN_PAIRS", "20"))


@pytest.fixture(scope="module")
def book(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[list[int]]:
    """Random ledgers in four deliveries, two of which say otherwise about what was said before; gives their batches."""
    first = [ledger(seed) for seed in range(LEDGERS)]
    with undone(django_db_blocker):
        halves = [{kind: rows[part::2] for kind, rows in in_one(first).items()} for part in (0, 1)]
        again = [in_one([corrected(each, seed + n) for n, each in enumerate(first)]) for seed in (100, 200)]
        yield [
            delivered({**halves[0], **shared_facts()}, until=TODAY - 60),
            delivered(halves[1], until=TODAY - 30),
            *(delivered(each, until=TODAY) for each in again),
        ]


def heavier(item: int) -> Policy:
    """The shipped policy, but for one item of its card that weighs three times as much."""
    documents = shipped_documents()
    documents["scorecard"]["items"][item]["weight"] *= 3
    return compile_policy(documents)


def test_any_two_days_add_up(book: list[int]) -> None:
    """Nine customers between random days, each as known at some delivery, by some policy; then 5,000 ways over all scores found."""
    chance, policies = Random(20), (shipped_policy(), heavier(0), heavier(2))  # noqa: S311 - not a secret
    card = policies[0].placing.card
    marks = []
    asked = 0
    for _ in range(PAIRS):
        old, new = sorted(chance.sample(range(TODAY - 400, TODAY + 1), 2))
        then, now = sorted(chance.choices(book, k=2))
        before, after = chance.choices(policies, k=2)
        for each in score_changes(everybody(), End(old, then, before), End(new, now, after)):
            check(each)
            asked += 1
            marks += [
                mark(card, step.points, score=step.score, low=step.low, high=step.high) for step in each.steps if step
            ]
    assert asked == PAIRS * len(everybody())
    assert sum(each.score is not None for each in marks) > 400
    for _ in range(5_000):
        way = chance.choices(marks, k=5)
        there = [each.score for each in way if each.score is not None]
        told = legs(way)
        assert sum(leg.change for leg in told) == (there[-1] - there[0] if there else 0)
        assert all(leg.change == leg.signals + sum(leg.items.values()) for leg in told)


def alone(each: Assessed, policy: Policy) -> Assessed:
    """Leave out what rests on the group or the whole book: an account looks at one customer."""
    program = policy.indicators
    further = {key for key, of in program.indicators.items() if of.group | of.book} | {*program.group, *program.book}
    readings = {key: value for key, value in each.readings.items() if key not in further}
    verdicts = tuple(verdict for verdict in each.verdicts if not further & verdict.evidence.keys())
    return replace(each, readings=readings, verdicts=verdicts)


@pytest.mark.parametrize("ends", [(TODAY - 30, TODAY), (TODAY - 200, TODAY - 1)], ids=["a month", "half a year"])
def test_both_ends_are_what_everybody_else_computes(book: list[int], ends: tuple[int, int], tmp_path: Path) -> None:
    policy, cards = shipped_policy(), everybody()
    found = list(score_changes(cards, End(ends[0], book[1], policy), End(ends[1], book[2], policy)))
    for place, (day, batch) in ((0, (ends[0], book[1])), (-1, (ends[1], book[2]))):
        wanted = assess_on("postgres", policy, question(day, known_at=batch), tmp_path)
        steps = [each.steps[place] for each in found]
        told = {step.code: line(alone(step, policy)) for step in steps if step}
        assert told == {code: line(alone(each, policy)) for code, each in wanted.items()}
