"""Deliveries become versions: once, in batches, with their counts, supply and stale marks."""

import psycopg
import pytest
from django.db import connection

from kedun.accounts.models import Audit
from kedun.facts.actions import (
    CompleteWithoutRows,
    Counts,
    Delivery,
    PeriodNotPossible,
    SourceMissing,
    forget_stale,
    rebuild_settlement,
    upsert,
)
from kedun.facts.limits import UnknownKind
from kedun.facts.models import Application, ApplicationHistory, Batch, InvoiceSettlement, Source, StaleCustomer
from kedun.facts.queries import (
    UnknownLegalEntity,
    customer_codes,
    customer_ids,
    last_batch,
    stale_customers,
)
from kedun.kernel.progress import Remembered
from tests.facts.deliveries import FROM_ERP, Value, as_stored, customer, deliver, invoice, payment, stored, tables
from tests.facts.versions import versions_of

pytestmark = pytest.mark.django_db
LEDGER = {
    "customer": [customer()],
    "invoice": [invoice("i1"), invoice("i2")],
    "payment": [payment("p1", document_no="i1")],
}


def test_a_delivery_adds_its_rows_in_one_batch_with_one_audit_row() -> None:
    done = deliver(LEDGER)
    assert done.batches == (1,)
    assert done.counts == {"customer": Counts(added=1), "invoice": Counts(added=2), "payment": Counts(added=1)}
    assert list(Audit.objects.values_list("actor", "verb", "subject")) == [("alice", "facts.upsert", "batch:1")]
    assert Batch.objects.get().kinds["invoice"] == {"added": 2, "changed": 0, "unchanged": 0, "retracted": 0}


def test_the_same_delivery_again_changes_nothing() -> None:
    deliver(LEDGER)
    again = deliver(LEDGER)
    assert again.batches == ()
    assert again.counts == {
        "customer": Counts(unchanged=1),
        "invoice": Counts(unchanged=2),
        "payment": Counts(unchanged=1),
    }
    assert (last_batch(), Audit.objects.count(), Application.objects.count()) == (1, 1, 1)


def test_a_changed_row_keeps_what_was_believed_before() -> None:
    deliver(LEDGER)
    done = deliver({"invoice": [invoice("i1", amount_minor=200_00), invoice("i2")]})
    assert done.counts == {"invoice": Counts(changed=1, unchanged=1)}
    before, now = versions_of("invoice", "i1")
    assert (before.known_from_batch, before.known_to_batch, before.values["amount_minor"]) == (1, 2, 100_00)
    assert (now.known_from_batch, now.known_to_batch, now.values["amount_minor"]) == (2, None, 200_00)
    assert len(versions_of("invoice", "i2")) == 1


def test_the_paid_amount_is_never_written_into_invoice_history() -> None:
    deliver({"customer": [customer()], "invoice": [invoice("i1")]})
    deliver({"payment": [payment("p1", document_no="i1")]})
    assert InvoiceSettlement.objects.get().cash_minor == 100_00
    assert [version.known_from_batch for version in versions_of("invoice", "i1")] == [1]


def test_a_retraction_is_a_version_that_keeps_the_content_and_undoes_the_settlement() -> None:
    deliver(LEDGER)
    done = deliver({"payment": [{"external_id": "p1", "customer": "001", "is_retracted": True}]})
    assert done.counts == {"payment": Counts(retracted=1)}
    assert [version.values["is_retracted"] for version in versions_of("payment", "p1")] == [False, True]
    assert stored("payment", "p1", "amount_minor", "document_no") == (100_00, "i1")
    assert (Application.objects.count(), InvoiceSettlement.objects.count()) == (0, 0)
    assert list(ApplicationHistory.objects.values_list("known_from_batch", "known_to_batch")) == [(1, 2)]


def test_a_retracted_row_delivered_again_counts_as_changed_and_settles_again() -> None:
    deliver(LEDGER)
    deliver({"payment": [{"external_id": "p1", "customer": "001", "is_retracted": True}]})
    done = deliver({"payment": LEDGER["payment"]})
    assert done.counts == {"payment": Counts(changed=1)}
    assert Application.objects.get().known_from_batch == 3


def test_a_retraction_of_a_row_never_known_changes_nothing() -> None:
    done = deliver({"payment": [{"external_id": "p9", "customer": "009", "is_retracted": True}]})
    assert done.counts == {"payment": Counts(unchanged=1)}
    assert (done.batches, as_stored("customer")) == ((), [])


def test_rows_missing_from_a_complete_delivery_are_retracted_only_for_its_source_and_kind() -> None:
    deliver(LEDGER)
    deliver({"invoice": [invoice("i7")]}, Delivery("crm", "alice"))
    done = deliver({"invoice": [invoice("i2")]}, Delivery("erp", "alice", complete=frozenset({"invoice"})))
    assert done.counts == {"invoice": Counts(unchanged=1, retracted=1)}
    assert as_stored("invoice", "is_retracted") == [("crm", "i7", False), ("erp", "i1", True), ("erp", "i2", False)]
    assert as_stored("payment", "is_retracted") == [("erp", "p1", False)]


