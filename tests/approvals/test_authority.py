"""The table of authority, and what votes come to."""

import itertools
from typing import Any

import pytest

from kedun.approvals.authority import (
    AuthorityUnreadable,
    Given,
    Needs,
    NoAuthority,
    holes,
    missing,
    needed,
    outcome,
    read_authority,
)
from kedun.definitions import documents
from kedun.kernel.hashing import Json
from kedun.pipeline.starter import STARTER
from tests.case_files import load

TABLE: dict[str, Json] = {
    "lines": [
        {"action": "term.extend", "any": ["sales_director"], "at_most": 1000},
        {"action": "term.extend", "all": ["cfo", "ceo"]},
        {"action": "litigation", "all": ["legal", "ceo"]},
        {"action": "limit.change", "any": ["credit_manager"], "at_most": 50_000_00},
    ]
}


@pytest.mark.parametrize(
    ("action", "size", "needs"),
    [
        pytest.param("term.extend", 1000, Needs("any", ("sales_director",)), id="ten per cent"),
        pytest.param("term.extend", 1001, Needs("all", ("cfo", "ceo")), id="above ten per cent"),
        pytest.param("term.extend", None, Needs("all", ("cfo", "ceo")), id="no size: the strictest"),
        pytest.param("litigation", 1, Needs("all", ("legal", "ceo")), id="any size"),
    ],
)
def test_the_least_limit_that_covers_the_size_decides(action: str, size: int | None, needs: Needs) -> None:
    assert needed(read_authority(TABLE), action, size) == needs


@pytest.mark.parametrize(("action", "size"), [("limit.change", 50_000_01), ("limit.change", None), ("other", 1)])
def test_what_nobody_may_decide_is_refused(action: str, size: int | None) -> None:
    with pytest.raises(NoAuthority):
        needed(read_authority(TABLE), action, size)


def test_holes_are_named() -> None:
    assert holes(read_authority(TABLE), ["term.extend", "limit.change", "other"]) == ("limit.change", "other")


@pytest.mark.parametrize(
    "line",
    [
        {"action": "a"},
        {"action": "a", "any": ["cfo"], "all": ["ceo"]},
        {"action": "a", "any": ["king"]},
        {"action": "A b", "any": ["cfo"]},
        {"action": "a", "any": ["cfo"], "at_most": -1},
        {"action": "a", "any": ["cfo"], "colour": "red"},
    ],
)
def test_a_line_that_says_nothing_clear_is_refused(line: dict[str, Json]) -> None:
    with pytest.raises(AuthorityUnreadable):
        read_authority({"lines": [line]})


ALL, ANY = Needs("all", ("legal", "ceo")), Needs("any", ("legal", "ceo"))
LEGAL, CEO, SALES = Given("legal", "approve"), Given("ceo", "approve"), Given("sales", "approve")
NO = Given("ceo", "refuse")


@pytest.mark.parametrize(
    ("needs", "votes", "said", "roles"),
    [
        (ALL, [], "waiting", ("legal", "ceo")),
        (ALL, [LEGAL], "waiting", ("ceo",)),
        (ALL, [LEGAL, CEO], "approved", ()),
        (ALL, [LEGAL, NO], "refused", ()),
        (ALL, [LEGAL, SALES], "waiting", ("ceo",)),
        (ANY, [], "waiting", ("legal", "ceo")),
        (ANY, [SALES], "waiting", ("legal", "ceo")),
        (ANY, [CEO], "approved", ()),
        (ANY, [NO], "refused", ()),
        (ANY, [Given("sales", "refuse")], "waiting", ("legal", "ceo")),
    ],
)
def test_votes_come_to(needs: Needs, votes: list[Given], said: str, roles: tuple[str, ...]) -> None:
    for order in itertools.permutations(votes):
        assert (outcome(needs, order), missing(needs, order)) == (said, roles)


@pytest.mark.parametrize("case", load("cards.yaml")["authority"], ids=lambda case: case["name"])
def test_the_shipped_table_says_who_must_agree(case: dict[str, Any]) -> None:
    table = read_authority(documents.read((STARTER / "authority.yaml").read_text(encoding="utf-8")))  # type: ignore[arg-type]
    assert needed(table, case["action"], case["size"]) == Needs(case["mode"], tuple(case["roles"]))
    assert holes(table, [case["action"]]) == ()
