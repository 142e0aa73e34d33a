"""One small company for the tests that only look at it."""

from collections.abc import Callable, Mapping
from datetime import date

import duckdb
import pytest

from kedun.kernel.days import Day, to_day
from kedun.sample import Company, generate

UNTIL: Day = to_day(date(2026, 9, 16))
START: Day = to_day(date(2023, 9, 1))

Cell = float | str | None
Ask = Callable[[str], list[tuple[Cell, ...]]]
"""Puts a question in SQL to the tables of a company; `truth` is one of them, `fate` says who is falling."""

RESERVED: Mapping[str, str] = {"order": "orders", "check": "checks"}


@pytest.fixture(scope="session")
def company() -> Company:
    return generate(customers=1200, seed=7, start=START, until=UNTIL)


@pytest.fixture(scope="session")
def ask(company: Company) -> Ask:
    connection = duckdb.connect()
    for kind, table in company.tables.items():
        connection.register(RESERVED.get(kind, kind), table)
    connection.register("truth", company.truth)
    connection.sql(
        "create view fate as select customer, (defaulted_on is not null and cause <> 'fraud') falling from truth"
    )
    return lambda question: connection.sql(question).fetchall()
