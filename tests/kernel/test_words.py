"""Texts in both languages."""

from kedun.kernel.words import Words

OWED = Words(zh="欠款 {amount} 元", en="{amount} owed")


def test_a_text_is_said_with_its_parameters() -> None:
    assert OWED.say("zh", amount=5) == "欠款 5 元"
    assert OWED.say("en", amount=5) == "5 owed"


def test_without_parameters_braces_stay() -> None:
    assert OWED.say("en") == "{amount} owed"
