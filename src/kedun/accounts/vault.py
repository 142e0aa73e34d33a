"""Secrets at rest: sealed with a key that stands outside the database."""

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken


def seal(text: str, *, key: str) -> str:
    """Encrypt a secret for keeping in the database."""
    return _cipher(key).encrypt(text.encode()).decode()


def unsealed(token: str, *, key: str) -> str | None:
    """Give a sealed secret back; None when it was sealed with another key."""
    try:
        return _cipher(key).decrypt(token.encode()).decode()
    except InvalidToken:
        return None


def _cipher(key: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(f"kedun vault {key}".encode()).digest()))
