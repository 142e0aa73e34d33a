"""Dates as files write them: the format is found per column, over all its values, and stated as a strptime pattern."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from kedun.intake.public_words import NO_END
from kedun.intake.refusals import DateFormatInvalid, DatesAmbiguous, DatesMixed
from kedun.intake.rejects import Fault
from kedun.intake.synonyms import NOTHING, PLACEHOLDER_DAYS
from kedun.kernel.clock import DEFAULT_ZONE
from kedun.kernel.days import FIRST_DAY, LAST_DAY, Day, to_day

EXCEL = "excel"
"""The format of a day that a spreadsheet wrote as a number: days since 1899-12-30."""
ISO = "%Y-%m-%d"
EXCEL_ZERO: Day = to_day(date(1899, 12, 30))
EXCEL_FIRST, EXCEL_LAST = 10_000, 80_000  # 1927 to 2119: numbers outside are no likely days
CLEARLY = 19
"""One order of day and month is taken for a column of both only where it is told by so many times more values."""
LONGEST = 40

Reader = Callable[[str], Day | None]

_TIME = (
    r"(?:[T ]\s*(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?"
    r"\s*(?P<half>[AaPp]\.?[Mm]\.?)?\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)
_DAY, _MONTH, _YEAR, _SHORT = r"(?P<d>\d{1,2})", r"(?P<m>\d{1,2})", r"(?P<y>\d{4})", r"(?P<y>\d{2})"
_NAMED = r"(?P<m>[A-Za-z]{3,9})\.?"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip

_SHAPES: Mapping[str, str] = {
    ISO: rf"{_YEAR}-{_MONTH}-{_DAY}",
    "%Y/%m/%d": rf"{_YEAR}/{_MONTH}/{_DAY}",
    "%Y.%m.%d": rf"{_YEAR}\.{_MONTH}\.{_DAY}",
    "%Y年%m月%d日": rf"{_YEAR}\s?年\s?{_MONTH}\s?月\s?{_DAY}\s?[日号]?",
    "%Y%m%d": r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})",
    "%m/%d/%Y": rf"{_MONTH}/{_DAY}/{_YEAR}",
    "%d/%m/%Y": rf"{_DAY}/{_MONTH}/{_YEAR}",
    "%m-%d-%Y": rf"{_MONTH}-{_DAY}-{_YEAR}",
    "%d-%m-%Y": rf"{_DAY}-{_MONTH}-{_YEAR}",
    "%d.%m.%Y": rf"{_DAY}\.{_MONTH}\.{_YEAR}",
    "%m.%d.%Y": rf"{_MONTH}\.{_DAY}\.{_YEAR}",
    "%m/%d/%y": rf"{_MONTH}/{_DAY}/{_SHORT}",
    "%d/%m/%y": rf"{_DAY}/{_MONTH}/{_SHORT}",
    "%y/%m/%d": rf"{_SHORT}/{_MONTH}/{_DAY}",
    "%m-%d-%y": rf"{_MONTH}-{_DAY}-{_SHORT}",
    "%d-%m-%y": rf"{_DAY}-{_MONTH}-{_SHORT}",
    "%y-%m-%d": rf"{_SHORT}-{_MONTH}-{_DAY}",
    "%d.%m.%y": rf"{_DAY}\.{_MONTH}\.{_SHORT}",
    "%y.%m.%d": rf"{_SHORT}\.{_MONTH}\.{_DAY}",
    "%d-%b-%Y": rf"{_DAY}-{_NAMED}-{_YEAR}",
    "%d %b %Y": rf"{_DAY} {_NAMED},? {_YEAR}",
    "%b %d, %Y": rf"{_NAMED} {_DAY},? {_YEAR}",
    "%d-%b-%y": rf"{_DAY}-{_NAMED}-{_SHORT}",
    "%Y-%b-%d": rf"{_YEAR}-{_NAMED}-{_DAY}",
}
UNMISTAKABLE = (
    ISO, "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日", "%Y%m%d", "%d-%b-%Y", "%d %b %Y", "%b %d, %Y", "%Y-%b-%d",
)  # fmt: skip
"""Formats with the year first, or the month by name, and the year in full: a text that fits one of them is one day only."""
_PATTERNS = {pattern: re.compile(rf"{shape}\s*{_TIME}", re.ASCII) for pattern, shape in _SHAPES.items()}
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class DateFormat:
    """How one column writes its days. `is_native`: its cells may hold true dates or a spreadsheet's day numbers."""

    pattern: str
    is_native: bool = False

    @property
    def beside(self) -> tuple[str, ...]:
        """The formats taken beside the pattern, since their texts have only one reading.

        A pattern of a person's own making may swap day and month; nothing but true dates is taken beside it.
        """
        if self.pattern not in (EXCEL, *_SHAPES):
            return (ISO,) if self.is_native else ()
        return (*UNMISTAKABLE, EXCEL) if self.is_native else UNMISTAKABLE


