"""What one should know about a reading: windows that begin before the data do, young customers, undated limits."""

import pytest

from kedun.indicators.definition import IndicatorSet, read_indicators
from kedun.indicators.program import IndicatorProgram, compile_indicators, flags_of, short_windows

LABEL = {"zh": "指标", "en": "Indicator"}
ABOUT = {"dimension": "financial", "unit": "count", "worse": "higher", "label": LABEL, "source": "here"}


@pytest.fixture(scope="module")
def program() -> IndicatorProgram:
    texts: IndicatorSet = read_indicators({
        "measures": {
            "orders_90d": {"fact": "order", "count": "*", "where": "placed_age < 90 AND NOT is_cancelled"},
            "orders_ever": {"fact": "order", "count": "*"},
            "order_age_max": {"fact": "order", "max": "placed_age"},
        },
        "indicators": {
            "orders_90d": ABOUT,
            "orders_ever": ABOUT,
            "busy": {
                **ABOUT,
                "formula": "orders_90d * 4 - orders_ever",
                "flags": [{"when": "order_age_max < 365", "flag": "young"}],
            },
        },
    })  # fmt: skip
    return compile_indicators(texts)


@pytest.mark.parametrize(
    ("first_day", "short"),
    [
        pytest.param(911, set(), id="supplied from the first day of the window"),
        pytest.param(912, {"orders_90d", "busy"}, id="supplied a day later"),
        pytest.param(1001, {"orders_90d", "orders_ever", "busy"}, id="supplied only after the day"),
        pytest.param(None, set(), id="never supplied: null says more"),
    ],
)
def test_short_windows(program: IndicatorProgram, first_day: int | None, short: set[str]) -> None:
    assert short_windows(program, {"order": first_day}, 1000) == short


@pytest.mark.parametrize(
    ("age", "flags"),
    [
        pytest.param(364, ("young",), id="young"),
        pytest.param(365, (), id="a year old"),
        pytest.param(None, (), id="unknown"),
    ],
)
def test_flags_follow_their_conditions(program: IndicatorProgram, age: int | None, flags: tuple[str, ...]) -> None:
    values = {"orders_90d": 1, "orders_ever": 1, "order_age_max": age, "busy": 3.0}
    assert flags_of(program.indicators["busy"])(values) == flags
