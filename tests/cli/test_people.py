"""People are seen, added and given new passwords from the shell; the first administrator is asked for or invited."""

from collections.abc import Callable
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from typer.testing import CliRunner

from kedun.accounts.models import Audit, Person
from kedun.accounts.people.actions import add_person
from kedun.cli import administrator
from kedun.cli.administrator import AdministratorMissing, NotAnEmail, see_to
from kedun.cli.demo_state import IsTheDemo
from kedun.cli.session import Choices, actor, choose
from tests.cli.conftest import Kedun

pytestmark = pytest.mark.django_db
PASSWORD = "mulberry-lantern-7"


@pytest.fixture(autouse=True)
def served_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a server of this installation would be told."""
    monkeypatch.setenv("KEDUN_URL", "http://127.0.0.1:9020")
    monkeypatch.setattr(settings, "KEDUN_URL", "http://127.0.0.1:9020")


def answered(text: str, ask: Callable[[], None]) -> str:
    """Do something that asks on the terminal, with these answers; gives what was said there."""
    with CliRunner().isolation(input=text) as (out, err, _):
        ask()
        return (out.getvalue() + err.getvalue()).decode()


def test_a_person_is_added_listed_and_given_a_link(kedun: Kedun) -> None:
    added = kedun(
        "people", "add", "Wang@Example.com", "--name", "王芳", "--role", "finance", "--name-in-files", "小王", "--json"
    )
    assert added.code == 0, added.err
    document = added.document()
    assert document["person"]["email"] == "wang@example.com"
    assert document["link"].startswith("http://127.0.0.1:9020/login?reset=")
    listed = kedun("people", "list").out
    assert "王芳" in listed
    assert "财务" in listed
    assert kedun("people", "list", "--json").document()["people"][0]["role"] == "finance"
    verbs = list(Audit.objects.filter(actor=actor()).values_list("verb", flat=True))
    assert verbs == ["person.add"]


def test_a_new_password_is_given_by_a_link_and_written_down(kedun: Kedun) -> None:
    add_person("test", email="li@example.com", name="李雷", role="sales")
    told = kedun("people", "reset-password", "Li@example.com", "--lang", "en")
    assert "to set the password of li@example.com; it works once:\nhttp://127.0.0.1:9020/login?reset=" in told.out
    assert Audit.objects.filter(actor=actor(), verb="person.invite").count() == 1


def test_a_lost_second_factor_is_taken_away_from_the_shell(kedun: Kedun) -> None:
    boss = add_person("test", email="boss@example.com", name="Boss", role="administrator")
    Authenticator.objects.create(user=boss, type=Authenticator.Type.TOTP, data={})
    told = kedun("people", "reset-mfa", "Boss@example.com", "--json")
    assert told.code == 0, told.err
    assert (told.document()["mail_sent"], Authenticator.objects.exists()) == (False, False)
    assert Audit.objects.filter(actor=actor(), verb="person.reset_mfa").count() == 1
    again = kedun("people", "reset-mfa", "boss@example.com", "--lang", "en")
    assert (again.code, "uses no second factor" in again.err) == (3, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["reset-password", "nobody@example.com"], "./kedun people list", id="nobody by that name"),
        pytest.param(["reset-password", "nonsense"], "not a mail address", id="no address"),
        pytest.param(["add", "a@b", "--name", "A", "--role", "sales"], "not a mail address", id="half an address"),
        pytest.param(["add", "a@example.com", "--name", "A", "--role", "king"], "sales_manager", id="no such role"),
    ],
)
def test_what_cannot_be_done_is_explained(kedun: Kedun, arguments: list[str], said: str) -> None:
    refused = kedun("people", *arguments, "--lang", "en")
    assert refused.code == 2
    assert said in refused.err
    assert not Person.objects.exists()


def test_the_first_administrator_is_asked_for_until_the_answers_are_good(tmp_path: Path) -> None:
    choose(Choices(data=tmp_path, language="en"))
    answers = ["The Boss", "nonsense", "boss@example.com", "short", PASSWORD, "different", PASSWORD, PASSWORD]
    said = answered("\n".join(answers) + "\n", lambda: see_to(None, can_ask=True))
    assert "nonsense is not a mail address." in said
    assert "at least 10 characters." in said
    assert "The two passwords differ." in said
    assert PASSWORD not in said
    person = Person.objects.get()
    assert (person.email, person.name, person.role) == ("boss@example.com", "The Boss", "administrator")
    assert person.check_password(PASSWORD)


def test_who_is_named_is_invited_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    choose(Choices(data=tmp_path, language="zh"))
    see_to("boss@example.com", can_ask=False)
    assert "http://127.0.0.1:9020/login?reset=" in capsys.readouterr().err
    see_to("second@example.com", can_ask=False)
    assert capsys.readouterr().err == ""
    assert Person.objects.count() == 1


def test_without_a_terminal_somebody_must_be_named(tmp_path: Path) -> None:
    choose(Choices(data=tmp_path))
    with pytest.raises(AdministratorMissing):
        see_to(None, can_ask=False)
    with pytest.raises(NotAnEmail):
        see_to("boss", can_ask=False)
    assert not Person.objects.exists()


def test_an_installation_with_people_of_the_demo_is_refused(tmp_path: Path) -> None:
    add_person("demo", email="ceo@demo.kedun", name="钱国强", role="administrator", password=PASSWORD)
    choose(Choices(data=tmp_path))
    with pytest.raises(IsTheDemo):
        see_to("boss@example.com", can_ask=False)


def test_a_password_is_judged_in_the_language_chosen(tmp_path: Path) -> None:
    choose(Choices(data=tmp_path, language="zh"))
    assert administrator.weaknesses("短", email="a@example.com", name="A") == ("密码至少需要 10 个字符。",)
    choose(Choices(data=tmp_path, language="en"))
    assert administrator.weaknesses("1234567890", email="a@example.com", name="A") == (
        "This password is too common.",
        "A password is not all digits.",
    )
    assert administrator.weaknesses(PASSWORD, email="a@example.com", name="A") == ()
