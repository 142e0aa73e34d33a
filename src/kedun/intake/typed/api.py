"""Facts that programs and people send as typed rows, under /api/v1."""

from ninja import Body

from kedun.accounts.api import Request, Router, actor, language, principal, scope
from kedun.accounts.refusals import FieldError
from kedun.accounts.rights import rights
from kedun.facts.kinds import KINDS, Kind
from kedun.facts.tables import belongs_to_customer
from kedun.intake.limits import MIB
from kedun.intake.recognition import plural_of
from kedun.intake.synonyms import CHOICES
from kedun.intake.typed import actions, schemas
from kedun.intake.typed.actions import Taken, Writer, kinds_written_by
from kedun.intake.typed.refusals import FactNotTaken
from kedun.intake.typed.rows import fields_of
from kedun.intake.typed.schemas import ExternalId, KindName, SourceName
from kedun.intake.typed.words import said, words_of
from kedun.intake.wizard.api import kind_named
from kedun.kernel.words import Language

router = Router("facts")
BODY_LIMIT = 4 * MIB


@router.get("/fact-kinds", response=schemas.FactKinds)
def fact_kinds(request: Request) -> schemas.FactKinds:
    """List the kinds of facts with their fields."""
    spoken, role = language(request), principal(request).column
    may = rights().may(role, "upsert_facts")
    written = kinds_written_by(role) if may else frozenset[str]()
    items = [_kind(each, spoken, may_write=each.name in written) for each in KINDS.values()]
    return schemas.FactKinds(items=items)


def _kind(kind: Kind, spoken: Language, *, may_write: bool) -> schemas.FactKind:
    fields = []
    for name, field in fields_of(kind).items():
        choices = [schemas.FieldChoice(code=code, label=CHOICES[code][spoken == "en"]) for code in field.choices]
        label = field.label.say(spoken)
        fields.append(
            schemas.FactField(name=name, label=label, type=field.type, required=field.required, choices=choices)
        )
    return schemas.FactKind(
        kind=kind.name,
        plural=plural_of(kind.name),
        label=kind.label.say(spoken),
        of_customer=belongs_to_customer(kind.name),
        event_on=kind.event_on,
        may_write=may_write,
        fields=fields,
    )


def _writer(request: Request) -> Writer:
    return Writer(actor(request), principal(request).column, scope(request))


@router.put("/facts/{kind}", response=schemas.FactsTaken, body_limit=BODY_LIMIT)
def upsert_facts(request: Request, kind: KindName, facts: schemas.Facts) -> schemas.FactsTaken:
    """Add or correct facts of a kind, each found by its source and external_id; the same rows again change nothing."""
    name, spoken = kind_named(kind), language(request)
    taken = actions.upsert_rows(
        name, facts.rows, source=facts.source, writer=_writer(request), is_complete=facts.complete
    )
    return schemas.FactsTaken(
        kind=name,
        source=facts.source,
        added=taken.counts.added,
        changed=taken.counts.changed,
        unchanged=taken.counts.unchanged,
        retracted=taken.counts.retracted,
        rejects=[
            schemas.RejectedRow(
                index=each.index,
                external_id=each.external_id,
                field=each.field,
                code=each.code,
                message=said(each.code, each.params, spoken),
            )
            for each in taken.rejected
        ],
        batch=taken.batch,
        is_complete=taken.is_complete,
    )


@router.put("/facts/{kind}/{source}/{path:external_id}", response=schemas.FactTaken)
def upsert_fact(
    request: Request, kind: KindName, source: SourceName, external_id: ExternalId, fact: Body[schemas.Row]
) -> schemas.FactTaken:
    """Add or correct one fact."""
    row = {**fact, "external_id": external_id}
    taken = actions.upsert_rows(kind_named(kind), [row], source=source, writer=_writer(request))
    if taken.rejected:
        raise FactNotTaken(
            [FieldError(each.field, each.code, words_of(each.code, each.params)) for each in taken.rejected]
        )
    return schemas.FactTaken(outcome=_outcome(taken), batch=taken.batch)


def _outcome(taken: Taken) -> schemas.Outcome:
    return "added" if taken.counts.added else "changed" if taken.counts.changed else "unchanged"


@router.delete("/facts/{kind}/{source}/{path:external_id}")
def retract_fact(request: Request, kind: KindName, source: SourceName, external_id: ExternalId) -> None:
    """Retract one fact: it is known no longer, and its history stays."""
    actions.retract(kind_named(kind), external_id, source=source, writer=_writer(request))
