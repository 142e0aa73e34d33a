"""Putting a pack into force: one change of all its documents, agreed to by others; at once where nobody else is there."""

from dataclasses import dataclass

from kedun.accounts.models import Person
from kedun.credit.packs.queries import changed, pack
from kedun.definitions.changes import actions as changes
from kedun.definitions.changes.queries import is_alone, waiting_alike


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking a pack did. `change`: None when everything was in force already; `approval`: what waits for others."""

    change: int | None
    approval: int | None
    is_in_force: bool


def take(key: str, *, person: Person, reason: str, confirmed: bool = False) -> Taken:
    """Ask for agreement to the documents of a pack that differ from what is in force; once, while an equal change waits.

    `confirmed`: the doubts that the pack brings here were looked at, and are meant.
    Raises: NoSuchPack, and as `bring_in` and `bring_in_alone` do.
    """
    offered = pack(key)
    texts = changed(offered)
    if not texts:
        return Taken(None, None, is_in_force=True)
    title = f"{offered.pack.label.zh} · {offered.pack.label.en}"
    if is_alone(person):
        made = changes.bring_in_alone(texts, person=person, title=title, reason=reason, confirmed=confirmed)
        return Taken(made.pk, None, is_in_force=True)
    made = waiting_alike(texts) or changes.bring_in(
        texts, person=person, title=title, reason=reason, confirmed=confirmed
    )
    return Taken(made.pk, made.request_id, is_in_force=False)
