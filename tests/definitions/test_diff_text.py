"""Two texts line by line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kedun.definitions.diff_text import text_lines


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        pytest.param("a\nb\n", "a\nb\n", [(1, 1, "both", "a"), (2, 2, "both", "b")], id="the same"),
        pytest.param("", "a", [(None, 1, "after", "a")], id="a new text"),
        pytest.param("a", "", [(1, None, "before", "a")], id="a removed text"),
        pytest.param(
            "a\nx\nc",
            "a\ny\nz\nc",
            [(1, 1, "both", "a"), (2, None, "before", "x"), (None, 2, "after", "y"), (None, 3, "after", "z"), (3, 4, "both", "c")],
            id="lines in the place of others",
        ),
    ],
)  # fmt: skip
def test_lines_of_two_texts(before: str, after: str, lines: list[tuple[int | None, int | None, str, str]]) -> None:
    assert [(each.before, each.after, each.side, each.text) for each in text_lines(before, after)] == lines


TEXT = st.lists(st.sampled_from(["a", "b", "c", ""]), max_size=8)


@given(TEXT, TEXT)
def test_both_texts_can_be_read_from_the_lines(before: list[str], after: list[str]) -> None:
    found = text_lines("\n".join(before), "\n".join(after))
    for side, text in (("before", before), ("after", after)):
        shown = [(getattr(each, side), each.text) for each in found if each.side in ("both", side)]
        assert shown == list(enumerate("\n".join(text).splitlines(), start=1))
