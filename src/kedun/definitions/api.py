"""The policy under /api/v1: what is in force, every version, and changes of it."""

from collections.abc import Sequence
from typing import cast

from ninja import Query

from kedun.accounts.api import Request, Router, language, page, person, position
from kedun.accounts.queries import actor_names
from kedun.accounts.schemas import Choice, Id, Page
from kedun.definitions import documents
from kedun.definitions.changes import actions, queries
from kedun.definitions.changes.states import STATE_WORDS, State
from kedun.definitions.diff import ABSENT, Side, changes, sentence
from kedun.definitions.diff_text import text_lines
from kedun.definitions.diff_words import KIND_WORDS
from kedun.definitions.kinds import KINDS
from kedun.definitions.models import Cancellation, ChangeSet, Draft, Version
from kedun.definitions.queries import live, standing, stored
from kedun.definitions.refusals import DefinitionNotFound
from kedun.definitions.schemas import (
    CancelIn,
    ChangeDocument,
    ChangeIn,
    ChangeLine,
    ChangeQuery,
    CheckShown,
    CommentIn,
    CommentShown,
    DifferenceQuery,
    DraftIn,
    DraftShown,
    DraftTextLines,
    KindName,
    Number,
    PolicyDocuments,
    PolicyVersions,
    SubmitIn,
    TextLineShown,
    TitleIn,
    VersionDocument,
    VersionLine,
    VersionsDifference,
)
from kedun.definitions.starter import draft_of
from kedun.kernel.clock import clock, today
from kedun.kernel.days import Day, to_date, to_day
from kedun.kernel.refusals import Refusal
from kedun.kernel.words import Language

router = Router("policy")
BODY_LIMIT = 3 * documents.MOST_BYTES
FIRST = 1


@router.get("/policy", response=PolicyDocuments)
def policy(request: Request) -> PolicyDocuments:
    """List the documents of the policy that is in force today."""
    rows = [
        Version.objects.get(kind=each.kind, key=each.key, version=each.version)
        for kind in KINDS
        for each in live(kind).values()
    ]
    return PolicyDocuments(items=_lines(rows, language(request)))


@router.get("/policy/{kind}/versions", response=PolicyVersions)
def policy_versions(request: Request, kind: KindName) -> PolicyVersions:
    """List all versions of a document, newest first, those still to come too."""
    rows = list(Version.objects.filter(kind=kind, key=kind).order_by("-version"))
    if not rows:
        raise DefinitionNotFound(kind=kind, key=kind, version=FIRST)
    return PolicyVersions(items=_lines(rows, language(request)))


@router.get("/policy/{kind}/versions/{number}", response=VersionDocument)
def policy_version(request: Request, kind: KindName, number: Number) -> VersionDocument:
    """Show a version with its text, and what it changed."""
    row, spoken = stored(kind, kind, number), language(request)
    before = standing().filter(kind=kind, key=kind, version__lt=number).order_by("-version").first()
    old: Side = documents.read(before.body, file=kind) if before else ABSENT
    return VersionDocument(
        **_lines([row], spoken)[0].model_dump(),
        body=row.body,
        lines=_said(kind, old, documents.read(row.body, file=kind), spoken) if before else [],
    )


@router.get("/policy/{kind}/versions/{number}/difference", response=VersionsDifference)
def policy_difference(
    request: Request, kind: KindName, number: Number, query: Query[DifferenceQuery]
) -> VersionsDifference:
    """Say what a version changed since another one, earlier or later."""
    after, before = stored(kind, kind, number), stored(kind, kind, query.since)
    sides = documents.read(before.body, file=kind), documents.read(after.body, file=kind)
    return VersionsDifference(lines=_said(kind, *sides, language(request)))


@router.post("/policy/{kind}/versions/{number}/restore", response=ChangeDocument, status=201)
def restore_policy_version(request: Request, kind: KindName, number: Number, change: ChangeIn) -> ChangeDocument:
    """Begin a change that makes an old version the next one."""
    made = actions.restore(kind, kind, number, person=person(request), title=change.title)
    return change_document(request, made.pk)


@router.get("/policy-changes", response=Page[ChangeLine])
def policy_changes(request: Request, query: Query[ChangeQuery]) -> Page[ChangeLine]:
    """List changes of the policy, newest first."""
    purpose = f"policy changes {query.state}"
    after = position(query, purpose)
    found = ChangeSet.objects.select_related("maker").order_by("-pk")
    if query.state is not None:
        found = found.filter(state=query.state)
    if after is not None:
        found = found.filter(pk__lt=after[0])
    return page(
        list(found[: query.limit + 1]),
        query,
        purpose=purpose,
        key=lambda each: (each.pk,),
        shown=lambda each: _line(request, each),
    )


@router.post("/policy-changes", response=ChangeDocument, status=201)
def begin_policy_change(request: Request, change: ChangeIn) -> ChangeDocument:
    """Begin a change of the policy."""
    return change_document(request, actions.begin(person(request), change.title).pk)


@router.get("/policy-changes/{change_id}", response=ChangeDocument)
def policy_change(request: Request, change_id: Id) -> ChangeDocument:
    """Show a change: its texts, what they change in words, whether they work together."""
    return change_document(request, change_id)


@router.patch("/policy-changes/{change_id}", response=ChangeDocument)
def rename_policy_change(request: Request, change_id: Id, change: TitleIn) -> ChangeDocument:
    """Give a change that is not submitted another title."""
    actions.rename(change_id, change.title, person=person(request), seen=change.revision)
    return change_document(request, change_id)


