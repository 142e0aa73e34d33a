"""Taking back what batches wrote: as new versions, to exactly what was before, except for rows that changed since."""

import random
from collections.abc import Sequence

import pytest
from django.db import connection

from kedun.facts.actions import Delivery
from kedun.facts.models import CURRENT, HISTORY, Batch, StaleCustomer, Supply
from kedun.facts.queries import last_batch, supply_at
from kedun.facts.undo.actions import Undone, undo
from tests.facts.deliveries import Facts, as_stored, customer, deliver, invoice, payment, rate, stored

pytestmark = pytest.mark.django_db
DAY = 20_000


def _told(facts: Facts, source: str = "erp") -> tuple[int, ...]:
    return deliver(facts, Delivery(source, "alice")).batches


def _undo(batches: Sequence[int], source: str = "erp") -> Undone:
    return undo(batches, source=source, actor="bob")


def test_added_rows_are_retracted_and_nothing_is_erased() -> None:
    batches = _told({"customer": [customer()], "invoice": [invoice("I1"), invoice("I2")]})
    undone = _undo(batches)
    assert as_stored("invoice", "is_retracted") == [("erp", "I1", True), ("erp", "I2", True)]
    assert as_stored("customer", "is_retracted") == [("erp", "001", True)]
    assert HISTORY["invoice"]._default_manager.count() == 2
    assert (undone.counts["invoice"].retracted, undone.counts["customer"].retracted, undone.kept) == (2, 1, [])


def test_changed_rows_go_back_to_what_they_were() -> None:
    _told({"invoice": [invoice("I1", amount_minor=100), invoice("I2")]})
    undone = _undo(_told({"invoice": [invoice("I1", amount_minor=900, is_disputed=True), invoice("I2")]}))
    assert stored("invoice", "I1", "amount_minor", "is_disputed", "is_retracted") == (100, False, False)
    assert undone.counts["invoice"].changed == 1
    assert undone.counts["invoice"].retracted == 0


def test_rows_that_were_retracted_come_back() -> None:
    _told({"invoice": [invoice("I1"), invoice("I2")]})
    gone = deliver({"invoice": [invoice("I1")]}, Delivery("erp", "alice", complete=frozenset({"invoice"})))
    assert stored("invoice", "I2", "is_retracted") == (True,)
    _undo(gone.batches)
    assert stored("invoice", "I2", "is_retracted", "amount_minor") == (False, 100_00)


def test_a_row_that_a_later_batch_changed_is_kept_and_named() -> None:
    batches = _told({"invoice": [invoice("I1"), invoice("I2")]})
    later = _told({"invoice": [invoice("I1", amount_minor=7)]})
    undone = _undo(batches)
    assert stored("invoice", "I1", "amount_minor", "is_retracted") == (7, False)
    assert stored("invoice", "I2", "is_retracted") == (True,)
    assert [(each.kind, each.external_id, each.customer, each.batch) for each in undone.kept] == [
        ("invoice", "I1", "001", later[0])
    ]


def test_what_was_only_derived_anew_is_no_change_of_the_row() -> None:
    batches = _told({"invoice": [invoice("I1")]})
    _told({"customer": [customer(terms_days=30)]})
    assert stored("invoice", "I1", "due_on") == (DAY + 30,)
    undone = _undo(batches)
    assert stored("invoice", "I1", "is_retracted") == (True,)
    assert undone.kept == []


def test_terms_that_are_taken_back_move_due_days_back() -> None:
    _told({"customer": [customer(terms_days=30)], "invoice": [invoice("I1")]})
    batches = _told({"customer": [customer(terms_days=90)]})
    assert stored("invoice", "I1", "due_on") == (DAY + 90,)
    _undo(batches)
    assert stored("invoice", "I1", "due_on") == (DAY + 30,)


def test_rates_that_are_taken_back_leave_no_amount_in_the_reporting_currency() -> None:
    _told({"invoice": [invoice("I1", currency="USD")]})
    batches = _told({"fx_rate": [rate("USD", DAY, 7 * 10**8)]}, "bank")
    assert stored("invoice", "I1", "amount_reporting_minor") == (700_00,)
    _undo(batches, "bank")
    assert stored("invoice", "I1", "amount_reporting_minor") == (None,)


