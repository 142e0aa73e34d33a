"""How far a program looks: on which engine, at which customers, by whose knowledge."""

from dataclasses import dataclass

from kedun.expressions import Dialect, parameter, quoted
from kedun.facts.views import AS_OF


@dataclass(frozen=True, slots=True)
class Reach:
    """What a program reads.

    `has_past`: versions believed at the batch `known_at`, instead of the current rows.
    `is_listed`: only the customers in the list parameter `customers`, instead of the whole book.
    `days_ago`: what had happened so many days before the as-of day, by the same knowledge.
    `is_knowable`: what could be known on the as-of day, instead of the current rows (docs/why/outcomes.md). `known_at` is
    then the newest batch of that day, and settlement that had to be folded again is given to the query (`refolded`).
    """

    dialect: Dialect
    has_past: bool = False
    is_listed: bool = False
    days_ago: int = 0
    is_knowable: bool = False

    def parameter(self, name: str) -> str:
        """Write a bound parameter as a 64-bit integer."""
        return f"CAST({parameter(name, self.dialect)} AS BIGINT)"

    def day(self) -> str:
        """Write the day by whose end facts had happened."""
        as_of = self.parameter(AS_OF)
        return f"({as_of} - {self.days_ago})" if self.days_ago else as_of

    def listed(self, column: str) -> str:
        """Write the condition that a column is one of the listed customers; empty for the whole book."""
        if not self.is_listed:
            return ""
        customers = parameter("customers", self.dialect)
        if self.dialect == "postgres":
            return f" AND {column} = ANY({customers})"
        if self.dialect == "duckdb":
            return f" AND {column} IN (SELECT UNNEST({customers}))"
        return f" AND ARRAY_CONTAINS({customers}, {column})"

    def pairs(self, customers: str, numbers: str, name: str) -> str:
        """Select the pairs that two list parameters hold: `customer_id`, and a number under a name."""
        one, other = (parameter(each, self.dialect) for each in (customers, numbers))
        if self.dialect == "postgres":
            return f"SELECT p.customer_id, p.{name} FROM UNNEST({one}::bigint[], {other}::bigint[]) p (customer_id, {name})"
        if self.dialect == "duckdb":
            return f"SELECT UNNEST(CAST({one} AS BIGINT[])) AS customer_id, UNNEST(CAST({other} AS BIGINT[])) AS {name}"
        return (
            f"SELECT p.customer_id, ELEMENT_AT({other}, p.place + 1) AS {name}"
            f" FROM (SELECT POSEXPLODE({one}) AS (place, customer_id)) p"
        )

    def quote(self, name: str) -> str:
        """Quote an identifier."""
        return quoted(name, self.dialect)
