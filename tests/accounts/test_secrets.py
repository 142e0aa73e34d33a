"""Secrets at rest, and the address of a mail server."""

import pytest

from kedun.accounts.mail_address import MailServer, read_address
from kedun.accounts.refusals import BadMailAddress
from kedun.accounts.vault import seal, unsealed


def test_a_sealed_secret_opens_with_its_own_key_only() -> None:
    token = seal("密码", key="ours")
    assert "密码" not in token
    assert (unsealed(token, key="ours"), unsealed(token, key="theirs"), unsealed("rubbish", key="ours")) == (
        "密码",
        None,
        None,
    )


@pytest.mark.parametrize(
    ("address", "server"),
    [
        ("smtp://mail.example.com", MailServer("mail.example.com", 25, "none")),
        ("smtps://mail.example.com", MailServer("mail.example.com", 465, "tls")),
        ("smtp+starttls://a%40b.c:p%2Fw@mail:2525", MailServer("mail", 2525, "starttls", "a@b.c", "p/w")),
        ("smtp://[::1]:25", MailServer("::1", 25, "none")),
    ],
)
def test_an_address_is_read_and_written_without_its_password(address: str, server: MailServer) -> None:
    assert read_address(address) == server
    assert read_address(server.url) == MailServer(server.host, server.port, server.security, server.user)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "mail.example.com",
        "http://mail",
        "smtp://",
        "smtp://mail:99999",
        "smtp://mail/path",
        "smtp://mail?x=1",
        "smtp://[x",
    ],
)
def test_other_addresses_are_refused(address: str) -> None:
    with pytest.raises(BadMailAddress):
        read_address(address)
