"""What the steps of an import tell: uploads, previews, imports, rejected rows; frozen data without a database."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kedun.intake.asking import Question
from kedun.intake.outcome import Outcome
from kedun.intake.planned import Note
from kedun.intake.rejects import Problem, Rejected
from kedun.kernel.hashing import Json


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who asks: what they are called in the audit trail, and whether they may see every customer."""

    actor: str
    sees_all: bool


@dataclass(frozen=True, slots=True)
class Uploaded:
    """A file that was handed in."""

    file_id: str
    name: str
    size: int
    sheets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PreviewColumn:
    """One column of a file: what it is taken for, some of its texts, and what else its heading may mean."""

    heading: str
    target: str
    samples: tuple[str, ...]
    candidates: tuple[str, ...]
    date_format: str
    is_required: bool


@dataclass(frozen=True, slots=True)
class Remembered:
    """A mapping that was remembered."""

    id: int
    file_name: str
    kind: str
    columns: Mapping[str, str]
    date_formats: Mapping[str, str]
    constants: Mapping[str, str]
    source: str
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Preview:
    """How a file is understood and what its import would do; `kinds` is None where that cannot be told yet.

    `is_sample`: only its first rows were read, so everything is said of those.
    """

    file_id: str
    file_name: str
    sheet: str
    sheets: tuple[str, ...]
    kind: str
    source: str
    columns: tuple[PreviewColumn, ...]
    questions: tuple[Question, ...]
    missing: tuple[str, ...]
    constants: Mapping[str, str]
    read: int
    is_sample: bool
    first_rows: tuple[tuple[int, tuple[str, ...]], ...]
    kinds: Mapping[str, Mapping[str, int]] | None
    rejected: int
    rejects: tuple[Rejected, ...]
    notes: tuple[Note, ...]
    remembered: Remembered | None
    is_remembered_applied: bool


@dataclass(frozen=True, slots=True)
class ProgressSeen:
    """How far an import has come; `seconds_left` None where nothing can be said yet."""

    step: str
    done: int
    total: int | None
    seconds_left: int | None


@dataclass(frozen=True, slots=True)
class ImportSeen:
    """An import as people see it; `failure` is the number of the error that it broke down with."""

    id: int
    file_name: str
    size: int
    kind: str
    source: str
    actor: str
    started_at: datetime
    finished_at: datetime | None
    state: str
    progress: ProgressSeen | None
    outcome: Outcome | None
    refusal: Mapping[str, Json] | None
    failure: str | None
    open_rejects: int
    can_undo: bool
    undone_at: datetime | None
    undo_result: Mapping[str, Json] | None


@dataclass(frozen=True, slots=True)
class RejectSeen:
    """A rejected row as people see it; `cells` are as last corrected."""

    row: int
    state: str
    problems: tuple[Problem, ...]
    cells: Mapping[str, str]
    original: Mapping[str, str]
    changed_at: datetime
