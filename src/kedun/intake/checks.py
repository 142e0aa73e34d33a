"""A record from a court, a bureau or a registry says that somebody looked: a check of its customer on its day."""

import pyarrow as pa
import pyarrow.compute as pc

from kedun.facts.kinds import KINDS
from kedun.intake.planned import ROW, Work
from kedun.intake.public_records import CHECK_SCOPES, CHECKED_ON


def check_table(work: Work, records: pa.Table) -> pa.Table | None:
    """Give one check per customer and day on which somebody looked; None for kinds that no check supplies.

    The day is the one that the file states for the row, else that on which its record was reported: without it a
    dishonest debtor on file would read "not supplied" until somebody entered a check by hand. A row that says "no
    record" is a check too.
    """
    kind = work.recognition.kind
    days = _stated_days(work, records)
    if kind not in CHECK_SCOPES or (days is None and kind == "customer"):
        return None
    seen = pa.concat_tables([_seen(work, records, days), *_found_nothing(work)])
    checks = (
        seen.filter(pc.is_valid(seen["checked_on"]))
        .group_by(["customer", "checked_on"])
        .aggregate([(ROW, "min")])
        .rename_columns(["customer", "checked_on", ROW])
        .sort_by(ROW)  # threads group in any order
    )
    if not checks.num_rows:
        return None
    scope = CHECK_SCOPES[kind]
    keys = pc.binary_join_element_wise(scope, checks["customer"], checks["checked_on"].cast(pa.string()), ":")
    scopes = pa.array([scope] * checks.num_rows, pa.string())
    return checks.append_column("external_id", keys).append_column("scope", scopes)


def _stated_days(work: Work, records: pa.Table) -> pa.Array | None:
    stated = work.columns.get(CHECKED_ON)
    return None if stated is None else stated.filter(pc.is_in(work.sheet.rows, value_set=records[ROW].unique()))


def _seen(work: Work, records: pa.Table, stated: pa.Array | None) -> pa.Table:
    kind = KINDS[work.recognition.kind]
    days = stated
    if kind.event_on is not None:
        reported = records["reported_on"] if "reported_on" in records.column_names else records[kind.event_on]
        days = pc.coalesce(reported, records[kind.event_on])
        days = days if stated is None else pc.coalesce(stated, days)
    owners = records["external_id" if kind.name == "customer" else "customer"]
    return _checked(records[ROW], owners, days)


def _found_nothing(work: Work) -> list[pa.Table]:
    """Give the rows which only say that somebody looked."""
    stated = work.columns.get(CHECKED_ON)
    if stated is None or work.customers is None or not work.clean:
        return []
    at = pa.array(sorted(work.clean), pa.int64())
    return [_checked(work.sheet.rows.take(at), work.customers.take(at), stated.take(at))]


def _checked(rows: pa.Array, customers: pa.Array, days: pa.Array) -> pa.Table:
    table = pa.table({ROW: rows, "customer": customers, "checked_on": days})
    return table.cast(pa.schema([(ROW, pa.int64()), ("customer", pa.string()), ("checked_on", pa.int64())]))
