"""What tells one row from another where a file has no column of identifiers."""

import hashlib
from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from kedun.intake.conversion import KEY_LIMIT, convert, is_empty, joined

NATURAL_KEYS: Mapping[str, tuple[str, ...]] = {
    "customer": ("name",),
    "customer_group": ("name",),
    "group_member": ("customer", "group", "from_on"),
    "person": ("name", "phone"),
    "contact": ("customer", "person", "role", "from_on"),
    "relation": ("customer", "other", "relation_type", "from_on"),
    "check": ("customer", "scope", "checked_on"),
    "enquiry": ("customer", "asked_on", "topic"),
    "order": ("order_no",),
    "delivery": ("delivery_no",),
    "invoice": ("document_no", "instalment_no"),
    "payment": ("customer", "document_no", "instalment_no", "paid_on"),
    "allocation": ("customer", "payment", "document_no", "instalment_no", "entry", "allocated_on"),
    "credit_note": ("document_no",),
    "contract": ("contract_no",),
    "milestone": ("contract_no", "title", "due_on"),
    "credit_limit": ("customer", "limit_type", "from_on"),
    "ticket": ("customer", "ticket_type", "opened_on", "topic"),
    "interaction": ("customer", "happened_on", "channel", "subject"),
    "statement": ("customer", "period_end_on"),
    "bureau_report": ("customer", "agency", "reported_as_of"),
    "legal_event": ("customer", "event_type", "filed_on", "title"),
    "firm_change": ("customer", "item", "changed_on"),
    "news_item": ("customer", "published_on", "title"),
    "industry_fact": ("industry", "observed_on"),
    "market_event": ("covers", "market", "event_type", "observed_on", "title"),
    "signal": ("customer", "signal_type", "observed_on"),
    "bad_debt": ("customer", "entry", "document_no", "instalment_no", "booked_on"),
    "fx_rate": ("currency", "rate_on"),
    "book_constant": ("name", "month_end_on"),
}
"""The fields that identify a row of each kind. Amounts are not among them, so a corrected amount corrects the row."""

CASE_KEY = ("customer", "event_type", "case_no")
"""A case is told by its number, where it has one: its filing, hearing and judgment are one event."""

OWN_CODES = frozenset({"customer", "customer_group", "person"})
"""Kinds that other rows refer to by their key, which therefore stands bare."""
MAIN_ENTITY = "main"


def natural_keys(kind: str, values: Mapping[str, pa.Array], *, legal_entity: pa.Array | None) -> pa.Array:
    """Give each row its key: the file's kind and what identifies the row."""
    names = [name for name in NATURAL_KEYS[kind] if name in values and (kind, name) != ("invoice", "instalment_no")]
    keys = joined([values[name] for name in names])
    if kind == "legal_event" and "case_no" in values:
        numbered = joined([values[name] for name in CASE_KEY if name in values])
        keys = pc.if_else(is_empty(values["case_no"]), keys, numbered)
    if kind == "invoice":
        keys = _with_instalment(keys, values)
    if kind not in OWN_CODES:
        keys = pc.binary_join_element_wise(pa.scalar(kind), keys, ":")
    if legal_entity is not None:
        entity = pc.fill_null(legal_entity, MAIN_ENTITY)
        keys = pc.if_else(pc.equal(entity, MAIN_ENTITY), keys, pc.binary_join_element_wise(keys, entity, "@"))
    return convert(keys, bounded_key, pa.string()).values


def _with_instalment(keys: pa.Array, values: Mapping[str, pa.Array]) -> pa.Array:
    """Add the instalment where it is not the first: a file without instalments means the first."""
    if "instalment_no" not in values:
        return keys
    number = pc.fill_null(values["instalment_no"], 1)
    return pc.if_else(pc.equal(number, 1), keys, pc.binary_join_element_wise(keys, pc.cast(number, pa.string()), "/"))


def bounded_key(key: str) -> str:
    """Give a key that fits an index: a long one by its hash."""
    if len(key) <= KEY_LIMIT:
        return key
    return f"{key[:100]}…{hashlib.sha256(key.encode()).hexdigest()}"
