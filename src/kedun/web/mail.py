"""How mail leaves: through the server that was set up, spoken to once per message."""

from collections.abc import Sequence
from typing import Any

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend

from kedun.accounts.company.queries import mail
from kedun.accounts.refusals import MailNotSetUp

TIMEOUT_SECONDS = 10


class ConfiguredBackend(BaseEmailBackend):
    """Sends through the company's mail server."""

    def __init__(self, fail_silently: bool = False, **_: Any) -> None:
        super().__init__(fail_silently=fail_silently)

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Send messages.

        Raises: MailNotSetUp, OSError, smtplib.SMTPException.
        """
        found = mail()
        if found.server is None:
            raise MailNotSetUp
        for message in email_messages:
            message.from_email = found.sender or message.from_email
        way = EmailBackend(
            host=found.server.host,
            port=found.server.port,
            username=found.server.user,
            password=found.server.password,
            use_tls=found.server.security == "starttls",
            use_ssl=found.server.security == "tls",
            timeout=TIMEOUT_SECONDS,
            fail_silently=self.fail_silently,
        )
        return way.send_messages(list(email_messages)) or 0
