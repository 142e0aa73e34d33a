"""The customers as the company knows them: master data, groups, and which salesperson is responsible."""

import numpy as np
import pyarrow as pa

from kedun.sample.arrays import NONE, Chunk, Ints, whole
from kedun.sample.name_parts import STATUSES
from kedun.sample.naming import company_names, person_names, social_credit_codes
from kedun.sample.profiles import NO_TERMS, TERMS_DAYS
from kedun.sample.world import World

_CUSTOMERS_PER_OWNER = 60
_CAPITALS = np.array([50, 100, 200, 300, 500, 1000, 2000, 5000, 10_000, 30_000], dtype=np.int64)
"""Registered capital in 万元."""


def customer_rows(world: World) -> Chunk:
    """Give the master data of all customers; prospects have no day of first cooperation until it has come."""
    profiles = world.profiles
    draws = world.streams.of("customers").random((6, profiles.count))
    entry = world.streams.of("registry entries").random((3, profiles.count))
    since = np.where(world.over.seen(profiles.active_from), profiles.active_from, NONE)
    rung = np.clip(whole(3.5 + 1.6 * profiles.size + 3.0 * (draws[0] - 0.5)), 0, _CAPITALS.size - 1)
    earliest = np.minimum(profiles.active_from, world.over.start)
    size_class = np.searchsorted(np.array([0.4, 1.4]), profiles.size)
    weight = np.clip(whole(30.0 + 18.0 * profiles.size + 40.0 * (draws[1] - 0.5)), 0, 100)
    capital = whole(_CAPITALS[rung] * 1e4 * profiles.minor_per_yuan / 1e6) * 1_000_000
    return {
        "external_id": profiles.everyone,
        "name": profiles.everyone,
        "uscc": profiles.everyone,
        "group": np.where(profiles.group < 0, NONE, profiles.group),
        "industry": profiles.industry,
        "region": profiles.place,
        "country": profiles.industry * 0,
        "registered_capital_minor": capital,
        "paid_in_capital_minor": np.where(entry[0] < 0.3, capital, whole(capital * entry[1] / 1e6) * 1_000_000),
        "registered_on": earliest - 90 - whole(6500.0 * draws[2]),
        "status": _status(world, draws[3]),
        "licence_ends_on": np.where(entry[2] < 0.6, NONE, world.over.start + 400 + whole(20_000.0 * (entry[2] - 0.6))),
        "former_names": profiles.everyone * 0,
        "stated_since": since,
        "strategic_weight": weight,
        "terms_days": np.where(profiles.terms == NO_TERMS, NONE, TERMS_DAYS[profiles.terms]),
        "terms_basis": profiles.terms,
        "owner": profiles.everyone,
        "segment": size_class.astype(np.int64),
        "currency": profiles.currency,
        "reported_on": earliest - whole(20.0 * draws[4]),
    }


def _status(world: World, draw: np.ndarray[tuple[int], np.dtype[np.float64]]) -> Ints:
    """Give the registration status on `until`: half of the defaulted are struck off or wound up within two years."""
    gone_on = world.health.defaulted_on + 120 + whole(600.0 * draw)
    after = np.where(draw < 0.2, STATUSES.index("liquidating"), STATUSES.index("revoked"))
    gone = (draw < 0.5) & world.over.seen(gone_on)
    return np.where(gone, after, np.where(draw < 0.75, 0, 1))


def group_rows(world: World) -> Chunk:
    """Give the groups that have members."""
    groups = np.unique(world.profiles.group)
    groups = groups[groups >= 0]
    return {"external_id": groups, "name": groups, "reported_on": groups * 0 + world.over.start - 30}


def customer_names(world: World) -> pa.StringArray:
    """Name every customer."""
    draws = world.streams.of("names")
    exports = (world.profiles.currency > 0).astype(np.int64)
    return company_names(draws, place=world.profiles.place, industry=world.profiles.industry, exports=exports)


def customer_codes(world: World) -> pa.StringArray:
    """Give every customer its registration code."""
    return social_credit_codes(world.streams.of("codes"), place=world.profiles.place)


def owner_names(world: World) -> pa.StringArray:
    """Give every customer the name of the salesperson responsible."""
    draws = world.streams.of("owners")
    staff = max(3, world.profiles.count // _CUSTOMERS_PER_OWNER)
    names = person_names(draws, min(staff, 400))
    return names.take(pa.array(draws.integers(0, len(names), world.profiles.count)))
