"""Any life an alert may have, by verdicts and by people, against a model of a few lines."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from kedun.alerts import actions
from kedun.alerts.decide import CustomerVerdict
from kedun.alerts.queries import history, of_customer
from kedun.alerts.shown import AlertRecord
from kedun.alerts.states import NOT_CLOSED, PersonsMove, State, target
from kedun.kernel.refusals import Conflict
from tests.alerts.builders import CLEAR, CLOCK, FIRED, TODAY, UNKNOWN, customer

RULES = {"calm": 0, "cooled": 3}
"""Rules and their cool-down days."""

MOVES: dict[PersonsMove, Callable[[AlertRecord, int], int]] = {
    "acknowledge": lambda alert, day: actions.acknowledge(alert.id, actor="alice", by_clock=CLOCK),
    "snooze": lambda alert, day: actions.snooze(alert.id, until=day + 2, as_of=day, actor="alice", by_clock=CLOCK),
    "resolve": lambda alert, day: actions.resolve(
        alert.id, reason="paid", note="Wired.", as_of=day, actor="alice", by_clock=CLOCK
    ),
    "reopen": lambda alert, day: actions.reopen(alert.id, actor="alice", by_clock=CLOCK),
    "assign": lambda alert, day: actions.assign(alert.id, owner="bob", actor="alice", by_clock=CLOCK),
}
rules = st.sampled_from(sorted(RULES))


class Life(RuleBasedStateMachine):
    """Days pass, verdicts come, people act; what is stored must follow the model."""

    @initialize()
    def begin(self) -> None:
        self.savepoint = transaction.atomic()
        self.savepoint.__enter__()
        self.customer_id = customer("A")
        self.day, self.batch = TODAY, 1
        self.state: dict[str, State] = {}
        self.closed_on: dict[str, int] = {}
        self.sleeps_until: dict[str, int] = {}
        self.was_clear: dict[str, bool] = {}
        self.alerts = dict.fromkeys(RULES, 0)
        self.events = 0
        for key in RULES:
            self.fires(key, days=0, reading=31)

    def teardown(self) -> None:
        if hasattr(self, "savepoint"):
            transaction.set_rollback(True)
            self.savepoint.__exit__(None, None, None)

    def verdict(self, word: CustomerVerdict, rule_key: str) -> CustomerVerdict:
        """Give a verdict of a rule about the customer."""
        return replace(word, customer_id=self.customer_id, rule_key=rule_key, cooldown_days=RULES[rule_key])

    def apply(self, verdict: CustomerVerdict) -> None:
        """Apply one verdict, twice: the second time changes nothing."""
        actions.apply_verdicts([verdict], as_of=self.day, known_at=self.batch, clock=CLOCK)
        again = actions.apply_verdicts([verdict], as_of=self.day, known_at=self.batch, clock=CLOCK)
        assert again == actions.AlertCounts()

    def newest(self, rule_key: str) -> AlertRecord | None:
        """Give the newest alert of a rule."""
        return next((alert for alert in of_customer(self.customer_id) if alert.rule_key == rule_key), None)

    def pass_days(self, days: int) -> None:
        """Let days pass, each with a batch of facts."""
        self.day += days
        self.batch += days

    @rule(key=rules, days=st.integers(0, 3), reading=st.integers(31, 32))
    def fires(self, key: str, days: int, reading: int) -> None:
        self.pass_days(days)
        before = self.newest(key)
        self.apply(replace(self.verdict(FIRED, key), evidence={"overdue_days_max": reading}))
        match self.state.get(key):
            case None:
                self._opens(key)
            case "cleared" if self.day >= self.closed_on[key] + RULES[key]:
                self._opens(key)
            case "resolved" if self.day >= self.closed_on[key] + RULES[key] and (self.was_clear[key] or RULES[key]):
                self._opens(key)
            case "snoozed" if self.day > self.sleeps_until[key]:
                self.state[key] = "open"
                self.events += 1
            case "open" | "acknowledged" | "snoozed":
                assert before is not None
                self.events += before.evidence != {"overdue_days_max": reading}

    def _opens(self, key: str) -> None:
        self.state[key] = "open"
        self.alerts[key] += 1
        self.events += 1

    @rule(key=rules, days=st.integers(0, 3))
    def is_clear(self, key: str, days: int) -> None:
        self.pass_days(days)
        self.apply(self.verdict(CLEAR, key))
        if self.state.get(key) in NOT_CLOSED:
            self.state[key], self.closed_on[key] = "cleared", self.day
            self.events += 1
        elif self.state.get(key) == "resolved" and not self.was_clear[key]:
            self.was_clear[key] = True
            self.events += 1

    @rule(key=rules, days=st.integers(0, 3))
    def is_unknown(self, key: str, days: int) -> None:
        self.pass_days(days)
        before = self.newest(key)
        self.apply(self.verdict(UNKNOWN, key))
        if self.state.get(key) == "snoozed" and self.day > self.sleeps_until[key]:
            self.state[key] = "open"
            self.events += 1
        after = self.newest(key)
        assert (before and before.evidence) == (after and after.evidence)

    @rule(key=rules)
    def verdict_of_yesterday_arrives_late(self, key: str) -> None:
        alert = self.newest(key)
        if alert is not None:
            verdict = self.verdict(CLEAR, key)
            done = actions.apply_verdicts([verdict], as_of=alert.assessed_as_of - 1, known_at=self.batch, clock=CLOCK)
            assert done == actions.AlertCounts()

    @rule(key=rules, move=st.sampled_from(("acknowledge", "reopen", "assign")))
    def person_acts(self, key: str, move: PersonsMove) -> None:
        self.act(key, move)

    @rule(key=rules)
    def person_snoozes(self, key: str) -> None:
        if self.act(key, "snooze"):
            self.sleeps_until[key] = self.day + 2

    @rule(key=rules)
    def person_resolves(self, key: str) -> None:
        if self.act(key, "resolve"):
            self.closed_on[key], self.was_clear[key] = self.day, False

    def act(self, key: str, move: PersonsMove) -> bool:
        """Make a person's move; one that is not allowed is refused."""
        alert, after = self.newest(key), target(self.state[key], move)
        assert alert is not None
        if after is None:
            with pytest.raises(Conflict):
                MOVES[move](alert, self.day)
            return False
        MOVES[move](alert, self.day)
        self.state[key] = after
        self.events += 1
        return True

    @invariant()
    def stored_alerts_follow_the_model(self) -> None:
        stored = of_customer(self.customer_id) if hasattr(self, "customer_id") else ()
        for key in RULES:
            mine = [alert for alert in stored if alert.rule_key == key]
            assert len(mine) == self.alerts[key]
            assert (mine[0].state if mine else None) == self.state.get(key)
            assert sum(alert.state in NOT_CLOSED for alert in mine) <= 1
        assert sum(len(history(alert.id)) for alert in stored) == self.events


@pytest.mark.django_db
def test_any_life() -> None:
    run_state_machine_as_test(Life, settings=settings(max_examples=40, stateful_step_count=30))
