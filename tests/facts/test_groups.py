"""Groups: what is stated and who controls whom, as of a day, as known at a batch; around a few as in the whole book."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kedun.facts.actions import Delivery, forget_stale, upsert
from kedun.facts.groups import membership
from kedun.facts.groups.membership import (
    TOO_LARGE,
    GroupRule,
    Link,
    Statement,
    components,
    grouped,
    party_node,
    stated_group,
)
from kedun.facts.groups.queries import book_groups, groups_near
from kedun.facts.merging.actions import merge, part
from kedun.facts.prepared.store import fetch
from kedun.facts.queries import customer_codes, customer_ids, last_batch, stale_customers
from kedun.facts.sources import Reach
from kedun.kernel.days import to_day
from tests.case_files import tables

DAY = to_day(date(2025, 6, 30))
RULE = GroupRule()


def told(group: str, from_on: int | None = None, to_on: int | None = None, *, is_dated: bool = True) -> Statement:
    return Statement(1, group, from_on, to_on, is_dated)


@pytest.mark.parametrize(
    ("statements", "group"),
    [
        pytest.param([], None, id="nothing stated"),
        pytest.param([told("A", is_dated=False)], "A", id="by the customer's row"),
        pytest.param([told("A", is_dated=False), told("B", DAY - 9)], "B", id="a dated one goes first"),
        pytest.param([told("A", is_dated=False), told("B", DAY - 9, DAY)], None, id="also when it ended"),
        pytest.param([told("B", DAY - 9, DAY + 1)], "B", id="ends tomorrow"),
        pytest.param([told("A", DAY - 9), told("B", DAY - 8)], "B", id="the one that began last"),
        pytest.param([told("A"), told("B", DAY - 999)], "B", id="since ever is before every day"),
        pytest.param([told("B", DAY - 9), told("A", DAY - 9)], "A", id="of two of one day, the name that sorts first"),
    ],
)
def test_one_stated_group_counts(statements: Sequence[Statement], group: str | None) -> None:
    assert stated_group(statements, DAY) == group


def test_a_group_that_is_too_large_is_no_group(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(membership, "MOST_MEMBERS", 3)
    links = [Link(customer, party_node("s", "P")) for customer in (1, 2, 3)]
    assert grouped(links, (), DAY).roots == {1: 1, 2: 1, 3: 1}
    groups = grouped([*links, Link(4, 3)], (), DAY)
    assert groups.roots == dict.fromkeys((1, 2, 3, 4), TOO_LARGE)
    assert groups.with_members([1]) == {1}


NODES = st.integers(1, 12)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(NODES, NODES), max_size=14), st.randoms())
def test_the_order_of_links_and_their_direction_make_no_difference(joined: list[tuple[int, int]], chance: Any) -> None:
    def sets(links: list[tuple[int, int]]) -> set[frozenset[Any]]:
        return {frozenset(nodes) for nodes in components(links)}

    turned = [(other, one) for one, other in joined]
    chance.shuffle(turned)
    assert sets(turned) == sets(joined)


def deliver(source: str = "erp", **facts: Any) -> int:
    upsert(tables(facts), delivery=Delivery(source=source, actor="test"))
    return last_batch()


def customers(*codes: str, **more: str) -> list[dict[str, Any]]:
    return [{"external_id": code, "name": f"客户{code}", **more} for code in codes]


def relation(customer: str, other: str, type_: str = "controller", **more: Any) -> dict[str, Any]:
    given: dict[str, Any] = {"from_on": DAY - 900, **more}
    return {"external_id": f"{customer}>{other}", "customer": customer, "other": other, "relation_type": type_, **given}


def asked(*codes: str, as_of: int = DAY, known_at: int | None = None) -> set[frozenset[str]]:
    """The groups around some customers, which must be those of the whole book."""
    near = groups_near(RULE, customer_ids(codes).values(), as_of=as_of, known_at=known_at)
    book = whole(as_of=as_of, known_at=known_at)
    for customer in customer_ids(codes).values():
        assert near.with_members([customer]) == book.with_members([customer])
    return {frozenset(customer_codes(near.with_members([each])).values()) for each in customer_ids(codes).values()}


def whole(*, as_of: int = DAY, known_at: int | None = None) -> membership.Groups:
    reach = Reach("postgres", has_past=known_at is not None)
    return book_groups(RULE, reach, as_of=as_of, known_at=known_at, ask=fetch)


def alone(*codes: str) -> set[frozenset[str]]:
    return {frozenset({code}) for code in codes}


@pytest.mark.django_db
def test_a_chain_a_cycle_and_a_person_make_one_group() -> None:
    held: dict[str, Any] = {"type_": "shareholder", "share_permille": 1000}
    chain = [relation("B", "A", **held), relation("C", "B", **held), relation("A", "C", **held)]
    person = [relation("D", "P1"), relation("C", "P1", "shareholder", share_permille=501)]
    others = [
        relation("E", "P1", "shareholder", share_permille=500),
        relation("E", "A", "guarantor"),
        relation("F", "P2"),
    ]
    deliver(customer=customers(*"ABCDEF"), relation=[*chain, *person, *others])
    assert asked("D") == {frozenset("ABCD")}
    assert asked("E", "F") == alone("E", "F")


@pytest.mark.django_db
def test_a_party_means_the_same_within_one_source_only_but_a_code_is_a_code() -> None:
    deliver(customer=customers("A", "B", "C"), relation=[relation("A", "P1"), relation("B", "P1")])
    deliver("crm", relation=[{**relation("C", "P1"), "external_id": "X"}])
    assert asked("A", "C") == {frozenset("AB"), frozenset("C")}
    deliver("crm", relation=[{**relation("C", "B", "affiliate"), "external_id": "Y"}])
    assert asked("C") == {frozenset("ABC")}


FIRM, PERSON = "上海华东机械有限公司", "张伟"


@pytest.mark.django_db
def test_a_party_may_be_named_as_its_customer_is_called() -> None:
    deliver(
        customer=[*customers("B", "C"), *customers("A", name=FIRM)],
        relation=[relation("B", FIRM), relation("C", FIRM, "shareholder", share_permille=600)],
    )
    assert asked("B") == asked("A") == {frozenset("ABC")}
    before = last_batch()
    deliver(customer=[{"external_id": "A", "name": "改了名字的公司"}])
    assert asked("A", "B") == {frozenset("A"), frozenset("BC")}, "now it is a party of its own, known to one source"
    assert asked("A", known_at=before) == {frozenset("ABC")}


@pytest.mark.django_db
@pytest.mark.parametrize("called", ["华新（中国）有限公司", "华新(中国)有限公司"], ids=["wide", "narrow"])
def test_brackets_of_a_name_are_brackets(called: str) -> None:
    """Files keep the brackets of a customer's name and narrow those of whom a relation names."""
    deliver(customer=customers("B"), relation=[relation("B", "华新(中国)有限公司")])
    forget_stale(None, up_to_batch=last_batch())
    deliver(customer=customers("A", name=called))
    assert asked("A") == asked("B") == {frozenset("AB")}
    assert {"A", "B"} == set(customer_codes([each.customer_id for each in stale_customers()]).values())
    before = last_batch()
    assert asked("A", known_at=before) == {frozenset("AB")}


