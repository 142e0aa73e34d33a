"""A definition ends: left out by an approved change from a day, never deleted, refused while others rest on it, and back again."""

from typing import Any

import pytest

from kedun.accounts.roles import Role
from kedun.definitions import documents
from kedun.definitions.queries import live
from kedun.definitions.retirement.parts import labels, parts, retirements, users
from kedun.definitions.retirement.texts import with_again, without
from kedun.definitions.shipped import STARTER
from kedun.kernel.clock import clock, today
from kedun.kernel.days import to_date
from kedun.kernel.hashing import canonical
from kedun.kernel.words import Words
from tests.definitions.test_changes import decided, submitted
from tests.web.clients import ApiClient, client_of

RULE = "rules.lawsuit"
BODIES = {
    kind: (STARTER / f"{kind}.yaml").read_text(encoding="utf-8")
    for kind in (
        *("indicators", "rules", "signals", "contingency_plans", "letters", "strategies", "scorecard", "value_card"),
    )
}


@pytest.mark.parametrize("kind", sorted(BODIES))
def test_whatever_is_taken_out_of_a_shipped_text_leaves_all_else_and_can_be_put_back(kind: str) -> None:
    body = BODIES[kind]
    before = parts(kind, documents.read(body))
    assert before
    for place in [*before][:: max(1, len(before) // 6)] + [*before][-1:]:
        left = without(body, place)
        assert parts(kind, documents.read(left)) == {at: each for at, each in before.items() if at != place}
        again = with_again(left, body, place)
        assert {at: canonical(each) for at, each in parts(kind, documents.read(again)).items()} == {
            at: canonical(each) for at, each in before.items()
        }
        lines = body.splitlines()
        assert [line for line in left.splitlines() if line not in lines] == []
        assert sorted(again.splitlines()) == sorted(lines)


@pytest.mark.parametrize(
    ("body", "left", "again"),
    [
        pytest.param("rules: {a: 1, b: 2}\n", "rules:\n  b: 2\n", "rules:\n  b: 2\n  a: 1\n", id="in one line"),
        pytest.param("rules:\n  # why a\n  a: 1\n  b: 2", "rules:\n  b: 2", "rules:\n  b: 2\n  # why a\n  a: 1\n",
                     id="with the comment above it, and no end of line"),
        pytest.param("rules:\n  a:\n    x: |\n      one\n\n  b: 2\n", "rules:\n  b: 2\n",
                     "rules:\n  b: 2\n  a:\n    x: |\n      one\n\n", id="a text of several lines"),
        pytest.param("rules:\n  a: {}\n", "rules: {}\n", "rules:\n  a: {}\n", id="the only one"),
    ],
)  # fmt: skip
def test_texts_are_edited_in_place_where_they_can_be(body: str, left: str, again: str) -> None:
    assert without(body, ("rules", "a")) == left
    assert with_again(left, body, ("rules", "a")) == again


@pytest.mark.parametrize(
    ("body", "again"),
    [
        ("rules:\n    b: 2\n", "rules:\n    b: 2\n    a: {x: 1}\n"),
        ("rules:\n b: 2\n", "rules:\n b: 2\n a: {x: 1}\n"),
        ("label: {zh: 甲, en: A}\n", "label:\n  zh: 甲\n  en: A\nrules:\n  a:\n    x: 1\n"),
    ],
)
def test_what_comes_back_stands_as_far_in_as_the_others(body: str, again: str) -> None:
    assert with_again(body, "rules:\n  a: {x: 1}\n", ("rules", "a")) == again


def test_an_item_of_a_card_goes_back_into_a_list_that_is_gone() -> None:
    old = "items:\n- {indicator: a, weight: 1}\n"
    assert without(old, ("items", "a")) == "items: []\n"
    back = with_again("label: {zh: 甲, en: A}\n", old, ("items", "a"))
    assert documents.read(back) == {"label": {"zh": "甲", "en": "A"}, "items": [{"indicator": "a", "weight": 1}]}


def test_what_ended_came_back_and_ended_again_is_told_once() -> None:
    a, b = ("rules", "a"), ("rules", "b")
    name = Words("甲", "A")
    found = retirements([(1, {a: name, b: None}), (2, {b: None}), (3, {a: name, b: None}), (5, {b: None})])
    assert [(each.place, each.label, each.last, each.since) for each in found.values()] == [(a, name, 3, 5)]
    assert retirements([(1, {a: name}), (2, {}), (3, {a: name})]) == {}
    assert labels("grading", {"bands": []}) == {}, "only the whole is replaced"


def test_what_rests_on_what() -> None:
    documents_there: Any = {
        "indicators": {
            "measures": {"owed": {}},
            "indicators": {
                "late": {"formula": "owed", "label": {"zh": "late", "en": "late"}},
                "owed": {"formula": "owed"},
                "later": {"formula": "late * 2"},
            },
        },
        "rules": {"rules": {"r": {"when": "late > 1", "cooldown_days": 30, "label": {"zh": "规", "en": "R"}}}},
        "scorecard": {"items": [{"indicator": "owed"}]},
        "rule_choice": {"enabled": ["r"], "thresholds": {}},
        "contingency_plans": {"contingency_plans": {"p": {"rules": ["q"], "about": {"zh": "r", "en": "r"}}}},
    }

    def named(kind: str, key: str) -> list[tuple[str, str]]:
        return [(each.kind, ".".join(each.place)) for each in users(kind, (kind, key), documents_there)]

    del documents_there["indicators"]["indicators"]["late"]

    assert named("indicators", "late") == [("indicators", "indicators.later"), ("rules", "rules.r")]
    assert named("indicators", "owed") == [("scorecard", "items.owed")], "a formula means the measure of that name"
    assert named("rules", "r") == [("rule_choice", "")]
    assert named("signals", "r") == []


def retire(client: ApiClient, place: str, **more: Any) -> Any:
    kind = more.pop("kind", place.split(".")[0])
    return client.post(f"/policy/{kind}/retire", {"place": place, "title": "End", **more})


@pytest.fixture
def english() -> ApiClient:
    return client_of("credit_manager", language="en")


@pytest.mark.django_db
@pytest.mark.usefixtures("policy")
@pytest.mark.parametrize("key", ["unapplied_minor", "due_unknown_minor", "overdue_31_60_minor"])
def test_a_reading_by_which_pages_add_up_ages_is_not_retired(english: ApiClient, key: str) -> None:
    change = retire(english, f"indicators.{key}").json
    assert (change["check"]["passes"], change["check"]["code"]) == (False, "pages_need")
    told = english.post(f"/policy-changes/{change['id']}/submit", {"reason": "unused", "confirmed": True})
    assert (told.status, told.json["code"]) == (409, "pages_need")
    assert key in told.json["message"]


@pytest.mark.django_db
@pytest.mark.usefixtures("policy")
def test_a_rule_on_which_a_plan_rests_is_not_retired_until_the_plan_lets_go(maker: ApiClient, cfo: ApiClient) -> None:
    told = retire(maker, RULE)
    assert (told.status, told.json["code"]) == (409, "still_needed")
    assert told.json["message"] == (
        "“Sued” (Rules) cannot be retired: these still rest on it: “Lawsuits and official measures” (Contingency plans)."
        " Change or retire them first, in the same change or before."
    )
    assert maker.get("/policy-changes").json["items"] == [], "what is refused leaves nothing behind"
    zh = client_of("cfo", language="zh")
    assert "不能停用预警规则“涉诉（作为被告）”" in retire(zh, RULE).json["message"]

    plans = live("contingency_plans")["contingency_plans"].body
    change = maker.post("/policy-changes", {"title": "No lawsuits"}).json
    kept = plans.replace("rules: [lawsuit, ", "rules: [", 1)
    assert kept != plans
    maker.put(f"/policy-changes/{change['id']}/drafts/contingency_plans", {"body": kept})
    told = retire(maker, RULE, change=change["id"])
    assert told.status == 201, told.json
    (rules,) = (each for each in told.json["drafts"] if each["kind"] == "rules")
    assert rules["lines"][0].startswith("Rules · “Sued”: retired Sued (")
    assert told.json["check"]["passes"] is True

    day = today(clock()) + 5
    decided(cfo, submitted(maker, told.json, live_from=to_date(day).isoformat()))
    found = cfo.get("/policy/rules/retired").json
    assert RULE in found["present"], "until its day"
    (line,) = found["items"]
    assert (line["place"], line["label"], line["is_to_come"]) == (RULE, "Sued", True)
    assert (line["live_from"], line["by"], line["reason"]) == (
        to_date(day).isoformat(), maker.person.name, "losses",
    )  # fmt: skip
    assert (line["last_version"], line["version"]) == (1, 2)
    assert "lawsuit" in parts_of("rules", day - 1)
    assert "lawsuit" not in parts_of("rules", day)
    assert "lawsuit" in documents_of("rules", 1), "the version that alerts point to is there"


def parts_of(kind: str, day: int) -> set[str]:
    return {place[-1] for place in parts(kind, documents.read(live(kind, on=day)[kind].body))}


def documents_of(kind: str, number: int) -> set[str]:
    from kedun.definitions.queries import version

    return {place[-1] for place in parts(kind, documents.read(version(kind, kind, number).body))}


@pytest.mark.django_db
@pytest.mark.usefixtures("policy")
def test_a_retired_definition_is_listed_and_comes_back_as_a_new_version(maker: ApiClient, cfo: ApiClient) -> None:
    before = live("letters")["letters"].body
    place = "signals.price_sensitive"
    decided(cfo, submitted(maker, retire(maker, place).json))
    (line,) = cfo.get("/policy/signals/retired").json["items"]
    assert (line["place"], line["is_to_come"], line["version"]) == (place, False, 2)
    assert place not in cfo.get("/policy/signals/retired").json["present"]
    again = {"place": place, "title": "Back"}
    told = maker.post("/policy/signals/bring-back", again)
    assert told.status == 201, told.json
    assert "added" in told.json["drafts"][0]["lines"][0]
    decided(cfo, submitted(maker, told.json))
    assert cfo.get("/policy/signals/retired").json["items"] == []
    assert place.split(".")[1] in parts_of("signals", today(clock()))
    assert live("signals")["signals"].version == 3
    there = maker.post("/policy/signals/bring-back", again)
    assert (there.status, there.json["code"]) == (409, "already_there")
    for wish in ("retire", "bring-back"):
        told = maker.post(f"/policy/signals/{wish}", {"place": "signals.never_was", "title": "?"})
        assert (told.status, told.json["code"]) == (404, "nothing_there")
    assert maker.post("/policy/plans/retire", {"place": "plans.a", "title": "?"}).status == 404
    assert live("letters")["letters"].body == before


@pytest.mark.django_db
@pytest.mark.usefixtures("policy")
def test_an_import_that_leaves_out_what_others_need_is_refused_too(maker: ApiClient) -> None:
    body = without(live("indicators")["indicators"].body, ("indicators", "overdue_share"))
    change = maker.post("/policy-changes", {"title": "Fewer"}).json
    told = maker.put(f"/policy-changes/{change['id']}/drafts/indicators", {"body": body})
    assert told.json["check"]["code"] == "still_needed"
    assert "Health scorecard" in told.json["check"]["message"]
    told = maker.post(f"/policy-changes/{change['id']}/submit", {"reason": "r", "confirmed": True})
    assert (told.status, told.json["code"]) == (409, "still_needed")


@pytest.mark.django_db
@pytest.mark.usefixtures("policy")
@pytest.mark.parametrize("role", ["sales", "auditor", "finance"])
def test_only_those_who_may_change_the_policy_retire(role: Role) -> None:
    assert retire(client_of(role), "letters.care").status == 403


@pytest.mark.django_db
@pytest.mark.usefixtures("policy")
def test_a_change_for_a_later_day_leaves_out_of_what_is_in_force_then(maker: ApiClient, cfo: ApiClient) -> None:
    letters = live("letters")["letters"].body
    later = letters.replace("请", "敬请", 1)
    assert later != letters
    change = submitted(
        maker, retire(maker, "signals.price_sensitive").json, live_from=to_date(today(clock()) + 9).isoformat()
    )
    maker.post(f"/policy-changes/{change['id']}/withdraw")
    coming = maker.post("/policy-changes", {"title": "Politer"}).json
    coming = maker.put(f"/policy-changes/{coming['id']}/drafts/letters", {"body": later}).json
    decided(cfo, submitted(maker, coming, live_from=to_date(today(clock()) + 5).isoformat()))
    place = list(cfo.get("/policy/letters/retired").json["present"])[-1]
    maker.put(f"/policy-changes/{change['id']}/drafts/contingency_plans", {"body": "plans: {}"})
    maker.put(f"/policy-changes/{change['id']}/drafts/strategies", {"body": "strategies: {}"})
    told = retire(maker, place, kind="letters", change=change["id"])
    assert told.status == 201, told.json
    (draft,) = (each for each in told.json["drafts"] if each["kind"] == "letters")
    assert draft["base_version"] == 2
    assert len(draft["lines"]) == 1, "nothing but what is left out"


@pytest.mark.django_db
@pytest.mark.usefixtures("policy")
def test_two_who_retire_in_one_change_do_not_overwrite_each_other(maker: ApiClient) -> None:
    change = maker.post("/policy-changes", {"title": "Less"}).json
    into = {"change": change["id"], "revision": change["revision"]}
    assert retire(maker, "signals.price_sensitive", **into).status == 201
    stale = retire(maker, "signals.price_sensitive", **into)
    assert (stale.status, stale.json["code"]) == (409, "change_edited_meanwhile")
    stale = maker.post("/policy/signals/bring-back", {"place": "signals.price_sensitive", "title": "", **into})
    assert (stale.status, stale.json["code"]) == (409, "change_edited_meanwhile")
