"""Importing files under /api/v1: hand in, look, start, watch, correct, take back."""

import os
from urllib.parse import quote

from django.http import HttpResponse
from ninja import File, Query, UploadedFile

from kedun.accounts.api import XLSX, Request, Router, actor, language, log_access, page, position, scope
from kedun.accounts.queries import actor_names
from kedun.accounts.schemas import Id, Page
from kedun.intake.conversion import read_currency
from kedun.intake.dates import checked_format
from kedun.intake.exports import ExportedRow, corrected_rows, exported, table_of
from kedun.intake.limits import MIB, limits_of
from kedun.intake.mapping import IGNORED
from kedun.intake.queries import headings_of
from kedun.intake.recognition import Stated, kind_called
from kedun.intake.refusals import CurrencyUnknown
from kedun.intake.rejects import Fault
from kedun.intake.request import Request as Wanted
from kedun.intake.templates import STARTERS, starter, template
from kedun.intake.wizard import actions, queries, schemas, shown
from kedun.intake.wizard.refusals import KindNotFound, ScopeMayNotImport
from kedun.intake.wizard.views import RejectSeen, Viewer
from kedun.intake.wizard.words import said_problem
from kedun.kernel.days import to_day
from kedun.kernel.refusals import Invalid
from kedun.kernel.words import Language

router = Router("imports")
UPLOAD_LIMIT = limits_of(os.environ).file_bytes + MIB
MOST_EXPORTED = 100_000
SHOWN_STILL_WRONG = 200


def viewer(request: Request) -> Viewer:
    """Give who asks, as the intake knows them."""
    return Viewer(actor(request), sees_all=scope(request).kind == "all")


def _importer(request: Request) -> Viewer:
    """Give who asks, if they may import files.

    Raises: ScopeMayNotImport.
    """
    found = viewer(request)
    if not found.sees_all:
        raise ScopeMayNotImport
    return found


def attached(content: bytes, *, name: str, content_type: str) -> HttpResponse:
    """Answer with a file to be saved, which no browser shows or guesses at."""
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store"
    return response


@router.post("/imports/files", response=schemas.UploadDocument, status=201, body_limit=UPLOAD_LIMIT, multipart=True)
def upload_file(request: Request, file: File[UploadedFile]) -> schemas.UploadDocument:
    """Hand in a file to look at; nothing is imported yet."""
    who = _importer(request)
    return shown.upload(actions.keep_upload(file.read(), file_name=file.name or "", viewer=who))


@router.post("/imports/preview", response=schemas.PreviewDocument)
def preview_import(request: Request, form: schemas.ImportForm) -> schemas.PreviewDocument:
    """Tell how a file is understood, what is left to choose, and what its import would do; nothing is stored."""
    found = queries.preview(form.file_id, _wanted(form), source=form.source, viewer=_importer(request))
    return shown.preview(found, language(request))


@router.post("/imports", response=schemas.ImportStarted, status=202)
def start_import(request: Request, form: schemas.ImportForm) -> schemas.ImportStarted:
    """Have a file imported by a worker."""
    who = _importer(request)
    number = actions.start(form.file_id, _wanted(form), source=form.source, viewer=who)
    return schemas.ImportStarted(id=number, state=queries.import_seen(number, who).state)


def _wanted(form: schemas.ImportForm) -> Wanted:
    """Read what a form states.

    Raises: KindUnknown, DateFormatInvalid, CurrencyUnknown.
    """
    for heading, pattern in form.date_formats.items():
        checked_format(pattern, stated=f"{heading}={pattern}")
    constants = dict(form.constants)
    if "currency" in constants:
        code = read_currency(constants["currency"])
        if isinstance(code, Fault):
            raise CurrencyUnknown(currency=constants["currency"])
        constants["currency"] = code
    columns = {heading: "" if target in IGNORED else target for heading, target in form.columns.items()}
    kind = kind_called(form.kind) if form.kind and form.kind != "auto" else "auto"
    return Wanted(
        Stated(kind, columns, form.date_formats, constants),
        sheet=form.sheet,
        as_of_day=to_day(form.as_of_day) if form.as_of_day else None,
        through=to_day(form.through) if form.through else None,
        is_complete=form.is_complete,
        uses_remembered=form.use_remembered,
    )


