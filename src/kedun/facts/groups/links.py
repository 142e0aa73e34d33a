"""SQL text of what joins customers into groups as of a day, as known at a batch; for PostgreSQL and DuckDB alike."""

from kedun.facts.groups.membership import NARROW, SHORTEST_NAME, WIDE, GroupRule
from kedun.facts.sources import Reach, believed
from kedun.facts.views import AS_OF

_CUSTOMER = ("id", "source", "external_id", "code", "name")
_RELATION = ("customer_id", "source", "other", "from_on", "to_on")
_MEMBER = ("customer_id", "source", "group", "from_on", "to_on")


def folding(column: str) -> str:
    """Write a customer's name as a relation writes it: `membership.folded` in SQL."""
    return f"TRANSLATE({column}, '{WIDE}', '{NARROW}')"


_MERGED = "SELECT g.merged_id FROM facts_merge g WHERE g.into_id = ANY(%(customers)s::bigint[])"
NEAR_RELATIONS = (
    " AND (customer_id = ANY(%(customers)s::bigint[]) OR other = ANY(%(texts)s::text[] || ARRAY("
    f"SELECT unnest(ARRAY[k.code, k.external_id, {folding('k.name')}]) FROM facts_customer k"
    f" WHERE k.id = ANY(%(customers)s::bigint[] || ARRAY({_MERGED}))"
    f" UNION SELECT {folding('h.name')} FROM facts_customer_history h"
    f" WHERE h.id = ANY(%(customers)s::bigint[] || ARRAY({_MERGED})))))"
)
"""Narrows relations to those of some customers, and those that name them, one merged into them or one of some texts."""

_NUMBERS = (
    "SELECT %(names)s::text[] || ARRAY(SELECT external_id FROM facts_customer_group WHERE name = ANY(%(names)s::text[])"
    " UNION SELECT external_id FROM facts_customer_group_history WHERE name = ANY(%(names)s::text[])) AS texts"
)
_ANY = "cardinality(%(names)s::text[]) > 0"  # mostly none: then no table is looked into
_MENTION = (
    f'SELECT k.customer_id FROM ({_NUMBERS}) n, facts_group_member{{versions}} k WHERE {_ANY} AND k."group" = ANY(n.texts)'
    f' UNION SELECT k.id FROM ({_NUMBERS}) n, facts_customer{{versions}} k WHERE {_ANY} AND k."group" = ANY(n.texts)'
)


def near_statements(reach: Reach) -> str:
    """Narrow statements to those about some customers, and about all that name one of some groups. To be formatted."""
    mentions = _MENTION.format(versions="")
    if reach.has_past:
        mentions += f" UNION {_MENTION.format(versions='_history')}"
    return f" AND {{owner}} = ANY(%(customers)s::bigint[] || ARRAY({mentions}))"


def relations(rule: GroupRule, reach: Reach, *, narrowed: str = "") -> str:
    """Select the relations that join on the day.

    Shape: customer, source and text of the other party, and its number where it is a customer. Of the whole book,
    parties that are no customers and are named by one customer alone are left out: they join nobody.
    Parameters: as_of, and those that `narrowed` names.
    """
    types = ", ".join(f"'{each}'" for each in rule.links)
    joins = f"relation_type = 'shareholder' AND share_permille > {rule.majority_permille}"
    condition = f"{f'relation_type IN ({types}) OR ' if types else ''}{joins}"
    links = in_force(condition, reach, narrowed=narrowed)
    if narrowed:
        return links
    return (
        f"WITH links AS ({links}) SELECT l.* FROM links l LEFT JOIN (SELECT source, other FROM links"
        " WHERE other_id IS NULL GROUP BY source, other HAVING COUNT(DISTINCT customer_id) > 1) s"
        " ON s.source = l.source AND s.other = l.other WHERE l.other_id IS NOT NULL OR s.other IS NOT NULL"
    )


def in_force(condition: str, reach: Reach, *, narrowed: str, more: tuple[str, ...] = ()) -> str:
    """Select the relations in force on the day for which a condition holds.

    Shape: as `relations`, then the columns `more`.
    """
    rows = believed(
        "facts_relation",
        (*_RELATION, *more),
        reach,
        condition=f"NOT is_retracted{narrowed} AND ({condition})",
        owner="",
    )
    day = reach.parameter(AS_OF)
    columns = "".join(f", r.{name}" for name in more)
    if narrowed and reach.has_past:
        return _in_force_then(rows, day, columns, reach)
    return (
        f"SELECT r.customer_id, r.source, r.other, COALESCE(o.id, c.id, {_called(f'({_named(reach)})', 'r.other')}) AS other_id{columns}"
        f" FROM ({rows}) r"
        f" JOIN ({_customers(reach)}) m ON m.id = r.customer_id"
        f" LEFT JOIN ({_named(reach)}) o ON o.source = r.source AND o.external_id = r.other"
        f" LEFT JOIN ({_named(reach)}) c ON c.code = r.other"
        f" WHERE r.from_on <= {day} AND (r.to_on IS NULL OR r.to_on > {day})"
    )


