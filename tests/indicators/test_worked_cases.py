"""Every indicator has one small case worked by hand; it must come out so on every engine."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from kedun.facts.kinds import KINDS
from kedun.indicators.definition import RiskType
from kedun.kernel.days import to_date, to_day
from tests.assessments.engines import assess_everywhere, question, shipped_policy, starter_policy
from tests.case_files import deliver, load, number

CASES = load("indicators.yaml")
DAYS = sorted({case["as_of"] for case in CASES.values()})
LONG = 25 * 365
REFERENCES = (
    "external_id",
    "customer",
    "bounce_of",
    "payment",
    "person",
    "industry",
    "region",
    "market",
    "other",
    "group",
)


def apart(key: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """Give a row of a case names of its own, so that all cases of a day fit into one book."""
    return {name: f"{key}/{value}" if name in REFERENCES else value for name, value in row.items()}


def book(day: date) -> dict[str, list[dict[str, Any]]]:
    facts: dict[str, list[dict[str, Any]]] = {}
    for key, case in CASES.items():
        if case["as_of"] == day:
            for kind, rows in ({"customer": [{"external_id": "K", "name": "K"}]} | case["facts"]).items():
                facts.setdefault(kind, []).extend(apart(key, row) for row in rows)
    return facts


@pytest.mark.django_db
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_indicators_are_as_worked_by_hand(day: date, tmp_path: Path) -> None:
    deliver(book(day), {kind: (to_date(to_day(day) - LONG), day) for kind in KINDS})
    keys = [key for key, case in CASES.items() if case["as_of"] == day]
    for engine, found in assess_everywhere(starter_policy(), question(to_day(day)), tmp_path).items():
        readings = {key: found[f"{key}/K"].readings[key] for key in keys}
        assert readings == {key: number(CASES[key]["expected"]) for key in keys}, engine


def test_every_shipped_indicator_has_a_case() -> None:
    import yaml

    shipped = yaml.safe_load((Path(__file__).parents[2] / "starter" / "indicators.yaml").read_text())["indicators"]
    assert shipped.keys() - CASES.keys() == set()


def shipped_indicators() -> Mapping[str, Any]:
    return shipped_policy().indicators.indicators


def test_every_risk_has_an_indicator_and_every_indicator_a_risk() -> None:
    """Requirement A4: each type of risk is measured by at least one indicator."""
    risks = [each.text.risk_type for each in shipped_indicators().values()]
    assert None not in risks
    assert set(risks) == set(get_args(RiskType))


def test_enough_indicators_are_shipped_in_every_dimension() -> None:
    dimensions = Counter(each.text.dimension for each in shipped_indicators().values())
    assert sum(dimensions.values()) >= 65
    assert set(dimensions) == {"financial", "history", "industry", "behaviour", "legal"}
