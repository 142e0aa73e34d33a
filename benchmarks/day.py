"""A day of a book in PostgreSQL: the mirror, the night, 1 % of customers who pay, the same night again; one customer by size.

    python -m benchmarks.engine make --customers 10000 --large 20 --file /tmp/book.duckdb
    DATABASE_URL=… python -m benchmarks.day --file /tmp/book.duckdb --folder /tmp/mirror    an empty, migrated database
    DATABASE_URL=… python -m benchmarks.day --file /tmp/book.duckdb --folder /tmp/mirror --only-customers    its last part alone

CPU is Python's and that of the database's backend together. Every part is of the run before it; nothing is warmed up.
"""

import argparse
import os
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psutil

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kedun.web.settings")

from benchmarks.ledger import DAY, LARGE, load  # noqa: E402 - Django's settings are named first

SIZES = ((1, 20), (20, 200), (200, 1_000), (1_000, LARGE), (LARGE, LARGE + 1))


class Meter:
    """Prints what blocks take."""

    def __init__(self) -> None:
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            self.backend = psutil.Process(cursor.fetchone()[0])

    def spent(self) -> tuple[float, float, float]:
        """Give the CPU of Python and of the backend, and the clock."""
        return time.process_time(), sum(self.backend.cpu_times()[:2]), time.monotonic()

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Take the time of a block."""
        before = self.spent()
        yield
        python, database, wall = (now - then for now, then in zip(self.spent(), before, strict=True))
        print(
            f"{name:<34} cpu {python + database:7.2f} s (Python and DuckDB {python:.2f}, PostgreSQL {database:.2f})  wall {wall:.1f} s",
            flush=True,
        )


def main() -> None:
    """Read what is asked for, and do it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--file", type=Path, required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--calls", type=int, default=200)
    parser.add_argument("--only-customers", action="store_true")
    given = parser.parse_args()
    import django

    django.setup()
    from kedun.facts.queries import customer_count
    from kedun.kernel.clock import FixedClock
    from kedun.pipeline.starter import load_definitions

    clock = FixedClock(datetime(1970, 1, 1, 4, tzinfo=UTC) + timedelta(days=DAY))
    load_definitions(clock)
    if customer_count() == 0:
        load(given.file)
    if not given.only_customers:
        a_day(given.folder, clock)
    one_customer(given.calls)


def a_day(folder: Path, clock: "FixedClock") -> None:  # noqa: F821
    """Measure the parts of a day."""
    from kedun.facts import mirror
    from kedun.pipeline.event import drain
    from kedun.pipeline.nightly import nightly

    meter = Meter()
    with meter.part("mirror, all copied"):
        mirror.rebuild(folder)
    with meter.part("night: first assessments"):
        nightly(folder, clock=clock)
    with meter.part("the same night again"):
        nightly(folder, clock=clock)
    tomorrow = type(clock)(clock.at + timedelta(days=1))
    with meter.part("the next night: all rows change"):
        nightly(folder, clock=tomorrow)
    with meter.part("1 % of customers pay: storing"):
        one_percent_pays()
    with meter.part("mirror, following"):
        mirror.ensure(folder)
    with meter.part("1 % assessed by events"):
        while drain(folder, clock=tomorrow).marks:
            pass
    with meter.part("a night after it"):
        nightly(folder, clock=tomorrow)


def one_percent_pays() -> None:
    """Store a payment on account of every hundredth customer."""
    import pyarrow as pa

    from kedun.facts.actions import Delivery, upsert
    from kedun.facts.queries import customer_count
    from kedun.facts.tables import arrow_schema

    rows = [
        {"external_id": f"P{number}", "customer": f"X{number}", "paid_on": DAY, "amount_minor": 100_00}
        for number in range(1, customer_count() + 1, 100)
    ]
    table = pa.Table.from_pylist(rows, schema=arrow_schema("payment"))
    upsert({"payment": table}, delivery=Delivery("bench", "bench"))


def one_customer(calls: int) -> None:
    """Measure one customer's assessment in PostgreSQL by the number of their items."""
    from dataclasses import replace

    from django.db import connection

    from benchmarks.engine import question, shipped_policy
    from kedun.assessments.store import run

    meter, policy, asked = Meter(), shipped_policy(), question()
    for least, below in SIZES:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT customer_id, COUNT(*) FROM facts_invoice GROUP BY 1 HAVING COUNT(*) >= %s AND COUNT(*) < %s ORDER BY 1 LIMIT %s",
                [least, below, calls],
            )
            found = cursor.fetchall()
        if not found:
            continue
        took = []
        list(run(policy, replace(asked, customers=(found[0][0],)), engine="postgres"))
        before = meter.spent()
        for customer, _ in found:
            began = time.monotonic()
            list(run(policy, replace(asked, customers=(customer,)), engine="postgres"))
            took.append((time.monotonic() - began) * 1000)
        python, database, _ = (
            (now - then) / len(found) * 1000 for now, then in zip(meter.spent(), before, strict=True)
        )
        took.sort()
        print(
            f"{least}–{below - 1} items ({statistics.mean(count for _, count in found):.0f} on average, {len(found)} customers):"
            f" CPU in the database {database:.1f} ms, in Python {python:.1f} ms; by the clock p50 {took[len(took) // 2]:.1f},"
            f" p99 {took[int(len(took) * 0.99)]:.1f} ms",
            flush=True,
        )


if __name__ == "__main__":
    main()
