"""What can be asked of a customer, each sort of act worked by hand; and how acts become facts."""

from collections.abc import Mapping
from typing import Any

import pytest

from kedun.assessments.wayback.acts import NEWEST, Act, Item, Offer, Written, applied, bundled, new_row
from kedun.assessments.wayback.offering import offer
from kedun.assessments.wayback.payments import owed, part
from kedun.assessments.wayback.sorts import SORTS, Ground
from kedun.expressions import Value
from kedun.facts.kinds import KINDS
from kedun.facts.tables import kept_columns
from kedun.scorecards.way_back import MOST_STEPS
from tests.assessments.random_books import TODAY

BASES = {"main": "CNY"}
PAY_BY = TODAY + 14
UNTIL = TODAY + 180


def row(kind: str, number: int = 1, **values: Any) -> dict[str, Any]:
    written = Written(kind, {"legal_entity": "main", **values})
    return {**new_row(written, customer=7, number=number), "id": number, "external_id": f"{kind}{number}"}


def invoice(number: int, **more: Any) -> dict[str, Any]:
    amounts = {"amount_minor": 500_00, "amount_reporting_minor": 500_00}
    names = {"document_no": f"F{number}", "instalment_no": 1}
    return row("invoice", number, **{**amounts, **names, "due_on": TODAY - 5, **more})


def used(number: int, amount: int, reporting: int | None) -> dict[str, Any]:
    return {"invoice_id": number, "amount_minor": amount, "reporting_minor": reporting}


@pytest.mark.parametrize(
    ("values", "applications", "payable"),
    [
        pytest.param({}, [], (500_00, 500_00), id="open"),
        pytest.param({}, [used(1, 200_00, 200_00)], (300_00, 300_00), id="paid in part"),
        pytest.param({}, [used(1, 500_00, 500_00)], None, id="paid"),
        pytest.param({"due_on": None}, [], None, id="without a due day"),
        pytest.param({"is_disputed": True}, [], (500_00, 500_00), id="disputed"),
        pytest.param({"currency": "USD", "amount_reporting_minor": 3_500_00}, [used(1, 100_00, 700_00)], (400_00, 2_800_00), id="foreign"),
        pytest.param({"currency": "USD", "amount_reporting_minor": None}, [used(1, 100_00, None)], (400_00, None), id="no rate"),
    ],
)  # fmt: skip
def test_what_can_be_paid(
    values: dict[str, Any], applications: list[dict[str, Any]], payable: tuple[int, int | None] | None
) -> None:
    rows = {"invoice": [invoice(1, **values)], "application": applications}
    found = owed(rows, as_of=TODAY, pay_by=PAY_BY, bases=BASES, takes_foreign=True)
    listed = found.disputed if values.get("is_disputed") else found.undisputed
    assert [(each.amount_minor, each.base_minor) for each in listed] == ([payable] if payable else [])
    assert len(found.disputed) + len(found.undisputed) == len(listed)
    assert found.foreign == ()
    without = owed(rows, as_of=TODAY, pay_by=PAY_BY, bases=BASES, takes_foreign=False)
    assert without.foreign == ((1,) if values.get("currency") else ())


def test_a_dispute_is_settled_together_with_the_payment() -> None:
    rows = {"invoice": [invoice(4, is_disputed=True)]}
    (item,) = owed(rows, as_of=TODAY, pay_by=PAY_BY, bases=BASES, takes_foreign=True).disputed
    settled = applied(rows, item.written, customer=7)
    assert [each["is_disputed"] for each in settled["invoice"]] == [False]
    assert [(each["document_no"], each["amount_minor"], each["paid_on"]) for each in settled["payment"]] == [
        ("F4", 500_00, PAY_BY)
    ]


def whole_offer(rows: Mapping[str, Any], **more: Any) -> Offer:
    given = {"sorts": ["pay"], "most": MOST_STEPS, **more}
    return offer(rows, as_of=TODAY, pay_by=PAY_BY, until=UNTIL, bases=BASES, takes_foreign=True, **given)


