"""Two customers that are one firm, in a browser: compared side by side, merged with a reason, taken back."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Visit
from tests.e2e.site import Site
from tests.e2e.test_customers import asked
from tests.e2e.visitor import PHONE, WIDE, Language

pytestmark = pytest.mark.slow
STAYS, TWIN, SOURCE = "KH000002", "CRM-2", "crm"
BILL = {"customer": TWIN, "document_no": "CRM-B1", "issue_on": "2026-01-05", "amount": "1200.00"}


@pytest.mark.parametrize(
    ("language", "size", "merge", "back", "none"),
    [
        ("zh-CN", WIDE, "合并", "取消合并", "没有疑似重复的客户"),
        ("en", PHONE, "Merge", "Take back", "No two customers look like one firm"),
    ],
)
def test_two_customers_are_merged_and_parted(
    demo: Site, visiting: Visit, language: Language, size: tuple[int, int], merge: str, back: str, none: str
) -> None:
    visitor = visiting(demo, "administrator", language=language, size=size)
    name = asked(visitor, f"/customers/{STAYS}")["name"]
    twin = {"source": SOURCE, "rows": [{"external_id": TWIN, "name": f" {name.removesuffix('有限公司')}有限责任公司"}]}
    visitor.send("PUT", "/facts/customer", twin)
    visitor.send("PUT", f"/facts/invoice/{SOURCE}/CRM-B1", BILL)
    try:
        page = visitor.open(f"/customers/duplicates?lang={language}")
        expect(page.locator("main article")).to_have_count(1)
        expect(page.locator("main article table")).to_contain_text(f"{SOURCE} · {TWIN}")
        assert (visitor.barriers(), visitor.overflow()) == ([], 0)
        visitor.shot(f"duplicates-{language}")

        page.get_by_role("button", name=STAYS).click()
        dialog = page.get_by_role("dialog")
        expect(dialog.get_by_role("listitem").first).to_contain_text(TWIN)
        dialog.get_by_role("textbox").fill("same firm in the CRM")
        visitor.settled()
        assert visitor.barriers() == []
        visitor.shot(f"merge-{language}")
        dialog.get_by_role("button", name=merge, exact=False).last.click()
        expect(page.get_by_text(none)).to_be_visible()
        visitor.shot(f"duplicates-none-{language}")

        page = visitor.open(f"/customers/{TWIN}?lang={language}")
        expect(page.locator("main")).to_contain_text(STAYS)
        assert (visitor.barriers(), visitor.overflow()) == ([], 0)
        visitor.shot(f"merged-away-{language}")
        page.locator("main").get_by_role("link", name=STAYS).click()
        mergers = page.locator("main section li")
        expect(mergers.first).to_contain_text("same firm in the CRM")
        assert (visitor.barriers(), visitor.overflow()) == ([], 0)
        visitor.shot(f"merged-{language}")

        mergers.first.get_by_role("button", name=back).click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_role("textbox").fill("two firms after all")
        dialog.get_by_role("button", name=back).click()
        expect(mergers.first).to_contain_text("two firms after all")
        assert asked(visitor, f"/customers/{TWIN}")["code"] == TWIN
    finally:
        if any(each["ended_at"] is None for each in asked(visitor, f"/customers/{TWIN}/mergers")["items"]):
            visitor.send("POST", f"/customers/{TWIN}/part", {"reason": "the test is over"})
        visitor.send("DELETE", f"/facts/invoice/{SOURCE}/CRM-B1", None)
        visitor.send("DELETE", f"/facts/customer/{SOURCE}/{TWIN}", None)
