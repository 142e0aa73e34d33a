"""The live definitions as one checked program: measures, readings, cards, place, verdicts, in layers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kedun.assessments import swing
from kedun.expressions import names_in
from kedun.facts.sources import ROW_NAMES
from kedun.facts.steps import Layers, bounded, types_of
from kedun.facts.views import AS_OF
from kedun.indicators.definition import read_indicators
from kedun.indicators.measures import Measure
from kedun.indicators.program import IndicatorProgram, compile_indicators
from kedun.indicators.sql import CHECK_AGE, supplied
from kedun.indicators.together import GROUP, GROUPED, ROOTS, constant
from kedun.kernel.hashing import Json, sha256_of
from kedun.kernel.refusals import Conflict, Invalid
from kedun.rules.choice import RuleChoice, chosen, names_are_free, read_choice
from kedun.rules.definition import RuleSet, read_rules
from kedun.rules.verdict import PREFIX, evidence_names, rule_layers
from kedun.scorecards.definition import read_card, read_grading, read_matrix, read_value_card
from kedun.scorecards.place import HEALTH, VALUE, Placing

LANGUAGE_VERSION = 1
"""Raised when the same text would give another number; stored with every assessment."""

PLACE = (
    f"{HEALTH}_coverage",
    "signal_points",
    "score_hundredths",
    "score_low_hundredths",
    "score_high_hundredths",
    "score",
    "grade",
    f"{VALUE}_score",
    "value_tier",
    "quadrant",
)
"""The computed columns that place a customer, in the order of computing."""

RESERVED = frozenset(
    {*PLACE, *swing.TYPES, *ROW_NAMES, "coverage", "code", AS_OF, "known_at", "customers", GROUP, GROUPED, ROOTS}
)
"""What a computed row, the rows under it and the parameters call their own."""

RESERVED_BEGINNINGS = (
    f"{HEALTH}_",
    f"{VALUE}_",
    PREFIX,
    swing.PREFIX,
    CHECK_AGE.format(scope=""),
    supplied(""),
    constant(""),
)
"""How the names begin that are made from a card, a rule, a check or a kind."""

DOCUMENTS = ("indicators", "scorecard", "value_card", "grading", "matrix", "rules", "rule_choice")
"""The documents that make a policy."""


class KeyReserved(Invalid):
    """The key {key} is taken: the system itself computes {reserved}. Choose another key."""

    zh = "标识 {key} 已被占用：系统自身会计算 {reserved}。请换一个标识。"


PAGES_NEED = frozenset(
    {
        *("receivable_minor", "overdue_minor", "overdue_days_max", "due_unknown_minor", "unapplied_minor"),
        *("overdue_1_30_minor", "overdue_31_60_minor", "overdue_61_90_minor", "overdue_over_90_minor"),
        *("credit_limit_minor", "limit_utilisation"),
    }
)
"""The readings by which lists sort, ages are added up and pages say what a customer owes, whatever rules and cards use."""


class PagesNeed(Conflict):
    """Lists and pages show what customers owe by these readings, so they cannot be left out: {keys}. Rules and cards need not use them."""

    zh = "列表和页面要用这些读数显示客户的欠款和账龄，不能去掉：{keys}。规则和评分卡可以不用它们。"


@dataclass(frozen=True, slots=True)
class Policy:
    """A whole policy, ready to run on any engine.

    `hash`: of the documents and the language version. `layers`: everything above the measures.
    `outputs`: the columns a run delivers, besides customer_id; of the measures those that anything rests on. `evidence`: readings by rule.
    `rules`: those that are on, with the chosen numbers in them; `declared`: all, as written; `choice`: what was chosen.
    """

    hash: str
    indicators: IndicatorProgram
    placing: Placing
    rules: RuleSet
    declared: RuleSet
    choice: RuleChoice
    currency: str
    layers: Layers
    outputs: tuple[str, ...]
    evidence: Mapping[str, frozenset[str]]

    @property
    def measured(self) -> dict[str, Measure]:
        """The measures that anything rests on."""
        return {key: each for key, each in self.indicators.measures.items() if key in self.outputs}


def compile_policy(documents: Mapping[str, Mapping[str, Json]], *, currency: str = "CNY") -> Policy:
    """Check the documents of a policy together. `currency`: what amounts are in, where a rule's label says one.

    Raises: KeyReserved, and what reading, the language, the cards and the rules refuse.
    """
    texts, declared = read_indicators(documents["indicators"]), read_rules(documents["rules"])
    keys_are_free((*texts.measures, *texts.earlier, *texts.group, *texts.book, *texts.indicators, *declared.rules))
    choice = read_choice(documents["rule_choice"])
    rules = chosen(declared, choice, currency=currency)
    indicators = compile_indicators(texts)
    placing = Placing(
        read_card(documents["scorecard"]),
        read_value_card(documents["value_card"]),
        read_grading(documents["grading"]),
        read_matrix(documents["matrix"]),
    )
    placed = placing.layers(indicators.types)
    evidence = {key: evidence_names(rule) for key, rule in rules.rules.items()}
    swings: Layers = ()
    if any(names & swing.TYPES.keys() for names in evidence.values()):
        swings = swing.swing_layers(indicators, placed)
        indicators = compile_indicators(swing.looking_back(texts, indicators, placed))
    known = {**indicators.types, **types_of(placed), **swing.TYPES}
    names_are_free(declared, frozenset(known))
    points = tuple(f"{HEALTH}_point_{item.indicator}" for item in placing.card.items)
    named = indicators.named
    layers = bounded(swing.beside(indicators.layers + placed, swings) + rule_layers(rules, known))
    used = _used(indicators, layers, evidence)
    measures = tuple(key for key in indicators.measures if key in used)
    own = (*measures, *texts.earlier, *indicators.group, *indicators.book)
    groups = (GROUP,) if indicators.group else ()
    names = (*groups, *own, *(key for key in indicators.indicators if key not in named))
    return Policy(
        hash=sha256_of({"language": LANGUAGE_VERSION, "documents": {name: documents[name] for name in DOCUMENTS}}),
        indicators=indicators,
        placing=placing,
        rules=rules,
        declared=declared,
        choice=choice,
        currency=currency,
        layers=layers,
        outputs=(*names, *points, *PLACE, *(swing.TYPES if swings else ()), *(PREFIX + key for key in rules.rules)),
        evidence=evidence,
    )


def _used(indicators: IndicatorProgram, layers: Layers, evidence: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Name the measures that anything rests on: one that nobody reads is computed on no engine, so it cannot overflow."""
    named = frozenset[str]().union(*(names_in(step.checked.node) for layer in layers for step in layer))
    named = named.union(*(each.measures for each in indicators.indicators.values()), *evidence.values())
    named = named.union(*(each.columns for each in indicators.group.values()))
    for each in indicators.indicators.values():
        named = named.union(*(names_in(when.node) for when, _ in (*each.missing, *each.flags)))
    aged = {key for key, each in indicators.measures.items() if any(_age(scope) in named for scope in each.checks)}
    return named.union(aged, *(each.rests_on for key, each in indicators.measures.items() if key in named | aged))


def _age(scope: str) -> str:
    return CHECK_AGE.format(scope=scope)


def keys_are_free(keys: Iterable[str]) -> None:
    """Accept keys that no computed name can equal.

    Raises: KeyReserved.
    """
    for key in keys:
        beginnings = [f"{each}…" for each in RESERVED_BEGINNINGS if key.startswith(each)]
        if key in RESERVED or beginnings:
            raise KeyReserved(key=key, reserved=", ".join(beginnings) or key)
