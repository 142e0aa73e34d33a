"""The readings of a ledger file in plain Python, computed apart from kedun and by the rulings alone.

The file has one row per invoice, paid in full on its settlement date (such as ar_invoices_small.csv). Amounts are in the
reporting currency, which has two decimals. A reading is an integer, or one division of two integers: compare
`float(reading.numerator) / float(reading.denominator)` exactly.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

Reading = int | Fraction | None
"""None: there is nothing to divide by, or nothing was ever settled."""

YEAR = 365
"""Twelve months are 365 days."""


@dataclass(frozen=True, slots=True)
class Item:
    """One invoice as the file tells it: paid in full on `paid_on`, or not at all."""

    customer: str
    number: str
    issue_on: date
    due_on: date | None
    amount_minor: int
    is_disputed: bool
    paid_on: date | None

    @property
    def settled_on(self) -> date | None:
        """The day of its last cash; money that came before the invoice is applied on the issue day."""
        return None if self.paid_on is None else max(self.paid_on, self.issue_on)

    @property
    def days_late(self) -> int:
        """Days between due day and settlement, never below 0; asked only of settled items with a due day."""
        assert self.settled_on is not None
        assert self.due_on is not None
        return max(0, (self.settled_on - self.due_on).days)

    @property
    def collection_days(self) -> int:
        """Days between issue and settlement; asked only of settled items."""
        assert self.settled_on is not None
        return (self.settled_on - self.issue_on).days

    @property
    def term_days(self) -> int:
        """Days granted; asked only of items with a due day."""
        assert self.due_on is not None
        return (self.due_on - self.issue_on).days


def american_day(text: str) -> date | None:
    """Read month/day/year; an empty cell is no day."""
    if not text.strip():
        return None
    month, day, year = (int(part) for part in text.split("/"))
    return date(year, month, day)


def read_items(path: Path) -> list[Item]:
    """Read every invoice of the file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [_item(row) for row in csv.DictReader(file)]


def _item(row: dict[str, str]) -> Item:
    issue_on = american_day(row["InvoiceDate"])
    assert issue_on is not None
    amount_minor = Decimal(row["InvoiceAmount"]) * 100
    assert amount_minor == int(amount_minor)
    assert amount_minor >= 0
    return Item(
        customer=row["customerID"],
        number=row["invoiceNumber"],
        issue_on=issue_on,
        due_on=american_day(row["DueDate"]),
        amount_minor=int(amount_minor),
        is_disputed=row["Disputed"] == "Yes",
        paid_on=american_day(row["SettledDate"]),
    )


def readings(path: Path, as_of: date) -> dict[str, dict[str, Reading]]:
    """Give every customer's readings on a day.

    Shape: customer → reading key → value.
    """
    items_of: dict[str, list[Item]] = defaultdict(list)
    for item in read_items(path):
        items_of[item.customer].append(item)
    return {customer: customer_readings(items, as_of=as_of) for customer, items in sorted(items_of.items())}


def customer_readings(items: Iterable[Item], *, as_of: date) -> dict[str, Reading]:
    """Give one customer's readings on a day; what is dated after the day is not seen."""
    all_items = list(items)
    issued = [item for item in all_items if item.issue_on <= as_of]
    counted = [item for item in issued if item.amount_minor > 0]  # a zero amount is in no count or average
    settled = [item for item in counted if item.settled_on is not None and item.settled_on <= as_of]
    still_open = [item for item in counted if item.settled_on is None or item.settled_on > as_of]
    return {
        **_open_readings(still_open, as_of=as_of),
        "unapplied_minor": _total(each for each in all_items if _waits_for_its_invoice(each, as_of=as_of)),
        **_settled_readings(settled, as_of=as_of),
        **_window_readings(counted, owed_minor=_total(still_open), as_of=as_of),
        "years_of_cooperation": _years(issued, as_of=as_of),
    }


def _open_readings(still_open: Sequence[Item], *, as_of: date) -> dict[str, Reading]:
    overdue = [item for item in still_open if item.due_on is not None and item.due_on < as_of]  # due today is not late
    days = [(as_of - item.due_on).days for item in overdue if item.due_on is not None]
    return {
        "receivable_minor": _total(still_open),
        "overdue_minor": _total(overdue),
        "overdue_undisputed_minor": _total(item for item in overdue if not item.is_disputed),
        "overdue_count": len(overdue),
        "overdue_days_max": max(days, default=0),
        "overdue_share": _ratio(_total(overdue), _total(still_open)),
        "due_unknown_minor": _total(item for item in still_open if item.due_on is None),
    }


def _settled_readings(settled: Sequence[Item], *, as_of: date) -> dict[str, Reading]:
    recent = [item for item in settled if item.settled_on is not None and _in_year(item.settled_on, as_of=as_of)]
    judged = [item for item in recent if item.due_on is not None]
    late = sum(item.days_late > 0 for item in judged)
    return {
        "average_days_late_12m": _mean(judged, lambda item: item.days_late),
        "payment_delay_rate_12m": _ratio(late, len(judged)),
        "on_time_share_12m": _ratio(len(judged) - late, len(judged)),
        "collection_days_12m": _mean(recent, lambda item: item.collection_days),
        "consecutive_late": _consecutive_late([item for item in settled if item.due_on is not None]),
    }


def _window_readings(counted: Sequence[Item], *, owed_minor: int, as_of: date) -> dict[str, Reading]:
    recent = [item for item in counted if _in_year(item.issue_on, as_of=as_of)]
    return {
        "average_term_days_12m": _mean(
            [item for item in recent if item.due_on is not None], lambda item: item.term_days
        ),
        "days_sales_outstanding": _ratio(owed_minor * YEAR, _total(recent)),
    }


def _consecutive_late(judged: Sequence[Item]) -> int | None:
    """Count the late items settled after the day on which an item was last settled on time."""
    if not judged:
        return None
    on_time = [item.settled_on for item in judged if item.settled_on is not None and item.days_late == 0]
    last_on_time = max(on_time, default=date.min)
    return sum(item.settled_on is not None and item.settled_on > last_on_time for item in judged if item.days_late > 0)


def _waits_for_its_invoice(item: Item, *, as_of: date) -> bool:
    """Tell whether its money is here and the invoice is not."""
    return item.paid_on is not None and item.paid_on <= as_of < item.issue_on


def _years(issued: Sequence[Item], *, as_of: date) -> Fraction | None:
    """Give years since the first invoice: days / 365.25, written as 4 × days / 1461."""
    first = min((item.issue_on for item in issued), default=None)
    return None if first is None else Fraction(4 * (as_of - first).days, 1461)


def _in_year(on: date, *, as_of: date) -> bool:
    """Tell whether a day lies in (as_of − 365, as_of]: its age is 0 to 364."""
    return 0 <= (as_of - on).days < YEAR


def _total(items: Iterable[Item]) -> int:
    return sum(item.amount_minor for item in items)


def _mean(items: Sequence[Item], measure: Callable[[Item], int]) -> Fraction | None:
    return _ratio(sum(measure(item) for item in items), len(items))


def _ratio(part: int, whole: int) -> Fraction | None:
    return Fraction(part, whole) if whole > 0 else None


def main(arguments: Sequence[str]) -> None:
    """Print one customer's readings: FILE DAY CUSTOMER."""
    path, day, customer = arguments
    for key, value in readings(Path(path), date.fromisoformat(day))[customer].items():
        sys.stdout.write(f"{key:28} {value}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
