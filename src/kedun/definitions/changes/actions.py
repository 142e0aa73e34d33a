"""From a draft to a version in force: begin, edit, submit, withdraw, restore, and what follows a decision."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import cast

from django.db import transaction

from kedun.accounts.actions import record
from kedun.accounts.models import Person
from kedun.accounts.refusals import FieldError
from kedun.approvals import actions as approvals
from kedun.approvals.actions import Asked
from kedun.approvals.authority import needed
from kedun.approvals.models import Request
from kedun.approvals.refusals import ReasonMissing
from kedun.definitions import checks, documents, evidence
from kedun.definitions.actions import POLICY_CHANGED, lock, publish
from kedun.definitions.changes import queries
from kedun.definitions.changes.refusals import (
    BreaksLater,
    ChangeEditedMeanwhile,
    ChangeHasFaults,
    ChangeMissing,
    CommentMissing,
    DayPassed,
    DoubtsUnconfirmed,
    DraftMissing,
    LaterVersionWaits,
    NotAsAgreed,
    NotEditable,
    NothingChanges,
    NothingToCancel,
    NotYourChange,
    OthersDecide,
    TitleMissing,
    TooManyDrafts,
)
from kedun.definitions.changes.states import EDITABLE, State
from kedun.definitions.checks import Remark
from kedun.definitions.models import Cancellation, ChangeSet, Comment, Draft
from kedun.definitions.queries import stored
from kedun.definitions.refusals import DefinitionChangedMeanwhile
from kedun.definitions.starter import Draft as Text
from kedun.definitions.starter import draft_of
from kedun.kernel.clock import clock, today
from kedun.kernel.days import Day, to_date
from kedun.kernel.hashing import Json, sha256_of
from kedun.kernel.refusals import Refusal
from kedun.kernel.words import Words
from kedun.outbox import actions as outbox

ACTION = "policy.change"
ALONE = queries.ALONE
OUTDATED, CANCELLED = "policy.outdated", "policy.cancelled"
"""The topics by which whoever made a change learns that it did not come into force, or will not;"""
LONGEST_TITLE, LONGEST_COMMENT = 200, 4_000
MOST_DRAFTS = 100
MOST_DAYS_AHEAD = 366


def begin(person: Person, title: str) -> ChangeSet:
    """Begin a change without drafts.

    Raises: TitleMissing.
    """
    now = clock().now()
    with transaction.atomic():
        made = ChangeSet.objects.create(title=_sound_title(title), maker=person, created_at=now, updated_at=now)
        _note(person, "policy.begin", made, {"title": made.title}, now)
    return made


def rename(number: int, title: str, *, person: Person, seen: int | None = None) -> ChangeSet:
    """Give a change that can be edited another title.

    Raises: ChangeMissing, NotYourChange, NotEditable, ChangeEditedMeanwhile, TitleMissing.
    """
    now = clock().now()
    with transaction.atomic():
        found = editable(number, person, seen)
        found.title = _sound_title(title)
        _edited(found, now)
        _note(person, "policy.rename", found, {"title": found.title}, now)
    return found


def _sound_title(title: str) -> str:
    if not 0 < len(title.strip()) <= LONGEST_TITLE:
        raise TitleMissing(most=LONGEST_TITLE)
    return title.strip()


def write(
    number: int, texts: Sequence[Text], *, person: Person, seen: int | None = None, base: int | None = None
) -> ChangeSet:
    """Put texts into a change, each in the place of an earlier draft of the same definition.

    `seen`: the revision of the change that the author looked at; `base`: the version that the text started from, by
    default that of the earlier draft, else the one in force on the day that the change is to begin.
    Raises: ChangeMissing, NotYourChange, NotEditable, ChangeEditedMeanwhile, TooManyDrafts.
    """
    now = clock().now()
    with transaction.atomic():
        found = editable(number, person, seen)
        start = max(today(clock()), found.live_from or 0)
        for text in texts:
            kept = found.drafts.filter(kind=text.kind, key=text.key).first()
            draft = kept or Draft(change_set=found, kind=text.kind, key=text.key)
            if base is not None:
                draft.base_version = base
            elif kept is None:
                draft.base_version = queries.begins_with(text.kind, text.key, start)
            draft.body, draft.sha256 = text.body, text.sha256
            draft.save()
        if found.drafts.count() > MOST_DRAFTS:
            raise TooManyDrafts(most=MOST_DRAFTS)
        _edited(found, now)
        _note(person, "policy.draft", found, {"kinds": [text.kind for text in texts]}, now)
    return found


def drop(number: int, kind: str, key: str, *, person: Person) -> ChangeSet:
    """Take a draft out of a change.

    Raises: ChangeMissing, NotYourChange, NotEditable, DraftMissing.
    """
    now = clock().now()
    with transaction.atomic():
        found = editable(number, person, None)
        deleted, _ = found.drafts.filter(kind=kind, key=key).delete()
        if not deleted:
            raise DraftMissing(kind=kind)
        _edited(found, now)
        _note(person, "policy.drop_draft", found, {"kind": kind}, now)
    return found


def restore(kind: str, key: str, number: int, *, person: Person, title: str) -> ChangeSet:
    """Begin a change that makes an old version the next one.

    Raises: DefinitionNotFound, TitleMissing.
    """
    old = stored(kind, key, number)
    with transaction.atomic():
        made = begin(person, title)
        return write(made.pk, [draft_of(old.body, kind=kind, key=key, file=kind)], person=person)


def bring_in(
    texts: Sequence[Text],
    *,
    person: Person,
    title: str,
    reason: str | None,
    live_from: Day | None = None,
    confirmed: bool = False,
) -> ChangeSet:
    """Begin a change with these texts and submit it, unless there is no reason; what is refused leaves nothing behind.

    Raises: as `begin`, `write` and `submit` do.
    """
    with transaction.atomic():
        made = write(begin(person, title).pk, texts, person=person)
        if reason is None:
            return made
        return submit(made.pk, person=person, reason=reason, live_from=live_from, confirmed=confirmed)


def bring_in_alone(
    texts: Sequence[Text], *, person: Person, title: str, reason: str, confirmed: bool = False
) -> ChangeSet:
    """Put these texts into force at once, in a firm where nobody else ever was who could agree; all of it is written down.

    `confirmed`: what may be wrong with them was looked at, and is meant.
    Raises: OthersDecide, ReasonMissing, DoubtsUnconfirmed, what the checks refuse, and as `begin` and `write` do.
    """
    now = clock().now()
    if not queries.is_alone(person):
        raise OthersDecide
    if not 0 < len(reason.strip()) <= approvals.LONGEST_TEXT:
        raise ReasonMissing(most=approvals.LONGEST_TEXT)
    with transaction.atomic():
        made = write(begin(person, title).pk, texts, person=person)
        made.reason = reason.strip()
        works(list(made.drafts.all()), today(clock()))
        weighed(list(made.drafts.all()), today(clock()), confirmed=confirmed)
        _publish(made, now)
        note_alone(f"person:{person.pk}", f"change:{made.pk}", made.published, at=now)
    return made


def note_alone(actor: str, subject: str, versions: Mapping[str, int], *, at: datetime) -> None:
    """Write down that versions came into force without anybody's agreement, and why; whoever comes later sees it with them."""
    record(actor, ALONE, {"versions": dict(versions), "why": "no one else able"}, subject=subject, at=at)


