"""The figures of the book asked of PostgreSQL, row by row of the facts: what the book engine must equal."""

# ruff: noqa: S608 - identifiers are declared
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db import connection

from kedun.accounts.scopes import Scope
from kedun.assessments.queries import live_policy
from kedun.facts.groups.queries import book_groups, stated_names
from kedun.facts.prepared.store import fetch
from kedun.facts.queries import Supply, customer_codes, customers_in, supply_at
from kedun.facts.sources import APPLICATION_COLUMNS, Reach, believed, kind_rows
from kedun.kernel.days import Day
from kedun.kernel.money import Minor
from kedun.portfolio.figures.ageing import Movement
from kedun.portfolio.figures.book import MOST_MONTHS, YEAR, Book, Counts, days_looked_at
from kedun.portfolio.figures.shares import Spread
from kedun.portfolio.queries import Moment, today_here

MOST_DEBTORS: Final = 10
DEFAULT_DAYS: Final = 90
"""More days past due than these are a default. Source: docs/why/portfolio.md."""

LONGEST_MONTH: Final = 31


@dataclass(frozen=True, slots=True)
class Debtor:
    """Who owes: a customer by its code, or a group by its name with all its customers."""

    code: str | None
    group: str | None
    owed_minor: Minor


@dataclass(frozen=True, slots=True)
class Region:
    """What the customers of a region owe; "" where none is known."""

    name: str
    owed_minor: Minor


@dataclass(frozen=True, slots=True)
class Found:
    """The book, its largest debtors and regions, how many items have no exchange rate, and the supply of its kinds."""

    book: Book
    largest: tuple[Debtor, ...]
    regions: tuple[Region, ...]
    without_rate: int
    supply: Mapping[str, Supply]


def found(scope: Scope, at: Moment) -> Found:
    """Ask for everything that the figures of a scope rest on."""
    supply = supply_at(at.as_of, at.known_at)
    asked = _Asked(at, None if scope.kind == "all" else _listed(scope))
    debtors, largest = asked.debtors()
    regions, largest_regions = asked.regions()
    book = Book(
        as_of=at.as_of,
        movements=asked.movements(),
        sales=asked.sales(),
        written_off=asked.written_off(),
        debtors=debtors,
        regions=regions,
        churn=asked.churn(),
        defaults=asked.defaults(),
        data_from=supply["invoice"].from_day,
    )
    return Found(book, largest, largest_regions, asked.without_rate(), supply)


def _listed(scope: Scope) -> list[int]:
    return list(customers_in(scope, today_here()).values_list("id", flat=True))


