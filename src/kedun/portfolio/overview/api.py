"""The overview under /api/v1."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from ninja import Query

from kedun.accounts.api import Request, Router, language, masks, scope
from kedun.alerts.states import NOT_CLOSED, Severity
from kedun.assessments.queries import live_policy, reporting_currency
from kedun.facts.masking import shown_name
from kedun.kernel.days import Day, to_date
from kedun.kernel.money import Minor
from kedun.portfolio.inbox import filters as inbox
from kedun.portfolio.inbox import queries as alerts
from kedun.portfolio.lists.filters import BUCKET_WORDS, BUCKETS, NOT_STATED, Filters
from kedun.portfolio.lists.queries import Asked, count
from kedun.portfolio.lists.shown import View, units
from kedun.portfolio.overview.figures import HIGH, Book, Sum, added
from kedun.portfolio.overview.queries import book, grades_over_time, owed_on
from kedun.portfolio.overview.schemas import Overview
from kedun.portfolio.page.api import moment_of, moment_text
from kedun.portfolio.page.schemas import MomentQuery
from kedun.portfolio.past.actions import past_book
from kedun.portfolio.queries import Moment, today_here
from kedun.portfolio.said import NOT_STATED_WORDS, Said, said

WEEK = 7
NEWEST = 8
MASKED = ("receivable", "overdue", "receivable_change_7d", "overdue_change_7d", "amount")
NEWLY_OVERDUE = Filters(overdue_days_min=1, overdue_days_max=WEEK)
NOT_CLOSED_QUERY = "&".join(f"state={state}" for state in NOT_CLOSED)

router = Router("portfolio")


@router.get("/overview", response=Overview)
def overview(request: Request, query: Query[MomentQuery]) -> Overview:
    """Show the book within one's scope in figures, each with the list behind it; on a day, as known at a batch."""
    at = moment_of(query)
    policy = live_policy(at.judged_on).policy
    view = View(reporting_currency(), masks(request), language(request), units(policy))
    since = at.as_of - WEEK + 1
    asked = Asked(scope(request), today_here(), past=past_book(at))
    found = book(asked, moved=Filters(changed_since=since), newly_overdue=NEWLY_OVERDUE)
    page = _Page(asked, at, since, found, view, said(policy, view.language), moment_text(query))
    return Overview.model_validate(
        {
            **page.head(),
            **page.owed(),
            **page.changes(),
            "high_risk": page.figure(page.of_grade(HIGH).customers, Filters(grade=(HIGH,))),
            "open_alerts": page.open_alerts(),
            "ageing": page.ageing(),
            "grades_over_time": page.course(),
            "high_risk_by_industry": page.industries(),
            "matrix": page.matrix(),
            "newest_alerts": page.newest(),
            "currency": view.currency,
            "masked": list(MASKED) if "amounts" in view.masks else [],
        }
    )