def test_rows_missing_from_an_ordinary_delivery_stay() -> None:
    deliver(LEDGER)
    assert deliver({"invoice": [invoice("i2")]}).batches == ()


def test_a_complete_customer_file_does_not_retract_stubs() -> None:
    deliver({"invoice": [invoice("i1", "stub")]})
    deliver({"customer": []}, Delivery("erp", "alice", complete=frozenset({"customer"})))
    assert stored("customer", "stub", "is_stub", "is_retracted") == (True, False)


def test_an_invoice_before_its_customer_makes_a_stub_that_becomes_real() -> None:
    deliver({"invoice": [invoice("i1", "007")]})
    assert stored("customer", "007", "code", "name", "is_stub") == ("007", "007", True)
    done = deliver({"customer": [customer("007")]})
    assert done.counts == {"customer": Counts(changed=1)}
    assert stored("customer", "007", "name", "is_stub") == ("客户007", False)
    assert [version.values["is_stub"] for version in versions_of("customer", "007")] == [True, False]


def test_a_stub_of_one_source_becomes_real_by_the_customer_row_of_another() -> None:
    deliver({"invoice": [invoice("i1", "007")]})
    deliver({"customer": [customer("007")]}, Delivery("crm", "alice"))
    deliver({"invoice": [invoice("i2", "007")]})
    assert as_stored("customer", "code", "is_stub") == [("crm", "007", "007", False)]
    assert as_stored("invoice", "customer_id")[0][2] == as_stored("invoice", "customer_id")[1][2]


def test_two_sources_with_the_same_customer_number_keep_two_customers() -> None:
    deliver({"customer": [customer("001")]})
    deliver({"customer": [customer("001")], "invoice": [invoice("i1", "001")]}, Delivery("crm", "alice"))
    assert as_stored("customer", "code") == [("crm", "001", "crm:001"), ("erp", "001", "001")]
    assert stored("invoice", "i1", "customer__code", source="crm") == ("crm:001",)


def test_a_code_that_looks_like_another_sources_is_not_given_twice() -> None:
    deliver({"customer": [customer("1")]})
    deliver({"customer": [customer("1"), customer("crm:1")]}, Delivery("crm", "alice"))
    codes = [row[2] for row in as_stored("customer", "code")]
    assert len(set(codes)) == 3


def test_rows_of_a_source_without_customers_find_them_by_code() -> None:
    deliver({"customer": [customer("001")]})
    deliver({"invoice": [invoice("i1", "001")]}, Delivery("ledger", "alice"))
    assert as_stored("customer", "is_stub") == [("erp", "001", False)]


def test_a_row_that_moves_to_another_customer_settles_and_marks_both() -> None:
    deliver(LEDGER)
    StaleCustomer.objects.all().delete()
    deliver({"payment": [payment("p1", "002", document_no="i1")]})
    assert Application.objects.count() == 0
    assert len(stale_customers()) == 2


def test_rows_belong_to_the_deliverys_legal_entity_unless_they_say_otherwise() -> None:
    deliver(LEDGER)
    assert stored("invoice", "i1", "legal_entity") == ("main",)


