"""A property: on random ledgers all engines give one digest, on any day, by any knowledge, for the book and for a few."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from kedun.assessments.assessed import Assessed, digest, line
from kedun.assessments.store import EngineName
from kedun.facts.actions import Delivery, upsert
from kedun.facts.kinds import KINDS
from kedun.facts.queries import customer_ids, last_batch
from tests.assessments.engines import ENGINES, assess_everywhere, question, shipped_policy
from tests.assessments.random_books import CUSTOMERS, TODAY, Book, corrected, in_one, ledger, shared_facts
from tests.case_files import tables, undone

pytestmark = pytest.mark.django_db

LEDGERS = 12
PERIODS = {name: (TODAY - 1_200, TODAY - 20) for name, kind in KINDS.items() if kind.event_on}


@dataclass(frozen=True)
class Stored:
    """Where the mirror lies, and the batch before the second delivery."""

    folder: Path
    before: int


def delivered(facts: Book) -> int:
    upsert(tables(facts), delivery=Delivery(source="random", actor="test", periods=PERIODS))
    return last_batch()


@pytest.fixture(scope="module")
def stored(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Stored]:
    """Two deliveries of all ledgers; the second says otherwise about the first row of every kind."""
    first = [ledger(seed) for seed in range(LEDGERS)]
    again = [corrected(book, 100 + seed) for seed, book in enumerate(first)]
    with undone(django_db_blocker):
        before = delivered({**in_one(first), **shared_facts()})
        delivered(in_one(again))
        yield Stored(tmp_path_factory.mktemp("mirror"), before)


def unlike(everywhere: Mapping[EngineName, Mapping[str, Assessed]]) -> dict[str, list[str]]:
    """Give the lines of every customer on whom the engines disagree."""
    codes = {code for found in everywhere.values() for code in found}
    lines = {code: [line(found[code]) if code in found else "" for found in everywhere.values()] for code in codes}
    return {code: each for code, each in lines.items() if len(set(each)) > 1}


@pytest.mark.parametrize("day", [TODAY, TODAY - 33], ids=lambda day: f"day {day - TODAY}")
@pytest.mark.parametrize("is_past", [False, True], ids=["now", "before the second delivery"])
def test_all_engines_agree(stored: Stored, day: int, is_past: bool) -> None:
    asked = question(day, known_at=stored.before if is_past else None)
    everywhere = assess_everywhere(shipped_policy(), asked, stored.folder)
    assert unlike(everywhere) == {}
    assert len({digest(found.values()) for found in everywhere.values()}) == 1
    assert len(everywhere["python"]) == LEDGERS * len(CUSTOMERS)


def test_a_few_customers_read_the_same_as_in_the_whole_book(stored: Stored) -> None:
    codes = ["00/A", "05/B", "11/C"]
    few = tuple(customer_ids(codes).values())
    whole = assess_everywhere(shipped_policy(), question(TODAY), stored.folder)["duckdb"]
    for engine, found in assess_everywhere(shipped_policy(), question(TODAY, customers=few), stored.folder).items():
        assert {code: line(each) for code, each in found.items()} == {code: line(whole[code]) for code in codes}, engine


def test_the_random_ledgers_are_not_all_empty(stored: Stored) -> None:
    found = assess_everywhere(shipped_policy(), question(TODAY), stored.folder)["python"].values()
    telling = {key for each in found for key, value in each.readings.items() if value}
    assert {key for each in found for key in each.readings} - telling == set()


def test_engines_are_all_asked() -> None:
    assert ENGINES == ("postgres", "duckdb", "python")
