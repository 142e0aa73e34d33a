"""The running state of a fold for one legal entity and currency: open parts, waiting money, and the one way to enter."""

from bisect import insort
from collections import deque
from dataclasses import dataclass, field
from heapq import heappop, heappush

from kedun.facts.settlement_ledger import Entry, Item, Origin
from kedun.kernel.days import Day
from kedun.kernel.money import Minor, divide_half_up

Row = tuple[int, Origin, int, Entry, Day, Minor, Minor | None, bool]
"""An application without its sequence."""

Key = tuple[Day, str, str]
"""Day, source and external id: the order of money of one kind."""


@dataclass(slots=True, eq=False)
class Money:
    """What a payment, credit note, write-off or person's word still has to give.

    `rest` flows by itself; `held` waits for a person's word; `owed` was spent or came back before it arrived;
    `to_reverse` is a bounce's. A word has a `payer`, unless it spends nothing that is known by name.
    """

    key: Key
    origin: Origin
    origin_id: int
    entry: Entry
    document_no: str = ""
    instalment_no: int | None = None
    rest: Minor = 0
    held: Minor = 0
    owed: Minor = 0
    to_reverse: Minor = 0
    has_arrived: bool = True
    payer: "Money | None" = None
    shares: "list[Share]" = field(default_factory=list)
    free_shares: "list[Share]" = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Part:
    """An open item while it is folded; `rank` is its place from oldest due to newest.

    `reporting_minor` is what was applied so far, in the reporting currency.
    """

    item: Item
    rank: int
    open_minor: Minor
    reporting_minor: Minor = 0
    shares: "list[Share]" = field(default_factory=list)

    def answers_to(self, instalment_no: int | None) -> bool:
        """Whether money that names this instalment (None: any) means this part."""
        return instalment_no is None or instalment_no == self.item.instalment_no


@dataclass(slots=True, eq=False)
class Share:
    """What one money gave to one part and was not given back; `confirmed` of it stands by a person's word."""

    money: Money
    part: Part
    entry: Entry
    amount_minor: Minor
    confirmed_minor: Minor
    is_inferred: bool


@dataclass(slots=True, eq=False)
class Document:
    """The issued parts of one document, oldest due first, and the money that names it."""

    parts: list[Part] = field(default_factory=list)
    queue: list[int] = field(default_factory=list)
    waiting: dict[Origin, list[Money]] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Account:
    """The fold's state; `parts` by rank, `changed` are the documents that money or parts came to today."""

    parts: list[Part]
    today: Day = 0
    documents: dict[str, Document] = field(default_factory=dict)
    changed: dict[str, Document] = field(default_factory=dict)
    queue: list[int] = field(default_factory=list)
    purse: deque[Money] = field(default_factory=deque)
    known: dict[tuple[Origin, str, str], Money] = field(default_factory=dict)
    short: dict[int, int] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)


def document_of(account: Account, document_no: str) -> Document:
    """Give a document, and note that something came to it today."""
    document = account.documents.get(document_no)
    if document is None:
        document = account.documents[document_no] = Document()
    account.changed[document_no] = document
    return document


def issue(account: Account, part: Part) -> None:
    """Put a part among the issued ones; one without an amount takes nothing."""
    document = document_of(account, part.item.document_no)
    insort(document.parts, part, key=_rank)
    if part.open_minor:
        _queue(account, part, document)


def wait(account: Account, money: Money) -> None:
    """Let money wait at the document that it names."""
    document_of(account, money.document_no).waiting.setdefault(money.origin, []).append(money)


def keep_waiting(document: Document, origin: Origin, money: list[Money]) -> None:
    """Say which money of one kind still waits at a document."""
    if money:
        document.waiting[origin] = money
    else:
        del document.waiting[origin]


def oldest_open(account: Account, document: Document, instalment_no: int | None) -> Part | None:
    """Give the open part that money naming the document goes to next: oldest due first."""
    if instalment_no is None:
        return next_open(account, document.queue)
    return next((part for part in document.parts if part.open_minor and part.answers_to(instalment_no)), None)


def is_issued(document: Document, money: Money) -> bool:
    """Whether a part that this money names has been issued."""
    return any(part.answers_to(money.instalment_no) for part in document.parts)


def next_open(account: Account, queue: list[int]) -> Part | None:
    """Give the first part of a queue that is open; closed ones leave it."""
    while queue:
        part = account.parts[queue[0]]
        if part.open_minor:
            return part
        heappop(queue)
    return None


def give(account: Account, money: Money, part: Part, *, amount_minor: Minor, is_inferred: bool = False) -> None:
    """Apply money to a part, and remember whose it was."""
    enter(account, part, amount_minor, money=money, entry=money.entry, is_inferred=is_inferred)
    payer = money.payer or money
    confirmed = amount_minor if money.origin == "allocation" else 0
    share = Share(payer, part, money.entry, amount_minor, confirmed, is_inferred)
    part.shares.append(share)
    payer.shares.append(share)
    if not confirmed:
        payer.free_shares.append(share)


def give_back(account: Account, share: Share, amount_minor: Minor, *, money: Money) -> None:
    """Give back a part of a share, in the name of a bounce or a word; a rounding that rested on the cash goes too."""
    _shrink(share, amount_minor)
    enter(account, share.part, -amount_minor, money=money, entry=share.entry, is_inferred=share.is_inferred)
    if share.entry != "cash":
        return
    for rounding in share.part.shares:
        if rounding.money.origin == "rounding" and rounding.amount_minor:
            amount, rounding.amount_minor = rounding.amount_minor, 0
            enter(account, share.part, -amount, money=rounding.money, entry="rounding", is_inferred=False)


def hand_over(share: Share, amount_minor: Minor, *, money: Money) -> None:
    """Let other money stand where a share stood: nothing moves on the part, only the name changes."""
    _shrink(share, amount_minor)
    taken_over = Share(money, share.part, share.entry, amount_minor, 0, share.is_inferred)
    share.part.shares.append(taken_over)
    money.shares.append(taken_over)
    money.free_shares.append(taken_over)


def enter(account: Account, part: Part, amount_minor: Minor, *, money: Money, entry: Entry, is_inferred: bool) -> None:
    """Write one application; the only place where what is open changes."""
    item = part.item
    reporting = None
    if item.amount_reporting_minor is not None:
        applied_minor = item.amount_minor - part.open_minor + amount_minor
        sofar = divide_half_up(applied_minor * item.amount_reporting_minor, item.amount_minor)
        reporting, part.reporting_minor = sofar - part.reporting_minor, sofar
    if not part.open_minor:
        _queue(account, part, document_of(account, item.document_no))
    part.open_minor -= amount_minor
    assert 0 <= part.open_minor <= item.amount_minor
    account.rows.append(
        (item.id, money.origin, money.origin_id, entry, account.today, amount_minor, reporting, is_inferred)
    )


def _queue(account: Account, part: Part, document: Document) -> None:
    heappush(document.queue, part.rank)
    heappush(account.queue, part.rank)


def _shrink(share: Share, amount_minor: Minor) -> None:
    share.amount_minor -= amount_minor
    share.confirmed_minor = min(share.confirmed_minor, share.amount_minor)


def _rank(part: Part) -> int:
    return part.rank
