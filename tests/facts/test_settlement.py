"""Worked ledgers, one for every sentence of the rulings about who paid what."""

import pytest

from kedun.facts.settlement import settle
from tests.facts.settlement_builders import (
    Fact,
    bounced,
    credited,
    invoice,
    ledger_of,
    paid,
    recovered,
    told,
    word,
    written_off,
)

A, B = invoice("A", 100, due=30), invoice("B", 50, due=60)
RETENTION = [invoice("R", 90, part=1, due=30), invoice("R", 10, part=2, due=400)]


@pytest.mark.parametrize(
    ("facts", "applications"),
    [
        pytest.param(
            [A, paid("p", 100, on=9, names="A")], ["9: p cash 100 -> A/1"], id="a payment closes the document it names"
        ),
        pytest.param(
            [B, A, paid("p", 50, on=9, names="B")],
            ["9: p cash 50 -> B/1"],
            id="a named payment passes an older document by",
        ),
        pytest.param(
            [*RETENTION, paid("p", 95, on=9, names="R")],
            ["9: p cash 90 -> R/1", "9: p cash 5 -> R/2"],
            id="a document of instalments is paid oldest part first",
        ),
        pytest.param(
            [*RETENTION, paid("p", 10, on=9, names="R", part=2)],
            ["9: p cash 10 -> R/2"],
            id="unless the instalment is named",
        ),
        pytest.param(
            [invoice("R", 90, part=1, due=None), invoice("R", 10, part=2, due=400), paid("p", 15, on=9, names="R")],
            ["9: p cash 10 -> R/2", "9: p cash 5 -> R/1"],
            id="a part without a due day comes last",
        ),
        pytest.param(
            [invoice("A", 100, issued=20), paid("p", 100, on=9, names="A")],
            ["20: p cash 100 -> A/1"],
            id="a payment before the issue day is applied on the issue day",
        ),
        pytest.param(
            [invoice("A", 60, part=1, issued=0), invoice("A", 40, part=2, issued=20), paid("p", 100, on=9, names="A")],
            ["9: p cash 60 -> A/1", "20: p cash 40 -> A/2"],
            id="a part issued later takes its share of the payment on its own issue day",
        ),
        pytest.param(
            [A, paid("p", 100, on=9, names="Z")],
            [],
            id="a payment naming an unknown document waits, and pays nothing else",
        ),
        pytest.param(
            [A, B, paid("p", 130, on=9, names="A")],
            ["9: p cash 100 -> A/1"],
            id="the surplus of a named payment stays unapplied",
        ),
        pytest.param(
            [A, paid("p", 0, on=9, names="A"), paid("q", 0, on=9)], [], id="a payment of nothing does nothing"
        ),
        pytest.param(
            [invoice("Z", 0), paid("p", 5, on=9, names="Z"), paid("q", 5, on=9)],
            [],
            id="an item of nothing takes nothing",
        ),
        pytest.param(
            [A, paid("p", 100, on=9, names="A", currency="USD"), paid("q", 100, on=9, names="A", entity="other")],
            [],
            id="money never crosses a currency or one of our companies",
        ),
        pytest.param(
            [
                invoice("A", 100, currency="USD"),
                invoice("Ä", 50),
                paid("q", 50, on=9),
                paid("p", 100, on=5, currency="USD"),
            ],
            ["5: p cash~ 100 -> A/1", "9: q cash~ 50 -> Ä/1"],
            id="two currencies fold side by side in the order of days",
        ),
    ],
)
def test_named_payments(facts: list[Fact], applications: list[str]) -> None:
    assert told(facts) == applications


@pytest.mark.parametrize(
    ("facts", "applications"),
    [
        pytest.param(
            [B, A, paid("p", 120, on=9)], ["9: p cash~ 100 -> A/1", "9: p cash~ 20 -> B/1"], id="oldest due first"
        ),
        pytest.param(
            [invoice("N", 10, due=None), A, paid("p", 105, on=9)],
            ["9: p cash~ 100 -> A/1", "9: p cash~ 5 -> N/1"],
            id="items without a due day last",
        ),
        pytest.param(
            [
                invoice("Y", 10, issued=3),
                invoice("X", 10, issued=4),
                invoice("W", 10, part=2, issued=4),
                invoice("W", 10, issued=4),
                paid("p", 99, on=9),
            ],
            ["9: p cash~ 10 -> Y/1", "9: p cash~ 10 -> W/1", "9: p cash~ 10 -> W/2", "9: p cash~ 10 -> X/1"],
            id="ties go by issue day, document, instalment",
        ),
        pytest.param(
            [invoice("F", 10, issued=20, due=1), A, paid("p", 10, on=9)],
            ["9: p cash~ 10 -> A/1"],
            id="only items issued by then, however early they fall due",
        ),
        pytest.param(
            [A, invoice("C", 30, issued=20), invoice("D", 30, issued=25), paid("p", 145, on=9)],
            ["9: p cash~ 100 -> A/1", "20: p cash~ 30 -> C/1", "25: p cash~ 15 -> D/1"],
            id="the rest waits and clears later invoices on their issue day",
        ),
        pytest.param(
            [A, paid("q", 60, on=8), paid("p", 60, on=9)],
            ["8: q cash~ 60 -> A/1", "9: p cash~ 40 -> A/1"],
            id="earlier money is spent first",
        ),
        pytest.param(
            [A, paid("q", 60, on=9), paid("p", 60, on=9)],
            ["9: p cash~ 60 -> A/1", "9: q cash~ 40 -> A/1"],
            id="money of one day by its name",
        ),
    ],
)
def test_payments_on_account(facts: list[Fact], applications: list[str]) -> None:
    assert told(facts) == applications


