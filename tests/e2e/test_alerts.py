"""Alerts in a browser: from the inbox to the resolution, in both languages, alone, in bulk and against a colleague."""

import re
from typing import Any

import pytest
from playwright.sync_api import APIResponse, Locator, Page, expect

from tests.e2e.conftest import Visit
from tests.e2e.site import Site
from tests.e2e.test_customers import asked, rows
from tests.e2e.visitor import Language, Visitor, mostly

pytestmark = pytest.mark.slow

WORDS: dict[Language, dict[str, str]] = {
    "zh-CN": {
        "resolve": "处理完毕",
        "paid": "已付款",
        "note": "款项已于今日到账，回单见财务共享盘",
        "resolved": "已处理",
        "reopen": "重新打开",
    },
    "en": {
        "resolve": "Resolve",
        "paid": "the customer paid",
        "note": "Paid today, slip on the shared drive",
        "resolved": "resolved",
        "reopen": "Reopen",
    },
}


def alerts(visitor: Visitor, query: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = asked(visitor, f"/alerts?limit=200&{query}")["items"]
    return found


def sent(visitor: Visitor, method: str, path: str, body: dict[str, Any] | None = None) -> APIResponse:
    """Send to the API as whoever is logged in."""
    token = next(each["value"] for each in visitor.page.context.cookies() if each["name"] == "csrftoken")
    headers = {"X-CSRFToken": token, "Origin": visitor.site.address}
    return visitor.page.request.fetch(f"{visitor.site.address}/api/v1{path}", method=method, headers=headers, data=body)


def dialog(page: Page) -> Locator:
    """The dialog that asks something; it stands over the panel."""
    return page.get_by_role("dialog").last


def number(visitor: Visitor, state: str = "open") -> int:
    count: int = asked(visitor, "/alerts/counts")["states"].get(state, 0)
    return count


@pytest.mark.parametrize("language", mostly("zh-CN"))
def test_an_alert_is_taken_care_of(demo: Site, visiting: Visit, language: Language) -> None:
    words = WORDS[language]
    visitor = visiting(demo, "finance", language=language)
    page = visitor.open(f"/alerts?lang={language}")
    rows(page).first.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(r"alert=\d+"))
    panel = page.get_by_role("dialog").first  # what asks something stands over it
    expect(panel.get_by_role("button", name=words["resolve"])).to_be_visible()
    assert visitor.barriers() == []

    panel.get_by_role("button", name=words["resolve"]).click()
    dialog(page).get_by_role("radio", name=words["paid"]).check()
    dialog(page).get_by_role("button", name=words["resolve"]).click()
    expect(dialog(page).locator(".ant-form-item-explain-error")).to_have_count(1)  # how, has not been said yet
    dialog(page).get_by_role("textbox").fill(words["note"])
    assert visitor.barriers() == []
    dialog(page).get_by_role("button", name=words["resolve"]).click()
    expect(panel).to_contain_text(words["note"])
    expect(panel).to_contain_text(words["resolved"])

    panel.get_by_role("button", name=words["reopen"]).click()  # as it was found
    expect(panel.get_by_role("button", name=words["resolve"])).to_be_visible()


