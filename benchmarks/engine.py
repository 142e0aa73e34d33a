"""What the book engine costs, beside the same work by hand: DuckDB, Polars, pandas, PostgreSQL.

    python -m benchmarks.engine make --customers 10000 [--large 20] --file /tmp/book.duckdb
    python -m benchmarks.engine compare --file /tmp/book.duckdb [--database postgresql://…]   loads the book there, if it is empty
    python -m benchmarks.engine grow --sizes 1000,10000,100000 --folder /tmp --plot docs/growth.svg

Every contestant runs in a process of its own; the numbers they find have to be equal, cell by cell. CPU is that of the
process and its threads; of PostgreSQL, that of its backend. Polars, pandas and matplotlib are the dependency group `bench`.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import duckdb

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kedun.web.settings")

from benchmarks.ledger import DAY, KINDS, load, make  # noqa: E402 - Django's settings are named first

MEASURES = {
    "receivable_minor": "SUM({rest}) FILTER (WHERE {rest} > 0)",
    "overdue_minor": "SUM({rest}) FILTER (WHERE {late})",
    "overdue_undisputed_minor": "SUM({rest}) FILTER (WHERE {late} AND NOT is_disputed)",
    "overdue_count": "COUNT(*) FILTER (WHERE {late})",
    "overdue_1_30_minor": "SUM({rest}) FILTER (WHERE {late} AND {day} - due_on <= 30)",
    "overdue_31_60_minor": "SUM({rest}) FILTER (WHERE {late} AND {day} - due_on > 30 AND {day} - due_on <= 60)",
    "overdue_61_90_minor": "SUM({rest}) FILTER (WHERE {late} AND {day} - due_on > 60 AND {day} - due_on <= 90)",
    "overdue_over_90_minor": "SUM({rest}) FILTER (WHERE {late} AND {day} - due_on > 90)",
    "due_unknown_minor": "SUM({rest}) FILTER (WHERE {rest} > 0 AND due_on IS NULL)",
    "rollovers_12m": "SUM(rollovers) FILTER (WHERE {day} - issue_on < 365)",
    "settled_due_12m": "COUNT(*) FILTER (WHERE {paid} AND due_on IS NOT NULL)",
    "settled_late_12m": "COUNT(*) FILTER (WHERE {paid} AND paid_on > due_on)",
    "settled_on_time_12m": "COUNT(*) FILTER (WHERE {paid} AND paid_on <= due_on)",
    "late_days_12m": "SUM(GREATEST(paid_on - due_on, 0)) FILTER (WHERE {paid} AND due_on IS NOT NULL)",
    "settled_12m": "COUNT(*) FILTER (WHERE {paid})",
    "settle_days_12m": "SUM(paid_on - issue_on) FILTER (WHERE {paid})",
    "termed_12m": "COUNT(*) FILTER (WHERE {day} - issue_on < 365 AND due_on IS NOT NULL)",
    "term_days_12m": "SUM(due_on - issue_on) FILTER (WHERE {day} - issue_on < 365 AND due_on IS NOT NULL)",
    "invoiced_12m_minor": "SUM(amount_minor) FILTER (WHERE {day} - issue_on < 365)",
    "invoiced_90d_minor": "SUM(amount_minor) FILTER (WHERE {day} - issue_on < 90)",
    "open_items": "COUNT(*) FILTER (WHERE {rest} > 0)",
}
"""By hand, of the items: what every contestant computes. Sums and counts of a customer without such items are 0."""

ORDERS = {
    "order_count_12m": "COUNT(*) FILTER (WHERE {day} - placed_on < 365)",
    "orders_cancelled_12m": "COUNT(*) FILTER (WHERE {day} - placed_on < 365 AND cancelled_on <= {day})",
    "ordered_recent_minor": "SUM(amount_minor) FILTER (WHERE {day} - placed_on < 90 AND {kept})",
    "ordered_before_minor": "SUM(amount_minor) FILTER (WHERE {day} - placed_on >= 90 AND {day} - placed_on < 180 AND {kept})",
}
TICKETS = {
    "complaints_90d": "COUNT(*) FILTER (WHERE {day} - opened_on < 90 AND ticket_type = 'complaint')",
    "service_requests_90d": "COUNT(*) FILTER (WHERE {day} - opened_on < 90 AND ticket_type = 'service_request')",
}
RATIOS = {
    "overdue_share": ("overdue_minor", "receivable_minor"),
    "average_days_late_12m": ("late_days_12m", "settled_due_12m"),
    "payment_delay_rate_12m": ("settled_late_12m", "settled_due_12m"),
}
COLUMNS = (*MEASURES, *ORDERS, *TICKETS, *RATIOS)
_WORDS = {
    "day": str(DAY),
    "rest": "(amount_minor - settled)",
    "late": f"(amount_minor > settled AND due_on < {DAY})",
    "paid": f"(amount_minor = settled AND {DAY} - paid_on < 365)",
    "kept": f"(cancelled_on IS NULL OR cancelled_on > {DAY})",
}


def by_hand() -> str:
    """Write the query as somebody would who knows these tables; DuckDB and PostgreSQL read it alike."""

    def columns(of: dict[str, str]) -> str:
        return ", ".join(f"{text.format(**_WORDS)} AS {name}" for name, text in of.items())

    items = (
        "SELECT i.customer_id, i.amount_minor, i.issue_on, i.due_on, i.rollovers, i.is_disputed,"
        " COALESCE(s.allocated_minor, 0) AS settled, s.last_cash_on AS paid_on"
        f" FROM facts_invoice i LEFT JOIN facts_invoice_settlement s ON s.invoice_id = i.id WHERE i.issue_on <= {DAY}"
    )
    sums = ", ".join(f"CAST(COALESCE({name}, 0) AS BIGINT) AS {name}" for name in (*MEASURES, *ORDERS, *TICKETS))
    ratios = ", ".join(
        f"CAST({above} AS DOUBLE PRECISION) / NULLIF({below}, 0) AS {name}" for name, (above, below) in RATIOS.items()
    )
    return (
        f"WITH i AS (SELECT customer_id, {columns(MEASURES)} FROM ({items}) x GROUP BY customer_id),"
        f" o AS (SELECT customer_id, {columns(ORDERS)} FROM facts_order WHERE placed_on <= {DAY} GROUP BY customer_id),"
        f" t AS (SELECT customer_id, {columns(TICKETS)} FROM facts_ticket WHERE opened_on <= {DAY} GROUP BY customer_id),"
        f" m AS (SELECT c.id AS customer_id, {sums} FROM facts_customer c LEFT JOIN i ON i.customer_id = c.id"
        " LEFT JOIN o ON o.customer_id = c.id LEFT JOIN t ON t.customer_id = c.id)"
        f" SELECT *, {ratios} FROM m"
    )


def question() -> Any:
    """Ask for the day as a user's installation would: these kinds are supplied."""
    from kedun.assessments.store import Question
    from kedun.facts.kinds import KINDS as ALL
    from kedun.facts.queries import Supply

    there = {kind: Supply("supplied", DAY - 1500, DAY) for kind in KINDS}
    return Question(DAY, None, None, {kind: there.get(kind, Supply("not_supplied")) for kind in ALL})


