"""The figures of a back-test: what each rule, grade and cut-off caught, missed and stopped, in customers and in money.

A flag is anything that fires or not on a customer on a day. Days are folded one after the other, then the events are
told: something bad that befell a customer counts once, on however many days it was foreseen.
Source: docs/why/outcomes.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from kedun.kernel.days import Day
from kedun.kernel.money import Minor
from kedun.review.outcomes import ALREADY, Ints, Outcomes, Truths, permille_of
from kedun.review.terms import Terms

FIRED, CLEAR, UNKNOWN = 1, 0, -1
UNRATED = -1
CUT_OFFS = range(101)
FlagKind = Literal["rule", "any_rule", "grade", "indicator"]


@dataclass(frozen=True, slots=True)
class Flag:
    """What can fire: a rule, any rule at all, a score below the bound of a grade, a reading with few points."""

    kind: FlagKind
    key: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A day: one place per customer, in the same order on all days.

    Shape: `verdicts` customers × flags of FIRED, CLEAR, UNKNOWN. Unit: score in hundredths, UNRATED for none; minor units.
    `ordered_minor`: ordered up to the next day and kept; `hidden_minor`: ordered and cancelled, so that nobody knows how
    it would have ended.
    """

    day: Day
    in_book: Truths
    outcomes: Outcomes
    exposure_minor: Ints
    ordered_minor: Ints
    hidden_minor: Ints
    score: Ints
    verdicts: NDArray[np.int8]


@dataclass(slots=True)
class Fold:
    """The running sums over days, one place per flag (`frontier_`: per cut-off), and the rows of who turned bad."""

    flags: int
    sums: dict[str, Ints] = field(default_factory=dict)
    before: Truths | None = None
    bad: list[tuple[Ints, Ints, Ints, Ints, Ints, Truths]] = field(default_factory=list)

    def add(self, name: str, values: Ints) -> None:
        """Add to a sum."""
        self.sums[name] = self.sums[name] + values if name in self.sums else values


def fold(so_far: Fold, day: Snapshot) -> None:
    """Add a day."""
    fired = (day.verdicts == FIRED) & day.in_book[:, None]
    good, bad = day.outcomes.is_good & day.in_book, day.outcomes.is_bad & day.in_book
    late = (day.outcomes.label == ALREADY) & day.in_book
    opened = fired if so_far.before is None else fired & ~so_far.before
    so_far.before = fired
    so_far.add("fired", fired.sum(axis=0))
    so_far.add("unknown", ((day.verdicts == UNKNOWN) & day.in_book[:, None]).sum(axis=0))
    for name, among in (("caught", bad), ("false_alarms", good), ("late", late)):
        so_far.add(name, fired[among].sum(axis=0))
        so_far.add(f"alerts_{name}", opened[among].sum(axis=0))
    so_far.add("missed", (~fired[bad]).sum(axis=0))
    so_far.add("alerts", opened.sum(axis=0))
    so_far.add("stopped_minor", day.ordered_minor[good] @ fired[good])
    so_far.add("hidden_minor", day.hidden_minor[good | bad] @ fired[good | bad])
    _fold_frontier(so_far, day, good)
    who = np.flatnonzero(bad)
    days = np.full(who.size, day.day, dtype=np.int64)
    outcome = day.outcomes
    so_far.bad.append((who, outcome.bad_on[who], days, outcome.loss_minor[who], day.score[who], fired[who]))


def _fold_frontier(so_far: Fold, day: Snapshot, good: Truths) -> None:
    rated = (day.score >= 0) & day.in_book
    place = day.score // 100 + 1  # below cut-off c: every whole point up to c - 1
    size = len(CUT_OFFS) + 1
    stopped = rated & good
    so_far.add("frontier_fired", np.bincount(place[rated], minlength=size)[:-1].cumsum())
    so_far.add("frontier_false", np.bincount(place[stopped], minlength=size)[:-1].cumsum())
    by_place = np.zeros(size, dtype=np.int64)
    np.add.at(by_place, place[stopped], day.ordered_minor[stopped])
    so_far.add("frontier_stopped", by_place[:-1].cumsum())


