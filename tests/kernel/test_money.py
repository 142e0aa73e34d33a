"""Money in minor units: exponents by currency, halves away from zero."""

from decimal import Decimal

import pytest

from kedun.kernel.money import RATE_SCALE, convert, divide_half_up, exponent, to_decimal, to_minor


@pytest.mark.parametrize(
    ("amount", "currency", "minor"),
    [
        pytest.param("1234.56", "CNY", 123_456, id="two digits"),
        pytest.param("1234", "JPY", 1_234, id="no digits"),
        pytest.param("1.234", "KWD", 1_234, id="three digits"),
        pytest.param("0.005", "CNY", 1, id="half a fen rounds up"),
        pytest.param("-0.005", "CNY", -1, id="away from zero"),
    ],
)
def test_to_minor(amount: str, currency: str, minor: int) -> None:
    assert to_minor(Decimal(amount), currency) == minor


@pytest.mark.parametrize(
    ("minor", "currency", "amount"), [(123_456, "CNY", "1234.56"), (1_234, "JPY", "1234"), (-1, "KWD", "-0.001")]
)
def test_to_decimal(minor: int, currency: str, amount: str) -> None:
    assert str(to_decimal(minor, currency)) == amount


def test_an_unknown_currency_has_two_digits() -> None:
    assert exponent("") == exponent("XYZ") == 2


@pytest.mark.parametrize(
    ("numerator", "denominator", "quotient"),
    [
        pytest.param(7, 2, 4, id="half up"),
        pytest.param(-7, 2, -4, id="half away from zero"),
        pytest.param(6, 4, 2, id="one and a half"),
        pytest.param(5, 4, 1, id="below half"),
        pytest.param(-5, 4, -1, id="below half, negative"),
        pytest.param(0, 4, 0, id="nothing"),
    ],
)
def test_divide_half_up(numerator: int, denominator: int, quotient: int) -> None:
    assert divide_half_up(numerator, denominator) == quotient


@pytest.mark.parametrize(
    ("minor", "rate", "currencies", "expected"),
    [
        pytest.param(333_333, 725_000_000, ("USD", "CNY"), 2_416_664, id="3,333.33 dollars at 7.25 are 24,166.6425"),
        pytest.param(1_000, 5_000_000, ("JPY", "CNY"), 5_000, id="yen have no minor unit"),
        pytest.param(5_000, 20 * RATE_SCALE, ("CNY", "JPY"), 1_000, id="and back"),
        pytest.param(-1, RATE_SCALE // 2, ("CNY", "CNY"), -1, id="half away from zero"),
    ],
)
def test_convert(minor: int, rate: int, currencies: tuple[str, str], expected: int) -> None:
    assert convert(minor, rate=rate, from_currency=currencies[0], to_currency=currencies[1]) == expected
