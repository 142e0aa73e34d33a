"""Keeps which customers may be one firm, so that nobody waits for all of them to be compared but after they changed."""

from collections.abc import Sequence
from functools import lru_cache

from django.db import transaction

from kedun.facts.merging.likeness import Alike, Firm, alike
from kedun.facts.mirrored.store import origins
from kedun.facts.models import CURRENT
from kedun.facts.store import rows
from kedun.kernel.clock import clock
from kedun.kernel.hashing import sha256_of
from kedun.portfolio.models import KeptPairs

_PHONES = (
    "SELECT DISTINCT c.customer_id, p.phone FROM facts_contact c JOIN facts_person p ON p.source = c.source"
    " AND p.external_id = c.person WHERE p.phone <> '' AND NOT p.is_retracted AND NOT c.is_retracted"
)
_NEWEST = ", ".join(
    f"(SELECT MAX(known_from_batch) AS newest, COUNT(*) AS rows, COALESCE(SUM(id), 0) AS ids FROM facts_{kind}) {alias}"  # noqa: S608
    for kind, alias in (("customer", "c"), ("contact", "k"), ("person", "p"))
)
_STATE = f"SELECT COALESCE(GREATEST(c.newest, k.newest, p.newest), 0), c.rows, c.ids, k.rows, p.rows FROM {_NEWEST}"  # noqa: S608
_FIRM = ("id", "code", "name", "uscc", "former_names")


def pairs() -> tuple[Alike, ...]:
    """Give the pairs of all customers that may be one firm; compared anew when customers, contacts or people changed."""
    (told,) = rows(_STATE)
    state = sha256_of([*map(int, told), origins([told[0]]).get(told[0], "")])
    return _pairs(state)


@lru_cache(maxsize=1)
def _pairs(state: str) -> tuple[Alike, ...]:
    kept = KeptPairs.objects.filter(state=state).values_list("pairs", flat=True).first()
    if kept is not None:
        return tuple(Alike(one, other, tuple(told), differ) for one, other, told, differ in kept)
    found = _compared()
    with transaction.atomic():
        KeptPairs.objects.exclude(state=state).delete()
        written = [[each.one, each.other, each.evidence, each.numbers_differ] for each in found]
        KeptPairs.objects.update_or_create(state=state, defaults={"pairs": written, "made_at": clock().now()})
    return found


def _compared() -> tuple[Alike, ...]:
    phones: dict[int, list[str]] = {}
    for customer, phone in rows(_PHONES):
        phones.setdefault(customer, []).append(phone)
    found: Sequence[tuple[int, str, str, str, str]] = list(
        CURRENT["customer"]._default_manager.filter(is_retracted=False).values_list(*_FIRM)
    )
    return tuple(
        alike(
            Firm(number, code, name, uscc, former, tuple(phones.get(number, ())))
            for number, code, name, uscc, former in found
        )
    )
