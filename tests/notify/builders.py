"""Short ways to tell somebody something in a test, and a mail server to tell it through."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any, cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from kedun.accounts.mail_address import MailServer
from kedun.accounts.models import Person
from kedun.accounts.roles import Notify
from kedun.kernel.clock import FixedClock
from kedun.kernel.words import Language
from kedun.notify.actions import Told
from kedun.notify.channel import Smtp
from kedun.notify.notices import AlertNotice, Line, Written

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
"""Twelve o'clock in Shanghai."""

CLOCK = FixedClock(NOON)
NOTICE = AlertNotice(
    kind="alert.opened",
    alert_id=7,
    customer="华东机械",
    customer_code="KH1",
    rule="逾期超过30天",
    severity="高",
    gravity=2,
    evidence=(Line("最长逾期天数", "31 天"),),
    opened="2026-03-02",
)
SENDER = "客盾 <kedun@corp.example>"


def told(person: Person, number: int = 1, *, notify: Notify | None = None, **changed: Any) -> Told:
    """One thing to tell a person, as they wish."""
    said: dict[str, Any] = {
        "person_id": person.pk,
        "notify": notify or person.notify,
        "language": cast("Language", person.language),
        "topic": "alert.opened",
        "key": f"alert.opened:{number}:{person.pk}",
        "subject_of": f"alert:{number}",
        "gravity": 1,
        "written": Written(f"Alert {number}", f"<p>Alert {number}</p>"),
    }
    return Told(**said | changed)


@dataclass
class Sink:
    """Takes every mail but those to addresses it is told to refuse."""

    letters: list[EmailMessage] = field(default_factory=list)
    receivers: list[str] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    log_ins: list[tuple[bytes, bytes]] = field(default_factory=list)
    port: int = 0

    async def handle_RCPT(  # noqa: N802 - the library's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refused:
            return "550 5.1.1 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.letters.append(message_from_bytes(cast("bytes", envelope.content), policy=default))
        self.receivers += envelope.rcpt_tos
        return "250 OK"

    def authenticate(self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
        assert isinstance(data, LoginPassword)
        self.log_ins.append((data.login, data.password))
        return AuthResult(success=data.password == b"right", handled=False)

    def smtp(self, *, user: str = "", password: str = "", sender: str = SENDER) -> Smtp:  # noqa: S107 - none
        """The way to this server."""
        return Smtp(MailServer("127.0.0.1", self.port, "none", user, password), sender)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def sink(held: Sink | None = None) -> Iterator[Sink]:
    """Run a mail server on loopback for the block."""
    held = held or Sink()
    controller = Controller(
        held, hostname="127.0.0.1", port=free_port(), authenticator=held.authenticate, auth_require_tls=False
    )
    controller.start()
    held.port = controller.port
    try:
        yield held
    finally:
        controller.stop()


def plain(letter: EmailMessage) -> str:
    """The plain text of a mail."""
    part = letter.get_body(("plain",))
    assert part is not None
    return str(part.get_content())


def html(letter: EmailMessage) -> str:
    """The HTML of a mail."""
    part = letter.get_body(("html",))
    assert part is not None
    return str(part.get_content())
