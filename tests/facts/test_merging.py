"""Merging customers: all facts change hands in one batch, later deliveries follow, and parting gives everything back."""

from collections.abc import Mapping

import pytest

from kedun.accounts.models import Audit
from kedun.facts.actions import Delivery
from kedun.facts.delivery import Upserted
from kedun.facts.knowledge.store import known_rows
from kedun.facts.merging import actions
from kedun.facts.merging.actions import Moved, call_different, merge, part
from kedun.facts.merging.refusals import (
    CustomerTakenBack,
    HoldsMerged,
    MergedAlready,
    MergeReasonMissing,
    NoSuchCustomer,
    NotMerged,
    OtherLegalEntity,
    SameCustomer,
    TooManyFacts,
)
from kedun.facts.models import CURRENT, HISTORY, Application, Batch, LegalEntity, MovedFact, NotSame, StaleCustomer
from kedun.facts.queries import customer_codes, customer_ids, last_batch
from kedun.facts.undo.actions import undo
from kedun.kernel.refusals import Refusal
from kedun.outbox.models import Outgoing
from tests.facts.deliveries import Facts, Value, as_stored, customer, deliver, invoice, payment, stored

pytestmark = pytest.mark.django_db


def told(facts: Facts, source: str = "erp") -> Upserted:
    return deliver(facts, Delivery(source, "alice"))


def number(code: str) -> int:
    return customer_ids([code])[code]


def merged(code: str = "B", into: str = "A") -> Moved:
    return merge(number(code), into_id=number(into), reason="一家公司", actor="bob")


def parted(code: str = "B") -> Moved:
    return part(number(code), reason="认错了", actor="bob")


def owner_of(kind: str, external_id: str, source: str = "crm") -> str:
    (found,) = stored(kind, external_id, "customer_id", source=source)
    assert isinstance(found, int)
    return customer_codes([found])[found]


def two_systems() -> None:
    """The same firm as customer A of the ERP and as customer B of the CRM."""
    told({"customer": [customer("A", terms_days=30)], "invoice": [invoice("I1", "A")], "payment": [payment("P1", "A")]})
    told({"customer": [customer("B", terms_days=90)], "invoice": [invoice("J1", "B"), invoice("J2", "B")]}, "crm")


def everything() -> Mapping[str, list[tuple[Value, ...]]]:
    """All that is believed now, but for when it was learnt."""
    names = {
        kind: [each.name for each in model._meta.fields if each.name != "known_from_batch"]
        for kind, model in CURRENT.items()
    }
    rows = {kind: as_stored(kind, *each) for kind, each in names.items()}
    settled = Application.objects.values_list("customer_id", "invoice_id", "origin", "origin_id", "amount_minor")
    return {**rows, "application": sorted(settled)}


def test_all_facts_change_hands_in_one_batch_and_history_keeps_what_was() -> None:
    two_systems()
    before = last_batch()
    done = merged()
    assert (done.batch, last_batch(), dict(done.facts)) == (before + 1, before + 1, {"invoice": 2})
    assert {owner_of("invoice", each) for each in ("J1", "J2")} == {"A"}
    assert stored("customer", "B", "is_retracted", source="crm") == (True,)
    earlier = HISTORY["invoice"]._default_manager.filter(external_id="J1")
    assert list(earlier.values_list("customer_id", "known_to_batch")) == [(number("B"), done.batch)]
    assert set(StaleCustomer.objects.filter(batch_id=done.batch).values_list("customer_id", flat=True)) == {
        number("A"),
        number("B"),
    }
    assert Batch.objects.get(id=done.batch).actor == "bob"
    assert Outgoing.objects.get(topic="customer.merged").payload["into"] == "A"
    assert Audit.objects.get(verb="customer.merge").subject == "customer:B"


def test_due_days_follow_the_terms_of_the_one_that_stays() -> None:
    two_systems()
    assert stored("invoice", "J1", "due_on", source="crm") == (20_090,)
    merged()
    assert stored("invoice", "J1", "due_on", source="crm") == (20_030,)
    parted()
    assert stored("invoice", "J1", "due_on", source="crm") == (20_090,)


def test_a_contract_that_comes_along_gives_its_terms_to_the_invoices_that_name_it() -> None:
    told({"invoice": [invoice("I1", "A", contract_no="K1")]})
    contract: dict[str, Value] = {
        "external_id": "C1",
        "customer": "B",
        "contract_no": "K1",
        "signed_on": 19_000,
        "terms_days": 10,
    }
    told({"customer": [customer("B")], "contract": [contract]}, "crm")
    assert stored("invoice", "I1", "due_on") == (None,)
    merged()
    assert stored("invoice", "I1", "due_on") == (20_010,)