@pytest.mark.django_db
def test_a_name_of_two_customers_or_of_a_person_means_nobody() -> None:
    deliver(customer=[*customers("B"), *customers("A", name=FIRM)], relation=[relation("B", FIRM)])
    assert asked("A") == {frozenset("AB")}
    deliver(customer=customers("A2", name=FIRM))
    assert asked("A", "A2", "B") == alone("A", "A2", "B")
    twins = customer_ids(("A", "A2"))
    merge(twins["A2"], into_id=twins["A"], reason="twice", actor="test")
    assert asked("B") == {frozenset("AB")}
    deliver(customer=customers("P", name=PERSON), relation=[relation("A", PERSON)])
    assert asked("P") == alone("P")


@pytest.mark.django_db
def test_who_is_named_is_assessed_again_when_the_name_comes_goes_or_is_shared() -> None:
    deliver(customer=[*customers("B", "C")], relation=[relation("B", FIRM)])
    for step in (
        {"external_id": "A", "name": FIRM},  # comes
        {"external_id": "A", "name": "改了名字的公司"},  # goes
        {"external_id": "A", "name": FIRM},  # comes back
        {"external_id": "C", "name": FIRM},  # is shared
        {"external_id": "C", "name": "客户C"},  # means the first one again
        {"external_id": "D", "name": FIRM},  # is shared with a new customer
    ):
        forget_stale(None, up_to_batch=last_batch())
        deliver(customer=[step])
        marked = set(customer_codes([each.customer_id for each in stale_customers()]).values())
        assert {"B", step["external_id"]} <= marked, step
    assert "A" in marked, "whom the name meant before"
    forget_stale(None, up_to_batch=last_batch())
    deliver(customer=[{"external_id": "D", "name": FIRM, "region": "上海"}])
    assert set(customer_codes([each.customer_id for each in stale_customers()]).values()) == {"D"}


