"""A customer's page put together: readings in words, the score item by item, verdicts with their evidence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from kedun.assessments.assessed import Assessed, whole_number
from kedun.expressions import Value
from kedun.indicators.definition import Unit
from kedun.kernel.hashing import Json
from kedun.portfolio.lists.filters import BUCKET_WORDS, BUCKETS, Bucket
from kedun.portfolio.lists.shown import View, points
from kedun.portfolio.said import DIMENSION_WORDS, Said, unit_of
from kedun.portfolio.words import VERDICTS

Shown = dict[str, object]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a page says of an assessment; `earlier`: the same 30 days before, by what is known now."""

    assessed: Assessed
    earlier: Assessed | None
    said: Said
    view: View
    short_windows: frozenset[str]

    def score(self) -> Shown:
        """Write the score with its items."""
        each = self.assessed
        before = self.earlier.score if self.earlier else None
        return {
            "value": points(each.score),
            "low": points(each.low),
            "high": points(each.high),
            "coverage": each.coverage,
            "change_30d": None if each.score is None or before is None else (each.score - before) / 100,
            "items": [self._item(item.indicator, item.weight) for item in self.said.policy.placing.card.items],
            "signals": {"points": each.signal_points},
        }

    def _item(self, key: str, weight: int) -> Shown:
        reason = self.assessed.missing.get(key)
        return {
            "indicator": key,
            "label": self.said.name(key),
            "unit": self._unit(key),
            "value": self.number(key, self.assessed.readings[key]),
            "points": self.assessed.points[key],
            "weight": weight,
            "missing": reason,
            "missing_words": self.said.reason(reason),
            "formula_words": self.said.formulas[key],
        }

    def dimensions(self) -> list[Shown]:
        """Write all readings by dimension."""
        keys = self.said.policy.indicators.indicators
        return [
            {
                "key": dimension,
                "label": words.say(self.view.language),
                "readings": [self.reading(key) for key, each in keys.items() if each.text.dimension == dimension],
            }
            for dimension, words in DIMENSION_WORDS.items()
            if any(each.text.dimension == dimension for each in keys.values())
        ]

    def reading(self, key: str) -> Shown:
        """Write a reading."""
        reason = self.assessed.missing.get(key)
        text = self.said.policy.indicators.indicators[key].text
        return {
            "key": key,
            "label": self.said.name(key),
            "unit": text.unit,
            "value": self.number(key, self.assessed.readings[key]),
            "change_30d": self._change(key),
            "worse": text.worse,
            "missing": reason,
            "missing_words": self.said.reason(reason),
            "flags": [{"code": flag, "words": self.said.flag(flag)} for flag in self._flags(key)],
            "formula": text.formula or key,
            "formula_words": self.said.formulas[key],
        }

    def _flags(self, key: str) -> Iterator[str]:
        if self.assessed.readings[key] is not None:
            yield from self.assessed.flags.get(key, ())
            if key in self.short_windows:
                yield "short_window"

    def _change(self, key: str) -> str | int | float | None:
        now, then = self.assessed.readings[key], self.earlier.readings[key] if self.earlier else None
        if not isinstance(now, int | float) or not isinstance(then, int | float):
            return None
        return self.number(key, now - then)

    def number(self, key: str, value: Value | Json) -> str | int | float | None:
        """Write a reading or a score: an amount as a decimal string, whole units without a fraction."""
        unit = self._unit(key)
        whole = whole_number(value, cast("Unit", unit)) if isinstance(value, int | float) else None
        return self.view.reading(key, whole)

    def _unit(self, key: str) -> str:
        return unit_of(key, self.view.units) or ""

    def evidence(self, given: Mapping[str, Value] | Mapping[str, Json]) -> list[Shown]:
        """Write what a verdict or an alert rests on."""
        return [
            {
                "key": key,
                "label": self.said.name(key),
                "value": self.number(key, value),
                "unit": self._unit(key),
                "masked": self.view.hides(key, value),
            }
            for key, value in given.items()
        ]

    def verdicts(self) -> list[Shown]:
        """Write what every rule says, what fired first."""
        rules = self.said.policy.rules.rules
        order = list(VERDICTS)
        return [
            {
                "rule": each.rule,
                "label": self.said.rule(each.rule),
                "severity": rules[each.rule].severity,
                "verdict": each.verdict,
                "verdict_words": VERDICTS[each.verdict].say(self.view.language),
                "condition_words": self.said.conditions[each.rule],
                "evidence": self.evidence(each.evidence),
            }
            for each in sorted(self.assessed.verdicts, key=lambda one: order.index(one.verdict))
        ]

    def figures(self) -> Shown:
        """Write what the customer owes, by age."""
        ageing = buckets({key: _minor(value) for key, value in self.assessed.readings.items()})
        return {
            "receivable": self._money("receivable_minor"),
            "overdue": self._money("overdue_minor"),
            "unapplied": self._money("unapplied_minor"),
            "credit_limit": self._money("credit_limit_minor"),
            "ageing": [
                {
                    "bucket": bucket,
                    "label": BUCKET_WORDS[bucket].say(self.view.language),
                    "amount": self.view.money(amount),
                }
                for bucket, amount in ageing.items()
            ],
        }

    def _money(self, key: str) -> object:
        return self.view.money(_minor(self.assessed.readings.get(key)))


def buckets(readings: Mapping[str, int | None]) -> dict[Bucket, int | None]:
    """Split what a customer owes by age; None where a part is not known."""
    names: Sequence[str] = ("1_30", "31_60", "61_90", "over_90")
    parts = {name: readings.get(f"overdue_{name}_minor") for name in names}
    owed = [readings.get(name) for name in ("receivable_minor", "overdue_minor", "due_unknown_minor")]
    known = [each for each in owed if each is not None]
    not_due = known[0] - known[1] - known[2] if len(known) == len(owed) else None
    found = {"not_due": not_due, **parts, "unknown": readings.get("due_unknown_minor")}
    return {bucket: found[bucket] for bucket in BUCKETS}


def _minor(value: Value) -> int | None:
    return round(value) if isinstance(value, int | float) else None
