"""The policy as text: out, edited, compared, asked for, agreed to by somebody else, in force; and out again the same."""

import json
from pathlib import Path

import pytest

from kedun.accounts.models import Person
from kedun.assessments.queries import live_policy
from kedun.definitions.changes import actions
from kedun.definitions.models import ChangeSet, Version
from kedun.definitions.queries import live
from kedun.definitions.starter import draft_of
from kedun.kernel.clock import SystemClock, clock, today
from kedun.pipeline.starter import load_definitions
from tests.cli.conftest import Kedun
from tests.web.clients import person_of

pytestmark = pytest.mark.django_db
LINE = "Risk grades · “High risk” · below: 60 → 62"


@pytest.fixture
def folder(kedun: Kedun, tmp_path: Path) -> Path:
    path = tmp_path / "policy"
    assert kedun("policy", "export", str(path)).code == 0
    return path


@pytest.fixture
def maker() -> Person:
    return person_of("credit_manager")


@pytest.fixture
def cfo() -> Person:
    return person_of("cfo")


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def edit(folder: Path) -> None:
    file = folder / "grading.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("below: 60", "below: 62"), encoding="utf-8")


def test_out_and_in_and_out_again_is_the_same_to_the_byte(
    kedun: Kedun, folder: Path, maker: Person, tmp_path: Path
) -> None:
    before = contents(folder)
    told = kedun("--lang", "en", "policy", "import", str(folder), "--as", maker.email, "--reason", "r")
    assert (told.code, told.out) == (0, "Nothing changes.\n")
    assert not ChangeSet.objects.exists()
    assert kedun("policy", "export", str(folder)).code == 0
    assert contents(folder) == before


def test_an_edited_threshold_goes_live_when_somebody_else_agrees(
    kedun: Kedun, folder: Path, maker: Person, cfo: Person
) -> None:
    edit(folder)
    assert kedun("--lang", "en", "policy", "diff", str(folder)).out == LINE + "\n"
    assert kedun("policy", "diff", str(folder), "--json").document()["lines"][0]["en"] == LINE
    assert kedun("policy", "check", str(folder)).code == 0
    asked = kedun(
        "--lang", "en", "policy", "import", str(folder), "--as", maker.email, "--confirm", "--reason", "losses"
    )
    assert asked.code == 0, asked.err
    number = str(ChangeSet.objects.get().request_id)
    assert LINE in asked.out
    waiting = kedun("approvals", "list", "--json").document()["approvals"]
    assert [(str(each["id"]), each["maker"], each["lines"][0]["en"]) for each in waiting] == [
        (number, maker.email, LINE)
    ]
    assert LINE in kedun("--lang", "en", "approvals", "list").out
    own = kedun("--lang", "en", "approvals", "agree", number, "--as", maker.email)
    assert (own.code, "somebody else must decide" in own.err) == (3, True)
    assert kedun("--lang", "en", "approvals", "agree", number, "--as", cfo.email).out == "approved\n"
    assert live_policy(today(clock())).policy.placing.grading.bands[0].below == 62
    before = contents(folder)
    kedun("policy", "export", str(folder))
    assert contents(folder) == before
    assert kedun("--lang", "en", "approvals", "list").out == "Nothing waits for approval.\n"


def test_a_doubt_has_to_be_confirmed(kedun: Kedun, folder: Path, maker: Person, cfo: Person) -> None:
    edit(folder)
    told = kedun("--lang", "en", "policy", "import", str(folder), "--as", maker.email, "--reason", "r")
    assert (told.code, "the agreed cut-off is 60" in told.err) == (3, True)
    assert not ChangeSet.objects.exists()


def test_a_refusal_needs_a_note_and_changes_nothing(kedun: Kedun, folder: Path, maker: Person, cfo: Person) -> None:
    edit(folder)
    asked = kedun(
        "policy", "import", str(folder), "--as", maker.email, "--confirm", "--reason", "losses", "--json"
    ).document()
    assert (asked["change"], asked["lines"][0]["en"]) == (ChangeSet.objects.get().pk, LINE)
    assert asked["approval"] == ChangeSet.objects.get().request_id
    number = str(ChangeSet.objects.get().request_id)
    assert kedun("approvals", "refuse", number, "--as", cfo.email).code == 2
    assert kedun("--lang", "zh", "approvals", "refuse", number, "--as", cfo.email, "--note", "太严").out == "已拒绝\n"
    assert Version.objects.filter(kind="grading").count() == 1


