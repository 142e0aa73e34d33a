"""From a sheet of texts to tables of facts and rejected rows: what an import will do, before anything is written."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from kedun.facts.kinds import KINDS, SIGNAL_DAYS
from kedun.facts.limits import lasts_wrongly
from kedun.intake.checks import check_table
from kedun.intake.columns import Columns, check_required, field_of, read_columns
from kedun.intake.conversion import is_empty
from kedun.intake.debtors import CodesByName, customers_of, nobody
from kedun.intake.keys import natural_keys
from kedun.intake.ledger import KnownPaid, nothing_paid
from kedun.intake.ledger_tables import customer_table, kind_table, ledger_tables, plan_payments
from kedun.intake.planned import ROW, Note, Options, Plan, Work
from kedun.intake.public_rows import one_name_each, read_public_records
from kedun.intake.recognition import ATTRIBUTE, Recognition
from kedun.intake.refusals import PaidWithoutDay
from kedun.intake.rejects import Problem, Rejected
from kedun.intake.sheet import Sheet
from kedun.intake.terms import apply_terms
from kedun.intake.totals import skip_totals, without_totals
from kedun.kernel.days import FIRST_DAY, LAST_DAY, Day


def make_plan(
    sheet: Sheet,
    recognition: Recognition,
    options: Options,
    *,
    known_paid: KnownPaid = nothing_paid,
    codes_by_name: CodesByName = nobody,
    whole: Sheet | None = None,
) -> Plan:
    """Plan an import; `known_paid` tells the amounts that earlier files with a stated day told.

    Of a part of a sheet, `whole` is the sheet by which its columns are understood.

    Raises: DatesAmbiguous, DatesMixed, DateFormatInvalid, PaidWithoutDay.
    """
    _check_paid_has_day(recognition, options)
    told, sheet = sheet, one_name_each(sheet, recognition)
    columns = read_columns(sheet, recognition, base_currency=options.base_currency, whole=whole or sheet)
    check_required(columns, recognition)
    customers, notes = customers_of(columns, recognition, codes_by_name)
    keys = _keys(columns, recognition, customers)
    work = Work(sheet, recognition, options, columns, keys, customers, notes=notes)
    read_public_records(work)
    _blame_missing(work)
    apply_terms(work)
    _blame_expiry(work)
    skip_totals(work)
    if recognition.kind == "invoice":
        plan_payments(work, known_paid)
    _blame_duplicates(work)
    return _finished(work, told)


def _check_paid_has_day(recognition: Recognition, options: Options) -> None:
    column = recognition.column("paid") or recognition.column("open")
    if column is not None and not recognition.has("settled_on") and options.as_of_day is None:
        raise PaidWithoutDay(column=column.heading).asking(column.heading)


def _keys(columns: Columns, recognition: Recognition, customers: pa.Array | None) -> pa.Array:
    stated = columns.get("external_id")
    if stated is not None:
        return stated
    values = dict(columns.values) if customers is None else {**columns.values, "customer": customers}
    return natural_keys(recognition.kind, values, legal_entity=columns.get("legal_entity"))


def _blame_missing(work: Work) -> None:
    """Blame rows without a customer, where neither code nor name is given."""
    column = work.recognition.column("customer") or work.recognition.column(f"{ATTRIBUTE}name")
    if work.customers is None or column is None:
        return
    for position in pc.indices_nonzero(is_empty(work.customers)).to_pylist():
        if not any(problem.column == column.heading for problem in work.columns.problems.get(position, [])):
            work.columns.blame(position, Problem(column.heading, "", "missing_value", {}))


def _blame_expiry(work: Work) -> None:
    """Blame signals that end before they were observed, or count for too long."""
    column = work.recognition.column("expires_on") if work.recognition.kind == "signal" else None
    observed_on, expires_on = work.columns.get("observed_on"), work.columns.get("expires_on")
    if column is None or observed_on is None or expires_on is None:
        return
    texts = work.sheet.column(column.heading)
    for position in pc.indices_nonzero(lasts_wrongly(observed_on, expires_on)).to_pylist():
        problem = Problem(column.heading, texts[position].as_py(), "signal_lasts_wrongly", {"days": SIGNAL_DAYS})
        work.columns.blame(position, problem)


def _blame_duplicates(work: Work) -> None:
    """Blame every row whose key an earlier good row has: the first is kept."""
    positions = _in_precedence(work, pc.indices_nonzero(work.good()).to_pylist())
    keys = work.keys.take(pa.array(positions, pa.int64())).to_pylist()
    if len(set(keys)) == len(keys):
        return
    first: dict[str, int] = {}
    for key, position in zip(keys, positions, strict=True):
        kept = first.setdefault(key, position)
        if kept != position:
            work.columns.blame(position, _duplicate(work, key=key, kept=kept, position=position))


def _in_precedence(work: Work, positions: list[int]) -> list[int]:
    late = work.options.late_rows
    return sorted(positions, key=lambda position: work.sheet.rows[position].as_py() in late) if late else positions


def _duplicate(work: Work, *, key: str, kept: int, position: int) -> Problem:
    first, second = work.sheet.rows[kept].as_py(), work.sheet.rows[position].as_py()
    column = _key_column(work.recognition)
    value = work.sheet.column(column)[position].as_py() if column else ""
    if work.sheet.cells(kept) == work.sheet.cells(position):
        return Problem(column, value, "duplicate_of_row", {"first": first})
    return Problem(column, value, "same_key_as_row", {"first": first, "second": second, "key": key})


def _key_column(recognition: Recognition) -> str:
    found = (
        recognition.column(target)
        for target in ("external_id", "document_no", "order_no", "delivery_no", "contract_no", "name")
    )
    return next((column.heading for column in found if column is not None), "")


def _finished(work: Work, told: Sheet) -> Plan:
    good = work.good()
    tables = {work.recognition.kind: kind_table(work, work.recognition.kind).filter(good)}
    absent: dict[str, pa.Table] = {}
    if work.recognition.kind == "invoice":
        tables, absent = ledger_tables(work, tables["invoice"], good)
    checks = check_table(work, tables[work.recognition.kind])
    if checks is not None:
        tables["check"] = checks
    customers = customer_table(work, good)
    if customers is not None:
        tables = {"customer": customers, **tables}
    rejects = _rejects(work, told)
    is_whole = all(problem.code == "duplicate_of_row" for each in rejects for problem in each.problems)
    return Plan(
        work.recognition.kind,
        work.sheet.read,
        {kind: table for kind, table in tables.items() if table.num_rows or kind == work.recognition.kind},
        rejects,
        absent,
        _periods(tables, work.options),
        work.columns.date_formats,
        _notes(work, tables, is_whole=is_whole),
        is_complete=work.options.is_complete and is_whole,
    )


def _rejects(work: Work, told: Sheet) -> tuple[Rejected, ...]:
    """Give the rows that are not taken, as they stand in the file: one that lists several names is one row."""
    rows, blamed = work.sheet.rows, dict[int, tuple[Problem, ...]]()
    for position, problems in sorted(work.columns.problems.items()):
        if position not in work.totals:
            blamed.setdefault(rows[position].as_py(), tuple(problems))
    at = {row: position for position, row in enumerate(told.rows.to_pylist()) if row in blamed}
    bad = [Rejected(row, problems, told.cells(at[row])) for row, problems in blamed.items()]
    return tuple(sorted((*bad, *without_totals(work.sheet.ragged)), key=lambda each: each.row))


USUAL_DAYS_AHEAD = 31
LEDGER = ("invoice", "credit_note", "payment")


def _periods(tables: Mapping[str, pa.Table], options: Options) -> dict[str, tuple[Day, Day]]:
    """Give the days each kind is supplied for, where the file says more than the days of its own rows.

    The kinds of one ledger speak for the same days: what it does not show as credited was not credited, and, where
    it tells of settlement, what is not settled in it was not paid.
    """
    spans = {kind: span for kind, table in tables.items() if (span := _span(kind, table)) is not None}
    if "invoice" in spans:
        together = (min(first for first, _ in spans.values()), max(last for _, last in spans.values()))
        return {kind: _through(together, options) for kind in LEDGER if kind in tables}
    if options.through is None:
        return {}
    return {kind: _through(span, options) for kind, span in spans.items()}


def _through(span: tuple[Day, Day], options: Options) -> tuple[Day, Day]:
    last = min(span[1], options.today) if options.through is None else options.through
    return min(span[0], last), last


def _span(kind_name: str, table: pa.Table) -> tuple[Day, Day] | None:
    kind = KINDS[kind_name]
    if kind.event_on is None or kind.event_on not in table.column_names or not table.num_rows:
        return None
    found = pc.min_max(table[kind.event_on]).as_py()
    return None if found["min"] is None else (max(found["min"], FIRST_DAY), min(found["max"], LAST_DAY))


def _notes(work: Work, tables: Mapping[str, pa.Table], *, is_whole: bool) -> tuple[Note, ...]:
    notes = list(work.notes)
    kind = KINDS[work.recognition.kind]
    has_amounts = any(field_of(kind, column.target).type == "money" for column in work.recognition.columns)
    if has_amounts and work.columns.is_currency_assumed:
        notes.append(Note("currency_assumed", {"currency": work.options.base_currency}))
    if work.sheet.unread:
        notes.append(Note("sheets_unread", {"sheets": ", ".join(work.sheet.unread)}))
    if work.sheet.encoding.endswith("?"):
        notes.append(Note("encoding_guessed", {"encoding": work.sheet.encoding.removesuffix("?")}))
    early = _early_due(tables.get("invoice"))
    if early:
        notes.append(Note("due_before_issue", {"rows": early}))
    late = {row for each, table in tables.items() for row in _to_come(each, table, work.options.today)}
    if late:
        notes.append(Note("days_to_come", {"rows": len(late), "days": USUAL_DAYS_AHEAD}))
    credits = tables["credit_note"].num_rows if kind.name == "invoice" else 0
    if credits:
        notes.append(Note("negative_is_credit_note", {"rows": credits}))
    if work.options.is_complete and not is_whole:
        notes.append(Note("not_complete", {}))
    if work.recognition.ignored:
        notes.append(Note("columns_ignored", {"columns": ", ".join(work.recognition.ignored)[:1000]}))
    return tuple(notes)


def _to_come(kind_name: str, table: pa.Table, today: Day) -> list[int]:
    """Give the rows that happen later than anybody books ahead."""
    day = KINDS[kind_name].event_on
    if day is None or day not in table.column_names or kind_name == "milestone":  # which is a day to come by nature
        return []
    rows: list[int] = table.filter(pc.greater(table[day], today + USUAL_DAYS_AHEAD))[ROW].to_pylist()
    return rows


def _early_due(invoices: pa.Table | None) -> int:
    if invoices is None or "stated_due_on" not in invoices.column_names:
        return 0
    return pc.sum(pc.less(invoices["stated_due_on"], invoices["issue_on"])).as_py() or 0


def only_rows(plan: Plan, rows: Iterable[int]) -> Plan:
    """Keep what a plan says of some rows of the file."""
    chosen = pa.array(sorted(set(rows)), pa.int64())
    tables = {kind: table.filter(pc.is_in(table[ROW], value_set=chosen)) for kind, table in plan.tables.items()}
    absent = {kind: table.filter(pc.is_in(table[ROW], value_set=chosen)) for kind, table in plan.absent.items()}
    wanted = set(chosen.to_pylist())
    rejects = tuple(each for each in plan.rejects if each.row in wanted)
    return replace(plan, tables=tables, absent=absent, rejects=rejects, periods={})
