"""Back-tests in the browser: what alerts came to, other values of a threshold tried and drafted, a rule tried on the past."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visit
from tests.e2e.site import Site
from tests.e2e.test_policy import Words
from tests.e2e.visitor import PHONE, WIDE, Language, Visitor

pytestmark = pytest.mark.slow


def spoken(visitor: Visitor, language: Language) -> Words:
    visitor.send("PATCH", "/me", {"language": language[:2]})
    visitor.open(f"/workbench?lang={language}")
    return Words(language)


def looked_at(visitor: Visitor, name: str) -> None:
    """Look at the page wide and on a phone: no barrier, nothing wider than the window."""
    for width, height in (WIDE, PHONE):
        visitor.page.set_viewport_size({"width": width, "height": height})
        visitor.settled()
        visitor.shot(name)
        assert visitor.barriers() == []
        assert visitor.overflow() == 0
    visitor.page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})


def done(page: Page) -> None:
    """Wait until the worker has finished the back-test."""
    expect(page).to_have_url(re.compile(r"/backtests/\d+"))
    expect(page.get_by_role("progressbar")).to_have_count(0, timeout=120_000)


def test_a_threshold_is_tried_elsewhere_and_kept_as_a_draft(demo: Site, visiting: Visit) -> None:
    maker = visiting(demo, "credit_manager")
    words = spoken(maker, "zh-CN")
    maker.open("/alerts")
    maker.page.get_by_role("link", name=words("alerts:economics"), exact=True).click()
    page = maker.settled()
    table = page.get_by_role("table").first
    expect(table).to_be_visible()
    looked_at(maker, "economics-zh")
    row = table.get_by_role("row").filter(has=page.get_by_text("逾期超过30天", exact=True))
    row.get_by_role("button").first.click()
    behind = page.get_by_role("dialog")
    expect(behind.get_by_role("table").get_by_role("link").first).to_be_visible()
    maker.shot("economics-behind-zh")
    assert maker.barriers() == []
    page.keyboard.press("Escape")
    row.get_by_role("button", name=words("economics:seek.of", rule="逾期超过30天")).click()
    asked = page.get_by_role("dialog", name=words("economics:seek.title", rule="逾期超过30天"))
    assert maker.barriers() == []
    asked.get_by_role("button", name=words("economics:seek.begin")).click()
    done(page)
    values = page.get_by_role("region", name=words("backtests:search.title")).first
    expect(values.get_by_text(words("backtests:search.now"), exact=True)).to_be_visible()
    looked_at(maker, "threshold-zh")
    values.get_by_role("button", name=words("backtests:search.draft_of", value="45")).click()
    expect(page).to_have_url(re.compile(r"/policy/changes/\d+$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("30 → 45")
    page.get_by_role("button", name=words("policy:one.rename")).click()
    renamed = page.get_by_role("dialog", name=words("policy:one.rename"))
    renamed.get_by_label(words("policy:one.rename_label")).fill("放宽到45天")
    renamed.get_by_role("button", name=words("policy:one.rename_save")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("放宽到45天")
    assert maker.barriers() == []


def test_a_rule_is_tried_on_the_past_before_it_is_submitted(demo: Site, visiting: Visit) -> None:
    maker = visiting(demo, "credit_manager", language="en")
    words = spoken(maker, "en")
    text = maker.page.request.get(f"{demo.address}/api/v1/policy/rules/versions/1").json()["body"]
    change = maker.send("POST", "/policy-changes", {"title": "Warn earlier"})["id"]
    earlier = text.replace("days: {value: 30,", "days: {value: 10,", 1)
    maker.send("PUT", f"/policy-changes/{change}/drafts/rules", {"body": earlier})
    page = maker.open(f"/policy/changes/{change}?lang=en")
    page.get_by_role("link", name=words("policy:one.backtest")).click()
    asked = page.get_by_role("dialog", name=words("backtests:begin.title"))
    asked.get_by_label(words("backtests:begin.months"), exact=True).fill("2")
    asked.get_by_role("button", name=words("backtests:begin.begin"), exact=True).click()
    done(page)
    changes = page.get_by_role("region", name=words("backtests:changes.title")).first
    row = changes.get_by_role("row").filter(has=page.get_by_text("Overdue more than 10 days", exact=True))
    expect(row).to_be_visible()
    looked_at(maker, "backtest-en")
    row.get_by_role("button").first.click()
    behind = page.get_by_role("dialog")
    expect(behind.get_by_role("table").get_by_role("link").first).to_be_visible()
    assert maker.barriers() == []
    page.keyboard.press("Escape")
    maker.send("PATCH", "/me", {"language": "zh"})
