"""Which shipped versions are offered, and what each would change of what is in force."""

from dataclasses import dataclass

import yaml

from kedun.definitions import documents
from kedun.definitions.changes.queries import lines_of
from kedun.definitions.models import Offer, Version
from kedun.definitions.queries import live
from kedun.definitions.starter import Draft, draft_of
from kedun.definitions.upgrade.merge import merged
from kedun.kernel.hashing import Json
from kedun.kernel.words import Words

SHIPPED_BY = "starter"


@dataclass(frozen=True, slots=True)
class Offered:
    """A shipped version that waits for somebody to propose or decline it. `lines`: what it changes of what is in force."""

    offer: Offer
    text: Draft
    lines: tuple[Words, ...]


def offers() -> list[Offered]:
    """Give the newest shipped version of each document that nobody has proposed or declined, where it changes anything."""
    newest = Offer.objects.order_by("kind", "-pk").distinct("kind")
    waiting = [each for each in newest if each.change_set_id is None and each.declined_by_id is None]
    found = [(each, _text(each)) for each in sorted(waiting, key=lambda each: each.kind)]
    told = [(each, text, tuple(lines_of([text]))) for each, text in found]
    return [Offered(each, text, lines) for each, text, lines in told if lines]


def _text(offer: Offer) -> Draft:
    """Give the text to propose: as shipped where the firm kept what was shipped before, else its own with what is new."""
    ours = live(offer.kind).get(offer.kind)
    before = _shipped_before(offer)
    if ours is None or before is None:
        return draft_of(offer.body, kind=offer.kind, key=offer.kind, file=offer.kind)
    shipped = documents.read(offer.body, file=offer.kind)
    wanted = merged(documents.read(before), documents.read(ours.body), shipped)
    for body in (offer.body, ours.body, yaml.safe_dump(wanted, allow_unicode=True, sort_keys=False)):
        if _says(body, wanted):
            return draft_of(body, kind=offer.kind, key=offer.kind, file=offer.kind)
    raise AssertionError("what was written says what was meant")


def _says(body: str, wanted: Json) -> bool:
    return documents.read(body) == wanted


def _shipped_before(offer: Offer) -> str | None:
    """Give the shipped text that what is in force comes from: the last one that was taken, else the first that was loaded."""
    taken = Offer.objects.filter(kind=offer.kind, change_set__state="published").order_by("-pk").first()
    if taken is not None:
        return taken.body
    loaded = Version.objects.filter(kind=offer.kind, author=SHIPPED_BY).order_by("-version").first()
    return loaded.body if loaded else None