def _in_force_then(rows: str, day: str, columns: str, reach: Reach) -> str:
    """Select a few relations in force by what was known at a batch: whom they mean is looked up for these alone.

    Versions of customers stand in two tables; joined as a whole, both are read through for each question.
    """
    texts = "ANY(ARRAY(SELECT r.other FROM r))"
    meant = (
        f"((source = ANY(ARRAY(SELECT r.source FROM r)) AND external_id = {texts}) OR code = {texts}"
        f" OR {folding('name')} = {texts})"
    )
    return (
        f"WITH r AS MATERIALIZED (SELECT r.* FROM ({rows}) r WHERE r.from_on <= {day} AND (r.to_on IS NULL OR r.to_on > {day})),"
        f" n AS MATERIALIZED ({_named(reach, condition=meant)})"
        f" SELECT r.customer_id, r.source, r.other, COALESCE(o.id, c.id, {_called('n', 'r.other')}) AS other_id{columns}"
        f" FROM r {_is_customer(reach, 'r')}"
        " LEFT JOIN n o ON o.source = r.source AND o.external_id = r.other LEFT JOIN n c ON c.code = r.other"
    )


def _is_customer(reach: Reach, alias: str) -> str:
    """Join the customer of each row by its id; the fence keeps PostgreSQL at one look into the indexes per row."""
    customers = f"SELECT k.id FROM ({_customers(reach)}) k WHERE k.id = {alias}.customer_id OFFSET 0"
    return f"JOIN LATERAL ({customers}) m ON TRUE"


def named_parties(reach: Reach) -> str:
    """Select the customers that some texts may mean by their number, their code or their name.

    Shape: number of the customer, source, number there, code, name. Parameters: texts.
    """
    return (
        f"SELECT n.id, n.source, n.external_id, n.code, n.name FROM ({_named(reach)}) n WHERE"
        " n.external_id = ANY(%(texts)s::text[]) OR n.code = ANY(%(texts)s::text[])"
        f" OR {folding('n.name')} = ANY(%(texts)s::text[])"
    )


def statements(reach: Reach, *, narrowed: str = "") -> str:
    """Select what was stated of groups by the day.

    Shape: customer, name of the group, from, until, 1 where dated. A group that is known by its number has its name.
    Parameters: as_of, and those that `narrowed` names, a condition on the `{owner}` of a statement.
    """
    group = reach.quote("group")
    dated = believed(
        "facts_group_member",
        _MEMBER,
        reach,
        condition=f"NOT is_retracted{narrowed.format(owner='customer_id')}",
        owner="",
    )
    condition = f"NOT is_retracted AND {group} <> ''{narrowed.format(owner='id')}"
    undated = believed("facts_customer", ("id", "source", "group"), reach, condition=condition, owner="")
    names = believed(
        "facts_customer_group", ("source", "external_id", "name"), reach, condition="NOT is_retracted", owner=""
    )
    is_few = narrowed and reach.has_past
    member = _is_customer(reach, "x") if is_few else f"JOIN ({_customers(reach)}) m ON m.id = x.customer_id"
    return (
        f"SELECT x.customer_id, COALESCE(g.name, x.stated) AS named, x.from_on, x.to_on, x.is_dated FROM ("
        f"SELECT d.customer_id, d.source, d.{group} AS stated, d.from_on, d.to_on, 1 AS is_dated FROM ({dated}) d UNION ALL"
        f" SELECT u.id, u.source, u.{group}, CAST(NULL AS INTEGER), CAST(NULL AS INTEGER), 0 FROM ({undated}) u) x"
        f" {member}"
        f" LEFT JOIN ({names}) g ON g.source = x.source AND g.external_id = x.stated"
        f" WHERE x.from_on IS NULL OR x.from_on <= {reach.parameter(AS_OF)}"
    )


def _customers(reach: Reach) -> str:
    return believed("facts_customer", _CUSTOMER, reach, condition="NOT is_retracted", owner="")


def _named(reach: Reach, *, condition: str = "") -> str:
    """Select whom customers' numbers, codes and names mean: the customer itself, or the one that it is merged into."""
    rows = believed("facts_customer", (*_CUSTOMER, "is_retracted"), reach, condition=condition, owner="")
    return (
        f"SELECT COALESCE(g.into_id, k.id) AS id, k.source, k.external_id, k.code, k.name FROM ({rows}) k"
        f" LEFT JOIN facts_merge g ON g.merged_id = k.id AND {_stands(reach)}"
        " WHERE NOT k.is_retracted OR g.into_id IS NOT NULL"
    )


def _called(named: str, text: str) -> str:
    """Write the number of the only customer that is called so; null for none, for several, and for what is too short a name."""
    return (
        f"(SELECT CASE WHEN MIN(w.id) = MAX(w.id) THEN MIN(w.id) END FROM {named} w"
        f" WHERE {folding('w.name')} = {text} AND LENGTH(w.name) >= {SHORTEST_NAME})"
    )


def _stands(reach: Reach) -> str:
    """Write the condition that a merger `g` stood when it was asked about."""
    if not reach.has_past:
        return "g.until_batch IS NULL"
    known_at = reach.parameter("known_at")
    return f"g.batch_id <= {known_at} AND (g.until_batch IS NULL OR g.until_batch > {known_at})"
