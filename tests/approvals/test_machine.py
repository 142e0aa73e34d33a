"""Whatever people do in whatever order, nobody's own request is ever approved by their vote."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import ClassVar
from unittest import mock

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from kedun.accounts.models import Person
from kedun.accounts.roles import Role
from kedun.approvals import actions
from kedun.approvals.actions import Ballot
from kedun.approvals.models import Request, Vote
from kedun.kernel.clock import clock, today
from kedun.kernel.refusals import Refusal
from tests.approvals.asking import asked
from tests.web.clients import person_of

PEOPLE: tuple[Role, ...] = ("legal", "legal", "ceo", "ceo", "credit_manager")
WHO = st.integers(0, len(PEOPLE) - 1)


class Office(RuleBasedStateMachine):
    """People ask, vote, stand in for each other and change roles."""

    people: ClassVar[list[Person]]

    def __init__(self) -> None:
        super().__init__()
        self.rollback = transaction.atomic()
        self.rollback.__enter__()

    @rule(who=WHO)
    def ask(self, who: int) -> None:
        number = Request.objects.count()
        self.tried(lambda: asked(Person.objects.get(pk=self.people[who].pk), subject=f"customer:{number}"))

    @precondition(lambda self: Request.objects.exists())
    @rule(who=WHO, behalf=st.none() | WHO, refuses=st.booleans(), which=st.integers(0, 5))
    def vote(self, who: int, behalf: int | None, refuses: bool, which: int) -> None:
        requests = list(Request.objects.order_by("pk"))
        request = requests[which % len(requests)]
        person = Person.objects.get(pk=self.people[who].pk)
        ballot = Ballot(
            "refuse" if refuses else "approve",
            request.shown_hash,
            "no",
            None if behalf is None else self.people[behalf].pk,
        )
        self.tried(lambda: actions.vote(request.pk, ballot, person=person))

    @rule(who=WHO, deputy=WHO)
    def stand_in(self, who: int, deputy: int) -> None:
        day = today(clock())
        self.tried(lambda: actions.stand_in(self.people[who], self.people[deputy].pk, from_day=day, to_day=day))

    @rule(who=WHO, role=st.sampled_from(["legal", "ceo", "credit_manager"]))
    def change_role(self, who: int, role: str) -> None:
        Person.objects.filter(pk=self.people[who].pk).update(role=role)

    def tried(self, act: Callable[[], object]) -> None:
        with suppress(Refusal), transaction.atomic():
            act()

    @invariant()
    def nobody_decides_alone(self) -> None:
        for vote in Vote.objects.select_related("request"):
            assert vote.request.maker_id not in (vote.person_id, vote.on_behalf_of_id)
        for request in Request.objects.filter(state="approved").prefetch_related("votes"):
            humans = {vote.person_id for vote in request.votes.all()}
            assert len(humans) == 2
            assert {vote.role for vote in request.votes.all()} == {"legal", "ceo"}

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.rollback.__exit__(None, None, None)


QUICK = settings(
    max_examples=30, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck), database=None
)


@pytest.fixture(autouse=True)
def people(db: None) -> None:
    """Made once: hashing passwords takes its time on purpose."""
    Office.people = [person_of(role) for role in PEOPLE]


@pytest.mark.slow
def test_nobody_ever_decides_alone() -> None:
    run_state_machine_as_test(Office, settings=QUICK)


@contextmanager
def unguarded() -> Iterator[None]:
    """The check taken out of the code and out of the database."""
    with connection.cursor() as cursor:
        cursor.execute(
            "ALTER TABLE approvals_vote DROP CONSTRAINT approvals_vote_not_by_maker,"
            " DROP CONSTRAINT approvals_vote_not_for_maker"
        )
    with mock.patch.object(actions, "is_own", return_value=False):
        yield


@pytest.mark.slow
def test_the_machine_finds_it_when_the_check_is_gone() -> None:
    found = settings(QUICK, max_examples=300, phases=[Phase.generate])  # nobody reads the shortest way to it
    with unguarded(), pytest.raises(AssertionError):
        run_state_machine_as_test(Office, settings=found)
