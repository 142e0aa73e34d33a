"""A back-test's questions to the mirror as SQL: measures once per day, both policies upon them, and what came after."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kedun.assessments.policy import Policy
from kedun.expressions import names_in, to_sql
from kedun.facts.reach import Reach
from kedun.facts.steps import Layers, needed
from kedun.indicators.definition import MeasureText
from kedun.indicators.earlier import Earlier, passes
from kedun.indicators.measures import FactView, Measure, check_measures
from kedun.indicators.sql import measured, measured_before
from kedun.review.figures import Flag
from kedun.review.terms import LATE_AFTER_DAYS
from kedun.rules.verdict import PREFIX
from kedun.scorecards.place import HEALTH
from kedun.scorecards.score import HUNDRED

FEW_POINTS = 60
"""A reading that earns fewer points on the card has crossed its threshold: the line below which a score is high risk."""

IN_BOOK_DAYS = 365
EXPOSURE, INVOICED, ORDERED = "backtest_exposure_minor", "backtest_invoices", "backtest_orders"
_OWN = {
    EXPOSURE: MeasureText(fact="invoice", sum="open_minor", where="is_open"),
    INVOICED: MeasureText(fact="invoice", count="*", where=f"issue_age < {IN_BOOK_DAYS}"),
    ORDERED: MeasureText(fact="order", count="*", where=f"placed_age < {IN_BOOK_DAYS}"),
}
_REACH = Reach("duckdb", is_knowable=True)


@dataclass(frozen=True, slots=True)
class Side:
    """One policy of the comparison: its flags in order, each with the SQL that says whether it fires.

    `wanted`: the steps that this SQL names. `names`: what the steps name.
    """

    policy: Policy
    flags: tuple[Flag, ...]
    verdicts: tuple[str, ...]
    wanted: frozenset[str]
    layers: Layers
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Groundwork:
    """The measures that one or both sides rest on, computed by one query per day with the steps that mean the same to both.

    `unknowable`: measures over groups and totals of the book. Nobody says since when who belongs together, so on a past
    day they are not known, and what rests on them neither fires nor is clear.
    """

    measures: Mapping[str, Measure]
    earlier: Mapping[str, Earlier]
    views: Mapping[str, FactView]
    sides: tuple[int, ...]
    unknowable: frozenset[str] = frozenset()
    shared: Layers = ()

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds whose supply as of the day matters."""
        return frozenset[str]().union(*(each.needs for each in self.measures.values()))

    @property
    def earlier_supplies(self) -> dict[str, tuple[str, int]]:
        """The kinds whose supply as of an earlier day matters, and how many days before, by the name of the supply."""
        found = passes(self.earlier.values(), self.measures)
        return {name: (kind, each.days_ago) for each in found for kind, name in each.supplies.items()}


def side(policy: Policy) -> Side:
    """Prepare a policy: everything that can fire, and nothing that none of it rests on."""
    score = "score_hundredths"
    rules = [(Flag("rule", key), PREFIX + key) for key in policy.rules.rules]
    grades = [
        (Flag("grade", band.grade), f"{score} < {band.below * HUNDRED}")
        for band in policy.placing.grading.bands
        if band.below is not None
    ]
    points = [
        (Flag("indicator", item.indicator), f"{HEALTH}_point_{item.indicator} < {FEW_POINTS}")
        for item in policy.placing.card.items
    ]
    named = [(flag, f"({_REACH.quote(name)})") for flag, name in rules] + grades + points
    any_rule = " OR ".join(f"{text} IS TRUE" for flag, text in named if flag.kind == "rule") or "FALSE"
    flags = (*named, (Flag("any_rule", "any"), f"({any_rule})"))
    wanted = (
        score,
        *(name for _, name in rules),
        *(f"{HEALTH}_point_{i.indicator}" for i in policy.placing.card.items),
    )
    layers = needed(policy.layers, wanted)
    texts = tuple(text for _, text in flags)
    return Side(policy, tuple(flag for flag, _ in flags), texts, frozenset(wanted), layers, _named(layers))


