"""What people do with alerts over the API: allowed moves, who may, revisions, many at once."""

from typing import Any

import pytest

from kedun.accounts.models import Person
from kedun.accounts.queries import audit
from kedun.alerts import actions
from kedun.alerts.models import Alert
from kedun.alerts.queries import alert, history
from kedun.outbox.queries import waiting
from tests.alerts.builders import CLOCK
from tests.alerts.test_inbox import clear, house, opened
from tests.web.clients import client_of, key_client, person_of

pytestmark = pytest.mark.django_db
__all__ = ("house",)


def test_every_move_leads_where_it_should() -> None:
    client, number = client_of("finance", language="en"), opened("A")
    person = client.person.pk
    done = client.post(f"/alerts/{number}/acknowledge", {"revision": 1}).json
    assert done == {
        "format": 1, "id": number, "state": "acknowledged", "state_label": "acknowledged", "revision": 2, "owner": None,
        "snoozed_until": None, "allowed": ["snooze", "resolve", "reopen", "assign"],
    }  # fmt: skip
    done = client.post(f"/alerts/{number}/snooze", {"revision": 2, "until": "2026-03-09"}).json
    assert (done["state"], done["snoozed_until"]) == ("snoozed", "2026-03-09")
    done = client.post(f"/alerts/{number}/assign", {"revision": 3, "owner": person}).json
    assert (done["state"], done["owner"]) == ("snoozed", person)
    done = client.post(f"/alerts/{number}/resolve", {"revision": 4, "reason": "paid", "note": "Wired."}).json
    assert (done["state"], done["allowed"]) == ("resolved", ["reopen"])
    done = client.post(f"/alerts/{number}/reopen", {"revision": 5}).json
    assert (done["state"], done["revision"]) == ("open", 6)
    assert {event.actor for event in history(number)[1:]} == {f"person:{person}"}
    assert len(audit(subject=f"alert:{number}")) == 5


def test_what_was_changed_meanwhile_is_not_overwritten() -> None:
    number = opened("A")
    client_of("finance").post(f"/alerts/{number}/acknowledge", {"revision": 1})
    late = client_of("finance").post(f"/alerts/{number}/resolve", {"revision": 1, "reason": "paid", "note": "x"})
    assert (late.status, late.json["code"], alert(number).state) == (409, "alert_changed_meanwhile", "acknowledged")


def test_a_move_that_is_not_allowed_says_in_words_what_is() -> None:
    number = opened("A")
    client = client_of("finance")
    client.post(f"/alerts/{number}/resolve", {"reason": "paid", "note": "x"})
    refused = client.post(f"/alerts/{number}/snooze", {"until": "2026-03-09"})
    assert (refused.status, refused.json["code"]) == (409, "illegal_move")
    assert refused.json["message"] == f"预警 {number} 当前状态为“已处理”，不能执行“暂停”。现在可以：重新打开。"
    assert refused.json["message_en"] == f'Alert {number} is resolved: "snooze" is not possible. Possible now: reopen.'
    assert refused.json["params"]["move"] == "snooze"


@pytest.mark.parametrize(
    ("move", "body", "status", "code"),
    [
        pytest.param("snooze", {"until": "2026-03-02"}, 422, "bad_snooze_end", id="a snooze that ends today"),
        pytest.param("snooze", {"until": "2028-03-02"}, 422, "bad_snooze_end", id="a snooze for ever"),
        pytest.param("snooze", {"until": "soon"}, 422, "bad_fields", id="no day"),
        pytest.param("snooze", {}, 422, "bad_fields", id="no end"),
        pytest.param("resolve", {"reason": "bored", "note": "x"}, 422, "unknown_closing_reason", id="a reason of one's own"),
        pytest.param("resolve", {"reason": "paid", "note": " "}, 422, "closing_note_missing", id="no note"),
        pytest.param("resolve", {"reason": "paid", "note": "x" * 4_001}, 422, "bad_fields", id="an endless note"),
        pytest.param("resolve", {"reason": "paid", "note": "a\x00b"}, 400, "bad_json", id="a NUL"),
        pytest.param("acknowledge", {"revision": "1"}, 422, "bad_fields", id="a text for a number"),
        pytest.param("acknowledge", {"revision": 0}, 422, "bad_fields", id="a revision that is none"),
        pytest.param("acknowledge", {"colour": "red"}, 422, "bad_fields", id="an unknown field"),
        pytest.param("assign", {}, 422, "bad_fields", id="to whom is not said"),
        pytest.param("assign", {"owner": 999_999}, 422, "nobody_to_look_after", id="to nobody there is"),
        pytest.param("reopen", {}, 409, "illegal_move", id="opening what is open"),
    ],
)  # fmt: skip
def test_refused(move: str, body: dict[str, Any], status: int, code: str) -> None:
    number = opened("A")
    refused = client_of("finance").post(f"/alerts/{number}/{move}", body)
    assert (refused.status, refused.json["code"]) == (status, code)
    assert Alert.objects.get(id=number).revision == 1


