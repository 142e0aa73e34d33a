"""How customers mean to pay each instalment: on time, late, in pieces, on account, or never."""

import numpy as np

from kedun.sample.arrays import NEVER, NONE, Chunk, Floats, Ints, Truths, constant, picked, sigmoid, stacked, whole
from kedun.sample.timeline import month_of, month_start, to_workday, to_workday_before
from kedun.sample.world import World

METHODS = ("transfer", "cash", "bank_acceptance", "commercial_acceptance")
_LONGEST_DELAY = 400
_LONGEST_MONTH = 31


def pieces_of(world: World, parts: Chunk, *, month: int) -> Chunk:
    """Give the sums that customers send for the instalments of one month, whatever befalls these sums later.

    Shape: up to three rows per instalment; `part` is the row of the instalment. Three draws (`u_…`, in millionths)
    go along and settle later whether a payment bounces.
    """
    draws = world.draws("payments", month)
    customer = parts["customer"]
    uniform = draws.random((12, customer.size))
    paid_on = _paid_on(world, parts, uniform[:5])
    owed = parts["amount_minor"] - np.where(parts["credited_on"] <= paid_on, parts["credit_minor"], 0)
    owed = np.where(paid_on == NEVER, 0, owed)
    named = ~world.profiles.pays_on_account[customer]
    short = named & (uniform[5] < 0.015) & (owed > 500_000)
    fee = np.where(short, 1_000 + whole(5_000.0 * uniform[6]), 0)
    days, amounts = _in_pieces(world, parts, uniform[7:], paid_on=paid_on, owed=owed - fee)
    row = np.arange(customer.size, dtype=np.int64)
    pieces = stacked(
        [
            {"part": row, "paid_on": to_workday(days[each]), "amount_minor": amounts[each], "piece": row * 0 + each}
            for each in range(3)
        ]
    )
    luck = whole(draws.random((4, pieces["part"].size)) * 1e6)  # drawn for all, so that no draw hangs on the future
    pieces |= {"u_method": luck[0], "u_bounce": luck[1], "u_again": luck[2], "lag": luck[3] // 400_000}
    pieces = picked(pieces, pieces["amount_minor"] > 0)
    pieces["fee_minor"] = np.where(pieces["piece"] == 0, fee[pieces["part"]], 0)
    return _carrying(world, parts, pieces, named=named)


def _carrying(world: World, parts: Chunk, pieces: Chunk, *, named: Truths) -> Chunk:
    """Add to each piece what later steps need of its instalment, and drop what a defaulted customer never sent."""
    row = pieces["part"]
    carried = pieces | {
        "customer": parts["customer"][row],
        "currency": parts["currency"][row],
        "document_no": np.where(named[row], parts["key"][row], NONE),
        "instalment_no": np.where(named[row] & (parts["parts"][row] > 1), parts["instalment_no"][row], NONE),
        "key": parts["key"][row],
        "number": parts["instalment_no"][row],
        "reported_on": np.maximum(pieces["paid_on"] + pieces["lag"], parts["reported_on"][row]),
    }
    return picked(carried, carried["paid_on"] < world.health.defaulted_on[carried["customer"]])


def _paid_on(world: World, parts: Chunk, uniform: Floats) -> Ints:
    """Decide the day of the (first) payment of each instalment; NEVER for those that are not paid."""
    customer, due_on = parts["customer"], parts["due_on"]
    health = world.health.at(world.over.index(due_on), customer)
    habit = world.profiles.habit_days[customer]
    disputed = parts["disputed_on"] < due_on + 20
    punctual = (uniform[0] < sigmoid(1.9 + 1.0 * health - 0.14 * habit)) & ~disputed
    early = np.where(world.profiles.pay_day[customer] > 0, _LONGEST_MONTH, whole(12.0 * uniform[1] ** 2))
    strain = 4.0 + 0.8 * habit + 9.0 * np.exp(-0.65 * np.clip(health, -4.0, 2.0))
    late = 1 + whole(np.minimum(-strain * np.log1p(-0.9999 * uniform[1]), _LONGEST_DELAY))
    late = late + np.where(disputed, 30 + whole(90.0 * uniform[2]), 0)
    paid_on = np.maximum(np.where(punctual, due_on - early, due_on + late), parts["issue_on"] + 1)
    paid_on = _on_pay_day(world, customer, paid_on)
    paid_on = np.where(punctual, to_workday_before(paid_on), to_workday(paid_on))
    never = uniform[3] < 0.0008 + 0.012 * sigmoid(-2.5 - 1.5 * health)
    return np.where(never, NEVER, np.maximum(paid_on, to_workday(parts["issue_on"])))


def _on_pay_day(world: World, customer: Ints, days: Ints) -> Ints:
    """Move a payment to the customer's next pay day."""
    pay_day = world.profiles.pay_day[customer]
    this_month = month_start(month_of(days)) + pay_day - 1
    next_month = month_start(month_of(days) + 1) + pay_day - 1
    return np.where(pay_day == 0, days, np.where(days <= this_month, this_month, next_month))


def _in_pieces(
    world: World, parts: Chunk, uniform: Floats, *, paid_on: Ints, owed: Ints
) -> tuple[tuple[Ints, Ints, Ints], tuple[Ints, Ints, Ints]]:
    """Cut some payments into two or three: days and amounts of the pieces, 0 for those that are not."""
    health = world.health.at(world.over.index(parts["due_on"]), parts["customer"])
    split = (uniform[0] < 0.03 + 0.25 * sigmoid(-2.0 - 1.2 * health)) & (owed > 200_000)
    thirds = split & (uniform[1] < 0.3)
    first = np.where(split, whole(owed * (0.3 + 0.5 * uniform[2]) / 10_000.0) * 10_000, owed)
    second = np.where(split, np.where(thirds, (owed - first) // 2, owed - first), 0)
    then = paid_on + 12 + whole(45.0 * uniform[3])
    last = then + 12 + whole(45.0 * uniform[4])
    return (paid_on, then, last), (first, second, owed - first - second)


def rounding_rows(pieces: Chunk) -> Chunk:
    """Close most short payments: the bank's fee is written off as a rounding difference some weeks later."""
    short = picked(pieces, (pieces["fee_minor"] > 0) & (pieces["u_again"] < 700_000))
    booked_on = short["paid_on"] + 3 + short["u_method"] // 40_000
    return {
        "external_id": short["key"] * 100 + short["number"],
        "customer": short["customer"],
        "payment": constant(NONE, size=short["key"].size),
        "document_no": short["key"],
        "instalment_no": short["number"],
        "entry": constant(3, size=short["key"].size),
        "amount_minor": short["fee_minor"],
        "currency": short["currency"],
        "allocated_on": booked_on,
        "reported_on": np.maximum(booked_on, short["reported_on"]),
    }
