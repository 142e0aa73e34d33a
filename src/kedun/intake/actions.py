"""What the intake does: take a file in, keep what it cannot take, and take that in once it is corrected."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Literal

from django.db import OperationalError, connection, transaction
from django.db.models import F, JSONField, Q, QuerySet, Value
from django.db.models.expressions import CombinedExpression
from psycopg.errors import LockNotAvailable

from kedun.accounts.actions import record
from kedun.facts.actions import Delivery, Upserted, upsert
from kedun.intake import originals, queries
from kedun.intake.concerned import concerned
from kedun.intake.estimates import store as estimates
from kedun.intake.exports import CorrectedRow
from kedun.intake.limits import limits_of
from kedun.intake.models import Import, Reject, Upload
from kedun.intake.outcome import Outcome, counted, outcome_of, stored_problem
from kedun.intake.plan import make_plan, only_rows
from kedun.intake.planned import Note, Options, Plan
from kedun.intake.reading import read_sheet
from kedun.intake.recognition import Recognition, Stated, is_known, recognise
from kedun.intake.refusals import FileTooLarge, ImportRunning, ImportTakenBack
from kedun.intake.rejects import Rejected
from kedun.intake.request import Request, from_json, texts, to_json
from kedun.intake.sheet import Sheet, with_rows
from kedun.intake.store import delivered, notes_after
from kedun.kernel.clock import clock
from kedun.kernel.hashing import Json
from kedun.kernel.progress import Progress, Silent
from kedun.kernel.refusals import Refusal

MAIN = "main"
BROKE_DOWN = Q(state="failed", failure__work="import")
"""Imports that broke down before they were done; what they wrote so far stands."""
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
    same = Import.objects.filter(sha256=sha256, source=source, options=options)
    known = same.filter(Q(state__in=("waiting", "running")) | BROKE_DOWN).order_by("id").first()
    if known is not None:
        same.filter(BROKE_DOWN, id=known.id).update(state="waiting", finished_at=None, failure=None)
        return known.id
    made = Import.objects.create(
        file_name=file_name, sha256=sha256, size=size, source=source, actor=actor,
        options=options, started_at=clock().now(),
    )  # fmt: skip
    return made.id


def run_import(import_id: int, *, progress: Progress | None = None) -> Outcome:
    """Do an import, or what is left of one that was cut off; one that has ended just tells its outcome again.

    Raises: ImportMissing, ImportRunning, ImportTakenBack, OriginalMissing, and whatever refuses the file.
    """
    with only_one(import_id):
        found = queries.import_of(import_id)
        if found.state in ("undoing", "undone"):
            raise ImportTakenBack(number=import_id)
        if found.state not in ("waiting", "running", "refused") and found.result is not None:
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
    """Hold the lock of one import until the block ends, or the transaction around it: its writes are then to be seen.

    It ends with the connection, so a killed process leaves none behind.
    """
    is_inside = connection.in_atomic_block
    _lock(import_id, "pg_advisory_xact_lock" if is_inside else "pg_advisory_lock")
    try:
        yield
    finally:
        if not is_inside:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [_LOCK_CLASS, import_id])


def _lock(import_id: int, function: Literal["pg_advisory_lock", "pg_advisory_xact_lock"]) -> None:
    """Take an import's lock, waiting for as long as the server may need to notice that its last holder was killed."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('lock_timeout'), set_config('lock_timeout', %s, true)", [LOCK_WAIT])
            usual, _ = cursor.fetchone()
            cursor.execute(f"SELECT {function}(%s, %s)", [_LOCK_CLASS, import_id])
            cursor.execute("SELECT set_config('lock_timeout', %s, true)", [usual])
    except OperationalError as error:
        if not isinstance(error.__cause__, LockNotAvailable):
            raise
        raise ImportRunning(number=import_id) from error


def note_batch(import_id: int, cursor: Literal["cursor", "undo_cursor"], batch: int) -> None:
    """Add a batch to those of an import; the database adds it, so that none of another process is lost."""
    noted = CombinedExpression(F(cursor), "||", Value(batch, output_field=JSONField()), output_field=JSONField())
    Import.objects.filter(id=import_id).update(**{cursor: noted})


