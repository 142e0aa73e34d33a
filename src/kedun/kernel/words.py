"""Texts that people read: kept as code and parameters, said in a language when shown."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]
Param = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Words:
    """One text in both languages; `{name}` stands for a parameter."""

    zh: str
    en: str

    def say(self, language: Language, **params: Param) -> str:
        """Give the text in a language with its parameters filled in."""
        template = self.zh if language == "zh" else self.en
        return template.format(**params) if params else template
