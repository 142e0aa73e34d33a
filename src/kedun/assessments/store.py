"""The three engines against stored facts: PostgreSQL and DuckDB run the policy's SQL, Python computes it row by row."""

import logging
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeVar

import duckdb
import pyarrow as pa
from django.db import DataError

from kedun.assessments.assessed import Assessed, Reader, line
from kedun.assessments.documents import Document, Lines, document_of, documents_sql
from kedun.assessments.policy import Policy
from kedun.assessments.reference import Rows, add_groups, finish, kinds_of, measures_of, reference
from kedun.assessments.sql import check_ages, statement
from kedun.assessments.surroundings import Ask, Surroundings, Whereabouts, surroundings
from kedun.expressions import Value
from kedun.facts.fresh import execute
from kedun.facts.knowable import REFOLDED_TYPES
from kedun.facts.knowledge.store import Selection, rows_by_customer
from kedun.facts.prepared.store import fetch
from kedun.facts.queries import Supply, state_on
from kedun.facts.reported.store import Columns, Refolded, look_up
from kedun.facts.sources import APPLICATION_COLUMNS, Reach, believed, kind_rows
from kedun.indicators.sql import supplied
from kedun.kernel.days import Day
from kedun.kernel.engine import engine_settings
from kedun.kernel.refusals import Invalid

Each = TypeVar("Each")
EngineName = Literal["postgres", "duckdb", "python"]
Bound = int | None | list[int] | Columns
"""A value bound to a parameter."""

CHUNK = 2000
"""Customers that are fetched, written and judged at a time."""

MOST_STATEMENTS = 32

MOST_ASIDE = 1000
"""When more customers than these cannot be computed, the policy is at fault, and the run fails."""

_log = logging.getLogger(__name__)


class NotComputable(Invalid):
    """A number went out of range: {problem}."""

    zh = "计算超出数值范围：{problem}。"


@dataclass(frozen=True, slots=True)
class Question:
    """What to assess. `known_at`: a batch in the past, or None for what is believed now; `customers`: None for all.

    `knowable`: assess by what could be known on the day itself, with this settlement; `known_at` is then left out.
    """

    as_of: Day
    known_at: int | None
    customers: tuple[int, ...] | None
    supply: Mapping[str, Supply]
    knowable: Refolded | None = None

    def states(self, policy: Policy) -> dict[str, str]:
        """The supply of every kind, and that of earlier days by its name: supplied, stale or not_supplied."""
        now = {kind: each.state for kind, each in self.supply.items()}
        then = {
            name: state_on(kind, self.supply[kind], self.as_of - days)
            for name, (kind, days) in policy.indicators.earlier_supplies.items()
        }
        return {**now, **then}

    def is_supplied(self, policy: Policy) -> dict[str, bool]:
        """Tell of every supply that a policy rests on whether it is one."""
        states, program = self.states(policy), policy.indicators
        return {name: states[name] == "supplied" for name in (*program.kinds, *program.earlier_supplies)}

    def parameters(self, policy: Policy) -> dict[str, Bound]:
        """The values that the policy's SQL binds."""
        flags = {supplied(name): int(is_there) for name, is_there in self.is_supplied(policy).items()}
        listed = None if self.customers is None else list(self.customers)
        given = self.knowable.parameters() if self.knowable else {}
        known_at = self.knowable.batch if self.knowable else self.known_at
        return {"as_of": self.as_of, "known_at": known_at, "customers": listed, **flags, **given}

    def reach(self, dialect: Literal["postgres", "duckdb"]) -> Reach:
        """What the SQL has to read."""
        return Reach(
            dialect,
            has_past=self.known_at is not None,
            is_listed=self.customers is not None,
            is_knowable=self.knowable is not None,
        )

    @property
    def asked(self) -> Container[Value] | None:
        """The customers asked for, to be looked up often; None for all."""
        return None if self.customers is None else frozenset(self.customers)

    @property
    def is_of_nobody(self) -> bool:
        """Whether nobody is asked for: a run that had stored everybody. Planning a statement would take seconds."""
        return self.customers is not None and not self.customers

    def around(self, policy: Policy, dialect: Literal["postgres", "duckdb"], ask: Ask) -> Surroundings:
        """What the customers' readings rest on besides their own facts."""
        of = Whereabouts(self.as_of, self.known_at, self.customers)
        return surroundings(policy.indicators, of, reach=self.reach(dialect), ask=ask)

    def widened(self, around: Surroundings) -> "Question":
        """Ask for the other members of the customers' groups too."""
        if self.customers is None:
            return self
        return replace(self, customers=tuple(sorted(around.groups.with_members(self.customers))))


