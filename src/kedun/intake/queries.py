"""What can be asked of the intake: imports, rejects, and what earlier files told."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import Any

import pyarrow as pa
from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from kedun.facts.kinds import KINDS
from kedun.facts.models import CURRENT, Batch, LegalEntity, Supply
from kedun.intake.headings import signature_of
from kedun.intake.ledger import PAID_ROLE, Known
from kedun.intake.models import Import, Reject, RememberedMapping
from kedun.intake.outcome import problems_of
from kedun.intake.recognition import Stated
from kedun.intake.refusals import ImportMissing, RejectMissing
from kedun.intake.rejects import Problem
from kedun.intake.remembered import applied, completed
from kedun.intake.request import Request, texts
from kedun.kernel.clock import DEFAULT_ZONE, clock, today
from kedun.kernel.days import Day, to_day
from kedun.kernel.money import Minor

PENDING = ("open", "corrected")
MOST_SHOWN = 10_000


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


def pending_reject(import_id: int, row: int) -> Reject:
    """Give a rejected row that waits.

    Raises: RejectMissing.
    """
    found = Reject.objects.filter(of_import_id=import_id, row=row, state__in=PENDING).first()
    if found is None:
        raise RejectMissing(number=import_id, row=row)
    return found


def base_currency(legal_entity: str) -> str:
    """Give the reporting currency of a legal entity, CNY where it is not known."""
    return LegalEntity.objects.filter(code=legal_entity).values_list("base_currency", flat=True).first() or "CNY"


def today_at(legal_entity: str) -> Day:
    """Give the day it is at a legal entity, in the usual zone where it is not known."""
    zone = LegalEntity.objects.filter(code=legal_entity).values_list("time_zone", flat=True).first()
    return today(clock(), zone or DEFAULT_ZONE)


_PAID_BEFORE = (
    "SELECT stem, day, amount_minor FROM (SELECT left(external_id, -%(tail)s) AS stem, right(external_id, 10) AS day,"
    " amount_minor FROM facts_payment WHERE source = %(source)s AND NOT is_retracted AND external_id LIKE %(told)s) paid"
    " WHERE stem = ANY(%(stems)s)"
)


def known_paid(stems: Collection[str], *, source: str) -> Mapping[str, Known]:
    """Give what earlier files with a stated day told was paid on some invoices: by stem, the amounts by the file's day."""
    marker = f":{PAID_ROLE}:"
    told: dict[str, str | int | list[str]] = {
        "source": source,
        "told": f"%{marker}____-__-__",
        "tail": len(marker) + 10,
        "stems": list(stems),
    }
    known: dict[str, dict[Day, Minor]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_PAID_BEFORE, told)
        for stem, day, amount in cursor.fetchall():
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


def told_beside(kind: str, *, source: str, besides: Collection[str]) -> Mapping[str, str]:
    """Give the keys of the payments or credit notes that invoice files told of, `besides` some, with their customers' ids."""
    rows = CURRENT[kind]._default_manager.filter(source=source, is_retracted=False, external_id__startswith="invoice:")
    return dict(_lacking(rows, besides).values_list("external_id", "customer__external_id"))


def _lacking(rows: QuerySet[Any], keys: Collection[str]) -> QuerySet[Any]:
    """Leave out the rows with some keys; the database does it, so that they are not fetched."""
    name = f'"{rows.model._meta.db_table}"."external_id"'
    return rows.extra(where=[f"{name} <> ALL(%s::text[])"], params=[list(keys)])  # noqa: S610 - a table of ours


def known_customers(codes: Sequence[str], *, source: str) -> pa.Table:
    """Give what is believed of a source's customers; stubs count as unknown."""
    names = ["external_id", *(each.name for each in KINDS["customer"].fields)]
    rows = CURRENT["customer"]._default_manager.filter(source=source, is_stub=False, external_id__in=codes)
    values = [dict(zip(names, row, strict=True)) for row in rows.values_list(*names)]
    return pa.Table.from_pylist(values) if values else pa.table({"external_id": pa.array([], pa.string())})


def standing(kind: str, *, source: str, legal_entities: Collection[str], besides: Collection[str]) -> pa.Table:
    """Give the rows of a source `besides` those with some keys: key, legal entity, and the customer's code if it has one.

    Neither retracted ones nor stubs.
    """
    rows = CURRENT[kind]._default_manager.filter(
        source=source, is_retracted=False, legal_entity__in=list(legal_entities)
    )
    rows = _lacking(rows, besides)
    names = {"external_id": "external_id", "legal_entity": "legal_entity"}
    if kind == "customer":
        rows = rows.filter(is_stub=False)
    elif KINDS[kind].of_customer:
        names["customer"] = "customer__code"
    values = list(rows.values_list(*names.values()))
    columns = zip(*values, strict=True) if values else ([] for _ in names)
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
    """Give the codes of the known customers of each name."""
    rows = CURRENT["customer"]._default_manager.filter(is_retracted=False, is_stub=False, name__in=list(names))
    found: dict[str, tuple[str, ...]] = {}
    for name, code in rows.order_by("code").values_list("name", "code"):
        found[name] = (*found.get(name, ()), code)
    return found


def rejects_owner(import_id: int) -> int | None:
    """Give the import under which the rejected rows of an import's file wait: its own, or an earlier one of the same file."""
    found = import_of(import_id)
    return (
        Reject.objects.filter(
            of_import__sha256=found.sha256,
            of_import__source=found.source,
            state__in=PENDING,
            of_import__id__lte=found.id,
        )
        .exclude(of_import__state="undone")
        .order_by("-of_import_id")
        .values_list("of_import_id", flat=True)
        .first()
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
