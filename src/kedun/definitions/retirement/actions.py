"""Retiring a definition and bringing it back: each writes the draft of a change, which others agree to as to any other."""

from django.db import transaction

from kedun.accounts.models import Person
from kedun.definitions import documents
from kedun.definitions.changes import actions as changes
from kedun.definitions.models import ChangeSet
from kedun.definitions.queries import live, version
from kedun.definitions.retirement import texts
from kedun.definitions.retirement.parts import Place, parts
from kedun.definitions.retirement.queries import refuse_what_is_needed, retired
from kedun.definitions.retirement.refusals import AlreadyThere, NothingThere
from kedun.definitions.starter import draft_of
from kedun.kernel.clock import clock, today
from kedun.kernel.days import Day


def retire(
    kind: str, place: Place, *, person: Person, title: str, change: int | None = None, seen: int | None = None
) -> ChangeSet:
    """Leave a definition out of its document, in a change that can be edited or a new one.

    `seen`: the revision of the change that the author looked at.
    Raises: NothingThere, StillNeeded, and as beginning and writing a change do.
    """
    with transaction.atomic():
        made = _opened(change, person, title, seen)
        body = _body(kind, made)
        if place not in parts(kind, documents.read(body, file=kind)):
            raise NothingThere(kind=kind, place=".".join(place))
        made = _written(kind, texts.without(body, place), made, person)
        refuse_what_is_needed(changes.read(list(made.drafts.all())), _start(made))
        return made


def bring_back(
    kind: str, place: Place, *, person: Person, title: str, change: int | None = None, seen: int | None = None
) -> ChangeSet:
    """Put a retired definition back as its newest version had it, in a change that can be edited or a new one.

    `seen`: the revision of the change that the author looked at.
    Raises: NothingThere, AlreadyThere, and as beginning and writing a change do.
    """
    with transaction.atomic():
        made = _opened(change, person, title, seen)
        body = _body(kind, made)
        if place in parts(kind, documents.read(body, file=kind)):
            raise AlreadyThere(kind=kind, place=".".join(place))
        return _written(kind, texts.with_again(body, _last_with(kind, place, _start(made)), place), made, person)


def _opened(change: int | None, person: Person, title: str, seen: int | None) -> ChangeSet:
    """Give a new change, or one that nobody else edits until this transaction ends."""
    return changes.begin(person, title) if change is None else changes.editable(change, person, seen)


def _start(made: ChangeSet) -> Day:
    return max(today(clock()), made.live_from or 0)


def _last_with(kind: str, place: Place, start: Day) -> str:
    """Give the newest text that has a definition: the one in force as the change begins, when only the change leaves it out."""
    there = live(kind, on=start).get(kind)
    if there is not None and place in parts(kind, documents.read(there.body, file=kind)):
        return there.body
    found = next((each for each in retired(kind, today(clock())) if each.place == place), None)
    if found is None:
        raise NothingThere(kind=kind, place=".".join(place))
    return version(kind, kind, found.last).body


def _body(kind: str, made: ChangeSet) -> str:
    """Give the text to start from: the draft of the change, else what is in force on the day it is to begin."""
    draft = made.drafts.filter(kind=kind, key=kind).first()
    if draft is not None:
        return draft.body
    there = live(kind, on=_start(made)).get(kind)
    if there is None:
        raise NothingThere(kind=kind, place=kind)
    return there.body


def _written(kind: str, body: str, made: ChangeSet, person: Person) -> ChangeSet:
    return changes.write(made.pk, [draft_of(body, kind=kind, key=kind, file=kind)], person=person)
