"""What can be asked of the intake: imports, rejects, and what earlier files told."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from operator import or_

import pyarrow as pa
from django.db import connection
from django.db.models import Exists, OuterRef, Q

from kedun.facts.kinds import KINDS
from kedun.facts.models import CURRENT, Batch, LegalEntity, Supply
from kedun.facts.tables import belongs_to_customer
from kedun.intake.headings import signature_of
from kedun.intake.ledger import CREDIT_ROLE, PAID_ROLE, SETTLEMENT_ROLE, Known
from kedun.intake.models import Import, Reject, RememberedMapping
from kedun.intake.outcome import problems_of
from kedun.intake.recognition import Stated
from kedun.intake.refusals import ImportMissing
from kedun.intake.rejects import Problem
from kedun.intake.remembered import applied, completed
from kedun.intake.request import Request, texts
from kedun.kernel.clock import DEFAULT_ZONE, clock, today
from kedun.kernel.days import Day, to_day
from kedun.kernel.money import Minor

PENDING = ("open", "corrected")
MOST_SHOWN = 10_000
_ROLES = f":({SETTLEMENT_ROLE}|{CREDIT_ROLE}|{PAID_ROLE}:[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})$"
"""How the keys end of what invoice files tell beside the invoices."""


@dataclass(frozen=True, slots=True)
class PendingReject:
    """A rejected row that waits for a correction."""

    import_id: int
    file_name: str
    row: int
    problems: tuple[Problem, ...]
    cells: Mapping[str, str]
    state: str


def import_of(import_id: int) -> Import:
    """Give an import.

    Raises: ImportMissing.
    """
    found = Import.objects.filter(id=import_id).first()
    if found is None:
        raise ImportMissing(number=import_id)
    return found


def pending_rejects(import_id: int | None = None, *, limit: int = MOST_SHOWN) -> tuple[PendingReject, ...]:
    """Give the rejected rows that wait, by import and row; of one import or of all."""
    rows = Reject.objects.filter(state__in=PENDING).select_related("of_import").order_by("of_import_id", "row")
    chosen = rows if import_id is None else rows.filter(of_import_id=import_id)
    return tuple(
        PendingReject(
            each.of_import_id, each.of_import.file_name, each.row, problems_of(each.problems),
            {**each.original, **(each.corrected or {})}, each.state,
        )
        for each in chosen[:limit]
    )  # fmt: skip


def newest_import_with_rejects() -> int | None:
    """Give the newest import that has rejected rows waiting."""
    return (
        Reject.objects.filter(state__in=PENDING)
        .order_by("-of_import_id")
        .values_list("of_import_id", flat=True)
        .first()
    )


def base_currency(legal_entity: str) -> str:
    """Give the reporting currency of a legal entity, CNY where it is not known."""
    return LegalEntity.objects.filter(code=legal_entity).values_list("base_currency", flat=True).first() or "CNY"


def today_at(legal_entity: str) -> Day:
    """Give the day it is at a legal entity, in the usual zone where it is not known."""
    zone = LegalEntity.objects.filter(code=legal_entity).values_list("time_zone", flat=True).first()
    return today(clock(), zone or DEFAULT_ZONE)


def known_paid(source: str, stems: Collection[str]) -> Mapping[str, Known]:
    """Give what earlier files with a stated day told was paid: by the stem of the invoice's key, the amounts by the file's day."""
    known: dict[str, dict[Day, Minor]] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT told.stem, right(p.external_id, 10), p.amount_minor"
            " FROM unnest(%(starts)s::text[], %(stems)s::text[]) AS told (start, stem)"
            " JOIN facts_payment p ON p.source = %(source)s AND NOT p.is_retracted"
            " AND p.external_id BETWEEN told.start || '0000-00-00' AND told.start || '9999-99-99'"
            " AND starts_with(p.external_id, told.start)",
            {"starts": [f"{each}:{PAID_ROLE}:" for each in stems], "stems": list(stems), "source": source},
        )
        for stem, day, amount in cursor:
            known.setdefault(stem, {})[to_day(date.fromisoformat(day))] = amount
    return known


def believed(kind: str, external_ids: Sequence[str], *, source: str) -> set[str]:
    """Give those of some keys that are current rows of a source, not retracted."""
    rows = CURRENT[kind]._default_manager.filter(source=source, is_retracted=False)
    if not external_ids or not rows.exists():
        return set()
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT external_id FROM facts_{kind} WHERE source = %s AND NOT is_retracted AND external_id = ANY(%s)",  # noqa: S608
            [source, list(external_ids)],
        )
        return {row[0] for row in cursor.fetchall()}


def told_beside(kind: str, stems: Collection[str], *, source: str) -> Mapping[str, str]:
    """Give the keys of payments or credit notes that files told beside other invoices than these, with their customers' ids."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT p.external_id, c.external_id FROM facts_{kind} p JOIN facts_customer c ON c.id = p.customer_id"  # noqa: S608
            " WHERE p.source = %(source)s AND NOT p.is_retracted AND starts_with(p.external_id, 'invoice:')"
            " AND p.external_id ~ %(roles)s AND NOT EXISTS (SELECT 1 FROM unnest(%(stems)s::text[]) AS told (stem)"
            " WHERE told.stem = regexp_replace(p.external_id, %(roles)s, ''))",
            {"source": source, "stems": list(stems), "roles": _ROLES},
        )
        return dict(cursor.fetchall())