@pytest.mark.parametrize(
    ("delivery", "refusal"),
    [
        pytest.param(
            Delivery("erp", "alice", legal_entity="moon"), UnknownLegalEntity, id="a legal entity nobody knows"
        ),
        pytest.param(Delivery("", "alice"), SourceMissing, id="no source"),
        pytest.param(Delivery("erp", ""), SourceMissing, id="no actor"),
        pytest.param(
            Delivery("erp", "alice", complete=frozenset({"payment"})), CompleteWithoutRows, id="complete, no table"
        ),
        pytest.param(Delivery("erp", "alice", complete=frozenset({"dream"})), UnknownKind, id="complete of no kind"),
        pytest.param(
            Delivery("erp", "alice", periods={"invoice": (20, 10)}), PeriodNotPossible, id="a period backwards"
        ),
    ],
)
def test_a_delivery_that_cannot_be_is_refused(delivery: Delivery, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        deliver({"invoice": [invoice("i1")]}, delivery)
    assert last_batch() == 0


def test_a_row_of_an_unknown_legal_entity_is_refused() -> None:
    with pytest.raises(UnknownLegalEntity):
        deliver({"invoice": [invoice("i1", legal_entity="moon")]})


def test_a_large_delivery_is_cut_at_2000_rows_and_tells_its_progress() -> None:
    progress, seen = Remembered(), list[int]()
    rows = {"invoice": [invoice(f"i{number}") for number in range(4_001)]}
    done = upsert(tables(rows), delivery=Delivery("erp", "alice", after_batch=seen.append), progress=progress)
    assert done.batches == tuple(seen) == (1, 2, 3)
    assert [batch.kinds["invoice"]["added"] for batch in Batch.objects.order_by("id")] == [2_000, 2_000, 1]
    assert (progress.steps, progress.done) == ([("facts", 4_001)], 4_001)


def test_every_touched_customer_is_marked_stale_and_listeners_are_told() -> None:
    deliver(LEDGER)
    (marked,) = stale_customers()
    assert marked.batch_id == 1
    deliver({"payment": [payment("p2")]})
    (marked_again,) = stale_customers()
    assert (marked_again.batch_id, marked_again.since) == (2, marked.since)


def test_a_stale_mark_of_a_later_batch_outlives_an_assessment() -> None:
    deliver(LEDGER)
    (marked,) = stale_customers()
    deliver({"payment": [payment("p2")]})
    assert forget_stale([marked.customer_id], up_to_batch=1) == 0
    assert forget_stale([marked.customer_id], up_to_batch=2) == 1


@pytest.mark.parametrize(
    ("named", "left"),
    [
        pytest.param(None, ["003"], id="all that were assessed"),
        pytest.param(("001", "003"), ["002", "003"], id="only those named"),
        pytest.param((), ["001", "002", "003"], id="nobody named"),
    ],
)
def test_marks_go_for_all_or_for_those_named(named: tuple[str, ...] | None, left: list[str]) -> None:
    deliver({"customer": [customer("001"), customer("002")]})
    deliver({"customer": [customer("003")]})
    ids = None if named is None else list(customer_ids(named).values())
    assert forget_stale(ids, up_to_batch=1) == 3 - len(left)
    assert sorted(customer_codes(mark.customer_id for mark in stale_customers()).values()) == left


def test_settlement_built_anew_equals_the_one_kept_along() -> None:
    deliver(LEDGER)
    deliver({"payment": [payment("p2", amount_minor=30_00), payment("p3", amount_minor=-20_00, bounce_of="p2")]})
    kept = settlement_kept()
    assert (rebuild_settlement(), last_batch()) == (0, 2)
    InvoiceSettlement.objects.all().delete()
    assert (rebuild_settlement(actor="alice"), last_batch()) == (1, 3)
    assert settlement_kept() == kept


def settlement_kept() -> list[list[tuple[int | str | bool | None, ...]]]:
    applications, folded = Application.objects.order_by("sequence"), InvoiceSettlement.objects.order_by("invoice_id")
    return [list(applications.values_list()), list(folded.values_list())]


def test_what_was_believed_at_each_batch_can_be_read_again() -> None:
    deliver(LEDGER)
    deliver({"invoice": [invoice("i1", amount_minor=40_00)]})
    deliver({"payment": [payment("p1", document_no="i1", is_retracted=True)]})
    believed = {batch: (amount_believed("i1", batch), applied_as_believed(batch)) for batch in range(4)}
    assert believed == {0: ([], 0), 1: ([100_00], 100_00), 2: ([40_00], 40_00), 3: ([40_00], 0)}


def amount_believed(external_id: str, known_at: int) -> list[Value]:
    return [
        version.values["amount_minor"]
        for version in versions_of("invoice", external_id)
        if version.known_from_batch <= known_at < (version.known_to_batch or known_at + 1)
    ]


def applied_as_believed(known_at: int) -> int:
    now = Application.objects.filter(known_from_batch__lte=known_at)
    before = ApplicationHistory.objects.filter(known_from_batch__lte=known_at, known_to_batch__gt=known_at)
    return sum(amount for rows in (now, before) for amount in rows.values_list("amount_minor", flat=True))


def test_a_tolerance_of_the_source_closes_short_payments_when_settlement_is_rebuilt() -> None:
    deliver({"invoice": [invoice("i1")], "payment": [payment("p1", document_no="i1", amount_minor=99_50)]})
    Source.objects.update(tolerance_minor=1_00)
    assert rebuild_settlement() == 1
    assert sorted(Application.objects.values_list("entry", "amount_minor")) == [("cash", 99_50), ("rounding", 50)]


def test_an_empty_delivery_makes_no_batch() -> None:
    assert deliver({}).batches == ()
    assert deliver({"invoice": []}).counts == {"invoice": Counts()}


def test_amounts_beyond_the_limit_do_not_even_enter_the_table() -> None:
    deliver(LEDGER)
    with pytest.raises(psycopg.errors.CheckViolation), connection.cursor() as cursor:
        cursor.connection.execute("UPDATE facts_invoice SET amount_minor = 10000000000001")


def test_a_batch_is_never_dated_before_the_one_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEDUN_NOW", "2026-03-01T00:00:00+00:00")
    deliver(LEDGER)
    monkeypatch.setenv("KEDUN_NOW", "2026-02-01T00:00:00+00:00")
    deliver({"payment": [payment("p2")]}, FROM_ERP)
    first, second = Batch.objects.order_by("id")
    assert first.at == second.at
