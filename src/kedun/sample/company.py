"""Makes the company: from arguments to tables of facts, and the truth beside them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from kedun.facts.kinds import KINDS
from kedun.kernel.days import Day, to_date, to_day
from kedun.kernel.progress import Progress, Silent
from kedun.sample import behaviour, inquiries, limits, outside, people, ties
from kedun.sample.arrays import Chunk, stacked
from kedun.sample.catalogue import writers_of
from kedun.sample.contracts import contract_rows, draw_contracts, milestone_rows
from kedun.sample.customers import customer_rows, group_rows
from kedun.sample.knowable import knowable
from kedun.sample.refusals import CustomersOutOfRange, MonthsOutOfRange, SeedNegative, StartAfterUntil, YearsOutOfRange
from kedun.sample.tables import table_of
from kedun.sample.timeline import Timeline, calendar_month, timeline
from kedun.sample.trade import trade_rows
from kedun.sample.truth import truth_of
from kedun.sample.world import World, make_world

MADE = tuple(kind for kind in KINDS if kind != "book_constant")
"""The kinds that the company's systems deliver; totals of the book are our own."""
CUSTOMERS_LIMIT = 2_000_000
MONTHS_LIMIT = 240
EARLIEST: Day = to_day(date(1950, 1, 1))
LATEST: Day = to_day(date(2150, 12, 31))
"""Customers are founded long before the first day and promise things for after the last; all days must be storable."""


@dataclass(frozen=True, slots=True)
class Company:
    """A made-up trading company: its facts by kind, the days each kind covers, and what nobody in it knows."""

    tables: Mapping[str, pa.Table]
    periods: Mapping[str, tuple[Day, Day]]
    truth: pa.Table


def generate(
    *,
    customers: int,
    seed: int,
    until: Day,
    months: int = 36,
    start: Day | None = None,
    progress: Progress | None = None,
) -> Company:
    """Make a company of so many customers, as it could be known at the end of `until`.

    The company starts on the first day of the month of `start`; left out, of the month `months` before the month of
    `until` (with a `start`, `months` has no say). The same arguments give the same tables; with the same start, a
    company until an earlier day is exactly what was known of the longer one on that day.
    Raises: CustomersOutOfRange, MonthsOutOfRange, SeedNegative, StartAfterUntil, YearsOutOfRange.
    """
    over = _checked(customers=customers, seed=seed, months=months, start=start, until=until)
    shown = progress or Silent()
    shown.step("sample.health", total=1)
    world = make_world(customers=customers, seed=seed, over=over)
    shown.advance()
    rows = _rows(world, shown)
    writers = writers_of(world)
    shown.step("sample.tables", total=len(MADE))
    tables = {}
    for kind in MADE:
        tables[kind] = table_of(kind, knowable(kind, rows[kind], until=until), writers=writers[kind])
        shown.advance()
    periods = dict.fromkeys(MADE, (over.start, until))
    return Company(tables, periods, truth_of(world, rows["bad_debt"], codes=tables["customer"]["external_id"]))


def _checked(*, customers: int, seed: int, months: int, start: Day | None, until: Day) -> Timeline:
    if not 1 <= customers <= CUSTOMERS_LIMIT:
        raise CustomersOutOfRange(customers=customers, limit=CUSTOMERS_LIMIT)
    if seed < 0:
        raise SeedNegative(seed=seed)
    if not 1 <= months <= MONTHS_LIMIT:
        raise MonthsOutOfRange(months=months, limit=MONTHS_LIMIT)
    over = _laid_out(months=months, start=start, until=until)
    if over.months > MONTHS_LIMIT + 1:
        raise MonthsOutOfRange(months=over.months - 1, limit=MONTHS_LIMIT)
    if not EARLIEST <= over.start <= until <= LATEST:
        first, last = to_date(EARLIEST).isoformat(), to_date(LATEST).isoformat()
        asked = {"start": to_date(over.start).isoformat(), "until": to_date(until).isoformat()}
        raise YearsOutOfRange(first=first, last=last, **asked)
    return over


def _laid_out(*, months: int, start: Day | None, until: Day) -> Timeline:
    if start is None:
        return Timeline(calendar_month(until) - months, months + 1, until)
    if start > until:
        raise StartAfterUntil(start=to_date(start).isoformat(), until=to_date(until).isoformat())
    return timeline(start=start, until=until)


def _rows(world: World, progress: Progress) -> Mapping[str, Chunk]:
    """Run all processes; rows may still lie after the last day."""
    contracts = draw_contracts(world)
    makers: Mapping[str, Callable[[], Chunk]] = {
        "customer": lambda: customer_rows(world),
        "customer_group": lambda: group_rows(world),
        "group_member": lambda: ties.member_rows(world),
        "contact": lambda: people.contact_rows(world),
        "relation": lambda: ties.with_ties(people.relation_rows(world), world),
        "contract": lambda: contract_rows(world, contracts),
        "milestone": lambda: milestone_rows(world, contracts),
        "credit_limit": lambda: limits.limit_rows(world),
        "enquiry": lambda: _monthly(world, behaviour.enquiries_of_month),
        "interaction": lambda: _monthly(world, behaviour.interactions_of_month),
        "ticket": lambda: _monthly(world, behaviour.tickets_of_month),
        "signal": lambda: _monthly(world, behaviour.signals_of_month),
        "check": lambda: inquiries.check_rows(world),
        "bureau_report": lambda: inquiries.bureau_rows(world),
        "legal_event": lambda: _monthly(world, inquiries.legal_events_of_month),
        "firm_change": lambda: _monthly(world, inquiries.firm_changes_of_month),
        "news_item": lambda: _monthly(world, outside.news_of_month),
        "statement": lambda: outside.statement_rows(world),
        "industry_fact": lambda: outside.industry_rows(world),
        "market_event": lambda: outside.market_rows(world),
        "fx_rate": lambda: outside.rate_rows(world),
    }
    progress.step("sample.processes", total=len(makers) + 1)
    rows: dict[str, Chunk] = dict(trade_rows(world, contracts))
    progress.advance()
    for kind, make in makers.items():
        rows[kind] = make()
        progress.advance()
    return rows | {"person": people.person_rows(rows["contact"], rows["relation"])}


def _monthly(world: World, of_month: Callable[[World, int], Chunk]) -> Chunk:
    return stacked([of_month(world, month) for month in range(world.over.months)])