def test_money_on_account_clears_what_came_along() -> None:
    told({"customer": [customer("A")], "payment": [payment("P1", "A", amount_minor=250_00)]})
    told({"customer": [customer("B")], "invoice": [invoice("J1", "B"), invoice("J2", "B")]}, "crm")
    assert Application.objects.count() == 0
    merged()
    assert set(Application.objects.values_list("customer_id", "amount_minor")) == {(number("A"), 100_00)}
    assert Application.objects.count() == 2
    parted()
    assert Application.objects.count() == 0


@pytest.mark.parametrize("source", ["crm", "bank"], ids=["by its own number", "by its code"])
def test_what_is_delivered_later_lands_on_the_one_that_stays(source: str) -> None:
    two_systems()
    merged()
    told({"invoice": [invoice("J3", "B")]}, source)
    assert owner_of("invoice", "J3", source) == "A"


def test_the_same_delivery_again_does_not_undo_the_merger() -> None:
    two_systems()
    merged()
    batch = last_batch()
    two_systems()
    assert last_batch() == batch
    assert owner_of("invoice", "J1") == "A"


def test_what_a_source_tells_of_a_merged_customer_is_kept_and_stays_hidden() -> None:
    two_systems()
    merged()
    done = told({"customer": [customer("B", industry="钢铁"), customer("C")]}, "crm")
    assert (done.counts["customer"].changed, done.counts["customer"].added) == (1, 1)
    assert stored("customer", "B", "industry", "is_retracted", source="crm") == ("钢铁", True)
    gone = told({"customer": [{"external_id": "B", "is_retracted": True}]}, "crm")
    assert gone.counts["customer"].unchanged == 1
    parted()
    assert stored("customer", "B", "industry", "is_retracted", source="crm") == ("钢铁", False)


def test_parting_gives_back_exactly_what_was() -> None:
    two_systems()
    before = everything()
    merged()
    assert everything() != before
    done = parted()
    assert dict(done.facts) == {"invoice": 2}
    assert everything() == before
    assert MovedFact.objects.count() == 0


def test_parting_gives_back_what_came_meanwhile_under_its_name_and_nothing_else() -> None:
    two_systems()
    merged()
    told({"invoice": [invoice("J3", "B"), invoice("J4", "B")]}, "crm")
    told({"invoice": [invoice("I2", "A")]})
    told({"invoice": [invoice("J4", "A")]}, "crm")
    assert dict(parted().facts) == {"invoice": 3}
    assert [owner_of("invoice", each) for each in ("J1", "J2", "J3", "J4")] == ["B", "B", "B", "A"]
    assert owner_of("invoice", "I2", "erp") == "A"
    merged()
    assert owner_of("invoice", "J3") == "A"


def test_a_fact_that_its_source_gave_to_somebody_else_meanwhile_stays_there() -> None:
    two_systems()
    merged()
    told({"invoice": [invoice("J1", "C")]}, "crm")
    parted()
    assert [owner_of("invoice", each) for each in ("J1", "J2")] == ["C", "B"]


def test_several_may_be_merged_into_one_and_each_takes_its_own_back() -> None:
    two_systems()
    told({"customer": [customer("C")], "invoice": [invoice("K1", "C")]}, "crm")
    merged("B")
    merged("C")
    assert {owner_of("invoice", each) for each in ("J1", "K1")} == {"A"}
    parted("B")
    assert (owner_of("invoice", "J1"), owner_of("invoice", "K1")) == ("B", "A")


def test_an_import_that_is_taken_back_meanwhile_brings_nobody_to_life() -> None:
    two_systems()
    merged()
    later = told(
        {
            "customer": [customer("B", industry="钢铁")],
            "invoice": [invoice("J1", "B", amount_minor=7), invoice("J5", "B")],
        },
        "crm",
    )
    again = told({"invoice": [invoice("J5", "B", amount_minor=8)]}, "crm")
    undo(again.batches, source="crm", actor="bob")
    assert (owner_of("invoice", "J5"), stored("invoice", "J5", "amount_minor", source="crm")) == ("A", (100_00,))
    undo(later.batches, source="crm", actor="bob")
    assert stored("customer", "B", "is_retracted", "industry", source="crm") == (True, "")
    assert (owner_of("invoice", "J1"), stored("invoice", "J1", "amount_minor", source="crm")) == ("A", (100_00,))
    parted()
    assert (owner_of("invoice", "J1"), owner_of("invoice", "J5")) == ("B", "B")
    assert stored("invoice", "J5", "is_retracted", source="crm") == (True,)


