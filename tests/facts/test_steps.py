"""Named expressions in order of dependence."""

import pytest

from kedun.expressions import Type
from kedun.facts.steps import (
    CircularDefinition,
    TooManyProductsThroughNames,
    bounded,
    closures,
    extend,
    in_layers,
    needed,
    select,
    types_of,
)
from kedun.kernel.words import Language

KNOWN = {"a": "integer", "b": "integer"}


def test_each_layer_rests_on_the_ones_before() -> None:
    layers = in_layers({"z": "y + 1", "y": "a + b", "x": "a > 1", "w": "x AND z > 2"}, KNOWN, mode="row")  # type: ignore[arg-type]
    assert [[step.name for step in layer] for layer in layers] == [["x", "y"], ["z"], ["w"]]
    assert types_of(layers) == {"x": "boolean", "y": "integer", "z": "integer", "w": "boolean"}


def test_only_what_is_needed_is_kept() -> None:
    layers = in_layers({"z": "y + 1", "y": "a + b", "x": "a > 1"}, KNOWN, mode="row")  # type: ignore[arg-type]
    assert [[step.name for step in layer] for layer in needed(layers, ["z", "a"])] == [["y"], ["z"]]
    assert needed(layers, []) == ()


def test_computing_follows_the_order() -> None:
    row = {"a": 1, "b": 2}
    extend(row, closures(in_layers({"z": "y * 2", "y": "a + b"}, KNOWN, mode="row")))  # type: ignore[arg-type]
    assert row == {"a": 1, "b": 2, "y": 3, "z": 6}


def test_a_circle_is_refused_by_name() -> None:
    with pytest.raises(CircularDefinition) as refused:
        in_layers({"z": "y", "y": "z"}, {}, mode="row")
    assert {"y", "z"} <= set(str(refused.value.params["names"]).split(", "))


def test_each_layer_is_one_select() -> None:
    layers = in_layers({"z": "y + 1", "y": "a + b"}, KNOWN, mode="row")  # type: ignore[arg-type]
    assert select(layers, "SELECT 1", "duckdb").count("SELECT") == 3
    assert '"y"' in select(layers, "SELECT 1", "postgres")
    assert "`y`" in select(layers, "SELECT 1", "spark")


EIGHT = " * ".join(["a"] * 9)
NUMBERS: dict[str, Type] = {"a": "integer", "b": "integer"}


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param({"x": EIGHT, "y": "x + 1"}, id="adding to eight products"),
        pytest.param({"x": "a * a", "y": "x * x", "z": "y * b"}, id="two, five and six"),
        pytest.param(
            {"x": EIGHT, "y": "x > 1 AND x < 9 AND NOT x = 3"}, id="every comparison is of a number of its own"
        ),
        pytest.param(
            {"x": EIGHT, "y": "x > 1", "z": "CASE WHEN y OR x < 0 THEN a ELSE b END * b"}, id="a truth is made of none"
        ),
        pytest.param({"x": EIGHT, "y": "CASE WHEN x > 1 THEN x ELSE 0 - x END"}, id="CASE gives one of its numbers"),
    ],
)
def test_products_within_the_limit_are_accepted(texts: dict[str, str]) -> None:
    assert types_of(in_layers(texts, NUMBERS, mode="reading")).keys() == texts.keys()


@pytest.mark.parametrize(
    ("texts", "name", "count"),
    [
        pytest.param({"x": EIGHT, "y": " * ".join(["x"] * 9)}, "y", 80, id="a power of a power"),
        pytest.param({"x": EIGHT, "y": "ratio(x, 2)"}, "y", 9, id="one ratio too many"),
        pytest.param({"x": EIGHT, "y": "x + x"}, "y", 16, id="every mention counts"),
        pytest.param({"x": EIGHT, "y": "x", "z": "y * b"}, "z", 9, id="through another name"),
        pytest.param({"x": EIGHT, "y": "a > 1 AND x * b > 1"}, "y", 9, id="inside a condition"),
        pytest.param(
            {"x": EIGHT, "y": "CASE WHEN a > 1 THEN x ELSE 0 - x END", "z": "y * b"}, "z", 9, id="through CASE"
        ),
    ],
)
def test_products_are_counted_through_names(texts: dict[str, str], name: str, count: int) -> None:
    with pytest.raises(TooManyProductsThroughNames) as refused:
        in_layers(texts, NUMBERS, mode="reading")
    assert refused.value.params == {"name": name, "count": count, "limit": 8}


SAID: dict[Language, str] = {
    "zh": "y 连同它引用的指标共有 9 次乘除运算，最多允许 8 次。",
    "en": "y multiplies and divides 9 times, counting what it names; at most 8 times are allowed.",
}


def test_products_are_counted_where_layers_are_joined() -> None:
    below = in_layers({"x": EIGHT}, NUMBERS, mode="reading")
    above = in_layers({"y": "x * b"}, NUMBERS | types_of(below), mode="reading")
    assert bounded(below) == below
    with pytest.raises(TooManyProductsThroughNames) as refused:
        bounded(below + above)
    assert {language: refused.value.say(language) for language in SAID} == SAID


def test_whole_numbers_that_rows_calculate_are_not_counted() -> None:
    row = in_layers({"x": " + ".join(["a * b"] * 20)}, NUMBERS, mode="row")
    assert bounded(row + in_layers({"y": EIGHT.replace("a", "x")}, types_of(row), mode="reading"))