def test_a_draft_waits_for_nobody(kedun: Kedun, folder: Path, maker: Person, cfo: Person) -> None:
    edit(folder)
    assert kedun("policy", "import", str(folder), "--as", maker.email, "--reason", "r", "--draft").code == 0
    assert ChangeSet.objects.get().state == "draft"


def test_what_cannot_be_is_refused(kedun: Kedun, folder: Path, maker: Person, cfo: Person) -> None:
    sales = person_of("sales")
    edit(folder)
    assert kedun("policy", "import", str(folder), "--as", sales.email, "--reason", "r").code == 3
    assert kedun("policy", "import", str(folder), "--as", "nobody@example.com", "--reason", "r").code == 2
    assert kedun("approvals", "agree", "999", "--as", cfo.email).code == 2
    rules = folder / "rules.yaml"
    rules.write_text(rules.read_text(encoding="utf-8").replace("score < points", "score <"), encoding="utf-8")
    assert kedun("policy", "check", str(folder)).code == 2
    assert kedun("policy", "import", str(folder), "--as", maker.email, "--reason", "r").code == 2
    assert not ChangeSet.objects.exists(), "what is refused leaves no draft behind"
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    told = kedun("--lang", "en", "policy", "export", str(folder))
    assert (told.code, "notes.txt" in told.err) == (2, True)


def test_check_says_what_may_be_wrong_although_it_compiles(kedun: Kedun, folder: Path) -> None:
    for role in ("credit_manager", "cfo", "ceo"):
        person_of(role)
    file = folder / "grading.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("below: 80", "below: 61"), encoding="utf-8")
    told = kedun("--lang", "en", "policy", "check", str(folder))
    assert told.code == 1
    assert "Fault grading.yaml bands.medium: grade “Medium risk” is 1 points wide and the margin is 2" in told.out
    assert "    make the margin smaller or the grade wider\n" in told.out
    document = kedun("policy", "check", str(folder), "--json").document()
    assert [each["code"] for each in document["findings"] if each["gravity"] == "fault"] == ["margin_too_wide"]
    in_force = kedun("--lang", "en", "policy", "check")
    assert in_force.code == 0
    assert "Fault" not in in_force.out


def test_schemas_lie_beside_the_texts_and_disturb_nobody(kedun: Kedun, folder: Path) -> None:
    texts = contents(folder)
    assert kedun("policy", "schemas", str(folder)).code == 0
    schemas = {name: text for name, text in contents(folder).items() if name not in texts}
    assert set(schemas) == {name.replace(".yaml", ".schema.json") for name in texts}
    assert json.loads(schemas["rules.schema.json"])["title"] == "预警规则 · Rules"
    assert kedun("--lang", "en", "policy", "diff", str(folder)).out == "Nothing changes.\n"
    assert kedun("policy", "export", str(folder)).code == 0


def test_a_pack_is_listed_and_taken(kedun: Kedun, folder: Path, maker: Person, cfo: Person) -> None:
    told = kedun("--lang", "en", "policy", "pack").out
    assert "standard  Standard" in told
    assert "The policy in force is as in this pack." in told
    listed = kedun("policy", "pack", "--json").document()["packs"]
    assert [(each["key"], each["is_in_force"]) for each in listed] == [("standard", True), ("small_team", False)]
    asked = kedun(
        "--lang", "en", "policy", "pack", "small_team", "--as", maker.email, "--reason", "we are few", "--confirm"
    )
    number = str(ChangeSet.objects.get().request_id)
    assert f"waits for approval {number}." in asked.out
    assert kedun("--lang", "en", "approvals", "agree", number, "--as", cfo.email).code == 0
    taken = kedun(
        "policy", "pack", "small_team", "--confirm", "--as", maker.email, "--reason", "again", "--json"
    ).document()
    assert taken == {"format": 1, "change": None, "approval": None, "is_in_force": True}
    assert kedun("policy", "pack", "huge", "--as", maker.email, "--reason", "r").code == 2
    assert kedun("policy", "pack", "standard", "--as", person_of("sales").email, "--reason", "r").code == 3


