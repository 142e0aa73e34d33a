"""The figures of the book as programs get them, masked, and as the sheets of a workbook."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from kedun.facts.kinds import KINDS
from kedun.kernel.days import to_date
from kedun.kernel.words import Language, Words
from kedun.portfolio.figures.ageing import Bucket
from kedun.portfolio.figures.book import YEAR, Book, Key
from kedun.portfolio.figures.loss import expected_loss
from kedun.portfolio.figures.needs import BALANCES, LOSSES, PAID, States, missing_kind, needs
from kedun.portfolio.figures.queries import Dated, Debtor, Found, Region
from kedun.portfolio.figures.turnover import divided
from kedun.portfolio.figures.words import BEHIND, BUCKET_LABELS, FORMULAS, LABELS, LISTED, SOURCE, unit_of
from kedun.portfolio.lists.filters import NOT_STATED, Filters
from kedun.portfolio.lists.schemas import MOST_VALUES
from kedun.portfolio.lists.shown import View
from kedun.portfolio.lists.workbook import Cell, Form, Heading, Table
from kedun.portfolio.said import NOT_STATED_WORDS
from kedun.portfolio.words import REASONS

AMOUNTS: Final = ("receivable", "sales_12m", "written_off_12m", "expected_loss", "amount")
COURSE_AMOUNTS: Final = ("receivable", "overdue", "sales_12m")
"""The fields that hold money."""

Shown = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The figures of a day for a reader. `moment`: the day and the knowledge as the query strings of lists name them."""

    found: Found
    view: View
    moment: str

    @property
    def _book(self) -> Book:
        return self.found.book

    @property
    def is_known(self) -> bool:
        """Whether invoices were supplied as of the day."""
        return missing_kind(BALANCES, self.found.states) is None

    @property
    def _is_paid_known(self) -> bool:
        """Whether what was paid was supplied too: without it every age rolls on whole."""
        return missing_kind(PAID, self.found.states) is None

    @property
    def _is_loss_known(self) -> bool:
        return missing_kind(LOSSES, self.found.states) is None

    def document(self) -> Shown:
        """Write everything."""
        book, view = self._book, self.view
        loss = expected_loss(book.matrix) if self._is_paid_known else None
        amounts = {
            "receivable": book.receivable,
            "sales_12m": book.sold(YEAR),
        }
        return {
            "data_from": None if book.data_from is None else to_date(book.data_from),
            "figures": list(self.figures()),
            **{name: view.money(amount) if self.is_known else None for name, amount in amounts.items()},
            "written_off_12m": view.money(book.written_off) if self._is_loss_known else None,
            "expected_loss": view.money(loss),
            "ageing": list(self.ages()),
            "largest": list(self.largest()),
            "regions": list(self.regions()),
            "without_rate": self.found.without_rate,
            "currency": view.currency,
            "source": SOURCE,
            "masked": self._masked(),
        }

    def _masked(self) -> list[str]:
        hidden = list(AMOUNTS) if "amounts" in self.view.masks else []
        return [*hidden, "group"] if "names" in self.view.masks else hidden

    def figures(self) -> Iterator[Shown]:
        """Write each figure, or why there is none."""
        spoken = self.view.language
        for key, value in self._book.figures().items():
            missing, kind = missing_of(self._book, self.found.states, key, value)
            yield {
                "key": key,
                "label": LABELS[key].say(spoken),
                "unit": unit_of(key),
                "value": None if missing else number(value),
                "is_more": key == "dso_countback" and self._is_more() and not missing,
                "missing": missing,
                "missing_words": missing_words(missing, kind, spoken),
                "formula_words": FORMULAS[key].say(spoken),
                "query": None if missing else self._list(BEHIND.get(key)),
            }

    def _is_more(self) -> bool:
        back = self._book.counted_back
        return back is not None and back.is_more

    def _list(self, filters: Filters | None) -> str | None:
        if filters is None:
            return None
        order = "" if "amounts" in self.view.masks else "sort=-receivable"
        return "&".join(filter(None, [filters.query(self.view.currency), order, self.moment]))

    def ages(self) -> Iterator[Shown]:
        """Write what is open by age, how it rolls on and what of it is likely to be lost."""
        book = self._book
        for each in book.matrix if self.is_known else ():
            yield {
                "bucket": each.bucket,
                "label": BUCKET_LABELS[each.bucket].say(self.view.language),
                "amount": self.view.money(each.balance),
                "share": number(divided(each.balance, book.receivable)),
                "roll_rate": number(book.rolls.get(each.bucket)) if self._is_paid_known else None,
                "loss_rate": number(each.loss_rate) if self._is_paid_known else None,
                "expected_loss": self.view.money(each.loss) if self._is_paid_known else None,
                "query": self._aged(each.bucket),
            }

    def _aged(self, bucket: Bucket) -> str | None:
        return self._list(Filters(aging=(LISTED[bucket],)) if bucket in LISTED else None)

    def largest(self) -> Iterator[Shown]:
        """Write the largest debtors; nobody who may not see amounts, for one known amount and the shares tell all."""
        is_told = self.is_known and "amounts" not in self.view.masks
        yield from (self._debtor(each) for each in self.found.largest if is_told)

    def _debtor(self, each: Debtor) -> Shown:
        return {
            "code": each.code,
            "group": None if "names" in self.view.masks else each.group,
            "amount": self.view.money(each.owed_minor),
            "share": each.owed_minor / self._book.debtors.total,
            "query": self._list(Filters(codes=each.codes) if len(each.codes) <= MOST_VALUES else None),
        }

    def regions(self) -> Iterator[Shown]:
        """Write the largest regions."""
        yield from (self._region(each) for each in self.found.regions if self.is_known)

    def _region(self, each: Region) -> Shown:
        return {
            "region": each.name,
            "amount": self.view.money(each.owed_minor),
            "share": each.owed_minor / self._book.regions.total,
            "query": self._list(Filters(region=(each.name or NOT_STATED,))),
        }


