"""Derived columns: a function of the facts known, whatever the order in which files arrive."""

from collections.abc import Mapping, Sequence
from datetime import date

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import settings as trying
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from kedun.facts.actions import rebuild_settlement
from kedun.facts.derive import _size_bounds
from kedun.facts.models import CURRENT, Application, InvoiceSettlement, LegalEntity
from kedun.kernel.days import due_by_terms, to_day
from kedun.kernel.money import RATE_SCALE, convert
from tests.facts.deliveries import Facts, Value, customer, deliver, invoice, payment, rate, stored
from tests.facts.versions import versions_of

pytestmark = pytest.mark.django_db
JAN_31 = to_day(date(2027, 1, 31))
LEAP_FEB_10 = to_day(date(2028, 2, 10))
SEVEN = 7 * RATE_SCALE


@pytest.mark.parametrize(
    ("terms", "fields", "expected"),
    [
        pytest.param(
            {"terms_days": 30}, {"stated_due_on": 20_005}, (20_005, "stated"), id="the source's due day counts"
        ),
        pytest.param({"terms_days": 30}, {}, (20_030, "terms"), id="else issue day and the customer's terms"),
        pytest.param({"terms_days": 0}, {}, (20_000, "terms"), id="no days of credit is a term too"),
        pytest.param({}, {}, (None, ""), id="no terms, no due day"),
        pytest.param(
            {"terms_days": 30}, {"stated_due_on": 19_990}, (19_990, "stated"), id="due before issue is accepted"
        ),
        pytest.param(
            {"terms_days": 30, "terms_basis": "month_end"},
            {"issue_on": JAN_31},
            (to_day(date(2027, 3, 2)), "terms"),
            id="month end plus 30 from the last day of January",
        ),
        pytest.param(
            {"terms_days": 15, "terms_basis": "month_end"},
            {"issue_on": LEAP_FEB_10},
            (to_day(date(2028, 3, 15)), "terms"),
            id="month end plus 15 in a leap February",
        ),
        pytest.param(
            {"terms_days": 0, "terms_basis": "month_end"},
            {"issue_on": to_day(date(1968, 2, 3))},
            (to_day(date(1968, 2, 29)), "terms"),
            id="a day before 1970",
        ),
        pytest.param({"terms_days": 10**13}, {}, (None, ""), id="terms beyond all days give no due day"),
    ],
)
def test_due_day_by_terms(terms: dict[str, Value], fields: dict[str, Value], expected: tuple[int | None, str]) -> None:
    deliver({"customer": [customer(**terms)], "invoice": [invoice("i1", **fields)]})
    assert stored("invoice", "i1", "due_on", "due_basis") == expected


@pytest.mark.parametrize("basis", ["invoice", "month_end"])
@pytest.mark.parametrize("days", [0, 1, 30, 90])
def test_due_days_equal_the_kernels(days: int, basis: str) -> None:
    issued = sorted({*range(JAN_31 - 70, JAN_31 + 70, 8), JAN_31, LEAP_FEB_10})
    rows = [invoice(f"i{day}", issue_on=day) for day in issued]
    deliver({"customer": [customer(terms_days=days, terms_basis=basis)], "invoice": rows})
    for day in issued:
        expected = due_by_terms(day, terms_days=days, from_month_end=basis == "month_end")
        assert stored("invoice", f"i{day}", "due_on") == (expected,)


def contract(external_id: str = "k1", **fields: Value) -> dict[str, Value]:
    return {"external_id": external_id, "customer": "001", "contract_no": "HT-1", "signed_on": 19_000, **fields}


@pytest.mark.parametrize(
    ("contracts", "due_on"),
    [
        pytest.param([contract(terms_days=60)], 20_060, id="the contract's terms beat the customer's"),
        pytest.param([contract()], 20_030, id="a contract without terms leaves the customer's"),
        pytest.param([contract(terms_days=60, contract_no="HT-2")], 20_030, id="another contract says nothing"),
        pytest.param([contract(terms_days=60, customer="002")], 20_030, id="another customer's contract says nothing"),
        pytest.param([contract(terms_days=60, is_retracted=True)], 20_030, id="a retracted contract says nothing"),
        pytest.param(
            [contract(terms_days=60), contract("k2", terms_days=90, signed_on=19_500)],
            20_090,
            id="the newest one counts",
        ),
    ],
)
def test_terms_by_contract(contracts: list[dict[str, Value]], due_on: int) -> None:
    rows = {"customer": [customer(terms_days=30)], "invoice": [invoice("i1", contract_no="HT-1")]}
    deliver({"contract": [{**row, "is_retracted": False} for row in contracts]})
    deliver({**rows, "contract": contracts})
    assert stored("invoice", "i1", "due_on") == (due_on,)


