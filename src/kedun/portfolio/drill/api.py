"""Facts and the evidence behind readings under /api/v1."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from ninja import Query

from kedun.accounts.api import Request, Router, language, masks, page, position, scope
from kedun.accounts.schemas import Code, Id
from kedun.assessments.policy import Policy
from kedun.assessments.queries import live_policy, reporting_currency
from kedun.expressions import Type, names_in, parse
from kedun.facts.kinds import KINDS
from kedun.indicators.measures import Measure
from kedun.intake.signals.queries import signal_list
from kedun.intake.signals.refusals import SignalsNotSetUp
from kedun.kernel.days import to_date
from kedun.kernel.pages import write_cursor
from kedun.kernel.refusals import Invalid, NotFound
from kedun.kernel.words import Language, Words
from kedun.portfolio.address import CustomerCode
from kedun.portfolio.drill.queries import Found, Target, Version, behind, facts, measure_values, taken, versions
from kedun.portfolio.drill.schemas import (
    Evidence,
    EvidenceQuery,
    FactRow,
    FactsPage,
    FactsQuery,
    MeasureShown,
    TakenRow,
    Versions,
    VersionShown,
)
from kedun.portfolio.drill.shown import TAKEN, Table, Taking, table
from kedun.portfolio.drill.tables import Reader
from kedun.portfolio.lists.shown import View, units
from kedun.portfolio.page.api import customer_of, moment_of
from kedun.portfolio.page.document import Sheet
from kedun.portfolio.page.queries import computed
from kedun.portfolio.said import Said, column_words, said

router = Router("customers")
RECORDS = Words("笔数", "records")


class NoSuchFacts(NotFound):
    """Customers have no facts of the kind {kind}."""

    zh = "客户没有 {kind} 这类数据。"


class NoSuchFact(NotFound):
    """Customer {code} has no such fact."""

    zh = "客户 {code} 没有这条数据。"


class NoSuchReading(NotFound):
    """There is no reading named {key}."""

    zh = "没有名为 {key} 的指标。"


class NotOfReading(Invalid):
    """{key} does not rest on {measure}."""

    zh = "指标 {key} 不使用度量 {measure}。"


class NothingOpen(Invalid):
    """Facts of the kind {kind} are neither open nor closed."""

    zh = "{kind} 类数据没有“未结”状态。"


def reader(request: Request) -> Reader:
    """Give for whom facts are written."""
    spoken = language(request)
    return Reader(spoken, reporting_currency(), masks(request), _signals(spoken))


def _signals(spoken: Language) -> dict[str, str]:
    """Name the signals; none are named where no list was loaded yet."""
    try:
        return {key: each.label.words.say(spoken) for key, each in signal_list().signals.items()}
    except SignalsNotSetUp:
        return {}


def _types(kind: str, policy: Policy) -> Mapping[str, Type]:
    view = policy.indicators.views.get(kind)
    return view.types if view else {}


def _is_of_customers(kind: str) -> bool:
    return kind in KINDS and KINDS[kind].of_customer


@router.get("/customers/{code}/facts/{kind}", response=FactsPage)
def customer_facts(request: Request, code: CustomerCode, kind: Code, query: Query[FactsQuery]) -> FactsPage:
    """List a customer's facts of a kind that had happened by a day, as known at a batch."""
    customer = customer_of(request, code)
    if not _is_of_customers(kind):
        raise NoSuchFacts(kind=kind[:40])
    target = Target(customer, moment_of(query), scope(request))
    policy = live_policy(target.at.judged_on).policy
    types = _types(kind, policy)
    if query.is_open is not None and "is_open" not in types:
        raise NothingOpen(kind=kind)
    purpose = f"facts {code} {kind} {target.at.as_of} {target.at.known_at} {query.is_open}"
    after = position(query, purpose)
    found, total = facts(kind, policy, target, is_open=query.is_open, after=after, limit=query.limit + 1)
    shown = table(kind, types, (), reader(request))
    made = page(
        found.rows,
        query,
        purpose=purpose,
        key=found.key,
        shown=lambda row: FactRow.model_validate(shown.row(row, found.origins[row["id"]])),
        total=total,
    )
    return FactsPage.model_validate(
        {
            **dict(made),
            "kind": kind,
            "label": KINDS[kind].label.say(shown.reader.language),
            "columns": shown.heading(),
            "currency": shown.reader.currency,
            "as_of": to_date(target.at.as_of),
            "known_at": target.at.known_at,
            "is_past": target.at.is_past,
            "masked": shown.masked(),
        }
    )


@router.get("/customers/{code}/facts/{kind}/{fact_id}/versions", response=Versions)
def fact_versions(request: Request, code: CustomerCode, kind: Code, fact_id: Id) -> Versions:
    """List every version of a fact: what was believed of it from when until when."""
    customer = customer_of(request, code)
    if not _is_of_customers(kind):
        raise NoSuchFacts(kind=kind[:40])
    found = versions(kind, customer, fact_id)
    if not found:
        raise NoSuchFact(code=code)
    shown = table(kind, {}, (), reader(request))
    rows = [_version(each, shown) for each in found]
    for newer, older in zip(rows, rows[1:], strict=False):
        newer["changed"] = [key for key, value in newer["cells"].items() if older["cells"].get(key) != value]
    items = [VersionShown.model_validate(row) for row in rows]
    document = {"kind": kind, "id": fact_id, "columns": shown.heading(), "items": items, "masked": shown.masked()}
    return Versions.model_validate(document)


