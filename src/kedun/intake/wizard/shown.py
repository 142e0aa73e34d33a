"""From what the steps of an import tell to the documents that people get, in their language."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from kedun.facts.kinds import KINDS
from kedun.intake import asking
from kedun.intake.columns import field_of
from kedun.intake.planned import Note
from kedun.intake.recognition import label_of, targets_of
from kedun.intake.rejects import Problem, Rejected
from kedun.intake.synonyms import CHOICES
from kedun.intake.wizard import schemas
from kedun.intake.wizard.views import ImportSeen, Preview, PreviewColumn, ProgressSeen, RejectSeen, Remembered, Uploaded
from kedun.intake.wizard.words import FAILED, STATES, STEPS, said_note, said_problem, said_refusal
from kedun.kernel.hashing import Json
from kedun.kernel.words import Language, Words


def kind_label(kind: str, language: Language) -> str:
    """Give the word for a kind; '' for none."""
    return KINDS[kind].label.say(language) if kind in KINDS else ""


def upload(found: Uploaded) -> schemas.UploadDocument:
    """Show an upload."""
    return schemas.UploadDocument(file_id=found.file_id, name=found.name, size=found.size, sheets=list(found.sheets))


def preview(found: Preview, language: Language) -> schemas.PreviewDocument:
    """Show a preview."""
    return schemas.PreviewDocument(
        state="choose" if found.questions and found.kind else "ready" if found.kinds is not None else "unknown",
        file_id=found.file_id,
        name=found.file_name,
        sheet=found.sheet,
        sheets=list(found.sheets),
        kind=found.kind or None,
        kind_label=kind_label(found.kind, language) or None,
        source=found.source,
        questions=[_question(each, language) for each in found.questions],
        columns=[_column(each, found.kind, language) for each in found.columns],
        missing=[_candidate(each, found.kind, language) for each in found.missing],
        constants=dict(found.constants),
        read=found.read,
        is_sample=found.is_sample,
        kinds=None if found.kinds is None else counts(found.kinds, language),
        rejected=found.rejected,
        rejects=[rejected(each, language) for each in found.rejects],
        notes=notes(found.notes, language),
        rows=[schemas.FileRowShown(row=number, cells=list(cells)) for number, cells in found.first_rows],
        remembered=None if found.remembered is None else mapping(found.remembered, language),
        is_remembered_applied=found.is_remembered_applied,
    )


def _question(found: asking.Question, language: Language) -> schemas.ImportQuestion:
    choices = [
        schemas.ImportAnswer(value=each.value, label=each.label.say(language), example=each.example)
        for each in found.choices
    ]
    return schemas.ImportQuestion(code=found.code, about=found.about, message=found.say(language), choices=choices)


def _column(found: PreviewColumn, kind: str, language: Language) -> schemas.ColumnShown:
    return schemas.ColumnShown(
        heading=found.heading,
        target=found.target or None,
        label=label_of(KINDS[kind], found.target).say(language) if found.target else None,
        samples=list(found.samples),
        candidates=[_candidate(each, kind, language) for each in found.candidates],
        date_format=found.date_format or None,
        is_required=found.is_required,
    )


def _candidate(target: str, kind: str, language: Language) -> schemas.TargetCandidate:
    return schemas.TargetCandidate(target=target, label=label_of(KINDS[kind], target).say(language))


def counts(found: Mapping[str, Mapping[str, int]], language: Language) -> list[schemas.KindCounts]:
    """Show what happened to the rows of each kind."""
    return [schemas.KindCounts(kind=kind, label=kind_label(kind, language), **each) for kind, each in found.items()]


def notes(found: Sequence[Note], language: Language) -> list[schemas.ImportNote]:
    """Show what is to be known of an import."""
    return [schemas.ImportNote(code=each.code, message=said_note(each, language)) for each in found]


def _problems(found: Sequence[Problem], language: Language) -> list[schemas.ProblemShown]:
    return [
        schemas.ProblemShown(column=each.column, value=each.value, code=each.code, message=said_problem(each, language))
        for each in found
    ]


def rejected(found: Rejected, language: Language) -> schemas.RejectShown:
    """Show a row that would be rejected."""
    return schemas.RejectShown(
        row=found.row, state="open", problems=_problems(found.problems, language), cells=dict(found.cells)
    )


def reject(found: RejectSeen, language: Language) -> schemas.RejectShown:
    """Show a row that was rejected."""
    return schemas.RejectShown(
        row=found.row, state=found.state, problems=_problems(found.problems, language), cells=dict(found.cells)
    )


def mapping(found: Remembered, language: Language) -> schemas.MappingShown:
    """Show a remembered mapping."""
    return schemas.MappingShown(
        id=found.id,
        name=found.file_name,
        kind=found.kind,
        kind_label=kind_label(found.kind, language),
        columns=dict(found.columns),
        date_formats=dict(found.date_formats),
        constants=dict(found.constants),
        source=found.source,
        changed_at=found.changed_at,
    )


def import_row(found: ImportSeen, names: Mapping[str, str], language: Language) -> schemas.ImportRow:
    """Show an import in the list."""
    return schemas.ImportRow.model_validate(_shared(found, names, language))


def import_document(found: ImportSeen, names: Mapping[str, str], language: Language) -> schemas.ImportDocument:
    """Show an import with what came of it."""
    outcome = found.outcome
    result = None
    if outcome is not None:
        kind = KINDS[outcome.kind]
        result = schemas.ResultShown(
            read=outcome.read,
            kinds=counts(outcome.kinds, language),
            rejected=outcome.rejected,
            columns=[
                schemas.ColumnTaken(heading=heading, target=target, label=label_of(kind, target).say(language))
                for heading in outcome.headings
                if (target := outcome.columns.get(heading))
            ],
            ignored=list(outcome.ignored),
            date_formats=dict(outcome.date_formats),
            notes=notes(outcome.notes, language),
        )
    refusal = None
    if found.refusal is not None:
        code, message = said_refusal(found.refusal, language)
        refusal = schemas.WhyRefused(code=code, message=message)
    failure = None
    if found.failure is not None:
        failure = schemas.WhyFailed(number=found.failure, message=FAILED.say(language, number=found.failure))
    undo = _undo(found.undo_result, found.undone_at, language) if found.undo_result and found.undone_at else None
    came = {"result": result, "refusal": refusal, "failure": failure, "undo": undo}
    return schemas.ImportDocument.model_validate({**_shared(found, names, language), **came})


def _shared(found: ImportSeen, names: Mapping[str, str], language: Language) -> dict[str, object]:
    outcome = found.outcome
    return {
        "id": found.id,
        "name": found.file_name,
        "size": found.size,
        "kind": found.kind or None,
        "kind_label": kind_label(found.kind, language) or None,
        "source": found.source,
        "by": schemas.ImportedBy(actor=found.actor, name=names.get(found.actor, found.actor)),
        "started_at": found.started_at,
        "finished_at": found.finished_at,
        "state": found.state,
        "state_label": STATES[found.state].say(language),
        "progress": _progress(found.progress, language),
        "read": outcome.read if outcome else None,
        "kinds": counts(outcome.kinds, language) if outcome else [],
        "rejected": outcome.rejected if outcome else None,
        "open_rejects": found.open_rejects,
        "can_undo": found.can_undo,
    }


def _progress(found: ProgressSeen | None, language: Language) -> schemas.ProgressShown | None:
    if found is None:
        return None
    label = STEPS.get(found.step, Words(found.step, found.step)).say(language)
    return schemas.ProgressShown(
        step=found.step, label=label, done=found.done, total=found.total, seconds_left=found.seconds_left
    )


def _undo(stored: Mapping[str, Json], at: datetime, language: Language) -> schemas.UndoShown:
    kinds, kept = stored.get("kinds"), stored.get("kept")
    assert isinstance(kinds, Mapping)
    assert isinstance(kept, Sequence)
    shown = {
        **stored,
        "at": at,
        "kinds": [
            {"kind": kind, "label": kind_label(kind, language), **each}
            for kind, each in kinds.items()
            if isinstance(each, Mapping)
        ],
        "kept": [
            {**each, "label": kind_label(str(each["kind"]), language)} for each in kept if isinstance(each, Mapping)
        ],
    }
    return schemas.UndoShown.model_validate(shown)


def targets(kind_name: str, language: Language) -> schemas.TargetList:
    """Show everything a column of a kind's file may mean."""
    kind = KINDS[kind_name]
    items = []
    for target in targets_of(kind):
        described = field_of(kind, target)
        choices = [
            schemas.TargetChoice(code=code, label=CHOICES[code][0 if language == "zh" else 1])
            for code in described.choices
        ]
        items.append(
            schemas.TargetShown(
                target=target,
                label=label_of(kind, target).say(language),
                type=described.type,
                is_required=described.required and target != "external_id",
                choices=choices,
            )
        )
    return schemas.TargetList(kind=kind_name, label=kind.label.say(language), items=items)
