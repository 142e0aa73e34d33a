"""What one was told, and what could not be sent, over the API."""

from typing import Any

import pytest

from kedun.accounts.company.actions import set_mail
from kedun.accounts.queries import audit
from kedun.notify.actions import tell
from kedun.notify.models import Delivery
from tests.notify.builders import NOON, SENDER, told
from tests.web.clients import client_of, key_client, person_of

pytestmark = pytest.mark.django_db


def test_people_see_what_they_were_told_and_nobody_elses() -> None:
    client, other = client_of("finance", language="en"), client_of("finance")
    tell([told(client.person, number) for number in (1, 2, 3)] + [told(other.person)], has_mail=True, at=NOON)
    first = client.get("/notifications", limit=2).json
    assert [each["subject"] for each in first["items"]] == ["Alert 3", "Alert 2"]
    assert first["items"][0] == {
        "id": first["items"][0]["id"], "topic": "alert.opened", "subject": "Alert 3", "path": "/alerts/3",
        "state": "waiting", "state_label": "waiting", "at": "2026-03-02T04:00:00Z",
    }  # fmt: skip
    rest = client.get("/notifications", limit=2, cursor=first["next_cursor"]).json
    assert ([each["subject"] for each in rest["items"]], rest["next_cursor"]) == (["Alert 1"], None)
    assert other.get("/notifications", cursor=first["next_cursor"]).status == 422, "a cursor of somebody else's list"
    assert [each["subject"] for each in other.get("/notifications").json["items"]] == ["Alert 1"]


def test_a_program_is_told_nothing() -> None:
    assert key_client("writer").get("/notifications").status == 403


def test_what_could_not_be_sent_is_listed_and_tried_anew() -> None:
    client = client_of("administrator", language="en")
    tell([told(person_of("sales", name="Li"), number) for number in (1, 2)], has_mail=True, at=NOON)
    Delivery.objects.filter(subject="Alert 1").update(state="dead", attempts=8, next_try_at=None, error="550 gone")
    (row,) = client.get("/deliveries", state="dead").json["items"]
    assert (row["to"], row["error"], row["attempts"], row["state_label"]) == ("Li", "550 gone", 8, "could not be sent")
    assert len(client.get("/deliveries").json["items"]) == 2
    refused = client.post(f"/deliveries/{row['id']}/retry")
    assert (refused.status, refused.json["code"]) == (409, "mail_not_set_up")
    set_mail("test", url="smtp://127.0.0.1:9", sender=SENDER)
    again = client.post(f"/deliveries/{row['id']}/retry")
    assert (again.status, again.json["state"], again.json["attempts"]) == (200, "waiting", 0)
    assert [each.actor for each in audit(subject=f"delivery:{row['id']}")] == [f"person:{client.person.pk}"]
    assert client.post(f"/deliveries/{row['id']}/retry").json["code"] == "not_dead"
    assert client.post("/deliveries/999999/retry").status == 404


@pytest.mark.parametrize("query", [{"state": "lost"}, {"limit": 201}, {"colour": "red"}, {"cursor": "x"}])
def test_bad_questions_are_refused(query: dict[str, Any]) -> None:
    assert client_of("administrator").get("/deliveries", **query).status == 422


def test_only_administrators_and_auditors_see_all() -> None:
    assert client_of("auditor").get("/deliveries").status == 200
    assert client_of("auditor").post("/deliveries/1/retry").status == 403
    assert client_of("ceo").get("/deliveries").status == 403
