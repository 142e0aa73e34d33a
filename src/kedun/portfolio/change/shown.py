"""An account as programs get it, masked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from kedun.assessments.assessed import Assessed, whole_number
from kedun.assessments.change.account import PARTS, Leg
from kedun.assessments.policy import Policy
from kedun.facts.kinds import KINDS, LEDGER_KINDS
from kedun.facts.knowledge.images import FactChange
from kedun.facts.masking import mask_of
from kedun.kernel.days import to_date
from kedun.kernel.money import to_decimal
from kedun.portfolio.change.queries import Account
from kedun.portfolio.change.words import part_words
from kedun.portfolio.drill.shown import table
from kedun.portfolio.drill.tables import Reader
from kedun.portfolio.lists.shown import View
from kedun.portfolio.said import Said, unit_of
from kedun.portfolio.timeline.queries import TITLES
from kedun.portfolio.timeline.shown import Entry, title

MOST_FACTS: Final = 200
"""Facts of a part that are listed."""

Shown = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Statement:
    """An account for a reader. `before`, `after`: the policies of both ends in words."""

    account: Account
    before: Said
    after: Said
    view: View
    reader: Reader

    def steps(self) -> list[Shown]:
        """Write the scores on the way: the old one, then after each part."""
        return [self._step(step, place) for place, step in enumerate(self.account.change.steps)]

    def _step(self, step: Assessed | None, place: int) -> Shown:
        if step is None:
            return dict.fromkeys(("score", "low", "high", "coverage", "grade", "signal_points"))
        grades = self._said(place).grades
        return {
            "score": step.score,
            "low": step.low,
            "high": step.high,
            "coverage": step.coverage,
            "grade": {"code": step.grade, "words": grades.get(step.grade, step.grade)},
            "signal_points": step.signal_points,
        }

    def _said(self, place: int) -> Said:
        return self.after if place else self.before

    def legs(self) -> list[Shown]:
        """Write the parts with the lines of the card that they come from, those that moved most first."""
        return [self._leg(leg) for leg in self.account.change.legs]

    def _leg(self, leg: Leg) -> Shown:
        start, end = PARTS.index(leg.parts[0]), PARTS.index(leg.parts[-1]) + 1
        order = sorted(leg.items, key=lambda key: -abs(leg.items[key]))
        return {
            "parts": list(leg.parts),
            "words": part_words(leg.parts, self.view.language),
            "change": leg.change,
            "signals": leg.signals,
            "items": [self._item(key, leg.items[key], start, end) for key in order],
        }

    def _item(self, key: str, change: int, start: int, end: int) -> Shown:
        said = self._said(end) if key in self._said(end).policy.indicators.indicators else self._said(start)
        return {
            "indicator": key,
            "label": said.name(key),
            "unit": unit_of(key, self.view.units) or "",
            "change": change,
            "before": self._side(key, start),
            "after": self._side(key, end),
            "kinds": sorted(kinds_behind(said.policy, key)),
        }

    def _side(self, key: str, place: int) -> Shown:
        step, said = self.account.change.steps[place], self._said(place)
        weights = {item.indicator: item.weight for item in said.policy.placing.card.items}
        if step is None or key not in weights:
            return dict.fromkeys(("value", "points", "weight", "missing_words"))
        value, unit = step.readings[key], said.policy.indicators.indicators[key].text.unit
        return {
            "value": self.view.reading(key, whole_number(value, unit)),
            "points": step.points[key],
            "weight": weights[key],
            "missing_words": said.reason(step.missing.get(key)),
        }

    def facts(self) -> list[Shown]:
        """Write the facts behind data and corrections, newest first."""
        change = self.account.change
        return [
            self._fact(part, each)
            for part, found in (("data", change.data), ("corrections", change.corrections))
            for each in sorted(found, key=_newest_first)[:MOST_FACTS]
        ]

    def _fact(self, part: str, each: FactChange) -> Shown:
        row: Mapping[str, Any] = each.after or each.before or {}
        on = row.get(KINDS[each.kind].event_on or "")
        amount, currency = row.get("amount_minor"), row.get("currency") or self.reader.currency
        is_hidden = amount is None or mask_of(each.kind, "amount_minor") in self.reader.masks
        columns = TITLES.get(each.kind, ())
        entry = Entry(each.kind, each.id, on or 0, [row[name] for name in columns], amount, currency)
        return {
            "part": part,
            "moved": each.moved,
            "kind": each.kind,
            "kind_label": KINDS[each.kind].label.say(self.reader.language),
            "id": each.id,
            "title": title(entry, columns, self.reader, self.after),
            "event_on": None if on is None else to_date(on),
            "amount": None if is_hidden else to_decimal(amount or 0, currency),
            "currency": None if amount is None else currency,
            "source": row["source"],
            "external_id": row["external_id"],
            "batch": row["known_from_batch"],
            "cells": self._cells(each) if each.moved == "changed" else [],
        }

    def _cells(self, each: FactChange) -> list[Shown]:
        shown = table(each.kind, {}, (), self.reader)
        before, after = (shown.cells(row or {}) for row in (each.before, each.after))
        return [
            {"key": key, "label": label, "form": form, "before": before[key], "after": after[key]}
            for key, label, form in ((column.key, column.label, column.form) for column in shown.columns)
            if before[key] != after[key]
        ]


def kinds_behind(policy: Policy, key: str) -> frozenset[str]:
    """Give the kinds of fact that an indicator rests on; what is open of an invoice rests on all that settles it."""
    indicator = policy.indicators.indicators[key]
    measured = [policy.indicators.measures[name].fact for name in indicator.measures]
    measured += [policy.indicators.earlier[name].measure.fact for name in indicator.earlier]
    kinds = frozenset(measured)
    return kinds | LEDGER_KINDS if kinds & LEDGER_KINDS else kinds


def _newest_first(each: FactChange) -> tuple[int, str, int]:
    row: Mapping[str, Any] = each.after or each.before or {}
    return (-(row.get(KINDS[each.kind].event_on or "") or 0), each.kind, each.id)


def totals(account: Account) -> Shown:
    """Count the facts behind an account."""
    change = account.change
    return {"data": len(change.data), "corrections": len(change.corrections), "most": MOST_FACTS}


def change_of(steps: Sequence[Assessed | None]) -> int | None:
    """Give the whole change; None where either score is missing."""
    old, new = (step.score if step else None for step in (steps[0], steps[-1]))
    return None if old is None or new is None else new - old
