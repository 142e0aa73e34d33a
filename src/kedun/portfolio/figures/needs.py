"""Which kinds of fact a figure rests on: without them it is missing, however well it could be divided.

Source: docs/why/portfolio.md.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from kedun.facts.queries import State
from kedun.portfolio.figures.book import Key

States = Mapping[str, State]
"""Whether each kind of fact was supplied as of a day."""

BALANCES: Final = ("invoice",)
PAID: Final = ("invoice", "payment")
"""What was paid must be told too: else all that was ever sold is owed, and nobody ever paid."""

LOSSES: Final = ("invoice", "bad_debt")
"""Write-offs must be told: a firm that books none has no rate of 0."""

_RESTS_ON: Final[Mapping[Key, Sequence[str]]] = {
    "dso": PAID,
    "dso_average": PAID,
    "dso_3_months": PAID,
    "dso_countback": PAID,
    "best_possible_dso": PAID,
    "average_days_delinquent": PAID,
    "collection_effectiveness": PAID,
    "turnover_year_end": PAID,
    "turnover_average": PAID,
    "turnover_days_year_end": PAID,
    "turnover_days_average": PAID,
    "default_rate": PAID,
    "bad_debt_rate": LOSSES,
}


def needs(key: Key) -> Sequence[str]:
    """Give the kinds a figure rests on; shares of what is open and counts of invoiced customers rest on invoices alone."""
    return _RESTS_ON.get(key, BALANCES)


def missing_kind(kinds: Sequence[str], states: States) -> str | None:
    """Give the first of some kinds that was not supplied, or not lately; None where all were."""
    return next((kind for kind in kinds if states[kind] != "supplied"), None)
