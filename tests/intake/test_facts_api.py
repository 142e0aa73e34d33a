"""Facts by the API: good rows go in, the others come back; the same again changes nothing; scopes hold."""

from datetime import UTC, datetime
from typing import Any

import pytest

from kedun.accounts.models import Audit
from kedun.facts.actions import Delivery
from kedun.facts.models import CURRENT, HISTORY, Batch
from kedun.facts.queries import last_batch, supply_at
from kedun.kernel.days import to_day
from tests.facts.deliveries import customer, deliver
from tests.web.clients import ApiClient, client_of, key_client

pytestmark = pytest.mark.django_db
NOW = datetime(2024, 6, 30, 4, tzinfo=UTC)


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """A day that does not pass."""
    monkeypatch.setenv("KEDUN_NOW", NOW.isoformat())


@pytest.fixture
def erp() -> ApiClient:
    return key_client("writer")


def _invoice(number: str = "I1", /, **fields: Any) -> dict[str, Any]:
    row = {"customer": "C1", "document_no": number, "issue_on": "2024-01-10", "amount": "100.00"}
    return {"external_id": number, **row, **fields}


def _put(client: ApiClient, kind: str, *rows: dict[str, Any], **more: Any) -> Any:
    told = client.put(f"/facts/{kind}", {"source": "erp", "rows": list(rows), **more})
    assert told.status == 200, told.json
    return told.json


def _counts(told: Any) -> tuple[int, int, int, int]:
    return told["added"], told["changed"], told["unchanged"], told["retracted"]


def test_rows_go_in_and_the_same_again_changes_nothing(erp: ApiClient) -> None:
    told = _put(erp, "invoices", _invoice(), _invoice("I2"))
    assert (told["kind"], _counts(told), told["rejects"], told["batch"]) == ("invoice", (2, 0, 0, 0), [], last_batch())
    again = _put(erp, "invoice", _invoice(), _invoice("I2", amount="7.00"))
    assert _counts(again) == (0, 1, 1, 0)
    assert _put(erp, "invoice", _invoice())["batch"] is None
    assert Batch.objects.get(id=last_batch()).actor.startswith("key:")
    assert Audit.objects.filter(verb="facts.upsert").count() == 2


def test_good_rows_go_in_and_the_others_come_back_with_field_and_reason(erp: ApiClient) -> None:
    told = erp.put(
        "/facts/invoice", {"source": "erp", "rows": [_invoice(), _invoice("I2", amount="x")]}, Accept_Language="en"
    ).json
    assert _counts(told) == (1, 0, 0, 0)
    assert told["rejects"] == [
        {
            "index": 1, "external_id": "I2", "field": "amount", "code": "not_a_decimal",
            "message": "must be a decimal string such as 1234.50",
        }
    ]  # fmt: skip


def test_a_customer_that_nobody_knows_is_noted_by_its_code(erp: ApiClient) -> None:
    _put(erp, "invoice", _invoice())
    assert list(CURRENT["customer"]._default_manager.values_list("code", "is_stub")) == [("C1", True)]
    _put(erp, "customer", {"external_id": "C1", "name": "甲"})
    assert list(CURRENT["customer"]._default_manager.values_list("name", "is_stub")) == [("甲", False)]


def test_a_complete_delivery_retracts_what_it_lacks(erp: ApiClient) -> None:
    _put(erp, "invoice", _invoice(), _invoice("I2"))
    told = _put(erp, "invoice", _invoice(), complete=True)
    assert (_counts(told), told["is_complete"]) == ((0, 0, 1, 1), True)


def test_a_complete_delivery_with_a_wrong_row_retracts_nothing(erp: ApiClient) -> None:
    _put(erp, "invoice", _invoice(), _invoice("I2"))
    told = _put(erp, "invoice", _invoice(), _invoice("I2", amount="x"), complete=True)
    assert (told["retracted"], told["is_complete"]) == (0, False)


def test_a_complete_delivery_of_nothing_or_of_customers_is_refused(erp: ApiClient) -> None:
    nothing = erp.put("/facts/invoice", {"source": "erp", "rows": [], "complete": True})
    assert (nothing.status, nothing.json["code"]) == (422, "complete_needs_rows")
    customers = erp.put(
        "/facts/customer", {"source": "erp", "rows": [{"external_id": "a", "name": "a"}], "complete": True}
    )
    assert (customers.status, customers.json["code"]) == (422, "complete_not_possible")


