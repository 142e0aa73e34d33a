"""Credit limits: fixed ones, reviewed now and then, and temporary ones on top."""

import numpy as np

from kedun.sample.arrays import NONE, Chunk, Floats, Ints, Truths, constant, picked, stacked, whole
from kedun.sample.happenings import happen
from kedun.sample.profiles import NO_TERMS, TERMS_DAYS
from kedun.sample.world import World

LIMIT_TYPES = ("fixed", "temporary")
_LIMITS_PER_CUSTOMER = 1000


def limit_rows(world: World) -> Chunk:
    """Give all limits; `to_known_on` is the day from which the end of a limit is known."""
    return stacked([_fixed(world), *(_temporary(world, month) for month in range(world.over.months))])


def _fixed(world: World) -> Chunk:
    """Give the fixed limits: one from the beginning, another at each review; a review ends the one before."""
    years = (world.over.until - world.over.start) // 365 + 2
    granted = [_granted(world, year) for year in range(years)]
    rows = stacked([rows for rows, _ in granted])
    kept = np.concatenate([exists for _, exists in granted]) & world.over.seen(rows["from_on"])
    rows = picked(rows, kept)
    rows = picked(rows, np.lexsort((rows["from_on"], rows["customer"])))
    last = np.append(rows["customer"][1:] != rows["customer"][:-1], True)
    to_on = np.where(last, NONE, np.append(rows["from_on"][1:], 0) - 1)
    shown_from = np.where(_is_undated(rows["customer"]), NONE, rows["from_on"])
    return rows | {"from_on": shown_from, "to_on": to_on, "to_known_on": np.where(last, NONE, to_on + 1)}


def _is_undated(customers: Ints) -> Truths:
    """Tell whose limit was noted without dates, and is never reviewed."""
    undated: Truths = customers % 53 == 7
    return undated


def _granted(world: World, year: int) -> tuple[Chunk, Truths]:
    draws = world.streams.of("limits", year).random((4, world.profiles.count))
    first = world.streams.of("first limits").random((4, world.profiles.count))
    everyone = world.profiles.everyone
    begins = np.where(
        world.profiles.active_from < world.over.start,
        world.over.start - whole(360.0 * first[0]),
        world.profiles.active_from - 5,
    )
    from_on = begins + 365 * year + (whole(40.0 * draws[0]) if year else 0)
    reviewed = (draws[1] < 0.5) & ~_is_undated(everyone) if year else np.ones(everyone.size, dtype=np.bool_)
    exists = (first[1] < 0.87) & reviewed & (from_on < world.trades_until())
    rows = {
        "external_id": everyone * _LIMITS_PER_CUSTOMER + year,
        "customer": everyone,
        "limit_type": constant(0, size=everyone.size),
        "amount_minor": _amount(world, draws=draws, first=first, year=year),
        "currency": world.profiles.currency,
        "is_unlimited": (first[2] < 0.012).astype(np.int64),
        "from_on": from_on,
        "reported_on": from_on,
    }
    return rows, exists


def _amount(world: World, *, draws: Floats, first: Floats, year: int) -> Ints:
    """Set the limit near what the customer usually owes; nothing for the few who pay beforehand."""
    profiles = world.profiles
    days = np.where(profiles.terms == NO_TERMS, 30, TERMS_DAYS[profiles.terms])
    usual = profiles.orders_per_month * profiles.order_value * (days + 40.0) / 30.0
    room = np.exp(0.5 * (first[3] - 0.35) + 0.06 * year + 0.4 * (draws[2] - 0.5))
    wanted = usual * room * 1.35 + 1.2 * profiles.order_value
    step = np.where(wanted > 100_000, 10_000, 1_000)
    return np.where(first[2] > 0.98, 0, (np.ceil(wanted / step) * step).astype(np.int64) * 100)


def _temporary(world: World, month: int) -> Chunk:
    profiles = world.profiles
    rate = np.where(profiles.active_from < world.over.first_day(month), 0.009, 0.0)
    rows = happen(world, topic="temporary limits", month=month, rate=rate, ends_on=world.trades_until())
    amount = (profiles.orders_per_month * profiles.order_value)[rows.customer] * (0.4 + 1.2 * rows.draws[0])
    return {
        "external_id": rows.key,
        "customer": rows.customer,
        "limit_type": constant(1, size=rows.size),
        "amount_minor": (np.ceil(amount / 1_000.0) * 1_000).astype(np.int64) * 100,
        "currency": profiles.currency[rows.customer],
        "is_unlimited": constant(0, size=rows.size),
        "from_on": rows.day,
        "reported_on": rows.day,
        "to_on": rows.day + np.array([29, 59, 89])[(rows.draws[1] * 3).astype(np.int64)],
        "to_known_on": rows.day,
    }
