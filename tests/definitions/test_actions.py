"""Loading shipped definitions: versions that are added to and never changed."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction

from kedun.accounts.queries import audit
from kedun.definitions import refusals, starter
from kedun.definitions.actions import Loaded, load_starter, publish
from kedun.definitions.queries import first, live, version
from kedun.kernel.refusals import Refusal
from tests.definitions.versions import put_into_force

DAY = 20_000
NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)


def write(folder: Path, **files: str) -> Path:
    """Write definition files: `rules__late` becomes rules/rules.yaml."""
    for name, body in files.items():
        path = folder / (name.replace("__", "/") + ".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, encoding="utf-8")
    return folder


@pytest.mark.django_db
def test_first_load_makes_version_one(tmp_path: Path) -> None:
    write(tmp_path, rules="a: 1\n", grading="cuts: [60, 80]\n")
    loaded = load_starter(tmp_path, actor="setup", on=DAY)
    assert loaded == Loaded(new=("grading/grading v1", "rules/rules v1"), unchanged=())
    found = live("rules", on=DAY)["rules"]
    assert (found.kind, found.key, found.version, found.body, found.live_from) == ("rules", "rules", 1, "a: 1\n", DAY)
    assert audit(subject="")[0].params == {"new": ["grading/grading v1", "rules/rules v1"], "live_from": DAY}


@pytest.mark.django_db
def test_second_load_changes_nothing(tmp_path: Path) -> None:
    write(tmp_path, rules="a: 1\n")
    load_starter(tmp_path, actor="setup", on=DAY)
    assert load_starter(tmp_path, actor="setup", on=DAY + 9) == Loaded(new=(), unchanged=("rules/rules v1",))
    assert len(audit()) == 1


@pytest.mark.django_db
def test_layout_and_comments_are_no_change(tmp_path: Path) -> None:
    load_starter(write(tmp_path, rules="a: 1\nb: 2\n"), actor="setup", on=DAY)
    loaded = load_starter(write(tmp_path, rules="# why\n{b: 2, a: 1}\n"), actor="setup", on=DAY)
    assert loaded.new == ()


@pytest.mark.django_db
def test_what_is_published_is_the_next_version_from_its_day(tmp_path: Path) -> None:
    load_starter(write(tmp_path, rules="a: 1\n"), actor="setup", on=DAY)
    put_into_force(write(tmp_path, rules="a: 2\n"), on=DAY + 10)
    assert live("rules", on=DAY - 1) == {}
    assert live("rules", on=DAY + 9)["rules"].version == 1
    assert live("rules", on=DAY + 10)["rules"].body == "a: 2\n"
    assert live("rules")["rules"].version == 2  # today is later
    assert first("rules")["rules"].body == version("rules", "rules", 1).body == "a: 1\n"


@pytest.mark.django_db
def test_what_is_shipped_anew_is_offered_once_and_changes_nothing_in_force(tmp_path: Path) -> None:
    load_starter(write(tmp_path, rules="a: 1\n", grading="a: 1\n"), actor="starter", on=DAY)
    draft = starter.draft_of("a: 7\n", kind="rules", key="rules", file="")
    publish(draft, actor="person:1", on=DAY + 1, reason="ours", at=datetime(2024, 1, 1, tzinfo=UTC))
    anew = write(tmp_path, rules="a: 2\n", grading="a: 2\n", letters="a: 1\n")
    loaded = load_starter(anew, actor="starter", on=DAY + 2)
    assert loaded == Loaded(
        new=("letters/letters v1",), unchanged=("grading/grading v1", "rules/rules v2"), offered=("grading", "rules")
    )
    assert [live(kind, on=DAY + 9)[kind].body for kind in ("rules", "grading")] == ["a: 7\n", "a: 1\n"]
    assert load_starter(anew, actor="starter", on=DAY + 3).offered == ()
    back = load_starter(write(tmp_path, rules="a: 1\n"), actor="starter", on=DAY + 4)
    assert back.offered == ("rules",), "a text that is shipped again is offered again"


@pytest.mark.django_db
@pytest.mark.parametrize("table", ["version", "draft"])
def test_the_database_holds_one_document_of_a_kind(table: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = %s",
            [f"definitions_{table}_one_of_kind"],
        )
        assert cursor.fetchone() == ("CHECK ((key = kind))",)


@pytest.mark.django_db
def test_a_version_under_another_key_is_refused_by_the_database() -> None:
    text = starter.Draft(kind="rules", key="late", body="a: 1", sha256="0" * 64)
    with pytest.raises(IntegrityError, match="one_of_kind"), transaction.atomic():
        publish(text, actor="person:1", on=DAY, reason="", at=NOON)


@pytest.mark.django_db
def test_going_back_is_a_version_too(tmp_path: Path) -> None:
    for body in ("a: 1\n", "a: 2\n", "a: 1\n"):
        put_into_force(write(tmp_path, rules=body), on=DAY)
    assert live("rules", on=DAY)["rules"].version == 3
    assert version("rules", "rules", 3).sha256 == version("rules", "rules", 1).sha256


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("files", "refusal"),
    [
        pytest.param({"rules": "a: 1\na: 2\n"}, refusals.DuplicateKey, id="a bad text"),
        pytest.param({"rules": "- a\n"}, refusals.NotAMapping, id="a list"),
        pytest.param({"novels__late": "a: 1\n"}, refusals.UnknownDefinitionKind, id="an unknown kind"),
        pytest.param({"rules__late": "a: 1\n"}, refusals.OneDocumentOfKind, id="a name other than its kind"),
        pytest.param({"rules": "a: 1\n", "rules__rules": "a: 2\n"}, refusals.SameKeyTwice, id="one key twice"),
        pytest.param({"rules": "a: " + "x" * (1 << 20)}, refusals.DefinitionTooLarge, id="too large"),
    ],
)
def test_one_bad_file_refuses_the_folder(tmp_path: Path, files: dict[str, str], refusal: type[Refusal]) -> None:
    write(tmp_path, grading="cuts: [60]\n", **files)
    with pytest.raises(refusal):
        load_starter(tmp_path, actor="setup", on=DAY)
    assert live("grading", on=DAY) == {}


@pytest.mark.django_db
def test_folder_with_too_many_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starter, "MOST_FILES", 1)
    with pytest.raises(refusals.TooManyDefinitions):
        load_starter(write(tmp_path, rules="a: 1\n", grading="a: 1\n"), actor="setup", on=DAY)


@pytest.mark.django_db
def test_missing_folder_and_version_are_said(tmp_path: Path) -> None:
    with pytest.raises(refusals.StarterFolderNotFound):
        load_starter(tmp_path / "nowhere", actor="setup", on=DAY)
    with pytest.raises(refusals.DefinitionNotFound):
        version("rules", "rules", 1)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("UPDATE definitions_version SET body = 'a: 3'", id="changing"),
        pytest.param("DELETE FROM definitions_version", id="deleting"),
    ],
)
def test_database_refuses(tmp_path: Path, statement: str) -> None:
    load_starter(write(tmp_path, rules="a: 1\n"), actor="setup", on=DAY)
    with pytest.raises(IntegrityError, match="immutable"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert live("rules", on=DAY)["rules"].body == "a: 1\n"


def draft(body: str) -> starter.Draft:
    return starter.draft_of(body, kind="rule_choice", key="rule_choice", file="")


def published(body: str, *, seen: int | None = None) -> int:
    return publish(draft(body), actor="person:1", on=DAY, reason="because", seen=seen, at=NOON)


@pytest.mark.django_db
def test_what_a_person_designs_is_the_next_version_with_its_reason() -> None:
    assert (published("a: 1\n"), published("a: 2\n", seen=1), published("{a: 2}\n")) == (1, 2, 2)
    found = live("rule_choice", on=DAY)["rule_choice"]
    assert (found.version, found.author, found.reason, found.created_at) == (2, "person:1", "because", NOON)
    assert [
        row.params["version"] for row in audit(subject="rule_choice:rule_choice") if isinstance(row.params, dict)
    ] == [2, 1]


@pytest.mark.django_db
def test_nobodys_change_is_overwritten_unseen() -> None:
    published("a: 1\n")
    with pytest.raises(refusals.DefinitionChangedMeanwhile):
        published("a: 2\n", seen=0)
    assert live("rule_choice", on=DAY)["rule_choice"].version == 1
