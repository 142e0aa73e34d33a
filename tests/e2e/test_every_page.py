"""Every page, in both languages, wide and on a phone: no barrier, no complaint, nothing wider than the window."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Visit
from tests.e2e.site import Site
from tests.e2e.visitor import IN_ALL_LOOKS, PHONE, WIDE, Language

pytestmark = pytest.mark.slow

PAGES = (
    "/workbench",
    "/overview",
    "/movements",
    "/monthly",
    "/figures",
    "/customers",
    "/customers/KH000001",
    "/customers/KH000001?tab=strategy&letter=payment_reminder",
    "/alerts",
    "/imports",
    "/imports/new",
    "/signals",
    "/signals/new",
    "/approvals",
    "/approvals?box=made",
    "/approvals?box=deputies",
    "/policy/scorecard",
    "/policy/grading",
    "/policy/matrix",
    "/policy/rules",
    "/policy/strategies",
    "/policy/contingency_plans",
    "/policy/letters",
    "/policy/indicators",
    "/policy/changes",
    "/backtests",
    "/alert-economics",
    "/setup",
)
SETTINGS = (
    "me", "people", "teams", "roles", "company", "calendar", "rules", "mail", "keys", "deliveries", "audit", "access",
)  # fmt: skip
LOOKS: tuple[tuple[Language, tuple[int, int]], ...] = (("zh-CN", WIDE), ("en", PHONE))
"""Both languages and both widths, the longer texts on the phone; KEDUN_LOOKS=all is each language in each width."""
ALL_LOOKS = (*LOOKS, ("zh-CN", PHONE), ("en", WIDE)) if IN_ALL_LOOKS else LOOKS


def named(look: tuple[str, tuple[int, int]]) -> str:
    return f"{look[0]}, {look[1][0]} px"


@pytest.mark.parametrize("look", ALL_LOOKS, ids=named)
def test_no_page_has_a_barrier(demo: Site, visiting: Visit, look: tuple[Language, tuple[int, int]]) -> None:
    language, size = look
    visitor = visiting(demo, language=language, size=size)
    visitor.open("/login")
    found = visitor.barriers()
    visitor.shot(f"login-{language}")
    # the person's own language wins over the browser's, so it is asked for by address
    visitor.log_in("administrator")
    for path in (*PAGES, *(f"/settings/{part}" for part in SETTINGS)):
        page = visitor.open(f"{path}{'&' if '?' in path else '?'}lang={language}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        found += visitor.barriers()
        found += [f"{path} is {width} px too wide"] if (width := visitor.overflow()) else []
        visitor.shot(f"{re.sub('[/?=]', '-', path.strip('/'))}-{language}")
    assert found == []


@pytest.mark.parametrize("look", LOOKS, ids=named)
def test_an_empty_installation_says_what_to_do_next(
    office: Site, visiting: Visit, look: tuple[Language, tuple[int, int]]
) -> None:
    language, size = look
    visitor = visiting(office, "administrator", language=language, size=size)
    found: list[str] = []
    for path in ("/workbench", "/overview", "/customers", "/alerts", "/imports", "/signals"):
        page = visitor.open(f"{path}?lang={language}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.get_by_role("main").get_by_role("link").first).to_be_visible()
        found += visitor.barriers()
        visitor.shot(f"empty-{path.strip('/')}-{language}")
    assert found == []


def test_an_open_list_says_what_it_is_a_list_of(demo: Site, visiting: Visit) -> None:
    visitor = visiting(demo, "credit_manager")
    page = visitor.open("/customers")
    page.get_by_role("combobox", name="行业").click()
    expect(page.get_by_role("listbox", name="行业")).to_have_count(1)
    assert visitor.barriers() == []


def test_a_role_without_the_right_is_told_so(demo: Site, visiting: Visit) -> None:
    visitor = visiting(demo, "sales")
    page = visitor.open("/settings/audit")
    expect(page.get_by_role("alert")).to_contain_text("您的角色不能查看这里")
    expect(visitor.open("/imports").get_by_role("alert")).not_to_contain_text("imports")
    assert visitor.barriers() == []