def _run(found: Import, progress: Progress) -> Outcome:
    Import.objects.filter(id=found.id).update(state="running", finished_at=None, result=None, failure=None)
    request = from_json(found.options)
    raw = originals.read(data_folder(), found.sha256)
    progress.step("read")
    sheet, recognition = _read(raw, file_name=found.file_name, request=request)
    found.sheet, found.kind = sheet.name, recognition.kind
    Import.objects.filter(id=found.id).update(sheet=found.sheet, kind=found.kind)
    progress.step("check", total=sheet.read)
    plan = planned(sheet, recognition, request, source=found.source)
    progress.advance(sheet.read)
    ready = delivered(plan, source=found.source)
    upsert(ready.tables, delivery=_noting(found, plan, actor=found.actor), progress=progress)
    batches = queries.import_of(found.id).cursor
    counts = counted({kind: table.num_rows for kind, table in ready.tables.items()}, queries.written_counts(batches))
    told = (*ready.notes, *notes_after(plan, counts, stubs=queries.stubs_made(batches), source=found.source))
    plan = _without_replayed(found, _noted(plan, told))
    outcome = _outcome(found.file_name, sheet, recognition, plan, counts)
    _finish(found, outcome, plan)
    return replace(outcome, import_id=found.id)


def _noted(plan: Plan, notes: Sequence[Note]) -> Plan:
    return replace(plan, notes=(*plan.notes, *notes))


def _without_replayed(found: Import, plan: Plan) -> Plan:
    """Leave out the rejected rows of the same sheet that were corrected and taken in since."""
    done = set(_rejects_of_sheet(found).filter(state="replayed").values_list("row", flat=True))
    left = tuple(each for each in plan.rejects if each.row not in done)
    if len(left) == len(plan.rejects):
        return plan
    note = Note("rejects_settled", {"rows": len(plan.rejects) - len(left)})
    return _noted(replace(plan, rejects=left), [note])


def sheet_of(raw: bytes, *, file_name: str, request: Request, sample_rows: int = 0) -> Sheet:
    """Read the sheet that a request names, or the first rows of it.

    Raises: the refusals of `read_sheet`.
    """
    named = set(request.stated.columns)
    return read_sheet(
        raw, name=file_name, sheet=request.sheet, limits=replace(limits_of(os.environ), sample_rows=sample_rows),
        is_known=lambda text: text in named or is_known(text),
    )  # fmt: skip


def _read(raw: bytes, *, file_name: str, request: Request) -> tuple[Sheet, Recognition]:
    sheet = sheet_of(raw, file_name=file_name, request=request)
    stated = queries.with_remembered(request, sheet.headings)
    return sheet, recognise(sheet.headings, stated=stated, file_name=f"{file_name} {sheet.name}")


def planned(
    sheet: Sheet,
    recognition: Recognition,
    request: Request,
    *,
    source: str,
    late: frozenset[int] = frozenset(),
    whole: Sheet | None = None,
) -> Plan:
    """Plan the import of a sheet by what is known now."""
    legal_entity = recognition.constants.get("legal_entity", MAIN)
    options = Options(
        queries.base_currency(legal_entity), request.as_of_day, request.through, queries.today_at(legal_entity),
        late_rows=late, is_complete=request.is_complete and not late,
    )  # fmt: skip
    known_paid = partial(queries.known_paid, source)
    return make_plan(
        sheet, recognition, options, known_paid=known_paid, codes_by_name=queries.codes_by_name, whole=whole
    )


def _delivery(plan: Plan, *, source: str, actor: str) -> Delivery:
    return Delivery(source=source, actor=actor, periods=plan.periods)


def _noting(found: Import, plan: Plan, *, actor: str) -> Delivery:
    """Give what is said of a delivery whose batches are noted with their import."""
    noting = partial(note_batch, found.id, "cursor")
    return replace(_delivery(plan, source=found.source, actor=actor), after_batch=noting)


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


@transaction.atomic
def give_up(import_id: int, *, number: str) -> None:
    """Note that the work on an import broke down for good, under the number that the error has in the log."""
    found = Import.objects.select_for_update().filter(id=import_id, state__in=("waiting", "running", "undoing")).first()
    if found is None:
        return
    now = clock().now()
    failure: dict[str, Json] = {"work": "undo" if found.state == "undoing" else "import", "number": number}
    Import.objects.filter(id=import_id).update(state="failed", finished_at=found.finished_at or now, failure=failure)
    record("system", "intake.fail", {"file": found.file_name, **failure}, subject=f"import:{import_id}")


def _note_refusal(found: Import, refusal: Refusal) -> None:
    result: dict[str, Json] = {"code": refusal.code(), "params": dict(refusal.params)}
    Import.objects.filter(id=found.id).update(state="refused", finished_at=clock().now(), result=result)
    if not needs_original(found.sha256) and not Upload.objects.filter(sha256=found.sha256).exists():
        originals.drop(data_folder(), found.sha256)


