"""Commands of the intake: import files, deal with rejected rows, write templates."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars
from rich.table import Table

from kedun.cli.files import Force, write
from kedun.cli.intake_shown import show
from kedun.cli.session import choices, opened, say
from kedun.facts.kinds import KINDS
from kedun.intake.dates import checked_format
from kedun.intake.exports import ExportedRow, corrected_rows, exported, table_of
from kedun.intake.limits import DEFAULT_LIMITS
from kedun.intake.mapping import stated_by
from kedun.intake.outcome import Outcome, document_of
from kedun.intake.recognition import Stated, kind_called
from kedun.intake.refusals import DateFormatInvalid, FileMissing, HeadingUnknown, MapFileInvalid, RejectMissing
from kedun.intake.rejects import sentence
from kedun.intake.request import DEFAULT_SOURCE, Request, with_currency
from kedun.intake.templates import STARTERS, starter, template
from kedun.kernel.days import Day, to_day
from kedun.kernel.hashing import Json
from kedun.kernel.progress import Progress
from kedun.kernel.refusals import Invalid, Refusal
from kedun.kernel.words import Language, Words
from kedun.supervisor import status

if TYPE_CHECKING:
    from kedun.intake.queries import PendingReject

ACTOR = "cli"
INTERRUPTED = 130
"""The exit code of a command that was stopped from the keyboard."""
STOPPED = Words(
    "已中断：已写入的部分保留；再次运行同一命令即从中断处继续，不会重复导入。",
    "Stopped: what was written is kept; the same command again continues where this one ended and imports nothing twice.",
)
STOPPED_DRY = Words("已中断：试算没有写入任何内容。", "Stopped: the dry run wrote nothing.")

Files = Annotated[list[Path], typer.Argument(help="文件 · Files: CSV (.csv .tsv .txt) or Excel (.xlsx .xls).")]
AsJson = Annotated[bool, typer.Option("--json", help="输出 JSON · Print JSON.")]
ImportId = Annotated[
    int | None, typer.Option("--import", help="导入号（默认：最新）· Import number (default: newest).")
]
KindName = Annotated[str, typer.Option("--kind", help="种类 · Kind: auto, customers, invoices, payments …")]
MapFile = Annotated[
    Path | None, typer.Option("--map", help="映射文件 · Map file (YAML): kind, columns, date_formats, constants.")
]
DateFormats = Annotated[
    list[str] | None, typer.Option("--date-format", help="列名=格式 · COLUMN=FORMAT, e.g. 'Due=%d/%m/%Y'.")
]
SourceName = Annotated[str, typer.Option(help="来源 · Name of the source.")]
SheetName = Annotated[str, typer.Option(help="工作表 · Sheet (default: the first that is not empty).")]
IsComplete = Annotated[
    bool,
    typer.Option(
        "--complete", help="文件含该来源全部记录 · The file has every row of its source; others are retracted."
    ),
]
Through = Annotated[str, typer.Option(metavar="DAY", help="数据完整至该日 · The file is complete through this day.")]
AsOfDay = Annotated[
    str, typer.Option(metavar="DAY", help="已付金额的截止日 · The day for which paid amounts are stated.")
]
CurrencyCode = Annotated[str, typer.Option(help="币种 · Currency of all amounts.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="只试算，不写入 · Compute everything, write nothing.")]
NoWait = Annotated[bool, typer.Option("--no-wait", help="交给后台任务 · Leave the work to the server's worker.")]


class DayNotReadable(Invalid):
    """The text "{text}" is not a day; write it as 2024-03-05."""

    zh = "“{text}”不是日期，请写成 2024-03-05。"


class CorrectionNotReadable(Invalid):
    """The text "{text}" is not a correction; write COLUMN=VALUE."""

    zh = "“{text}”不是更正，请写成 列名=值。"


def register(app: typer.Typer) -> None:
    """Add the commands of the intake."""
    app.command("import")(import_files)
    app.command("template")(write_template)
    rejects = typer.Typer(
        no_args_is_help=True, help="被拒收的行 · Rejected rows: list, export, correct, replay, dismiss."
    )
    rejects.command("list")(list_rejects)
    rejects.command("export")(export_rejects)
    rejects.command("correct")(correct_reject)
    rejects.command("replay")(replay_rejects)
    rejects.command("dismiss")(dismiss_rejects)
    app.add_typer(rejects, name="rejects")


def import_files(
    files: Files,
    kind: KindName = "auto",
    map_file: MapFile = None,
    date_format: DateFormats = None,
    source: SourceName = DEFAULT_SOURCE,
    sheet: SheetName = "",
    complete: IsComplete = False,
    through: Through = "",
    as_of_day: AsOfDay = "",
    currency: CurrencyCode = "",
    dry_run: DryRun = False,
    no_wait: NoWait = False,
    as_json: AsJson = False,
) -> None:
    """导入 Excel 或 CSV 文件 · Import Excel or CSV files: columns and date formats are recognised, bad rows kept."""
    request = Request(_stated(kind, map_file, date_format or ()), sheet, _day(as_of_day), _day(through), complete)
    request = with_currency(request, currency) if currency else request
    for file in files:
        _check_there(file)
    with _told_when_interrupted(is_dry=dry_run), opened():
        if no_wait and not dry_run:
            _enqueue(files, request, source=source, as_json=as_json)
            return
        with _shown_progress(is_quiet=as_json) as progress:
            entries, refused = _imported(files, request, source=source, is_dry=dry_run, progress=progress)
        _tell(entries, is_dry=dry_run, as_json=as_json)
    if refused:
        raise typer.Exit(2)


@contextmanager
def _told_when_interrupted(*, is_dry: bool) -> Iterator[None]:
    """Say what is kept when a person stops an import."""
    try:
        yield
    except KeyboardInterrupt as interrupt:
        typer.echo(say(STOPPED_DRY if is_dry else STOPPED), err=True)
        raise typer.Exit(INTERRUPTED) from interrupt


def _imported(
    files: Sequence[Path], request: Request, *, source: str, is_dry: bool, progress: Progress
) -> tuple[list[Outcome | tuple[Path, Refusal]], bool]:
    """Import one file after the other; where there are several, one that is refused does not stop the others.

    All are registered before the first one is read, so that nobody is assessed between two of them.
    """
    entries: list[Outcome | tuple[Path, Refusal]] = []
    numbers = {} if is_dry else {file: _registered(file, request, source=source) for file in files}
    for file in files:
        try:
            entries.append(_import_one(file, numbers.get(file), request, source=source, progress=progress))
        except Refusal as refusal:
            if len(files) == 1:
                raise
            entries.append((file, refusal))
    return entries, any(not isinstance(entry, Outcome) for entry in entries)


def _registered(file: Path, request: Request, *, source: str) -> int | Refusal:
    """Register a file; gives its import's number, or why it is refused."""
    from kedun.intake import actions

    try:
        return actions.register(file.read_bytes(), file_name=file.name, request=request, source=source, actor=ACTOR)
    except Refusal as refusal:
        return refusal


