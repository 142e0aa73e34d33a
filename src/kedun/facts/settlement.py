"""Settlement: which payment, credit note, write-off or person's word closed which open item on which day."""

from collections.abc import Iterable

from kedun.facts.settlement_account import (
    Account,
    Document,
    Money,
    Part,
    Row,
    give,
    is_issued,
    issue,
    keep_waiting,
    next_open,
    oldest_open,
    wait,
)
from kedun.facts.settlement_days import AccountFacts, DayFacts, by_account, by_day, oldest_due_first
from kedun.facts.settlement_ledger import (
    Application,
    BadDebtEntry,
    Credit,
    Entry,
    Explicit,
    Item,
    Ledger,
    Origin,
    Receipt,
)
from kedun.facts.settlement_reversals import bounce, confirm, draw, undo
from kedun.kernel.money import Minor

__all__ = [
    "Application", "BadDebtEntry", "Credit", "Entry", "Explicit", "Item", "Ledger", "Origin", "Receipt", "settle",
]  # fmt: skip


_BEFORE_BOUNCES: tuple[Origin, ...] = ("allocation", "credit_note", "payment")


def settle(ledger: Ledger, *, tolerance_minor: Minor = 0) -> tuple[Application, ...]:
    """Fold one customer's ledger day by day into applications.

    The order of the input never matters, and the applications up to a day depend on no fact after it.
    `tolerance_minor`: a named payment that leaves at most this open closes it by a rounding.
    Shape: applications by day, within a day in the order they were made.
    Source: docs/why/settlement.md
    """
    rows: list[Row] = []
    accounts = by_account(ledger)
    for name in sorted(accounts):
        rows += _fold(accounts[name], tolerance_minor)
    if len(accounts) > 1:
        rows.sort(key=lambda row: row[4])
    return tuple([Application(*row, sequence) for sequence, row in enumerate(rows)])


def _fold(facts: AccountFacts, tolerance_minor: Minor) -> list[Row]:
    items = sorted(facts.items, key=oldest_due_first)
    account = Account([Part(item, rank, max(item.amount_minor, 0)) for rank, item in enumerate(items)])
    days = by_day(account.parts, facts)
    has_write_offs = any(day.write_offs for day in days.values())
    for today in sorted(days):
        account.today = today
        account.changed.clear()
        _live(account, days[today], tolerance_minor)
        if has_write_offs:
            _write_off(account, days[today].write_offs)
        if account.purse and account.queue:
            _spend_on_account(account)
    return account.rows


def _live(account: Account, day: DayFacts, tolerance_minor: Minor) -> None:
    """Live through one day as far as words, credit notes, named payments and bounces go."""
    for part in day.parts:
        issue(account, part)
    for credit in day.credits:
        _arrive_credit(account, credit)
    bounces = [receipt for receipt in day.receipts if not _arrive(account, receipt)]
    for word in day.explicit:
        _obey(account, word)
    _meet_documents(account)
    for receipt in bounces:
        _bounce(account, receipt)
    if bounces:
        _meet_documents(account)
    if account.short:
        _round_off(account, tolerance_minor)


def _known(account: Account, origin: Origin, source: str, external_id: str) -> Money:
    """Give the money of that name; a word or a bounce may speak of it before it arrives."""
    money = account.known.get((origin, source, external_id))
    if money is None:
        entry: Entry = "cash" if origin == "payment" else "credit"
        money = Money((account.today, source, external_id), origin, 0, entry, has_arrived=False)
        account.known[origin, source, external_id] = money
    return money


def _arrive(account: Account, receipt: Receipt) -> bool:
    """Take in a payment, less what was spent of it before it came; tell whether it is one, and not a bounce."""
    money = _known(account, "payment", receipt.source, receipt.external_id)
    money.key = (receipt.effective_on, receipt.source, receipt.external_id)
    money.origin_id, money.has_arrived = receipt.id, True
    money.document_no, money.instalment_no = receipt.document_no, receipt.instalment_no
    if receipt.amount_minor < 0:
        money.to_reverse = -receipt.amount_minor
        return False
    money.rest = max(receipt.amount_minor - money.owed, 0)
    if money.document_no:
        wait(account, money)
    else:
        account.purse.append(money)
    return True


