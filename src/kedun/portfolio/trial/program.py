"""What a changed policy would say of stored readings, as one query: which steps are computed anew, and from which columns."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kedun.assessments import swing
from kedun.assessments.policy import Policy
from kedun.expressions import Type, names_in, quoted, to_sql
from kedun.facts.steps import Layers, in_layers, needed, types_of
from kedun.portfolio.trial.refusals import ReadingNotKept
from kedun.rules.definition import Rule, RuleSet
from kedun.rules.verdict import PREFIX, evidence_names, rule_layers
from kedun.scorecards.score import FADING_POINTS
from kedun.scorecards.standing import DAYS_STOOD, EARLIER_GRADE, STANDING, standing_texts

COLUMNS: Final[Mapping[str, str]] = {
    FADING_POINTS: "1000::bigint * a.signal_points",
    EARLIER_GRADE: "a.earlier_grade",
    DAYS_STOOD: "(a.as_of - a.earlier_since)::bigint",
    "score": "a.score::double precision / 100",
    "coverage": "a.coverage",
    "signal_points": "a.signal_points::bigint",
    "grade": "a.raw_grade",
    "value_tier": "a.value_tier",
    "quadrant": "a.quadrant",
}
"""What a stored assessment says besides readings, by the name that the policy knows it by."""

TYPES: Final[Mapping[Type, str]] = {
    "integer": "bigint",
    "real": "double precision",
    "boolean": "boolean",
    "text": "text",
}
PLACED: Final = ("score_hundredths", STANDING, "quadrant")


@dataclass(frozen=True, slots=True)
class Trial:
    """What is computed anew. `places`: whether score and place are; `rules`: those whose verdicts may differ.

    `unread`: rules that cannot be tried, since readings that they rest on are not stored yet; the readings by rule.
    """

    policy: Policy
    live: Policy
    places: bool
    rules: Mapping[str, Rule | None]
    layers: Layers
    unread: Mapping[str, Sequence[str]]

    @property
    def rows(self) -> str:
        """The columns of one customer, now and then, as a SELECT over `assessments_assessment a`."""
        return _rows(self)


def trial(policy: Policy, live: Policy) -> Trial:
    """Find what a changed policy would say otherwise.

    Raises: ReadingNotKept, and what the cards and rules refuse.
    """
    places = policy.placing != live.placing
    rules = {key: policy.rules.rules.get(key) for key in _touched(policy, live, places=places)}
    there = {key: rule for key, rule in rules.items() if rule is not None}
    known: dict[str, Type] = policy.indicators.types
    placed = policy.placing.layers(known)
    types = {**known, **types_of(placed), **swing.TYPES}
    earlier: Mapping[str, Type] = {EARLIER_GRADE: "text", DAYS_STOOD: "integer"}
    standing = in_layers(standing_texts(policy.placing.grading), {**types, **earlier}, mode="row", shipped=True)
    judged = rule_layers(RuleSet(there), types)
    placing = placed + standing if places else ()
    unread = _unread(there, needed(placing, PLACED), judged, policy, live)
    rules = {key: rule for key, rule in rules.items() if key not in unread}
    wanted = (*(PLACED if places else ()), *(PREFIX + key for key in there if key not in unread))
    return Trial(policy, live, places, rules, needed((*placing, *judged), wanted), unread)


def _unread(
    rules: Iterable[str], placing: Layers, judged: Layers, policy: Policy, live: Policy
) -> dict[str, Sequence[str]]:
    """Give, by rule, the readings it rests on that are not stored in the way the changed policy reads them.

    Raises: ReadingNotKept where the score or the place rests on one.
    """
    if lost := _lost(placing, policy, live):
        raise ReadingNotKept(names=", ".join(lost))
    found = {key: _lost(needed((*placing, *judged), [PREFIX + key]), policy, live) for key in rules}
    return {key: lost for key, lost in found.items() if lost}


def _touched(policy: Policy, live: Policy, *, places: bool) -> Iterator[str]:
    """Give the rules that ask something else, or ask for a place that is computed anew.

    A rule about the change of a score is left out there: the earlier score is not stored.
    """
    before, after = live.rules.rules, policy.rules.rules
    for key in [*after, *(key for key in before if key not in after)]:
        old, new = before.get(key), after.get(key)
        names = frozenset[str]() if new is None else evidence_names(new)
        asked = places and not names.isdisjoint(COLUMNS) and names.isdisjoint(swing.TYPES)
        if asked or old is None or new is None or (old.when, old.scope) != (new.when, new.scope):
            yield key


def _leaves(layers: Layers) -> frozenset[str]:
    """Give the names that steps rest on and none of them computes."""
    used = frozenset[str]().union(*(names_in(step.checked.node) for layer in layers for step in layer))
    return used - types_of(layers).keys()


def _lost(layers: Layers, policy: Policy, live: Policy) -> Sequence[str]:
    """Name what steps rest on that is neither a stored column nor a reading which the live policy computes in the same way."""
    new, old = policy.indicators, live.indicators
    lost = []
    for name in sorted(_leaves(layers) - COLUMNS.keys()):
        mine, theirs = new.indicators.get(name), old.indicators.get(name)
        if (
            mine is None
            or theirs is None
            or mine.text.formula != theirs.text.formula
            or any(new.measures[each] != old.measures.get(each) for each in mine.measures)
        ):
            lost.append(name)
    return lost


def _rows(made: Trial) -> str:
    leaves = _leaves(made.layers)
    types = made.policy.indicators.types
    readings = sorted(leaves - COLUMNS.keys() - {OWED})
    record = ", ".join(f"{quoted(name, 'postgres')} {TYPES[types[name]]}" for name in readings)
    source = (
        f"assessments_assessment a, jsonb_to_record(a.readings) AS r({record})"
        if readings
        else "assessments_assessment a"
    )
    columns = [
        *("a.customer_id", "a.receivable_minor", "a.score AS was_score", "a.standing_grade AS was_grade"),
        *("a.quadrant AS was_quadrant", "a.as_of AS assessed_on", "a.fired"),
        *(f"{COLUMNS[name]} AS {quoted(name, 'postgres')}" for name in sorted(leaves & COLUMNS.keys())),
        *(f"r.{quoted(name, 'postgres')}" for name in readings),
    ]
    rows = f"SELECT {', '.join(columns)} FROM {source} WHERE {{narrowed}} OFFSET 0"  # noqa: S608 - names are checked keys
    return _stacked(rows, made.layers, leaves)


OWED: Final = "receivable_minor"
"""A reading that has a column of its own, whether a rule asks for it or not."""

KEPT: Final = ("customer_id", OWED, "was_score", "was_grade", "was_quadrant", "assessed_on", "fired")


def _stacked(rows: str, layers: Layers, leaves: Iterable[str]) -> str:
    """Wrap a SELECT in one more per layer, each carrying only what is used above it; the fence keeps them apart."""
    there: Sequence[str] = sorted(leaves)
    for depth, layer in enumerate(layers):
        later = frozenset[str]().union(*(names_in(s.checked.node) for each in layers[depth + 1 :] for s in each))
        carried = [
            name for name in there if name != OWED and (name in later or name in PLACED or name.startswith(PREFIX))
        ]
        columns = [quoted(name, "postgres") for name in (*KEPT, *carried)]
        columns += [f"{to_sql(step.checked, 'postgres')} AS {quoted(step.name, 'postgres')}" for step in layer]
        rows = f"SELECT {', '.join(columns)} FROM ({rows}) s{depth} OFFSET 0"  # noqa: S608 - names are checked keys
        there = [*carried, *(step.name for step in layer)]
    return rows


def raises_the_cap(made: Trial) -> bool:
    """Tell whether signals may deduct more than they did: what lay above the old cap is not stored."""
    return made.policy.placing.card.signal_cap > made.live.placing.card.signal_cap
