"""`kedun reference`: the handbook's lists, written from the policy that comes along."""

import json
import os
from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Literal

import typer

from kedun.alerts.states import RISK_TYPE_WORDS
from kedun.assessments.policy import DOCUMENTS, Policy, compile_policy
from kedun.cli.session import SETTINGS, choices, say
from kedun.definitions import documents
from kedun.definitions.starter import read_folder
from kedun.expressions import reference as operators
from kedun.indicators.definition import IndicatorText
from kedun.kernel.words import Words
from kedun.portfolio.said import DIMENSION_WORDS, Said

Subject = Literal["indicators", "rules", "language"]
WORSE = {
    "higher": Words("越高越差", "higher is worse"),
    "lower": Words("越低越差", "lower is worse"),
    "neither": Words("无好坏", "neither is worse"),
}
UNITS = {
    "minor": Words("金额", "amount"),
    "days": Words("天", "days"),
    "share": Words("比例", "share"),
    "count": Words("次数", "count"),
    "multiple": Words("倍", "multiple"),
    "hours": Words("小时", "hours"),
    "years": Words("年", "years"),
    "points": Words("分", "points"),
    "flag": Words("是/否", "yes or no"),
}


def register(app: typer.Typer) -> None:
    """Add this topic's commands."""
    app.command("reference", help="参考手册（Markdown） · Print a reference in Markdown.")(print_reference)


def print_reference(
    subject: Annotated[Subject, typer.Argument(help="指标、规则或表达式 · Which reference.")],
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON · Print JSON.")] = False,
) -> None:
    """Print one of the references; needs no database."""
    text = WRITERS[subject]()
    if as_json:
        document = {"format": 1, "subject": subject, "language": choices().language, "markdown": text}
        typer.echo(json.dumps(document, ensure_ascii=False))
    else:
        typer.echo(text, nl=False)


def indicators() -> str:
    """Write every shipped indicator with its formula in words."""
    said = _shipped()
    parts = [Words("# 指标", "# Indicators").say(said.language)]
    texts = {key: each.text for key, each in said.policy.indicators.indicators.items()}
    for dimension, words in DIMENSION_WORDS.items():
        chosen = [key for key, text in texts.items() if text.dimension == dimension]
        if chosen:
            parts += [f"## {words.say(said.language)}", *(_indicator(said, key, texts[key]) for key in chosen)]
    return _joined(parts)


def _indicator(said: Said, key: str, text: IndicatorText) -> str:
    kind = Words(
        "单位：{unit}；{worse}。风险类型：{risk}。来源：{source}。",
        "Unit: {unit}; {worse}. Type of risk: {risk}. Source: {source}.",
    )
    risk = RISK_TYPE_WORDS[text.risk_type].say(said.language) if text.risk_type else "—"
    formula = Words("算法：{formula}", "Computed as: {formula}")
    lacking = Words("无值：{why}（条件 `{when}`）", "No value: {why} (when `{when}`)")
    noted = Words("提示：{why}（条件 `{when}`）", "Note: {why} (when `{when}`)")
    lines = [
        f"### {text.label.words().say(said.language)} · `{key}`\n",
        "- " + _filled(kind, unit=say(UNITS[text.unit]), worse=say(WORSE[text.worse]), risk=risk, source=text.source),
        "- " + _filled(formula, formula=said.formulas[key]),
        *("- " + _filled(lacking, why=said.reason(each.reason), when=each.when) for each in text.missing),
        *("- " + _filled(noted, why=said.flag(each.flag), when=each.when) for each in text.flags),
    ]
    return "\n".join(lines)


def rules() -> str:
    """Write every shipped rule with its condition in words."""
    said = _shipped()
    head = Words("| 规则 | 级别 | 触发条件 |\n|---|---|---|", "| Rule | Severity | Fires when |\n|---|---|---|")
    rows = [
        f"| {rule.label.words().say(said.language)} · `{key}` | {rule.severity} | {said.conditions[key]} |"
        for key, rule in said.policy.rules.rules.items()
    ]
    return _joined([Words("# 规则", "# Rules").say(said.language), "\n".join([say(head), *rows])])


def language() -> str:
    """Write every operator and function that a formula or a condition may use."""
    return _joined([say(Words("# 表达式", "# Expressions")), operators(choices().language).rstrip("\n")])


def _filled(words: Words, **values: str | None) -> str:
    """Say a text with its places filled, in the language of the command."""
    return words.say(choices().language, **values)


def _set_up_django() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    django.setup()


def _shipped() -> Said:
    _set_up_django()
    from kedun.pipeline.starter import STARTER

    found = {draft.kind: documents.read(draft.body) for draft in read_folder(STARTER)}
    policy: Policy = compile_policy({name: found[name] for name in DOCUMENTS})  # type: ignore[misc]
    return Said(policy, choices().language)


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(parts) + "\n"


WRITERS: Mapping[Subject, Callable[[], str]] = {
    "indicators": indicators,
    "rules": rules,
    "language": language,
}
