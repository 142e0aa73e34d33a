"""Bringing what is shipped anew into what a firm made of what was shipped before, part by part. Arithmetic."""

from typing import cast

from kedun.definitions.diff import ABSENT, Absent, Side, as_tree, changes
from kedun.kernel.hashing import Json


def merged(before: Json, ours: Json, shipped: Json, *, as_shipped: bool = False) -> Json:
    """Give ours with what changed from one shipped text to the next, wherever the firm left the earlier one as it was.

    What both changed stays as the firm has it; `as_shipped`: as it is shipped.
    """
    found = _merged(before, ours, shipped, as_shipped=as_shipped)
    assert not isinstance(found, Absent), "of three documents there is one"
    return found


def _merged(before: Side, ours: Side, shipped: Side, *, as_shipped: bool) -> Side:
    if not changes(before, ours):
        return shipped
    if not changes(before, shipped):
        return ours
    trees = [None if isinstance(side, Absent) else as_tree(side) for side in (before, ours, shipped)]
    old, mine, new = trees
    if old is None or mine is None or new is None:
        return shipped if as_shipped else ours
    found = {
        key: _merged(old.get(key, ABSENT), mine.get(key, ABSENT), new.get(key, ABSENT), as_shipped=as_shipped)
        for key in [*mine, *(key for key in new if key not in mine)]
    }
    kept = {key: value for key, value in found.items() if not isinstance(value, Absent)}
    return list(kept.values()) if isinstance(ours, list) else cast("Json", kept)
