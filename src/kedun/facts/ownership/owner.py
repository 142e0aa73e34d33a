"""Who answers for a customer, as data."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Owner:
    """Who answers for a customer; without an id, a name that only files know."""

    id: int | None
    name: str
