"""`kedun customers`: those that may be one firm; merging them, and taking that back."""

import getpass
import json
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from kedun.cli.session import choices, opened, say
from kedun.kernel.hashing import Json
from kedun.kernel.words import Words

if TYPE_CHECKING:
    from kedun.facts.merging.actions import Moved

SHOWN = 50
NO_PAIR = Words("没有疑似重复的客户。", "No two customers look like one firm.")
HEADINGS = (
    Words("客户", "Customer"),
    Words("名称", "Name"),
    Words("客户", "Customer"),
    Words("名称", "Name"),
    Words("依据", "In common"),
)
NUMBERS_DIFFER = Words("（但信用代码不同）", " (but other registry numbers)")
MERGED = Words(
    "{code} 已并入 {into}：{facts} 条数据，批次 {batch}。",
    "{code} is merged into {into}: {facts} facts, batch {batch}.",
)
PARTED = Words(
    "{code} 已恢复为独立客户：{facts} 条数据，批次 {batch}。",
    "{code} is on its own again: {facts} facts, batch {batch}.",
)

CustomerCode = Annotated[str, typer.Argument(metavar="CODE", help="客户代码 · The customer's code.")]
Reason = Annotated[str, typer.Option(help="原因 · Why.")]
AsJson = Annotated[bool, typer.Option("--json", help="输出 JSON · Print JSON.")]


def register(app: typer.Typer) -> None:
    """Add this topic's commands."""
    customers = typer.Typer(
        no_args_is_help=True, help="客户：疑似重复、合并、取消合并 · Customers: duplicates, merge, part."
    )
    customers.command("duplicates", help="列出疑似重复的客户 · List customers that may be one firm.")(duplicates)
    customers.command("merge", help="将一个客户并入另一个 · Merge a customer into another.")(merge)
    customers.command("part", help="取消合并 · Take a merger back.")(part)
    app.add_typer(customers, name="customers")


def duplicates(as_json: AsJson = False) -> None:
    """List pairs of customers that may be one firm, those with most in common first."""
    with opened():
        from kedun.accounts.scopes import EVERYTHING
        from kedun.portfolio.merging.api import EVIDENCE_WORDS
        from kedun.portfolio.merging.queries import duplicates as pairs
        from kedun.portfolio.merging.queries import masters
        from kedun.portfolio.queries import today_here

        found = pairs(EVERYTHING, today_here())
        known = masters({number for pair in found for number in (pair.one, pair.other)})
    if as_json:
        told: list[Json] = [
            {
                "customers": [known[pair.one]["code"], known[pair.other]["code"]],
                "evidence": list(pair.evidence),
                "numbers_differ": pair.numbers_differ,
            }
            for pair in found
        ]
        typer.echo(json.dumps({"format": 1, "pairs": told}, ensure_ascii=False))
        return
    if not found:
        typer.echo(say(NO_PAIR))
        return
    table = Table(*map(say, HEADINGS), box=None, pad_edge=False)
    for pair in found[:SHOWN]:
        words = ", ".join(say(EVIDENCE_WORDS[each]) for each in pair.evidence)
        cells = [known[number][name] for number in (pair.one, pair.other) for name in ("code", "name")]
        table.add_row(*cells, words + (say(NUMBERS_DIFFER) if pair.numbers_differ else ""))
    Console(highlight=False).print(table)


def merge(
    code: CustomerCode,
    into: Annotated[str, typer.Option(metavar="CODE", help="并入的客户 · The customer that stays.")],
    reason: Reason,
    as_json: AsJson = False,
) -> None:
    """Merge a customer into another: its facts, and what is delivered under its name later, are the other's."""
    with opened():
        from kedun.facts.merging import actions
        from kedun.portfolio.customer import customer_id

        done = actions.merge(customer_id(code), into_id=customer_id(into), reason=reason, actor=_actor())
    _tell(MERGED, done, as_json=as_json, code=code, into=into)


def part(code: CustomerCode, reason: Reason, as_json: AsJson = False) -> None:
    """Take a merger back."""
    with opened():
        from kedun.facts.merging import actions
        from kedun.portfolio.customer import customer_id

        done = actions.part(customer_id(code), reason=reason, actor=_actor())
    _tell(PARTED, done, as_json=as_json, code=code)


def _actor() -> str:
    return f"cli:{getpass.getuser()}"


def _tell(words: Words, done: "Moved", *, as_json: bool, **names: str) -> None:
    told: dict[str, Json] = {"format": 1, "batch": done.batch, "facts": dict(done.facts), **names}
    facts = sum(done.facts.values())
    shown = words.say(choices().language, facts=facts, batch=done.batch, **names)
    typer.echo(json.dumps(told, ensure_ascii=False) if as_json else shown)
