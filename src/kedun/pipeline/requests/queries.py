"""What a message of the outbox about a request or a change says now, and to whom."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, cast

from kedun.accounts.models import Person
from kedun.accounts.roles import Notify
from kedun.approvals.actions import ASKED, OUTCOME
from kedun.approvals.models import Request, Vote
from kedun.approvals.queries import possible_voters
from kedun.definitions.changes.actions import CANCELLED, OUTDATED
from kedun.definitions.models import ChangeSet
from kedun.kernel.days import Day
from kedun.kernel.words import Language, Words
from kedun.notify.notices import CHANGE, REQUEST, ApprovalKind
from kedun.outbox.queries import Waiting


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who is told, and how they wish to be."""

    id: int
    language: Language
    notify: Notify


@dataclass(frozen=True, slots=True)
class News:
    """What is told of a request or a change, and the active people it is told to. `by`, `why`: "" where there is nothing to say."""

    kind: ApprovalKind
    subject: str
    title: Words
    to: tuple[Reader, ...]
    by: str = ""
    why: str = ""


def news(message: Waiting, on: Day) -> News | None:
    """Give what a message says now; None where it is over, or nobody need be told."""
    return _NEWS[message.topic](message, on)


def _asked(message: Waiting, on: Day) -> News | None:
    """Everybody who may vote now is asked; of a request that is decided meanwhile nobody is told."""
    found = _request(message)
    if found is None:
        return None
    return _of_request(found, "asked", possible_voters(found, on=on), by=found.maker.name, why=found.reason)


def _outcome(message: Waiting, _on: Day) -> News | None:
    """Whoever asked is told what was decided, and the words of the last vote."""
    found = _request(message)
    last = Vote.objects.select_related("person").filter(request=found).order_by("id").last()
    if found is None or last is None:
        return None
    kind: ApprovalKind = "approved" if found.state == "approved" else "refused"
    return _of_request(found, kind, (found.maker,), by=last.person.name, why=last.note)


def _outdated(message: Waiting, _on: Day) -> News | None:
    found = _change(message)
    return None if found is None else _of_change(found, "outdated")


def _cancelled(message: Waiting, _on: Day) -> News | None:
    """Whoever made a change is told that another took it back."""
    found, told = _change(message), _payload(message)
    by = Person.objects.filter(pk=told["by"]).first()
    if found is None or by is None or by.pk == found.maker_id:
        return None
    return _of_change(found, "cancelled", by=by.name, why=str(told["reason"]))


_NEWS: Final[Mapping[str, Callable[[Waiting, Day], News | None]]] = {
    ASKED: _asked,
    OUTCOME: _outcome,
    OUTDATED: _outdated,
    CANCELLED: _cancelled,
}
TOPICS: Final = tuple(_NEWS)
"""The topics of these messages."""


def _of_request(of: Request, kind: ApprovalKind, people: Iterable[Person], *, by: str, why: str) -> News:
    title = of.shown.get("title")
    said = Words(str(title["zh"]), str(title["en"])) if isinstance(title, dict) else Words(of.action, of.action)
    return News(kind, f"{REQUEST}{of.pk}", said, _readers(people), by, why)


def _of_change(of: ChangeSet, kind: ApprovalKind, *, by: str = "", why: str = "") -> News:
    return News(kind, f"{CHANGE}{of.pk}", Words(of.title, of.title), _readers((of.maker,)), by, why)


def _readers(people: Iterable[Person]) -> tuple[Reader, ...]:
    return tuple(
        Reader(each.pk, cast("Language", each.language), cast("Notify", each.notify))
        for each in people
        if each.is_active
    )


def _request(message: Waiting) -> Request | None:
    return Request.objects.select_related("maker").filter(pk=_payload(message)["request"]).first()


def _change(message: Waiting) -> ChangeSet | None:
    return ChangeSet.objects.select_related("maker").filter(pk=_payload(message)["change"]).first()


def _payload(message: Waiting) -> Mapping[str, str | int]:
    return cast("Mapping[str, str | int]", message.payload)
