"""Who sees which customers: by role, by team, by day, by key."""

import pytest

from kedun.accounts import queries
from kedun.accounts.keys.actions import add_key
from kedun.accounts.models import Person
from kedun.accounts.queries import key_scope, scope
from kedun.accounts.roles import ROLES, Role
from kedun.accounts.scopes import EVERYTHING, Scope
from kedun.accounts.teams.actions import Stretch, add_team
from kedun.kernel.clock import clock, today
from tests.web.clients import person_of

pytestmark = pytest.mark.django_db
MARCH = today(clock()) - 60
LIMITED: set[Role] = {"sales", "sales_manager", "outside_expert"}


@pytest.mark.parametrize("role", [role for role in ROLES if role not in LIMITED])
def test_most_roles_see_everything(role: Role) -> None:
    assert scope(person_of(role)) == EVERYTHING


def test_sales_sees_own_customers_by_number_and_by_what_files_call_them() -> None:
    alice = person_of("sales", names_in_files=("王伟", "Wang Wei"))
    assert scope(alice) == Scope("people", (alice.pk,), ("Wang Wei", "王伟"))


def test_an_outside_expert_sees_what_was_granted() -> None:
    charlie = person_of("outside_expert", names_in_files=("王伟",))
    assert scope(charlie) == Scope("granted", (charlie.pk,))


def team_of(lead: Person, *members: Person, to_day: int | None = None) -> int:
    stretches = [Stretch(each.pk, MARCH, to_day) for each in members]
    return add_team("test", name=f"team of {lead.name}", lead_id=lead.pk, members=stretches).pk


def test_a_manager_sees_the_customers_of_the_team() -> None:
    boss, alice, bob = person_of("sales_manager"), person_of("sales", names_in_files=("alice",)), person_of("sales")
    team_of(boss, alice)
    assert scope(boss) == Scope("people", tuple(sorted((boss.pk, alice.pk))), ("alice",))
    assert bob.pk not in scope(boss).person_ids


def test_membership_counts_on_its_first_and_last_day_only() -> None:
    boss, alice = person_of("sales_manager"), person_of("sales")
    team_of(boss, alice, to_day=MARCH + 10)
    seen = [alice.pk in scope(boss, on=MARCH + days).person_ids for days in (-1, 0, 10, 11)]
    assert seen == [False, True, True, False]


def test_a_member_can_lead_for_some_days() -> None:
    deputy, alice = person_of("sales_manager"), person_of("sales")
    stretches = [Stretch(alice.pk, MARCH), Stretch(deputy.pk, MARCH, MARCH + 5, is_lead=True)]
    add_team("test", name="north", members=stretches)
    assert alice.pk in scope(deputy, on=MARCH + 5).person_ids
    assert scope(deputy).person_ids == (deputy.pk,)


def test_leading_a_team_gives_a_salesperson_nothing() -> None:
    alice, bob = person_of("sales"), person_of("sales")
    team_of(alice, bob)
    assert scope(alice).person_ids == (alice.pk,)


def test_a_key_sees_everything_or_its_teams() -> None:
    administrator, boss, alice = person_of("administrator"), person_of("sales_manager"), person_of("sales")
    team = team_of(boss, alice)
    free = add_key("test", administrator, name="a", right="reader", scope="all", team_ids=[], expires_on=None)
    tied = add_key("test", administrator, name="b", right="reader", scope="teams", team_ids=[team], expires_on=None)
    assert key_scope(free.key) == EVERYTHING
    assert key_scope(tied.key) == Scope("people", (alice.pk,))
    assert key_scope(tied.key, on=MARCH - 1) == Scope("people")


def test_actors_are_named() -> None:
    alice = person_of("sales", name="Alice")
    key = add_key("test", alice, name="erp", right="reader", scope="all", team_ids=[], expires_on=None).key
    told = queries.actor_names([f"person:{alice.pk}", f"key:{key.pk}", "nightly", "person:x", "person:999"])
    assert told == {f"person:{alice.pk}": "Alice", f"key:{key.pk}": "erp"}
