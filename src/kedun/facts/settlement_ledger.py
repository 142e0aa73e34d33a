"""What settlement reads and gives: one customer's documents and money as frozen data, and the applications of a fold."""

from dataclasses import dataclass
from typing import Literal

from kedun.kernel.days import Day
from kedun.kernel.money import Minor

Origin = Literal["payment", "credit_note", "bad_debt", "allocation", "rounding"]
"""Which fact an application comes from; a rounding comes from the short payment."""

Entry = Literal["cash", "credit", "write_off", "rounding"]


@dataclass(frozen=True, slots=True)
class Item:
    """An open item: one instalment of an invoice.

    `due_on` None: no due day is known. `amount_reporting_minor` None: no exchange rate is known.
    """

    id: int
    source: str
    external_id: str
    document_no: str
    instalment_no: int
    issue_on: Day
    due_on: Day | None
    amount_minor: Minor
    amount_reporting_minor: Minor | None
    currency: str
    legal_entity: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """A payment, or a bounce when the amount is negative.

    `document_no` '': on account. `instalment_no` None: oldest part first. `bounce_of`: external id of the payment
    that came back, of the same source; '' for none.
    """

    id: int
    source: str
    external_id: str
    document_no: str
    instalment_no: int | None
    effective_on: Day
    amount_minor: Minor
    currency: str
    legal_entity: str
    bounce_of: str


@dataclass(frozen=True, slots=True)
class Credit:
    """A credit note; `invoice_no` '' names no invoice, so it stays unapplied. The amount is positive."""

    id: int
    source: str
    external_id: str
    invoice_no: str
    issue_on: Day
    amount_minor: Minor
    currency: str
    legal_entity: str


@dataclass(frozen=True, slots=True)
class BadDebtEntry:
    """A write-off, which closes what is open of its document, or a recovery, which closes nothing."""

    id: int
    source: str
    external_id: str
    entry: Literal["write_off", "recovery"]
    document_no: str
    instalment_no: int | None
    booked_on: Day
    amount_minor: Minor
    currency: str
    legal_entity: str


@dataclass(frozen=True, slots=True)
class Explicit:
    """A person's word, or a source's: this much went to this document; a negative amount takes it back.

    `payment` is the external id, of the same source, of the payment (for a credit: of the credit note) that it
    spends; '' for none.
    """

    id: int
    source: str
    external_id: str
    payment: str
    document_no: str
    instalment_no: int | None
    entry: Entry
    allocated_on: Day
    amount_minor: Minor
    currency: str
    legal_entity: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything of ONE customer that settlement may rest on."""

    items: tuple[Item, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    credits: tuple[Credit, ...] = ()
    bad_debts: tuple[BadDebtEntry, ...] = ()
    explicit: tuple[Explicit, ...] = ()


@dataclass(frozen=True, slots=True)
class Application:
    """One movement on one open item.

    Unit: minor units of the item's currency; negative gives back. `reporting_minor` None: no rate is known.
    `origin_id` is the id of the payment, bounce, credit note, bad debt entry or allocation; for a rounding, of the
    short payment. `is_inferred`: no document was named (a give-back carries the mark of what it gives back).
    `sequence` is the place in the fold, from 0.
    """

    item_id: int
    origin: Origin
    origin_id: int
    entry: Entry
    applied_on: Day
    amount_minor: Minor
    reporting_minor: Minor | None
    is_inferred: bool
    sequence: int
