"""`kedun demo`: a made-up company to look at, in a data folder of its own."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from kedun.cli import demo_state, serving
from kedun.cli.run import JSON, NoOpen, Port, preparing
from kedun.cli.serving import Place, Start, said
from kedun.cli.session import Choices, choices, choose
from kedun.kernel.words import Words

FOLDER = "kedun-demo"
CUSTOMERS, MONTHS = 800, 24
LOG_IN = Words(zh="登录（所有人的密码都是 {password}）：", en="Log in (everybody's password is {password}):")

Customers = Annotated[int, typer.Option(min=1, help="客户数 · How many customers.")]
Months = Annotated[int, typer.Option(min=1, help="月数 · How many months up to today.")]


def register(app: typer.Typer) -> None:
    """Add this topic's commands."""
    app.command("demo", help="用一家示例公司试用客盾 · Try kedun with a made-up company.")(demo)
    app.command("prepare-demo", hidden=True)(prepare_demo)


def demo(
    port: Port = 8000,
    customers: Customers = CUSTOMERS,
    months: Months = MONTHS,
    no_open: NoOpen = False,
    as_json: JSON = False,
) -> None:
    """Make the sample company until today with a year of history, and serve it. A later start takes seconds."""
    if os.environ.get("DATABASE_URL"):
        raise demo_state.DemoWithOwnDatabase
    _choose_folder()
    place = Place("127.0.0.1", port)
    wanted = ("--customers", str(customers), "--months", str(months))
    serving.serve(
        Start(
            place=place,
            preparing=preparing("prepare-demo", *wanted, place=place),
            told=lambda: _told(choices().data),
            environment={"KEDUN_DEMO": "1"},
            opens_browser=not no_open,
            as_json=as_json,
        )
    )


def _choose_folder() -> None:
    """Take a folder of the demo's own, unless the person chose one."""
    chosen = choices()
    if not chosen.is_data_chosen:
        choose(Choices(data=Path(FOLDER).absolute(), language=chosen.language, is_data_chosen=True))


def prepare_demo(customers: Customers = CUSTOMERS, months: Months = MONTHS) -> None:
    """Make what is not there yet of the company, its people and its history."""
    from kedun.cli.demo_company import make

    make(choices().data, customers=customers, months=months)


def _told(data: Path) -> tuple[Sequence[str], Mapping[str, object]]:
    from kedun.accounts.roles import ROLE_WORDS

    made = demo_state.read(data)
    people = made.people if made else ()
    word = demo_state.password(data)
    width = max((len(each.email) for each in people), default=0)
    lines = [
        f"  {each.email:<{width}}  {ROLE_WORDS[each.role].say(choices().language)}  {each.name}"  # type: ignore[index]
        for each in people
    ]
    listed = [{"email": each.email, "name": each.name, "role": each.role} for each in people]
    return (said(LOG_IN, password=word), *lines), {"demo": True, "people": listed, "password": word}