def test_rows_make_supply(erp: ApiClient) -> None:
    _put(erp, "invoice", _invoice())
    assert supply_at(to_day(NOW.date()), last_batch())["invoice"].from_day == to_day(datetime(2024, 1, 10).date())  # noqa: DTZ001


def test_one_fact_is_put_and_retracted_and_put_again(erp: ApiClient) -> None:
    path = "/facts/invoice/erp/I1"
    row = {name: value for name, value in _invoice().items() if name != "external_id"}
    assert erp.put(path, row).json["outcome"] == "added"
    assert erp.put(path, row).json == {"format": 1, "outcome": "unchanged", "batch": None}
    assert erp.put(path, {**row, "amount": "7"}).json["outcome"] == "changed"
    assert erp.delete(path).status == 204
    assert erp.delete(path).status == 204
    stored = CURRENT["invoice"]._default_manager.values_list("is_retracted", "amount_minor").get()
    assert stored == (True, 7_00)
    assert HISTORY["invoice"]._default_manager.count() == 2
    assert erp.put(path, row).json["outcome"] == "changed"
    assert erp.delete("/facts/invoice/erp/I9").json["code"] == "fact_missing"


def test_a_key_may_hold_what_addresses_give_a_meaning(erp: ApiClient) -> None:
    path, row = "/facts/customer/erp 2/INV%2F%3F1", {"name": "甲"}
    assert erp.put(path, row).json["outcome"] == "added"
    assert list(CURRENT["customer"]._default_manager.values_list("source", "external_id")) == [("erp 2", "INV/?1")]
    assert erp.delete(path).status == 204


def test_one_wrong_fact_is_refused_with_its_fields(erp: ApiClient) -> None:
    told = erp.put("/facts/invoice/erp/I1", {"customer": "C1", "amount": "x"}, Accept_Language="en")
    assert (told.status, told.json["code"]) == (422, "fact_not_taken")
    assert {(each["field"], each["code"]) for each in told.json["fields"]} >= {
        ("amount", "not_a_decimal"), ("document_no", "missing_value"),
    }  # fmt: skip


def test_a_customer_with_records_is_not_retracted(erp: ApiClient) -> None:
    _put(erp, "customer", {"external_id": "C1", "name": "甲"})
    _put(erp, "invoice", _invoice())
    told = erp.delete("/facts/customer/erp/C1")
    assert (told.status, told.json["code"]) == (409, "customer_has_facts")
    assert erp.delete("/facts/invoice/erp/I1").status == 204
    assert erp.delete("/facts/customer/erp/C1").status == 204


def test_the_idempotency_key_gives_the_same_answer(erp: ApiClient) -> None:
    body = {"source": "erp", "rows": [_invoice()]}
    first = erp.put("/facts/invoice", body, Idempotency_Key="k1")
    again = erp.put("/facts/invoice", body, Idempotency_Key="k1")
    assert first.json == again.json
    other = erp.put("/facts/invoice", {"source": "erp", "rows": []}, Idempotency_Key="k1")
    assert (other.status, other.json["code"]) == (409, "key_used_otherwise")


def test_kinds_and_sources_that_are_not_taken(erp: ApiClient) -> None:
    assert erp.put("/facts/novels", {"source": "erp", "rows": []}).json["code"] == "kind_not_found"
    told = erp.put("/facts/signal", {"source": "signals", "rows": []})
    assert (told.status, told.json["code"]) == (403, "source_reserved")
    assert erp.put("/facts/invoice", {"source": " erp", "rows": []}).status == 422


@pytest.fixture
def zhang() -> ApiClient:
    """A sales person whose customer is C1; C2 is somebody else's."""
    deliver(
        {"customer": [customer("C1", owner="张三"), customer("C2", owner="李四")]},
        Delivery("erp", "test"),
    )
    return client_of("sales", name="张三", names_in_files=("张三",))


CALL = {"happened_on": "2024-06-01", "channel": "call"}


