"""Looking at the policy in force, or at what a change would make of it, with what the firm's book says of it."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from typing import cast

from kedun.accounts.models import Person
from kedun.accounts.roles import Role
from kedun.accounts.scopes import EVERYTHING
from kedun.alerts.choice.queries import fires
from kedun.approvals.authority import read_authority
from kedun.assessments.policy import DOCUMENTS, Policy
from kedun.assessments.queries import NoPolicy, policy_with
from kedun.credit.letters import read_letters
from kedun.credit.plans import read_plans
from kedun.credit.strategies import read_strategies
from kedun.definitions import documents as texts
from kedun.definitions.changes.queries import authority
from kedun.definitions.checks import Documents as Changed
from kedun.definitions.checks import Remark
from kedun.definitions.queries import first, live
from kedun.facts.kinds import KINDS
from kedun.facts.queries import customers_in, last_batch, supply_at
from kedun.kernel.days import Day
from kedun.kernel.hashing import Json
from kedun.kernel.refusals import Refusal
from kedun.kernel.words import Words
from kedun.review.linter.cards import AGREED
from kedun.review.linter.findings import Finding
from kedun.review.linter.lint import Documents, findings, labels_of
from kedun.review.linter.rules import Book

NAMED_ONLY = ("signals", "rule_choice", "authority")
"""Kinds of which the linter looks at the names; what else they say is looked at with the rest, or when it is read."""

Firing = Callable[[Changed, Day], Mapping[str, int]]
"""Counts, by rule, the customers for whom it would fire with some documents changed."""

_firing: list[Firing] = []


def count_by(firing: Firing) -> None:
    """Let a later stage count; called once by its `ready`."""
    _firing[:] = [firing]


def brought(changed: Changed, on: Day) -> list[Finding]:
    """Give what a change brings: what is found with it and not without it. A policy that does not work has no findings.

    Raises: NoPolicy, and what compiling refuses.
    """
    try:
        before = findings_of({}, on)
    except Refusal:
        before = []
    return [each for each in findings_of(changed, on) if each not in before]


def remarks(changed: Changed, on: Day) -> list[Remark]:
    """Say what a change brings, for those who submit it."""
    return [
        Remark(each.gravity, each.code, each.kind, each.place, each.problem(), each.remedy())
        for each in brought(changed, on)
    ]


def findings_of(changed: Changed, on: Day) -> list[Finding]:
    """Look at the policy of a day with some documents changed.

    Raises: NoPolicy, and what compiling refuses.
    """
    policy = policy_with(changed, on)
    table = read_authority(changed["authority"]) if "authority" in changed else authority(on)
    documents = Documents(
        texts={key: each.text for key, each in policy.indicators.indicators.items()},
        card=policy.placing.card,
        tiers=policy.placing.value.tiers,
        value_card=policy.placing.value.card,
        grading=policy.placing.grading,
        rules=policy.rules.rules,
        authority=table,
        matrix=policy.placing.matrix,
        declared=policy.declared.rules,
        strategies=read_strategies(_body("strategies", changed, on)),
        plans=read_plans(_body("contingency_plans", changed, on)),
        letters=read_letters(_body("letters", changed, on)),
        others=[each for kind in NAMED_ONLY for each in labels_of(kind, _body(kind, changed, on))],
    )
    high = next((band.below for band in policy.placing.grading.bands if band.grade == "high"), None)
    is_same = not changed.keys() & set(DOCUMENTS)
    book = Book(
        customers=customers_in(EVERYTHING, on).count(),
        fired=fires(EVERYTHING, on) if is_same else _would_fire(changed, on),
        people=_people(),
        unsupplied=_unsupplied(policy, on),
        high_risk_below=high or AGREED,
        actions=frozenset(line.action for line in table.lines),
    )
    return findings(documents, book)


def _would_fire(changed: Changed, on: Day) -> Mapping[str, int]:
    """Count whom the rules of a change would find, where somebody can; what cannot be tried is not counted."""
    try:
        return {rule: count for firing in _firing for rule, count in firing(changed, on).items()}
    except Refusal:
        return {}


def _body(kind: str, changed: Changed, on: Day) -> Mapping[str, Json]:
    """Give the document of a kind with the change in it.

    Raises: NoPolicy.
    """
    if kind in changed:
        return changed[kind]
    found = live(kind, on=on) or first(kind)
    if not found:
        raise NoPolicy(kind=kind)
    return cast("Mapping[str, Json]", texts.read(next(iter(found.values())).body, file=kind))


def _people() -> Mapping[Role, frozenset[int]]:
    found: dict[Role, set[int]] = defaultdict(set)
    for number, role in Person.objects.filter(is_active=True).values_list("id", "role"):
        found[cast("Role", role)].add(number)
    return {role: frozenset(numbers) for role, numbers in found.items()}


def _unsupplied(policy: Policy, on: Day) -> Mapping[str, Collection[Words]]:
    """Give, by reading, the kinds that it rests on and that nobody ever delivered; nothing before the first delivery."""
    supply = supply_at(on, last_batch())
    if all(each.state == "not_supplied" for each in supply.values()):
        return {}
    measures = policy.indicators.measures
    never = {kind for kind, each in supply.items() if each.state == "not_supplied"}
    rests = {key: measure.needs for key, measure in measures.items()} | {
        key: frozenset[str]().union(*(measures[name].needs for name in each.measures))
        for key, each in policy.indicators.indicators.items()
    }
    return {key: [KINDS[kind].label for kind in sorted(needs & never)] for key, needs in rests.items() if needs & never}
