"""Equal things have equal hashes."""

import hashlib

import pytest

from kedun.kernel.hashing import canonical, sha256_of


def test_the_order_of_keys_does_not_matter_and_chinese_stays_as_it_is() -> None:
    assert canonical({"b": [1, None, True], "a": "客户"}) == canonical({"a": "客户", "b": [1, None, True]})
    assert canonical({"b": [1, None, True], "a": "客户"}) == '{"a":"客户","b":[1,null,true]}'


def test_the_hash_is_of_the_canonical_text() -> None:
    assert sha256_of({"a": 1}) == hashlib.sha256(b'{"a":1}').hexdigest()
    assert sha256_of({"a": 1}) != sha256_of({"a": 2})


def test_what_json_cannot_say_is_an_error() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical(float("nan"))
