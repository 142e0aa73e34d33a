"""Retired definitions under /api/v1."""

from collections.abc import Callable, Mapping

from kedun.accounts.api import Request, Router, language, person
from kedun.accounts.queries import actor_names
from kedun.definitions import documents
from kedun.definitions.api import change_document
from kedun.definitions.changes.queries import indicator_names
from kedun.definitions.models import ChangeSet
from kedun.definitions.queries import live
from kedun.definitions.retirement import actions
from kedun.definitions.retirement.parts import labels
from kedun.definitions.retirement.queries import Retired, named, retired
from kedun.definitions.retirement.schemas import RetiredLine, RetiredLines, RetireIn
from kedun.definitions.schemas import ChangeDocument, KindName
from kedun.kernel.clock import clock, today
from kedun.kernel.days import to_date
from kedun.kernel.words import Language

router = Router("policy")


@router.get("/policy/{kind}/retired", response=RetiredLines)
def retired_definitions(request: Request, kind: KindName) -> RetiredLines:
    """List what is retired of a kind, with who, when and why; and what could be."""
    spoken, found = language(request), retired(kind, today(clock()))
    people = actor_names({each.version.author for each in found})
    there, names = live(kind).get(kind), indicator_names()
    inside = labels(kind, documents.read(there.body, file=kind)) if there else {}
    return RetiredLines(
        items=[_line(each, people, spoken) for each in found],
        present={".".join(place): named(place, label, names).say(spoken) for place, label in inside.items()},
    )


@router.post("/policy/{kind}/retire", response=ChangeDocument, status=201)
def retire_definition(request: Request, kind: KindName, wish: RetireIn) -> ChangeDocument:
    """Leave a definition out of its document in a change; others agree to it like to any other."""
    return _changed(request, kind, wish, actions.retire)


@router.post("/policy/{kind}/bring-back", response=ChangeDocument, status=201)
def bring_back_definition(request: Request, kind: KindName, wish: RetireIn) -> ChangeDocument:
    """Put a retired definition back in a change, as its newest version had it."""
    return _changed(request, kind, wish, actions.bring_back)


def _changed(request: Request, kind: str, wish: RetireIn, act: Callable[..., ChangeSet]) -> ChangeDocument:
    into = {"title": wish.title, "change": wish.change, "seen": wish.revision}
    made = act(kind, tuple(wish.place.split(".")), person=person(request), **into)
    return change_document(request, made.pk)


def _line(each: Retired, people: Mapping[str, str], spoken: Language) -> RetiredLine:
    row = each.version
    return RetiredLine(
        place=".".join(each.place),
        label=each.named.say(spoken),
        live_from=to_date(row.live_from or 0),
        is_to_come=each.is_to_come,
        version=row.version,
        last_version=each.last,
        by=people.get(row.author, row.author),
        at=row.created_at,
        reason=row.reason,
    )
