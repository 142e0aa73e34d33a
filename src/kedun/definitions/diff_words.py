"""The words of changes: what the fields of definitions are called."""

from collections.abc import Mapping
from typing import Final

from kedun.accounts.roles import ROLE_WORDS
from kedun.kernel.words import Words

IDENTITIES: Final = ("indicator", "grade", "tier", "step")
"""Fields that tell the items of a list apart, wherever they stand in it."""

PLACES: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "indicators": (("indicators",),),
    "rules": (("rules",),),
    "signals": (("signals",),),
    "contingency_plans": (("contingency_plans",),),
    "letters": (("letters",),),
    "strategies": (("quadrants",), ("grades",)),
    "scorecard": (("items",),),
    "value_card": (("card", "items"),),
}
"""By kind: where its document holds definitions that can end one by one. Of the other kinds only the whole is replaced."""

KIND_WORDS: Final[Mapping[str, Words]] = {
    "indicators": Words("指标", "Indicators"),
    "scorecard": Words("健康度评分卡", "Health scorecard"),
    "value_card": Words("价值评分卡", "Value card"),
    "grading": Words("风险等级", "Risk grades"),
    "matrix": Words("价值风险矩阵", "Value-risk matrix"),
    "rules": Words("预警规则", "Rules"),
    "rule_choice": Words("规则选择", "Choice of rules"),
    "signals": Words("一线信号", "Front-line signals"),
    "authority": Words("审批权限", "Authority"),
    "strategies": Words("策略库", "Strategies"),
    "contingency_plans": Words("应急预案", "Contingency plans"),
    "letters": Words("信函模板", "Letters"),
}
ADDED = Words("{where}：新增 {value}", "{where}: added {value}")
REMOVED = Words("{where}：删除 {value}", "{where}: removed {value}")
RETIRED = Words("{where}：停用 {value}", "{where}: retired {value}")
CHANGED = Words("{where}：{before} → {after}", "{where}: {before} → {after}")
MOVED = Words("{where}：顺序 {before} → {after}", "{where}: order {before} → {after}")
ONLY_COMMENTS = Words(
    "{kind}：只有注释或排版不同，不会保留", "{kind}: only comments or layout differ, which are not kept"
)
BINS = Words("{limit} 得 {points} 分", "{limit}: {points}")

_SILENT = Words("", "")
"""A step that says nothing by itself: what stands under it is named."""

