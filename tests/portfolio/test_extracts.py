"""Assessments read by programs: those of the pages, every customer once, scopes and masks hold."""

from typing import Any

from kedun.accounts.models import AccessLog
from kedun.facts.queries import last_batch
from tests.portfolio.sample_book import CUSTOMERS, SampleBook
from tests.web.clients import ApiClient, client_of, key_client


def every(client: ApiClient, **query: Any) -> list[dict[str, Any]]:
    """Walk through all pages."""
    found: list[dict[str, Any]] = []
    cursor: dict[str, str] = {}
    while True:
        told = client.get("/assessments", **query, **cursor)
        assert told.status == 200, told.json
        found += told.json["items"]
        if told.json["next_cursor"] is None:
            return found
        cursor = {"cursor": told.json["next_cursor"]}


def test_every_customer_comes_once_with_the_numbers_of_its_page(book: SampleBook) -> None:
    reader = key_client("reader")
    lines = every(reader, limit=7)
    assert len({line["customer"] for line in lines}) == len(lines) == CUSTOMERS
    for line in lines[:5]:
        shown = client_of("ceo").get(f"/customers/{line['customer']}").json
        readings = {row["key"]: row["value"] for group in shown["dimensions"] for row in group["readings"]}
        assert {key: line["readings"][key] for key in readings} == readings
        assert line["score"]["value"] == shown["score"]["value"]
        assert (line["grade"], line["quadrant"]) == (shown["grade"]["standing"]["code"], shown["quadrant"]["code"])


def test_only_what_knows_more_is_told(book: SampleBook) -> None:
    reader = key_client("reader")
    assert every(reader, since=last_batch()) == []
    first = reader.get("/assessments", limit=1).json
    assert first["known_at"] == last_batch()
    assert len(every(reader, since=first["items"][0]["known_at"] - 1)) >= 1


def test_scope_and_masks_hold_and_reading_is_written_down(book: SampleBook) -> None:
    assert every(client_of("sales", names_in_files=("nobody in the files",))) == []
    service = client_of("service")
    told = service.get("/assessments", limit=200).json
    assert "receivable_minor" in told["masked"]
    assert {line["readings"][key] for line in told["items"] for key in told["masked"]} == {None}
    row = AccessLog.objects.latest("id")
    assert (row.what, row.rows) == ("assessments", CUSTOMERS)