def run(policy: Policy, question: Question, *, engine: EngineName, mirror: Path | None = None) -> Iterator[Assessed]:
    """Assess customers on an engine, in order of their codes. `mirror`: the DuckDB file, for that engine."""
    if question.is_of_nobody:
        return
    reader = reader_of(policy, question.states(policy))
    if engine == "python":
        yield from _on_python(policy, question, reader)
        return
    rows: Iterable[Sequence[Value]]
    if engine == "postgres":
        rows = _on_postgres(policy, question)
    else:
        assert mirror is not None
        rows = _on_duckdb(_ordered(policy, question.reach("duckdb")), policy, question, mirror)
    names = ("code", "customer_id", *check_ages(policy), *policy.outputs)
    asked = question.asked
    for row in rows:
        values: dict[str, Value] = dict(zip(names, row, strict=True))
        if asked is None or values["customer_id"] in asked:
            yield reader.assessed(values, code=str(values["code"]))


_readers: dict[tuple[str, frozenset[tuple[str, str]]], Reader] = {}
"""Compiling why readings are missing takes as long as one customer, so the few that are needed are kept."""


def reader_of(policy: Policy, states: Mapping[str, str]) -> Reader:
    """Give the reader of a policy's rows where kinds are supplied as `states` says."""
    key = (policy.hash, frozenset(states.items()))
    if key not in _readers:
        if len(_readers) >= MOST_STATEMENTS:
            _readers.clear()
        _readers[key] = Reader(policy, states)
    return _readers[key]


class Judged(NamedTuple):
    """What is to be stored of a customer, and its line of the digest; "" where nobody wants one."""

    document: Document
    line: str


def judge(
    policy: Policy, question: Question, *, engine: EngineName, mirror: Path | None = None, has_lines: bool = True
) -> Iterator[Judged]:
    """Assess customers as `run` does and write what is to be stored of them; DuckDB writes it by itself.

    Where nobody wants lines, DuckDB's come in no order, each as soon as it is written: the book is never held as a whole.
    """
    if question.is_of_nobody:
        return
    if engine != "duckdb":
        for each in run(policy, question, engine=engine):
            yield Judged(document_of(each), line(each) if has_lines else "")
        return
    assert mirror is not None
    lines = Lines(policy)
    columns = ", ".join([documents_sql(policy, question.states(policy)), *(lines.columns if has_lines else ())])
    rows = (_ordered if has_lines else _printed)(policy, question.reach("duckdb"))
    sql = f"SELECT {columns} FROM ({rows}) computed"
    width, asked = len(Document._fields), question.asked
    for row in _on_duckdb(sql, policy, question, mirror):
        document = Document(*row[:width])
        if asked is None or document.customer_id in asked:
            yield Judged(document, lines.line(row[width:]) if has_lines else "")


