"""What a customer can pay, wholly or in part, as facts that are not stored: open items, disputed ones with their dispute.

Source: docs/why/way-back.md.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from kedun.assessments.wayback.acts import QUARTERS, Item, Rows, Written
from kedun.expressions import Value
from kedun.facts.knowledge.images import Row
from kedun.kernel.days import Day
from kedun.kernel.money import Minor, exponent


@dataclass(frozen=True, slots=True)
class Owed:
    """What of a customer's invoices can be paid: `undisputed`, `disputed`; and those in another currency that cannot."""

    undisputed: tuple[Item, ...]
    disputed: tuple[Item, ...]
    foreign: tuple[int, ...]


def owed(rows: Rows, *, as_of: Day, pay_by: Day, bases: Mapping[str, str], takes_foreign: bool) -> Owed:
    """Give what can be paid of a customer's rows, "application" among them.

    What is still to fall due is paid on its due day and matters from the day after it. `bases`: base currency by legal
    entity. `takes_foreign`: whether invoices in other currencies may be paid.
    """
    open_items = list(_open(rows, as_of=as_of, pay_by=pay_by, bases=bases))
    payable = [each for each in open_items if takes_foreign or each.currency == bases[each.legal_entity]]
    payable.sort(key=lambda each: (each.due_on or 0, each.name, each.instalment_no, each.fact))
    disputed = {row["id"] for row in rows.get("invoice", ()) if row["is_disputed"] is True}
    return Owed(
        tuple(each for each in payable if each.fact not in disputed),
        tuple(_settled(each) for each in payable if each.fact in disputed),
        tuple(sorted({each.fact for each in open_items} - {each.fact for each in payable} - disputed)),
    )


def _open(rows: Rows, *, as_of: Day, pay_by: Day, bases: Mapping[str, str]) -> Iterator[Item]:
    applied: dict[Value, int] = {}
    reporting: dict[Value, int] = {}
    for row in rows.get("application", ()):
        applied[row["invoice_id"]] = applied.get(row["invoice_id"], 0) + whole(row["amount_minor"])
        reporting[row["invoice_id"]] = reporting.get(row["invoice_id"], 0) + whole(row["reporting_minor"] or 0)
    for row in rows.get("invoice", ()):
        number, due_on, amount = whole(row["id"]), row["due_on"], row["amount_reporting_minor"]
        left = whole(row["amount_minor"]) - applied.get(number, 0)
        if left > 0 and isinstance(due_on, int):
            do_on = due_on if due_on > as_of else pay_by
            item = Item(
                "invoice",
                do_on,
                max(do_on, due_on + 1),
                (),
                fact=number,
                name=str(row["document_no"]),
                due_on=due_on,
                legal_entity=str(row["legal_entity"]),
                currency=str(row["currency"] or bases[str(row["legal_entity"])]),
                amount_minor=left,
                base_minor=None if amount is None else whole(amount) - reporting.get(number, 0),
                instalment_no=whole(row["instalment_no"]),
            )
            yield replace(item, written=(_payment(item),))


def _payment(item: Item) -> Written:
    """Write the payment of an item by transfer, naming it."""
    values: Row = {
        "legal_entity": item.legal_entity,
        "document_no": item.name,
        "instalment_no": item.instalment_no,
        "amount_minor": item.amount_minor,
        "amount_reporting_minor": item.base_minor,
        "currency": item.currency,
        "paid_on": item.do_on,
        "effective_on": item.do_on,
        "reported_on": item.do_on,
        "method": "transfer",
    }
    return Written("payment", values)


def _settled(item: Item) -> Item:
    """Take the dispute back together with the payment."""
    return replace(item, written=(Written("invoice", {"is_disputed": False}, item.fact), *item.written))


LEAST: Final = 100
"""Less than so many units is not asked for in parts."""


def part(item: Item, quarters: int) -> Item | None:
    """Give so many quarters of a payment, in whole units; null where it is small, or in another currency."""
    unit = 10 ** exponent(item.currency)
    left: Minor = item.amount_minor or 0
    if left != item.base_minor or left < LEAST * unit:
        return None
    amount = -(-left * quarters // (QUARTERS * unit)) * unit
    less = replace(item, amount_minor=amount, base_minor=amount, is_part=True)
    return replace(less, written=(_payment(less),))


def whole(value: Value) -> int:
    """Read a whole number of a row."""
    assert isinstance(value, int)
    return value
