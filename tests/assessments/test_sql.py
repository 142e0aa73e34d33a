"""The generated SQL, kept as golden text for every dialect; KEDUN_WRITE_GOLDEN=1 writes it anew."""

import os
from pathlib import Path

import pytest

from kedun.assessments.policy import compile_policy
from kedun.assessments.sql import statement
from kedun.expressions import Dialect
from kedun.facts.sources import Reach
from tests.assessments.engines import shipped_documents, shipped_policy

HERE = Path(__file__).parent
REACHES: dict[str, tuple[Dialect, bool, bool]] = {
    "postgres_one": ("postgres", False, True),
    "postgres_past": ("postgres", True, False),
    "duckdb_book": ("duckdb", False, False),
    "duckdb_past_listed": ("duckdb", True, True),
    "spark_book": ("spark", False, False),
    "spark_past_listed": ("spark", True, True),
}


@pytest.mark.parametrize("name", REACHES)
def test_generated_sql_is_the_golden_text(name: str) -> None:
    dialect, has_past, is_listed = REACHES[name]
    written = statement(shipped_policy(), Reach(dialect, has_past=has_past, is_listed=is_listed)) + "\n"
    file = HERE / "golden" / f"{name}.sql"
    if os.environ.get("KEDUN_WRITE_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(written)
    assert file.read_text() == written


def test_a_policy_hash_changes_with_any_document() -> None:
    documents = shipped_documents()
    documents["grading"]["margin"] = 3
    assert compile_policy(documents).hash != shipped_policy().hash
