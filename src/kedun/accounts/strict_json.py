"""JSON as it must be: UTF-8, no NaN, no NUL, no half characters, not too deep."""

import json
from typing import Final

from kedun.accounts.refusals import BadJson
from kedun.kernel.hashing import Json

DEEPEST: Final = 32


def loads(raw: bytes) -> Json:
    """Read a JSON text.

    Raises: BadJson.
    """
    try:
        text = raw.decode("utf-8")
        value: Json = json.loads(text, parse_constant=_refuse_constant)
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise BadJson(reason=_reason(error)) from error
    # Only escapes can bring in what the decoder has not refused already.
    check(value, texts="\\u" in text)
    return value


def is_clean(text: str) -> bool:
    """Tell whether the database can keep a text: no NUL, no half of a surrogate pair."""
    return "\0" not in text and not any("\ud800" <= char <= "\udfff" for char in text)


def check(value: Json, *, texts: bool) -> None:
    """Refuse what is nested too deep and, where asked, texts that cannot be kept.

    Raises: BadJson.
    """
    level: list[Json] = [value]
    for _ in range(DEEPEST + 1):
        if texts and not all(is_clean(each) for each in level if isinstance(each, str)):
            raise BadJson(reason="a text holds U+0000 or half of a surrogate pair")
        containers = [each for each in level if isinstance(each, dict | list)]
        if not containers:
            return
        level = [inner for each in containers for inner in _inside(each, texts=texts)]
    raise BadJson(reason=f"nested deeper than {DEEPEST}")


def _inside(value: dict[str, Json] | list[Json], *, texts: bool) -> list[Json]:
    if isinstance(value, list):
        return value
    return [*value.values(), *value] if texts else list(value.values())


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _reason(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return f"nested deeper than {DEEPEST}"
    return "not UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)[:200]
