"""From a draft to a policy in force: checked, agreed to by somebody else, live from its day, and back again."""

from datetime import timedelta
from typing import Any

import pytest

from kedun.accounts.models import Audit
from kedun.assessments.queries import live_policy
from kedun.definitions.changes import actions
from kedun.definitions.models import ChangeSet, Version
from kedun.definitions.queries import live
from kedun.kernel.clock import clock, today
from kedun.kernel.days import to_date
from kedun.outbox.queries import waiting
from kedun.pipeline.decisions import follow_decisions
from tests.web.clients import ApiClient, client_of, key_client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("policy")]


def body(kind: str) -> str:
    return live(kind)[kind].body


def edited(kind: str = "grading", old: str = "below: 60", new: str = "below: 62") -> str:
    text = body(kind)
    assert old in text
    return text.replace(old, new, 1)


def begun(client: ApiClient, kind: str = "grading", text: str | None = None) -> dict[str, Any]:
    made = client.post("/policy-changes", {"title": "Stricter"}).json
    told = client.put(f"/policy-changes/{made['id']}/drafts/{kind}", {"body": text or edited()})
    assert told.status == 200, told.json
    found: dict[str, Any] = told.json
    return found


def submitted(client: ApiClient, change: dict[str, Any], **more: Any) -> dict[str, Any]:
    told = client.post(f"/policy-changes/{change['id']}/submit", {"reason": "losses", "confirmed": True, **more})
    assert told.status == 200, told.json
    found: dict[str, Any] = told.json
    return found


def decided(client: ApiClient, change: dict[str, Any], verdict: str = "approve") -> None:
    shown = client.get(f"/approvals/{change['approval']}").json
    ballot = {"verdict": verdict, "shown_hash": shown["shown_hash"], "note": "seen"}
    told = client.post(f"/approvals/{change['approval']}/vote", ballot)
    assert told.status == 200, told.json
    follow_decisions(clock=clock())


def test_a_change_goes_from_draft_to_force(maker: ApiClient, cfo: ApiClient) -> None:
    change = begun(maker)
    words = "Risk grades · “High risk” · below: 60 → 62"
    assert (change["state"]["code"], change["check"]["passes"]) == ("draft", True)
    assert change["drafts"][0]["lines"] == [words]
    change = submitted(maker, change)
    assert change["state"]["code"] == "submitted"
    shown = cfo.get(f"/approvals/{change['approval']}").json
    assert (shown["title"], shown["lines"], shown["reason"]) == ("Stricter", [words], "losses")
    before = live_policy(today(clock())).policy
    decided(cfo, change)
    after = live_policy(today(clock())).policy
    assert (before.placing.grading.bands[0].below, after.placing.grading.bands[0].below) == (60, 62)
    assert before.hash != after.hash
    assert cfo.get(f"/policy-changes/{change['id']}").json["published"] == {"grading:grading": 2}
    assert [each.key for each in waiting("policy.changed")] == [f"change:{change['id']}"]
    newest = cfo.get("/policy/grading/versions/2").json
    assert (newest["lines"], newest["by"], newest["reason"]) == ([words], maker.person.name, "losses")
    assert [row["version"] for row in cfo.get("/policy/grading/versions").json["items"] if row["is_live"]] == [2]
    verbs = list(Audit.objects.filter(subject=f"change:{change['id']}").order_by("id").values_list("verb", flat=True))
    assert verbs == [
        "policy.begin", "policy.draft", "approval.ask", "approval.vote", "approval.approved", "policy.published",
    ]  # fmt: skip
    follow_decisions(clock=clock())
    assert Version.objects.filter(kind="grading").count() == 2, "done twice, nothing happens"


def test_whoever_began_it_cannot_agree_to_it(maker: ApiClient, cfo: ApiClient) -> None:
    change = submitted(maker, begun(maker))
    shown = maker.get(f"/approvals/{change['approval']}").json
    told = maker.post(
        f"/approvals/{change['approval']}/vote", {"verdict": "approve", "shown_hash": shown["shown_hash"]}
    )
    assert (told.status, told.json["code"]) == (403, "own_request")
    follow_decisions(clock=clock())
    assert live("grading")["grading"].version == 1


def test_it_comes_into_force_on_its_day_and_not_before(maker: ApiClient, cfo: ApiClient) -> None:
    on = today(clock()) + 10
    change = submitted(maker, begun(maker), live_from=to_date(on).isoformat())
    decided(cfo, change)
    assert [live("grading", on=day)["grading"].version for day in (on - 1, on)] == [1, 2]
    assert waiting("policy.changed") == (), "nothing changes today"
    rows = cfo.get("/policy/grading/versions").json["items"]
    assert [(row["version"], row["is_live"]) for row in rows] == [(2, False), (1, True)]


