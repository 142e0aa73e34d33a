"""An installation from before there was one document of a kind: its rows are kept, and what was in force stays in force."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tests.web.clients import person_of

AT = datetime(2026, 3, 2, tzinfo=UTC)
BEFORE = [("definitions", "0006_findings")]


def migrate(target: list[tuple[str, str]]) -> Any:
    return MigrationExecutor(connection).migrate(target).apps


@pytest.fixture
def old(transactional_db: None) -> Iterator[Any]:
    newest = [each for each in MigrationExecutor(connection).loader.graph.leaf_nodes() if each[0] == "definitions"]
    yield migrate(BEFORE)
    migrate(newest)


def version(apps: Any, kind: str, key: str, number: int, body: str) -> None:
    apps.get_model("definitions", "Version").objects.create(
        kind=kind, key=key, version=number, body=body, sha256=f"{number}" * 64, state="live", live_from=number,
        author="starter", reason="r", created_at=AT,
    )  # fmt: skip


def test_rows_under_other_keys_are_kept_and_marked(old: Any) -> None:
    from kedun.definitions.models import ChangeSet, Draft, Version

    for number in (1, 2):
        version(old, "rules", "rules", number, f"a: {number}")
    version(old, "rules", "strict", 1, "b: 1")
    version(old, "letters", "brief", 1, "c: 1")
    version(old, "letters", "brief", 2, "c: 2")
    version(old, "letters", "long", 1, "d: 1")
    version(old, "matrix", "matrix", 1, "e: 1")
    maker = person_of("cfo")
    change = old.get_model("definitions", "ChangeSet").objects.create(
        title="Both", maker_id=maker.pk, created_at=AT, updated_at=AT
    )
    drafts = old.get_model("definitions", "Draft").objects
    for key in ("rules", "strict"):
        drafts.create(change_set=change, kind="rules", key=key, body=f"k: {key}", sha256="0" * 64, base_version=1)
    drafts.create(change_set=change, kind="letters", key="brief", body="k: brief", sha256="0" * 64, base_version=2)

    migrate([("definitions", "0007_one_of_kind")])

    def kept(kind: str) -> list[tuple[str, int, str, str]]:
        rows = Version.objects.filter(kind=kind).order_by("version")
        return list(rows.values_list("key", "version", "body", "reason"))

    assert kept("rules") == [
        ("rules", 1, "a: 1", "r"), ("rules", 2, "a: 2", "r"), ("rules", 3, "b: 1", "[strict v1] r"),
        ("rules", 4, "a: 2", "r"),
    ]  # fmt: skip
    assert kept("letters") == [
        ("letters", 1, "c: 1", "[brief v1] r"), ("letters", 2, "c: 2", "[brief v2] r"),
        ("letters", 3, "d: 1", "[long v1] r"), ("letters", 4, "c: 2", "r"),
    ]  # fmt: skip
    assert kept("matrix") == [("matrix", 1, "e: 1", "r")]
    titles = ChangeSet.objects.order_by("pk").values_list("pk", "title")
    assert [title for _, title in titles] == ["Both", "Both [strict]"]
    found = Draft.objects.order_by("change_set", "kind").values_list("change_set__title", "kind", "key", "body")
    assert list(found) == [
        ("Both", "letters", "letters", "k: brief"), ("Both", "rules", "rules", "k: rules"),
        ("Both [strict]", "rules", "rules", "k: strict"),
    ]  # fmt: skip
    with pytest.raises(Exception, match="immutable"), connection.cursor() as cursor:
        cursor.execute("UPDATE definitions_version SET reason = 'x'")
