"""What people do with files: hand one in, have it imported, correct its rows, take it back."""

import os
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import timedelta
from functools import partial

from django.db import transaction

from kedun.accounts.actions import record
from kedun.facts.delivery import Stretch
from kedun.facts.undo.actions import Undone, undo
from kedun.intake import actions, originals
from kedun.intake.exports import CorrectedRow
from kedun.intake.headings import signature_of
from kedun.intake.limits import limits_of
from kedun.intake.models import Import, ImportProgress, Reject, RememberedMapping, Upload
from kedun.intake.outcome import outcome_of
from kedun.intake.queries import PENDING, headings_of, import_of, written_counts
from kedun.intake.reading import sheets_in
from kedun.intake.recognition import Stated
from kedun.intake.refusals import FileTooLarge, ImportMissing
from kedun.intake.remembered import completed
from kedun.intake.request import Request, from_json
from kedun.intake.wizard import queries
from kedun.intake.wizard.pace import one_at_a_time
from kedun.intake.wizard.refusals import (
    FileNameNotUsable,
    ImportNotDone,
    ImportNotFailed,
    MappingMissing,
    RowNotReadable,
)
from kedun.intake.wizard.views import Uploaded, Viewer
from kedun.kernel.clock import clock
from kedun.kernel.hashing import Json
from kedun.kernel.progress import Progress

LONGEST_NAME = 255
UPLOADS_KEPT = timedelta(days=30)
MOST_DROPPED = 1_000
MOST_UPLOADS = 200
"""So many files of one person are kept to be looked at; the oldest give way."""
MOST_MAPPINGS = 1_000


def keep_upload(raw: bytes, *, file_name: str, viewer: Viewer) -> Uploaded:
    """Keep a file that somebody hands in; the same file again is the same upload.

    Raises: FileNameNotUsable, and what refuses the file before any cell is read.
    """
    name = file_name.replace("\\", "/").rpartition("/")[2].strip()
    if not name or len(name) > LONGEST_NAME or "\0" in name:
        raise FileNameNotUsable(limit=LONGEST_NAME)
    limits = limits_of(os.environ)
    if len(raw) > limits.file_bytes:
        raise FileTooLarge(bytes=len(raw), limit=limits.file_bytes)
    sheets = sheets_in(raw, name=name, limits=limits)
    if Upload.objects.filter(actor=viewer.actor).count() >= MOST_UPLOADS:
        drop_old_uploads(viewer.actor, keep=MOST_UPLOADS - 1)
    sha256 = originals.keep(actions.data_folder(), raw)
    now = clock().now()
    with transaction.atomic():
        upload, is_new = Upload.objects.get_or_create(
            actor=viewer.actor, sha256=sha256, file_name=name,
            defaults={"id": uuid.uuid4().hex, "size": len(raw), "uploaded_at": now},
        )  # fmt: skip
        Upload.objects.filter(id=upload.id).update(uploaded_at=now)
        if is_new:
            told: dict[str, Json] = {"file": name, "sha256": sha256, "bytes": len(raw)}
            record(viewer.actor, "intake.upload", told, subject=f"upload:{upload.id}")
    return Uploaded(upload.id, name, len(raw), sheets)


def drop_old_uploads(actor: str = "", *, keep: int | None = None) -> int:
    """Forget uploads that nobody looked at for a month, or all but somebody's newest; gives how many.

    Their files go with them where no import needs them: a file before its row, so that work cut off is done again.
    """
    if keep is None:
        old = Upload.objects.filter(uploaded_at__lt=clock().now() - UPLOADS_KEPT).order_by("uploaded_at")[:MOST_DROPPED]
    else:
        old = Upload.objects.filter(actor=actor).order_by("-uploaded_at")[keep:]
    dropped = 0
    for upload in old:
        others = Upload.objects.filter(sha256=upload.sha256).exclude(id=upload.id)
        if not others.exists() and not actions.needs_original(upload.sha256):
            originals.drop(actions.data_folder(), upload.sha256)
        dropped += Upload.objects.filter(id=upload.id, uploaded_at=upload.uploaded_at).delete()[0]
    return dropped


