"""The strategy of a customer, the plan for an alert, and letters, under /api/v1."""

from typing import Annotated

from django.http import HttpResponse
from ninja import Path, Query

from kedun.accounts.api import Request, Router, language, log_access, masks, scope
from kedun.accounts.company.queries import calendar
from kedun.accounts.schemas import Id
from kedun.alerts.refusals import AlertNotFound
from kedun.credit import queries as credit
from kedun.credit.letters import PLACEHOLDERS, Filled, LetterText, fill
from kedun.credit.plans import plan_for
from kedun.credit.strategies import applying, approvers, holding
from kedun.kernel.days import to_date
from kedun.portfolio.address import CustomerCode
from kedun.portfolio.inbox.queries import one
from kedun.portfolio.page.api import customer_of, moment_of
from kedun.portfolio.page.schemas import MomentQuery
from kedun.portfolio.queries import refuse_merged, today_here
from kedun.portfolio.said import said
from kedun.portfolio.strategy import queries
from kedun.portfolio.strategy.refusals import LetterHidden, LetterOfAnotherPurpose, NoSuchLetter
from kedun.portfolio.strategy.schemas import (
    AlertPlan,
    CustomerLetter,
    CustomerStrategy,
    LetterLine,
    LetterList,
    PlaceholderOffered,
)
from kedun.portfolio.strategy.shown import (
    Start,
    letter_shown,
    place_told,
    plan_shown,
    role_choice,
    strategy_shown,
    term_shown,
)
from kedun.portfolio.strategy.told import hidden, values

router = Router("customers")
PLAIN = "text/plain; charset=utf-8"
LetterKey = Annotated[str, Path(max_length=40)]


@router.get("/customers/{code}/strategy", response=CustomerStrategy)
def customer_strategy(request: Request, code: CustomerCode, query: Query[MomentQuery]) -> CustomerStrategy:
    """Say what is done about a customer on a day: the strategies of its quadrant and grade, and what of them holds."""
    found, at, spoken = customer_of(request, code), moment_of(query), language(request)
    refuse_merged(found, code, scope(request), known_at=at.known_at)
    policy, assessed = queries.standing(found, at)
    words, library, letters = said(policy, spoken), credit.strategies(at.judged_on), credit.letters(at.judged_on)
    chosen = applying(library.said, quadrant=assessed.quadrant, grade=assessed.grade) if library else ()
    return CustomerStrategy(
        code=code,
        as_of=to_date(at.as_of),
        version=library.version if library else None,
        live_from=to_date(library.live_from) if library else None,
        quadrant=place_told("quadrant", assessed.quadrant, words),
        grade=place_told("grade", assessed.grade, words),
        terms=[term_shown(each, spoken) for each in holding(chosen)],
        approvers=[role_choice(role, spoken) for role in approvers(chosen)],
        strategies=[strategy_shown(each, words, letters.said if letters else None) for each in chosen],
    )


@router.get("/alerts/{alert_id}/plan", response=AlertPlan)
def alert_plan(request: Request, alert_id: Id) -> AlertPlan:
    """Show the contingency plan for an alert: who does what by when, and how one sees that it is done."""
    on, spoken = today_here(), language(request)
    here = one(scope(request), alert_id, on=on)
    if here is None:
        raise AlertNotFound(alert_id=alert_id)
    plans, letters, rule = credit.plans(on), credit.letters(on), here.alert.rule_key
    found = plan_for(plans.said, rule) if plans else None
    start = Start(here.alert.opened_as_of, calendar().is_worked)
    return AlertPlan(
        alert=alert_id,
        rule=rule,
        version=plans.version if plans else None,
        live_from=to_date(plans.live_from) if plans else None,
        plan=plan_shown(*found, start, letters.said if letters else None, spoken) if found else None,
    )


@router.get("/letters", response=LetterList)
def letters(request: Request) -> LetterList:
    """List the letters that are in force, and what letters may tell."""
    found, spoken = credit.letters(today_here()), language(request)
    items = [
        LetterLine(key=key, label=each.label.words().say(spoken), purpose=each.purpose)
        for key, each in (found.said.letters.items() if found else ())
    ]
    offered = [
        PlaceholderOffered(name=name, label=each.label.say(spoken), purposes=list(each.purposes))
        for name, each in PLACEHOLDERS.items()
    ]
    return LetterList(version=found.version if found else None, items=items, placeholders=offered)


@router.get("/customers/{code}/letters/{key}", response=CustomerLetter)
def customer_letter(request: Request, code: CustomerCode, key: LetterKey) -> CustomerLetter:
    """Fill a letter for a customer with what is known today, in both languages; nothing is sent and nothing stored."""
    found, spoken = customer_of(request, code), language(request)
    version, letter = _letter(key)
    is_hidden = hidden(letter, masks(request))
    filled = [] if is_hidden else _filled(request, found, code, letter)
    return CustomerLetter(
        code=code,
        key=key,
        label=letter.label.words().say(spoken),
        version=version,
        as_of=to_date(today_here()),
        letters=[letter_shown(each, spoken) for each in filled],
        masked=["letters"] if is_hidden else [],
    )


@router.get("/customers/{code}/letters/{key}/file", file=PLAIN)
def customer_letter_file(request: Request, code: CustomerCode, key: LetterKey) -> HttpResponse:
    """Give a letter filled for a customer as a text file, in the language asked for."""
    found, spoken = customer_of(request, code), language(request)
    _, letter = _letter(key)
    if hidden(letter, masks(request)):
        raise LetterHidden
    text = next(each for each in _filled(request, found, code, letter) if each.language == spoken)
    answer = HttpResponse(f"{text.subject}\n\n{text.text}".encode(), content_type=PLAIN)
    answer["Content-Disposition"] = f'attachment; filename="{key}-{to_date(today_here()).isoformat()}.txt"'
    return answer


def _letter(key: str) -> tuple[int, LetterText]:
    in_force = credit.letters(today_here())
    letter = in_force.said.letters.get(key) if in_force else None
    if in_force is None or letter is None:
        raise NoSuchLetter(letter=key)
    if letter.purpose != "general":
        raise LetterOfAnotherPurpose(letter=key)
    return in_force.version, letter


def _filled(request: Request, customer: int, code: str, letter: LetterText) -> list[Filled]:
    log_access(request, "letter", f"customer:{code}", 1)
    return list(fill(letter, values(queries.known(customer, code))))
