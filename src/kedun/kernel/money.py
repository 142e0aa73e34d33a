"""Money as integer minor units; the exponent belongs to the currency."""

from decimal import ROUND_HALF_UP, Decimal

Minor = int
"""An amount in the minor unit of its currency: 分, cents."""

AMOUNT_LIMIT_MINOR: Minor = 10**13
"""No single amount may exceed this; it keeps every sum of a customer inside 64 bits."""

RATE_SCALE = 10**8
"""Exchange rates are stored as integers: reporting units for one document unit, times this."""

_NOT_TWO_DIGITS = {
    "BIF": 0, "CLP": 0, "DJF": 0, "GNF": 0, "ISK": 0, "JPY": 0, "KMF": 0, "KRW": 0, "PYG": 0, "RWF": 0,
    "UGX": 0, "VND": 0, "VUV": 0, "XAF": 0, "XOF": 0, "XPF": 0,
    "BHD": 3, "IQD": 3, "JOD": 3, "KWD": 3, "LYD": 3, "OMR": 3, "TND": 3,
}  # fmt: skip


def exponent(currency: str) -> int:
    """Give the number of decimal digits of a currency's minor unit.

    Source: ISO 4217.
    """
    return _NOT_TWO_DIGITS.get(currency, 2)


def to_minor(amount: Decimal, currency: str) -> Minor:
    """Turn a decimal amount into minor units, half away from zero."""
    return int(amount.scaleb(exponent(currency)).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def to_decimal(minor: Minor, currency: str) -> Decimal:
    """Turn minor units into the decimal amount that people read."""
    return Decimal(minor).scaleb(-exponent(currency))


def divide_half_up(numerator: int, denominator: int) -> int:
    """Divide integers, halves away from zero; the denominator is positive."""
    assert denominator > 0
    half_up = (2 * abs(numerator) + denominator) // (2 * denominator)
    return half_up if numerator >= 0 else -half_up


def convert(minor: Minor, *, rate: int, from_currency: str, to_currency: str) -> Minor:
    """Convert an amount by a stored rate (see RATE_SCALE) into minor units of another currency."""
    shift = exponent(to_currency) - exponent(from_currency)
    numerator, denominator = minor * rate, RATE_SCALE
    return divide_half_up(numerator * 10 ** max(shift, 0), denominator * 10 ** max(-shift, 0))
