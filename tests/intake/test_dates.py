"""Dates: every way files write them, what is ambiguous, what is no date."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kedun.intake.dates import EXCEL, ISO, DateFormat, checked_format, day_reader, find_format
from kedun.intake.refusals import DateFormatInvalid, DatesAmbiguous, DatesMixed
from kedun.intake.rejects import Fault
from kedun.kernel.days import to_day

FIFTH = to_day(date(2024, 3, 5))
END = to_day(date(2024, 3, 31))


@pytest.mark.parametrize(
    ("texts", "pattern"),
    [
        pytest.param(["2024-03-31", "2024-3-5"], "%Y-%m-%d", id="ISO"),
        pytest.param(["2024/3/31"], "%Y/%m/%d", id="year first with slashes"),
        pytest.param(["2024.03.31"], "%Y.%m.%d", id="year first with dots"),
        pytest.param(["2024年3月31日"], "%Y年%m月%d日", id="Chinese"),
        pytest.param(["2024 年 3 月 31 号"], "%Y年%m月%d日", id="Chinese with spaces"),
        pytest.param(["20240331"], "%Y%m%d", id="eight digits"),
        pytest.param(["3/31/2024", "1/2/2024"], "%m/%d/%Y", id="month first"),
        pytest.param(["31/3/2024", "1/2/2024"], "%d/%m/%Y", id="day first"),
        pytest.param(["31.03.2024"], "%d.%m.%Y", id="German"),
        pytest.param(["31-Mar-2024"], "%d-%b-%Y", id="named month"),
        pytest.param(["31 March 2024"], "%d %b %Y", id="month in full"),
        pytest.param(["Mar 31, 2024"], "%b %d, %Y", id="American in words"),
        pytest.param(["31/03/99", "31/03/24"], "%d/%m/%y", id="short year"),
        pytest.param(["45382"], EXCEL, id="a spreadsheet's number"),
        pytest.param(["45382.75"], EXCEL, id="a spreadsheet's number with a time"),
        pytest.param(["2024-03-31 23:59:59"], "%Y-%m-%d", id="with a time"),
        pytest.param(["3/31/2024 11:05 PM"], "%m/%d/%Y", id="with a time of twelve hours"),
        pytest.param(["2024-03-31T00:00:00+08:00"], "%Y-%m-%d", id="with a zone of ours"),
        pytest.param(["2024-03-30T16:00:00Z"], "%Y-%m-%d", id="an instant in UTC is told in Shanghai"),
        pytest.param(["２０２４－０３－３１"], "%Y-%m-%d", id="full-width digits"),
    ],
)
def test_a_columns_format_is_found(texts: list[str], pattern: str) -> None:
    found = find_format(texts, column="Due")
    assert found == DateFormat(pattern)
    assert END in map(day_reader(found), texts)


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(["3/4/2024", "05/06/2024"], id="slashes"),
        pytest.param(["03-04-2024"], id="dashes"),
        pytest.param(["03/04/05"], id="short years"),
        pytest.param(["5/5/2024", "3/4/2024", "rubbish"], id="one that decides nothing and rubbish"),
        pytest.param(["03.04.2024"], id="dots"),
    ],
)
def test_day_and_month_that_cannot_be_told_apart_are_refused_with_the_choices(texts: list[str]) -> None:
    with pytest.raises(DatesAmbiguous) as refused:
        find_format(texts, column="Due")
    assert "%m" in str(refused.value.params["candidates"])
    assert "%d" in str(refused.value.params["candidates"])


def test_the_same_day_either_way_is_no_ambiguity() -> None:
    found = find_format(["5/5/2024", "6/6/2024"], column="Due")
    assert found is not None
    assert day_reader(found)("5/5/2024") == to_day(date(2024, 5, 5))


def test_a_stray_other_order_is_a_reject_where_the_column_is_clear() -> None:
    texts = (
        [f"3/{day}/2024" for day in range(13, 32)]
        + [f"4/{day}/2024" for day in range(13, 31)]
        + ["31/3/2024", "1/2/2024"]
    )
    found = find_format(texts, column="Due")
    assert found == DateFormat("%m/%d/%Y")
    assert day_reader(found)("31/3/2024") == Fault("invalid_date", {"format": "%m/%d/%Y"})


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(["3/31/2024", "31/3/2024", "1/2/2024"], id="both orders"),
        pytest.param(["3/31/2024", "31/3/2024", "2024-01-02"], id="both orders beside a year-first day"),
    ],
)
def test_mixed_columns_are_refused(texts: list[str]) -> None:
    with pytest.raises(DatesMixed):
        find_format(texts, column="Due")


def test_the_more_frequent_of_two_shapes_counts() -> None:
    assert find_format(["2024-03-31", "2024-03-30", "2024/3/29"], column="Due") == DateFormat(ISO)


@pytest.mark.parametrize(
    ("texts", "pattern"),
    [
        pytest.param(
            ["2026.06.15", "20260910", "2026-6-1", "2026/7/1", "2026-06-02"], ISO, id="year first in four shapes"
        ),
        pytest.param(["2024-03-31", "2024年3月31日"], ISO, id="two shapes in equal parts"),
        pytest.param(["31-Mar-2024", "1-Apr-2024", "2024.04.02"], "%d-%b-%Y", id="a month by name"),
        pytest.param(["31/3/2024", "1/2/2024", "2024-03-30"], "%d/%m/%Y", id="a clear order beside the year first"),
        pytest.param(["31/3/2024", "2024-03-30"], "%d/%m/%Y", id="a clear order as often as the year first"),
    ],
)
def test_days_with_only_one_reading_may_stand_in_any_shape(texts: list[str], pattern: str) -> None:
    found = find_format(texts, column="Due")
    assert found == DateFormat(pattern)
    assert all(isinstance(day_reader(found)(text), int) for text in texts)


def test_a_day_number_stands_beside_dates_in_a_workbook_only() -> None:
    texts = ["2024-03-31", "45382", "2024.03.31"]
    found = find_format(texts, column="Due", is_native=True)
    assert found == DateFormat(ISO, is_native=True)
    assert [day_reader(found)(text) for text in texts] == [END] * 3
    assert day_reader(DateFormat(ISO))("45382") == Fault("invalid_date", {"format": ISO})


def test_the_fewer_that_have_two_readings_are_rejects_not_guesses() -> None:
    found = find_format(["2024-03-31", "2024-03-30", "3/4/2024"], column="Due")
    assert found == DateFormat(ISO)
    assert day_reader(found)("3/4/2024") == Fault("invalid_date", {"format": ISO})


def test_as_many_with_two_readings_are_refused() -> None:
    with pytest.raises(DatesAmbiguous):
        find_format(["2024-03-31", "3/4/2024"], column="Due")


def test_nothing_is_taken_beside_a_format_of_ones_own() -> None:
    read = day_reader(DateFormat("%Y-%d-%m"))
    assert read("2024-31-03") == END
    assert read("2024-03-31") == Fault("invalid_date", {"format": "%Y-%d-%m"})


def test_true_dates_stand_beside_texts_in_a_workbook() -> None:
    found = find_format(["2024-03-31", "2024-03-30", "31/3/2024"], column="Due", is_native=True)
    assert found == DateFormat("%d/%m/%Y", is_native=True)
    read = day_reader(found)
    assert (read("2024-03-31"), read("31/3/2024")) == (END, END)


@pytest.mark.parametrize("texts", [[], [""], ["-", "N/A", "9999-12-31"], ["rubbish"]])
def test_a_column_without_dates_has_no_format(texts: list[str]) -> None:
    assert find_format(texts, column="Due") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("-", None, id="a dash says nothing"),
        pytest.param("0000-00-00", None, id="a database's zero day says nothing"),
        pytest.param("9999-12-31", None, id="the end of time says nothing"),
        pytest.param("2024-02-30", Fault("invalid_date", {"format": ISO}), id="no such day"),
        pytest.param("2024-13-01", Fault("invalid_date", {"format": ISO}), id="no such month"),
        pytest.param("2024-03-31 25:00", Fault("invalid_date", {"format": ISO}), id="no such hour"),
        pytest.param("31/3/2024", Fault("invalid_date", {"format": ISO}), id="another format"),
        pytest.param("2024-03-3x", Fault("invalid_date", {"format": ISO}), id="a letter"),
        pytest.param("2024-03-31" + " " * 50, Fault("invalid_date", {"format": ISO}), id="far too long"),
        pytest.param("1899-01-01", Fault("date_out_of_range"), id="before 1900"),
        pytest.param("2200-01-01", Fault("date_out_of_range"), id="after 2199"),
        pytest.param("0001-01-01T00:00:00+08:00", Fault("invalid_date", {"format": ISO}), id="the first day there is"),
        pytest.param("9999-12-30T23:00:00-08:00", Fault("date_out_of_range"), id="nearly the last day there is"),
    ],
)
def test_values_of_an_iso_column(text: str, expected: int | Fault | None) -> None:
    assert day_reader(DateFormat(ISO))(text) == expected


def test_an_instant_beyond_the_calendar_is_no_date() -> None:
    assert day_reader(DateFormat("%Y/%m/%d"))("9999/12/31 23:00:00-08:00") == Fault(
        "invalid_date", {"format": "%Y/%m/%d"}
    )


def test_a_month_of_no_calendar_is_no_date() -> None:
    assert day_reader(DateFormat("%d-%b-%Y"))("31-Foo-2024") == Fault("invalid_date", {"format": "%d-%b-%Y"})
    assert day_reader(DateFormat("%d-%b-%Y"))("30-Sept-2024") == to_day(date(2024, 9, 30))


def test_twelve_hours_and_short_years() -> None:
    assert day_reader(DateFormat("%d/%m/%y"))("31/12/99 12:00 am") == to_day(date(1999, 12, 31))


@pytest.mark.parametrize(("text", "is_day"), [("9999", False), ("90000", False), ("45000", True)])
def test_a_spreadsheets_number_must_be_a_likely_day(text: str, is_day: bool) -> None:
    assert isinstance(day_reader(DateFormat(EXCEL))(text), int) is is_day


def test_a_stated_format_beyond_the_known_ones_is_read_by_strptime() -> None:
    assert checked_format("%d|%m|%Y", stated="x") == "%d|%m|%Y"
    read = day_reader(DateFormat("%d|%m|%Y"))
    assert read("05|03|2024") == FIFTH
    assert read("05/03/2024") == Fault("invalid_date", {"format": "%d|%m|%Y"})


@pytest.mark.parametrize("pattern", ["excel", "%Y-%m-%d", "%m/%d/%Y"])
def test_known_formats_may_be_stated(pattern: str) -> None:
    assert checked_format(pattern, stated="x") == pattern


@pytest.mark.parametrize("pattern", ["", "%Y", "%Q", "%d-%m", "nonsense", "%d" * 30 + "%m%Y", "%d%d%m%Y", "%Y-%m-%d %"])
def test_formats_that_tell_no_day_are_refused(pattern: str) -> None:
    with pytest.raises(DateFormatInvalid):
        checked_format(pattern, stated=f"Due={pattern}")


@given(
    st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%Y/%m/%d", "%Y%m%d", "%Y年%m月%d日", "%d %b %Y"]),
)
def test_every_day_is_read_as_it_was_written(on: date, pattern: str) -> None:
    assert day_reader(DateFormat(pattern))(on.strftime(pattern)) == to_day(on)


@given(st.text(max_size=60))
def test_any_text_is_a_day_nothing_or_a_fault(text: str) -> None:
    for pattern in (ISO, "%m/%d/%Y", "%d.%m.%y", EXCEL):
        result = day_reader(DateFormat(pattern, is_native=True))(text)
        assert result is None or isinstance(result, (int, Fault))
