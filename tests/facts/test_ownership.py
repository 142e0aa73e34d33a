"""Who owns a customer, and in whose scope it lies, day by day."""

from datetime import UTC, datetime, timedelta

import pytest

from kedun.accounts.models import Audit, Person
from kedun.accounts.scopes import EVERYTHING, Scope, answered_for
from kedun.facts.models import CURRENT, Ownership
from kedun.facts.ownership.actions import grant, set_owner, withdraw
from kedun.facts.ownership.owner import Owner
from kedun.facts.ownership.queries import lying_in, owned_by, owners
from kedun.facts.ownership.refusals import NobodyToOwn, PastOwnerStays
from kedun.facts.queries import customer_ids, customers_in
from tests.facts.deliveries import customer, deliver
from tests.web.clients import person_of

pytestmark = pytest.mark.django_db

DAY = 20_000
AT = datetime(2024, 10, 4, tzinfo=UTC)
"""Noon or so on DAY."""


@pytest.fixture
def ids() -> dict[str, int]:
    deliver({"customer": [customer("A", owner="小艾"), customer("B", owner="小柏"), customer("N")]})
    return dict(customer_ids("ABN"))


@pytest.fixture
def alice() -> Person:
    return person_of("sales", name="Alice", names_in_files=("小艾", "艾丽丝"))


@pytest.fixture
def bob() -> Person:
    return person_of("sales", name="Bob", names_in_files=("小柏",))


def people(*who: Person, names: tuple[str, ...] = ()) -> Scope:
    return Scope("people", tuple(each.pk for each in who), names)


def codes(scope: Scope, on: int = DAY) -> list[str]:
    return sorted(customers_in(scope, on).values_list("code", flat=True))


def own(customer_id: int, person: Person | None, since: int = DAY) -> bool:
    return set_owner(customer_id, person_id=person.pk if person else None, from_day=since, actor="person:9", at=AT)


def test_files_name_the_owner_until_somebody_is_set(ids: dict[str, int], alice: Person, bob: Person) -> None:
    mine, his = people(alice, names=("小艾", "艾丽丝")), people(bob, names=("小柏",))
    assert (codes(EVERYTHING), codes(mine), codes(his)) == (["A", "B", "N"], ["A"], ["B"])
    assert own(ids["A"], bob)
    assert (codes(mine), codes(his)) == ([], ["A", "B"])
    assert (codes(mine, DAY - 1), codes(his, DAY - 1)) == (["A"], ["B"])
    told = owners({ids["A"]: "小艾", ids["B"]: "小柏", ids["N"]: ""}, DAY)
    assert told == {ids["A"]: Owner(bob.pk, "Bob"), ids["B"]: Owner(bob.pk, "Bob"), ids["N"]: None}


def test_a_name_that_is_nobodys_is_told_as_it_stands(ids: dict[str, int]) -> None:
    assert owners({ids["A"]: "小艾"}, DAY) == {ids["A"]: Owner(None, "小艾")}


def test_an_empty_scope_holds_nobody(ids: dict[str, int], alice: Person) -> None:
    assert codes(Scope("people")) == codes(Scope("granted")) == codes(people(alice)) == []


def test_a_name_in_files_opens_nothing_to_those_who_need_a_grant(ids: dict[str, int], alice: Person) -> None:
    assert codes(Scope("granted", (alice.pk,), ("小艾",))) == []
    grant(ids["A"], person_id=alice.pk, from_day=DAY, to_day=DAY + 5, actor="x", at=AT)
    assert [codes(Scope("granted", (alice.pk,)), DAY + days) for days in (-1, 0, 5, 6)] == [[], ["A"], ["A"], []]


def test_a_reader_sees_and_does_not_own(ids: dict[str, int], alice: Person, bob: Person) -> None:
    assert grant(ids["B"], person_id=alice.pk, from_day=DAY, to_day=None, actor="x", at=AT)
    assert not grant(ids["B"], person_id=alice.pk, from_day=DAY, to_day=None, actor="x", at=AT)
    assert codes(people(alice, names=("小艾",))) == ["A", "B"]
    assert codes(people(bob, names=("小柏",))) == ["B"]
    assert sorted(owned_by((alice.pk,), ("小艾",), DAY).values_list("code", flat=True)) == ["A"]
    assert withdraw(ids["B"], person_id=alice.pk, actor="x", at=AT)
    assert not withdraw(ids["B"], person_id=alice.pk, actor="x", at=AT)
    assert codes(people(alice, names=("小艾",))) == ["A"]


def spans(customer_id: int) -> list[tuple[int, int, int | None]]:
    rows = Ownership.objects.filter(customer=customer_id).order_by("from_day")
    return [(row.person_id, row.from_day, row.to_day) for row in rows]


def test_a_grant_to_read_gives_nothing_to_answer_for(ids: dict[str, int], alice: Person) -> None:
    grant(ids["B"], person_id=alice.pk, from_day=DAY, to_day=None, actor="x", at=AT)
    assert codes(answered_for(people(alice, names=("小艾",)))) == ["A"]
    assert codes(answered_for(Scope("granted", (alice.pk,)))) == []
    assert codes(answered_for(EVERYTHING)) == ["A", "B", "N"]
    own(ids["B"], alice)
    assert codes(answered_for(Scope("granted", (alice.pk,)))) == ["B"]


