"""Letters to customers: texts in both languages with {placeholders}, filled from what may be told to the customer."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal, get_args

from pydantic import Field, TypeAdapter
from pydantic.dataclasses import dataclass as checked_dataclass

from kedun.credit.steps import STRICT, read_whole
from kedun.indicators.definition import Key, Label
from kedun.kernel.refusals import Invalid
from kedun.kernel.words import Language, Words

Purpose = Literal["general", "way_back"]
MOST_LETTERS = 200
MOST_OF_A_LINE = 80
BLANK = "＿＿＿＿"
"""What stands in a letter where nothing is known: whoever sends it writes it in."""

_PLACE = re.compile(r"\{([^{}\n]{1,60})\}")


class PlaceholderUnknown(Invalid):
    """The letter {letter} has the placeholder {place}, which stands for nothing it may tell; there are {known}."""

    zh = "信函 {letter} 使用了占位符 {place}，但没有可以填入的内容；可用的有：{known}。"


class BraceAlone(Invalid):
    """The letter {letter} has a brace that belongs to no placeholder: “{line}”. Write placeholders as {left}customer{right}, and no other braces."""

    zh = "信函 {letter} 中有不成对的花括号：“{line}”。占位符请写作 {left}customer{right}，其他地方不要使用花括号。"


@dataclass(frozen=True, slots=True)
class Placeholder:
    """What a placeholder stands for. `purposes`: letters that may tell it. `is_amount`: hidden with amounts."""

    label: Words
    purposes: tuple[Purpose, ...] = get_args(Purpose)
    is_amount: bool = False


_GENERAL: tuple[Purpose, ...] = ("general",)
_WAY_BACK: tuple[Purpose, ...] = ("way_back",)
PLACEHOLDERS: Mapping[str, Placeholder] = {
    "customer": Placeholder(Words("客户名称", "Customer's name")),
    "customer_code": Placeholder(Words("客户编号", "Customer's code")),
    "company": Placeholder(Words("我方公司名称", "Our company's name")),
    "today": Placeholder(Words("今天的日期", "Today's date")),
    "reply_by": Placeholder(Words("答复或付款期限", "By when to reply or pay")),
    "owner": Placeholder(Words("客户负责人", "Who answers for the customer")),
    "receivable": Placeholder(Words("应收余额", "Receivables"), _GENERAL, is_amount=True),
    "overdue": Placeholder(Words("逾期金额", "Amount overdue"), _GENERAL, is_amount=True),
    "overdue_days": Placeholder(Words("最长逾期天数", "Longest days overdue"), _GENERAL),
    "overdue_invoices": Placeholder(Words("逾期发票清单", "List of overdue invoices"), _GENERAL, is_amount=True),
    "credit_limit": Placeholder(Words("信用额度", "Credit limit"), _GENERAL, is_amount=True),
    "terms": Placeholder(Words("现行策略的账期", "Payment terms by the strategy"), _GENERAL),
    "deposit": Placeholder(Words("现行策略的定金比例", "Deposit by the strategy"), _GENERAL),
    "delivery": Placeholder(Words("现行策略的发货条件", "Delivery by the strategy"), _GENERAL),
    "measures": Placeholder(Words("现行策略对客户的各项要求", "What the strategy asks of the customer"), _GENERAL),
    "payments": Placeholder(Words("请客户办理的事项清单", "List of what is asked for"), _WAY_BACK, is_amount=True),
    "payments_total": Placeholder(Words("应付款项合计", "Sum of the payments"), _WAY_BACK, is_amount=True),
    "review_on": Placeholder(Words("重新评估日", "Day of the next look"), _WAY_BACK),
    "score_now": Placeholder(Words("目前评分", "Score of today"), _WAY_BACK),
    "score_then": Placeholder(Words("届时评分", "Score then"), _WAY_BACK),
}
"""All that letters may tell, a closed list: no grade, and a score only where it is promised for payments."""

SCORES = frozenset({"score_now", "score_then"})


@checked_dataclass(config=STRICT)
class Line:
    """One line in both languages."""

    zh: Annotated[str, Field(min_length=1, max_length=300)]
    en: Annotated[str, Field(min_length=1, max_length=300)]


@checked_dataclass(config=STRICT)
class Body:
    """A letter's text in both languages."""

    zh: Annotated[str, Field(min_length=1, max_length=8_000)]
    en: Annotated[str, Field(min_length=1, max_length=8_000)]