def say(number: int, text: str, *, person: Person) -> None:
    """Comment on a change.

    Raises: ChangeMissing, CommentMissing.
    """
    if not 0 < len(text.strip()) <= LONGEST_COMMENT:
        raise CommentMissing(most=LONGEST_COMMENT)
    now = clock().now()
    with transaction.atomic():
        found = queries.change_set(number)
        Comment.objects.create(change_set=found, person=person, text=text.strip(), at=now)
        _note(person, "policy.comment", found, {}, now)


def submit(
    number: int,
    *,
    person: Person,
    reason: str,
    live_from: Day | None,
    seen: int | None = None,
    confirmed: bool = False,
) -> ChangeSet:
    """Check all drafts together and ask for agreement to exactly these texts and this day.

    `confirmed`: what may be wrong with them was looked at, and is meant.
    Raises: ChangeHasFaults, DoubtsUnconfirmed, ChangeMissing, NotYourChange, NotEditable, ChangeEditedMeanwhile, NothingChanges, DayPassed,
    DefinitionChangedMeanwhile, what the checks refuse, and what asking refuses.
    """
    now = clock().now()
    on = today(clock())
    if live_from is not None and not on <= live_from <= on + MOST_DAYS_AHEAD:
        raise DayPassed(day=to_date(live_from).isoformat(), most=MOST_DAYS_AHEAD)
    with transaction.atomic():
        found = editable(number, person, seen)
        drafts = list(found.drafts.order_by("kind", "key"))
        _still_in_force(drafts, live_from or on)
        if all(queries.says_the_same(draft) for draft in drafts):
            raise NothingChanges
        said = queries.lines(drafts)
        works(drafts, live_from or on)
        doubts = weighed(drafts, live_from or on, confirmed=confirmed)
        shown: dict[str, Json] = {
            "title": {"zh": found.title, "en": found.title},
            "lines": [{"zh": each.zh, "en": each.en} for each in said],
            "texts": {f"{draft.kind}:{draft.key}": draft.sha256 for draft in drafts},
            "live_from": None if live_from is None else to_date(live_from).isoformat(),
            "doubts": [{"zh": each.problem.zh, "en": each.problem.en} for each in doubts],
            "evidence": evidence.of_change(found.pk, {draft.kind: draft.body for draft in drafts}),
        }
        needs = needed(queries.authority(on), ACTION, None)
        subject = f"change:{found.pk}"
        found.request_id = approvals.ask(Asked(ACTION, subject, shown, reason), needs, maker=person, at=now)
        found.reason, found.live_from, found.state = reason.strip(), live_from, "submitted"
        _edited(found, now)
    return found


