"""Says an expression in the words people use, and documents the language from its table of operators."""

import re
from collections.abc import Mapping

from kedun.expressions.nodes import Checked
from kedun.expressions.operators import DECLARED, Operator
from kedun.expressions.render import Phrase, Speech, literal_text, render
from kedun.expressions.values import Value, type_of
from kedun.kernel.words import Language, Words

MISSING = Words("无值", "nothing")
TRUE = Words("“是”", "true")
FALSE = Words("“否”", "false")

CHINESE = ("（{0}）", "若 {0} 则为 {1}", "；", "否则为 {0}", "[{0}]")
ENGLISH = ("({0})", "if {0} then {1}", "; ", "otherwise {0}", "[{0}]")
"""Brackets, an arm of CASE, what joins arms, its last arm, and the whole of it."""

LOOSE = re.compile(r"“[^”]*”|(?<=[⺀-鿿，；（）“”]) (?=[⺀-鿿，；（）“”])")
"""A quoted text, or a space between two Chinese characters."""


def explain(checked: Checked, language: Language, labels: Mapping[str, Words] | None = None) -> str:
    """Say a checked expression; a name without a label stands for itself."""
    said = render(checked.node, _speech(language, labels or {}))
    return LOOSE.sub(lambda found: found.group().strip(" ") if found.group() == " " else found.group(), said)


def reference(language: Language) -> str:
    """Write the table of all operators and functions that users may write, in Markdown."""
    head = Words("| 写法 | 含义 | 说明 |\n|---|---|---|", "| Written | Said | Meaning |\n|---|---|---|")
    rows = [
        f"| `{_sample(each.form, each.form_joint)}` "
        f"| {_sample(each.words.say(language), each.words_joint.say(language))} | {each.summary.say(language)} |"
        for each in DECLARED
        if not each.is_shipped
    ]
    return "\n".join([head.say(language), *rows]) + "\n"


def _sample(template: str, joint: str) -> str:
    return template.format("a", "b", "c", all=joint.join("abc"), rest=joint.join("bc"))


def _speech(language: Language, labels: Mapping[str, Words]) -> Speech:
    def name(given: str) -> str:
        return labels[given].say(language) if given in labels else given

    def literal(value: Value) -> str:
        return _literal(value, language)

    def phrase(operator: Operator) -> Phrase:
        return Phrase(operator.words.say(language), operator.words_joint.say(language))

    words = CHINESE if language == "zh" else ENGLISH
    return Speech(name, literal, phrase, *words, is_prose=True)


def _literal(value: Value, language: Language) -> str:
    match type_of(value):
        case None:
            return MISSING.say(language)
        case "boolean":
            return (TRUE if value else FALSE).say(language)
        case "text":
            return f"“{value}”"
        case _:
            return literal_text(value)
