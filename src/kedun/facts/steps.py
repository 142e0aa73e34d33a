"""Named expressions in order of dependence: each layer rests only on the layers before it, on every engine alike."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from kedun.expressions import (
    MOST_PRODUCTS,
    Checked,
    Dialect,
    Mode,
    Type,
    Value,
    check,
    names_in,
    parse,
    products_through,
    quoted,
    to_python,
    to_sql,
    walk,
)
from kedun.kernel.refusals import Invalid


class CircularDefinition(Invalid):
    """{names} are defined by each other."""

    zh = "{names} 相互引用，无法计算。"


class TooManyProductsThroughNames(Invalid):
    """{name} multiplies and divides {count} times, counting what it names; at most {limit} times are allowed."""

    zh = "{name} 连同它引用的指标共有 {count} 次乘除运算，最多允许 {limit} 次。"


@dataclass(frozen=True, slots=True)
class Step:
    """One named, checked expression."""

    name: str
    checked: Checked


Layers = tuple[tuple[Step, ...], ...]
"""Steps by depth: a layer's steps name only source columns and steps of earlier layers."""


def in_layers(texts: Mapping[str, str], known: Mapping[str, Type], *, mode: Mode, shipped: bool = False) -> Layers:
    """Parse, order and check expressions that may name each other and what is already known.

    Raises: CircularDefinition, TooManyProductsThroughNames, and what parse and check refuse.
    """
    nodes = {name: parse(text) for name, text in texts.items()}
    sorter = TopologicalSorter({name: names_in(node) & nodes.keys() for name, node in nodes.items()})
    try:
        sorter.prepare()
    except CycleError as error:
        raise CircularDefinition(names=", ".join(error.args[1])) from error
    scope = dict(known)
    layers: list[tuple[Step, ...]] = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready())
        layer = tuple(Step(name, check(nodes[name], scope, mode=mode, shipped=shipped)) for name in ready)
        scope |= types_of([layer])
        layers.append(layer)
        sorter.done(*ready)
    return bounded(tuple(layers))


def bounded(layers: Layers) -> Layers:
    """Accept layers in which no number multiplies, through the names it rests on, more often than doubles can bear.

    Layers made apart are each bounded by themselves only: look at them once more when they are joined.
    Raises: TooManyProductsThroughNames.
    """
    products: dict[str, int] = {}
    for step in (step for layer in layers for step in layer):
        if step.checked.mode == "row" and step.checked.type != "real":
            continue  # whole numbers refuse to overflow by themselves
        count = max(products_through(part, products) for part, _ in walk(step.checked.node))
        if count > MOST_PRODUCTS:
            raise TooManyProductsThroughNames(name=step.name, count=count, limit=MOST_PRODUCTS)
        products[step.name] = products_through(step.checked.node, products)
    return layers


def types_of(layers: Iterable[Iterable[Step]]) -> dict[str, Type]:
    """Give the result type of every step."""
    return {step.name: step.checked.type for layer in layers for step in layer}


def needed(layers: Layers, wanted: Iterable[str]) -> Layers:
    """Keep the steps that the wanted names rest on, directly or through others."""
    rests_on = {step.name: names_in(step.checked.node) for layer in layers for step in layer}
    keep: set[str] = set()
    waiting = [name for name in wanted if name in rests_on]
    while waiting:
        name = waiting.pop()
        if name not in keep:
            keep.add(name)
            waiting.extend(rests_on[name] & rests_on.keys())
    kept = (tuple(step for step in layer if step.name in keep) for layer in layers)
    return tuple(layer for layer in kept if layer)


def select(layers: Layers, rows: str, dialect: Dialect, parameters: frozenset[str] = frozenset()) -> str:
    """Wrap a SELECT in one more SELECT per layer, each adding its steps as columns."""
    for depth, layer in enumerate(layers):
        columns = ", ".join(
            f"{to_sql(step.checked, dialect, parameters=parameters)} AS {quoted(step.name, dialect)}" for step in layer
        )
        rows = f"SELECT s{depth}.*, {columns} FROM ({rows}) s{depth}"
    return rows


def closures(layers: Layers) -> tuple[tuple[str, Callable[[Mapping[str, Value]], Value]], ...]:
    """Compile the steps to Python, in order; apply them with `extend`."""
    return tuple((step.name, to_python(step.checked)) for layer in layers for step in layer)


def extend(row: dict[str, Value], compiled: Iterable[tuple[str, Callable[[Mapping[str, Value]], Value]]]) -> None:
    """Add every step's value to a row, in order."""
    for name, value_of in compiled:
        row[name] = value_of(row)
