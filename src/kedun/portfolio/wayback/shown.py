"""A plan as programs and people get it, masked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from kedun.accounts.company.queries import company
from kedun.assessments.assessed import Assessed, whole_number
from kedun.assessments.wayback.payments import Payable
from kedun.assessments.wayback.store import HORIZON_DAYS, Plan, line_of, moved_by_payments
from kedun.credit.letters import LetterSet, fill, way_back_letter
from kedun.kernel.days import Day, to_date
from kedun.kernel.money import Minor, to_decimal
from kedun.kernel.words import Words
from kedun.portfolio.lists.shown import View
from kedun.portfolio.said import Said, unit_of
from kedun.portfolio.wayback.words import OTHERS, SENTENCES, Line, payments_said
from kedun.scorecards.score import HUNDRED

MOST_ITEMS: Final = 50
"""Items of one step that are listed."""

_JOINT: Final = Words("、", ", ")
Shown = dict[str, Any]


@dataclass(frozen=True)
class Sheet:
    """A plan for a reader. `name`: the customer's, hidden where it is; `owner`: who answers for it; `letters`: in force."""

    plan: Plan
    name: str
    said: Said
    view: View
    owner: str = ""
    letters: LetterSet | None = None

    def document(self, *, names_score: bool) -> Shown:
        """Write everything but the moment."""
        plan, wish = self.plan, self.plan.wish
        before, after = plan.before(), plan.after()
        return {
            "state": plan.state,
            "words": self._words(),
            "target": plan.target,
            "is_line": plan.target == line_of(wish.policy),
            "pay_by": to_date(wish.pay_by),
            "promised_on": to_date(plan.way.day) if plan.way else None,
            "now": self._mark(before),
            "then": self._mark(after) if after else None,
            "unpaid": plan.unpaid,
            "steps": [self._step(step) for step in self._steps()],
            "totals": self._totals(self._paid()),
            "items": self._items(before, after),
            "signal_points": (after or before).signal_points,
            "left_out": {
                "disputed": len(plan.imagined.offer.disputed),
                "foreign": len(plan.imagined.offer.foreign),
            },
            "letters": self._letters(names_score=names_score),
            "currency": self.view.currency,
            "masked": self._masked(),
        }

    def _words(self) -> str:
        plan, spoken = self.plan, self.view.language
        key = "no_day" if plan.state == "unreachable" and plan.way is None else plan.state
        told = self._sentence(key)
        further = plan.imagined.further
        if plan.way is None or not further:
            return told
        return f"{told} {OTHERS.say(spoken, lines=_JOINT.say(spoken).join(map(self.said.name, further)))}"

    def _sentence(self, key: str) -> str:
        plan = self.plan
        return SENTENCES[key].say(
            self.view.language,
            now=_points(plan.score),
            target=_points(plan.target),
            then=_points(plan.way.score if plan.way else None),
            day=_iso(plan.way.day if plan.way else plan.wish.as_of),
            last=_iso(plan.wish.as_of + HORIZON_DAYS),
        )

    def _mark(self, of: Assessed) -> Shown:
        return {"score": of.score, "grade": {"code": of.grade, "words": self.said.grades.get(of.grade, of.grade)}}

    def _steps(self) -> list[int]:
        """Give the steps by the due days of what they pay; they are numbered in that order."""
        return sorted(self.plan.way.steps) if self.plan.way else []

    def _paid(self) -> list[Payable]:
        """Give everything that is paid, by day and document."""
        paid = [each for step in self._steps() for each in self.plan.paid(step)]
        return sorted(paid, key=lambda each: (each.pay_on, each.due_on, each.document_no, each.instalment_no))

    def _step(self, step: int) -> Shown:
        assert self.plan.way is not None
        paid = self.plan.paid(step)
        return {
            "pay_by": to_date(max(each.pay_on for each in paid)),
            "items": [self._payable(each) for each in paid[:MOST_ITEMS]],
            "count": len(paid),
            "totals": self._totals(paid),
            "without": self.plan.way.without.get(step),
        }

    def _payable(self, each: Payable) -> Shown:
        return {
            "id": each.invoice,
            "document_no": each.document_no,
            "instalment_no": each.instalment_no,
            "due_on": to_date(each.due_on),
            "pay_on": to_date(each.pay_on),
            "overdue_days": max(self.plan.wish.as_of - each.due_on, 0),
            "amount": None if self._hides_amounts else to_decimal(each.open_minor, each.currency),
            "currency": each.currency,
        }

    @property
    def _hides_amounts(self) -> bool:
        return "amounts" in self.view.masks

    def _totals(self, paid: Iterable[Payable]) -> list[Shown]:
        return [
            {"currency": currency, "amount": None if self._hides_amounts else to_decimal(minor, currency)}
            for currency, minor in _sums(paid).items()
        ]

    def _items(self, before: Assessed, after: Assessed | None) -> list[Shown]:
        """Write the lines of the card, those that still take off most first."""
        lost = self._lost(after or before)
        items = self.plan.wish.policy.placing.card.items
        order = sorted(items, key=lambda item: -lost[item.indicator])
        return [
            {
                "indicator": each.indicator,
                "label": self.said.name(each.indicator),
                "unit": unit_of(each.indicator, self.view.units) or "",
                "before": self._side(before, each.indicator, each.weight),
                "after": self._side(after, each.indicator, each.weight) if after else None,
                "lost": lost[each.indicator],
                "lever": "payments" if moved_by_payments(self.said.policy, each.indicator) else "others",
            }
            for each in order
        ]

    def _lost(self, of: Assessed) -> Mapping[str, int]:
        """Give what each line takes off the score: weight × missing points ÷ weights that count, in hundredths."""
        card = self.plan.wish.policy.placing.card
        known = {item.indicator: points for item in card.items if isinstance(points := of.points[item.indicator], int)}
        whole = sum(item.weight for item in card.items if item.indicator in known or card.missing != "spread") or 1
        return {
            item.indicator: HUNDRED * item.weight * (100 - known.get(item.indicator, 100)) // whole
            for item in card.items
        }

    def _side(self, of: Assessed, key: str, weight: int) -> Shown:
        unit = self.said.policy.indicators.indicators[key].text.unit
        return {
            "value": self.view.reading(key, whole_number(of.readings[key], unit)),
            "points": of.points[key],
            "weight": weight,
            "missing_words": self.said.reason(of.missing.get(key)),
        }

    def _letters(self, *, names_score: bool) -> list[Shown]:
        """Write to the customer, where there is something to pay and nothing is hidden from whoever writes."""
        plan = self.plan
        if plan.state != "plan" or plan.way is None or self.view.masks & {"amounts", "names"}:
            return []
        letter = way_back_letter(self.letters, names_score=names_score) if self.letters else None
        if letter is None:
            return []
        texts = fill(letter[1], self._told(plan.way.day, self._paid()))
        return [{"language": each.language, "text": each.text} for each in texts]

    def _told(self, day: Day, paid: Sequence[Payable]) -> dict[str, Words | None]:
        """Say the placeholders of the letter."""
        plan = self.plan
        lines = [Line(_document(each), _iso(each.due_on), _money(each), _iso(each.pay_on)) for each in paid]
        totals = ", ".join(_amount(minor, currency) for currency, minor in _sums(paid).items())
        return {
            "payments": payments_said(lines),
            **{
                name: Words(said, said) if said else None
                for name, said in {
                    "customer": self.name,
                    "customer_code": plan.imagined.code,
                    "company": company().name,
                    "owner": self.owner,
                    "today": _iso(plan.wish.as_of),
                    "reply_by": _iso(plan.wish.pay_by),
                    "payments_total": totals,
                    "review_on": _iso(day),
                    "score_now": _points(plan.score),
                    "score_then": _points(plan.way.score if plan.way else None),
                }.items()
            },
        }

    def _masked(self) -> list[str]:
        amounts = ["steps.amount", "totals.amount", "letters"] if self._hides_amounts else []
        readings = [key for key, unit in self.view.units.items() if unit == "minor"] if self._hides_amounts else []
        return [*(["name", "letters"] if "names" in self.view.masks else []), *amounts, *readings]


def _sums(paid: Iterable[Payable]) -> dict[str, Minor]:
    sums: dict[str, Minor] = {}
    for each in paid:
        sums[each.currency] = sums.get(each.currency, 0) + each.open_minor
    return dict(sorted(sums.items()))


def _document(each: Payable) -> str:
    return f"{each.document_no}/{each.instalment_no}" if each.instalment_no > 1 else each.document_no


def _money(each: Payable) -> str:
    return _amount(each.open_minor, each.currency)


def _amount(minor: Minor, currency: str) -> str:
    return f"{currency} {to_decimal(minor, currency):,}"


def _points(hundredths: int | None) -> str:
    return "—" if hundredths is None else f"{hundredths / HUNDRED:g}"


def _iso(day: Day) -> str:
    return to_date(day).isoformat()
