"""Which characters a file of text is written in."""

import codecs
from dataclasses import dataclass

from charset_normalizer import from_bytes

from kedun.intake.refusals import EncodingNotKnown

STEP = 1 << 20
GUESSED_FROM = 1 << 18
"""So many bytes are shown to the guesser, which is slow."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """An encoding by Python's name for it; a guess is said to the person."""

    name: str
    is_guess: bool = False


def decodes(raw: bytes, name: str) -> bool:
    """Tell whether every byte has a meaning in an encoding."""
    decoder = codecs.getincrementaldecoder(name)("strict")
    try:
        for start in range(0, len(raw), STEP):
            decoder.decode(raw[start : start + STEP])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def encoding_of(raw: bytes) -> Encoding:
    """Find the encoding: by its mark, else the first of UTF-8 and GB18030 that decodes the whole file, else a guess.

    Raises: EncodingNotKnown.
    """
    marked = _by_mark(raw)
    for name in [marked] if marked else ["utf-8", "gb18030"]:
        if decodes(raw, name):
            return Encoding(name)
    guessed = None if marked else from_bytes(raw[:GUESSED_FROM]).best()
    if guessed is None or not decodes(raw, guessed.encoding):
        raise EncodingNotKnown
    return Encoding(guessed.encoding, is_guess=True)


def _by_mark(raw: bytes) -> str | None:
    if raw.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    return "utf-16" if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else None
