"""Requests made up from the OpenAPI document, for three roles: no failure of ours, no answer that is not documented."""

import gc
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import APIOperation, Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from kedun.accounts.roles import Role
from tests.web.clients import ApiClient, client_of
from tests.web.operations import document
from tests.web.trading_house import SELLER, known, open_trading_house

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
EXAMPLES = int(os.environ.get("KEDUN_EXAMPLES", "3"))
"""Made-up requests per operation and role, a third of them against the schema; KEDUN_EXAMPLES=60 is a storm."""

TOKEN = "a" * 32
PATIENT = settings(
    max_examples=EXAMPLES,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(autouse=True)
def one_connection() -> Iterator[None]:
    """The server would close the connection after each request, and the test's own transaction with it."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def schema() -> schemathesis.BaseSchema:
    """The document without its security: the test itself says who asks."""
    told = document()
    for operations in told["paths"].values():
        for operation in operations.values():
            operation.pop("security")
    loaded = schemathesis.openapi.from_dict(told)
    loaded.app = get_wsgi_application()
    return loaded


def cases(operation: APIOperation[Any, Any, Any, Any], values: Mapping[str, object]) -> st.SearchStrategy[Case[Any]]:
    """Requests by the schema and against it, and by the schema at addresses where something stands."""
    names = {each.name for each in operation.path_parameters}
    there = operation.as_strategy(path_parameters={name: values[name] for name in names & values.keys()})
    return st.one_of([there, *(operation.as_strategy(generation_mode=mode) for mode in GenerationMode)])


def asked_by(client: ApiClient, case: Case[Any]) -> None:
    """Ask as the client's person; what it changed is undone."""
    cookies = {"kedun_session": client.client.cookies["kedun_session"].value, "csrftoken": TOKEN}
    with transaction.atomic():
        case.call_and_validate(cookies=cookies, headers={"X-CSRFToken": TOKEN}, checks=CHECKS)
        transaction.set_rollback(True)


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")  # files that the made-up clients send
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("role", ["administrator", "credit_manager", "sales"])
def test_whatever_is_sent_is_answered_as_documented(role: Role, tmp_path: Path) -> None:
    open_trading_house(tmp_path)
    client, failures, values = client_of(role, names_in_files=(SELLER,)), [], known()
    for found in schema().get_all_operations():
        operation = cast(Any, found).ok()

        @PATIENT
        @given(case=cases(operation, values))
        def ask(case: Case[Any]) -> None:
            asked_by(client, case)

        try:
            ask()
        except (Exception, BaseExceptionGroup) as failure:  # noqa: BLE001 - all failures are told together
            failures.append(f"{operation.label}: {shortly(failure)}")
    gc.collect()
    assert failures == []


def shortly(failure: BaseException) -> str:
    inner = getattr(failure, "exceptions", (failure,))
    return " | ".join(str(each)[:1500] for each in inner)
