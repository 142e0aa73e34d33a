"""Rows of registry and court files: several names in a cell, rows that found nothing, cases told as closed."""

from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from kedun.facts.kinds import KINDS
from kedun.intake.columns import field_of
from kedun.intake.conversion import distinct, is_empty
from kedun.intake.headings import plain
from kedun.intake.planned import Note, Work
from kedun.intake.public_records import CHECK_SCOPES, CHECKED_ON, closing_days, found_nothing, names_in_cell
from kedun.intake.public_words import JUDGED
from kedun.intake.recognition import Recognition
from kedun.intake.sheet import Sheet

WORDS_NAMED = 8


def one_name_each(sheet: Sheet, recognition: Recognition) -> Sheet:
    """Give a sheet of relations in which a row that lists several parties stands once for each of them."""
    column = recognition.column("other") if recognition.kind == "relation" else None
    if column is None:
        return sheet
    texts = sheet.column(column.heading).to_pylist()
    names = [names_in_cell(text) or [text] for text in texts]
    if all(len(each) == 1 for each in names):
        return sheet
    at = pa.array([position for position, each in enumerate(names) for _ in each], pa.int64())
    parties = pa.array([name for each in names for name in each], pa.string())
    place = sheet.headings.index(column.heading)
    columns = [texts.take(at) for texts in sheet.columns]
    columns[place] = parties
    return replace(sheet, columns=tuple(columns), rows=sheet.rows.take(at))


def read_public_records(work: Work) -> None:
    """Complete what a file tells of registers and courts; note the words that it uses and nobody knows."""
    if work.recognition.kind in CHECK_SCOPES and CHECKED_ON in work.columns.values:
        _set_clean_rows_apart(work)
    if work.recognition.kind == "legal_event":
        _close_cases(work)
    _note_unknown_words(work)


def _set_clean_rows_apart(work: Work) -> None:
    kind = KINDS[work.recognition.kind]
    own = {each.name for each in kind.fields} - {"currency"}
    texts = {each.target: work.sheet.column(each.heading) for each in work.recognition.columns if each.target in own}
    days, owners = work.columns.values[CHECKED_ON], work.customers
    told = pc.is_valid(days) if owners is None else pc.and_(pc.is_valid(days), pc.invert(is_empty(owners)))
    work.clean = found_nothing(kind.name, texts) & frozenset(pc.indices_nonzero(told).to_pylist())
    for position in work.clean:
        work.columns.problems.pop(position, None)
    if work.clean:
        work.notes.append(Note("nothing_found", {"rows": len(work.clean)}))


def _close_cases(work: Work) -> None:
    values, size = work.columns.values, work.columns.size
    none = pa.nulls(size, pa.int64())
    filed = work.recognition.column("filed_on")
    closed_on = values.get("closed_on", none)
    if filed is not None and plain(filed.heading) in JUDGED:
        closed_on = pc.coalesce(closed_on, values["filed_on"])
    status = values.get("case_status")
    if status is not None:
        seen = pc.coalesce(values.get(CHECKED_ON, none), values.get("reported_on", none))
        closed_on = closing_days(closed_on, status, seen, today=work.options.today)
    if closed_on is not none:
        values["closed_on"] = closed_on


def _note_unknown_words(work: Work) -> None:
    kind = KINDS[work.recognition.kind]
    for column in work.recognition.columns:
        known = field_of(kind, column.target).known
        if known:
            told = distinct(work.columns.values[column.target])
            unknown = sorted({word for word in told if word not in known})
            if unknown:
                words = ", ".join(unknown[:WORDS_NAMED])
                work.notes.append(Note("words_kept", {"column": column.heading, "words": words}))
