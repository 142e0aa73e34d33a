"""How long a back-test takes: two policies over 36 days of 100,000 customers.

    DATABASE_URL=… python -m benchmarks.backtest --folder FOLDER --copies 19     of a database with 5,000 customers

The mirror of the database is copied into FOLDER and every customer in it is copied so often. The days lie evenly over the
time in which invoices were issued, up to 180 days before its end. The draft has another number in a rule, another bin on
the card and another cut-off.
"""

import argparse
import os
import resource
import shutil
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kedun.web.settings")

if TYPE_CHECKING:
    from kedun.assessments.policy import Policy

STEP = 20_000_000
NUMBERS = ("id", "customer_id", "invoice_id", "origin_id")


def main() -> None:
    """Read what is asked for, and measure it."""
    import django

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--copies", type=int, default=0)
    parser.add_argument("--days", type=int, default=36)
    given = parser.parse_args()
    django.setup()
    measure(_multiplied(given.folder, given.copies), given.days, given.folder)


def measure(mirror: Path, count: int, folder: Path) -> None:
    """Back-test, and say what it cost."""
    from kedun.kernel.progress import Silent
    from kedun.review.figures import events, flag_figures, frontier
    from kedun.review.store import run
    from kedun.review.terms import Terms, stretches

    with closing(duckdb.connect(str(mirror), read_only=True)) as book:
        row = book.execute("SELECT MIN(issue_on) + 60, MAX(issue_on) - 180 FROM facts_invoice").fetchone()
    assert row
    days = tuple(row[0] + (row[1] - row[0]) * each // (count - 1) for each in range(count))
    terms, policies = Terms(), _policies()
    started, used = time.monotonic(), time.process_time()
    ran = run(
        policies, stretches(days), terms, mirror=mirror, kept=folder / "kept.parquet", progress=Silent()
    )  # fmt: skip
    for side, so_far in zip(ran.sides, ran.folds, strict=True):
        found = events(so_far)
        flag_figures(so_far, found, side.flags, weeks=52.0, terms=terms)
        frontier(so_far, found, terms=terms)
    used, took = time.process_time() - used, time.monotonic() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rows = sum(day.customers for day in ran.days)
    print(  # noqa: T201 - what the benchmark is for
        f"{len(days)} days, {rows} customers on days: CPU {used:.1f} s, clock {took:.1f} s, peak {peak:.0f} MB,"
        f" kept {(folder / 'kept.parquet').stat().st_size / 2**20:.0f} MB"
    )


def _policies() -> "tuple[Policy, Policy]":
    from kedun.assessments.policy import DOCUMENTS, compile_policy
    from kedun.definitions import documents
    from kedun.pipeline.starter import STARTER

    def read() -> dict[str, Any]:
        return {kind: documents.read((STARTER / f"{kind}.yaml").read_text(), file=kind) for kind in DOCUMENTS}

    live, draft = read(), read()
    draft["rules"]["rules"]["overdue_30_days"]["thresholds"]["days"]["value"] = 20
    draft["scorecard"]["items"][0]["bins"][1]["points"] = 80
    draft["grading"]["bands"][0]["below"] = 55
    return compile_policy(live), compile_policy(draft)


def _multiplied(folder: Path, copies: int) -> Path:
    """Give the mirror with so many copies of every customer; made once."""
    from kedun.facts import mirror

    made = folder / f"multiplied-{copies}.duckdb"
    if made.exists():
        return made
    aside = made.with_suffix(".building")
    shutil.copyfile(mirror.ensure(folder / "mirror"), aside)
    with closing(duckdb.connect(str(aside), config={"memory_limit": "4GB"})) as book:
        tables = [name for (name,) in book.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
        for table in tables:
            columns = [name for (name,) in book.execute("SELECT name FROM pragma_table_info(?)", [table]).fetchall()]
            if "customer_id" in columns or table == "facts_customer":
                values = ", ".join(_copied(name) for name in columns)
                book.execute(
                    f"INSERT INTO {table} SELECT {values} FROM {table} s, range(1, {copies + 1}) k(copy)"  # noqa: S608
                )
    aside.replace(made)
    return made


def _copied(name: str) -> str:
    if name in NUMBERS:
        return f"s.{name} + k.copy * {STEP}"
    return "s.code || '~' || k.copy" if name == "code" else f's."{name}"'


if __name__ == "__main__":
    main()