@router.get("/imports", response=Page[schemas.ImportRow])
def imports(request: Request, query: Query[schemas.ImportQuery]) -> Page[schemas.ImportRow]:
    """List imports, the newest first."""
    who, purpose = viewer(request), f"imports {query.state}"
    after = position(query, purpose)
    before = after[0] if after and isinstance(after[0], int) else None
    found = queries.imports(who, state=query.state, before=before, limit=query.limit + 1)
    names, spoken = actor_names([each.actor for each in found]), language(request)
    return page(
        found, query, purpose=purpose, key=lambda each: (each.id,),
        shown=lambda each: shown.import_row(each, names, spoken), total=queries.count_imports(who, state=query.state),
    )  # fmt: skip


@router.get("/imports/targets", response=schemas.TargetList)
def targets(request: Request, query: Query[schemas.TargetQuery]) -> schemas.TargetList:
    """List everything a column of a kind's file may mean."""
    return shown.targets(kind_named(query.kind), language(request))


def kind_named(name: str) -> str:
    """Give the kind that an address names.

    Raises: KindNotFound.
    """
    try:
        return kind_called(name)
    except Invalid as unknown:
        raise KindNotFound(kind=name) from unknown


@router.get("/imports/{import_id}", response=schemas.ImportDocument)
def import_status(request: Request, import_id: Id) -> schemas.ImportDocument:
    """Tell how far an import has come, or what came of it."""
    return _document(request, import_id)


def _document(request: Request, import_id: int) -> schemas.ImportDocument:
    found = queries.import_seen(import_id, viewer(request))
    return shown.import_document(found, actor_names([found.actor]), language(request))


@router.get("/imports/{import_id}/rejects", response=schemas.RejectPage)
def rejects(request: Request, import_id: Id, query: Query[schemas.RejectQuery]) -> schemas.RejectPage:
    """List an import's rejected rows in the order of the file."""
    who, purpose, spoken = viewer(request), f"rejects {import_id} {query.state}", language(request)
    key = position(query, purpose)
    after = key[0] if key and isinstance(key[0], int) else 0
    found, total = queries.rejects(import_id, who, is_open=query.state == "open", after=after, limit=query.limit + 1)
    made = page(
        found, query, purpose=purpose, key=lambda each: (each.row,),
        shown=lambda each: shown.reject(each, spoken), total=total,
    )  # fmt: skip
    return schemas.RejectPage(
        items=made.items, headings=list(headings_of(import_id)), next_cursor=made.next_cursor, total=made.total
    )


@router.put("/imports/{import_id}/rejects", response=schemas.Replayed)
def correct_rejects(request: Request, import_id: Id, corrections: schemas.Corrections) -> schemas.Replayed:
    """Take rejected rows in as corrected; those still wrong stay open with their new reason."""
    who = _importer(request)
    rows = {each.row: each.cells for each in corrections.rows}
    return _replayed(request, import_id, who, actions.correct(import_id, rows, viewer=who), list(rows))


def _replayed(request: Request, import_id: int, who: Viewer, sums: dict[str, int], rows: list[int]) -> schemas.Replayed:
    spoken = language(request)
    wrong = queries.rejects_in(import_id, who, rows, limit=SHOWN_STILL_WRONG)
    _, waiting = queries.rejects(import_id, who, limit=0)
    return schemas.Replayed(**sums, open_rejects=waiting, rejects=[shown.reject(each, spoken) for each in wrong])


@router.post("/imports/{import_id}/rejects/dismiss", response=schemas.RejectsDismissed)
def dismiss_rejects(request: Request, import_id: Id, dismissal: schemas.Dismissal) -> schemas.RejectsDismissed:
    """Close rejected rows without importing them."""
    return schemas.RejectsDismissed(dismissed=actions.dismiss(import_id, dismissal.rows, viewer=_importer(request)))


