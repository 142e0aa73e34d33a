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
from kedun.portfolio.figures.needs import States
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
) | {"facts_merge", "facts_invoice_settlement"}


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
    """The book, its largest debtors and regions, how many items have no exchange rate, and the supplies of kinds."""

    book: Book
    largest: tuple[Debtor, ...]
    regions: tuple[Region, ...]
    without_rate: int
    states: States


@dataclass(frozen=True, slots=True)
class Dated:
    """The book of one day of a course of time, and the supplies of kinds on it."""

    book: Book
    states: States


def found(scope: Scope, at: Moment) -> Found:
    """Ask for everything that the figures of a scope rest on."""
    return _found(_listed(scope), at, *_basis(at))


def course(scope: Scope, at: Moment, *, months: int) -> tuple[Dated, ...]:
    """Give the book at the last month-ends before a day and on the day itself, oldest first, from where the data begin.

    Who shares a group is as on the last day, so that shares move by what is owed and not by who joined whom.
    """
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
    supply = supply_at(at.as_of, at.known_at)
    with _opened(customers, at, [at.as_of]) as asked:
        groups = asked.groups(at.as_of)
        asked.balance(at.as_of)
        debtors, largest = asked.debtors(groups)
        regions, largest_regions = asked.regions()
        book = asked.book(at.as_of, supply["invoice"], debtors, regions)
        without_rate = asked.without_rate()
    names = _Names(at, groups)
    return Found(
        book,
        tuple(names.debtor(number, owed) for number, owed in largest),
        tuple(Region(name, owed) for name, owed in largest_regions),
        without_rate,
        {kind: each.state for kind, each in supply.items()},
    )


@lru_cache(maxsize=MOST_KEPT)
def _course(
    customers: tuple[int, ...] | None, at: Moment, months: int, _origin: str, _policy: str
) -> tuple[Dated, ...]:
    supply = supply_at(at.as_of, at.known_at)
    first = supply["invoice"].from_day
    if first is None:
        return ()
    days = [day for day in (*month_ends_before(at.as_of, months), at.as_of) if day >= first]
    made = []
    with _opened(customers, at, days) as asked:
        groups = asked.groups(at.as_of)
        for day in days:
            asked.balance(day)
            debtors, _ = asked.debtors(groups)
            regions, _ = asked.regions()
            then = {kind: state_on(kind, each, day) for kind, each in supply.items()}
            made.append(Dated(asked.book(day, supply["invoice"], debtors, regions), then))
    return tuple(made)


@contextmanager
def _opened(customers: tuple[int, ...] | None, at: Moment, days: Sequence[Day]) -> Iterator["_Asked"]:
    """Lay the facts out for some days, the last of which is that of the moment; none where the data begin later."""
    first = days_looked_at(days[0])[0] if days else at.as_of
    with fresh.opened(mirror_folder(), tables=TABLES) as engine:
        asked = _Asked(engine, at, customers, first)
        for name, query in asked.tables().items():
            asked.run(f"CREATE TEMP TABLE {name} AS {query}")
        asked.run(
            "CREATE TEMP TABLE bins AS SELECT r.day, MIN(e.day) AS until FROM (SELECT UNNEST(RANGE($first, $as_of + 1)) AS day) r"
            " JOIN (SELECT UNNEST(CAST($days AS BIGINT[])) AS day) e ON e.day >= r.day GROUP BY ALL",
            days=list(days),
        )
        asked.run(
            "CREATE TEMP TABLE owed AS SELECT m.customer_id, b.until, SUM(m.worth) AS worth FROM moves m"
            " JOIN bins b ON b.day = GREATEST(m.on_day, $first) GROUP BY ALL"
        )
        yield asked