@checked_dataclass(config=STRICT)
class LetterText:
    """A letter as written. `purpose`: what it is for, which decides what it may tell."""

    label: Label
    subject: Line
    body: Body
    purpose: Purpose = "general"


@checked_dataclass(config=STRICT)
class LetterSet:
    """All letters of one document."""

    letters: Annotated[dict[Key, LetterText], Field(max_length=MOST_LETTERS)]


@dataclass(frozen=True, slots=True)
class Filled:
    """A letter for a customer in one language. `missing`: placeholders of which nothing is known, left blank."""

    language: Language
    subject: str
    text: str
    missing: tuple[str, ...]


_READER = TypeAdapter(LetterSet)
_LANGUAGES: tuple[Language, ...] = ("zh", "en")


def read_letters(body: Mapping[str, object]) -> LetterSet:
    """Read the letters. Raises: DefinitionUnreadable."""
    return read_whole(_READER, body)


def places(letter: LetterText, language: Language) -> frozenset[str]:
    """Give the placeholders of a letter in a language."""
    return frozenset(_PLACE.findall(f"{_said(letter.subject, language)}\n{_said(letter.body, language)}"))


def offered(purpose: Purpose) -> tuple[str, ...]:
    """Give the placeholders that a letter for a purpose may use."""
    return tuple(name for name, each in PLACEHOLDERS.items() if purpose in each.purposes)


def strange_places(letter: LetterText) -> tuple[str, ...]:
    """Give the placeholders that a letter must not use, in order."""
    used = frozenset[str]().union(*(places(letter, language) for language in _LANGUAGES))
    return tuple(sorted(used - set(offered(letter.purpose))))


def tell_only_what_they_may(letters: LetterSet) -> None:
    """Accept letters whose placeholders all stand for something they may tell, with no braces besides.

    Raises: BraceAlone, PlaceholderUnknown.
    """
    for key, letter in letters.letters.items():
        for line in _with_braces_alone(letter):
            raise BraceAlone(letter=key, line=line.strip()[:MOST_OF_A_LINE], left="{", right="}")
        for place in strange_places(letter):
            raise PlaceholderUnknown(letter=key, place=place, known=", ".join(offered(letter.purpose)))


def _with_braces_alone(letter: LetterText) -> Iterator[str]:
    """Give the lines in which a brace opens or closes nothing that could be a placeholder."""
    for language in _LANGUAGES:
        for line in f"{_said(letter.subject, language)}\n{_said(letter.body, language)}".splitlines():
            rest = _PLACE.sub("", line)
            if "{" in rest or "}" in rest:
                yield line


def fill(letter: LetterText, values: Mapping[str, Words | None]) -> Iterator[Filled]:
    """Write a letter in each language. `values`: what the placeholders say; None: not known."""
    for language in _LANGUAGES:
        missing = tuple(sorted(name for name in places(letter, language) if values.get(name) is None))
        yield Filled(
            language,
            _filled(_said(letter.subject, language), values, language),
            _filled(_said(letter.body, language), values, language).rstrip(),
            missing,
        )


def _filled(text: str, values: Mapping[str, Words | None], language: Language) -> str:
    def value(found: re.Match[str]) -> str:
        words = values.get(found[1])
        return BLANK if words is None else _said(words, language)

    return _PLACE.sub(value, text)


def _said(words: Words | Line | Body, language: Language) -> str:
    return words.zh if language == "zh" else words.en


def way_back_letter(letters: LetterSet, *, names_score: bool) -> tuple[str, LetterText] | None:
    """Give the letter that goes with a way back: one that names the score, or one that does not."""
    for key, letter in letters.letters.items():
        if letter.purpose == "way_back" and bool(places(letter, "zh") & SCORES) == names_score:
            return key, letter
    return None