def test_a_customer_known_by_its_code_only_may_be_merged_and_its_system_tells_of_it_later() -> None:
    told({"invoice": [invoice("I1", "A"), invoice("I2", "B")]})
    merged()
    told({"customer": [customer("B", name="乙公司")], "invoice": [invoice("J1", "B")]}, "crm")
    assert stored("customer", "B", "name", "is_retracted", source="crm") == ("乙公司", True)
    assert owner_of("invoice", "J1") == "A"
    parted()
    assert (owner_of("invoice", "J1"), owner_of("invoice", "I2", "erp")) == ("B", "B")


def _elsewhere() -> None:
    LegalEntity.objects.create(code="hk", base_currency="HKD", time_zone="Asia/Hong_Kong")
    deliver({"customer": [customer("B")]}, Delivery("crm", "alice", legal_entity="hk"))


def _taken_back() -> None:
    told({"customer": [customer("B")]}, "crm")
    told({"customer": [{"external_id": "B", "is_retracted": True}]}, "crm")


@pytest.mark.parametrize(
    ("refusal", "given", "names"),
    [
        pytest.param(SameCustomer, lambda: None, ("A", "A"), id="itself"),
        pytest.param(MergedAlready, lambda: merged("B", "A"), ("B", "C"), id="merged already"),
        pytest.param(MergedAlready, lambda: merged("B", "A"), ("C", "B"), id="into one that is merged"),
        pytest.param(HoldsMerged, lambda: merged("B", "A"), ("A", "C"), id="a chain"),
        pytest.param(MergedAlready, lambda: merged("B", "A"), ("A", "B"), id="a circle"),
        pytest.param(CustomerTakenBack, _taken_back, ("B", "A"), id="taken back"),
        pytest.param(OtherLegalEntity, _elsewhere, ("B", "A"), id="of another legal entity"),
    ],
)  # fmt: skip
def test_what_cannot_be_merged_is_refused(refusal: type[Refusal], given: object, names: tuple[str, str]) -> None:
    told({"customer": [customer("A"), customer("C")]})
    if refusal not in (CustomerTakenBack, OtherLegalEntity):
        told({"customer": [customer("B")]}, "crm")
    assert callable(given)
    given()
    batch = last_batch()
    with pytest.raises(refusal):
        merged(*names)
    assert last_batch() == batch


def test_a_merger_needs_a_reason_and_two_customers() -> None:
    two_systems()
    with pytest.raises(MergeReasonMissing):
        merge(number("B"), into_id=number("A"), reason=" ", actor="bob")
    with pytest.raises(MergeReasonMissing):
        merge(number("B"), into_id=number("A"), reason="x" * 2_001, actor="bob")
    with pytest.raises(NoSuchCustomer):
        merge(number("B"), into_id=10**9, reason="x", actor="bob")
    with pytest.raises(NotMerged):
        parted()


def test_two_firms_are_called_different_once() -> None:
    two_systems()
    assert call_different(number("B"), number("A"), reason="母子公司", actor="bob")
    assert not call_different(number("A"), number("B"), reason="again", actor="eve")
    assert list(NotSame.objects.values_list("one_id", "other_id", "by")) == [
        (*sorted((number("A"), number("B"))), "bob")
    ]
    with pytest.raises(SameCustomer):
        call_different(number("A"), number("A"), reason="x", actor="bob")


def test_what_later_facts_say_of_a_customer_that_was_known_by_another_name_reaches_both_pasts() -> None:
    """Between two knowledges: apart before, together after, apart again; settlement included."""
    told({"customer": [customer("A")], "payment": [payment("P1", "A", amount_minor=50_00)]})
    told({"customer": [customer("B")], "invoice": [invoice("J1", "B")]}, "crm")
    apart = last_batch()
    merged()
    told({"payment": [payment("Q1", "B", amount_minor=20_00)]}, "crm")
    together = last_batch()
    parted()

    def known(batch: int) -> dict[str, tuple[int, int]]:
        rows = known_rows({"invoice", "payment"}, [number("A"), number("B")], known_at=batch)
        codes = customer_codes(rows)
        counted = {
            codes[each]: (len(found.get("invoice", [])), len(found.get("application", [])))
            for each, found in rows.items()
        }
        return {code: counted[code] for code in ("A", "B")}

    assert known(apart) == {"A": (0, 0), "B": (1, 0)}
    assert known(together) == {"A": (1, 2), "B": (0, 0)}
    assert known(last_batch()) == {"A": (0, 0), "B": (1, 1)}


def test_a_customer_with_very_many_facts_stays_the_other_one_is_merged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "MOST_FACTS", 1)
    two_systems()
    with pytest.raises(TooManyFacts):
        merged("B", "A")
    told({"invoice": [{"external_id": "J1", "customer": "B", "is_retracted": True}]}, "crm")
    assert dict(merged("B", "A").facts) == {"invoice": 2}, "what is retracted goes along"