def _import_one(
    file: Path, number: int | Refusal | None, request: Request, *, source: str, progress: Progress
) -> Outcome:
    """Do a registered import; without a number only tell what it would do."""
    from kedun.intake import actions

    if isinstance(number, Refusal):
        raise number
    if number is not None:
        return actions.run_import(number, progress=progress)
    raw = file.read_bytes()
    return actions.preview(raw, file_name=file.name, request=request, source=source, actor=ACTOR, progress=progress)


def _enqueue(files: Sequence[Path], request: Request, *, source: str, as_json: bool) -> None:
    from kedun.intake import actions, jobs

    waiting: list[Json] = []
    for file in files:
        import_id = actions.register(
            file.read_bytes(), file_name=file.name, request=request, source=source, actor=ACTOR
        )
        jobs.run_import.defer(import_id=import_id)
        waiting.append({"file": file.name, "import": import_id, "state": "waiting"})
    if as_json:
        _print_json({"format": 1, "files": waiting})
        return
    left = Words("已交给后台：{count} 个文件", "Left to the worker: {count} {count:file|files}")
    typer.echo(left.say(choices().language, count=len(waiting)))
    if status(choices().data).server is None:
        typer.echo(
            say(
                Words(
                    "目前没有服务在运行，文件会一直等待；请启动：./kedun run",
                    "No server runs, so the files wait; start it: ./kedun run",
                )
            )
        )


def _stated(kind: str, map_file: Path | None, date_formats: Sequence[str]) -> Stated:
    stated = Stated()
    if map_file is not None:
        _check_there(map_file)
        try:
            stated = stated_by(map_file.read_text("utf-8-sig"))
        except UnicodeDecodeError as error:
            raise MapFileInvalid(detail="UTF-8") from error
    formats = dict(stated.date_formats)
    for text in date_formats:
        heading, equals, pattern = text.rpartition("=")
        if not equals:
            raise DateFormatInvalid(text=text)
        formats[heading] = checked_format(pattern, stated=text)
    chosen = stated.kind if kind == "auto" else kind
    if chosen != "auto":
        kind_called(chosen)
    return Stated(chosen, stated.columns, formats, stated.constants)