def test_a_due_day_that_was_moved_and_moved_back_by_undo_was_never_rolled_over() -> None:
    _told({"invoice": [invoice("I1", stated_due_on=DAY + 10)]})
    batches = _told({"invoice": [invoice("I1", stated_due_on=DAY + 50)]})
    assert stored("invoice", "I1", "rollovers") == (1,)
    _undo(batches)
    assert stored("invoice", "I1", "rollovers", "due_on", "first_due_on") == (0, DAY + 10, DAY + 10)
    _told({"invoice": [invoice("I1", stated_due_on=DAY + 30)]})
    assert stored("invoice", "I1", "rollovers") == (1,)


def test_settlement_follows() -> None:
    _told({"invoice": [invoice("I1")]})
    batches = _told({"payment": [payment("P1", document_no="I1")]})
    assert _allocated("I1") == 100_00
    _undo(batches)
    assert _allocated("I1") == 0


def _allocated(document: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT COALESCE(SUM(a.amount_minor), 0) FROM facts_application a JOIN facts_invoice i ON i.id = a.invoice_id"
            " WHERE i.document_no = %s",
            [document],
        )
        return int(cursor.fetchone()[0])


def test_a_customer_to_whom_later_facts_belong_stays_known_by_its_code() -> None:
    batches = _told({"customer": [customer(industry="钢铁", terms_days=30)]})
    _told({"invoice": [invoice("I1")]}, "ledger")
    undone = _undo(batches)
    assert stored("customer", "001", "is_retracted", "is_stub", "name", "industry", "terms_days") == (
        False, True, "001", "", None,
    )  # fmt: skip
    assert stored("invoice", "I1", "due_on", source="ledger") == (None,)
    assert undone.counts["customer"].changed == 1


def test_a_stub_that_was_made_for_the_import_goes_with_it() -> None:
    _undo(_told({"invoice": [invoice("I1")]}))
    assert as_stored("customer", "is_retracted", "is_stub") == [("erp", "001", True, True)]


def test_a_stub_that_a_file_took_over_goes_back_to_whoever_made_it() -> None:
    _told({"invoice": [invoice("I1")]}, "ledger")
    _undo(_told({"customer": [customer(industry="钢铁")]}, "crm"), "crm")
    assert as_stored("customer", "is_stub", "name", "industry") == [("ledger", "001", True, "001", "")]


def test_again_changes_nothing() -> None:
    batches = _told({"customer": [customer()], "invoice": [invoice("I1")]})
    _undo(batches)
    newest = last_batch()
    again = _undo(batches)
    assert last_batch() == newest
    assert again.batches == []


def test_taken_back_imported_again_and_taken_back_again() -> None:
    facts: Facts = {"customer": [customer()], "invoice": [invoice("I1", amount_minor=5)]}
    _undo(_told(facts))
    again = _told(facts)
    assert stored("invoice", "I1", "is_retracted", "amount_minor") == (False, 5)
    _undo(again)
    assert stored("invoice", "I1", "is_retracted") == (True,)


def test_the_order_of_undoing_does_not_matter() -> None:
    _told({"invoice": [invoice("I1", amount_minor=1)]})
    second = _told({"invoice": [invoice("I1", amount_minor=2)]})
    third = _told({"invoice": [invoice("I1", amount_minor=3)]})
    _undo(third)
    assert stored("invoice", "I1", "amount_minor") == (2,)
    undone = _undo(second)
    assert stored("invoice", "I1", "amount_minor") == (1,)
    assert undone.kept == []


def test_first_the_earlier_then_the_later() -> None:
    _told({"invoice": [invoice("I1", amount_minor=1)]})
    second = _told({"invoice": [invoice("I1", amount_minor=2)]})
    third = _told({"invoice": [invoice("I1", amount_minor=3)]})
    assert [each.external_id for each in _undo(second).kept] == ["I1"]
    _undo(third)
    assert stored("invoice", "I1", "amount_minor") == (1,), "what was taken back before is no state to go back to"


