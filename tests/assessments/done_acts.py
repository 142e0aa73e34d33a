"""Writes what plans ask for as facts: new ones from another source, corrections from the source of the fact."""

from collections.abc import Mapping
from typing import Any

from kedun.assessments.wayback.acts import Written
from kedun.assessments.wayback.store import HORIZON_DAYS, Plan
from kedun.facts.actions import Delivery, upsert
from kedun.facts.kinds import KINDS
from kedun.facts.models import CURRENT
from kedun.facts.queries import last_batch, supply_at
from kedun.facts.tables import arrow_schema
from tests.case_files import tables

Sent = dict[str, dict[str, list[dict[str, Any]]]]
LATER = "later"


def write(plans: Mapping[str, Plan], left_out: Mapping[str, int]) -> None:
    """Do what plans ask for, but for one step of each customer."""
    sent: Sent = {LATER: {}}
    for code, each in plans.items():
        steps = each.way.steps if each.way else ()
        items = [item for step in steps if step != left_out.get(code) for item in each.items(step)]
        for number, written in enumerate(one for item in items for one in item.written):
            source, row = _row(code, number, written)
            sent.setdefault(source, {}).setdefault(written.kind, []).append(row)
    a_plan = next(iter(plans.values()))
    as_of = a_plan.wish.as_of
    known = supply_at(as_of, last_batch())
    delivered = {kind: (as_of, as_of + HORIZON_DAYS) for kind, each in known.items() if each.state == "supplied"}
    periods = {kind: period for kind, period in delivered.items() if KINDS[kind].event_on}
    for source, facts in sent.items():
        upsert(tables(facts), delivery=Delivery(source=source, actor="test", periods=periods))


def _row(code: str, number: int, written: Written) -> tuple[str, dict[str, Any]]:
    names = set(arrow_schema(written.kind).names) - {"is_retracted"}
    new = {name: value for name, value in written.values.items() if name in names}
    if written.corrects is None:
        return LATER, {"external_id": f"{code}-{number}", "customer": code, **new}
    stored = CURRENT[written.kind]._default_manager.get(id=written.corrects)
    kept = {name: getattr(stored, name) for name in names - {"customer"}}
    owner = {} if written.kind == "customer" else {"customer": code}
    source: str = CURRENT[written.kind]._default_manager.values_list("source", flat=True).get(id=written.corrects)
    return source, {**kept, **owner, **new}
