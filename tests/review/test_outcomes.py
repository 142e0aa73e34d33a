"""What became of a customer within the horizon, and what it cost."""

import numpy as np
import pytest

from kedun.review.outcomes import LABELS, NEVER, Aftermath, outcomes, permille_of

DAY = 20_000
NOTHING = {"late_on": NEVER, "late_open": 0, "written_off_on": NEVER, "written_off": 0, "recovered": 0}


def told(*, is_late: bool = False, was_owed: bool = True, **given: int) -> tuple[str, int, int]:
    """Label, first bad day and loss of one customer, half of what is late counting as lost."""
    each = {name: np.array([value]) for name, value in {**NOTHING, **given}.items()}
    after = Aftermath(
        is_already_late=np.array([is_late]),
        late_on=each["late_on"],
        late_open_minor=each["late_open"],
        written_off_on=each["written_off_on"],
        written_off_minor=each["written_off"],
        recovered_minor=each["recovered"],
        was_owed=np.array([was_owed]),
    )
    found = outcomes(after, overdue_loss_permille=500)
    assert not (found.is_bad & found.is_good).any()
    return LABELS[found.label[0]], int(found.bad_on[0]), int(found.loss_minor[0])


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({}, ("paid", NEVER, 0), id="nothing happened"),
        pytest.param({"was_owed": False}, ("idle", NEVER, 0), id="nothing was owed"),
        pytest.param(
            {"late_on": DAY + 5, "late_open": 101}, ("overdue_90", DAY + 5, 51), id="half of what is late, half up"
        ),
        pytest.param({"late_on": DAY + 5}, ("recovered", DAY + 5, 0), id="late and paid at last"),
        pytest.param(
            {"written_off_on": DAY + 9, "written_off": 100, "recovered": 30},
            ("written_off", DAY + 9, 70),
            id="net of what was recovered",
        ),
        pytest.param(
            {"written_off_on": DAY + 9, "written_off": 100, "recovered": 130},
            ("recovered", DAY + 9, 0),
            id="all came back: never less than nothing",
        ),
        pytest.param(
            {"late_on": DAY + 5, "late_open": 100, "written_off_on": DAY + 9, "written_off": 100},
            ("written_off", DAY + 5, 150),
            id="a part is written off, another late; the first bad day counts",
        ),
        pytest.param(
            {"is_late": True, "late_on": DAY + 5, "late_open": 100},
            ("already", NEVER, 0),
            id="who is late already turns bad no more",
        ),
    ],
)
def test_a_label_says_what_became_of_a_customer(given: dict[str, int], expected: tuple[str, int, int]) -> None:
    assert told(**given) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("amount", "permille", "part"), [(0, 500, 0), (1, 500, 1), (3, 333, 1), (10**13, 1000, 10**13)]
)
def test_a_part_of_an_amount_is_rounded_half_up(amount: int, permille: int, part: int) -> None:
    assert permille_of(amount, permille) == part
    assert permille_of(np.array([amount]), permille)[0] == part