def is_nothing(text: str) -> bool:
    """Tell whether a date cell has nothing to say."""
    return text.lower() in NOTHING or text in PLACEHOLDER_DAYS or text in NO_END


def _month(text: str) -> int | None:
    if text.isdecimal():
        return int(text)
    name = text.lower()
    if name in _FULL_MONTHS:
        return _FULL_MONTHS.index(name) + 1
    short = "sep" if name == "sept" else name
    return _MONTHS.index(short) + 1 if short in _MONTHS else None


def _year(text: str) -> int:
    if len(text) == 4:
        return int(text)
    return int(text) + (2000 if int(text) < 69 else 1900)  # as strptime reads %y


def _calendar_day(parts: Mapping[str, str | None]) -> Day | None:
    month = _month(parts["m"] or "")
    if month is None:
        return None
    try:
        on = date(_year(parts["y"] or ""), month, int(parts["d"] or ""))
        return to_day(on) if parts.get("hour") is None else _day_at(on, parts)
    except ValueError:
        return None


def _day_at(on: date, parts: Mapping[str, str | None]) -> Day:
    """Give the day of an instant; one with a zone is told in the legal entity's zone.

    Raises: ValueError for a time that no clock shows; OverflowError is one too far away.
    """
    hour = (
        int(parts["hour"] or 0) % 12 + 12 * ((parts["half"] or "").lower()[0] == "p")
        if parts["half"]
        else int(parts["hour"] or 0)
    )
    at = datetime(on.year, on.month, on.day, hour, int(parts["minute"] or 0), int(parts["second"] or 0), tzinfo=UTC)
    zone = parts["zone"]
    if zone is None:
        return to_day(on)
    stated = datetime.fromisoformat(f"{at:%Y-%m-%dT%H:%M:%S}{'+00:00' if zone == 'Z' else zone}")
    try:
        return to_day(stated.astimezone(ZoneInfo(DEFAULT_ZONE)).date())
    except OverflowError as error:
        raise ValueError(zone) from error


def day_in(text: str, pattern: str) -> Day | None:
    """Read a day by one of the known formats; None if the text does not fit."""
    if pattern == EXCEL:
        found = _SERIAL.fullmatch(text)
        return EXCEL_ZERO + int(found[1]) if found and EXCEL_FIRST <= int(found[1]) <= EXCEL_LAST else None
    match = _PATTERNS[pattern].fullmatch(text)
    return _calendar_day(match.groupdict()) if match else None


def checked_format(pattern: str, *, stated: str) -> str:
    """Give a pattern that a person states.

    Raises: DateFormatInvalid.
    """
    if pattern in (EXCEL, *_SHAPES):
        return pattern
    if len(pattern) > LONGEST:
        raise DateFormatInvalid(text=stated)
    try:
        shown = date(2024, 3, 5).strftime(pattern)
        is_whole = datetime.strptime(shown, pattern).replace(tzinfo=UTC).date() == date(2024, 3, 5)
    except (ValueError, re.error) as error:
        raise DateFormatInvalid(text=stated) from error
    if not is_whole:
        raise DateFormatInvalid(text=stated)
    return pattern


