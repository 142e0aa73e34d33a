"""What may be wrong with rules, one by one and against each other. Arithmetic."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, permutations

from kedun.accounts.roles import ROLE_WORDS, Role
from kedun.expressions import And, Compare, Literal, Name, Node, names_in, parse
from kedun.indicators.definition import IndicatorText
from kedun.kernel.words import Words
from kedun.review.linter.cards import AGREED, WHOLE, bounds_of, number
from kedun.review.linter.conditions import Case, Domain, always_holds, can_hold, implies
from kedun.review.linter.findings import Finding
from kedun.rules.definition import ACTION_WORDS, Rule

KIND = "rules"
SEVERITIES = ("low", "medium", "high", "critical")
MOST_FIRING = 0.2
"""A rule that fires for a larger share of the book warns nobody."""
STOPPING = frozenset({"order_lock", "shipment_hold"})
NEEDS_RECIPIENT = frozenset({"task", "notify"})
PLEDGES = ("guarantee", "pledge")
"""What the names of readings about security hold."""
LIMIT_ACTION = "limit.change"
"""The action in the table of authority that agrees to a change of a limit."""


@dataclass(frozen=True, slots=True)
class Book:
    """What is so of a firm at present. `fired`: customers by rule; `people`: persons by role.

    `unsupplied`: by reading, the kinds of facts it rests on of which nothing was ever imported.
    `high_risk_below`: the score below which risk is high; `actions`: those the table of authority has lines for.
    """

    customers: int = 0
    fired: Mapping[str, int] = field(default_factory=dict)
    people: Mapping[Role, frozenset[int]] = field(default_factory=dict)
    unsupplied: Mapping[str, Collection[Words]] = field(default_factory=dict)
    high_risk_below: int = AGREED
    actions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Read:
    """A rule with its condition and scope as one tree."""

    key: str
    rule: Rule
    condition: Node

    @property
    def named(self) -> dict[str, Words]:
        """Its name, as findings say it."""
        return {"rule": self.rule.label.words()}

    def finding(self, code: str, **named: Words) -> Finding:
        """Find something of this rule."""
        return Finding(code, KIND, f"rules.{self.key}", {**self.named, **named})


def domains(texts: Mapping[str, IndicatorText]) -> Case:
    """Say what the readings can be at all, by their units; also score, coverage and grade."""
    by_unit = {key: Domain(*bounds_of(text), is_whole=text.unit in WHOLE) for key, text in texts.items()}
    grades = frozenset({"high", "medium", "low", "unrated"})
    return {**by_unit, "score": Domain(0, 100), "coverage": Domain(0, 1), "grade": Domain(only=grades)}


def rule_findings(rules: Mapping[str, Rule], known: Case, book: Book) -> Iterator[Finding]:
    """Look at the rules that are on, with their numbers in them."""
    read = [Read(key, rule, _condition(rule)) for key, rule in rules.items()]
    for each in read:
        yield from _condition_findings(each, known, book)
        yield from _recipient_findings(each, book)
        yield from _credit_findings(each, known, book)
    sound = [each for each in read if can_hold(each.condition, known)]
    for one, other in combinations(sound, 2):
        if one.rule.severity == other.rule.severity and _is_same(one, other, known):
            yield one.finding("rules_say_the_same", other=other.rule.label.words())
    for one, other in permutations(sound, 2):
        yield from _pair_findings(one, other, known)


def _condition(rule: Rule) -> Node:
    scope, when = parse(rule.scope), parse(rule.when)
    return when if scope == Literal(value=True) else And((scope, when))


def _condition_findings(each: Read, known: Case, book: Book) -> Iterator[Finding]:
    if not can_hold(each.condition, known):
        yield each.finding("rule_never_fires")
    elif always_holds(each.condition, known):
        yield each.finding("rule_always_fires")
    fired = book.fired.get(each.key, 0)
    if book.customers and fired > MOST_FIRING * book.customers:
        yield each.finding(
            "fires_too_often",
            share=number(round(100 * fired / book.customers)),
            customers=number(fired),
            most=number(round(100 * MOST_FIRING)),
        )
    kinds = {kind: None for name in sorted(names_in(each.condition)) for kind in book.unsupplied.get(name, ())}
    if kinds:
        yield each.finding("rule_rests_on_nothing", kinds=listed(kinds))


def listed(words: Collection[Words]) -> Words:
    """Say several things one after the other."""
    return Words("、".join(each.zh for each in words), ", ".join(each.en for each in words))


def _recipient_findings(each: Read, book: Book) -> Iterator[Finding]:
    told = {*each.rule.recipients, *(intent.to for intent in each.rule.actions if intent.to)}
    if not each.rule.recipients:
        yield each.finding("rule_without_recipient")
    for intent in each.rule.actions:
        if intent.action in NEEDS_RECIPIENT and intent.to is None:
            yield each.finding("action_without_recipient", action=ACTION_WORDS[intent.action])
    for name in sorted(told):
        role = next((role for role in ROLE_WORDS if role == name), None)
        if role is None:
            yield each.finding("role_unknown", role=Words(name, name))
        elif not book.people.get(role):
            yield each.finding("nobody_has_role", role=ROLE_WORDS[role])


def raises_limit(rule: Rule) -> bool:
    """Whether a rule proposes more credit: a limit proposal that adds, or asks for more than the whole of what there is."""
    return any(intent.action == "limit_proposal" and _is_more(intent.value) for intent in rule.actions)


def _is_more(value: str) -> bool:
    """Read a proposal as people write it: +10%, ＋10%, 120%, x1.5. What nobody can read counts as more."""
    said = unicodedata.normalize("NFKC", value).strip().lower()
    match = re.fullmatch(r"([-+x*×]?)\s*(\d+(?:\.\d+)?)\s*(%?)", said)
    if match is None:
        return bool(said) and not said.startswith(("-", "−"))
    sign, amount, percent = match[1], float(match[2]), bool(match[3])
    whole = 100 if percent else 1
    return sign == "+" or (sign != "-" and (percent or sign != "") and amount > whole)


def _credit_findings(each: Read, known: Case, book: Book) -> Iterator[Finding]:
    proposes = any(intent.action == "limit_proposal" for intent in each.rule.actions)
    if proposes and LIMIT_ACTION not in book.actions:
        yield each.finding("credit_without_approval", action=Words(LIMIT_ACTION, LIMIT_ACTION))
    if not raises_limit(each.rule):
        return
    risky = And((each.condition, Compare("<", Name("score"), Literal(book.high_risk_below))))
    pledges = [name for name in names_in(each.condition) if any(word in name for word in PLEDGES)]
    is_secured = any(implies(risky, Compare(">", Name(name), Literal(0)), known) for name in pledges)
    if not is_secured and can_hold(risky, known):
        yield each.finding("more_credit_for_high_risk", below=number(book.high_risk_below))


def _is_same(one: Read, other: Read, known: Case) -> bool:
    return implies(one.condition, other.condition, known) and implies(other.condition, one.condition, known)


def _pair_findings(one: Read, other: Read, known: Case) -> Iterator[Finding]:
    named = {"other": other.rule.label.words()}
    is_less_severe = SEVERITIES.index(one.rule.severity) < SEVERITIES.index(other.rule.severity)
    if is_less_severe and implies(one.condition, other.condition, known):
        yield one.finding("severity_upside_down", **named)
    stops = any(intent.action in STOPPING for intent in other.rule.actions)
    if raises_limit(one.rule) and stops and can_hold(And((one.condition, other.condition)), known):
        yield one.finding("actions_contradict", **named)
