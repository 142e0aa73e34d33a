"""Ledgers settled anew for a day on PostgreSQL, the yardstick of what the engines do themselves."""

from collections.abc import Sequence

from kedun.facts.prepared.store import fetch
from kedun.facts.reach import Reach
from kedun.facts.reported.store import Refolded, batch_by, refolded
from kedun.kernel.days import Day


def refolded_on_postgres(as_of: Day, customers: Sequence[int] | None) -> Refolded:
    """Settle anew, for a day, those of the customers (None: all) that need it, as PostgreSQL has them."""
    reach = Reach("postgres", is_listed=customers is not None, is_knowable=True)
    return refolded(fetch, reach, as_of, batch_by(as_of), customers)
