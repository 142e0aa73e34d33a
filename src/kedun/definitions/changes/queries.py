"""What can be asked of changes."""

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from kedun.accounts.models import Audit, Person
from kedun.approvals.authority import Authority, read_authority
from kedun.definitions import documents
from kedun.definitions.changes.refusals import ChangeMissing, DraftMissing
from kedun.definitions.diff import ABSENT, Side, changes, sentence
from kedun.definitions.diff_words import KIND_WORDS, ONLY_COMMENTS
from kedun.definitions.kinds import KINDS
from kedun.definitions.models import ChangeSet, Draft, Version
from kedun.definitions.queries import live, standing
from kedun.definitions.starter import Draft as Text
from kedun.kernel.days import Day
from kedun.kernel.hashing import Json
from kedun.kernel.words import Words

ALONE = "policy.alone"


def is_alone(person: Person) -> bool:
    """Tell whether nobody else ever was there; whoever sends the others away is not alone."""
    return not Person.objects.exclude(pk=person.pk).exists()


def made_alone() -> frozenset[tuple[str, int]]:
    """Give the versions, by name, that came into force without agreement since nobody else was able."""
    told = Audit.objects.filter(verb=ALONE).values_list("params", flat=True)
    return frozenset((name, number) for each in told for name, number in each.get("versions", {}).items())


def change_set(number: int) -> ChangeSet:
    """Give a change set.

    Raises: ChangeMissing.
    """
    found = ChangeSet.objects.select_related("maker", "request").filter(pk=number).first()
    if found is None:
        raise ChangeMissing(number=number)
    return found


def draft(number: int, kind: str) -> Draft:
    """Give a draft of a change.

    Raises: ChangeMissing, DraftMissing.
    """
    found = change_set(number).drafts.filter(kind=kind, key=kind).first()
    if found is None:
        raise DraftMissing(kind=kind)
    return found


def to_come(change: ChangeSet, on: Day) -> list[Version]:
    """Give the versions that a change made and that come into force after a day; none when one is in force already."""
    if change.state != "published":
        return []
    names = [name.partition(":") for name in change.published]
    numbers = change.published.values()
    found = [
        standing().get(kind=kind, key=key, version=number)
        for (kind, _, key), number in zip(names, numbers, strict=True)
    ]
    return found if all((each.live_from or 0) > on for each in found) else []


def waiting_alike(texts: Sequence[Text]) -> ChangeSet | None:
    """Give a change that waits for agreement to exactly these texts."""
    wanted = {(text.kind, text.key, text.sha256) for text in texts}
    for each in ChangeSet.objects.filter(state="submitted").prefetch_related("drafts").order_by("pk"):
        if {(draft.kind, draft.key, draft.sha256) for draft in each.drafts.all()} == wanted:
            return each
    return None


def newest(kind: str, key: str) -> Version | None:
    """Give the newest version of a definition, in force or still to be."""
    return standing().filter(kind=kind, key=key).order_by("-version").first()


def begins_with(kind: str, key: str, on: Day) -> int:
    """Give the version that a change starts from which is to begin on a day: the one in force then; 0 for none."""
    found = live(kind, on=on).get(key)
    return found.version if found else 0


def later_days(start: Day) -> list[Day]:
    """Give the days after one on which another version comes into force."""
    days = standing().filter(live_from__gt=start).order_by("live_from").values_list("live_from", flat=True)
    return [day for day in days.distinct() if day is not None]


def in_force(kinds: Iterable[str], on: Day) -> dict[str, Mapping[str, Json]]:
    """Give what documents of some kinds say that are in force on a day."""
    found = {kind: live(kind, on=on).get(kind) for kind in kinds}
    bodies = {kind: documents.read(each.body, file=kind) for kind, each in found.items() if each is not None}
    return cast("dict[str, Mapping[str, Json]]", bodies)


def lines(drafts: Sequence[Draft]) -> list[Words]:
    """Say everything that drafts change against the versions they start from."""
    names = indicator_names()
    return [each for draft in drafts for each in said(draft, base(draft), names)]


def said(text: Text | Draft, before: str | None, names: Mapping[str, Words]) -> list[Words]:
    """Say what a text changes against an earlier one, even when that is no more than what is not kept of it."""
    old: Side = ABSENT if before is None else documents.read(before, file=text.kind)
    new = documents.read(text.body, file=text.kind)
    found = [sentence(text.kind, each, old, new, names) for each in changes(old, new)]
    if found or before is None or before == text.body:
        return found
    kind = KIND_WORDS[text.kind]
    return [Words(ONLY_COMMENTS.say("zh", kind=kind.zh), ONLY_COMMENTS.say("en", kind=kind.en))]


def lines_of(texts: Sequence[Text | Draft]) -> list[Words]:
    """Say everything that texts change against what is in force."""
    names, found = indicator_names(), []
    for text in texts:
        there = live(text.kind).get(text.key)
        found += said(text, there.body if there else None, names)
    return found


def in_force_against_before() -> list[tuple[Version, list[Words]]]:
    """Give every version in force that is not the first of its document, with what it changed against the one before."""
    names, found = indicator_names(), []
    for kind in KINDS:
        for each in live(kind).values():
            rows = standing().filter(kind=kind, key=each.key, version__lte=each.version).order_by("-version")[:2]
            if len(rows) > 1:
                now, before = rows
                old, new = (documents.read(row.body, file=kind) for row in (before, now))
                lines = [sentence(kind, change, old, new, names) for change in changes(old, new)]
                found.append((now, lines))
    return found


def open_changes() -> list[ChangeSet]:
    """Give the changes that may still come into force, the oldest first."""
    return list(ChangeSet.objects.filter(state__in=("draft", "submitted")).order_by("pk").prefetch_related("drafts"))


def base(draft: Draft) -> str | None:
    """Give the text that a draft started from."""
    row = Version.objects.filter(kind=draft.kind, key=draft.key, version=draft.base_version).first()
    return row.body if row else None


def says_the_same(draft: Draft) -> bool:
    """Tell whether a draft differs from what it started from in comments and layout at most."""
    row = Version.objects.filter(kind=draft.kind, key=draft.key, version=draft.base_version).first()
    return row is not None and row.sha256 == draft.sha256


def indicator_names() -> Mapping[str, Words]:
    """Give what indicators are called, by key."""
    found = next(iter(live("indicators").values()), None)
    if found is None:
        return {}
    body = cast("Mapping[str, Mapping[str, Mapping[str, Mapping[str, str]]]]", documents.read(found.body))
    return {key: Words(each["label"]["zh"], each["label"]["en"]) for key, each in body["indicators"].items()}


def authority(on: Day) -> Authority:
    """Give the table of authority that is in force on a day."""
    found = next(iter(live("authority", on=on).values()), None)
    return read_authority(cast("Mapping[str, Json]", documents.read(found.body))) if found else Authority(lines=())