def test_terms_that_arrive_late_make_a_version_in_their_own_batch_and_settle_anew() -> None:
    deliver(
        {
            "invoice": [invoice("i1"), invoice("i2", stated_due_on=20_003)],
            "payment": [payment("p1", amount_minor=50_00)],
        }
    )
    assert Application.objects.get().invoice_id == stored("invoice", "i2", "id")[0]
    deliver({"customer": [customer(terms_days=1)]})
    assert [version.known_from_batch for version in versions_of("invoice", "i1")] == [1, 2]
    assert stored("invoice", "i1", "due_on", "first_due_on", "rollovers") == (20_001, 20_001, 0)
    assert Application.objects.get().invoice_id == stored("invoice", "i1", "id")[0]


def test_a_change_of_the_customer_that_is_not_of_terms_leaves_invoices_alone() -> None:
    deliver({"customer": [customer(terms_days=30)], "invoice": [invoice("i1")]})
    deliver({"customer": [customer(terms_days=30, owner="bob")]})
    assert len(versions_of("invoice", "i1")) == 1


@pytest.mark.parametrize(
    ("stated", "first_due_on", "rollovers"),
    [
        pytest.param([20_030, 20_060], 20_030, 1, id="moved later once"),
        pytest.param([20_030, 20_060, 20_090], 20_030, 2, id="moved later twice"),
        pytest.param([20_030, 20_010], 20_030, 0, id="moved earlier is no roll-over"),
        pytest.param([20_030, 20_010, 20_020], 20_030, 1, id="earlier, then later"),
        pytest.param([None, 20_030], 20_030, 0, id="first stated later is no roll-over"),
        pytest.param([20_030, None, 20_040], 20_030, 1, id="taken back and stated later"),
        pytest.param([20_030, None], 20_030, 0, id="taken back: terms count, the first one is kept"),
        pytest.param([None, None], 20_005, 0, id="never stated: by terms"),
    ],
)
def test_first_due_day_is_kept_and_rollovers_counted(
    stated: list[int | None], first_due_on: int, rollovers: int
) -> None:
    deliver({"customer": [customer(terms_days=5)]})
    for number, day in enumerate(stated):
        deliver({"invoice": [invoice("i1", stated_due_on=day, order_no=str(number))]})
    assert stored("invoice", "i1", "first_due_on", "rollovers") == (first_due_on, rollovers)
    due_on = stated[-1] if stated[-1] is not None else 20_005
    assert stored("invoice", "i1", "due_on") == (due_on,)


def test_longer_terms_are_no_rollover() -> None:
    deliver({"customer": [customer(terms_days=30)], "invoice": [invoice("i1")]})
    deliver({"customer": [customer(terms_days=60)]})
    assert stored("invoice", "i1", "due_on", "first_due_on", "rollovers") == (20_060, 20_060, 0)


@pytest.mark.parametrize(
    ("fields", "effective_on"),
    [
        pytest.param({}, 20_010, id="no method"),
        pytest.param(
            {"method": "bank_acceptance", "matures_on": 20_190}, 20_010, id="a bank's note settles on receipt"
        ),
        pytest.param({"method": "commercial_acceptance", "matures_on": 20_190}, 20_190, id="a company's at maturity"),
        pytest.param({"method": "commercial_acceptance"}, 20_010, id="maturity unknown: on receipt"),
    ],
)
def test_day_on_which_a_payment_counts(fields: dict[str, Value], effective_on: int) -> None:
    deliver({"payment": [payment("p1", **fields)]})
    assert stored("payment", "p1", "effective_on") == (effective_on,)


