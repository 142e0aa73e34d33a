"""Findings are shown to those who may see the policy of the whole firm: of what is in force, and of a change."""

from typing import Any, cast

import pytest

from kedun.approvals.models import Request
from kedun.definitions.actions import publish
from kedun.definitions.documents import read
from kedun.definitions.queries import live
from kedun.definitions.starter import draft_of
from kedun.kernel.clock import SystemClock, clock, today
from kedun.pipeline.starter import load_definitions
from kedun.review.linter.queries import brought
from tests.web.clients import ApiClient, client_of, key_client

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def policy(db: None) -> None:
    load_definitions(SystemClock())


def test_findings_of_a_change_are_shown_before_it_is_submitted() -> None:
    maker = client_of("credit_manager", language="en")
    in_force = maker.get("/policy-findings").json["items"]
    change = maker.post("/policy-changes", {"title": "A narrow grade"}).json
    text = live("grading")["grading"].body.replace("below: 80", "below: 61")
    assert maker.put(f"/policy-changes/{change['id']}/drafts/grading", {"body": text}).status == 200
    found = maker.get("/policy-findings", change=change["id"]).json["items"]
    [new] = [each for each in found if each not in in_force]
    assert (new["gravity"], new["code"], new["place"]) == ("fault", "margin_too_wide", "bands.medium")
    assert new["kind_label"] == "Risk grades"
    assert "1 points wide" in new["problem"]
    spoken = maker.get("/policy-findings", change=change["id"], lang="zh").json["items"]
    assert any("缩小稳定带" in each["remedy"] for each in spoken)


def test_nobody_else_sees_them() -> None:
    assert client_of("sales").get("/policy-findings").status == 403
    assert client_of("outside_expert").get("/policy-findings").status == 403
    assert key_client("reader").get("/policy-findings").status == 403
    assert client_of("cfo").get("/policy-findings", change=999).status == 404


def begun(kind: str, old: str, new: str) -> tuple[ApiClient, str]:
    maker = client_of("credit_manager", language="en")
    client_of("cfo")
    change = maker.post("/policy-changes", {"title": "t"}).json
    text = live(kind)[kind].body
    assert old in text
    maker.put(f"/policy-changes/{change['id']}/drafts/{kind}", {"body": text.replace(old, new, 1)})
    return maker, f"/policy-changes/{change['id']}/submit"


def test_a_change_that_brings_a_fault_cannot_be_submitted() -> None:
    maker, path = begun("grading", "below: 80", "below: 61")
    told = maker.post(path, {"reason": "r", "confirmed": True})
    assert (told.status, told.json["code"]) == (422, "change_has_faults")
    [field] = told.json["fields"]
    assert (field["field"], field["code"]) == ("grading.bands.medium", "margin_too_wide")
    assert "1 points wide" in told.json["message"]


def test_doubts_that_a_change_brings_have_to_be_confirmed() -> None:
    maker, path = begun("grading", "below: 60", "below: 62")
    told = maker.post(path, {"reason": "r"})
    assert (told.status, told.json["code"]) == (409, "doubts_unconfirmed")
    assert [field["code"] for field in told.json["fields"]] == ["high_risk_above_sixty"]
    asked = maker.post(path, {"reason": "r", "confirmed": True})
    assert asked.status == 200
    shown = Request.objects.get(pk=asked.json["approval"]).shown
    assert "62" in shown["doubts"][0]["en"], "whoever decides sees what was confirmed"


def test_what_was_doubtful_before_is_not_brought() -> None:
    maker, path = begun("scorecard", "weight: 14", "weight: 15")
    assert maker.get("/policy-findings").json["items"], "nobody has most of the roles here"
    assert maker.post(path, {"reason": "r"}).status == 200


def test_a_policy_that_does_not_work_has_no_findings_of_its_own() -> None:
    text = live("rules")["rules"].body.replace('when: "overdue_days_max > days', 'when: "no_such > days', 1)
    draft = draft_of(text, kind="rules", key="rules", file="")
    publish(draft, actor="test", on=today(clock()), reason="", at=clock().now())
    found = brought(
        {"rules": cast("Any", read(text.replace("no_such", "overdue_days_max"), file="rules"))}, today(clock())
    )
    assert found
    assert not [each for each in found if each.gravity == "fault"], "so what mends it can go in"
