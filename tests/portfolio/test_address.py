"""Whatever a customer's code is, its address opens that customer and nothing else."""

import json
import re
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote

import pytest
from django.urls import resolve
from hypothesis import given
from hypothesis import strategies as st

from kedun.intake.conversion import read_key
from kedun.portfolio.address import code_in
from tests.pipeline.small_house import customer, open_house, receive
from tests.web.clients import client_of
from tests.web.operations import document

CASES: Final[dict[str, str]] = json.loads(
    (Path(__file__).parents[2] / "web/src/api/customer-address.cases.json").read_text(encoding="utf-8")
)
"""Codes as the front end writes them; its own test holds it to the same."""
CODES: Final = st.text(min_size=1, max_size=200) | st.text("~/\\.%27EF-ab", min_size=1, max_size=6)


def escaped(found: re.Match[str]) -> str:
    return f"~{ord(found[0]):02X}"


def written(code: str) -> str:
    safe = re.sub(r"[~/\\%]", escaped, code)
    return re.sub("^.", escaped, safe, count=1) if re.fullmatch(r"\.{1,2}|[a-z_-]+", safe) else safe


def opened(part: str) -> tuple[str, str]:
    """The operation that an address leads to, and the code it is given."""
    found = resolve(f"/api/v1/customers/{unquote(quote(part, safe=''))}")
    return found.url_name or "", code_in(str(found.kwargs.get("code", "")))


def test_the_same_codes_are_written_here_as_in_the_browser() -> None:
    assert {code: written(code) for code in CASES} == CASES


def test_every_operation_of_one_customer_reads_the_code_so_and_every_other_is_named_by_a_word() -> None:
    told = document()["paths"]
    parts = {path.split("/")[4] for path in told if path.startswith("/api/v1/customers/")}
    assert {name for name in parts if not re.fullmatch("[a-z_-]+", name)} == {"{code}"}
    taken = [
        (path, each["schema"]["maxLength"])
        for path, operations in told.items()
        for operation in operations.values()
        for each in operation["parameters"]
        if path.startswith("/api/v1/customers/{code}") and each["name"] == "code"
    ]
    assert taken
    assert [path for path, most in taken if most != 600] == []


@given(CODES.filter(lambda code: read_key(code) == code))
def test_any_code_leads_to_the_page_of_its_own_customer(code: str) -> None:
    assert opened(written(code)) == ("customer", code)


@pytest.mark.django_db
def test_customers_with_such_codes_can_be_opened() -> None:
    open_house()
    receive(customer=[customer(code) for code in CASES])
    chief = client_of("ceo")
    for code, part in CASES.items():
        found = chief.get(f"/customers/{quote(part, safe='')}/facts/customer").json
        assert [item["cells"]["name"] for item in found["items"]] == [f"客户{code}"]