def known_customers(codes: Sequence[str], *, source: str) -> pa.Table:
    """Give what is believed of a source's customers; stubs count as unknown."""
    names = ["external_id", *(each.name for each in KINDS["customer"].fields)]
    rows = CURRENT["customer"]._default_manager.filter(source=source, is_stub=False, external_id__in=codes)
    values = [dict(zip(names, row, strict=True)) for row in rows.values_list(*names)]
    return pa.Table.from_pylist(values) if values else pa.table({"external_id": pa.array([], pa.string())})


def known_cases(keys: Sequence[str], *, source: str) -> pa.Table:
    """Give what is believed of a source's numbered cases."""
    names = ("external_id", "filed_on", "closed_on", "amount_minor", "title", "role", "case_status")
    rows = CURRENT["legal_event"]._default_manager.filter(source=source, external_id__in=keys, is_retracted=False)
    found = list(rows.exclude(case_no="").values_list(*names))
    schema = {name: pa.int64() if name.endswith(("_on", "_minor")) else pa.string() for name in names}
    columns = list(zip(*found, strict=True)) or [()] * len(names)
    return pa.table({name: pa.array(column, schema[name]) for name, column in zip(names, columns, strict=True)})


def lacking(kind: str, keys: Collection[str], *, source: str, legal_entities: Collection[str]) -> pa.Table:
    """Give the rows of a source that are not retracted and not among some keys, no stubs.

    Shape: key, legal entity, and the customer's code if it has one.
    """
    names = ["external_id", "legal_entity", *(["customer"] if belongs_to_customer(kind) else [])]
    owner = ", (SELECT c.code FROM facts_customer c WHERE c.id = f.customer_id)" if belongs_to_customer(kind) else ""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT f.external_id, f.legal_entity{owner} FROM facts_{kind} f WHERE f.source = %(source)s"  # noqa: S608
            " AND NOT f.is_retracted AND f.legal_entity = ANY(%(entities)s)"
            f" {'AND NOT f.is_stub' if kind == 'customer' else ''}"
            " AND NOT EXISTS (SELECT 1 FROM unnest(%(keys)s::text[]) AS told (key) WHERE told.key = f.external_id)",
            {"source": source, "entities": list(legal_entities), "keys": list(keys)},
        )
        columns = list(zip(*cursor.fetchall(), strict=True)) or [()] * len(names)
    return pa.table({name: pa.array(column, pa.string()) for name, column in zip(names, columns, strict=True)})


