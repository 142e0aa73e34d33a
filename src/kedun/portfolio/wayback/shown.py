"""A plan as programs and people get it, masked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from kedun.accounts.company.queries import company
from kedun.assessments.assessed import Assessed, whole_number
from kedun.assessments.policy import Policy
from kedun.assessments.wayback.acts import Item
from kedun.assessments.wayback.moving import movers, passes_by_itself
from kedun.assessments.wayback.sorts import SORTS
from kedun.assessments.wayback.store import HORIZON_DAYS, Plan, line_of
from kedun.credit.letters import LetterSet, fill, way_back_letter
from kedun.facts.masking import mask_of
from kedun.kernel.days import Day, to_date
from kedun.kernel.money import Minor, to_decimal
from kedun.kernel.words import Language, Words
from kedun.portfolio.lists.shown import View
from kedun.portfolio.said import Said, unit_of
from kedun.portfolio.wayback.words import (
    BUNDLED,
    COMING,
    LANGUAGES,
    OTHERS,
    PAID_IN_FULL,
    PAID_IN_PART,
    SENTENCES,
    numbered,
)
from kedun.scorecards.score import HUNDRED

MOST_ITEMS: Final = 500
"""Items of one step that are listed."""

_JOINT: Final = Words("、", ", ")
_IF: Final = Words("{label}（{condition}）", "{label} ({condition})")
_GIVEN: Final = Words("（以{condition}为准）", ", given: {condition}")
_PART: Final = Words("部分付款", "Pay a part")
_PAID: Final = frozenset({"pay", "settle_dispute", "recover", "redeem_note"})
"""Sorts of acts by which money comes in."""

_CALLED_BY: Final = {"legal_event": "case_no", "enquiry": "topic", "milestone": "title"}
"""The columns by which things to do are called, where these are free texts; others are called by a document's number."""

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
            "words": self._sentence("no_day" if plan.state == "unreachable" and plan.way is None else plan.state),
            "remarks": self._remarks(),
            "target": plan.target,
            "is_line": plan.target == line_of(plan.policy),
            "pay_by": to_date(wish.pay_by),
            "promised_on": to_date(plan.way.day) if plan.way else None,
            "now": self._mark(before),
            "then": self._mark(after) if after else None,
            "idle": plan.idle,
            "steps": [self._step(step) for step in self._steps()],
            "totals": self._totals(each for each in self._everything() if each[0] in _PAID),
            "items": self._items(before, after),
            "signal_points": (after or before).signal_points,
            "left_out": {"foreign": len(plan.imagined.offer.foreign)},
            "letters": self._letters(names_score=names_score),
            "currency": self.view.currency,
            "masked": self._masked(),
        }

    def _remarks(self) -> list[str]:
        plan, spoken = self.plan, self.view.language
        if plan.way is None:
            return []
        said = []
        if plan.policy is not plan.wish.policy:
            first = next(day for day, policy in reversed(plan.wish.coming) if policy is plan.policy)
            said.append(COMING.say(spoken, first=_iso(first)))
        bundles = [act.items for act in plan.imagined.offer.acts if act.sort == "pay"]
        if any(len(each) > 1 for each in bundles):
            said.append(BUNDLED.say(spoken, items=sum(map(len, bundles)), bundles=len(bundles)))
        if plan.imagined.further:
            lines = _JOINT.say(spoken).join(map(self.said.name, plan.imagined.further))
            said.append(OTHERS.say(spoken, lines=lines))
        return said

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
        """Give the steps in the order in which they stand ready, payments by the due days of what they pay."""
        steps = self.plan.way.steps if self.plan.way else ()
        return sorted(steps, key=lambda step: self.plan.imagined.offer.acts.index(self.plan.act(step)))

    def _everything(self) -> list[tuple[str, Item]]:
        """Give all that is to be done with its sort, by day."""
        done = [(self.plan.act(step).sort, each) for step in self._steps() for each in self.plan.items(step)]
        return sorted(done, key=lambda each: each[1].do_on)

    def _step(self, step: int) -> Shown:
        assert self.plan.way is not None
        sort, items = self.plan.act(step).sort, self.plan.items(step)
        return {
            "sort": {"code": sort, "words": self._act(sort, items[0])},
            "do_by": to_date(max(each.do_on for each in items)),
            "items": [self._item(sort, each) for each in items[:MOST_ITEMS]],
            "count": len(items),
            "totals": self._totals((sort, each) for each in items),
            "without": self.plan.way.without.get(step),
        }

    def _act(self, key: str, item: Item) -> str:
        sort, spoken = SORTS[key], self.view.language
        label = (_PART if item.is_part else sort.label).say(spoken)
        if sort.condition is None:
            return label
        return _IF.say(spoken, label=label, condition=sort.condition.say(spoken, **item.terms))

    def _item(self, sort: str, each: Item) -> Shown:
        is_hidden = self._hides_amounts or each.amount_minor is None
        return {
            "id": each.fact,
            "kind": each.kind,
            "name": "" if self._hides_name(each) else each.name,
            "words": self._act(sort, each),
            "instalment_no": each.instalment_no,
            "due_on": None if each.due_on is None else to_date(each.due_on),
            "do_on": to_date(each.do_on),
            "overdue_days": max(self.plan.wish.as_of - (each.due_on or self.plan.wish.as_of), 0),
            "amount": None if is_hidden else to_decimal(each.amount_minor or 0, each.currency),
            "currency": each.currency,
            "is_part": each.is_part,
        }

    def _hides_name(self, each: Item) -> bool:
        """Tell whether what a thing to do is called by may tell who the customer is: a case number, a topic, a title."""
        return each.kind in _CALLED_BY and mask_of(each.kind, _CALLED_BY[each.kind]) in self.view.masks

    @property
    def _hides_amounts(self) -> bool:
        return "amounts" in self.view.masks

    def _totals(self, done: Iterable[tuple[str, Item]]) -> list[Shown]:
        return [
            {"currency": currency, "amount": None if self._hides_amounts else to_decimal(minor, currency)}
            for currency, minor in _sums(each for _, each in done).items()
        ]

    def _items(self, before: Assessed, after: Assessed | None) -> list[Shown]:
        """Write the lines of the card, those that still take off most first."""
        lost = self._lost(after or before)
        policy, spoken = self.plan.policy, self.view.language
        items = policy.placing.card.items
        order = sorted(items, key=lambda item: -lost[item.indicator])
        return [
            {
                "indicator": each.indicator,
                "label": self.said.name(each.indicator),
                "unit": unit_of(each.indicator, self.view.units) or "",
                "before": self._side(before, each.indicator, self.plan.wish.policy),
                "after": self._side(after, each.indicator, policy) if after else None,
                "lost": lost[each.indicator],
                "movers": [
                    {"code": sort, "words": SORTS[sort].label.say(spoken)} for sort in movers(policy, each.indicator)
                ],
                "passes": passes_by_itself(policy, each.indicator),
            }
            for each in order
        ]

    def _lost(self, of: Assessed) -> Mapping[str, int]:
        """Give what each line takes off the score: weight × missing points ÷ weights that count, in hundredths."""
        card = self.plan.policy.placing.card
        known = {
            item.indicator: points for item in card.items if isinstance(points := of.points.get(item.indicator), int)
        }
        whole = sum(item.weight for item in card.items if item.indicator in known or card.missing != "spread") or 1
        return {
            item.indicator: HUNDRED * item.weight * (100 - known.get(item.indicator, 100)) // whole
            for item in card.items
        }

    def _side(self, of: Assessed, key: str, policy: Policy) -> Shown:
        weights = {item.indicator: item.weight for item in policy.placing.card.items}
        unit = self.said.policy.indicators.indicators[key].text.unit
        return {
            "value": self.view.reading(key, whole_number(of.readings.get(key), unit)),
            "points": of.points.get(key),
            "weight": weights.get(key),
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
        texts = fill(letter[1], self._told(plan.way.day))
        return [{"language": each.language, "text": each.text} for each in texts]

    def _told(self, day: Day) -> dict[str, Words | None]:
        """Say the placeholders of the letter."""
        plan, done = self.plan, self._everything()
        totals = ", ".join(
            _amount(minor, currency) for currency, minor in _sums(each for sort, each in done if sort in _PAID).items()
        )
        return {
            "payments": numbered([_line(sort, each) for sort, each in done]),
            **{
                name: Words(said, said) if said else None
                for name, said in {
                    "customer": self.name,
                    "customer_code": plan.imagined.code,
                    "company": company().name,
                    "owner": self.owner,
                    "today": _iso(plan.wish.as_of),
                    "reply_by": _iso(plan.wish.pay_by),
                    "payments_total": totals or "0",
                    "review_on": _iso(day),
                    "score_now": _points(plan.score),
                    "score_then": _points(plan.way.score if plan.way else None),
                }.items()
            },
        }

    def _masked(self) -> list[str]:
        amounts = ["steps.amount", "totals.amount", "letters"] if self._hides_amounts else []
        readings = [key for key, unit in self.view.units.items() if unit == "minor"] if self._hides_amounts else []
        names = ["name", "steps.name", "letters"] if "names" in self.view.masks else []
        return [*names, *amounts, *readings]


def _sums(done: Iterable[Item]) -> dict[str, Minor]:
    sums: dict[str, Minor] = {}
    for each in done:
        if each.amount_minor is not None:
            sums[each.currency] = sums.get(each.currency, 0) + each.amount_minor
    return dict(sorted(sums.items()))


def _line(sort: str, each: Item) -> Words:
    """Ask the customer for one thing."""
    name = f"{each.name}/{each.instalment_no}" if each.instalment_no > 1 else each.name
    said = {
        "name": name,
        "due": "" if each.due_on is None else _iso(each.due_on),
        "by": _iso(each.do_on),
        "amount": "" if each.amount_minor is None else _amount(each.amount_minor, each.currency),
    }
    paid = PAID_IN_PART if each.is_part else PAID_IN_FULL
    return Words(*(_asked(sort, each, {**said, "paid": paid.say(spoken)}, spoken) for spoken in LANGUAGES))


def _asked(key: str, each: Item, said: Mapping[str, str], spoken: Language) -> str:
    """Say what is asked for, and what the promise rests on where a paper could say anything."""
    sort = SORTS[key]
    text = sort.letter.say(spoken, **said)
    return (
        text
        if sort.condition is None
        else text + _GIVEN.say(spoken, condition=sort.condition.say(spoken, **each.terms))
    )


def _amount(minor: Minor, currency: str) -> str:
    return f"{currency} {to_decimal(minor, currency):,}"


def _points(hundredths: int | None) -> str:
    return "—" if hundredths is None else f"{hundredths / HUNDRED:g}"


def _iso(day: Day) -> str:
    return to_date(day).isoformat()
