"""Customers that may be one firm: listed with what they have in common, compared, merged, parted, called different."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_django import DjangoDbBlocker

from kedun.accounts.models import AccessLog, Person
from kedun.facts.actions import Delivery, upsert
from kedun.facts.models import Ownership
from kedun.facts.ownership.actions import grant, set_owner
from kedun.kernel.clock import SystemClock, clock, today
from kedun.pipeline.event import drain
from tests.case_files import tables, undone
from tests.pipeline.small_house import number_of
from tests.web.clients import ApiClient, client_of, key_client, person_of
from tests.web.trading_house import NAME, OWNED, SELLER, open_trading_house

pytestmark = pytest.mark.django_db
TWIN = "TH-9"
"""The same firm as OWNED, as the CRM has it."""


@pytest.fixture(scope="module")
def opened(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    with undone(django_db_blocker):
        folder = tmp_path_factory.mktemp("house")
        open_trading_house(folder)
        day = today(clock())
        people = [{"external_id": "P1", "name": "李雷", "phone": "+86 138 0013 8000"}]
        contacts = [{"external_id": "K1", "customer": TWIN, "person": "P1", "from_on": day - 9}]
        twin = {"external_id": TWIN, "name": f"{NAME}有限公司", "terms_days": 60}
        bill = {"external_id": "T1", "customer": TWIN, "document_no": "T1", "issue_on": day - 99, "amount": "55.00"}
        book: dict[str, Any] = {"customer": [twin], "person": people, "contact": contacts, "invoice": [bill]}
        upsert(tables(book), delivery=Delivery("crm", "test"))
        drain(folder, clock=SystemClock())
        yield folder


@pytest.fixture
def manager(opened: Path, db: None) -> ApiClient:
    return client_of("credit_manager", name="Carol")


def pairs(client: ApiClient, **query: Any) -> list[tuple[set[str], list[str]]]:
    found = client.get("/customers/duplicates", **query).json["items"]
    return [
        ({each[side]["customer"]["code"] for side in ("one", "other")}, [one["code"] for one in each["evidence"]])
        for each in found
    ]


def merge(client: ApiClient, code: str = TWIN, into: str = OWNED) -> Any:
    return client.post(f"/customers/{code}/merge", {"into": into, "reason": "同一家公司"})


def test_pairs_are_listed_with_what_they_have_in_common(manager: ApiClient) -> None:
    answer = manager.get("/customers/duplicates")
    (item,) = answer.json["items"]
    assert [each["code"] for each in item["evidence"]] == ["name"]
    assert (answer.json["total"], item["numbers_differ"]) == (1, False)
    sides = {item[side]["customer"]["code"]: item[side] for side in ("one", "other")}
    assert sides[TWIN]["source"] == "crm"
    assert {each["kind"]: each["count"] for each in sides[TWIN]["facts"]} == {"contact": 1, "invoice": 1}
    assert sides[OWNED]["customer"]["receivable"] == "7391.57"


def test_pairs_come_a_page_at_a_time_and_of_one_customer(manager: ApiClient) -> None:
    upsert(tables({"customer": [{"external_id": "X", "name": f"{NAME}公司"}]}), delivery=Delivery("erp2", "test"))
    first = manager.get("/customers/duplicates", limit=2)
    second = manager.get("/customers/duplicates", limit=2, cursor=first.json["next_cursor"])
    assert (first.json["total"], len(first.json["items"]), len(second.json["items"])) == (3, 2, 1)
    assert second.json["next_cursor"] is None
    assert [codes for codes, _ in pairs(manager, customer="X")] == [{OWNED, "X"}, {TWIN, "X"}]
    assert manager.get("/customers/duplicates", customer="nobody").status == 404


def test_what_merging_would_do_is_told_beforehand(manager: ApiClient) -> None:
    seller = Person.objects.get(id=person_of("sales", name="Zoe").pk)
    day = today(clock())
    set_owner(number_of(TWIN), person_id=seller.pk, from_day=day, actor="test", at=clock().now())
    told = manager.get(f"/customers/{TWIN}/merge-preview", into=OWNED).json
    assert (told["moves"], told["due_by_terms"], told["loses_sight"]) == (2, 1, ["Zoe"])
    assert told["merged"]["customer"]["code"] == TWIN
    looked_at = AccessLog.objects.filter(actor=f"person:{manager.person.pk}").values_list("subject", flat=True)
    assert set(looked_at) == {f"customer:{TWIN}", f"customer:{OWNED}"}
    refused = manager.get(f"/customers/{TWIN}/merge-preview", into=TWIN)
    assert (refused.status, refused.json["code"]) == (422, "same_customer")


def test_a_merged_customer_points_to_the_one_that_stays_and_its_past_is_still_there(manager: ApiClient) -> None:
    before = manager.get(f"/customers/{TWIN}").json["known_at"]
    done = merge(manager)
    assert (done.status, done.json["facts"]) == (200, 2)
    gone = manager.get(f"/customers/{TWIN}")
    assert (gone.status, gone.json["code"]) == (404, "customer_merged")
    assert gone.json["params"] == {"code": TWIN, "into": OWNED, "batch": done.json["batch"]}
    assert manager.get(f"/customers/{TWIN}", known_at=before).json["figures"]["receivable"] == "55.00"
    assert manager.get(f"/customers/{TWIN}/history").status == 200
    assert TWIN not in {row["code"] for row in manager.get("/customers").json["items"]}
    assert manager.get(f"/customers/{OWNED}").json["figures"]["receivable"] == "7446.57"
    assert pairs(manager) == []
    again = merge(manager)
    assert (again.status, again.json["code"]) == (409, "merged_already")


def test_a_merger_is_shown_at_both_and_taken_back(manager: ApiClient) -> None:
    merge(manager)
    (shown,) = manager.get(f"/customers/{OWNED}/mergers").json["items"]
    assert (shown["merged"]["code"], shown["by"], shown["reason"], shown["ended_at"]) == (
        TWIN,
        "Carol",
        "同一家公司",
        None,
    )
    assert manager.get(f"/customers/{TWIN}/mergers").json["items"] == [shown]
    done = manager.post(f"/customers/{TWIN}/part", {"reason": "认错了"})
    assert (done.json["merged"], done.json["into"], done.json["facts"]) == (TWIN, OWNED, 2)
    (shown,) = manager.get(f"/customers/{OWNED}/mergers").json["items"]
    assert (shown["ended_by"], shown["ended_reason"]) == ("Carol", "认错了")
    assert manager.get(f"/customers/{TWIN}").json["figures"]["receivable"] == "55.00"
    assert manager.post(f"/customers/{TWIN}/part", {"reason": "x"}).json["code"] == "not_merged"
    assert pairs(manager) == [({OWNED, TWIN}, ["name"])]


def test_the_same_request_twice_merges_once(manager: ApiClient) -> None:
    key = {"Idempotency-Key": "merge-1"}
    body = {"into": OWNED, "reason": "x"}
    first, again = (manager.post(f"/customers/{TWIN}/merge", body, **key) for _ in "12")
    assert (first.status, first.json) == (again.status, again.json) == (200, first.json)


def test_two_firms_that_were_called_different_are_not_listed_again(manager: ApiClient) -> None:
    told = {"other": OWNED, "reason": "母子公司"}
    assert manager.post(f"/customers/{TWIN}/not-same", told).json["is_new"]
    assert not manager.post(f"/customers/{TWIN}/not-same", told).json["is_new"]
    assert pairs(manager) == []


def test_who_answered_for_the_merged_one_answers_for_the_other_if_nobody_does(manager: ApiClient) -> None:
    zoe, day, at = person_of("sales", name="Zoe"), today(clock()), clock().now()
    set_owner(number_of(TWIN), person_id=zoe.pk, from_day=day, actor="test", at=at)
    merge(manager, TWIN, "B")
    assert Ownership.objects.get(customer=number_of("B"), to_day=None).person_id == zoe.pk
    assert Ownership.objects.filter(customer=number_of(TWIN), to_day=None).exists(), "it is there when they are parted"


def test_only_those_who_answer_for_the_book_merge(opened: Path) -> None:
    seller, auditor, stranger = client_of("sales", names_in_files=(SELLER,)), client_of("auditor"), client_of("sales")
    assert seller.get("/customers/duplicates").status == 403
    assert (auditor.get("/customers/duplicates").status, merge(auditor).status) == (200, 403)
    for client in (seller, stranger, key_client("writer")):
        assert (merge(client).status, client.post(f"/customers/{TWIN}/part", {"reason": "x"}).status) == (403, 403)
    assert seller.get(f"/customers/{OWNED}/mergers").json["items"] == []
    assert stranger.get(f"/customers/{OWNED}/mergers").status == 404


def test_nobody_hears_of_a_customer_that_he_may_not_see(manager: ApiClient) -> None:
    reader, day, at = client_of("outside_expert"), today(clock()), clock().now()
    grant(number_of(TWIN), person_id=reader.person.pk, from_day=day, to_day=None, actor="test", at=at)
    merge(manager)
    gone = reader.get(f"/customers/{TWIN}")
    assert (gone.status, gone.json["code"]) == (404, "customer_merged_elsewhere")
    assert OWNED not in gone.content.decode()
    (shown,) = reader.get(f"/customers/{TWIN}/mergers").json["items"]
    assert shown["into"] is None
    seller = client_of("sales", names_in_files=(SELLER,))
    assert seller.get(f"/customers/{OWNED}/mergers").json["items"] == []