@dataclass(frozen=True, slots=True)
class _Asked:
    """Which facts: as of a day, as known at a batch, of all customers or of those listed."""

    at: Moment
    customers: list[int] | None

    @property
    def _reach(self) -> Reach:
        return Reach("postgres", has_past=self.at.is_past, is_listed=self.customers is not None)

    def _rows(self, kind: str) -> str:
        """Select a kind's believed rows of customers who are believed to exist."""
        customers = kind_rows("customer", self._reach)
        return (
            f"SELECT r.*, c.region FROM ({kind_rows(kind, self._reach)}) r JOIN ({customers}) c ON c.id = r.customer_id"
        )

    def _applied(self) -> str:
        return believed("facts_application", APPLICATION_COLUMNS, self._reach)

    def _moved(self) -> str:
        """Select what every item gained and lost by the day, in the reporting currency: customer, region, due day, day, amount."""
        items = (
            f"SELECT * FROM ({self._rows('invoice')}) r WHERE r.issue_on <= %(as_of)s"
            " AND r.amount_reporting_minor IS NOT NULL"
        )
        return (
            f"WITH items AS MATERIALIZED ({items})"
            " SELECT i.customer_id, i.region, i.due_on, i.issue_on AS on_day, i.amount_reporting_minor AS amount"
            " FROM items i UNION ALL"
            " SELECT i.customer_id, i.region, i.due_on, p.applied_on, -p.reporting_minor"
            f" FROM items i JOIN ({self._applied()}) p ON p.invoice_id = i.id WHERE p.applied_on <= %(as_of)s"
        )

    def _run(self, sql: str, **more: Any) -> list[Any]:
        bound = {
            "as_of": self.at.as_of,
            "known_at": self.at.known_at,
            "customers": self.customers,
            "year": YEAR,
            **more,
        }
        with connection.cursor() as cursor:
            cursor.execute(sql, bound)
            return list(cursor.fetchall())

    def movements(self) -> list[Movement]:
        """Sum what moved receivables by due day, between the days looked at."""
        days = days_looked_at(self.at.as_of)
        sql = (
            f"SELECT m.due_on, width_bucket(m.on_day - 1, %(days)s::integer[]), SUM(m.amount)"
            f" FROM ({self._moved()}) m GROUP BY 1, 2"
        )
        rows = self._run(sql, days=days)
        return [Movement(due_on, days[place], int(amount)) for due_on, place, amount in rows]

    def debtors(self) -> tuple[Spread, tuple[Debtor, ...]]:
        """Sum what each debtor owes, groups as one; give how it is spread, and the largest."""
        groups = self._groups()
        owed = f"SELECT COALESCE(g.root, m.customer_id) AS debtor, m.amount FROM ({self._moved()}) m LEFT JOIN"
        pairs = (
            " unnest(%(members)s::bigint[], %(roots)s::bigint[]) g (customer_id, root) ON g.customer_id = m.customer_id"
        )
        spread, rows = self._spread(owed + pairs, members=list(groups), roots=list(groups.values()))
        names = self._named([number for number, _ in rows], groups)
        return spread, tuple(Debtor(*names[number], owed_minor) for number, owed_minor in rows)

    def regions(self) -> tuple[Spread, tuple[Region, ...]]:
        """Sum what each region owes; give how it is spread, and the largest. Customers without one count as one region."""
        spread, rows = self._spread(f"SELECT m.region AS debtor, m.amount FROM ({self._moved()}) m")
        return spread, tuple(Region(name, owed_minor) for name, owed_minor in rows)

    def _spread(self, amounts: str, **more: Any) -> tuple[Spread, list[tuple[Any, Minor]]]:
        """Spread amounts over their debtors; ties by the debtor's name or number."""
        owed = f"SELECT a.debtor, SUM(a.amount)::bigint AS owed FROM ({amounts}) a GROUP BY 1 HAVING SUM(a.amount) > 0"
        sql = (
            f"WITH owed AS MATERIALIZED ({owed}) SELECT o.debtor, o.owed, s.total, s.squares FROM"
            " (SELECT SUM(owed) AS total, SUM(owed::numeric * owed) AS squares FROM owed) s LEFT JOIN"
            " (SELECT * FROM owed ORDER BY owed DESC, debtor LIMIT %(most)s) o ON TRUE ORDER BY o.owed DESC, o.debtor"
        )
        rows = self._run(sql, most=MOST_DEBTORS, **more)
        largest = [(debtor, owed) for debtor, owed, *_ in rows if owed is not None]
        total, squares = rows[0][2:]
        return Spread(int(total or 0), int(squares or 0), tuple(owed for _, owed in largest)), largest

    def _groups(self) -> dict[int, int]:
        """Give, of the customers asked about who share a group, the number of the group; too large ones are none."""
        known_at = self.at.known_at if self.at.is_past else None
        rule = live_policy(self.at.as_of).policy.indicators.group_rule
        reach = Reach("postgres", has_past=known_at is not None)
        groups = book_groups(rule, reach, as_of=self.at.as_of, known_at=known_at, ask=fetch)
        asked = None if self.customers is None else frozenset(self.customers)
        return {each: root for each, root in groups.roots.items() if root and (asked is None or each in asked)}

    def _named(self, debtors: list[int], groups: Mapping[int, int]) -> dict[int, tuple[str | None, str | None]]:
        """Give each debtor's code, or its group's name: as stated, else the code of its first member and how many more."""
        members = {number: sorted(each for each, root in groups.items() if root == number) for number in debtors}
        everyone = {each for number in debtors for each in members[number] or [number]}
        codes = customer_codes(everyone)
        known_at = self.at.known_at if self.at.is_past else None
        stated = stated_names(everyone, as_of=self.at.as_of, known_at=known_at)
        found: dict[int, tuple[str | None, str | None]] = {}
        for number in debtors:
            mine = members[number]
            if len(mine) < 2:
                found[number] = (codes[(mine or [number])[0]], None)
                continue
            names = sorted(stated[each] for each in mine if each in stated)
            found[number] = (None, names[0] if names else f"{codes[mine[0]]} +{len(mine) - 1}")
        return found

    def sales(self) -> dict[Day, Minor]:
        """Sum what was invoiced, less what was credited, by day, as far as it may be counted back."""
        sql = " UNION ALL ".join(
            f"SELECT r.issue_on AS on_day, {sign} r.amount_reporting_minor AS amount FROM ({self._rows(kind)}) r"
            " WHERE r.issue_on <= %(as_of)s AND r.issue_on > %(as_of)s - %(days)s"
            for kind, sign in (("invoice", ""), ("credit_note", "-"))
        )
        rows = self._run(
            f"SELECT s.on_day, SUM(s.amount) FROM ({sql}) s WHERE s.amount IS NOT NULL GROUP BY 1",
            days=MOST_MONTHS * LONGEST_MONTH,
        )
        return {day: int(amount) for day, amount in rows}

    def written_off(self) -> Minor:
        """Sum what was written off in the year, less what was recovered."""
        sql = (
            "SELECT COALESCE(SUM(CASE WHEN r.entry = 'write_off' THEN r.amount_reporting_minor"
            f" ELSE -r.amount_reporting_minor END), 0) FROM ({self._rows('bad_debt')}) r"
            " WHERE r.booked_on <= %(as_of)s AND r.booked_on > %(as_of)s - %(year)s"
        )
        ((amount,),) = self._run(sql)
        return int(amount)

    def churn(self) -> Counts:
        """Count the customers who were invoiced in the year before, and those of them who were not since."""
        sql = (
            "SELECT COUNT(*), COUNT(*) FILTER (WHERE NOT is_still) FROM (SELECT r.customer_id,"
            " bool_or(r.issue_on <= %(as_of)s - %(year)s) AS was, bool_or(r.issue_on > %(as_of)s - %(year)s) AS is_still"
            f" FROM ({self._rows('invoice')}) r"
            " WHERE r.issue_on <= %(as_of)s AND r.issue_on > %(as_of)s - 2 * %(year)s AND r.amount_minor > 0"
            " GROUP BY r.customer_id) w WHERE w.was"
        )
        ((base, lost),) = self._run(sql)
        return Counts(base, lost)

    def defaults(self) -> Counts:
        """Count the customers who had been invoiced and not defaulted a year ago, and those who did since."""
        late = (
            f"WITH items AS MATERIALIZED (SELECT * FROM ({self._rows('invoice')}) r WHERE r.due_on + %(late)s < %(as_of)s"
            f" AND r.issue_on <= %(as_of)s AND r.amount_minor > 0)"
            " SELECT i.customer_id, MIN(i.due_on + %(late)s + 1) AS on_day FROM items i LEFT JOIN"
            " (SELECT p.invoice_id, SUM(CASE WHEN p.applied_on <= n.due_on + %(late)s AND p.entry <> 'write_off' THEN p.amount_minor"
            " ELSE 0 END) AS amount, SUM(CASE WHEN p.entry IN ('credit', 'rounding') THEN p.amount_minor ELSE 0 END) AS credited,"
            " SUM(CASE WHEN p.entry = 'cash' THEN p.amount_minor ELSE 0 END) AS cash"
            f" FROM ({self._applied()}) p JOIN items n ON n.id = p.invoice_id WHERE p.applied_on <= %(as_of)s GROUP BY p.invoice_id) a"
            " ON a.invoice_id = i.id WHERE i.amount_minor > COALESCE(a.amount, 0)"
            " AND NOT (COALESCE(a.credited, 0) >= i.amount_minor AND COALESCE(a.cash, 0) <= 0) GROUP BY i.customer_id"
        )
        written_off = (
            f"SELECT r.customer_id, MIN(r.booked_on) FROM ({self._rows('bad_debt')}) r"
            " WHERE r.entry = 'write_off' AND r.booked_on <= %(as_of)s GROUP BY r.customer_id"
        )
        sql = (
            "SELECT COUNT(*), COUNT(*) FILTER (WHERE d.on_day IS NOT NULL) FROM"
            f" (SELECT DISTINCT r.customer_id FROM ({self._rows('invoice')}) r WHERE r.issue_on <= %(as_of)s - %(year)s"
            " AND r.issue_on > %(as_of)s - 2 * %(year)s AND r.amount_minor > 0) b"
            f" LEFT JOIN (SELECT customer_id, MIN(on_day) AS on_day FROM (SELECT * FROM ({late}) l UNION ALL {written_off}) u"
            " GROUP BY customer_id) d ON d.customer_id = b.customer_id"
            " WHERE d.on_day IS NULL OR d.on_day > %(as_of)s - %(year)s"
        )
        ((base, cases),) = self._run(sql, late=DEFAULT_DAYS)
        return Counts(base, cases)

    def without_rate(self) -> int:
        """Count the open items whose amount has no exchange rate; they are in no figure."""
        sql = (
            f"SELECT COUNT(*) FROM ({self._rows('invoice')}) r WHERE r.issue_on <= %(as_of)s"
            " AND r.amount_reporting_minor IS NULL AND r.amount_minor > COALESCE((SELECT SUM(p.amount_minor)"
            f" FROM ({self._applied()}) p WHERE p.invoice_id = r.id AND p.applied_on <= %(as_of)s), 0)"
        )
        ((count,),) = self._run(sql)
        return int(count)