def test_an_alert_is_given_only_to_somebody_who_may_see_it() -> None:
    client, number = client_of("finance"), opened("A", owner="张三")
    seller = person_of("sales", names_in_files=("张三",))
    stranger, gone = person_of("sales"), person_of("finance")
    Person.objects.filter(pk=gone.pk).update(is_active=False)
    for nobody in (stranger, gone):
        assert client.post(f"/alerts/{number}/assign", {"owner": nobody.pk}).json["code"] == "nobody_to_look_after"
    assert client.post(f"/alerts/{number}/assign", {"owner": seller.pk}).json["owner"] == seller.pk
    assert [each.topic for each in waiting("alert.assigned")] == ["alert.assigned"]


@pytest.mark.parametrize("role", ["production", "auditor", "outside_expert"])
def test_who_only_looks_moves_nothing(role: Any) -> None:
    number = opened("A")
    client = client_of(role)
    assert client.post(f"/alerts/{number}/acknowledge", {}).status == 403
    assert client.post("/alerts/bulk", {"ids": [number], "move": "acknowledge"}).status == 403
    if role == "auditor":
        assert client.get(f"/alerts/{number}").json["allowed"] == []


def test_a_program_that_writes_may_act() -> None:
    number = opened("A")
    assert key_client("reader").post(f"/alerts/{number}/acknowledge", {}).status == 403
    assert key_client("writer").post(f"/alerts/{number}/acknowledge", {}).json["state"] == "acknowledged"
    assert history(number)[-1].actor.startswith("key:")


def test_many_at_once_each_with_its_outcome() -> None:
    client = client_of("sales", names_in_files=("张三",), language="en")
    mine, moved, hidden = opened("A", owner="张三"), opened("B", owner="张三"), opened("C", owner="李四")
    over = opened("D", owner="张三")
    clear(over)
    actions.acknowledge(moved, actor="x", by_clock=CLOCK)
    body = {
        "ids": [mine, moved, hidden, over, 999_999, mine],
        "move": "snooze",
        "until": "2026-03-09",
        "revisions": {str(moved): 1},
    }
    done = client.post("/alerts/bulk", body)
    assert (done.status, done.json["moved"], done.json["refused"]) == (200, 1, 4)
    outcomes = {each["id"]: (each["ok"], each["state"], each["code"]) for each in done.json["outcomes"]}
    assert outcomes == {
        mine: (True, "snoozed", None), moved: (False, None, "alert_changed_meanwhile"),
        hidden: (False, None, "alert_not_found"), over: (False, None, "illegal_move"),
        999_999: (False, None, "alert_not_found"),
    }  # fmt: skip
    assert alert(hidden).state == "open"


@pytest.mark.parametrize(
    ("body", "moved"),
    [
        ({"move": "acknowledge"}, "acknowledged"), ({"move": "resolve", "reason": "paid", "note": "x"}, "resolved"),
        ({"move": "assign", "owner": None}, "open"),
    ],
)  # fmt: skip
def test_every_move_can_be_made_with_many(body: dict[str, Any], moved: str) -> None:
    numbers = [opened("A"), opened("B")]
    client = client_of("finance")
    assert client.post("/alerts/bulk", {"ids": numbers, **body}).json["moved"] == 2
    assert {alert(number).state for number in numbers} == {moved}
    if moved == "resolved":
        assert client.post("/alerts/bulk", {"ids": numbers, "move": "reopen"}).json["moved"] == 2


@pytest.mark.parametrize(
    ("body", "code"),
    [
        pytest.param({"move": "snooze"}, "move_incomplete", id="no end"),
        pytest.param({"move": "resolve", "reason": "paid"}, "move_incomplete", id="no note"),
        pytest.param({"move": "resolve", "note": "x"}, "move_incomplete", id="no reason"),
        pytest.param({"move": "explode"}, "bad_fields", id="no move"),
        pytest.param({"move": "acknowledge", "ids": []}, "bad_fields", id="nothing"),
        pytest.param({"move": "acknowledge", "ids": list(range(1, 202))}, "bad_fields", id="too many"),
        pytest.param({"move": "acknowledge", "ids": [0]}, "bad_fields", id="no number of an alert"),
    ],
)
def test_a_bulk_that_makes_no_sense_is_refused_as_a_whole(body: dict[str, Any], code: str) -> None:
    number = opened("A")
    refused = client_of("finance").post("/alerts/bulk", {"ids": [number]} | body)
    assert (refused.status, refused.json["code"], alert(number).revision) == (422, code, 1)


def test_reopening_beside_a_newer_one_is_neither_offered_nor_done() -> None:
    number = opened("A")
    client = client_of("finance")
    client.post(f"/alerts/{number}/resolve", {"reason": "paid", "note": "x"})
    clear(number)
    newer = opened("A")
    assert newer != number
    assert client.get(f"/alerts/{number}").json["allowed"] == []
    assert client.post(f"/alerts/{number}/reopen", {}).json["code"] == "newer_alert_exists"


def test_reasons_are_listed_in_words() -> None:
    zh, en = (client_of("sales", language=language).get("/alerts/reasons").json["items"] for language in ("zh", "en"))
    assert zh[0] == {"code": "paid", "label": "已付款"}
    assert en[0] == {"code": "paid", "label": "the customer paid"}
