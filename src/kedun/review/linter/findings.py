"""What may be wrong with a policy: every kind of finding, in words that say what to do. Arithmetic."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kedun.kernel.words import Words

Gravity = Literal["fault", "doubt"]
"""A fault is wrong whatever the book; a doubt may be meant."""


@dataclass(frozen=True, slots=True)
class Told:
    """One kind of finding: how grave, what is so, how to mend it. {names} are filled in from the finding."""

    gravity: Gravity
    problem: Words
    remedy: Words


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `kind`: the definition; `place`: where in it, as `rules.<key>` or `items.<indicator>`."""

    code: str
    kind: str
    place: str
    named: Mapping[str, Words] = field(default_factory=dict)

    @property
    def gravity(self) -> Gravity:
        """How grave it is."""
        return TOLD[self.code].gravity

    def problem(self) -> Words:
        """Say what is so."""
        return _filled(TOLD[self.code].problem, self.named)

    def remedy(self) -> Words:
        """Say how to mend it."""
        return _filled(TOLD[self.code].remedy, self.named)


def _filled(words: Words, named: Mapping[str, Words]) -> Words:
    zh = words.zh.format_map({name: each.zh for name, each in named.items()})
    return Words(zh, words.en.format_map({name: each.en for name, each in named.items()}))


def _fault(problem: tuple[str, str], remedy: tuple[str, str]) -> Told:
    return Told("fault", Words(*problem), Words(*remedy))


def _doubt(problem: tuple[str, str], remedy: tuple[str, str]) -> Told:
    return Told("doubt", Words(*problem), Words(*remedy))