FIELDS: Final[Mapping[str, Words]] = {
    "rules": _SILENT,
    "indicators": _SILENT,
    "items": _SILENT,
    "bands": _SILENT,
    "tiers": _SILENT,
    "quadrants": _SILENT,
    "signals": _SILENT,
    "card": _SILENT,
    "measures": Words("度量", "measure"),
    "earlier": Words("回看的度量", "measure of an earlier day"),
    "measure": Words("所回看的度量", "measure looked back to"),
    "group_rule": Words("集团认定", "what makes a group"),
    "majority_permille": Words("控股比例高于（‰）", "majority above, per mille"),
    "links": Words("构成集团的关系", "relations that join"),
    "ignored": Words("不构成集团的对方", "parties that join nobody"),
    "group": Words("集团度量", "measure over the group"),
    "book": Words("全账月末数", "total of the book"),
    "bound": Words("分组上限", "bound of a fifth of"),
    "part": Words("第几组", "which fifth"),
    "days_ago": Words("回看天数", "days back"),
    "thresholds": Words("阈值", "threshold"),
    "when": Words("触发条件", "condition"),
    "scope": Words("适用范围", "scope"),
    "severity": Words("级别", "severity"),
    "risk_type": Words("风险类型", "risk type"),
    "cooldown_days": Words("冷却天数", "days between alerts"),
    "recipients": Words("通知对象", "recipients"),
    "actions": Words("动作", "actions"),
    "label": Words("名称", "label"),
    "zh": Words("中文", "Chinese"),
    "en": Words("英文", "English"),
    "source": Words("来源", "source"),
    "why": Words("说明", "reason"),
    "weight": Words("权重", "weight"),
    "bins": Words("分段", "bins"),
    "points": Words("分值", "points"),
    "missing": Words("缺失处理", "when missing"),
    "refuse_below_permille": Words("最低覆盖率（‰）", "least coverage, per mille"),
    "signal_cap": Words("信号扣分上限", "most points off for signals"),
    "below": Words("上限", "below"),
    "unrated": Words("未评级", "unrated"),
    "up_to": Words("不超过", "up to"),
    "neutral_points": Words("缺失时的分值", "points when missing"),
    "indicator": Words("指标", "indicator"),
    "tier": Words("价值档", "value tier"),
    "grade": Words("等级", "grade"),
    "action": Words("动作", "action"),
    "to": Words("交给", "to"),
    "value": _SILENT,
    "flag": Words("提示", "note"),
    "reason": Words("缺失原因", "reason when missing"),
    "all": Words("须全部同意", "all of"),
    "any": Words("任一同意", "any of"),
    "at_most": Words("至多", "at most"),
    "step": Words("步骤", "step"),
    "margin": Words("升降级余量", "margin"),
    "minimum_stay_days": Words("最短停留天数", "least days in a grade"),
    "cells": Words("所含格子", "cells"),
    "enabled": Words("启用的规则", "rules that are on"),
    "roles": Words("角色", "roles"),
    "days": Words("天数", "days"),
    "dimension": Words("维度", "dimension"),
    "unit": Words("单位", "unit"),
    "worse": Words("方向", "direction"),
    "formula": Words("公式", "formula"),
    "flags": Words("提示", "notes"),
    "level": Words("层级", "level"),
    "fact": Words("数据种类", "kind of fact"),
    "where": Words("筛选", "filter"),
    "count": Words("计数", "count"),
    "sum": Words("求和", "sum of"),
    "min": Words("最小", "least"),
    "max": Words("最大", "greatest"),
    "lines": Words("权限行", "lines"),
    "contingency_plans": _SILENT,
    "letters": _SILENT,
    "grades": _SILENT,
    "about": Words("说明", "in words"),
    "terms_days": Words("账期天数", "days of credit"),
    "limit_percent": Words("额度比例（%）", "limit, per cent"),
    "deposit_percent": Words("定金比例（%）", "deposit, per cent"),
    "delivery": Words("发货条件", "delivery"),
    "stop_after_days": Words("逾期多少天停发货", "days overdue that stop shipments"),
    "pledge": Words("担保/质押", "pledge or guarantee"),
    "visit_days": Words("走访间隔天数", "days between visits"),
    "review_days": Words("复评间隔天数", "days between re-evaluations"),
    "observation_months": Words("观察期月数", "months of observation"),
    "service": Words("服务", "service"),
    "responsible": Words("负责人", "responsible"),
    "approvers": Words("审批人", "who approves departures"),
    "steps": Words("步骤", "steps"),
    "role": Words("由谁", "by whom"),
    "within_days": Words("工作日期限", "within working days"),
    "evidence": Words("完成依据", "evidence"),
    "letter": Words("信函", "letter"),
    "subject": Words("标题", "subject"),
    "body": Words("正文", "text"),
    "purpose": Words("用途", "purpose"),
}

_ROLES: Final[Mapping[str, Words]] = {str(role): words for role, words in ROLE_WORDS.items()}
CODES: Final[Mapping[str, Mapping[str, Words]]] = {
    "delivery": {
        "open": Words("正常发货", "normal"),
        "deposit_first": Words("收到定金后发货", "after the deposit"),
        "cash_before_delivery": Words("款到发货", "cash before delivery"),
        "stop": Words("暂停发货", "stopped"),
    },
    "pledge": {
        "none": Words("不要求", "not asked for"),
        "asked": Words("争取取得", "to be asked for"),
        "required": Words("必须取得", "required"),
    },
    "service": {
        "vip": Words("贵宾服务", "VIP"),
        "standard": Words("标准服务", "standard"),
        "simplified": Words("简化服务", "simplified"),
    },
    **dict.fromkeys(("role", "all", "any", "responsible", "approvers", "recipients", "to"), _ROLES),
}
"""What the codes in some fields are called."""
