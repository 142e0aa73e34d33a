"""Makes the next piece of a long work while somebody else is busy with this one."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def one_ahead(pieces: Iterator[T]) -> Iterator[T]:
    """Give what an iterator gives, in its order; a thread makes the next piece meanwhile, and no more than that one.

    What the iterator raises comes where its piece would have come. The thread ends with this generator.
    """
    with ThreadPoolExecutor(1, thread_name_prefix="ahead") as thread:
        coming = thread.submit(_next, pieces)
        while piece := coming.result():
            coming = thread.submit(_next, pieces)
            yield piece[0]


def _next(pieces: Iterator[T]) -> tuple[T] | None:
    """Give the next piece, None after the last: a thread cannot hand on a StopIteration."""
    for piece in pieces:
        return (piece,)
    return None