def _bounce(account: Account, receipt: Receipt) -> None:
    payment = _known(account, "payment", receipt.source, receipt.bounce_of) if receipt.bounce_of else None
    bounce(account, _known(account, "payment", receipt.source, receipt.external_id), payment)


def _arrive_credit(account: Account, credit: Credit) -> None:
    """Take in a credit note; one that names no invoice waits for a person's word."""
    money = _known(account, "credit_note", credit.source, credit.external_id)
    money.key = (credit.issue_on, credit.source, credit.external_id)
    money.origin_id, money.has_arrived, money.document_no = credit.id, True, credit.invoice_no
    money.rest = max(credit.amount_minor - money.owed, 0)
    if money.document_no:
        wait(account, money)


def _obey(account: Account, word: Explicit) -> None:
    """Carry out a word that takes back, and let one that gives wait for its document."""
    origin: Origin = "credit_note" if word.entry == "credit" else "payment"
    has_payer = bool(word.payment) and word.entry in ("cash", "credit")
    money = Money(
        (word.allocated_on, word.source, word.external_id),
        "allocation", word.id, word.entry, word.document_no, word.instalment_no,
        payer=_known(account, origin, word.source, word.payment) if has_payer else None,
    )  # fmt: skip
    if word.amount_minor < 0:
        money.to_reverse = -word.amount_minor
        undo(account, money)
        return
    money.rest = word.amount_minor
    confirm(account, money)
    wait(account, money)


def _meet_documents(account: Account, origins: tuple[Origin, ...] = _BEFORE_BOUNCES) -> None:
    """Let waiting money meet the documents that something came to today, kind by kind, each in the order of its keys."""
    if not [True for document in account.changed.values() if document.waiting]:
        return  # most days only bring an invoice that nothing waits for
    for origin in origins:
        documents = [document for document in account.changed.values() if origin in document.waiting]
        if documents:
            _offer(account, origin, [document for document in documents if next_open(account, document.queue)])


def _offer(account: Account, origin: Origin, documents: list[Document]) -> None:
    meeting = [money for document in documents for money in document.waiting[origin]]
    if len(meeting) > 1:
        meeting.sort(key=lambda money: money.key)
    for money in meeting:
        _meet(account, money)
    for document in documents:
        keep_waiting(document, origin, [money for money in document.waiting[origin] if money.rest])


def _meet(account: Account, money: Money) -> None:
    """Apply money to the document it names, oldest part first, as far as both last."""
    document = account.documents[money.document_no]
    while money.rest and (part := oldest_open(account, document, money.instalment_no)):
        amount = draw(account, money, min(money.rest, part.open_minor))
        if not amount:
            return
        money.rest -= amount
        give(account, money, part, amount_minor=amount)
        if money.origin == "payment":
            account.short[part.rank] = money.origin_id


def _round_off(account: Account, tolerance_minor: Minor) -> None:
    """Close what today's named payments left open by no more than the tolerance."""
    for rank, payment_id in account.short.items():
        part = account.parts[rank]
        has_cash = any(share.entry == "cash" and share.amount_minor for share in part.shares)
        if 0 < part.open_minor <= tolerance_minor and has_cash:
            rounding = Money((account.today, "", ""), "rounding", payment_id, "rounding")
            give(account, rounding, part, amount_minor=part.open_minor)
    account.short.clear()


def _write_off(account: Account, entries: Iterable[BadDebtEntry]) -> None:
    """Write off what is open of the documents named; a write-off of an issued document leaves no surplus."""
    for entry in entries:
        key = (entry.booked_on, entry.source, entry.external_id)
        money = Money(key, "bad_debt", entry.id, "write_off", entry.document_no, entry.instalment_no)
        money.rest = max(entry.amount_minor, 0)
        wait(account, money)
    _meet_documents(account, ("bad_debt",))
    for document in account.changed.values():
        if "bad_debt" in document.waiting:
            waiting = document.waiting["bad_debt"]
            keep_waiting(document, "bad_debt", [money for money in waiting if not is_issued(document, money)])


def _spend_on_account(account: Account) -> None:
    """Let payments on account, earliest first, clear what is open, oldest due first."""
    while account.purse and (part := next_open(account, account.queue)):
        money = account.purse[0]
        if not money.rest:
            account.purse.popleft()
            continue
        amount = min(money.rest, part.open_minor)
        money.rest -= amount
        give(account, money, part, amount_minor=amount, is_inferred=True)
