"""Taking a definition out of a document's text and putting it back, while all other lines stay as they are. Arithmetic."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

import yaml

from kedun.definitions import documents
from kedun.definitions.diff import as_tree
from kedun.definitions.retirement.parts import Place
from kedun.kernel.hashing import Json, canonical

_Lines = list[str]


def without(body: str, place: Place) -> str:
    """Give a text without the definition at a place, which is there."""
    wanted = documents.read(body)
    _taken(wanted, place)
    held, at = _entries(body, place[:-1]), _index(body, place)
    if held is not None:
        lines, (first, last) = body.splitlines(keepends=True), _span(held[at])
        first = _with_comments(lines, first)
        if len(held) > 1 and _says("".join([*lines[:first], *lines[last:]]), wanted):
            return "".join([*lines[:first], *lines[last:]])
    return _plain(wanted)


def with_again(body: str, old: str, place: Place) -> str:
    """Give a text with the definition that an older text has at a place, as its last one there."""
    wanted = documents.read(body)
    _put(wanted, place, _at(documents.read(old), place))
    there, before = _entries(body, place[:-1]), _entries(old, place[:-1])
    if there and before:
        lines, (first, last) = old.splitlines(keepends=True), _span(before[_index(old, place)])
        taken = _moved(lines[_with_comments(lines, first) : last], _column(there[0]) - _column(before[0]))
        kept, (_, end) = body.splitlines(keepends=True), _span(there[-1])
        made = "".join([*_ended(kept[:end]), *_ended(taken), *kept[end:]])
        return made if _says(made, wanted) else _plain(wanted)
    return _plain(wanted)


def _says(text: str, wanted: Json) -> bool:
    return canonical(documents.read(text)) == canonical(wanted)


def _plain(document: Json) -> str:
    """Write a document whose text could not be edited line by line, since it was written in one line."""
    return yaml.safe_dump(document, allow_unicode=True, sort_keys=False)


def _at(document: Json, place: Place) -> Json:
    for step in place:
        document = (as_tree(document) or {})[step]
    return document


def _index(body: str, place: Place) -> int:
    return list(as_tree(_at(documents.read(body), place[:-1])) or {}).index(place[-1])


def _taken(document: Json, place: Place) -> None:
    """Take what stands at a place out of a document just read."""
    holder = _at(document, place[:-1])
    key = list(as_tree(holder) or {}).index(place[-1])
    if isinstance(holder, Mapping):
        del cast("dict[str, Json]", holder)[place[-1]]
    else:
        del cast("list[Json]", holder)[key]


def _put(document: Json, place: Place, value: Json) -> None:
    holder = document
    for step in place[:-1]:
        held = cast("dict[str, Json]", holder)
        holder = held.setdefault(step, [] if isinstance(value, Mapping) and "indicator" in value else {})
    if isinstance(holder, Mapping):
        cast("dict[str, Json]", holder)[place[-1]] = value
    else:
        cast("list[Json]", holder).append(value)


def _entries(body: str, place: Place) -> list[tuple[yaml.Node, yaml.Node]] | None:
    """Give first and last node of each entry of a collection; None when it stands within one line, or is empty."""
    node: Any = yaml.compose(body, Loader=documents.LOADER)
    for step in place:
        node = next((value for key, value in node.value if key.value == step), None)
        if not isinstance(node, yaml.CollectionNode):
            return None
    if node.flow_style or not node.value:
        return None
    return list(node.value) if isinstance(node, yaml.MappingNode) else [(each, each) for each in node.value]


def _column(entry: tuple[yaml.Node, yaml.Node]) -> int:
    return int(entry[0].start_mark.column)


def _span(entry: tuple[yaml.Node, yaml.Node]) -> tuple[int, int]:
    """Give the first line of an entry and the line after its last, counted from 0."""
    return int(entry[0].start_mark.line), _end(entry[1])


def _end(node: yaml.Node) -> int:
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    mark = node.end_mark
    return int(mark.line) + (mark.column > 0)


def _with_comments(lines: Sequence[str], first: int) -> int:
    """Give the line on which the comments right above an entry begin, as far in as it is itself."""
    indent = len(lines[first]) - len(lines[first].lstrip(" "))
    while indent and first and lines[first - 1].startswith(" " * indent + "#"):
        first -= 1
    return first


def _moved(lines: _Lines, columns: int) -> _Lines:
    if columns < 0:
        return [line[-columns:] if not line[:-columns].strip() else line for line in lines]
    return [" " * columns + line if line.strip() else line for line in lines]


def _ended(lines: _Lines) -> _Lines:
    return [*lines[:-1], lines[-1] if lines[-1].endswith("\n") else lines[-1] + "\n"]
