"""How log-in by allauth is done here: closed to strangers, counted per account, in our words, written down."""

import logging
import smtplib
from collections.abc import Iterable
from typing import Any, cast
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.signals import password_changed, password_reset, user_logged_in, user_logged_out
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.headless.adapter import DefaultHeadlessAdapter
from allauth.headless.base.response import RateLimitResponse
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from allauth.usersessions.adapter import DefaultUserSessionsAdapter
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.signals import user_login_failed
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.http import HttpRequest

from kedun.accounts.actions import record
from kedun.accounts.company.queries import company
from kedun.accounts.letters import NEW_PASSWORD, US
from kedun.accounts.models import Person
from kedun.accounts.people.api import absolute
from kedun.accounts.refusals import MailNotSetUp
from kedun.kernel.words import Language

WINDOW_SECONDS = 15 * 60
"""Within which failed log-ins are counted; see ACCOUNT_RATE_LIMITS."""

_log = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Log-in and passwords."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - the same for everybody
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count an attempt; beyond the limit it is answered 429, whatever the password."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError as error:
            response = RateLimitResponse(request)
            response["Retry-After"] = str(WINDOW_SECONDS)
            raise ImmediateHttpResponse(response) from error

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:  # noqa: ARG002
        """Count per account, by whatever host name it is asked for."""
        return "account:" + str(credentials.get("email", "")).lower()

    def send_password_reset_mail(self, user: AbstractBaseUser, email: str, context: dict[str, Any]) -> None:
        """Send the way to a new password; whoever asked is told the same whether or not it could be sent."""
        person = cast(Person, user)
        spoken = cast(Language, person.language)
        params = {
            "name": person.name,
            "company": company().name or US.say(spoken),
            "link": context["password_reset_url"],
        }
        subject, body = NEW_PASSWORD.said(spoken, **params)
        try:
            send_mail(subject, body, None, [email])
        except (MailNotSetUp, OSError, smtplib.SMTPException) as reason:
            _log.warning("the mail with a reset link was not sent: %s", reason)

    def send_notification_mail(self, *_: Any, **__: Any) -> None:
        """Send nothing: what happened to an account stands in the audit trail."""


class HeadlessAdapter(DefaultHeadlessAdapter):  # type: ignore[misc]  # allauth has no types
    """Addresses of the front end."""

    def get_frontend_url(self, urlname: str, **kwargs: Any) -> str | None:
        """Give the address of a page; by KEDUN_URL where it is set, else by the address that was asked."""
        address = super().get_frontend_url(urlname, **kwargs)
        if not address:
            return None
        return absolute(self.request, urlsplit(address)._replace(scheme="", netloc="").geturl())


class SessionsAdapter(DefaultUserSessionsAdapter):  # type: ignore[misc]  # allauth has no types
    """The list of sessions."""

    def end_sessions(self, sessions: Iterable[Any]) -> None:
        """End sessions and write it down."""
        for session in sessions:
            record(
                f"person:{session.user_id}", "session.end", {"ip": str(session.ip)}, subject=f"person:{session.user_id}"
            )
            session.end()


def write_down_log_ins() -> None:
    """Have log-in's own signals written to the audit trail: the one place where signals are used."""
    for signal, verb in (
        (user_logged_in, "login"),
        (user_logged_out, "logout"),
        (password_changed, "password.change"),
        (password_reset, "password.reset"),
        (authenticator_added, "mfa.add"),
        (authenticator_removed, "mfa.remove"),
        (authenticator_reset, "mfa.reset"),
    ):
        signal.connect(_writer(verb), weak=False, dispatch_uid=f"kedun.{verb}")
    user_login_failed.connect(_failed, dispatch_uid="kedun.login.failed")


def _writer(verb: str) -> Any:
    def write(request: HttpRequest | None = None, user: AbstractBaseUser | None = None, **_: Any) -> None:
        if user is not None and user.pk:
            record(f"person:{user.pk}", verb, _whence(request), subject=f"person:{user.pk}")

    return write


def _failed(credentials: dict[str, Any], request: HttpRequest | None = None, **_: Any) -> None:
    email = str(credentials.get("email", ""))[:254].lower()
    person = Person.objects.filter(email=email).first()
    subject = f"person:{person.pk}" if person else ""
    record("nobody", "login.failed", {"email": email} | _whence(request), subject=subject)


def _whence(request: HttpRequest | None) -> dict[str, str]:
    return {"ip": AccountAdapter(request).get_client_ip(request)} if request else {}
