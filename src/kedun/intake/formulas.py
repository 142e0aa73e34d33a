"""Makes cells safe for spreadsheet programs, which would run a text that looks like a formula."""

SIGNS = frozenset("=+-@|%\t\r\n＝＋－＠﹢﹣﹦﹫−")
"""A cell that begins with one of these may be run; full-width signs count, for programs that fold them."""
UNSEEN = "\ufeff\u200b\u200c\u200d\u2060\u00ad\u180e\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u00a0\u3000 \v\f\0"
"""Characters without a mark of their own, which some programs drop before they look."""
GUARD = "'"


def is_dangerous(text: str) -> bool:
    """Tell whether a spreadsheet program might run a cell."""
    return text.lstrip(UNSEEN)[:1] in SIGNS if text.lstrip(UNSEEN) else False


def guarded(text: str) -> str:
    """Put an apostrophe before a dangerous text, and before one that is dangerous behind apostrophes of its own."""
    return GUARD + text if is_dangerous(text.lstrip(GUARD)) else text


def unguarded(text: str) -> str:
    """Take the apostrophe off again; the reverse of `guarded`."""
    return text[1:] if text.startswith(GUARD) and is_dangerous(text.lstrip(GUARD)) else text
