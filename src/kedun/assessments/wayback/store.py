"""Plans for customers: the score on days to come, were some of what they owe paid and nothing else known.

Source: docs/why/way-back.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from kedun.assessments.around.store import GROUP_KINDS, Place, reached, totals
from kedun.assessments.around.totals import newest
from kedun.assessments.assessed import Assessed
from kedun.assessments.change.account import score_before_signals
from kedun.assessments.policy import Policy
from kedun.assessments.reference import (
    Around,
    Reference,
    add_groups,
    card_reference,
    compute_alone,
    finish,
    further_lines,
    kinds_of,
    measured_together,
    measures_of,
    reference,
)
from kedun.assessments.store import Question, reader_of
from kedun.assessments.wayback.payments import Offer, Payable, Rows, offer, payment_row
from kedun.expressions import Value, names_in
from kedun.facts.groups.queries import names_told
from kedun.facts.groups.told import Names, groups_told
from kedun.facts.kinds import LEDGER_KINDS
from kedun.facts.knowledge.images import by_id, images
from kedun.facts.knowledge.resettled import applications
from kedun.facts.knowledge.store import known_rows
from kedun.facts.models import LegalEntity, Source
from kedun.facts.queries import Supply, last_batch, supply_at
from kedun.facts.steps import needed
from kedun.indicators.measures import Measure
from kedun.kernel.days import Day
from kedun.kernel.refusals import Invalid
from kedun.scorecards.place import HEALTH
from kedun.scorecards.score import HUNDRED
from kedun.scorecards.way_back import MOST_STEPS, Search, Steps, Way, trial_days, way_back

HORIZON_DAYS = 180
"""How far ahead a day may lie that a plan promises."""

MOST_INVOICES = 10_000
"""Of a customer with more of them no plan is made: each score would be a second's work."""

WORK = 60_000
"""Rows of invoices that one plan may look at, about: the more invoices, the fewer scores are computed."""

WEEKLY, MONTHLY, FEWEST_STEPS = 120, 40, 6
"""Scores that a search by weeks takes, and one by months; with fewer, only the day of payment is tried."""

_SETTLED = ("allocated_minor", "allocated_reporting_minor", "cash_minor", "last_cash_on")
"""What settlement adds to an invoice."""

State = Literal["above", "plan", "wait", "unreachable", "unrated", "not_supplied"]


class TooManyInvoices(Invalid):
    """The customer and those whose facts count with it have {count} invoices; a plan is made for at most {limit}."""

    zh = "该客户及一并计算的客户共有 {count} 张发票，最多为 {limit} 张发票制定计划。"


