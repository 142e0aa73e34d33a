"""Lists that people keep: own ones, shared ones, limits."""

from typing import Any

import pytest

from kedun.accounts.models import Audit
from kedun.portfolio.views.actions import MOST_VIEWS
from tests.web.clients import ApiClient, client_of, key_client

pytestmark = pytest.mark.django_db


def names(client: ApiClient) -> list[tuple[str, bool]]:
    return [(each["name"], each["mine"]) for each in client.get("/saved-views").json["items"]]


def kept(client: ApiClient, name: str = "高风险", **more: Any) -> Any:
    return client.post("/saved-views", {"name": name, "query": "grade=high&sort=-overdue"} | more).json


def test_a_kept_list_is_ones_own_until_it_is_shared() -> None:
    alice, bob = client_of("sales", name="Alice"), client_of("finance", name="Bob")
    view = kept(alice)
    assert (view["query"], view["mine"], view["by"]["name"]) == ("grade=high&sort=-overdue", True, "Alice")
    assert (names(alice), names(bob)) == ([("高风险", True)], [])
    again = kept(alice, shared=True)
    assert again["id"] == view["id"]
    assert names(bob) == [("高风险", False)]


@pytest.mark.parametrize("role", ["outside_expert", "service", "production"])
def test_shared_lists_reach_nobody_from_whom_names_or_amounts_are_hidden(role: Any) -> None:
    kept(client_of("sales"), "华东机械欠款", query="q=华东机械&overdue_min=100000", shared=True)
    reader, auditor = client_of(role), client_of("auditor")
    assert (names(reader), names(auditor)) == ([], [("华东机械欠款", False)])
    assert "华东机械" not in reader.get("/saved-views").content.decode()
    kept(reader, "own", query="grade=high")
    assert names(reader) == [("own", True)]


def test_a_list_is_kept_with_all_the_columns_it_can_show() -> None:
    alice = client_of("sales")
    query = "&".join(f"columns={key}" for key in ("name", "score", *(f"reading_{number}" for number in range(36))))
    assert kept(alice, query=query)["query"] == query


def test_only_its_owner_removes_it() -> None:
    alice, bob = client_of("sales"), client_of("administrator")
    view = kept(alice, shared=True)
    refused = bob.delete(f"/saved-views/{view['id']}")
    assert (refused.status, refused.json["code"]) == (404, "no_such_view")
    assert alice.delete(f"/saved-views/{view['id']}").status == 204
    assert names(alice) == []
    assert list(Audit.objects.filter(subject=f"view:{view['id']}").order_by("id").values_list("verb", flat=True)) == [
        "view.save",
        "view.remove",
    ]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"name": "a", "query": "colour=red"}, "not_a_list_query"),
        ({"name": "a", "query": "grade=purple"}, "not_a_list_query"),
        ({"name": "a", "query": "sort=colour"}, "unknown_sort"),
        ({"name": "a", "query": "cursor=abc"}, "not_a_list_query"),
        ({"name": " ", "query": ""}, "bad_fields"),
        ({"name": "x" * 81, "query": ""}, "bad_fields"),
        ({"name": "a", "query": "q=" + "x" * 4000}, "bad_fields"),
    ],
)
def test_what_the_list_would_not_understand_is_not_kept(body: dict[str, str], code: str) -> None:
    answer = client_of("ceo").post("/saved-views", body)
    assert (answer.status, answer.json["code"]) == (422, code)


def test_nobody_keeps_more_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_VIEWS == 100
    monkeypatch.setattr("kedun.portfolio.views.actions.MOST_VIEWS", 2)
    client = client_of("ceo")
    kept(client, "a")
    kept(client, "b")
    refused = client.post("/saved-views", {"name": "c", "query": ""})
    assert (refused.status, refused.json["code"]) == (409, "too_many_views")
    assert kept(client, "b", shared=True)["shared"] is True


def test_a_program_keeps_no_lists() -> None:
    assert key_client().get("/saved-views").status == 403
