"""Settles a customer's ledger as it would be, were other rows believed than those that are stored."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Final

from kedun.facts.knowledge.images import Row
from kedun.facts.settlement import BadDebtEntry, Credit, Explicit, Item, Ledger, Receipt, settle
from kedun.kernel.money import Minor

_PARTS: Final[Mapping[str, tuple[str, type]]] = {
    "invoice": ("items", Item),
    "payment": ("receipts", Receipt),
    "credit_note": ("credits", Credit),
    "bad_debt": ("bad_debts", BadDebtEntry),
    "allocation": ("explicit", Explicit),
}


def applications(
    customer: int, rows: Mapping[str, Sequence[Row]], *, currencies: Mapping[str, str], tolerances: Mapping[str, Minor]
) -> list[Row]:
    """Give the applications that follow from a customer's rows, as rows of facts_application.

    `currencies`: base currency by legal entity; `tolerances`: by source, the smallest of the invoices' sources counts.
    """
    parts = {
        part: tuple(_made(made, row, currencies) for row in rows.get(kind, ())) for kind, (part, made) in _PARTS.items()
    }
    tolerance = min((tolerances.get(str(row["source"]), 0) for row in rows.get("invoice", ())), default=0)
    return [
        {
            "customer_id": customer,
            "invoice_id": each.item_id,
            "origin": each.origin,
            "origin_id": each.origin_id,
            "entry": each.entry,
            "applied_on": each.applied_on,
            "amount_minor": each.amount_minor,
            "reporting_minor": each.reporting_minor,
        }
        for each in settle(Ledger(**parts), tolerance_minor=tolerance)  # type: ignore[arg-type]
    ]


def _made(made: type, row: Row, currencies: Mapping[str, str]) -> object:
    values = {field.name: row[field.name] for field in fields(made)}
    return made(**{**values, "currency": row["currency"] or currencies[str(row["legal_entity"])]})