def judge_apart(
    policy: Policy,
    question: Question,
    *,
    engine: EngineName,
    mirror: Path | None = None,
    has_lines: bool = True,
    aside: set[int],
) -> Iterator[Judged]:
    """Assess customers as `judge` does; those whose numbers cannot be computed are put `aside` and hold up nobody.

    The engine does not say who they are, and may find one when it has given others: what is left is done again by halves.
    Raises: NotComputable where more than MOST_ASIDE are put aside.
    """
    given: set[int] = set()
    try:
        for each in judge(policy, question, engine=engine, mirror=mirror, has_lines=has_lines):
            given.add(each.document.customer_id)
            yield each
    except NotComputable as problem:
        listed = [customer for customer, _ in _customers(question) if customer not in given]
        if len(listed) < 2:
            aside.update(listed)
            _log.warning("customer %s cannot be assessed: %s", *listed, problem)
            if len(aside) > MOST_ASIDE:
                raise
            return
        for half in (listed[: len(listed) // 2], listed[len(listed) // 2 :]):
            part = replace(question, customers=tuple(half))
            yield from judge_apart(policy, part, engine=engine, mirror=mirror, has_lines=has_lines, aside=aside)


_statements: dict[tuple[str, Reach], str] = {}
"""Printing a policy takes far longer than asking it about one customer, so its few statements are kept."""


def _printed(policy: Policy, reach: Reach) -> str:
    key = (policy.hash, reach)
    written = _statements.get(key)
    if written is None:
        written = statement(policy, reach)
        if len(_statements) >= MOST_STATEMENTS:
            _statements.clear()
        _statements[key] = written
    return written


def _with_codes(policy: Policy, reach: Reach) -> str:
    return f"SELECT c.code, q.* FROM ({_printed(policy, reach)}) q JOIN facts_customer c ON c.id = q.customer_id"  # noqa: S608


def _ordered(policy: Policy, reach: Reach) -> str:
    return f"{_with_codes(policy, reach)} ORDER BY c.code"


def _on_postgres(policy: Policy, question: Question) -> Sequence[Sequence[Value]]:
    """Ask PostgreSQL. The statement is planned once per connection: planning it costs as much as 200 customers.

    The rows are sorted here: to sort them there sets every column up once more.
    """
    around = question.around(policy, "postgres", fetch)
    values = {**question.widened(around).parameters(policy), **around.parameters(policy.indicators)}
    try:
        return sorted(fetch(_with_codes(policy, question.reach("postgres")), values), key=lambda row: row[0])
    except DataError as error:
        raise NotComputable(problem=str(error).strip()) from error


def _on_duckdb(sql: str, policy: Policy, question: Question, mirror: Path) -> Iterator[Sequence[Any]]:
    with duckdb.connect(str(mirror), read_only=True, config=engine_settings(mirror.parent)) as book:
        if question.knowable:
            look_up(book, question.knowable.batch)
            give_settlement(book, question.knowable)
        yield from _answers(sql, policy, question, book)


def ask_of_book(
    columns: str, policy: Policy, question: Question, book: duckdb.DuckDBPyConnection
) -> Iterator[Sequence[Any]]:
    """Ask an open book engine for columns of customers' computed rows, in no order.

    Raises: NotComputable.
    """
    computed = statement(policy, question.reach("duckdb"))
    yield from _answers(f"SELECT {columns} FROM ({computed}) computed", policy, question, book)


def _answers(sql: str, policy: Policy, question: Question, book: duckdb.DuckDBPyConnection) -> Iterator[Sequence[Any]]:
    around = question.around(policy, "duckdb", lambda asked, bound: execute(book, asked, bound).fetchall())
    values = {**question.widened(around).parameters(policy), **around.parameters(policy.indicators)}
    yield from _streamed(sql, values, book)


def _streamed(sql: str, values: Mapping[str, Bound], book: duckdb.DuckDBPyConnection) -> Iterator[Sequence[Any]]:
    """Give rows as they are found, so that what cannot be computed may be met after many of them.

    Raises: NotComputable.
    """
    try:
        cursor = execute(book, sql, values)
        while chunk := cursor.fetchmany(CHUNK):
            yield from chunk
    except (duckdb.OutOfRangeException, duckdb.ConversionException) as error:
        raise NotComputable(problem=str(error).strip()) from error


def give_settlement(book: duckdb.DuckDBPyConnection, knowable: Refolded) -> None:
    """Lay the settlement that a day's knowledge gives beside the mirror, for queries about what could be known."""
    types = {"bigint": pa.int64(), "text": pa.string()}
    arrays = {name: pa.array(each, types[REFOLDED_TYPES[name]]) for name, each in knowable.columns().items()}
    book.register("refolded_application", pa.table(arrays))
    book.register("refolded_customer", pa.table({"customer_id": pa.array(knowable.customers, pa.int64())}))
    unseen = [payment for payment, _ in knowable.unseen]
    book.register("unseen_payment", pa.table({"id": pa.array(unseen, pa.int64())}))
    book.register("touched_invoice", pa.table({"id": pa.array(knowable.touched, pa.int64())}))


def _on_python(policy: Policy, question: Question, reader: Reader) -> Iterator[Assessed]:
    compiled = reference(policy)
    flags = question.is_supplied(policy)
    around = question.around(policy, "postgres", fetch)
    whole = question.widened(around)
    codes = dict(_customers(whole))
    measured: dict[int, dict[str, Value]] = {}
    for chunk in chunks(codes, CHUNK):
        stored = _stored_rows(policy, whole, chunk)
        for each in chunk:
            rows = stored.get(each, {})
            values = measures_of(compiled, rows, customer_id=each, as_of=question.as_of, supplied=flags)
            measured[each] = {**values, **{key: around.constants.get(key) for key in policy.indicators.book}}
    add_groups(compiled, measured, around.groups.roots, supplied=flags)
    asked = question.asked
    for each, values in measured.items():
        if asked is None or each in asked:
            finish(compiled, values)
            yield reader.assessed(values, code=codes[each])


def _customers(question: Question) -> list[tuple[int, str]]:
    rows = kind_rows("customer", question.reach("postgres"))
    sql = f"SELECT c.id, c.code FROM ({rows}) r JOIN facts_customer c ON c.id = r.id"  # noqa: S608 - identifiers are declared
    return sorted(fetch(sql, _rows_wanted(question, list(question.customers or ()))), key=lambda row: row[1])


def _rows_wanted(question: Question, customers: list[int]) -> dict[str, Bound]:
    given = question.knowable.parameters() if question.knowable else {}
    known_at = question.knowable.batch if question.knowable else question.known_at
    return {"as_of": question.as_of, "known_at": known_at, "customers": customers, **given}


def _stored_rows(policy: Policy, question: Question, customers: list[int]) -> Mapping[int, Rows]:
    """Fetch believed rows by customer and kind; the facts of an industry or region go to each of its customers."""
    reach = replace(question.reach("postgres"), is_listed=True)
    applied = believed("facts_application", APPLICATION_COLUMNS, reach)
    selection = Selection(lambda kind: kind_rows(kind, reach), applied, _rows_wanted(question, customers))
    return rows_by_customer(kinds_of(policy), customers, selection)


def chunks(items: Iterable[Each], size: int) -> Iterator[list[Each]]:
    """Cut a stream into lists of at most `size`."""
    stream = iter(items)
    while chunk := list(islice(stream, size)):
        yield chunk
