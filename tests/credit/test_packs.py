"""Packs: what they hold is as written by hand, and they are in force when others agree, or at once for whoever is alone."""

from typing import Any, cast

import pytest

from kedun.accounts.models import Person
from kedun.accounts.queries import audit
from kedun.approvals.refusals import ReasonMissing
from kedun.assessments.policy import compile_policy
from kedun.assessments.queries import live_policy
from kedun.credit.packs.actions import take
from kedun.credit.packs.queries import changed, pack, packs
from kedun.credit.packs.refusals import NoSuchPack
from kedun.credit.plans import plan_for, read_plans
from kedun.credit.queries import plans, strategies
from kedun.credit.strategies import applying, everything, holding, read_strategies
from kedun.definitions.changes.actions import bring_in_alone
from kedun.definitions.changes.refusals import OthersDecide
from kedun.definitions.documents import read
from kedun.definitions.models import ChangeSet
from kedun.kernel.clock import clock, today
from kedun.pipeline.decisions import follow_decisions
from tests.assessments.engines import shipped_documents
from tests.case_files import load
from tests.pipeline.small_house import open_house
from tests.web.clients import client_for, client_of, person_of

CASES = load("packs.yaml")
REASON = "we are few"


def bodies(key: str) -> dict[str, Any]:
    return {text.kind: cast("dict[str, Any]", read(text.body, file=text.kind)) for text in packs()[key].texts}


@pytest.mark.parametrize("key", CASES)
def test_a_pack_holds_what_is_written_by_hand(key: str) -> None:
    found, case = bodies(key), CASES[key]
    on = compile_policy({**shipped_documents(), "rule_choice": found["rule_choice"]}).rules.rules
    library, planned = read_strategies(found["strategies"]), read_plans(found["contingency_plans"])
    assert list(on) == sorted(case["rules"], key=list(on).index) if key == "small_team" else len(on) == case["rules"]
    for rule, plan in case["plans"].items():
        its_plan = plan_for(planned, rule)
        assert its_plan is not None
        assert its_plan[0] == plan
    assert all(plan_for(planned, rule) for rule in on)
    holds = {term.name: term.value for term in holding(applying(library, quadrant="key_watch", grade="high"))}
    assert holds == case["key_watch"]
    steps = [step for each in everything(library) for step in each.strategy.steps]
    steps += [step for each in planned.contingency_plans.values() for step in each.steps]
    named = {step.role for step in steps} | {each.strategy.responsible for each in everything(library)}
    named |= {role for each in everything(library) for role in each.strategy.approvers}
    assert named == set(case["roles"])


def test_every_pack_has_a_case_and_the_usual_one_stands_first() -> None:
    assert list(packs()) == ["standard", "small_team"]
    assert CASES.keys() == packs().keys()
    with pytest.raises(NoSuchPack):
        pack("huge")


@pytest.fixture
def manager(db: None) -> Person:
    open_house()
    return person_of("credit_manager")


CONFIRMED = {"reason": REASON, "confirmed": True}


def rules_on() -> set[str]:
    return set(live_policy(today(clock())).policy.rules.rules)


def test_whoever_is_alone_takes_a_pack_at_once(manager: Person) -> None:
    assert changed(pack("standard")) == []
    done = take("small_team", person=manager, reason=REASON, confirmed=True)
    assert (done.is_in_force, done.approval) == (True, None)
    assert rules_on() == set(CASES["small_team"]["rules"])
    library, planned = strategies(today(clock())), plans(today(clock()))
    assert library is not None
    assert planned is not None
    assert (library.version, planned.version) == (2, 2)
    made = ChangeSet.objects.get()
    assert (made.state, made.reason, set(made.published)) == (
        "published",
        REASON,
        {f"{kind}:{kind}" for kind in ("rule_choice", "strategies", "contingency_plans")},
    )
    verbs = [row.verb for row in audit(subject=f"change:{made.pk}")]
    assert "policy.alone" in verbs
    again = take("small_team", person=manager, reason=REASON, confirmed=True)
    assert (again.change, again.is_in_force) == (None, True)
    back = take("standard", person=manager, reason="we grew", confirmed=True)
    assert back.is_in_force
    assert len(rules_on()) == CASES["standard"]["rules"]


