"""Plans for customers: the score on days to come, were some of what they can do done and nothing else known.

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
from kedun.assessments.wayback.acts import Act, Item, Offer, Rows, applied
from kedun.assessments.wayback.moving import moves
from kedun.assessments.wayback.offering import FEWEST, offer
from kedun.assessments.wayback.sorts import SORTS
from kedun.expressions import Value
from kedun.facts.groups.queries import names_told
from kedun.facts.groups.told import Names, groups_told
from kedun.facts.kinds import KINDS, LEDGER_KINDS
from kedun.facts.knowledge.images import by_id, images
from kedun.facts.knowledge.resettled import applications
from kedun.facts.knowledge.store import known_rows
from kedun.facts.models import LegalEntity, Source
from kedun.facts.queries import Supply, last_batch, supply_at
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

WEEKLY, MONTHLY = 120, 40
"""Scores that a search by weeks takes, and one by months; with fewer, only the days on which acts can be done are tried."""

MOST_TRIES = 150
"""Sets of few acts that are tried at most."""

State = Literal["above", "plan", "wait", "unreachable", "unrated", "not_supplied"]


class TooManyInvoices(Invalid):
    """The customer and those whose facts count with it have {count} invoices; a plan is made for at most {limit}."""

    zh = "该客户及一并计算的客户共有 {count} 张发票，最多为 {limit} 张发票制定计划。"


@dataclass(frozen=True, slots=True)
class Wish:
    """From where one looks ahead. `pay_by`: by when what is overdue may be asked for.

    `known_at`: a batch; `is_past`: the day or the batch lies in the past, so that what happened since is left out.
    `coming`: policies that are agreed to and not in force yet, with their first days, in order.
    """

    as_of: Day
    known_at: int
    is_past: bool
    policy: Policy
    pay_by: Day
    coming: tuple[tuple[Day, Policy], ...] = ()

    def policy_on(self, day: Day) -> Policy:
        """Give the policy that judges a day."""
        return next((policy for first, policy in reversed(self.coming) if first <= day), self.policy)

    @property
    def policies(self) -> tuple[Policy, ...]:
        """Give today's policy and those to come."""
        return (self.policy, *(policy for _, policy in self.coming))


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan for one customer. `target`: the score to reach.

    `way`: what leads to the target, or, where nothing does, the best that can be done; null where no day can be
    promised. `score`: today's; `idle`: that of the way's day were nothing done. Unit: hundredths.
    """

    state: State
    target: int
    score: int | None
    way: Way | None
    idle: int | None
    imagined: "Imagined"

    @property
    def wish(self) -> Wish:
        """From where was looked ahead."""
        return self.imagined.wish

    @property
    def day(self) -> Day:
        """The promised day, or today where there is none."""
        return self.wish.as_of if self.way is None else self.way.day

    @property
    def policy(self) -> Policy:
        """The policy that judges the promised day."""
        return self.wish.policy_on(self.day)

    def act(self, step: int) -> Act:
        """Give the act of a step."""
        return self.imagined.offer.act_of(step)

    def items(self, step: int) -> tuple[Item, ...]:
        """Give what a step of the way does."""
        return self.imagined.offer.items(step, self.day)

    def before(self) -> Assessed:
        """Assess today."""
        return self.imagined.assessed(self.wish.as_of, frozenset())

    def after(self) -> Assessed | None:
        """Assess the day of the way with its steps taken; null where there is no way."""
        return None if self.way is None else self.imagined.assessed(self.way.day, frozenset(self.way.steps))


def line_of(policy: Policy) -> int:
    """Give the score at which the worst grade ends, in hundredths; 0 where there is but one grade."""
    return HUNDRED * (policy.placing.grading.bands[0].below or 0)


def plan(imagined: "Imagined", target: int | None = None) -> Plan:
    """Make the plan by which a customer who is known reaches a score, in hundredths; None: the line of the day's policy.

    Raises: TooManyInvoices, TooManyTogether.
    """
    wish = imagined.wish
    if imagined.invoices > MOST_INVOICES:
        raise TooManyInvoices(count=imagined.invoices, limit=MOST_INVOICES)

    def target_on(day: Day) -> int:
        return line_of(wish.policy_on(day)) if target is None else target

    score = imagined.score(wish.as_of, frozenset())
    state = _plain(score, target_on(wish.as_of), imagined)
    if state:
        return Plan(state, target_on(wish.as_of), score, None, None, imagined)
    of = imagined.offer
    way, best = way_back(
        Search(imagined.score, of.steps_on, target_on, of.parts, tries=imagined.tries, is_last=of.is_last),
        imagined.days(),
    )
    found = way or best
    idle = None if found is None else imagined.score(found.day, frozenset())
    state = "unreachable" if way is None else "plan" if way.steps else "wait"
    return Plan(state, target_on(wish.as_of if found is None else found.day), score, found, idle, imagined)


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
    """A customer's facts with acts that are not done yet."""

    def __init__(self, customer: int, code: str, wish: Wish) -> None:
        self.customer, self.code, self.wish = customer, code, wish
        self.supply = supply_at(wish.as_of, wish.known_at)
        self.currencies = dict(LegalEntity.objects.values_list("code", "base_currency"))
        self.tolerances = dict(Source.objects.values_list("name", "tolerance_minor"))
        self.further = tuple(dict.fromkeys(line for each in wish.policies for line in further_lines(each)))
        everyone = self._everyone()
        self.rows = everyone.pop(customer)
        self.others = everyone
        self.totals = totals(self._known_at) if self.further else {}
        self.names = self._names() if self.further else Names()
        self._cards: dict[tuple[Day, Steps, str], _OnCard] = {}
        self._flags: dict[tuple[Day, str], dict[str, bool]] = {}
        self._holding: dict[Day, bool] = {}
        self._arounds: dict[tuple[Day, str], Around] = {}
        self._others: dict[tuple[Day, bool, str], dict[int, dict[str, Value]]] = {}

    @property
    def _known_at(self) -> int | None:
        return None if self.wish.known_at >= last_batch() else self.wish.known_at

    def _everyone(self) -> dict[int, Rows]:
        """Fetch the customer's facts, and those of its group where the card rests on them."""
        wish = self.wish
        kinds = frozenset[str]().union(*map(kinds_of, wish.policies), LEDGER_KINDS, *[GROUP_KINDS] * bool(self.further))
        customers = reached([self.customer], self._places()) if self.further else [self.customer]
        found = known_rows(kinds, sorted(customers), known_at=self._known_at)
        return {customer: self._happened(customer, rows) for customer, rows in found.items()}

    def _places(self) -> list[Place]:
        """Give where the customer may share a group: on the day, and on those to come that are tried."""
        wish = self.wish
        last = wish.as_of + HORIZON_DAYS
        days = sorted({wish.as_of, *self._ready, *trial_days(wish.as_of + 1, last, weekly=False)})
        return [(wish.policy_on(day).indicators.group_rule, day, self._known_at) for day in days]

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
        """What the customer can do."""
        wish = self.wish
        # A payment in another currency would be worth what the rate of its day says, which nobody knows yet.
        rests_on_payments = any(each.fact == "payment" for _, each in self._on_cards())
        return offer(
            self.rows,
            as_of=wish.as_of,
            pay_by=wish.pay_by,
            until=wish.as_of + HORIZON_DAYS,
            bases=self.currencies,
            sorts=self._sorts,
            takes_foreign=not rests_on_payments,
            most=min(MOST_STEPS, max(FEWEST, self._room // 4)),
        )

    def _on_cards(self) -> list[tuple[Policy, Measure]]:
        """Give the measures that the cards rest on."""
        engines = [
            (policy, engine)
            for policy in self.wish.policies
            for card in [_references(policy)[1]]
            for engine in (card.engine, *(each for _, each in card.passes))
        ]
        return [(policy, each.measure) for policy, engine in engines for each in (*engine.first, *engine.second)]

    @cached_property
    def _sorts(self) -> list[str]:
        """Give the sorts of acts that may move a card and whose facts are delivered to us."""
        on_cards = self._on_cards()
        return [
            key
            for key, sort in SORTS.items()
            if all(self.supply[kind].state == "supplied" for kind in sort.moves if KINDS[kind].supplied_by != "check")
            and any(moves(policy, sort, each) for policy, each in on_cards)
        ]

    @property
    def tries(self) -> int:
        """How many sets of few acts may be tried before all are taken and spared one by one."""
        return min(self._room // 2, MOST_TRIES)

    @property
    def _ready(self) -> frozenset[Day]:
        """The days on which acts of some sort can first be done."""
        last = self.wish.as_of + HORIZON_DAYS
        return frozenset({min(self.wish.pay_by + SORTS[key].after_days, last) for key in ["pay", *self._sorts]})

    def days(self) -> list[Day]:
        """Give the days to try."""
        wish = self.wish
        last = wish.as_of + HORIZON_DAYS
        changes = {first for first, _ in wish.coming if first <= last}
        if self._room < MONTHLY:
            return sorted({wish.pay_by, max(self._ready)})
        return sorted({*self._ready, *changes, *trial_days(wish.as_of + 1, last, weekly=self._room >= WEEKLY)})

    def score(self, day: Day, steps: Steps) -> int | None:
        """Give the score on a day with some steps taken; null where nothing can be promised for that day, or not by these."""
        if not self._holds(day) or self._is_lifted(day, steps):
            return None
        return self._on_card(day, steps, day).score

    def assessed(self, day: Day, steps: Steps) -> Assessed:
        """Assess a day with some steps taken."""
        policy = self.wish.policy_on(day)
        row = self._computed(policy, day, steps, is_card=False)
        return reader_of(policy, self._states(day, policy)).assessed(row, code=self.code)

    def _holds(self, day: Day) -> bool:
        """Tell whether what is known today and no longer on a day lifts no score of it, whatever is done."""
        if day not in self._holding:
            every = (frozenset[int](), frozenset(self.offer.steps_on(day)))
            self._holding[day] = not any(self._is_lifted(day, steps) for steps in every)
        return self._holding[day]

    def _is_lifted(self, day: Day, steps: Steps) -> bool:
        """Compare with a card that knows what time takes away; what an act makes moot (nothing owed, no share overdue) is not lost."""
        now = self._on_card(self.wish.as_of, frozenset(), day).points
        idle, then = (self._on_card(day, taken, day).points for taken in (frozenset[int](), steps))
        lost = {key: each for key, each in now.items() if each is not None and idle[key] is None and then[key] is None}
        card = self.wish.policy_on(day).placing.card
        return bool(lost) and score_before_signals(card, then) > score_before_signals(card, {**then, **lost})

    def _on_card(self, day: Day, steps: Steps, judged_on: Day) -> "_OnCard":
        policy = self.wish.policy_on(judged_on)
        key = (day, steps, policy.hash)
        if key not in self._cards:
            row = self._computed(policy, day, steps, is_card=True)
            score = row["score_hundredths"]
            items = policy.placing.card.items
            points = {each.indicator: row[f"{HEALTH}_point_{each.indicator}"] for each in items}
            self._cards[key] = _OnCard(score if isinstance(score, int) else None, points)
        return self._cards[key]

    def _computed(self, policy: Policy, day: Day, steps: Steps, *, is_card: bool) -> dict[str, Value]:
        of = _references(policy)[is_card]
        rows, flags = self._with(steps, day), self._supplied(day, policy)
        if not self.further:
            return compute_alone(of, rows, customer_id=self.customer, as_of=day, supplied=flags)
        mine = measures_of(of, rows, customer_id=self.customer, as_of=day, supplied=flags)
        around = self._around(day, policy)
        mine |= {key: around.constants.get(key) for key in of.book}
        others = self._measured(policy, day, is_card=is_card)
        add_groups(of, {**others, self.customer: mine}, around.roots, supplied=flags)
        finish(of, mine)
        return mine

    def _measured(self, policy: Policy, day: Day, *, is_card: bool) -> dict[int, dict[str, Value]]:
        """Measure the others on a day: nothing is assumed of them but what is known."""
        key = (day, is_card, policy.hash)
        if key not in self._others:
            self._others[key] = measured_together(
                _references(policy)[is_card],
                self.others,
                as_of=day,
                supplied=self._supplied(day, policy),
                around=self._around(day, policy),
            )
        return self._others[key]

    def _around(self, day: Day, policy: Policy) -> Around:
        """Tell who shares a group on a day, by what is known today, and the totals of the book as of today."""
        key = (day, policy.hash)
        if key not in self._arounds:
            everyone = {**self.others, self.customer: self.rows}
            groups = groups_told(policy.indicators.group_rule, everyone, self.names, day)
            self._arounds[key] = Around(groups.roots, newest(self.totals, min(day, self.wish.as_of)))
        return self._arounds[key]

    def _with(self, steps: Steps, day: Day) -> Rows:
        if not steps:
            return self.rows
        return self._settled(applied(self.rows, self.offer.written(steps, day), customer=self.customer))

    def _supplied(self, day: Day, policy: Policy) -> dict[str, bool]:
        key = (day, policy.hash)
        if key not in self._flags:
            self._flags[key] = {name: state == "supplied" for name, state in self._states(day, policy).items()}
        return self._flags[key]

    def _states(self, day: Day, policy: Policy) -> Mapping[str, str]:
        """Give the supply on a day: what is delivered today goes on being delivered."""
        carried = {kind: _carried(each, day) for kind, each in self.supply.items()}
        return Question(day, None, None, carried).states(policy)


def _carried(supply: Supply, day: Day) -> Supply:
    if supply.state != "supplied" or supply.to_day is None:
        return supply
    return replace(supply, to_day=max(supply.to_day, day))
