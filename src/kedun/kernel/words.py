"""Texts that people read: kept as code and parameters, said in a language when shown."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]
Param = str | int | float | bool | None


class _Count(int):
    """A number that a text may use to choose between two words, one for 1 and one for all else."""

    def __format__(self, spec: str) -> str:
        one, bar, more = spec.partition("|")
        return (one if self == 1 else more) if bar else super().__format__(spec)


@dataclass(frozen=True, slots=True)
class Words:
    """One text in both languages; `{name}` stands for a parameter, `{name:file|files}` for the word that its count needs."""

    zh: str
    en: str

    def say(self, language: Language, **params: Param) -> str:
        """Give the text in a language with its parameters filled in."""
        template = self.zh if language == "zh" else self.en
        counted = {name: _Count(value) if type(value) is int else value for name, value in params.items()}
        return template.format(**counted) if params else template
