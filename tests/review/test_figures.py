"""The figures on random days, counted again with plain loops."""

import itertools
from collections.abc import Sequence
from statistics import mean, median

import numpy as np
import pytest

from kedun.review.figures import FIRED, UNKNOWN, Flag, Fold, Snapshot, events, flag_figures, fold, frontier, swapped
from kedun.review.outcomes import ALREADY, IDLE, OVERDUE, PAID, RECOVERED, WRITTEN_OFF, Outcomes
from kedun.review.terms import Terms

TERMS = Terms(margin_permille=100, avoided_permille=400, people=2)
FLAGS = (Flag("rule", "one"), Flag("rule", "two"), Flag("any_rule", "any"))
CUSTOMERS, DAYS = 25, (100, 130, 161, 191)
WEEKS = 13.0


def random_days(seed: int) -> list[Snapshot]:
    chance = np.random.default_rng(seed)
    bad_on = chance.choice([-1, 150, 185, 300], CUSTOMERS, p=[0.4, 0.2, 0.2, 0.2])
    days = []
    for day in DAYS:
        is_bad = (bad_on > day) & (bad_on <= day + 180)
        label = np.where(
            is_bad,
            chance.choice([RECOVERED, OVERDUE, WRITTEN_OFF], CUSTOMERS),
            chance.choice([IDLE, PAID, ALREADY], CUSTOMERS),
        )
        days.append(
            Snapshot(
                day=day,
                in_book=chance.random(CUSTOMERS) < 0.9,
                outcomes=Outcomes(
                    label.astype(np.int8),
                    np.where(is_bad, bad_on, -1),
                    np.where(is_bad, chance.integers(0, 999, CUSTOMERS), 0),
                ),
                exposure_minor=chance.integers(0, 999, CUSTOMERS),
                ordered_minor=chance.integers(0, 999, CUSTOMERS),
                hidden_minor=chance.integers(0, 99, CUSTOMERS),
                score=chance.choice([-1, 0, 5_999, 6_000, 10_000], CUSTOMERS),
                verdicts=chance.choice([-1, 0, 1], (CUSTOMERS, len(FLAGS))).astype(np.int8),
            )
        )
    return days


def folded(days: Sequence[Snapshot]) -> Fold:
    so_far = Fold(len(FLAGS))
    for day in days:
        fold(so_far, day)
    return so_far


def bad_rows(days: Sequence[Snapshot]) -> dict[tuple[int, int], list[tuple[Snapshot, int]]]:
    """The days that foresee each bad event, in order."""
    found: dict[tuple[int, int], list[tuple[Snapshot, int]]] = {}
    for day, who in itertools.product(days, range(CUSTOMERS)):
        if day.in_book[who] and day.outcomes.label[who] in (RECOVERED, OVERDUE, WRITTEN_OFF):
            found.setdefault((who, int(day.outcomes.bad_on[who])), []).append((day, who))
    return found


def half_up(amount: int, permille: int) -> int:
    return (amount * permille + 500) // 1000


def foreseen(days: Sequence[Snapshot], at: int) -> tuple[list[int], int, int, int]:
    """The lead days of the events that a flag foresaw, their loss, the loss of the others, and how many those are."""
    leads, caught_loss, missed_loss, missed = [], 0, 0, 0
    for (_, bad_on), rows in bad_rows(days).items():
        firing = [day.day for day, who in rows if day.verdicts[who, at] == FIRED]
        loss = int(rows[-1][0].outcomes.loss_minor[rows[-1][1]])
        if firing:
            leads.append(bad_on - firing[0])
            caught_loss += loss
        else:
            missed += 1
            missed_loss += loss
    return leads, caught_loss, missed_loss, missed


