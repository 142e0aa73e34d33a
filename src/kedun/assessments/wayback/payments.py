"""What a customer can pay, and the payments as facts that are not stored: only what is open, undisputed and due in time.

Source: docs/why/way-back.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kedun.expressions import Value
from kedun.facts.knowledge.images import Row
from kedun.facts.tables import kept_columns
from kedun.kernel.days import Day
from kedun.kernel.money import Minor
from kedun.scorecards.way_back import MOST_STEPS

Rows = Mapping[str, Sequence[Row]]

_BLANK: Final[Row] = {
    column.name: "" if column.type == "text" else False if column.type == "boolean" else None
    for column in kept_columns("payment")
}


@dataclass(frozen=True, slots=True)
class Payable:
    """An open item that may be paid: on `pay_on`, no later than its due day where that is still to come.

    Unit: `open_minor` in the document's currency; `open_reporting_minor` null where no rate is known.
    """

    invoice: int
    document_no: str
    instalment_no: int
    legal_entity: str
    currency: str
    due_on: Day
    pay_on: Day
    open_minor: Minor
    open_reporting_minor: Minor | None

    def counts_on(self, day: Day) -> bool:
        """Tell whether it would be overdue on a day if it were not paid by then."""
        return self.due_on < day and self.pay_on <= day


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be paid, in bundles that are paid or left as a whole; and what a plan does not ask for."""

    bundles: tuple[tuple[Payable, ...], ...]
    disputed: tuple[int, ...]
    foreign: tuple[int, ...]

    def steps_on(self, day: Day) -> list[int]:
        """Give the bundles with something to pay by a day, the largest amounts first."""
        sums = {
            number: sum(each.open_reporting_minor or 0 for each in bundle if each.counts_on(day))
            for number, bundle in enumerate(self.bundles)
            if any(each.counts_on(day) for each in bundle)
        }
        return sorted(sums, key=lambda number: (-sums[number], number))

    def paid(self, steps: frozenset[int], day: Day) -> list[Payable]:
        """Give the items that steps pay by a day."""
        return [each for number in sorted(steps) for each in self.bundles[number] if each.counts_on(day)]


def offer(
    rows: Rows, *, as_of: Day, pay_by: Day, bases: Mapping[str, str], takes_foreign: bool, most: int = MOST_STEPS
) -> Offer:
    """Give what can be paid of a customer's rows, "application" among them.

    `bases`: base currency by legal entity. `takes_foreign`: whether invoices in other currencies may be paid.
    `most`: bundles at most.
    """
    applied: dict[Value, int] = {}
    reporting: dict[Value, int] = {}
    for row in rows.get("application", ()):
        applied[row["invoice_id"]] = applied.get(row["invoice_id"], 0) + _whole(row["amount_minor"])
        reporting[row["invoice_id"]] = reporting.get(row["invoice_id"], 0) + _whole(row["reporting_minor"] or 0)
    found: list[Payable] = []
    disputed: list[int] = []
    foreign: list[int] = []
    for row in rows.get("invoice", ()):
        number, due_on = _whole(row["id"]), row["due_on"]
        left = _whole(row["amount_minor"]) - applied.get(number, 0)
        if left <= 0 or not isinstance(due_on, int):
            continue
        base = bases[str(row["legal_entity"])]
        currency = str(row["currency"] or base)
        if row["is_disputed"] is True:
            disputed.append(number)
        elif currency != base and not takes_foreign:
            foreign.append(number)
        else:
            amount = row["amount_reporting_minor"]
            found.append(
                Payable(
                    invoice=number,
                    document_no=str(row["document_no"]),
                    instalment_no=_whole(row["instalment_no"]),
                    legal_entity=str(row["legal_entity"]),
                    currency=currency,
                    due_on=due_on,
                    pay_on=due_on if due_on > as_of else pay_by,
                    open_minor=left,
                    open_reporting_minor=None if amount is None else _whole(amount) - reporting.get(number, 0),
                )
            )
    found.sort(key=lambda each: (each.due_on, each.document_no, each.instalment_no, each.invoice))
    return Offer(_bundled(found, most), tuple(sorted(disputed)), tuple(sorted(foreign)))


def _bundled(found: Sequence[Payable], most: int) -> tuple[tuple[Payable, ...], ...]:
    """Put items that fall due one after the other together, as evenly as can be, so that there are not too many bundles."""
    count = min(len(found), most)
    cuts = [len(found) * place // count for place in range(count + 1)] if count else []
    return tuple(tuple(found[start:end]) for start, end in zip(cuts, cuts[1:], strict=False))


def payment_row(each: Payable, *, customer: int, number: int) -> Row:
    """Write the payment of an item by transfer, as a row of payments. `number`: tells it from the others, from 1."""
    return {
        **_BLANK,
        "id": -number,
        "customer_id": customer,
        "external_id": f"way-back-{number}",
        "legal_entity": each.legal_entity,
        "document_no": each.document_no,
        "instalment_no": each.instalment_no,
        "amount_minor": each.open_minor,
        "amount_reporting_minor": each.open_reporting_minor,
        "currency": each.currency,
        "paid_on": each.pay_on,
        "effective_on": each.pay_on,
        "method": "transfer",
    }


def _whole(value: Value) -> int:
    assert isinstance(value, int)
    return value
