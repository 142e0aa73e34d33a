"""Statements are planned once per connection, for any values; writing facts leaves nothing in the catalogue."""

import pytest
from django.db import DataError, connection, transaction

from kedun.facts.prepared.store import fetch, fetch_each
from kedun.facts.store import rows
from tests.facts.deliveries import deliver, invoice

pytestmark = pytest.mark.django_db
PLANS = "SELECT COALESCE(SUM(generic_plans), 0), COALESCE(SUM(custom_plans), 0), COUNT(*) FROM pg_prepared_statements"


def plans() -> tuple[int, int, int]:
    ((generic, custom, statements),) = rows(PLANS)
    return int(generic), int(custom), int(statements)


def test_a_statement_is_planned_once_and_never_for_its_values() -> None:
    deliver({"invoice": [invoice("i1")]})
    generic, custom, statements = plans()
    deliver({"invoice": [invoice("i2")]})
    deliver({"invoice": [invoice("i3", amount="7.00"), invoice("i4")]})
    again = plans()
    assert (again[1], again[2]) == (custom, statements), "no plan for the values, no statement for their number"
    assert again[0] > generic


def test_single_facts_leave_the_catalogue_as_it_was() -> None:
    deliver({"invoice": [invoice("i1")]})
    before = rows("SELECT COUNT(*) FROM pg_class"), rows("SELECT COUNT(*) FROM pg_attribute")
    deliver({"invoice": [invoice("i2")]})
    assert (rows("SELECT COUNT(*) FROM pg_class"), rows("SELECT COUNT(*) FROM pg_attribute")) == before
    assert rows("SELECT relname FROM pg_class WHERE relpersistence = 't'") == []


def test_after_a_failure_statements_are_prepared_anew() -> None:
    asked = "SELECT 10 / %(by)s::integer"
    assert fetch(asked, {"by": 5}) == [(2,)]
    with pytest.raises(DataError), transaction.atomic():
        fetch(asked, {"by": 0})
    assert fetch(asked, {"by": 2}) == [(5,)]


def test_several_queries_answer_in_order() -> None:
    asked = "SELECT n FROM generate_series(1, %(most)s::integer) AS n"
    assert fetch_each([(asked, {"most": most}) for most in (2, 0, 1)]) == [[(1,), (2,)], [], [(1,)]]
    assert fetch_each([]) == []


def test_of_several_queries_one_that_fails_fails_them_all() -> None:
    asked = "SELECT 10 / %(by)s::integer"
    with pytest.raises(DataError), transaction.atomic():
        fetch_each([(asked, {"by": 0}), (asked, {"by": 5})])
    assert fetch_each([(asked, {"by": 5})]) == [[(2,)]]


def test_what_gives_no_rows_gives_none() -> None:
    assert fetch("CREATE TEMPORARY TABLE nothing (a integer) ON COMMIT DROP", {}) == []
    assert connection.connection is not None
