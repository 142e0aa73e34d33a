"""Findings are shown to those who may see the policy of the whole firm: of what is in force, and of a change."""

import pytest

from kedun.definitions.queries import live
from kedun.kernel.clock import SystemClock
from kedun.pipeline.starter import load_definitions
from tests.web.clients import client_of, key_client

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