@dataclass(frozen=True, slots=True)
class _Page:
    """What the overview is made of. `moment`: the day and the knowledge as a query string."""

    asked: Asked
    at: Moment
    since: Day
    book: Book
    view: View
    said: Said
    moment: str

    def query(self, filters: Filters) -> str:
        """Write the query string of a list of customers on the day."""
        return "&".join(filter(None, [filters.query(self.view.currency), self.moment]))

    def head(self) -> dict[str, Any]:
        as_of = None if self.book.as_of is None else to_date(self.book.as_of)
        total = self.book.total()
        return {
            "as_of": as_of,
            "since": to_date(self.since),
            "known_at": self.at.known_at,
            "known_at_time": self.at.known_at_time,
            "is_past": self.at.is_past,
            "customers": self.figure(count(self.asked), Filters()),
            "assessed": total.customers,
            "sentence": [
                self._turned("turned_high", HIGH),
                self._part("newly_overdue", total.newly_overdue, NEWLY_OVERDUE, total.newly_overdue_minor),
                self._turned("turned_low", "low"),
                self._critical(),
            ],
        }

    def of_grade(self, grade: str) -> Sum:
        """Add up the customers of a grade."""
        return added(cell for cell in self.book.cells if cell.grade == grade)

    def _turned(self, key: str, grade: str) -> dict[str, Any]:
        return self._part(key, self.of_grade(grade).moved, Filters(grade=(grade,), changed_since=self.since))

    def _part(self, key: str, number: int, filters: Filters, overdue: Minor | None = None) -> dict[str, Any]:
        return {
            "key": key,
            "count": number,
            "overdue": self._money(overdue),
            "list": "customers",
            "query": self.query(filters),
        }

    def _critical(self) -> dict[str, Any]:
        return {
            "key": "critical_alerts",
            "count": self._alerts(severities=("critical",)),
            "overdue": None,
            "list": "alerts",
            "query": self._dated(f"{NOT_CLOSED_QUERY}&severity=critical"),
        }

    def _alerts(self, severities: tuple[Severity, ...] = ()) -> int:
        return alerts.count(self._not_closed(self.at if self.at.is_past else None, severities))

    def _not_closed(self, past: Moment | None, severities: tuple[Severity, ...] = ()) -> alerts.Asked:
        filters = inbox.Filters(states=NOT_CLOSED, severities=severities)
        return alerts.Asked(self.asked.scope, self.asked.on, filters, sort="-opened", past=past)

    def open_alerts(self) -> dict[str, Any]:
        return {"value": self._alerts(), "list": "alerts", "query": self._dated(NOT_CLOSED_QUERY)}

    def _dated(self, query: str) -> str:
        """Write the query of a list of alerts at the moment looked from."""
        return "&".join(filter(None, (query, self.moment)))

    def figure(self, number: int, filters: Filters) -> dict[str, Any]:
        """Write a number of customers with the list behind it."""
        return {"value": number, "list": "customers", "query": self.query(filters)}

    def owed(self) -> dict[str, Any]:
        total = self.book.total()
        some = Filters(overdue_days_min=1)
        return {
            "receivable": {
                "value": self._money(total.receivable_minor),
                "list": "customers",
                "query": self.query(Filters()),
            },
            "overdue": {
                "value": self._money(total.overdue_minor),
                "list": "customers",
                "query": self.query(some),
            },
        }

    def _money(self, minor: int | None) -> Decimal | None:
        return self.view.money(minor)

    def changes(self) -> dict[str, Any]:
        """Compare what is owed, overdue and to be seen to with a week before the newest assessments."""
        day = self._day - WEEK
        total = self.book.total()
        before = owed_on(self.asked, day=day, customers=total.customers, policy=self.said.policy)
        alerts_before = alerts.count(self._not_closed(replace(self.at, as_of=day, is_past=True)))
        return {
            "receivable_change_7d": self._change(
                day, total.receivable_minor, before.receivable_minor if before else None
            ),
            "overdue_change_7d": self._change(day, total.overdue_minor, before.overdue_minor if before else None),
            "open_alerts_change_7d": {"since": to_date(day), "count": self._alerts() - alerts_before},
        }

    def _change(self, since: Day, now: int, before: int | None) -> dict[str, Any]:
        return {"since": to_date(since), "amount": None if before is None else self._money(now - before)}

    def ageing(self) -> list[dict[str, Any]]:
        total = self.book.total()
        return [
            {
                "bucket": bucket,
                "label": BUCKET_WORDS[bucket].say(self.view.language),
                "amount": self._money(total.amounts[bucket]),
                "customers": total.owing[bucket],
                "query": self.query(Filters(aging=(bucket,))),
            }
            for bucket in BUCKETS
        ]

    @property
    def _day(self) -> Day:
        return self.at.as_of if self.book.as_of is None else self.book.as_of

    def course(self) -> list[dict[str, Any]]:
        until = self._day
        past = grades_over_time(self.asked.scope, self.asked.on, until=until)
        shown = [{"as_of": to_date(each.as_of), "counts": dict(each.counts)} for each in past]
        now = {grade: each.customers for (grade,), each in self.book.by(lambda cell: (cell.grade,)).items()}
        return [*shown, {"as_of": to_date(until), "counts": now}] if now else shown

    def industries(self) -> list[dict[str, Any]]:
        """Tell of each industry how many are at high risk, most first."""
        groups: Mapping[tuple[str, ...], Sum] = self.book.by(lambda cell: (cell.industry,))
        high = Book(self.book.as_of, [cell for cell in self.book.cells if cell.grade == HIGH])
        risky = high.by(lambda cell: (cell.industry,))
        rows = [self._industry(key[0], each, risky.get(key, Sum()).customers) for key, each in groups.items()]
        return sorted(rows, key=lambda row: (-row["high"], -row["total"], row["industry"]))

    def _industry(self, industry: str, each: Sum, high: int) -> dict[str, Any]:
        named = (industry or NOT_STATED,)
        return {
            "industry": industry,
            "label": industry or NOT_STATED_WORDS.say(self.view.language),
            "high": high,
            "total": each.customers,
            "overdue": self._money(each.overdue_minor),
            "query": self.query(Filters(industry=named)),
            "query_high": self.query(Filters(industry=named, grade=(HIGH,))),
        }

    def matrix(self) -> list[dict[str, Any]]:
        groups = self.book.by(lambda cell: (cell.tier, cell.grade, cell.quadrant))
        return [self._place(key, groups[key]) for key in sorted(groups)]

    def _place(self, key: tuple[str, ...], each: Sum) -> dict[str, Any]:
        tier, grade, quadrant = key
        filters = Filters(tier=(tier,), grade=(grade,), quadrant=(quadrant,))
        return {
            "tier": tier,
            "tier_words": self.said.tiers.get(tier, tier),
            "grade": grade,
            "grade_words": self.said.grades.get(grade, grade),
            "quadrant": quadrant,
            "quadrant_words": self.said.quadrants.get(quadrant, quadrant),
            "customers": each.customers,
            "receivable": self._money(each.receivable_minor),
            "overdue": self._money(each.overdue_minor),
            "query": self.query(filters),
        }

    def newest(self) -> list[dict[str, Any]]:
        return [_alert(each, self.view, self.said) for each in self._newest()]

    def _newest(self) -> list[alerts.Found]:
        return alerts.found(self._not_closed(self.at if self.at.is_past else None), after=None, limit=NEWEST)


def _alert(each: alerts.Found, view: View, words: Said) -> dict[str, Any]:
    record = each.alert
    name = shown_name(each.customer.name, code=each.customer.code, masks=view.masks, language=view.language)
    return {
        "id": record.id,
        "code": each.customer.code,
        "name": name,
        "rule": record.rule_key,
        "label": words.rule(record.rule_key),
        "severity": record.severity,
        "opened_as_of": to_date(record.opened_as_of),
        "opened_at": record.opened_at,
    }
