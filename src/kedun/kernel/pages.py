"""Pages of long lists: a cursor says after which row the next page begins, signed so that nobody makes one up."""

import base64
import binascii
import hashlib
import hmac
import json
from collections.abc import Sequence

from kedun.kernel.hashing import Json, canonical
from kedun.kernel.refusals import Invalid

Key = tuple[Json, ...]
"""The sorting values of a row, the last of them unique: the next page begins after it."""

_SIGNATURE_BYTES = 16


class BadCursor(Invalid):
    """The cursor does not belong to this list; begin again without it."""

    zh = "游标与该列表不符，请去掉游标从头开始。"


def write_cursor(key: Sequence[Json], *, purpose: str, secret: str) -> str:
    """Write the cursor after a row; `purpose` names the list with its filters and order."""
    text = canonical(list(key)).encode()
    return base64.urlsafe_b64encode(_signature(text, purpose, secret) + text).decode().rstrip("=")


def read_cursor(cursor: str, *, purpose: str, secret: str) -> Key:
    """Read a cursor of the same list, filters and order.

    Raises: BadCursor.
    """
    try:
        raw = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadCursor from error
    signature, text = raw[:_SIGNATURE_BYTES], raw[_SIGNATURE_BYTES:]
    if not hmac.compare_digest(signature, _signature(text, purpose, secret)):
        raise BadCursor
    return tuple(json.loads(text))


def _signature(text: bytes, purpose: str, secret: str) -> bytes:
    told = purpose.encode() + b"\0" + text
    return hmac.new(f"kedun cursor {secret}".encode(), told, hashlib.sha256).digest()[:_SIGNATURE_BYTES]
