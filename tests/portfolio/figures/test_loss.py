"""Roll rates and the provision matrix: they equal the examples of their sources."""

from fractions import Fraction

import pytest

from kedun.portfolio.figures.ageing import BUCKETS, Ageing, Bucket
from kedun.portfolio.figures.loss import (
    expected_loss,
    final_loss,
    loss_rates,
    provisions,
    roll_rates,
)


def aged(**amounts: int) -> Ageing:
    """An ageing; `overdue_1_30` stands for 1_30."""
    given = {name.removeprefix("overdue_"): amount for name, amount in amounts.items()}
    return {bucket: given.get(bucket, 0) for bucket in BUCKETS}


SOLD = aged(not_due=100_000, overdue_1_30=50_000, overdue_31_60=23_000, overdue_61_90=8_000)
LEFT = aged(overdue_1_30=50_000, overdue_31_60=23_000, overdue_61_90=8_000, overdue_91_120=2_000)


def test_loss_rates_from_what_stays_unpaid() -> None:
    """ifrscommunity.com: of 100,000 sold 50,000, 23,000, 8,000 and 2,000 are left: 2.0, 4.0, 8.7, 25 and 100 per cent."""
    rolls = roll_rates([SOLD, LEFT])
    assert rolls == {
        "not_due": Fraction(1, 2),
        "1_30": Fraction(23, 50),
        "31_60": Fraction(8, 23),
        "61_90": Fraction(1, 4),
    }
    rates = loss_rates(rolls, Fraction(1))
    assert [round(float(rates[bucket] or 0), 3) for bucket in ("not_due", "1_30", "31_60", "61_90", "91_120")] == [
        0.02,
        0.04,
        0.087,
        0.25,
        1.0,
    ]
    assert (rates["over_120"], rates["unknown"]) == (rates["91_120"], rates["not_due"])


def test_the_matrix_of_the_same_example() -> None:
    """ifrscommunity.com: 300,000, 140,000, 60,000, 23,000, 5,000 make 6,000 + 5,600 + 5,217 + 5,750 + 5,000 = 27,567."""
    owed = aged(not_due=300_000, overdue_1_30=140_000, overdue_31_60=60_000, overdue_61_90=23_000, overdue_91_120=5_000)
    matrix = provisions(owed, loss_rates(roll_rates([SOLD, LEFT]), Fraction(1)))
    assert [each.loss for each in matrix] == [6_000, 5_600, 5_217, 5_750, 5_000, 0, 0]
    assert expected_loss(matrix) == 27_567


def test_the_matrix_with_given_rates() -> None:
    """faqifrs.com: 15,000 at 0.5 %, 7,500 at 2.2 %, 4,000 at 2.7 %, 2,500 at 4.5 % in euros; here in cents."""
    rates: dict[Bucket, Fraction | None] = dict.fromkeys(BUCKETS, Fraction(0))
    rates |= {"not_due": Fraction(5, 1000), "1_30": Fraction(22, 1000), "31_60": Fraction(27, 1000)}
    rates |= {"61_90": Fraction(45, 1000)}
    owed = aged(not_due=1_500_000, overdue_1_30=750_000, overdue_31_60=400_000, overdue_61_90=250_000)
    assert [each.loss for each in provisions(owed, rates)[:4]] == [7_500, 16_500, 10_800, 11_250]


def test_what_is_expected_moves_every_rate_but_none_above_one() -> None:
    rates: dict[Bucket, Fraction | None] = dict.fromkeys(BUCKETS, Fraction(1, 2))
    matrix = provisions(aged(not_due=100, overdue_1_30=1), rates, forward=Fraction(3))
    assert [each.loss_rate for each in matrix[:2]] == [Fraction(1)] * 2
    assert [each.loss for each in matrix[:2]] == [100, 1]


def test_rates_are_pooled_over_all_steps() -> None:
    steps = [aged(not_due=100), aged(not_due=300, overdue_1_30=50), aged(overdue_1_30=30)]
    assert roll_rates(steps)["not_due"] == Fraction(80, 400)


def test_more_may_become_due_than_was_open_but_no_loss_is_above_the_money() -> None:
    rolls = roll_rates([aged(not_due=10), aged(overdue_1_30=20)])
    assert rolls["not_due"] == 2
    sure = {"not_due": Fraction(2), "1_30": Fraction(1), "31_60": Fraction(1), "61_90": Fraction(1)}
    assert loss_rates({**rolls, **sure}, Fraction(1))["not_due"] == 1  # type: ignore[dict-item]


@pytest.mark.parametrize(
    ("written_off", "reached", "expected"),
    [
        pytest.param(30, 100, Fraction(3, 10), id="a part of it"),
        pytest.param(200, 100, Fraction(1), id="more than all"),
        pytest.param(-5, 100, Fraction(0), id="more recovered than written off"),
        pytest.param(5, 0, None, id="nothing grew so old"),
        pytest.param(0, 100, None, id="nothing was booked, so nothing is known"),
    ],
)
def test_the_final_loss(written_off: int, reached: int, expected: Fraction | None) -> None:
    assert final_loss(written_off, [aged(overdue_91_120=999), aged(overdue_91_120=reached)]) == expected


def test_an_age_without_a_rate_has_no_provision() -> None:
    rates = loss_rates(roll_rates([aged(), aged()]), None)
    assert set(rates.values()) == {None}
    assert expected_loss(provisions(aged(not_due=1), rates)) is None
    assert expected_loss(provisions(aged(), rates)) == 0