def test_where_others_are_they_agree_to_all_of_it_or_nothing(manager: Person) -> None:
    cfo = client_of("cfo")
    done = take("small_team", person=manager, reason=REASON, confirmed=True)
    assert not done.is_in_force
    assert len(rules_on()) == CASES["standard"]["rules"]
    shown = cfo.get(f"/approvals/{done.approval}").json
    own = client_for(manager).post(
        f"/approvals/{done.approval}/vote", {"verdict": "approve", "shown_hash": shown["shown_hash"]}
    )
    assert own.status == 403
    assert (
        cfo.post(f"/approvals/{done.approval}/vote", {"verdict": "approve", "shown_hash": shown["shown_hash"]}).status
        == 200
    )
    follow_decisions(clock=clock())
    assert rules_on() == set(CASES["small_team"]["rules"])


def test_nobody_acts_alone_where_others_are(manager: Person) -> None:
    other = person_of("sales")
    texts = changed(pack("small_team"))
    with pytest.raises(OthersDecide):
        bring_in_alone(texts, person=manager, title="mine", reason=REASON)
    other.is_active = False
    other.save(update_fields=["is_active"])
    with pytest.raises(OthersDecide):
        bring_in_alone(texts, person=manager, title="mine", reason=REASON)
    assert not ChangeSet.objects.exists(), "to send the others away is not to be alone"


def test_whoever_is_alone_says_why(manager: Person) -> None:
    texts = changed(pack("small_team"))
    for reason in ("", " ", "x" * 2_001):
        with pytest.raises(ReasonMissing):
            bring_in_alone(texts, person=manager, title="mine", reason=reason)
    assert not ChangeSet.objects.exists()


def test_the_packs_by_the_api(manager: Person) -> None:
    alone = client_for(manager)
    told = alone.get("/policy-packs", lang="en").json
    assert told["is_alone"]
    standard, small = told["items"]
    assert (standard["key"], standard["is_in_force"], standard["changes"], standard["lines"]) == (
        "standard",
        True,
        0,
        [],
    )
    assert (small["label"], small["is_in_force"]) == ("Small team", False)
    assert small["changes"] >= len(small["lines"]) > 0
    assert any("Choice of rules" in line for line in small["lines"])
    assert client_of("finance").post("/policy-packs/small_team", CONFIRMED).status == 403
    assert not alone.get("/policy-packs").json["is_alone"]
    taken = alone.post("/policy-packs/small_team", CONFIRMED)
    assert (taken.status, taken.json["code"]) == (409, "nobody_to_decide")
    client_of("cfo")
    taken = alone.post("/policy-packs/small_team", CONFIRMED).json
    assert (taken["is_in_force"], taken["change"], taken["approval"]) == (
        False,
        ChangeSet.objects.get().pk,
        ChangeSet.objects.get().request_id,
    )
    again = client_of("credit_manager").post("/policy-packs/small_team", CONFIRMED).json
    assert again == taken, "the same change waits already"
    assert ChangeSet.objects.count() == 1
    assert alone.post("/policy-packs/huge", CONFIRMED).json["code"] == "no_such_pack"


def test_the_doubts_that_a_pack_brings_here_are_said_and_asked(manager: Person) -> None:
    for is_alone in (True, False):
        client = client_for(manager)
        told = client.post("/policy-packs/small_team", {"reason": REASON}, lang="en")
        assert (told.status, told.json["code"]) == (409, "doubts_unconfirmed"), is_alone
        assert told.json["fields"]
        assert not ChangeSet.objects.exists(), "what is refused leaves nothing behind"
        client_of("cfo")
    taken = client.post("/policy-packs/small_team", CONFIRMED).json
    shown = client_of("ceo").get(f"/approvals/{taken['approval']}").json
    assert len(shown["doubts"]) == len(told.json["fields"]), "whoever agrees sees them too"
