"""The OpenAPI document: complete, unambiguous, and strict about everything that is sent."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kedun.web.api import api
from tests.web.operations import document

ROOT = Path(__file__).parents[2]
ROWS = {"upsert_fact.*", "upsert_fact?fact.*", "upsert_facts.rows.*.*"}
"""The cells of facts: checked row by row, so that a bad one is a reject; the body as a whole has its limit."""


def resolved(shape: dict[str, Any], told: dict[str, Any]) -> dict[str, Any]:
    name = shape.get("$ref", "").rpartition("/")[2]
    found: dict[str, Any] = told["components"]["schemas"][name] if name else shape
    return found


def shapes(shape: dict[str, Any], told: dict[str, Any], path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """A shape and all that is inside it, each with where it stands."""
    shape = resolved(shape, told)
    yield path, shape
    for name, inner in shape.get("properties", {}).items():
        yield from shapes(inner, told, f"{path}.{name}")
    for key in ("anyOf", "allOf", "oneOf"):
        for inner in shape.get(key, []):
            yield from shapes(inner, told, path)
    for key in ("items", "additionalProperties"):
        if isinstance(shape.get(key), dict):
            yield from shapes(shape[key], told, f"{path}.*")


def sent() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every shape that somebody may send, in bodies and parameters."""
    told = document()
    for operations in told["paths"].values():
        for operation in operations.values():
            name = operation["operationId"]
            for content in operation.get("requestBody", {}).get("content", {}).values():
                yield from shapes(content["schema"], told, name)
            for parameter in operation["parameters"]:
                yield from shapes(parameter["schema"], told, f"{name}?{parameter['name']}")


def is_decimal(shape: dict[str, Any]) -> bool:
    """A number that may be sent as a text too."""
    return any(inner.get("type") == "number" for inner in shape.get("anyOf", []))


def test_a_name_stands_for_one_shape() -> None:
    assert api.get_openapi_schema().ambiguous == set()


def test_bodies_refuse_fields_they_do_not_know() -> None:
    open_ones = [
        path for path, shape in sent() if "properties" in shape and shape.get("additionalProperties") is not False
    ]
    assert [path for path in open_ones if not path.startswith(("upload_file", "upload_rejects"))] == []


@pytest.mark.parametrize(
    ("kind", "limits"),
    [
        pytest.param("string", {"maxLength", "enum", "const", "format", "pattern"}, id="texts"),
        pytest.param("array", {"maxItems"}, id="lists"),
        pytest.param("integer", {"maximum", "exclusiveMaximum", "enum", "const"}, id="whole numbers"),
    ],
)
def test_everything_that_is_sent_has_a_limit(kind: str, limits: set[str]) -> None:
    endless = {path for path, shape in sent() if shape.get("type") == kind and not limits & shape.keys()} - ROWS
    endless -= {path for path, shape in sent() if is_decimal(shape)}
    assert endless == set()


def test_every_operation_says_what_it_is_for_and_how_it_refuses() -> None:
    for operations in document()["paths"].values():
        for method, operation in operations.items():
            assert operation.get("description"), operation["operationId"]
            statuses = {str(status) for status in operation["responses"]}
            assert statuses >= {"401", "403", "422", "429", "503"}, operation["operationId"]
            assert ("409" in statuses) == (method != "get"), operation["operationId"]
            assert any(status.startswith("2") for status in statuses), operation["operationId"]


def printed(*arguments: str) -> str:
    return subprocess.run(
        [sys.executable, "-m", "kedun.web.openapi", *arguments],
        env={"PYTHONPATH": "src", "PATH": "/usr/bin:/bin", "DATABASE_URL": "postgresql://nobody@/none?host=/nowhere"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_the_document_is_printed_without_a_database() -> None:
    told = json.loads(printed())
    assert told["openapi"] == "3.1.0"
    assert "/api/v1/me" in told["paths"]


@pytest.mark.parametrize(("language", "ending"), [("zh", ".zh-CN.md"), ("en", ".md")])
def test_the_reference_lists_every_operation(language: str, ending: str) -> None:
    file, told = ROOT / "docs" / "reference" / f"api{ending}", printed(language)
    if os.environ.get("KEDUN_WRITE_GOLDEN"):
        file.write_text(told, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == told
    assert told.count("\n| `") == sum(len(each) for each in document()["paths"].values())
