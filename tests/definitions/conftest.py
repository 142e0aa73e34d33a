"""The shipped policy in force, and people who change it and agree to it."""

import pytest

from kedun.kernel.clock import SystemClock
from kedun.pipeline.starter import load_definitions
from tests.web.clients import ApiClient, client_of


@pytest.fixture
def policy(db: None) -> None:
    load_definitions(SystemClock())


@pytest.fixture
def maker() -> ApiClient:
    return client_of("credit_manager", language="en")


@pytest.fixture
def other() -> ApiClient:
    return client_of("ceo", language="en")


@pytest.fixture
def cfo() -> ApiClient:
    return client_of("cfo", language="en")
