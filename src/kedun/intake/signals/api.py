"""Front-line signals under /api/v1."""

from collections.abc import Mapping

from ninja import Query

from kedun.accounts.api import Request, Router, actor, language, masks, page, position, principal, scope
from kedun.accounts.queries import actor_names
from kedun.accounts.schemas import Id
from kedun.facts.masking import mask_of
from kedun.intake.signals import actions, queries, schemas
from kedun.intake.signals.actions import Report
from kedun.intake.signals.definition import RISK_WORDS, SEVERITIES, SEVERITY_WORDS, SignalList, SignalType
from kedun.intake.signals.queries import SignalSeen, Wanted
from kedun.intake.signals.refusals import SignalsNotSetUp
from kedun.kernel.days import Day, to_date, to_day
from kedun.kernel.words import Language

router = Router("signals")


@router.get("/signal-types", response=schemas.SignalTypes)
def signal_types(request: Request) -> schemas.SignalTypes:
    """List what may be reported, the starter list of one's own role first."""
    spoken, role = language(request), principal(request).column
    items = [_type(key, each, role, spoken) for key, each in queries.signal_list().signals.items()]
    return schemas.SignalTypes(items=sorted(items, key=lambda each: not each.is_mine))


def _type(key: str, found: SignalType, role: str, spoken: Language) -> schemas.SignalTypeShown:
    severities = [
        schemas.SeverityShown(code=each, label=SEVERITY_WORDS[each].say(spoken), points=found.points_of(each))
        for each in SEVERITIES
    ]
    return schemas.SignalTypeShown(
        type=key,
        label=found.label.words.say(spoken),
        label_zh=found.label.zh,
        label_en=found.label.en,
        roles=list(found.roles),
        is_mine=role in found.roles,
        risk_type=found.risk_type,
        risk_label=RISK_WORDS[found.risk_type].say(spoken),
        severity=found.severity,
        severities=severities,
        days=found.days,
    )


@router.post("/signals", response=schemas.SignalDocument, status=201)
def report_signal(request: Request, form: schemas.SignalForm) -> schemas.SignalDocument:
    """Report something noticed of a customer; the same again on the same day corrects it."""
    observed_on = to_day(form.observed_on) if form.observed_on else None
    told = Report(form.customer, form.type, form.severity, form.note, observed_on)
    found = actions.report(told, scope=scope(request), actor=actor(request))
    shown = _Shown(request, [found]).line(found)
    return schemas.SignalDocument(**dict(shown), masked=_masked(request))


@router.get("/signals", response=schemas.SignalPage)
def signals(request: Request, query: Query[schemas.SignalQuery]) -> schemas.SignalPage:
    """List the signals of customers one may see, the newest observation first."""
    wanted = Wanted(query.customer, query.type, actor(request) if query.mine else "", query.state)
    purpose = f"signals {wanted}"
    found = queries.signals(scope(request), wanted, before=_before(request, query, purpose), limit=query.limit + 1)
    shown = _Shown(request, found)
    made = page(
        found, query, purpose=purpose, key=lambda each: (each.observed_on, each.id), shown=shown.line,
        total=queries.count_signals(scope(request), wanted),
    )  # fmt: skip
    return schemas.SignalPage(**dict(made), masked=_masked(request))


@router.delete("/signals/{signal_id}")
def withdraw_signal(request: Request, signal_id: Id) -> None:
    """Withdraw a signal of one's own."""
    actions.withdraw(signal_id, scope=scope(request), actor=actor(request))


def _before(request: Request, query: schemas.SignalQuery, purpose: str) -> tuple[Day, int] | None:
    match position(query, purpose):
        case (int(day), int(number)):
            return day, number
        case _:
            return None


def _masked(request: Request) -> list[str]:
    hidden = masks(request)
    names = ["customer.name"] if "names" in hidden else []
    return [*names, "note"] if mask_of(queries.KIND, "note") in hidden else names


class _Shown:
    """Turns signals into lines, with the names and words that a page of them needs."""

    def __init__(self, request: Request, found: "tuple[SignalSeen, ...] | list[SignalSeen]") -> None:
        self.spoken = language(request)
        self.own = actor(request)
        self.today = queries.today_here()
        self.hides_names = "names" in masks(request)
        self.hides_note = mask_of(queries.KIND, "note") in masks(request)
        self.names: Mapping[str, str] = actor_names([each.reporter for each in found])
        self.types: SignalList | None = None
        try:
            self.types = queries.signal_list()
        except SignalsNotSetUp:
            self.types = None

    def line(self, found: SignalSeen) -> schemas.SignalShown:
        """Show one signal."""
        described = self.types.signals.get(found.type) if self.types else None
        severity = next((each for each in SEVERITIES if each == found.severity), None)
        return schemas.SignalShown(
            id=found.id,
            customer=schemas.SignalCustomer(
                code=found.customer, name=None if self.hides_names else found.customer_name
            ),
            type=found.type,
            label=described.label.words.say(self.spoken) if described else found.type,
            risk_type=described.risk_type if described else None,
            risk_label=RISK_WORDS[described.risk_type].say(self.spoken) if described else None,
            severity=severity,
            severity_label=SEVERITY_WORDS[severity].say(self.spoken) if severity else None,
            points=found.points,
            points_left=points_left(found, self.today),
            observed_on=to_date(found.observed_on),
            expires_on=to_date(found.expires_on),
            is_active=found.expires_on > self.today,
            note=None if self.hides_note else found.note,
            reporter=schemas.Reporter(actor=found.reporter, name=self.names.get(found.reporter, found.reporter)),
            source=found.source,
            is_mine=found.reporter == self.own,
        )


def points_left(found: SignalSeen, today: Day) -> float:
    """Give what a signal deducts on a day: its points, fading to nothing until it expires."""
    span = found.expires_on - found.observed_on
    if found.expires_on <= today or span <= 0:
        return 0.0
    permille = 1000 * (found.expires_on - max(today, found.observed_on)) // span
    return found.points * permille / 1000
