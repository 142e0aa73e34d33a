"""A customer's group and whom its failure hits, in a browser: names that may be seen, a picture and its table."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Visit
from tests.e2e.site import Site
from tests.e2e.test_customers import asked
from tests.e2e.visitor import PHONE, WIDE, Language, Visitor

pytestmark = pytest.mark.slow


def tied(visitor: Visitor) -> str:
    """A customer whose failure hits others in both rounds, if there is one; else in one."""
    found = [each["code"] for each in asked(visitor, "/customers?limit=200")["items"]]
    hits = {code: asked(visitor, f"/customers/{code}/contagion")["hits"] for code in found}
    chosen: str = max(found, key=lambda code: ({hit["round"] for hit in hits[code]} == {1, 2}, len(hits[code])))
    return chosen


@pytest.mark.parametrize(
    ("language", "size", "group", "fails"),
    [("zh-CN", WIDE, "集团与关系", "若其违约"), ("en", PHONE, "Group and relations", "If it fails")],
)
def test_a_group_and_whom_a_failure_hits(
    demo: Site, visiting: Visit, language: Language, size: tuple[int, int], group: str, fails: str
) -> None:
    visitor = visiting(demo, "credit_manager", language=language, size=size)
    code = tied(visitor)
    page = visitor.open(f"/customers/{code}?lang={language}")  # the person's own language wins over the browser's
    page.get_by_role("link", name=group).click()
    visitor.settled()
    expect(page.get_by_role("heading", name=fails)).to_be_visible()
    expect(page.locator("main figure")).to_be_visible()
    assert visitor.barriers() == []
    assert visitor.overflow() == 0
    page.locator("main figure").scroll_into_view_if_needed()
    visitor.shot(f"group-{language}")
    page.screenshot(path=visitor.shots / f"group-whole-{language}.png", full_page=True)
    other = page.locator("main table a, main article a").first
    other.click()
    visitor.settled()
    expect(page.get_by_role("link", name=group)).to_have_attribute("aria-current", "page")