def test_the_day_of_payment_is_the_due_day_where_it_is_still_to_come() -> None:
    rows = {"invoice": [invoice(1), invoice(2, due_on=TODAY), invoice(3, due_on=TODAY + 3)]}
    found = whole_offer(rows)
    assert [each.do_on for act in found.acts for each in act.items] == [PAY_BY, PAY_BY, TODAY + 3]
    assert [found.steps_on(day) for day in (TODAY + 3, TODAY + 4, PAY_BY)] == [[], [2], [0, 1, 2]]
    assert found.items(2, TODAY + 4) == found.acts[2].items
    assert found.items(0, TODAY + 4) == ()


def test_many_items_are_bundled_in_the_order_of_their_due_days() -> None:
    rows = {"invoice": [invoice(number, due_on=TODAY - number) for number in range(1, 10_001)]}
    found = whole_offer(rows)
    assert len(found.acts) == MOST_STEPS
    assert {len(act.items) for act in found.acts} == {416, 417}
    days = [each.due_on for act in found.acts for each in act.items]
    assert days == sorted(days, key=lambda day: day or 0)
    assert found.steps_on(PAY_BY)[0] == 1
    halved = found.items(found.parts(1)[1], PAY_BY)
    assert halved == found.acts[1].items[: len(found.acts[1].items) // 2]
    assert bundled((), 3) == ()


def test_other_acts_take_the_room_of_bundles_and_large_ledgers_have_few() -> None:
    rows = {
        "invoice": [invoice(number) for number in range(1, 40)],
        "enquiry": [row("enquiry", number, asked_on=TODAY - number) for number in range(1, 9)],
    }
    wide = whole_offer(rows, sorts=["pay", "answer"], most=24)
    assert [sum(act.sort == key for act in wide.acts) for key in ("pay", "answer")] == [21, 3]
    assert [len(act.items) for act in wide.acts if act.sort == "answer"] == [2, 3, 3]
    narrow = whole_offer(rows, sorts=["pay", "answer"], most=6)
    assert [sum(act.sort == key for act in narrow.acts) for key in ("pay", "answer")] == [6, 1]
    assert {act.sort for act in whole_offer(rows, sorts=["answer"]).acts} == {"answer"}


@pytest.mark.parametrize(
    ("item", "parts"),
    [
        pytest.param({}, [125_00, 250_00, 375_00], id="quarters"),
        pytest.param({"amount_minor": 333_33, "amount_reporting_minor": 333_33}, [84_00, 167_00, 250_00], id="whole units, rounded up"),
        pytest.param({"amount_minor": 99_00, "amount_reporting_minor": 99_00}, [], id="too small"),
        pytest.param({"currency": "USD", "amount_reporting_minor": 3_500_00}, [], id="in another currency"),
    ],
)  # fmt: skip
def test_an_invoice_may_be_paid_in_part(item: dict[str, Any], parts: list[int]) -> None:
    found = whole_offer({"invoice": [invoice(1, **item)]})
    shown = [each for step in found.parts(0) for each in found.items(step, PAY_BY)]
    assert [each.amount_minor for each in shown] == parts
    assert all(each.is_part and each.written[-1].values["amount_minor"] == each.amount_minor for each in shown)
    assert [found.act_of(step).sort for step in found.parts(0)] == ["pay"] * 3


def test_only_payments_come_in_parts() -> None:
    item = Item("ticket", PAY_BY, PAY_BY, (), amount_minor=500_00, base_minor=500_00)
    whole = Offer((Act("x", 1, (item,)),))
    assert whole.parts(0) == []
    assert whole.acts[0].parted(1, PAY_BY) == (item,)
    assert part(Item("ticket", PAY_BY, PAY_BY, ()), 1) is None


def asked(key: str, **rows: list[dict[str, Any]]) -> list[Item]:
    return list(SORTS[key].find(Ground(rows, TODAY, PAY_BY, UNTIL, BASES)))


STATEMENT = {f"{name}_minor": 100 for name in ("total_assets", "current_assets", "current_liabilities")}
CASE = {"event_type": "lawsuit", "role": "defendant", "filed_on": TODAY - 90}
NOTE = {"method": "bank_acceptance", "paid_on": TODAY - 9, "matures_on": TODAY + 99, "amount_minor": 7_00}
LOSS = {"entry": "write_off", "booked_on": TODAY - 9, "amount_minor": 9_00}
ORDER = {"placed_on": TODAY - 9, "amount_minor": 300_50, "cancelled_on": None}


@pytest.mark.parametrize(
    ("key", "kind", "values", "changes"),
    [
        pytest.param("statement", "statement", None, {"total_liabilities_minor": 60 * 10**8}, id="no statement yet"),
        pytest.param("statement", "statement", {"period_end_on": TODAY - 500, "total_liabilities_minor": 45, **STATEMENT}, {"total_liabilities_minor": 45, "period_end_on": TODAY - 30}, id="one that grows old"),
        pytest.param("statement", "statement", {"period_end_on": TODAY - 500}, {"total_liabilities_minor": 60 * 10**8}, id="one that tells nothing"),
        pytest.param("statement", "statement", {"period_end_on": TODAY - 100}, None, id="one that answers for long enough"),
        pytest.param("bureau_report", "bureau_report", {"reported_as_of": TODAY - 400, "rating_points": 55}, {"rating_points": 55}, id="a report rated as the last one"),
        pytest.param("bureau_report", "bureau_report", {"reported_as_of": TODAY - 400}, {"rating_points": 70}, id="a report without a rating"),
        pytest.param("bureau_report", "check", {"scope": "bureau", "checked_on": TODAY - 9}, None, id="looked into lately"),
        pytest.param("court_extract", "check", {"scope": "bureau", "checked_on": TODAY - 9}, {"scope": "legal"}, id="another scope"),
        pytest.param("court_extract", "check", {"scope": "legal", "checked_on": TODAY + 9}, {"scope": "legal"}, id="a check to come"),
        pytest.param("registry_extract", "check", None, {"scope": "registry"}, id="registry"),
        pytest.param("renew_licence", "customer", {"licence_ends_on": TODAY + 20}, {"licence_ends_on": TODAY + 385}, id="a licence that ends"),
        pytest.param("renew_licence", "customer", {"licence_ends_on": TODAY - 20}, {"licence_ends_on": PAY_BY + 365}, id="one that ended"),
        pytest.param("renew_licence", "customer", {"licence_ends_on": UNTIL}, None, id="one that holds"),
        pytest.param("renew_licence", "customer", {}, None, id="no licence told"),
        pytest.param("renew_contract", "contract", {"contract_no": "K", "ends_on": TODAY + 1}, {"ends_on": TODAY + 366}, id="a contract that ends"),
        pytest.param("renew_contract", "contract", {"ends_on": TODAY}, None, id="one that has ended"),
        pytest.param("renew_contract", "contract", {}, None, id="one without an end"),
        pytest.param("deliver", "milestone", {"obliged": "customer", "due_on": TODAY + 9}, {"met_on": TODAY + 9}, id="an obligation to come"),
        pytest.param("deliver", "milestone", {"obliged": "customer", "due_on": TODAY}, None, id="one that is missed stays missed"),
        pytest.param("deliver", "milestone", {"obliged": "us", "due_on": TODAY + 9}, None, id="one of ours"),
        pytest.param("deliver", "milestone", {"obliged": "customer", "due_on": TODAY + 9, "met_on": TODAY}, None, id="one that is met"),
        pytest.param("accept", "delivery", {"delivered_on": TODAY - 50}, {"accepted_on": PAY_BY}, id="a delivery that waits"),
        pytest.param("accept", "delivery", {"delivered_on": TODAY - 50, "accepted_on": TODAY - 4}, None, id="one that is accepted"),
        pytest.param("accept", "delivery", {"delivered_on": TODAY - 400}, None, id="one of long ago"),
        pytest.param("answer", "enquiry", {"asked_on": TODAY - 6}, {"answered_on": PAY_BY, "elapsed_minutes": 20 * 1440}, id="an enquiry"),
        pytest.param("answer", "enquiry", {"asked_on": TODAY - 90}, None, id="one that no longer counts"),
        pytest.param("answer", "enquiry", {"asked_on": TODAY - 6, "answered_on": TODAY - 5}, None, id="one that is answered"),
        pytest.param("recover", "bad_debt", LOSS, {"entry": "recovery", "amount_minor": 9_00}, id="a loss"),
        pytest.param("recover", "bad_debt", {**LOSS, "entry": "recovery"}, None, id="more recovered than lost"),
        pytest.param("recover", "bad_debt", {**LOSS, "currency": "USD"}, None, id="a loss in another currency"),
        pytest.param("recover", "bad_debt", {**LOSS, "booked_on": TODAY + 1}, None, id="a loss to come"),
        pytest.param("redeem_note", "payment", NOTE, {"matures_on": PAY_BY}, id="a note of a bank"),
        pytest.param("redeem_note", "payment", {**NOTE, "method": "commercial_acceptance"}, {"effective_on": PAY_BY}, id="a commercial note settles then"),
        pytest.param("redeem_note", "payment", {**NOTE, "matures_on": PAY_BY}, None, id="a note that matures by then"),
        pytest.param("redeem_note", "payment", {**NOTE, "matures_on": None}, None, id="a note without a day"),
        pytest.param("redeem_note", "payment", {**NOTE, "method": "transfer"}, None, id="no note"),
        pytest.param("redeem_note", "payment", {**NOTE, "currency": "USD"}, None, id="a note in another currency"),
        pytest.param("close_case", "legal_event", CASE, {"closed_on": PAY_BY}, id="a lawsuit"),
        pytest.param("close_case", "legal_event", {**CASE, "role": "plaintiff"}, None, id="one of its own"),
        pytest.param("close_case", "legal_event", {**CASE, "event_type": "bankruptcy"}, None, id="a bankruptcy"),
        pytest.param("close_case", "legal_event", {**CASE, "closed_on": TODAY - 1}, None, id="one that is closed"),
        pytest.param("close_case", "legal_event", {**CASE, "filed_on": TODAY + 1}, None, id="one to come"),
        pytest.param("order", "order", {**ORDER, "amount_minor": 0}, None, id="an order of nothing"),
        pytest.param("order", "order", {**ORDER, "cancelled_on": TODAY - 1}, None, id="a cancelled order"),
        pytest.param("order", "order", {**ORDER, "currency": "USD"}, None, id="an order in another currency"),
        pytest.param("order", "order", {**ORDER, "placed_on": TODAY - 395}, None, id="an order of long ago"),
        pytest.param("guarantee", "invoice", {"amount_minor": 5_00}, {"relation_type": "guarantor", "amount_minor": 5_00}, id="a guarantee over what is open"),
        pytest.param("guarantee", "invoice", {"amount_minor": 0}, None, id="nothing is open"),
    ],
)  # fmt: skip
def test_what_else_can_be_asked(
    key: str, kind: str, values: dict[str, Any] | None, changes: dict[str, Value] | None
) -> None:
    rows = {} if values is None else {kind: [row(kind, **values)]}
    found = asked(key, **rows)
    if changes is None:
        assert found == []
        return
    (item,) = found
    written = [each for each in item.written if changes.items() <= each.values.items()]
    assert len(written) == 1, item
    assert (item.fact == 0) == (written[0].corrects is None)


def test_an_order_is_of_the_usual_size_and_up_to_three_are_asked_for() -> None:
    found = asked("order", order=[row("order", 1, **ORDER), row("order", 2, **{**ORDER, "amount_minor": 100_00})])
    assert [each.amount_minor for each in found] == [200_00] * 3
    assert {each.written[0].values["size_class"] for each in found} == {8 * 14 + 2}  # 8 log2 20000 = 114.3
    small = asked("order", order=[row("order", 1, **{**ORDER, "amount_minor": 7})])
    assert small[0].amount_minor == 1_00


def test_what_is_paid_already_needs_no_guarantee() -> None:
    rows = {"invoice": [row("invoice", 1, amount_minor=5_00)], "application": [used(1, 2_00, 2_00)]}
    assert [each.amount_minor for each in asked("guarantee", **rows)] == [3_00]


def test_every_sort_says_what_it_moves_and_can_be_said() -> None:
    said = dict.fromkeys(("name", "due", "by", "amount", "paid"), "…")
    for sort in SORTS.values():
        assert sort.moves or sort.scopes
        assert set(sort.moves) <= set(KINDS)
        for language in ("zh", "en"):
            assert sort.letter.say(language, **said)


def test_an_act_is_a_whole_row() -> None:
    each = Written("payment", {"document_no": "F1", "amount_minor": 500})
    found = new_row(each, customer=7, number=2)
    assert set(found) == {"id", *(column.name for column in kept_columns("payment"))}
    assert (found["id"], found["customer_id"], found["known_from_batch"], found["bounce_of"]) == (-2, 7, NEWEST, "")
    assert "customer_id" not in new_row(Written("customer", {}), customer=7, number=1)
