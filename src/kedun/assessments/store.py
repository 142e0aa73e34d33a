"""The three engines against stored facts: PostgreSQL and DuckDB run the policy's SQL, Python computes it row by row."""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeVar

import duckdb
from django.db import DataError, connection

from kedun.assessments.assessed import Assessed, Reader, line
from kedun.assessments.documents import Document, Lines, document_of, documents_sql
from kedun.assessments.policy import Policy
from kedun.assessments.reference import Rows, compute, reference
from kedun.assessments.sql import check_ages, statement
from kedun.expressions import Value
from kedun.facts.prepared.store import fetch
from kedun.facts.queries import Supply, state_on
from kedun.facts.sources import APPLICATION_COLUMNS, Reach, believed, kind_rows
from kedun.indicators.evaluate import Row
from kedun.indicators.sql import supplied
from kedun.kernel.days import Day
from kedun.kernel.engine import engine_settings
from kedun.kernel.refusals import Invalid

Each = TypeVar("Each")
EngineName = Literal["postgres", "duckdb", "python"]
Bound = int | None | list[int]
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
    """What to assess. `known_at`: a batch in the past, or None for what is believed now; `customers`: None for all."""

    as_of: Day
    known_at: int | None
    customers: tuple[int, ...] | None
    supply: Mapping[str, Supply]

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
        return {"as_of": self.as_of, "known_at": self.known_at, "customers": listed, **flags}

    def reach(self, dialect: Literal["postgres", "duckdb"]) -> Reach:
        """What the SQL has to read."""
        return Reach(dialect, has_past=self.known_at is not None, is_listed=self.customers is not None)


def run(policy: Policy, question: Question, *, engine: EngineName, mirror: Path | None = None) -> Iterator[Assessed]:
    """Assess customers on an engine, in order of their codes. `mirror`: the DuckDB file, for that engine."""
    reader = _reader(policy, question.states(policy))
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
    for row in rows:
        values: dict[str, Value] = dict(zip(names, row, strict=True))
        yield reader.assessed(values, code=str(values["code"]))


_readers: dict[tuple[str, frozenset[tuple[str, str]]], Reader] = {}
"""Compiling why readings are missing takes as long as one customer, so the few that are needed are kept."""


