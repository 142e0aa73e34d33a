"""What ties customers to each other: days in a group, guaranteed amounts, and who lives on whose orders."""

import numpy as np

from kedun.sample.arrays import NONE, Chunk, Ints, constant, stacked, whole
from kedun.sample.people import RELATION_TYPES
from kedun.sample.world import World

_GUARANTOR, _BUYER, _SUPPLIER = (RELATION_TYPES.index(each) for each in ("guarantor", "buyer", "supplier"))
_TIED_SHARE = 0.04
"""So many of the customers sell much to another one, or buy much from it."""


def member_rows(world: World) -> Chunk:
    """Give the days of every customer in its group; one in twenty leaves it."""
    members = np.flatnonzero(world.profiles.group >= 0)
    draws = world.streams.of("group members").random((2, members.size))
    left_on = world.over.start + whole(1_500.0 * draws[1])
    return {
        "external_id": members,
        "customer": members,
        "group": world.profiles.group[members],
        "from_on": world.over.start - 400 - members % 300,
        "to_on": np.where(draws[0] < 0.05, left_on, NONE),
        "reported_on": world.over.start - 30 + members * 0,
    }


def with_ties(relations: Chunk, world: World) -> Chunk:
    """Add guaranteed amounts to the relations, and who depends on whom."""
    size = relations["customer"].size
    draws = world.streams.of("guarantees").random(size)
    is_guarantee = relations["relation_type"] == _GUARANTOR
    per_yuan = world.profiles.minor_per_yuan[relations["customer"]]
    amounts = whole(50_000.0 * 40.0**draws * per_yuan / 1e6) * 1_000_000
    told = relations | {
        "amount_minor": np.where(is_guarantee, amounts, NONE),
        "currency": np.where(is_guarantee, world.profiles.currency[relations["customer"]], constant(-1, size=size)),
    }
    return stacked([told, _dependent(world)])


def _dependent(world: World) -> Chunk:
    count = world.profiles.count
    draws = world.streams.of("dependence").random((5, count))
    other: Ints = whole((count - 1) * draws[1])
    who = np.flatnonzero((draws[0] < _TIED_SHARE) & (other != np.arange(count)))
    from_on = world.over.start - 200 - whole(900.0 * draws[4][who])
    none = constant(NONE, size=who.size)
    return {
        "external_id": who * 10 + 7,
        "customer": who,
        "other": -other[who] - 1,
        "relation_type": np.where(draws[2][who] < 0.7, _BUYER, _SUPPLIER),
        "share_permille": 150 + whole(500.0 * draws[3][who]),
        "from_on": from_on,
        "to_on": none,
        "reported_on": from_on + 10,
        "amount_minor": none,
        "currency": constant(-1, size=who.size),
    }
