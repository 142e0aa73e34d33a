"""Why a reading is null: one order of reasons, told in Python and in SQL."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kedun.expressions import Checked, Dialect, Value, quoted, to_python, to_sql
from kedun.facts.groups.membership import TOO_LARGE
from kedun.indicators.measures import CHECK_MAX_AGE, Measure
from kedun.indicators.program import IndicatorProgram
from kedun.indicators.sql import CHECK_AGE
from kedun.indicators.together import GROUP

Row = Mapping[str, Value]
NO_BASE = "no_base"


@dataclass(frozen=True, slots=True)
class Reasons:
    """What the null of one indicator means, the first that holds; where none does, there is no base.

    `is_of_group`: it looks at a group, which may be too large. `unsupplied`: known before any row is read, from the
    supply of what the indicator rests on. `ages`: columns with the age of a check. `declared`: what the definition says.
    `constants`: totals of the book. `sums`: measures that are null for want of a rate alone. `members`: measures over a
    group that are null where one of a member is.
    """

    is_of_group: bool
    unsupplied: str | None
    ages: tuple[str, ...]
    declared: tuple[tuple[Checked, str], ...]
    constants: tuple[str, ...]
    sums: tuple[str, ...]
    members: tuple[str, ...]

    def to_python(self) -> Callable[[Row], str]:
        """Compile to a function of a row whose reading is null."""
        declared = tuple((to_python(when), reason) for when, reason in self.declared)

        def reason_of(row: Row) -> str:
            if self.is_of_group and row[GROUP] == TOO_LARGE:
                return "group_too_large"
            return (
                self.unsupplied
                or _unsupplied(_check_state(row[age]) for age in self.ages)
                or next((reason for when, reason in declared if when(row) is True), None)
                or next(
                    (reason for names, reason in self._nulls() if any(row[name] is None for name in names)), NO_BASE
                )
            )

        return reason_of

    def _nulls(self) -> tuple[tuple[tuple[str, ...], str], ...]:
        """Give the columns of which one that is null is the reason."""
        return ((self.constants, "no_book_constant"), (self.sums, "missing_rate"), (self.members, "member_unknown"))

    def to_sql(self, dialect: Dialect) -> str:
        """Write the reason of a row whose reading is null."""
        arms = [(f"{quoted(GROUP, dialect)} = {TOO_LARGE}", "group_too_large")] if self.is_of_group else []
        if not self.unsupplied:
            arms += self._arms(dialect)
        cases = " ".join(f"WHEN {when} THEN {_text(reason)}" for when, reason in arms)
        otherwise = _text(self.unsupplied or NO_BASE)
        return f"CASE {cases} ELSE {otherwise} END" if cases else otherwise

    def _arms(self, dialect: Dialect) -> Iterable[tuple[str, str]]:
        if self.ages:
            columns = [quoted(age, dialect) for age in self.ages]
            yield " OR ".join(f"{each} IS NULL" for each in columns), "not_supplied"
            yield " OR ".join(f"{each} > {CHECK_MAX_AGE}" for each in columns), "stale"
        for when, reason in self.declared:
            yield to_sql(when, dialect), reason
        for names, reason in self._nulls():
            if names:
                yield " OR ".join(f"{quoted(name, dialect)} IS NULL" for name in names), reason


def reasons_of(program: IndicatorProgram, key: str, states: Mapping[str, str]) -> Reasons:
    """Give what an indicator's null can mean.

    `states`: supplied, stale or not_supplied for every kind that the program needs, those of earlier days by their names.
    """
    indicator = program.indicators[key]
    rests_on = [program.measures[name] for name in sorted(indicator.measures)]
    earlier = [program.earlier[name] for name in sorted(indicator.earlier)]
    group = [program.group[name] for name in sorted(indicator.group)]
    needed = [*(each.needs for each in rests_on), *(each.needs for each in earlier), *(each.needs for each in group)]
    scopes = sorted({scope for measure in rests_on for scope in measure.checks})
    sums = [each.key for each in rests_on if _is_strict_sum(each)]
    sums += [each.key for each in earlier if _is_strict_sum(each.measure)]
    return Reasons(
        is_of_group=bool(group),
        unsupplied=_unsupplied(states[name] for needs in needed for name in needs),
        ages=tuple(CHECK_AGE.format(scope=scope) for scope in scopes),
        declared=indicator.missing,
        constants=tuple(sorted(indicator.book)),
        sums=tuple(sums),
        members=tuple(each.key for each in group if each.is_strict),
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