@dataclass(frozen=True, slots=True)
class Wish:
    """From where one looks ahead. `pay_by`: by when what is overdue may be asked for.

    `known_at`: a batch; `is_past`: the day or the batch lies in the past, so that what happened since is left out.
    """

    as_of: Day
    known_at: int
    is_past: bool
    policy: Policy
    pay_by: Day


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan for one customer. `target`: the score to reach.

    `way`: what leads to the target, or, where nothing does, the best that can be done; null where no day can be
    promised. `score`: today's; `unpaid`: that of the way's day were nothing paid. Unit: hundredths.
    """

    state: State
    target: int
    score: int | None
    way: Way | None
    unpaid: int | None
    imagined: "Imagined"

    @property
    def wish(self) -> Wish:
        """From where was looked ahead."""
        return self.imagined.wish

    def paid(self, step: int) -> list[Payable]:
        """Give the items that a step of the way pays."""
        assert self.way is not None
        return self.imagined.offer.paid(frozenset({step}), self.way.day)

    def before(self) -> Assessed:
        """Assess today."""
        return self.imagined.assessed(self.wish.as_of, frozenset())

    def after(self) -> Assessed | None:
        """Assess the day of the way with its steps taken; null where there is no way."""
        return None if self.way is None else self.imagined.assessed(self.way.day, frozenset(self.way.steps))


def line_of(policy: Policy) -> int:
    """Give the score at which the worst grade ends, in hundredths; 0 where there is but one grade."""
    return HUNDRED * (policy.placing.grading.bands[0].below or 0)


def moved_by_payments(policy: Policy, key: str) -> bool:
    """Tell whether an indicator rests on what is paid, and not only on what was invoiced or on other facts."""
    program = policy.indicators
    indicator = program.indicators[key]
    of_group = frozenset[str]().union(*(program.group[name].columns for name in indicator.group))
    measures = [program.measures[name] for name in (*indicator.measures, *of_group)]
    measures += [program.earlier[name].measure for name in indicator.earlier]
    return any(
        each.fact == "payment" or (each.fact == "invoice" and _rests_on_settlement(policy, each)) for each in measures
    )


def _rests_on_settlement(policy: Policy, measure: Measure) -> bool:
    view = policy.indicators.views[measure.fact]
    steps = [step for layer in needed(view.layers, measure.column_names) for step in layer]
    named = measure.column_names.union(*(names_in(step.checked.node) for step in steps))
    return not named.isdisjoint(_SETTLED)


def plan(imagined: "Imagined", target: int) -> Plan:
    """Make the plan by which a customer who is known reaches a score, in hundredths.

    Raises: TooManyInvoices, TooManyTogether.
    """
    wish = imagined.wish
    if imagined.invoices > MOST_INVOICES:
        raise TooManyInvoices(count=imagined.invoices, limit=MOST_INVOICES)
    score = imagined.score(wish.as_of, frozenset())
    state = _plain(score, target, imagined)
    if state:
        return Plan(state, target, score, None, None, imagined)
    way, best = way_back(Search(imagined.score, imagined.offer.steps_on, target), imagined.days())
    found = way or best
    unpaid = None if found is None else imagined.score(found.day, frozenset())
    state = "unreachable" if way is None else "plan" if way.steps else "wait"
    return Plan(state, target, score, found, unpaid, imagined)


def _plain(score: int | None, target: int, imagined: "Imagined") -> State | None:
    if score is None:
        return "unrated"
    if score >= target:
        return "above"
    return None if all(imagined.supply[kind].state == "supplied" for kind in ("invoice", "payment")) else "not_supplied"


_MOST_COMPILED = 4
_compiled: dict[str, tuple[Reference, Reference]] = {}


def _references(policy: Policy) -> tuple[Reference, Reference]:
    """Give the whole policy compiled, and as much of it as the score needs."""
    if policy.hash not in _compiled:
        if len(_compiled) >= _MOST_COMPILED:
            _compiled.clear()
        _compiled[policy.hash] = (reference(policy), card_reference(policy))
    return _compiled[policy.hash]


@dataclass(frozen=True, slots=True)
class _OnCard:
    score: int | None
    points: Mapping[str, Value]


class Imagined:
    """A customer's facts with payments that are not made yet."""

    def __init__(self, customer: int, code: str, wish: Wish) -> None:
        self.customer, self.code, self.wish = customer, code, wish
        self.supply = supply_at(wish.as_of, wish.known_at)
        self.currencies = dict(LegalEntity.objects.values_list("code", "base_currency"))
        self.tolerances = dict(Source.objects.values_list("name", "tolerance_minor"))
        self.whole, self.card = _references(wish.policy)
        self.further = further_lines(wish.policy)
        everyone = self._everyone()
        self.rows = everyone.pop(customer)
        self.others = everyone
        self.totals = totals(self._known_at) if self.further else {}
        self.names = self._names() if self.further else Names()
        self._cards: dict[tuple[Day, Steps], _OnCard] = {}
        self._flags: dict[Day, dict[str, bool]] = {}
        self._holding: dict[Day, bool] = {}
        self._arounds: dict[Day, Around] = {}
        self._others: dict[tuple[Day, bool], dict[int, dict[str, Value]]] = {}

    @property
    def _known_at(self) -> int | None:
        return None if self.wish.known_at >= last_batch() else self.wish.known_at

    def _everyone(self) -> dict[int, Rows]:
        """Fetch the customer's facts, and those of its group where the card rests on them."""
        wish = self.wish
        kinds = kinds_of(wish.policy) | LEDGER_KINDS | (GROUP_KINDS if self.further else frozenset())
        customers = reached([self.customer], self._places()) if self.further else [self.customer]
        found = known_rows(kinds, sorted(customers), known_at=self._known_at)
        return {customer: self._happened(customer, rows) for customer, rows in found.items()}

    def _places(self) -> list[Place]:
        """Give where the customer may share a group: on the day, and on those to come that are tried."""
        wish, rule = self.wish, self.wish.policy.indicators.group_rule
        last = wish.as_of + HORIZON_DAYS
        days = sorted({wish.as_of, wish.pay_by, *trial_days(wish.as_of + 1, last, weekly=False)})
        return [(rule, day, self._known_at) for day in days]

    def _happened(self, customer: int, rows: Rows) -> Rows:
        if self.wish.is_past:
            kept = rows.keys() - {"application"}
            rows = {kind: list(images(kind, by_id(rows[kind]), self.wish.as_of).values()) for kind in kept}
        return self._settled(rows, customer)

    def _settled(self, rows: Rows, customer: int | None = None) -> Rows:
        of = self.customer if customer is None else customer
        applied = applications(of, rows, currencies=self.currencies, tolerances=self.tolerances)
        return {**rows, "application": applied}

    def _names(self) -> Names:
        texts = {str(row["other"]) for rows in (self.rows, *self.others.values()) for row in rows.get("relation", ())}
        return names_told(texts, known_at=self._known_at)

    @property
    def is_known(self) -> bool:
        """Whether there was such a customer by what was known."""
        return bool(self.rows.get("customer"))

    @property
    def invoices(self) -> int:
        """How many invoices the customer has, and those whose facts count with it."""
        return sum(len(rows.get("invoice", ())) for rows in (self.rows, *self.others.values()))

    @property
    def _room(self) -> int:
        return WORK // max(self.invoices, 1)

    @property
    def tried(self) -> int:
        """How many scores were computed."""
        return len(self._cards)

    @cached_property
    def offer(self) -> Offer:
        """What the customer can pay."""
        wish = self.wish
        # A payment in another currency would be worth what the rate of its day says, which nobody knows yet.
        rests_on_payments = any(
            each.measure.fact == "payment" for each in (*self.card.engine.first, *self.card.engine.second)
        )
        return offer(
            self.rows,
            as_of=wish.as_of,
            pay_by=wish.pay_by,
            bases=self.currencies,
            takes_foreign=not rests_on_payments,
            most=min(MOST_STEPS, max(FEWEST_STEPS, self._room // 4)),
        )

    def days(self) -> list[Day]:
        """Give the days to try."""
        wish = self.wish
        if self._room < MONTHLY:
            return [wish.pay_by]
        last = wish.as_of + HORIZON_DAYS
        return sorted({wish.pay_by, *trial_days(wish.as_of + 1, last, weekly=self._room >= WEEKLY)})

    def score(self, day: Day, steps: Steps) -> int | None:
        """Give the score on a day with some steps taken; null where nothing can be promised for that day."""
        return self._on_card(day, steps).score if self._holds(day) else None

    def assessed(self, day: Day, steps: Steps) -> Assessed:
        """Assess a day with some steps taken."""
        row = self._computed(self.whole, day, steps)
        return reader_of(self.wish.policy, self._states(day)).assessed(row, code=self.code)

    def _holds(self, day: Day) -> bool:
        """Tell whether what is known today and no longer on a day lifts no score of it, paid or unpaid."""
        if day not in self._holding:
            now, then = (self._on_card(each, frozenset()).points for each in (self.wish.as_of, day))
            lost = {key: each for key, each in now.items() if each is not None and then[key] is None}
            every = (frozenset[int](), frozenset(self.offer.steps_on(day)))
            self._holding[day] = not lost or not any(self._is_lifted(day, steps, lost) for steps in every)
        return self._holding[day]

    def _is_lifted(self, day: Day, steps: Steps, lost: Mapping[str, Value]) -> bool:
        card, points = self.wish.policy.placing.card, self._on_card(day, steps).points
        return score_before_signals(card, points) > score_before_signals(card, {**points, **lost})

    def _on_card(self, day: Day, steps: Steps) -> "_OnCard":
        if (day, steps) not in self._cards:
            row = self._computed(self.card, day, steps)
            score = row["score_hundredths"]
            items = self.wish.policy.placing.card.items
            points = {each.indicator: row[f"{HEALTH}_point_{each.indicator}"] for each in items}
            self._cards[day, steps] = _OnCard(score if isinstance(score, int) else None, points)
        return self._cards[day, steps]

    def _computed(self, of: Reference, day: Day, steps: Steps) -> dict[str, Value]:
        rows, flags = self._with(steps, day), self._supplied(day)
        if not self.further:
            return compute_alone(of, rows, customer_id=self.customer, as_of=day, supplied=flags)
        mine = measures_of(of, rows, customer_id=self.customer, as_of=day, supplied=flags)
        mine |= {key: self._around(day).constants.get(key) for key in of.book}
        add_groups(of, {**self._measured(of, day), self.customer: mine}, self._around(day).roots, supplied=flags)
        finish(of, mine)
        return mine

    def _measured(self, of: Reference, day: Day) -> dict[int, dict[str, Value]]:
        """Measure the others on a day: nothing is assumed of them but what is known."""
        key = (day, of is self.card)
        if key not in self._others:
            self._others[key] = measured_together(
                of, self.others, as_of=day, supplied=self._supplied(day), around=self._around(day)
            )
        return self._others[key]

    def _around(self, day: Day) -> Around:
        """Tell who shares a group on a day, by what is known today, and the totals of the book as of today."""
        if day not in self._arounds:
            everyone = {**self.others, self.customer: self.rows}
            groups = groups_told(self.wish.policy.indicators.group_rule, everyone, self.names, day)
            self._arounds[day] = Around(groups.roots, newest(self.totals, min(day, self.wish.as_of)))
        return self._arounds[day]

    def _with(self, steps: Steps, day: Day) -> Rows:
        if not steps:
            return self.rows
        paid = [
            payment_row(each, customer=self.customer, number=number)
            for number, each in enumerate(self.offer.paid(steps, day), start=1)
        ]
        return self._settled({**self.rows, "payment": [*self.rows.get("payment", ()), *paid]})

    def _supplied(self, day: Day) -> dict[str, bool]:
        if day not in self._flags:
            self._flags[day] = {name: state == "supplied" for name, state in self._states(day).items()}
        return self._flags[day]

    def _states(self, day: Day) -> Mapping[str, str]:
        """Give the supply on a day: what is delivered today goes on being delivered."""
        carried = {kind: _carried(each, day) for kind, each in self.supply.items()}
        return Question(day, None, None, carried).states(self.wish.policy)


def _carried(supply: Supply, day: Day) -> Supply:
    if supply.state != "supplied" or supply.to_day is None:
        return supply
    return replace(supply, to_day=max(supply.to_day, day))
