"""What an invoice row says was paid."""

import pytest

from kedun.intake.ledger import Known, Paid, Row, paid_of
from kedun.intake.rejects import Fault

AS_OF = 19_800  # 2024-03-18
FULL = Paid("settlement", 100, 5_000)


@pytest.mark.parametrize(
    ("row", "as_of_day", "known", "expected"),
    [
        pytest.param(Row(5_000), None, {}, None, id="nothing is said"),
        pytest.param(Row(5_000, 100), None, {}, FULL, id="a settlement day alone: paid in full that day"),
        pytest.param(Row(5_000, 100, 3_000), None, {}, Paid("settlement", 100, 3_000), id="a day and an amount"),
        pytest.param(
            Row(5_000, 100, None, 1_000), None, {}, Paid("settlement", 100, 4_000), id="a day and what is open"
        ),
        pytest.param(Row(5_000, 100, 0), None, {}, Fault("settled_but_unpaid"), id="a day but nothing paid"),
        pytest.param(Row(0, 100), None, {}, None, id="nothing was owed"),
        pytest.param(Row(5_000, None, 0), None, {}, None, id="nothing paid"),
        pytest.param(Row(5_000, None, None, 5_000), None, {}, None, id="everything open"),
        pytest.param(Row(5_000, None, 3_000), None, {}, Fault("paid_without_day"), id="an amount without a day"),
        pytest.param(Row(5_000, None, -1), None, {}, Fault("paid_is_negative"), id="a negative amount"),
        pytest.param(Row(5_000, None, None, 6_000), None, {}, Fault("paid_is_negative"), id="more open than owed"),
        pytest.param(Row(-5_000, 100), None, {}, None, id="a credit note is not paid"),
        pytest.param(Row(5_000, None, 3_000), AS_OF, {}, Paid("paid:2024-03-18", AS_OF, 3_000), id="the file's day"),
        pytest.param(
            Row(5_000, None, 3_000),
            AS_OF,
            {AS_OF: 3_000},
            Paid("paid:2024-03-18", AS_OF, 3_000),
            id="the same file again",
        ),
        pytest.param(
            Row(5_000, None, 3_000),
            AS_OF,
            {AS_OF - 30: 1_000},
            Paid("paid:2024-03-18", AS_OF, 2_000),
            id="only what was added",
        ),
        pytest.param(Row(5_000, None, 3_000), AS_OF, {AS_OF - 30: 3_000}, None, id="nothing was added"),
        pytest.param(
            Row(5_000, None, 2_000),
            AS_OF,
            {AS_OF - 30: 3_000},
            Fault("paid_amount_fell", {"known": 3_000}),
            id="less than before",
        ),
        pytest.param(Row(5_000, None, 3_000), AS_OF, {AS_OF + 30: 1_000}, None, id="an older file adds nothing"),
        pytest.param(
            Row(5_000, AS_OF + 9),
            AS_OF,
            {AS_OF: 3_000},
            Paid("settlement", AS_OF + 9, 2_000),
            id="the rest on the settlement day",
        ),
        pytest.param(Row(5_000, AS_OF + 9), AS_OF, {AS_OF: 5_000}, None, id="settled by what is known"),
    ],
)
def test_what_a_row_says_was_paid(row: Row, as_of_day: int | None, known: Known, expected: Paid | Fault | None) -> None:
    assert paid_of(row, as_of_day=as_of_day, known=known) == expected
