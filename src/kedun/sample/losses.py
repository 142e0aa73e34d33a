"""What defaulted customers never pay: write-offs by instalment, and the little that comes back."""

import numpy as np

from kedun.sample.arrays import NEVER, NONE, Chunk, Floats, Ints, Truths, constant, picked, stacked, whole
from kedun.sample.world import World

ENTRIES = ("write_off", "recovery")
_AFTER_DEFAULT = 190
"""Longer than any note runs, so that nothing bounces after it was written off."""

_FORGOTTEN_AFTER = 640
"""Longer than the latest payment takes; what is open then is given up."""


def loss_rows(world: World, *, parts: Chunk, pieces: Chunk, receipts: Chunk) -> Chunk:
    """Give the write-offs and recoveries booked up to `until`."""
    draws = world.streams.of("losses").random((5, world.profiles.count))
    written_on = world.health.defaulted_on + _AFTER_DEFAULT + whole(220.0 * draws[0])
    written_on = np.where((draws[1] < 0.9) & (written_on <= world.over.until), written_on, NEVER)
    given_up_on = _given_up_on(world, parts, pieces)
    still_open = np.where(given_up_on < NEVER, 0, _open_minor(world, parts, receipts))
    after_default = _write_offs(parts, open_minor=still_open, booked_on=written_on[parts["customer"]])
    given_up = _write_offs(parts, open_minor=parts["amount_minor"], booked_on=given_up_on)
    recovered = _recoveries(world, after_default, written_on=written_on, draws=draws[2:])
    rows = stacked([after_default, given_up, recovered])
    return picked(rows, world.over.seen(rows["booked_on"]))


def _write_offs(parts: Chunk, *, open_minor: Ints, booked_on: Ints) -> Chunk:
    lost = (open_minor > 0) & (booked_on < NEVER)
    rows = picked(parts, lost)
    return {
        "external_id": rows["key"] * 10 + rows["instalment_no"],
        "customer": rows["customer"],
        "entry": constant(0, size=rows["key"].size),
        "document_no": rows["key"],
        "instalment_no": rows["instalment_no"],
        "booked_on": booked_on[lost],
        "amount_minor": open_minor[lost],
        "currency": rows["currency"],
        "reported_on": booked_on[lost],
    }


def _open_minor(world: World, parts: Chunk, receipts: Chunk) -> Ints:
    """Give what is open of each instalment after all receipts: by document, or the latest due of who pays on account."""
    owed = parts["amount_minor"] - parts["credit_minor"]
    part_key = parts["key"] * 10 + parts["instalment_no"]
    named = receipts["document_no"] != NONE
    place = np.searchsorted(part_key, (receipts["key"] * 10 + receipts["number"])[named])
    cash = np.bincount(place, weights=receipts["amount_minor"][named], minlength=part_key.size).astype(np.int64)
    loose = world.profiles.pays_on_account[parts["customer"]]
    return np.where(loose, _latest_due(world, parts, owed, receipts), owed - cash)


def _latest_due(world: World, parts: Chunk, owed: Ints, receipts: Chunk) -> Ints:
    customers = world.profiles.count
    loose = receipts["document_no"] == NONE
    paid = np.bincount(receipts["customer"][loose], weights=receipts["amount_minor"][loose], minlength=customers)
    order = np.lexsort((parts["key"], parts["due_on"], parts["customer"]))
    customer = parts["customer"][order]
    running = np.cumsum(owed[order])
    before = np.concatenate([[0], running])[np.searchsorted(customer, customer, side="left")]
    covered = np.clip(paid.astype(np.int64)[customer] - (running - owed[order] - before), 0, owed[order])
    still_open = np.empty_like(owed)
    still_open[order] = owed[order] - covered
    return still_open


def _given_up_on(world: World, parts: Chunk, pieces: Chunk) -> Ints:
    """Give the day on which an instalment that nobody ever paid is given up; most are disputed or forgotten sums."""
    unpaid = np.bincount(pieces["part"], minlength=parts["key"].size) == 0
    named = ~world.profiles.pays_on_account[parts["customer"]]
    day = parts["due_on"] + _FORGOTTEN_AFTER + parts["key"] % 97
    alive = day < world.health.defaulted_on[parts["customer"]]
    kept: Truths = unpaid & named & alive & (parts["credit_minor"] == 0)
    return np.where(kept, day, NEVER)


def _recoveries(world: World, written: Chunk, *, written_on: Ints, draws: Floats) -> Chunk:
    """Let a part of the sums written off come back to every fourth of them, without naming invoices."""
    lost = np.bincount(written["customer"], weights=written["amount_minor"], minlength=world.profiles.count)
    who = np.flatnonzero((draws[0] < 0.25) & (lost > 0))
    booked_on = written_on[who] + 60 + whole(300.0 * draws[1][who])
    size = who.size
    return {
        "external_id": who,
        "customer": who,
        "entry": constant(1, size=size),
        "document_no": constant(NONE, size=size),
        "instalment_no": constant(NONE, size=size),
        "booked_on": booked_on,
        "amount_minor": np.maximum(whole(lost[who] * (0.05 + 0.3 * draws[2][who])), 1),
        "currency": world.profiles.currency[who],
        "reported_on": booked_on,
    }
