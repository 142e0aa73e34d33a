"""Customers in a browser: each sees their own, every figure opens into its facts, the address holds what is shown."""

import io
import re
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visit
from tests.e2e.site import Site
from tests.e2e.visitor import PHONE, WIDE, Language, Visitor

pytestmark = pytest.mark.slow

WORST = "/customers?overdue_days_min=1&sort=-overdue"


def asked(visitor: Visitor, path: str) -> dict[str, Any]:
    """Ask the API as whoever is logged in."""
    answer = visitor.page.request.get(f"{visitor.site.address}/api/v1{path}")
    assert answer.ok, answer.text()
    document: dict[str, Any] = answer.json()
    return document


def codes(visitor: Visitor) -> set[str]:
    return {each["code"] for each in asked(visitor, "/customers?limit=200")["items"]}


def rows(page: Page) -> Any:
    return page.locator("main tbody tr")


def exported(visitor: Visitor) -> list[tuple[Any, ...]]:
    with visitor.page.expect_download() as waiting:
        visitor.page.get_by_role("link", name=re.compile("导出|Export")).click()
    book = openpyxl.load_workbook(io.BytesIO(waiting.value.path().read_bytes()), read_only=True)
    return [row for row in book.worksheets[0].iter_rows(values_only=True) if any(row)]


def test_sales_see_only_their_own_customers(demo: Site, visiting: Visit) -> None:
    everything = codes(visiting(demo, "credit_manager"))
    sales = visiting(demo, "sales")
    own = codes(sales)
    foreign = min(everything - own)
    assert own < everything

    page = sales.open("/customers")
    expect(rows(page)).to_have_count(len(own))
    expect(page.locator("main header")).to_contain_text(f"{len(own)} 家")
    assert {row[0] for row in exported(sales)} & everything <= own

    page.get_by_placeholder("名称、编码、信用代码").fill(foreign)
    expect(page.get_by_text("没有符合条件的客户")).to_be_visible()

    sales.open(f"/customers/{foreign}")
    expect(page.get_by_role("alert")).to_contain_text(f"没有代码为 {foreign} 的客户")
    assert sales.page.request.get(f"{demo.address}/api/v1/customers/{foreign}").status == 404


def test_an_outside_expert_sees_what_is_let_to_them(demo: Site, visiting: Visit) -> None:
    expert = visiting(demo, "outside_expert")
    own, everything = codes(expert), codes(visiting(demo, "credit_manager"))
    other = min(everything - own)
    director = visiting(demo, "sales_director")
    page = director.open(f"/customers/{other}")
    page.get_by_role("button", name="可查看的人").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("combobox").fill("Prof")
    page.locator(".ant-select-item-option").filter(has_text="Prof. Li").click()
    dialog.get_by_role("button", name="授权查看").click()
    expect(dialog.get_by_role("listitem")).to_contain_text("Prof. Li")
    director.shot("readers")
    assert (director.barriers(), director.overflow()) == ([], 0)
    assert codes(expert) == own | {other}
    dialog.get_by_role("button", name="收回对 Prof. Li 的授权").click()
    expect(dialog.get_by_role("listitem")).to_have_count(0)
    assert codes(expert) == own


def test_a_figure_opens_into_the_facts_behind_it(demo: Site, visiting: Visit) -> None:
    visitor = visiting(demo, "finance")
    page = visitor.open(WORST)
    rows(page).first.get_by_role("link").first.click()
    owed = page.locator("dl").first.get_by_role("link").nth(2)  # score, receivable, overdue
    told = owed.inner_text()
    owed.click()

    panel = page.get_by_role("dialog")
    expect(panel).to_contain_text("逾期天数大于 0")
    taken = [amount(each) for each in panel.locator("tbody tr td:last-child").all_inner_texts()]
    assert round(sum(taken)) == amount(told)

    panel.locator("tbody a").first.click()
    expect(page).to_have_url(re.compile(r"tab=facts&kind=invoice&fact=\d+"))
    panel = page.get_by_role("dialog", name="发票")
    expect(panel).to_contain_text("来源编号")
    expect(panel).to_contain_text("首次录入")
    assert visitor.barriers() == []


def amount(text: str) -> float:
    return float(text.replace(",", ""))


def test_the_address_holds_the_filters(demo: Site, visiting: Visit) -> None:
    visitor = visiting(demo, "credit_manager")
    page = visitor.open("/customers")
    page.get_by_role("combobox", name="等级").click()
    page.get_by_title("高风险").click()
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile("grade=high"))
    visitor.settled()
    number = asked(visitor, "/customers?grade=high")["total"]
    expect(rows(page)).to_have_count(number)

    page.reload()
    visitor.settled()
    expect(rows(page)).to_have_count(number)
    expect(page.get_by_role("navigation", name="视图").get_by_role("link", name="高风险")).to_have_attribute(
        "aria-current", "page"
    )
    assert len([row for row in exported(visitor) if str(row[0]).startswith("KH")]) == number


def test_a_list_can_be_kept_under_a_name(demo: Site, visiting: Visit) -> None:
    visitor = visiting(demo, "credit_manager", language="en")
    page = visitor.open("/customers?grade=medium&lang=en")
    page.get_by_role("button", name="Save view").click()
    page.get_by_role("dialog").get_by_role("textbox").fill("Watch these")
    page.get_by_role("dialog").get_by_role("button", name="Save view").click()
    kept = page.get_by_role("navigation", name="Views").get_by_role("link", name="Watch these")
    expect(kept).to_have_attribute("aria-current", "page")

    page.get_by_role("button", name="Delete view Watch these").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(kept).to_have_count(0)


