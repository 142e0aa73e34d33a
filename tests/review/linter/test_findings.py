"""Every fault that can be planted is found where it was planted, and the shipped policy is clean."""

import json
from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any, cast

import pytest

from kedun.accounts.roles import ROLES, Role
from kedun.approvals.authority import read_authority
from kedun.assessments.policy import DOCUMENTS, Policy, compile_policy
from kedun.credit.letters import read_letters
from kedun.credit.packs.queries import packs
from kedun.credit.plans import read_plans
from kedun.credit.strategies import read_strategies
from kedun.definitions.documents import read
from kedun.kernel.words import Words
from kedun.review.linter.findings import TOLD, Finding
from kedun.review.linter.lint import Documents, findings, labels_of
from kedun.review.linter.rules import Book
from tests.house import ROOT

Bodies = dict[str, Any]
SHIPPED: Bodies = {
    kind: read((ROOT / "starter" / f"{kind}.yaml").read_text(encoding="utf-8"), file=kind)
    for kind in (*DOCUMENTS, "authority", "signals", "strategies", "contingency_plans", "letters")
}
PEOPLE = {role: frozenset({2 * number, 2 * number + 1}) for number, role in enumerate(ROLES)}
BOOK = Book(customers=100, people=PEOPLE, actions=frozenset({"policy.change"}))


_compiled: dict[str, Policy] = {}
"""A fault that is planted beside what is computed leaves that as it was compiled before."""


def compiled(bodies: Bodies) -> Policy:
    text = json.dumps({kind: bodies[kind] for kind in DOCUMENTS})
    if text not in _compiled:
        _compiled[text] = compile_policy(bodies)
    return _compiled[text]


def found(bodies: Bodies, book: Book = BOOK) -> list[Finding]:
    policy = compiled(bodies)
    documents = Documents(
        {key: each.text for key, each in policy.indicators.indicators.items()},
        policy.placing.card,
        policy.placing.value.card,
        policy.placing.grading,
        policy.rules.rules,
        read_authority(bodies["authority"]),
        policy.placing.matrix,
        policy.declared.rules,
        read_strategies(bodies["strategies"]),
        read_plans(bodies["contingency_plans"]),
        read_letters(bodies["letters"]),
        policy.placing.value.tiers,
        [each for kind in ("signals", "rule_choice", "authority") for each in labels_of(kind, bodies[kind])],
    )
    return findings(documents, book)


def test_the_shipped_policy_has_no_findings() -> None:
    assert [(each.code, each.place, each.problem().en) for each in found(SHIPPED)] == []


@pytest.mark.parametrize("key", packs())
def test_a_shipped_pack_has_no_findings(key: str) -> None:
    bodies = deepcopy(SHIPPED) | {text.kind: read(text.body, file=text.kind) for text in packs()[key].texts}
    assert [(each.code, each.place, each.problem().en) for each in found(bodies)] == []


def item(bodies: Bodies, name: str) -> dict[str, Any]:
    return next(each for each in bodies["scorecard"]["items"] if each["indicator"] == name)


def rule(bodies: Bodies, key: str = "planted", **said: object) -> None:
    """Add a rule, which has a plan, or change one."""
    plain = {
        "label": {"zh": "试验规则", "en": "Planted rule"}, "when": "complaints_90d > 40", "severity": "medium",
        "risk_type": "credit", "source": "x", "recipients": ["finance"], "actions": [],
    }  # fmt: skip
    if key not in bodies["rules"]["rules"]:
        plan(bodies)["rules"].append(key)
    bodies["rules"]["rules"][key] = {**bodies["rules"]["rules"].get(key, plain), **said}


def plan(bodies: Bodies, key: str = "overdue") -> dict[str, Any]:
    return cast("dict[str, Any]", bodies["contingency_plans"]["contingency_plans"][key])


def strategy(place: str, **said: Any) -> Callable[[Bodies], None]:
    """Change a strategy; None takes a field out."""

    def plant(bodies: Bodies) -> None:
        kind, key = place.split(".")
        there = bodies["strategies"][kind].setdefault(key, {"label": {"zh": "策略", "en": "Strategy"}})
        there.update(said)
        for name in [name for name, value in said.items() if value is None]:
            del there[name]

    return plant


def without(place: str) -> Callable[[Bodies], None]:
    kind, key = place.split(".")
    return lambda bodies: bodies["strategies"][kind].pop(key)


def planned(key: str = "overdue", **said: Any) -> Callable[[Bodies], None]:
    return lambda bodies: plan(bodies, key).update(said)


