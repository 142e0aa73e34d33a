"""All that happened to a customer, newest first: facts of every kind, alerts, assessments, owners."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from django.db import connection
from django.db.models import Q

from kedun.facts.kinds import KINDS
from kedun.facts.models import Merge
from kedun.facts.queries import customers_in
from kedun.facts.sources import Reach, kind_rows
from kedun.kernel.pages import Key
from kedun.portfolio.drill.queries import CUSTOMER_KINDS, Target
from kedun.portfolio.queries import MAIN, today_here, zone_of
from kedun.portfolio.timeline.shown import Entry

TITLES: Final[Mapping[str, tuple[str, ...]]] = {
    "contact": ("role",),
    "relation": ("relation_type", "other"),
    "check": ("scope", "result"),
    "enquiry": ("topic",),
    "order": ("order_no",),
    "delivery": ("delivery_no", "order_no"),
    "invoice": ("document_no",),
    "payment": ("document_no", "method"),
    "allocation": ("document_no", "entry"),
    "credit_note": ("document_no", "reason"),
    "contract": ("contract_no",),
    "milestone": ("contract_no", "title"),
    "credit_limit": ("limit_type",),
    "ticket": ("ticket_type", "topic"),
    "interaction": ("channel", "subject"),
    "statement": (),
    "bureau_report": ("agency", "rating"),
    "legal_event": ("event_type", "title"),
    "firm_change": ("item",),
    "group_member": ("group",),
    "news_item": ("sentiment", "title"),
    "signal": ("signal_type", "note"),
    "bad_debt": ("entry", "document_no"),
}
"""The texts that tell a fact of a kind from others."""


def _merger(instant: str, batch: str) -> str:
    """Select the mergers of a customer that were made or ended by a batch: the day, the other's code, which way it went."""
    return (
        f"SELECT g.id, CAST((g.{instant} AT TIME ZONE %(zone)s)::date - DATE '1970-01-01' AS INTEGER) AS day,"
        " ARRAY[CASE WHEN o.id = ANY(%(seen)s::bigint[]) THEN o.code END,"
        " CASE WHEN g.merged_id = %(customer)s THEN 'into' ELSE 'from' END] AS texts, NULL::bigint AS amount, '' AS currency"
        " FROM facts_merge g JOIN facts_customer o"
        " ON o.id = CASE WHEN g.merged_id = %(customer)s THEN g.into_id ELSE g.merged_id END"
        f" WHERE (g.merged_id = %(customer)s OR g.into_id = %(customer)s) AND g.{batch} <= %(known_at)s"
    )


OTHERS: Final[Mapping[str, str]] = {
    "alert": (
        "SELECT id, opened_as_of AS day, ARRAY[rule_key, severity] AS texts, NULL::bigint AS amount, '' AS currency"
        " FROM alerts_alert WHERE customer_id = %(customer)s AND opened_batch <= %(known_at)s"
    ),
    "alert_closed": (
        "SELECT id, closed_as_of AS day, ARRAY[rule_key, closing_reason] AS texts, NULL::bigint AS amount, '' AS currency"
        " FROM alerts_alert a WHERE customer_id = %(customer)s AND opened_batch <= %(known_at)s AND closed_as_of IS NOT NULL"
        " AND NOT EXISTS (SELECT 1 FROM alerts_event e WHERE e.alert_id = a.id AND e.at = a.closed_at AND e.batch > %(known_at)s)"
    ),
    "assessment": (
        "SELECT id, as_of AS day, ARRAY[standing_grade, score::text] AS texts, NULL::bigint AS amount, '' AS currency"
        " FROM assessments_history WHERE customer_id = %(customer)s AND known_batch <= %(known_at)s"
    ),
    "owner": (
        "SELECT o.id, o.from_day AS day, ARRAY[p.name] AS texts, NULL::bigint AS amount, '' AS currency"
        " FROM facts_ownership o JOIN accounts_person p ON p.id = o.person_id"
        " WHERE o.customer_id = %(customer)s AND o.kind = 'owner'"
    ),
    "merger": _merger("at", "batch_id"),
    "merger_ended": _merger("ended_at", "until_batch"),
}
"""What stands in a timeline besides facts; the other customer of a merger is named to whoever may see it."""

SORTS: Final = (*(kind for kind in CUSTOMER_KINDS if KINDS[kind].event_on), *OTHERS)
"""Everything that can be asked for."""


def entries(target: Target, *, kinds: Sequence[str], after: Key | None, limit: int) -> list[Entry]:
    """Give what happened by the day, as known at the batch: newest first, on one day by kind."""
    bound: dict[str, Any] = target.parameters(customer=target.customer, limit=limit, zone=zone_of(MAIN))
    bound["seen"] = _parties_seen(target)
    if after is not None:
        bound |= {"after_day": after[0], "after_id": after[2]}
    parts = [
        f"(SELECT '{kind}' AS kind, * FROM ({_rows(kind, target.reach)}) r WHERE day <= %(as_of)s{_beyond(kind, after)}"
        " ORDER BY day DESC, id DESC LIMIT %(limit)s)"
        for kind in kinds
    ]
    ordered = 'ORDER BY u.day DESC, u.kind COLLATE "C" DESC, u.id DESC LIMIT %(limit)s'
    sql = f"SELECT u.kind, u.id, u.day, u.texts, u.amount, u.currency FROM ({' UNION ALL '.join(parts)}) u {ordered}"
    with connection.cursor() as cursor:
        cursor.execute(sql, bound)
        return [Entry(*row) for row in cursor.fetchall()]


def _parties_seen(target: Target) -> list[int]:
    """Give the customers of mergers with this one that whoever looks may see."""
    mergers = Merge.objects.filter(Q(merged=target.customer) | Q(into=target.customer))
    parties = {number for pair in mergers.values_list("merged_id", "into_id") for number in pair}
    if not parties:
        return []
    return list(customers_in(target.seen, today_here()).filter(id__in=parties).values_list("id", flat=True))


def _rows(kind: str, reach: Reach) -> str:
    if kind in OTHERS:
        return OTHERS[kind]
    fields = {field.name for field in KINDS[kind].fields}
    texts = ", ".join(f"r.{name}" for name in TITLES[kind])
    amount = ("r.amount_minor", "r.currency") if "amount_minor" in fields else ("NULL::bigint", "''")
    return (
        f"SELECT r.id, r.{KINDS[kind].event_on} AS day, ARRAY[{texts}]::text[] AS texts,"
        f" {amount[0]} AS amount, {amount[1]} AS currency FROM ({kind_rows(kind, reach)}) r"
    )


def _beyond(kind: str, after: Key | None) -> str:
    """Write the condition that a row of a kind comes after the last row of the page before."""
    if after is None:
        return ""
    last = str(after[1])
    if kind == last:
        return " AND (day, id) < (%(after_day)s, %(after_id)s)"
    return f" AND day {'<=' if kind < last else '<'} %(after_day)s"


def named(kinds: Sequence[str]) -> Iterator[str]:
    """Give the sorts that are asked for, all where none is named."""
    yield from (kind for kind in SORTS if not kinds or kind in kinds)
