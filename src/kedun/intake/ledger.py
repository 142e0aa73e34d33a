"""What an invoice file says was paid: a settlement day, a paid amount, an open balance, or several of them."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from kedun.intake.rejects import Fault
from kedun.kernel.days import Day, to_date
from kedun.kernel.money import Minor

SETTLEMENT_ROLE, PAID_ROLE, CREDIT_ROLE = "settlement", "paid", "credit_note"


@dataclass(frozen=True, slots=True)
class Paid:
    """A payment that an invoice row tells of; `role` completes the invoice's key."""

    role: str
    paid_on: Day
    amount_minor: Minor


@dataclass(frozen=True, slots=True)
class Row:
    """What one invoice row says; None where it says nothing."""

    amount_minor: Minor
    settled_on: Day | None = None
    paid_minor: Minor | None = None
    open_minor: Minor | None = None


Known = Mapping[Day, Minor]
"""What earlier files with a stated day told was paid on one invoice: the amounts added, by the file's day."""

PaidBefore = Callable[[Collection[str]], Mapping[str, Known]]
"""Gives what is known of some invoices, by the stem of the keys of what is told beside them."""


def nothing_paid(_stems: Collection[str]) -> Mapping[str, Known]:
    """Know of no earlier file."""
    return {}


def role_key(invoice_key: str, role: str) -> str:
    """Give the key of what an invoice row tells beside the invoice."""
    return f"{invoice_key}:{role}"


def paid_of(row: Row, *, as_of_day: Day | None, known: Known) -> Paid | Fault | None:
    """Give the payment a row tells of, None if it tells of none, or why it cannot be taken.

    A settlement day without an amount: paid in full that day. An amount without a day: on the file's stated day, and
    only what is more than earlier files told.
    Source: docs/why/intake.md
    """
    if row.amount_minor < 0:
        return None
    paid = row.paid_minor
    if paid is None and row.open_minor is not None:
        paid = row.amount_minor - row.open_minor
    if paid is not None and paid < 0:
        return Fault("paid_is_negative")
    if row.settled_on is not None:
        return _settled(row, paid, row.settled_on, known)
    if not paid:
        return None
    return Fault("paid_without_day") if as_of_day is None else _added(paid, as_of_day, known)


def _settled(row: Row, paid: Minor | None, settled_on: Day, known: Known) -> Paid | Fault | None:
    if paid == 0 and row.amount_minor != 0:
        return Fault("settled_but_unpaid")
    rest = (row.amount_minor if paid is None else paid) - sum(known.values())
    return Paid(SETTLEMENT_ROLE, settled_on, rest) if rest > 0 else None


def _added(paid: Minor, as_of_day: Day, known: Known) -> Paid | Fault | None:
    """Give what a file adds to those of earlier days; one older than a file already known adds nothing."""
    if any(day > as_of_day for day in known):
        return None
    before = sum(amount for day, amount in known.items() if day < as_of_day)
    if paid < before:
        return Fault("paid_amount_fell", {"known": before})
    role = f"{PAID_ROLE}:{to_date(as_of_day).isoformat()}"
    return Paid(role, as_of_day, paid - before) if paid > before else None
