"""Which customers somebody may see, as data: `facts.queries.customers_in` is the only place that applies it."""

from dataclasses import dataclass
from typing import Literal

Reach = Literal["all", "people", "granted"]


@dataclass(frozen=True, slots=True)
class Scope:
    """All customers, those of some people, or those that were granted to a person by name.

    `people`: customers whose effective owner is one of `person_ids`; `names` are what imported files call these people.
    `granted`: customers that one of `person_ids` may read by an open grant.
    """

    kind: Reach
    person_ids: tuple[int, ...] = ()
    names: tuple[str, ...] = ()


EVERYTHING = Scope("all")
