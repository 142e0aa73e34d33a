"""What bounces take back, and what a person says about payments."""

import pytest

from tests.facts.settlement_builders import (
    Fact,
    bounced,
    credited,
    invoice,
    paid,
    told,
    word,
)

A, B = invoice("A", 100, due=30), invoice("B", 50, due=60)
RETENTION = [invoice("R", 90, part=1, due=30), invoice("R", 10, part=2, due=400)]


@pytest.mark.parametrize(
    ("facts", "after_day_20"),
    [
        pytest.param(
            [*RETENTION, paid("p", 100, on=9, names="R"), bounced("b", 15, on=21, of="p")],
            ["21: b cash -10 -> R/2", "21: b cash -5 -> R/1"],
            id="a bounce re-opens the newest due part first",
        ),
        pytest.param(
            [
                *RETENTION,
                paid("p", 90, on=9, names="R"),
                paid("q", 10, on=10, names="R"),
                bounced("b", 90, on=21, of="p"),
            ],
            ["21: b cash -10 -> R/2", "21: b cash -80 -> R/1"],
            id="whichever payment had paid it",
        ),
        pytest.param(
            [
                *RETENTION,
                paid("p", 90, on=9, names="R"),
                paid("q", 10, on=10, names="R"),
                bounced("b", 90, on=21, of="p"),
                bounced("c", 10, on=22, of="q"),
            ],
            ["21: b cash -10 -> R/2", "21: b cash -80 -> R/1", "22: c cash -10 -> R/1"],
            id="the other payment then stands in for it and can bounce too",
        ),
        pytest.param(
            [invoice("R", 30, part=1, due=1), invoice("R", 30, part=2, due=2), invoice("R", 60, part=3, due=3)]
            + [
                paid("p", 60, on=9, names="R"),
                paid("q", 60, on=10, names="R"),
                bounced("b", 50, on=21, of="p"),
                bounced("c", 60, on=22, of="q"),
            ],
            [
                "21: b cash -50 -> R/3",
                "22: c cash -10 -> R/3",
                "22: c cash -20 -> R/2",
                "22: c cash -10 -> R/2",
                "22: c cash -20 -> R/1",
            ],
            id="a stand-in over two parts",
        ),
        pytest.param(
            [
                *RETENTION,
                paid("p", 90, on=9, names="R", part=1),
                paid("q", 10, on=9, names="R"),
                bounced("b", 90, on=21, of="p"),
            ],
            ["21: b cash -90 -> R/1"],
            id="a payment of a named instalment re-opens that one",
        ),
        pytest.param(
            [*RETENTION, paid("p", 100, on=9, names="R"), bounced("b", 15, on=21, names="R")],
            ["21: b cash -10 -> R/2", "21: b cash -5 -> R/1"],
            id="a bounce that names only the document",
        ),
        pytest.param(
            [*RETENTION, paid("p", 100, on=9, names="R"), bounced("b", 15, on=21, names="R", part=1)],
            ["21: b cash -15 -> R/1"],
            id="or one instalment of it",
        ),
        pytest.param(
            [A, B, paid("p", 120, on=9), bounced("b", 120, on=21, of="p")],
            ["21: b cash~ -20 -> B/1", "21: b cash~ -100 -> A/1"],
            id="of a payment on account its newest applications first",
        ),
        pytest.param(
            [A, paid("p", 150, on=9), bounced("b", 150, on=21, of="p"), invoice("C", 50, issued=25)],
            ["21: b cash~ -100 -> A/1"],
            id="what a bounce cannot reverse no longer waits",
        ),
        pytest.param(
            [A, paid("p", 150, on=9), bounced("b", 50, on=21, of="p"), invoice("C", 50, issued=25)],
            [],
            id="a partial bounce of unapplied money re-opens nothing",
        ),
        pytest.param(
            [A, paid("p", 100, on=9, names="A"), paid("q", 100, on=10, names="A"), bounced("b", 100, on=21, of="q")],
            [],
            id="the refund of a double payment re-opens nothing",
        ),
        pytest.param(
            [A, paid("p", 100, on=9, names="A"), paid("q", 100, on=10, names="A"), bounced("b", 100, on=21, names="A")],
            [],
            id="even when it names only the document",
        ),
        pytest.param(
            [A, paid("p", 100, on=9, names="A"), paid("q", 100, on=10, names="A"), bounced("b", 100, on=21, of="p")],
            ["21: b cash -100 -> A/1", "21: q cash 100 -> A/1"],
            id="money that names the re-opened document pays it",
        ),
        pytest.param(
            [A, paid("p", 100, on=9, names="A"), paid("q", 80, on=21, names="A"), bounced("b", 100, on=21, of="p")],
            ["21: b cash -100 -> A/1", "21: q cash 80 -> A/1"],
            id="so does the replacement that comes on the day of the bounce",
        ),
        pytest.param(
            [A, paid("p", 100, on=9, names="A"), credited("c", 30, on=10, names="A"), bounced("b", 100, on=21, of="p")],
            ["21: b cash -100 -> A/1", "21: c credit 30 -> A/1"],
            id="and a credit note that was surplus",
        ),
        pytest.param(
            [A, paid("p", 100, on=9), paid("q", 60, on=10), bounced("b", 100, on=21, of="p")],
            ["21: b cash~ -100 -> A/1", "21: q cash~ 60 -> A/1"],
            id="other money on account clears what a bounce re-opened",
        ),
        pytest.param(
            [
                A,
                credited("c", 40, on=8, names="A"),
                paid("p", 60, on=9, names="A"),
                bounced("b", 100, on=21, names="A"),
            ],
            ["21: b cash -60 -> A/1"],
            id="a bounce reverses cash only",
        ),
        pytest.param(
            [A, paid("p", 30, on=9), bounced("b", 20, on=21, of="x", names="A")],
            ["21: b cash~ -20 -> A/1"],
            id="a bounce of an unknown payment goes by its document",
        ),
        pytest.param(
            [invoice("A", 100, issued=30), bounced("b", 40, on=21, of="p"), paid("p", 100, on=25, names="A")],
            ["30: p cash 60 -> A/1"],
            id="a bounce that comes before its payment is kept for it",
        ),
        pytest.param(
            [
                invoice("A", 100, issued=30),
                paid("p", 100, on=9, names="A"),
                paid("q", 50, on=10, names="A", part=1),
                bounced("b", 60, on=21, names="A", part=1),
            ],
            ["30: p cash 100 -> A/1"],
            id="a refund of a prepayment by document takes the money that names its instalment",
        ),
        pytest.param(
            [paid("p", 30, on=9), paid("q", 30, on=10), bounced("b", 40, on=21), invoice("C", 50, issued=25)],
            ["25: p cash~ 20 -> C/1"],
            id="a refund that names nothing takes the newest money on account",
        ),
        pytest.param(
            [paid("p", 30, on=9), bounced("b", 10, on=21), invoice("C", 50, issued=25)],
            ["25: p cash~ 20 -> C/1"],
            id="and only as much as it needs",
        ),
        pytest.param(
            [A, paid("p", 100, on=9, names="A"), bounced("b", 40, on=21), invoice("C", 50, issued=25)],
            [],
            id="a refund of nothing that waits re-opens nothing",
        ),
        pytest.param(
            [A, paid("p", 100, on=9, names="A"), bounced("b", 100, on=10, of="p"), bounced("c", 100, on=21, of="b")],
            [],
            id="a bounce has nothing to bounce",
        ),
        pytest.param(
            [
                A,
                B,
                paid("p", 100, on=9, names="A"),
                word("w", 50, on=10, to="B", spends="p"),
                bounced("b", 100, on=21, of="p"),
            ],
            ["21: b cash -50 -> A/1", "21: b cash -50 -> B/1"],
            id="a bounce follows its money to where a person sent it",
        ),
        pytest.param(
            [paid("p", 100, on=9, names="Z"), bounced("b", 100, on=21, of="p"), invoice("Z", 100, issued=30)],
            [],
            id="a bounced prepayment never pays",
        ),
    ],
)
def test_bounces(facts: list[Fact], after_day_20: list[str]) -> None:
    assert [line for line in told(facts) if int(line.split(":")[0]) > 20] == after_day_20


