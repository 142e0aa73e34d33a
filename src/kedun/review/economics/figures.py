"""What became of alerts, and what each rule's alerts came to: right and false ones, money, people's time, days ahead.

Source: docs/why/alert-economics.md.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import mean, median
from typing import Final, Literal

from kedun.kernel.days import Day
from kedun.kernel.money import Minor
from kedun.review.outcomes import ALREADY, RECOVERED, WRITTEN_OFF, permille_of

Became = Literal["right", "false", "late", "unknown"]
What = Literal["hits", "right", "false", "late", "unknown", "said_false", "contradicted", "handled"]
Advice = Literal["many_false", "too_late"]
LEAST_JUDGED: Final = 5
"""Fewer judged alerts than this say nothing of a rule."""

LEAST_RIGHT: Final = 1 / 3
"""A rule that is right less often than this gives many false alarms."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An alert with what followed.

    `label`: the place in LABELS of what became of its customer, None while that is not known. `said_false`: a person closed
    it as a false alarm. Unit: minor units; `exposure_minor` was owed on the day it opened, `ordered_minor` was ordered while
    it stood; `waited_minutes`: working minutes until somebody did something about it, None for nobody.
    """

    alert_id: int
    rule: str
    customer_id: int
    day: Day
    label: int | None
    said_false: bool
    bad_on: Day | None
    loss_minor: Minor
    exposure_minor: Minor
    ordered_minor: Minor
    waited_minutes: int | None

    @property
    def turned_bad(self) -> bool:
        """Whether something bad followed within the horizon."""
        return self.label is not None and RECOVERED <= self.label <= WRITTEN_OFF

    @property
    def became(self) -> Became:
        """What the alert was. A person's word that it was a false alarm counts as soon as it is given."""
        if self.said_false:
            return "false"
        if self.label is None:
            return "unknown"
        if self.label == ALREADY:
            return "late"
        return "right" if self.turned_bad else "false"


COUNTED: Final[dict[What, Callable[[Hit], bool]]] = {
    "hits": lambda _hit: True,
    "right": lambda hit: hit.became == "right",
    "false": lambda hit: hit.became == "false",
    "late": lambda hit: hit.became == "late",
    "unknown": lambda hit: hit.became == "unknown",
    "said_false": lambda hit: hit.said_false,
    "contradicted": lambda hit: hit.said_false and hit.turned_bad,
    "handled": lambda hit: hit.waited_minutes is not None,
}
"""Which alerts stand behind each figure."""


@dataclass(frozen=True, slots=True)
class Prices:
    """What acting costs and saves. Unit: thousandths; minutes that handling an alert takes."""

    margin_permille: int
    avoided_permille: int
    minutes_per_alert: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What a rule's alerts came to.

    `contradicted`: people called them false alarms, and the customer turned bad all the same. `events`: what the right ones
    foresaw, each once; `exposure_minor` was owed when the first alert of each opened, `loss_minor` was lost in the end.
    `margin_minor`, `net_minor`: None where alerts of several rules stand side by side and orders would count twice.
    Unit: minor units; `minutes` of people's time; `waited_minutes` of working time at the median; days ahead.
    """

    hits: int
    right: int
    false: int
    late: int
    unknown: int
    said_false: int
    contradicted: int
    handled: int
    events: int
    lead_days_median: float | None
    lead_days_mean: float | None
    exposure_minor: Minor
    loss_minor: Minor
    avoided_minor: Minor
    ordered_minor: Minor | None
    margin_minor: Minor | None
    net_minor: Minor | None
    minutes: int
    waited_minutes: float | None

    @property
    def precision(self) -> float | None:
        """Say which share of the judged alerts was right."""
        judged = self.right + self.false
        return self.right / judged if judged else None

    @property
    def advice(self) -> Advice | None:
        """Say what stands out: many false alarms, or alerts that mostly come when all is late already."""
        judged = self.right + self.false
        if judged >= LEAST_JUDGED and self.right < LEAST_RIGHT * judged:
            return "many_false"
        return "too_late" if self.late >= LEAST_JUDGED and self.late > judged else None


def figures(hits: Sequence[Hit], prices: Prices, *, is_one_rule: bool = True) -> Figures:
    """Add up alerts. `is_one_rule`: of one rule no two stand at once for a customer, so what was ordered counts once."""
    counts = {what: sum(map(counts_in, hits)) for what, counts_in in COUNTED.items()}
    seen = _events([hit for hit in hits if hit.became == "right"])
    leads = [last.bad_on - first.day for first, last in seen if last.bad_on is not None]
    loss = sum(last.loss_minor for _, last in seen)
    avoided = permille_of(loss, prices.avoided_permille)
    ordered = sum(hit.ordered_minor for hit in hits if _stopped_good(hit))
    margin = permille_of(ordered, prices.margin_permille)
    waits = [hit.waited_minutes for hit in hits if hit.waited_minutes is not None]
    return Figures(
        **counts,
        events=len(seen),
        lead_days_median=float(median(leads)) if leads else None,
        lead_days_mean=float(mean(leads)) if leads else None,
        exposure_minor=sum(first.exposure_minor for first, _ in seen),
        loss_minor=loss,
        avoided_minor=avoided,
        ordered_minor=ordered if is_one_rule else None,
        margin_minor=margin if is_one_rule else None,
        net_minor=avoided - margin if is_one_rule else None,
        minutes=counts["handled"] * prices.minutes_per_alert,
        waited_minutes=float(median(waits)) if waits else None,
    )


def _stopped_good(hit: Hit) -> bool:
    """Whether acting on an alert would have stopped orders of a customer who is known to have paid."""
    return hit.label is not None and hit.label < RECOVERED


def _events(right: Sequence[Hit]) -> list[tuple[Hit, Hit]]:
    """Give each bad event once: the first alert that foresaw it, and the last, which knows best what was lost."""
    found: dict[tuple[int, Day | None], list[Hit]] = {}
    for hit in sorted(right, key=lambda each: (each.day, each.alert_id)):
        found.setdefault((hit.customer_id, hit.bad_on), []).append(hit)
    return [(alike[0], alike[-1]) for alike in found.values()]
