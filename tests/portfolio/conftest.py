"""What tests of pages stand on: one book for all tests of a module, on one day."""

from collections.abc import Iterator

import pytest
from pytest_django import DjangoDbBlocker

from tests.portfolio.sample_book import NOW, SampleBook, opened


@pytest.fixture(scope="module")
def stored_book(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[SampleBook]:
    with opened(django_db_blocker) as found:
        yield found


@pytest.fixture
def book(stored_book: SampleBook, db: None, monkeypatch: pytest.MonkeyPatch) -> SampleBook:
    """The book on its day."""
    monkeypatch.setenv("KEDUN_NOW", NOW)
    return stored_book
