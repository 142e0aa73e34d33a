"""The Python engine: a policy computed from stored rows without any database arithmetic."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kedun.assessments.policy import Policy
from kedun.expressions import Value, names_in
from kedun.facts.groups.membership import TOO_LARGE
from kedun.facts.steps import closures, extend, needed
from kedun.indicators.earlier import Pass
from kedun.indicators.evaluate import Closure, Engine, Row, compiled, measure_values
from kedun.indicators.together import GROUP, GroupMeasure, group_values
from kedun.kernel.days import Day
from kedun.kernel.money import divide_half_up
from kedun.scorecards.place import HEALTH

Rows = Mapping[str, Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Reference:
    """A policy compiled to closures."""

    engine: Engine
    passes: tuple[tuple[Pass, Engine], ...]
    group: tuple[GroupMeasure, ...]
    book: tuple[str, ...]
    steps: tuple[tuple[str, Closure], ...]


@dataclass(frozen=True, slots=True)
class Around:
    """The number of the group of those who share one, and the totals of the book that are known."""

    roots: Mapping[int, int] = field(default_factory=dict)
    constants: Mapping[str, int] = field(default_factory=dict)


def reference(policy: Policy) -> Reference:
    """Compile a policy to closures."""
    program = policy.indicators
    passes = tuple((each, compiled(each.measures, program.views)) for each in program.passes)
    return Reference(
        compiled(policy.measured, program.views),
        passes,
        tuple(program.group.values()),
        tuple(program.book),
        closures(policy.layers),
    )


def card_reference(policy: Policy) -> Reference:
    """Compile as much of a policy as the health score rests on."""
    program = policy.indicators
    points = [f"{HEALTH}_point_{item.indicator}" for item in policy.placing.card.items]
    steps = needed(policy.layers, ["score_hundredths", *points])
    named = frozenset[str]().union(*(names_in(step.checked.node) for layer in steps for step in layer))
    group = tuple(each for key, each in program.group.items() if key in named)
    book = tuple(key for key in program.book if key in named)
    named = named.union(*(each.columns for each in group))
    named |= frozenset[str]().union(*(each.rests_on for key, each in program.measures.items() if key in named))
    passes = tuple((each, compiled(each.measures, program.views)) for each in program.passes if _wants(each, named))
    own = {key: each for key, each in program.measures.items() if key in named}
    return Reference(compiled(own, program.views), passes, group, book, closures(steps))


def _wants(each: Pass, named: frozenset[str]) -> bool:
    return any(wanted.key in named for wanted in each.wanted)


def further_lines(policy: Policy) -> tuple[str, ...]:
    """Give the indicators of the card that are read of a group or of the whole book."""
    further = policy.indicators.group.keys() | policy.indicators.book.keys()
    return tuple(item.indicator for item in policy.placing.card.items if _is_further(policy, item.indicator, further))


def _is_further(policy: Policy, key: str, further: frozenset[str] | set[str]) -> bool:
    indicator = policy.indicators.indicators.get(key)
    return key in further or bool(indicator and indicator.group | indicator.book)


def kinds_of(policy: Policy) -> frozenset[str]:
    """Give the kinds whose rows a policy is computed from."""
    measured = {measure.fact for measure in policy.indicators.measures.values()}
    return frozenset({*measured, "customer", "check", "allocation"})


def measures_of(
    of: Reference, stored: Rows, *, customer_id: int, as_of: Day, supplied: Mapping[str, bool]
) -> dict[str, Value]:
    """Compute a customer's own measures.

    Shape: believed rows of the customer by kind, with its applications under "application" and the facts of its
    industry and region among them, in; the columns that the SQL of the policy has before groups are added up, out.
    """
    values = measure_values(of.engine, {**stored, **_joined(stored, as_of)}, as_of=as_of, supplied=supplied)
    for each, engine in of.passes:
        day = as_of - each.days_ago
        then = {kind: supplied[name] for kind, name in each.supplies.items()}
        found = measure_values(engine, {**stored, **_joined(stored, day)}, as_of=day, supplied=then)
        values |= {wanted.key: found[wanted.measure.key] for wanted in each.wanted}
    values["customer_id"] = customer_id
    return values


def add_groups(
    of: Reference, measured: Mapping[int, dict[str, Value]], roots: Mapping[int, int], *, supplied: Mapping[str, bool]
) -> None:
    """Add to customers' measures those over their groups. `roots`: the number of the group of those who share one."""
    members: dict[int, list[Row]] = {}
    for customer, values in measured.items():
        members.setdefault(roots.get(customer, customer), []).append(values)
    totals = {
        root: group_values(of.group, None if root == TOO_LARGE else found, supplied=supplied)
        for root, found in members.items()
    }
    for customer, values in measured.items():
        root = roots.get(customer, customer)
        values |= {GROUP: root, **totals[root]}


