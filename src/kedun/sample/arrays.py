"""Columns of numbers: what the processes hand to each other before anything is turned into text."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Truths = npt.NDArray[np.bool_]
Chunk = dict[str, Ints]
"""Rows of one kind as equally long columns; NONE stands for null."""

NONE = -(2**62)
NEVER = 2**40
"""A day that does not come."""


def stacked(chunks: Sequence[Chunk]) -> Chunk:
    """Put chunks with the same columns under each other."""
    return {name: np.concatenate([chunk[name] for chunk in chunks]) for name in chunks[0]}


def picked(chunk: Chunk, rows: Ints | Truths) -> Chunk:
    """Give some rows of a chunk: by a mask or by their positions."""
    return {name: column[rows] for name, column in chunk.items()}


def whole(values: Floats) -> Ints:
    """Round to integers."""
    return np.rint(values).astype(np.int64)


def constant(value: int, *, size: int) -> Ints:
    """Give a column of one value."""
    return np.full(size, value, dtype=np.int64)


def sigmoid(values: Floats) -> Floats:
    """Squeeze any number into 0 to 1."""
    squeezed: Floats = 1.0 / (1.0 + np.exp(-np.clip(values, -50.0, 50.0)))
    return squeezed


def by_day(chunk: Chunk, day: str) -> Chunk:
    """Order rows by a day column; rows of one day keep their order."""
    return picked(chunk, np.argsort(chunk[day], kind="stable"))


def running_number(group: Ints) -> Ints:
    """Number the rows of each group from 0; the groups stand together, in ascending order."""
    starts = np.searchsorted(group, group, side="left")
    return np.arange(group.size, dtype=np.int64) - starts
