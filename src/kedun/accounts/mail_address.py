"""The address of a mail server: smtp://user@host:port, smtps:// for TLS at once, smtp+starttls:// for TLS on request."""

from dataclasses import dataclass, replace
from typing import Final, Literal
from urllib.parse import quote, unquote, urlsplit

from kedun.accounts.refusals import BadMailAddress

Security = Literal["none", "tls", "starttls"]
_SCHEMES: Final[dict[str, tuple[Security, int]]] = {
    "smtp": ("none", 25),
    "smtps": ("tls", 465),
    "smtp+starttls": ("starttls", 587),
}


@dataclass(frozen=True, slots=True)
class MailServer:
    """A mail server and how to log in to it."""

    host: str
    port: int
    security: Security
    user: str = ""
    password: str = ""

    @property
    def url(self) -> str:
        """Give the address as people write it, without the password."""
        scheme = next(name for name, (security, _) in _SCHEMES.items() if security == self.security)
        user = f"{quote(self.user, safe='')}@" if self.user else ""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{scheme}://{user}{host}:{self.port}"


def read_address(url: str) -> MailServer:
    """Read a mail server's address.

    Raises: BadMailAddress.
    """
    try:
        parts = urlsplit(url)
        security, usual_port = _SCHEMES[parts.scheme.lower()]
        port = parts.port or usual_port
    except (KeyError, ValueError) as error:
        raise BadMailAddress from error
    if not parts.hostname or parts.path.strip("/") or parts.query or parts.fragment:
        raise BadMailAddress
    return MailServer(parts.hostname, port, security, unquote(parts.username or ""), unquote(parts.password or ""))


def with_password(server: MailServer, password: str) -> MailServer:
    """Give the server with the password to log in by."""
    return replace(server, password=password)
