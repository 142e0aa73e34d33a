"""Which customers somebody may see, as data: `facts.queries.customers_in` is the only place that applies it."""

from dataclasses import dataclass, replace
from typing import Literal

Reach = Literal["all", "people", "granted"]


@dataclass(frozen=True, slots=True)
class Scope:
    """All customers, those of some people, or those that were granted to a person by name.

    `people`: customers whose effective owner is one of `person_ids`; `names` are what imported files call these people.
    `granted`: customers that were given to one of `person_ids` by an open row, never by a name in a file.
    `with_grants`: also those that one of `person_ids` may only read of.
    """

    kind: Reach
    person_ids: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    with_grants: bool = True


EVERYTHING = Scope("all")


def answered_for(seen: Scope) -> Scope:
    """Narrow what somebody may see to what they answer for and may change: what is only theirs to read falls away."""
    return replace(seen, with_grants=False)