@router.put("/policy-changes/{change_id}/drafts/{kind}", response=ChangeDocument, body_limit=BODY_LIMIT)
def write_draft(request: Request, change_id: Id, kind: KindName, draft: DraftIn) -> ChangeDocument:
    """Put a text into a change; it has to be readable, whether it works is told by the check."""
    text = draft_of(draft.body, kind=kind, key=kind, file=kind)
    actions.write(change_id, [text], person=person(request), seen=draft.revision, base=draft.base_version)
    return change_document(request, change_id)


@router.get("/policy-changes/{change_id}/drafts/{kind}/text", response=DraftTextLines)
def draft_text(request: Request, change_id: Id, kind: KindName) -> DraftTextLines:
    """Show a draft's text line by line against the one it started from: what those who agree to it agree to."""
    draft = queries.draft(change_id, kind)
    found = text_lines(queries.base(draft) or "", draft.body)
    return DraftTextLines(
        lines=[TextLineShown(side=each.side, before=each.before, after=each.after, text=each.text) for each in found]
    )


@router.delete("/policy-changes/{change_id}/drafts/{kind}")
def drop_draft(request: Request, change_id: Id, kind: KindName) -> None:
    """Take a text out of a change."""
    actions.drop(change_id, kind, kind, person=person(request))


@router.post("/policy-changes/{change_id}/submit", response=ChangeDocument)
def submit_policy_change(request: Request, change_id: Id, submit: SubmitIn) -> ChangeDocument:
    """Ask others to agree to exactly these texts."""
    live_from = None if submit.live_from is None else to_day(submit.live_from)
    actions.submit(
        change_id,
        person=person(request),
        reason=submit.reason,
        live_from=live_from,
        seen=submit.revision,
        confirmed=submit.confirmed,
    )
    return change_document(request, change_id)


@router.post("/policy-changes/{change_id}/withdraw", response=ChangeDocument)
def withdraw_policy_change(request: Request, change_id: Id) -> ChangeDocument:
    """Take a submitted change back."""
    actions.withdraw(change_id, person=person(request))
    return change_document(request, change_id)


@router.post("/policy-changes/{change_id}/cancel", response=ChangeDocument)
def cancel_policy_change(request: Request, change_id: Id, cancel: CancelIn) -> ChangeDocument:
    """Take back what was agreed to before its day comes."""
    actions.cancel(change_id, person=person(request), reason=cancel.reason)
    return change_document(request, change_id)


@router.post("/policy-changes/{change_id}/comments", response=ChangeDocument, status=201)
def comment_policy_change(request: Request, change_id: Id, comment: CommentIn) -> ChangeDocument:
    """Comment on a change."""
    actions.say(change_id, comment.text, person=person(request))
    return change_document(request, change_id)


def _lines(rows: Sequence[Version], spoken: Language) -> list[VersionLine]:
    names = actor_names({row.author for row in rows})
    on = today(clock())
    in_force = {kind: {each.version for each in live(kind, on=on).values()} for kind in {row.kind for row in rows}}
    alone = queries.made_alone()
    cancelled = set(Cancellation.objects.filter(version__in=rows).values_list("version", flat=True))
    return [
        VersionLine(
            kind=row.kind,
            label=KIND_WORDS[row.kind].say(spoken),
            version=row.version,
            live_from=None if row.live_from is None else to_date(row.live_from),
            is_live=row.version in in_force[row.kind],
            is_cancelled=row.pk in cancelled,
            is_alone=(f"{row.kind}:{row.key}", row.version) in alone,
            by=names.get(row.author, row.author),
            at=row.created_at,
            reason=row.reason,
            sha256=row.sha256,
        )
        for row in rows
    ]


def _line(request: Request, found: ChangeSet) -> ChangeLine:
    state = cast(State, found.state)
    return ChangeLine(
        id=found.pk,
        title=found.title,
        state=Choice(code=state, label=STATE_WORDS[state].say(language(request))),
        by=found.maker.name,
        is_mine=found.maker_id == person(request).pk,
        reason=found.reason,
        live_from=None if found.live_from is None else to_date(found.live_from),
        approval=found.request_id,
        updated_at=found.updated_at,
        revision=found.revision,
    )


def change_document(request: Request, number: int) -> ChangeDocument:
    """Give a change as the API shows it."""
    found, spoken = queries.change_set(number), language(request)
    drafts = list(found.drafts.order_by("kind", "key"))
    comments = found.comments.select_related("person").order_by("pk")
    return ChangeDocument(
        **_line(request, found).model_dump(),
        drafts=[_draft(each, spoken) for each in drafts],
        check=_check(drafts, spoken, found.live_from),
        comments=[CommentShown(by=each.person.name, at=each.at, text=each.text) for each in comments],
        published=found.published,
        is_to_come=bool(queries.to_come(found, today(clock()))),
        findings=[each[spoken] for each in found.findings],
    )


def _draft(draft: Draft, spoken: Language) -> DraftShown:
    there = queries.newest(draft.kind, draft.key)
    return DraftShown(
        kind=draft.kind,
        label=KIND_WORDS[draft.kind].say(spoken),
        body=draft.body,
        base_version=draft.base_version,
        newest_version=there.version if there else 0,
        lines=[each.say(spoken) for each in queries.lines([draft])],
    )


def _said(kind: str, before: Side, after: Side, spoken: Language) -> list[str]:
    names = queries.indicator_names()
    return [sentence(kind, each, before, after, names).say(spoken) for each in changes(before, after)]


def _check(drafts: Sequence[Draft], spoken: Language, live_from: Day | None) -> CheckShown:
    """Tell whether the policy works with these texts from the day on which they are to begin."""
    on = today(clock())
    try:
        actions.works(drafts, max(on, live_from or on))
    except Refusal as refusal:
        return CheckShown(passes=False, code=refusal.code(), message=refusal.say(spoken))
    return CheckShown(passes=True, code=None, message=None)
