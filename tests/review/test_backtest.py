"""A back-test of a sample company: the planted rules are ranked rightly, and every amount is counted again by hand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as parquet
import pytest
from pytest_django import DjangoDbBlocker

from kedun.accounts.scopes import EVERYTHING
from kedun.alerts.actions import apply_verdicts
from kedun.alerts.decide import CustomerVerdict
from kedun.assessments.assessed import Assessed
from kedun.assessments.policy import Policy, compile_policy
from kedun.assessments.store import Question
from kedun.assessments.store import run as assess
from kedun.facts import mirror, queries
from kedun.facts.models import CURRENT, Application
from kedun.kernel.days import Day
from kedun.kernel.progress import Remembered
from kedun.review.document import Told, document
from kedun.review.economics.queries import Asked, hits_of
from kedun.review.outcomes import LABELS
from kedun.review.store import Ran, Stopped, run
from kedun.review.terms import stretches
from tests.assessments.engines import shipped_documents, shipped_policy
from tests.case_files import undone
from tests.facts.refolding import refolded_on_postgres
from tests.pipeline.small_house import clock_on
from tests.review.past_company import DAYS, TERMS, TODAY, open_company, with_planted

pytestmark = pytest.mark.django_db

HORIZON = TERMS.horizon_days
BAD = ("recovered", "overdue_90", "written_off")


@dataclass(frozen=True)
class Done:
    """A finished back-test: what it found, its file, and the policies."""

    ran: Ran
    told: Mapping[str, Any]
    kept: pa.Table
    draft: Policy
    mirror: Path


@pytest.fixture(scope="module")
def done(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Done]:
    folder = tmp_path_factory.mktemp("backtest")
    with undone(django_db_blocker):
        open_company()
        live, draft = shipped_policy(), compile_policy(with_planted())
        file, progress = mirror.ensure(folder), Remembered()
        kept = folder / "kept.parquet"
        ran = run((live, draft), stretches(DAYS), TERMS, mirror=file, kept=kept, progress=progress)
        assert (progress.steps, progress.done) == ([("review.days", len(DAYS))], len(DAYS))
        told = document(ran, Told("CNY", 1, (live.hash, draft.hash)), TERMS, days_covered=91 + 30)
        yield Done(ran, told, parquet.read_table(kept), draft, file)


def flag(told: Mapping[str, Any], key: str, side: str = "draft", kind: str = "rule") -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in told[side]["flags"] if (each["kind"], each["key"]) == (kind, key))
    return found


def test_the_planted_rules_are_ranked_rightly(done: Done) -> None:
    good, bad = flag(done.told, "planted_good"), flag(done.told, "planted_bad")
    assert good["events_caught"] >= 5
    assert good["net_minor"] > bad["net_minor"]
    assert good["precision"] > 2 * bad["precision"]
    changed = {each["key"]: each for each in done.told["changes"]}
    assert changed["planted_good"]["is_new"]
    assert changed["planted_good"]["net_minor"] == good["net_minor"]
    assert changed["any"]["gained"] > 0 == changed["any"]["lost"]
    assert "overdue_30_days" not in changed


@dataclass(frozen=True)
class Item:
    """An invoice with all that was ever applied to it."""

    due_on: Day
    issue_on: Day
    amount: int
    reporting: int
    applied: tuple[tuple[Day, int, int], ...]

    def open_at(self, day: Day) -> int:
        return self.amount - sum(amount for on, amount, _ in self.applied if on <= day)

    def reporting_open_at(self, day: Day) -> int:
        return self.reporting - sum(reporting for on, _, reporting in self.applied if on <= day)


def items() -> dict[int, list[Item]]:
    applied: dict[int, list[tuple[Day, int, int]]] = {}
    for invoice, on, amount, reporting in Application.objects.values_list(
        "invoice_id", "applied_on", "amount_minor", "reporting_minor"
    ):
        applied.setdefault(invoice, []).append((on, amount, reporting or 0))
    found: dict[int, list[Item]] = {}
    rows = CURRENT["invoice"]._default_manager.values_list(
        "id", "customer_id", "due_on", "issue_on", "amount_minor", "amount_reporting_minor"
    )
    for number, customer, due_on, issue_on, amount, reporting in rows:
        known = tuple(applied.get(number, ()))
        due = 99_999 if due_on is None else due_on
        found.setdefault(customer, []).append(Item(due, issue_on, amount, reporting or 0, known))
    return found


def by_customer(kind: str, *names: str) -> dict[int, list[tuple[Any, ...]]]:
    found: dict[int, list[tuple[Any, ...]]] = {}
    for customer, *rest in CURRENT[kind]._default_manager.values_list("customer_id", *names):
        found.setdefault(customer, []).append(tuple(rest))
    return found


@dataclass(frozen=True)
class Became:
    label: str
    bad_on: Day
    loss: int


def became(owed: list[Item], losses: list[tuple[Any, ...]], day: Day, exposure: int) -> Became:
    """Say by loops over facts what became of a customer."""
    end, lost, came_back, late_open, days = day + HORIZON, 0, 0, 0, []
    is_already = False
    for item in owed:
        late_on = item.due_on + 90
        if item.amount <= 0 or item.open_at(late_on) <= 0:
            continue
        if late_on <= day:
            is_already = is_already or item.open_at(day) > 0
        elif late_on <= end:
            days.append(late_on)
            late_open += item.reporting_open_at(end) if item.open_at(end) > 0 else 0
    is_late = bool(days)
    for entry, booked_on, amount in losses:
        if day < booked_on <= end:
            if entry == "write_off":
                lost += amount
                days.append(booked_on)
            else:
                came_back += amount
    if is_already:
        return Became("already", -1, 0)
    net = max(lost - came_back, 0)
    loss = net + (late_open + 1) // 2
    if net:
        return Became("written_off", min(days), loss)
    if is_late and late_open:
        return Became("overdue_90", min(days), loss)
    if days:
        return Became("recovered", min(days), loss)
    was_owed = exposure > 0 or any(day < item.issue_on <= end and item.amount > 0 for item in owed)
    return Became("paid" if was_owed else "idle", -1, 0)


def looked_at(policy: Policy, day: Day) -> dict[int, Assessed]:
    """Assess everybody by what could be known, in plain Python."""
    supply = queries.supply_at(day, queries.last_batch())
    asked = Question(day, None, None, supply, refolded_on_postgres(day, None))
    return {each.customer_id: each for each in assess(policy, asked, engine="python")}


def test_every_amount_equals_the_plain_count_from_facts(done: Done) -> None:
    bills, losses = items(), by_customer("bad_debt", "entry", "booked_on", "amount_reporting_minor")
    orders = by_customer("order", "placed_on", "cancelled_on", "amount_reporting_minor")
    counts = dict.fromkeys(("fired", "caught", "missed", "false_alarms", "late"), 0)
    stopped = hidden = 0
    events: dict[tuple[int, Day], list[tuple[Day, bool, int, int]]] = {}
    labels: dict[Day, dict[str, int]] = {}
    for stretch in stretches(DAYS):
        day = stretch.day
        for customer, seen in looked_at(done.draft, day).items():
            fired = any(each.rule == "planted_good" and each.verdict == "fired" for each in seen.verdicts)
            exposure = seen.readings["receivable_minor"] or 0
            assert isinstance(exposure, int)
            traded = [item for item in bills.get(customer, ()) if day - 365 < item.issue_on <= day]
            placed = [on for on, _, _ in orders.get(customer, ()) if day - 365 < on <= day]
            if not (exposure > 0 or traded or placed):
                continue
            end = became(bills.get(customer, []), losses.get(customer, []), day, exposure)
            labels.setdefault(day, dict.fromkeys(LABELS, 0))[end.label] += 1
            counts["fired"] += fired
            counts["caught"] += fired and end.label in BAD
            counts["missed"] += not fired and end.label in BAD
            counts["false_alarms"] += fired and end.label in ("paid", "idle")
            counts["late"] += fired and end.label == "already"
            for on, cancelled_on, amount in orders.get(customer, ()):
                if fired and day < on <= stretch.until and end.label != "already":
                    is_cancelled = cancelled_on is not None and cancelled_on <= day + HORIZON
                    hidden += amount if is_cancelled else 0
                    stopped += amount if not is_cancelled and end.label in ("paid", "idle") else 0
            if end.label in BAD:
                rows = events.setdefault((customer, end.bad_on), [])
                rows.append((day, fired, end.loss, -1 if seen.score is None else seen.score))
    told = flag(done.told, "planted_good")
    assert {name: told[name] for name in counts} == counts
    assert (told["stopped_minor"], told["hidden_minor"]) == (stopped, hidden)
    foreseen = {key: [day for day, fired, _, _ in rows if fired] for key, rows in events.items()}
    caught = sum(rows[-1][2] for key, rows in events.items() if foreseen[key])
    leads = sorted(bad_on - foreseen[customer, bad_on][0] for customer, bad_on in events if foreseen[customer, bad_on])
    assert (told["events_caught"], told["loss_caught_minor"]) == (len(leads), caught)
    assert told["lead_days_mean"] == pytest.approx(sum(leads) / len(leads))
    assert told["net_minor"] == (caught * 600 + 500) // 1000 - (stopped * 100 + 500) // 1000
    assert done.told["totals"]["events"] == len(events)
    assert done.told["totals"]["loss_minor"] == sum(rows[-1][2] for rows in events.values())
    assert [{label: day[label] for label in LABELS} for day in done.told["days"]] == list(labels.values())
    below_60 = sum(rows[-1][2] for rows in events.values() if any(0 <= score < 6000 for *_, score in rows))
    assert done.told["draft"]["frontier"][60]["loss_caught_minor"] == below_60
    assert flag(done.told, "high", kind="grade")["loss_caught_minor"] == below_60


def test_the_file_holds_the_customers_behind_the_figures(done: Done) -> None:
    place = [each.key for each in done.ran.sides[1].flags].index("planted_good")
    rows = [row for row in done.kept.to_pylist() if row[f"draft_{place}"] == 1 and LABELS[row["label"]] in BAD]
    assert len(rows) == flag(done.told, "planted_good")["caught"]
    assert done.kept.num_rows == sum(day["customers"] for day in done.told["days"])


def test_a_draft_that_measures_otherwise_is_measured_apart(done: Done) -> None:
    documents = shipped_documents()
    documents["indicators"]["measures"]["overdue_days_worst"]["where"] = "overdue_days > 20"
    documents["rules"]["rules"] |= {"not_that_late": {**_rule(), "when": "overdue_days_worst > 15"}}
    other = compile_policy(documents)
    ran = run(
        (shipped_policy(), other), stretches(DAYS[:1]), TERMS, mirror=done.mirror, kept=None, progress=Remembered()
    )
    told = document(ran, Told("CNY", 1, ("a", "b")), TERMS, days_covered=30)
    now = looked_at(other, DAYS[0])
    fired = sum(v.verdict == "fired" for each in now.values() for v in each.verdicts if v.rule == "not_that_late")
    assert flag(told, "not_that_late")["fired"] == fired
    live = looked_at(shipped_policy(), DAYS[0])
    fired = sum(v.verdict == "fired" for each in live.values() for v in each.verdicts if v.rule == "overdue_30_days")
    assert flag(told, "overdue_30_days", side="live")["fired"] == fired


def _rule() -> dict[str, Any]:
    return {**with_planted()["rules"]["rules"]["planted_good"]}


def test_a_run_that_is_called_off_leaves_no_file(done: Done, tmp_path: Path) -> None:
    answers = iter([True, False])
    kept = tmp_path / "kept.parquet"
    with pytest.raises(Stopped):
        run(
            (shipped_policy(),), stretches(DAYS), replace(TERMS), mirror=done.mirror, kept=kept, progress=Remembered(),
            goes_on=lambda: next(answers),
        )  # fmt: skip
    assert list(tmp_path.iterdir()) == []


def test_one_policy_alone_is_compared_with_nothing(done: Done) -> None:
    ran = run((shipped_policy(),), stretches(DAYS[:1]), TERMS, mirror=done.mirror, kept=None, progress=Remembered())
    told = document(ran, Told("CNY", 1, ("a",)), TERMS, days_covered=30)
    assert "draft" not in told
    assert told["changes"] == []
    assert DAYS[-1] + HORIZON < TODAY


def test_alerts_of_record_are_judged_as_the_back_test_judges(done: Done) -> None:
    kept = {(row["customer_id"], row["day"]): row for row in done.kept.to_pylist()}
    known_at = queries.last_batch()
    for day in DAYS:
        fired = [
            CustomerVerdict(
                customer_id=customer, rule_key=f"on_{day}", rule_version=1, verdict="fired", severity="low", risk_type="credit"
            )
            for customer, on in kept
            if on == day
        ]  # fmt: skip
        apply_verdicts(fired, as_of=day, known_at=known_at, clock=clock_on(day))
    hits = hits_of(Asked(DAYS[0], DAYS[-1], TERMS), EVERYTHING, today=TODAY)
    assert len(hits) == len(kept)
    for hit in hits:
        row = kept[hit.customer_id, hit.day]
        assert hit.label is not None
        assert (hit.turned_bad, hit.became == "late", hit.bad_on or -1, hit.loss_minor) == (
            LABELS[row["label"]] in BAD, LABELS[row["label"]] == "already", row["bad_on"], row["loss_minor"],
        )  # fmt: skip
    assert {LABELS[hit.label] for hit in hits if hit.label is not None} >= {
        "paid",
        "already",
        "recovered",
        "overdue_90",
    }