def test_a_colleague_was_quicker(demo: Site, visiting: Visit) -> None:
    slow, quick = visiting(demo, "finance"), visiting(demo, "credit_manager")
    alert = alerts(slow)[-1]["id"]
    page = slow.open(f"/alerts/{alert}")
    page.get_by_role("button", name="处理完毕").click()
    dialog(page).get_by_role("radio", name="误报").check()
    dialog(page).get_by_role("textbox").fill("与客户核对过，是重复开票")

    quick.open(f"/alerts/{alert}").get_by_role("button", name="确认", exact=True).click()
    expect(quick.page.get_by_text("已确认 1 条")).to_be_visible()

    dialog(page).get_by_role("button", name="处理完毕").click()
    expect(dialog(page).get_by_role("alert")).to_contain_text("您填写的内容还在")
    dialog(page).get_by_role("button", name="处理完毕").click()
    expect(page.get_by_role("button", name="重新打开")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("是重复开票")
    page.get_by_role("button", name="重新打开").click()
    expect(page.get_by_role("button", name="处理完毕")).to_be_visible()


def test_several_at_once(demo: Site, visiting: Visit) -> None:
    visitor = visiting(demo, "credit_manager")
    page = visitor.open("/alerts?sort=opened")
    before = number(visitor)
    for place in (0, 1):
        rows(page).nth(place).get_by_role("checkbox").check()
    page.get_by_role("button", name="暂停", exact=True).click()
    week = dialog(page).get_by_role("radio", name=re.compile("7 天"))
    week.click()
    expect(week).to_be_checked()
    dialog(page).get_by_role("button", name="暂停").click()
    expect(page.get_by_text("已暂停 2 条")).to_be_visible()
    assert (number(visitor), number(visitor, "snoozed")) == (before - 2, 2)

    visitor.open("/alerts?state=snoozed")
    page.get_by_role("checkbox", name="选择本页全部").check()
    page.get_by_role("button", name="重新打开").first.click()
    expect(page.get_by_text("没有已暂停的预警")).to_be_visible()
    assert number(visitor) == before


def test_hands_stay_on_the_keyboard(demo: Site, visiting: Visit) -> None:
    visitor = visiting(demo, "credit_manager")
    page = visitor.open("/alerts?sort=-opened")
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = rows(page).nth(1).get_by_role("link").first
    expect(second).to_be_focused()
    page.keyboard.press("k")
    expect(rows(page).first.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("s")
    expect(dialog(page).get_by_role("radio", name=re.compile("3 天"))).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_sales_meet_only_alerts_of_their_own_customers(demo: Site, visiting: Visit) -> None:
    everything = {each["id"] for each in alerts(visiting(demo, "credit_manager"))}
    sales = visiting(demo, "sales")
    own = {each["id"] for each in alerts(sales)}
    assert own < everything
    page = sales.open("/alerts")
    expect(page.get_by_role("link", name=re.compile(rf"待处理\s*{len(own)}"))).to_be_visible()
    sales.open(f"/alerts/{min(everything - own)}")
    expect(page.get_by_role("alert")).to_contain_text("或您无权查看")


def test_an_assignment_makes_it_mine(demo: Site, visiting: Visit) -> None:
    visitor = visiting(demo, "finance")
    alert = alerts(visitor, "sort=opened")[0]["id"]
    page = visitor.open(f"/alerts/{alert}")
    page.get_by_role("button", name="指派").click()
    dialog(page).get_by_role("button", name="指派").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert [each["id"] for each in alerts(visitor, "owner=me")] == [alert]

    page.get_by_role("button", name="指派").click()
    dialog(page).get_by_role("combobox").fill("暂不")
    page.keyboard.press("Enter")
    dialog(page).get_by_role("button", name="指派").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert alerts(visitor, "owner=me") == []


def never_late(visitor: Visitor) -> str:
    """Find a customer for whom the rule of late debts never fired, so that no cool-down holds it back."""
    every = "&".join(f"state={state}" for state in ("open", "acknowledged", "snoozed", "resolved", "cleared"))
    quiet: list[str] = [each["code"] for each in asked(visitor, "/customers?has_alert=false&limit=200")["items"]]
    return next(code for code in quiet if not alerts(visitor, f"{every}&rule=overdue_30_days&customer={code}"))


def test_a_fact_becomes_an_alert_that_tells_how_long_it_took(demo: Site, visiting: Visit) -> None:
    visitor = visiting(demo, "administrator")
    code = never_late(visitor)
    invoice = {
        "external_id": "late", "customer": code, "document_no": "late", "issue_on": "2026-01-05",
        "stated_due_on": "2026-02-05", "amount": "880000.00", "currency": "CNY",
    }  # fmt: skip
    assert sent(visitor, "PUT", "/facts/invoice", {"source": "browser", "rows": [invoice]}).ok
    page = visitor.page
    for _ in range(20):  # each look waits for the answer; the alert is there within a second
        visitor.open(f"/alerts?customer={code}")
        if rows(page).count():
            break
    rows(page).first.get_by_role("link").first.click()
    expect(page.get_by_role("dialog")).to_contain_text(re.compile("数据到预警.*(毫秒|秒)", re.DOTALL))

    assert sent(visitor, "DELETE", "/facts/invoice/browser/late").ok  # as it was found
