"""What can be asked about API keys."""

import hashlib
import hmac

from kedun.accounts.models import ApiKey
from kedun.kernel.clock import clock, today

PREFIX_LENGTH = 8


def secret_hash(secret: str) -> str:
    """Hash a key's secret: it is 32 random bytes, so a plain hash cannot be guessed back."""
    return hashlib.sha256(secret.encode()).hexdigest()


def key_of(text: str) -> ApiKey | None:
    """Give the valid key that a text is, if it is one: kd_<prefix>_<secret>, not revoked, its last day not over."""
    mark, _, rest = text.partition("_")
    prefix, _, secret = rest.partition("_")
    if mark != "kd" or len(prefix) != PREFIX_LENGTH or not prefix.isalnum() or not prefix.isascii() or not secret:
        return None
    key = ApiKey.objects.filter(prefix=prefix, revoked_at=None).first()
    if key is None or not hmac.compare_digest(key.secret_hash, secret_hash(secret)):
        return None
    return None if key.expires_on is not None and key.expires_on < today(clock()) else key