def _named(layers: Layers) -> frozenset[str]:
    return frozenset[str]().union(*(names_in(step.checked.node) for layer in layers for step in layer))


def bases(sides: Sequence[Side]) -> tuple[Groundwork, ...]:
    """Put the measures of all sides into one base; a side that means another thing by the same name gets its own."""
    found: list[Groundwork] = []
    for at, each in enumerate(sides):
        own = _base(each, at)
        for place, base in enumerate(found):
            if _agree(base.measures, own.measures) and _agree(base.earlier, own.earlier):
                both = {**base.measures, **own.measures}, {**base.earlier, **own.earlier}
                unknowable = base.unknowable | own.unknowable
                sides_of = (*base.sides, at)
                found[place] = replace(base, measures=both[0], earlier=both[1], sides=sides_of, unknowable=unknowable)
                break
        else:
            found.append(own)
    return tuple(replace(base, shared=_shared([sides[at] for at in base.sides])) for base in found)


def _shared(sides: Sequence[Side]) -> Layers:
    """Give the steps that mean the same to all of several sides: the same text upon what means the same."""
    first, *others = sides
    if not others:
        return ()
    theirs = [{step.name: step.checked for layer in other.layers for step in layer} for other in others]
    made = {step.name for layer in first.layers for step in layer}.union(*theirs)
    shared: set[str] = set()
    layers = []
    for layer in first.layers:
        same = tuple(
            step
            for step in layer
            if all(steps.get(step.name) == step.checked for steps in theirs)
            and names_in(step.checked.node) & made <= shared
        )
        shared.update(step.name for step in same)
        layers.append(same)
    return tuple(layer for layer in layers if layer)


def own_layers(of: Side, base: Groundwork) -> Layers:
    """Give the layers of a side without the steps that its base computes."""
    shared = {step.name for layer in base.shared for step in layer}
    layers = (tuple(step for step in layer if step.name not in shared) for layer in of.layers)
    return tuple(layer for layer in layers if layer)


def _base(of: Side, at: int) -> Groundwork:
    program = of.policy.indicators
    earlier = {key: each for key, each in program.earlier.items() if key in of.names}
    wanted = {key: each for key, each in program.measures.items() if key in of.names}
    rested_on = {name for each in (*wanted.values(), *(e.measure for e in earlier.values())) for name in each.rests_on}
    wanted |= {key: program.measures[key] for key in rested_on}
    wanted |= {each.measure.key: each.measure for each in earlier.values()}
    unknowable = of.names & (program.group.keys() | program.book.keys())
    return Groundwork({**wanted, **check_measures(_OWN, program.views)}, earlier, program.views, (at,), unknowable)