@dataclass(frozen=True, slots=True)
class CourseSheet:
    """The figures month by month for a reader."""

    days: Sequence[Dated]
    view: View

    def document(self) -> Shown:
        """Write everything."""
        spoken = self.view.language
        return {
            "figures": [
                {"key": key, "label": words.say(spoken), "unit": unit_of(key)} for key, words in LABELS.items()
            ],
            "items": [self._day(each) for each in self.days],
            "currency": self.view.currency,
            "masked": list(COURSE_AMOUNTS) if "amounts" in self.view.masks else [],
        }

    def _day(self, each: Dated) -> Shown:
        book, is_known = each.book, missing_kind(BALANCES, each.states) is None
        ages = book.ageing
        amounts = {
            "receivable": book.receivable,
            "overdue": book.receivable - ages["not_due"] - ages["unknown"],
            "sales_12m": book.sold(YEAR),
        }
        return {
            "as_of": to_date(book.as_of),
            **{name: self.view.money(amount) if is_known else None for name, amount in amounts.items()},
            "values": {
                key: None if missing_of(book, each.states, key, value)[0] else number(value)
                for key, value in book.figures().items()
            },
        }


def missing_of(book: Book, states: States, key: Key, value: Fraction | None) -> tuple[str | None, str | None]:
    """Tell why a figure is missing, and which kind of fact it waits for; None and None where it is there."""
    waited = missing_kind(needs(key), states)
    if waited:
        return states[waited], waited
    if not book.reaches(key):
        return "not_supplied", None
    return ("no_base" if value is None else None), None


def missing_words(missing: str | None, kind: str | None, language: Language) -> str | None:
    """Say why a figure is missing, with the kind it waits for."""
    if missing is None:
        return None
    words = REASONS[missing].say(language)
    return f"{words}{_OF.say(language)}{KINDS[kind].label.say(language)}" if kind else words


_OF: Final = Words("：", ": ")


def number(value: Fraction | None) -> float | None:
    """Give an exact number as the nearest double."""
    return None if value is None else float(value)