@pytest.mark.parametrize("seed", range(6))
def test_every_figure_equals_the_plain_count(seed: int) -> None:
    days = random_days(seed)
    so_far = folded(days)
    figures = flag_figures(so_far, events(so_far), FLAGS, weeks=WEEKS, terms=TERMS)
    for at, told in enumerate(figures):
        count = dict.fromkeys(
            ("fired", "caught", "missed", "false", "late", "unknown", "opened", "right", "wrong", "past"), 0
        )
        stopped = hidden = 0
        before = [False] * CUSTOMERS
        for day in days:
            for who in range(CUSTOMERS):
                fires = bool(day.in_book[who] and day.verdicts[who, at] == FIRED)
                label, opens = day.outcomes.label[who], fires and not before[who]
                before[who] = fires
                bad, good = label in (RECOVERED, OVERDUE, WRITTEN_OFF), label in (IDLE, PAID)
                count["fired"] += fires
                count["unknown"] += bool(day.in_book[who] and day.verdicts[who, at] == UNKNOWN)
                count["caught"] += fires and bad
                count["missed"] += bool(day.in_book[who] and bad and not fires)
                count["false"] += fires and good
                count["late"] += fires and label == ALREADY
                count["opened"] += opens
                count["right"] += opens and bad
                count["wrong"] += opens and good
                count["past"] += opens and label == ALREADY
                stopped += int(day.ordered_minor[who]) if fires and good else 0
                hidden += int(day.hidden_minor[who]) if fires and (good or bad) else 0
        leads, caught_loss, missed_loss, missed = foreseen(days, at)
        assert (told.fired, told.caught, told.missed, told.false_alarms, told.late, told.unknown) == tuple(
            count[name] for name in ("fired", "caught", "missed", "false", "late", "unknown")
        )
        assert (told.alerts, told.alerts_right, told.alerts_false, told.alerts_late) == tuple(
            count[name] for name in ("opened", "right", "wrong", "past")
        )
        assert told.alerts_per_week_and_person == count["opened"] / WEEKS / 2
        assert (told.events_caught, told.events_missed) == (len(leads), missed)
        assert (told.loss_caught_minor, told.loss_missed_minor) == (caught_loss, missed_loss)
        assert told.lead_days_median == (median(leads) if leads else None)
        assert told.lead_days_mean == pytest.approx(mean(leads) if leads else None)
        avoided, margin = half_up(caught_loss, 400), half_up(stopped, 100)
        assert (told.avoided_minor, told.stopped_minor, told.margin_minor) == (avoided, stopped, margin)
        assert told.net_minor == avoided - margin
        assert (told.hidden_minor, told.net_low_minor) == (hidden, avoided - margin - half_up(hidden, 100))
        assert told.net_high_minor == avoided - margin + half_up(hidden, 400)


@pytest.mark.parametrize("seed", range(4))
def test_every_cut_off_equals_the_plain_count(seed: int) -> None:
    days = random_days(seed)
    so_far = folded(days)
    told = frontier(so_far, events(so_far), terms=TERMS)
    nets = []
    for cut in told.cut_offs:
        rows = [
            (day, who)
            for day, who in itertools.product(days, range(CUSTOMERS))
            if day.in_book[who] and 0 <= day.score[who] < cut.below * 100
        ]
        good = [(day, who) for day, who in rows if day.outcomes.label[who] in (IDLE, PAID)]
        caught = [
            seen for seen in bad_rows(days).values() if any(0 <= day.score[who] < cut.below * 100 for day, who in seen)
        ]
        loss = sum(int(seen[-1][0].outcomes.loss_minor[seen[-1][1]]) for seen in caught)
        stopped = sum(int(day.ordered_minor[who]) for day, who in good)
        nets.append(half_up(loss, 400) - half_up(stopped, 100))
        assert (cut.fired, cut.false_alarms, cut.events_caught) == (len(rows), len(good), len(caught))
        assert (cut.loss_caught_minor, cut.stopped_minor, cut.net_minor) == (loss, stopped, nets[-1])
    assert told.best == nets.index(max(nets))
    assert told.break_even == max(below for below, net in enumerate(nets) if net >= 0)


def test_a_book_in_which_nothing_goes_wrong_has_no_events() -> None:
    days = random_days(1)
    quiet = Outcomes(
        np.full(CUSTOMERS, PAID, dtype=np.int8), np.full(CUSTOMERS, -1), np.zeros(CUSTOMERS, dtype=np.int64)
    )
    day = Snapshot(
        days[0].day, days[0].in_book, quiet, days[0].exposure_minor, days[0].ordered_minor, days[0].hidden_minor,
        days[0].score, days[0].verdicts,
    )  # fmt: skip
    so_far = folded([day])
    found = events(so_far)
    assert found.bad_on.size == 0
    assert [each.events_caught for each in flag_figures(so_far, found, FLAGS, weeks=1.0, terms=TERMS)] == [0, 0, 0]
    assert frontier(so_far, found, terms=TERMS).best == 0


def test_who_is_told_apart_by_two_policies_is_counted_with_those_who_turned_bad() -> None:
    live, draft = random_days(2)[0], random_days(2)[0]
    other = random_days(3)[0].verdicts
    draft = Snapshot(
        draft.day, draft.in_book, draft.outcomes, draft.exposure_minor, draft.ordered_minor, draft.hidden_minor,
        draft.score, other,
    )  # fmt: skip
    gained = lost = gained_bad = lost_bad = 0
    for who in range(CUSTOMERS):
        new, old = (bool(each.in_book[who] and each.verdicts[who, 1] == FIRED) for each in (draft, live))
        bad = bool(live.outcomes.is_bad[who])
        gained += new and not old
        gained_bad += new and not old and bad
        lost += old and not new
        lost_bad += old and not new and bad
    assert swapped(live, draft, {1: 1}) == {1: (gained, gained_bad, lost, lost_bad)}
