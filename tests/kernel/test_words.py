"""Texts in both languages."""

from kedun.kernel.words import Words

OWED = Words(zh="欠款 {amount} 元", en="{amount} owed")


def test_a_text_is_said_with_its_parameters() -> None:
    assert OWED.say("zh", amount=5) == "欠款 5 元"
    assert OWED.say("en", amount=5) == "5 owed"


def test_a_text_fits_its_count() -> None:
    due = Words(zh="{rows} 行已到期", en="{rows} {rows:row is|rows are} due")
    assert [due.say("en", rows=count) for count in (0, 1, 2)] == ["0 rows are due", "1 row is due", "2 rows are due"]
    assert due.say("zh", rows=1) == "1 行已到期"


def test_without_parameters_braces_stay() -> None:
    assert OWED.say("en") == "{amount} owed"
