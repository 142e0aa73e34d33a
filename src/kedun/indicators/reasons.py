"""Why a reading is null: one order of reasons, told in Python and in SQL."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kedun.expressions import Checked, Dialect, Value, quoted, to_python, to_sql
from kedun.indicators.measures import CHECK_MAX_AGE, Measure
from kedun.indicators.program import IndicatorProgram
from kedun.indicators.sql import CHECK_AGE

Row = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Reasons:
    """What the null of one indicator means, the first that holds; where none does, there is no base.

    `unsupplied`: known before any row is read, from the supply of what the indicator rests on. `ages`: columns with the
    age of a check. `declared`: what the definition says. `sums`: measures that are null for want of a rate alone.
    """

    unsupplied: str | None
    ages: tuple[str, ...]
    declared: tuple[tuple[Checked, str], ...]
    sums: tuple[str, ...]

    def to_python(self) -> Callable[[Row], str]:
        """Compile to a function of a row whose reading is null."""
        if self.unsupplied:
            unsupplied = self.unsupplied
            return lambda _: unsupplied
        declared = tuple((to_python(when), reason) for when, reason in self.declared)

        def reason_of(row: Row) -> str:
            return (
                _unsupplied(_check_state(row[age]) for age in self.ages)
                or next((reason for when, reason in declared if when(row) is True), None)
                or ("missing_rate" if any(row[name] is None for name in self.sums) else "no_base")
            )

        return reason_of

    def to_sql(self, dialect: Dialect) -> str:
        """Write the reason of a row whose reading is null."""
        if self.unsupplied:
            return _text(self.unsupplied)
        arms = []
        if self.ages:
            columns = [quoted(age, dialect) for age in self.ages]
            arms += [(" OR ".join(f"{each} IS NULL" for each in columns), "not_supplied")]
            arms += [(" OR ".join(f"{each} > {CHECK_MAX_AGE}" for each in columns), "stale")]
        arms += [(to_sql(when, dialect), reason) for when, reason in self.declared]
        if self.sums:
            arms += [(" OR ".join(f"{quoted(name, dialect)} IS NULL" for name in self.sums), "missing_rate")]
        cases = " ".join(f"WHEN {when} THEN {_text(reason)}" for when, reason in arms)
        return f"CASE {cases} ELSE 'no_base' END" if cases else "'no_base'"


def reasons_of(program: IndicatorProgram, key: str, states: Mapping[str, str]) -> Reasons:
    """Give what an indicator's null can mean.

    `states`: supplied, stale or not_supplied for every kind that the program needs, those of earlier days by their names.
    """
    indicator = program.indicators[key]
    rests_on = [program.measures[name] for name in sorted(indicator.measures)]
    earlier = [program.earlier[name] for name in sorted(indicator.earlier)]
    needed = [*(each.needs for each in rests_on), *(each.needs for each in earlier)]
    scopes = sorted({scope for measure in rests_on for scope in measure.checks})
    sums = [each.key for each in rests_on if _is_strict_sum(each)]
    sums += [each.key for each in earlier if _is_strict_sum(each.measure)]
    return Reasons(
        unsupplied=_unsupplied(states[name] for needs in needed for name in needs),
        ages=tuple(CHECK_AGE.format(scope=scope) for scope in scopes),
        declared=indicator.missing,
        sums=tuple(sums),
    )


def _is_strict_sum(measure: Measure) -> bool:
    return measure.is_strict and measure.function == "sum"


def _unsupplied(states: Iterable[str]) -> str | None:
    found = set(states) - {"supplied"}
    return "not_supplied" if "not_supplied" in found else "stale" if found else None


def _check_state(age: Value) -> str:
    if age is None:
        return "not_supplied"
    return "supplied" if isinstance(age, int) and age <= CHECK_MAX_AGE else "stale"


def _text(reason: str) -> str:
    return "'" + reason.replace("'", "''") + "'"
