"""The JSON Schemas of definitions: everything shipped fits them, what its reader refuses for its shape does not."""

import copy
from collections.abc import Callable
from typing import Any, cast

import jsonschema_rs
import pytest

from kedun.definitions import documents
from kedun.definitions.kinds import KINDS
from kedun.pipeline.starter import STARTER
from kedun.portfolio.shapes.written import SHAPES, schema_of
from tests.web.clients import client_of, key_client, stranger


def shipped(kind: str) -> dict[str, Any]:
    return cast("dict[str, Any]", documents.read((STARTER / f"{kind}.yaml").read_text(encoding="utf-8"), file=kind))


def wrong_places(kind: str, body: object) -> list[str]:
    """Give the places that a schema finds wrong."""
    validator = jsonschema_rs.Draft202012Validator(schema_of(kind))
    return [".".join(str(part) for part in each.instance_path) for each in validator.iter_errors(body)]


def test_every_kind_has_a_schema_and_every_shipped_file_fits_its_own() -> None:
    assert set(SHAPES) == set(KINDS) == {each.stem for each in STARTER.glob("*.yaml")}
    assert {kind: wrong_places(kind, shipped(kind)) for kind in KINDS} == {kind: [] for kind in KINDS}


def _measure(body: dict[str, Any]) -> None:
    body["measures"]["overdue_minor"]["count"] = "*"


def _aggregate(body: dict[str, Any]) -> None:
    del body["measures"]["overdue_minor"]["sum"]


def _unit(body: dict[str, Any]) -> None:
    body["indicators"]["overdue_minor"]["unit"] = "miles"


def _language(body: dict[str, Any]) -> None:
    del body["indicators"]["overdue_minor"]["label"]["en"]


def _days(body: dict[str, Any]) -> None:
    body["earlier"]["overdue_30d_ago_minor"]["days_ago"] = 0


def _points(body: dict[str, Any]) -> None:
    body["items"][0]["bins"][0]["points"] = 101


def _field(body: dict[str, Any]) -> None:
    body["tiers"][0]["bellow"] = 40


def _below(body: dict[str, Any]) -> None:
    body["bands"][0]["below"] = "sixty"


def _cell(body: dict[str, Any]) -> None:
    next(iter(body["quadrants"].values()))["cells"][0].append("high")


def _severity(body: dict[str, Any]) -> None:
    body["rules"]["overdue_30_days"]["severity"] = "dreadful"


def _chosen(body: dict[str, Any]) -> None:
    body["enabled"] = "some"


def _signal(body: dict[str, Any]) -> None:
    next(iter(body["signals"].values()))["days"] = "soon"


def _delivery(body: dict[str, Any]) -> None:
    body["quadrants"]["star"]["delivery"] = "perhaps"


def _due(body: dict[str, Any]) -> None:
    body["contingency_plans"]["overdue"]["steps"][0]["within_days"] = -1


def _purpose(body: dict[str, Any]) -> None:
    body["letters"]["care"]["purpose"] = "fun"


def _role(body: dict[str, Any]) -> None:
    body["lines"][0]["any"] = ["janitor"]


@pytest.mark.parametrize(
    ("kind", "spoil", "place"),
    [
        pytest.param("indicators", _measure, "measures.overdue_minor", id="two aggregates at once"),
        pytest.param("indicators", _aggregate, "measures.overdue_minor", id="no aggregate"),
        pytest.param("indicators", _unit, "indicators.overdue_minor.unit", id="an unknown unit"),
        pytest.param("indicators", _language, "indicators.overdue_minor.label", id="one language only"),
        pytest.param("indicators", _days, "earlier.overdue_30d_ago_minor.days_ago", id="no days ago"),
        pytest.param("scorecard", _points, "items.0.bins.0.points", id="more points than there are"),
        pytest.param("value_card", _field, "tiers.0", id="a field that is not there"),
        pytest.param("grading", _below, "bands.0.below", id="a word for a number"),
        pytest.param("matrix", _cell, "quadrants", id="a cell of three"),
        pytest.param("rules", _severity, "rules.overdue_30_days.severity", id="an unknown severity"),
        pytest.param("rule_choice", _chosen, "enabled", id="neither all nor a list"),
        pytest.param("signals", _signal, "signals", id="days in words"),
        pytest.param("strategies", _delivery, "quadrants.star.delivery", id="an unknown delivery"),
        pytest.param(
            "contingency_plans", _due, "contingency_plans.overdue.steps.0.within_days", id="days before the start"
        ),
        pytest.param("letters", _purpose, "letters.care.purpose", id="an unknown purpose"),
        pytest.param("authority", _role, "lines.0.any", id="an unknown role"),
    ],
)
def test_a_planted_fault_is_found_where_it_is(kind: str, spoil: Callable[[dict[str, Any]], None], place: str) -> None:
    body = copy.deepcopy(shipped(kind))
    spoil(body)
    found = wrong_places(kind, body)
    assert len(found) == 1
    assert found[0].startswith(place)


@pytest.mark.traced
@pytest.mark.django_db
def test_it_is_there_for_everybody_who_is_let_in() -> None:
    for client in (client_of("sales"), client_of("outside_expert"), key_client("reader")):
        told = client.get("/definition-schemas/rules")
        assert (told.status, told.headers["Content-Type"]) == (200, "application/schema+json")
    assert told.json == schema_of("rules")
    assert stranger().get("/definition-schemas/rules").status == 401
    assert client_of("cfo").get("/definition-schemas/policies").json["code"] == "no_such_kind"
