"""Whoever looks at a customer is written down: once for a person, a customer and an hour, whatever is looked at."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from pytest_django import DjangoDbBlocker

from kedun.accounts.models import AccessLog
from kedun.accounts.trails.words import VERBS
from kedun.kernel.clock import clock
from tests.case_files import undone
from tests.web.clients import ApiClient, client_of, key_client
from tests.web.operations import Mounted, operations
from tests.web.trading_house import OWNED, SELLER, known, open_trading_house

pytestmark = pytest.mark.django_db
COMPARES_TWO = "preview_merge"
PAGES = [each for each in operations() if each.method == "GET" and "{code}" in each.path and each.name != COMPARES_TWO]
VIEWED = f"customer:{OWNED}"
LETTER = "payment_reminder"


@pytest.fixture(scope="module")
def house(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    with undone(django_db_blocker):
        open_trading_house(tmp_path_factory.mktemp("house"))
        yield


def views(actor: str) -> list[tuple[str, str]]:
    """What of customers was looked at; that a letter was written is noted besides, each time."""
    looked = AccessLog.objects.filter(actor=actor).exclude(what="letter")
    return list(looked.order_by("id").values_list("what", "subject"))


def look(client: ApiClient, page: Mounted) -> int:
    own = {"key": LETTER} if "/letters/" in page.path else {}
    return client.get(page.address(**{**known(), **own})).status


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_of_a_customer_is_written_down_once(house: None, page: Mounted) -> None:
    boss = client_of("administrator")
    assert [look(boss, page) for _ in range(3)] == [200] * 3
    assert views(f"person:{boss.person.pk}") == [("customer", VIEWED)]


def test_there_are_such_pages() -> None:
    assert {each.name for each in PAGES} >= {
        "customer", "customer_history", "customer_facts", "fact_versions", "reading_evidence", "timeline",
    }  # fmt: skip
    assert "customer" in VERBS


def test_all_pages_of_one_visit_are_one_view_and_the_next_hour_is_another(
    house: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    boss, now = client_of("administrator"), clock().now()
    me = f"person:{boss.person.pk}"
    for minutes, seen in ((0, 1), (59, 1), (61, 2)):
        monkeypatch.setenv("KEDUN_NOW", (now + timedelta(minutes=minutes)).isoformat())
        assert {look(boss, page) for page in PAGES} == {200}
        assert views(me) == [("customer", VIEWED)] * seen


def test_each_is_written_down_for_themselves(house: None) -> None:
    alice, key = client_of("sales", names_in_files=(SELLER,)), key_client()
    before = AccessLog.objects.count()
    for client in (alice, key):
        assert client.get(f"/customers/{OWNED}").status == 200
    assert AccessLog.objects.count() == before + 2
    assert {each.split(":")[0] for each in AccessLog.objects.values_list("actor", flat=True)} == {"person", "key"}


def test_what_was_not_seen_is_not_written_down(house: None) -> None:
    stranger = client_of("sales")
    assert {look(stranger, page) for page in PAGES} <= {403, 404}
    assert views(f"person:{stranger.person.pk}") == []


def test_changing_a_customer_is_no_view(house: None) -> None:
    boss = client_of("administrator")
    assert boss.put(f"/customers/{OWNED}/owner", {"person_id": boss.person.pk}).status == 200
    assert views(f"person:{boss.person.pk}") == []