def _agree(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    return all(one[key] == other[key] for key in one.keys() & other.keys())


def base_query(base: Groundwork) -> str:
    """Write the query for a base. Parameters: as_of, known_at, supplied_<kind>. Shape: one row per customer."""
    queries = measured(base.measures, base.views, _REACH)
    before = "measured"
    for each in passes(base.earlier.values(), base.measures):
        queries += measured_before(each, base.views, _REACH, after=before)
        before = queries[-1][0]
    named = ",\n".join(
        f"{name} AS MATERIALIZED ({query})" if name.startswith("measured") else f"{name} AS ({query})"
        for name, query in queries
    )
    unknowable = "".join(f", CAST(NULL AS BIGINT) AS {_REACH.quote(name)}" for name in sorted(base.unknowable))
    return f"WITH {named} SELECT *{unknowable} FROM {before}"


def shared_query(base: Groundwork, sides: Sequence[Side], table: str) -> str:
    """Write the query for the steps that sides share, upon the rows of their base.

    It stands apart from the base's: in one text with that, planning costs more than both policies do.
    Shape: one row per customer, with what the sides' own layers and verdicts name.
    """
    layers, last = _stacked(base.shared, table)
    there = {*base.measures, *base.earlier, *base.unknowable, *(step.name for layer in base.shared for step in layer)}
    asked = set(_OWN).union(*(sides[at].wanted | _named(own_layers(sides[at], base)) for at in base.sides))
    columns = ", ".join(map(_REACH.quote, ("customer_id", *sorted(asked & there))))
    return f"{_with(layers)}SELECT {columns} FROM {last}"


def _with(queries: Sequence[tuple[str, str]]) -> str:
    return f"WITH {', '.join(f'{name} AS ({query})' for name, query in queries)} " if queries else ""


def _stacked(layers: Layers, before: str) -> tuple[list[tuple[str, str]], str]:
    """Write each layer upon the one before; gives them with their names, and the name of the last."""
    queries = []
    for depth, layer in enumerate(layers):
        columns = ", ".join(f"{to_sql(step.checked, 'duckdb')} AS {_REACH.quote(step.name)}" for step in layer)
        queries.append((f"layer_{depth}", f"SELECT {before}.*, {columns} FROM {before}"))
        before = f"layer_{depth}"
    return queries, before


def side_query(of: Side, base: Groundwork, table: str) -> str:
    """Write the query for what a side says upon the rows of its base and what it shares, in order of the customers.

    Shape: customer_id, in_book, exposure, score (-1 unrated), then a verdict (1, 0, -1) for each flag.
    """
    queries, last = _stacked(own_layers(of, base), table)
    verdicts = ", ".join(
        f"CAST(CASE WHEN {text} THEN 1 WHEN ({text}) IS NULL THEN -1 ELSE 0 END AS TINYINT) AS v{at}"
        for at, text in enumerate(of.verdicts)
    )
    in_book = f"COALESCE({EXPOSURE}, 0) > 0 OR COALESCE({INVOICED}, 0) > 0 OR COALESCE({ORDERED}, 0) > 0"
    return (
        f"{_with(queries)}SELECT customer_id, {in_book} AS in_book,"
        f" CAST(COALESCE({EXPOSURE}, 0) AS BIGINT) AS exposure, CAST(COALESCE(score_hundredths, -1) AS BIGINT) AS score, {verdicts}"
        f" FROM {last} ORDER BY customer_id"
    )


_LATE = LATE_AFTER_DAYS
LATE_ITEMS = (
    "CREATE OR REPLACE TEMP TABLE late_item AS WITH due AS (SELECT i.id, i.customer_id, i.amount_minor,"
    f" i.amount_reporting_minor, i.due_on + {_LATE} AS late_on FROM facts_invoice i WHERE NOT i.is_retracted"
    f" AND i.amount_minor > 0 AND i.due_on + {_LATE} <= $last),"
    " paid AS (SELECT p.invoice_id, SUM(p.amount_minor) AS amount FROM facts_application p JOIN due d ON d.id = p.invoice_id"
    " WHERE p.applied_on <= d.late_on GROUP BY p.invoice_id)"
    " SELECT d.* FROM due d LEFT JOIN paid ON paid.invoice_id = d.id WHERE d.amount_minor > COALESCE(paid.amount, 0)"
)
"""The items that were open when they became 90 days overdue. Parameters: `last`, the last day that matters."""

LATE_MOVES = (
    "CREATE OR REPLACE TEMP TABLE late_move AS SELECT p.invoice_id, p.applied_on, p.amount_minor,"
    " COALESCE(p.reporting_minor, 0) AS reporting_minor FROM facts_application p"
    " WHERE p.invoice_id IN (SELECT id FROM late_item)"
)
"""What was applied to them, whenever."""

AFTERMATH = """
WITH open_on AS (
  SELECT i.customer_id, i.late_on, CAST(i.amount_minor AS BIGINT) - COALESCE(SUM(m.amount_minor) FILTER (m.applied_on <= $day), 0) AS then_minor,
    i.amount_minor - COALESCE(SUM(m.amount_minor) FILTER (m.applied_on <= $until), 0) AS left_minor,
    COALESCE(i.amount_reporting_minor, 0) - COALESCE(SUM(m.reporting_minor) FILTER (m.applied_on <= $until), 0) AS reporting_minor
  FROM late_item i LEFT JOIN late_move m ON m.invoice_id = i.id WHERE i.late_on <= $until
  GROUP BY i.id, i.customer_id, i.late_on, i.amount_minor, i.amount_reporting_minor
), late AS (
  SELECT customer_id, BOOL_OR(late_on <= $day AND then_minor > 0) AS is_late, MIN(late_on) FILTER (late_on > $day) AS late_on,
    SUM(reporting_minor) FILTER (late_on > $day AND left_minor > 0) AS late_open
  FROM open_on GROUP BY customer_id
), lost AS (
  SELECT customer_id, MIN(booked_on) FILTER (entry = 'write_off') AS written_off_on,
    SUM(amount_reporting_minor) FILTER (entry = 'write_off') AS written_off, SUM(amount_reporting_minor) FILTER (entry = 'recovery') AS recovered
  FROM facts_bad_debt WHERE NOT is_retracted AND booked_on > $day AND booked_on <= $until GROUP BY customer_id
), invoiced AS (
  SELECT DISTINCT customer_id FROM facts_invoice
  WHERE NOT is_retracted AND amount_minor > 0 AND issue_on > $day AND issue_on <= $until
), flow AS (
  SELECT customer_id, SUM(amount_reporting_minor) FILTER (NOT is_cancelled) AS kept,
    SUM(amount_reporting_minor) FILTER (is_cancelled) AS hidden FROM ({flow}) GROUP BY customer_id
)
SELECT c.id AS customer_id, COALESCE(late.is_late, FALSE) AS is_late, CAST(COALESCE(late.late_on, -1) AS BIGINT) AS late_on,
  CAST(COALESCE(late.late_open, 0) AS BIGINT) AS late_open, CAST(COALESCE(lost.written_off_on, -1) AS BIGINT) AS written_off_on,
  CAST(COALESCE(lost.written_off, 0) AS BIGINT) AS written_off, CAST(COALESCE(lost.recovered, 0) AS BIGINT) AS recovered,
  invoiced.customer_id IS NOT NULL AS is_invoiced, CAST(COALESCE(flow.kept, 0) AS BIGINT) AS kept, CAST(COALESCE(flow.hidden, 0) AS BIGINT) AS hidden
FROM facts_customer c LEFT JOIN late ON late.customer_id = c.id LEFT JOIN lost ON lost.customer_id = c.id
LEFT JOIN invoiced ON invoiced.customer_id = c.id LEFT JOIN flow ON flow.customer_id = c.id
WHERE NOT c.is_retracted ORDER BY c.id
"""
"""What came after a day, by all that is known. Parameters: `day`, `until` (the end of the horizon), `next_day`."""

ORDERS = (
    "SELECT customer_id, amount_reporting_minor, COALESCE(cancelled_on <= $until, FALSE) AS is_cancelled FROM facts_order"
    " WHERE NOT is_retracted AND placed_on > $day AND placed_on <= $next_day"
)
INVOICES = (
    "SELECT customer_id, amount_reporting_minor, FALSE AS is_cancelled FROM facts_invoice"
    " WHERE NOT is_retracted AND issue_on > $day AND issue_on <= $next_day"
)
"""What acting on a day would have stopped: orders; where none are supplied, invoices."""


def aftermath_query(*, has_orders: bool) -> str:
    """Write the query for what came after a day."""
    return AFTERMATH.replace("{flow}", ORDERS if has_orders else INVOICES)