@pytest.mark.parametrize("days", [-1, 400])
def test_a_day_that_has_passed_or_lies_too_far_is_refused(maker: ApiClient, cfo: ApiClient, days: int) -> None:
    change = begun(maker)
    day = (clock().now() + timedelta(days=days)).date().isoformat()
    told = maker.post(f"/policy-changes/{change['id']}/submit", {"reason": "r", "live_from": day})
    assert (told.status, told.json["code"]) == (422, "day_passed")


def test_what_does_not_work_together_is_said_and_cannot_be_submitted(maker: ApiClient, cfo: ApiClient) -> None:
    broken = edited("rules", 'when: "overdue_days_max > days', 'when: "overdue_day_max > days')
    change = begun(maker, "rules", broken)
    assert change["check"]["passes"] is False
    assert "overdue_day_max" in change["check"]["message"]
    told = maker.post(f"/policy-changes/{change['id']}/submit", {"reason": "r"})
    assert (told.status, told.json["code"]) == (422, change["check"]["code"])
    unreadable = maker.put(f"/policy-changes/{change['id']}/drafts/rules", {"body": "rules: [*a"})
    assert unreadable.status == 422
    assert "line 1" in unreadable.json["message"]


def test_drafts_of_several_documents_are_checked_together(maker: ApiClient, cfo: ApiClient) -> None:
    change = begun(maker, "rules", edited("rules", "overdue_days_max > days", "worst_days > days"))
    assert not change["check"]["passes"]
    renamed = body("indicators").replace("  overdue_days_max:", "  worst_days:")
    told = maker.put(f"/policy-changes/{change['id']}/drafts/indicators", {"body": renamed}).json
    assert [draft["kind"] for draft in told["drafts"]] == ["indicators", "rules"]
    assert not told["check"]["passes"], "the card still names the old key"


def test_a_change_that_changes_nothing_is_not_submitted(maker: ApiClient, cfo: ApiClient) -> None:
    change = begun(maker, "grading", body("grading") + "# a comment\n")
    told = maker.post(f"/policy-changes/{change['id']}/submit", {"reason": "r"})
    assert (told.status, told.json["code"]) == (422, "nothing_changes")


def test_comments_that_are_not_kept_are_said(maker: ApiClient, cfo: ApiClient) -> None:
    change = begun(maker, "grading", body("grading") + "# a comment\n")
    told = "Risk grades: only comments or layout differ, which are not kept"
    assert change["drafts"][0]["lines"] == [told]
    also = edited("scorecard", "weight: 14", "weight: 15")
    maker.put(f"/policy-changes/{change['id']}/drafts/scorecard", {"body": also})
    shown = cfo.get(f"/approvals/{submitted(maker, change)['approval']}").json
    assert told in shown["lines"]
    assert len(shown["lines"]) == 2


def test_whoever_decides_reads_the_text_before_and_after(maker: ApiClient, cfo: ApiClient) -> None:
    change = submitted(maker, begun(maker))
    lines = cfo.get(f"/policy-changes/{change['id']}/drafts/grading/text").json["lines"]
    assert "\n".join(each["text"] for each in lines if each["side"] != "after") == body("grading").rstrip("\n")
    assert "\n".join(each["text"] for each in lines if each["side"] != "before") == edited().rstrip("\n")
    apart = [(each["side"], "below: 60" in each["text"]) for each in lines if each["side"] != "both"]
    assert apart == [("before", True), ("after", False)]
    missing = cfo.get(f"/policy-changes/{change['id']}/drafts/rules/text")
    assert (missing.status, missing.json["code"]) == (404, "draft_missing")
    assert client_of("sales").get(f"/policy-changes/{change['id']}/drafts/grading/text").status == 403


def test_a_change_overtaken_by_another_is_outdated_and_can_be_made_anew(maker: ApiClient, cfo: ApiClient) -> None:
    other = client_of("ceo")
    first, second = submitted(maker, begun(maker)), submitted(other, begun(other, text=edited(new="below: 65")))
    decided(cfo, first)
    decided(cfo, second)
    shown = other.get(f"/policy-changes/{second['id']}").json
    assert (shown["state"]["code"], live("grading")["grading"].version) == ("outdated", 2)
    stale = other.post(f"/policy-changes/{second['id']}/submit", {"reason": "r"})
    assert (stale.status, stale.json["code"]) == (409, "definition_changed_meanwhile")
    draft = {"body": edited(old="below: 62", new="below: 65"), "base_version": 2}
    assert other.put(f"/policy-changes/{second['id']}/drafts/grading", draft).status == 200
    decided(cfo, submitted(other, second))
    assert live("grading")["grading"].version == 3


def test_a_refused_change_can_be_edited_and_asked_for_again(maker: ApiClient, cfo: ApiClient) -> None:
    change = submitted(maker, begun(maker))
    locked = maker.put(f"/policy-changes/{change['id']}/drafts/grading", {"body": edited(new="below: 61")})
    assert (locked.status, locked.json["code"]) == (409, "not_editable")
    decided(cfo, change, "refuse")
    assert maker.get(f"/policy-changes/{change['id']}").json["state"]["code"] == "refused"
    maker.put(f"/policy-changes/{change['id']}/drafts/grading", {"body": edited(new="below: 61")})
    decided(cfo, submitted(maker, change))
    assert live_policy(today(clock())).policy.placing.grading.bands[0].below == 61


