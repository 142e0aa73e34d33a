"""Refusals: a code for programs, a text in both languages for people."""

import pytest

from kedun.kernel.refusals import Conflict, Forbidden, Invalid, NotFound, Refusal, Unavailable


class LimitTooHigh(Conflict):
    """The limit of {code} may not
    exceed {most}.
    """

    zh = "{code} 的额度不能超过 {most}。"


class Undocumented(Invalid):
    zh = "没有说明。"


Undocumented.__doc__ = None


def test_a_refusal_says_what_and_how_much() -> None:
    refused = LimitTooHigh(code="C01", most=500)
    assert LimitTooHigh.code() == "limit_too_high"
    assert refused.say("zh") == "C01 的额度不能超过 500。"
    assert refused.say("en") == "The limit of C01 may not exceed 500."
    assert str(refused) == refused.say("en")
    assert refused.params == {"code": "C01", "most": 500}


@pytest.mark.parametrize(
    ("refusal", "zh", "en"),
    [
        (Refusal, "请求被拒绝。", "The request was refused."),
        (Invalid, "请求无效。", "The request is not valid."),
        (Forbidden, "您没有权限执行此操作。", "You may not do this."),
        (NotFound, "不存在，或您无权查看。", "There is no such thing, or you may not see it."),
        (Conflict, "当前状态不允许此操作。", "The present state does not allow this."),
        (Unavailable, "系统的某个部分暂不可用。", "A part of the system is not available at present."),
    ],
)
def test_the_five_bases_have_texts_of_their_own(refusal: type[Refusal], zh: str, en: str) -> None:
    assert (refusal().say("zh"), refusal().say("en")) == (zh, en)


def test_a_text_in_braces_is_shown_as_it_is_and_a_refusal_without_a_docstring_is_empty_in_english() -> None:
    assert LimitTooHigh(code="{x}", most=1).say("en") == "The limit of {x} may not exceed 1."
    assert Undocumented().say("en") == ""
