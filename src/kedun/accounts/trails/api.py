"""Who did and who saw what, under /api/v1."""

from collections.abc import Mapping

from ninja import Query

from kedun.accounts.api import Request, Router, language, page, position
from kedun.accounts.models import AccessLog, Audit
from kedun.accounts.queries import actor_names
from kedun.accounts.schemas import Page, PageQuery
from kedun.accounts.trails.schemas import AccessLine, AccessQuery, Actor, AuditLine, AuditQuery
from kedun.accounts.trails.words import actor_said, said, subject_said
from kedun.kernel.words import Language

router = Router("accounts")


@router.get("/audit", response=Page[AuditLine])
def audit(request: Request, query: Query[AuditQuery]) -> Page[AuditLine]:
    """List what was done, newest first."""
    wanted = {"subject": query.subject, "actor": query.actor, "verb": query.verb}
    found = Audit.objects.filter(**_stated(wanted) | _before(query, f"audit {wanted}")).order_by("-id")
    rows = list(found[: query.limit + 1])
    names, spoken = actor_names({name for row in rows for name in (row.actor, row.subject)}), language(request)
    return page(
        rows,
        query,
        purpose=f"audit {wanted}",
        key=lambda row: (row.pk,),
        shown=lambda row: _audit_line(row, names, spoken),
    )


@router.get("/access-log", response=Page[AccessLine])
def access_log(request: Request, query: Query[AccessQuery]) -> Page[AccessLine]:
    """List who viewed and exported what, newest first."""
    wanted = {"subject": query.subject, "actor": query.actor, "what": query.what}
    found = AccessLog.objects.filter(**_stated(wanted) | _before(query, f"access {wanted}")).order_by("-id")
    rows = list(found[: query.limit + 1])
    names, spoken = actor_names({name for row in rows for name in (row.actor, row.subject)}), language(request)
    return page(
        rows,
        query,
        purpose=f"access {wanted}",
        key=lambda row: (row.pk,),
        shown=lambda row: _access_line(row, names, spoken),
    )


def _stated(wanted: Mapping[str, str | None]) -> dict[str, object]:
    return {field: value for field, value in wanted.items() if value is not None}


def _before(query: PageQuery, purpose: str) -> dict[str, object]:
    after = position(query, purpose)
    return {} if after is None else {"id__lt": after[0]}


def _audit_line(row: Audit, names: Mapping[str, str], spoken: Language) -> AuditLine:
    return AuditLine(
        id=row.pk,
        at=row.at,
        actor=Actor(code=row.actor, name=actor_said(row.actor, names, spoken)),
        verb=row.verb,
        words=said(row.verb, spoken),
        subject=row.subject,
        about=subject_said(row.subject, names, spoken),
        params=row.params,
    )


def _access_line(row: AccessLog, names: Mapping[str, str], spoken: Language) -> AccessLine:
    return AccessLine(
        id=row.pk,
        at=row.at,
        actor=Actor(code=row.actor, name=actor_said(row.actor, names, spoken)),
        what=row.what,
        words=said(row.what, spoken),
        subject=row.subject,
        about=subject_said(row.subject, names, spoken),
        rows=row.rows,
    )
