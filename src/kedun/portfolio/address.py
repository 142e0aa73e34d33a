"""A customer's code in an address: what cannot stand in one part of a path is written as ~ and two hexadecimal digits."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

_ESCAPED = re.compile("~([2-7][0-9A-F])")


def code_in(part: str) -> str:
    """Read the code that a part of a path stands for; `web/src/api/customer-address.ts` writes it."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), part)


CustomerCode = Annotated[
    str,
    Field(max_length=600, description="A customer's code; ~2F stands for /, ~7E for ~, ~2E for a leading full stop."),
    AfterValidator(code_in),
]
"""The code of a customer in the path of an operation. Every one that intake takes can be written, and as no word that
names another operation."""
