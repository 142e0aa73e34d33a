"""Cuts a text into tokens, and says what to write instead of what is not part of the language."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from kedun.expressions.refusals import (
    CommentRefused,
    EmptyExpression,
    HiddenCharacter,
    LookAlike,
    MalformedName,
    MalformedNumber,
    StrangeCharacter,
    TextTooLong,
    TooManyDigits,
    UnclosedQuote,
    UnknownOperator,
)
from kedun.expressions.values import MOST_CHARACTERS, MOST_DIGITS, Value

TokenKind = Literal["value", "name", "mark", "end"]
"""A `mark` is an operator, a bracket or a keyword, in capital letters."""

KEYWORDS = frozenset({"AND", "OR", "NOT", "IS", "NULL", "IN", "CASE", "WHEN", "THEN", "ELSE", "END", "TRUE", "FALSE"})

INSTEAD_OF = {
    "==": "=",
    "===": "=",
    "=>": ">=",
    "=<": "<=",
    "<=>": "=",
    "&&": "AND",
    "&": "AND",
    "||": "OR",
    "|": "OR",
    "!": "NOT",
    "~": "NOT",
    "/": "ratio(a, b)",
    "//": "ratio(a, b)",
    "%": "ratio(a, b)",
    "**": "a * a",
    "^": "a * a",
    ";": "a AND b",
    "?": "CASE WHEN a THEN b ELSE c END",
}

LOOK_ALIKES = {
    "、": ",",
    "。": ".",
    "‘": "'",
    "’": "'",
    "“": "'",
    "”": "'",
    "「": "'",
    "」": "'",
    "≥": ">=",
    "≤": "<=",
    "≧": ">=",
    "≦": "<=",
    "≠": "<>",
    "×": "*",
    "·": "*",
    "÷": "ratio(a, b)",
    "−": "-",
    "–": "-",
    "—": "-",
    "【": "(",
    "】": ")",
    "〈": "<",
    "〉": ">",
}

TOKEN = re.compile(
    r"""
      (?P<space>[ \t\r\n]+)
    | (?P<comment>--|/\*|\*/|\#)
    | (?P<number>[0-9]+(?:\.[0-9]+)?(?![0-9A-Za-z_.]))
    | (?P<bad_number>\.?[0-9][0-9A-Za-z_.]*)
    | (?P<word>[A-Za-z_][A-Za-z0-9_]*)
    | (?P<text>'(?:[^']|'')*')
    | (?P<open_quote>['"`])
    | (?P<bad_mark>===|==|=>|=<|<=>|&&|\|\||//|\*\*|!(?!=)|[/%^&|~;?])
    | (?P<mark><>|!=|<=|>=|[=<>+\-*(),])
    """,
    re.VERBOSE,
)
NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
LONGEST_WHOLE = 30
BEYOND = 10**LONGEST_WHOLE
"""Stands for every longer number: the parser refuses it, as it refuses all beyond int64."""
NAME = re.compile(r"[a-z][a-z0-9_]{0,62}")


@dataclass(frozen=True, slots=True)
class Token:
    """One token: its text as written, the column where it begins, and what it stands for."""

    kind: TokenKind
    text: str
    at: int
    value: Value = None


def tokenize(text: str) -> list[Token]:
    """Cut a text into tokens; the last one is its end.

    Raises: the refusals imported above, each with the column.
    """
    if len(text) > MOST_CHARACTERS:
        raise TextTooLong(position=1, excerpt="…", suggestion=str(MOST_CHARACTERS), limit=MOST_CHARACTERS)
    tokens = []
    place = 0
    while place < len(text):
        match = TOKEN.match(text, place)
        if match is None:
            raise _refuse_character(text[place], place + 1)
        if match.lastgroup != "space":
            tokens.append(_token(match, text))
        place = match.end()
    if not tokens:
        raise EmptyExpression(position=1, excerpt="", suggestion="overdue_days > 30")
    return [*tokens, Token("end", "", len(text) + 1)]


def _token(match: re.Match[str], text: str) -> Token:
    written, at = match.group(), match.start() + 1
    match match.lastgroup:
        case "number":
            return Token("value", written, at, _number(written, at))
        case "text":
            return Token("value", written, at, _quoted(written, at))
        case "word":
            return _word(written, at)
        case "mark":
            return Token("mark", "<>" if written == "!=" else written, at)
        case "comment":
            raise CommentRefused(position=at, excerpt=written, suggestion="- -" if written == "--" else "a AND b")
        case "bad_number":
            raise MalformedNumber(position=at, excerpt=written[:40], suggestion=_plain_number(written))
        case "open_quote":
            raise UnclosedQuote(position=at, excerpt=text[at - 1 : at + 19], suggestion="'text'")
    raise UnknownOperator(position=at, excerpt=written, suggestion=INSTEAD_OF[written])


def _word(written: str, at: int) -> Token:
    if written.upper() in KEYWORDS:
        return Token("mark", written.upper(), at)
    return Token("name", written, at)


def refuse_name(token: Token) -> MalformedName:
    """Make the refusal of a name that is not written like one."""
    small = token.text.lower().strip("_0123456789")[:63]
    return MalformedName(position=token.at, excerpt=token.text[:40], suggestion=small or "overdue_days")


def _number(written: str, at: int) -> int | float:
    whole, _, fraction = written.partition(".")
    if not fraction:
        return int(whole) if len(whole) <= LONGEST_WHOLE else BEYOND
    digits = max(len(fraction), len((whole + fraction).lstrip("0")))
    if digits > MOST_DIGITS:
        shorter = f"{float(written):.6g}"
        suggestion = shorter if NUMBER.fullmatch(shorter) else "0.5"
        raise TooManyDigits(position=at, excerpt=written[:40], suggestion=suggestion, limit=MOST_DIGITS)
    return float(written)


def _plain_number(written: str) -> str:
    """Suggest the plain spelling of 1e3, 1_000, .5 and the like, if it is short."""
    try:
        value = float(written)
    except ValueError:
        return "1000"
    plain = f"{value:.15f}".rstrip("0").rstrip(".") if abs(value) < 1e15 else ""
    return plain or "1000"


def _quoted(written: str, at: int) -> str:
    for place, character in enumerate(written):
        if _is_hidden(character):
            raise _refuse_hidden(character, at + place)
    return unicodedata.normalize("NFC", written[1:-1].replace("''", "'"))


def _is_hidden(character: str) -> bool:
    """Tell control and format characters, half characters and odd line ends."""
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def _refuse_hidden(character: str, at: int) -> HiddenCharacter:
    return HiddenCharacter(position=at, excerpt=f"U+{ord(character):04X}", suggestion="''")


def _refuse_character(character: str, at: int) -> HiddenCharacter | LookAlike | StrangeCharacter:
    if _is_hidden(character):
        return _refuse_hidden(character, at)
    plain = LOOK_ALIKES.get(character) or unicodedata.normalize("NFKC", character)
    if plain != character and plain.isascii():
        shown = plain if plain.strip() else f"U+{ord(plain[0]):04X}"
        return LookAlike(position=at, excerpt=character, suggestion=INSTEAD_OF.get(plain, shown))
    return StrangeCharacter(position=at, excerpt=character, suggestion="overdue_days")
