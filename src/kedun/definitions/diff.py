"""What changed between two texts of a definition, item by item, in the words people use. Arithmetic."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, cast

from kedun.definitions.diff_words import (
    ADDED,
    BINS,
    CHANGED,
    CODES,
    FIELDS,
    IDENTITIES,
    KIND_WORDS,
    MOVED,
    REMOVED,
)
from kedun.kernel.hashing import Json, canonical
from kedun.kernel.words import Language, Words


@dataclass(frozen=True, slots=True)
class Absent:
    """Stands where one of the texts has nothing."""


ABSENT: Final = Absent()
Side = Json | Absent
Tree = Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `path`: from the top of the document, items of lists by what identifies them."""

    path: tuple[str, ...]
    before: Side
    after: Side

    @property
    def is_order(self) -> bool:
        """Whether only the order of a list's items changed."""
        sides = (self.before, self.after)
        keys = [_keyed(side) for side in sides if isinstance(side, Sequence) and not isinstance(side, str)]
        return len(keys) == len(sides) and keys[0] is not None and keys[1] is not None and keys[0] == keys[1]


def changes(before: Side, after: Side) -> tuple[Change, ...]:
    """Give every difference between two documents, in the order of the newer text, removals last."""
    return tuple(_between((), before, after))


def _between(path: tuple[str, ...], before: Side, after: Side) -> Iterator[Change]:
    if _same(before, after):
        return
    old, new = _as_tree(before), _as_tree(after)
    if old is None or new is None:
        yield Change(path, before, after)
        return
    for key in [*new, *(key for key in old if key not in new)]:
        yield from _between((*path, key), old.get(key, ABSENT), new.get(key, ABSENT))
    if not isinstance(before, Mapping) and old.keys() == new.keys() and list(old) != list(new):
        yield Change(path, before, after)


def _same(before: Side, after: Side) -> bool:
    if isinstance(before, Absent) or isinstance(after, Absent):
        return before is after
    return canonical(before) == canonical(after)


def _as_tree(side: Side) -> Tree | None:
    """Give what can be compared part by part: a mapping, or a list whose items have something that identifies them."""
    if isinstance(side, Mapping):
        return side
    if isinstance(side, Sequence) and not isinstance(side, str):
        return _keyed(side)
    return None


def _keyed(items: Sequence[Json]) -> Tree | None:
    for name in IDENTITIES:
        keys = [item.get(name) for item in items if isinstance(item, Mapping)]
        if items and len(keys) == len(items) == len({str(key) for key in keys}) and None not in keys:
            return {str(key): item for key, item in zip(keys, items, strict=True)}
    return None


def sentence(kind: str, change: Change, before: Side, after: Side, names: Mapping[str, Words]) -> Words:
    """Say one change. `names`: what the keys of other documents are called, such as indicators."""
    return Words(*(_sentence(kind, change, (after, before), names, language) for language in ("zh", "en")))


def _sentence(
    kind: str, change: Change, documents: tuple[Side, Side], names: Mapping[str, Words], language: Language
) -> str:
    places = [KIND_WORDS[kind].say(language), *_places(change.path, documents, names, language)]
    where = " · ".join(places)
    old, new, codes = change.before, change.after, CODES.get(change.path[-1] if change.path else "", {})
    if change.is_order:
        return MOVED.say(language, where=where)
    if isinstance(new, Absent):
        assert not isinstance(old, Absent), "what neither text has is no change"
        return REMOVED.say(language, where=where, value=_value(old, language, codes))
    if isinstance(old, Absent):
        return ADDED.say(language, where=where, value=_value(new, language, codes))
    old, new = _apart(old, new)
    return CHANGED.say(language, where=where, before=_value(old, language, codes), after=_value(new, language, codes))


def _apart(old: Json, new: Json) -> tuple[Json, Json]:
    """Of texts of several lines give the lines in which they differ."""
    if not isinstance(old, str) or not isinstance(new, str) or "\n" not in old + new:
        return old, new
    before, after = old.splitlines(), new.splitlines()
    gone, come = [each for each in before if each not in after], [each for each in after if each not in before]
    return (" / ".join(gone) or "…", " / ".join(come) or "…") if gone or come else (old, new)


def _places(
    path: Sequence[str], documents: Sequence[Side], names: Mapping[str, Words], language: Language
) -> Iterator[str]:
    """Name each step of a path: by the label that the text itself gives, a known field, a name from elsewhere."""
    for depth, step in enumerate(path):
        label = next((found for each in documents if (found := _label(each, path[: depth + 1]))), None)
        if label is not None:
            yield f"「{label.zh}」" if language == "zh" else f"“{label.en}”"
        elif step in FIELDS:
            if words := FIELDS[step].say(language):
                yield words
        else:
            yield names[step].say(language) if step in names else step


def _label(document: Side, path: Sequence[str]) -> Words | None:
    for step in path:
        tree = _as_tree(document)
        if tree is None or step not in tree:
            return None
        document = tree[step]
    label = document.get("label") if isinstance(document, Mapping) else None
    if isinstance(label, Mapping) and {"zh", "en"} <= label.keys():
        return Words(str(label["zh"]), str(label["en"]))
    return None


def _value(value: Json, language: Language, codes: Mapping[str, Words]) -> str:
    if value is None:
        return Words("空", "nothing").say(language)
    if isinstance(value, bool):
        return (Words("是", "yes") if value else Words("否", "no")).say(language)
    if isinstance(value, str) and value in codes:
        return codes[value].say(language)
    if isinstance(value, str | int | float):
        return str(value)
    if isinstance(value, Mapping):
        label = _label(value, ())
        return label.say(language) if label else canonical(value)
    return _listed(value, language, codes)


def _listed(items: Sequence[Json], language: Language, codes: Mapping[str, Words]) -> str:
    joint = "、" if language == "zh" else ", "
    if all(isinstance(item, Mapping) and "points" in item for item in items):
        return ("；" if language == "zh" else "; ").join(_bin(cast(Tree, item), language) for item in items)
    return joint.join(_value(item, language, codes) for item in items)


def _bin(item: Tree, language: Language) -> str:
    limit = Words("其余", "above") if item.get("up_to") is None else Words(f"≤{item['up_to']}", f"≤{item['up_to']}")
    return BINS.say(language, limit=limit.say(language), points=_value(item["points"], language, {}))
