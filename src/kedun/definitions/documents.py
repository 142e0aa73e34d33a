"""Reading a definition's YAML: a small, plain subset, so that one text has one meaning and no text can do harm."""

import math
import re
from collections.abc import Iterator
from typing import Protocol

import yaml

from kedun.definitions.refusals import (
    AliasInDefinition,
    AmbiguousValue,
    BadYaml,
    DefinitionTooDeep,
    DefinitionTooLarge,
    DuplicateKey,
    KeyNotText,
    NotOneDocument,
    NotUtf8,
    TagInDefinition,
)
from kedun.kernel.hashing import Json

MOST_BYTES = 1 << 20
MOST_LEVELS = 30
INT64 = 1 << 63


class _Mark(Protocol):
    """Where something stands in the text; both of the library's parsers have their own."""

    line: int
    column: int


_TAG = "tag:yaml.org,2002:"
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,18})")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_WORDS: dict[str, None | bool] = {"": None, "~": None, "null": None, "true": True, "false": False}
LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def decode(content: bytes, *, file: str) -> str:
    """Turn a file's content into text.

    Raises: DefinitionTooLarge, NotUtf8.
    """
    if len(content) > MOST_BYTES:
        raise DefinitionTooLarge(file=file, most=MOST_BYTES)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotUtf8(file=file, line=content.count(b"\n", 0, error.start) + 1) from error


def read(text: str, *, file: str = "") -> Json:
    """Read one YAML document as plain JSON values.

    Only mappings with text keys, lists, texts, integers, decimals, true, false and null are read. Aliases, tags,
    dates and words like `yes` or `0x1F` are refused, since programs disagree about what they mean.

    Raises: BadYaml and its neighbours in refusals.py; each names file, line and column.
    """
    if len(text.encode(errors="surrogatepass")) > MOST_BYTES:
        raise DefinitionTooLarge(file=file, most=MOST_BYTES)
    try:
        _scan(text, file)
        root = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise BadYaml(file=file, line=line, column=column, problem=str(error.problem or error.context)) from error
    except yaml.YAMLError as error:
        raise BadYaml(file=file, line=1, column=1, problem=" ".join(str(error).split())) from error
    assert root is not None, "the scan refuses an empty document"
    return _value(root, file)


def _scan(text: str, file: str) -> None:
    """Walk the events before anything is built: an alias or a deep nest is refused before it costs anything."""
    level = documents = 0
    for event in _events(text):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise AliasInDefinition(**_place(event.start_mark, file))
        documents += isinstance(event, yaml.DocumentStartEvent)
        level += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if level > MOST_LEVELS:
            raise DefinitionTooDeep(most=MOST_LEVELS, **_place(event.start_mark, file))
        if documents > 1:
            raise NotOneDocument(**_place(event.start_mark, file))
    if documents == 0:
        raise NotOneDocument(file=file, line=1, column=1)


def _events(text: str) -> Iterator[yaml.Event]:
    return yaml.parse(text, Loader=LOADER)


def _value(node: yaml.Node, file: str) -> Json:
    if isinstance(node, yaml.MappingNode) and node.tag == _TAG + "map":
        return _mapping(node, file)
    if isinstance(node, yaml.SequenceNode) and node.tag == _TAG + "seq":
        return [_value(each, file) for each in node.value]
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node, file)
    raise TagInDefinition(tag=node.tag, **_place(node.start_mark, file))


def _mapping(node: yaml.MappingNode, file: str) -> Json:
    found: dict[str, Json] = {}
    for key_node, value_node in node.value:
        key = _value(key_node, file)
        if not isinstance(key, str):
            raise KeyNotText(**_place(key_node.start_mark, file))
        if key in found:
            raise DuplicateKey(key=key, **_place(key_node.start_mark, file))
        found[key] = _value(value_node, file)
    return found


def _scalar(node: yaml.ScalarNode, file: str) -> Json:
    text: str = node.value
    match node.tag.removeprefix(_TAG):
        case "str":
            return _text(node, file)
        case "null" | "bool" if text in _WORDS:
            return _WORDS[text]
        case "int" if _INTEGER.fullmatch(text) and -INT64 <= int(text) < INT64:
            return int(text)
        case "float" if _NUMBER.fullmatch(text) and math.isfinite(float(text)):
            return float(text)
        case "null" | "bool" | "int" | "float" | "timestamp" | "value" | "merge":
            raise AmbiguousValue(value=text[:40], **_place(node.start_mark, file))
        case _:
            raise TagInDefinition(tag=node.tag, **_place(node.start_mark, file))


def _text(node: yaml.ScalarNode, file: str) -> str:
    text: str = node.value
    if "\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise BadYaml(problem="a character that is not text", **_place(node.start_mark, file))
    return text


def _place(mark: _Mark | None, file: str) -> dict[str, str | int]:
    assert mark is not None, "whatever is parsed from a text has a place in it"
    return {"file": file, "line": mark.line + 1, "column": mark.column + 1}
