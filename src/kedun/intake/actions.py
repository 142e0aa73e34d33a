"""What the intake does: take a file in, keep what it cannot take, and take that in once it is corrected."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from django.db import OperationalError, connection, transaction
from django.db.models import QuerySet
from psycopg.errors import LockNotAvailable

from kedun.accounts.actions import record
from kedun.facts.actions import Delivery, Upserted, upsert
from kedun.intake import originals, queries
from kedun.intake.estimates import store as estimates
from kedun.intake.exports import CorrectedRow
from kedun.intake.limits import limits_of
from kedun.intake.models import Import, Reject
from kedun.intake.outcome import Outcome, counted, outcome_of, stored_problem
from kedun.intake.plan import make_plan, only_rows
from kedun.intake.planned import Note, Options, Plan
from kedun.intake.reading import read_sheet
from kedun.intake.recognition import Recognition, Stated, is_known, recognise
from kedun.intake.refusals import FileTooLarge, ImportRunning
from kedun.intake.rejects import Rejected
from kedun.intake.request import Request, from_json, texts, to_json
from kedun.intake.sheet import Sheet, with_rows
from kedun.intake.store import delivered, notes_after
from kedun.kernel.clock import clock
from kedun.kernel.hashing import Json
from kedun.kernel.progress import Progress, Silent
from kedun.kernel.refusals import Refusal

MAIN = "main"
_LOCK_CLASS = 0x494D5054  # "IMPT": together with the import's number it names the lock of one import
REJECTS_AT_ONCE = 5_000
LOCK_WAIT = "10s"
"""So long an import waits for another process that seems to work on it."""


def data_folder() -> Path:
    """Give the data folder of this process."""
    return Path(os.environ.get("KEDUN_DATA") or "kedun-data").absolute()


def register(raw: bytes, *, file_name: str, request: Request, source: str, actor: str) -> int:
    """Keep a file and note that it is to be imported; gives the import's number.

    The same file handed in again while its import has not ended continues that import.
    Raises: FileTooLarge.
    """
    limit = limits_of(os.environ).file_bytes
    if len(raw) > limit:
        raise FileTooLarge(bytes=len(raw), limit=limit)
    sha256 = originals.keep(data_folder(), raw)
    return register_kept(sha256, len(raw), file_name=file_name, request=request, source=source, actor=actor)


def register_kept(sha256: str, size: int, *, file_name: str, request: Request, source: str, actor: str) -> int:
    """Note that a file that is kept already is to be imported; gives the import's number, as `register` does."""
    options = to_json(request)
    unfinished = Import.objects.filter(sha256=sha256, source=source, options=options, state__in=("waiting", "running"))
    known = unfinished.order_by("id").values_list("id", flat=True).first()
    if known is not None:
        return known
    made = Import.objects.create(
        file_name=file_name, sha256=sha256, size=size, source=source, actor=actor,
        options=options, started_at=clock().now(),
    )  # fmt: skip
    return made.id


def run_import(import_id: int, *, progress: Progress | None = None) -> Outcome:
    """Do an import, or what is left of one that was cut off; one that has ended just tells its outcome again.

    Raises: ImportMissing, ImportRunning, OriginalMissing, and whatever refuses the file.
    """
    with only_one(import_id):
        found = queries.import_of(import_id)
        if found.state in ("done", "undoing", "undone"):
            return outcome_of(found.result, import_id=import_id)
        try:
            return _run(found, progress or Silent())
        except Refusal as refusal:
            _note_refusal(found, refusal)
            raise


def preview(
    raw: bytes, *, file_name: str, request: Request, source: str, actor: str, progress: Progress | None = None
) -> Outcome:
    """Tell what an import would do: it is done and undone in one transaction."""
    shown = progress or Silent()
    with transaction.atomic():
        sheet, recognition = _read(raw, file_name=file_name, request=request)
        plan = planned(sheet, recognition, request, source=source)
        ready = delivered(plan, source=source)
        written = upsert(ready.tables, delivery=_delivery(plan, source=source, actor=actor), progress=shown)
        counts = _counts(written)
        told = (*ready.notes, *notes_after(plan, counts, stubs=queries.stubs_made(written.batches), source=source))
        transaction.set_rollback(True)
    return _outcome(file_name, sheet, recognition, _noted(plan, told), counts)


