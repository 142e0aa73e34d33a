"""The words of mails: both languages, one line for a subject, nothing from data that acts as markup."""

from dataclasses import replace

import pytest

from kedun.kernel.words import Language
from kedun.notify.notices import DigestItem, Kind, Line, Why
from kedun.notify.templates import LONGEST_SUBJECT, MOST_ITEMS, headline, one_line, write_alert, write_digest
from tests.notify.builders import NOTICE

SITE = "https://kedun.example"


@pytest.mark.parametrize(
    ("kind", "language", "subject", "opening"),
    [
        ("alert.opened", "zh", "【客盾】高：华东机械 逾期超过30天", "客户 华东机械（KH1）触发了预警“逾期超过30天”，严重程度：高。"),
        ("alert.opened", "en", "[kedun] 高: 华东机械, 逾期超过30天", "An alert opened for 华东机械 (KH1): 逾期超过30天. Severity: 高."),
        ("alert.closed", "zh", "【客盾】已解除：华东机械 逾期超过30天", "客户 华东机械（KH1）的预警“逾期超过30天”已解除：已付款。"),
        ("alert.closed", "en", "[kedun] Cleared: 华东机械, 逾期超过30天", "The alert of 华东机械 (KH1), 逾期超过30天, is closed: 已付款."),
        ("alert.assigned", "zh", "【客盾】请您处理：华东机械 逾期超过30天", "李信 请您处理客户 华东机械（KH1）的预警“逾期超过30天”，严重程度：高。"),
        ("alert.assigned", "en", "[kedun] For you: 华东机械, 逾期超过30天", "李信 asks you to look after an alert of 华东机械 (KH1): 逾期超过30天. Severity: 高."),
    ],
)  # fmt: skip
def test_a_mail_says_what_happened(kind: Kind, language: Language, subject: str, opening: str) -> None:
    notice = replace(NOTICE, kind=kind, reason="已付款", by="李信")
    written = write_alert(notice, language=language, why="role", site=SITE)
    assert written.subject == subject
    assert f"<p>{opening}</p>" in written.body
    assert f'<a href="{SITE}/alerts/7">{SITE}/alerts/7</a>' in written.body
    assert f'<div lang="{language}"' in written.body


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_mail_names_the_readings_and_the_day(language: Language) -> None:
    body = write_alert(NOTICE, language=language, why="role", site=SITE).body
    assert ("<li>最长逾期天数：31 天</li>" if language == "zh" else "<li>最长逾期天数: 31 天</li>") in body
    assert "2026-03-02" in body
    bare = write_alert(replace(NOTICE, evidence=(), opened=""), language=language, why="role", site=SITE).body
    assert "<ul>" not in bare
    assert "2026-03-02" not in bare


@pytest.mark.parametrize(
    ("why", "zh", "en"),
    [
        ("role", "您的角色", "Your role"), ("owner", "您是该客户的负责人", "You look after this customer"),
        ("assigned", "该预警由您处理", "yours to look after"), ("company", "没有人能收到", "Nobody could be told"),
    ],
)  # fmt: skip
def test_a_mail_says_why_it_came(why: Why, zh: str, en: str) -> None:
    assert zh in write_alert(NOTICE, language="zh", why=why, site=SITE).body
    assert en in write_alert(NOTICE, language="en", why=why, site=SITE).body


def test_what_comes_from_data_is_no_markup() -> None:
    nasty = "<script>alert(1)</script>&\"'</div>{customer}"
    notice = replace(NOTICE, customer=nasty, rule=nasty, by=nasty, evidence=(Line(nasty, nasty),), customer_code=nasty)
    for language in ("zh", "en"):
        body = write_alert(notice, language="zh" if language == "zh" else "en", why="role", site=SITE).body
        assert "<script" not in body
        assert body.count("</div>") == 1
        assert "&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#x27;" in body
        assert "{customer}" in body, "what looks like a place in a template stays what it is"
    digest = write_digest([DigestItem(nasty, '/alerts/1"onclick="')], language="zh", site=SITE).body
    assert "<script" not in digest
    assert '"onclick="' not in digest


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\r\nBcc: x@evil.example", "a Bcc: x@evil.example"),
        ("a\0b\x85c\u2028d", "a b c d"),
        ("  a   b ", "a b"),
        ("x" * 400, "x" * (LONGEST_SUBJECT - 1) + "…"),
    ],
)
def test_a_subject_is_one_line(text: str, line: str) -> None:
    assert one_line(text) == line


@pytest.mark.parametrize("subject", ["【客盾】高：甲", "[kedun] 高：甲", "高：甲"])
def test_the_mark_for_mailboxes_is_left_out_elsewhere(subject: str) -> None:
    assert headline(subject) == "高：甲"
    assert "<li>高：甲</li>" in write_digest([DigestItem(subject, "/x")], language="zh", site="").body


def test_without_an_address_the_page_is_named() -> None:
    body = write_alert(NOTICE, language="zh", why="role", site="").body
    assert "查看预警： /alerts/7" in body
    assert "<a " not in body
    assert "<a " not in write_digest([DigestItem("x", "/alerts/1")], language="zh", site="").body


def test_a_digest_lists_what_there_is_and_says_how_much_more() -> None:
    items = [DigestItem(f"Alert {number}", f"/alerts/{number}") for number in range(MOST_ITEMS + 3)]
    written = write_digest(items, language="en", site=SITE)
    assert written.subject == f"[kedun] {MOST_ITEMS + 3} alerts"
    assert written.body.count("<li>") == MOST_ITEMS
    assert f'<li><a href="{SITE}/alerts/0">Alert 0</a></li>' in written.body
    assert "And 3 more, shown in the application." in written.body
    short = write_digest(items[:2], language="zh", site=SITE)
    assert (short.subject, "另有" in short.body) == ("【客盾】预警汇总：2 条", False)
    assert "自上次汇总以来有 2 条通知" in short.body
    assert "刚刚有 2 条通知" in write_digest(items[:2], language="zh", site=SITE, is_burst=True).body