def withdraw(number: int, *, person: Person) -> ChangeSet:
    """Take a submitted change back; its drafts can be edited again.

    Raises: ChangeMissing, NotYourChange, NotEditable, AlreadyDecided.
    """
    with transaction.atomic():
        found = _locked(number)
        if found.maker_id != person.pk:
            raise NotYourChange
        if found.state != "submitted" or found.request_id is None:
            raise NotEditable
        approvals.withdraw(found.request_id, person=person)
        _settle(found, "withdrawn", clock().now())
    return found


def cancel(number: int, *, person: Person, reason: str) -> ChangeSet:
    """Take back what was agreed to and is not in force yet: its versions never will be.

    Raises: ChangeMissing, ReasonMissing, NothingToCancel, LaterVersionWaits, BreaksLater.
    """
    now, on = clock().now(), today(clock())
    if not 0 < len(reason.strip()) <= approvals.LONGEST_TEXT:
        raise ReasonMissing(most=approvals.LONGEST_TEXT)
    with transaction.atomic():
        found = _locked(number)
        lock()  # after the row, as publishing does
        versions = queries.to_come(found, on)
        if not versions:
            raise NothingToCancel
        days = queries.later_days(on)
        kinds = {each.kind for each in versions}
        worked = {day for day in days if _passes(queries.in_force(kinds, day), day)}
        for each in versions:
            newest = queries.newest(each.kind, each.key)
            if newest is not None and newest.pk != each.pk and newest.live_from is not None:
                raise LaterVersionWaits(
                    kind=each.kind, version=newest.version, day=to_date(newest.live_from).isoformat()
                )
            Cancellation.objects.create(version=each, change_set=found, person=person, reason=reason.strip(), at=now)
        for day in days:
            if day in worked:
                _still_works(kinds, day)
        found.state, found.updated_at = "cancelled", now
        found.save()
        _note(person, "policy.cancelled", found, {"reason": reason.strip(), "published": found.published}, now)
        told: dict[str, Json] = {"change": found.pk, "by": person.pk, "reason": reason.strip()}
        outbox.append(CANCELLED, str(found.pk), told, at=now)
    return found


