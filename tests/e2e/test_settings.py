"""Settings in the browser: what is changed there holds, is told to the audit, and is refused in words when wrong."""

import base64
import hmac
import re
import struct
import time

import pytest
from playwright.sync_api import APIRequestContext, Locator, Route, expect

from tests.e2e.conftest import Visit
from tests.e2e.newcomers import PHRASE, join
from tests.e2e.site import Site

pytestmark = pytest.mark.slow


def code(secret: str) -> str:
    """Give the six digits an authenticator app shows now (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.digest(key, struct.pack(">Q", int(time.time()) // 30), "sha1")
    (number,) = struct.unpack(">I", digest[digest[-1] & 15 :][:4])
    return f"{(number & 0x7FFFFFFF) % 1_000_000:06d}"


def test_a_second_step_once_set_up_is_asked_for_at_the_log_in(office: Site, visiting: Visit) -> None:
    email = join(office, visiting(office, "administrator"), "finance")
    visitor = visiting(office)
    visitor.log_in_with(email, PHRASE)
    page = visitor.open("/settings/me")
    page.get_by_role("button", name="开启两步验证").click()
    secret = page.locator("code").inner_text()
    assert visitor.barriers() == []
    page.get_by_label("应用显示的 6 位数字").fill(code(secret))
    page.get_by_role("button", name="开启", exact=True).click()
    once_more = page.get_by_role("dialog", name="请再确认一次身份")
    once_more.get_by_label("当前密码").fill(PHRASE)
    once_more.get_by_role("button", name="确定").click()
    codes = page.get_by_role("dialog", name="备用码")
    kept = codes.get_by_role("listitem").first.inner_text()
    codes.get_by_role("button", name="我已保存").click()
    expect(page.get_by_text("已开启。还有 10 个备用码可用")).to_be_visible()

    again = visiting(office)
    door = again.open("/login")
    door.locator("input[type=email]").fill(email)
    door.locator("input[type=password]").fill(PHRASE)
    door.keyboard.press("Enter")
    digits = door.get_by_label("验证码")
    digits.fill("000000")
    door.keyboard.press("Enter")
    expect(door.get_by_role("alert")).to_have_text("验证码不正确或已过期。")
    assert again.barriers() == []
    digits.fill(kept)
    door.keyboard.press("Enter")
    expect(door).to_have_url(re.compile("/workbench$"))

    boss = visiting(office, "administrator")
    page = boss.open("/settings/people")
    page.get_by_role("row").filter(has_text=email).get_by_role("button").first.click()
    page.get_by_role("button", name="重置两步验证").click()
    asked = page.get_by_role("dialog", name=f"重置 {email} 的两步验证？")
    expect(asked).to_be_visible()
    boss.shot("reset-mfa")
    assert boss.barriers() == []
    asked.get_by_role("button", name="重置两步验证").click()
    expect(page.get_by_text("两步验证已重置")).to_be_visible()
    again.page.reload()
    expect(again.page).to_have_url(re.compile("/login"))
    again.log_in_with(email, PHRASE)


def test_a_session_elsewhere_can_be_ended(office: Site, visiting: Visit) -> None:
    email = join(office, visiting(office, "administrator"), "legal")
    here, there = visiting(office), visiting(office)
    here.log_in_with(email, PHRASE)
    there.log_in_with(email, PHRASE)
    page = here.open("/settings/me")
    devices = page.get_by_role("region", name="登录的设备")
    devices.get_by_role("button", name="退出").last.click()
    expect(devices.get_by_role("button", name="退出")).to_have_count(0)
    expect(there.open("/overview")).to_have_url(re.compile("/login"))


def test_a_rule_is_switched_off_with_a_reason_and_the_audit_knows(office: Site, visiting: Visit) -> None:
    visitor = visiting(office, "administrator")
    page = visitor.open("/settings/rules")
    rule = page.get_by_role("switch").first
    name = rule.get_attribute("aria-label")
    assert name is not None
    before = rule.get_attribute("aria-checked")
    rule.click()
    page.get_by_role("button", name="保存").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="保存").click()
    expect(dialog.get_by_text("请写明说明")).to_be_visible()
    dialog.get_by_label("说明").fill("与销售部商定")
    dialog.get_by_role("button", name="保存").click()
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("main")).to_contain_text("与销售部商定")
    page = visitor.open("/settings/rules")
    expect(page.get_by_role("switch", name=name)).not_to_have_attribute("aria-checked", before or "")
    page = visitor.open("/settings/audit")
    expect(page.get_by_role("row").nth(1)).to_contain_text("administrator")


def test_days_that_are_none_are_named_and_good_ones_kept(office: Site, visiting: Visit) -> None:
    visitor = visiting(office, "administrator")
    page = visitor.open("/settings/calendar")
    holidays = page.get_by_label("节假日")
    holidays.fill("2026-10-01\n2026-02-30")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_text("不是日期：2026-02-30")).to_be_visible()
    holidays.fill("2026-10-02，2026-10-01")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_text("已保存")).to_be_visible()
    expect(visitor.open("/settings/calendar").get_by_label("节假日")).to_have_value("2026-10-01\n2026-10-02")


def test_an_api_key_is_shown_once_and_ends_when_revoked(office: Site, visiting: Visit) -> None:
    visitor = visiting(office, "administrator")
    page = visitor.open("/settings/keys")
    page.get_by_role("button", name="新建密钥").click()
    panel = page.get_by_role("dialog", name="新建密钥")
    panel.get_by_label("名称").fill("ERP")
    panel.get_by_role("button", name="新建密钥").click()
    once = page.get_by_role("dialog", name="新密钥")
    secret = once.locator("code").inner_text()
    once.get_by_role("button", name="我已保存").click()
    expect(page.get_by_text(secret)).to_have_count(0)
    assert asked(visitor.page.request, office, secret) == 200
    page.get_by_role("button", name="吊销").click()
    page.get_by_role("dialog").get_by_role("button", name="吊销").click()
    expect(page.get_by_text("已吊销")).to_be_visible()
    assert asked(visitor.page.request, office, secret) == 401


def asked(request: APIRequestContext, site: Site, secret: str) -> int:
    """Ask for the customers with a key, and give the status of the answer."""
    return request.get(f"{site.address}/api/v1/customers", headers={"Authorization": f"Bearer {secret}"}).status


def test_a_team_is_made_with_its_members(office: Site, visiting: Visit) -> None:
    visitor = visiting(office, "administrator")
    email = join(office, visitor, "sales_manager")
    page = visitor.open("/settings/teams")
    page.get_by_role("button", name="新建团队").click()
    panel = page.get_by_role("dialog", name="新建团队")
    panel.get_by_label("名称").fill("华东一部")
    choose(panel.get_by_label("负责人"), email)
    panel.get_by_role("button", name="添加成员").click()
    choose(panel.get_by_label("人员"), email)
    assert visitor.barriers() == []
    panel.get_by_role("button", name="保存").click()
    row = page.get_by_role("row").filter(has_text="华东一部")
    expect(row.get_by_text(email)).to_have_count(2)


def test_a_team_saved_again_after_silence_is_made_once(office: Site, visiting: Visit) -> None:
    page = visiting(office, "administrator").open("/settings/teams")
    page.get_by_role("button", name="新建团队").click()
    panel = page.get_by_role("dialog", name="新建团队")
    panel.get_by_label("名称").fill("华南一部")
    page.route("**/api/v1/teams", _done_but_unheard, times=1)
    panel.get_by_role("button", name="保存").click()
    expect(panel.get_by_role("alert")).to_be_visible()
    panel.get_by_role("button", name="保存").click()
    expect(panel).to_be_hidden()
    expect(page.get_by_role("row").filter(has_text="华南一部")).to_have_count(1)


def _done_but_unheard(route: Route) -> None:
    """Let the server do what it is asked, and lose its answer on the way."""
    route.fetch()
    route.abort()


def choose(box: Locator, words: str) -> None:
    """Choose the option that begins with these words."""
    box.fill(words)
    box.press("Enter")


BEGUN_ANEW = "async (before) => (await (await fetch('/api/v1/book-runs')).json()).runs[0].begun_at !== before"


def test_all_customers_are_assessed_at_once_with_their_progress(demo: Site, visiting: Visit) -> None:
    visitor = visiting(demo, "credit_manager")
    page = visitor.open("/settings/runs")
    (newest, *_) = visitor.send("GET", "/book-runs", None)["runs"]
    start = page.get_by_role("button", name="立即评估全部客户")
    start.click()
    expect(page.get_by_text("已安排，工作进程马上开始")).to_be_visible()
    page.wait_for_function(BEGUN_ANEW, arg=newest["begun_at"])
    expect(start).to_be_enabled()
    newest = page.get_by_role("row").nth(1)
    expect(newest).to_contain_text("已完成")
    expect(newest).to_contain_text(re.compile(r"(\d+) / \1 个客户"))
    assert visitor.barriers() == []


def test_who_may_not_start_runs_only_looks_on(demo: Site, visiting: Visit) -> None:
    page = visiting(demo, "cfo").open("/settings/runs")
    expect(page.get_by_role("row").nth(1)).to_contain_text("已完成")
    expect(page.get_by_role("button", name="立即评估全部客户")).to_have_count(0)
    page = visiting(demo, "finance").open("/settings/me")
    expect(page.get_by_role("link", name="我的设置")).to_be_visible()
    expect(page.get_by_role("link", name="整体评估")).to_have_count(0)
