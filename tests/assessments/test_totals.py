"""Totals of the book between two knowledges: which are believed while data and corrections are told apart."""

from kedun.assessments.around.totals import newest, without_corrections

JUNE, JULY, AUGUST = 100, 130, 160


def test_the_newest_month_end_up_to_the_day_counts_for_each_name() -> None:
    totals = {(JUNE, "kedun", "owed"): 1, (JULY, "kedun", "owed"): 2, (JUNE, "kedun", "sold"): 3}
    assert newest(totals, JULY) == {"owed": 2, "sold": 3}
    assert newest(totals, JULY - 1) == {"owed": 1, "sold": 3}
    assert newest(totals, JUNE - 1) == {}


def test_what_was_told_otherwise_is_as_it_was_told_and_what_is_new_is_there() -> None:
    then = {(JUNE, "kedun", "owed"): 1, (AUGUST, "kedun", "owed"): 7}
    now = {(JUNE, "kedun", "owed"): 5, (JULY, "kedun", "owed"): 2, (AUGUST, "kedun", "owed"): 8}
    assert without_corrections(then, now, JULY) == {
        (JUNE, "kedun", "owed"): 1,  # another amount is told today: a correction
        (JULY, "kedun", "owed"): 2,  # nobody had added it up by then: new
        (AUGUST, "kedun", "owed"): 8,  # of a later day: as told today
    }