def _still_works(kinds: Collection[str], day: Day) -> None:
    try:
        checks.run(queries.in_force(kinds, day), day)
    except Refusal as refusal:
        raise BreaksLater(day=to_date(day).isoformat()) from refusal


def follow_decision(request: int, *, at: datetime) -> None:
    """Do what was decided about the change of a request: publish it, or note why not. Done twice, nothing happens.

    What was decided stands with the request, where only votes put it; the news of it is no more than a reason to look.
    """
    with transaction.atomic():
        submitted = ChangeSet.objects.select_for_update(of=("self",)).select_related("request")
        found = submitted.filter(request=request, state="submitted").exclude(request__state="waiting").first()
        if found is None or found.request is None:
            return
        if found.request.state != "approved":
            _settle(found, "refused" if found.request.state == "refused" else "withdrawn", at)
            return
        try:
            with transaction.atomic():
                _publish(found, at)
        except Refusal as refusal:
            found.findings = list(_told(refusal))
            _settle(found, "outdated", at)
            outbox.append(OUTDATED, f"{found.pk}:{request}", {"change": found.pk}, at=at)


def works(drafts: Sequence[Draft | Text], start: Day) -> None:
    """Check the whole policy with these texts in it, on the day they begin and on every day that a later version does.

    A day that does not work without them either is not theirs to mend.
    Raises: what the checks refuse; BreaksLater, because of what they refuse.
    """
    changed = read(drafts)
    checks.run(changed, start)
    for day in queries.later_days(start):
        try:
            checks.run(changed, day)
        except Refusal as refusal:
            if _passes(queries.in_force(changed, day), day):
                raise BreaksLater(day=to_date(day).isoformat()) from refusal


def _passes(documents_there: checks.Documents, day: Day) -> bool:
    try:
        checks.run(documents_there, day)
    except Refusal:
        return False
    return True


def _sound(drafts: Sequence[Draft | Text], start: Day) -> list[Remark]:
    """Accept texts that bring no fault with them, and give the doubts.

    Raises: ChangeHasFaults.
    """
    remarks = checks.remarks(read(drafts), start)
    if faults := [each for each in remarks if each.gravity == "fault"]:
        raise ChangeHasFaults([_field(each) for each in faults])
    return remarks


def weighed(drafts: Sequence[Draft | Text], start: Day, *, confirmed: bool) -> list[Remark]:
    """Accept texts whose doubts were looked at and are meant, and give the doubts.

    Raises: ChangeHasFaults, DoubtsUnconfirmed.
    """
    doubts = _sound(drafts, start)
    if doubts and not confirmed:
        raise DoubtsUnconfirmed([_field(each) for each in doubts])
    return doubts


def _field(remark: Remark) -> FieldError:
    words = Words(f"{remark.problem.zh}。{remark.remedy.zh}", f"{remark.problem.en}; {remark.remedy.en}")
    return FieldError(f"{remark.kind}.{remark.place}", remark.code, words)


def _told(refusal: Refusal) -> Iterator[Json]:
    """Say a refusal and what it came from."""
    yield {"zh": refusal.say("zh"), "en": refusal.say("en")}
    if isinstance(refusal.__cause__, Refusal):
        yield from _told(refusal.__cause__)


