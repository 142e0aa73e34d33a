"""What became of customers within a horizon: written off, overdue, recovered, paid; and what it cost.

Source: docs/why/outcomes.md.
"""

from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Truths = NDArray[np.bool_]
Label = Literal["idle", "paid", "recovered", "overdue_90", "written_off", "already"]
LABELS: Final[tuple[Label, ...]] = get_args(Label)
IDLE, PAID, RECOVERED, OVERDUE, WRITTEN_OFF, ALREADY = range(len(LABELS))
NEVER = -1


@dataclass(frozen=True, slots=True)
class Aftermath:
    """What happened to each customer after a day, by all that is known today; one place per customer.

    Unit: minor units of the reporting currency. `is_already_late`: an item stood open 90 days overdue on the day.
    `late_on`, `written_off_on`: the first day within the horizon, NEVER for none. `late_open_minor`: what of the items
    that reached 90 days was open at the end of the horizon. `was_owed`: something was owed on the day or invoiced after.
    """

    is_already_late: Truths
    late_on: Ints
    late_open_minor: Ints
    written_off_on: Ints
    written_off_minor: Ints
    recovered_minor: Ints
    was_owed: Truths


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Per customer: the place of its label in LABELS, the first bad day or NEVER, the loss.

    Unit: minor units, net of what was recovered; 0 unless something bad happened after the day.
    """

    label: NDArray[np.int8]
    bad_on: Ints
    loss_minor: Ints

    @property
    def is_bad(self) -> Truths:
        """Who turned bad within the horizon, whether money came in the end or not."""
        return (self.label >= RECOVERED) & (self.label <= WRITTEN_OFF)

    @property
    def is_good(self) -> Truths:
        """Who did not."""
        return self.label <= PAID


def outcomes(after: Aftermath, *, overdue_loss_permille: int) -> Outcomes:
    """Label every customer. Who was 90 days late already cannot turn bad any more and is set apart."""
    net = np.maximum(after.written_off_minor - after.recovered_minor, 0)
    was_written_off, was_late = after.written_off_on != NEVER, after.late_on != NEVER
    label = np.select(
        [
            after.is_already_late,
            was_written_off & (net > 0),
            was_late & (after.late_open_minor > 0),
            was_written_off | was_late,
            after.was_owed,
        ],
        [ALREADY, WRITTEN_OFF, OVERDUE, RECOVERED, PAID],
        default=IDLE,
    ).astype(np.int8)
    bad = (label >= RECOVERED) & (label <= WRITTEN_OFF)
    return Outcomes(
        label=label,
        bad_on=np.where(bad, _earlier(after.late_on, after.written_off_on), NEVER),
        loss_minor=np.where(bad, net + permille_of(after.late_open_minor, overdue_loss_permille), 0),
    )


def permille_of(amount: Any, permille: int) -> Any:
    """Give so many thousandths of an amount of 0 or more, or of each of an array: whole minor units, half up."""
    return (2 * amount * permille + 1000) // 2000


def _earlier(one: Ints, other: Ints) -> Ints:
    both = np.minimum(one, other)
    return np.where(both == NEVER, np.maximum(one, other), both)
