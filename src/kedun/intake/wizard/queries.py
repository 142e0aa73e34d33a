"""What people can ask about files and imports: previews, progress, rejected rows, remembered mappings."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from django.db.models import Count, Q, QuerySet

from kedun.facts.kinds import KINDS
from kedun.intake import actions, originals
from kedun.intake.asking import Understanding, understand
from kedun.intake.columns import field_of
from kedun.intake.headings import heading_of, signature_of
from kedun.intake.limits import limits_of
from kedun.intake.models import Import, Reject, RememberedMapping, Upload
from kedun.intake.outcome import outcome_of, problems_of
from kedun.intake.queries import PENDING, with_remembered
from kedun.intake.reading import sheets_in
from kedun.intake.recognition import ATTRIBUTE, Recognition, Stated, vocabulary
from kedun.intake.refusals import ImportMissing
from kedun.intake.remembered import applied
from kedun.intake.request import Request, texts
from kedun.intake.sheet import Sheet
from kedun.intake.wizard.pace import one_at_a_time
from kedun.intake.wizard.refusals import ImportNotDone, UploadMissing
from kedun.intake.wizard.views import (
    ImportSeen,
    Preview,
    PreviewColumn,
    ProgressSeen,
    RejectSeen,
    Remembered,
    Viewer,
)
from kedun.kernel.clock import clock

SAMPLES = 3
SAMPLE_ROWS = 20_000
"""So many rows of a file are looked at before it is imported; a shorter file is looked at as a whole."""
FIRST_ROWS = 20
PREVIEW_REJECTS = 200
UNDOABLE = ("done", "failed")


def upload_of(file_id: str, viewer: Viewer) -> Upload:
    """Give an upload of one's own.

    Raises: UploadMissing.
    """
    found = Upload.objects.filter(id=file_id, actor=viewer.actor).first()
    if found is None:
        raise UploadMissing(file_id=file_id)
    return found


def preview(file_id: str, request: Request, *, source: str, viewer: Viewer) -> Preview:
    """Tell how a file is understood, what is left to choose, and what its import would do.

    Of a long file only the first rows are looked at, so what it lacks cannot be told.
    Raises: AnotherFileIsRead, UploadMissing, OriginalMissing, what a person stated wrongly, and whatever refuses the whole file.
    """
    upload = upload_of(file_id, viewer)
    with one_at_a_time(upload.size):
        return _looked_at(upload, request, source=source)


def _looked_at(upload: Upload, request: Request, *, source: str) -> Preview:
    raw = originals.read(actions.data_folder(), upload.sha256)
    sheet = actions.sheet_of(raw, file_name=upload.file_name, request=request, sample_rows=SAMPLE_ROWS)
    request = replace(request, is_complete=request.is_complete and not sheet.is_sample)
    stated = with_remembered(request, sheet.headings)
    found = understand(
        sheet, stated, file_name=upload.file_name,
        plan=lambda of, recognition: actions.planned(of, recognition, request, source=source),
    )  # fmt: skip
    sheets = sheets_in(raw, name=upload.file_name, limits=limits_of(os.environ))
    shown = _preview(upload, sheet, found, sheets=sheets, source=source)
    if found.plan is not None:
        counts, told = actions.estimated(found.plan, source=source)
        plan = found.plan
        shown = replace(
            shown, kinds=counts, rejected=len(plan.rejects), rejects=plan.rejects[:PREVIEW_REJECTS],
            notes=(*plan.notes, *told),
        )  # fmt: skip
    remembered = remembered_for(sheet.headings)
    return replace(shown, remembered=remembered, is_remembered_applied=bool(remembered and request.uses_remembered))


def _preview(upload: Upload, sheet: Sheet, found: Understanding, *, sheets: tuple[str, ...], source: str) -> Preview:
    formats = found.plan.date_formats if found.plan else found.stated.date_formats
    return Preview(
        file_id=upload.id,
        file_name=upload.file_name,
        sheet=sheet.name,
        sheets=sheets,
        kind=found.recognition.kind if found.recognition else "",
        source=source,
        columns=tuple(_columns(sheet, found.recognition, formats)),
        questions=found.questions,
        missing=found.missing,
        constants=found.stated.constants,
        read=sheet.read,
        is_sample=sheet.is_sample,
        first_rows=_first_rows(sheet),
        kinds=None,
        rejected=0,
        rejects=(),
        notes=(),
        remembered=None,
        is_remembered_applied=False,
    )


def _columns(sheet: Sheet, recognition: Recognition | None, formats: Mapping[str, str]) -> Iterable[PreviewColumn]:
    for heading in sheet.headings:
        target = _target(heading, recognition)
        kind = KINDS[recognition.kind] if recognition else None
        yield PreviewColumn(
            heading=heading,
            target=target,
            samples=_samples(sheet, heading),
            candidates=_candidates(heading, recognition),
            date_format=formats.get(heading, ""),
            is_required=bool(kind and target and not target.startswith(ATTRIBUTE) and field_of(kind, target).required),
        )


def _target(heading: str, recognition: Recognition | None) -> str:
    columns = recognition.columns if recognition else ()
    return next((each.target for each in columns if each.heading == heading), "")


def _candidates(heading: str, recognition: Recognition | None) -> tuple[str, ...]:
    """Give what a heading may mean in a file of the kind, the surest first."""
    if recognition is None:
        return ()
    words, read = vocabulary(recognition.kind), heading_of(heading)
    return tuple(each.target for each in words.get(read.whole) or words.get(read.bare, ()))


def _samples(sheet: Sheet, heading: str) -> tuple[str, ...]:
    texts_of_column = (text for text in sheet.column(heading)[:1000].to_pylist() if text)
    return tuple(list(dict.fromkeys(texts_of_column))[:SAMPLES])


def _first_rows(sheet: Sheet) -> tuple[tuple[int, tuple[str, ...]], ...]:
    numbers = sheet.rows[:FIRST_ROWS].to_pylist()
    cells = zip(*(column[:FIRST_ROWS].to_pylist() for column in sheet.columns), strict=True)
    return tuple(zip(numbers, cells, strict=True))


def remembered_for(headings: Sequence[str]) -> Remembered | None:
    """Give what was remembered of files with these headings."""
    found = RememberedMapping.objects.filter(signature=signature_of(headings)).first()
    return None if found is None else _remembered(found)


def told_before(headings: Sequence[str]) -> Stated:
    """Give what is remembered of files with these headings, as something that is stated of this one."""
    found = remembered_for(headings)
    if found is None:
        return Stated()
    return applied(Stated(found.kind, found.columns, found.date_formats, found.constants), headings)


def mappings() -> tuple[Remembered, ...]:
    """Give all remembered mappings, the newest first."""
    return tuple(_remembered(each) for each in RememberedMapping.objects.order_by("-changed_at", "-id")[:1000])


def _remembered(found: RememberedMapping) -> Remembered:
    return Remembered(
        found.id, found.file_name, found.kind, texts(found.columns), texts(found.date_formats),
        texts(found.constants), found.source, found.changed_at,
    )  # fmt: skip


def visible(viewer: Viewer) -> "QuerySet[Import]":
    """Give the imports that somebody may see: all, or their own where they may not see every customer."""
    everything = Import.objects.all()
    return everything if viewer.sees_all else everything.filter(actor=viewer.actor)


def imports(viewer: Viewer, *, state: str = "", before: int | None = None, limit: int = 50) -> tuple[ImportSeen, ...]:
    """Give imports, the newest first; those before one of them."""
    rows = visible(viewer).filter(**({"state": state} if state else {}))
    rows = rows.filter(id__lt=before) if before is not None else rows
    return _seen(rows.order_by("-id")[:limit])


def count_imports(viewer: Viewer, *, state: str = "") -> int:
    """Count imports."""
    return visible(viewer).filter(**({"state": state} if state else {})).count()


def import_seen(import_id: int, viewer: Viewer) -> ImportSeen:
    """Give an import.

    Raises: ImportMissing, also for one that the viewer may not see.
    """
    found = _seen(visible(viewer).filter(id=import_id))
    if not found:
        raise ImportMissing(number=import_id)
    return found[0]


def _seen(rows: "QuerySet[Import]") -> tuple[ImportSeen, ...]:
    waiting = Count("rejects", filter=Q(rejects__state__in=PENDING))
    return tuple(_one(each) for each in rows.select_related("progress").annotate(waiting=waiting))


def _one(found: Import) -> ImportSeen:
    is_refused = found.state == "refused"
    waiting = found.__dict__["waiting"]
    return ImportSeen(
        id=found.id,
        file_name=found.file_name,
        size=found.size,
        kind=found.kind,
        source=found.source,
        actor=found.actor,
        started_at=found.started_at,
        finished_at=found.finished_at,
        state=found.state,
        progress=_progress(found),
        outcome=outcome_of(found.result, import_id=found.id) if found.result and not is_refused else None,
        refusal=found.result if is_refused else None,
        failure=None if found.failure is None else str(found.failure["number"]),
        open_rejects=waiting,
        can_undo=found.state in UNDOABLE and bool(found.cursor),
        undone_at=found.undone_at,
        undo_result=found.undo_result,
    )


def _progress(found: Import) -> ProgressSeen | None:
    if found.state not in ("running", "undoing") or not hasattr(found, "progress"):
        return None
    told = found.progress
    left: int | None = None
    if told.total and told.done:
        spent = max((clock().now() - told.since).total_seconds(), 0)
        left = round(spent * max(told.total - told.done, 0) / told.done)
    return ProgressSeen(told.step, told.done, told.total, left)


def check_done(import_id: int, viewer: Viewer) -> None:
    """Refuse what can be done only with an import that is done.

    Raises: ImportMissing, ImportNotDone.
    """
    found = import_seen(import_id, viewer)
    if found.state != "done":
        raise ImportNotDone(number=import_id, state=found.state)


def rejects(
    import_id: int, viewer: Viewer, *, is_open: bool = True, after: int = 0, limit: int = 50
) -> tuple[tuple[RejectSeen, ...], int]:
    """Give an import's rejected rows in the order of the file, those after a row, and how many there are in all.

    Raises: ImportMissing.
    """
    import_seen(import_id, viewer)
    rows = Reject.objects.filter(of_import_id=import_id)
    rows = rows.filter(state__in=PENDING) if is_open else rows
    shown = tuple(_reject(each) for each in rows.filter(row__gt=after).order_by("row")[:limit])
    return shown, rows.count()


def rejects_in(import_id: int, viewer: Viewer, rows: Sequence[int], *, limit: int) -> tuple[RejectSeen, ...]:
    """Give those of an import's rejected rows that still wait.

    Raises: ImportMissing.
    """
    import_seen(import_id, viewer)
    waiting = Reject.objects.filter(of_import_id=import_id, state__in=PENDING, row__in=list(rows))
    return tuple(_reject(each) for each in waiting.order_by("row")[:limit])


def _reject(each: Reject) -> RejectSeen:
    original = texts(each.original)
    cells = {**original, **texts(each.corrected)}
    return RejectSeen(each.row, each.state, problems_of(each.problems), cells, original, each.changed_at)


def original_of(import_id: int, viewer: Viewer) -> tuple[str, bytes]:
    """Give the name and the content of the file that was imported.

    Raises: ImportMissing, OriginalMissing.
    """
    seen = import_seen(import_id, viewer)
    sha256 = Import.objects.values_list("sha256", flat=True).get(id=import_id)
    return seen.file_name, originals.read(actions.data_folder(), sha256)
