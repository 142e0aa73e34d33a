"""Lets a process read one large file at a time while somebody waits, so that the other pages stay quick."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from kedun.intake.limits import MIB
from kedun.intake.wizard.refusals import AnotherFileIsRead

LARGE_BYTES = MIB
_reading = Lock()


@contextmanager
def one_at_a_time(size: int) -> Iterator[None]:
    """Read a file of so many bytes in the block; small ones do not wait for each other.

    Raises: AnotherFileIsRead.
    """
    if size < LARGE_BYTES:
        yield
        return
    if not _reading.acquire(blocking=False):
        raise AnotherFileIsRead
    try:
        yield
    finally:
        _reading.release()
