"""Every fault that can be planted is found where it was planted, and the shipped policy is clean."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any, cast

import pytest

from kedun.accounts.roles import ROLES, Role
from kedun.approvals.authority import read_authority
from kedun.assessments.policy import DOCUMENTS, compile_policy
from kedun.definitions.documents import read
from kedun.kernel.words import Words
from kedun.review.linter.findings import TOLD, Finding
from kedun.review.linter.lint import Documents, findings
from kedun.review.linter.rules import Book
from tests.house import ROOT

Bodies = dict[str, Any]
SHIPPED: Bodies = {
    kind: read((ROOT / "starter" / f"{kind}.yaml").read_text(encoding="utf-8"), file=kind)
    for kind in (*DOCUMENTS, "authority")
}
PEOPLE = {role: frozenset({2 * number, 2 * number + 1}) for number, role in enumerate(ROLES)}
BOOK = Book(customers=100, people=PEOPLE, actions=frozenset({"policy.change"}))


def found(bodies: Bodies, book: Book = BOOK) -> list[Finding]:
    policy = compile_policy(bodies)
    documents = Documents(
        {key: each.text for key, each in policy.indicators.indicators.items()},
        policy.placing.card,
        policy.placing.value.card,
        policy.placing.grading,
        policy.rules.rules,
        read_authority(bodies["authority"]),
    )
    return findings(documents, book)


def test_the_shipped_policy_has_no_findings() -> None:
    assert [(each.code, each.place, each.problem().en) for each in found(SHIPPED)] == []


def item(bodies: Bodies, name: str) -> dict[str, Any]:
    return next(each for each in bodies["scorecard"]["items"] if each["indicator"] == name)


def rule(bodies: Bodies, key: str = "planted", **said: object) -> None:
    """Add a rule, or change one."""
    plain = {
        "label": {"zh": "试验规则", "en": "Planted rule"}, "when": "complaints_90d > 40", "severity": "medium",
        "risk_type": "credit", "source": "x", "recipients": ["finance"], "actions": [],
    }  # fmt: skip
    bodies["rules"]["rules"][key] = {**bodies["rules"]["rules"].get(key, plain), **said}


def bins(name: str, *pairs: tuple[float | None, int]) -> Callable[[Bodies], None]:
    def plant(bodies: Bodies) -> None:
        item(bodies, name)["bins"] = [
            {"points": points} if bound is None else {"up_to": bound, "points": points} for bound, points in pairs
        ]

    return plant


def planted_rule(**said: Any) -> Callable[[Bodies], None]:
    return lambda bodies: rule(bodies, **said)


def two_rules(first: Mapping[str, Any], second: Mapping[str, Any]) -> Callable[[Bodies], None]:
    def plant(bodies: Bodies) -> None:
        rule(bodies, **first)
        rule(bodies, "other", **second)

    return plant


def bands(*pairs: tuple[str, int | None], margin: int = 2) -> Callable[[Bodies], None]:
    def plant(bodies: Bodies) -> None:
        bodies["grading"]["margin"] = margin
        bodies["grading"]["bands"] = [
            {
                "grade": grade,
                "label": {"zh": f"级别{number}", "en": f"Grade {number}"},
                **({"below": below} if below else {}),
            }
            for number, (grade, below) in enumerate(pairs)
        ]

    return plant


def lines(*given: Mapping[str, object]) -> Callable[[Bodies], None]:
    return lambda bodies: bodies["authority"].update(lines=list(given))


def weight(name: str, value: int) -> Callable[[Bodies], None]:
    return lambda bodies: item(bodies, name).update(weight=value)


def label(kind: str, key: str, **words: str) -> Callable[[Bodies], None]:
    return lambda bodies: bodies[kind][kind][key]["label"].update(words)


def twice(bodies: Bodies) -> None:
    bodies["value_card"]["card"]["items"].append(deepcopy(bodies["value_card"]["card"]["items"][0]))


ANY, RAISE = "TRUE", [{"action": "limit_proposal", "value": "+20%"}]
OFTEN = {"zh": "锁单规则", "en": "Locking rule"}
PLANTED: list[tuple[str, str, Callable[[Bodies], None]]] = [
    ("bin_never_reached", "items.complaints_90d", bins("complaints_90d", (0.2, 100), (0.8, 50), (None, 0))),
    ("bin_never_reached", "items.dishonest_debtor", bins("dishonest_debtor", (0, 100), (1, 50), (None, 0))),
    ("bin_never_reached", "items.complaints_90d", bins("complaints_90d", (-1, 100), (0, 80), (None, 0))),
    ("bins_same_points", "items.overdue_share", bins("overdue_share", (0, 100), (0.1, 50), (0.2, 50), (None, 0))),
    ("item_without_effect", "items.overdue_share", bins("overdue_share", (0, 50), (None, 50))),
    ("points_against_direction", "items.overdue_share", bins("overdue_share", (0, 20), (0.1, 50), (None, 0))),
    ("points_against_direction", "items.current_ratio", bins("current_ratio", (1, 90), (None, 10))),
    ("item_twice", "items.invoiced_12m_minor", twice),
    ("weight_outweighs", "items.overdue_share", weight("overdue_share", 500)),
    ("weight_negligible", "items.return_rate_12m", weight("overdue_days_max", 900)),
    ("margin_too_wide", "bands.medium", bands(("high", 60), ("medium", 63), ("low", None), margin=5)),
    ("grade_twice", "bands.high", bands(("high", 60), ("medium", 70), ("high", 80), ("low", None))),
    ("high_risk_above_sixty", "bands.high", bands(("high", 45), ("medium", 80), ("low", None))),
    ("rule_never_fires", "rules.planted", planted_rule(when="overdue_share > 0.3", scope="overdue_share < 0.2")),
    ("rule_never_fires", "rules.planted", planted_rule(when="complaints_90d > 2 AND complaints_90d < 3")),
    ("rule_never_fires", "rules.planted", planted_rule(when="score > 100")),
    ("rule_never_fires", "rules.planted", planted_rule(when="grade = 'dreadful'")),
    ("rule_always_fires", "rules.planted", planted_rule(when="complaints_90d >= 0")),
    ("rules_say_the_same", "rules.planted", two_rules({}, {"when": "NOT (complaints_90d <= 40)"})),
    ("severity_upside_down", "rules.other", two_rules({}, {"when": "complaints_90d > 45", "severity": "low"})),
    ("actions_contradict", "rules.planted", two_rules({"when": "score > 90", "actions": RAISE}, {"when": "complaints_90d > 1 AND complaints_90d < 9", "actions": [{"action": "order_lock"}]})),
    ("more_credit_for_high_risk", "rules.planted", planted_rule(when="invoiced_12m_minor > 900000000", actions=RAISE)),
    ("credit_without_approval", "rules.planted", planted_rule(when="score > 95", actions=RAISE)),
    ("rule_without_recipient", "rules.planted", planted_rule(recipients=[])),
    ("role_unknown", "rules.planted", planted_rule(recipients=["janitor"])),
    ("action_without_recipient", "rules.planted", planted_rule(actions=[{"action": "notify"}])),
    ("label_in_one_language", "rules.planted", planted_rule(label={"zh": "规则", "en": "规则"})),
    ("label_in_one_language", "indicators.overdue_share", label("indicators", "overdue_share", zh="overdue share", en="overdue share")),
    ("label_in_one_language", "rules.planted", planted_rule(label={"zh": "规则", "en": " "})),
    ("authority_hole", "lines.policy.change", lines({"action": "policy.change", "any": ["cfo", "ceo"], "at_most": 5})),
    ("larger_needs_less", "lines.policy.change", lines(
        {"action": "policy.change", "all": ["cfo", "ceo"], "at_most": 5}, {"action": "policy.change", "all": ["cfo"]})),
    ("larger_needs_less", "lines.policy.change", lines(
        {"action": "policy.change", "all": ["cfo", "ceo"], "at_most": 5}, {"action": "policy.change", "any": ["cfo", "ceo"]})),
    ("larger_needs_less", "lines.policy.change", lines(
        {"action": "policy.change", "any": ["cfo"], "at_most": 5}, {"action": "policy.change", "any": ["cfo", "ceo"]})),
]  # fmt: skip


@pytest.mark.parametrize(("code", "place", "plant"), PLANTED)
def test_a_planted_fault_is_found(code: str, place: str, plant: Callable[[Bodies], None]) -> None:
    bodies = deepcopy(SHIPPED)
    plant(bodies)
    told = found(bodies)
    assert (code, place) in {(each.code, each.place) for each in told}
    for words in (said for each in told for said in (each.problem(), each.remedy())):
        assert words.zh
        assert words.en
        assert "{" not in words.zh + words.en


OF_THE_FIRM: list[tuple[str, str, Book]] = [
    ("fires_too_often", "rules.high_risk_score", Book(customers=100, people=PEOPLE, fired={"high_risk_score": 21})),
    ("rule_rests_on_nothing", "rules.high_risk_score", Book(people=PEOPLE, unsupplied={"score": [Words("财报", "statements")]})),
    ("reading_not_supplied", "items.current_ratio", Book(people=PEOPLE, unsupplied={"current_ratio": [Words("财报", "statements")]})),
    ("nobody_has_role", "rules.high_risk_score", Book(people={**PEOPLE, "credit_manager": frozenset()})),
    ("nobody_can_approve", "lines.policy.change", Book(people={"ceo": frozenset({1}), "cfo": frozenset({1})})),
]  # fmt: skip


@pytest.mark.parametrize(("code", "place", "book"), OF_THE_FIRM)
def test_what_does_not_fit_the_firm_is_found(code: str, place: str, book: Book) -> None:
    assert (code, place) in {(each.code, each.place) for each in found(SHIPPED, book)}


def test_every_kind_of_finding_is_planted() -> None:
    assert set(TOLD) == {code for code, *_ in (*PLANTED, *OF_THE_FIRM)}


def test_a_card_may_name_a_measure_and_a_table_may_ask_for_more_with_the_size() -> None:
    bodies = deepcopy(SHIPPED)
    item(bodies, "complaints_90d").update(indicator="order_age_max")
    lines(
        {"action": "policy.change", "any": ["cfo", "ceo"], "at_most": 5},
        {"action": "policy.change", "all": ["cfo", "ceo"]},
    )(bodies)
    assert found(bodies) == []


def test_faults_come_before_doubts() -> None:
    bodies = deepcopy(SHIPPED)
    bands(("high", 45), ("medium", 80), ("low", None))(bodies)
    rule(bodies, recipients=[])
    assert [each.gravity for each in found(bodies)] == ["fault", "doubt"]


@pytest.mark.parametrize(("fired", "is_told"), [(20, False), (21, True)])
def test_a_fifth_of_the_book_is_not_too_often(fired: int, is_told: bool) -> None:
    told = found(SHIPPED, Book(customers=100, people=PEOPLE, fired={"high_risk_score": fired}))
    assert bool(told) is is_told


@pytest.mark.parametrize("when", ["score >= 60 AND complaints_90d < 1", "guarantee_minor > 0"])
def test_credit_for_low_risk_or_against_a_pledge_is_well(when: str) -> None:
    bodies = deepcopy(SHIPPED)
    rule(bodies, when=when if "guarantee" not in when else "score < 20", actions=RAISE)
    if "guarantee" in when:
        bodies["indicators"]["measures"]["guarantee_minor"] = {"fact": "invoice", "sum": "open_minor"}
        rule(bodies, when="score < 20 AND guarantee_minor > 0")
    book = Book(people=PEOPLE, actions=frozenset({"policy.change", "limit.change"}))
    assert not {"more_credit_for_high_risk", "credit_without_approval"} & {each.code for each in found(bodies, book)}


def test_an_authority_line_of_one_person_can_be_met_when_somebody_else_asks_for_it_too() -> None:
    bodies = deepcopy(SHIPPED)
    lines({"action": "policy.change", "all": ["cfo"]})(bodies)
    alone = Book(people=cast("Mapping[Role, frozenset[int]]", {**PEOPLE, "cfo": frozenset({1})}))
    assert [each.code for each in found(bodies, alone)] == ["nobody_can_approve"]
    assert found(bodies) == []
