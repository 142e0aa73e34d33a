"""An indicator in the making as programs get it: numbers masked, nulls with their reasons, facts behind a customer's."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median_low

from kedun.assessments.assessed import whole_number
from kedun.expressions import parse
from kedun.facts.masking import mask_of, shown_name
from kedun.indicators.definition import Unit
from kedun.indicators.program import IndicatorProgram
from kedun.kernel.money import to_decimal
from kedun.kernel.words import Language
from kedun.portfolio.drill.api import measure_shown
from kedun.portfolio.drill.queries import Target, behind, measure_values, taken
from kedun.portfolio.drill.schemas import MeasureShown
from kedun.portfolio.drill.tables import Reader
from kedun.portfolio.lists.shown import View
from kedun.portfolio.making.parts import Made
from kedun.portfolio.making.queries import SHOWN, InBook, Reading, named
from kedun.portfolio.making.schemas import (
    CustomerReading,
    IndicatorInBook,
    IndicatorOfCustomer,
    MeasureWhere,
    ReadingBar,
    ReadingMissing,
)
from kedun.portfolio.making.spread import spread
from kedun.portfolio.said import Said
from kedun.portfolio.trial.shown import condition
from kedun.portfolio.trial.words import Said as SaidCondition
from kedun.rules.builder import tree

FACTS = 8
"""Facts shown behind each measure; the customer's page shows the rest once the indicator is in force."""


@dataclass(frozen=True, slots=True)
class Trying:
    """Which indicator, in whose words. `is_hidden`: it rests on what whoever looks may not see."""

    words: Said
    key: str
    view: View
    is_hidden: bool

    @property
    def unit(self) -> Unit:
        """The unit of its readings."""
        return self.words.policy.indicators.indicators[self.key].text.unit

    def number(self, value: float | None) -> str | int | float | None:
        """Write a reading."""
        if value is None or self.is_hidden:
            return None
        written = whole_number(value, self.unit)
        assert isinstance(written, int | float)
        return self.view.reading(self.key, written)

    def end(self, value: float | None) -> float | None:
        """Write the end of a bar: amounts in whole units."""
        if value is None or self.unit != "minor":
            return value
        return float(to_decimal(round(value), self.view.currency))


def rests_on_hidden(program: IndicatorProgram, unit: Unit, view: View) -> bool:
    """Tell whether an indicator would show somebody what is hidden from them, however it is said to be counted."""
    columns = ((each.fact, name) for each in program.measures.values() for name in each.column_names)
    return (unit == "minor" and "amounts" in view.masks) or any(
        mask_of(fact, name) in view.masks for fact, name in columns
    )


def where_said(name: str, text: str, made: Made, words: Said | None, language: Language) -> MeasureWhere:
    """Write the condition of a measure, in words and as lines, or what is wrong with it."""
    problem = next((each.refusal.say(language) for each in made.faults if each.place == f"measures.{name}"), None)
    if problem is not None:
        return MeasureWhere(key=name, where=condition(SaidCondition(None, None, problem)))
    said = words.filter(name) if words else None
    return MeasureWhere(key=name, where=condition(SaidCondition(said, tree(parse(text)), None)))


def book_shown(found: InBook, of: Trying) -> IndicatorInBook:
    """Write how readings spread over the book."""
    known = sorted((each for each in found.readings if each.value is not None), key=lambda each: each.value or 0)
    values = [float(each.value) for each in known if each.value is not None]
    ends = [*known[:SHOWN], *known[-SHOWN:]]
    names = named([each.customer for each in ends])
    highest = known[len(known) - min(SHOWN, max(len(known) - SHOWN, 0)) :]
    return IndicatorInBook(
        customers=len(found.readings),
        of=found.of,
        known=len(known),
        least=of.number(values[0] if values else None),
        median=of.number(median_low(values) if values else None),
        greatest=of.number(values[-1] if values else None),
        bars=[]
        if of.is_hidden
        else [
            ReadingBar(low=of.end(bar.low), high=of.end(bar.high), customers=bar.customers) for bar in spread(values)
        ],
        missing=_missing(found, of),
        lowest=[] if of.is_hidden else _listed(known[:SHOWN], names, of),
        highest=[] if of.is_hidden else _listed(list(reversed(highest)), names, of),
    )


def _missing(found: InBook, of: Trying) -> list[ReadingMissing]:
    counted = Counter(each.reason for each in found.readings if each.reason is not None)
    return [
        ReadingMissing(reason=reason, words=of.words.reason(reason) or reason, customers=customers)
        for reason, customers in counted.most_common()
    ]


def _listed(rows: Sequence[Reading], names: Mapping[int, tuple[str, str]], of: Trying) -> list[CustomerReading]:
    return [
        CustomerReading(code=names[each.customer][0], name=_name(names[each.customer], of), value=of.number(each.value))
        for each in rows
    ]


def _name(customer: tuple[str, str], of: Trying) -> str:
    code, name = customer
    return shown_name(name, code=code, masks=of.view.masks, language=of.view.language)


def customer_shown(reading: Reading, target: Target, of: Trying, reader: Reader) -> IndicatorOfCustomer:
    """Write what it says of a customer, with the facts that each measure takes."""
    ((code, name),) = named([reading.customer]).values()
    return IndicatorOfCustomer(
        code=code,
        name=_name((code, name), of),
        value=of.number(reading.value),
        missing_words=of.words.reason(reading.reason),
        measures=[] if of.is_hidden else list(_behind(target, of.words, reader)),
    )


def _behind(target: Target, words: Said, reader: Reader) -> Iterator[MeasureShown]:
    """Show each measure of a customer with the newest of the facts that it takes."""
    program = words.policy.indicators
    values = measure_values(words.policy, frozenset(program.measures), target)
    for name, measure in program.measures.items():
        view = program.views[measure.fact]
        found = behind(view, measure, values, target, after=None, limit=FACTS)
        rows, _ = taken(view, measure, values, target)
        yield measure_shown(words, name, values[name], found, rows=rows, reader=reader, next_cursor=None)
