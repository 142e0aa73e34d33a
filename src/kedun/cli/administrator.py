"""The first administrator of an installation: asked for on the terminal, or invited by a link that works once."""

from collections.abc import Mapping
from typing import Any

import typer

from kedun.cli.demo_state import DOMAIN, IsTheDemo
from kedun.cli.session import actor, choices, opened, say
from kedun.kernel.clock import clock
from kedun.kernel.refusals import Invalid
from kedun.kernel.words import Language, Words

WELCOME = Words(zh="首次启动：请建立管理员账户。", en="This is the first start: make the account of the administrator.")
ASK_NAME = Words(zh="姓名", en="Name")
ASK_EMAIL = Words(zh="邮箱（用于登录）", en="Mail address (to log in with)")
ASK_PASSWORD = Words(zh="密码", en="Password")
ASK_AGAIN = Words(zh="再次输入密码", en="Password, once more")
DIFFERS = Words(zh="两次输入的密码不同。", en="The two passwords differ.")
WEAK = Words(zh="密码太弱，请换一个。", en="The password is too weak; take another one.")
WEAKNESSES = {
    "password_too_short": Words(
        zh="密码至少需要 {min_length} 个字符。", en="A password has at least {min_length} characters."
    ),
    "password_too_common": Words(zh="这个密码太常见。", en="This password is too common."),
    "password_entirely_numeric": Words(zh="密码不能全是数字。", en="A password is not all digits."),
    "password_too_similar": Words(
        zh="密码与姓名或邮箱太相似。", en="The password is too similar to the name or the mail address."
    ),
}
SET_PASSWORD = Words(
    zh="请在三天内打开此链接，为 {email} 设置密码（只能使用一次）：\n{link}",
    en="Open this link within three days to set the password of {email}; it works once:\n{link}",
)


class AdministratorMissing(Invalid):
    """Nobody administers this installation yet. Start it on a terminal, or say who with --admin-email, such as `./kedun run --admin-email you@example.com`."""

    zh = "尚无管理员。请在终端中启动，或用 --admin-email 指定，例如 `./kedun run --admin-email you@example.com`。"


class NotAnEmail(Invalid):
    """{text} is not a mail address."""

    zh = "{text} 不是邮箱地址。"


def see_to(email: str | None, *, can_ask: bool) -> None:
    """Make the first administrator where there is none, and load the definitions.

    Raises: AdministratorMissing, NotAnEmail, IsTheDemo.
    """
    with opened():
        from kedun.accounts.models import Person
        from kedun.pipeline.starter import load_definitions

        load_definitions(clock())
        if Person.objects.filter(email__endswith=DOMAIN, is_active=True).exists():
            raise IsTheDemo(folder=str(choices().data))
        if Person.objects.filter(role="administrator", is_active=True).exists():
            return
        if email:
            _invite(email)
        elif can_ask:
            _ask()
        else:
            raise AdministratorMissing


def _invite(email: str) -> None:
    from kedun.accounts.people.actions import add_person

    person = add_person(
        actor(), email=checked(email), name=email.partition("@")[0], role="administrator", language=_language()
    )
    typer.echo(SET_PASSWORD.say(choices().language, email=person.email, link=link_for(person.pk)), err=True)


def _ask() -> None:
    from kedun.accounts.people.actions import add_person

    typer.echo(say(WELCOME), err=True)
    name = typer.prompt(say(ASK_NAME), err=True)
    email = _asked_for_email()
    add_person(
        actor(),
        email=email,
        name=name,
        role="administrator",
        password=_asked_for_password(email, name),
        language=_language(),
    )


def _asked_for_email() -> str:
    while True:
        try:
            return checked(typer.prompt(say(ASK_EMAIL), err=True))
        except NotAnEmail as refusal:
            typer.echo(refusal.say(choices().language), err=True)


def _asked_for_password(email: str, name: str) -> str:
    """Ask until two equal passwords are good enough."""
    while True:
        password: str = typer.prompt(say(ASK_PASSWORD), hide_input=True, err=True)
        complaints = weaknesses(password, email=email, name=name)
        if not complaints and typer.prompt(say(ASK_AGAIN), hide_input=True, err=True) != password:
            complaints = (say(DIFFERS),)
        if not complaints:
            return password
        typer.echo("\n".join(complaints), err=True)


def weaknesses(password: str, *, email: str, name: str) -> tuple[str, ...]:
    """Say in the person's language what is wrong with a password."""
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    from kedun.accounts.models import Person

    try:
        validate_password(password, Person(email=email, name=name))
    except ValidationError as error:
        return tuple(_weakness(each.code or "", each.params or {}) for each in error.error_list)
    return ()


def _weakness(code: str, params: Mapping[str, Any]) -> str:
    """Django's own words for these are not all translated."""
    return WEAKNESSES.get(code, WEAK).say(choices().language, min_length=params.get("min_length", 0))


def checked(email: str) -> str:
    """Give a mail address as it is stored.

    Raises: NotAnEmail.
    """
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email

    text = email.strip().lower()
    try:
        validate_email(text)
    except ValidationError as error:
        raise NotAnEmail(text=email) from error
    return text


def link_for(person_id: int) -> str:
    """Give the link at which a person sets a password; KEDUN_URL says where the server is."""
    from django.http import HttpRequest

    from kedun.accounts.people.api import invitation_link
    from kedun.accounts.people.queries import person_by_id

    return invitation_link(HttpRequest(), person_by_id(person_id))


def _language() -> Language:
    return choices().language
