"""A book of sixty made-up customers, assessed month by month, with people who own them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.db import connection
from pytest_django import DjangoDbBlocker

from kedun.accounts.models import Person
from kedun.facts.actions import Delivery, upsert
from kedun.facts.models import CURRENT
from kedun.kernel.days import Day, to_day
from kedun.pipeline.actions import Errand, walk
from kedun.pipeline.starter import load_definitions
from kedun.sample import generate
from tests.case_files import undone
from tests.pipeline.small_house import clock_on
from tests.web.clients import person_of

TODAY = to_day(date(2026, 9, 16))
NOW = "2026-09-16T12:00:00+08:00"
"""What KEDUN_NOW says while the book is looked at."""

CUSTOMERS = 60
ASSESSED = tuple(to_day(date(2026, *day)) for day in ((6, 30), (7, 31), (8, 31), (9, 16)))


@dataclass(frozen=True)
class SampleBook:
    """The people of the book. Alice and Bob sell, Carol leads both, Charlie sells and owns nobody."""

    alice: Person
    bob: Person
    carol: Person
    charlie: Person
    codes: tuple[str, ...]
    of_alice: frozenset[str]
    of_bob: frozenset[str]

    @property
    def today(self) -> Day:
        return TODAY


@contextmanager
def opened(blocker: DjangoDbBlocker) -> Iterator[SampleBook]:
    """Store and assess the book; all of it is gone afterwards."""
    with undone(blocker):
        load_definitions(clock_on(ASSESSED[0]))
        company = generate(customers=CUSTOMERS, months=14, seed=11, until=TODAY)
        upsert(company.tables, delivery=Delivery(source="sample", actor="test", periods=company.periods))
        for day in ASSESSED:
            walk(Errand(day, "postgres", clock_on(day)))
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # otherwise the planner takes the tables for empty
        yield _with_people()


def _with_people() -> SampleBook:
    customers = CURRENT["customer"]._default_manager.order_by("code")
    names = sorted(set(customers.values_list("owner", flat=True)) - {""})
    owned = {name: frozenset(customers.filter(owner=name).values_list("code", flat=True)) for name in names}
    first, second = sorted(names, key=lambda name: -len(owned[name]))[:2]
    alice, bob = (person_of("sales", name=name, names_in_files=(name,)) for name in (first, second))
    return SampleBook(
        alice=alice,
        bob=bob,
        carol=person_of("sales_manager", name="Carol"),
        charlie=person_of("sales", name="Charlie"),
        codes=tuple(customers.values_list("code", flat=True)),
        of_alice=owned[first],
        of_bob=owned[second],
    )
