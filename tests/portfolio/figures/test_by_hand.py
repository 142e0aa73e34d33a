"""A stored book worked by hand: every figure of the API, then and now, with groups, returns and write-offs."""

from datetime import date
from typing import Any

import pytest

from kedun.facts.models import CURRENT
from kedun.facts.queries import last_batch
from kedun.portfolio.figures import words
from tests.case_files import deliver
from tests.portfolio.figures.asking import asked, figures
from tests.web.clients import ApiClient, client_of

# A book worked by hand, as of 2025-06-30. A and B are one group. Amounts in yuan.
FACTS: dict[str, list[dict[str, Any]]] = {
    "customer": [
        {"external_id": "A", "name": "甲", "group": "东方集团"},
        {"external_id": "B", "name": "乙", "group": "东方集团"},
        {"external_id": "C", "name": "丙"},
        {"external_id": "D", "name": "丁"},
    ],
    "invoice": [
        # a year before: A, C and D were active
        {"external_id": "I1", "customer": "A", "document_no": "I1", "issue_on": date(2024, 1, 10), "stated_due_on": date(2024, 2, 9), "amount": "1000"},
        {"external_id": "I2", "customer": "C", "document_no": "I2", "issue_on": date(2024, 3, 1), "stated_due_on": date(2024, 3, 31), "amount": "500"},
        {"external_id": "I3", "customer": "D", "document_no": "I3", "issue_on": date(2024, 5, 1), "stated_due_on": date(2024, 5, 31), "amount": "500"},
        # since then: A, B and C
        {"external_id": "I4", "customer": "A", "document_no": "I4", "issue_on": date(2024, 12, 1), "stated_due_on": date(2024, 12, 31), "amount": "2000"},
        {"external_id": "I5", "customer": "B", "document_no": "I5", "issue_on": date(2025, 6, 1), "stated_due_on": date(2025, 7, 1), "amount": "300"},
        {"external_id": "I6", "customer": "C", "document_no": "I6", "issue_on": date(2025, 5, 1), "stated_due_on": date(2025, 5, 31), "amount": "200"},
        {"external_id": "I7", "customer": "C", "document_no": "I7", "issue_on": date(2025, 6, 1), "stated_due_on": date(2025, 7, 1), "amount": "9", "currency": "USD"},
    ],
    "credit_note": [
        {"external_id": "C1", "customer": "B", "document_no": "C1", "invoice_no": "I5", "issue_on": date(2025, 6, 20), "amount": "100", "reason": "return"},
    ],
    "payment": [
        {"external_id": "P1", "customer": "A", "document_no": "I1", "paid_on": date(2024, 2, 9), "amount": "1000"},
        {"external_id": "P2", "customer": "C", "document_no": "I2", "paid_on": date(2024, 6, 29), "amount": "500"},
        {"external_id": "P3", "customer": "D", "document_no": "I3", "paid_on": date(2024, 7, 30), "amount": "500"},
        {"external_id": "P4", "customer": "A", "document_no": "I4", "paid_on": date(2025, 4, 1), "amount": "1000"},
    ],
    "bad_debt": [
        {"external_id": "B1", "customer": "A", "entry": "write_off", "document_no": "I4", "booked_on": date(2025, 6, 1), "amount": "400"},
        {"external_id": "B2", "customer": "A", "entry": "recovery", "booked_on": date(2025, 6, 15), "amount": "50"},
    ],
}  # fmt: skip
SUPPLIED = {kind: (date(2023, 1, 1), date(2025, 6, 30)) for kind in ("invoice", "payment", "credit_note", "bad_debt")}


@pytest.fixture
def by_hand(db: None, monkeypatch: pytest.MonkeyPatch) -> ApiClient:
    monkeypatch.setenv("KEDUN_NOW", "2025-06-30T12:00:00+08:00")
    deliver(FACTS, SUPPLIED)
    return client_of("ceo")


