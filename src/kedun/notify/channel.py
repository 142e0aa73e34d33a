"""How a mail leaves the house: apprise over SMTP, and a twin that only remembers."""

import logging
import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Protocol

from kedun.accounts.mail_address import MailServer, Security
from kedun.kernel.words import Words
from kedun.notify.notices import Written

TIMEOUT_SECONDS = 10
LONGEST_ERROR = 300
MOST_LINES = 4
HTML = "html"
MARK = "X-Kedun-Delivery"
"""The header by which a mail that was sent twice can be told from two mails."""

NOT_AN_ADDRESS = Words("收件或发件地址无效", "the address of sender or receiver is not valid")
NOT_ACCEPTED = Words("邮件服务器未接受邮件", "the mail server did not accept the mail")

_MODES: Mapping[Security, str] = {"none": "insecure", "tls": "ssl", "starttls": "starttls"}
_NOISE = re.compile(
    r"^(Connecting|Securing|Applying|Login ID|SMTP Host|Email (From|To|Cc|Bcc|Reply-To)|Scanning|Loaded)"
)
_PART = r"[^\s<>\"'@,;:()\[\]\\\x00-\x20\x7f]"
_ADDRESS = re.compile(rf"{_PART}{{1,64}}@{_PART}{{1,253}}")


@dataclass(frozen=True, slots=True)
class _Apprise:
    """What is used of apprise, which has no types of its own."""

    letter: Any
    capture: Any
    asset: Any
    refusal: type[Exception]


@cache
def _apprise() -> _Apprise:
    """Load apprise when the first mail goes out: it takes its time, and most processes never send one."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # its encryption, which is not used here, loads imghdr
        import apprise
        from apprise.exception import AppriseImproperlyConfigured
        from apprise.plugins.email import NotifyEmail
    asset = apprise.AppriseAsset(app_id="kedun", app_desc="kedun", app_url="")
    return _Apprise(NotifyEmail, apprise.LogCapture, asset, AppriseImproperlyConfigured)


class Channel(Protocol):
    """Takes a mail to somebody; says "" when it was accepted, else why it was not."""

    def send(self, written: Written, *, to: str, mark: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Smtp:
    """Mail through a server, one connection a mail, never waiting longer than some seconds for one of its answers.

    The server's password is in no text that this class gives.
    """

    server: MailServer = field(repr=False)
    sender: str

    def send(self, written: Written, *, to: str, mark: str) -> str:
        """Hand one mail to the server and wait for its answer."""
        letter: Any = self._letter(to, mark)
        if letter is None:
            return NOT_AN_ADDRESS.en
        with _apprise().capture(level=logging.DEBUG, fmt="%(message)s") as said:
            accepted = letter.send(body=written.body, title=written.subject, body_format=HTML)
            told = said.getvalue()
        return "" if accepted else self._reason(told)

    def _letter(self, to: str, mark: str) -> Any:
        if not _ADDRESS.fullmatch(to):
            return None
        try:
            return _apprise().letter(
                host=self.server.host,
                port=self.server.port,
                user=self.server.user or None,
                password=self.server.password or None,
                smtp_host=self.server.host,
                from_addr=self._signature(),
                secure=self.server.security != "none",
                secure_mode=_MODES[self.server.security],
                targets=[to],
                headers={MARK: mark},
                cto=TIMEOUT_SECONDS,
                rto=TIMEOUT_SECONDS,
                format=HTML,
                asset=_apprise().asset,
            )
        except (TypeError, _apprise().refusal):
            return None

    def _signature(self) -> str:
        """Who signs: the sender, else whoever logs in, else the house at the server's own name."""
        user = self.server.user
        return self.sender or (user if "@" in user else f"kedun@{self.server.host}")

    def _reason(self, told: str) -> str:
        lines = [line.strip() for line in told.splitlines() if line.strip() and not _NOISE.match(line.strip())]
        text = " · ".join(dict.fromkeys(lines[-MOST_LINES:])) or NOT_ACCEPTED.en
        secret = self.server.password
        return (text.replace(secret, "***") if secret else text)[:LONGEST_ERROR]


@dataclass(frozen=True, slots=True)
class Sent:
    """A mail that the twin took."""

    to: str
    written: Written
    mark: str


@dataclass
class Postbox:
    """The in-memory twin: keeps what it was given, and refuses the addresses it is told to refuse."""

    sent: list[Sent] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)

    def send(self, written: Written, *, to: str, mark: str) -> str:
        if to in self.refused:
            return self.refused[to]
        self.sent.append(Sent(to, written, mark))
        return ""
