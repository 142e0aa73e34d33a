"""What the figures of the book ask of the facts, all within a scope: on the book engine, a few passes for any number of days."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from kedun.accounts.scopes import Scope
from kedun.assessments.queries import NoPolicy, groups_of_book, live_policy
from kedun.facts import fresh
from kedun.facts.groups.queries import stated_names
from kedun.facts.mirrored.store import origins
from kedun.facts.queries import Supply, customer_codes, customers_in, mirror_folder, state_on, supply_at
from kedun.facts.sources import APPLICATION_COLUMNS, Reach, believed, kind_rows
from kedun.kernel.days import Day, month_ends_before
from kedun.kernel.money import Minor
from kedun.portfolio.figures.ageing import Movement
from kedun.portfolio.figures.book import YEAR, Book, Counts, days_looked_at
from kedun.portfolio.figures.shares import Spread
from kedun.portfolio.queries import Moment, today_here

MOST_DEBTORS: Final = 10
DEFAULT_DAYS: Final = 90
"""More days past due than these are a default. Source: docs/why/portfolio.md."""

MOST_KEPT: Final = 8
"""Answers that are kept: of a moment and a scope they are always the same."""

KINDS: Final = ("customer", "customer_group", "group_member", "relation", "invoice", "credit_note", "bad_debt")
TABLES: Final = frozenset(
    f"facts_{name}{versions}" for name in (*KINDS, "application") for versions in ("", "_history")
) | {"facts_merge"}


@dataclass(frozen=True, slots=True)
class Debtor:
    """Who owes: a customer by its code, or a group by its name with all its customers in the scope, by their codes."""

    code: str | None
    group: str | None
    owed_minor: Minor
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """What the customers of a region owe; "" where none is known."""

    name: str
    owed_minor: Minor


@dataclass(frozen=True, slots=True)
class Found:
    """The book, its largest debtors and regions, how many items have no exchange rate, and the supply of invoices."""

    book: Book
    largest: tuple[Debtor, ...]
    regions: tuple[Region, ...]
    without_rate: int
    supply: Supply


@dataclass(frozen=True, slots=True)
class Dated:
    """The book of one day of a course of time, and the supply of invoices on it."""

    book: Book
    supply: Supply


def found(scope: Scope, at: Moment) -> Found:
    """Ask for everything that the figures of a scope rest on."""
    return _found(_listed(scope), at, *_basis(at))


def course(scope: Scope, at: Moment, *, months: int) -> tuple[Dated, ...]:
    """Give the book at the last month-ends before a day and on the day itself, oldest first, from where the data begin."""
    return _course(_listed(scope), at, months, *_basis(at))


def _listed(scope: Scope) -> tuple[int, ...] | None:
    if scope.kind == "all":
        return None
    return tuple(sorted(customers_in(scope, today_here()).values_list("id", flat=True)))


def _basis(at: Moment) -> tuple[str, str]:
    """Give what an answer follows from besides the moment: which database, and the policy that says what a group is."""
    try:
        policy = live_policy(at.as_of).policy.hash
    except NoPolicy:
        policy = ""
    return origins([at.known_at]).get(at.known_at, ""), policy


@lru_cache(maxsize=MOST_KEPT)
def _found(customers: tuple[int, ...] | None, at: Moment, _origin: str, _policy: str) -> Found:
    supply = supply_at(at.as_of, at.known_at)["invoice"]
    with _opened(customers, at) as asked:
        groups = asked.groups(at.as_of)
        debtors, largest = asked.debtors(at.as_of, groups)
        regions, largest_regions = asked.regions(at.as_of)
        book = asked.book(at.as_of, supply, debtors, regions)
        without_rate = asked.without_rate()
    names = _Names(at, groups)
    return Found(
        book,
        tuple(names.debtor(number, owed) for number, owed in largest),
        tuple(Region(name, owed) for name, owed in largest_regions),
        without_rate,
        supply,
    )


@lru_cache(maxsize=MOST_KEPT)
def _course(
    customers: tuple[int, ...] | None, at: Moment, months: int, _origin: str, _policy: str
) -> tuple[Dated, ...]:
    supply = supply_at(at.as_of, at.known_at)["invoice"]
    days = [*month_ends_before(at.as_of, months), at.as_of]
    first = supply.from_day
    made = []
    with _opened(customers, at) as asked:
        for day in days if first is not None else ():
            if first is None or day < first:
                continue
            debtors, _ = asked.debtors(day, asked.groups(day))
            regions, _ = asked.regions(day)
            then = Supply(state_on("invoice", supply, day), supply.from_day, supply.to_day)
            made.append(Dated(asked.book(day, then, debtors, regions), then))
    return tuple(made)


@contextmanager
def _opened(customers: tuple[int, ...] | None, at: Moment) -> Iterator["_Asked"]:
    with fresh.opened(mirror_folder(), tables=TABLES) as engine:
        asked = _Asked(engine, at, customers)
        for name, query in asked.tables().items():
            asked.run(f"CREATE TEMP TABLE {name} AS {query}")
        yield asked


@dataclass(frozen=True, slots=True)
class _Asked:
    """The facts of all customers or of those listed, up to a day, as known at a batch; laid out once, asked for many days."""

    engine: fresh.Fresh
    at: Moment
    customers: tuple[int, ...] | None

    @property
    def _known_at(self) -> int | None:
        return self.at.known_at if self.at.known_at < self.engine.batch else None

    def run(self, sql: str, **values: Any) -> list[Any]:
        """Run a statement; it may name the day, the batch, the customers, a year's days and those of a default."""
        listed = None if self.customers is None else list(self.customers)
        given = {"as_of": self.at.as_of, "known_at": self.at.known_at, "customers": listed}
        return self.engine.ask(sql, {**given, "year": YEAR, "late": DEFAULT_DAYS, **values})

    def tables(self) -> Mapping[str, str]:
        """Write the tables that everything is asked of; each may rest on those before it.

        `moves`: what every item gained and lost, by day, in the reporting currency. `overdue`: items that were not paid
        within 90 days of their due day. Believed rows only, of customers who are believed to exist.
        """
        reach = Reach("duckdb", has_past=self._known_at is not None, is_listed=self.customers is not None)
        of_known = "JOIN who w ON w.id = r.customer_id"
        applied = believed("facts_application", APPLICATION_COLUMNS, reach)
        in_time = (
            "SELECT p.invoice_id, SUM(p.amount_minor) AS amount FROM applied p JOIN items n ON n.id = p.invoice_id"
            " WHERE p.applied_on <= n.due_on + $late AND p.entry <> 'write_off' GROUP BY ALL"
        )
        return {
            "who": f"SELECT r.id, r.region FROM ({kind_rows('customer', reach)}) r",
            "items": (
                "SELECT r.id, r.customer_id, r.issue_on, r.due_on, r.amount_minor, r.amount_reporting_minor AS worth"
                f" FROM ({kind_rows('invoice', reach)}) r {of_known} WHERE r.issue_on <= $as_of"
            ),
            "applied": (
                "SELECT p.invoice_id, p.applied_on, p.entry, p.amount_minor, p.reporting_minor AS worth"
                f" FROM ({applied}) p WHERE p.applied_on <= $as_of"
            ),
            "moves": (
                "SELECT customer_id, due_on, issue_on AS on_day, worth FROM items WHERE worth IS NOT NULL UNION ALL"
                " SELECT i.customer_id, i.due_on, p.applied_on, -p.worth FROM items i JOIN applied p ON p.invoice_id = i.id"
                " WHERE i.worth IS NOT NULL"
            ),
            "moved": "SELECT due_on, on_day, CAST(SUM(worth) AS BIGINT) AS worth FROM moves GROUP BY ALL",
            "credited": (
                "SELECT r.issue_on, r.amount_reporting_minor AS worth"
                f" FROM ({kind_rows('credit_note', reach)}) r {of_known} WHERE r.issue_on <= $as_of"
            ),
            "lost": (
                "SELECT r.customer_id, r.booked_on, r.entry, r.amount_reporting_minor AS worth"
                f" FROM ({kind_rows('bad_debt', reach)}) r {of_known} WHERE r.booked_on <= $as_of"
            ),
            "overdue": (
                "SELECT i.customer_id, i.issue_on, i.due_on + $late + 1 AS on_day FROM items i"
                f" LEFT JOIN ({in_time}) a ON a.invoice_id = i.id"
                " WHERE i.due_on + $late < $as_of AND i.amount_minor > 0 AND i.amount_minor > COALESCE(a.amount, 0)"
            ),
        }

    def book(self, day: Day, supply: Supply, debtors: Spread, regions: Spread) -> Book:
        """Put the book of a day together."""
        return Book(
            as_of=day,
            movements=self.movements(day),
            sales=self.sales(),
            written_off=self.written_off(day),
            debtors=debtors,
            regions=regions,
            churn=self.churn(day),
            defaults=self.defaults(day),
            data_from=supply.from_day,
        )

    def movements(self, day: Day) -> list[Movement]:
        """Sum what moved receivables by due day, between the days looked at."""
        days = days_looked_at(day)
        rows = self.run(
            "SELECT m.due_on, d.day, CAST(SUM(m.worth) AS BIGINT) FROM moved m"
            " ASOF JOIN (SELECT UNNEST(CAST($days AS BIGINT[])) AS day) d ON m.on_day <= d.day GROUP BY ALL",
            days=days,
        )
        return [Movement(due_on, by, amount) for due_on, by, amount in rows]

    def sales(self) -> dict[Day, Minor]:
        """Sum what was invoiced, less what was credited, by day."""
        rows = self.run(
            "SELECT s.issue_on, CAST(SUM(s.worth) AS BIGINT) FROM (SELECT issue_on, worth FROM items UNION ALL"
            " SELECT issue_on, -worth FROM credited) s WHERE s.worth IS NOT NULL GROUP BY ALL"
        )
        return dict(rows)

    def debtors(self, day: Day, groups: Mapping[int, int]) -> tuple[Spread, list[tuple[int, Minor]]]:
        """Sum what each debtor owes, groups as one; give how it is spread, and the largest by their numbers."""
        pairs = Reach("duckdb").pairs("members", "roots", "root")
        owed = (
            "SELECT COALESCE(g.root, o.customer_id) AS debtor, SUM(o.worth) AS worth FROM"
            " (SELECT customer_id, SUM(worth) AS worth FROM moves WHERE on_day <= $on GROUP BY ALL) o"
            f" LEFT JOIN ({pairs}) g ON g.customer_id = o.customer_id GROUP BY ALL"
        )
        return self._spread(owed, on=day, members=list(groups), roots=list(groups.values()))

    def regions(self, day: Day) -> tuple[Spread, list[tuple[str, Minor]]]:
        """Sum what each region owes; give how it is spread, and the largest. Customers without one count as one region."""
        owed = (
            "SELECT w.region AS debtor, SUM(m.worth) AS worth FROM moves m JOIN who w ON w.id = m.customer_id"
            " WHERE m.on_day <= $on GROUP BY ALL"
        )
        return self._spread(owed, on=day)

    def _spread(self, owed: str, **values: Any) -> tuple[Spread, list[tuple[Any, Minor]]]:
        """Spread amounts over their debtors; ties by the debtor's name or number."""
        rows = self.run(
            f"WITH owed AS MATERIALIZED (SELECT debtor, CAST(worth AS BIGINT) AS worth FROM ({owed}) WHERE worth > 0)"
            " SELECT o.debtor, o.worth, s.total, s.squares FROM"
            " (SELECT SUM(worth) AS total, SUM(CAST(worth AS HUGEINT) * worth) AS squares FROM owed) s LEFT JOIN"
            " (SELECT * FROM owed ORDER BY worth DESC, debtor LIMIT $most) o ON TRUE ORDER BY o.worth DESC, o.debtor",
            most=MOST_DEBTORS,
            **values,
        )
        largest = [(debtor, worth) for debtor, worth, *_ in rows if worth is not None]
        total, squares = rows[0][2:]
        return Spread(int(total or 0), int(squares or 0), tuple(worth for _, worth in largest)), largest

    def groups(self, day: Day) -> dict[int, int]:
        """Give, of the customers asked about who share a group, the number of the group; too large ones are none."""
        roots = groups_of_book(day, known_at=self._known_at, ask=self.engine.ask).roots
        asked = None if self.customers is None else frozenset(self.customers)
        return {each: root for each, root in roots.items() if root and (asked is None or each in asked)}

    def written_off(self, day: Day) -> Minor:
        """Sum what was written off in the year, less what was recovered."""
        ((amount,),) = self.run(
            "SELECT COALESCE(SUM(CASE WHEN entry = 'write_off' THEN worth ELSE -worth END), 0) FROM lost"
            " WHERE booked_on <= $on AND booked_on > $on - $year",
            on=day,
        )
        return int(amount)

    def churn(self, day: Day) -> Counts:
        """Count the customers who were invoiced in the year before, and those of them who were not since."""
        ((base, cases),) = self.run(
            "SELECT COUNT(*), COUNT(*) FILTER (WHERE NOT is_still) FROM (SELECT customer_id,"
            " bool_or(issue_on <= $on - $year) AS was, bool_or(issue_on > $on - $year) AS is_still FROM items"
            " WHERE issue_on <= $on AND issue_on > $on - 2 * $year AND amount_minor > 0 GROUP BY ALL) WHERE was",
            on=day,
        )
        return Counts(base, cases)

    def defaults(self, day: Day) -> Counts:
        """Count the customers who had been invoiced and not defaulted a year ago, and those who did since."""
        ((base, cases),) = self.run(
            "WITH first AS (SELECT customer_id, MIN(on_day) AS on_day FROM (SELECT customer_id, on_day FROM overdue"
            " WHERE on_day <= $on AND issue_on <= $on UNION ALL SELECT customer_id, booked_on FROM lost"
            " WHERE entry = 'write_off' AND booked_on <= $on) GROUP BY ALL)"
            " SELECT COUNT(*), COUNT(*) FILTER (WHERE d.on_day IS NOT NULL) FROM (SELECT DISTINCT customer_id FROM items"
            " WHERE issue_on <= $on - $year AND issue_on > $on - 2 * $year AND amount_minor > 0) b"
            " LEFT JOIN first d ON d.customer_id = b.customer_id WHERE d.on_day IS NULL OR d.on_day > $on - $year",
            on=day,
        )
        return Counts(base, cases)

    def without_rate(self) -> int:
        """Count the open items whose amount has no exchange rate; they are in no figure."""
        ((count,),) = self.run(
            "SELECT COUNT(*) FROM items i LEFT JOIN (SELECT p.invoice_id, SUM(p.amount_minor) AS amount FROM applied p"
            " JOIN items n ON n.id = p.invoice_id AND n.worth IS NULL GROUP BY ALL) a ON a.invoice_id = i.id"
            " WHERE i.worth IS NULL AND i.amount_minor > COALESCE(a.amount, 0)"
        )
        return int(count)


@dataclass(frozen=True, slots=True)
class _Names:
    """What debtors are called on a day, as known at a batch. `groups`: the number of the group of those who share one."""

    at: Moment
    groups: Mapping[int, int]

    def debtor(self, number: int, owed_minor: Minor) -> Debtor:
        """Give a debtor: a customer's code, or a group's name as stated, else its first member's code and how many more."""
        mine: Sequence[int] = sorted(each for each, root in self.groups.items() if root == number)
        found = customer_codes(mine or [number])
        codes = tuple(found[each] for each in mine or [number])
        if len(mine) < 2:
            return Debtor(codes[0], None, owed_minor, codes)
        known_at = self.at.known_at if self.at.is_past else None
        names = sorted(stated_names(mine, as_of=self.at.as_of, known_at=known_at).values())
        return Debtor(None, names[0] if names else f"{codes[0]} +{len(codes) - 1}", owed_minor, codes)
