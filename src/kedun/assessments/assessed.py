"""One customer's assessment as a value: read from a computed row of any engine, hashed the same way for all."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kedun.assessments.policy import Policy
from kedun.expressions import Value
from kedun.indicators.definition import Unit
from kedun.indicators.program import flags_of
from kedun.indicators.reasons import reasons_of
from kedun.rules.verdict import Verdict, verdicts
from kedun.scorecards.place import HEALTH, VALUE

WHOLE: frozenset[Unit] = frozenset({"minor", "days", "count", "flag", "points"})
"""Units of which a whole number is written without a point."""


@dataclass(frozen=True, slots=True)
class Assessed:
    """What a policy says of a customer on a day.

    Unit: score, low, high and value_points in hundredths of a point, 0…10000; null when too little is known.
    `missing`: why a reading is null, by indicator. `points`: card points by indicator.
    `flags`: what one should know about a reading, by indicator.
    """

    customer_id: int
    code: str
    readings: Mapping[str, Value]
    missing: Mapping[str, str]
    points: Mapping[str, Value]
    score: int | None
    low: int | None
    high: int | None
    coverage: float | None
    signal_points: int
    grade: str
    value_points: int | None
    value_tier: str
    quadrant: str
    verdicts: tuple[Verdict, ...]
    flags: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class Reader:
    """Reads computed rows of a policy. `states`: the supply of each kind: supplied, stale or not_supplied."""

    def __init__(self, policy: Policy, states: Mapping[str, str]) -> None:
        self.policy = policy
        self.keys = policy.indicators.indicators
        self.reasons = {key: reasons_of(policy.indicators, key, states).to_python() for key in self.keys}
        self.flags = {key: flags_of(each) for key, each in self.keys.items() if each.flags}
        self.points = {item.indicator: f"{HEALTH}_point_{item.indicator}" for item in policy.placing.card.items}

    def assessed(self, row: Mapping[str, Value], *, code: str) -> Assessed:
        """Read a row."""
        return Assessed(
            customer_id=_whole(row["customer_id"]) or 0,
            code=code,
            readings={key: row[key] for key in self.keys},
            missing={key: reason(row) for key, reason in self.reasons.items() if row[key] is None},
            points={key: row[name] for key, name in self.points.items()},
            score=_whole(row["score_hundredths"]),
            low=_whole(row["score_low_hundredths"]),
            high=_whole(row["score_high_hundredths"]),
            coverage=_real(row[f"{HEALTH}_coverage"]),
            signal_points=_whole(row["signal_points"]) or 0,
            grade=str(row["grade"]),
            value_points=_whole(row[f"{VALUE}_score"]),
            value_tier=str(row["value_tier"]),
            quadrant=str(row["quadrant"]),
            verdicts=tuple(_readable(verdict, self.policy) for verdict in verdicts(self.policy.evidence, row)),
            flags={key: found for key, flags in self.flags.items() if (found := flags(row))},
        )


def whole_number(value: Value, unit: Unit) -> Value:
    """Give a whole number of a whole unit as an integer; everything else as it is."""
    return int(value) if unit in WHOLE and isinstance(value, float) and value.is_integer() else value


def _readable(verdict: Verdict, policy: Policy) -> Verdict:
    """Write whole numbers in the evidence the way people read them."""
    keys = policy.indicators.indicators
    evidence = {
        name: whole_number(value, keys[name].text.unit) if name in keys else value
        for name, value in verdict.evidence.items()
    }
    return Verdict(verdict.rule, verdict.verdict, evidence)


def _whole(value: Value) -> int | None:
    return value if isinstance(value, int) else None


def _real(value: Value) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def digest(everyone: Iterable[Assessed]) -> str:
    """Hash readings, score, range, coverage, raw grade, quadrant and verdicts of a set of customers.

    Source: docs/why/engines.md: lines sorted by code, keys sorted, integers as such, doubles by float.hex.
    """
    total = hashlib.sha256()
    for each in sorted(everyone, key=lambda one: one.code):
        total.update(line(each).encode())
    return f"sha256:{total.hexdigest()}"


def line(each: Assessed) -> str:
    """Write one customer's line of the digest."""
    shown = {
        "code": each.code,
        "readings": {key: _exact(value) for key, value in each.readings.items()},
        "score": each.score,
        "low": each.low,
        "high": each.high,
        "coverage": _exact(each.coverage),
        "grade": each.grade,
        "quadrant": each.quadrant,
        "verdicts": {verdict.rule: verdict.verdict for verdict in each.verdicts},
    }
    return json.dumps(shown, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def _exact(value: Value) -> Value:
    return value.hex() if isinstance(value, float) else value
