"""JSON that cannot be kept is refused while it is read."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kedun.accounts.refusals import BadJson
from kedun.accounts.strict_json import DEEPEST, is_clean, loads

KEPT = st.text().filter(is_clean)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63) | KEPT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEPT, inner, max_size=3),
    max_leaves=10,
)


@given(JSON, st.booleans())
def test_what_can_be_kept_is_read_as_it_was_written(value: object, ascii_only: bool) -> None:
    assert loads(json.dumps(value, ensure_ascii=ascii_only).encode()) == value


@given(st.text(st.sampled_from(["\0", "\ud800", "\udbff", "a"]), min_size=1))
def test_a_text_is_clean_or_refused(text: str) -> None:
    raw = json.dumps([{text: [text]}]).encode()
    if is_clean(text):
        assert loads(raw) == [{text: [text]}]
    else:
        with pytest.raises(BadJson):
            loads(raw)


def test_depth_is_limited_exactly() -> None:
    loads(b"[" * DEEPEST + b"]" * DEEPEST)
    with pytest.raises(BadJson, match=f"deeper than {DEEPEST}"):
        loads(b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1))
