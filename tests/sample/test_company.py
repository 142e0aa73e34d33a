"""The same arguments give the same company; a shorter run is the beginning of a longer one."""

from datetime import date

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from kedun.facts.limits import accepted
from kedun.kernel.days import Day, to_day
from kedun.kernel.progress import Remembered
from kedun.kernel.refusals import Refusal
from kedun.sample import Company, generate
from kedun.sample.company import MADE
from kedun.sample.refusals import CustomersOutOfRange, MonthsOutOfRange, SeedNegative, StartAfterUntil, YearsOutOfRange
from kedun.sample.tables import schema_of

START = to_day(date(2023, 9, 1))
LATER_KNOWN = {
    "contact": ("to_on",),
    "relation": ("to_on",),
    "group_member": ("to_on",),
    "enquiry": ("answered_on",),
    "order": ("cancelled_on",),
    "delivery": ("accepted_on",),
    "milestone": ("met_on",),
    "ticket": ("closed_on",),
    "legal_event": ("closed_on",),
    "customer": ("stated_since",),
}
UNDATED = {
    "invoice": ("is_disputed",),
    "customer": ("status",),
    "enquiry": ("elapsed_minutes",),
    "credit_limit": ("to_on",),
}
"""Columns whose later change no other column dates (or that depend on one that does): looked at apart."""


def small(until: Day, *, seed: int = 3) -> Company:
    return generate(customers=300, seed=seed, start=START, until=until)


def known_on(kind: str, table: pa.Table, day: Day) -> pa.Table:
    """What of a longer run's table was known on a day, worked out from the table alone."""
    table = table.filter(pc.less_equal(table["reported_on"], day))
    for name in LATER_KNOWN.get(kind, ()):
        seen = pc.if_else(pc.less_equal(table[name], day), table[name], pa.scalar(None, pa.int64()))
        table = table.set_column(table.schema.get_field_index(name), name, seen)
    return table.sort_by("external_id")


def dated(kind: str, table: pa.Table) -> pa.Table:
    return table.drop_columns(list(UNDATED.get(kind, ())))


def test_the_same_arguments_give_the_same_company() -> None:
    first, second = small(START + 400), small(START + 400)
    assert all(first.tables[kind].equals(second.tables[kind]) for kind in MADE)
    assert first.truth.equals(second.truth)
    assert first.periods == second.periods


def test_another_seed_gives_another_company() -> None:
    first, second = small(START + 100), small(START + 100, seed=4)
    assert not first.tables["customer"].equals(second.tables["customer"])
    assert not first.tables["order"].equals(second.tables["order"])


LONG = START + 1210


@pytest.fixture(scope="module")
def long_run() -> Company:
    return small(LONG)


@pytest.mark.parametrize(
    "day",
    [
        pytest.param(START, id="the very first day"),
        pytest.param(to_day(date(2024, 2, 29)), id="the last day of a month"),
        pytest.param(to_day(date(2024, 3, 1)), id="the first day of a month"),
        pytest.param(to_day(date(2025, 5, 17)), id="in the middle of a month"),
        pytest.param(to_day(date(2025, 12, 31)), id="the last day of a year"),
        pytest.param(LONG - 1, id="the day before"),
    ],
)
def test_a_shorter_run_is_what_was_known_of_the_longer_one(long_run: Company, day: Day) -> None:
    shorter = small(day)
    for kind in MADE:
        expected = dated(kind, known_on(kind, long_run.tables[kind], day))
        assert dated(kind, shorter.tables[kind].sort_by("external_id")).equals(expected), kind


def test_defaults_just_after_the_last_day_change_nothing_before_it() -> None:
    """With many customers some default while goods are under way to them: as yet nobody knows."""
    shorter, longer = (generate(customers=5000, seed=9, start=START, until=START + days) for days in (120, 280))
    for kind in ("order", "delivery", "invoice", "payment", "credit_note", "allocation", "bad_debt"):
        expected = dated(kind, known_on(kind, longer.tables[kind], START + 120))
        assert dated(kind, shorter.tables[kind].sort_by("external_id")).equals(expected), kind


def test_a_limit_ends_only_when_its_successor_is_known(long_run: Company) -> None:
    day = to_day(date(2025, 5, 17))
    ends = {row["external_id"]: row["to_on"] for row in long_run.tables["credit_limit"].to_pylist()}
    limits = small(day).tables["credit_limit"].to_pylist()
    fixed = [row for row in limits if row["limit_type"] == "fixed"]
    assert {row["to_on"] for row in limits if row["limit_type"] == "temporary"} - {None} != set()
    assert all(row["to_on"] in {None, ends[row["external_id"]]} for row in limits)
    assert all(row["to_on"] is None or row["to_on"] < day for row in fixed)
    assert any(row["to_on"] is None and ends[row["external_id"]] for row in fixed)