def test_a_sales_person_writes_of_own_customers_only(zhang: ApiClient) -> None:
    told = zhang.put(
        "/facts/interaction",
        {
            "source": "phone",
            "rows": [{"external_id": "1", "customer": "C1", **CALL}, {"external_id": "2", "customer": "C2", **CALL},
                     {"external_id": "3", "customer": "C9", **CALL}],
        },
    ).json  # fmt: skip
    assert _counts(told) == (1, 0, 0, 0)
    assert [(each["index"], each["code"]) for each in told["rejects"]] == [
        (1, "not_yours_to_write"), (2, "not_yours_to_write"),
    ]  # fmt: skip
    assert not CURRENT["customer"]._default_manager.filter(code="C9").exists()


def test_a_sales_person_does_not_take_over_or_retract_what_is_told_of_others(zhang: ApiClient) -> None:
    _put(key_client("writer"), "interaction", {"external_id": "1", "customer": "C2", **CALL})
    told = _put(zhang, "interaction", {"external_id": "1", "customer": "C1", **CALL})
    unknown = _put(zhang, "interaction", {"external_id": "1", "customer": "nobody", **CALL})
    assert told == unknown, "a record of another's customer is answered like a customer that does not exist"
    assert [(each["field"], each["code"]) for each in told["rejects"]] == [("customer", "not_yours_to_write")]
    assert zhang.delete("/facts/interaction/erp/1").json["code"] == "fact_missing"


def test_a_sales_person_writes_no_invoices_and_no_customers(zhang: ApiClient) -> None:
    for kind in ("invoice", "customer", "fx_rate", "credit_limit"):
        told = zhang.put(f"/facts/{kind}", {"source": "erp", "rows": []})
        assert (told.status, told.json["code"]) == (403, "kind_not_yours")


def test_the_kinds_are_described_with_what_one_may_write(zhang: ApiClient, erp: ApiClient) -> None:
    kinds = {each["kind"]: each for each in zhang.get("/fact-kinds", lang="en").json["items"]}
    assert {kind for kind, each in kinds.items() if each["may_write"]} == {"interaction"}
    fields = {each["name"]: each for each in kinds["invoice"]["fields"]}
    assert fields["amount"] == {
        "name": "amount", "label": "Amount incl. VAT", "type": "money", "required": True, "choices": [],
    }  # fmt: skip
    assert fields["external_id"]["required"]
    assert all(each["may_write"] for each in erp.get("/fact-kinds").json["items"])


SIGNAL: dict[str, Any] = {
    "signal_type": "late_promises",
    "observed_on": "2024-06-01",
    "expires_on": "2024-08-30",
    "points": 3,
}


@pytest.mark.parametrize("role", ["sales", "service", "legal", "finance", "credit_manager"])
def test_people_report_signals_under_their_own_name_only(role: Any) -> None:
    row = {"external_id": "1", "customer": "C1", **SIGNAL}
    told = client_of(role).put("/facts/signal", {"source": "phone", "rows": [row]})
    assert (told.status, told.json["code"]) == (403, "kind_not_yours")


def test_a_program_signs_the_signals_that_it_sends(erp: ApiClient) -> None:
    _put(erp, "customer", {"external_id": "C1", "name": "甲"})
    changes: list[dict[str, Any]] = [
        {}, {"reporter": "person:3"}, {"points": 101}, {"points": -1}, {"expires_on": "2034-06-01"},
        {"expires_on": "2024-05-31"},
    ]  # fmt: skip
    rows = [{"external_id": str(at), "customer": "C1", **SIGNAL, **each} for at, each in enumerate(changes)]
    told = _put(erp, "signal", *rows)
    assert [(each["index"], each["field"], each["code"]) for each in told["rejects"]] == [
        (1, "reporter", "not_the_reporter"), (2, "points", "number_out_of_range"),
        (3, "points", "number_out_of_range"), (4, "expires_on", "signal_lasts_wrongly"),
        (5, "expires_on", "signal_lasts_wrongly"),
    ]  # fmt: skip
    (reporter,) = CURRENT["signal"]._default_manager.values_list("reporter", flat=True)
    assert reporter.startswith("key:")


def test_service_writes_tickets_but_no_invoices() -> None:
    deliver({"customer": [customer("C1")]}, Delivery("erp", "test"))
    service = client_of("service")
    told = _put(service, "ticket", {
        "external_id": "T1", "customer": "C1", "ticket_type": "complaint", "opened_on": "2024-06-01",
    })  # fmt: skip
    assert _counts(told) == (1, 0, 0, 0)
    assert service.put("/facts/invoice", {"source": "erp", "rows": []}).status == 403