@dataclass(frozen=True, slots=True)
class _Asked:
    """The facts of all customers or of those listed, up to a day, as known at a batch; laid out once, asked for many days.

    `first`: the first day on which balances are looked at.
    """

    engine: fresh.Fresh
    at: Moment
    customers: tuple[int, ...] | None
    first: Day

    @property
    def _known_at(self) -> int | None:
        return self.at.known_at if self.at.known_at < self.engine.batch else None

    def run(self, sql: str, **values: Any) -> list[Any]:
        """Run a statement; it may name the day, the batch, the customers, a year's days and those of a default."""
        listed = None if self.customers is None else list(self.customers)
        given = {"as_of": self.at.as_of, "known_at": self.at.known_at, "customers": listed}
        return self.engine.ask(sql, {**given, "first": self.first, "year": YEAR, "late": DEFAULT_DAYS, **values})

    def tables(self) -> Mapping[str, str]:
        """Write the tables that everything is asked of; each may rest on those before it.

        `live`: items that were not paid off by the first day looked at, or not within 90 days of their due day; of others
        nothing but their issue counts. `moves`: what items gained and lost, in the reporting currency. `overdue`: items
        not paid within the 90 days, and since when they are cancelled: credited whole, without cash. Believed rows only, of customers who are believed to exist.
        """
        reach = Reach("duckdb", has_past=self._known_at is not None, is_listed=self.customers is not None)
        of_known = "JOIN who w ON w.id = r.customer_id"
        applied = believed("facts_application", APPLICATION_COLUMNS, reach)
        in_time = (
            "SELECT id, COALESCE(SUM(amount_minor) FILTER (WHERE applied_on <= due_on + $late AND entry <> 'write_off'), 0)"
            " AS amount, COALESCE(SUM(amount_minor) FILTER (WHERE entry IN ('credit', 'rounding')), 0) AS credited,"
            " COALESCE(SUM(amount_minor) FILTER (WHERE entry = 'cash'), 0) AS cash,"
            " MAX(applied_on) AS last_on FROM applied GROUP BY ALL"
        )
        return {
            "who": f"SELECT r.id, r.region FROM ({kind_rows('customer', reach)}) r",
            "items": (
                "SELECT r.id, r.customer_id, r.issue_on, r.due_on, r.amount_minor AS owed, r.amount_reporting_minor AS worth"
                f" FROM ({kind_rows('invoice', reach)}) r {of_known} WHERE r.issue_on <= $as_of"
            ),
            "live": f"SELECT i.*, {self._moves()} AS moves FROM items i {self._paid_off()}",
            "applied": (
                "SELECT i.id, i.customer_id, i.due_on, i.moves, p.applied_on, p.entry, p.amount_minor,"
                f" -p.reporting_minor AS worth, i.worth AS of_worth FROM ({applied}) p JOIN live i ON i.id = p.invoice_id"
                " WHERE p.applied_on <= $as_of"
            ),
            "moves": (
                "SELECT customer_id, due_on, issue_on AS on_day, worth FROM live WHERE moves AND worth IS NOT NULL"
                " UNION ALL SELECT customer_id, due_on, applied_on, worth FROM applied WHERE moves AND of_worth IS NOT NULL"
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
                "SELECT i.customer_id, i.issue_on, i.due_on + $late + 1 AS on_day,"
                " CASE WHEN a.credited >= i.owed AND a.cash <= 0 THEN a.last_on END AS cancelled_on FROM live i"
                f" LEFT JOIN ({in_time}) a ON a.id = i.id"
                " WHERE i.due_on + $late < $as_of AND i.owed > 0 AND i.owed > COALESCE(a.amount, 0)"
            ),
        }

    def _moves(self) -> str:
        """Write whether an item moves receivables from the first day looked at on; the kept fold tells, of what is known now."""
        return "TRUE" if self._known_at is not None else "f.invoice_id IS NULL OR f.last_applied_on > $first"

    def _paid_off(self) -> str:
        """Write what leaves out items that were paid off early enough; their rows add up to nothing."""
        if self._known_at is not None:
            return ""
        return (
            "LEFT JOIN facts_invoice_settlement f ON f.invoice_id = i.id AND f.allocated_minor = i.owed"
            " AND f.written_off_minor = 0"
            " WHERE f.invoice_id IS NULL OR f.last_applied_on > $first OR f.last_applied_on > i.due_on + $late"
        )

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

    def debtors(self, groups: Mapping[int, int]) -> tuple[Spread, list[tuple[int, Minor]]]:
        """Sum what each debtor owes, groups as one; give how it is spread, and the largest by their numbers."""
        pairs = Reach("duckdb").pairs("members", "roots", "root")
        owed = (
            f"SELECT COALESCE(g.root, o.customer_id) AS debtor, SUM(o.worth) AS worth FROM balance o LEFT JOIN ({pairs}) g"
            " ON g.customer_id = o.customer_id GROUP BY ALL"
        )
        return self._spread(owed, members=list(groups), roots=list(groups.values()))

    def regions(self) -> tuple[Spread, list[tuple[str, Minor]]]:
        """Sum what each region owes; give how it is spread, and the largest. Customers without one count as one region."""
        return self._spread(
            "SELECT w.region AS debtor, SUM(o.worth) AS worth FROM balance o JOIN who w ON w.id = o.customer_id GROUP BY ALL"
        )

    def balance(self, day: Day) -> None:
        """Lay out what each customer owes at the end of a day, for what is asked of debtors and regions."""
        self.run(
            "CREATE OR REPLACE TEMP TABLE balance AS SELECT customer_id, CAST(SUM(worth) AS BIGINT) AS worth FROM owed"
            " WHERE until <= $on GROUP BY ALL",
            on=day,
        )

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
            " WHERE issue_on <= $on AND issue_on > $on - 2 * $year AND owed > 0 GROUP BY ALL) WHERE was",
            on=day,
        )
        return Counts(base, cases)

    def defaults(self, day: Day) -> Counts:
        """Count the customers who had been invoiced and not defaulted a year ago, and those who did since."""
        ((base, cases),) = self.run(
            "WITH first AS (SELECT customer_id, MIN(on_day) AS on_day FROM (SELECT customer_id, on_day FROM overdue"
            " WHERE on_day <= $on AND issue_on <= $on AND (cancelled_on IS NULL OR cancelled_on > $on) UNION ALL SELECT customer_id, booked_on FROM lost"
            " WHERE entry = 'write_off' AND booked_on <= $on) GROUP BY ALL)"
            " SELECT COUNT(*), COUNT(*) FILTER (WHERE d.on_day IS NOT NULL) FROM (SELECT DISTINCT customer_id FROM items"
            " WHERE issue_on <= $on - $year AND issue_on > $on - 2 * $year AND owed > 0) b"
            " LEFT JOIN first d ON d.customer_id = b.customer_id WHERE d.on_day IS NULL OR d.on_day > $on - $year",
            on=day,
        )
        return Counts(base, cases)

    def without_rate(self) -> int:
        """Count the open items whose amount has no exchange rate; they are in no figure."""
        ((count,),) = self.run(
            "SELECT COUNT(*) FROM live i LEFT JOIN (SELECT id, SUM(amount_minor) AS amount FROM applied"
            " WHERE of_worth IS NULL GROUP BY ALL) a ON a.id = i.id"
            " WHERE i.worth IS NULL AND i.owed > COALESCE(a.amount, 0)"
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
