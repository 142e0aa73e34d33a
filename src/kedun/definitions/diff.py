"""What changed between two texts of a definition, item by item, in the words people use. Arithmetic."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeGuard, cast

from kedun.definitions.diff_words import (
    ADDED,
    BINS,
    CHANGED,
    CODES,
    FIELDS,
    IDENTITIES,
    KIND_WORDS,
    MOVED,
    PLACES,
    REMOVED,
    RETIRED,
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
    """One difference. `path`: from the top of the document, items of lists by what identifies them.

    `is_order`: of lists, whose items that both have stand in another order; what else differs in them is said apart.
    """

    path: tuple[str, ...]
    before: Side
    after: Side
    is_order: bool = False


def changes(before: Side, after: Side) -> tuple[Change, ...]:
    """Give every difference between two documents, in the order of the newer text, removals last."""
    return tuple(_between((), before, after))


def _between(path: tuple[str, ...], before: Side, after: Side) -> Iterator[Change]:
    if _same(before, after):
        return
    old, new = as_tree(before), as_tree(after)
    if old is None or new is None:
        yield Change(path, before, after)
        return
    for key in [*new, *(key for key in old if key not in new)]:
        yield from _between((*path, key), old.get(key, ABSENT), new.get(key, ABSENT))
    if not isinstance(before, Mapping) and _kept(old, new) != _kept(new, old):
        yield Change(path, before, after, is_order=True)


def _kept(items: Tree, others: Tree) -> list[str]:
    return [key for key in items if key in others]


def _same(before: Side, after: Side) -> bool:
    if isinstance(before, Absent) or isinstance(after, Absent):
        return before is after
    return canonical(before) == canonical(after)


def as_tree(side: Side) -> Tree | None:
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
    old, new, saying = change.before, change.after, _Saying(language, names, change.path[-1] if change.path else "")
    if change.is_order:
        before, after = (saying.order(keys, documents, change.path) for keys in _moved(change))
        return MOVED.say(language, where=where, before=before, after=after)
    if isinstance(new, Absent):
        assert not isinstance(old, Absent), "what neither text has is no change"
        words = RETIRED if change.path[:-1] in PLACES.get(kind, ()) else REMOVED
        return words.say(language, where=where, value=saying.value(old))
    if isinstance(old, Absent):
        return ADDED.say(language, where=where, value=saying.value(new))
    old, new = _apart(old, new)
    return CHANGED.say(language, where=where, before=saying.value(old), after=saying.value(new))


def _moved(change: Change) -> tuple[list[str], list[str]]:
    """Give the items that both lists have, from the first that stands elsewhere to the last."""
    old, new = (as_tree(side) or {} for side in (change.before, change.after) if not isinstance(side, Absent))
    before, after = _kept(old, new), _kept(new, old)
    apart = [at for at, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]]
    return before[apart[0] : apart[-1] + 1], after[apart[0] : apart[-1] + 1]


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
        label = next((found for each in documents if (found := label_of(each, path[: depth + 1]))), None)
        if label is not None:
            yield f"「{label.zh}」" if language == "zh" else f"“{label.en}”"
        elif step in FIELDS:
            if words := FIELDS[step].say(language):
                yield words
        else:
            yield names[step].say(language) if step in names else step


def label_of(document: Side, path: Sequence[str]) -> Words | None:
    """Give the name that a text gives to what stands at a path."""
    for step in path:
        tree = as_tree(document)
        if tree is None or step not in tree:
            return None
        document = tree[step]
    label = document.get("label") if isinstance(document, Mapping) else None
    if isinstance(label, Mapping) and {"zh", "en"} <= label.keys():
        return Words(str(label["zh"]), str(label["en"]))
    return None


@dataclass(frozen=True, slots=True)
class _Saying:
    """Says values in a language. `names`: what keys are called; `field`: whose value it is."""

    language: Language
    names: Mapping[str, Words]
    field: str

    def value(self, value: Json) -> str:
        """Say a value, of a mapping all that stands in it."""
        if value is None:
            return Words("空", "nothing").say(self.language)
        if isinstance(value, bool):
            return (Words("是", "yes") if value else Words("否", "no")).say(self.language)
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, int | float):
            return str(value)
        if isinstance(value, Mapping):
            return self._parts(value)
        return self._listed(value)

    def _text(self, value: str) -> str:
        codes = CODES.get(self.field, {})
        if value in codes:
            return codes[value].say(self.language)
        if self.field == "indicator" and value in self.names:
            return self.names[value].say(self.language)
        return " / ".join(value.splitlines()) if "\n" in value.strip() else value

    def _parts(self, value: Tree) -> str:
        label = label_of(value, ())
        told = [self._part(key, each) for key, each in value.items() if label is None or key != "label"]
        parts = self._joint("；", "; ").join(told)
        if label is None:
            return parts
        called = label.say(self.language)
        return f"{called}{self._bracketed(parts)}" if parts else called

    def _part(self, key: str, value: Json) -> str:
        inner = _Saying(self.language, self.names, key)
        said, has_label = inner.value(value), isinstance(value, Mapping) and label_of(value, ()) is not None
        if isinstance(value, Mapping) and not has_label:
            said = self._bracketed(said).strip()
        name = FIELDS[key].say(self.language) if key in FIELDS else "" if has_label else self._called(key)
        return f"{name}{self._joint('：', ': ')}{said}" if name else said

    def _called(self, key: str) -> str:
        return self.names[key].say(self.language) if key in self.names else key

    def _listed(self, items: Sequence[Json]) -> str:
        if all(isinstance(item, Mapping) and "points" in item for item in items):
            return self._joint("；", "; ").join(self._bin(cast("Tree", item)) for item in items)
        if all(isinstance(item, Mapping) for item in items):
            return self._joint("；", "; ").join(self._bracketed(self.value(item)).strip() for item in items)
        pairs = ("/".join(map(self.value, each)) if _is_list(each) else self.value(each) for each in items)
        return self._joint("、", ", ").join(pairs)

    def _bin(self, item: Tree) -> str:
        limit = Words("其余", "above") if item.get("up_to") is None else Words(f"≤{item['up_to']}", f"≤{item['up_to']}")
        return BINS.say(self.language, limit=limit.say(self.language), points=self.value(item["points"]))

    def order(self, keys: Sequence[str], documents: Sequence[Side], path: Sequence[str]) -> str:
        """Name items one after the other."""
        named = (
            next((label for each in documents if (label := label_of(each, (*path, key)))), None) or self.names.get(key)
            for key in keys
        )
        called = (words.say(self.language) if words else key for key, words in zip(keys, named, strict=True))
        return self._joint("、", ", ").join(called)

    def _bracketed(self, text: str) -> str:
        return f"（{text}）" if self.language == "zh" else f" ({text})"

    def _joint(self, zh: str, en: str) -> str:
        return zh if self.language == "zh" else en


def _is_list(value: Json) -> TypeGuard[Sequence[Json]]:
    return isinstance(value, Sequence) and not isinstance(value, str)
