"""Versions that are agreed to and wait for their day: nothing brings them forward unseen, and they can be taken back."""

import pytest

from kedun.accounts.models import Audit
from kedun.assessments.queries import live_policy
from kedun.definitions.models import Version
from kedun.definitions.queries import live
from kedun.kernel.clock import clock, today
from kedun.kernel.days import to_date
from tests.definitions.test_changes import begun, body, decided, edited, submitted
from tests.definitions.test_together import using_it, with_an_unused_indicator
from tests.web.clients import ApiClient, client_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("policy")]
AHEAD = 10


def day(ahead: int = AHEAD) -> str:
    return to_date(today(clock()) + ahead).isoformat()


@pytest.fixture
def scheduled(maker: ApiClient, cfo: ApiClient) -> int:
    """Give the number of a change of the cut-off to 62 that waits for its day."""
    change = submitted(maker, begun(maker), live_from=day())
    decided(cfo, change)
    return int(change["id"])


def cut_off(ahead: int) -> int | None:
    return live_policy(today(clock()) + ahead).policy.placing.grading.bands[0].below


def test_an_edit_starts_from_what_is_in_force_and_not_from_what_is_to_come(maker: ApiClient, scheduled: int) -> None:
    change = begun(maker, "grading", body("grading").replace("margin: 2", "margin: 3"))
    assert change["drafts"][0]["base_version"] == 1
    assert change["drafts"][0]["lines"] == ["Risk grades · margin: 2 → 3"], "nothing of the version to come"


@pytest.mark.parametrize("ahead", [0, AHEAD - 1])
def test_a_change_before_a_version_to_come_is_refused(maker: ApiClient, scheduled: int, ahead: int) -> None:
    change = begun(maker, "grading", body("grading").replace("margin: 2", "margin: 3"))
    told = maker.post(f"/policy-changes/{change['id']}/submit", {"reason": "r", "live_from": day(ahead)})
    assert (told.status, told.json["code"]) == (409, "later_version_waits")
    assert "Version 2" in told.json["message"]
    assert day() in told.json["message"]


def test_a_change_on_its_day_starts_from_the_version_to_come(maker: ApiClient, cfo: ApiClient, scheduled: int) -> None:
    change = begun(maker, "grading", edited(new="below: 62").replace("margin: 2", "margin: 3"))
    path = f"/policy-changes/{change['id']}"
    stale = maker.post(f"{path}/submit", {"reason": "r", "live_from": day()})
    assert (stale.status, stale.json["code"]) == (409, "definition_changed_meanwhile")
    maker.put(f"{path}/drafts/grading", {"body": change["drafts"][0]["body"], "base_version": 2})
    again = submitted(maker, change, live_from=day())
    assert again["drafts"][0]["lines"] == ["Risk grades · margin: 2 → 3"]
    decided(cfo, again)
    assert [live("grading", on=today(clock()) + ahead)["grading"].version for ahead in (0, AHEAD)] == [1, 3]


def test_what_waits_for_its_day_can_be_taken_back(maker: ApiClient, cfo: ApiClient, scheduled: int) -> None:
    path = f"/policy-changes/{scheduled}"
    assert maker.get(path).json["is_to_come"] is True
    assert cut_off(AHEAD) == 62
    told = cfo.post(f"{path}/cancel", {"reason": "the year went well"})
    assert (told.status, told.json["state"]["code"], told.json["is_to_come"]) == (200, "cancelled", False)
    assert cut_off(AHEAD) == 60
    rows = cfo.get("/policy/grading/versions").json["items"]
    assert [(row["version"], row["is_cancelled"], row["is_live"]) for row in rows] == [
        (2, True, False),
        (1, False, True),
    ]
    noted = Audit.objects.get(verb="policy.cancelled")
    assert (noted.actor, noted.params["reason"]) == (f"person:{cfo.person.pk}", "the year went well")
    again = cfo.post(f"{path}/cancel", {"reason": "twice"})
    assert (again.status, again.json["code"]) == (409, "nothing_to_cancel")
    decided(cfo, submitted(maker, begun(maker, text=edited(new="below: 65"))))
    assert (live("grading")["grading"].version, cut_off(0)) == (3, 65), "its number is not given a second time"


def test_what_is_in_force_cannot_be_cancelled_and_not_by_everybody(maker: ApiClient, cfo: ApiClient) -> None:
    change = submitted(maker, begun(maker))
    path = f"/policy-changes/{change['id']}/cancel"
    assert maker.post(path, {"reason": "r"}).json["code"] == "nothing_to_cancel"
    decided(cfo, change)
    assert maker.post(path, {"reason": "r"}).json["code"] == "nothing_to_cancel"
    assert maker.post(path, {"reason": " "}).json["code"] == "reason_missing"
    assert client_of("sales_director").post(path, {"reason": "r"}).status == 403
    assert not Version.objects.exclude(cancellation=None).exists()


def test_what_another_version_rests_on_is_not_cancelled_before_it(maker: ApiClient, cfo: ApiClient) -> None:
    without = with_an_unused_indicator(maker, cfo)
    first = begun(maker, "rules", using_it())
    decided(cfo, submitted(maker, first, live_from=day()))
    restored = maker.post("/policy/indicators/versions/1/restore", {"title": "Back"}).json
    assert restored["drafts"][0]["body"] == without
    told = maker.post(f"/policy-changes/{restored['id']}/submit", {"reason": "r", "live_from": day(20)})
    assert (told.status, told.json["code"]) == (409, "still_needed")
    both = begun(maker, "grading")
    decided(cfo, submitted(maker, both, live_from=day(5)))
    later = begun(maker, "grading", edited(new="below: 65"))
    maker.put(f"/policy-changes/{later['id']}/drafts/grading", {"body": edited(new="below: 65"), "base_version": 3 - 1})
    decided(cfo, submitted(maker, later, live_from=day(8)))
    refused = cfo.post(f"/policy-changes/{both['id']}/cancel", {"reason": "r"})
    assert (refused.status, refused.json["code"]) == (409, "later_version_waits")
    assert cfo.post(f"/policy-changes/{later['id']}/cancel", {"reason": "r"}).status == 200
    assert cfo.post(f"/policy-changes/{both['id']}/cancel", {"reason": "r"}).status == 200
