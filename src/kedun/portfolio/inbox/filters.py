"""Which alerts a list holds and in which order, as values and as the purpose of a cursor."""

from dataclasses import dataclass
from typing import Literal, get_args

from kedun.alerts.states import Severity, State
from kedun.kernel.hashing import Json, canonical

SortKey = Literal["severity", "opened", "updated", "customer"]
SORT_KEYS: tuple[SortKey, ...] = get_args(SortKey)
Sort = Literal["-severity", "severity", "-opened", "opened", "-updated", "updated", "-customer", "customer"]
NOBODY = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which alerts; an empty one narrows nothing. `owner`: the text that alerts keep, or "none"; `customer`: its code."""

    states: tuple[State, ...] = ("open",)
    severities: tuple[Severity, ...] = ()
    rules: tuple[str, ...] = ()
    risk_types: tuple[str, ...] = ()
    customer: str = ""
    owner: str = ""
    q: str = ""
    no_recipient: bool = False

    def purpose(self, sort: Sort) -> str:
        """Name the list, so that a cursor of another one is refused."""
        said: dict[str, Json] = {
            "states": sorted(self.states),
            "severities": sorted(self.severities),
            "rules": sorted(self.rules),
            "risk_types": sorted(self.risk_types),
            "customer": self.customer,
            "owner": self.owner,
            "q": self.q,
            "no_recipient": self.no_recipient,
            "sort": sort,
        }
        return f"alerts?{canonical(said)}"


def key_of(sort: Sort) -> tuple[SortKey, bool]:
    """Give what a list is sorted by, and whether downwards."""
    name = sort.removeprefix("-")
    return next(key for key in SORT_KEYS if key == name), sort.startswith("-")
