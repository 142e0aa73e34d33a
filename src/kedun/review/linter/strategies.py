"""What may be wrong with strategies: for themselves, against each other, and against matrix, grades and people. Arithmetic."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from kedun.accounts.roles import ROLE_WORDS, Role
from kedun.credit.steps import Step
from kedun.credit.strategies import (
    STRICTNESS,
    TERM_WORDS,
    UNCHANGED,
    Chosen,
    StrategyLibrary,
    TermName,
    everything,
    stated,
    value_words,
)
from kedun.kernel.words import Words
from kedun.review.linter.cards import HIGH
from kedun.review.linter.findings import Finding
from kedun.scorecards.definition import Grading, Matrix

KIND: Final = "strategies"
ORDERED: Final[tuple[TermName, ...]] = ("terms_days", "limit_percent", "deposit_percent", "stop_after_days")
"""Terms of which riskier grades must not have the milder ones."""

GRUDGING: Final = frozenset({"cash_before_delivery", "stop"})
"""Deliveries that leave nothing to be paid later."""

People = Mapping[Role, frozenset[int]]


def strategy_findings(
    library: StrategyLibrary, matrix: Matrix, grading: Grading, letters: Collection[str], people: People
) -> Iterator[Finding]:
    """Look at the strategies. `letters`: the keys there are; `people`: the persons by role."""
    yield from _missing_and_strange(library, matrix, grading)
    high = {key for key, quadrant in matrix.quadrants.items() if any(grade == HIGH for _, grade in quadrant.cells)}
    for each in everything(library):
        is_high = each.place == HIGH if each.kind == "grade" else each.place in high
        yield from _of_one(each, is_high=is_high, letters=letters, people=people)
    yield from _against_each_other(library, matrix)
    yield from _upside_down(library, grading)


def place_of(each: Chosen) -> str:
    """Say where a strategy stands in its document."""
    return f"{each.kind}s.{each.place}"


def _named(each: Chosen, **more: Words) -> dict[str, Words]:
    return {"strategy": each.strategy.label.words(), **more}


def _missing_and_strange(library: StrategyLibrary, matrix: Matrix, grading: Grading) -> Iterator[Finding]:
    quadrants = {key: quadrant.label.words() for key, quadrant in matrix.quadrants.items()}
    grades = {band.grade: band.label.words() for band in grading.bands} | {"unrated": grading.unrated.words()}
    for key, words in quadrants.items():
        if key not in library.quadrants:
            yield Finding("quadrant_without_strategy", KIND, f"quadrants.{key}", {"place": words})
    for grade, words in grades.items():
        if grade not in library.grades:
            yield Finding("grade_without_strategy", KIND, f"grades.{grade}", {"place": words})
    for each in everything(library):
        known = quadrants if each.kind == "quadrant" else grades
        if each.place not in known:
            yield Finding("strategy_for_nobody", KIND, place_of(each), _named(each))


def _of_one(each: Chosen, *, is_high: bool, letters: Collection[str], people: People) -> Iterator[Finding]:
    strategy, place = each.strategy, place_of(each)
    for one, other in _clashes(each):
        yield Finding("strategy_contradicts_itself", KIND, place, _named(each, one=one, other=other))
    raises = (strategy.limit_percent or 0) > UNCHANGED
    if raises and is_high and (strategy.pledge != "required" or not strategy.approvers):
        yield Finding("strategy_more_credit_for_high_risk", KIND, place, _named(each))
    elif not strategy.approvers and stated(strategy).keys() & STRICT_TERMS:
        yield Finding("strategy_without_approver", KIND, place, _named(each))
    if strategy.approvers and set(strategy.approvers) == {strategy.responsible}:
        role = ROLE_WORDS[strategy.approvers[0]]
        yield Finding("approver_is_responsible", KIND, place, _named(each, role=role))
    if strategy.approvers and not any(people.get(role) for role in strategy.approvers):
        yield Finding("nobody_can_depart", KIND, place, _named(each, roles=listed_roles(strategy.approvers)))
    if strategy.responsible and not people.get(strategy.responsible):
        yield Finding("nobody_responsible", KIND, place, _named(each, role=ROLE_WORDS[strategy.responsible]))
    if strategy.letter and strategy.letter not in letters:
        named = {"name": strategy.label.words(), "letter": Words(strategy.letter, strategy.letter)}
        yield Finding("letter_unknown", KIND, place, named)
    yield from step_findings(KIND, place, strategy.label.words(), strategy.steps, people)


STRICT_TERMS: Final[frozenset[TermName]] = frozenset(
    {"terms_days", "limit_percent", "deposit_percent", "delivery", "stop_after_days"}
)
"""Terms from which a customer may ask for a departure."""


def listed_roles(roles: Sequence[Role]) -> Words:
    """Name roles one after the other."""
    words = [ROLE_WORDS[role] for role in roles]
    return Words("、".join(each.zh for each in words), ", ".join(each.en for each in words))


def _clashes(each: Chosen) -> Iterator[tuple[Words, Words]]:
    """Give the pairs of terms of a strategy that cannot both be meant."""
    said = stated(each.strategy)
    has_terms = bool(said.get("terms_days"))
    if has_terms and said.get("delivery") in GRUDGING:
        yield _term(said, "terms_days"), _term(said, "delivery")
    if has_terms and said.get("limit_percent") == 0:
        yield _term(said, "terms_days"), _term(said, "limit_percent")
    if has_terms and said.get("deposit_percent") == 100:  # noqa: PLR2004 - the whole price
        yield _term(said, "terms_days"), _term(said, "deposit_percent")
    if said.get("deposit_percent") and said.get("delivery") == "open":
        yield _term(said, "deposit_percent"), _term(said, "delivery")
    if said.get("service") == "vip" and said.get("delivery") == "stop":
        yield _term(said, "service"), _term(said, "delivery")


def _term(said: Mapping[TermName, int | str], name: TermName) -> Words:
    label, value = TERM_WORDS[name], value_words(name, said[name])
    return Words(f"{label.zh}：{value.zh}", f"{label.en}: {value.en}")


def step_findings(kind: str, place: str, name: Words, steps: Sequence[Step], people: People) -> Iterator[Finding]:
    """Look at the steps of a strategy or a plan."""
    for each in steps:
        if not people.get(each.role):
            named = {"name": name, "step": each.label.words(), "role": ROLE_WORDS[each.role]}
            yield Finding("step_for_nobody", kind, f"{place}.steps.{each.step}", named)
    for before, after in pairwise(steps):
        if after.within_days < before.within_days:
            named = {"name": name, "step": after.label.words(), "before": before.label.words()}
            yield Finding("step_before_its_time", kind, f"{place}.steps.{after.step}", named)


def _against_each_other(library: StrategyLibrary, matrix: Matrix) -> Iterator[Finding]:
    """Look at quadrants and grades that meet in a customer: one giving more while the other takes away."""
    for key, quadrant in matrix.quadrants.items():
        for grade in sorted({grade for _, grade in quadrant.cells}):
            if key not in library.quadrants or grade not in library.grades:
                continue
            pair = (
                Chosen("quadrant", key, library.quadrants[key]),
                Chosen("grade", grade, library.grades[grade]),
            )
            if any(_gives(one) and _takes(other) for one, other in (pair, pair[::-1])):
                other = pair[1].strategy.label.words()
                yield Finding("strategies_contradict", KIND, place_of(pair[0]), _named(pair[0], other=other))


def _gives(each: Chosen) -> bool:
    return (each.strategy.limit_percent or 0) > UNCHANGED or each.strategy.service == "vip"


def _takes(each: Chosen) -> bool:
    limit = each.strategy.limit_percent
    return (limit is not None and limit < UNCHANGED) or each.strategy.delivery in GRUDGING


def _upside_down(library: StrategyLibrary, grading: Grading) -> Iterator[Finding]:
    """Look at grades from the worst to the best: the worse must not have the milder terms."""
    ranked = [band.grade for band in grading.bands if band.grade in library.grades]
    for worse, better in pairwise(dict.fromkeys(ranked)):
        bad, good = library.grades[worse], library.grades[better]
        milder = [
            name
            for name in ORDERED
            if name in stated(bad)
            and name in stated(good)
            and STRICTNESS[name](stated(bad)[name]) < STRICTNESS[name](stated(good)[name])
        ]
        for name in milder:
            told = {"strategy": bad.label.words(), "other": good.label.words(), "term": TERM_WORDS[name]}
            yield Finding("riskier_gets_more", KIND, f"grades.{worse}", told)