@pytest.mark.parametrize(
    ("currency", "rates", "expected"),
    [
        pytest.param("", [], 100_00, id="no currency is the reporting currency"),
        pytest.param("CNY", [], 100_00, id="the reporting currency"),
        pytest.param("USD", [], None, id="no rate is never 1 to 1"),
        pytest.param("USD", [("USD", 20_000, SEVEN)], 700_00, id="the rate of the day"),
        pytest.param("USD", [("USD", 19_969, SEVEN)], 700_00, id="a rate 31 days old"),
        pytest.param("USD", [("USD", 19_968, SEVEN)], None, id="a rate 32 days old is too old"),
        pytest.param("USD", [("USD", 20_001, SEVEN)], None, id="a rate of tomorrow"),
        pytest.param("USD", [("EUR", 20_000, SEVEN)], None, id="another currency's rate"),
        pytest.param("USD", [("USD", 19_990, 6 * RATE_SCALE), ("USD", 19_995, SEVEN)], 700_00, id="the newest rate"),
        pytest.param("JPY", [("JPY", 20_000, 4_800_000)], 480_00, id="yen have no minor unit"),
        pytest.param("KWD", [("KWD", 20_000, 23 * RATE_SCALE)], 230_00, id="dinars have three digits"),
        pytest.param("USD", [("USD", 20_000, 5_000)], 1, id="half a cent rounds away from zero"),
        pytest.param("USD", [("USD", 20_000, 4_999)], 0, id="less than half rounds down"),
        pytest.param("USD", [("USD", 20_000, 10**13)], 10**9, id="a very high rate"),
    ],
)
def test_amount_in_the_reporting_currency(
    currency: str, rates: list[tuple[str, int, int]], expected: int | None
) -> None:
    deliver({"fx_rate": [rate(*each) for each in rates], "invoice": [invoice("i1", currency=currency)]})
    assert stored("invoice", "i1", "amount_reporting_minor") == (expected,)


def test_amounts_convert_exactly_as_the_kernel_does() -> None:
    amounts = [1, 3, 50, 99, 12_345, 99_999_999, 10**13, -1, -50, -12_345]
    rates = {"USD": 712_345_678, "JPY": 4_812_345, "KWD": 2_312_345_678, "EUR": 50_000_000}
    for currency, value in rates.items():
        rows = [invoice(f"{currency}{amount}", currency=currency, amount_minor=amount) for amount in amounts]
        deliver({"fx_rate": [rate(currency, 20_000, value)], "invoice": rows})
        for amount in amounts:
            expected = convert(amount, rate=value, from_currency=currency, to_currency="CNY")
            stands = expected if abs(expected) <= 10**13 else None
            assert stored("invoice", f"{currency}{amount}", "amount_reporting_minor") == (stands,)


def test_rates_of_a_legal_entity_with_another_base_currency_do_not_count() -> None:
    LegalEntity.objects.create(code="hk", base_currency="HKD", time_zone="Asia/Hong_Kong")
    rows = [invoice("i1", currency="USD"), invoice("i2", currency="USD", legal_entity="hk")]
    deliver({"fx_rate": [rate("USD", 20_000, 8 * RATE_SCALE, legal_entity="hk")], "invoice": rows})
    assert stored("invoice", "i1", "amount_reporting_minor") == (None,)
    assert stored("invoice", "i2", "amount_reporting_minor") == (800_00,)


def test_an_undated_kind_finds_no_rate() -> None:
    rows = [customer(currency="USD", registered_capital_minor=100)]
    deliver({"fx_rate": [rate("USD", 20_000, SEVEN)], "customer": rows})
    assert stored("customer", "001", "registered_capital_reporting_minor") == (None,)


def test_a_rate_that_arrives_late_makes_a_version_in_its_own_batch() -> None:
    rows = {"invoice": [invoice("i1", currency="USD"), invoice("i2")], "payment": [payment("p1", currency="USD")]}
    deliver(rows)
    deliver({"fx_rate": [rate("USD", 19_999, SEVEN)]})
    before, now = versions_of("invoice", "i1")
    assert (before.values["amount_reporting_minor"], now.values["amount_reporting_minor"]) == (None, 700_00)
    assert (now.known_from_batch, len(versions_of("invoice", "i2"))) == (2, 1)
    assert list(Application.objects.values_list("reporting_minor", "known_from_batch")) == [(700_00, 2)]


def test_a_rate_that_is_retracted_takes_its_amounts_back() -> None:
    deliver({"fx_rate": [rate("USD", 20_000, SEVEN)], "invoice": [invoice("i1", currency="USD")]})
    deliver({"fx_rate": [rate("USD", 20_000, SEVEN, is_retracted=True)]})
    assert stored("invoice", "i1", "amount_reporting_minor") == (None,)


def test_a_late_rate_that_is_not_the_newest_changes_nothing() -> None:
    deliver({"fx_rate": [rate("USD", 20_000, SEVEN)], "invoice": [invoice("i1", currency="USD")]})
    deliver({"fx_rate": [rate("USD", 19_990, SEVEN + 1)]})
    assert len(versions_of("invoice", "i1")) == 1