@router.get("/imports/{import_id}/rejects/export", file=XLSX)
def export_rejects(request: Request, import_id: Id) -> HttpResponse:
    """Write the rejected rows that wait as a workbook, to be corrected there and uploaded."""
    who, spoken = viewer(request), language(request)
    found, _ = queries.rejects(import_id, who, limit=MOST_EXPORTED)
    queries.check_done(import_id, who)
    rows = [ExportedRow(import_id, each.row, _reasons(each, spoken), each.cells) for each in found]
    lines = table_of(rows, headings=headings_of(import_id), language=spoken)
    log_access(request, "export_rejects", f"import:{import_id}", len(rows))
    return attached(exported(lines, "xlsx"), name=f"rejects-{import_id}.xlsx", content_type=XLSX)


def _reasons(found: RejectSeen, spoken: Language) -> str:
    return ("；" if spoken == "zh" else "; ").join(
        f"{each.column} {said_problem(each, spoken)}".strip() for each in found.problems
    )


@router.post("/imports/{import_id}/rejects/upload", response=schemas.Replayed, body_limit=UPLOAD_LIMIT, multipart=True)
def upload_rejects(request: Request, import_id: Id, file: File[UploadedFile]) -> schemas.Replayed:
    """Take in a workbook of rejected rows that was corrected."""
    who = _importer(request)
    rows = corrected_rows(file.read(), name=file.name or "", limits=limits_of(os.environ))
    sums = actions.take_corrected(import_id, rows, viewer=who)
    return _replayed(request, import_id, who, sums, [each.row for each in rows])


@router.post("/imports/{import_id}/undo", response=schemas.ImportDocument, status=202)
def undo_import(request: Request, import_id: Id) -> schemas.ImportDocument:
    """Have an import taken back: added rows retracted, changed rows restored; rows that were changed since are kept."""
    actions.request_undo(import_id, viewer=_importer(request))
    return _document(request, import_id)


@router.post("/imports/{import_id}/retry", response=schemas.ImportDocument, status=202)
def retry_import(request: Request, import_id: Id) -> schemas.ImportDocument:
    """Have an import, or its undoing, that broke down gone on with; nothing is written twice."""
    actions.retry(import_id, viewer=_importer(request))
    return _document(request, import_id)


@router.get("/imports/{import_id}/original", file="application/octet-stream")
def import_original(request: Request, import_id: Id) -> HttpResponse:
    """Give the file as it was handed in."""
    name, content = queries.original_of(import_id, viewer(request))
    log_access(request, "import_original", f"import:{import_id}", 1)
    return attached(content, name=name, content_type="application/octet-stream")


@router.get("/import-mappings", response=schemas.MappingList)
def import_mappings(request: Request) -> schemas.MappingList:
    """List what is remembered of files' headings."""
    spoken = language(request)
    return schemas.MappingList(items=[shown.mapping(each, spoken) for each in queries.mappings()])


@router.put("/import-mappings", response=schemas.MappingSaved)
def remember_mapping(request: Request, form: schemas.MappingForm) -> schemas.MappingSaved:
    """Remember what a file's headings mean, instead of what was remembered of the same headings before."""
    who = _importer(request)
    for heading, pattern in form.date_formats.items():
        checked_format(pattern, stated=f"{heading}={pattern}")
    stated = Stated(kind_called(form.kind), form.columns, form.date_formats, form.constants)
    number = actions.remember(form.headings, stated, file_name=form.name, source=form.source, actor=who.actor)
    return schemas.MappingSaved(id=number)


@router.delete("/import-mappings/{mapping_id}")
def forget_mapping(request: Request, mapping_id: Id) -> None:
    """Forget what was remembered of a file's headings."""
    actions.forget(mapping_id, viewer=_importer(request))


@router.get("/templates/{kind}", file=XLSX)
def import_template(request: Request, kind: schemas.KindName) -> HttpResponse:
    """Give an empty workbook of a kind to fill in: headings, explanations, an example, lists to choose from.

    Besides kinds there are whole sets with several sheets: customer_information, risk_assessment, collection_follow_up.
    """
    spoken = language(request)
    if kind in STARTERS:
        name, label, content = kind, STARTERS[kind][0].say(spoken), starter(kind, spoken)
    else:
        name = kind_named(kind)
        label, content = shown.kind_label(name, spoken), template(name, spoken, "xlsx")
    return attached(content, name=f"{label if spoken == 'zh' else name}.xlsx", content_type=XLSX)