@dataclass(frozen=True, slots=True)
class Events:
    """Each bad event once.

    Shape: `first_day` events × flags, the earliest day looked at within the horizon before the event on which the flag
    fired, 0 for never. Unit: `loss_minor` as seen from the last day before the event; `low_score` the lowest score
    foreseeing it, UNRATED for none.
    """

    bad_on: Ints
    loss_minor: Ints
    low_score: Ints
    first_day: Ints


NEVER_RATED = np.iinfo(np.int64).max


def events(so_far: Fold) -> Events:
    """Tell the events of all days that were folded."""
    columns = [np.concatenate(each) for each in zip(*so_far.bad, strict=True)]
    order = np.lexsort((columns[2], columns[1], columns[0]))
    who, bad_on, days, loss, score, fired = (each[order] for each in columns)
    if not who.size:
        nothing = np.zeros(0, dtype=np.int64)
        return Events(nothing, nothing, nothing, np.zeros((0, so_far.flags), dtype=np.int64))
    is_first = np.append(True, (who[1:] != who[:-1]) | (bad_on[1:] != bad_on[:-1]))
    starts = np.flatnonzero(is_first)
    last = np.append(starts[1:], who.size) - 1
    foreseen = np.where(fired, days[:, None], NEVER_RATED)
    first = np.minimum.reduceat(foreseen, starts, axis=0)
    low = np.minimum.reduceat(np.where(score < 0, NEVER_RATED, score), starts)
    return Events(
        bad_on[starts],
        loss[last],
        np.where(low == NEVER_RATED, UNRATED, low),
        np.where(first == NEVER_RATED, 0, first),
    )


@dataclass(frozen=True, slots=True)
class FlagFigures:
    """What one flag would have done.

    `fired`, `caught`, `missed`, `false_alarms`, `late` (fired where all was late already) and `unknown` count customers
    on days; `alerts` count when it began to fire. Unit: minor units; days.
    `net_low_minor`, `net_high_minor`: as if what past cancellations hide had all ended well, or had all been lost.
    """

    flag: Flag
    fired: int
    caught: int
    missed: int
    false_alarms: int
    late: int
    unknown: int
    alerts: int
    alerts_right: int
    alerts_false: int
    alerts_late: int
    alerts_per_week_and_person: float
    events_caught: int
    events_missed: int
    lead_days_median: float | None
    lead_days_mean: float | None
    loss_caught_minor: Minor
    loss_missed_minor: Minor
    avoided_minor: Minor
    stopped_minor: Minor
    margin_minor: Minor
    net_minor: Minor
    hidden_minor: Minor
    net_low_minor: Minor
    net_high_minor: Minor


def flag_figures(
    so_far: Fold, found: Events, flags: Sequence[Flag], *, weeks: float, terms: Terms
) -> list[FlagFigures]:
    """Tell what each flag would have done. `weeks`: the time that the days looked at stand for."""
    return [_figures(so_far, found, flag, at, weeks, terms) for at, flag in enumerate(flags)]


