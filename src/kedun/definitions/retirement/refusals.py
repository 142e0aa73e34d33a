"""Why a definition cannot be retired or brought back."""

from kedun.kernel.refusals import Conflict, NotFound
from kedun.kernel.words import Language, Words


class NothingThere(NotFound):
    """There is no definition at {place} of {kind} to retire or bring back."""

    zh = "{kind} 中没有可停用或恢复的定义 {place}。"


class AlreadyThere(Conflict):
    """The definition at {place} of {kind} is there already."""

    zh = "{kind} 中的定义 {place} 已经存在。"


class StillNeeded(Conflict):
    """{named} cannot be retired: these still rest on it: {users}. Change or retire them first, in the same change or before."""

    zh = "不能停用{named}：以下定义仍在使用它：{users}。请先（或在同一变更中）修改或停用它们。"

    def __init__(self, named: Words, users: Words) -> None:
        super().__init__(named=named.en, users=users.en)
        self.named, self.users = named, users

    def say(self, language: Language) -> str:
        """Give the text a person reads, with what is named in that language."""
        return self.words().say(language, named=self.named.say(language), users=self.users.say(language))
