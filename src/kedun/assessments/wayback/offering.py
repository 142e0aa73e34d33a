"""Everything a customer can do, in acts that are done or left as a whole: no more of them than a search can tell apart.

Source: docs/why/way-back.md.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Final

from kedun.assessments.wayback.acts import Act, Item, Offer, Rows, bundled
from kedun.assessments.wayback.payments import owed
from kedun.assessments.wayback.sorts import SORTS, Ground
from kedun.kernel.days import Day

FEWEST: Final = 6
"""So many bundles of payments there are at least, where there is so much to pay."""


def offer(
    rows: Rows,
    *,
    as_of: Day,
    pay_by: Day,
    until: Day,
    bases: Mapping[str, str],
    sorts: Collection[str],
    takes_foreign: bool,
    most: int,
) -> Offer:
    """Give what can be done, by the sorts of acts that are asked for.

    `until`: the last day looked ahead to; `bases`: base currency by legal entity; `takes_foreign`: whether invoices in
    other currencies may be paid; `most`: acts, about.
    """
    money = owed(rows, as_of=as_of, pay_by=pay_by, bases=bases, takes_foreign=takes_foreign)
    ground = Ground(rows, as_of, pay_by, until, bases)
    others = [
        *(_acts("settle_dispute", money.disputed, most) if "settle_dispute" in sorts else ()),
        *(act for key in SORTS if key in sorts for act in _acts(key, _found(key, ground), most)),
    ]
    left = max(most - len(others), min(FEWEST, most))
    payments = [Act("pay", SORTS["pay"].rank, bundle, SORTS["pay"].part) for bundle in bundled(money.undisputed, left)]
    return Offer((*(payments if "pay" in sorts else ()), *others), money.foreign)


def _found(key: str, ground: Ground) -> tuple[Item, ...]:
    return tuple(SORTS[key].find(replace(ground, by=ground.by + SORTS[key].after_days)))


def _acts(key: str, found: tuple[Item, ...], most: int) -> Iterator[Act]:
    sort = SORTS[key]
    for bundle in bundled(found, min(sort.most, max(most // FEWEST, 1))):
        yield Act(key, sort.rank, bundle, sort.part, is_last=sort.is_last)