def steps(*given: tuple[str, str, int]) -> list[dict[str, Any]]:
    label = {"zh": "步骤", "en": "Step"}
    return [
        {"step": key, "role": role, "within_days": days, "label": label, "evidence": label} for key, role, days in given
    ]


def letter(language: str, text: str, key: str = "care") -> Callable[[Bodies], None]:
    def plant(bodies: Bodies) -> None:
        bodies["letters"]["letters"][key]["body"][language] += text

    return plant


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
    ("quadrant_without_strategy", "quadrants.star", without("quadrants.star")),
    ("grade_without_strategy", "grades.medium", without("grades.medium")),
    ("grade_without_strategy", "grades.unrated", without("grades.unrated")),
    ("strategy_for_nobody", "quadrants.moon", strategy("quadrants.moon")),
    ("strategy_contradicts_itself", "quadrants.key_watch", strategy("quadrants.key_watch", delivery="cash_before_delivery")),
    ("strategy_contradicts_itself", "grades.high", strategy("grades.high", limit_percent=0)),
    ("strategy_contradicts_itself", "grades.high", strategy("grades.high", deposit_percent=100)),
    ("strategy_contradicts_itself", "grades.medium", strategy("grades.medium", delivery="open")),
    ("strategy_contradicts_itself", "quadrants.star", strategy("quadrants.star", delivery="stop")),
    ("strategy_more_credit_for_high_risk", "grades.high", strategy("grades.high", limit_percent=120)),
    ("strategy_more_credit_for_high_risk", "quadrants.key_watch", strategy("quadrants.key_watch", limit_percent=120, pledge="asked")),
    ("strategy_more_credit_for_high_risk", "quadrants.key_watch", strategy("quadrants.key_watch", limit_percent=120, pledge="required", approvers=[])),
    ("strategy_without_approver", "grades.medium", strategy("grades.medium", approvers=[])),
    ("approver_is_responsible", "grades.low", strategy("grades.low", approvers=["sales"])),
    ("strategies_contradict", "quadrants.star", strategy("grades.low", limit_percent=80)),
    ("strategies_contradict", "quadrants.key_watch", strategy("quadrants.key_watch", limit_percent=120, pledge="required")),
    ("riskier_gets_more", "grades.high", strategy("grades.high", terms_days=60)),
    ("riskier_gets_more", "grades.medium", strategy("grades.medium", stop_after_days=90)),
    ("letter_unknown", "quadrants.star", strategy("quadrants.star", letter="poem")),
    ("letter_unknown", "contingency_plans.overdue", planned(letter="poem")),
    ("step_before_its_time", "contingency_plans.overdue.steps.second", planned(steps=steps(("first", "sales", 5), ("second", "sales", 2)))),
    ("rule_without_plan", "contingency_plans.lawsuit", planned("legal", rules=["enforcement", "equity_frozen", "tax_arrears", "licence_ending"])),
    ("rule_in_two_plans", "contingency_plans.lawsuit", planned("care", rules=["purchase_frequency_down", "order_silence", "attitude_turned", "lawsuit"])),
    ("plan_for_no_rule", "contingency_plans.contact_left", planned("contact_left", rules=["key_contact_left", "moonrise"])),
    ("placeholder_unknown", "letters.care", letter("zh", "{grade}")),
    ("placeholder_in_one_language", "letters.care", letter("zh", "{receivable}")),
    ("placeholder_in_one_language", "letters.care", letter("en", "{receivable}")),
    ("label_in_one_language", "letters.care", lambda bodies: bodies["letters"]["letters"]["care"].update(label={"zh": "care", "en": "care"})),
    ("label_in_one_language", "quadrants.star.steps.framework", lambda bodies: bodies["strategies"]["quadrants"]["star"]["steps"][0].update(evidence={"zh": "纪要", "en": "纪要"})),
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
        assert "{" not in (words.zh + words.en).replace("{grade}", "").replace("{receivable}", "")