def _publish(found: ChangeSet, at: datetime) -> None:
    lock()
    on = today(clock())
    start = max(on, found.live_from or on)
    drafts = list(found.drafts.order_by("kind", "key"))
    if found.request is not None:
        _as_agreed(found, found.request, drafts)
    _still_in_force(drafts, start)
    works(drafts, start)
    _sound(drafts, start)
    actor = f"person:{found.maker_id}"
    for draft in drafts:
        text = Text(draft.kind, draft.key, draft.body, draft.sha256)
        number = publish(text, actor=actor, on=start, reason=found.reason, seen=draft.base_version, at=at)
        if number != draft.base_version:
            found.published[f"{draft.kind}:{draft.key}"] = number
    if start == on:
        told: dict[str, Json] = {"format": 1, "change": found.pk, "live_from": start, "at": at.isoformat()}
        outbox.append(POLICY_CHANGED, f"change:{found.pk}", told, at=at)
    _settle(found, "published", at)


def _as_agreed(found: ChangeSet, request: Request, drafts: Sequence[Draft]) -> None:
    """Compare what is about to be in force with what others agreed to: each text anew, and the day."""
    texts = {
        f"{each.kind}:{each.key}": draft_of(each.body, kind=each.kind, key=each.key, file=each.kind).sha256
        for each in drafts
    }
    day = None if found.live_from is None else to_date(found.live_from).isoformat()
    is_same = request.shown["texts"] == texts and request.shown["live_from"] == day
    if not is_same or sha256_of(request.shown) != request.shown_hash:
        raise NotAsAgreed


def read(drafts: Sequence[Draft | Text]) -> dict[str, Mapping[str, Json]]:
    """Read the documents of drafts, by kind."""
    bodies = {draft.kind: documents.read(draft.body, file=draft.kind) for draft in drafts}
    return cast("dict[str, Mapping[str, Json]]", bodies)


def _still_in_force(drafts: Sequence[Draft], start: Day) -> None:
    """Accept drafts that started from what is in force on the day they begin, with nothing to come after it."""
    for draft in drafts:
        present, newest = queries.begins_with(draft.kind, draft.key, start), queries.newest(draft.kind, draft.key)
        if newest is not None and newest.live_from is not None and newest.live_from > start:
            raise LaterVersionWaits(kind=draft.kind, version=newest.version, day=to_date(newest.live_from).isoformat())
        if present != draft.base_version:
            raise DefinitionChangedMeanwhile(kind=draft.kind, key=draft.key, seen=draft.base_version, present=present)


def _locked(number: int) -> ChangeSet:
    found = ChangeSet.objects.select_for_update().filter(pk=number).first()
    if found is None:
        raise ChangeMissing(number=number)
    return found


def editable(number: int, person: Person, seen: int | None) -> ChangeSet:
    """Give a change of mine that can be edited, and let nobody else edit it until this transaction ends.

    Raises: ChangeMissing, NotYourChange, NotEditable, ChangeEditedMeanwhile.
    """
    found = _locked(number)
    if found.maker_id != person.pk:
        raise NotYourChange
    if found.state not in EDITABLE:
        raise NotEditable
    if seen is not None and seen != found.revision:
        raise ChangeEditedMeanwhile(seen=seen, present=found.revision)
    return found


def _edited(found: ChangeSet, at: datetime) -> None:
    if found.state != "submitted":
        found.state, found.request_id, found.findings = "draft", None, []
    found.revision += 1
    found.updated_at = at
    found.save()


def _settle(found: ChangeSet, state: State, at: datetime) -> None:
    found.state, found.updated_at = state, at
    found.save()
    told: dict[str, Json] = {"published": found.published, **({"findings": found.findings} if found.findings else {})}
    record("policy", f"policy.{state}", told, subject=f"change:{found.pk}", at=at)


def _note(person: Person, verb: str, found: ChangeSet, told: Mapping[str, Json], at: datetime) -> None:
    record(f"person:{person.pk}", verb, told, subject=f"change:{found.pk}", at=at)