def shipped_policy() -> Any:
    """Compile the definitions that are shipped."""
    import yaml

    from kedun.assessments.policy import DOCUMENTS, compile_policy

    folder = Path(__file__).parents[1] / "starter"
    return compile_policy({each: yaml.safe_load((folder / f"{each}.yaml").read_text()) for each in DOCUMENTS})


def cut_policy() -> Any:
    """Compile only what the contestants compute: these measures and readings, as definitions of their own."""
    from dataclasses import replace

    import yaml

    from kedun.indicators.definition import read_indicators
    from kedun.indicators.program import compile_indicators

    document = yaml.safe_load((Path(__file__).parents[1] / "starter" / "indicators.yaml").read_text())
    document["indicators"] = {name: document["indicators"][name] for name in RATIOS}
    document["measures"] = {name: document["measures"][name] for name in (*MEASURES, *ORDERS, *TICKETS)}
    document |= {"earlier": {}, "group": {}, "book": {}}
    program = compile_indicators(read_indicators(document))
    return replace(shipped_policy(), indicators=program, layers=program.layers, outputs=COLUMNS)


def opened(file: Path) -> duckdb.DuckDBPyConnection:
    """Open a book as the engine does."""
    return duckdb.connect(
        str(file), read_only=True, config={"memory_limit": "3GB", "temp_directory": str(file.parent / "spill")}
    )


def run_ours(file: Path, out: Path, *, policy: Any) -> None:
    """Run the generated query of a policy over the book."""
    from kedun.assessments.sql import statement
    from kedun.assessments.surroundings import Surroundings

    asked = question()
    sql = f"CREATE TEMP TABLE found AS {statement(policy, asked.reach('duckdb'))}"
    with opened(file) as book, Clock("ours") as clock:
        (prepared,) = book.extract_statements(sql)
        known = asked.parameters(policy) | Surroundings().parameters(policy.indicators)
        values = {name: value for name, value in known.items() if name in prepared.named_parameters}
        book.execute(prepared, values)
        clock.stop()
        book.execute(f"COPY (FROM found ORDER BY customer_id) TO '{out}'")


