"""Indicators in the making under /api/v1: what facts offer, and what a draft says of a customer and of the book."""

from collections.abc import Mapping

from kedun.accounts.actions import record_view
from kedun.accounts.api import Request, Router, actor, language, masks, scope
from kedun.assessments.queries import reporting_currency
from kedun.definitions.changes import actions
from kedun.definitions.starter import draft_of
from kedun.indicators.definition import DefinitionUnreadable, IndicatorSet, read_indicators
from kedun.kernel.days import to_date
from kedun.kernel.hashing import Json
from kedun.portfolio.drill.api import reader
from kedun.portfolio.drill.queries import Target
from kedun.portfolio.lists.shown import View
from kedun.portfolio.making.offer import Offer, offers
from kedun.portfolio.making.parts import Fault, Made, alone, make
from kedun.portfolio.making.queries import in_book, policy_of, readings
from kedun.portfolio.making.schemas import (
    ColumnChoice,
    FactColumnOffered,
    FactOffered,
    FactViews,
    IndicatorFault,
    IndicatorOfCustomer,
    IndicatorTrial,
    IndicatorTrialIn,
)
from kedun.portfolio.making.shown import Trying, book_shown, customer_shown, rests_on_hidden, where_said
from kedun.portfolio.queries import moment, today_here, visible_customer
from kedun.portfolio.said import Said

router = Router("policy")
BODY_LIMIT = 4 << 20


@router.get("/fact-views", response=FactViews)
def fact_views(request: Request) -> FactViews:
    """List the kinds of fact that indicators are made from, with what each column is good for."""
    return FactViews(items=[_offered(each) for each in offers(language(request))])


def _offered(offer: Offer) -> FactOffered:
    return FactOffered(
        kind=offer.kind,
        label=offer.label,
        columns=[
            FactColumnOffered(
                name=each.name,
                label=each.label,
                form=each.form,
                adds_up=each.adds_up,
                choices=[ColumnChoice(value=value, label=label) for value, label in each.choices],
            )
            for each in offer.columns
        ],
    )


@router.post("/indicator-trials", response=IndicatorTrial, body_limit=BODY_LIMIT)
def try_indicator(request: Request, given: IndicatorTrialIn) -> IndicatorTrial:
    """Try one indicator of a text on stored facts: of the customers one sees, and of one of them. Nothing is stored."""
    draft = draft_of(given.body, kind="indicators", key="indicators", file="indicators")
    body: Mapping[str, Json] = actions.read([draft])["indicators"]
    try:
        texts = read_indicators(body)
    except DefinitionUnreadable as refusal:
        return _told(request, [Fault(str(refusal.params["place"]), refusal)])
    made = make(texts, given.key)
    if made.program is None:
        return _told(request, made.faults, texts=texts, made=made, key=given.key)
    return _tried(request, given, texts, made)


def _told(
    request: Request,
    faults: "list[Fault] | tuple[Fault, ...]",
    *,
    texts: IndicatorSet | None = None,
    made: Made | None = None,
    key: str = "",
) -> IndicatorTrial:
    """Say what is wrong, with those conditions that are right as lines."""
    spoken = language(request)
    measures = alone(texts, key).measures if texts else {}
    return IndicatorTrial(
        as_of=to_date(today_here()),
        currency=reporting_currency(),
        unit=texts.indicators[key].unit if texts else "",
        is_hidden=False,
        formula_words=None,
        measures=[where_said(name, each.where, made, None, spoken) for name, each in measures.items()] if made else [],
        faults=[IndicatorFault(place=each.place, words=each.refusal.say(spoken)) for each in faults],
        book=None,
        customer=None,
    )


def _tried(request: Request, given: IndicatorTrialIn, texts: IndicatorSet, made: Made) -> IndicatorTrial:
    assert made.program is not None, "whoever asks looked for faults first"
    on, spoken, program = today_here(), language(request), made.program
    policy = policy_of(program, given.key, on)
    unit = program.indicators[given.key].text.unit
    view = View(reporting_currency(), masks(request), spoken, {given.key: unit})
    of = Trying(Said(policy, spoken), given.key, view, rests_on_hidden(program, unit, view))
    customer = _of_customer(request, given.customer, of) if given.customer else None
    return IndicatorTrial(
        as_of=to_date(on),
        currency=view.currency,
        unit=unit,
        is_hidden=of.is_hidden,
        formula_words=of.words.formulas[given.key],
        measures=[where_said(name, texts.measures[name].where, made, of.words, spoken) for name in program.measures],
        faults=[],
        book=book_shown(in_book(policy, given.key, scope=scope(request), on=on), of),
        customer=customer,
    )


def _of_customer(request: Request, code: str, of: Trying) -> IndicatorOfCustomer:
    seen = scope(request)
    customer, at = visible_customer(code, seen), moment(None)
    record_view(actor(request), "customer", subject=f"customer:{code}")
    (reading,) = readings(of.words.policy, of.key, [customer], at.as_of)
    return customer_shown(reading, Target(customer, at, seen), of, reader(request))
