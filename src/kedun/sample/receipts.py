"""What reaches the bank: payments by document, sums on account, notes, bounces and second attempts."""

import numpy as np

from kedun.sample.arrays import NONE, Chunk, Ints, Truths, constant, picked, running_number, stacked
from kedun.sample.payments import METHODS
from kedun.sample.timeline import numbered, to_workday
from kedun.sample.world import World

TRANSFER, CASH, BANK_NOTE, COMMERCIAL_NOTE = range(len(METHODS))
_CONFIRMED_PER_MILLION = 60_000


def receipts_of(world: World, pieces: Chunk) -> Chunk:
    """Turn what customers sent into numbered receipts, ordered by day, up to `until`.

    `bounce_of` is the key of the payment that a negative row takes back.
    """
    sent = _together(picked(pieces, world.over.seen(pieces["paid_on"])))
    sent |= _method(world, sent)
    sent["bounces_on"] = _bounces_on(world, sent)
    bounced = np.flatnonzero(sent["bounces_on"] <= world.over.until)
    back, again = _taken_back(sent, bounced), _sent_again(world, sent, bounced)
    plain = sent | {"bounced_row": constant(-1, size=sent["customer"].size)}
    rows = stacked([plain, back, again])
    rows["row"] = np.arange(rows["customer"].size, dtype=np.int64)
    order = np.lexsort(
        (rows["row"], rows["bounced_row"], rows["number"], rows["key"], rows["customer"], rows["paid_on"])
    )
    rows = picked(rows, order)
    key = numbered(rows["paid_on"])
    place = np.empty(order.size, dtype=np.int64)
    place[order] = np.arange(order.size)
    is_bounce = rows["bounced_row"] >= 0
    return rows | {
        "external_id": key,
        "bounce_of": np.where(is_bounce, key[place[np.maximum(rows["bounced_row"], 0)]], NONE),
    }


def _together(pieces: Chunk) -> Chunk:
    """Add up what a customer who pays on account sends on one day; `merged` counts what went into a sum."""
    alone = pieces["document_no"] != NONE
    single = picked(pieces, alone) | {"merged": constant(1, size=int(alone.sum()))}
    loose = picked(pieces, ~alone)
    loose = picked(
        loose, np.lexsort((loose["piece"], loose["number"], loose["key"], loose["paid_on"], loose["customer"]))
    )
    first = running_number(loose["customer"] * 10**6 + loose["paid_on"]) == 0
    starts = np.flatnonzero(first)
    if not starts.size:
        return single
    summed = picked(loose, starts)
    summed["amount_minor"] = np.add.reduceat(loose["amount_minor"], starts)
    summed["reported_on"] = np.maximum.reduceat(loose["reported_on"], starts)
    summed["merged"] = np.diff(np.append(starts, loose["customer"].size))
    return stacked([single, summed])


def _method(world: World, sent: Chunk) -> Chunk:
    draw = sent["u_method"]
    notes = world.profiles.gives_notes[sent["customer"]] & (sent["currency"] == 0) & (sent["amount_minor"] > 1_000_000)
    noted = np.select([draw < 450_000, draw < 600_000], [BANK_NOTE, COMMERCIAL_NOTE], TRANSFER)
    cash = (draw > 985_000) & (sent["amount_minor"] < 500_000)
    method = np.where(notes, noted, np.where(cash, CASH, TRANSFER)).astype(np.int64)
    matures_on = sent["paid_on"] + np.where(draw % 2 == 0, 90, 180)
    is_note = (method == BANK_NOTE) | (method == COMMERCIAL_NOTE)
    return {"method": method, "matures_on": np.where(is_note, matures_on, NONE)}


def _bounces_on(world: World, sent: Chunk) -> Ints:
    """Decide which payments come back, and when.

    A transfer or cheque within days, more often from ailing customers; a commercial note at maturity when its drawer
    has fallen by then. What is not taken back gets a day that does not come.
    """
    health = world.health.at(world.over.index(sent["paid_on"]), sent["customer"])
    chance = 1e6 * np.minimum(0.05, 0.0025 * np.exp(-0.9 * np.clip(health, -4.0, 2.0)))
    quick = (sent["method"] == TRANSFER) & (sent["u_bounce"] < chance)
    fallen = world.health.defaulted_on[sent["customer"]] <= sent["matures_on"]
    dishonoured = (sent["method"] == COMMERCIAL_NOTE) & fallen
    soon = to_workday(sent["paid_on"] + 1 + sent["u_again"] // 300_000)
    at_maturity = to_workday(sent["matures_on"] + 1)
    return np.select([quick, dishonoured], [np.maximum(soon, sent["reported_on"]), at_maturity], 2**40)


def _taken_back(sent: Chunk, bounced: Ints) -> Chunk:
    back = picked(sent, bounced)
    back |= {"amount_minor": -back["amount_minor"], "paid_on": back["bounces_on"], "reported_on": back["bounces_on"]}
    return back | {"bounced_row": bounced}


def _sent_again(world: World, sent: Chunk, bounced: Ints) -> Chunk:
    """Let most customers whose payment bounced send it again by transfer some weeks later."""
    again = picked(sent, bounced)
    paid_on = to_workday(again["bounces_on"] + 6 + again["u_again"] // 30_000)
    size = bounced.size
    again |= {"paid_on": paid_on, "reported_on": paid_on, "method": constant(TRANSFER, size=size)}
    again |= {"matures_on": constant(NONE, size=size), "bounced_row": constant(-1, size=size)}
    again["merged"] = constant(0, size=size)
    return picked(again, _is_sent_again(world, again))


def _is_sent_again(world: World, again: Chunk) -> Truths:
    in_time = again["paid_on"] < world.health.defaulted_on[again["customer"]]
    return (again["u_again"] < 800_000) & in_time & world.over.seen(again["paid_on"])


def payment_rows(world: World, receipts: Chunk) -> Chunk:
    """Give the payments as the ledger shows them."""
    group = world.profiles.group
    other = np.roll(np.arange(group.size), 1)
    by_other = (receipts["u_method"] % 100 == 7) & (receipts["bounced_row"] < 0)
    columns = ("external_id", "customer", "document_no", "instalment_no", "amount_minor", "currency", "paid_on")
    rows = {name: receipts[name] for name in (*columns, "method", "matures_on", "bounce_of", "reported_on")}
    return rows | {"payer": np.where(by_other, other[receipts["customer"]], NONE)}


def confirmed_rows(receipts: Chunk) -> Chunk:
    """Give the sums on account that a clerk has since allocated by hand to the one instalment they were meant for."""
    chosen = (receipts["document_no"] == NONE) & (receipts["merged"] == 1) & (receipts["bounced_row"] < 0)
    chosen &= (receipts["u_again"] < _CONFIRMED_PER_MILLION) & (receipts["bounces_on"] == 2**40)
    rows = picked(receipts, chosen)
    allocated_on = to_workday(rows["reported_on"] + 1 + rows["u_again"] // 10_000)
    return {
        "external_id": rows["external_id"],
        "customer": rows["customer"],
        "payment": rows["external_id"],
        "document_no": rows["key"],
        "instalment_no": rows["number"],
        "entry": constant(0, size=rows["key"].size),
        "amount_minor": rows["amount_minor"],
        "currency": rows["currency"],
        "allocated_on": allocated_on,
        "reported_on": allocated_on,
    }