def _figures(so_far: Fold, found: Events, flag: Flag, at: int, weeks: float, terms: Terms) -> FlagFigures:
    sums = {name: int(values[at]) for name, values in so_far.sums.items() if not name.startswith("frontier")}
    first = found.first_day[:, at]
    caught = first > 0
    leads = (found.bad_on - first)[caught]
    loss = int(found.loss_minor[caught].sum())
    avoided, margin = (
        permille_of(loss, terms.avoided_permille),
        permille_of(sums["stopped_minor"], terms.margin_permille),
    )
    hidden = sums["hidden_minor"]
    return FlagFigures(
        flag=flag,
        **{name: sums[name] for name in ("fired", "caught", "missed", "false_alarms", "late", "unknown", "alerts")},
        alerts_right=sums["alerts_caught"],
        alerts_false=sums["alerts_false_alarms"],
        alerts_late=sums["alerts_late"],
        alerts_per_week_and_person=sums["alerts"] / weeks / terms.people,
        events_caught=int(caught.sum()),
        events_missed=int((~caught).sum()),
        lead_days_median=float(np.median(leads)) if leads.size else None,
        lead_days_mean=float(leads.mean()) if leads.size else None,
        loss_caught_minor=loss,
        loss_missed_minor=int(found.loss_minor[~caught].sum()),
        avoided_minor=avoided,
        stopped_minor=sums["stopped_minor"],
        margin_minor=margin,
        net_minor=avoided - margin,
        hidden_minor=hidden,
        net_low_minor=avoided - margin - permille_of(hidden, terms.margin_permille),
        net_high_minor=avoided - margin + permille_of(hidden, terms.avoided_permille),
    )


@dataclass(frozen=True, slots=True)
class CutOff:
    """What stopping everybody below a score would have done. Unit: points; minor units."""

    below: int
    fired: int
    false_alarms: int
    events_caught: int
    loss_caught_minor: Minor
    avoided_minor: Minor
    stopped_minor: Minor
    margin_minor: Minor
    net_minor: Minor


@dataclass(frozen=True, slots=True)
class Frontier:
    """All cut-offs; `best` earns most (the lowest such); `break_even` is the highest from which on stopping still pays."""

    cut_offs: Sequence[CutOff]
    best: int
    break_even: int


def frontier(so_far: Fold, found: Events, *, terms: Terms) -> Frontier:
    """Tell what each cut-off from 0 to 100 would have caught and stopped."""
    rated = found.low_score >= 0
    place = found.low_score[rated] // 100 + 1
    losses = np.zeros(len(CUT_OFFS) + 1, dtype=np.int64)
    np.add.at(losses, place, found.loss_minor[rated])
    caught = np.bincount(place, minlength=losses.size)[:-1].cumsum()
    lost = losses[:-1].cumsum()
    cut_offs = [_cut_off(below, so_far, int(caught[below]), int(lost[below]), terms) for below in CUT_OFFS]
    nets = [each.net_minor for each in cut_offs]
    best = nets.index(max(nets))
    paying = [each.below for each in cut_offs if each.net_minor >= 0]
    return Frontier(cut_offs, best, max(paying))


def _cut_off(below: int, so_far: Fold, caught: int, loss: Minor, terms: Terms) -> CutOff:
    stopped = int(so_far.sums["frontier_stopped"][below])
    avoided, margin = permille_of(loss, terms.avoided_permille), permille_of(stopped, terms.margin_permille)
    return CutOff(
        below=below,
        fired=int(so_far.sums["frontier_fired"][below]),
        false_alarms=int(so_far.sums["frontier_false"][below]),
        events_caught=caught,
        loss_caught_minor=loss,
        avoided_minor=avoided,
        stopped_minor=stopped,
        margin_minor=margin,
        net_minor=avoided - margin,
    )


def swapped(live: Snapshot, draft: Snapshot, pairs: Mapping[int, int]) -> Mapping[int, tuple[int, int, int, int]]:
    """Tell, by the draft's flag, whom it fires on and the live one does not, and the reverse, each with how many turned bad.

    `pairs`: the live flag of the draft's.
    """
    bad = live.outcomes.is_bad
    found = {}
    for mine, theirs in pairs.items():
        on_draft = (draft.verdicts[:, mine] == FIRED) & draft.in_book
        on_live = (live.verdicts[:, theirs] == FIRED) & live.in_book
        gained, lost = on_draft & ~on_live, on_live & ~on_draft
        found[mine] = (int(gained.sum()), int((gained & bad).sum()), int(lost.sum()), int((lost & bad).sum()))
    return found
