"""A record from a court or a bureau says that somebody looked: it counts as a check of its customer on its day."""

import pyarrow as pa
import pyarrow.compute as pc

from kedun.facts.kinds import KINDS
from kedun.intake.planned import ROW


def check_table(kind_name: str, records: pa.Table) -> pa.Table | None:
    """Give one check per customer and day on which a record was reported; None for kinds that no check supplies.

    Without this a dishonest debtor on file would read "not supplied" until somebody entered a check by hand.
    """
    kind = KINDS[kind_name]
    if kind.check_scope is None or kind.event_on is None or not records.num_rows:
        return None
    days = records[kind.event_on]
    if "reported_on" in records.column_names:
        days = pc.coalesce(records["reported_on"], days)
    seen = pa.table({ROW: records[ROW], "customer": records["customer"], "checked_on": days})
    checks = (
        seen.group_by(["customer", "checked_on"])
        .aggregate([(ROW, "min")])
        .rename_columns(["customer", "checked_on", ROW])
    )
    keys = pc.binary_join_element_wise(
        kind.check_scope, checks["customer"], checks["checked_on"].cast(pa.string()), ":"
    )
    scope = pa.array([kind.check_scope] * checks.num_rows, pa.string())
    return checks.append_column("external_id", keys).append_column("scope", scope)
