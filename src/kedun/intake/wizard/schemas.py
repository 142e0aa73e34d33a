"""The documents of uploads, previews, imports and rejected rows."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from kedun.accounts.schemas import Document, Input, Output, PageQuery

HeadingText = Annotated[str, Field(max_length=10_000)]
CellText = Annotated[str, Field(max_length=10_000)]
Target = Annotated[str, Field(max_length=100)]
Pattern = Annotated[str, Field(max_length=40)]
Constant = Annotated[str, Field(max_length=200)]
KindName = Annotated[str, Field(max_length=100)]
FileId = Annotated[str, Field(min_length=1, max_length=32)]
SourceName = Annotated[str, Field(min_length=1, max_length=100, pattern=r"^\S(.*\S)?$")]
RowNumber = Annotated[int, Field(ge=1, le=2**31)]
MOST_COLUMNS = 500
MOST_ROWS = 1_000


class UploadDocument(Document):
    """A file that was handed in; `sheets` is empty for a text file."""

    file_id: str
    name: str
    size: int
    sheets: list[str]


class ImportForm(Input):
    """How a file is to be read. `columns`: what a heading means; "" leaves the column out."""

    file_id: FileId
    sheet: Annotated[str, Field(max_length=100)] = ""
    kind: Annotated[str, Field(max_length=100)] = ""
    columns: Annotated[dict[HeadingText, Target], Field(max_length=MOST_COLUMNS)] = {}
    date_formats: Annotated[dict[HeadingText, Pattern], Field(max_length=MOST_COLUMNS)] = {}
    constants: Annotated[dict[Target, Constant], Field(max_length=MOST_COLUMNS)] = {}
    through: date | None = None
    as_of_day: date | None = None
    is_complete: bool = False
    source: SourceName = "files"
    use_remembered: bool = True


class TargetChoice(Output):
    """A code with its word."""

    code: str
    label: str


class ImportAnswer(Output):
    """One possible answer to a question; `example`: what it would make of a value of the file."""

    value: str
    label: str
    example: str


class ImportQuestion(Output):
    """Something the file leaves open, answered by its first choice until somebody chooses."""

    code: str
    about: str
    message: str
    choices: list[ImportAnswer]


class TargetCandidate(Output):
    """What a column may mean."""

    target: str
    label: str


class ColumnShown(Output):
    """One column of the file."""

    heading: str
    target: str | None
    label: str | None
    samples: list[str]
    candidates: list[TargetCandidate]
    date_format: str | None
    is_required: bool


class KindCounts(Output):
    """What happens, or happened, to the rows of a kind."""

    kind: str
    label: str
    added: int
    changed: int
    unchanged: int
    retracted: int


class ProblemShown(Output):
    """What is wrong with one cell; `column` is empty when it is the row as a whole."""

    column: str
    value: str
    code: str
    message: str


class RejectShown(Output):
    """A row that is not taken."""

    row: int
    state: str
    problems: list[ProblemShown]
    cells: dict[str, str]


class ImportNote(Output):
    """Something to know about an import that is no reject."""

    code: str
    message: str


class FileRowShown(Output):
    """One row of the file, its cells in the order of the columns."""

    row: int
    cells: list[str]


class MappingShown(Output):
    """A remembered mapping."""

    id: int
    name: str
    kind: str
    kind_label: str
    columns: dict[str, str]
    date_formats: dict[str, str]
    constants: dict[str, str]
    source: str
    changed_at: datetime


class PreviewDocument(Document):
    """How a file is understood. `state`: ready; choose, where questions are open; unknown, where no kind fits.

    `is_sample`: the file is long, so only its first `read` rows were looked at: counts, rejects and questions are of
    those, and nothing is said of what the file lacks. The import reads all rows, and may find more to ask or to reject.
    """

    state: Literal["ready", "choose", "unknown"]
    file_id: str
    name: str
    sheet: str
    sheets: list[str]
    kind: str | None
    kind_label: str | None
    source: str
    questions: list[ImportQuestion]
    columns: list[ColumnShown]
    missing: list[TargetCandidate]
    constants: dict[str, str]
    read: int
    is_sample: bool
    kinds: list[KindCounts] | None
    rejected: int
    rejects: list[RejectShown]
    notes: list[ImportNote]
    rows: list[FileRowShown]
    remembered: MappingShown | None
    is_remembered_applied: bool


class ImportStarted(Document):
    """The import that a worker does."""

    id: int
    state: str


class ProgressShown(Output):
    """How far the work has come."""

    step: str
    label: str
    done: int
    total: int | None
    seconds_left: int | None


class ImportedBy(Output):
    """Who did something."""

    actor: str
    name: str


class ColumnTaken(Output):
    """What a column was taken for."""

    heading: str
    target: str
    label: str


class ResultShown(Output):
    """What came of an import."""

    read: int
    kinds: list[KindCounts]
    rejected: int
    columns: list[ColumnTaken]
    ignored: list[str]
    date_formats: dict[str, str]
    notes: list[ImportNote]


class KeptShown(Output):
    """A row that a later batch changed, so it was left as it is."""

    kind: str
    label: str
    external_id: str
    customer: str


class TakenBack(Output):
    """What a kind's rows came to when an import was taken back."""

    kind: str
    label: str
    retracted: int
    restored: int