def _check_there(file: Path) -> None:
    if not file.is_file():
        raise FileMissing(file=str(file))


def _day(text: str) -> Day | None:
    if not text:
        return None
    try:
        return to_day(date.fromisoformat(text))
    except ValueError as error:
        raise DayNotReadable(text=text) from error


def _tell(entries: Sequence[Outcome | tuple[Path, Refusal]], *, is_dry: bool, as_json: bool) -> None:
    if as_json:
        _print_json({"format": 1, "files": [_entry(entry, is_dry=is_dry) for entry in entries]})
        return
    for entry in entries:
        if isinstance(entry, Outcome):
            show(entry, is_dry=is_dry)
        else:
            typer.echo(f"{entry[0].name}: {entry[1].say(choices().language)}", err=True)


def _entry(entry: Outcome | tuple[Path, Refusal], *, is_dry: bool) -> dict[str, Json]:
    if isinstance(entry, Outcome):
        return {**document_of(entry, choices().language), "dry_run": is_dry}
    file, refusal = entry
    error: dict[str, Json] = {
        "code": refusal.code(), "message": refusal.say(choices().language), "params": dict(refusal.params),
    }  # fmt: skip
    return {"file": file.name, "error": error}


def _print_json(document: Mapping[str, Json]) -> None:
    typer.echo(json.dumps(document, ensure_ascii=False))


class _BarProgress:
    """Shows steps as bars."""

    def __init__(self, bars: Bars) -> None:
        self.bars = bars
        self.task = None if bars.disable else bars.add_task("", total=None)

    def step(self, name: str, *, total: int | None = None) -> None:
        if self.task is not None:
            self.bars.reset(self.task, description=name, total=total)

    def advance(self, done: int = 1) -> None:
        if self.task is not None:
            self.bars.advance(self.task, done)


class _shown_progress:  # noqa: N801 - used like a function
    """Shows progress on the standard error while the block runs."""

    def __init__(self, *, is_quiet: bool) -> None:
        console = Console(stderr=True)
        self.bars = Bars(
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
            console=console, transient=True, disable=is_quiet or not console.is_terminal,
        )  # fmt: skip

    def __enter__(self) -> Progress:
        self.bars.start()
        return _BarProgress(self.bars)

    def __exit__(self, *_: object) -> None:
        self.bars.stop()


def list_rejects(import_id: ImportId = None, as_json: AsJson = False) -> None:
    """列出待处理的拒收行 · List the rejected rows that wait."""
    with opened():
        from kedun.intake import queries

        pending = queries.pending_rejects(import_id)
    if as_json:
        _print_json({"format": 1, "rejects": [_pending_entry(each) for each in pending]})
        return
    table = Table(
        say(Words("导入号", "Import")),
        say(Words("文件", "File")),
        say(Words("行号", "Row")),
        say(Words("原因", "Reason")),
    )
    for each in pending:
        table.add_row(str(each.import_id), each.file_name, str(each.row), _reasons(each, choices().language))
    Console().print(table)


def _reasons(pending: "PendingReject", language: Language) -> str:
    return ("；" if language == "zh" else "; ").join(sentence(problem, language) for problem in pending.problems)


def _pending_entry(pending: "PendingReject") -> dict[str, Json]:
    first = pending.problems[0]
    return {
        "import": pending.import_id,
        "file": pending.file_name,
        "row": pending.row,
        "column": first.column,
        "value": first.value,
        "code": first.code,
        "reason": _reasons(pending, choices().language),
        "cells": dict(pending.cells),
        "state": pending.state,
    }


def export_rejects(
    file: Annotated[Path, typer.Argument(help="输出文件 · File to write: .xlsx or .csv.")],
    import_id: ImportId = None,
    force: Force = False,
    as_json: AsJson = False,
) -> None:
    """导出拒收行以便在 Excel 中更正 · Export the rejected rows of an import, to be corrected in Excel."""
    from kedun.intake.refusals import EndingNotKnown

    ending = file.suffix.lower()
    if ending not in (".xlsx", ".csv"):
        raise EndingNotKnown(ending=ending, allowed=".xlsx .csv")
    with opened():
        from kedun.intake import queries

        number = queries.newest_import_with_rejects() if import_id is None else queries.import_of(import_id).id
        pending = queries.pending_rejects(number, limit=DEFAULT_LIMITS.rows) if number is not None else ()
        headings = queries.headings_of(number) if number is not None else ()
    language = choices().language
    rows = [ExportedRow(each.import_id, each.row, _reasons(each, language), each.cells) for each in pending]
    lines = table_of(rows, headings=headings, language=language)
    write(file, exported(lines, "xlsx" if ending == ".xlsx" else "csv"), force=force)
    if as_json:
        _print_json({"format": 1, "file": str(file), "import": number, "rows": len(rows)})
    else:
        words = Words("已写出 {count} 行：{file}", "{count} {count:row|rows} written: {file}")
        typer.echo(words.say(language, count=len(rows), file=str(file)))