def test_a_reading_can_be_a_column(demo: Site, visiting: Visit) -> None:
    visitor = visiting(demo, "credit_manager")
    page = visitor.open("/customers")
    page.get_by_role("button", name="列", exact=True).click()
    page.get_by_role("checkbox", name="逾期占比", exact=True).click()
    expect(page.get_by_role("columnheader", name="逾期占比")).to_be_visible()
    expect(page).to_have_url(re.compile("overdue_share"))


def test_rows_open_by_the_keyboard(demo: Site, visiting: Visit) -> None:
    visitor = visiting(demo, "credit_manager")
    page = visitor.open("/customers")
    second = rows(page).nth(1).get_by_role("link").first
    name = second.inner_text()
    rows(page).first.get_by_role("link").first.focus()
    page.keyboard.press("ArrowDown")
    expect(second).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_a_day_of_the_past_is_marked_and_left_again(demo: Site, visiting: Visit) -> None:
    visitor = visiting(demo, "credit_manager")
    code = min(codes(visitor))
    row = asked(visitor, f"/customers/{code}/history?limit=5")["items"][-1]
    page = visitor.open(f"/customers/{code}?as_of={row['as_of']}")
    bar = page.get_by_role("status").filter(has_text=f"您看到的是 {row['as_of']} 的情况")
    expect(bar).to_be_visible()
    page.get_by_role("link", name="评分", exact=True).click()
    expect(bar).to_be_visible()

    visitor.open(f"/customers/{code}?as_of={row['as_of']}&known_on=2001-01-01")
    expect(page.get_by_text("那时我们还不知道这个客户")).to_be_visible()
    page.get_by_role("button", name="回到今天").click()
    expect(bar).to_have_count(0)
    expect(page.get_by_role("heading", level=2, name="账龄")).to_be_visible()


def test_amounts_stay_hidden_from_those_who_may_not_see_them(demo: Site, visiting: Visit) -> None:
    visitor = visiting(demo, "service")
    page = visitor.open("/customers")
    visitor.settled()
    expect(rows(page).first).to_contain_text("•••")
    rows(page).first.get_by_role("link").first.click()
    expect(page.locator("dl").first).to_contain_text("您的角色看不到此内容")
    assert not re.search(r"\d,\d{3}", page.get_by_role("main").inner_text())


PARTS = ("summary", "score", "way_back", "readings", "facts", "alerts", "timeline")


@pytest.mark.parametrize(("language", "size"), [("zh-CN", WIDE), ("en", PHONE)], ids=["zh, wide", "en, phone"])
def test_no_part_of_the_page_has_a_barrier(
    demo: Site, visiting: Visit, language: Language, size: tuple[int, int]
) -> None:
    visitor = visiting(demo, "credit_manager", language=language, size=size)
    worst = asked(visitor, WORST)["items"][0]["code"]
    found: list[str] = []
    for part in PARTS:
        visitor.open(f"/customers/{worst}?tab={part}&lang={language}")
        expect(visitor.page.get_by_role("heading", level=1)).to_be_visible()
        found += visitor.barriers()
        found += [f"{part} is {width} px too wide"] if (width := visitor.overflow()) else []
        visitor.shot(f"customer-{part}-{language}")
    visitor.open(f"/customers/{worst}?reading=overdue_minor&lang={language}")
    expect(visitor.page.get_by_role("dialog")).to_be_visible()
    assert found + visitor.barriers() == []


def of_state(visitor: Visitor) -> dict[str, dict[str, Any]]:
    """A way back of each state that the book has, by state."""
    found: dict[str, dict[str, Any]] = {}
    for each in asked(visitor, "/customers?limit=40&sort=score")["items"]:
        plan = asked(visitor, f"/customers/{each['code']}/way-back")
        found.setdefault(plan["state"], plan)
    return found


@pytest.mark.parametrize(("language", "size"), [("zh-CN", WIDE), ("en", PHONE)], ids=["zh, wide", "en, phone"])
def test_a_way_back_says_what_to_do_and_writes_the_letter(
    demo: Site, visiting: Visit, language: Language, size: tuple[int, int]
) -> None:
    visitor = visiting(demo, "credit_manager", language=language, size=size)
    found = of_state(visitor)
    assert {"plan", "above"} <= set(found)
    barriers: list[str] = []
    for state, plan in found.items():
        page = visitor.open(f"/customers/{plan['code']}?tab=way_back&lang={language}")
        expect(page.get_by_role("spinbutton")).to_have_value("60")
        barriers += visitor.barriers()
        barriers += [f"{state} is {width} px too wide"] if (width := visitor.overflow()) else []
        page.evaluate("document.querySelector('nav[aria-label] a[aria-current]')?.scrollIntoView({block: 'start'})")
        visitor.shot(f"way-back-{state}-{language}")
    plan = found["plan"]
    page = visitor.open(f"/customers/{plan['code']}?tab=way_back&lang={language}")
    first = plan["steps"][0]["items"][0]
    expect(page.get_by_role("main").get_by_text(first["name"]).first).to_be_visible()
    letter = page.locator("textarea[readonly]").first
    expect(letter).to_have_value(re.compile(re.escape(first["name"])))
    score = re.compile(re.escape(f"{plan['then']['score'] / 100:g}"))
    expect(letter).not_to_have_value(score)
    page.get_by_role("switch").click()
    expect(letter).to_have_value(score)
    letter.scroll_into_view_if_needed()
    visitor.shot(f"way-back-letter-{language}")
    page.get_by_role("spinbutton").fill("5")
    page.get_by_role("spinbutton").press("Enter")
    expect(page).to_have_url(re.compile("target=5"))
    expect(page.get_by_role("spinbutton")).to_have_value("5")
    assert barriers == []