FILES: Sequence[Facts] = (
    {"customer": [customer("001", terms_days=30), customer("002", terms_days=20, terms_basis="month_end")]},
    {"invoice": [invoice("i1", contract_no="HT-1"), invoice("i2", currency="USD"), invoice("i3", "002")]},
    {"invoice": [invoice("i4", "002", currency="USD", stated_due_on=20_020), invoice("i5", instalment_no=2)]},
    {"contract": [contract(terms_days=60, amount_minor=5, currency="USD")]},
    {"fx_rate": [rate("USD", 19_998, SEVEN), rate("USD", 20_005, SEVEN + 10**6)]},
    {"fx_rate": [rate("USD", 20_000, SEVEN + 10**7)]},
    {"payment": [payment("p1", amount_minor=150_00), payment("p2", currency="USD", amount_minor=33_33)]},
    {"payment": [payment("p3", "002", document_no="i4", currency="USD"), payment("p4", amount_minor=-20_00, bounce_of="p1")]},
    {"credit_note": [
        {"external_id": "c1", "customer": "001", "document_no": "c1", "invoice_no": "i1", "issue_on": 20_004, "amount_minor": 10_00}
    ]},
    {"bad_debt": [
        {"external_id": "b1", "customer": "002", "entry": "write_off", "document_no": "i3", "booked_on": 20_300, "amount_minor": 40_00}
    ]},
)  # fmt: skip


def final_state() -> list[list[tuple[Value, ...]]]:
    """What is believed in the end, without numbers that follow the order of arrival."""
    kinds = {
        "customer": ("code", "name", "is_stub", "terms_days"),
        "contract": ("amount_reporting_minor", "customer__code"),
        "invoice": ("customer__code", "amount_reporting_minor", "due_on", "due_basis", "first_due_on", "rollovers"),
        "payment": ("customer__code", "amount_reporting_minor", "effective_on"),
    }
    states = [
        sorted(CURRENT[kind]._default_manager.values_list("external_id", *names)) for kind, names in kinds.items()
    ]
    names = {kind: dict(CURRENT[kind]._default_manager.values_list("id", "external_id")) for kind in ORIGINS}
    applied = [
        (names["invoice"][row.invoice_id], row.origin, names[row.origin][row.origin_id], row.entry, row.applied_on)
        + (row.amount_minor, row.reporting_minor, row.is_inferred, row.sequence)
        for row in Application.objects.all()
    ]
    folded = [
        (names["invoice"][row.invoice_id], row.allocated_minor, row.allocated_reporting_minor, row.cash_minor)
        for row in InvoiceSettlement.objects.all()
    ]
    return [*states, sorted(applied), sorted(folded)]


ORIGINS = ("invoice", "payment", "credit_note", "bad_debt", "allocation")


class FilesInAnyOrder(TestCase):
    """The order in which files arrive, in one delivery or many, leaves no trace in what is believed."""

    @trying(max_examples=25)
    @given(order=st.permutations(FILES), joined=st.integers(min_value=1, max_value=3))
    def test_the_final_state_does_not_depend_on_the_order_of_files(self, order: list[Facts], joined: int) -> None:
        with transaction.atomic():
            deliver(together(FILES))
            expected = final_state()
            transaction.set_rollback(True)
        for start in range(0, len(order), joined):
            deliver(together(order[start : start + joined]))
        assert final_state() == expected
        assert rebuild_settlement() == 0


def together(files: Sequence[Facts]) -> Facts:
    rows: dict[str, list[Mapping[str, Value]]] = {}
    for file in files:
        for kind, given_rows in file.items():
            rows.setdefault(kind, []).extend(given_rows)
    return rows


@pytest.mark.parametrize(
    ("amount", "currency", "expected"),
    [
        pytest.param(-5, "", None, id="below 0"),
        pytest.param(0, "", None, id="nothing"),
        pytest.param(1, "", 0, id="the least"),
        pytest.param(2, "", 8, id="twice is eight classes more"),
        pytest.param(1_000_000, "", 159, id="10,000.00: 8 x 19.93"),
        pytest.param(2**40 - 1, "", 319, id="just below a power of two"),
        pytest.param(2**40, "", 320, id="a power of two"),
        pytest.param(10**13, "", 345, id="the largest amount"),
        pytest.param(100, "USD", None, id="no rate"),
    ],
)
@pytest.mark.django_db
def test_size_class_of_an_order(amount: int, currency: str, expected: int | None) -> None:
    order: dict[str, Value] = {"external_id": "O", "customer": "C", "order_no": "O", "placed_on": 20_000}
    deliver({"customer": [customer("C")], "order": [{**order, "amount_minor": amount, "currency": currency}]})
    assert stored("order", "O", "size_class") == (expected,)


def test_the_bounds_of_size_classes_are_exact() -> None:
    for each, bound in enumerate(_size_bounds(), start=1):
        assert bound**8 >= 2**each > (bound - 1) ** 8