@transaction.atomic
def start(file_id: str, request: Request, *, source: str, viewer: Viewer) -> int:
    """Have a file imported by the worker; gives the import's number.

    Raises: UploadMissing.
    """
    from kedun.intake import jobs

    upload = queries.upload_of(file_id, viewer)
    import_id = actions.register_kept(
        upload.sha256, upload.size, file_name=upload.file_name, request=request, source=source, actor=viewer.actor
    )
    if not ImportProgress.objects.filter(of_import_id=import_id).exists():
        jobs.run_import.defer(import_id=import_id)
    return import_id


def remember_import(import_id: int) -> None:
    """Remember what a person said of the headings of a file, now that it was imported by that."""
    found = Import.objects.get(id=import_id)
    stated = from_json(found.options).stated
    if found.state != "done" or not (stated.columns or stated.date_formats):
        return
    told = outcome_of(found.result)
    stated = completed(replace(stated, kind=told.kind), queries.told_before(told.headings))
    remember(told.headings, stated, file_name=found.file_name, source=found.source, actor=found.actor)


@transaction.atomic
def remember(headings: Sequence[str], stated: Stated, *, file_name: str, source: str, actor: str) -> int:
    """Remember what a person says of a file's headings; gives the mapping's number."""
    values = {
        "file_name": file_name, "headings": list(headings), "kind": stated.kind, "columns": dict(stated.columns),
        "date_formats": dict(stated.date_formats), "constants": dict(stated.constants), "source": source,
        "actor": actor, "changed_at": clock().now(),
    }  # fmt: skip
    made, _ = RememberedMapping.objects.update_or_create(signature=signature_of(headings), defaults=values)
    kept = RememberedMapping.objects.order_by("-changed_at", "-id").values_list("id", flat=True)[:MOST_MAPPINGS]
    RememberedMapping.objects.exclude(id__in=list(kept)).delete()
    told: dict[str, Json] = {"kind": stated.kind, "columns": dict(stated.columns), "file": file_name}
    record(actor, "intake.remember_mapping", told, subject=f"mapping:{made.id}")
    return made.id


@transaction.atomic
def forget(mapping_id: int, *, viewer: Viewer) -> None:
    """Forget a remembered mapping.

    Raises: MappingMissing.
    """
    if not RememberedMapping.objects.filter(id=mapping_id).delete()[0]:
        raise MappingMissing(number=mapping_id)
    record(viewer.actor, "intake.forget_mapping", {}, subject=f"mapping:{mapping_id}")


def correct(import_id: int, rows: Mapping[int, Mapping[str, str]], *, viewer: Viewer) -> dict[str, int]:
    """Take rejected rows in as corrected: each with the cells that changed.

    Raises: ImportMissing, ImportNotDone, RowNotReadable, AnotherFileIsRead, ImportRunning, OriginalMissing.
    """
    queries.check_done(import_id, viewer)
    mine = Reject.objects.filter(of_import_id=import_id, row__in=list(rows))
    known = {
        row: {**original, **(corrected or {})}
        for row, original, corrected in mine.values_list("row", "original", "corrected")
    }
    headings = set(headings_of(import_id))
    for row, cells in rows.items():
        for heading in cells.keys() - headings - known.get(row, {}).keys():
            raise RowNotReadable(row=row, heading=heading)
    corrections = [CorrectedRow(import_id, row, {**known.get(row, {}), **cells}) for row, cells in rows.items()]
    return _replayed(import_id, corrections, viewer)


def _replayed(import_id: int, corrections: Sequence[CorrectedRow], viewer: Viewer) -> dict[str, int]:
    with one_at_a_time(import_of(import_id).size):
        return actions.replay(corrections, actor=viewer.actor)


def take_corrected(import_id: int, rows: Sequence[CorrectedRow], *, viewer: Viewer) -> dict[str, int]:
    """Take in the rows of an uploaded file of rejects; rows of other imports than this one are not waiting.

    Raises: ImportMissing, ImportNotDone, AnotherFileIsRead, ImportRunning, OriginalMissing.
    """
    queries.check_done(import_id, viewer)
    mine = [each for each in rows if each.import_id == import_id]
    sums = _replayed(import_id, mine, viewer)
    return {**sums, "not_waiting": sums["not_waiting"] + len(rows) - len(mine)}


def dismiss(import_id: int, rows: Sequence[int] | None, *, viewer: Viewer) -> int:
    """Close rejected rows (None: all that wait) without importing them; gives how many there were.

    Raises: ImportMissing, ImportNotDone.
    """
    queries.check_done(import_id, viewer)
    waiting = Reject.objects.filter(of_import_id=import_id, state__in=PENDING)
    chosen = waiting if rows is None else waiting.filter(row__in=list(rows))
    return actions.dismiss(import_id, list(chosen.values_list("row", flat=True)), actor=viewer.actor)


