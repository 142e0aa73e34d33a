"""What tests in a browser stand on: a built front end, running kedun servers, a real Chromium."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.e2e.prepared import a_copy
from tests.e2e.site import ROOT, Site, running, set_password
from tests.e2e.visitor import WIDE, Language, Visitor, visit

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
ADMINISTRATOR = "administrator@example.com"
PATIENCE_MS = 60_000
PASSWORD = "correct horse battery"  # noqa: S105 - of an installation that lives as long as a test


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let a test in a browser be tried once more: two real processes and a busy machine stand between it and the code."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.flaky(reruns=1))


class Visit(Protocol):
    """Opens a window on a site, as somebody of a role where one is given."""

    def __call__(
        self, site: Site, role: str = "", *, language: Language = "zh-CN", size: tuple[int, int] = WIDE
    ) -> Visitor: ...


@pytest.fixture(scope="session")
def built() -> None:
    """The front end as its sources are now."""
    sys.path.insert(0, str(ROOT))
    import build_web

    build_web.build(lambda _zh, _en: None)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The system's Chromium, or the one KEDUN_CHROMIUM names.

    Of a module, since Playwright keeps an event loop running: what comes after it in this process must not meet that.
    """
    path = os.environ.get("KEDUN_CHROMIUM") or next((found for name in CHROMIUM if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip("no Chromium on this machine")
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def new_demo(data: Path) -> AbstractContextManager[Site]:
    """Start the made-up company with sixty customers, as `./kedun demo` makes it."""
    return running(data, "demo", "--customers", "60", "--months", "14")


@contextmanager
def new_office(data: Path) -> Iterator[Site]:
    """Start a company's own installation for the first time: an administrator who was sent a link, and nothing else."""
    with running(data, "run", "--admin-email", ADMINISTRATOR) as site:
        set_password(site, next(link for link in site.links if "reset" in link), PASSWORD)
        yield replace(site, password=PASSWORD, people={"administrator": ADMINISTRATOR})


@contextmanager
def opened_office(folders: pytest.TempPathFactory, cluster: Path) -> Iterator[Site]:
    made = a_copy("office", folders, cluster, new_office)
    with running(made.data, "run") as site:
        yield replace(made, address=site.address)


@pytest.fixture(scope="session")
def demo(built: None, tmp_path_factory: pytest.TempPathFactory, with_tables: Path) -> Iterator[Site]:
    """The made-up company with sixty customers. Tests share it: leave it as it was found."""
    with new_demo(a_copy("demo", tmp_path_factory, with_tables, new_demo).data) as site:
        yield site


@pytest.fixture(scope="session")
def office(built: None, tmp_path_factory: pytest.TempPathFactory, with_tables: Path) -> Iterator[Site]:
    """A company's own installation in which nothing was done yet; shared as well."""
    with opened_office(tmp_path_factory, with_tables) as site:
        yield site


@pytest.fixture
def empty_office(built: None, tmp_path_factory: pytest.TempPathFactory, with_tables: Path) -> Iterator[Site]:
    """An installation that nobody has used, for one test."""
    with opened_office(tmp_path_factory, with_tables) as site:
        yield site


@pytest.fixture(scope="session")
def shots(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pictures of pages go: KEDUN_SHOTS, or a folder that is thrown away."""
    chosen = os.environ.get("KEDUN_SHOTS")
    folder = Path(chosen) if chosen else tmp_path_factory.mktemp("shots")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def visiting(chromium: Browser, shots: Path) -> Iterator[Visit]:
    """Open windows; afterwards none of them may have complained."""
    opened: list[Visitor] = []

    def opening(site: Site, role: str = "", *, language: Language = "zh-CN", size: tuple[int, int] = WIDE) -> Visitor:
        visitor = visit(chromium, site, shots=shots, language=language, size=size)
        opened.append(visitor)
        if role:
            visitor.log_in(role)
        return visitor

    yield opening
    for visitor in opened:
        visitor.page.context.close()
    assert [trouble for visitor in opened for trouble in visitor.troubles] == []