def test_a_book_worked_by_hand(by_hand: ApiClient) -> None:
    """Owed: A 600 of I4 (181 days late), B 200, C 200 (30 days late). Sold since 2024-07-01: 2,000 + 300 + 200 - 100."""
    document, told = asked(by_hand), figures(asked(by_hand))
    assert [document[name] for name in ("receivable", "sales_12m", "written_off_12m")] == [
        "1000.00",
        "2400.00",
        "350.00",
    ]
    amounts = {age["bucket"]: age["amount"] for age in document["ageing"] if age["amount"] != "0.00"}
    assert amounts == {"not_due": "200.00", "1_30": "200.00", "over_120": "600.00"}
    assert told["dso"] == 1000 * 365 / 2400
    assert told["best_possible_dso"] == 200 * 365 / 2400
    # owed a year ago: I3; sold in the last 90 days: 300 + 200 - 100
    assert told["dso_average"] == 750 * 365 / 2400
    assert told["dso_3_months"] == 1000 * 90 / 400
    # June 200, May 200, April to January 0, 600 of December's 2,000
    assert told["dso_countback"] == pytest.approx(30 + 31 + 30 + 31 + 28 + 31 + 31 * 600 / 2000)
    assert told["overdue_share"] == 0.8
    assert told["top_1_share"] == 0.8
    assert told["hhi"] == pytest.approx(0.8**2 + 0.2**2)
    assert [(each["code"], each["group"], each["amount"]) for each in document["largest"]] == [
        (None, "东方集团", "800.00"),
        ("C", None, "200.00"),
    ]
    assert told["churn_rate"] == pytest.approx(1 / 3)  # of A, C and D only D was not invoiced again
    assert told["bad_debt_rate"] == 350 / 2400
    # C paid I2 exactly 90 days late, D was 60 days late; A's I4 was more than 90 days late on 2025-04-01
    assert told["default_rate"] == pytest.approx(1 / 3)
    assert document["without_rate"] == 1


def test_a_past_day_and_what_was_known_before_a_correction(by_hand: ApiClient) -> None:
    before = last_batch()
    told = asked(by_hand, as_of="2025-05-31")
    assert told["receivable"] == "1200.00"  # I4 1,000 and I6, which is due on the day
    deliver({"invoice": [{**FACTS["invoice"][5], "amount": "700"}]}, SUPPLIED)
    assert asked(by_hand)["receivable"] == "1500.00"
    assert asked(by_hand, known_at=before)["receivable"] == "1000.00"
    assert asked(by_hand, as_of="2025-05-31")["receivable"] == "1700.00"


def test_a_customer_taken_back_is_in_no_figure(by_hand: ApiClient) -> None:
    CURRENT["customer"]._default_manager.filter(external_id="C").update(is_retracted=True)
    assert asked(by_hand)["receivable"] == "800.00"