TOLD: Mapping[str, Told] = {
    "bin_never_reached": _fault(
        ("“{item}”的分段“≤ {bound}”不会有任何客户落入", "no customer can fall into the bin up to {bound} of “{item}”"),
        ("删除该分段，或改正它的上界", "remove the bin or correct its bound"),
    ),
    "bins_same_points": _doubt(
        ("“{item}”相邻的两个分段（≤ {bound} 及其后）都是 {points} 分", "two bins of “{item}” side by side (up to {bound} and the next) both give {points} points"),
        ("合并为一个分段，或让分值不同", "make one bin of them, or let their points differ"),
    ),
    "item_without_effect": _fault(
        ("“{item}”的所有分段都是 {points} 分，对评分没有区分作用", "every bin of “{item}” gives {points} points, so it tells customers apart in nothing"),
        ("让分值不同，或从评分卡中移除", "let the points differ, or take the item out of the card"),
    ),
    "points_against_direction": _doubt(
        ("“{item}”在 {bound} 处变差，分值却上升", "points of “{item}” rise at {bound} although the reading is worse there"),
        ("调整分值的先后，或改正指标的好坏方向", "put the points in order, or correct which way the indicator is worse"),
    ),
    "item_twice": _fault(
        ("“{item}”在同一张卡中出现多次", "“{item}” stands in the card more than once"),
        ("只保留一项，并合并权重", "keep one item and add the weights"),
    ),
    "weight_outweighs": _doubt(
        ("“{item}”占总权重的 {share}%，超过三分之二，其余各项合起来也几乎不起作用", "“{item}” has {share} % of the weight, more than two thirds: the other items hardly count"),
        ("把权重降到三分之二以下", "bring its weight below two thirds"),
    ),
    "weight_negligible": _doubt(
        ("“{item}”只占总权重的 {share}%，无法让评分变动一分", "“{item}” has {share} % of the weight: it cannot move the score by a point"),
        ("提高权重，或从评分卡中移除", "raise its weight, or take it out of the card"),
    ),
    "reading_not_supplied": _doubt(
        ("“{item}”需要“{kinds}”数据，但从未导入过，因此永远缺值", "“{item}” rests on {kinds}, of which nothing was ever imported: it is always missing"),
        ("导入这些数据，或移除该项", "import them, or take the item out"),
    ),
    "margin_too_wide": _fault(
        ("风险等级“{grade}”只有 {width} 分宽，而稳定带为 {margin} 分：进入后难以离开", "grade “{grade}” is {width} points wide and the margin is {margin}: who is in can hardly leave"),
        ("缩小稳定带，或放宽该等级的分数范围", "make the margin smaller or the grade wider"),
    ),
    "grade_twice": _fault(
        ("风险等级“{grade}”占了不止一个分数段", "grade “{grade}” stands for more than one range of scores"),
        ("每个等级只保留一个分数段", "keep one range for each grade"),
    ),
    "high_risk_above_sixty": _doubt(
        ("高风险的界限是 {below} 分；约定是低于 60 分为高风险", "high risk begins below {below}; the agreed cut-off is 60"),
        ("确认这是有意的改动，或改回 60", "make sure that this is meant, or set it back to 60"),
    ),
    "rule_never_fires": _fault(
        ("规则“{rule}”的条件不可能成立", "the condition of rule “{rule}” can never hold"),
        ("检查条件与适用范围中互相矛盾的部分", "look for the parts of its condition and scope that contradict each other"),
    ),
    "rule_always_fires": _fault(
        ("规则“{rule}”对每个已知读数的客户都会触发", "rule “{rule}” fires for every customer whose readings are known"),
        ("收紧条件，使其能区分客户", "make its condition narrower, so that it tells customers apart"),
    ),
    "rules_say_the_same": _doubt(
        ("规则“{rule}”与“{other}”的条件相同，会重复预警", "rules “{rule}” and “{other}” have the same condition and warn twice"),
        ("删除其中一条，或合并动作与通知对象", "remove one of them, or put their actions and recipients together"),
    ),
    "severity_upside_down": _fault(
        ("规则“{rule}”的条件比“{other}”更严重，级别却更低", "rule “{rule}” needs more than “{other}”, and yet is less severe"),
        ("提高“{rule}”的级别，或降低“{other}”的级别", "raise the severity of “{rule}”, or lower that of “{other}”"),
    ),
    "actions_contradict": _fault(
        ("规则“{rule}”建议提高额度，而“{other}”同时触发时会锁单或停止发货", "rule “{rule}” proposes more credit while “{other}”, which can fire with it, stops orders or shipments"),
        ("让两条规则的条件互斥，或去掉其中一个动作", "let their conditions exclude each other, or remove one of the actions"),
    ),
    "more_credit_for_high_risk": _fault(
        ("规则“{rule}”会给高风险客户（低于 {below} 分）增加额度，且没有要求担保", "rule “{rule}” gives more credit to customers of high risk (below {below}) and asks for no pledge"),
        ("把条件限制在 {below} 分以上，或要求有担保，并由审批决定", "limit it to scores of {below} and more, or to customers with a pledge, and let people approve it"),
    ),
    "credit_without_approval": _fault(
        ("规则“{rule}”建议调整额度，但审批权限表中没有“{action}”", "rule “{rule}” proposes a limit, and the table of authority has no line for “{action}”"),
        ("在审批权限表中加上这一行", "add the line to the table of authority"),
    ),
    "rule_without_recipient": _fault(
        ("规则“{rule}”没有通知对象，预警不会有人看到", "rule “{rule}” has no recipient: nobody is told of its alerts"),
        ("指定至少一个角色", "name at least one role"),
    ),
    "role_unknown": _fault(
        ("规则“{rule}”指向不存在的角色“{role}”", "rule “{rule}” names the role “{role}”, which does not exist"),
        ("改为现有的角色", "name a role there is"),
    ),
    "nobody_has_role": _doubt(
        ("规则“{rule}”通知“{role}”，但目前没有人担任", "rule “{rule}” tells the role “{role}”, which nobody has"),
        ("给某人这个角色，或改通知对象", "give somebody the role, or name another recipient"),
    ),
    "action_without_recipient": _fault(
        ("规则“{rule}”的动作“{action}”没有写明交给谁", "the action “{action}” of rule “{rule}” does not say to whom"),
        ("写明角色", "name a role"),
    ),
    "fires_too_often": _doubt(
        ("规则“{rule}”目前对 {share}% 的客户触发（{customers} 家），超过 {most}%", "rule “{rule}” fires for {share} % of the customers at present ({customers}), more than {most} %"),
        ("收紧条件或提高阈值，否则没有人会再看这条预警", "make it narrower or raise its threshold, or nobody will read its alerts"),
    ),
    "rule_rests_on_nothing": _doubt(
        ("规则“{rule}”需要“{kinds}”数据，但从未导入过，因此永远无法判断", "rule “{rule}” rests on {kinds}, of which nothing was ever imported: it can never tell"),
        ("导入这些数据，或关闭该规则", "import them, or switch the rule off"),
    ),
    "label_in_one_language": _fault(
        ("“{name}”缺少{language}名称", "“{name}” has no name in {language}"),
        ("补上两种语言的名称", "give it a name in both languages"),
    ),
    "authority_hole": _fault(
        ("审批权限表没有覆盖“{action}”的所有金额", "the table of authority does not cover every size of “{action}”"),
        ("加上一行不限金额的权限", "add a line without a limit"),
    ),
    "nobody_can_approve": _doubt(
        ("“{action}”需要“{roles}”同意，但没有足够的人担任", "“{action}” needs the agreement of {roles}, and not enough people have the role"),
        ("给更多人这些角色；发起人自己不能同意", "give more people the role: whoever asks cannot agree"),
    ),
    "larger_needs_less": _fault(
        ("“{action}”金额较大（{larger}）时需要的同意反而更少", "“{action}” needs less agreement for a larger size ({larger})"),
        ("让较大金额至少需要较小金额所需的同意", "let the larger size need at least what the smaller one needs"),
    ),
    "quadrant_without_strategy": _fault(
        ("象限“{place}”没有策略：这些客户不知该如何对待", "quadrant “{place}” has no strategy: nobody knows what is done for its customers"),
        ("在策略库中为该象限写一条策略", "write a strategy for the quadrant"),
    ),
    "grade_without_strategy": _fault(
        ("风险等级“{place}”没有策略：这些客户不知该如何对待", "grade “{place}” has no strategy: nobody knows what is done for its customers"),
        ("在策略库中为该等级写一条策略", "write a strategy for the grade"),
    ),
    "strategy_for_nobody": _fault(
        ("策略“{strategy}”所对应的象限或等级并不存在", "strategy “{strategy}” is for a quadrant or grade that does not exist"),
        ("改为现有的象限或等级，或删除该策略", "put it under a quadrant or grade there is, or remove it"),
    ),
    "strategy_contradicts_itself": _fault(
        ("策略“{strategy}”自相矛盾：{one}，但{other}", "strategy “{strategy}” contradicts itself: {one}, and yet {other}"),
        ("只保留其中一项", "keep one of them"),
    ),
    "strategy_more_credit_for_high_risk": _fault(
        ("策略“{strategy}”会提高高风险客户的额度，却没有要求担保或审批", "strategy “{strategy}” raises the limit of customers of high risk without pledge and approval"),
        ("把额度比例降到 100% 以内，或要求必须取得担保并写明审批人", "bring the limit to 100 % or less, or require a pledge and name who approves"),
    ),
    "strategy_without_approver": _fault(
        ("策略“{strategy}”规定了授信条件，却没有写明谁可以批准例外", "strategy “{strategy}” sets terms of credit and names nobody who may approve departures"),
        ("写明审批人", "name who approves"),
    ),
    "approver_is_responsible": _doubt(
        ("策略“{strategy}”的例外只能由负责人自己（{role}）批准", "departures from strategy “{strategy}” are approved only by the role responsible for it ({role})"),
        ("增加另一个审批角色：经办与审批应分离", "name another role: whoever makes a departure should not approve it"),
    ),
    "nobody_can_depart": _doubt(
        ("策略“{strategy}”的例外由“{roles}”批准，但目前没有人担任", "departures from strategy “{strategy}” are approved by {roles}, which nobody is"),
        ("给某人这些角色，或改写审批人", "give somebody the role, or name another"),
    ),
    "nobody_responsible": _doubt(
        ("策略“{strategy}”由“{role}”负责，但目前没有人担任", "strategy “{strategy}” is the responsibility of the role “{role}”, which nobody has"),
        ("给某人这个角色，或改写负责人", "give somebody the role, or name another"),
    ),
    "strategies_contradict": _fault(
        ("策略“{strategy}”与“{other}”会同时适用于一些客户，却一个放宽、一个收紧", "strategies “{strategy}” and “{other}” apply to the same customers, and one gives while the other takes away"),
        ("改动其中一个，或调整矩阵中的格子", "change one of them, or the cells of the matrix"),
    ),
    "riskier_gets_more": _fault(
        ("风险更高的“{strategy}”在“{term}”上反而比“{other}”宽松", "“{strategy}” is for the riskier grade, and yet milder in “{term}” than “{other}”"),
        ("让风险更高的等级至少同样严格", "let the riskier grade be at least as strict"),
    ),
    "step_for_nobody": _doubt(
        ("“{name}”的步骤“{step}”由“{role}”执行，但目前没有人担任", "step “{step}” of “{name}” is for the role “{role}”, which nobody has"),
        ("给某人这个角色，或改由其他角色执行", "give somebody the role, or let another role do it"),
    ),
    "step_before_its_time": _doubt(
        ("“{name}”的步骤“{step}”排在“{before}”之后，期限却更早", "step “{step}” of “{name}” comes after “{before}”, and yet is due earlier"),
        ("调整顺序或期限", "change their order or their days"),
    ),
    "rule_without_plan": _doubt(
        ("规则“{rule}”没有应急预案：预警之后不知该做什么", "rule “{rule}” has no contingency plan: nobody knows what to do about its alerts"),
        ("把该规则加入一个预案", "add the rule to a plan"),
    ),
    "rule_in_two_plans": _fault(
        ("规则“{rule}”同时属于预案“{plan}”和“{other}”，只有第一个有效", "rule “{rule}” belongs to the plans “{plan}” and “{other}”; only the first counts"),
        ("从其中一个预案移除", "take it out of one of them"),
    ),
    "plan_for_no_rule": _doubt(
        ("预案“{plan}”针对规则“{rule}”，但没有这条规则", "plan “{plan}” is for the rule “{rule}”, which does not exist"),
        ("从预案中移除该规则", "take the rule out of the plan"),
    ),
    "letter_unknown": _fault(
        ("“{name}”引用了信函“{letter}”，但没有这封信函", "“{name}” names the letter “{letter}”, which does not exist"),
        ("改为现有的信函，或写一封", "name a letter there is, or write it"),
    ),
    "placeholder_unknown": _fault(
        ("信函“{letter}”中的 {place} 没有可以填入的内容", "{place} in letter “{letter}” stands for nothing that it may tell"),
        ("改为可用的占位符，或写成普通文字", "use one of the placeholders there are, or plain words"),
    ),
    "placeholder_in_one_language": _doubt(
        ("信函“{letter}”的{language}文本缺少 {place}", "letter “{letter}” lacks {place} in {language}"),
        ("在两种语言中都写上，或都不写", "use it in both languages or in neither"),
    ),
}  # fmt: skip
