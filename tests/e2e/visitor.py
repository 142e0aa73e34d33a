"""Somebody in front of a browser: opens pages, logs in, and has each page checked for what people with needs meet."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, ConsoleMessage, Page

from tests.e2e.site import ROOT, Site

AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
GRAVE = {"serious", "critical"}
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
WIDE, PHONE = (1280, 800), (390, 844)
Language = Literal["zh-CN", "en"]
IN_ALL_LOOKS = os.environ.get("KEDUN_LOOKS") == "all"
"""Whether everything is looked at in both languages, and every page in both widths too; KEDUN_LOOKS=all says so."""


@dataclass
class Visitor:
    """A browser window of its own, with what went wrong in it."""

    page: Page
    site: Site
    shots: Path
    troubles: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Go to a page and wait until it stands still."""
        self.page.goto(self.site.address + path)
        return self.settled()

    def settled(self) -> Page:
        """Wait until nothing loads any more."""
        self.page.wait_for_load_state("networkidle")
        self.page.locator("[role=status] i").first.wait_for(state="detached")
        return self.page

    def log_in(self, role: str) -> Page:
        """Log in as somebody of a role, as the page would, and come to the workbench."""
        entrance = f"{self.site.address}/_allauth/browser/v1"
        self.page.request.get(f"{entrance}/config")
        answer = self.page.request.post(
            f"{entrance}/auth/login",
            data={"email": self.site.people[role], "password": self.site.password},
            headers=self._headers(),
        )
        assert answer.ok, answer.text()
        page = self.open("/workbench")
        page.get_by_role("heading", level=1).wait_for()
        return page

    def log_in_with(self, email: str, password: str) -> Page:
        """Log in by the page and wait for what comes after."""
        self.open("/login")
        self.page.locator("input[type=email]").fill(email)
        self.page.locator("input[type=password]").fill(password)
        self.page.keyboard.press("Enter")
        self.page.wait_for_url("**/workbench")
        self.page.get_by_role("heading", level=1).wait_for()
        return self.settled()

    def send(self, method: str, path: str, body: object) -> Any:
        """Ask the API as the page would, with its cookies."""
        answer = self.page.request.fetch(
            f"{self.site.address}/api/v1{path}",
            method=method,
            data=body,
            headers=self._headers(),
        )
        assert answer.ok, answer.text()
        return answer.json() if answer.body() else None

    def _headers(self) -> dict[str, str]:
        cookies = {str(each.get("name")): str(each.get("value")) for each in self.page.context.cookies()}
        return {"X-CSRFToken": cookies.get("csrftoken", ""), "Origin": self.site.address}

    def shot(self, name: str) -> Path:
        """Keep a picture of the page, to be looked at."""
        path = self.shots / f"{name}-{self.page.viewport_size['width'] if self.page.viewport_size else 0}.png"
        self.page.screenshot(path=path)
        return path

    def barriers(self) -> list[str]:
        """Name what keeps people out of this page: axe's findings that are serious or critical.

        What is paler because something newer is on its way is looked at when that has come.
        """
        self.page.locator("[aria-busy=true]").first.wait_for(state="detached")
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found: list[dict[str, Any]] = self.page.evaluate(
            "rules => axe.run(document, {runOnly: rules}).then(found => found.violations)", list(RULES)
        )
        return [
            f"{self.page.url} {each['impact']} {each['id']}: {each['nodes'][0]['html'][:160]}"
            for each in found
            if each["impact"] in GRAVE
        ]

    def overflow(self) -> int:
        """Tell by how many pixels the page is wider than the window."""
        width: int = self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        return max(0, width)


def mostly(language: Language) -> tuple[Language, ...]:
    """Give the languages of a journey for which one is enough: the words of both stand in one place, and its parts meet the other elsewhere."""
    return ("zh-CN", "en") if IN_ALL_LOOKS else (language,)


def visit(
    browser: Browser, site: Site, *, shots: Path, language: Language = "zh-CN", size: tuple[int, int] = WIDE
) -> Visitor:
    """Open a window nobody has used before."""
    width, height = size
    context = browser.new_context(viewport={"width": width, "height": height}, locale=language, has_touch=size == PHONE)
    context.set_default_timeout(60_000)
    visitor = Visitor(context.new_page(), site, shots)
    visitor.page.on("pageerror", lambda error: visitor.troubles.append(str(error)))
    visitor.page.on("console", lambda message: _note(visitor, message))
    return visitor


def _note(visitor: Visitor, message: ConsoleMessage) -> None:
    """Keep what the console complains of; a refused request is the page's business, and 401 is how it learns who is there."""
    if message.type in {"error", "warning"} and "Failed to load resource" not in message.text:
        visitor.troubles.append(message.text)
