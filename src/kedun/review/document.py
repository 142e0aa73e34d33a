"""The result of a back-test as a document; amounts in minor units of the reporting currency."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from kedun.kernel.days import Day, to_date
from kedun.kernel.hashing import Json
from kedun.review.figures import Events, FlagFigures, Fold, events, flag_figures, frontier
from kedun.review.outcomes import LABELS
from kedun.review.program import FEW_POINTS
from kedun.review.store import SIDES, DayTotals, Ran, Swaps
from kedun.review.terms import Terms

WEEK = 7
_COMPARED = ("events_caught", "alerts", "avoided_minor", "margin_minor", "net_minor")


@dataclass(frozen=True, slots=True)
class Told:
    """What stands above a result: the currency, the batch of facts, the hashes of the policies that were compared."""

    currency: str
    batch: int
    hashes: tuple[str, ...]


def document(ran: Ran, told: Told, terms: Terms, *, days_covered: int) -> dict[str, Json]:
    """Write the result. `days_covered`: from the first day looked at to the end of the last one's stretch."""
    found = [events(each) for each in ran.folds]
    weeks = days_covered / WEEK
    figures = [
        flag_figures(so_far, each, side.flags, weeks=weeks, terms=terms)
        for so_far, each, side in zip(ran.folds, found, ran.sides, strict=True)
    ]
    sides: dict[str, Json] = {
        name: _side(each, told.hashes[at], so_far, figures[at], terms)
        for at, (name, each, so_far) in enumerate(zip(SIDES, found, ran.folds, strict=False))
    }
    return {
        "format": 1,
        "currency": told.currency,
        "known_batch": told.batch,
        "terms": terms.stated(),
        "few_points": FEW_POINTS,
        "stopped": "orders" if ran.has_orders else "invoices",
        "days": [_day(each) for each in ran.days],
        "totals": _totals(ran.days, found[0]),
        **sides,
        "changes": _changes(figures[0], figures[1], ran.swaps) if len(figures) > 1 else [],
    }


def ratio(part: int, whole: int) -> float | None:
    """Give a share; None of nothing."""
    return part / whole if whole else None


def _day(of: DayTotals) -> dict[str, Json]:
    labels: dict[str, Json] = {label: of.labels.get(place, 0) for place, label in enumerate(LABELS)}
    amounts: dict[str, Json] = {
        name: getattr(of, name) for name in ("exposure_minor", "loss_minor", "ordered_minor", "hidden_minor")
    }
    return {"day": _iso(of.day), "customers": of.customers, **labels, **amounts}


def _totals(days: Sequence[DayTotals], found: Events) -> dict[str, Json]:
    ordered, hidden = sum(each.ordered_minor for each in days), sum(each.hidden_minor for each in days)
    return {
        "events": int(found.bad_on.size),
        "loss_minor": int(found.loss_minor.sum()),
        "ordered_minor": ordered,
        "hidden_minor": hidden,
        "identified_share": ratio(ordered, ordered + hidden),
    }


def _side(found: Events, policy: str, so_far: Fold, figures: Sequence[FlagFigures], terms: Terms) -> dict[str, Json]:
    line = frontier(so_far, found, terms=terms)
    return {
        "policy": policy,
        "flags": [_flag(each) for each in figures],
        "frontier": [asdict(each) for each in line.cut_offs],
        "best_cut_off": line.best,
        "break_even_cut_off": line.break_even,
        "break_even_loss_rate": ratio(terms.margin_permille, terms.avoided_permille),
        "league": _league(figures),
    }


def _flag(of: FlagFigures) -> dict[str, Json]:
    told: dict[str, Json] = {**asdict(of), "kind": of.flag.kind, "key": of.flag.key}
    del told["flag"]
    return {
        **told,
        "precision": ratio(of.caught, of.caught + of.false_alarms),
        "recall": ratio(of.events_caught, of.events_caught + of.events_missed),
    }


def _league(figures: Sequence[FlagFigures]) -> list[dict[str, Json]]:
    """Rank by how long before the outcome each fired; what fires on everybody leads by nothing, so precision stands beside."""
    seen = [each for each in figures if each.lead_days_median is not None]
    seen.sort(key=lambda each: (-(each.lead_days_median or 0), -each.events_caught, each.flag.key))
    return [
        {
            "kind": each.flag.kind,
            "key": each.flag.key,
            "lead_days_median": each.lead_days_median,
            "lead_days_mean": each.lead_days_mean,
            "events_caught": each.events_caught,
            "precision": ratio(each.caught, each.caught + each.false_alarms),
        }
        for each in seen
    ]


def _changes(live: Sequence[FlagFigures], draft: Sequence[FlagFigures], swaps: Swaps) -> list[dict[str, Json]]:
    """Tell what the draft changes, flag by flag; what only one side has is compared with nothing."""
    before = {each.flag: each for each in live}
    after = {each.flag: each for each in draft}
    places = {each.flag: at for at, each in enumerate(draft)}
    flags = [*before, *(flag for flag in after if flag not in before)]
    told: list[dict[str, Json]] = []
    for flag in flags:
        old, new = before.get(flag), after.get(flag)
        gained, gained_bad, lost, lost_bad = swaps.get(places.get(flag, -1), (0, 0, 0, 0))
        differences: Mapping[str, Json] = {
            name: (getattr(new, name) if new else 0) - (getattr(old, name) if old else 0) for name in _COMPARED
        }
        if old is None or new is None or gained or lost:
            told.append(
                {"kind": flag.kind, "key": flag.key, "is_new": old is None, "is_gone": new is None, **differences}
                | {"gained": gained, "gained_bad": gained_bad, "lost": lost, "lost_bad": lost_bad}
            )
    return told


def _iso(day: Day) -> str:
    return to_date(day).isoformat()
