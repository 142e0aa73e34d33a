"""All figures of a book on a day, from what moved its receivables, what was sold, and who owes how much."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from functools import cached_property
from typing import Final, Literal

from kedun.kernel.days import Day, to_date, to_day
from kedun.kernel.money import Minor
from kedun.portfolio.figures.ageing import Ageing, Movement, ageing_on, receivable, steps_back
from kedun.portfolio.figures.loss import Provision, Rates, final_loss, loss_rates, provisions, roll_rates
from kedun.portfolio.figures.shares import Spread, herfindahl, rate, top_share
from kedun.portfolio.figures.turnover import (
    Countback,
    Stretch,
    average,
    collection_effectiveness,
    countback,
    days_delinquent,
    days_sales,
    turnover,
    turnover_days,
)

YEAR: Final = 365
QUARTER: Final = 90
MONTHS_IN_QUARTER: Final = 3
STEPS: Final = 12
"""Steps of 30 days over which roll rates are taken."""

MOST_MONTHS: Final = 36
"""Months of sales that are counted back."""

Key = Literal[
    "dso",
    "dso_average",
    "dso_3_months",
    "dso_countback",
    "best_possible_dso",
    "average_days_delinquent",
    "collection_effectiveness",
    "turnover_year_end",
    "turnover_average",
    "turnover_days_year_end",
    "turnover_days_average",
    "overdue_share",
    "top_1_share",
    "top_5_share",
    "top_10_share",
    "hhi",
    "top_1_region_share",
    "hhi_regions",
    "churn_rate",
    "bad_debt_rate",
    "default_rate",
]

REACHES: Final[Mapping[Key, int]] = {
    **dict.fromkeys(("dso", "best_possible_dso", "average_days_delinquent", "bad_debt_rate"), YEAR - 1),
    **dict.fromkeys(("turnover_year_end", "turnover_days_year_end"), YEAR - 1),
    "dso_3_months": QUARTER - 1,
    "dso_average": YEAR,
    "turnover_average": YEAR,
    "turnover_days_average": YEAR,
    "collection_effectiveness": QUARTER,
    "churn_rate": 2 * YEAR - 1,
    "default_rate": YEAR,
}
"""So many days before the day the data must begin, for the figure to mean anything."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Customers of a stretch of time, and those of them whom something befell."""

    base: int
    cases: int


@dataclass(frozen=True)
class Book:
    """What the store says of a book.

    `sales`: net of credit notes, by day. `written_off`: net of recoveries, in the year. `debtors`: who owes on the day,
    groups as one; `regions`: where. `data_from`: the first day of the data, None where there are none.
    """

    as_of: Day
    movements: Sequence[Movement]
    sales: Mapping[Day, Minor]
    written_off: Minor
    debtors: Spread
    regions: Spread
    churn: Counts
    defaults: Counts
    data_from: Day | None

    @cached_property
    def ageing(self) -> Ageing:
        """What is open on the day, by age."""
        return ageing_on(self.movements, self.as_of)

    @property
    def receivable(self) -> Minor:
        """What is open on the day."""
        return receivable(self.ageing)

    def sold(self, days: int) -> Minor:
        """What was sold in so many days up to the day."""
        return sum(amount for day, amount in self.sales.items() if self.as_of - days < day <= self.as_of)

    def owed_before(self, days: int) -> Minor:
        """What was open so many days before; one of the days looked at."""
        return receivable(ageing_on(self.movements, self.as_of - days))

    @cached_property
    def counted_back(self) -> Countback | None:
        """The days of sales that make up what is open, newest month first."""
        return countback(self.receivable, self.stretches())

    def stretches(self) -> list[Stretch]:
        """Give the months before the day, newest first: the begun one in part, none before the data begin."""
        found: list[Stretch] = []
        last = self.as_of
        while self.data_from is not None and last >= self.data_from and len(found) < MOST_MONTHS:
            first = to_day(to_date(last).replace(day=1))
            sold = sum(self.sales.get(day, 0) for day in range(first, last + 1))
            found.append(Stretch(last - first + 1, sold))
            last = to_day(to_date(first) - timedelta(days=1))
        return found

    @cached_property
    def ageings(self) -> list[Ageing]:
        """The ages at the days a step apart, oldest first, from where the data begin."""
        days = [day for day in steps_back(self.as_of, STEPS) if self.data_from is not None and day >= self.data_from]
        return [ageing_on(self.movements, day) for day in days]

    @cached_property
    def rolls(self) -> Rates:
        """What share of each age grew older."""
        return roll_rates(self.ageings)

    @cached_property
    def matrix(self) -> list[Provision]:
        """What of each age is likely to be lost."""
        return provisions(self.ageing, loss_rates(self.rolls, final_loss(self.written_off, self.ageings)))

    def figures(self) -> dict[Key, Fraction | None]:
        """Give every figure; None where it has no base or the data do not reach back far enough."""
        return {key: value if self.reaches(key) else None for key, value in self._figures()}

    def reaches(self, key: Key) -> bool:
        """Tell whether the data begin early enough for a figure."""
        return self.data_from is not None and self.data_from <= self.as_of - REACHES.get(key, 0)

    def _figures(self) -> Iterator[tuple[Key, Fraction | None]]:
        year, quarter = self.sold(YEAR), self.sold(QUARTER)
        middle = average(self.owed_before(YEAR), self.receivable)
        dso = days_sales(self.receivable, year, YEAR)
        best = days_sales(self.ageing["not_due"], year, YEAR)
        back = self.counted_back
        at_end, on_average = turnover(year, self.receivable), turnover(year, middle)
        yield "dso", dso
        yield "dso_average", days_sales(middle, year, YEAR)
        yield "dso_3_months", days_sales(self.receivable, quarter, QUARTER)
        yield "dso_countback", back.days if back else None
        yield "best_possible_dso", best
        yield "average_days_delinquent", days_delinquent(dso, best)
        yield (
            "collection_effectiveness",
            collection_effectiveness(
                begin=self.owed_before(QUARTER),
                sales=quarter,
                months=MONTHS_IN_QUARTER,
                end=self.receivable,
                end_current=self.ageing["not_due"],
            ),
        )
        yield "turnover_year_end", at_end
        yield "turnover_average", on_average
        yield "turnover_days_year_end", turnover_days(at_end)
        yield "turnover_days_average", turnover_days(on_average)
        yield from self._shares(year)

    def _shares(self, year: Minor) -> Iterator[tuple[Key, Fraction | None]]:
        current = self.ageing["not_due"] + self.ageing["unknown"]
        yield "overdue_share", rate(self.receivable - current, self.receivable)
        yield "top_1_share", top_share(self.debtors, 1)
        yield "top_5_share", top_share(self.debtors, 5)
        yield "top_10_share", top_share(self.debtors, 10)
        yield "hhi", herfindahl(self.debtors)
        yield "top_1_region_share", top_share(self.regions, 1)
        yield "hhi_regions", herfindahl(self.regions)
        yield "churn_rate", rate(self.churn.cases, self.churn.base)
        yield "bad_debt_rate", rate(self.written_off, year)
        yield "default_rate", rate(self.defaults.cases, self.defaults.base)


def days_looked_at(as_of: Day) -> list[Day]:
    """Give the days on which balances are needed, oldest first: movements are summed between them."""
    return sorted({as_of - YEAR, as_of - QUARTER, *steps_back(as_of, STEPS)})