def _reader(policy: Policy, states: Mapping[str, str]) -> Reader:
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
    """Assess customers as `run` does and write what is to be stored of them; DuckDB writes it by itself."""
    if engine != "duckdb":
        for each in run(policy, question, engine=engine):
            yield Judged(document_of(each), line(each) if has_lines else "")
        return
    assert mirror is not None
    lines = Lines(policy)
    columns = ", ".join([documents_sql(policy, question.states(policy)), *(lines.columns if has_lines else ())])
    sql = f"SELECT {columns} FROM ({_ordered(policy, question.reach('duckdb'))}) computed"
    width = len(Document._fields)
    for row in _on_duckdb(sql, policy, question, mirror):
        yield Judged(Document(*row[:width]), lines.line(row[width:]) if has_lines else "")


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

    The engine does not say who they are: what fails is done again by halves.
    Raises: NotComputable where more than MOST_ASIDE are put aside.
    """
    rows = judge(policy, question, engine=engine, mirror=mirror, has_lines=has_lines)
    try:
        first = next(rows, None)
    except NotComputable as problem:
        listed = [customer for customer, _ in _customers(question)]
        if len(listed) < 2:
            aside.update(listed)
            _log.warning("customer %s cannot be assessed: %s", *listed, problem)
            if len(aside) > MOST_ASIDE:
                raise
            return
        for half in (listed[: len(listed) // 2], listed[len(listed) // 2 :]):
            part = replace(question, customers=tuple(half))
            yield from judge_apart(policy, part, engine=engine, mirror=mirror, has_lines=has_lines, aside=aside)
        return
    if first is not None:
        yield first
        yield from rows


_ordered_statements: dict[tuple[str, Reach], str] = {}
"""Printing a policy takes far longer than asking it about one customer, so its few statements are kept."""


def _ordered(policy: Policy, reach: Reach) -> str:
    key = (policy.hash, reach)
    written = _ordered_statements.get(key)
    if written is None:
        collate = ' COLLATE "C"' if reach.dialect == "postgres" else ""
        written = (
            f"SELECT c.code, q.* FROM ({statement(policy, reach)}) q"
            f" JOIN facts_customer c ON c.id = q.customer_id ORDER BY c.code{collate}"
        )
        if len(_ordered_statements) >= MOST_STATEMENTS:
            _ordered_statements.clear()
        _ordered_statements[key] = written
    return written


def _on_postgres(policy: Policy, question: Question) -> Sequence[Sequence[Value]]:
    """Ask PostgreSQL. The statement is planned once per connection: planning it costs as much as 200 customers."""
    try:
        return fetch(_ordered(policy, question.reach("postgres")), question.parameters(policy))
    except DataError as error:
        raise NotComputable(problem=str(error).strip()) from error


def _on_duckdb(sql: str, policy: Policy, question: Question, mirror: Path) -> Iterator[Sequence[Any]]:
    with duckdb.connect(str(mirror), read_only=True, config=engine_settings(mirror.parent)) as book:
        (asked,) = book.extract_statements(sql)
        values = {name: value for name, value in question.parameters(policy).items() if name in asked.named_parameters}
        try:
            cursor = book.execute(asked, values)
        except (duckdb.OutOfRangeException, duckdb.ConversionException) as error:
            raise NotComputable(problem=str(error).strip()) from error
        while chunk := cursor.fetchmany(CHUNK):
            yield from chunk


def _on_python(policy: Policy, question: Question, reader: Reader) -> Iterator[Assessed]:
    compiled = reference(policy)
    flags = question.is_supplied(policy)
    for chunk in chunks(_customers(question), CHUNK):
        stored = _stored_rows(policy, question, [customer_id for customer_id, _ in chunk])
        for customer_id, code in chunk:
            rows = stored.get(customer_id, {})
            row = compute(compiled, rows, customer_id=customer_id, as_of=question.as_of, supplied=flags)
            yield reader.assessed(row, code=code)


def _customers(question: Question) -> list[tuple[int, str]]:
    rows = kind_rows("customer", question.reach("postgres"))
    sql = f"SELECT c.id, c.code FROM ({rows}) r JOIN facts_customer c ON c.id = r.id"  # noqa: S608 - identifiers are declared
    with connection.cursor() as cursor:
        cursor.execute(sql, {"known_at": question.known_at, "customers": list(question.customers or ())})
        return sorted(cursor.fetchall(), key=lambda row: row[1])


def _stored_rows(policy: Policy, question: Question, customers: list[int]) -> dict[int, Rows]:
    """Fetch believed rows by customer and kind; the facts of an industry go to each of its customers."""
    reach = Reach("postgres", has_past=question.known_at is not None, is_listed=True)
    values: dict[str, Bound] = {"known_at": question.known_at, "customers": customers}
    found: dict[int, dict[str, list[Row]]] = {customer: {} for customer in customers}
    kinds = {measure.fact for measure in policy.indicators.measures.values()} | {"customer", "check", "allocation"}
    for kind in sorted(kinds - {"industry_fact"}):
        owner = "id" if kind == "customer" else "customer_id"
        for row in _fetch(kind_rows(kind, reach), values):
            found[row[owner]].setdefault(kind, []).append(row)  # type: ignore[index]
    for row in _fetch(believed("facts_application", APPLICATION_COLUMNS, reach), values):
        found[row["customer_id"]].setdefault("application", []).append(row)  # type: ignore[index]
    by_industry: dict[Value, list[Row]] = {}
    for row in _fetch(kind_rows("industry_fact", reach), values):
        by_industry.setdefault(row["industry"], []).append(row)
    for rows in found.values():
        rows["industry_fact"] = [
            fact for one in rows.get("customer", ()) for fact in by_industry.get(one["industry"], ())
        ]
    return dict(found)


def _fetch(sql: str, values: Mapping[str, Bound]) -> list[Row]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        names = [column.name for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def chunks(items: Iterable[Each], size: int) -> Iterator[list[Each]]:
    """Cut a stream into lists of at most `size`."""
    stream = iter(items)
    while chunk := list(islice(stream, size)):
        yield chunk