@pytest.mark.django_db
def test_a_party_that_joins_nobody() -> None:
    deliver(customer=customers("A", "B"), relation=[relation("A", "国资委"), relation("B", "国资委")])
    near = groups_near(GroupRule(ignored=frozenset({"国资委"})), customer_ids("AB").values(), as_of=DAY, known_at=None)
    assert near.roots == {}
    assert asked("A") == {frozenset("AB")}


@pytest.mark.django_db
def test_a_group_is_as_of_a_day_and_as_known_at_a_batch() -> None:
    first = deliver(
        customer=[*customers("A", "B", group="G1"), *customers("C")],
        customer_group=[{"external_id": "G1", "name": "华新集团"}],
        group_member=[{"external_id": "M1", "customer": "C", "group": "华新集团", "from_on": DAY - 10}],
    )
    assert asked("A") == {frozenset("ABC")}
    assert asked("A", as_of=DAY - 11) == {frozenset("AB")}
    deliver(
        group_member=[{"external_id": "M1", "customer": "C", "group": "华新集团", "from_on": DAY - 10, "to_on": DAY}]
    )
    assert asked("A", "C") == {frozenset("AB"), frozenset("C")}
    assert asked("A", as_of=DAY - 1) == {frozenset("ABC")}
    assert asked("C", known_at=first) == {frozenset("ABC")}
    deliver(customer=[{"external_id": "B", "name": "客户B", "is_retracted": True}])
    assert asked("A") == alone("A")


@pytest.mark.django_db
def test_whoever_leaves_a_group_makes_those_who_stay_stale() -> None:
    deliver(
        customer=[*customers("A", "B", "Q", group="G1"), *customers("C", "D", "E", "F")],
        relation=[relation("C", "P1"), relation("D", "P1"), relation("E", "F", "affiliate")],
    )

    def stale_after(**facts: Any) -> set[str]:
        forget_stale(None, up_to_batch=last_batch())
        deliver(**facts)
        return set(customer_codes(mark.customer_id for mark in stale_customers()).values())

    assert stale_after(customer=customers("A", group="G2")) == set("ABQ")
    assert stale_after(relation=[relation("C", "P1", to_on=DAY)]) == set("CD")
    assert stale_after(relation=[{**relation("E", "F", "affiliate"), "is_retracted": True}]) == set("EF")
    assert stale_after(customer=[{"external_id": "B", "name": "客户B", "is_retracted": True}]) == set("BQ")
    assert stale_after(relation=[relation("A", "C")]) == {"A"}, "who joins leads to the others"


@pytest.mark.django_db
def test_relations_of_a_merged_customer_and_those_that_name_it_join_the_one_that_stays() -> None:
    deliver(customer=customers(*"ABX"), relation=[relation("X", "B")])
    deliver("crm", customer=customers("Y", "Z"), relation=[relation("Y", "A", "affiliate")])
    before = last_batch()
    numbers = customer_ids("AB")
    merge(numbers["B"], into_id=numbers["A"], reason="one firm", actor="test")
    together = last_batch()
    assert asked("A", "X", "Y") == {frozenset("AXY")}
    assert asked("X", "B", known_at=before) == {frozenset("XB")}
    forget_stale(None, up_to_batch=together)
    deliver(relation=[{**relation("X", "B"), "is_retracted": True}])
    assert numbers["A"] in {each.customer_id for each in stale_customers()}, "whom X leaves is looked at again"
    assert asked("A", "X") == {frozenset("AY"), frozenset("X")}
    deliver(relation=[relation("X", "B")])
    part(numbers["B"], reason="two firms", actor="test")
    assert asked("B", "X", "Y") == {frozenset("XB"), frozenset("AY")}
    assert asked("A", "X", "Y", known_at=together) == {frozenset("AXY")}
