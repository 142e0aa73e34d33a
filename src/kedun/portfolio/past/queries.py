"""How lists read a past book: its lines in place of the newest assessments, customers and alerts as they were believed then."""

from dataclasses import dataclass

from kedun.facts.sources import Reach, believed
from kedun.kernel.days import Day


@dataclass(frozen=True, slots=True)
class Past:
    """A kept book of a past day, as known at a batch."""

    id: int
    as_of: Day
    known_at: int

    def lines(self) -> str:
        """Write the table that stands in place of the newest assessments, under the alias `a`."""
        return f"(SELECT * FROM portfolio_past_line WHERE book_id = {self.id:d}) a"

    def customers(self, columns: tuple[str, ...]) -> str:
        """Write the query of the customers who were believed to exist."""
        reach = Reach("postgres", has_past=True)
        rows = believed("facts_customer", columns, reach, condition="NOT is_retracted", owner="")
        return rows.replace("%(known_at)s", f"{self.known_at:d}")

    def stood(self, alert: str) -> str:
        """Write the condition that an alert had been opened and was not closed."""
        day, batch = f"{self.as_of:d}", f"{self.known_at:d}"
        unheard = (
            f"EXISTS (SELECT 1 FROM alerts_event e WHERE e.alert_id = {alert}.id AND e.at = {alert}.closed_at"  # noqa: S608 - numbers
            f" AND e.batch > {batch})"
        )
        return (
            f"{alert}.opened_as_of <= {day} AND {alert}.opened_batch <= {batch}"
            f" AND ({alert}.closed_as_of IS NULL OR {alert}.closed_as_of > {day} OR {unheard})"
        )
