"""From a public ledger file to readings: the file as it is, against an independent computation from the same file."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from kedun.assessments.assessed import Assessed, digest
from kedun.assessments.store import EngineName
from kedun.facts.queries import last_batch, supply_at
from kedun.intake.actions import register, run_import
from kedun.intake.outcome import Outcome
from kedun.intake.request import Request
from kedun.kernel.days import to_day
from tests.assessments.engines import ENGINES, assess_everywhere, question, shipped_policy
from tests.case_files import undone
from tests.journeys.plain_ledger import Reading, readings

pytestmark = pytest.mark.django_db

NAME = "ar_invoices_small.csv"
EDGE = date(2013, 3, 31)
"""Settlements lie exactly 364 and 365 days before it."""

DAYS = [EDGE, date(2012, 9, 1), date(2013, 7, 1)]


@pytest.fixture(scope="module")
def file(real_data: Path) -> Path:
    return real_data / NAME


@pytest.fixture(scope="module")
def imported(
    file: Path, django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Outcome]:
    with pytest.MonkeyPatch.context() as patch, undone(django_db_blocker):
        patch.setenv("KEDUN_DATA", str(tmp_path_factory.mktemp("data")))
        yield import_file(file)


@pytest.fixture(scope="module")
def mirrored(imported: Outcome, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mirror")


def import_file(file: Path) -> Outcome:
    number = register(file.read_bytes(), file_name=file.name, request=Request(), source="files", actor="test")
    return run_import(number)


def added(outcome: Outcome) -> dict[str, int]:
    return {kind: counts["added"] for kind, counts in outcome.kinds.items()}


def test_the_file_is_understood_without_a_word(imported: Outcome) -> None:
    assert added(imported) == {"customer": 70, "invoice": 1_340, "payment": 1_340}
    assert imported.rejected == 0
    assert set(imported.date_formats.values()) == {"%m/%d/%Y"}


def test_the_file_again_adds_nothing(imported: Outcome, file: Path) -> None:
    again = import_file(file)
    assert {(counts["added"], counts["changed"]) for counts in again.kinds.values()} == {(0, 0)}


def exact(reading: Reading) -> float | int | None:
    """The number a reading must equal: whole as such, a fraction by one division."""
    return reading if reading is None or isinstance(reading, int) else reading.numerator / reading.denominator


def unlike(expected: dict[str, dict[str, Reading]], found: dict[str, Assessed]) -> list[str]:
    return [
        f"{code} {key}: {found[code].readings[key]} instead of {wanted}"
        for code, keys in expected.items()
        for key, wanted in keys.items()
        if found[code].readings[key] != exact(wanted)
    ]


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_reading_of_every_customer_is_as_computed_from_the_file(
    day: date, imported: Outcome, file: Path, mirrored: Path
) -> None:
    expected = readings(file, day)
    everywhere = assess_everywhere(shipped_policy(), question(to_day(day)), mirrored)
    assert len(expected) == 70
    wrong: dict[EngineName, list[str]] = {engine: unlike(expected, everywhere[engine]) for engine in ENGINES}
    assert wrong == {engine: [] for engine in ENGINES}
    assert len({digest(found.values()) for found in everywhere.values()}) == 1


def test_what_the_file_does_not_tell_is_not_supplied(imported: Outcome, mirrored: Path) -> None:
    for found in assess_everywhere(shipped_policy(), question(to_day(EDGE)), mirrored).values():
        for each in found.values():
            for key in ("lawsuits_open", "complaints_90d", "dishonest_debtor"):
                assert (each.readings[key], each.missing[key]) == (None, "not_supplied")


def test_invoices_and_payments_are_supplied_on_the_days_of_the_file(imported: Outcome) -> None:
    states = {day: supply_at(to_day(day), last_batch())["invoice"].state for day in (EDGE, date(2011, 1, 1))}
    assert states == {EDGE: "supplied", date(2011, 1, 1): "not_supplied"}