def run_duckdb(file: Path, out: Path) -> None:
    """The query by hand."""
    with opened(file) as book, Clock("duckdb") as clock:
        book.execute(f"CREATE TEMP TABLE found AS {by_hand()}")
        clock.stop()
        book.execute(f"COPY (FROM found ORDER BY customer_id) TO '{out}'")


def run_whole(file: Path, out: Path) -> None:
    """Assess everybody by the shipped policy, to the documents that would be stored, and its digest's lines not."""
    from kedun.assessments.store import judge

    with Clock("whole") as clock:
        size = sum(
            len(each.document.readings)
            for each in judge(shipped_policy(), question(), engine="duckdb", mirror=file, has_lines=False)
        )
        clock.stop()
    out.write_text(str(size))


def run_polars(file: Path, out: Path) -> None:
    """The same by Polars' streaming engine, from Parquet files."""
    from benchmarks.dataframes import by_polars

    with Clock("polars") as clock:
        found = by_polars(file, RATIOS)
        clock.stop()
    found.select("customer_id", *COLUMNS).write_parquet(out)


def run_pandas(file: Path, out: Path) -> None:
    """The same by pandas, from Parquet files."""
    from benchmarks.dataframes import by_pandas

    with Clock("pandas") as clock:
        found = by_pandas(file, RATIOS)
        clock.stop()
    found[["customer_id", *COLUMNS]].to_parquet(out)


def run_postgres(file: Path, out: Path) -> None:
    """The same query as by hand in DuckDB, in the database of DATABASE_URL, over the same book."""
    import django
    import psutil

    django.setup()
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM facts_customer")
        if cursor.fetchone() == (0,):
            load(file)
        cursor.execute("SELECT pg_backend_pid()")
        backend = psutil.Process(cursor.fetchone()[0]).cpu_times
        before, began = sum(backend()[:2]), time.monotonic()
        cursor.execute("SET max_parallel_workers_per_gather = 0")
        cursor.execute("SET work_mem = '512MB'")
        cursor.execute(f"CREATE TEMP TABLE found AS {by_hand()}")
        told = {
            "name": "postgres",
            "cpu": sum(backend()[:2]) - before,
            "wall": time.monotonic() - began,
            "peak_mb": None,
        }
        names = ", ".join(("customer_id", *COLUMNS))
        with (
            out.with_suffix(".csv").open("wb") as text,
            cursor.copy(
                f"COPY (SELECT {names} FROM found ORDER BY customer_id) TO STDOUT (FORMAT csv, NULL '\\N')"
            ) as copy,
        ):
            for block in copy:
                text.write(block)
    types = {"customer_id": "BIGINT", **{name: "DOUBLE" if name in RATIOS else "BIGINT" for name in COLUMNS}}
    duckdb.execute(
        f"COPY (FROM read_csv('{out.with_suffix('.csv')}', header = false, nullstr = '\\N', columns = {types})) TO '{out}'"
    )
    print(json.dumps(told), flush=True)


class Clock:
    """Takes the time of a block up to `stop`, without starting Python and without writing what was found."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __enter__(self) -> "Clock":
        self.cpu, self.wall = time.process_time(), time.monotonic()
        return self

    def stop(self) -> None:
        told = {"name": self.name, "cpu": time.process_time() - self.cpu, "wall": time.monotonic() - self.wall}
        told["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(json.dumps(told), flush=True)

    def __exit__(self, *_: object) -> None:
        pass


RUNS = {
    "ours": lambda file, out: run_ours(file, out, policy=cut_policy()),
    "duckdb": run_duckdb,
    "polars": run_polars,
    "pandas": run_pandas,
    "postgres": run_postgres,
    "whole": run_whole,
    "outputs": lambda file, out: run_ours(file, out, policy=shipped_policy()),
}


def told_by(name: str, file: Path) -> dict[str, Any]:
    """Run a contestant in a process of its own."""
    out = file.with_suffix(f".{name}.parquet")
    command = [sys.executable, "-m", "benchmarks.engine", "run", "--name", name, "--file", str(file), "--out", str(out)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if ran.returncode:
        raise SystemExit(ran.stderr[-3000:])
    told: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    return told


def write_parquet(file: Path) -> None:
    """Give the tables to those that read Parquet: only the columns they need, in the book's order."""
    wanted = {
        "customer": ("facts_customer", "id"),
        "invoice": ("facts_invoice", "id, customer_id, amount_minor, issue_on, due_on, rollovers, is_disputed"),
        "settlement": ("facts_invoice_settlement", "invoice_id, allocated_minor, last_cash_on"),
        "order": ("facts_order", "customer_id, amount_minor, placed_on, cancelled_on"),
        "ticket": ("facts_ticket", "customer_id, opened_on, ticket_type"),
    }
    with opened(file) as book:
        for name, (table, columns) in wanted.items():
            book.execute(
                f"COPY (SELECT {columns} FROM {table}) TO '{file.with_suffix(f'.{name}.parquet')}' (COMPRESSION zstd)"
            )


