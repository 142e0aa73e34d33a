"""What is stored of an assessment: of a value in Python, of a computed row by DuckDB itself; the two write the same."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from kedun.assessments.assessed import WHOLE, Assessed
from kedun.assessments.policy import Policy
from kedun.expressions import Value, quoted
from kedun.indicators.reasons import reasons_of
from kedun.kernel.hashing import canonical, sha256_of
from kedun.rules.verdict import PREFIX
from kedun.scorecards.place import HEALTH, VALUE

MOST_WHOLE = 10**18
"""Up to so much a double of a whole unit is written as an integer by DuckDB, too."""


class Document(NamedTuple):
    """A stored assessment but for the occasion and the standing grade; `readings` to `verdicts` are JSON.

    `outcome` hashes score, grade, quadrant and verdicts; `fired` counts the rules that fire.
    """

    customer_id: int
    readings: str
    missing: str
    points: str
    score: int | None
    low: int | None
    high: int | None
    coverage: float | None
    signal_points: int
    raw_grade: str
    value_points: int | None
    value_tier: str
    quadrant: str
    verdicts: str
    outcome: str
    fired: int


def document_of(each: Assessed) -> Document:
    """Write what is stored of an assessment."""
    names: dict[str, str] = {verdict.rule: verdict.verdict for verdict in each.verdicts}
    return Document(
        customer_id=each.customer_id,
        readings=json.dumps(each.readings),
        missing=json.dumps(each.missing),
        points=json.dumps(each.points),
        score=each.score,
        low=each.low,
        high=each.high,
        coverage=each.coverage,
        signal_points=each.signal_points,
        raw_grade=each.grade,
        value_points=each.value_points,
        value_tier=each.value_tier,
        quadrant=each.quadrant,
        verdicts=json.dumps(
            {verdict.rule: {"verdict": verdict.verdict, "evidence": verdict.evidence} for verdict in each.verdicts}
        ),
        outcome=sha256_of({"score": each.score, "grade": each.grade, "quadrant": each.quadrant, "verdicts": names}),
        fired=sum(verdict.verdict == "fired" for verdict in each.verdicts),
    )


def documents_sql(policy: Policy, states: Mapping[str, str]) -> str:
    """Write the columns of a Document over a computed row, for DuckDB.

    `states`: the supply of each kind: supplied, stale or not_supplied.
    """
    verdicts = {key: _verdict(key) for key in policy.rules.rules}
    columns = {
        "readings": _object({key: _name(key) for key in policy.indicators.indicators}),
        "missing": _missing(policy, states),
        "points": _object(
            {item.indicator: _name(f"{HEALTH}_point_{item.indicator}") for item in policy.placing.card.items}
        ),
        "score": "score_hundredths",
        "low": "score_low_hundredths",
        "high": "score_high_hundredths",
        "coverage": f"{HEALTH}_coverage",
        "signal_points": "COALESCE(signal_points, 0)",
        "raw_grade": "grade",
        "value_points": f"{VALUE}_score",
        "value_tier": "value_tier",
        "quadrant": "quadrant",
        "verdicts": _object(
            {
                key: _object({"verdict": verdict, "evidence": _evidence(policy, key)})
                for key, verdict in verdicts.items()
            }
        ),
        "outcome": f"sha256({_outcome(verdicts)})",
        "fired": " + ".join(f"CASE WHEN {_name(PREFIX + key)} THEN 1 ELSE 0 END" for key in verdicts) or "0",
    }
    return ", ".join(["customer_id", *(f"{written} AS {_name(name)}" for name, written in columns.items())])


def _evidence(policy: Policy, rule: str) -> str:
    return _object({name: _readable(policy, name) for name in sorted(policy.evidence[rule])})


def _readable(policy: Policy, name: str) -> str:
    """Write whole numbers in the evidence the way people read them."""
    column, indicator = _name(name), policy.indicators.indicators.get(name)
    if indicator is None or indicator.type != "real" or indicator.text.unit not in WHOLE:
        return column
    is_whole = f"{column} = trunc({column}) AND abs({column}) < {MOST_WHOLE}"
    return f"CASE WHEN {is_whole} THEN to_json(CAST({column} AS BIGINT)) ELSE to_json({column}) END"


def _missing(policy: Policy, states: Mapping[str, str]) -> str:
    reasons = {key: reasons_of(policy.indicators, key, states).to_sql("duckdb") for key in policy.indicators.indicators}
    told = [
        f"CASE WHEN {_name(key)} IS NULL THEN {_text(json.dumps(key) + ':')} || to_json({reason}) END"
        for key, reason in reasons.items()
    ]
    return f"'{{' || concat_ws(',', {', '.join(told)}) || '}}'"


def _outcome(verdicts: Mapping[str, str]) -> str:
    """Write the canonical JSON text that `outcome` hashes: sorted keys, no spaces."""
    names = _object({key: verdicts[key] for key in sorted(verdicts)})
    told = {"grade": "grade", "quadrant": "quadrant", "score": "score_hundredths", "verdicts": names}
    return f"CAST({_object(told)} AS VARCHAR)"


def _verdict(rule: str) -> str:
    column = _name(PREFIX + rule)
    return f"CASE WHEN {column} IS NULL THEN 'unknown' WHEN {column} THEN 'fired' ELSE 'clear' END"


def _object(values: Mapping[str, str]) -> str:
    return f"json_object({', '.join(f'{_text(key)}, {value}' for key, value in values.items())})"


def _name(name: str) -> str:
    return quoted(name, "duckdb")


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


class Lines:
    """Writes the digest's line of a computed row as `assessed.line` does of a value, many times faster.

    `columns`: the SQL of the columns that it reads, for DuckDB.
    """

    def __init__(self, policy: Policy) -> None:
        readings, rules = sorted(policy.indicators.indicators), sorted(policy.rules.rules)
        self.columns: Sequence[str] = (
            *("code", f"{HEALTH}_coverage", "grade", "score_high_hundredths", "score_low_hundredths", "quadrant"),
            *map(_name, readings),
            "score_hundredths",
            *(_name(PREFIX + key) for key in rules),
        )
        self._first_verdict = len(self.columns) - len(rules)
        self._template = (
            '{"code":%s,"coverage":%s,"grade":%s,"high":%s,"low":%s,"quadrant":%s,"readings":'
            f'{_template(readings)},"score":%s,"verdicts":{_template(rules)}}}\n'
        )

    def line(self, row: Sequence[Value]) -> str:
        """Write a line. Shape: the row holds `columns`."""
        told = [_SHOWN[type(value)](value) for value in row[: self._first_verdict]]
        told += [_VERDICTS[value] for value in row[self._first_verdict :]]
        return self._template % tuple(told)


def _template(keys: Iterable[str]) -> str:
    return "{" + ",".join(f'"{key}":%s' for key in keys) + "}"


_SHOWN: Mapping[type, Callable[..., str]] = {
    float: lambda value: f'"{value.hex()}"',
    int: str,
    bool: canonical,
    str: canonical,
    type(None): lambda _: "null",
}
_VERDICTS: Mapping[Value, str] = {True: '"fired"', False: '"clear"', None: '"unknown"'}
