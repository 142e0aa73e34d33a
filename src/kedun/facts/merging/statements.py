"""SQL text by which facts change hands when customers are merged or parted; no user text is part of it."""

from collections.abc import Callable
from functools import cache

from kedun.facts import statements
from kedun.facts.kinds import KINDS
from kedun.facts.tables import belongs_to_customer, quoted, table_name

Write = Callable[[str], str]
"""Gives the statement for a kind."""

OWNED = tuple(kind for kind in KINDS if belongs_to_customer(kind))

CONCERNED = (
    "SELECT m.merged_id, m.into_id, m.id FROM facts_merge m WHERE m.until_batch IS NULL"
    " AND (m.merged_id = ANY(%(customers)s::bigint[]) OR m.into_id = ANY(%(customers)s::bigint[]))"
)
"""Mergers in force that touch customers."""

HIDDEN = (
    "SELECT c.external_id FROM facts_customer c JOIN facts_merge m ON m.merged_id = c.id AND m.until_batch IS NULL"
    " WHERE c.source = %(source)s AND c.external_id = ANY(%(names)s)"
)
"""Those of a source's customers that are merged into others."""

PARTED = "DELETE FROM facts_moved_fact WHERE merge_id = %(merge)s::bigint"


def hide_or_show() -> str:
    """Write the statement that takes a customer's row back, or lets it stand again. Parameters: customer, is_hidden, batch."""
    return statements.write_again(
        "customer", "c.id = %(customer)s::bigint", instead={"is_retracted": "%(is_hidden)s::boolean"}
    )


@cache
def hand_over(kind: str) -> str:
    """Write the statement that gives all facts of a customer to another. Parameters: giver, taker, batch."""
    return statements.write_again(kind, "c.customer_id = %(giver)s::bigint", instead=_TO_TAKER)


@cache
def hand_back(kind: str) -> str:
    """Write the statement that gives the facts named by a merger to another customer. Parameters: merge, taker, batch."""
    mine = f"SELECT v.fact_id FROM facts_moved_fact v WHERE v.merge_id = %(merge)s::bigint AND v.kind = '{kind}'"  # noqa: S608
    return statements.write_again(kind, f"c.customer_id = %(giver)s::bigint AND c.id IN ({mine})", instead=_TO_TAKER)


_TO_TAKER = {"customer_id": "%(taker)s::bigint"}


@cache
def remember_all(kind: str) -> str:
    """Write the statement that remembers all facts of a customer as those of a merger. Parameters: giver, merge."""
    return (
        f"INSERT INTO facts_moved_fact (kind, fact_id, merge_id) SELECT '{kind}', c.id, %(merge)s::bigint"  # noqa: S608
        f" FROM {quoted(table_name(kind))} c WHERE c.customer_id = %(giver)s::bigint"
        " ON CONFLICT (kind, fact_id) DO UPDATE SET merge_id = EXCLUDED.merge_id"
    )


@cache
def remember_named(kind: str) -> str:
    """Write the statement that remembers which delivered facts name a merged customer, and forgets it of the others.

    Parameters: source, and arrays names (external ids of facts) and merges (NULL: names a customer that is not merged).
    """
    return (
        "WITH told AS (SELECT k.id, t.merge FROM unnest(%(names)s::text[], %(merges)s::bigint[]) AS t (name, merge)"  # noqa: S608
        f" JOIN {quoted(table_name(kind))} k ON k.source = %(source)s AND k.external_id = t.name),"
        f" gone AS (DELETE FROM facts_moved_fact v USING told t WHERE v.kind = '{kind}' AND v.fact_id = t.id AND t.merge IS NULL)"
        f" INSERT INTO facts_moved_fact (kind, fact_id, merge_id) SELECT '{kind}', t.id, t.merge FROM told t"
        " WHERE t.merge IS NOT NULL ON CONFLICT (kind, fact_id) DO UPDATE SET merge_id = EXCLUDED.merge_id"
        " WHERE facts_moved_fact.merge_id <> EXCLUDED.merge_id"
    )


@cache
def owned_counts() -> str:
    """Write the query for how many facts of each kind customers have that are not retracted. Parameters: customers."""
    return " UNION ALL ".join(
        f"SELECT c.customer_id, '{kind}', COUNT(*) FROM {quoted(table_name(kind))} c"  # noqa: S608
        " WHERE c.customer_id = ANY(%(customers)s::bigint[]) AND NOT c.is_retracted GROUP BY c.customer_id"
        for kind in OWNED
    )