def customers_with_facts(external_ids: Sequence[str], *, source: str) -> list[str]:
    """Give those of a source's customers that facts of any other kind belong to."""
    if not external_ids:
        return []
    owned = [CURRENT[kind.name] for kind in KINDS.values() if kind.of_customer and kind.name != "customer"]
    has_facts = reduce(
        or_, (Q(Exists(model._default_manager.filter(customer=OuterRef("pk"), is_retracted=False))) for model in owned)
    )
    customers = CURRENT["customer"]._default_manager.filter(has_facts, source=source, external_id__in=external_ids)
    return sorted(customers.values_list("external_id", flat=True))


def stubs_made(batches: Sequence[int]) -> int:
    """Count the customers that some batches noted by their code only."""
    return CURRENT["customer"]._default_manager.filter(is_stub=True, known_from_batch__in=list(batches)).count()


def is_supplied(kind: str) -> bool:
    """Tell whether a kind was ever supplied."""
    return Supply.objects.filter(kind=kind).exists()


def documents_of_customers(documents: Collection[str]) -> set[tuple[str, str]]:
    """Give those of some invoice numbers that are known, each with its customer's code and own id."""
    if not documents:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT c.code, c.external_id, i.document_no FROM facts_invoice i"
            " JOIN facts_customer c ON c.id = i.customer_id WHERE NOT i.is_retracted AND i.document_no = ANY(%s)",
            [sorted(documents)],
        )
        found = cursor.fetchall()
    return {(name, document) for code, own, document in found for name in (code, own)}


def codes_by_name(names: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    """Give the codes of the known customers of each name; of one that nobody has, those who are registered or were named so."""
    found: dict[str, tuple[str, ...]] = {}
    for condition in _CALLED:
        unknown = sorted(set(names) - found.keys())
        if not unknown:
            break
        with connection.cursor() as cursor:
            cursor.execute(_CODES.format(condition=condition), {"names": unknown})
            for name, code in cursor.fetchall():
                found[name] = (*found.get(name, ()), code)
    return found


_CALLED = (
    "c.name = told.name",
    "c.uscc = told.name",
    r"c.former_names <> '' AND told.name = ANY(regexp_split_to_array(c.former_names, '\s*[;；、,，|\n]\s*'))",
)
_CODES = (
    "SELECT told.name, c.code FROM unnest(%(names)s::text[]) AS told (name) JOIN facts_customer c ON {condition}"
    " WHERE NOT c.is_retracted AND NOT c.is_stub ORDER BY c.code"
)


def customers_of_others(codes: Sequence[str], *, source: str) -> set[str]:
    """Give the codes that are customers of another source and not of this one."""
    rows = CURRENT["customer"]._default_manager.filter(code__in=codes)
    return set(rows.exclude(source=source).values_list("code", flat=True))


def written_counts(batches: Sequence[int]) -> Mapping[str, Mapping[str, int]]:
    """Sum what some batches wrote: rows added, changed and retracted by kind."""
    sums: dict[str, dict[str, int]] = {}
    for kinds in Batch.objects.filter(id__in=batches).values_list("kinds", flat=True):
        for kind, counts in kinds.items():
            summed = sums.setdefault(kind, {"added": 0, "changed": 0, "retracted": 0})
            for name in summed:
                summed[name] += counts[name]
    return sums


def with_remembered(request: Request, headings: Sequence[str]) -> Stated:
    """Give what is stated of a file, completed with what was remembered of its headings where the request says so."""
    found = RememberedMapping.objects.filter(signature=signature_of(headings)).first()
    if found is None or not request.uses_remembered:
        return request.stated
    told = Stated(found.kind, texts(found.columns), texts(found.date_formats), texts(found.constants))
    return completed(request.stated, applied(told, headings))


def headings_of(import_id: int) -> tuple[str, ...]:
    """Give the headings of an imported file.

    Raises: ImportMissing.
    """
    result = import_of(import_id).result or {}
    return tuple(result.get("headings", ()))


def unfinished_senders(*, since: datetime) -> set[tuple[str, str]]:
    """Give (source, actor) of the imports that were handed in since an instant and have not ended."""
    unfinished = Import.objects.filter(state__in=("waiting", "running"), started_at__gte=since)
    return set(unfinished.values_list("source", "actor").distinct())
