"""Every kind of fact that a customer has can be opened in the browser: from its table, its timeline and its change."""

import re

import pytest

from kedun.facts.kinds import KINDS
from tests import house

CUSTOMERS = house.ROOT / "web" / "src" / "features" / "customers"
OF_CUSTOMER = {name for name, kind in KINDS.items() if kind.of_customer}
DATED = {name for name in OF_CUSTOMER if KINDS[name].event_on}


def kinds_in(file: str, start: str) -> list[str]:
    """The quoted words of an object that is written out in a module."""
    written = (CUSTOMERS / file).read_text(encoding="utf-8")
    body = written[written.index(start) :]
    return re.findall(r'"(\w+)"', body[: body.index("\n}")])


def test_every_kind_stands_in_a_group_of_records() -> None:
    found = kinds_in("fact-columns.ts", "export const GROUPS = {")
    assert (set(found), len(found)) == (OF_CUSTOMER, len(OF_CUSTOMER))


@pytest.mark.parametrize("kind", sorted(OF_CUSTOMER))
def test_every_kind_has_columns_of_its_own(kind: str) -> None:
    first = (CUSTOMERS / "fact-columns.ts").read_text(encoding="utf-8").partition("const FIRST")[2]
    assert re.search(rf"^  {kind}: \[", first, re.MULTILINE)


def test_every_dated_kind_is_under_a_sort_of_the_timeline() -> None:
    found = set(kinds_in("timeline.ts", "export const SORTS = {"))
    assert DATED - found <= {"allocation"}
    assert found - DATED == {"alert", "alert_closed", "assessment", "owner", "merger", "merger_ended"}
