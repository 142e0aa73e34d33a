"""Thresholds between the texts of people and the numbers of rules: amounts in full units outside, minor units inside."""

from collections.abc import Mapping
from decimal import Decimal

from kedun.alerts.choice.refusals import TooManyDecimals
from kedun.indicators.definition import Unit
from kedun.kernel.money import exponent, to_decimal
from kedun.rules.definition import Number, RuleSet
from kedun.rules.refusals import UnknownRule, UnknownThreshold


def outside(value: Number, unit: Unit, currency: str) -> str:
    """Write a number of a rule as a decimal text; amounts in full units."""
    if unit == "minor":
        return format(to_decimal(int(value), currency), "f")
    return format(Decimal(repr(value)), "f")


def inside(value: Decimal, unit: Unit, currency: str) -> Number:
    """Read a decimal as a number of a rule.

    Raises: TooManyDecimals.
    """
    exact = value.scaleb(exponent(currency)) if unit == "minor" else value
    if exact == exact.to_integral_value():
        return int(exact)
    if unit == "minor":
        raise TooManyDecimals(value=format(value, "f"), currency=currency)
    return float(exact)


def numbers(rules: RuleSet, given: Mapping[str, Mapping[str, Decimal]], currency: str) -> dict[str, dict[str, Number]]:
    """Read all thresholds that somebody gives.

    Raises: UnknownRule, UnknownThreshold, TooManyDecimals.
    """
    found: dict[str, dict[str, Number]] = {}
    for key, values in given.items():
        if key not in rules.rules:
            raise UnknownRule(rule=key)
        declared = rules.rules[key].thresholds
        for name in values:
            if name not in declared:
                raise UnknownThreshold(rule=key, name=name)
        found[key] = {name: inside(value, declared[name].unit, currency) for name, value in values.items()}
    return found