@pytest.mark.parametrize(
    ("facts", "applications"),
    [
        pytest.param(
            [A, credited("c", 30, on=9, names="A")], ["9: c credit 30 -> A/1"], id="a credit note lowers its invoice"
        ),
        pytest.param([A, credited("c", 30, on=9)], [], id="a credit note without an invoice stays unapplied"),
        pytest.param(
            [A, B, credited("c", 130, on=9, names="A")],
            ["9: c credit 100 -> A/1"],
            id="the surplus of a credit note stays unapplied",
        ),
        pytest.param(
            [invoice("A", 100, issued=20), credited("c", 30, on=9, names="A")],
            ["20: c credit 30 -> A/1"],
            id="a credit note waits for its invoice",
        ),
        pytest.param(
            [A, written_off("w", 100, on=90, names="A")],
            ["90: w write_off 100 -> A/1"],
            id="a write-off closes what is open",
        ),
        pytest.param(
            [A, paid("p", 70, on=9, names="A"), written_off("w", 100, on=90, names="A")],
            ["9: p cash 70 -> A/1", "90: w write_off 30 -> A/1"],
            id="and never more than that",
        ),
        pytest.param(
            [*RETENTION, written_off("w", 10, on=90, names="R", part=2)],
            ["90: w write_off 10 -> R/2"],
            id="a write-off of one instalment",
        ),
        pytest.param([A, written_off("w", 100, on=90)], [], id="a write-off without a document applies to nothing"),
        pytest.param([A, recovered("r", 100, on=95, names="A")], [], id="a recovery applies to nothing"),
        pytest.param(
            [invoice("A", 100, issued=95), written_off("w", 40, on=90, names="A")],
            ["95: w write_off 40 -> A/1"],
            id="a write-off waits for its document",
        ),
        pytest.param(
            [
                A,
                paid("p", 70, on=9, names="A"),
                written_off("w", 100, on=90, names="A"),
                bounced("b", 70, on=95, of="p"),
            ],
            ["9: p cash 70 -> A/1", "90: w write_off 30 -> A/1", "95: b cash -70 -> A/1"],
            id="what a write-off did not need is not used later",
        ),
    ],
)
def test_credit_notes_and_bad_debt(facts: list[Fact], applications: list[str]) -> None:
    assert told(facts) == applications


@pytest.mark.parametrize(
    ("facts", "applications"),
    [
        pytest.param(
            [A, paid("p", 90, on=9, names="A"), credited("c", 20, on=9, names="A")],
            ["9: c credit 20 -> A/1", "9: p cash 80 -> A/1"],
            id="credit notes before named payments",
        ),
        pytest.param(
            [A, paid("a", 90, on=9), paid("p", 90, on=9, names="A")],
            ["9: p cash 90 -> A/1", "9: a cash~ 10 -> A/1"],
            id="named payments before payments on account",
        ),
        pytest.param(
            [
                A,
                paid("p", 100, on=5, names="A"),
                bounced("b", 100, on=9, of="p"),
                written_off("a", 60, on=9, names="A"),
                paid("q", 100, on=9),
            ],
            ["5: p cash 100 -> A/1", "9: b cash -100 -> A/1", "9: a write_off 60 -> A/1", "9: q cash~ 40 -> A/1"],
            id="bounces before write-offs before payments on account",
        ),
        pytest.param(
            [A, paid("p", 100, on=9, names="A"), bounced("b", 100, on=9, of="p")],
            ["9: p cash 100 -> A/1", "9: b cash -100 -> A/1"],
            id="a named payment that bounces on its own day",
        ),
        pytest.param(
            [A, paid("p", 100, on=9), bounced("b", 100, on=9, of="p")],
            [],
            id="a payment on account that bounces on its own day never arrives",
        ),
        pytest.param(
            [A, B, credited("c", 40, on=9, names="A"), word("w", 70, on=9, to="A", spends="p"), paid("p", 100, on=9)],
            ["9: w cash 70 -> A/1", "9: c credit 30 -> A/1", "9: p cash~ 30 -> B/1"],
            id="a person's word comes before everything and consumes its payment",
        ),
    ],
)
def test_order_within_a_day(facts: list[Fact], applications: list[str]) -> None:
    assert told(facts) == applications


