"""A customer's document in words and tables, for people at a terminal."""

from collections.abc import Mapping, Sequence
from typing import cast

from kedun.assessments.policy import Policy
from kedun.kernel.hashing import Json
from kedun.kernel.money import exponent
from kedun.kernel.words import Language, Words

Section = tuple[str, Sequence[str], Sequence[Sequence[str]]]
"""A title, the headings and the rows of one table."""

REASONS: dict[str, Words] = {
    "not_supplied": Words("未提供数据", "not supplied"),
    "stale": Words("数据过期", "stale"),
    "missing_rate": Words("缺少汇率", "no exchange rate"),
    "no_base": Words("无基数", "nothing to measure"),
    "no_limit": Words("未设额度", "no limit set"),
    "unlimited": Words("不限额", "unlimited"),
    "zero_limit": Words("额度为零", "limit is zero"),
    "never_settled": Words("尚无结清记录", "never settled"),
    "group_too_large": Words("集团成员过多，不汇总", "group too large to add up"),
    "member_unknown": Words("集团成员数据不全", "a member of the group is not known"),
    "no_book_constant": Words("尚无月末全账数据", "no month-end totals of the book yet"),
    "too_few": Words("样本太少，无从比较", "too few to compare"),
}
"""Why a reading is null, by code."""

FLAGS: dict[str, Words] = {
    "short_window": Words("数据不足整个窗口", "data begin within the window"),
    "young": Words("合作不足一年", "customer for less than a year"),
    "undated": Words("额度未注明日期", "limit without dates"),
}
"""What one should know about a reading, by code."""

UNITS: dict[str, Words] = {
    "days": Words("天", "days"),
    "share": Words("%", "%"),
    "count": Words("次", ""),
    "multiple": Words("倍", "×"),
    "hours": Words("小时", "h"),
    "years": Words("年", "years"),
    "points": Words("分", "points"),
    "flag": Words("", ""),
}
VERDICTS: dict[str, Words] = {
    "fired": Words("触发", "fired"),
    "clear": Words("未触发", "clear"),
    "unknown": Words("无法判断", "unknown"),
}
YES, NO = Words("是", "yes"), Words("否", "no")

_SUMMARY = Words("客户", "Customer")
_READINGS = Words("指标", "Readings")
_ITEMS = Words("评分卡", "Scorecard")
_RULES = Words("规则", "Rules")
_ALERTS = Words("预警", "Alerts")


def sections(document: Mapping[str, Json], policy: Policy, language: Language) -> list[Section]:
    """Lay a customer's document out as tables."""
    return [
        _summary(document, policy, language),
        _readings(document, policy, language),
        _items(document, language),
        _rules(document, policy, language),
        _alerts(document, policy, language),
    ]


def _summary(document: Mapping[str, Json], policy: Policy, language: Language) -> Section:
    customer, score = _map(document["customer"]), _map(document["score"])
    grade = _map(document["grade"])
    placing = policy.placing
    grades = {band.grade: band.label.words() for band in placing.grading.bands} | {
        "unrated": placing.grading.unrated.words()
    }
    quadrants = {key: each.label.words() for key, each in placing.matrix.quadrants.items()}
    heading = f"{customer['code']}  {customer['name']}"
    quadrant = quadrants.get(str(document["quadrant"]))
    rows = [
        (Words("时点", "As of").say(language), str(document["as_of"])),
        (Words("批次", "Known at batch").say(language), str(document["known_at"])),
        (Words("健康度评分", "Health score").say(language), _score_text(score, language)),
        (Words("风险等级", "Risk grade").say(language), grades[str(grade["raw"])].say(language)),  # type: ignore[index]
        (Words("象限", "Quadrant").say(language), quadrant.say(language) if quadrant else "—"),
    ]
    return heading, (_SUMMARY.say(language), ""), rows


def _score_text(score: Mapping[str, Json], language: Language) -> str:
    if score["value"] is None:
        return "—"
    coverage = cast("float", score["coverage"])
    words = Words(
        "{value}（区间 {low}–{high}，覆盖 {coverage}%）", "{value} (range {low}–{high}, coverage {coverage}%)"
    )
    numbers = {name: cast("float", score[name]) for name in ("value", "low", "high")}
    return words.say(language, **numbers, coverage=round(coverage * 100))


def _readings(document: Mapping[str, Json], policy: Policy, language: Language) -> Section:
    headings = (_READINGS.say(language), Words("数值", "Value").say(language), Words("说明", "Note").say(language))
    rows = []
    for key, reading in _map(document["readings"]).items():
        each = _map(reading)
        reason = REASONS.get(str(each["missing"]))
        label = policy.indicators.indicators[key].text.label.words().say(language)
        flags = [FLAGS[str(flag)].say(language) for flag in cast("Sequence[str]", each["flags"]) if flag in FLAGS]
        notes = [reason.say(language)] if reason else flags
        rows.append((label, number_text(each, language), "；".join(notes) if language == "zh" else "; ".join(notes)))
    return "", headings, rows


def number_text(reading: Mapping[str, Json], language: Language) -> str:
    """Write a reading the way people read it: amounts in full units, shares in per cent."""
    value, unit = reading["value"], str(reading["unit"])
    if not isinstance(value, int | float):
        return "—"
    if unit.startswith("minor:"):
        return amount_text(value, unit.removeprefix("minor:"))
    if unit == "flag":
        return (YES if value else NO).say(language)
    shown = f"{value * 100:.1f}" if unit == "share" else f"{value:,.2f}" if isinstance(value, float) else f"{value:,}"
    return f"{shown} {UNITS[unit].say(language)}".rstrip()


def amount_text(minor: float, currency: str) -> str:
    """Write an amount the way people read it: in full units, with its currency."""
    return f"{currency} {minor / 10 ** exponent(currency):,.{exponent(currency)}f}"


def _items(document: Mapping[str, Json], language: Language) -> Section:
    headings = (_ITEMS.say(language), Words("得分", "Points").say(language), Words("权重", "Weight").say(language))
    items = cast("Sequence[Mapping[str, Json]]", _map(document["score"])["items"])
    rows = [
        (
            str(_map(item["label"])[language]),
            "—" if item["points"] is None else str(item["points"]),
            str(item["weight"]),
        )
        for item in items
    ]
    return "", headings, rows


def _rules(document: Mapping[str, Json], policy: Policy, language: Language) -> Section:
    headings = (_RULES.say(language), Words("结论", "Verdict").say(language))
    rows = [
        (_rule_name(policy, key, language), VERDICTS[str(_map(verdict)["verdict"])].say(language))
        for key, verdict in _map(document["verdicts"]).items()
    ]
    return "", headings, rows


def _alerts(document: Mapping[str, Json], policy: Policy, language: Language) -> Section:
    headings = (_ALERTS.say(language), Words("状态", "State").say(language), Words("开启日", "Opened").say(language))
    alerts = cast("Sequence[Mapping[str, Json]]", document["alerts"])
    rows = [
        (
            _rule_name(policy, str(alert["rule"]), language),
            str(alert["state"]),
            str(_map(alert["opened"])["as_of"]),
        )
        for alert in alerts
    ]
    return "", headings, rows or [(Words("没有预警", "No alerts").say(language), "", "")]


def _rule_name(policy: Policy, key: str, language: Language) -> str:
    """Name a rule; an alert may outlive the rule that opened it, and then only its key is known."""
    rule = policy.rules.rules.get(key)
    return rule.label.words().say(language) if rule else key


def _map(value: Json) -> Mapping[str, Json]:
    return cast("Mapping[str, Json]", value)
