"""`kedun people`: who may log in, for administrators on the shell. Every act stands in the audit trail."""

import json
import os
from typing import TYPE_CHECKING, Annotated, cast, get_args

import typer
from rich.console import Console
from rich.table import Table

from kedun.accounts.rights import rights
from kedun.accounts.roles import ROLE_WORDS, Role
from kedun.cli.administrator import SET_PASSWORD, checked, link_for
from kedun.cli.session import actor, choices, opened, say
from kedun.kernel.hashing import Json
from kedun.kernel.refusals import Forbidden, NotFound
from kedun.kernel.words import Words
from kedun.supervisor import status

if TYPE_CHECKING:
    from kedun.accounts.models import Person

HEADINGS = (Words("邮箱", "Mail"), Words("姓名", "Name"), Words("角色", "Role"), Words("可登录", "May log in"))
RESET = Words(
    "{email} 的两步验证已重置，所有会话已结束；现在凭密码即可登录。",
    "The second factor of {email} is reset and every session ended; the password alone lets them in now.",
)
YES, NO = Words("是", "yes"), Words("否", "no")
ROLES = " ".join(f"{code}（{words.zh}）" for code, words in ROLE_WORDS.items())

Email = Annotated[str, typer.Argument(metavar="EMAIL", help="邮箱 · The mail address.")]
AsJson = Annotated[bool, typer.Option("--json", help="输出 JSON · Print JSON.")]


class NobodyByThatEmail(NotFound):
    """Nobody here logs in as {email}. See who does with `./kedun people list`."""

    zh = "没有以 {email} 登录的人员。可用 `./kedun people list` 查看。"


class MayNot(Forbidden):
    """The role of {email} may not do this."""

    zh = "{email} 的角色无权进行此操作。"


def register(app: typer.Typer) -> None:
    """Add this topic's commands."""
    people = typer.Typer(
        no_args_is_help=True, help="人员：查看、添加、重设密码、重置两步验证 · People: see, add, let in again."
    )
    people.command("list", help="列出人员 · List the people.")(listed)
    people.command("add", help="添加人员 · Add a person.")(add)
    people.command("reset-password", help="生成设置新密码的链接 · Make a link to set a new password.")(reset_password)
    people.command("reset-mfa", help="重置两步验证 · Take away a second factor that was lost.")(reset_mfa)
    app.add_typer(people, name="people")


def listed(as_json: AsJson = False) -> None:
    """List the people."""
    with opened():
        from kedun.accounts.people.queries import everybody

        rows = [_document(person) for person in everybody()]
    if as_json:
        typer.echo(json.dumps({"format": 1, "people": rows}, ensure_ascii=False))
        return
    table = Table(*(say(words) for words in HEADINGS), box=None, pad_edge=False)
    for row in rows:
        role = ROLE_WORDS[cast("Role", row["role"])].say(choices().language)
        table.add_row(str(row["email"]), str(row["name"]), role, say(YES if row["is_active"] else NO))
    Console(highlight=False).print(table)


def add(
    email: Email,
    name: Annotated[str, typer.Option(help="姓名 · The name.")],
    role: Annotated[str, typer.Option(help=f"角色 · The role: {ROLES}", metavar="ROLE")],
    name_in_files: Annotated[
        list[str] | None, typer.Option(help="文件中对此人的称呼，可多次 · How files call the person; may be repeated.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Add a person and give the link at which they set a password."""
    if role not in get_args(Role):
        raise typer.BadParameter(ROLES, param_hint="--role")
    _say_where()
    with opened():
        from kedun.accounts.people.actions import add_person

        person = add_person(
            actor(),
            email=checked(email),
            name=name,
            role=cast("Role", role),
            language=choices().language,
            names_in_files=name_in_files or (),
        )
        _tell(person, as_json=as_json)


def reset_password(email: Email, as_json: AsJson = False) -> None:
    """Make a link at which a person sets a new password; the old one works until then."""
    _say_where()
    with opened():
        from kedun.accounts.people.actions import tell_invited

        person = person_called(email)
        tell_invited(actor(), person)
        _tell(person, as_json=as_json)


def reset_mfa(email: Email, as_json: AsJson = False) -> None:
    """Take a person's second factor away and end their sessions; they are told by mail where a server is set up."""
    _say_where()
    with opened():
        from django.http import HttpRequest

        from kedun.accounts.people import actions
        from kedun.accounts.people.api import tell_mfa_reset

        person = actions.reset_mfa(actor(), person_called(email).pk)
        is_told = tell_mfa_reset(HttpRequest(), person)
    if as_json:
        typer.echo(json.dumps({"format": 1, "person": _document(person), "mail_sent": is_told}, ensure_ascii=False))
    else:
        typer.echo(say(RESET).format(email=person.email))


def person_called(email: str, *, operation: str | None = None) -> "Person":
    """Find whoever logs in by a mail address, in an open database; `operation`: what they must have the right to do.

    Raises: NobodyByThatEmail, MayNot.
    """
    from kedun.accounts.models import Person

    person = Person.objects.filter(email=checked(email), is_active=True).first()
    if person is None:
        raise NobodyByThatEmail(email=email)
    if operation is not None and not rights().may(person.role, operation):
        raise MayNot(email=email)
    return person


def _say_where() -> None:
    """Let links lead to the server that runs on the folder, unless KEDUN_URL says where it is reached."""
    os.environ.setdefault("KEDUN_URL", status(choices().data).address or "http://127.0.0.1:8000")


def _document(person: "Person") -> dict[str, Json]:
    return {
        "id": person.pk,
        "email": person.email,
        "name": person.name,
        "role": person.role,
        "is_active": person.is_active,
        "has_logged_in": person.last_login is not None,
    }


def _tell(person: "Person", *, as_json: bool) -> None:
    link = link_for(person.pk)
    if as_json:
        typer.echo(json.dumps({"format": 1, "person": _document(person), "link": link}, ensure_ascii=False))
    else:
        typer.echo(SET_PASSWORD.say(choices().language, email=person.email, link=link))