def _version(each: Version, shown: Table) -> dict[str, Any]:
    return {
        "known_from": each.origin.shown(),
        "known_until": each.until_batch,
        "known_until_time": each.until_at,
        "is_retracted": each.values["is_retracted"],
        "cells": shown.cells(each.values),
        "changed": [],
    }


@dataclass(frozen=True, slots=True)
class _Asked:
    """Whose reading is drilled into, and which page."""

    code: str
    key: str
    policy: Policy
    target: Target
    query: EvidenceQuery
    reader: Reader

    def purpose(self, measure: str) -> str:
        at = self.target.at
        return f"evidence {self.code} {self.key} {measure} {at.as_of} {at.known_at} {at.judged_on}"


@router.get("/customers/{code}/readings/{key}", response=Evidence)
def reading_evidence(request: Request, code: CustomerCode, key: Code, query: Query[EvidenceQuery]) -> Evidence:
    """Drill into a reading: its formula, the measures in it, and the very facts behind each."""
    customer = customer_of(request, code)
    target = Target(customer, moment_of(query), scope(request))
    policy = live_policy(target.at.judged_on).policy
    if key not in policy.indicators.indicators:
        raise NoSuchReading(key=key[:40])
    asked = _Asked(code, key, policy, target, query, reader(request))
    view = View(asked.reader.currency, asked.reader.masks, asked.reader.language, units(policy))
    result = computed(policy, customer, target.at, compares=False)
    sheet = Sheet(result.assessed, None, said(policy, view.language), view, result.short_windows)
    values = _values(asked)
    measures = [_measure(name, asked, sheet, values) for name in _named(asked)]
    return Evidence.model_validate(
        {
            **sheet.reading(key),
            "code": code,
            "source": policy.indicators.indicators[key].text.source,
            "rests_on": _rests_on(key, sheet),
            "measures": measures,
            "currency": view.currency,
            "as_of": to_date(target.at.as_of),
            "known_at": target.at.known_at,
            "known_at_time": target.at.known_at_time,
            "is_past": target.at.is_past,
            "masked": sorted({column.key for each in measures for column in each.columns if column.is_hidden}),
        }
    )


def _named(asked: _Asked) -> Iterable[str]:
    """Give the measures to show, in the order of the formula.

    Raises: NotOfReading.
    """
    mine = asked.policy.indicators.indicators[asked.key].measures
    if asked.query.measure is not None:
        if asked.query.measure not in mine:
            raise NotOfReading(key=asked.key, measure=asked.query.measure)
        return [asked.query.measure]
    return [name for name in asked.policy.indicators.measures if name in mine]


def _values(asked: _Asked) -> Mapping[str, int | None]:
    return measure_values(asked.policy, asked.policy.indicators.indicators[asked.key].measures, asked.target)


def _measure(name: str, asked: _Asked, sheet: Sheet, values: Mapping[str, int | None]) -> MeasureShown:
    measure = asked.policy.indicators.measures[name]
    view = asked.policy.indicators.views[measure.fact]
    purpose = asked.purpose(name)
    after = position(asked.query, purpose) if asked.query.measure else None
    found = behind(view, measure, values, asked.target, after=after, limit=asked.query.limit + 1)
    rows, _ = taken(view, measure, values, asked.target)
    cut = Found(found.rows[: asked.query.limit], found.origins)
    return measure_shown(
        sheet.said, name, values[name], cut, rows=rows, reader=asked.reader, next_cursor=_next(found, asked, purpose)
    )


def measure_shown(
    words: Said, name: str, value: int | None, found: Found, *, rows: int, reader: Reader, next_cursor: str | None
) -> MeasureShown:
    """Show a measure with some of the facts that it takes, of `rows` there are."""
    measure = words.policy.indicators.measures[name]
    view = words.policy.indicators.views[measure.fact]
    taking = Taking(measure, view.types, reader)
    shown = table(measure.fact, view.types, measure.column_names, reader)
    return MeasureShown.model_validate(
        {
            "key": name,
            "words": words.measure(name),
            "filter_words": words.filter(name),
            "function": measure.function,
            "kind": measure.fact,
            "kind_label": KINDS[measure.fact].label.say(reader.language),
            "taken_label": _taken_label(measure, taking),
            "value": taking.number(value),
            "form": taking.form,
            "is_hidden": taking.is_hidden,
            "rows": rows,
            "columns": shown.heading(),
            "items": [_taken_row(row, found, shown, taking) for row in found.rows],
            "next_cursor": next_cursor,
        }
    )


def _taken_label(measure: Measure, taking: Taking) -> str:
    words = column_words(measure.fact, taking.column) if taking.column else RECORDS
    return words.say(taking.reader.language)


def _taken_row(row: Mapping[str, Any], found: Found, shown: Table, taking: Taking) -> TakenRow:
    origin = found.origins[row["id"]]
    return TakenRow.model_validate({**shown.row(row, origin), "taken": taking.number(row[TAKEN])})


def _next(found: Found, asked: _Asked, purpose: str) -> str | None:
    if len(found.rows) <= asked.query.limit:
        return None
    last = found.rows[asked.query.limit - 1]
    return write_cursor(found.key(last), purpose=purpose, secret=settings.SECRET_KEY)


def _rests_on(key: str, sheet: Sheet) -> list[dict[str, object]]:
    """Name the readings that a formula names."""
    indicators = sheet.said.policy.indicators.indicators
    named = names_in(parse(indicators[key].text.formula or key)) - {key}
    return sheet.evidence({name: sheet.assessed.readings[name] for name in indicators if name in named})