def test_disputes_are_raised_and_settled_as_days_go_by(long_run: Company) -> None:
    now = {row["external_id"]: row["is_disputed"] for row in long_run.tables["invoice"].to_pylist()}
    then = {row["external_id"]: row["is_disputed"] for row in small(LONG - 60).tables["invoice"].to_pylist()}
    assert any(then.values())
    assert any(then[key] and not now[key] for key in then)


def test_every_kind_has_rows_that_storage_accepts(company: Company) -> None:
    for kind in MADE:
        table = company.tables[kind]
        assert table.num_rows > 0, kind
        assert table.schema.equals(schema_of(kind))
        assert accepted(kind, table, legal_entity="main").num_rows == table.num_rows
        assert table["reported_on"].null_count == 0
        assert pc.max(table["reported_on"]).as_py() <= company.periods[kind][1]


def test_no_row_comes_twice_in_ten_years() -> None:
    tables = generate(customers=1500, months=120, seed=1, until=START).tables
    assert [
        kind for kind in MADE if pc.count_distinct(tables[kind]["external_id"]).as_py() != tables[kind].num_rows
    ] == []


def test_the_period_of_every_kind_runs_from_the_first_day_to_the_last(company: Company) -> None:
    assert company.periods == dict.fromkeys(MADE, (START, to_day(date(2026, 9, 16))))


def test_without_a_start_the_months_say_when_it_begins() -> None:
    company = generate(customers=5, months=2, seed=1, until=to_day(date(2026, 3, 31)))
    assert company.periods["invoice"] == (to_day(date(2026, 1, 1)), to_day(date(2026, 3, 31)))


def test_a_start_means_the_first_of_its_month() -> None:
    company = generate(customers=5, seed=1, start=to_day(date(2026, 1, 20)), until=to_day(date(2026, 3, 31)))
    assert company.periods["invoice"][0] == to_day(date(2026, 1, 1))


@pytest.mark.parametrize("until", [date(1970, 3, 31), date(2150, 12, 31)], ids=["around 1970", "at the end"])
def test_all_days_can_be_stored_in_any_century(until: date) -> None:
    company = generate(customers=80, months=240, seed=1, until=to_day(until))
    for kind in MADE:
        assert accepted(kind, company.tables[kind], legal_entity="main").num_rows > 0


def test_one_customer_for_one_month_is_a_company() -> None:
    company = generate(customers=1, months=1, seed=0, until=START)
    assert company.tables["customer"].num_rows == company.truth.num_rows == 1


@pytest.mark.parametrize(
    ("arguments", "refusal"),
    [
        pytest.param({"customers": 0}, CustomersOutOfRange, id="no customers"),
        pytest.param({"customers": 2_000_001}, CustomersOutOfRange, id="too many customers"),
        pytest.param({"months": 0}, MonthsOutOfRange, id="no months"),
        pytest.param({"months": 241}, MonthsOutOfRange, id="too many months"),
        pytest.param({"start": START - 241 * 31}, MonthsOutOfRange, id="a start too long ago"),
        pytest.param({"seed": -1}, SeedNegative, id="a negative seed"),
        pytest.param({"until": to_day(date(1950, 2, 1))}, YearsOutOfRange, id="too long ago"),
        pytest.param({"until": to_day(date(2151, 1, 1))}, YearsOutOfRange, id="too far ahead"),
        pytest.param({"start": START + 1}, StartAfterUntil, id="a start after the end"),
    ],
)
def test_what_is_refused(arguments: dict[str, int], refusal: type[Refusal]) -> None:
    asked = {"customers": 5, "months": 3, "seed": 1, "until": START} | arguments
    with pytest.raises(refusal) as caught:
        generate(
            customers=asked["customers"],
            months=asked["months"],
            seed=asked["seed"],
            start=asked.get("start"),
            until=asked["until"],
        )
    assert caught.value.say("zh") != caught.value.say("en")


def test_progress_is_told() -> None:
    progress = Remembered()
    generate(customers=5, months=1, seed=1, until=START, progress=progress)
    assert [name for name, _ in progress.steps] == ["sample.health", "sample.processes", "sample.tables"]
    assert progress.done == len(MADE)
