"""What holds for every ledger, found by trying many."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import accumulate
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from kedun.facts.settlement import Application, BadDebtEntry, Credit, Entry, Explicit, Item, Ledger, Receipt, settle
from kedun.kernel.days import Day
from tests.facts.settlement_builders import (
    Fact,
    bounced,
    credited,
    invoice,
    ledger_of,
    paid,
    recovered,
    word,
    written_off,
)

DAYS = st.integers(0, 12)
AMOUNTS = st.integers(0, 40)
DOCUMENTS = st.sampled_from(["A", "B", "C", "D"])
NAMED = st.sampled_from(["", "", "A", "B", "C", "D", "Z"])
PARTS = st.sampled_from([None, None, None, 1, 2])
ENTRIES: tuple[Entry, ...] = ("cash", "cash", "cash", "credit", "write_off", "rounding")
TOLERANCES = st.sampled_from([0, 0, 3])


@st.composite
def ledgers(draw: st.DrawFn, *, with_words: bool = True, with_bounces: bool = True, with_parts: bool = True) -> Ledger:
    parts = PARTS if with_parts else st.none()
    facts: list[Fact] = [
        invoice(
            number, draw(AMOUNTS), part=part, issued=draw(DAYS), due=draw(st.none() | DAYS), reporting=draw(st.none() | AMOUNTS)
        )
        for number, part in draw(st.lists(st.tuples(DOCUMENTS, st.integers(1, 3)), unique=True, max_size=6))
    ]  # fmt: skip
    facts += [
        paid(f"p{number}", draw(AMOUNTS), on=draw(DAYS), names=draw(NAMED), part=draw(parts))
        for number in range(draw(st.integers(0, 6)))
    ]
    for number in range(draw(st.integers(0, 3)) if with_bounces else 0):
        of = draw(st.sampled_from(["", "p0", "p1", "p2", "p9", "b0"]))
        facts.append(bounced(f"b{number}", draw(AMOUNTS), on=draw(DAYS), of=of, names=draw(NAMED), part=draw(parts)))
    for number in range(draw(st.integers(0, 2))):
        facts.append(credited(f"c{number}", draw(AMOUNTS), on=draw(DAYS), names=draw(NAMED)))
        facts.append(written_off(f"w{number}", draw(AMOUNTS), on=draw(DAYS), names=draw(NAMED), part=draw(parts)))
        facts.append(recovered(f"r{number}", draw(AMOUNTS), on=draw(DAYS), names=draw(NAMED)))
    for number in range(draw(st.integers(0, 4)) if with_words else 0):
        entry = draw(st.sampled_from(ENTRIES))
        spends = draw(st.sampled_from(["", "p0", "p1", "p2", "p3", "p9", "b0", "c0"]))
        amount = draw(st.integers(-20, 40))
        facts.append(
            word(f"e{number}", amount, on=draw(DAYS), to=draw(DOCUMENTS), spends=spends, entry=entry, part=draw(parts))
        )
    return ledger_of(facts)


def day_of(fact: Fact) -> Day:
    match fact:
        case Item() | Credit():
            return fact.issue_on
        case Receipt():
            return fact.effective_on
        case BadDebtEntry():
            return fact.booked_on
        case Explicit():
            return fact.allocated_on


def every(ledger: Ledger) -> list[Fact]:
    return [*ledger.items, *ledger.receipts, *ledger.credits, *ledger.bad_debts, *ledger.explicit]


def by_item(applications: Sequence[Application]) -> dict[int, list[Application]]:
    found: defaultdict[int, list[Application]] = defaultdict(list)
    for each in applications:
        found[each.item_id].append(each)
    return found


@settings(max_examples=200)
@given(ledgers(), TOLERANCES)
def test_open_is_never_below_nothing_nor_above_the_amount(ledger: Ledger, tolerance: int) -> None:
    items = {item.id: item for item in ledger.items}
    for item_id, applications in by_item(settle(ledger, tolerance_minor=tolerance)).items():
        item = items[item_id]
        assert all(0 <= sofar <= item.amount_minor for sofar in accumulate(each.amount_minor for each in applications))
        assert all(each.applied_on >= item.issue_on and each.amount_minor for each in applications)


@settings(max_examples=200)
@given(ledgers(), TOLERANCES, DAYS)
def test_the_fold_up_to_a_day_depends_on_nothing_after_it(ledger: Ledger, tolerance: int, last: Day) -> None:
    cut = ledger_of(fact for fact in every(ledger) if day_of(fact) <= last)
    prefix = tuple(each for each in settle(ledger, tolerance_minor=tolerance) if each.applied_on <= last)
    assert settle(cut, tolerance_minor=tolerance) == prefix


@given(ledgers(), TOLERANCES, st.integers())
def test_the_order_of_the_input_never_matters(ledger: Ledger, tolerance: int, seed: int) -> None:
    facts = every(ledger)
    Random(seed).shuffle(facts)  # noqa: S311 a shuffled order, no secret
    assert settle(ledger_of(facts), tolerance_minor=tolerance) == settle(ledger, tolerance_minor=tolerance)


@settings(max_examples=200)
@given(ledgers(with_words=False), TOLERANCES)
def test_no_money_gives_more_than_it_has(ledger: Ledger, tolerance: int) -> None:
    amounts: dict[tuple[str, int], int] = {("payment", fact.id): fact.amount_minor for fact in ledger.receipts}
    amounts |= {("credit_note", fact.id): fact.amount_minor for fact in ledger.credits}
    amounts |= {("bad_debt", fact.id): fact.amount_minor for fact in ledger.bad_debts}
    given_by: Counter[tuple[str, int]] = Counter()
    for each in settle(ledger, tolerance_minor=tolerance):
        if each.origin != "rounding":
            given_by[each.origin, each.origin_id] += each.amount_minor
            assert abs(given_by[each.origin, each.origin_id]) <= abs(amounts[each.origin, each.origin_id])


@settings(max_examples=200)
@given(ledgers())
def test_cash_on_items_never_exceeds_what_payments_and_anonymous_words_brought(ledger: Ledger) -> None:
    """A word that precedes its payment is believed, so its own amount bounds it."""
    brought = sum(fact.amount_minor for fact in ledger.receipts if fact.amount_minor > 0)
    brought += sum(max(fact.amount_minor, 0) for fact in ledger.explicit if fact.entry == "cash")
    cash = accumulate(each.amount_minor for each in settle(ledger) if each.entry == "cash")
    assert max(cash, default=0) <= brought


@settings(max_examples=200)
@given(ledgers(with_words=False))
def test_identified_bounces_leave_no_more_cash_than_was_received(ledger: Ledger) -> None:
    arrived = {fact.external_id: fact for fact in ledger.receipts if fact.amount_minor >= 0}
    sound = [
        fact for fact in ledger.receipts
        if fact.amount_minor >= 0
        or (fact.bounce_of in arrived and arrived[fact.bounce_of].effective_on <= fact.effective_on)
    ]  # fmt: skip
    bounced_of: Counter[str] = Counter()
    for fact in sound:
        bounced_of[fact.bounce_of] -= min(fact.amount_minor, 0)
    left = sum(max(fact.amount_minor - bounced_of[name], 0) for name, fact in arrived.items())
    settled = settle(Ledger(items=ledger.items, receipts=tuple(sound), credits=ledger.credits))
    assert sum(each.amount_minor for each in settled if each.entry == "cash") <= left


@settings(max_examples=200)
@given(ledgers(), TOLERANCES)
def test_reporting_amounts_add_up_to_the_items_own(ledger: Ledger, tolerance: int) -> None:
    items = {item.id: item for item in ledger.items}
    for item_id, applications in by_item(settle(ledger, tolerance_minor=tolerance)).items():
        reporting = [each.reporting_minor for each in applications]
        whole = items[item_id].amount_reporting_minor
        assert whole is not None or set(reporting) == {None}
        if whole is None:
            continue
        running = list(accumulate(each or 0 for each in reporting))
        assert all(0 <= sofar <= whole for sofar in running)
        applied = sum(each.amount_minor for each in applications)
        assert applied < items[item_id].amount_minor or running[-1] == whole
        assert applied or not running[-1]


@settings(max_examples=200)
@given(ledgers(), TOLERANCES)
def test_no_money_pays_one_item_twice_on_one_day(ledger: Ledger, tolerance: int) -> None:
    gifts = Counter(
        (each.applied_on, each.origin, each.origin_id, each.item_id)
        for each in settle(ledger, tolerance_minor=tolerance)
        if each.is_inferred and each.amount_minor > 0
    )
    assert max(gifts.values(), default=0) <= 1


@settings(max_examples=200)
@given(ledgers(with_words=False), TOLERANCES)
def test_nothing_stays_open_while_money_on_account_waits(ledger: Ledger, tolerance: int) -> None:
    """A bounce may leave the purse empty, so only ledgers without one are exact."""
    receipts = tuple(fact for fact in ledger.receipts if fact.amount_minor >= 0)
    plain = Ledger(items=ledger.items, receipts=receipts, credits=ledger.credits, bad_debts=ledger.bad_debts)
    settled = settle(plain, tolerance_minor=tolerance)
    still_open = sum(item.amount_minor for item in ledger.items) - sum(each.amount_minor for each in settled)
    on_account = sum(fact.amount_minor for fact in receipts if not fact.document_no)
    waiting = on_account - sum(each.amount_minor for each in settled if each.is_inferred)
    assert waiting >= 0
    assert not (waiting and still_open)


@settings(max_examples=200)
@given(ledgers(with_bounces=False, with_parts=False), DAYS)
def test_a_full_bounce_leaves_open_what_would_be_open_without_the_payment(ledger: Ledger, later: Day) -> None:
    """Over a document, and a payment later than all else; between parts a bounce shifts to the newest due."""
    facts = [*every(ledger), paid("x", 30, on=13, names="A"), bounced("y", 30, on=13 + later, of="x")]
    assert by_document(ledger_of(facts)) == by_document(ledger)


def by_document(ledger: Ledger) -> Counter[str]:
    documents = {item.id: item.document_no for item in ledger.items}
    sums: Counter[str] = Counter()
    for each in settle(ledger):
        sums[documents[each.item_id]] += each.amount_minor
    return +sums
