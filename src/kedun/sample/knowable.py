"""What could be known on the last day: nothing entered later, and of what was entered only what had happened."""

from collections.abc import Mapping

import numpy as np

from kedun.kernel.days import Day
from kedun.sample.arrays import NONE, Chunk, picked

ENDS_LATER: Mapping[str, Mapping[str, str]] = {
    "contact": {"to_on": "to_on"},
    "relation": {"to_on": "to_on"},
    "group_member": {"to_on": "to_on"},
    "enquiry": {"elapsed_minutes": "answered_on", "answered_on": "answered_on"},
    "order": {"cancelled_on": "cancelled_on"},
    "delivery": {"accepted_on": "accepted_on"},
    "milestone": {"met_on": "met_on"},
    "credit_limit": {"to_on": "to_known_on"},
    "ticket": {"closed_on": "closed_on"},
    "legal_event": {"closed_on": "closed_on"},
}
"""By kind: columns that are filled in later, each with the day from which it is known."""


def knowable(kind: str, rows: Chunk, *, until: Day) -> Chunk:
    """Cut the rows of a kind to what was known at the end of a day."""
    known = picked(rows, rows["reported_on"] <= until)
    hidden = {
        column: np.where(known[day] <= until, known[column], NONE) for column, day in ENDS_LATER.get(kind, {}).items()
    }
    return known | hidden
