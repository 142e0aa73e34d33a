"""The databases that expressions are compared on, and how long hypothesis searches."""

import os
from collections.abc import Iterator

import duckdb
import psycopg
import pytest
from django.conf import settings
from hypothesis import HealthCheck
from hypothesis import settings as search

from tests.expressions.engines import Engines

QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
search.register_profile(
    "steady", derandomize=True, deadline=None, database=None, max_examples=60, suppress_health_check=QUIET
)
search.register_profile("search", deadline=None, database=None, max_examples=1_000, suppress_health_check=QUIET)
# KEDUN_HYPOTHESIS=search looks at new expressions on every run; the default repeats the same ones.
search.load_profile(os.environ.get("KEDUN_HYPOTHESIS", "steady"))


@pytest.fixture(scope="session")
def engines() -> Iterator[Engines]:
    given = settings.DATABASES["default"]
    with (
        psycopg.connect(
            dbname="postgres",  # nothing is stored; the application's database may not exist yet
            user=given["USER"] or None,
            password=given["PASSWORD"] or None,
            host=given["HOST"] or None,
            port=given["PORT"] or None,
            autocommit=True,
        ) as postgres,
        duckdb.connect() as book,
    ):
        yield Engines(postgres, book)
