"""The facts at once: an older mirror and what came since equal a mirror of the newest batch, row for row."""

import random
from pathlib import Path

import pytest

from kedun.facts import fresh
from kedun.facts.mirror import ensure, rebuild
from kedun.facts.mirrored.store import mirrored_tables
from kedun.facts.queries import last_batch
from tests.facts.deliveries import deliver
from tests.facts.test_mirror_follows import BOOK, random_batch

STEPS = 10


def differing(folder: Path, newest: Path) -> list[str]:
    """Name the tables that a page sees otherwise than a mirror of the newest batch has them."""
    with fresh.opened(folder) as opened:
        assert opened.batch == last_batch()
        opened.book.execute(f"ATTACH '{newest}' AS newest (READ_ONLY)")
        return [
            table.name
            for table in mirrored_tables()
            for one, other in (("", "newest."), ("newest.", ""))
            if opened.ask(f"FROM {one}{table.name} EXCEPT ALL FROM {other}{table.name}", {})
        ]


@pytest.mark.django_db
def test_a_mirror_and_what_came_since_equal_the_newest_batch(tmp_path: Path) -> None:
    dice, earlier = random.Random(3), list[int]()  # noqa: S311
    deliver(BOOK)
    ensure(tmp_path / "old")
    assert differing(tmp_path / "old", rebuild(tmp_path / "new")) == []
    for step in range(STEPS):
        random_batch(dice, earlier)
        if step == STEPS // 2:
            assert differing(tmp_path / "old", rebuild(tmp_path / "new")) == [], step
    assert differing(tmp_path / "none", rebuild(tmp_path / "new")) == []


@pytest.mark.django_db
def test_only_the_tables_asked_for_are_there(tmp_path: Path) -> None:
    deliver(BOOK)
    with fresh.opened(tmp_path, tables=("facts_invoice",)) as opened:
        ((found,),) = opened.ask("SELECT COUNT(*) FROM facts_invoice", {"unused": 1})
        assert found == len(BOOK["invoice"])
        tables = opened.ask("SELECT view_name FROM duckdb_views() WHERE NOT internal", {})
    assert tables == [("facts_invoice",)]