def test_owners_follow_each_other_without_a_gap(ids: dict[str, int], alice: Person, bob: Person) -> None:
    assert own(ids["N"], alice, DAY)
    assert own(ids["N"], bob, DAY + 10)
    assert spans(ids["N"]) == [(alice.pk, DAY, DAY + 9), (bob.pk, DAY + 10, None)]
    assert [codes(people(alice), DAY + days) for days in (9, 10)] == [["N"], []]


def test_an_earlier_day_takes_the_place_of_what_was_planned(ids: dict[str, int], alice: Person, bob: Person) -> None:
    own(ids["N"], alice, DAY)
    own(ids["N"], bob, DAY + 10)
    assert own(ids["N"], alice, DAY + 5)
    assert spans(ids["N"]) == [(alice.pk, DAY, DAY + 4), (alice.pk, DAY + 5, None)]
    assert own(ids["N"], None, DAY + 5)
    assert spans(ids["N"]) == [(alice.pk, DAY, DAY + 4)]


def test_who_owned_a_customer_in_the_past_stays_written(ids: dict[str, int], alice: Person, bob: Person) -> None:
    own(ids["N"], alice, DAY)
    own(ids["N"], bob, DAY + 10)
    later = AT + timedelta(days=20)
    for since in (-5, 5, 15, 19):
        with pytest.raises(PastOwnerStays):
            set_owner(ids["N"], person_id=alice.pk, from_day=DAY + since, actor="x", at=later)
    stayed = (alice.pk, DAY, DAY + 9)
    assert spans(ids["N"]) == [stayed, (bob.pk, DAY + 10, None)]
    assert set_owner(ids["N"], person_id=alice.pk, from_day=DAY + 20, actor="x", at=later)
    assert spans(ids["N"]) == [stayed, (bob.pk, DAY + 10, DAY + 19), (alice.pk, DAY + 20, None)]
    assert set_owner(ids["N"], person_id=bob.pk, from_day=DAY + 20, actor="x", at=later)
    assert spans(ids["N"]) == [stayed, (bob.pk, DAY + 10, DAY + 19), (bob.pk, DAY + 20, None)]


def test_who_could_read_in_the_past_stays_written(ids: dict[str, int], alice: Person) -> None:
    grant(ids["N"], person_id=alice.pk, from_day=DAY, to_day=None, actor="x", at=AT)
    assert withdraw(ids["N"], person_id=alice.pk, actor="x", at=AT + timedelta(days=5))
    assert spans(ids["N"]) == [(alice.pk, DAY, DAY + 4)]
    grant(ids["N"], person_id=alice.pk, from_day=DAY + 6, to_day=DAY + 9, actor="x", at=AT + timedelta(days=6))
    grant(ids["N"], person_id=alice.pk, from_day=DAY + 8, to_day=None, actor="x", at=AT + timedelta(days=7))
    assert spans(ids["N"]) == [(alice.pk, DAY, DAY + 4), (alice.pk, DAY + 6, DAY + 6), (alice.pk, DAY + 8, None)]
    assert [codes(people(alice), DAY + days) for days in (4, 5, 6, 7, 8)] == [["N"], [], ["N"], [], ["N"]]


def test_the_same_owner_again_changes_nothing(ids: dict[str, int], alice: Person) -> None:
    assert own(ids["N"], alice)
    assert not own(ids["N"], alice)
    assert not own(ids["N"], alice, DAY + 3)
    assert not own(ids["A"], None)
    assert Audit.objects.filter(verb="customer.owner").count() == 1


def test_who_is_gone_owns_nothing(ids: dict[str, int], alice: Person) -> None:
    Person.objects.filter(pk=alice.pk).update(is_active=False)
    with pytest.raises(NobodyToOwn):
        own(ids["A"], alice)
    with pytest.raises(NobodyToOwn):
        grant(ids["A"], person_id=alice.pk, from_day=DAY, to_day=None, actor="x", at=AT)
    assert Ownership.objects.count() == 0


def test_what_was_done_stands_in_the_audit(ids: dict[str, int], alice: Person, bob: Person) -> None:
    own(ids["A"], alice)
    own(ids["A"], bob, DAY + 1)
    (_, second) = Audit.objects.filter(subject="customer:A").order_by("id")
    assert (second.actor, second.verb) == ("person:9", "customer.owner")
    assert second.params == {"person": bob.pk, "from": "2024-10-05", "before": [alice.pk]}


def test_many_scopes_at_once_hold_what_each_holds_by_itself(ids: dict[str, int], alice: Person, bob: Person) -> None:
    own(ids["B"], alice)
    own(ids["N"], bob, DAY - 9)
    own(ids["N"], None, DAY)
    grant(ids["N"], person_id=bob.pk, from_day=DAY, to_day=DAY + 2, actor="x", at=AT)
    scopes = dict(
        enumerate(
            (
                EVERYTHING,
                Scope("people"),
                people(alice, names=("小艾", "艾丽丝")),
                people(bob, names=("小柏",)),
                people(alice, bob, names=("小艾", "小柏")),
                Scope("granted", (bob.pk,), ("小柏",)),
            )
        )
    )
    named = dict(CURRENT["customer"]._default_manager.values_list("id", "owner"))
    for day in range(DAY - 10, DAY + 4):
        each = {n: frozenset(customers_in(scope, day).values_list("id", flat=True)) for n, scope in scopes.items()}
        assert lying_in(scopes, named, day) == each, day