@pytest.mark.parametrize(
    ("facts", "applications"),
    [
        pytest.param(
            [A, B, paid("p", 50, on=9), word("w", 50, on=9, to="B", spends="p")],
            ["9: w cash 50 -> B/1"],
            id="a word replaces what would be inferred",
        ),
        pytest.param(
            [A, paid("p", 50, on=9), word("w", 50, on=12, to="A", spends="p")],
            ["9: p cash~ 50 -> A/1"],
            id="a later confirmation moves nothing",
        ),
        pytest.param(
            [A, B, paid("p", 50, on=9), word("w", 50, on=12, to="B", spends="p")],
            ["9: p cash~ 50 -> A/1", "12: w cash~ -50 -> A/1", "12: w cash 50 -> B/1"],
            id="a later correction takes the money back first",
        ),
        pytest.param(
            [
                A,
                B,
                invoice("C", 50, due=90),
                paid("p", 150, on=9),
                word("v", 50, on=12, to="C", spends="p"),
                word("w", 50, on=12, to="B", spends="p"),
            ],
            ["9: p cash~ 100 -> A/1", "9: p cash~ 50 -> B/1", "12: v cash~ -50 -> A/1", "12: v cash 50 -> C/1"],
            id="what is confirmed the same day is not taken back",
        ),
        pytest.param(
            [
                invoice("A", 60),
                B,
                paid("p", 100, on=9),
                word("w", 60, on=12, to="C", spends="p"),
                invoice("C", 60, issued=20),
            ],
            [
                "9: p cash~ 60 -> A/1",
                "9: p cash~ 40 -> B/1",
                "20: w cash~ -40 -> B/1",
                "20: w cash~ -20 -> A/1",
                "20: w cash 60 -> C/1",
            ],
            id="a word about a later document takes back on its issue day, newest first",
        ),
        pytest.param(
            [
                paid("p", 100, on=9),
                word("w", 60, on=9, to="C", spends="p"),
                invoice("D", 100, issued=15),
                invoice("C", 60, issued=20),
            ],
            ["15: p cash~ 40 -> D/1", "20: w cash 60 -> C/1"],
            id="money set aside for a later document does not flow",
        ),
        pytest.param(
            [A, B, paid("p", 60, on=9), word("w", 100, on=9, to="A", spends="p")],
            ["9: w cash 60 -> A/1"],
            id="a word spends no more than its payment",
        ),
        pytest.param(
            [A, B, paid("p", 90, on=9), word("w", 90, on=9, to="B", spends="p")],
            ["9: w cash 50 -> B/1"],
            id="nor more than is open, and the surplus waits",
        ),
        pytest.param([A, word("w", 70, on=9, to="A")], ["9: w cash 70 -> A/1"], id="a word that names no payment"),
        pytest.param(
            [A, B, word("w", 70, on=8, to="A", spends="p"), paid("p", 90, on=9)],
            ["8: w cash 70 -> A/1", "9: p cash~ 20 -> A/1"],
            id="a word may come before its payment",
        ),
        pytest.param(
            [
                A,
                word("w", 10, on=9, to="A", entry="rounding"),
                word("v", 20, on=9, to="A", entry="write_off"),
                word("u", 5, on=9, to="A", entry="credit"),
            ],
            ["9: u credit 5 -> A/1", "9: v write_off 20 -> A/1", "9: w rounding 10 -> A/1"],
            id="a person may write any entry",
        ),
        pytest.param(
            [A, credited("c", 30, on=8), word("w", 50, on=9, to="A", spends="c", entry="credit")],
            ["9: w credit 30 -> A/1"],
            id="a credit spends its credit note",
        ),
        pytest.param(
            [A, credited("c", 30, on=8, names="A"), word("w", 30, on=9, to="A", spends="c", entry="credit")],
            ["8: c credit 30 -> A/1"],
            id="a credit that was applied is not applied again",
        ),
        pytest.param(
            [A, word("w", 30, on=8, to="A", spends="c", entry="credit"), credited("c", 40, on=9, names="A")],
            ["8: w credit 30 -> A/1", "9: c credit 10 -> A/1"],
            id="a credit may come before its credit note",
        ),
        pytest.param(
            [*RETENTION, word("w", 10, on=9, to="R", part=2)], ["9: w cash 10 -> R/2"], id="a word about one instalment"
        ),
        pytest.param(
            [A, paid("p", 100, on=9), word("w", -40, on=12, to="A", spends="p"), B],
            ["9: p cash~ 100 -> A/1", "12: w cash~ -40 -> A/1"],
            id="a person takes money off, and it stays off",
        ),
        pytest.param(
            [
                A,
                paid("p", 100, on=9),
                word("v", -40, on=12, to="A", spends="p"),
                word("w", 40, on=13, to="B", spends="p"),
                B,
            ],
            ["9: p cash~ 100 -> A/1", "12: v cash~ -40 -> A/1", "13: w cash 40 -> B/1"],
            id="until another word",
        ),
        pytest.param(
            [
                A,
                paid("p", 60, on=9, names="A"),
                paid("q", 40, on=9, names="A"),
                word("v", -50, on=12, to="A", spends="p"),
            ],
            ["9: p cash 60 -> A/1", "9: q cash 40 -> A/1", "12: v cash -50 -> A/1"],
            id="a person takes off one payment and not the other",
        ),
        pytest.param(
            [A, paid("p", 60, on=9, names="A"), paid("q", 40, on=9, names="A"), word("v", -50, on=12, to="A")],
            ["9: p cash 60 -> A/1", "9: q cash 40 -> A/1", "12: v cash -40 -> A/1", "12: v cash -10 -> A/1"],
            id="without a payment the newest goes first",
        ),
        pytest.param(
            [invoice("A", 100, issued=20), word("v", 100, on=9, to="A"), word("w", -70, on=12, to="A")],
            ["20: v cash 30 -> A/1"],
            id="a word taken back before its document was issued",
        ),
        pytest.param(
            [
                invoice("A", 100, issued=20),
                word("u", 10, on=9, to="A", entry="credit"),
                word("v", 10, on=9, to="A", part=1),
                word("w", -70, on=12, to="A"),
            ],
            ["20: u credit 10 -> A/1", "20: v cash 10 -> A/1"],
            id="only a word of the same kind is taken back",
        ),
        pytest.param(
            [
                A,
                paid("p", 100, on=9, names="A"),
                bounced("b", 100, on=12, of="p"),
                word("w", -100, on=12, to="A", spends="b"),
            ],
            ["9: p cash 100 -> A/1", "12: w cash -100 -> A/1"],
            id="a source that delivers the bounce and its allocation reverses once",
        ),
        pytest.param(
            [
                A,
                paid("p", 60, on=9),
                paid("q", 50, on=10),
                word("w", 50, on=12, to="A", spends="q"),
                B,
                invoice("C", 50, issued=12),
            ],
            ["9: p cash~ 60 -> A/1", "10: q cash~ 40 -> A/1", "10: q cash~ 10 -> B/1"],
            id="a word for more than is open takes nothing back for it",
        ),
    ],
)
def test_words_of_a_person(facts: list[Fact], applications: list[str]) -> None:
    assert told(facts) == applications
