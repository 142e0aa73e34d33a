"""Trials of policy changes under /api/v1: what a text would change for the customers one sees, before it is agreed to."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from django.http import FileResponse

from kedun.accounts.api import XLSX, Request, Router, language, log_access, masks, scope
from kedun.accounts.schemas import Id
from kedun.assessments.queries import live_policy, policy_with, reporting_currency
from kedun.definitions.changes import actions, queries
from kedun.definitions.starter import draft_of
from kedun.expressions import ExpressionRefused
from kedun.kernel.days import to_date
from kedun.kernel.hashing import Json
from kedun.kernel.refusals import Refusal
from kedun.kernel.words import Words
from kedun.portfolio.lists.shown import View, units
from kedun.portfolio.lists.workbook import MOST_ROWS, Cell, Form, Heading, Origin, write
from kedun.portfolio.queries import today_here
from kedun.portfolio.said import DIMENSION_WORDS, said
from kedun.portfolio.trial.queries import trial_of, tried
from kedun.portfolio.trial.schemas import (
    CustomerMoved,
    DraftText,
    FormulaSaid,
    PolicyTrial,
    PolicyWords,
    RuleSaid,
    TextBeside,
    TrialIn,
)
from kedun.portfolio.trial.shown import condition, document, moved
from kedun.portfolio.trial.words import SaidRule, rules_said

router = Router("policy")
BODY_LIMIT = 4 << 20
Documents = Mapping[str, Mapping[str, Json]]
Given = TypeVar("Given")


@router.post("/policy-trials", response=PolicyTrial, body_limit=BODY_LIMIT)
def try_policy(request: Request, given: TrialIn) -> PolicyTrial:
    """Try texts on the newest readings: scores, grades and rules, now and then. Nothing is stored."""
    return _named(lambda: _tried(request, _read(given.texts)), request)


@router.get("/policy-changes/{change_id}/trial", response=PolicyTrial)
def try_policy_change(request: Request, change_id: Id) -> PolicyTrial:
    """Try the texts of a change on the newest readings."""
    return _named(lambda: _tried(request, _drafts(change_id)), request)


@router.get("/policy-changes/{change_id}/customers", file=XLSX)
def export_policy_change(request: Request, change_id: Id) -> FileResponse:
    """Write the customers whose grade a change would change as a workbook."""
    on, view = today_here(), _view(request)
    made = trial_of(_drafts(change_id), on)
    found = tried(made, scope=scope(request), on=on, shown=MOST_ROWS)
    words = said(made.policy, view.language)
    rows = [moved(row, found.names, view) for row in found.moved]
    headings = [Heading(each.say(view.language), form) for each, form in _HEADINGS]
    lines = [_line(row, words.grades, words.quadrants) for row in rows]
    about = [(_CHANGE.say(view.language), queries.change_set(change_id).title)]
    file = write(headings, lines, Origin(about, view.language))
    log_access(request, "export_policy_change", f"change:{change_id}", len(rows))
    name = f"{_FILE.say(view.language)}-{change_id}-{to_date(on).isoformat()}.xlsx"
    return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)


_CHANGE, _FILE = Words("变更", "Change"), Words("等级变化客户", "customers-changing-grade")
_HEADINGS: Sequence[tuple[Words, Form]] = (
    (Words("编码", "Code"), "text"),
    (Words("客户名称", "Name"), "text"),
    (Words("评分（现）", "Score now"), "number"),
    (Words("评分（变更后）", "Score then"), "number"),
    (Words("等级（现）", "Grade now"), "text"),
    (Words("等级（变更后）", "Grade then"), "text"),
    (Words("象限（现）", "Quadrant now"), "text"),
    (Words("象限（变更后）", "Quadrant then"), "text"),
    (Words("应收金额", "Receivables"), "amount"),
)


def _line(row: CustomerMoved, grades: Mapping[str, str], quadrants: Mapping[str, str]) -> Sequence[Cell]:
    return (
        row.code,
        row.name,
        row.score_now,
        row.score_then,
        grades.get(row.grade_now, row.grade_now),
        grades.get(row.grade_then, row.grade_then),
        quadrants.get(row.quadrant_now, row.quadrant_now),
        quadrants.get(row.quadrant_then, row.quadrant_then),
        row.receivable,
    )


@router.post("/policy-words", response=PolicyWords, body_limit=BODY_LIMIT)
def policy_words(request: Request, given: TextBeside) -> PolicyWords:
    """Say a text of rules or indicators in words, rule by rule, with what is wrong in each. Nothing is stored."""
    return _named(lambda: _words(request, given), request)


def _words(request: Request, given: TextBeside) -> PolicyWords:
    spoken, on, body = language(request), today_here(), _read([given])
    if given.kind == "rules":
        policy = policy_with(_read(given.beside), on) if given.beside else live_policy(on).policy
        rules = rules_said(body["rules"], policy, spoken)
        return PolicyWords(rules=[_rule(each) for each in rules], indicators=[])
    if given.kind != "indicators":
        return PolicyWords(rules=[], indicators=[])
    words = said(policy_with(body, on), spoken)
    return PolicyWords(
        rules=[],
        indicators=[
            FormulaSaid(
                key=key,
                label=words.name(key),
                dimension=DIMENSION_WORDS[each.text.dimension].say(spoken),
                formula=words.formulas[key],
            )
            for key, each in words.policy.indicators.indicators.items()
        ],
    )


def _rule(each: SaidRule) -> RuleSaid:
    return RuleSaid(key=each.key, label=each.label, when=condition(each.when), scope=condition(each.scope))


def _read(texts: Sequence[DraftText]) -> Documents:
    """Read texts as they would be stored.

    Raises: the refusals of definitions.
    """
    return actions.read([draft_of(each.body, kind=each.kind, key=each.kind, file=each.kind) for each in texts])


def _drafts(change_id: int) -> Documents:
    return actions.read(list(queries.change_set(change_id).drafts.order_by("kind", "key")))


def _tried(request: Request, changed: Documents) -> PolicyTrial:
    on = today_here()
    return document(tried(trial_of(changed, on), scope=scope(request), on=on), _view(request))


def _view(request: Request) -> View:
    return View(reporting_currency(), masks(request), language(request), units(live_policy(today_here()).policy))


def _named(ask: Callable[[], Given], request: Request) -> Given:
    """Let a refusal speak of indicators by their names; what is wrong in a formula is said as it is written."""
    try:
        return ask()
    except ExpressionRefused:
        raise
    except Refusal as refusal:
        names = {key: each.say(language(request)) for key, each in queries.indicator_names().items()}
        for name, value in refusal.params.items():
            if isinstance(value, str):
                refusal.params[name] = ", ".join(names.get(part, part) for part in value.split(", "))
        raise
