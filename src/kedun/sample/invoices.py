"""Invoices for what was shipped, by instalment, and the credit notes that follow some."""

import numpy as np

from kedun.sample.arrays import NEVER, NONE, Chunk, Floats, Ints, constant, picked, running_number, sigmoid, whole
from kedun.sample.contracts import Contracts
from kedun.sample.profiles import NO_TERMS, TERMS_DAYS, TERMS_FROM_MONTH_END
from kedun.sample.timeline import month_of, month_start
from kedun.sample.world import World

REASONS = ("return", "exchange", "allowance", "cancellation")
_PROJECT_VALUE_MINOR = 2_000_000
_RETENTION_DAYS = 365


def documents_of(world: World, deliveries: Chunk, *, contracts: Contracts, month: int) -> Chunk:
    """Give one invoice per order that was shipped, dated after its last lot, with its later fate.

    The fate is a dispute (raised and settled on days) and a credit note (day, amount, reason).
    """
    key, first = np.unique(deliveries["order_no"], return_index=True)
    position = np.searchsorted(key, deliveries["order_no"])
    amount = np.bincount(position, weights=deliveries["amount_minor"], minlength=key.size).astype(np.int64)
    last_lot = np.zeros(key.size, dtype=np.int64)
    reported_on = np.zeros(key.size, dtype=np.int64)
    np.maximum.at(last_lot, position, deliveries["delivered_on"])
    np.maximum.at(reported_on, position, deliveries["reported_on"])
    customer = deliveries["customer"][first]
    uniform = world.draws("documents", month).random((10, key.size))
    issue_on = last_lot + whole(5.0 * uniform[0] ** 2)
    documents = {
        "key": key,
        "customer": customer,
        "issue_on": issue_on,
        "amount_minor": amount,
        "currency": deliveries["currency"][first],
        "contract_no": contracts.key(customer, days=issue_on),
        "reported_on": np.maximum(issue_on + whole(2.0 * uniform[1] ** 3), reported_on),
    }
    return documents | _dispute(world, documents, uniform[2:5], month) | _credit(world, documents, uniform[5:], month)


def _dispute(world: World, documents: Chunk, uniform: Floats, month: int) -> Chunk:
    health = world.health.levels[month][documents["customer"]]
    disputed = uniform[0] < 0.008 + 0.05 * sigmoid(-2.0 - health)
    raised_on = documents["issue_on"] + 5 + whole(45.0 * uniform[1])
    return {
        "disputed_on": np.where(disputed, raised_on, NEVER),
        "settled_on": np.where(disputed, raised_on + 20 + whole(160.0 * uniform[2]), NEVER),
    }


def _credit(world: World, documents: Chunk, uniform: Floats, month: int) -> Chunk:
    health = world.health.levels[month][documents["customer"]]
    reason = np.searchsorted(np.array([0.5, 0.66, 0.96]), uniform[1]).astype(np.int64)
    share = np.where(reason == REASONS.index("cancellation"), 1.0, 0.03 + 0.4 * uniform[2] ** 1.5)
    share = np.where(reason == REASONS.index("allowance"), 0.25 * share, share)
    credited_on = np.maximum(documents["issue_on"] + 4 + whole(45.0 * uniform[3]), documents["reported_on"])
    credited = (uniform[0] < 0.02 + 0.05 * sigmoid(-1.5 - health)) & (
        credited_on < world.health.defaulted_on[documents["customer"]]
    )
    return {
        "credited_on": np.where(credited, credited_on, NEVER),
        "credit_minor": np.where(credited, whole(share * documents["amount_minor"]), 0),
        "credit_reason": reason,
    }


def credit_note_rows(documents: Chunk) -> Chunk:
    """Give the credit notes; amounts are positive and lower what is owed."""
    credited = picked(documents, (documents["credited_on"] < NEVER) & (documents["credit_minor"] > 0))
    return {
        "external_id": credited["key"],
        "customer": credited["customer"],
        "document_no": credited["key"],
        "invoice_no": credited["key"],
        "issue_on": credited["credited_on"],
        "amount_minor": credited["credit_minor"],
        "currency": credited["currency"],
        "reason": credited["credit_reason"],
        "reported_on": credited["credited_on"],
    }


def parts_of(world: World, documents: Chunk, *, month: int) -> Chunk:
    """Cut the invoices into instalments: one for most, 30/60/10 with a retention (质保金) for projects, halves for few.

    `due_on` is the day the customer goes by, stated or not; `stated_due_on` what the invoice says.
    """
    draws = world.draws("parts", month)
    customer = documents["customer"]
    uniform = draws.random((2, customer.size))
    project = world.profiles.builds_projects[customer] & (documents["amount_minor"] > _PROJECT_VALUE_MINOR)
    count = np.where(project, 3, np.where(uniform[0] < 0.03, 2, 1))
    count = np.where(documents["credit_minor"] > 0, 1, count)
    row = np.repeat(np.arange(customer.size, dtype=np.int64), count)
    part = picked(documents, row) | {"instalment_no": running_number(row) + 1}
    part["parts"] = count[row]
    due_on = _due(world, part)
    stated = (part["parts"] > 1) | (uniform[1][row] < 0.88)
    part["amount_minor"] = _instalment(part)
    part["due_on"] = due_on
    part["stated_due_on"] = np.where(stated, due_on, NONE)
    return part


def _instalment(part: Chunk) -> Ints:
    amount, number = part["amount_minor"], part["instalment_no"]
    halves = np.where(number == 1, amount // 2, amount - amount // 2)
    first, second = amount * 3 // 10, amount * 6 // 10
    thirds = np.select([number == 1, number == 2], [first, second], amount - first - second)
    return np.select([part["parts"] == 1, part["parts"] == 2], [amount, halves], thirds)


def _due(world: World, part: Chunk) -> Ints:
    terms = world.profiles.terms[part["customer"]]
    days = np.where(terms == NO_TERMS, 30, TERMS_DAYS[terms])
    end_of_month = month_start(month_of(part["issue_on"]) + 1) - 1
    counts_from = np.where((terms != NO_TERMS) & (TERMS_FROM_MONTH_END[terms] == 1), end_of_month, part["issue_on"])
    due_on = counts_from + days
    later = np.where(part["instalment_no"] == 2, due_on + 30, due_on)
    retention = (part["parts"] == 3) & (part["instalment_no"] == 3)
    return np.where(retention, part["issue_on"] + _RETENTION_DAYS, later)


def invoice_rows(parts: Chunk, *, until: int) -> Chunk:
    """Give the invoices as the ledger shows them on a day: a dispute shows from when it is raised to when it is settled."""
    size = parts["key"].size
    return {
        "external_id": parts["key"] * 10 + parts["instalment_no"],
        "customer": parts["customer"],
        "document_no": parts["key"],
        "instalment_no": parts["instalment_no"],
        "issue_on": parts["issue_on"],
        "stated_due_on": parts["stated_due_on"],
        "amount_minor": parts["amount_minor"],
        "currency": parts["currency"],
        "is_disputed": np.where(
            (parts["disputed_on"] <= until) & (until < parts["settled_on"]), 1, constant(0, size=size)
        ),
        "order_no": parts["key"],
        "contract_no": parts["contract_no"],
        "reported_on": parts["reported_on"],
    }
