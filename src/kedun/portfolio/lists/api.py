"""The list of customers under /api/v1."""

from collections.abc import Mapping, Sequence
from typing import Literal
from urllib.parse import unquote_plus

from django.http import FileResponse
from ninja import Query

from kedun.accounts.api import XLSX, Request, Router, language, log_access, masks, page, position, scope
from kedun.accounts.scopes import Scope
from kedun.assessments.queries import live_policy, reporting_currency
from kedun.facts.masking import Masks
from kedun.facts.ownership.queries import people_called
from kedun.kernel.days import Day, to_date, to_day
from kedun.kernel.money import to_minor
from kedun.kernel.refusals import Invalid
from kedun.kernel.words import Words
from kedun.portfolio.alerts import SEVERITY_WORDS
from kedun.portfolio.lists.columns import Sheet
from kedun.portfolio.lists.filters import (
    AMOUNT_SORTS,
    BUCKET_WORDS,
    NOT_STATED,
    SORT_WORDS,
    Filters,
    Order,
    SortKey,
    is_open_to,
    read_order,
)
from kedun.portfolio.lists.queries import (
    Asked,
    distinct,
    everything,
    keys,
    looked_up,
    people_who_own,
    rows,
    rows_then,
    totals,
)
from kedun.portfolio.lists.rows import Row
from kedun.portfolio.lists.schemas import (
    ColumnOption,
    CustomerChoices,
    CustomerFilters,
    CustomerPage,
    CustomerQuery,
    CustomerRow,
    Option,
    Sums,
)
from kedun.portfolio.lists.shown import View, units
from kedun.portfolio.lists.workbook import MOST_ROWS, Origin, write
from kedun.portfolio.page.api import moment_of
from kedun.portfolio.past.actions import past_book, readings
from kedun.portfolio.queries import Moment, moment, today_here
from kedun.portfolio.said import DIMENSION_WORDS, NOT_STATED_WORDS, Said, said

FILE_NAME = Words("客户", "customers")
router = Router("customers")


class TooManyToExport(Invalid):
    """The list holds {number} lines; a workbook holds at most {most}. Filter the list first."""

    zh = "列表共有 {number} 行，导出最多 {most} 行，请先筛选。"


@router.get("/customers", response=CustomerPage)
def customers(request: Request, query: Query[CustomerQuery]) -> CustomerPage:
    """List customers: filtered, sorted, a page at a time."""
    at = moment_of(query)
    view, asked = _view(request, at), looked_up(_asked(request, query, at))
    purpose = f"customers?{asked.filters.query(view.currency)}&sort={asked.order.text()}{_past_words(at)}"
    after = position(query, purpose)
    found = keys(asked, after=after, limit=query.limit + 1)
    shown = {row.id: row for row in _rows([each for _, each in found[: query.limit]], asked, query, at)}
    total = totals(asked) if after is None else None
    made = page(
        found,
        query,
        purpose=purpose,
        key=lambda each: each,
        shown=lambda each: CustomerRow.model_validate(view.line(shown[each[1]])),
        total=total.customers if total else None,
    )
    sums = (
        Sums(receivable=view.money(total.receivable_minor), overdue=view.money(total.overdue_minor)) if total else None
    )
    return CustomerPage(
        **dict(made),
        sums=sums,
        currency=view.currency,
        masked=view.masked(query.columns),
        as_of=to_date(at.as_of),
        known_at=at.known_at,
        known_at_time=at.known_at_time,
        is_past=at.is_past,
    )


def _past_words(at: Moment) -> str:
    """Tell one past moment from another, and from the present, whose pages go on while new facts arrive."""
    return f" {at.as_of} {at.known_at} {at.judged_on}" if at.is_past else ""


def _rows(customers: Sequence[int], asked: Asked, query: CustomerFilters, at: Moment) -> list[Row]:
    """Give the lines of some customers, on the day that is asked for."""
    if asked.past is None:
        return rows(customers, columns=query.columns, on=asked.on)
    policy = live_policy(at.judged_on).policy
    return rows_then(customers, past=asked.past, readings=readings(policy, customers, asked.past, query.columns))


@router.get("/customers/choices", response=CustomerChoices)
def customer_choices(request: Request) -> CustomerChoices:
    """Give what the filters, columns and orders of the list can be set to."""
    on, seen = today_here(), scope(request)
    view = _view(request, moment(None))
    words = said(live_policy(on).policy, view.language)
    missing = NOT_STATED_WORDS.say(view.language)

    def found(column: Literal["industry", "region"]) -> list[Option]:
        values = [value for value, _ in distinct(seen, on, column)]
        return [Option(value=value or NOT_STATED, label=value or missing) for value in values]

    return CustomerChoices(
        industries=found("industry"),
        regions=found("region"),
        owners=_owners(seen, on, missing),
        grades=_options(words.grades),
        quadrants=_options(words.quadrants),
        tiers=_options(words.tiers),
        aging=_options({bucket: each.say(view.language) for bucket, each in BUCKET_WORDS.items()}),
        rules=_options({key: words.rule(key) for key in words.policy.rules.rules}),
        severities=_options({name: each.say(view.language) for name, each in SEVERITY_WORDS.items()}),
        columns=_columns(words, view),
        sorts=_options(
            {key: each.say(view.language) for key, each in SORT_WORDS.items() if _may_sort(key, view.masks)}
        ),
    )


