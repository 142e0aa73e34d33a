"""Approvals by the API: who sees what, and that no way leads to one's own decision."""

import pytest

from kedun.accounts.models import Audit
from kedun.approvals.models import Request
from kedun.kernel.clock import clock, today
from kedun.kernel.days import to_date
from tests.approvals.asking import asked
from tests.web.clients import ApiClient, client_of, key_client, stranger

pytestmark = pytest.mark.django_db


@pytest.fixture
def maker() -> ApiClient:
    return client_of("credit_manager")


@pytest.fixture
def legal() -> ApiClient:
    return client_of("legal")


@pytest.fixture
def ceo() -> ApiClient:
    return client_of("ceo")


def body(request: Request, verdict: str = "approve", **more: object) -> dict[str, object]:
    return {"verdict": verdict, "shown_hash": request.shown_hash, **more}


def test_the_inbox_holds_what_waits_for_me_and_says_what_is_asked(
    maker: ApiClient, legal: ApiClient, ceo: ApiClient
) -> None:
    request = asked(maker.person)
    (line,) = legal.get("/approvals", only="mine").json["items"]
    assert (line["id"], line["title"], line["maker"]["name"]) == (request.pk, "起诉甲公司", maker.person.name)
    assert [each["code"] for each in line["missing"]] == ["legal", "ceo"]
    assert [each["id"] for each in line["may_vote_as"]] == [legal.person.pk]
    shown = legal.get(f"/approvals/{request.pk}", lang="en").json
    assert (shown["title"], shown["lines"], shown["votes"]) == ("Sue A", ["Owes CNY 1,000,000"], [])
    assert maker.get("/approvals", only="mine").json["items"] == []
    assert maker.get("/approvals", only="decided").json["items"] == []
    assert [each["may_withdraw"] for each in maker.get("/approvals", only="made").json["items"]] == [True]


def test_from_the_request_to_the_decision(maker: ApiClient, legal: ApiClient, ceo: ApiClient) -> None:
    request = asked(maker.person)
    assert legal.post(f"/approvals/{request.pk}/vote", body(request)).json["state"] == "waiting"
    assert legal.get("/approvals", only="mine").json["items"] == []
    assert ceo.post(f"/approvals/{request.pk}/vote", body(request, "refuse", note="太早")).json["state"] == "refused"
    shown = maker.get(f"/approvals/{request.pk}").json
    assert shown["state"] == {"code": "refused", "label": "已拒绝"}
    assert [(vote["role"]["code"], vote["verdict"], vote["note"]) for vote in shown["votes"]] == [
        ("legal", "approve", ""),
        ("ceo", "refuse", "太早"),
    ]
    assert [each["id"] for each in maker.get("/approvals", only="decided").json["items"]] == [request.pk]
    again = ceo.post(f"/approvals/{request.pk}/vote", body(request))
    assert (again.status, again.json["code"]) == (409, "already_decided")


def test_no_way_leads_to_the_decision_of_ones_own_request(legal: ApiClient, ceo: ApiClient) -> None:
    client_of("legal")
    request = asked(legal.person)
    own = legal.post(f"/approvals/{request.pk}/vote", body(request))
    assert (own.status, own.json["code"]) == (403, "own_request")
    bulk = legal.post("/votes", {"votes": [{"id": request.pk, **body(request)}]})
    assert (bulk.status, bulk.json["items"][0]["code"]) == (200, "own_request")
    day = to_date(today(clock())).isoformat()
    entry = legal.post("/deputies", {"deputy_id": ceo.person.pk, "from_day": day, "to_day": day})
    assert entry.status == 201
    for way in (
        ceo.post(f"/approvals/{request.pk}/vote", body(request, on_behalf_of=legal.person.pk)),
        legal.post(f"/approvals/{request.pk}/vote", body(request, on_behalf_of=ceo.person.pk)),
        legal.post(f"/approvals/{request.pk}/vote", body(request, on_behalf_of=legal.person.pk)),
    ):
        assert (way.status, way.json["code"]) in {(403, "own_request"), (403, "not_your_decision")}
    for right in ("reader", "writer"):
        assert key_client(right).post(f"/approvals/{request.pk}/vote", body(request)).status == 403
    assert stranger().post(f"/approvals/{request.pk}/vote", body(request)).status == 401
    request.refresh_from_db()
    assert (request.state, request.votes.count()) == ("waiting", 0)


def test_bulk_votes_stand_or_fall_each_for_itself(maker: ApiClient, legal: ApiClient, ceo: ApiClient) -> None:
    mine, theirs = asked(maker.person), asked(maker.person, "ceo", subject="customer:C2")
    votes = [{"id": each.pk, **body(each)} for each in (mine, theirs)] + [{"id": 10**9, **body(mine)}]
    found = legal.post("/votes", {"votes": votes}, Accept_Language="en").json["items"]
    assert [each["code"] or each["state"] for each in found] == ["waiting", "approval_missing", "approval_missing"]


def test_who_is_not_concerned_sees_nothing(maker: ApiClient, legal: ApiClient, ceo: ApiClient) -> None:
    request = asked(maker.person)
    sales = client_of("sales")
    assert sales.get("/approvals").json["items"] == []
    for answer in (
        sales.get(f"/approvals/{request.pk}"),
        sales.post(f"/approvals/{request.pk}/vote", body(request)),
        sales.post(f"/approvals/{request.pk}/withdraw"),
    ):
        assert (answer.status, answer.json["code"]) == (404, "approval_missing")
    assert client_of("auditor").get(f"/approvals/{request.pk}").status == 200
    assert client_of("outside_expert").get("/approvals").status == 403


def test_a_request_is_withdrawn_by_its_maker_only(maker: ApiClient, legal: ApiClient, ceo: ApiClient) -> None:
    request = asked(maker.person)
    assert legal.post(f"/approvals/{request.pk}/withdraw").json["code"] == "not_your_request"
    assert maker.post(f"/approvals/{request.pk}/withdraw").json["state"] == "withdrawn"


def test_deputies_are_listed_and_ended(legal: ApiClient, ceo: ApiClient) -> None:
    day = to_date(today(clock())).isoformat()
    entry = legal.post("/deputies", {"deputy_id": ceo.person.pk, "from_day": day, "to_day": day}).json
    for client in (legal, ceo):
        (row,) = client.get("/deputies").json["items"]
        assert (row["person"]["id"], row["deputy"]["id"]) == (legal.person.pk, ceo.person.pk)
    assert ceo.delete(f"/deputies/{entry['id']}").status == 404
    assert legal.delete(f"/deputies/{entry['id']}").status == 204
    assert Audit.objects.filter(verb="approval.end_deputy").exists()
