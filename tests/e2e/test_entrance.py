"""The entrance: who gets in, who does not, and what they are told."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Visit
from tests.e2e.site import Site
from tests.e2e.visitor import PHONE

pytestmark = pytest.mark.slow


def test_somebody_new_sets_a_password_by_the_link_and_logs_in(office: Site, visiting: Visit) -> None:
    administrator = visiting(office, "administrator")
    page = administrator.open("/settings/people")
    page.get_by_role("button", name="添加人员").click()
    panel = page.get_by_role("dialog", name="添加人员")
    panel.get_by_label("姓名").fill("王伟")
    panel.get_by_label("登录邮箱").fill("wang@example.com")
    panel.get_by_label("角色").click()
    page.get_by_title("销售", exact=True).click()
    assert administrator.barriers() == []
    panel.get_by_role("button", name="添加并邀请").click()
    link = page.get_by_role("dialog", name="邀请链接").locator("code").inner_text()

    newcomer = visiting(office)
    newcomer.page.goto(link)
    boxes = newcomer.page.locator("input[autocomplete=new-password]")
    expect(boxes).to_have_count(2)
    boxes.nth(0).fill("another fine phrase")
    boxes.nth(1).fill("another fine phrase")
    assert newcomer.barriers() == []
    newcomer.page.get_by_role("button", name="保存密码").click()
    expect(newcomer.page.get_by_role("status")).to_contain_text("密码已设置")
    newcomer.log_in_with("wang@example.com", "another fine phrase")
    expect(newcomer.page.get_by_role("heading", level=1)).to_have_text("工作台")


def test_a_wrong_password_is_refused_in_words(demo: Site, visiting: Visit) -> None:
    page = visiting(demo).open("/login")
    page.locator("input[type=email]").fill(demo.people["cfo"])
    page.locator("input[type=password]").fill("not the password")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("邮箱或密码不正确。")


def test_whoever_opens_a_page_without_log_in_comes_back_to_it(demo: Site, visiting: Visit) -> None:
    visitor = visiting(demo)
    page = visitor.open("/customers?grade=high")
    expect(page).to_have_url(re.compile(r"/login\?next="))
    page.locator("input[type=email]").fill(demo.people["finance"])
    page.locator("input[type=password]").fill(demo.password)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/customers\?grade=high$"))


def test_a_log_in_never_leads_to_another_site(demo: Site, visiting: Visit) -> None:
    visitor = visiting(demo)
    page = visitor.open("/login?next=//elsewhere.example/")
    page.locator("input[type=email]").fill(demo.people["finance"])
    page.locator("input[type=password]").fill(demo.password)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{demo.address}/workbench")


def test_the_language_changes_at_once_and_is_remembered(demo: Site, visiting: Visit) -> None:
    visitor = visiting(demo, "legal")
    page = visitor.page
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Workbench")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    again = visiting(demo, "legal")
    expect(again.page.get_by_role("heading", level=1)).to_have_text("Workbench")
    again.page.get_by_role("button", name="中文").click()
    expect(again.page.get_by_role("heading", level=1)).to_have_text("工作台")


def test_logging_out_ends_the_session(demo: Site, visiting: Visit) -> None:
    visitor = visiting(demo, "service")
    page = visitor.page
    page.get_by_role("button", name="唐小雨").first.click()
    page.get_by_role("button", name="退出登录").click()
    expect(page).to_have_url(re.compile("/login$"))
    expect(visitor.open("/overview")).to_have_url(re.compile("/login"))


def test_whoever_logs_in_next_sees_nothing_of_the_one_before(demo: Site, visiting: Visit) -> None:
    visitor = visiting(demo, "credit_manager")
    page = visitor.open("/customers")
    rows = page.get_by_role("main").get_by_role("link", name=re.compile("KH0|公司"))
    expect(rows.first).to_be_visible()
    page.context.clear_cookies()
    places = page.get_by_role("navigation", name="主导航")
    places.get_by_role("link", name="预警").click()
    expect(page).to_have_url(re.compile(r"/login\?next="))
    page.locator("input[type=email]").fill(demo.people["sales"])
    page.locator("input[type=password]").fill(demo.password)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/alerts"))
    page.route(re.compile(r"/api/v1/customers\?"), lambda _: None)  # whatever stands there now was remembered
    places.get_by_role("link", name="客户").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("客户")
    expect(page.get_by_role("main").get_by_role("status")).to_be_visible()
    expect(rows).to_have_count(0)


def test_a_window_learns_that_somebody_else_logged_in_beside_it(demo: Site, visiting: Visit) -> None:
    visitor = visiting(demo, "service")
    page = visitor.page
    expect(page.get_by_role("button", name="唐小雨").first).to_be_visible()
    beside = replace(visitor, page=page.context.new_page())
    page.context.clear_cookies()
    beside.log_in("legal")
    page.evaluate("dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_role("button", name="宋律").first).to_be_visible()


def test_a_page_that_is_not_there_says_so_and_leads_home(demo: Site, visiting: Visit) -> None:
    visitor = visiting(demo, "cfo")
    page = visitor.open("/nowhere/at-all")
    expect(page.get_by_text("没有这个页面")).to_be_visible()
    page.get_by_role("link", name="回到工作台").click()
    expect(page).to_have_url(re.compile("/workbench$"))


def test_keys_lead_to_places_and_find_customers(demo: Site, visiting: Visit) -> None:
    visitor = visiting(demo, "credit_manager")
    page = visitor.page
    page.keyboard.press("g")
    page.keyboard.press("c")
    expect(page).to_have_url(re.compile("/customers"))
    page.keyboard.press("/")
    page.keyboard.type("KH0000")
    options = page.get_by_role("option")
    expect(options.first).to_contain_text("KH0000")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/customers/KH0000"))
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="键盘快捷键")).to_be_visible()


def test_a_phone_has_the_places_within_reach_of_the_thumb(demo: Site, visiting: Visit) -> None:
    visitor = visiting(demo, "sales", size=PHONE)
    page = visitor.page
    bar = page.get_by_role("navigation").last
    for link in bar.get_by_role("link").all():
        box = link.bounding_box()
        assert box is not None
        assert box["height"] >= 44
        assert box["y"] > 700
    bar.get_by_role("link", name="客户").click()
    expect(page).to_have_url(re.compile("/customers"))