def needs_original(sha256: str) -> bool:
    """Tell whether an import needs a kept file: all do but those refused before the file was understood."""
    return Import.objects.filter(sha256=sha256).exclude(state="refused", kind="").exists()


@transaction.atomic
def _finish(found: Import, outcome: Outcome, plan: Plan) -> None:
    """Write rejects, result and audit row in one transaction, so that an import cut off before leaves none of them."""
    _keep_rejects(found, plan.rejects)
    supplied: list[Json] = [
        {"kind": kind, "legal_entity": MAIN, "from_day": first, "to_day": last}
        for kind, (first, last) in plan.periods.items()
    ]
    Import.objects.filter(id=found.id).update(
        state="done", finished_at=clock().now(), result={**outcome.to_json(), "supplied": supplied}
    )
    params: dict[str, Json] = {
        "file": found.file_name, "sha256": found.sha256, "source": found.source, "read": outcome.read,
        "rejected": len(plan.rejects), "kinds": {kind: dict(each) for kind, each in outcome.kinds.items()},
    }  # fmt: skip
    record(found.actor, "intake.import", params, subject=f"import:{found.id}")


def _same_sheet(found: Import) -> "QuerySet[Import]":
    """Give all imports of a sheet as the same kind and source that were not taken back; no two of them change it at once.

    The caller's transaction holds them.
    """
    same_file = Import.objects.filter(sha256=found.sha256, source=found.source)
    held = list(same_file.select_for_update().order_by("id").values_list("id", flat=True))
    return Import.objects.filter(id__in=held, sheet=found.sheet, kind=found.kind).exclude(state="undone")


def _rejects_of_sheet(found: Import) -> "QuerySet[Reject]":
    """Give the rejected rows of all imports of a sheet that were not taken back."""
    same = Reject.objects.filter(
        of_import__sha256=found.sha256, of_import__source=found.source, of_import__sheet=found.sheet,
        of_import__kind=found.kind,
    )  # fmt: skip
    return same.exclude(of_import__state="undone")


def _keep_rejects(found: Import, rejects: Sequence[Rejected]) -> None:
    """Keep an import's rejected rows. What earlier imports of the sheet still had waiting is the newest one's to tell.

    What people did with a row stays: half a correction is kept, and a row that was dismissed is not listed again.
    """
    now = clock().now()
    earlier = Reject.objects.filter(of_import__in=_same_sheet(found))
    known = {row: told for row, *told in earlier.order_by("of_import_id").values_list("row", "state", "corrected")}
    earlier.filter(state__in=queries.PENDING).update(state="superseded", changed_at=now)
    made = [_reject(found.id, each) for each in rejects]
    for each in made:
        state, each.corrected = known.get(each.row, ("open", None))
        each.state = "dismissed" if state == "dismissed" else "open"
        each.changed_at = now
    Reject.objects.bulk_create(made, batch_size=REJECTS_AT_ONCE)


def reopen_rejects(found: Import) -> None:
    """Let the rows wait again that an import took over, now that it is taken back: those of the newest one left."""
    left = _same_sheet(found).filter(state="done").exclude(id=found.id).order_by("-id").first()
    if left is not None and left.id < found.id:
        Reject.objects.filter(of_import=left, state="superseded").update(state="open", changed_at=clock().now())


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
    upsert(ready.tables, delivery=_noting(found, plan, actor=actor), progress=progress)
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
    """Plan the waiting rows of the original file as corrected, with all rows that have a say in them, as it was understood then.

    Rows taken before keep their keys: a corrected row never displaces one of them.
    """
    request = from_json(found.options)
    told = outcome_of(found.result)
    raw = originals.read(data_folder(), found.sha256)
    sheet, _ = _read(raw, file_name=found.file_name, request=request)
    told_now = Q(of_import=found, state__in=(*queries.PENDING, "replayed"))
    known = _rejects_of_sheet(found).filter(told_now | Q(state="replayed"), corrected__isnull=False)
    corrected = {
        row: {**texts(original), **texts(changed)}
        for row, original, changed in known.order_by("of_import_id").values_list("row", "original", "corrected")
    }
    columns = {**dict.fromkeys(told.ignored, ""), **told.columns}
    stated = Stated(told.kind, columns, told.date_formats, told.constants)
    sheet = replace(with_rows(sheet, corrected), is_native=True)
    recognition = recognise(sheet.headings, stated=stated)
    part = concerned(sheet, recognition, waiting)
    plan = planned(part, recognition, request, source=found.source, late=waiting, whole=sheet)
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
