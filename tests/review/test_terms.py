"""What a back-test assumes, and the days it looks at."""

from datetime import date

import pytest
from pydantic import ValidationError

from kedun.kernel.days import to_day
from kedun.review.terms import Stretch, Terms, month_ends_before, stretches


def day(month: int, on: int, year: int = 2025) -> int:
    return to_day(date(year, month, on))


def test_a_day_speaks_until_the_next_one() -> None:
    first, second, third = day(1, 31), day(2, 28), day(3, 31)
    assert stretches((first, second, third)) == (
        Stretch(first, second),
        Stretch(second, third),
        Stretch(third, third + 31),
    )
    assert stretches((first,)) == (Stretch(first, first + 30),)


@pytest.mark.parametrize(
    ("on", "ends"),
    [
        pytest.param(day(3, 31), (day(2, 28), day(3, 31)), id="a month-end counts"),
        pytest.param(day(3, 30), (day(1, 31), day(2, 28)), id="the day before does not"),
        pytest.param(day(1, 1), (day(11, 30, 2024), day(12, 31, 2024)), id="over the new year"),
    ],
)
def test_the_last_month_ends(on: int, ends: tuple[int, ...]) -> None:
    assert month_ends_before(on, 2) == ends
    assert month_ends_before(on, 0) == ()


def test_terms_have_bounds_and_are_stated() -> None:
    assert Terms().stated() == {
        "horizon_days": 180,
        "margin_permille": 150,
        "avoided_permille": 500,
        "overdue_loss_permille": 500,
        "people": 1,
    }
    for wrong in ({"horizon_days": 29}, {"margin_permille": 1001}, {"people": 0}):
        with pytest.raises(ValidationError):
            Terms(**wrong)
