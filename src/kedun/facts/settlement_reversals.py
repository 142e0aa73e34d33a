"""What takes money back: bounces, and words that undo or redirect an application."""

from collections.abc import Iterable, Iterator

from kedun.facts.settlement_account import (
    Account,
    Document,
    Money,
    Part,
    Share,
    document_of,
    give_back,
    hand_over,
)
from kedun.facts.settlement_ledger import Entry
from kedun.kernel.money import Minor


def bounce(account: Account, bounced: Money, payment: Money | None) -> None:
    """Take a bounce back from the payment it names, else from its document, else from what waits on account.

    Money that is still unapplied goes first: to reverse cash that the same money would pay again at once would only
    move the settled day.
    """
    if payment is not None and payment.has_arrived:
        _take_unapplied(bounced, payment)
        _reverse_document_of(account, bounced, payment)
        _reverse(account, bounced, reversed(payment.shares), limit_minor=bounced.to_reverse)
        return
    if payment is not None:
        _reverse(account, bounced, reversed(payment.shares), limit_minor=bounced.to_reverse)
    if bounced.document_no:
        document = document_of(account, bounced.document_no)
        for waiting in reversed(document.waiting.get("payment", [])):
            if bounced.instalment_no in (None, waiting.instalment_no):
                _take_unapplied(bounced, waiting)
        shares = _newest_due_first(document, bounced.instalment_no, "cash")
        _reverse(account, bounced, shares, limit_minor=bounced.to_reverse)
    if payment is not None:
        payment.owed += bounced.to_reverse
        return
    for waiting in reversed(account.purse):
        if not bounced.to_reverse:
            return
        _take_unapplied(bounced, waiting)


def confirm(account: Account, word: Money) -> None:
    """Count what its payment already gave to the word's document as this word's; set the rest of the money aside."""
    payer = word.payer
    if payer is None:
        return
    for share in _newest_due_first(document_of(account, word.document_no), word.instalment_no, word.entry):
        if share.money is payer:
            amount = min(word.rest, share.amount_minor - share.confirmed_minor)
            share.confirmed_minor += amount
            word.rest -= amount
    if payer.has_arrived:
        amount = min(word.rest, payer.rest)
        payer.rest -= amount
    else:
        amount = word.rest
        payer.owed += amount
    payer.held += amount


def draw(account: Account, word: Money, wanted_minor: Minor) -> Minor:
    """Give how much a word can spend: what was set aside, what waits, then what its payment gave to others, newest first."""
    payer = word.payer
    if payer is None:
        return wanted_minor
    from_held = min(wanted_minor, payer.held)
    payer.held -= from_held
    from_rest = min(wanted_minor - from_held, payer.rest)
    payer.rest -= from_rest
    drawn = from_held + from_rest
    while drawn < wanted_minor and payer.free_shares:
        share = payer.free_shares[-1]
        amount = min(wanted_minor - drawn, share.amount_minor - share.confirmed_minor)
        if amount:
            give_back(account, share, amount, money=word)
            drawn += amount
        else:
            payer.free_shares.pop()
    return drawn


def undo(account: Account, word: Money) -> None:
    """Carry out a word with a negative amount: newest due first; the money stays unapplied until another word."""
    payer, document = word.payer, document_of(account, word.document_no)
    for earlier in reversed(document.waiting.get("allocation", [])):
        if earlier.payer is payer and earlier.entry == word.entry and earlier.instalment_no == word.instalment_no:
            amount = min(earlier.rest, word.to_reverse)
            earlier.rest -= amount
            word.to_reverse -= amount
    shares = _newest_due_first(document, word.instalment_no, word.entry)
    if payer is not None and payer.to_reverse:
        amount = _reverse(account, word, shares, limit_minor=min(word.to_reverse, payer.to_reverse))
        payer.to_reverse -= amount
        return
    for share in shares:
        if payer is None or share.money is payer:
            share.money.held += _reverse(account, word, (share,), limit_minor=word.to_reverse)


def _take_unapplied(bounced: Money, money: Money) -> None:
    from_rest = min(bounced.to_reverse, money.rest)
    money.rest -= from_rest
    from_held = min(bounced.to_reverse - from_rest, money.held)
    money.held -= from_held
    bounced.to_reverse -= from_rest + from_held


def _reverse(account: Account, money: Money, shares: Iterable[Share], *, limit_minor: Minor) -> Minor:
    """Give back shares in their order up to a limit, and say how much."""
    reversed_minor = 0
    for share in shares:
        amount = min(limit_minor - reversed_minor, share.amount_minor)
        if amount:
            give_back(account, share, amount, money=money)
            reversed_minor += amount
        if reversed_minor == limit_minor:
            break
    money.to_reverse -= reversed_minor
    return reversed_minor


def _reverse_document_of(account: Account, bounced: Money, payment: Money) -> None:
    """Reverse cash of the document that a payment named, newest due first, at most what the payment has there.

    Where the newest part was paid by other money, that money takes over a part which the bounced payment had paid.
    """
    own = [share for share in payment.shares if share.amount_minor and _is_of(payment, share.part)]
    left = min(bounced.to_reverse, sum(share.amount_minor for share in own))
    document = account.documents.get(payment.document_no, Document())
    for share in _newest_due_first(document, payment.instalment_no, payment.entry, first=payment):
        amount = min(left, share.amount_minor)
        if not amount:
            continue
        left -= amount
        bounced.to_reverse -= amount
        give_back(account, share, amount, money=bounced)
        if share.money is not payment:
            _compensate(own, amount, money=share.money)


def _compensate(own: list[Share], amount_minor: Minor, *, money: Money) -> None:
    for share in own:
        amount = min(amount_minor, share.amount_minor)
        if amount:
            hand_over(share, amount, money=money)
            amount_minor -= amount
    assert not amount_minor


def _is_of(money: Money, part: Part) -> bool:
    return part.item.document_no == money.document_no and part.answers_to(money.instalment_no)


def _newest_due_first(
    document: Document, instalment_no: int | None, entry: Entry, *, first: Money | None = None
) -> Iterator[Share]:
    """Give the shares of one entry, by part from newest due to oldest; in a part `first` leads, then the newest."""
    for part in reversed(document.parts):
        if part.answers_to(instalment_no):
            shares = [share for share in reversed(part.shares) if share.entry == entry and share.amount_minor]
            shares.sort(key=lambda share: share.money is not first)
            yield from shares
