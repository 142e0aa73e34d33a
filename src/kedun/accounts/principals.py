"""Who asks: a person who logged in, or a program with an API key."""

from dataclasses import dataclass
from typing import Literal

from kedun.accounts.roles import KeyRight, Role
from kedun.kernel.words import Language


@dataclass(frozen=True, slots=True)
class Principal:
    """Somebody the API answers; `column` is their column in rights.csv."""

    kind: Literal["person", "key"]
    id: int
    name: str
    column: str
    language: Language

    @property
    def actor(self) -> str:
        """Give the text that audit rows know them by."""
        return f"{self.kind}:{self.id}"


def of_person(person_id: int, *, name: str, role: Role, language: Language) -> Principal:
    """Give the principal of a person."""
    return Principal("person", person_id, name, role, language)


def of_key(key_id: int, *, name: str, right: KeyRight) -> Principal:
    """Give the principal of an API key."""
    return Principal("key", key_id, name, f"api_{right}", "zh")
