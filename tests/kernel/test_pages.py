"""Cursors: what was written is read back for the same list only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kedun.kernel.pages import BadCursor, read_cursor, write_cursor

VALUES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()


@given(st.lists(VALUES, max_size=4), st.text(), st.text())
def test_a_cursor_is_read_as_it_was_written(
    key: list[None | bool | int | float | str], purpose: str, secret: str
) -> None:
    assert read_cursor(write_cursor(key, purpose=purpose, secret=secret), purpose=purpose, secret=secret) == tuple(key)


@pytest.mark.parametrize(
    ("cursor", "purpose", "secret"),
    [
        pytest.param(None, "others", "secret", id="of another list"),
        pytest.param(None, "customers", "guessed", id="signed with another key"),
        pytest.param("", "customers", "secret", id="empty"),
        pytest.param("x", "customers", "secret", id="too short"),
        pytest.param("not/base64+", "customers", "secret", id="another alphabet"),
        pytest.param("é", "customers", "secret", id="no ASCII"),
        pytest.param("AAAAAAAAAAAAAAAAAAAAAFsxXQ", "customers", "secret", id="made up"),
    ],
)
def test_other_cursors_are_refused(cursor: str | None, purpose: str, secret: str) -> None:
    given_cursor = write_cursor([1, "a"], purpose="customers", secret="secret") if cursor is None else cursor
    with pytest.raises(BadCursor):
        read_cursor(given_cursor, purpose=purpose, secret=secret)
