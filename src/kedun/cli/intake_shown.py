"""What came of an import, as a person reads it in the terminal."""

import typer
from rich.console import Console
from rich.table import Table

from kedun.cli.session import choices, say
from kedun.facts.kinds import KINDS
from kedun.intake.outcome import Outcome
from kedun.intake.planned import NOTES
from kedun.intake.rejects import sentence
from kedun.kernel.words import Words

SHOWN_REJECTS = 10


def show(outcome: Outcome, *, is_dry: bool) -> None:
    """Print what came of an import: counts, formats, notes, the first rejected rows, and what to do next."""
    console, language = Console(), choices().language
    title = f"{outcome.file} → {KINDS[outcome.kind].label.say(language)}"
    if is_dry:
        title += say(Words("（试算，未写入）", " (dry run, nothing written)"))
    table = Table(title=title, title_justify="left")
    heads = (
        Words("种类", "Kind"),
        Words("新增", "Added"),
        Words("更改", "Changed"),
        Words("未变", "Unchanged"),
        Words("撤回", "Retracted"),
    )
    for number, words in enumerate(heads):
        table.add_column(say(words), justify="right" if number else "left")
    for kind, counts in outcome.kinds.items():
        numbers = (f"{counts[name]:,}" for name in ("added", "changed", "unchanged", "retracted"))
        table.add_row(KINDS[kind].label.say(language), *numbers)
    console.print(table)
    lines = [
        Words("读入 {read} 行，拒收 {rejected} 行。", "{read} {read:row|rows} read, {rejected} rejected.").say(
            language, read=outcome.read, rejected=outcome.rejected
        )
    ]
    lines += [f"{heading}: {pattern}" for heading, pattern in outcome.date_formats.items()]
    lines += [NOTES[note.code].say(language, **note.params) for note in outcome.notes]
    for each in outcome.rejects[:SHOWN_REJECTS]:
        lines.append(f"  {each.row}: {'; '.join(sentence(problem, language) for problem in each.problems)}")
    for line in lines:
        console.print(line, markup=False, highlight=False)
    _show_next_steps(outcome, is_dry=is_dry)


def _show_next_steps(outcome: Outcome, *, is_dry: bool) -> None:
    number = None if is_dry or not outcome.rejected else _with_rejects(outcome)
    if number is not None:
        steps = Words(
            "下一步：kedun rejects export 拒收.xlsx --import {number}，在 Excel 中更正后 kedun rejects replay 拒收.xlsx",
            "Next: kedun rejects export rejects.xlsx --import {number}, correct it in Excel, then kedun rejects replay rejects.xlsx",
        )
    elif is_dry and outcome.rejected * 2 > outcome.read:
        steps = Words(
            "下一步：大多数行会被拒收，请先看上面的原因，更正文件（或用 --date-format、--map 说明各列），再试算一次",
            "Next: most rows would be rejected; look at the reasons above first, correct the file"
            " (or explain its columns by --date-format or --map), then try again",
        )
    elif is_dry and outcome.rejected:
        steps = Words(
            "下一步：先看上面被拒收的行；去掉 --dry-run 导入其余各行，被拒收的行会保留待更正",
            "Next: look at the rejected rows above; without --dry-run the others are imported and these kept to be corrected",
        )
    elif is_dry:
        steps = Words("下一步：去掉 --dry-run 正式导入", "Next: import without --dry-run")
    else:
        steps = Words("下一步：kedun assess", "Next: kedun assess")
    typer.echo(say(steps).format(number=number))


def _with_rejects(outcome: Outcome) -> int | None:
    """Give the import's number where rejected rows of it wait."""
    from kedun.intake import queries

    waits = outcome.import_id is not None and queries.pending_rejects(outcome.import_id, limit=1)
    return outcome.import_id if waits else None
