"""Small ledgers in a few words, and folds as lines that people read."""

from collections.abc import Iterable

from kedun.facts.settlement import BadDebtEntry, Credit, Entry, Explicit, Item, Ledger, Receipt, settle

Fact = Item | Receipt | Credit | BadDebtEntry | Explicit


def invoice(
    number: str,
    amount: int,
    *,
    part: int = 1,
    issued: int = 0,
    due: int | None = 30,
    reporting: int | None = None,
    currency: str = "CNY",
    entity: str = "main",
) -> Item:
    name = f"{number}/{part}"
    return Item(
        id=_number(name), source="erp", external_id=name, document_no=number, instalment_no=part, issue_on=issued,
        due_on=due, amount_minor=amount, amount_reporting_minor=reporting, currency=currency, legal_entity=entity,
    )  # fmt: skip


def paid(
    name: str,
    amount: int,
    *,
    on: int,
    names: str = "",
    part: int | None = None,
    currency: str = "CNY",
    entity: str = "main",
) -> Receipt:
    return Receipt(
        id=_number(name), source="erp", external_id=name, document_no=names, instalment_no=part, effective_on=on,
        amount_minor=amount, currency=currency, legal_entity=entity, bounce_of="",
    )  # fmt: skip


def bounced(name: str, amount: int, *, on: int, of: str = "", names: str = "", part: int | None = None) -> Receipt:
    return Receipt(
        id=_number(name), source="erp", external_id=name, document_no=names, instalment_no=part, effective_on=on,
        amount_minor=-amount, currency="CNY", legal_entity="main", bounce_of=of,
    )  # fmt: skip


def credited(name: str, amount: int, *, on: int, names: str = "") -> Credit:
    return Credit(
        id=_number(name), source="erp", external_id=name, invoice_no=names, issue_on=on, amount_minor=amount,
        currency="CNY", legal_entity="main",
    )  # fmt: skip


def written_off(name: str, amount: int, *, on: int, names: str = "", part: int | None = None) -> BadDebtEntry:
    return BadDebtEntry(
        id=_number(name), source="erp", external_id=name, entry="write_off", document_no=names, instalment_no=part,
        booked_on=on, amount_minor=amount, currency="CNY", legal_entity="main",
    )  # fmt: skip


def recovered(name: str, amount: int, *, on: int, names: str = "") -> BadDebtEntry:
    return BadDebtEntry(
        id=_number(name), source="erp", external_id=name, entry="recovery", document_no=names, instalment_no=None,
        booked_on=on, amount_minor=amount, currency="CNY", legal_entity="main",
    )  # fmt: skip


def word(
    name: str, amount: int, *, on: int, to: str, spends: str = "", entry: Entry = "cash", part: int | None = None
) -> Explicit:
    return Explicit(
        id=_number(name), source="erp", external_id=name, payment=spends, document_no=to, instalment_no=part,
        entry=entry, allocated_on=on, amount_minor=amount, currency="CNY", legal_entity="main",
    )  # fmt: skip


def ledger_of(facts: Iterable[Fact]) -> Ledger:
    every = tuple(facts)
    return Ledger(
        items=tuple(fact for fact in every if isinstance(fact, Item)),
        receipts=tuple(fact for fact in every if isinstance(fact, Receipt)),
        credits=tuple(fact for fact in every if isinstance(fact, Credit)),
        bad_debts=tuple(fact for fact in every if isinstance(fact, BadDebtEntry)),
        explicit=tuple(fact for fact in every if isinstance(fact, Explicit)),
    )


def told(facts: Iterable[Fact], *, tolerance: int = 0) -> list[str]:
    """Fold, and say each application as "day: who entry amount -> part"; "cash~" is inferred."""
    return [
        f"{each.applied_on}: {_named(each.origin_id)} {each.entry}{'~' if each.is_inferred else ''} "
        f"{each.amount_minor} -> {_named(each.item_id)}"
        for each in settle(ledger_of(facts), tolerance_minor=tolerance)
    ]


def _number(name: str) -> int:
    return int.from_bytes(name.encode())


def _named(number: int) -> str:
    return number.to_bytes((number.bit_length() + 7) // 8).decode()
