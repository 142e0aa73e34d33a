"""What the company sets for itself: its name, its calendar, its mail server; and mail through a real one."""

import re
import socket
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from pytest_django.fixtures import Settings

from kedun.accounts.company.actions import set_calendar, set_mail
from kedun.accounts.company.queries import calendar, mail
from kedun.accounts.models import Setting
from kedun.accounts.queries import audit
from tests.web.browser import Browser
from tests.web.clients import client_of, person_of


@pytest.mark.django_db
def test_the_company_says_what_it_is_called() -> None:
    administrator = client_of("administrator")
    assert administrator.get("/settings/company").json["currency"] == "CNY"
    told = administrator.put(
        "/settings/company", {"name": "测试公司", "notify_address": "a@example.com", "revision": 0}
    )
    assert (told.json["name"], told.json["revision"], told.json["currency"]) == ("测试公司", 1, "CNY")
    assert administrator.get("/me").json["company"] == {"name": "测试公司"}
    assert administrator.put("/settings/company", {"name": "x", "revision": 0}).json["code"] == "changed_meanwhile"
    assert administrator.put("/settings/company", {"name": "x", "currency": "USD"}).status == 422
    assert client_of("sales").put("/settings/company", {"name": "x"}).status == 403


@pytest.mark.django_db
def test_the_calendar_is_kept_as_days() -> None:
    administrator = client_of("administrator")
    assert administrator.get("/settings/calendar").json["weekend"] == [6, 7]
    days = {"weekend": [5, 6], "holidays": ["2026-10-01", "2026-10-01"], "workdays": ["2026-10-10"]}
    told = administrator.put("/settings/calendar", days).json
    assert (told["weekend"], told["holidays"], told["workdays"]) == ([5, 6], ["2026-10-01"], ["2026-10-10"])
    assert len(calendar().holidays) == 1
    set_calendar("test", weekend=[5, 6], holidays=calendar().holidays, workdays=calendar().workdays)  # type: ignore[arg-type]
    assert calendar().revision == 1
    for wrong in (
        {"weekend": [0]},
        {"weekend": [8]},
        {"holidays": ["2026-02-30"]},
        {"holidays": ["2026-01-01"] * 2001},
    ):
        assert administrator.put("/settings/calendar", wrong).status == 422


@pytest.mark.django_db
def test_the_password_of_the_mail_server_is_kept_sealed_and_never_shown(settings: Settings) -> None:
    administrator = client_of("administrator")
    body = {"url": "smtp+starttls://me@mail.example.com", "sender": "kedun@example.com", "password": "Pa55-word"}
    told = administrator.put("/settings/mail", body)
    assert (told.json["has_password"], told.json["url"]) == (True, "smtp+starttls://me@mail.example.com:587")
    seen = (
        told.content.decode()
        + str(audit(subject="settings:mail")[0].params)
        + str(Setting.objects.get(key="mail").value)
    )
    assert "Pa55-word" not in seen
    again = administrator.put("/settings/mail", {"url": body["url"], "sender": "other@example.com"})
    assert (again.json["has_password"], mail().server.password) == (True, "Pa55-word")  # type: ignore[union-attr]
    settings.SECRET_KEY = "another key than the one it was sealed with"
    assert (mail().server, administrator.get("/settings/mail").status) == (None, 401)  # sessions end with their key too
    assert client_of("administrator").get("/settings/mail").json["secret_lost"] is True
    set_mail("test", url="", sender="")
    assert (mail().server, Setting.objects.get(key="mail").value["password"]) == (None, "")


@pytest.mark.django_db
def test_the_environment_can_name_the_mail_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEDUN_SMTP_URL", "smtps://a:b@mail.example.com")
    monkeypatch.setenv("KEDUN_MAIL_FROM", "kedun@example.com")
    told = client_of("administrator").get("/settings/mail").json
    assert (told["from_environment"], told["url"], told["has_password"]) == (
        True,
        "smtps://a@mail.example.com:465",
        True,
    )
    assert "b@" not in told["url"].replace("a@", "")


@pytest.mark.django_db
@pytest.mark.parametrize("url", ["http://mail", "smtp://", "mail"])
def test_other_mail_servers_are_refused(url: str) -> None:
    told = client_of("administrator").put("/settings/mail", {"url": url})
    assert (told.status, told.json["code"]) == (422, "bad_mail_address")


@pytest.fixture
def mail_server(settings: Settings) -> Iterator[list[EmailMessage]]:
    """A mail server on this machine, and what it got."""
    settings.EMAIL_BACKEND = "kedun.web.mail.ConfiguredBackend"
    inbox = Inbox()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Controller(inbox, hostname="127.0.0.1", port=port)
    server.start()
    set_mail("test", url=f"smtp://127.0.0.1:{port}", sender="kedun@example.com")
    yield inbox.messages
    server.stop()


@pytest.mark.django_db
def test_a_trial_mail_goes_through_a_real_server(mail_server: list[EmailMessage]) -> None:
    administrator = client_of("administrator", language="zh")
    assert administrator.post("/settings/mail/test").json["sent"] is True
    (message,) = mail_server
    assert (message["From"], message["To"]) == ("kedun@example.com", administrator.person.email)
    assert message["Subject"].strip() == "客盾：测试邮件"  # a folded line leaves its blank in front
    set_mail("test", url="smtp://127.0.0.1:1", sender="")
    told = administrator.post("/settings/mail/test").json
    assert (told["sent"], bool(told["error"])) == (False, True)
    set_mail("test", url="", sender="")
    assert administrator.post("/settings/mail/test").json["code"] == "mail_not_set_up"


@pytest.mark.django_db
def test_a_link_to_a_new_password_goes_through_a_real_server(mail_server: list[EmailMessage]) -> None:
    alice = person_of("sales", language="en")
    assert Browser().visit("POST", "/auth/password/request", {"email": alice.email}).status == 200
    (message,) = mail_server
    assert (message["Subject"], message["To"]) == ("kedun: set a new password", alice.email)
    found = re.search(r"/login\?reset=(\S+)", message.get_content())
    assert found
    told = Browser().visit("POST", "/auth/password/reset", {"key": found[1], "password": "a long walk home"})
    assert told.status in (200, 401)
    assert Browser().log_in(alice, "a long walk home").status == 200


@pytest.mark.django_db
def test_whoever_asks_for_a_link_does_not_learn_that_no_mail_goes_out(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "kedun.web.mail.ConfiguredBackend"
    assert Browser().visit("POST", "/auth/password/request", {"email": person_of("sales").email}).status == 200


class Inbox:
    """Keeps what a mail server gets."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        self.messages.append(message_from_bytes(envelope.content, policy=default))
        return "250 OK"