def compute_alone(
    of: Reference, stored: Rows, *, customer_id: int, as_of: Day, supplied: Mapping[str, bool]
) -> dict[str, Value]:
    """Compute a customer's row from its own facts; what rests on its group or on the whole book is null."""
    values = measures_of(of, stored, customer_id=customer_id, as_of=as_of, supplied=supplied)
    values |= {GROUP: customer_id, **dict.fromkeys([*(each.key for each in of.group), *of.book])}
    finish(of, values)
    return values


def measured_together(
    of: Reference, everyone: Mapping[int, Rows], *, as_of: Day, supplied: Mapping[str, bool], around: Around
) -> dict[int, dict[str, Value]]:
    """Compute customers' rows up to what is above the measures, from their own facts and those of each other.

    Shape: believed rows by customer and kind; those without a row as a customer are left out.
    """
    measured = {
        customer: measures_of(of, rows, customer_id=customer, as_of=as_of, supplied=supplied)
        for customer, rows in everyone.items()
        if rows.get("customer")
    }
    for values in measured.values():
        values |= {key: around.constants.get(key) for key in of.book}
    add_groups(of, measured, around.roots, supplied=supplied)
    return measured


def finish(of: Reference, values: dict[str, Value]) -> None:
    """Add everything above the measures."""
    extend(values, of.steps)


def _joined(stored: Rows, as_of: Day) -> dict[str, list[Row]]:
    applied = [row for row in stored.get("application", ()) if _number(row["applied_on"]) <= as_of]
    payers = _payers(stored)
    by_invoice: dict[Value, list[Row]] = {}
    by_origin: dict[tuple[Value, Value], int] = {}
    for row in applied:
        by_invoice.setdefault(row["invoice_id"], []).append(row)
        origin = payers.get(row["origin_id"]) if row["origin"] == "allocation" else (row["origin"], row["origin_id"])
        if origin is not None:
            by_origin[origin] = by_origin.get(origin, 0) + _number(row["amount_minor"])
    joined: dict[str, list[Row]] = {
        "invoice": [{**row, **_allocated(by_invoice.get(row["id"], ()))} for row in stored.get("invoice", ())]
    }
    for kind in ("payment", "credit_note"):
        joined[kind] = [{**row, **_unapplied(row, by_origin.get((kind, row["id"]), 0))} for row in stored.get(kind, ())]
    return joined


def _payers(stored: Rows) -> dict[Value, tuple[Value, Value]]:
    """Give, by allocation, the receipt that a person's word names: a credit note's for credit, a payment's for cash."""
    receipts = {
        (kind, row["source"], row["external_id"]): row["id"]
        for kind in ("payment", "credit_note")
        for row in stored.get(kind, ())
    }
    payers: dict[Value, tuple[Value, Value]] = {}
    for word in stored.get("allocation", ()):
        kind = {"cash": "payment", "credit": "credit_note"}.get(str(word["entry"]), "")
        receipt = receipts.get((kind, word["source"], word["payment"]))
        if receipt is not None:
            payers[word["id"]] = (kind, receipt)
    return payers


def _allocated(applications: Sequence[Row]) -> dict[str, Value]:
    cash_days = [_number(row["applied_on"]) for row in applications if row["entry"] == "cash"]
    return {
        "allocated_minor": sum(_number(row["amount_minor"]) for row in applications),
        "allocated_reporting_minor": sum(_number(row["reporting_minor"] or 0) for row in applications),
        "cash_minor": sum(_number(row["amount_minor"]) for row in applications if row["entry"] == "cash"),
        "written_off_minor": sum(_number(row["amount_minor"]) for row in applications if row["entry"] == "write_off"),
        "last_cash_on": max(cash_days, default=None),
    }


def _unapplied(row: Row, applied: int) -> dict[str, Value]:
    amount, reporting = _number(row["amount_minor"]), row["amount_reporting_minor"]
    rest = amount - applied
    if rest == 0:
        unapplied: Value = 0
    elif amount == reporting:
        unapplied = rest
    elif reporting is None:
        unapplied = None
    else:
        share = divide_half_up(abs(rest * _number(reporting)), abs(amount))
        unapplied = share if rest > 0 else -share
    return {"unapplied_reporting_minor": unapplied}


def _number(value: Value) -> int:
    assert isinstance(value, int)
    return value