def correct_reject(
    import_id: Annotated[int, typer.Argument(help="导入号 · Import number.")],
    row: Annotated[int, typer.Argument(help="行号 · Row number.")],
    values: Annotated[list[str], typer.Argument(help="列名=值 · COLUMN=VALUE …")],
    as_json: AsJson = False,
) -> None:
    """更正一行并重新导入 · Correct one rejected row and import it."""
    from kedun.intake.exports import CorrectedRow

    with opened():
        from kedun.intake import actions, queries

        pending = [each for each in queries.pending_rejects(import_id, limit=DEFAULT_LIMITS.rows) if each.row == row]
        if not pending:
            raise RejectMissing(number=import_id, row=row)
        cells = {**pending[0].cells, **_corrections(values, queries.headings_of(import_id))}
        _tell_replayed(actions.replay([CorrectedRow(import_id, row, cells)], actor=ACTOR), as_json=as_json)


def _corrections(values: Sequence[str], headings: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for text in values:
        heading, equals, value = text.partition("=")
        if not equals:
            raise CorrectionNotReadable(text=text)
        if heading not in headings:
            raise HeadingUnknown(heading=heading, headings=", ".join(headings))
        found[heading] = value
    return found


def replay_rejects(
    file: Annotated[Path, typer.Argument(help="更正后的文件 · The corrected file.")], as_json: AsJson = False
) -> None:
    """导入更正后的拒收行 · Import corrected rows; those still wrong stay open."""
    _check_there(file)
    corrections = corrected_rows(file.read_bytes(), name=file.name, limits=DEFAULT_LIMITS)
    with opened():
        from kedun.intake import actions

        with _shown_progress(is_quiet=as_json) as progress:
            sums = actions.replay(corrections, actor=ACTOR, progress=progress)
    _tell_replayed(sums, as_json=as_json)


def _tell_replayed(sums: Mapping[str, int], *, as_json: bool) -> None:
    if as_json:
        _print_json({"format": 1, **sums})
        return
    words = Words(
        "已导入 {replayed} 行，仍有误 {still_rejected} 行，不在待处理之列 {not_waiting} 行。",
        "{replayed} {replayed:row|rows} imported, {still_rejected} still wrong, {not_waiting} not waiting.",
    )
    typer.echo(words.say(choices().language, **sums))


def dismiss_rejects(
    import_id: Annotated[int, typer.Argument(help="导入号 · Import number.")],
    rows: Annotated[list[int], typer.Argument(help="行号 · Row numbers.")],
    as_json: AsJson = False,
) -> None:
    """不再处理这些拒收行 · Close rejected rows without importing them."""
    with opened():
        from kedun.intake import actions, queries

        closed = actions.dismiss(queries.import_of(import_id).id, rows, actor=ACTOR)
    if as_json:
        _print_json({"format": 1, "dismissed": closed})
    else:
        typer.echo(
            Words("已关闭 {count} 行。", "{count} {count:row|rows} closed.").say(choices().language, count=closed)
        )


def write_template(
    kind: Annotated[
        str,
        typer.Argument(
            help="种类，或整套：customer_information、risk_assessment、collection_follow_up"
            " · Kind: customers, invoices, payments …, or one of these sets."
        ),
    ],
    file_format: Annotated[Literal["xlsx", "csv"], typer.Option("--format", help="格式 · Format.")] = "xlsx",
    out: Annotated[Path | None, typer.Option(help="输出文件 · File to write.")] = None,
    force: Force = False,
    as_json: AsJson = False,
) -> None:
    """写出可填写的模板 · Write an empty file to fill in: headings, explanations, an example, lists to choose from."""
    language = choices().language
    name = kind if kind in STARTERS else kind_called(kind)
    label = STARTERS[name][0] if name in STARTERS else KINDS[name].label
    file = out or Path(f"{label.zh if language == 'zh' else name}.{'xlsx' if name in STARTERS else file_format}")
    wanted = {".xlsx": "xlsx", ".csv": "csv"}.get(file.suffix.lower(), file_format)
    made = (
        starter(name, language) if name in STARTERS else template(name, language, "csv" if wanted == "csv" else "xlsx")
    )
    write(file, made, force=force)
    if as_json:
        _print_json({"format": 1, "file": str(file), "kind": name})
    else:
        typer.echo(say(Words("模板已写出：{file}", "Template written: {file}")).format(file=file))