def _options(words: Mapping[str, str]) -> list[Option]:
    return [Option(value=value, label=label) for value, label in words.items()]


def _owners(seen: Scope, on: Day, missing: str) -> list[Option]:
    """Give the owners there are: people by their number, names that only files know by the name."""
    names = [name for name, _ in distinct(seen, on, "owner")]
    known = people_called(names)
    people = {owner.id: owner.name for owner in (*people_who_own(seen, on), *known.values())}
    by_number = [Option(value=str(person), label=name) for person, name in people.items()]
    by_name = [Option(value=name or NOT_STATED, label=name or missing) for name in names if name not in known]
    return [*by_number, *by_name]


def _columns(words: Said, view: View) -> list[ColumnOption]:
    return [
        ColumnOption(
            value=key,
            label=words.name(key),
            unit=each.text.unit,
            dimension=DIMENSION_WORDS[each.text.dimension].say(view.language),
            is_hidden=each.text.unit == "minor" and "amounts" in view.masks,
        )
        for key, each in words.policy.indicators.indicators.items()
    ]


def _may_sort(key: SortKey, hidden: Masks) -> bool:
    return not (("amounts" in hidden and key in AMOUNT_SORTS) or ("names" in hidden and key == "name"))


@router.get("/customers/export", file=XLSX)
def export_customers(request: Request, query: Query[CustomerFilters]) -> FileResponse:
    """Write a list of customers, all its pages, as a workbook."""
    at = moment_of(query)
    view, asked = _view(request, at), _asked(request, query, at)
    number = totals(asked).customers
    if number > MOST_ROWS:
        raise TooManyToExport(number=number, most=MOST_ROWS)
    sheet = Sheet(view, said(live_policy(at.judged_on).policy, view.language), query.columns)
    lines = (sheet.line(row) for block in everything(asked) for row in _rows(block, asked, query, at))
    file = write(sheet.headings(), lines, _origin(asked, at, view, number))
    log_access(request, "export_customers", f"customers?{asked.filters.query(view.currency)}", number)
    name = f"{FILE_NAME.say(view.language)}-{to_date(at.as_of).isoformat()}.xlsx"
    return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)


def _origin(asked: Asked, at: Moment, view: View, number: int) -> Origin:
    told = {
        Words("时点", "As of"): to_date(at.as_of).isoformat(),
        Words("批次", "Known at batch"): str(at.known_at),
        Words("筛选条件", "Filters"): unquote_plus(asked.filters.query(view.currency)),
        Words("排序", "Order"): asked.order.text(),
        Words("币种", "Currency"): view.currency,
        Words("行数", "Rows"): str(number),
    }
    return Origin([(words.say(view.language), text) for words, text in told.items()], view.language)


def _view(request: Request, at: Moment) -> View:
    policy = live_policy(at.judged_on).policy
    return View(reporting_currency(), masks(request), language(request), units(policy))


def _asked(request: Request, query: CustomerFilters, at: Moment) -> Asked:
    hidden = masks(request)
    filters = _filters(query, reporting_currency())
    default = Order("score", is_descending=False) if "amounts" in hidden else Order()
    order = read_order(query.sort) if query.sort else default
    is_open_to(filters, order, hidden)
    return Asked(scope(request), today_here(), filters, order, hidden, past=past_book(at))


def _filters(query: CustomerFilters, currency: str) -> Filters:
    return Filters(
        q=query.q.strip(),
        grade=tuple(query.grade),
        quadrant=tuple(query.quadrant),
        tier=tuple(query.tier),
        industry=tuple(query.industry),
        region=tuple(query.region),
        owner=query.owner,
        rule=tuple(query.rule),
        fires=tuple(query.fires),
        severity=tuple(query.severity),
        has_alert=query.has_alert,
        overdue_min=None if query.overdue_min is None else to_minor(query.overdue_min, currency),
        overdue_days_min=query.overdue_days_min,
        overdue_days_max=query.overdue_days_max,
        score_min=None if query.score_min is None else int(query.score_min * 100),
        score_max=None if query.score_max is None else int(query.score_max * 100),
        aging=tuple(query.aging),
        changed_since=None if query.changed_since is None else to_day(query.changed_since),
        codes=tuple(query.codes),
    )
