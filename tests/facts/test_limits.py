"""The last guard before facts: every refusal names kind, row and field."""

import pyarrow as pa
import pytest

from kedun.facts import limits
from kedun.facts.limits import accepted
from kedun.facts.tables import arrow_schema
from kedun.kernel.days import FIRST_DAY, LAST_DAY
from kedun.kernel.refusals import Invalid
from tests.facts.deliveries import Value, customer, invoice, payment, rate, table


def _signal(**changes: Value) -> dict[str, Value]:
    told: dict[str, Value] = {"external_id": "s", "customer": "C1", "signal_type": "t", "points": 3}
    return {**told, "observed_on": 100, "expires_on": 190, **changes}


@pytest.mark.parametrize(
    ("kind", "row", "refusal", "field"),
    [
        pytest.param(
            "invoice", invoice("i", amount_minor=10**13 + 1), limits.AmountTooLarge, "amount_minor", id="amount"
        ),
        pytest.param(
            "payment",
            payment("p", amount_minor=-(10**13) - 1),
            limits.AmountTooLarge,
            "amount_minor",
            id="negative amount",
        ),
        pytest.param("customer", customer(terms_days=10**13 + 1), limits.AmountTooLarge, "terms_days", id="number"),
        pytest.param(
            "invoice", invoice("i", issue_on=FIRST_DAY - 1), limits.DayOutOfRange, "issue_on", id="before 1900"
        ),
        pytest.param(
            "invoice", invoice("i", stated_due_on=LAST_DAY + 1), limits.DayOutOfRange, "stated_due_on", id="after 2199"
        ),
        pytest.param(
            "invoice", invoice("i", reported_on=LAST_DAY + 1), limits.DayOutOfRange, "reported_on", id="reported on"
        ),
        pytest.param("customer", customer(owner="长" * 10_001), limits.FactTextTooLong, "owner", id="text too long"),
        pytest.param("customer", customer(owner="a\0b"), limits.TextNotPlain, "owner", id="NUL in a text"),
        pytest.param("customer", customer("a\0b"), limits.TextNotPlain, "external_id", id="NUL in the key"),
        pytest.param("payment", payment("p", method="magic"), limits.NotAChoice, "method", id="not a choice"),
        pytest.param("customer", customer(name=None), limits.ValueMissing, "name", id="required text missing"),
        pytest.param(
            "invoice", invoice("i", issue_on=None), limits.ValueMissing, "issue_on", id="required day missing"
        ),
        pytest.param("invoice", invoice(""), limits.ValueMissing, "external_id", id="no key"),
        pytest.param("invoice", invoice("i", ""), limits.ValueMissing, "customer", id="no customer"),
        pytest.param("signal", _signal(points=-1), limits.NumberOutOfRange, "points", id="points below zero"),
        pytest.param("signal", _signal(points=101), limits.NumberOutOfRange, "points", id="more points than a score"),
        pytest.param("signal", _signal(expires_on=99), limits.SignalLastsWrongly, "expires_on", id="ends before"),
        pytest.param("signal", _signal(expires_on=3751), limits.SignalLastsWrongly, "expires_on", id="for ever"),
        pytest.param("fx_rate", rate("USD", 20_000, 0), limits.RateNotPositive, "rate", id="rate of zero"),
    ],
)
def test_a_row_beyond_the_limits_is_refused(
    kind: str, row: dict[str, Value], refusal: type[Invalid], field: str
) -> None:
    good = {
        "invoice": invoice("good"),
        "payment": payment("good"),
        "customer": customer("good"),
        "fx_rate": rate("EUR", 1, 1),
        "signal": _signal(external_id="good"),
    }
    with pytest.raises(refusal) as refused:
        accepted(kind, table(kind, [good[kind], row]), legal_entity="main")
    said = refused.value.params
    assert (said["kind"], said["row"], said["field"]) == (kind, 2, field)
    assert all(str(part) in refused.value.say("zh") for part in (kind, 2, field))


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(invoice("i", amount_minor=10**13), id="the largest amount"),
        pytest.param(invoice("i", issue_on=FIRST_DAY, stated_due_on=LAST_DAY), id="the first and last days"),
        pytest.param(invoice("长" * 10_000), id="the longest text"),
        pytest.param({"external_id": "i", "customer": "001", "is_retracted": True}, id="a retraction need not repeat"),
    ],
)
def test_a_row_at_the_limits_is_accepted(row: dict[str, Value]) -> None:
    assert accepted("invoice", table("invoice", [row]), legal_entity="main").num_rows == 1


def test_a_key_delivered_twice_is_refused_naming_both_rows() -> None:
    with pytest.raises(limits.DeliveredTwice) as refused:
        accepted("invoice", table("invoice", [invoice("a"), invoice("b"), invoice("a")]), legal_entity="main")
    assert refused.value.params == {"kind": "invoice", "row": 3, "external_id": "a", "first": 1}


def test_missing_columns_are_absent_values() -> None:
    given = pa.table({"external_id": ["1"], "name": ["甲"]})
    completed = accepted("customer", given, legal_entity="hk")
    assert completed.schema == arrow_schema("customer")
    assert completed.select(["uscc", "legal_entity", "terms_days", "is_retracted"]).to_pylist() == [
        {"uscc": "", "legal_entity": "hk", "terms_days": None, "is_retracted": False}
    ]


@pytest.mark.parametrize(
    ("kind", "given", "refusal"),
    [
        pytest.param("dream", {"external_id": ["1"]}, limits.UnknownKind, id="unknown kind"),
        pytest.param("customer", {"external_id": ["1"], "shoe_size": [44]}, limits.UnknownField, id="unknown field"),
        pytest.param(
            "customer", {"external_id": ["1"], "terms_days": ["thirty"]}, limits.WrongFieldType, id="text for a number"
        ),
    ],
)
def test_a_table_of_the_wrong_shape_is_refused(
    kind: str, given: dict[str, list[Value]], refusal: type[Invalid]
) -> None:
    with pytest.raises(refusal):
        accepted(kind, pa.table(given), legal_entity="main")
