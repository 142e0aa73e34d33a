"""Groups told by rows in memory: the same joins as stored rows make, on any day."""

from collections.abc import Mapping
from typing import Any

import pytest

from kedun.expressions import Value
from kedun.facts.groups.membership import GroupRule
from kedun.facts.groups.told import Names, groups_told, only_ones

DAY = 20_000
NAMES = Names(
    numbers={("erp", "K2"): 2}, codes={"C3": 3}, called={"华东(机械)有限公司": 2}, groups={("erp", "G1"): "远大集团"}
)
Row = Mapping[str, Value]


def customer(group: str = "", source: str = "erp") -> Row:
    return {"source": source, "group": group}


def relation(other: str, **more: Any) -> Row:
    row = {"source": "erp", "other": other, "relation_type": "affiliate", "share_permille": None}
    return {**row, "from_on": DAY - 9, "to_on": None, **more}


def member(group: str, **more: Any) -> Row:
    return {"source": "erp", "group": group, "from_on": None, "to_on": None, **more}


def told(
    *,
    relations: Mapping[int, Row] | None = None,
    groups: Mapping[int, str] | None = None,
    members: Mapping[int, Row] | None = None,
    unknown: frozenset[int] = frozenset(),
    rule: GroupRule | None = None,
) -> dict[int, int]:
    rows = {
        number: {
            "customer": [] if number in unknown else [customer((groups or {}).get(number, ""))],
            "relation": [each] if (each := (relations or {}).get(number)) else [],
            "group_member": [each] if (each := (members or {}).get(number)) else [],
        }
        for number in (1, 2, 3)
    }
    return dict(groups_told(rule or GroupRule(), rows, NAMES, DAY).roots)


@pytest.mark.parametrize(
    ("row", "together"),
    [
        pytest.param(relation("K2"), {1: 1, 2: 1}, id="by the number in the same source"),
        pytest.param(relation("C3"), {1: 1, 3: 1}, id="by the code"),
        pytest.param(relation("华东(机械)有限公司", source="crm"), {1: 1, 2: 1}, id="by the name"),
        pytest.param(relation("K2", source="crm"), {}, id="another source's number means nobody"),
        pytest.param(relation("K2", from_on=DAY), {1: 1, 2: 1}, id="begins today"),
        pytest.param(relation("K2", from_on=DAY + 1), {}, id="begins tomorrow"),
        pytest.param(relation("K2", from_on=None), {}, id="without a beginning"),
        pytest.param(relation("K2", to_on=DAY), {}, id="is over today"),
        pytest.param(relation("K2", to_on=DAY + 1), {1: 1, 2: 1}, id="is over tomorrow"),
        pytest.param(relation("K2", relation_type="supplier"), {}, id="another type"),
        pytest.param(relation("K2", relation_type="shareholder", share_permille=500), {}, id="exactly half"),
        pytest.param(relation("K2", relation_type="shareholder", share_permille=501), {1: 1, 2: 1}, id="a majority"),
        pytest.param(relation("K2", relation_type="shareholder"), {}, id="an unknown share"),
    ],
)
def test_a_relation_joins(row: Row, together: dict[int, int]) -> None:
    assert told(relations={1: row}) == together


def test_a_party_that_is_no_customer_joins_those_who_name_it_but_for_ignored_ones() -> None:
    both = {1: relation("王五"), 3: relation("王五")}
    assert told(relations=both) == {1: 1, 3: 1}
    assert told(relations=both, rule=GroupRule(ignored=frozenset({"王五"}))) == {}
    assert told(relations=both, unknown=frozenset({3})) == {}


def test_what_is_stated_joins_by_name_or_number_and_dated_goes_before_undated() -> None:
    assert told(groups={1: "G1", 2: "远大集团"}) == {1: 1, 2: 1}
    assert told(groups={1: "G1", 2: "远大集团"}, members={1: member("别的集团")}) == {}
    assert told(groups={2: "远大集团"}, members={1: member("G1", from_on=DAY + 1)}) == {}
    assert told(groups={2: "远大集团"}, members={1: member("G1", from_on=DAY)}) == {1: 1, 2: 1}


def test_a_name_means_the_only_customer_that_has_it() -> None:
    names = [
        ("华东机械有限公司", 1),
        ("华东机械有限公司", 1),
        ("西部（钢铁）公司", 2),
        ("西部(钢铁)公司", 3),
        ("张三丰", 4),
    ]
    assert only_ones(names) == {"华东机械有限公司": 1}
