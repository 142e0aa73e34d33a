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


def version(apps: Any, kind: str, key: str, number: int, body: str, day: int | None = None) -> None:
    apps.get_model("definitions", "Version").objects.create(
        kind=kind, key=key, version=number, body=body, sha256=f"{number}" * 64, state="live", live_from=day or number,
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

    def kept(kind: str) -> list[tuple[str, int, int | None, str, str]]:
        rows = Version.objects.filter(kind=kind).order_by("version")
        return list(rows.values_list("key", "version", "live_from", "body", "reason"))

    assert kept("rules") == [
        ("rules", 1, 1, "a: 1", "r"), ("rules", 2, 2, "a: 2", "r"), ("rules", 3, None, "b: 1", "[strict v1] r"),
    ]  # fmt: skip
    assert kept("letters") == [
        ("letters", 1, None, "d: 1", "[long v1] r"), ("letters", 2, 1, "c: 1", "[brief v1] r"),
        ("letters", 3, 2, "c: 2", "[brief v2] r"),
    ]  # fmt: skip
    assert kept("matrix") == [("matrix", 1, 1, "e: 1", "r")]
    titles = ChangeSet.objects.order_by("pk").values_list("pk", "title")
    assert [title for _, title in titles] == ["Both", "Both [strict]"]
    found = Draft.objects.order_by("change_set", "kind").values_list("change_set__title", "kind", "key", "body")
    assert list(found) == [
        ("Both", "letters", "letters", "k: brief"), ("Both", "rules", "rules", "k: rules"),
        ("Both [strict]", "rules", "rules", "k: strict"),
    ]  # fmt: skip
    with pytest.raises(Exception, match="immutable"), connection.cursor() as cursor:
        cursor.execute("UPDATE definitions_version SET reason = 'x'")


Rows = dict[str, list[int]]


def test_what_is_in_force_is_the_same_on_every_day(old: Any) -> None:
    """By kind: under which keys there were versions, and from which days."""
    from kedun.definitions.models import Version
    from kedun.definitions.queries import first, live, standing

    cases: dict[str, Rows] = {
        "rules": {"rules": [1, 3], "strict": [1, 4, 6]},
        "letters": {"brief": [3, 5], "letters": [1, 2, 6]},
        "matrix": {"loose": [1, 4], "matrix": [3, 6, 5], "narrow": [2]},
        "grading": {"b": [4], "c": [2, 3], "d": [1], "e": [5]},
        "signals": {"a": [5], "signals": [3], "z": [1]},
    }
    for kind, keys in cases.items():
        for key, days in keys.items():
            for number, day in enumerate(days, 1):
                version(old, kind, key, number, f"{key}: {number}", day)
    table = old.get_model("definitions", "Version").objects

    def before(kind: str, day: int) -> str | None:
        row = table.filter(kind=kind, live_from__lte=day).order_by("key", "-version").first()
        return row.body if row else None

    wanted = {(kind, day): before(kind, day) for kind in cases for day in range(8)}
    bodies = {kind: set(table.filter(kind=kind).values_list("body", flat=True)) for kind in cases}

    migrate([("definitions", "0007_one_of_kind")])
    migrate([each for each in MigrationExecutor(connection).loader.graph.leaf_nodes() if each[0] == "definitions"])

    found = {(kind, day): live(kind, on=day)[kind].body if live(kind, on=day) else None for kind, day in wanted}
    assert found == wanted
    for kind in cases:
        assert set(Version.objects.filter(kind=kind).values_list("body", flat=True)) == bodies[kind], "none is lost"
        assert first(kind)[kind].live_from is not None
        document = Version.objects.filter(kind=kind, body__startswith=f"{kind}:", reason="r").order_by("pk")
        numbers = [row.version for row in document][: len(cases[kind].get(kind, []))]
        assert numbers == [*range(1, len(numbers) + 1)], "scores and alerts point to these"
    assert not standing().filter(kind="rules", body__startswith="strict").exists(), "what never counted never does"
    assert Version.objects.filter(kind="matrix", live_from=None).count() == 4
