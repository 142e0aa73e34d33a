"""`kedun customers`: what may be one firm, merged and parted."""

import pytest

from tests.cli.conftest import Kedun
from tests.pipeline.small_house import START, bill, customer, receive

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def house() -> None:
    """A and B bear one name; B has a bill."""
    same = [dict(customer("A")) | {"name": "宏达公司"}, dict(customer("B")) | {"name": "宏达有限公司"}]
    receive(customer=same, invoice=[bill("B", due_on=START)])


def test_pairs_are_listed_merged_and_parted(kedun: Kedun) -> None:
    assert kedun("customers", "duplicates", "--json").document()["pairs"] == [
        {"customers": ["A", "B"], "evidence": ["name"], "numbers_differ": False}
    ]
    assert "名称相同" in kedun("customers", "duplicates").out
    merged = kedun("customers", "merge", "B", "--into", "A", "--reason", "一家", "--json").document()
    assert (merged["code"], merged["into"], merged["facts"]) == ("B", "A", {"invoice": 1})
    assert kedun("--lang", "en", "customers", "duplicates").out.strip() == "No two customers look like one firm."
    assert "已并入 A" in kedun("show", "B").err
    parted = kedun("--lang", "en", "customers", "part", "B", "--reason", "two firms")
    assert parted.out.strip() == f"B is on its own again: 1 facts, batch {merged['batch'] + 1}."


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(("merge", "B", "--into", "nobody", "--reason", "x"), 2, id="unknown customer"),
        pytest.param(("merge", "B", "--into", "B", "--reason", "x"), 2, id="itself"),
        pytest.param(("part", "B", "--reason", "x"), 3, id="not merged"),
    ],
)
def test_refusals(kedun: Kedun, arguments: tuple[str, ...], code: int) -> None:
    assert kedun("customers", *arguments, "--json").code == code
