"""Orders and what is shipped of them."""

import numpy as np

from kedun.sample.arrays import NONE, Chunk, Floats, Ints, by_day, picked, sigmoid, stacked, whole
from kedun.sample.health import CAUSES
from kedun.sample.timeline import numbered, to_workday
from kedun.sample.world import World

SEASON = np.array([0.95, 0.65, 1.1, 1.05, 1.0, 1.0, 0.95, 0.95, 1.1, 1.0, 1.1, 1.2])
"""Orders by calendar month against the average; February is the Spring Festival."""

_FRAUD_CAUSE = CAUSES.index("fraud")
_ORDERED_BY_OTHERS = 0.15


def orders_of_month(world: World, month: int) -> Chunk:
    """Give the orders of one month, with what becomes of each: cancelled, or shipped in one or two lots."""
    draws = world.draws("orders", month)
    customer = np.repeat(world.profiles.everyone, draws.poisson(_rate(world, month)))
    placed_on = world.over.some_workday(month, draws.random(customer.size))
    kept = (placed_on >= world.profiles.active_from[customer]) & (placed_on < world.trades_until()[customer])
    rows = by_day({"customer": customer[kept], "placed_on": placed_on[kept]}, "placed_on")
    return _fates(world, draws, rows=rows, month=month)


def _rate(world: World, month: int) -> Floats:
    season = SEASON[(world.over.first_month + month) % 12]
    health = np.clip(world.health.levels[month], -4.0, 1.5)
    rate: Floats = world.profiles.orders_per_month * season * np.exp(0.3 * health) * _fraud_rush(world, month)
    return rate


def _fraud_rush(world: World, month: int) -> Floats:
    """Let those who mean to disappear order much more in their last two months."""
    left = world.health.defaulted_on - world.over.first_day(month)
    rush = (world.health.cause == _FRAUD_CAUSE) & (left >= 0) & (left < 60)
    return np.where(rush, 3.0, 1.0)


def _fates(world: World, draws: np.random.Generator, *, rows: Chunk, month: int) -> Chunk:
    customer, placed_on = rows["customer"], rows["placed_on"]
    health = world.health.levels[month][customer]
    uniform = draws.random((8, customer.size))
    promised_on = to_workday(placed_on + 5 + whole(30.0 * uniform[0] ** 1.5))
    cancelled = uniform[1] < 0.025 + 0.16 * sigmoid(-1.6 - 1.1 * health)
    cancelled_on = np.minimum(placed_on + 1 + whole(14.0 * uniform[2]), promised_on - 1)
    reported_on = placed_on + whole(1.1 * uniform[3] ** 3 * 3.0)
    shipped_on = np.maximum(to_workday(promised_on - 2 + whole(8.0 * uniform[4] ** 2)), reported_on)
    rest_shipped_on = np.where(uniform[5] < 0.1, to_workday(shipped_on + 6 + whole(15.0 * uniform[6])), NONE)
    value = world.profiles.order_value[customer] * np.exp(0.55 * draws.standard_normal(customer.size) - 0.15)
    return {
        "key": numbered(placed_on),
        **rows,
        "amount_minor": np.clip(whole(value * 100.0 * _fraud_rush(world, month)[customer]), 1_000, 10**12),
        "currency": world.profiles.currency[customer],
        "cancelled_on": np.where(cancelled, cancelled_on, NONE),
        "promised_on": promised_on,
        "orderer": _orderer(world, customer=customer, draw=uniform[7]),
        "reported_on": reported_on,
        "shipped_on": np.where(cancelled, NONE, shipped_on),
        "rest_shipped_on": np.where(cancelled, NONE, rest_shipped_on),
    }


def _orderer(world: World, *, customer: Ints, draw: Floats) -> Ints:
    """Let some orders of group members be placed by the group's first member."""
    group = world.profiles.group
    first = np.full(int(group.max()) + 2, -1, dtype=np.int64)
    members = np.flatnonzero(group >= 0)[::-1]
    first[group[members]] = members
    by_other = (group[customer] >= 0) & (draw < _ORDERED_BY_OTHERS) & (first[group[customer]] != customer)
    return np.where(by_other, first[group[customer]], NONE)


def deliveries_of(world: World, orders: Chunk, *, month: int) -> Chunk:
    """Give the lots shipped; nothing leaves the house after the customer's default."""
    draws = world.draws("deliveries", month)
    share, *_ = fates = draws.random((4, orders["key"].size))
    has_rest = orders["rest_shipped_on"] != NONE
    first = np.where(has_rest, whole(orders["amount_minor"] * (0.4 + 0.3 * share)), orders["amount_minor"])
    lots = stacked(
        [
            _lot(orders, number=1, shipped_on=orders["shipped_on"], amount=first, draw=fates[1]),
            _lot(
                orders,
                number=2,
                shipped_on=orders["rest_shipped_on"],
                amount=orders["amount_minor"] - first,
                draw=fates[2],
            ),
        ]
    )
    shipped = (lots["delivered_on"] != NONE) & (lots["delivered_on"] < world.health.defaulted_on[lots["customer"]])
    lots = picked(lots, shipped)
    slow = np.exp(-0.5 * np.clip(world.health.levels[month][lots["customer"]], -4.0, 1.0))
    waits = whole(-2.5 * slow * np.log1p(-0.999 * lots.pop("draw_permille") / 1000.0))
    lots["accepted_on"] = np.where(waits > 45, NONE, lots["delivered_on"] + 1 + waits)
    return lots


def _lot(orders: Chunk, *, number: int, shipped_on: Ints, amount: Ints, draw: Floats) -> Chunk:
    return {
        "external_id": orders["key"] * 10 + number,
        "customer": orders["customer"],
        "delivery_no": orders["key"] * 10 + number,
        "order_no": orders["key"],
        "delivered_on": shipped_on,
        "amount_minor": amount,
        "currency": orders["currency"],
        "draw_permille": whole(draw * 1000.0),
        "reported_on": np.maximum(shipped_on + whole(1.4 * draw), orders["reported_on"]),
    }
