"""The five ways to say no. A refusal is named after its situation; its docstring is the English text, `zh` the Chinese."""

import re
from typing import ClassVar

from kedun.kernel.words import Language, Param, Words


class Refusal(Exception):
    """The request was refused."""

    zh: ClassVar[str] = "请求被拒绝。"

    def __init__(self, **params: Param) -> None:
        super().__init__(self.words().say("en", **params))
        self.params = params

    @classmethod
    def code(cls) -> str:
        """Give the stable name that programs go by: the class name in snake case."""
        return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", cls.__name__).lower()

    @classmethod
    def words(cls) -> Words:
        """Give the text in both languages."""
        return Words(zh=cls.zh, en=" ".join((cls.__doc__ or "").split()))

    def say(self, language: Language) -> str:
        """Give the text a person reads."""
        return self.words().say(language, **self.params)


class Invalid(Refusal):
    """The request is not valid."""

    zh = "请求无效。"


class Forbidden(Refusal):
    """You may not do this."""

    zh = "您没有权限执行此操作。"


class NotFound(Refusal):
    """There is no such thing, or you may not see it."""

    zh = "不存在，或您无权查看。"


class Conflict(Refusal):
    """The present state does not allow this."""

    zh = "当前状态不允许此操作。"


class Unavailable(Refusal):
    """A part of the system is not available at present."""

    zh = "系统的某个部分暂不可用。"