def _reader(pattern: str) -> Reader:
    if pattern == EXCEL or pattern in _SHAPES:
        return lambda text: day_in(text, pattern)

    def by_strptime(text: str) -> Day | None:
        try:
            return to_day(datetime.strptime(text, pattern).replace(tzinfo=UTC).date())
        except ValueError:
            return None

    return by_strptime


def day_reader(wanted: DateFormat) -> Callable[[str], Day | Fault | None]:
    """Give the function that reads one column's texts: a day, nothing, or what is wrong."""
    read = _reader(wanted.pattern)

    def day_of(text: str) -> Day | Fault | None:
        if is_nothing(text):
            return None
        normal = unicodedata.normalize("NFKC", text)
        day = read(normal) if len(normal) <= LONGEST else None
        if day is None and len(normal) <= LONGEST:
            others = (day_in(normal, pattern) for pattern in wanted.beside)
            day = next((each for each in others if each is not None), None)
        if day is None:
            return Fault("invalid_date", {"format": wanted.pattern})
        return day if FIRST_DAY <= day <= LAST_DAY else Fault("date_out_of_range")

    return day_of


def find_format(texts: Sequence[str], *, column: str, is_native: bool = False) -> DateFormat | None:
    """Find the format of a column from its different texts; None where no text is a date.

    Texts with only one reading may stand in several shapes; the most frequent is named. The others decide the format
    unless they are the fewer; in a workbook always, since true dates say nothing of the texts beside them.
    Raises: DatesAmbiguous where day and month cannot be told apart; DatesMixed where two orders share the column.
    """
    normal = [unicodedata.normalize("NFKC", text) for text in texts if text and not is_nothing(text)]
    short = [text for text in normal if len(text) <= LONGEST]
    fits = {pattern: days for pattern in (*_SHAPES, EXCEL) if (days := _fitting(short, pattern))}
    if not fits:
        return None
    certain = {*UNMISTAKABLE, EXCEL} if is_native else set(UNMISTAKABLE)
    clear = {pattern: days for pattern, days in fits.items() if pattern in certain}
    others = {pattern: days for pattern, days in fits.items() if pattern not in certain}
    if clear and (not others or (not is_native and _texts_in(clear) > _texts_in(others))):
        return DateFormat(_most_frequent(clear), is_native=is_native)
    best = _most_frequent(others)
    _check_rivals(others, best=best, column=column)
    return DateFormat(best, is_native=is_native)


def _texts_in(fits: Mapping[str, Mapping[str, Day]]) -> int:
    return len({text for days in fits.values() for text in days})


def _most_frequent(fits: Mapping[str, Mapping[str, Day]]) -> str:
    return max(fits, key=lambda pattern: len(fits[pattern]))


def _fitting(texts: Sequence[str], pattern: str) -> dict[str, Day]:
    return {text: day for text in texts if (day := day_in(text, pattern)) is not None and FIRST_DAY <= day <= LAST_DAY}


def _check_rivals(fits: Mapping[str, Mapping[str, Day]], *, best: str, column: str) -> None:
    ours = fits[best]
    for pattern, theirs in fits.items():
        differing = [text for text, day in theirs.items() if pattern != best and ours.get(text) not in (None, day)]
        only_ours, only_theirs = len(ours.keys() - theirs.keys()), len(theirs.keys() - ours.keys())
        candidates = ", ".join((best, pattern))
        if differing and not only_ours:
            raise DatesAmbiguous(column=column, example=differing[0], candidates=candidates).asking(
                column, (best, pattern)
            )
        if differing and only_theirs * CLEARLY > only_ours:
            raise DatesMixed(column=column, candidates=candidates).asking(column, (best, pattern))
        if pattern != best and len(theirs) == len(ours) and only_theirs:
            raise DatesMixed(column=column, candidates=candidates).asking(column, (best, pattern))
