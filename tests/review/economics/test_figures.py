"""What alerts came to, worked by hand: each event once, people's word, no order counted twice."""

from dataclasses import replace

import pytest

from kedun.review.economics.figures import COUNTED, Advice, Hit, Prices, figures
from kedun.review.outcomes import ALREADY, OVERDUE, PAID, WRITTEN_OFF

PRICES = Prices(margin_permille=150, avoided_permille=500, minutes_per_alert=15)
BAD = Hit(
    alert_id=1, rule="r", customer_id=7, day=100, label=OVERDUE, said_false=False, bad_on=160, loss_minor=1000,
    exposure_minor=5000, ordered_minor=70, waited_minutes=30,
)  # fmt: skip
GOOD = replace(
    BAD, alert_id=2, customer_id=8, label=PAID, bad_on=None, loss_minor=0, ordered_minor=400, waited_minutes=None
)
LATE = replace(GOOD, alert_id=3, label=ALREADY)
NEW = replace(GOOD, alert_id=4, label=None)


def test_right_false_late_and_unknown_alerts_are_told_apart() -> None:
    found = figures([BAD, GOOD, LATE, NEW], PRICES)
    assert (found.hits, found.right, found.false, found.late, found.unknown) == (4, 1, 1, 1, 1)
    assert (found.precision, found.handled, found.minutes, found.waited_minutes) == (0.5, 1, 15, 30.0)
    assert (found.events, found.lead_days_median, found.lead_days_mean) == (1, 60.0, 60.0)
    assert (found.exposure_minor, found.loss_minor, found.avoided_minor) == (5000, 1000, 500)
    assert (found.ordered_minor, found.margin_minor, found.net_minor) == (400, 60, 440)


def test_an_event_that_several_alerts_foresaw_counts_once_from_the_first_with_the_loss_of_the_last() -> None:
    again = replace(BAD, alert_id=9, day=130, loss_minor=1200, exposure_minor=9000)
    found = figures([again, BAD], PRICES)
    assert (found.right, found.events, found.lead_days_median) == (2, 1, 60.0)
    assert (found.exposure_minor, found.loss_minor) == (5000, 1200)


def test_what_a_person_called_a_false_alarm_is_one_and_is_remembered_where_it_turned_bad() -> None:
    doubted = replace(BAD, said_false=True, label=WRITTEN_OFF)
    young = replace(NEW, said_false=True)
    found = figures([doubted, young], PRICES)
    assert (found.right, found.false, found.said_false, found.contradicted) == (0, 2, 2, 1)
    assert (found.loss_minor, found.ordered_minor) == (0, 0), (
        "nothing was foreseen, and of neither is it known that it paid"
    )
    assert [COUNTED["contradicted"](hit) for hit in (doubted, young)] == [True, False]


def test_alerts_of_several_rules_have_no_margin_together() -> None:
    found = figures([BAD, GOOD], PRICES, is_one_rule=False)
    assert (found.ordered_minor, found.margin_minor, found.net_minor) == (None, None, None)
    assert found.avoided_minor == 500


def test_nothing_comes_to_nothing() -> None:
    found = figures([], PRICES)
    assert (found.hits, found.precision, found.lead_days_median, found.waited_minutes, found.net_minor) == (
        0, None, None, None, 0,
    )  # fmt: skip
    assert found.advice is None


@pytest.mark.parametrize(
    ("hits", "advice"),
    [
        pytest.param([BAD, *[GOOD] * 4], "many_false", id="one of five is right"),
        pytest.param([BAD, BAD, *[GOOD] * 4], None, id="every third is right"),
        pytest.param([GOOD] * 4, None, id="too few to say"),
        pytest.param([BAD, *[LATE] * 5], "too_late", id="most come when all is late already"),
        pytest.param([*[BAD] * 6, *[LATE] * 5], None, id="most come in time"),
    ],
)
def test_what_stands_out_is_said(hits: list[Hit], advice: Advice | None) -> None:
    assert figures(hits, PRICES).advice == advice
