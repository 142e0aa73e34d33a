"""What keeps writes apart: answers kept under an Idempotency-Key, locks, and a second look where somebody was faster."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import IntegrityError, connection, transaction
from psycopg.errors import UniqueViolation

from kedun.accounts.models import Answer

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")

KEPT = timedelta(hours=24)
_CLAIM = """
    INSERT INTO accounts_answer (actor, key, operation, request_hash, at) VALUES (%s, %s, %s, %s, %s)
    ON CONFLICT (actor, key) DO UPDATE
        SET operation = excluded.operation, request_hash = excluded.request_hash, at = excluded.at,
            status = NULL, content = NULL
        WHERE accounts_answer.at < %s
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A write that carries a key: two are the same when the operation and the hash of the request are."""

    actor: str
    key: str
    operation: str
    request_hash: str


@dataclass(frozen=True, slots=True)
class Kept:
    """The answer of an earlier write; without content where it was not to be kept."""

    operation: str
    request_hash: str
    status: int
    content: str | None


def claim(asked: Asked, *, at: datetime) -> Kept | None:
    """Take a key for this transaction, or give the answer it has got already.

    Waits for another transaction that holds the same key; when that one fails, the key is free again.
    """
    values: list[str | datetime] = [asked.actor, asked.key, asked.operation, asked.request_hash, at, at - KEPT]
    with connection.cursor() as cursor:
        cursor.execute(_CLAIM, values)
        if cursor.rowcount == 1:
            return None
    found = Answer.objects.get(actor=asked.actor, key=asked.key)
    assert found.status is not None, "an answer is written in the transaction that claims its key"
    return Kept(found.operation, found.request_hash, found.status, found.content)


def keep(asked: Asked, *, status: int, content: str | None) -> None:
    """Keep the answer for repetitions of the request."""
    Answer.objects.filter(actor=asked.actor, key=asked.key).update(status=status, content=content)


def forget_old(*, at: datetime) -> int:
    """Delete answers that are older than a day; gives how many."""
    return Answer.objects.filter(at__lt=at - KEPT).delete()[0]


def one_at_a_time(name: str) -> None:
    """Let nobody else past here with the same name until this transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [name])


def looks_again(action: Callable[Parameters, Result]) -> Callable[Parameters, Result]:
    """Have an action begin anew when a unique name was taken between its look and its write: its own check then refuses."""

    @wraps(action)
    def run(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Result:
        try:
            with transaction.atomic():
                return action(*args, **kwargs)
        except IntegrityError as error:
            if not isinstance(error.__cause__, UniqueViolation):
                raise
        return action(*args, **kwargs)

    return run
