"""The overview and the workbench: every figure opens the list of exactly what it counts."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Visit
from tests.e2e.site import Site

pytestmark = pytest.mark.slow


def total(page: Page) -> int:
    """Give how many rows the list says it has."""
    words = page.get_by_role("navigation", name="翻页").inner_text()
    found = re.search(r"共 ([\d,]+)", words)
    assert found is not None, words
    return int(found.group(1).replace(",", ""))


def test_figures_of_the_overview_open_lists_of_as_many(demo: Site, visiting: Visit) -> None:
    visitor = visiting(demo, "cfo")
    page = visitor.open("/overview")
    figure = page.get_by_role("link", name=re.compile("^高风险客户"))
    counted = int(figure.locator("span.num").first.inner_text().replace(",", ""))
    figure.click()
    expect(page).to_have_url(re.compile("grade=high"))
    visitor.settled()
    assert total(page) == counted


def test_quadrants_and_their_grades_hold_every_customer_once(demo: Site, visiting: Visit) -> None:
    visitor = visiting(demo, "cfo")
    page = visitor.open("/overview")
    matrix = page.get_by_role("region", name="价值 × 风险矩阵")
    quadrants, grades = matrix.locator("a:has(strong)"), matrix.get_by_role("listitem").get_by_role("link")
    expect(quadrants.first).to_be_visible()
    assert sum(map(last_number, quadrants.all())) == 60
    assert sum(map(last_number, grades.all())) == 60
    for link in (quadrants.first, grades.first):
        visitor.open("/overview")
        counted = last_number(link)
        link.click()
        visitor.settled()
        assert total(page) == counted


def last_number(link: Locator) -> int:
    """Give the number that a link ends with."""
    return int(link.inner_text().split()[-1].replace(",", ""))


def test_a_chart_turns_into_its_table(demo: Site, visiting: Visit) -> None:
    visitor = visiting(demo, "ceo")
    page = visitor.open("/overview")
    chart = page.get_by_role("figure")
    expect(chart.get_by_role("img")).to_be_visible()
    chart.get_by_text("表", exact=True).click()
    expect(chart.get_by_role("row")).to_have_count(14)
    assert visitor.barriers() == []


def test_a_salesperson_sees_the_own_customers_only(demo: Site, visiting: Visit) -> None:
    everybody, own = visiting(demo, "cfo"), visiting(demo, "sales")
    all_of_them = total(everybody.open("/customers"))
    mine = total(own.open("/customers"))
    assert 0 < mine < all_of_them


def test_amounts_are_hidden_from_those_who_may_not_see_them(demo: Site, visiting: Visit) -> None:
    visitor = visiting(demo, "production")
    page = visitor.open("/overview")
    receivables = page.get_by_role("link", name=re.compile("^应收余额"))
    expect(receivables).to_contain_text("您的角色看不到此内容")
    assert "¥" not in page.get_by_role("main").inner_text()
    assert visitor.barriers() == []