@pytest.mark.parametrize(
    ("facts", "applications"),
    [
        pytest.param(
            [A, paid("p", 98, on=9, names="A")],
            ["9: p cash 98 -> A/1", "9: p rounding 2 -> A/1"],
            id="a rest within the tolerance is rounded off",
        ),
        pytest.param([A, paid("p", 97, on=9, names="A")], ["9: p cash 97 -> A/1"], id="a rest above it stays open"),
        pytest.param([A, paid("p", 98, on=9)], ["9: p cash~ 98 -> A/1"], id="a payment on account is never short"),
        pytest.param([A, credited("c", 98, on=9, names="A")], ["9: c credit 98 -> A/1"], id="nor is a credit note"),
        pytest.param(
            [*RETENTION, paid("p", 99, on=9, names="R")],
            ["9: p cash 90 -> R/1", "9: p cash 9 -> R/2", "9: p rounding 1 -> R/2"],
            id="the part that is short is rounded off",
        ),
        pytest.param(
            [A, paid("p", 98, on=9, names="A"), paid("q", 2, on=9, names="A")],
            ["9: p cash 98 -> A/1", "9: q cash 2 -> A/1"],
            id="the rest that comes on the same day is not short",
        ),
        pytest.param(
            [invoice("T", 2), paid("p", 1, on=9, names="T"), bounced("b", 1, on=9, of="p")],
            ["9: p cash 1 -> T/1", "9: b cash -1 -> T/1"],
            id="nothing is rounded off where no cash is left",
        ),
        pytest.param(
            [A, paid("p", 98, on=9, names="A"), bounced("b", 98, on=20, of="p"), paid("q", 100, on=25, names="A")],
            [
                "9: p cash 98 -> A/1",
                "9: p rounding 2 -> A/1",
                "20: b cash -98 -> A/1",
                "20: p rounding -2 -> A/1",
                "25: q cash 100 -> A/1",
            ],
            id="a bounce takes the rounding back as well",
        ),
    ],
)
def test_short_payments_within_a_tolerance_of_two(facts: list[Fact], applications: list[str]) -> None:
    assert told(facts, tolerance=2) == applications


@pytest.mark.parametrize(
    ("facts", "reporting"),
    [
        pytest.param(
            [invoice("A", 3, reporting=10), *(paid(f"p{n}", 1, on=n, names="A") for n in (1, 2, 3))],
            [3, 4, 3],
            id="each takes its part and the last one the rest",
        ),
        pytest.param(
            [invoice("A", 2, reporting=1), paid("p", 1, on=1, names="A"), paid("q", 1, on=2, names="A")],
            [1, 0],
            id="halves go away from zero",
        ),
        pytest.param(
            [
                invoice("A", 3, reporting=10),
                paid("p", 1, on=1, names="A"),
                paid("q", 2, on=2, names="A"),
                bounced("b", 2, on=3, of="q"),
                bounced("c", 1, on=4, of="p"),
            ],
            [3, 7, -7, -3],
            id="bounces give back what was taken",
        ),
        pytest.param(
            [invoice("A", 3, reporting=None), paid("p", 1, on=1, names="A")],
            [None],
            id="without a rate there is no reporting amount",
        ),
    ],
)
def test_reporting_amounts(facts: list[Fact], reporting: list[int | None]) -> None:
    assert [each.reporting_minor for each in settle(ledger_of(facts))] == reporting


def test_an_empty_ledger_has_no_applications() -> None:
    assert settle(ledger_of([])) == ()


def test_sequence_counts_the_fold_from_zero_and_the_origin_is_told() -> None:
    facts: list[Fact] = [
        A,
        B,
        credited("c", 10, on=1, names="A"),
        paid("p", 88, on=2, names="A"),
        written_off("w", 9, on=3, names="B"),
    ]
    facts += [word("x", 1, on=4, to="B"), bounced("b", 1, on=5, of="p")]
    found = [(each.sequence, each.origin) for each in settle(ledger_of(facts), tolerance_minor=2)]
    assert found == [
        (0, "credit_note"),
        (1, "payment"),
        (2, "rounding"),
        (3, "bad_debt"),
        (4, "allocation"),
        (5, "payment"),
        (6, "rounding"),
    ]


def test_the_worked_example_of_the_page_that_explains_settlement() -> None:
    facts: list[Fact] = [A, *RETENTION, invoice("C", 40, issued=20, due=50), credited("c", 20, on=5, names="A")]
    facts += [paid("p", 95, on=9, names="R"), paid("q", 110, on=12), bounced("b", 95, on=25, of="p")]
    assert told(facts) == [
        "5: c credit 20 -> A/1",
        "9: p cash 90 -> R/1",
        "9: p cash 5 -> R/2",
        "12: q cash~ 80 -> A/1",
        "12: q cash~ 5 -> R/2",
        "20: q cash~ 25 -> C/1",
        "25: b cash -5 -> R/2",
        "25: b cash~ -5 -> R/2",
        "25: b cash -85 -> R/1",
    ]
