"""The plain ledger against rows counted by hand."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from tests.journeys.plain_ledger import Reading, readings

HEADING = "customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate"
AS_OF = date(2013, 3, 31)


def read(folder: Path, *rows: str) -> dict[str, Reading]:
    path = folder / "ledger.csv"
    path.write_text("\n".join([HEADING, *(f"A,{row}" for row in rows)]), encoding="utf-8")
    return readings(path, AS_OF)["A"]


def test_an_open_ledger(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "1,2/27/2013,3/29/2013,100.00,No,4/9/2013",  # 2 days overdue, paid later
        "2,1/30/2013,3/1/2013,40.00,Yes,4/1/2013",  # 30 days overdue, disputed
        "3,3/1/2013,3/31/2013,60.00,No,4/1/2013",  # due today is not overdue
        "4,3/20/2013,,10.00,No,",  # no due day
        "5,4/1/2013,5/1/2013,999.00,No,3/30/2013",  # issued tomorrow, paid yesterday: the money waits
    )
    assert found["receivable_minor"] == 21000  # 100 + 40 + 60 + 10
    assert found["overdue_minor"] == 14000  # 100 + 40
    assert found["overdue_undisputed_minor"] == 10000
    assert found["overdue_count"] == 2
    assert found["overdue_days_max"] == 30
    assert found["overdue_share"] == Fraction(2, 3)
    assert found["due_unknown_minor"] == 1000
    assert found["unapplied_minor"] == 99900
    assert found["average_term_days_12m"] == 30  # (30 + 30 + 30) / 3, the one without a due day is left out
    assert found["days_sales_outstanding"] == 365  # 210 × 365 / 210
    assert found["consecutive_late"] is None
    assert found["average_days_late_12m"] is None
    assert found["years_of_cooperation"] == Fraction(4 * 60, 1461)  # from 30 January


def test_a_settlement_aged_365_days_is_outside_and_one_aged_364_inside(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "1,2/1/2012,3/2/2012,10.00,No,3/31/2012",  # 365 days ago, 29 late: outside
        "2,2/1/2012,3/2/2012,10.00,No,4/1/2012",  # 364 days ago, 30 late, collected in 60
        "3,3/1/2013,3/31/2013,10.00,No,3/31/2013",  # today, on time, collected in 30
    )
    assert found["average_days_late_12m"] == 15  # (30 + 0) / 2
    assert found["payment_delay_rate_12m"] == Fraction(1, 2)
    assert found["on_time_share_12m"] == Fraction(1, 2)
    assert found["collection_days_12m"] == 45  # (60 + 30) / 2
    assert found["average_term_days_12m"] == 30  # only the third was issued in the window
    assert found["receivable_minor"] == 0
    assert found["overdue_share"] is None
    assert found["days_sales_outstanding"] == 0


def test_late_in_a_row_counts_from_the_day_after_the_last_one_on_time(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "1,1/1/2011,1/31/2011,10.00,No,5/1/2011",  # late, before the last one on time
        "2,1/1/2012,1/31/2012,10.00,No,1/31/2012",  # the last one on time
        "3,12/1/2011,12/31/2011,10.00,No,1/31/2012",  # late, the same day: not counted
        "4,1/1/2012,1/31/2012,10.00,No,2/1/2012",  # late, more than a year ago: counted
        "5,1/1/2013,1/31/2013,10.00,No,3/31/2013",  # late, today: counted
        "6,1/1/2013,1/31/2013,10.00,No,4/1/2013",  # late, tomorrow: still open
    )
    assert found["consecutive_late"] == 2


def test_a_customer_who_never_paid_on_time_counts_every_late_item(tmp_path: Path) -> None:
    found = read(tmp_path, "1,1/1/2011,1/31/2011,10.00,No,5/1/2011", "2,1/1/2013,1/31/2013,10.00,No,2/2/2013")
    assert found["consecutive_late"] == 2


def test_a_zero_amount_is_in_no_count_and_no_average(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "1,1/1/2013,1/11/2013,0.00,No,3/1/2013",
        "2,1/1/2013,1/11/2013,0.00,No,",
        "3,1/1/2013,1/31/2013,30.00,No,1/31/2013",
    )
    assert found["overdue_count"] == 0
    assert found["overdue_days_max"] == 0
    assert found["average_days_late_12m"] == 0
    assert found["average_term_days_12m"] == 30
    assert found["collection_days_12m"] == 30


SMALL = Path(__file__).parents[3] / "shared" / "data" / "ar_invoices_small.csv"


@pytest.mark.skipif(not SMALL.exists(), reason="../shared/data/ar_invoices_small.csv is not on this machine")
def test_customers_of_the_public_file_counted_by_hand() -> None:
    found = readings(SMALL, AS_OF)
    assert len(found) == 70
    # 1080-NDGAE: invoice 8610241270 was settled on 2012-03-31 (age 365) and is outside. Fourteen settled since,
    # late by 5, 3, 2, 15, 7, 1 and 6 days. Two disputed ones are open: 93.39, due 7 days ago, and 74.62.
    assert found["1080-NDGAE"]["average_days_late_12m"] == Fraction(39, 14)
    assert found["1080-NDGAE"]["receivable_minor"] == 16801
    assert found["1080-NDGAE"]["overdue_days_max"] == 7
    assert found["1080-NDGAE"]["overdue_undisputed_minor"] == 0
    # 5196-TWQXF: invoice 0863594173 was settled on 2012-04-01 (age 364), 6 days late, and is inside.
    assert found["5196-TWQXF"]["average_days_late_12m"] == Fraction(6 + 5 + 5 + 2 + 6, 18)
    assert found["5196-TWQXF"]["payment_delay_rate_12m"] == Fraction(5, 18)
    # 8156-PCYBM: invoice 8243963846 was settled on 2012-03-31 and is outside; of twenty since, six were late.
    assert found["8156-PCYBM"]["average_days_late_12m"] == Fraction(9 + 1 + 1 + 2 + 6 + 6, 20)
    assert found["8156-PCYBM"]["receivable_minor"] == 7457
