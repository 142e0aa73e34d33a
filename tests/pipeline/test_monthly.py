"""The monthly report: due from the first worked day, made once, the same book at two month-ends, kept for good."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kedun.accounts.models import Audit
from kedun.kernel.days import Day, to_day
from kedun.pipeline import monthly as page
from kedun.pipeline.monthly import make_report, monthly
from kedun.portfolio.models import MovementLine, MovementReport
from kedun.portfolio.movement.month import due_on, month_end_before, pair_of
from tests.pipeline.small_house import START, bill, clock_on, customer, number_of, open_house, receive
from tests.web.clients import client_of, stranger

END = month_end_before(START)
"""The month-end before the first day."""


def _worked(day: Day) -> bool:
    return to_day(date(2024, 5, 6)) <= day


@pytest.mark.parametrize(
    ("on", "end"),
    [
        pytest.param(date(2024, 5, 5), None, id="no day of May was worked yet"),
        pytest.param(date(2024, 5, 6), date(2024, 4, 30), id="its first worked day"),
        pytest.param(date(2024, 5, 31), date(2024, 4, 30), id="later days make up for it"),
        pytest.param(date(2024, 6, 1), date(2024, 5, 31), id="the next month"),
    ],
)
def test_a_report_is_due_from_the_first_worked_day_of_the_next_month(on: date, end: date | None) -> None:
    assert due_on(to_day(on), _worked) == (None if end is None else to_day(end))


def test_two_month_ends_are_compared() -> None:
    assert pair_of(to_day(date(2024, 3, 31))) == (to_day(date(2024, 2, 29)), to_day(date(2024, 3, 31)))
    with pytest.raises(AssertionError):
        pair_of(to_day(date(2024, 3, 30)))


@pytest.fixture
def house(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A's bill came due between the month-ends, B owes nothing, C came only after the first of them."""
    open_house()
    receive(
        customer=[customer("A"), customer("B"), customer("C")],
        invoice=[bill("A", due_on=END - 20), bill("C", due_on=END + 30)],
    )
    monkeypatch.setattr("kedun.portfolio.movement.api.today_here", lambda: START)


@pytest.mark.usefixtures("house")
def test_it_is_made_once_and_rests_on_one_policy_and_one_batch(tmp_path: Path) -> None:
    assert make_report(tmp_path, END, clock=clock_on(START))
    report = MovementReport.objects.get()
    assert (report.as_of, report.before) == pair_of(END)[::-1]
    line = MovementLine.objects.get(customer_id=number_of("A"))
    assert (line.overdue_before_minor, line.overdue_minor) == (0, line.receivable_minor)
    assert line.score is not None
    assert line.score_before is not None
    assert line.score < line.score_before
    assert not make_report(tmp_path, END, clock=clock_on(START + 1))
    assert MovementReport.objects.get().made_at == report.made_at
    assert Audit.objects.filter(verb="movement.make").count() == 1


@pytest.mark.usefixtures("house")
def test_the_job_waits_for_a_worked_day_and_then_makes_up(tmp_path: Path) -> None:
    first = END + 1
    holidays = frozenset(range(first, first + 3))

    class Shut:
        def is_worked(self, day: Day) -> bool:
            return day not in holidays

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page, "calendar", Shut)
        assert not monthly(tmp_path, clock=clock_on(first + 2))
        assert monthly(tmp_path, clock=clock_on(first + 9))
        assert not monthly(tmp_path, clock=clock_on(first + 10))
    assert MovementReport.objects.get().as_of == END


@pytest.mark.usefixtures("house")
def test_killed_in_the_middle_it_leaves_nothing_and_is_made_again(tmp_path: Path) -> None:
    class Killed(Exception):
        """What ends the process here."""

    def dying(*arguments: object, **named: object) -> None:
        raise Killed

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kedun.portfolio.movement.actions.record", dying)
        with pytest.raises(Killed):
            make_report(tmp_path, END, clock=clock_on(START))
    assert not MovementReport.objects.exists()
    assert make_report(tmp_path, END, clock=clock_on(START))
    assert MovementLine.objects.filter(report=END).count() >= 2


@pytest.mark.usefixtures("house")
def test_the_page_shows_matrix_moves_money_and_the_customers_behind_each_cell(tmp_path: Path) -> None:
    make_report(tmp_path, END, clock=clock_on(START))
    ceo = client_of("ceo")
    (named,) = ceo.get("/movements").json["items"]
    told = ceo.get(f"/movements/{named['as_of']}").json
    assert sum(cell["customers"] for cell in told["matrix"]) == told["customers"] == 3
    assert told["moved"] == sum(cell["customers"] for cell in told["matrix"] if cell["before"] != cell["after"])
    assert told["fell"][0]["code"] == "A"
    assert told["overdue"] == {"value": told["fell"][0]["overdue"], "before": "0.00"}
    for cell in told["matrix"]:
        listed = ceo.get(f"/movements/{named['as_of']}/customers", before=cell["before"], after=cell["after"]).json
        assert listed["total"] == len(listed["items"]) == cell["customers"]
    first = ceo.get(f"/movements/{named['as_of']}/customers", limit=2).json
    rest = ceo.get(f"/movements/{named['as_of']}/customers", limit=2, cursor=first["next_cursor"]).json
    assert [each["code"] for each in (*first["items"], *rest["items"])] == ["A", "B", "C"]
    book = ceo.get(f"/movements/{named['as_of']}/export")
    (tmp_path / "report.xlsx").write_bytes(book.content)
    sheet = load_workbook(tmp_path / "report.xlsx").worksheets[0]
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == ["A", "B", "C"]
    assert ceo.get("/movements/2001-01-31").status == 404


@pytest.mark.usefixtures("house")
def test_a_report_shows_everybody_their_own_customers_only(tmp_path: Path) -> None:
    make_report(tmp_path, END, clock=clock_on(START))
    day = client_of("ceo").get("/movements").json["items"][0]["as_of"]
    colleague = client_of("sales", names_in_files=("nobody in the files",))
    told = colleague.get(f"/movements/{day}").json
    assert (told["customers"], told["matrix"], told["fell"]) == (0, [], [])
    assert colleague.get(f"/movements/{day}/customers").json["items"] == []
    masked = client_of("service").get(f"/movements/{day}").json
    assert (masked["overdue"], "overdue" in masked["masked"]) == ({"value": None, "before": None}, True)
    assert stranger().get("/movements").status == 401
