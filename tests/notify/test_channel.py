"""Mail through a real server on loopback: what arrives, what is refused, what is said of it."""

import socket
from collections.abc import Iterator

import pytest

from kedun.accounts.mail_address import MailServer
from kedun.notify import channel
from kedun.notify.channel import LONGEST_ERROR, MARK, NOT_AN_ADDRESS, Postbox, Smtp
from kedun.notify.notices import Written
from kedun.notify.templates import write_alert
from tests.notify.builders import NOTICE, SENDER, Sink, html, plain, sink

LETTER = write_alert(NOTICE, language="zh", why="role", site="https://kedun.example")


@pytest.fixture
def server() -> Iterator[Sink]:
    with sink() as held:
        yield held


def test_a_mail_arrives_as_text_and_html(server: Sink) -> None:
    assert server.smtp().send(LETTER, to="li@corp.example", mark="alert.opened:1:2") == ""
    (letter,) = server.letters
    assert (letter["Subject"], letter["From"], letter["To"]) == (LETTER.subject, SENDER, "li@corp.example")
    assert letter[MARK] == "alert.opened:1:2"
    assert server.receivers == ["li@corp.example"]
    assert "客户 华东机械（KH1）触发了预警“逾期超过30天”" in plain(letter)
    assert "- 最长逾期天数：31 天" in plain(letter)
    assert "https://kedun.example/alerts/7" in plain(letter)
    assert html(letter).strip() == LETTER.body


def test_a_refused_receiver_is_said(server: Sink) -> None:
    server.refused.add("gone@corp.example")
    error = server.smtp().send(LETTER, to="gone@corp.example", mark="x")
    assert "550" in error
    assert "no such mailbox" in error
    assert server.letters == []


def test_a_log_in_is_made_and_its_password_is_never_said(server: Sink) -> None:
    assert server.smtp(user="kedun", password="right").send(LETTER, to="li@corp.example", mark="x") == ""  # noqa: S106
    wrong = server.smtp(user="kedun", password="Geheimnis9")  # noqa: S106
    error = wrong.send(LETTER, to="li@corp.example", mark="x")
    assert "535" in error
    assert "Geheimnis9" not in error + repr(wrong)
    assert set(server.log_ins) == {(b"kedun", b"right"), (b"kedun", b"Geheimnis9")}


def test_a_server_that_is_down_is_said() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        down = Smtp(MailServer("127.0.0.1", unused.getsockname()[1], "none"), SENDER)
        error = down.send(LETTER, to="li@corp.example", mark="x")
    assert "refused" in error
    assert len(error) <= LONGEST_ERROR


def test_a_server_that_says_nothing_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(channel, "TIMEOUT_SECONDS", 0.2)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        error = Smtp(MailServer("127.0.0.1", silent.getsockname()[1], "none"), SENDER).send(
            LETTER, to="li@corp.example", mark="x"
        )
    assert "timed out" in error


@pytest.mark.parametrize(
    "address",
    ["", "li", "li@corp.example, bo@corp.example", "li@corp.example\r\nBcc: x@evil.example", "<li@corp.example>", "@corp.example"],
)  # fmt: skip
def test_what_is_no_single_address_gets_nothing(server: Sink, address: str) -> None:
    assert server.smtp().send(LETTER, to=address, mark="x") == NOT_AN_ADDRESS.en
    assert server.letters == []


def test_without_a_sender_whoever_logs_in_signs(server: Sink) -> None:
    way = server.smtp(sender="", user="kedun@corp.example", password="right")  # noqa: S106
    assert way.send(LETTER, to="li@corp.example", mark="x") == ""
    assert server.letters[0]["From"].endswith("kedun@corp.example")
    for sender in ("", "nonsense"):
        assert server.smtp(sender=sender).send(LETTER, to="li@corp.example", mark="x") == NOT_AN_ADDRESS.en


def test_a_subject_cannot_bring_headers(server: Sink) -> None:
    assert server.smtp().send(Written("a\r\nBcc: x@evil.example", "<p>x</p>"), to="li@corp.example", mark="x") == ""
    assert server.letters[0]["Bcc"] is None
    assert server.receivers == ["li@corp.example"]


def test_the_twin_keeps_and_refuses() -> None:
    box = Postbox(refused={"gone@corp.example": "550"})
    assert box.send(LETTER, to="li@corp.example", mark="x") == ""
    assert box.send(LETTER, to="gone@corp.example", mark="y") == "550"
    assert [(each.to, each.mark) for each in box.sent] == [("li@corp.example", "x")]
