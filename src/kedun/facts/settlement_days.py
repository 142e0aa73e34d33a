"""A ledger parted by legal entity and currency, and by day, each list in its stated order."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from kedun.facts.settlement_account import Part
from kedun.facts.settlement_ledger import BadDebtEntry, Credit, Explicit, Item, Ledger, Receipt
from kedun.kernel.days import Day


@dataclass(slots=True, eq=False)
class AccountFacts:
    """The facts of one legal entity and currency."""

    items: list[Item] = field(default_factory=list)
    receipts: list[Receipt] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)
    bad_debts: list[BadDebtEntry] = field(default_factory=list)
    explicit: list[Explicit] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class DayFacts:
    """What arrives on one day, each list in the order of (source, external id)."""

    parts: list[Part] = field(default_factory=list)
    receipts: list[Receipt] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)
    write_offs: list[BadDebtEntry] = field(default_factory=list)
    explicit: list[Explicit] = field(default_factory=list)


def by_account(ledger: Ledger) -> dict[tuple[str, str], AccountFacts]:
    """Part a ledger by legal entity and currency: money never crosses them."""
    facts: defaultdict[tuple[str, str], AccountFacts] = defaultdict(AccountFacts)
    for item in ledger.items:
        facts[item.legal_entity, item.currency].items.append(item)
    for receipt in ledger.receipts:
        facts[receipt.legal_entity, receipt.currency].receipts.append(receipt)
    for credit in ledger.credits:
        facts[credit.legal_entity, credit.currency].credits.append(credit)
    for entry in ledger.bad_debts:
        facts[entry.legal_entity, entry.currency].bad_debts.append(entry)
    for word in ledger.explicit:
        facts[word.legal_entity, word.currency].explicit.append(word)
    return facts


def oldest_due_first(item: Item) -> tuple[bool, Day, Day, str, int, str, str]:
    """Order items from oldest due to newest; no due day last, ties by issue day, document, instalment and name."""
    no_due_day = item.due_on is None
    return (
        no_due_day, item.due_on or 0, item.issue_on, item.document_no, item.instalment_no, item.source, item.external_id,
    )  # fmt: skip


def by_day(parts: Iterable[Part], facts: AccountFacts) -> dict[Day, DayFacts]:
    """Part the facts by the day they happened; recoveries and write-offs that name no document apply to nothing."""
    days: defaultdict[Day, DayFacts] = defaultdict(DayFacts)
    for part in parts:
        days[part.item.issue_on].parts.append(part)
    for receipt in sorted(facts.receipts, key=_name):
        days[receipt.effective_on].receipts.append(receipt)
    for credit in sorted(facts.credits, key=_name):
        days[credit.issue_on].credits.append(credit)
    for entry in sorted(facts.bad_debts, key=_name):
        if entry.entry == "write_off" and entry.document_no:
            days[entry.booked_on].write_offs.append(entry)
    for word in sorted(facts.explicit, key=_name):
        days[word.allocated_on].explicit.append(word)
    return days


def _name(fact: Receipt | Credit | BadDebtEntry | Explicit) -> tuple[str, str]:
    return fact.source, fact.external_id