def estimated(plan: Plan, *, source: str) -> tuple[Mapping[str, Mapping[str, int]], tuple[Note, ...]]:
    """Tell what a plan would change, without writing anything: counts, and what is to be said of them."""
    ready = delivered(plan, source=source)
    counts = estimates.counts(ready.tables, source=source)
    stubs = estimates.unknown_customers(ready.tables, source=source)
    return counts, (*ready.notes, *notes_after(plan, counts, stubs=stubs, source=source))


@contextmanager
def only_one(import_id: int) -> Iterator[None]:
    """Hold the lock of one import; it ends with the connection, so a killed process leaves none behind."""
    _lock(import_id)
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [_LOCK_CLASS, import_id])


def _lock(import_id: int) -> None:
    """Take an import's lock, waiting for as long as the server may need to notice that its last holder was killed."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT set_config('lock_timeout', %s, true)", [LOCK_WAIT])
            cursor.execute("SELECT pg_advisory_lock(%s, %s)", [_LOCK_CLASS, import_id])
    except OperationalError as error:
        if not isinstance(error.__cause__, LockNotAvailable):
            raise
        raise ImportRunning(number=import_id) from error


def _run(found: Import, progress: Progress) -> Outcome:
    Import.objects.filter(id=found.id).update(state="running", finished_at=None)
    request = from_json(found.options)
    raw = originals.read(data_folder(), found.sha256)
    progress.step("read")
    sheet, recognition = _read(raw, file_name=found.file_name, request=request)
    progress.step("check", total=sheet.read)
    plan = planned(sheet, recognition, request, source=found.source)
    progress.advance(sheet.read)
    ready = delivered(plan, source=found.source)
    batches: list[int] = list(found.cursor)

    def note(batch: int) -> None:
        batches.append(batch)
        Import.objects.filter(id=found.id).update(cursor=batches)

    delivery = replace(_delivery(plan, source=found.source, actor=found.actor), after_batch=note)
    upsert(ready.tables, delivery=delivery, progress=progress)
    counts = counted({kind: table.num_rows for kind, table in ready.tables.items()}, queries.written_counts(batches))
    told = (*ready.notes, *notes_after(plan, counts, stubs=queries.stubs_made(batches), source=found.source))
    plan = _without_replayed(found, _noted(plan, told))
    outcome = _outcome(found.file_name, sheet, recognition, plan, counts)
    _finish(found, outcome, plan)
    return replace(outcome, import_id=found.id)


def _noted(plan: Plan, notes: Sequence[Note]) -> Plan:
    return replace(plan, notes=(*plan.notes, *notes))


def _without_replayed(found: Import, plan: Plan) -> Plan:
    """Leave out the rejected rows of the same file that were corrected and taken in since."""
    same = _rejects_of_file(found).filter(state="replayed", corrected__isnull=False)
    done = set(same.values_list("row", flat=True))
    left = tuple(each for each in plan.rejects if each.row not in done)
    if len(left) == len(plan.rejects):
        return plan
    note = Note("rejects_settled", {"rows": len(plan.rejects) - len(left)})
    return _noted(replace(plan, rejects=left), [note])


def sheet_of(raw: bytes, *, file_name: str, request: Request) -> Sheet:
    """Read the sheet that a request names.

    Raises: the refusals of `read_sheet`.
    """
    named = set(request.stated.columns)
    return read_sheet(
        raw, name=file_name, sheet=request.sheet, limits=limits_of(os.environ),
        is_known=lambda text: text in named or is_known(text),
    )  # fmt: skip


def _read(raw: bytes, *, file_name: str, request: Request) -> tuple[Sheet, Recognition]:
    sheet = sheet_of(raw, file_name=file_name, request=request)
    stated = queries.with_remembered(request, sheet.headings)
    return sheet, recognise(sheet.headings, stated=stated, file_name=f"{file_name} {sheet.name}")


def planned(
    sheet: Sheet, recognition: Recognition, request: Request, *, source: str, late: frozenset[int] = frozenset()
) -> Plan:
    """Plan the import of a sheet by what is known now."""
    legal_entity = recognition.constants.get("legal_entity", MAIN)
    options = Options(
        queries.base_currency(legal_entity), request.as_of_day, request.through, queries.today_at(legal_entity),
        late_rows=late, is_complete=request.is_complete and not late,
    )  # fmt: skip
    paid_before = partial(queries.known_paid, source=source)
    return make_plan(sheet, recognition, options, paid_before=paid_before, codes_by_name=queries.codes_by_name)


def _delivery(plan: Plan, *, source: str, actor: str) -> Delivery:
    return Delivery(source=source, actor=actor, periods=plan.periods)


def _counts(written: Upserted) -> dict[str, dict[str, int]]:
    return {
        kind: {"added": each.added, "changed": each.changed, "unchanged": each.unchanged, "retracted": each.retracted}
        for kind, each in written.counts.items()
    }


def _outcome(
    file_name: str, sheet: Sheet, recognition: Recognition, plan: Plan, counts: Mapping[str, Mapping[str, int]]
) -> Outcome:
    return Outcome(
        file=file_name,
        kind=plan.kind,
        date_formats=plan.date_formats,
        read=plan.read,
        kinds=counts,
        rejected=len(plan.rejects),
        rejects=plan.rejects,
        headings=sheet.headings,
        columns={column.heading: column.target for column in recognition.columns},
        constants=recognition.constants,
        ignored=recognition.ignored,
        notes=plan.notes,
    )


def _note_refusal(found: Import, refusal: Refusal) -> None:
    result: dict[str, Json] = {"code": refusal.code(), "params": dict(refusal.params)}
    Import.objects.filter(id=found.id).update(state="refused", finished_at=clock().now(), result=result)


@transaction.atomic
def _finish(found: Import, outcome: Outcome, plan: Plan) -> None:
    """Write rejects, result and audit row in one transaction, so that an import cut off before leaves none of them."""
    _keep_rejects(found, plan.rejects)
    supplied: list[Json] = [
        {"kind": kind, "legal_entity": MAIN, "from_day": first, "to_day": last}
        for kind, (first, last) in plan.periods.items()
    ]
    Import.objects.filter(id=found.id).update(
        state="done", kind=outcome.kind, finished_at=clock().now(), result={**outcome.to_json(), "supplied": supplied}
    )
    params: dict[str, Json] = {
        "file": found.file_name, "sha256": found.sha256, "source": found.source, "read": outcome.read,
        "rejected": len(plan.rejects), "kinds": {kind: dict(each) for kind, each in outcome.kinds.items()},
    }  # fmt: skip
    record(found.actor, "intake.import", params, subject=f"import:{found.id}")


def _rejects_of_file(found: Import) -> "QuerySet[Reject]":
    """Give the rejected rows of all imports of a file that were not taken back."""
    same = Reject.objects.filter(of_import__sha256=found.sha256, of_import__source=found.source)
    return same.exclude(of_import__state="undone")


def _keep_rejects(found: Import, rejects: Sequence[Rejected]) -> None:
    """Keep each rejected row once, however often the same file is handed in; rows now taken are closed."""
    now = clock().now()
    same = _rejects_of_file(found)
    kept = set(same.values_list("row", flat=True))
    rejected = {each.row for each in rejects}
    same.filter(state__in=queries.PENDING).exclude(row__in=rejected).update(state="replayed", changed_at=now)
    made = [_reject(found.id, each) for each in rejects if each.row not in kept]
    for each in made:
        each.changed_at = now
    Reject.objects.bulk_create(made, batch_size=REJECTS_AT_ONCE)


def _reject(import_id: int, rejected: Rejected) -> Reject:
    first = rejected.problems[0]
    return Reject(
        of_import_id=import_id, row=rejected.row, column=first.column, value=first.value, code=first.code,
        params=dict(first.params), problems=[stored_problem(each) for each in rejected.problems],
        original=dict(rejected.cells),
    )  # fmt: skip


def dismiss(import_id: int, rows: Sequence[int], *, actor: str) -> int:
    """Close rejected rows without importing them; gives how many there were."""
    with transaction.atomic():
        pending = Reject.objects.filter(of_import_id=import_id, row__in=rows, state__in=queries.PENDING)
        closed = pending.update(state="dismissed", changed_at=clock().now())
        if closed:
            record(actor, "intake.dismiss", {"rows": sorted(rows)}, subject=f"import:{import_id}")
    return closed


def replay(corrections: Sequence[CorrectedRow], *, actor: str, progress: Progress | None = None) -> dict[str, int]:
    """Import corrected rows: those now right are closed, those still wrong stay open with their new reason.

    Rows that are no longer waiting are left alone. Gives how many were replayed, are still wrong, and were not waiting.
    Raises: ImportMissing, ImportRunning, OriginalMissing.
    """
    by_import: dict[int, dict[int, Mapping[str, str]]] = {}
    for each in corrections:
        by_import.setdefault(each.import_id, {})[each.row] = each.cells
    sums = {"replayed": 0, "still_rejected": 0, "not_waiting": 0}
    for import_id, rows in by_import.items():
        with only_one(import_id):
            found = queries.import_of(import_id)
            for name, count in _replay(found, rows, actor=actor, progress=progress or Silent()).items():
                sums[name] += count
    return sums


def _replay(found: Import, rows: Mapping[int, Mapping[str, str]], *, actor: str, progress: Progress) -> dict[str, int]:
    waiting = _note_corrections(found, rows)
    plan = _replanned(found, waiting)
    ready = delivered(plan, source=found.source)
    batches = list(found.cursor)

    def note(batch: int) -> None:
        batches.append(batch)
        Import.objects.filter(id=found.id).update(cursor=batches)

    delivery = replace(_delivery(plan, source=found.source, actor=actor), after_batch=note)
    upsert(ready.tables, delivery=delivery, progress=progress)
    wrong = {each.row: each for each in plan.rejects}
    _close_replayed(found, waiting, wrong, actor=actor)
    return {
        "replayed": len(waiting) - len(wrong),
        "still_rejected": len(wrong),
        "not_waiting": len(rows) - len(waiting),
    }


@transaction.atomic
def _note_corrections(found: Import, rows: Mapping[int, Mapping[str, str]]) -> frozenset[int]:
    """Keep what people corrected before anything is done with it; gives the rows that wait."""
    pending = list(
        Reject.objects.select_for_update().filter(of_import=found, row__in=list(rows), state__in=queries.PENDING)
    )
    for each in pending:
        each.corrected, each.state, each.changed_at = dict(rows[each.row]), "corrected", clock().now()
    Reject.objects.bulk_update(pending, ["corrected", "state", "changed_at"], batch_size=REJECTS_AT_ONCE)
    return frozenset(each.row for each in pending)


def _replanned(found: Import, waiting: frozenset[int]) -> Plan:
    """Plan the original file with its corrected rows, as it was understood then, and keep what it says of the waiting ones.

    Rows taken before keep their keys: a corrected row never displaces one of them.
    """
    request = from_json(found.options)
    told = outcome_of(found.result)
    raw = originals.read(data_folder(), found.sha256)
    sheet, _ = _read(raw, file_name=found.file_name, request=request)
    known = Reject.objects.filter(of_import=found, corrected__isnull=False).exclude(state="dismissed")
    corrected = {
        row: {**texts(original), **texts(changed)}
        for row, original, changed in known.values_list("row", "original", "corrected")
    }
    columns = {**dict.fromkeys(told.ignored, ""), **told.columns}
    stated = Stated(told.kind, columns, told.date_formats, told.constants)
    sheet = replace(with_rows(sheet, corrected), is_native=True)
    plan = planned(sheet, recognise(sheet.headings, stated=stated), request, source=found.source, late=waiting)
    return only_rows(plan, waiting)


@transaction.atomic
def _close_replayed(found: Import, waiting: frozenset[int], wrong: Mapping[int, Rejected], *, actor: str) -> None:
    now = clock().now()
    pending = Reject.objects.filter(of_import=found, state__in=queries.PENDING)
    pending.filter(row__in=waiting - wrong.keys()).update(state="replayed", changed_at=now)
    still = list(pending.filter(row__in=list(wrong)))
    for each in still:
        fresh = _reject(found.id, wrong[each.row])
        each.column, each.value, each.code = fresh.column, fresh.value, fresh.code
        each.params, each.problems = fresh.params, fresh.problems
        each.state, each.changed_at = "open", now
    Reject.objects.bulk_update(
        still, ["column", "value", "code", "params", "problems", "state", "changed_at"], batch_size=REJECTS_AT_ONCE
    )
    params: dict[str, Json] = {"rows": sorted(waiting), "still_rejected": sorted(wrong)}
    record(actor, "intake.replay", params, subject=f"import:{found.id}")