def test_without_a_folder_it_is_said_what_changed_last_and_what_is_on_its_way(
    kedun: Kedun, folder: Path, maker: Person, cfo: Person
) -> None:
    assert kedun("--lang", "en", "policy", "diff").out == "Nothing changes.\n"
    edit(folder)
    asked = (
        "policy",
        "import",
        str(folder),
        "--as",
        maker.email,
        "--confirm",
        "--reason",
        "losses",
        "--title",
        "Stricter",
    )
    assert kedun(*asked).code == 0
    number = ChangeSet.objects.get().pk
    waits = f"Change {number} “Stricter” (waiting for approval) would change:\n  {LINE}\n"
    assert kedun("--lang", "en", "policy", "diff").out == waits
    assert kedun("--lang", "en", "policy", "diff", "--change", str(number)).out == LINE + "\n"
    assert kedun("approvals", "agree", str(ChangeSet.objects.get().request_id), "--as", cfo.email).code == 0
    assert kedun("--lang", "en", "policy", "diff").out == f"grading version 2 against version 1:\n  {LINE}\n"
    document = kedun("policy", "diff", "--json").document()
    assert [(each["kind"], each["version"], each["lines"][0]["en"]) for each in document["in_force"]] == [
        ("grading", 2, LINE)
    ]
    assert document["changes"] == []
    assert kedun("policy", "diff", "--change", "999999").code == 2
    assert kedun("policy", "diff", str(folder), "--change", str(number)).code == 2


def test_a_file_of_a_subfolder_cannot_take_the_place_of_a_document(kedun: Kedun, folder: Path, maker: Person) -> None:
    strange = folder / "rules" / "late.yaml"
    strange.parent.mkdir()
    strange.write_text("rules: {}\n", encoding="utf-8")
    for command in (("diff",), ("check",), ("import", "--as", maker.email, "--reason", "r")):
        told = kedun("--lang", "en", "policy", command[0], str(folder), *command[1:])
        assert (told.code, "rules/late.yaml: there is exactly one document of rules" in told.err) == (2, True), told.err
    assert not ChangeSet.objects.exists()


def test_a_change_that_waits_for_its_day_is_cancelled(kedun: Kedun, maker: Person, cfo: Person) -> None:
    load_definitions(SystemClock())
    text = live("grading")["grading"].body.replace("below: 60", "below: 62")
    made = actions.bring_in(
        [draft_of(text, kind="grading", key="grading", file="")], person=maker, title="t", reason=None
    )
    asked = actions.submit(made.pk, person=maker, reason="r", live_from=today(clock()) + 9, confirmed=True)
    assert kedun("approvals", "agree", str(asked.request_id), "--as", cfo.email).code == 0
    told = kedun("policy", "cancel", str(made.pk), "--as", cfo.email, "--reason", "not now", "--json")
    assert told.document() == {"format": 1, "change": made.pk, "state": "cancelled"}
    again = kedun("--lang", "en", "policy", "cancel", str(made.pk), "--as", cfo.email, "--reason", "not now")
    assert (again.code, "not in force yet" in again.err) == (3, True), again.err


def test_a_definition_is_retired_left_out_of_an_export_and_comes_back(
    kedun: Kedun, folder: Path, maker: Person, cfo: Person, tmp_path: Path
) -> None:
    assert kedun("--lang", "en", "policy", "retired").out == "Nothing is retired.\n"
    wish = ("signals", "signals.price_sensitive", "--as", maker.email, "--reason", "nobody uses it", "--confirm")
    refused = kedun("--lang", "en", "policy", "retire", "rules", "rules.lawsuit", *wish[2:])
    assert (refused.code, "“Sued” (Rules) cannot be retired" in refused.err) == (3, True), refused.err
    asked = kedun("policy", "retire", *wish, "--json").document()
    assert kedun("approvals", "agree", str(asked["approval"]), "--as", cfo.email).code == 0
    told = kedun("policy", "retired", "--json").document()["retired"]
    assert [(each["place"], each["version"], each["by"], each["reason"]) for each in told] == [
        ("signals.price_sensitive", 2, maker.name, "nobody uses it")
    ]
    assert "起停用（第 2 版，" in kedun("--lang", "zh", "policy", "retired").out
    assert "retired" in kedun("--lang", "en", "policy", "diff").out
    out = tmp_path / "after"
    assert kedun("policy", "export", str(out)).code == 0
    assert "price_sensitive" not in (out / "signals.yaml").read_text(encoding="utf-8")
    back = kedun("--lang", "en", "policy", "bring-back", *wish).out
    assert "waits for approval" in back
    assert kedun("approvals", "agree", str(ChangeSet.objects.latest("pk").request_id), "--as", cfo.email).code == 0
    assert kedun("policy", "retired", "--json").document()["retired"] == []
    assert live("signals")["signals"].version == 3
