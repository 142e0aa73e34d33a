"""Which shipped versions are offered, and what each would change of what is in force."""

from dataclasses import dataclass

import yaml

from kedun.definitions import documents
from kedun.definitions.changes.queries import indicator_names, lines_of
from kedun.definitions.diff import changes, sentence
from kedun.definitions.models import Offer
from kedun.definitions.queries import live, standing
from kedun.definitions.starter import Draft, draft_of
from kedun.definitions.upgrade.merge import merged
from kedun.kernel.words import Words

SHIPPED_BY = "starter"


@dataclass(frozen=True, slots=True)
class Offered:
    """A shipped version that waits for somebody to propose or decline it.

    `lines`: what it changes of what is in force; `kept`: what it would change too, had the firm not changed it itself.
    """

    offer: Offer
    text: Draft
    lines: tuple[Words, ...]
    kept: tuple[Words, ...]


def offers() -> list[Offered]:
    """Give what is shipped now and waits for an answer, where it differs from what is in force."""
    told = [_offered(each) for each in Offer.objects.filter(is_shipped=True).order_by("kind") if _waits(each)]
    return [each for each in told if each.lines or each.kept]


def _waits(offer: Offer) -> bool:
    """Tell whether nobody declined it, nor a change took it or still may."""
    change = offer.change_set
    if offer.declined_by_id is not None or change is None:
        return offer.declined_by_id is None
    if change.state in ("draft", "submitted"):
        return not change.drafts.filter(kind=offer.kind).exists()
    return not (change.state == "published" and _name(offer.kind) in change.published)


def _offered(offer: Offer) -> Offered:
    """Give the text to propose: as shipped where the firm kept what was shipped before, else its own with what is new."""
    ours = live(offer.kind).get(offer.kind)
    before = None if ours is None else _shipped_before(offer.kind, ours.version)
    if ours is None or before is None:
        text = draft_of(offer.body, kind=offer.kind, key=offer.kind, file=offer.kind)
        return Offered(offer, text, tuple(lines_of([text])), ())
    sides = documents.read(before), documents.read(ours.body), documents.read(offer.body, file=offer.kind)
    wanted, theirs = merged(*sides), merged(*sides, as_shipped=True)
    bodies = (offer.body, ours.body, yaml.safe_dump(wanted, allow_unicode=True, sort_keys=False))
    body = next(each for each in bodies if documents.read(each) == wanted)
    text = draft_of(body, kind=offer.kind, key=offer.kind, file=offer.kind)
    names = indicator_names()
    kept = [sentence(offer.kind, each, wanted, theirs, names) for each in changes(wanted, theirs)]
    lines = [] if wanted == sides[1] else lines_of([text])
    return Offered(offer, text, tuple(lines), tuple(kept))


def _shipped_before(kind: str, number: int) -> str | None:
    """Give the shipped text that a version comes from.

    It is that of the newest version up to it that says what was shipped once, or that an offer became.
    """
    offered = list(Offer.objects.filter(kind=kind).select_related("change_set"))
    by_text = {each.sha256: each.body for each in offered}
    taken = {each.change_set.published.get(_name(kind)): each.body for each in offered if each.change_set is not None}
    for each in standing().filter(kind=kind, version__lte=number).order_by("-version"):
        if each.author == SHIPPED_BY:
            return each.body
        if found := by_text.get(each.sha256) or taken.get(each.version):
            return found
    return None


def _name(kind: str) -> str:
    return f"{kind}:{kind}"
