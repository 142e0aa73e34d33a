"""Framework contracts renewed each year, and what each side promised in them."""

from dataclasses import dataclass

import numpy as np

from kedun.sample.arrays import NONE, Chunk, Ints, Truths, constant, sigmoid, stacked, whole
from kedun.sample.profiles import NO_TERMS, TERMS_DAYS
from kedun.sample.world import World

CONTRACTS_PER_CUSTOMER = 1000
_DAYS_UNTIL_IN_FORCE = 12
"""A contract is on file some days after it was signed; documents name it from then on."""

MILESTONES = (
    ("支付履约保证金", "customer", 20),
    ("确认首批样品", "us", 30),
    ("提交半年采购计划", "customer", 180),
    ("完成年中技术培训", "us", 200),
    ("半年对账确认", "customer", 210),
    ("年度对账确认", "customer", 350),
)


@dataclass(frozen=True, slots=True)
class Contracts:
    """Who has framework contracts, and when the first was signed (one a year from then on)."""

    has_one: Truths
    first_signed_on: Ints
    ends_trade_on: Ints

    def key(self, customers: Ints, *, days: Ints) -> Ints:
        """Give the contract in force for customers on days, NONE where there is none."""
        year = (days - _DAYS_UNTIL_IN_FORCE - self.first_signed_on[customers]) // 365
        signed_on = self.first_signed_on[customers] + 365 * year
        exists = self.has_one[customers] & (year >= 0) & (signed_on < self.ends_trade_on[customers])
        return np.where(exists, customers * CONTRACTS_PER_CUSTOMER + year, NONE)


def draw_contracts(world: World) -> Contracts:
    """Draw who works under contract: two of three customers."""
    draws = world.streams.of("contracts")
    before = whole(draws.uniform(1, 364, world.profiles.count))
    first_signed_on = np.where(
        world.profiles.active_from < world.over.start, world.over.start - before, world.profiles.active_from - 20
    )
    return Contracts(draws.random(world.profiles.count) < 0.65, first_signed_on, world.trades_until())


def contract_rows(world: World, contracts: Contracts) -> Chunk:
    """Give every contract signed by `until`."""
    profiles, chunks = world.profiles, []
    years = (world.over.until - world.over.start) // 365 + 2
    for year in range(years):
        draws = world.streams.of("contract years", year)
        lag, volume = draws.random((2, profiles.count))
        signed_on = contracts.first_signed_on + 365 * year
        yearly = profiles.orders_per_month * profiles.order_value * 12.0 * (0.6 + 0.8 * volume)
        rows = {
            "external_id": profiles.everyone * CONTRACTS_PER_CUSTOMER + year,
            "contract_no": profiles.everyone * CONTRACTS_PER_CUSTOMER + year,
            "customer": profiles.everyone,
            "signed_on": signed_on,
            "ends_on": signed_on + 364,
            "amount_minor": np.maximum(whole(yearly / 1000.0), 1) * 100_000,
            "currency": profiles.currency,
            "terms_days": np.where(profiles.terms == NO_TERMS, NONE, TERMS_DAYS[profiles.terms]),
            "terms_basis": profiles.terms,
            "reported_on": signed_on + whole(10.0 * lag),
        }
        kept = contracts.has_one & (signed_on < contracts.ends_trade_on) & world.over.seen(signed_on)
        chunks.append({name: column[kept] for name, column in rows.items()})
    return stacked(chunks)


def milestone_rows(world: World, contracts: Contracts) -> Chunk:
    """Give the obligations of all contracts; ailing customers meet theirs late or not at all."""
    signed = contract_rows(world, contracts)
    return stacked([_milestones(world, signed, number=number) for number in range(len(MILESTONES))])


def _milestones(world: World, signed: Chunk, *, number: int) -> Chunk:
    _, obliged, after = MILESTONES[number]
    customer, due_on = signed["customer"], signed["signed_on"] + after
    year = signed["external_id"] % CONTRACTS_PER_CUSTOMER
    draw = _per_year(world, year, customer, topic=f"milestone {number}")
    health = world.health.at(world.over.index(due_on), customer)
    strain = sigmoid(-1.6 - 1.3 * health) if obliged == "customer" else sigmoid(np.full(customer.size, -2.6))
    early = whole(15.0 * draw[0])
    late = 1 + whole(-25.0 * np.log1p(-0.999 * draw[0]))
    met_on = due_on + np.where(draw[1] < strain, late, -early)
    unmet = (draw[2] < 0.5 * strain) | (met_on >= world.health.defaulted_on[customer])
    return {
        "external_id": signed["external_id"] * 10 + number,
        "customer": customer,
        "contract_no": signed["external_id"],
        "title": constant(number, size=customer.size),
        "obliged": constant(number, size=customer.size),
        "due_on": due_on,
        "met_on": np.where(unmet, NONE, met_on),
        "reported_on": signed["reported_on"],
    }


def _per_year(
    world: World, year: Ints, customer: Ints, *, topic: str
) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Draw three numbers for every contract; the same ones however many contracts there are."""
    drawn = np.empty((3, year.size))
    for each in np.unique(year):
        of_year = year == each
        drawn[:, of_year] = world.streams.of(topic, int(each)).random((3, world.profiles.count))[:, customer[of_year]]
    return drawn
