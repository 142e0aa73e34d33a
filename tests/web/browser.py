"""A browser for tests: cookies, CSRF tokens, and the log-in addresses as the front end uses them."""

from typing import Any

from django.core.cache import cache
from django.test import Client

from kedun.accounts.models import Person
from tests.web.clients import Answer, ApiClient

LOG_IN = "/_allauth/browser/v1"
PASSWORD = "correct horse battery"  # noqa: S105 - of people who live as long as a test


class Browser(ApiClient):
    """Keeps cookies and sends the CSRF token, as a browser with our front end does."""

    def __init__(self, *, address: str = "127.0.0.1") -> None:
        super().__init__(Client(enforce_csrf_checks=True, REMOTE_ADDR=address))
        self.visit("GET", "/config")

    def visit(self, method: str, path: str, body: Any = None) -> Answer:
        """Ask a log-in address."""
        token = self.client.cookies.get("csrftoken")
        headers = {"X-CSRFToken": token.value} if token else {}
        data = {} if body is None else {"data": body, "content_type": "application/json"}
        return self._told(self.client.generic(method, f"{LOG_IN}{path}", **_encoded(data), headers=headers))

    def log_in(self, person: Person | str, password: str = PASSWORD) -> Answer:
        email = person if isinstance(person, str) else person.email
        return self.visit("POST", "/auth/login", {"email": email, "password": password})

    def _send(self, method: str, path: str, body: Any, headers: dict[str, str]) -> Answer:
        token = self.client.cookies.get("csrftoken")
        return super()._send(method, path, body, ({"X-CSRFToken": token.value} if token else {}) | headers)


def _encoded(data: dict[str, Any]) -> dict[str, Any]:
    import json

    if not data:
        return {}
    return {"data": json.dumps(data["data"]), "content_type": data["content_type"]}


def forget_attempts() -> None:
    """Have no attempts to log in counted yet."""
    cache.clear()