class UndoShown(Output):
    """What came of taking an import back."""

    at: datetime
    kinds: list[TakenBack]
    kept_rows: int
    kept: list[KeptShown]
    closed_rejects: int


class WhyRefused(Output):
    """Why a whole file was refused."""

    code: str
    message: str


class WhyFailed(Output):
    """That the work broke down, and the number of the error."""

    number: str
    message: str


class ImportRow(Output):
    """An import in the list."""

    id: int
    name: str
    size: int
    kind: str | None
    kind_label: str | None
    source: str
    by: ImportedBy
    started_at: datetime
    finished_at: datetime | None
    state: Literal["waiting", "running", "done", "refused", "failed", "undoing", "undone"]
    state_label: str
    progress: ProgressShown | None
    read: int | None
    kinds: list[KindCounts]
    rejected: int | None
    open_rejects: int
    can_undo: bool


class ImportDocument(ImportRow):
    """An import with what came of it."""

    format: int = 1
    result: ResultShown | None
    refusal: WhyRefused | None
    failure: WhyFailed | None
    undo: UndoShown | None


class ImportQuery(PageQuery):
    """Which imports."""

    state: Literal["", "waiting", "running", "done", "refused", "failed", "undoing", "undone"] = ""


class RejectQuery(PageQuery):
    """Which rejected rows: those that wait, or all."""

    state: Literal["open", "all"] = "open"


class RejectPage(Document):
    """A page of rejected rows; `headings` are the columns of the file in their order."""

    items: list[RejectShown]
    headings: list[str]
    next_cursor: str | None = None
    total: int | None = None


class CorrectedCells(Input):
    """The cells of a rejected row that were changed."""

    row: RowNumber
    cells: Annotated[dict[HeadingText, CellText], Field(max_length=MOST_COLUMNS)]


class Corrections(Input):
    """Rejected rows as corrected."""

    rows: Annotated[list[CorrectedCells], Field(min_length=1, max_length=MOST_ROWS)]


class Replayed(Document):
    """What came of corrected rows; `rejects` are those still wrong, the first 200 of them."""

    replayed: int
    still_rejected: int
    not_waiting: int
    open_rejects: int
    rejects: list[RejectShown]


class Dismissal(Input):
    """Rows to close without importing them; null closes all that wait."""

    rows: Annotated[list[RowNumber], Field(min_length=1, max_length=MOST_ROWS)] | None


class RejectsDismissed(Document):
    """How many rows were closed."""

    dismissed: int


class TargetShown(Output):
    """What a column of a kind's file may mean."""

    target: str
    label: str
    type: str
    is_required: bool
    choices: list[TargetChoice]


class TargetList(Document):
    """Everything a column of a kind's file may mean."""

    kind: str
    label: str
    items: list[TargetShown]


class TargetQuery(Input):
    """Of which kind."""

    kind: Annotated[str, Field(min_length=1, max_length=100)]


class MappingForm(Input):
    """What is to be remembered of a file's headings."""

    name: Annotated[str, Field(min_length=1, max_length=255)]
    headings: Annotated[list[HeadingText], Field(min_length=1, max_length=MOST_COLUMNS)]
    kind: Annotated[str, Field(min_length=1, max_length=100)]
    columns: Annotated[dict[HeadingText, Target], Field(max_length=MOST_COLUMNS)] = {}
    date_formats: Annotated[dict[HeadingText, Pattern], Field(max_length=MOST_COLUMNS)] = {}
    constants: Annotated[dict[Target, Constant], Field(max_length=MOST_COLUMNS)] = {}
    source: SourceName = "files"


class MappingList(Document):
    """All remembered mappings."""

    items: list[MappingShown]


class MappingSaved(Document):
    """The mapping as it is remembered now."""

    id: int
