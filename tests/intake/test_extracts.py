"""Facts read back: what was sent comes back as it can be sent again; only what is new, scopes and masks hold."""

from typing import Any

import pytest

from kedun.accounts.models import AccessLog
from kedun.facts.kinds import KINDS
from kedun.facts.queries import last_batch
from tests.web.clients import ApiClient, client_of, key_client

pytestmark = pytest.mark.django_db
SENT: dict[str, list[dict[str, Any]]] = {
    "customer": [{"external_id": "C1", "name": "甲公司", "owner": "小王", "registered_capital": "1000000.00"}],
    "invoice": [
        {"external_id": f"I{number}", "customer": "C1", "document_no": f"A-{number}", "issue_on": "2024-01-10",
         "amount": f"{number}00.50", "currency": "CNY", "is_disputed": number == 2, "reported_on": "2024-01-11"}
        for number in (1, 2, 3)
    ],
    "contact": [{"external_id": "K1", "customer": "C1", "person": "P1", "role": "财务", "from_on": "2024-01-01"}],
    "person": [{"external_id": "P1", "name": "李明", "phone": "13800000000"}],
    "fx_rate": [{"external_id": "R1", "currency": "USD", "rate_on": "2024-01-10", "rate": 710000000}],
}  # fmt: skip


@pytest.fixture
def erp() -> ApiClient:
    client = key_client("writer")
    for kind, rows in SENT.items():
        told = client.put(f"/facts/{kind}", {"source": "erp", "rows": rows})
        assert (told.status, told.json["rejects"]) == (200, []), told.json
    return client


def read(client: ApiClient, kind: str, **query: Any) -> dict[str, Any]:
    told = client.get(f"/facts/{kind}", **query)
    assert told.status == 200, told.json
    found: dict[str, Any] = told.json
    return found


@pytest.mark.parametrize("kind", SENT)
def test_what_is_read_can_be_sent_back_and_changes_nothing(erp: ApiClient, kind: str) -> None:
    lines = read(erp, kind)["items"]
    assert [line["external_id"] for line in lines] == [row["external_id"] for row in SENT[kind]]
    owner = ("customer",) if kind in ("invoice", "contact") else ()
    names = ("external_id", "legal_entity", "reported_on", *owner)
    rows = [{**{name: line[name] for name in names}, **line["fields"]} for line in lines]
    told = erp.put(f"/facts/{kind}", {"source": "erp", "rows": rows}).json
    assert (told["rejects"], told["unchanged"], told["changed"]) == ([], len(rows), 0)


def test_pages_follow_each_other_and_hold_every_fact_once(erp: ApiClient) -> None:
    first = read(erp, "invoices", limit=2)
    second = read(erp, "invoices", limit=2, cursor=first["next_cursor"])
    assert [line["fields"]["amount"] for line in first["items"] + second["items"]] == ["100.50", "200.50", "300.50"]
    assert second["next_cursor"] is None
    other = erp.get("/facts/payments", cursor=first["next_cursor"])
    assert (other.status, other.json["code"]) == (422, "bad_cursor")


def test_only_what_became_known_since_is_told_retractions_among_it(erp: ApiClient) -> None:
    known_at = read(erp, "invoice")["known_at"]
    assert (known_at, read(erp, "invoice", since=known_at)["items"]) == (last_batch(), [])
    erp.delete("/facts/invoice/erp/I1")
    erp.put("/facts/invoice/erp/I2", {**SENT["invoice"][1], "amount": "5.00"} | {"external_id": "I2"})
    news = read(erp, "invoice", since=known_at)["items"]
    assert [(line["external_id"], line["is_retracted"]) for line in news] == [("I1", True), ("I2", False)]
    assert [line["external_id"] for line in read(erp, "invoice")["items"]] == ["I2", "I3"]
    assert read(erp, "invoice", source="other")["items"] == []


def test_everybody_reads_of_own_customers_only(erp: ApiClient) -> None:
    assert len(read(client_of("sales", names_in_files=("小王",)), "invoice")["items"]) == 3
    stranger = client_of("sales", names_in_files=("小张",))
    assert (read(stranger, "invoice")["items"], read(stranger, "customer")["items"]) == ([], [])
    refused = stranger.get("/facts/person")
    assert (refused.status, refused.json["code"]) == (403, "kind_of_everyone")
    assert erp.get("/facts/spaceship").status == 404


def test_what_is_masked_is_named_and_empty(erp: ApiClient) -> None:
    seen = read(client_of("service"), "invoice")
    assert {line["fields"]["amount"] for line in seen["items"]} == {None}
    assert "amount" in seen["masked"]
    people = read(client_of("auditor"), "person")
    assert (people["items"][0]["fields"]["phone"], people["masked"]) == (None, ["phone", "email"])


def test_reading_is_written_down(erp: ApiClient) -> None:
    read(erp, "invoice")
    row = AccessLog.objects.latest("id")
    assert (row.what, row.subject, row.rows) == ("facts", "kind:invoice", 3)


def test_every_kind_can_be_read(erp: ApiClient) -> None:
    assert all(read(erp, kind)["kind"] == kind for kind in KINDS)