@transaction.atomic
def retry(import_id: int, *, viewer: Viewer) -> None:
    """Have the worker go on with an import, or with taking it back, that broke down; work that goes on is left alone.

    Raises: ImportMissing, ImportNotFailed.
    """
    from kedun.intake import jobs

    found = _held(import_id, viewer)
    if found.state in ("waiting", "running", "undoing"):
        return
    if found.state != "failed":
        raise ImportNotFailed(number=import_id, state=found.state)
    record(viewer.actor, "intake.retry", {"file": found.file_name}, subject=f"import:{import_id}")
    if (found.failure or {}).get("work") == "undo":
        Import.objects.filter(id=import_id).update(state="undoing", failure=None)
        jobs.undo_import.defer(import_id=import_id, actor=viewer.actor)
    else:
        Import.objects.filter(id=import_id).update(state="waiting", finished_at=None, failure=None)
        jobs.run_import.defer(import_id=import_id)


def _held(import_id: int, viewer: Viewer) -> Import:
    """Give an import that nobody else changes until the transaction ends.

    Raises: ImportMissing.
    """
    found = queries.visible(viewer).select_for_update(of=("self",)).filter(id=import_id).first()
    if found is None:
        raise ImportMissing(number=import_id)
    return found


@transaction.atomic
def request_undo(import_id: int, *, viewer: Viewer) -> None:
    """Have an import taken back by the worker; one that is undone stays so, and work that was cut off is taken up.

    Of one that broke down, what it wrote so far is taken back.

    Raises: ImportMissing, ImportNotDone.
    """
    from kedun.intake import jobs

    found = _held(import_id, viewer)
    if found.state == "undone":
        return
    if found.state in ("done", "failed"):
        Import.objects.filter(id=import_id).update(state="undoing", failure=None)
        record(viewer.actor, "intake.request_undo", {"file": found.file_name}, subject=f"import:{import_id}")
    elif found.state != "undoing":
        raise ImportNotDone(number=import_id, state=found.state)
    jobs.undo_import.defer(import_id=import_id, actor=viewer.actor)


def run_undo(import_id: int, *, actor: str, progress: Progress | None = None) -> None:
    """Take an import back, or what is left of it; one that is undone, or was never asked to be, is left alone.

    Raises: ImportMissing, ImportRunning.
    """
    with actions.only_one(import_id):
        found = import_of(import_id)
        if found.state != "undoing":
            return
        undone = undo(
            found.cursor, source=found.source, actor=actor, still_supplied=_stated_by_others(found),
            after_batch=partial(actions.note_batch, import_id, "undo_cursor"), progress=progress,
        )  # fmt: skip
        _finish_undo(found, undone, actor=actor)


def _stated_by_others(found: Import) -> list[Stretch]:
    """Give the days that other imports of the source stated, where they are known."""
    others = Import.objects.filter(source=found.source, state="done", result__has_key="supplied").exclude(id=found.id)
    told = others.values_list("result__supplied", flat=True)
    return [Stretch(**stretch) for stretches in told for stretch in stretches]


@transaction.atomic
def _finish_undo(found: Import, undone: Undone, *, actor: str) -> None:
    """Note what came of it; rows that still waited are closed with the import, and those wait again that it took over."""
    now = clock().now()
    waiting = Reject.objects.filter(of_import=found, state__in=PENDING)
    closed = waiting.update(state="dismissed", changed_at=now)
    written = written_counts(Import.objects.values_list("undo_cursor", flat=True).get(id=found.id))
    counts: dict[str, Json] = {
        kind: {"retracted": each["retracted"], "restored": each["changed"]} for kind, each in written.items()
    }
    kept: list[Json] = [asdict(each) for each in undone.kept]
    result: dict[str, Json] = {"kinds": counts, "kept_rows": undone.kept_rows, "kept": kept, "closed_rejects": closed}
    Import.objects.filter(id=found.id).update(state="undone", undone_at=now, undo_result=result)
    actions.reopen_rejects(found)
    told: dict[str, Json] = {"file": found.file_name, "kinds": counts, "kept_rows": undone.kept_rows}
    record(actor, "intake.undo", told, subject=f"import:{found.id}")