_FIGURES: Final = (
    ("text", Words("指标", "Figure")),
    ("number", Words("数值", "Value")),
    ("text", Words("单位", "Unit")),
    ("text", Words("说明", "Note")),
    ("text", Words("公式", "Formula")),
)
_AGES: Final = (
    ("text", Words("账龄", "Age")),
    ("amount", Words("金额", "Amount")),
    ("share", Words("占比", "Share")),
    ("share", Words("滚动率（30天）", "Roll rate, 30 days")),
    ("share", Words("损失率", "Loss rate")),
    ("amount", Words("预期损失", "Expected loss")),
)
_OWED: Final = (("amount", Words("应收余额", "Receivables")), ("share", Words("占比", "Share")))
_DEBTOR: Final = (("text", Words("客户或集团", "Customer or group")), *_OWED)
_REGION: Final = (("text", Words("地区", "Region")), *_OWED)
_COURSE: Final = (
    ("day", Words("日期", "Day")),
    ("amount", Words("应收余额", "Receivables")),
    ("amount", Words("逾期金额", "Overdue amount")),
    ("amount", Words("近12个月净开票额", "Net invoiced, 12 months")),
)
_TITLES: Final = tuple(
    Words(*each)
    for each in (
        ("指标", "Figures"),
        ("账龄与拨备", "Ageing and provisions"),
        ("最大债务人", "Largest debtors"),
        ("地区", "Regions"),
        ("历史", "History"),
    )
)
UNIT_WORDS: Final = {"days": Words("天", "days"), "multiple": Words("次", "times"), "share": Words("比例", "share")}
MORE: Final = Words("至少", "at least")


@dataclass(frozen=True, slots=True)
class Tables:
    """The figures of a day, and month by month, as the sheets of a workbook."""

    sheet: Sheet
    course: CourseSheet

    def tables(self) -> Iterator[Table]:
        """Lay them out."""
        figures, ages, largest, regions, course = (title.say(self._language) for title in _TITLES)
        yield Table(figures, self._headings(_FIGURES), self._figures())
        yield Table(ages, self._headings(_AGES), self._of(self.sheet.ages(), _AGE_FIELDS))
        yield Table(largest, self._headings(_DEBTOR), self._debtors())
        yield Table(regions, self._headings(_REGION), self._regions())
        yield Table(course, [*self._headings(_COURSE), *self._course_headings()], self._course())

    @property
    def _language(self) -> Any:
        return self.sheet.view.language

    def _headings(self, declared: Sequence[tuple[str, Words]]) -> list[Heading]:
        return [Heading(words.say(self._language), _form(form)) for form, words in declared]

    def _figures(self) -> Iterator[list[Cell]]:
        for each in self.sheet.figures():
            note = each["missing_words"] or (MORE.say(self._language) if each["is_more"] else None)
            yield [
                each["label"],
                each["value"],
                UNIT_WORDS[each["unit"]].say(self._language),
                note,
                each["formula_words"],
            ]

    def _of(self, rows: Iterator[Shown], fields: Sequence[str]) -> Iterator[list[Cell]]:
        yield from ([row[name] for name in fields] for row in rows)

    def _debtors(self) -> Iterator[list[Cell]]:
        yield from ([each["code"] or each["group"], each["amount"], each["share"]] for each in self.sheet.largest())

    def _regions(self) -> Iterator[list[Cell]]:
        missing = NOT_STATED_WORDS.say(self._language)
        yield from ([each["region"] or missing, each["amount"], each["share"]] for each in self.sheet.regions())

    def _course_headings(self) -> list[Heading]:
        forms = {"share": "share"}
        return [
            Heading(words.say(self._language), _form(forms.get(unit_of(key), "number")))
            for key, words in LABELS.items()
        ]

    def _course(self) -> Iterator[list[Cell]]:
        for each in self.course.document()["items"]:
            amounts = [each[name] for name in COURSE_AMOUNTS]
            yield [each["as_of"].isoformat(), *amounts, *(each["values"].get(key) for key in LABELS)]


_AGE_FIELDS: Final = ("label", "amount", "share", "roll_rate", "loss_rate", "expected_loss")


def _form(name: str) -> Form:
    forms: dict[str, Form] = {"amount": "amount", "number": "number", "share": "share", "day": "day"}
    return forms.get(name, "text")
