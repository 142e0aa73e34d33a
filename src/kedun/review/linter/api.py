"""What the linter finds, under /api/v1."""

from ninja import Query

from kedun.accounts.api import Request, Router, language
from kedun.definitions.changes.actions import read
from kedun.definitions.changes.queries import change_set
from kedun.definitions.diff_words import KIND_WORDS
from kedun.kernel.clock import clock, today
from kedun.review.linter.queries import brought, findings_of
from kedun.review.linter.schemas import FindingLine, Findings, FindingsQuery

router = Router("review")


@router.get("/policy-findings", response=Findings)
def policy_findings(request: Request, query: Query[FindingsQuery]) -> Findings:
    """Look for what may be wrong with the policy although it compiles; with the drafts of a change, if one is named."""
    spoken = language(request)
    drafts = [] if query.change is None else list(change_set(query.change).drafts.all())
    on = today(clock())
    found = findings_of(read(drafts), on)
    new = brought(read(drafts), on) if drafts else []
    return Findings(
        items=[
            FindingLine(
                gravity=each.gravity,
                code=each.code,
                kind=each.kind,
                kind_label=KIND_WORDS[each.kind].say(spoken),
                place=each.place,
                problem=each.problem().say(spoken),
                remedy=each.remedy().say(spoken),
                is_brought=each in new,
            )
            for each in found
        ]
    )
