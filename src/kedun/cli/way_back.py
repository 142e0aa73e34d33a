"""`kedun way-back`: what a customer would have to do, and by when, to stand above the line again."""

from decimal import Decimal, InvalidOperation
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from kedun.cli.arguments import parse_day
from kedun.cli.session import choices, opened
from kedun.kernel.clock import clock
from kedun.kernel.refusals import Invalid


class NotAScore(Invalid):
    """{text} is not a score; write a number between 1 and 100, such as 60."""

    zh = "{text} 不是评分，请写 1 到 100 之间的数，例如 60。"


def register(app: typer.Typer) -> None:
    """Add this topic's commands."""
    app.command("way-back", help="客户何时办妥哪些事即可回到目标评分 · What to do by when to reach a score.")(_way_back)


def _way_back(
    code: str,
    target: Annotated[
        str | None, typer.Option(help="目标评分 · The score to reach; the high-risk line if left out.")
    ] = None,
    pay_by: Annotated[str | None, typer.Option("--pay-by", help="付款期限 · The day to pay by.")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", help="时点 · The day, like 2026-03-31.")] = None,
    names_score: Annotated[
        bool, typer.Option("--names-score", help="信中写明评分 · The letter tells the score.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON · Print JSON.")] = False,
) -> None:
    day, wanted = parse_day(as_of), _hundredths(target)
    by = parse_day(pay_by) if pay_by else None
    with opened():
        from kedun.pipeline.starter import load_definitions
        from kedun.portfolio.customer import customer_id
        from kedun.portfolio.queries import moment
        from kedun.portfolio.wayback.document import way_back_document, way_back_words
        from kedun.portfolio.wayback.queries import wish

        load_definitions(clock())
        at, language = moment(day), choices().language
        asked = wish(at, pay_by=by)
        found = way_back_document(
            customer_id(code),
            code,
            at,
            asked,
            target=wanted,
            masks=frozenset(),
            language=language,
            names_score=names_score,
        )
        if as_json:
            typer.echo(found.model_dump_json())
            return
        for sentence in (found.words, *found.remarks):
            typer.echo(sentence)
        console = Console(highlight=False)
        for title, headings, rows in way_back_words(found, language):
            table = Table(*headings, title=title, title_justify="left", box=None, pad_edge=False)
            for row in rows:
                table.add_row(*row)
            if rows:
                console.print(table)
                console.print()
        for letter in found.letters:
            if letter.language == language:
                typer.echo(letter.text)


def _hundredths(text: str | None) -> int | None:
    """Read a score in points.

    Raises: NotAScore.
    """
    if text is None:
        return None
    try:
        points = Decimal(text)
    except InvalidOperation as error:
        raise NotAScore(text=text) from error
    if not 1 <= points <= 100:
        raise NotAScore(text=text)
    return int(points * 100)