def test_a_submitted_change_is_withdrawn_with_its_request(maker: ApiClient, cfo: ApiClient) -> None:
    change = submitted(maker, begun(maker))
    assert maker.post(f"/policy-changes/{change['id']}/withdraw").json["state"]["code"] == "withdrawn"
    assert cfo.get(f"/approvals/{change['approval']}").json["state"]["code"] == "withdrawn"
    follow_decisions(clock=clock())
    assert ChangeSet.objects.get().state == "withdrawn"


def test_an_old_version_comes_back_as_the_next_one(maker: ApiClient, cfo: ApiClient) -> None:
    decided(cfo, submitted(maker, begun(maker)))
    made = maker.post("/policy/grading/versions/1/restore", {"title": "Back"}).json
    assert made["drafts"][0]["lines"] == ["Risk grades · “High risk” · below: 62 → 60"]
    decided(cfo, submitted(maker, made))
    rows = {row.version: row.sha256 for row in Version.objects.filter(kind="grading")}
    assert rows[3] == rows[1] != rows[2]


def test_only_its_maker_edits_a_change_others_comment(maker: ApiClient, cfo: ApiClient) -> None:
    change = begun(maker)
    path = f"/policy-changes/{change['id']}"
    for told in (
        cfo.put(f"{path}/drafts/grading", {"body": edited()}),
        cfo.delete(f"{path}/drafts/grading"),
        cfo.post(f"{path}/submit", {"reason": "r"}),
        cfo.post(f"{path}/withdraw"),
    ):
        assert (told.status, told.json["code"]) == (403, "not_your_change")
    said = cfo.post(f"{path}/comments", {"text": "Why 62?"}).json["comments"]
    assert [(each["by"], each["text"]) for each in said] == [(cfo.person.name, "Why 62?")]
    assert client_of("sales").get(path).status == 403
    assert key_client("writer").get(path).status == 403
    assert [each["id"] for each in cfo.get("/policy-changes", state="draft").json["items"]] == [change["id"]]
    assert maker.get("/policy-changes/999999").json["code"] == "change_missing"


def test_nobody_overwrites_anothers_edit_unseen(maker: ApiClient) -> None:
    change = begun(maker)
    path = f"/policy-changes/{change['id']}/drafts/grading"
    assert maker.put(path, {"body": edited(new="below: 61"), "revision": change["revision"]}).status == 200
    told = maker.put(path, {"body": edited(new="below: 63"), "revision": change["revision"]})
    assert (told.status, told.json["code"]) == (409, "change_edited_meanwhile")
    assert maker.delete(path).status == 204
    assert maker.delete(path).json["code"] == "draft_missing"


def test_a_change_can_be_called_otherwise_until_it_is_submitted(maker: ApiClient, cfo: ApiClient) -> None:
    change = begun(maker)
    path = f"/policy-changes/{change['id']}"
    told = maker.patch(path, {"title": " Stricter in the north ", "revision": change["revision"]}).json
    assert (told["title"], told["revision"]) == ("Stricter in the north", change["revision"] + 1)
    stale = maker.patch(path, {"title": "Other", "revision": change["revision"]})
    assert (stale.status, stale.json["code"]) == (409, "change_edited_meanwhile")
    assert maker.patch(path, {"title": "  "}).json["code"] == "title_missing"
    assert cfo.patch(path, {"title": "Mine"}).json["code"] == "not_your_change"
    submitted(maker, change)
    assert maker.patch(path, {"title": "Other"}).json["code"] == "not_editable"


@pytest.mark.parametrize(
    ("path", "sent", "code"),
    [
        ("/policy-changes", {"title": " "}, "title_missing"),
        ("/policy/grading/versions/9/restore", {"title": "t"}, "definition_not_found"),
    ],
)
def test_what_is_missing_is_said(maker: ApiClient, path: str, sent: dict[str, Any], code: str) -> None:
    assert maker.post(path, sent).json["code"] == code


def test_a_change_of_the_table_of_authority_needs_agreement_too(maker: ApiClient, cfo: ApiClient) -> None:
    text = body("authority").replace("[credit_manager, cfo, ceo]", "[king]")
    assert begun(maker, "authority", text)["check"]["code"] == "authority_unreadable"
    decided(cfo, submitted(maker, begun(maker, "authority", text.replace("[king]", "[ceo]"))))
    told = maker.post(f"/policy-changes/{begun(maker)['id']}/submit", {"reason": "r", "confirmed": True})
    assert (told.status, told.json["code"]) == (409, "nobody_to_decide"), "there is no CEO here"


def test_every_document_in_force_is_listed(maker: ApiClient) -> None:
    items = maker.get("/policy").json["items"]
    assert {each["kind"] for each in items} == {draft.kind for draft in Version.objects.all()}
    assert len(items) <= actions.MOST_DRAFTS
