"""Evidence within bounds."""

import json

from hypothesis import given
from hypothesis import strategies as st

from kedun.alerts.evidence import CUT, MOST_BYTES, fitted

values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=2_000),
    lambda inner: st.lists(inner, max_size=5),
    max_leaves=5,
)


def test_small_evidence_is_kept_whole_as_plain_json() -> None:
    assert fitted({"b": (1, 2), "a": "逾期"}) == {"b": [1, 2], "a": "逾期"}


def test_large_evidence_loses_its_last_entries_and_says_so() -> None:
    evidence = {f"reading_{number:03}": "x" * 1_000 for number in range(40)}
    kept = fitted(evidence)
    assert list(kept)[:2] == ["reading_000", "reading_001"]
    assert kept[CUT] == 40 - (len(kept) - 1)
    assert 10 < len(kept) <= 17


def test_one_entry_too_large_leaves_only_the_count() -> None:
    assert fitted({"text": "x" * MOST_BYTES}) == {CUT: 1}


@given(st.dictionaries(st.text(max_size=50), values, max_size=30))
def test_evidence_always_fits_and_fits_again(evidence: dict[str, object]) -> None:
    kept = fitted(evidence)  # type: ignore[arg-type]
    assert len(json.dumps(kept, ensure_ascii=False).encode()) <= MOST_BYTES
    assert fitted(kept) == kept
