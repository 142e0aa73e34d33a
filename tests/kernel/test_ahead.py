"""One ahead: the next piece is made meanwhile, no more than one; order and errors stay where they were."""

import threading
from collections.abc import Iterator

import pytest

from kedun.kernel.ahead import one_ahead


def pieces(made: list[int], *, last: int, asked: threading.Semaphore | None = None) -> Iterator[int]:
    for number in range(last):
        made.append(number)
        if asked:
            asked.release()
        yield number


def test_it_gives_what_the_iterator_gives_in_its_order_falsy_pieces_too() -> None:
    assert list(one_ahead(pieces([], last=5))) == [0, 1, 2, 3, 4]
    assert list(one_ahead(iter(()))) == []


def test_the_next_piece_is_made_while_this_one_is_used_and_no_other() -> None:
    made: list[int] = []
    asked = threading.Semaphore(0)
    given = one_ahead(pieces(made, last=9, asked=asked))
    assert next(given) == 0
    for _ in range(2):
        assert asked.acquire(timeout=30)
    assert made == [0, 1]
    given.close()  # type: ignore[attr-defined]
    assert made == [0, 1]
    assert not [each for each in threading.enumerate() if each.name.startswith("ahead")]


def test_what_the_iterator_raises_comes_in_its_place() -> None:
    def broken() -> Iterator[int]:
        yield 1
        raise LookupError

    given = one_ahead(broken())
    assert next(given) == 1
    with pytest.raises(LookupError):
        next(given)
