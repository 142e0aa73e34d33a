"""A customer's line as programs get it: masked in this one place."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from kedun.assessments.policy import Policy
from kedun.facts.masking import Masks, shown_name
from kedun.indicators.definition import Unit
from kedun.kernel.days import to_date
from kedun.kernel.hashing import Json
from kedun.kernel.money import Minor, to_decimal
from kedun.kernel.words import Language
from kedun.portfolio.lists.rows import Row
from kedun.portfolio.said import unit_of

AMOUNTS = ("receivable", "overdue", "priority")
"""The fields of a line that hold money."""


@dataclass(frozen=True, slots=True)
class View:
    """How lines are shown: in which currency and language, and what is hidden."""

    currency: str
    masks: Masks
    language: Language
    units: Mapping[str, Unit]

    def money(self, minor: Minor | None) -> Decimal | None:
        """Give an amount in whole units; None where there is none or it is hidden."""
        return None if minor is None or "amounts" in self.masks else to_decimal(minor, self.currency)

    def masked(self, columns: Collection[str]) -> list[str]:
        """Name the fields that are hidden."""
        names = ["name"] if "names" in self.masks else []
        if "amounts" in self.masks:
            names += [*AMOUNTS, *(f"readings.{key}" for key in columns if self.units.get(key) == "minor")]
        return names

    def line(self, row: Row) -> dict[str, object]:
        """Write a customer's line."""
        name = shown_name(row.name, code=row.code, masks=self.masks, language=self.language)
        owner = None if row.owner is None else {"id": row.owner.id, "name": row.owner.name}
        return {
            "code": row.code,
            "name": name,
            "industry": row.industry,
            "region": row.region,
            "owner": owner,
            "open_alerts": row.open_alerts,
            "worst_severity": row.worst_severity,
            **self._assessed(row),
        }

    def _assessed(self, row: Row) -> dict[str, object]:
        each = row.assessed
        if each is None:
            return {"score": dict.fromkeys(("value", "low", "high", "coverage")), "readings": {}, **NOT_ASSESSED}
        change = None if each.score is None or each.score_before is None else (each.score - each.score_before) / 100
        return {
            "score": {
                "value": points(each.score),
                "low": points(each.low),
                "high": points(each.high),
                "coverage": each.coverage,
            },
            "score_change_30d": change,
            "grade": each.grade,
            "standing_since": to_date(each.standing_since),
            "value_tier": each.value_tier,
            "value": points(each.value_points),
            "quadrant": each.quadrant,
            "receivable": self.money(each.receivable_minor),
            "overdue": self.money(each.overdue_minor),
            "overdue_days_max": each.overdue_days_max,
            "limit_utilisation": each.limit_utilisation,
            "priority": self.money(each.priority),
            "as_of": to_date(each.as_of),
            "readings": {key: self.reading(key, value) for key, value in each.readings.items()},
        }

    def reading(self, key: str, value: Json) -> str | int | float | None:
        """Write a reading: an amount as a decimal string, everything else as a number; what nothing explains may be one."""
        if not isinstance(value, int | float):
            return None
        if self.hides(key, value):
            return None
        if unit_of(key, self.units) != "minor":
            return value
        return format(to_decimal(round(value), self.currency), "f")

    def hides(self, key: str, value: Json) -> bool:
        """Tell whether a reading is hidden: every amount, and a number that nothing explains, which may be one."""
        unit = unit_of(key, self.units)
        is_unknown = unit is None and isinstance(value, int | float)
        return "amounts" in self.masks and (unit == "minor" or is_unknown)


NOT_ASSESSED = dict.fromkeys(
    (
        "score_change_30d",
        "grade",
        "standing_since",
        "value_tier",
        "value",
        "quadrant",
        "receivable",
        "overdue",
        "overdue_days_max",
        "limit_utilisation",
        "priority",
        "as_of",
    )
)
"""What is said of a customer that was never assessed."""


def points(hundredths: int | None) -> float | None:
    """Give hundredths of a point as points."""
    return None if hundredths is None else hundredths / 100


def units(policy: Policy) -> dict[str, Unit]:
    """Give the unit of every reading."""
    return {key: each.text.unit for key, each in policy.indicators.indicators.items()}
