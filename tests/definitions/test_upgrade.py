"""An upgrade of kedun changes nothing in force: what it ships anew is offered once, and proposed or declined by a person."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from kedun.accounts.models import Audit
from kedun.definitions.actions import load_starter
from kedun.definitions.models import ChangeSet, Version
from kedun.definitions.queries import live
from kedun.definitions.shipped import STARTER
from kedun.definitions.upgrade.merge import merged
from kedun.kernel.clock import clock, today
from kedun.kernel.hashing import Json
from tests.cli.conftest import Kedun
from tests.cli.conftest import kedun as kedun
from tests.definitions.test_changes import begun, decided, edited, submitted
from tests.web.clients import ApiClient, client_of

OURS = "below: 61"


def test_what_both_changed_can_be_told() -> None:
    sides: tuple[Json, Json, Json] = ({"a": 1, "b": 1, "c": 1}, {"a": 7, "b": 1, "c": 8}, {"a": 2, "b": 2, "c": 1})
    assert merged(*sides) == {"a": 7, "b": 2, "c": 8}
    assert merged(*sides, as_shipped=True) == {"a": 2, "b": 2, "c": 8}


@pytest.mark.parametrize(
    ("before", "ours", "shipped", "found"),
    [
        pytest.param({"a": 1}, {"a": 1}, {"a": 2}, {"a": 2}, id="never changed by the firm"),
        pytest.param({"a": 1}, {"a": 7}, {"a": 2}, {"a": 7}, id="changed by both: the firm's stays"),
        pytest.param(
            {"a": 1, "b": 1}, {"a": 7, "b": 1}, {"a": 1, "b": 2}, {"a": 7, "b": 2}, id="each changed something else"
        ),
        pytest.param({"a": 1}, {"a": 1, "c": 3}, {"a": 1, "b": 2}, {"a": 1, "c": 3, "b": 2}, id="each added something"),
        pytest.param({"a": 1, "b": 1}, {"a": 7}, {"a": 1, "b": 2}, {"a": 7}, id="what the firm retired stays away"),
        pytest.param({"a": 1, "b": 1}, {"a": 7, "b": 1}, {"a": 1}, {"a": 7}, id="what is no longer shipped goes"),
        pytest.param({"a": 1}, {"a": 7}, {"a": 1}, {"a": 7}, id="nothing new"),
        pytest.param(
            {"items": [{"indicator": "x", "weight": 1}]},
            {"items": [{"indicator": "x", "weight": 5}]},
            {"items": [{"indicator": "x", "weight": 1}, {"indicator": "y", "weight": 2}]},
            {"items": [{"indicator": "x", "weight": 5}, {"indicator": "y", "weight": 2}]},
            id="items of a card",
        ),
    ],
)
def test_what_is_new_goes_into_what_the_firm_made_of_it(before: Json, ours: Json, shipped: Json, found: Json) -> None:
    assert merged(before, ours, shipped) == found


def upgrade(folder: Path) -> Path:
    """Ship another margin of grades and a rule with another threshold."""
    shutil.copytree(STARTER, folder, dirs_exist_ok=True)
    for name, old, new in (
        ("grading", "margin: 2", "margin: 3"),
        ("rules", "days: {value: 30,", "days: {value: 35,"),
    ):
        file = folder / f"{name}.yaml"
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def in_force() -> dict[str, int]:
    return {kind: live(kind)[kind].version for kind in ("grading", "rules", "scorecard")}


@pytest.mark.django_db
@pytest.mark.usefixtures("policy")
def test_an_upgrade_of_a_firm_with_its_own_cut_off(maker: ApiClient, cfo: ApiClient, tmp_path: Path) -> None:
    decided(cfo, submitted(maker, begun(maker, text=edited(new=OURS))))
    assert maker.get("/policy-upgrades").json["items"] == []
    before = in_force()
    for _ in range(2):
        load_starter(upgrade(tmp_path), actor="starter", on=today(clock()))
    assert in_force() == before, "nothing in force changes"
    assert Audit.objects.filter(verb="definitions.offer").count() == 1, "it is offered once"
    offered = maker.get("/policy-upgrades").json["items"]
    assert [(each["kind"], each["lines"]) for each in offered] == [
        ("grading", ["Risk grades · margin: 2 → 3"]),
        ("rules", ["Rules · “Overdue more than {days} days” · threshold · “Days overdue above”: 30 → 35"]),
    ]
    chinese = client_of("ceo", language="zh").get("/policy-upgrades").json["items"]
    assert chinese[0]["lines"] == ["风险等级 · 升降级余量：2 → 3"]
    change = maker.post("/policy-upgrades/propose", {"title": "As shipped"}).json
    assert [each["kind"] for each in change["drafts"]] == ["grading", "rules"]
    assert maker.get("/policy-upgrades").json["items"] == []
    again = maker.post("/policy-upgrades/propose", {"title": "As shipped"})
    assert (again.status, again.json["code"]) == (409, "nothing_offered")
    assert in_force() == before
    decided(cfo, submitted(maker, change))
    assert in_force() == {**before, "grading": before["grading"] + 1, "rules": before["rules"] + 1}
    grading = yaml.safe_load(live("grading")["grading"].body)
    assert (grading["bands"][0]["below"], grading["margin"]) == (61, 3), "the firm's own cut-off stays"
    assert live("rules")["rules"].body == (tmp_path / "rules.yaml").read_text(encoding="utf-8"), (
        "as shipped, comments and all"
    )


@pytest.mark.django_db
@pytest.mark.usefixtures("policy")
def test_what_is_declined_is_not_offered_again_until_something_else_is_shipped(
    maker: ApiClient, tmp_path: Path
) -> None:
    load_starter(upgrade(tmp_path), actor="starter", on=today(clock()))
    assert client_of("sales").post("/policy-upgrades/propose", {"title": "t"}).status == 403
    assert client_of("auditor").post("/policy-upgrades/decline", {"reason": "t"}).status == 403
    assert maker.post("/policy-upgrades/decline", {"reason": " "}).status == 422
    told = maker.post("/policy-upgrades/decline", {"reason": "ours fits better"})
    assert (told.status, told.json["items"]) == (200, [])
    assert Audit.objects.get(verb="policy.decline_upgrade").params == {
        "kinds": ["grading", "rules"], "reason": "ours fits better",
    }  # fmt: skip
    assert maker.post("/policy-upgrades/decline", {"reason": "again"}).json["code"] == "nothing_offered"
    load_starter(tmp_path, actor="starter", on=today(clock()))
    assert maker.get("/policy-upgrades").json["items"] == []
    file = tmp_path / "grading.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("margin: 3", "margin: 4"), encoding="utf-8")
    load_starter(tmp_path, actor="starter", on=today(clock()))
    assert [each["kind"] for each in maker.get("/policy-upgrades").json["items"]] == ["grading"]
    assert Version.objects.filter(version__gt=1).count() == 0


@pytest.mark.django_db
@pytest.mark.usefixtures("policy")
def test_from_the_command_line(kedun: Kedun, maker: ApiClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert kedun("--lang", "en", "policy", "upgrade").out == "No new shipped version waits.\n"
    monkeypatch.setattr("kedun.pipeline.starter.STARTER", upgrade(tmp_path))
    assert "margin: 2 → 3" in kedun("--lang", "en", "policy", "upgrade").out
    told = kedun("policy", "upgrade", "--as", maker.person.email, "--json").document()
    assert [each["kind"] for each in told["offered"]] == ["grading", "rules"]
    assert maker.get(f"/policy-changes/{told['change']}").json["state"]["code"] == "draft"
    assert "没有待处理的随附新版本" in kedun("--lang", "zh", "policy", "upgrade").out


def ship(folder: Path, margin: int) -> None:
    shutil.copytree(STARTER, folder, dirs_exist_ok=True)
    file = folder / "grading.yaml"
    text = file.read_text(encoding="utf-8")
    assert "margin: 2" in text
    file.write_text(text.replace("margin: 2", f"margin: {margin}"), encoding="utf-8")
    load_starter(folder, actor="starter", on=today(clock()))


def offered(client: ApiClient) -> list[tuple[str, list[str]]]:
    return [(each["kind"], each["lines"]) for each in client.get("/policy-upgrades").json["items"]]


def proposed(client: ApiClient) -> Any:
    return client.post("/policy-upgrades/propose", {"title": "As shipped"}).json


MARGIN = [("grading", ["Risk grades · margin: 2 → 3"])]


@pytest.mark.django_db
@pytest.mark.usefixtures("policy")
def test_what_was_proposed_and_did_not_come_into_force_is_offered_again(
    maker: ApiClient, cfo: ApiClient, tmp_path: Path
) -> None:
    ship(tmp_path, 3)
    dropped = proposed(maker)
    assert offered(maker) == []
    assert maker.delete(f"/policy-changes/{dropped['id']}/drafts/grading").status == 204
    assert offered(maker) == MARGIN, "its draft was dropped"
    withdrawn = submitted(maker, proposed(maker))
    assert offered(maker) == []
    assert maker.post(f"/policy-changes/{withdrawn['id']}/withdraw").status == 200
    assert offered(maker) == MARGIN, "it was withdrawn"
    for state in ("refused", "outdated", "cancelled"):
        change = proposed(maker)
        assert offered(maker) == []
        ChangeSet.objects.filter(pk=change["id"]).update(state=state, published={"grading:grading": 2})
        assert offered(maker) == MARGIN, state
    assert maker.post("/policy-upgrades/decline", {"reason": "no"}).status == 200
    assert offered(maker) == []


@pytest.mark.django_db
@pytest.mark.usefixtures("policy")
def test_what_is_offered_is_what_is_shipped_now(maker: ApiClient, cfo: ApiClient, tmp_path: Path) -> None:
    ship(tmp_path, 3)
    assert offered(maker) == MARGIN
    ship(tmp_path, 2)
    assert offered(maker) == [], "what is no longer shipped"
    ship(tmp_path, 3)
    decided(cfo, submitted(maker, proposed(maker)))
    assert offered(maker) == []
    ship(tmp_path, 2)
    assert offered(maker) == [("grading", ["Risk grades · margin: 3 → 2"])], "shipped again"
    assert maker.post("/policy-upgrades/decline", {"reason": "no"}).status == 200
    ship(tmp_path, 2)
    assert offered(maker) == []


@pytest.mark.django_db
@pytest.mark.usefixtures("policy")
def test_what_the_firm_wrote_as_shipped_is_no_change_of_its_own(
    maker: ApiClient, cfo: ApiClient, tmp_path: Path
) -> None:
    ship(tmp_path, 3)
    decided(cfo, submitted(maker, begun(maker, text=edited(old="margin: 2", new="margin: 3"))))
    assert offered(maker) == [], "it was written by hand"
    ship(tmp_path, 4)
    assert offered(maker) == [("grading", ["Risk grades · margin: 3 → 4"])]
    decided(cfo, submitted(maker, begun(maker, text=edited(old="margin: 3", new="margin: 5"))))
    told = maker.get("/policy-upgrades").json["items"]
    assert [(each["lines"], each["kept"]) for each in told] == [([], ["Risk grades · margin: 5 → 4"])]
    assert maker.post("/policy-upgrades/propose", {"title": "t"}).json["code"] == "nothing_offered"