OF_THE_FIRM: list[tuple[str, str, Book]] = [
    ("fires_too_often", "rules.high_risk_score", Book(customers=100, people=PEOPLE, fired={"high_risk_score": 21})),
    ("rule_rests_on_nothing", "rules.high_risk_score", Book(people=PEOPLE, unsupplied={"score": [Words("财报", "statements")]})),
    ("reading_not_supplied", "items.current_ratio", Book(people=PEOPLE, unsupplied={"current_ratio": [Words("财报", "statements")]})),
    ("nobody_has_role", "rules.high_risk_score", Book(people={**PEOPLE, "credit_manager": frozenset()})),
    ("nobody_can_depart", "quadrants.key_watch", Book(people={**PEOPLE, "cfo": frozenset(), "ceo": frozenset()})),
    ("nobody_responsible", "grades.low", Book(people={**PEOPLE, "sales": frozenset()})),
    ("step_for_nobody", "contingency_plans.legal.steps.read", Book(people={**PEOPLE, "legal": frozenset()})),
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


@pytest.mark.parametrize(
    ("when", "value", "is_told"),
    [
        pytest.param("score < 20 AND guarantee_minor > 5", "+20%", False, id="a pledge there must be"),
        pytest.param("score < 20 AND NOT guarantee_minor > 0", "+20%", True, id="a pledge there must not be"),
        pytest.param("score < 20 AND guarantee_minor >= 0", "+20%", True, id="a pledge that may be nothing"),
        pytest.param("score < 20 OR guarantee_minor > 0", "+20%", True, id="a pledge or not"),
        pytest.param("score < 20", "120%", True, id="more than the whole"),
        pytest.param("score < 20", "＋20%", True, id="a wide plus"),
        pytest.param("score < 20", " x1.5 ", True, id="a factor"),
        pytest.param("score < 20", "as the board says", True, id="nobody can read it"),
        pytest.param("score < 20", "80%", False, id="less"),
        pytest.param("score < 20", "-20%", False, id="taken away"),
        pytest.param("score < 20", "0", False, id="nothing"),
        pytest.param("score < 20", "", False, id="no proposal"),
    ],
)
def test_more_credit_is_found_however_it_is_said(when: str, value: str, is_told: bool) -> None:
    bodies = deepcopy(SHIPPED)
    bodies["indicators"]["measures"]["guarantee_minor"] = {"fact": "invoice", "sum": "open_minor"}
    rule(bodies, when=when, actions=[{"action": "limit_proposal", "value": value}])
    book = Book(people=PEOPLE, actions=frozenset({"policy.change", "limit.change"}))
    assert ("more_credit_for_high_risk" in {each.code for each in found(bodies, book)}) is is_told


@pytest.mark.parametrize(
    ("place", "plant"),
    [
        ("rules.lawsuit.thresholds.times", lambda it: it["rules"]["rules"]["lawsuit"]["thresholds"]["times"]),
        ("quadrants.star", lambda it: it["matrix"]["quadrants"]["star"]),
        ("tiers.high", lambda it: it["value_card"]["tiers"][-1]),
        ("signals.price_sensitive", lambda it: it["signals"]["signals"]["price_sensitive"]),
        ("label", lambda it: it["rule_choice"]),
        ("label", lambda it: it["authority"]),
    ],
)
def test_labels_of_all_parts_are_looked_at(place: str, plant: Callable[[Bodies], Any]) -> None:
    bodies = deepcopy(SHIPPED)
    plant(bodies)["label"] = {"zh": "名称", "en": "名称"}
    assert place in {each.place for each in found(bodies) if each.code == "label_in_one_language"}


def test_a_name_in_one_language_is_found_where_nothing_else_is_looked_at() -> None:
    bodies = deepcopy(SHIPPED)
    del bodies["rule_choice"]["label"], bodies["authority"]["label"]
    bodies["signals"] = {"label": "no pair", "signals": {"a": {"label": {"zh": "甲"}}, "b": "no signal"}}
    named = [(each.kind, each.place, each.problem().en) for each in found(bodies)]
    assert named == [("signals", "signals.a", "“signals.a” has no name in English")]


def test_an_authority_line_of_one_person_can_be_met_when_somebody_else_asks_for_it_too() -> None:
    bodies = deepcopy(SHIPPED)
    lines({"action": "policy.change", "all": ["cfo"]})(bodies)
    alone = Book(people=cast("Mapping[Role, frozenset[int]]", {**PEOPLE, "cfo": frozenset({1})}))
    assert [each.code for each in found(bodies, alone)] == ["nobody_can_approve"]
    assert found(bodies) == []


def test_more_credit_for_high_risk_against_a_pledge_and_by_approval_is_well() -> None:
    bodies = deepcopy(SHIPPED)
    strategy("grades.high", limit_percent=None)(bodies)
    strategy("quadrants.improve_or_exit", limit_percent=None)(bodies)
    strategy("quadrants.key_watch", limit_percent=120, pledge="required")(bodies)
    assert found(bodies) == []


def test_a_rule_that_is_off_needs_no_plan() -> None:
    bodies = deepcopy(SHIPPED)
    planned("legal", rules=["enforcement", "equity_frozen", "tax_arrears", "licence_ending"])(bodies)
    bodies["rule_choice"]["enabled"] = [key for key in bodies["rules"]["rules"] if key != "lawsuit"]
    assert found(bodies) == []
