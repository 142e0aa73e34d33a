"""Reading facts back, under /api/v1: at the addresses to which they are sent, so on the same router."""

from collections.abc import Mapping

from ninja import Query

from kedun.accounts.api import Request, log_access, masks, page, position, scope
from kedun.facts.kinds import KINDS, Field
from kedun.facts.masking import Masks, mask_of
from kedun.facts.queries import day_of, last_batch
from kedun.intake.extracts.queries import Stored, stored
from kedun.intake.extracts.schemas import FactLine, FactPage, FactQuery
from kedun.intake.typed.actions import MAIN
from kedun.intake.typed.api import router
from kedun.intake.typed.rows import api_name
from kedun.intake.typed.schemas import KindName
from kedun.intake.wizard.api import kind_named
from kedun.kernel.days import to_date
from kedun.kernel.money import to_decimal
from kedun.kernel.refusals import Forbidden

__all__ = ("router",)


class KindOfEveryone(Forbidden):
    """{kind} belongs to no customer; only who sees all customers reads it."""

    zh = "{kind} 不属于任何客户，只有可查看全部客户的人员才能读取。"


@router.get("/facts/{kind}", response=FactPage)
def facts(request: Request, kind: KindName, query: Query[FactQuery]) -> FactPage:
    """List the current facts of a kind, for programs that keep a copy: first everything, later only what is new."""
    name, seen, hidden = kind_named(kind), scope(request), masks(request)
    if seen.kind != "all" and not KINDS[name].of_customer:
        raise KindOfEveryone(kind=name)
    purpose = f"facts {name} {query.source} {query.since}"
    after = position(query, purpose)
    known_at = last_batch()
    found = stored(
        name,
        scope=seen,
        on=day_of(MAIN),
        since=query.since,
        source=query.source,
        after=int(str(after[0])) if after else 0,
        limit=query.limit + 1,
    )
    made = page(
        found, query, purpose=purpose, key=lambda each: (each.id,), shown=lambda each: _line(name, each, hidden)
    )
    log_access(request, "facts", f"kind:{name}", len(made.items))
    masked = [api_name(field) for field in KINDS[name].fields if mask_of(name, field.name) in hidden]
    return FactPage(**dict(made), kind=name, masked=masked, known_at=known_at)


def _line(kind: str, each: Stored, hidden: Masks) -> FactLine:
    return FactLine(
        source=each.source,
        external_id=each.external_id,
        customer=each.customer,
        legal_entity=each.legal_entity,
        reported_on=None if each.reported_on is None else to_date(each.reported_on).isoformat(),
        batch=each.batch,
        is_retracted=each.is_retracted,
        fields={
            api_name(field): None if mask_of(kind, field.name) in hidden else _said(field, each.values)
            for field in KINDS[kind].fields
        },
    )


def _said(field: Field, values: Mapping[str, str | int | bool | None]) -> str | int | bool | None:
    """Give a value as it is sent: an amount as a decimal string, a day by ISO 8601."""
    value = values[field.name]
    if isinstance(value, bool) or not isinstance(value, int):
        return value
    match field.type:
        case "day":
            return to_date(value).isoformat()
        case "money":
            return format(to_decimal(value, str(values["currency"])), "f")
        case _:
            return value
