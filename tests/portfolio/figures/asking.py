"""Asks for the figures of the book as somebody."""

from typing import Any

from tests.web.clients import ApiClient


def asked(client: ApiClient, **query: Any) -> Any:
    answer = client.get("/portfolio/figures", **query)
    assert answer.status == 200, answer.json
    return answer.json


def figures(document: Any) -> dict[str, float | None]:
    return {each["key"]: each["value"] for each in document["figures"]}
