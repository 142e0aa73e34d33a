"""Named expressions in order of dependence."""

import pytest

from kedun.facts.steps import CircularDefinition, closures, extend, in_layers, needed, select, types_of

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
