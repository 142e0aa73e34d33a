"""A small company's files imported and assessed by jobs or at once, and single facts: commands of `trial_process`."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

DAY = "2026-09-30"
CUSTOMERS, MONTHS = 60, 8
IMPORT_ROUNDS, ASSESSMENTS = 6, 40
"""Jobs enough that a worker always finds some, while those of killed ones wait to be rescued."""
NEW_FACTS = 30
"""Single facts that the event process sees; each makes another customer late."""
COUNTED = (
    "facts_customer",
    "facts_invoice",
    "facts_payment",
    "facts_order",
    "facts_application",
)
# A killed job may run after later files: a contract that comes after its invoices makes new versions of them, rightly.
# Only a version that says what the next one says would be one too many.
REPEATED_VERSIONS = """
    WITH versions AS (
        SELECT id, known_from_batch, to_jsonb(h) - '{version_id,known_from_batch,known_to_batch}'::text[] AS said
        FROM facts_invoice_history h
        UNION ALL SELECT id, known_from_batch, to_jsonb(i) - 'known_from_batch' FROM facts_invoice i
    )
    SELECT count(*) FROM (
        SELECT said = lead(said) OVER (PARTITION BY id ORDER BY known_from_batch) AS is_repeated FROM versions
    ) compared WHERE is_repeated
"""


def make_files(folder: str) -> None:
    from datetime import date

    from kedun.kernel.days import to_day
    from kedun.sample import generate, write_folder

    write_folder(
        generate(customers=CUSTOMERS, months=MONTHS, seed=3, until=to_day(date.fromisoformat(DAY))), Path(folder)
    )


def registered(folder: Path, *, days_before: int = 0) -> list[int]:
    """Hand in every file that has rows, as the company's one source, complete through the day or one before it."""
    from datetime import date

    from kedun.intake.actions import register
    from kedun.intake.request import Request
    from kedun.kernel.days import to_day

    request = Request(through=to_day(date.fromisoformat(DAY)) - days_before)
    return [
        register(file.read_bytes(), file_name=file.name, request=request, source="files", actor="trial")
        for file in sorted(folder.glob("*.csv"))
        if file.read_bytes().count(b"\n") > 1
    ]


def defer_imports(folder: str) -> None:
    from kedun.intake.jobs import run_import

    for days_before in range(IMPORT_ROUNDS):
        for import_id in registered(Path(folder), days_before=days_before):
            run_import.defer(import_id=import_id)


def defer_assessment() -> None:
    from kedun.pipeline.jobs import assess_book

    for _ in range(ASSESSMENTS):
        assess_book.defer(as_of=None)


def deliver_fact(number: str) -> None:
    """Deliver one of the single facts: a bill of a customer of its own that fell due long ago."""
    from datetime import date

    import pyarrow as pa

    from kedun.facts.actions import Delivery, upsert
    from kedun.kernel.days import to_day

    day, name = to_day(date.fromisoformat(DAY)), f"late-{number}"
    bill = {"external_id": name, "document_no": name, "customer": f"new-{number}", "issue_on": day - 120}
    bill |= {"stated_due_on": day - 90, "amount_minor": 5_000_000}
    row = pa.table({column: [value] for column, value in bill.items()})
    upsert({"invoice": row}, delivery=Delivery(source="api", actor="trial"))


def deliver_and_drain() -> None:
    """Deliver all single facts and assess whom they concern, undisturbed."""
    from kedun.kernel.clock import clock
    from kedun.pipeline.event import drain
    from kedun.pipeline.jobs import mirror_folder

    for number in range(NEW_FACTS):
        deliver_fact(str(number))
        drain(mirror_folder(), clock=clock())


def import_and_assess(folder: str) -> None:
    from kedun.intake.actions import run_import
    from kedun.pipeline.jobs import assess_book

    for import_id in registered(Path(folder)):
        run_import(import_id)
    assess_book(as_of=None)


def fingerprint(told: str) -> None:
    """Write down what there is: rows, readings, open alerts, how often each alert was opened."""
    from django.db import connection

    def ask(statement: str) -> list[tuple[object, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(statement)
            rows: list[tuple[object, ...]] = cursor.fetchall()
        return rows

    readings = ask(
        "SELECT c.code, a.as_of, a.readings::text, a.score, a.verdicts::text FROM assessments_assessment a"
        " JOIN facts_customer c ON c.id = a.customer_id ORDER BY c.code"
    )
    found = {
        "rows": {table: ask(f"SELECT count(*) FROM {table}")[0][0] for table in COUNTED},  # noqa: S608
        "repeated_versions": ask(REPEATED_VERSIONS)[0][0],
        "rejects": ask("SELECT count(DISTINCT (row, code)) FROM intake_reject")[0][0],
        "readings": hashlib.sha256(json.dumps(readings).encode()).hexdigest(),
        "history": ask("SELECT count(*) FROM assessments_history")[0][0],
        "alerts": ask(
            "SELECT a.rule_key, c.code, a.state, count(*) FROM alerts_alert a JOIN facts_customer c ON c.id = a.customer_id"
            " GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"
        ),
        "opened": ask("SELECT count(*), count(DISTINCT alert_id) FROM alerts_event WHERE what = 'opened'"),
        "told": ask("SELECT count(*), count(DISTINCT key) FROM outbox_outgoing WHERE topic = 'alert.opened'"),
    }
    Path(told).write_text(json.dumps(found), encoding="utf-8")


COMMANDS: dict[str, Callable[..., None]] = {
    "make": make_files,
    "imports": defer_imports,
    "assessment": defer_assessment,
    "fact": deliver_fact,
    "facts": deliver_and_drain,
    "at-once": import_and_assess,
    "fingerprint": fingerprint,
}


def run(name: str, *arguments: str) -> None:
    """Do a command."""
    COMMANDS[name](*arguments)
