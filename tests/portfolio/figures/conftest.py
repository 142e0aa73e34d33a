"""Tests change rows behind the back of batches, so no answer is kept from one to the next."""

import pytest

from kedun.portfolio.figures import queries


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    queries._found.cache_clear()
    queries._course.cache_clear()
