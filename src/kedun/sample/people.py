"""People at the customers: contacts who come and go, and who holds how much of the company."""

import numpy as np

from kedun.sample.arrays import NEVER, NONE, Chunk, Ints, constant, picked, running_number, stacked, whole
from kedun.sample.world import World

PEOPLE_PER_CUSTOMER = 1000
_SECOND, _OWNER, _PARTNER = 900, 910, 920
RELATION_TYPES = ("shareholder", "executive", "controller", "affiliate", "guarantor", "supplier", "buyer")


def contact_rows(world: World) -> Chunk:
    """Give key contacts with their successors, and a second contact for most customers."""
    return stacked([_key_contacts(world), _second_contacts(world)])


def _key_contacts(world: World) -> Chunk:
    leaving = stacked([_leaving(world, month) for month in range(world.over.months)])
    everyone = world.profiles.everyone
    draws = world.streams.of("first contacts").random((2, everyone.size))
    first = {
        "customer": everyone,
        "from_on": world.over.start - 30 - whole(1500.0 * draws[0]),
        "left_on": constant(-NEVER, size=everyone.size),
        "role": whole(draws[1] * 1e6),
    }
    rows = stacked([first, leaving])
    rows = picked(rows, np.lexsort((rows["left_on"], rows["customer"])))
    last = np.append(rows["customer"][1:] != rows["customer"][:-1], True)
    to_on = np.where(last, NONE, np.append(rows["left_on"][1:], 0))
    return _contacts(rows, slot=running_number(rows["customer"]), to_on=to_on, is_key=1)


def _leaving(world: World, month: int) -> Chunk:
    """Give the key contacts who leave in a month; they leave ailing customers three times as often.

    Only every third month can see one leave, by customer, so that a successor has arrived before he leaves himself.
    """
    draws = world.draws("contacts", month).random((4, world.profiles.count))
    customer = world.profiles.everyone
    turn = (customer + world.over.first_month + month) % 3 == 0
    chance = 3 * 0.008 * np.exp(-0.5 * np.clip(world.health.levels[month], -3.5, 1.5))
    left_on = world.over.some_workday(month, draws[1])
    leaves = turn & (draws[0] < chance) & (left_on < world.trades_until())
    rows = {"customer": customer, "from_on": left_on + 1 + whole(20.0 * draws[2]), "left_on": left_on}
    return picked(rows | {"role": whole(draws[3] * 1e6)}, leaves)


def _second_contacts(world: World) -> Chunk:
    draws = world.streams.of("second contacts").random((3, world.profiles.count))
    rows = {
        "customer": world.profiles.everyone,
        "from_on": world.over.start - 30 - whole(1500.0 * draws[0]),
        "role": -1 - whole(draws[1] * 1e6),
    }
    rows = picked(rows, draws[2] < 0.7)
    size = rows["customer"].size
    return _contacts(rows, slot=constant(_SECOND, size=size), to_on=constant(NONE, size=size), is_key=0)


def _contacts(rows: Chunk, *, slot: Ints, to_on: Ints, is_key: int) -> Chunk:
    person = rows["customer"] * PEOPLE_PER_CUSTOMER + slot
    return {
        "external_id": person,
        "customer": rows["customer"],
        "person": person,
        "role": rows["role"],
        "is_key": constant(is_key, size=person.size),
        "from_on": rows["from_on"],
        "to_on": to_on,
        "reported_on": rows["from_on"] + np.abs(rows["role"]) % 4,
    }


def relation_rows(world: World) -> Chunk:
    """Give owners (who sell out now and then), executives, and the ties inside groups."""
    draws = world.streams.of("relations").random((6, world.profiles.count))
    everyone = world.profiles.everyone
    founded = world.over.start - 400 - whole(3000.0 * draws[0])
    sold_on = world.over.start + whole(-30.4 / 0.003 * np.log1p(-0.99999 * draws[1]))
    owner, partner = everyone * PEOPLE_PER_CUSTOMER + _OWNER, everyone * PEOPLE_PER_CUSTOMER + _PARTNER
    held = 510 + whole(490.0 * draws[2])
    first = _relations(everyone, owner, kind=0, number=1, from_on=founded, to_on=sold_on, share=held)
    after = _relations(everyone, partner, kind=0, number=2, from_on=sold_on, share=held)
    rules = _relations(everyone, owner, kind=2, number=3, from_on=founded, to_on=sold_on)
    leads = _relations(everyone, owner, kind=1, number=4, from_on=founded)
    known = draws[3] < 0.6
    tied, member = _group_ties(world, draws[4])
    ties = _relations(member, tied, kind=3, number=5, from_on=founded[member])
    guaranteed = draws[5][member] < 0.25
    stands_for = picked(_relations(member, tied, kind=4, number=6, from_on=founded[member] + 90), guaranteed)
    return stacked([*(picked(each, known) for each in (first, after, rules, leads)), ties, stands_for])


def _relations(
    customer: Ints,
    other: Ints,
    *,
    kind: int,
    number: int,
    from_on: Ints,
    to_on: Ints | None = None,
    share: Ints | None = None,
) -> Chunk:
    size = customer.size
    return {
        "external_id": customer * 10 + number,
        "customer": customer,
        "other": other,
        "relation_type": constant(kind, size=size),
        "share_permille": constant(NONE, size=size) if share is None else share,
        "from_on": from_on,
        "to_on": constant(NONE, size=size) if to_on is None else to_on,
        "reported_on": from_on + 10 + customer % 30,
    }


def _group_ties(world: World, draw: np.ndarray[tuple[int], np.dtype[np.float64]]) -> tuple[Ints, Ints]:
    """Tie each group member but the first to the first; a company as other party is its number, negative."""
    group = world.profiles.group
    members = np.flatnonzero((group >= 0) & (draw < 1.0))
    order = members[np.argsort(group[members], kind="stable")]
    first = order[np.searchsorted(group[order], group[order], side="left")]
    tied = first != order
    return -first[tied] - 1, order[tied]


def person_rows(contacts: Chunk, relations: Chunk) -> Chunk:
    """Give everyone who appears as a contact or owner, from when he first appears."""
    person = np.concatenate([contacts["person"], relations["other"]])
    reported_on = np.concatenate([contacts["reported_on"], relations["reported_on"]])
    order = np.lexsort((reported_on, person))
    order = order[person[order] >= 0]
    first = running_number(person[order]) == 0
    known = person[order][first]
    return {
        "external_id": known,
        "name": known,
        "phone": known,
        "email": known,
        "reported_on": reported_on[order][first],
    }
