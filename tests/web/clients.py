"""Clients of the API for tests: a person of a role who is logged in, and a program with an API key."""

from dataclasses import dataclass
from itertools import count
from typing import Any

from django.test import Client

from kedun.accounts.keys.actions import add_key
from kedun.accounts.models import Person, Team
from kedun.accounts.people.actions import add_person
from kedun.accounts.roles import KeyRight, KeyScope, Role
from kedun.kernel.words import Language

_numbers = count(1)


@dataclass(frozen=True)
class Answer:
    """What the API said."""

    status: int
    json: Any
    headers: Any
    content: bytes


class ApiClient:
    """Asks the API; JSON in, JSON out."""

    def __init__(self, client: Client, *, person: Person | None = None, headers: dict[str, str] | None = None) -> None:
        self.client = client
        self.headers = headers or {}
        self._person = person

    @property
    def person(self) -> Person:
        assert self._person is not None, "an API key is nobody"
        return self._person

    def get(self, path: str, **query: Any) -> Answer:
        return self._told(self.client.get(f"/api/v1{path}", query, headers=self.headers))

    def post(self, path: str, body: Any = None, **headers: str) -> Answer:
        return self._send("post", path, body, headers)

    def put(self, path: str, body: Any = None, **headers: str) -> Answer:
        return self._send("put", path, body, headers)

    def patch(self, path: str, body: Any = None, **headers: str) -> Answer:
        return self._send("patch", path, body, headers)

    def delete(self, path: str, body: Any = None, **headers: str) -> Answer:
        return self._send("delete", path, body, headers)

    def upload(self, path: str, **files: Any) -> Answer:
        """Send a multipart form."""
        return self._told(self.client.post(f"/api/v1{path}", files, headers=self.headers))

    def _send(self, method: str, path: str, body: Any, headers: dict[str, str]) -> Answer:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        data = {"data": "" if body is None else body, "content_type": "application/json"}
        send = getattr(self.client, method)
        return self._told(send(f"/api/v1{path}", headers=self.headers | named, **data))

    def _told(self, response: Any) -> Answer:
        content = b"".join(response.streaming_content) if response.streaming else response.content
        is_json = "json" in response.headers.get("Content-Type", "")
        return Answer(response.status_code, response.json() if is_json and content else None, response.headers, content)


def person_of(role: Role, *, name: str = "", language: Language = "zh", names_in_files: tuple[str, ...] = ()) -> Person:
    """Make a person of a role."""
    number = next(_numbers)
    return add_person(
        "test",
        email=f"{role}{number}@example.com",
        name=name or f"{role} {number}",
        role=role,
        language=language,
        names_in_files=names_in_files,
    )


def client_of(
    role: Role, *, name: str = "", language: Language = "zh", names_in_files: tuple[str, ...] = ()
) -> ApiClient:
    """Make a person of a role and log them in; `enforce_csrf_checks` is off as in Django's test client."""
    return client_for(person_of(role, name=name, language=language, names_in_files=names_in_files))


def client_for(person: Person) -> ApiClient:
    """Log a person in."""
    client = Client()
    client.force_login(person)
    return ApiClient(client, person=person)


def stranger() -> ApiClient:
    """Give a client that is not logged in."""
    return ApiClient(Client())


def key_client(right: KeyRight = "reader", *, scope: KeyScope = "all", teams: tuple[Team, ...] = ()) -> ApiClient:
    """Make an API key and a client that uses it."""
    made = add_key(
        "test",
        person_of("administrator"),
        name="test",
        right=right,
        scope=scope,
        team_ids=[team.pk for team in teams],
        expires_on=None,
    )
    return ApiClient(Client(), headers={"Authorization": f"Bearer {made.secret}"})