def test_supply_that_only_these_batches_gave_ends_and_is_still_known_of_the_past() -> None:
    first = _told({"invoice": [invoice("I1", issue_on=DAY)]})
    second = _told({"invoice": [invoice("I2", issue_on=DAY + 400)]})
    before = last_batch()
    _undo(second)
    assert (supply_at(DAY + 400, before)["invoice"].to_day, supply_at(DAY + 400, last_batch())["invoice"].to_day) == (
        DAY + 400, DAY,
    )  # fmt: skip
    _undo(first)
    assert supply_at(DAY + 10, last_batch())["invoice"].state == "not_supplied"


def test_what_a_later_delivery_told_stays_supplied() -> None:
    first = _told({"invoice": [invoice("I1", issue_on=DAY), invoice("I2", issue_on=DAY + 300)]})
    _told({"invoice": [invoice("I3", issue_on=DAY + 100)]})
    assert Supply.objects.filter(kind="invoice").count() == 1
    _undo(first)
    found = supply_at(DAY + 100, last_batch())["invoice"]
    assert (found.from_day, found.to_day) == (DAY + 100, DAY + 100)


def test_customers_become_stale_and_batches_say_what_they_are() -> None:
    batches = _told({"customer": [customer()], "invoice": [invoice("I1")]})
    StaleCustomer.objects.all().delete()
    undone = _undo(batches)
    assert StaleCustomer.objects.count() == 1
    assert set(Batch.objects.filter(is_undo=True).values_list("id", flat=True)) == set(undone.batches)
    assert Batch.objects.filter(id__in=batches, undone_by__isnull=True).count() == 0


def _state() -> dict[str, list[tuple[object, ...]]]:
    """Everything that is believed now, but for retracted rows, ids and batches."""
    state: dict[str, list[tuple[object, ...]]] = {}
    for kind in ("customer", "invoice", "payment", "contract", "fx_rate"):
        hidden = {"id", "known_from_batch"}
        names = [field.attname for field in CURRENT[kind]._meta.concrete_fields if field.attname not in hidden]
        state[kind] = sorted(CURRENT[kind]._default_manager.filter(is_retracted=False).values_list(*names), key=repr)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT i.document_no, a.amount_minor, a.applied_on, a.origin FROM facts_application a"
            " JOIN facts_invoice i ON i.id = a.invoice_id ORDER BY 1, 2, 3, 4"
        )
        state["applied"] = cursor.fetchall()
    return state


@pytest.mark.parametrize("seed", range(12))
def test_any_delivery_taken_back_leaves_what_was_believed_before(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - made-up rows, no secrets
    for _ in range(3):
        _told(_random(chance))
    before, supply = _state(), supply_at(DAY + 60, last_batch())
    batches = _told(_random(chance))
    _undo(batches)
    assert _state() == before
    assert supply_at(DAY + 60, last_batch()) == supply


def _random(chance: random.Random) -> Facts:
    def some(names: Sequence[str]) -> list[str]:
        return chance.sample(list(names), chance.randint(1, len(names)))

    return {
        "customer": [
            customer(code, terms_days=chance.choice([None, 30, 60]), industry=chance.choice(["", "钢铁"]))
            for code in some(["001", "002", "003"])
        ],
        "invoice": [
            invoice(
                number, chance.choice(["001", "002", "003", "004"]), amount_minor=chance.randint(1, 900),
                issue_on=DAY + chance.randint(0, 60), currency=chance.choice(["CNY", "USD"]),
                stated_due_on=chance.choice([None, DAY + 80, DAY + 100]),
            )
            for number in some(["I1", "I2", "I3", "I4", "I5"])
        ],
        "payment": [
            payment(number, chance.choice(["001", "002"]), document_no=chance.choice(["", "I1", "I2"]),
                    amount_minor=chance.randint(1, 500), paid_on=DAY + chance.randint(10, 60))
            for number in some(["P1", "P2"])
        ],
        "fx_rate": [rate("USD", DAY + chance.randint(0, 30), chance.randint(6, 8) * 10**8)],
    }  # fmt: skip
