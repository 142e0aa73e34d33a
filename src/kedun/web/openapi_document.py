"""Completes the OpenAPI document: how one logs in, and the problem documents of every operation."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from ninja.schema import NinjaGenerateJsonSchema

from kedun.accounts.problems import CONTENT_TYPE
from kedun.accounts.schemas import Problem

REFERENCES = "#/components/schemas/{model}"
ALWAYS = (401, 403, 404, 422, 429, 500, 503)
WITH_BODY = (400, 415)
WRITING = (409, 413)
SECURITY: Mapping[str, Mapping[str, str]] = {
    "session": {"type": "apiKey", "in": "cookie", "name": "kedun_session"},
    "csrf": {"type": "apiKey", "in": "header", "name": "X-CSRFToken"},
    "key": {"type": "http", "scheme": "bearer"},
}
IDEMPOTENCY_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "The same key and request within a day get the same answer and no second effect.",
    "schema": {"type": "string", "pattern": "^[A-Za-z0-9._:-]{1,64}$"},
}
LANGUAGE = {
    "name": "lang",
    "in": "query",
    "required": False,
    "description": "The language of words in the answer; Accept-Language does the same.",
    "schema": {"type": "string", "enum": ["zh", "en"]},
}


def completed(schema: dict[str, Any]) -> None:
    """Add to a document what holds for every operation."""
    components = schema["components"]
    problem = Problem.model_json_schema(
        ref_template=REFERENCES, schema_generator=NinjaGenerateJsonSchema, mode="serialization"
    )
    components["schemas"] |= problem.pop("$defs") | {"Problem": problem}
    components["securitySchemes"] = dict(SECURITY)
    for operations in schema["paths"].values():
        for method, operation in operations.items():
            _complete(operation, method)


def _complete(operation: dict[str, Any], method: str) -> None:
    is_writing = method != "get"
    operation["security"] = [{"session": [], "csrf": []} if is_writing else {"session": []}, {"key": []}]
    operation["parameters"] = [*operation["parameters"], LANGUAGE, *([IDEMPOTENCY_KEY] if is_writing else [])]
    statuses = ALWAYS + (WITH_BODY if "requestBody" in operation else ()) + (WRITING if is_writing else ())
    for status in sorted(statuses):
        operation["responses"].setdefault(
            status,
            {
                "description": HTTPStatus(status).phrase,
                "content": {CONTENT_TYPE: {"schema": {"$ref": REFERENCES.format(model="Problem")}}},
            },
        )
