"""Import a CSV of invoices, and then one of the money received for them, as people do: kept, recognised, checked, stored, settled.

    DATABASE_URL=… python -m benchmarks.imports --rows 1000000 --customers 50000 --folder /tmp/imports    an empty, migrated database

CPU is Python's and that of the database's backend together. Files and numbers follow from row numbers; nothing is warmed up.
"""

import argparse
import os
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kedun.web.settings")

from benchmarks.day import Meter  # noqa: E402 - Django's settings are named first

LAST = date(2026, 11, 1)
DAYS = 700
SPREAD = 7_919
"""A prime: neighbouring rows of the files belong to customers and days that are far from each other."""


def main() -> None:
    """Read what is asked for, and do it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--customers", type=int, default=5_000)
    parser.add_argument("--folder", type=Path, required=True)
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    os.environ["KEDUN_DATA"] = str(given.folder)
    import django

    django.setup()
    from kedun.kernel.clock import FixedClock
    from kedun.pipeline.starter import load_definitions

    load_definitions(FixedClock(datetime(2026, 11, 23, 4, tzinfo=UTC)))
    meter = Meter()
    for name, text in files(given.rows, given.customers).items():
        path = given.folder / name
        path.write_text(text, encoding="utf-8")
        take_in(path, meter, given.rows)


def take_in(path: Path, meter: Meter, rows: int) -> None:
    """Import one file and print its rate."""
    from kedun.intake.actions import register, run_import
    from kedun.intake.request import Request

    before = meter.spent()
    with meter.part(path.name):
        number = register(path.read_bytes(), file_name=path.name, request=Request(), source="bench", actor="bench")
        outcome = run_import(number)
    python, database, wall = (now - then for now, then in zip(meter.spent(), before, strict=True))
    assert outcome.read == rows, outcome
    assert outcome.rejected == 0, outcome.rejects[:3]
    sys.stdout.write(f"  {rows / wall:,.0f} rows a second by the clock, {rows / (python + database):,.0f} by CPU\n")


def files(rows: int, customers: int) -> dict[str, str]:
    """Give the texts of a file of invoices and one of payments: nine of ten invoices are paid in full, some of them late."""
    invoices = ["客户编号,发票号,开票日期,到期日,金额,币种"]
    payments = ["客户编号,发票号,回款日期,回款金额,回款编号"]
    for number in range(rows):
        customer, issued = f"C{number * SPREAD % customers:06d}", LAST - timedelta(days=number * SPREAD % DAYS)
        due, amount = issued + timedelta(days=30 + 30 * (number % 3)), f"{100 + number % 99_000}.{number % 100:02d}"
        invoices.append(f"{customer},INV{number:08d},{issued},{due},{amount},CNY")
        paid = min(due + timedelta(days=number % 40 - 10), LAST)
        part = amount if number % 10 else "1.00"
        payments.append(f"{customer},INV{number:08d},{paid},{part},PAY{number:08d}")
    return {"发票.csv": "\n".join(invoices), "回款.csv": "\n".join(payments)}


if __name__ == "__main__":
    main()