def unlike(file: Path, one: str, other: str) -> int:
    """Count the customers of whom two contestants say different numbers, to the last bit."""
    names = ", ".join(("customer_id", *COLUMNS))
    files = [file.with_suffix(f".{name}.parquet") for name in (one, other)]
    query = f"SELECT COUNT(*) FROM (SELECT {names} FROM '{files[0]}' EXCEPT ALL SELECT {names} FROM '{files[1]}')"
    ((count,),) = duckdb.execute(query).fetchall()
    return int(count)


def compare(file: Path, *, rounds: int, names: list[str]) -> None:
    """Run the contestants by turns and say what each took, and whether they found the same."""
    if {"polars", "pandas"}.intersection(names):
        write_parquet(file)
    best: dict[str, dict[str, Any]] = {}
    for _ in range(rounds):
        for name in names:
            told = told_by(name, file)
            if name not in best or told["cpu"] < best[name]["cpu"]:
                best[name] = told
    base = best["duckdb"]["cpu"]
    for name, told in best.items():
        differing = "" if name in ("duckdb", "whole", "outputs") else f"{unlike(file, name, 'duckdb')} customers differ"
        print(
            f"{name:<10} cpu {told['cpu']:8.2f} s  {told['cpu'] / base:6.2f} x  wall {told['wall']:7.2f} s  peak {told['peak_mb']} MB  {differing}"
        )


def grow(sizes: list[int], folder: Path, plot: Path) -> None:
    """Assess books of growing size; say and draw what a customer costs."""
    points = []
    for size in sizes:
        file = folder / f"grow-{size}.duckdb"
        make_book(file, size)
        told = told_by("whole", file)
        points.append((size, told["cpu"], told["peak_mb"]))
        print(
            f"{size:>9} customers: {told['cpu']:8.2f} s CPU, {told['cpu'] / size * 1e6:7.0f} µs each, peak {told['peak_mb']} MB",
            flush=True,
        )
        for each in folder.glob(f"grow-{size}.*"):
            each.unlink()
    draw(points, plot)


def make_book(file: Path, customers: int, *, large: int = 0) -> dict[str, int]:
    """Make a book, of whose customers the first ones have 10,000 items each; gives the rows of each table."""
    import django

    django.setup()
    return make(file, customers, large=large)


def draw(points: list[tuple[int, float, int]], plot: Path) -> None:
    """Draw CPU and peak memory over the size of the book."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "kedun"
    import matplotlib.pyplot as plt

    figure, (left, right) = plt.subplots(1, 2, figsize=(9, 3.4), layout="constrained")
    sizes = [size for size, *_ in points]
    left.plot(sizes, [cpu / size * 1e6 for size, cpu, _ in points], marker="o", color="#3a5a80")
    left.set(xscale="log", xlabel="customers", ylabel="CPU µs per customer", ylim=(0, None))
    right.plot(sizes, [peak / 1000 for *_, peak in points], marker="o", color="#3a5a80")
    right.set(xscale="log", xlabel="customers", ylabel="peak memory, GB", ylim=(0, None))
    for axes in (left, right):
        axes.grid(color="#e5e5e5")
        axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(plot, metadata={"Date": None})


def main() -> None:
    """Read what is asked for, and do it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["make", "compare", "grow", "run"])
    parser.add_argument("--customers", type=int, default=10_000)
    parser.add_argument("--large", type=int, default=0, help="customers of 10,000 items")
    parser.add_argument("--file", type=Path)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--name", choices=RUNS)
    parser.add_argument("--names", default="ours,duckdb,polars,pandas,outputs,whole")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--sizes", default="1000,10000,100000")
    given = parser.parse_args()
    match given.what:
        case "make":
            made = make_book(given.file, given.customers, large=given.large)
            print({name: rows for name, rows in made.items() if rows})
        case "compare":
            compare(given.file, rounds=given.rounds, names=given.names.split(","))
        case "grow":
            grow([int(size) for size in given.sizes.split(",")], given.folder, given.plot)
        case _:
            import django

            django.setup()
            RUNS[given.name](given.file, given.out)


if __name__ == "__main__":
    main()