def test_without_data_every_figure_says_so(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEDUN_NOW", "2025-06-30T12:00:00+08:00")
    document = asked(client_of("ceo"), lang="zh")
    assert {each["missing"] for each in document["figures"]} == {"not_supplied"}
    assert {each["missing_words"] for each in document["figures"]} == {"未提供数据：发票"}
    assert (document["data_from"], document["receivable"], document["ageing"]) == (None, None, [])


def test_sales_may_be_older_than_what_is_known(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEDUN_NOW", "2025-06-30T12:00:00+08:00")
    first = {"external_id": "I1", "customer": "A", "document_no": "I1", "issue_on": date(2025, 6, 1), "amount": "100"}
    credit = {"external_id": "C1", "customer": "A", "document_no": "C1", "issue_on": date(2025, 6, 2), "amount": "30"}
    supplied = {kind: (date(2025, 6, 1), date(2025, 6, 30)) for kind in ("invoice", "credit_note", "payment")}
    deliver({"customer": [{"external_id": "A", "name": "A"}], "invoice": [first], "credit_note": [credit]}, supplied)
    told = {each["key"]: each for each in asked(client_of("ceo"))["figures"]}
    assert (told["dso_countback"]["value"], told["dso_countback"]["is_more"]) == (30, True)
    assert told["dso_average"]["missing"] == "not_supplied"
    assert told["churn_rate"]["missing"] == "not_supplied"


OPEN_ONLY = {"overdue_share", "top_1_share", "top_5_share", "top_10_share", "hhi", "top_1_region_share", "hhi_regions"}


@pytest.mark.parametrize(
    ("left_out", "waits"),
    [
        pytest.param({"payment"}, "Payment", id="what was paid"),
        pytest.param({"bad_debt"}, "Bad debt", id="what was written off"),
    ],
)
def test_a_kind_that_was_never_supplied_makes_no_figure_look_good_or_bad(
    db: None, monkeypatch: pytest.MonkeyPatch, left_out: set[str], waits: str
) -> None:
    monkeypatch.setenv("KEDUN_NOW", "2025-06-30T12:00:00+08:00")
    supplied = {kind: days for kind, days in SUPPLIED.items() if kind not in left_out}
    deliver({kind: rows for kind, rows in FACTS.items() if kind not in left_out}, supplied)
    document = asked(client_of("ceo"), lang="en")
    told = {each["key"]: each for each in document["figures"]}
    course = client_of("ceo").get("/portfolio/figures/course", months=1).json["items"][-1]["values"]
    waiting = {key for key, each in told.items() if each["missing_words"] == f"not supplied: {waits}"}
    assert waiting == (
        {"bad_debt_rate"} if "bad_debt" in left_out else set(told) - OPEN_ONLY - {"churn_rate", "bad_debt_rate"}
    )
    assert all(course[key] is None for key in waiting)
    assert all(told[key]["value"] is not None for key in {*OPEN_ONLY, "churn_rate"})
    assert document["receivable"] is not None
    is_paid = "payment" not in left_out
    assert (document["written_off_12m"] is None) is ("bad_debt" in left_out)
    assert any(age["roll_rate"] is not None for age in document["ageing"]) is is_paid


def test_an_invoice_that_was_cancelled_is_no_default(by_hand: ApiClient) -> None:
    """C and D were invoiced in the year before; D's second invoice is credited whole long after its due day."""
    late = {"external_id": "I9", "customer": "D", "document_no": "I9", "issue_on": date(2024, 8, 1), "stated_due_on": date(2024, 8, 31), "amount": "70"}  # fmt: skip
    deliver({"invoice": [late]}, SUPPLIED)
    assert figures(asked(by_hand))["default_rate"] == pytest.approx(2 / 3)
    note = {"external_id": "C9", "customer": "D", "document_no": "C9", "invoice_no": "I9", "issue_on": date(2025, 6, 1), "amount": "70"}  # fmt: skip
    deliver({"credit_note": [note]}, SUPPLIED)
    assert figures(asked(by_hand))["default_rate"] == pytest.approx(1 / 3)
    course = by_hand.get("/portfolio/figures/course", months=2).json["items"]
    assert course[0]["as_of"] == "2025-04-30"
    assert figures(asked(by_hand, as_of="2025-04-30"))["default_rate"] == course[0]["values"]["default_rate"]


def test_every_figure_has_its_words() -> None:
    assert set(words.LABELS) == set(words.FORMULAS)
    assert {words.unit_of("dso"), words.unit_of("turnover_average"), words.unit_of("hhi")} == {
        "days",
        "multiple",
        "share",
    }
    assert words.unit_of("turnover_days_average") == "days"


@pytest.mark.parametrize("query", [{"known_at": 0}, {"known_on": "1999-12-31"}], ids=str)
def test_before_anything_was_known_there_is_no_figure(by_hand: ApiClient, query: dict[str, Any]) -> None:
    document = asked(by_hand, **query)
    assert {each["missing"] for each in document["figures"]} == {"not_supplied"}
    assert document["receivable"] is None


def test_a_day_before_the_data_is_refused(by_hand: ApiClient) -> None:
    answer = by_hand.get("/portfolio/figures", as_of="1900-01-01")
    assert (answer.status, answer.json["code"]) == (422, "day_before_facts")
