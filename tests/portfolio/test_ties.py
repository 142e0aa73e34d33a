"""A customer's group and whom its failure hits, as each role may see them."""

from pathlib import Path
from typing import Any

import pytest

from kedun.facts.models import CURRENT
from kedun.pipeline.event import drain
from kedun.portfolio.ties import queries, shown
from tests.pipeline.small_house import START, bill, clock_on, open_house, paid, receive
from tests.web.clients import ApiClient, client_of, key_client

pytestmark = pytest.mark.django_db
TODAY = clock_on(START)
NOW = "2025-06-16T12:00:00+08:00"


def customer(code: str, owner: str = "王伟", group: str = "") -> dict[str, Any]:
    return {"external_id": code, "name": f"客户{code}", "owner": owner, "group": group}


def relation(one: str, other: str, type_: str, **more: Any) -> dict[str, Any]:
    given: dict[str, Any] = {"from_on": START - 900, **more}
    return {"external_id": f"{one}{type_}{other}", "customer": one, "other": other, "relation_type": type_, **given}


@pytest.fixture(autouse=True)
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A and B (of another seller) form a group; C stands in for A with 300; D sells half to B; E owes nothing to anybody."""
    monkeypatch.setenv("KEDUN_NOW", NOW)
    open_house()
    receive(
        customer=[customer("A"), customer("B", "李娜"), customer("C"), customer("D", "李娜"), customer("E")],
        person=[{"external_id": "P1", "name": "赵总"}],
        relation=[
            relation("A", "P1", "controller"),
            relation("B", "P1", "shareholder", share_permille=700),
            relation("A", "C", "guarantor", amount="300.00"),
            relation("D", "B", "buyer", share_permille=500),
            relation("E", "A", "supplier"),
        ],
        invoice=[
            bill("A", due_on=START - 70, amount="5000.00"),
            bill("B", due_on=START + 20, amount="2000.00"),
            bill("C", due_on=START + 20, amount="1000.00"),
            bill("D", due_on=START + 20, amount="400.00"),
        ],
    )
    drain(tmp_path, clock=TODAY)


def director() -> ApiClient:
    return client_of("sales_director", names_in_files=())


def seller() -> ApiClient:
    return client_of("sales", names_in_files=("王伟",))


def test_a_group_with_its_members_and_ties() -> None:
    told = key_client("reader").get("/customers/A/group").json
    assert [(each["code"], each["receivable"], each["is_self"]) for each in told["members"]] == [
        ("A", "5000.00", True), ("B", "2000.00", False),
    ]  # fmt: skip
    assert (told["count"], told["receivable"], told["overdue"], told["others"]) == (2, "7000.00", "5000.00", None)
    ties = {(each["code"], each["party_code"], each["party"], each["type"]["code"]) for each in told["relations"]}
    assert ("A", None, "赵总", "controller") in ties
    assert ("A", "C", "客户C", "guarantor") in ties
    assert ("D", "B", "客户B", "buyer") in ties
    alone = key_client("reader").get("/customers/E/group").json
    assert (alone["count"], [each["code"] for each in alone["members"]]) == (1, ["E"])


def test_who_is_hit_worked_by_hand() -> None:
    told = key_client("reader").get("/customers/A/contagion").json
    hits = [(each["code"], each["round"], each["distress"], each["first"], each["second"]) for each in told["hits"]]
    assert hits == [
        ("B", 1, 1.0, "2000.00", "0.00"),  # one group with A
        ("C", 1, 0.3, "300.00", "0.00"),  # called for 300 of the 1,000 it owes
        ("D", 2, 0.5, "0.00", "200.00"),  # half of its sales go to B
    ]
    assert (told["own"], told["first"], told["second"], told["total"]) == ("5000.00", "2300.00", "200.00", "7500.00")
    assert (told["unknown_ties"], told["is_cut"], told["others"]) == (1, False, None)
    assert [tie["kind"] for tie in told["hits"][1]["ties"]] == ["guarantee"]


def test_a_seller_sees_names_of_the_own_customers_and_the_others_as_sums() -> None:
    alice = seller()
    group = alice.get("/customers/A/group").json
    assert [each["code"] for each in group["members"]] == ["A"]
    assert group["others"] == {"count": 1, "receivable": "2000.00", "overdue": "0.00"}
    assert {each["code"] for each in group["relations"]} == {"A", "E"}
    contagion = alice.get("/customers/A/contagion").json
    assert [each["code"] for each in contagion["hits"]] == ["C"]
    assert contagion["others"] == {"count": 2, "first": "2000.00", "second": "200.00"}
    said = str(group) + str(contagion)
    assert "客户B" not in said
    assert "客户D" not in said
    assert alice.get("/customers/B/group").status == 404
    assert alice.get("/customers/B/contagion").status == 404


def test_amounts_and_names_are_masked() -> None:
    service = client_of("service", names_in_files=("王伟", "李娜"))
    for path in ("/customers/A/group", "/customers/A/contagion"):
        told = service.get(path)
        if told.status == 200 and "receivable" in told.json["masked"]:
            assert all(each["receivable"] is None for each in told.json.get("members", told.json.get("hits")))


def test_an_expert_learns_nothing_of_others(monkeypatch: pytest.MonkeyPatch) -> None:
    from kedun.facts.ownership.actions import grant
    from kedun.facts.queries import customer_ids
    from kedun.kernel.clock import clock

    expert = client_of("outside_expert")
    grant(
        customer_ids("A")["A"], person_id=expert.person.id, from_day=START, to_day=None, actor="test", at=clock().now()
    )
    group, contagion = (expert.get(f"/customers/A/{page}").json for page in ("group", "contagion"))
    assert (group["others"], group["receivable"], group["group"]) == (None, None, None)
    assert (contagion["others"], contagion["first"], contagion["total"]) == (None, None, None)
    assert "客户" not in str(group["members"]) or "客户 A" in str(group["members"])
    assert "赵总" not in str(group)


def test_the_past_is_as_it_was() -> None:
    before = CURRENT["relation"]._default_manager.values_list("known_from_batch", flat=True)[0]
    receive(
        relation=[relation("B", "P1", "shareholder", share_permille=400)],
        payment=[paid("A", on=START, amount="5000.00")],
    )
    now = key_client("reader").get("/customers/A/group").json
    assert (now["count"], [each["code"] for each in now["members"]]) == (1, ["A"])
    then = key_client("reader").get("/customers/A/group", known_at=before).json
    assert (then["count"], then["receivable"]) == (2, "7000.00")
    hit = key_client("reader").get("/customers/A/contagion", known_at=before).json
    assert (hit["own"], hit["first"]) == ("5000.00", "2300.00")


def test_limits_of_what_is_followed_and_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "MOST_NODES", 2)
    cut = key_client("reader").get("/customers/A/contagion").json
    assert (cut["is_cut"], len(cut["hits"])) == (True, 1)
    monkeypatch.undo()
    monkeypatch.setenv("KEDUN_NOW", NOW)
    monkeypatch.setattr(shown, "MOST_SHOWN", 1)
    told = key_client("reader").get("/customers/A/group").json
    assert (len(told["members"]), told["others"]["count"]) == (1, 1)


@pytest.mark.parametrize(
    "key", ["group_members", "group_receivable_book_share", "book_customers", "receivable_group_share"]
)
def test_the_evidence_of_a_reading_of_the_group_opens(key: str) -> None:
    assert key_client("reader").get(f"/customers/A/readings/{key}").status == 200
