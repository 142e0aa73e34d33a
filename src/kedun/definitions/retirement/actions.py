"""Retiring a definition and bringing it back: each writes the draft of a change, which others agree to as to any other."""

from django.db import transaction

from kedun.accounts.models import Person
from kedun.definitions import documents
from kedun.definitions.changes import actions as changes
from kedun.definitions.changes.queries import change_set
from kedun.definitions.models import ChangeSet
from kedun.definitions.queries import live, version
from kedun.definitions.retirement import texts
from kedun.definitions.retirement.parts import Place, parts
from kedun.definitions.retirement.queries import refuse_what_is_needed, retired
from kedun.definitions.retirement.refusals import AlreadyThere, NothingThere
from kedun.definitions.starter import draft_of
from kedun.kernel.clock import clock, today


def retire(kind: str, place: Place, *, person: Person, title: str, change: int | None = None) -> ChangeSet:
    """Leave a definition out of its document, in a change that can be edited or a new one.

    Raises: NothingThere, StillNeeded, and as beginning and writing a change do.
    """
    with transaction.atomic():
        body = _body(kind, change)
        if place not in parts(kind, documents.read(body, file=kind)):
            raise NothingThere(kind=kind, place=".".join(place))
        made = _written(kind, texts.without(body, place), person=person, title=title, change=change)
        drafts = list(made.drafts.all())
        refuse_what_is_needed(changes.read(drafts), max(today(clock()), made.live_from or 0))
        return made


def bring_back(kind: str, place: Place, *, person: Person, title: str, change: int | None = None) -> ChangeSet:
    """Put a retired definition back as its newest version had it, in a change that can be edited or a new one.

    Raises: NothingThere, AlreadyThere, and as beginning and writing a change do.
    """
    with transaction.atomic():
        body = _body(kind, change)
        if place in parts(kind, documents.read(body, file=kind)):
            raise AlreadyThere(kind=kind, place=".".join(place))
        text = texts.with_again(body, _last_with(kind, place), place)
        return _written(kind, text, person=person, title=title, change=change)


def _last_with(kind: str, place: Place) -> str:
    """Give the newest text that has a definition: the one in force, when only the change leaves it out."""
    there = live(kind).get(kind)
    if there is not None and place in parts(kind, documents.read(there.body, file=kind)):
        return there.body
    found = next((each for each in retired(kind, today(clock())) if each.place == place), None)
    if found is None:
        raise NothingThere(kind=kind, place=".".join(place))
    return version(kind, kind, found.last).body


def _body(kind: str, change: int | None) -> str:
    """Give the text to start from: the draft of the change, else what is in force."""
    draft = None if change is None else change_set(change).drafts.filter(kind=kind, key=kind).first()
    there = live(kind).get(kind)
    if draft is None and there is None:
        raise NothingThere(kind=kind, place=kind)
    return draft.body if draft is not None else there.body if there is not None else ""


def _written(kind: str, body: str, *, person: Person, title: str, change: int | None) -> ChangeSet:
    number = changes.begin(person, title).pk if change is None else change
    return changes.write(number, [draft_of(body, kind=kind, key=kind, file=kind)], person=person)
