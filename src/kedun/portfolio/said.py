"""A policy in the words people use: grades, quadrants, formulas, measures, conditions, reasons."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from kedun.alerts.readable import Reader
from kedun.assessments.policy import Policy
from kedun.expressions import check, explain, parse
from kedun.facts.kinds import KINDS
from kedun.facts.masking import is_amount
from kedun.facts.steps import types_of
from kedun.facts.views import VIEWS
from kedun.indicators.definition import Dimension, Function, Unit
from kedun.indicators.measures import Measure
from kedun.kernel.words import Language, Words
from kedun.portfolio.words import FLAGS, REASONS
from kedun.rules.choice import settled
from kedun.rules.definition import Rule

DIMENSION_WORDS: Mapping[Dimension, Words] = {
    "financial": Words("财务状况", "Financial standing"),
    "history": Words("合作历史", "Cooperation so far"),
    "behaviour": Words("行为模式", "Behaviour"),
    "industry": Words("行业动态", "Industry"),
    "legal": Words("法律合规", "Legal and compliance"),
    "customer": Words("客户", "Customer"),
}
JOINED_WORDS: Mapping[str, Words] = {
    "allocated_minor": Words("已核销金额（原币）", "settled amount, document currency"),
    "allocated_reporting_minor": Words("已核销金额", "settled amount"),
    "cash_minor": Words("已收现金（原币）", "cash received, document currency"),
    "written_off_minor": Words("已核销坏账（原币）", "written off, document currency"),
    "last_cash_on": Words("最近收款日", "last cash on"),
    "due_on": Words("执行到期日", "due day in effect"),
    "due_basis": Words("到期日依据", "basis of the due day"),
    "rollovers": Words("展期次数", "times the due day was moved"),
    "unapplied_reporting_minor": Words("未核销金额（本位币）", "unapplied amount in reporting currency"),
    "effective_on": Words("生效日", "effective on"),
    "size_class": Words("金额规模级", "size class of the amount"),
    "as_of": Words("时点", "day looked from"),
}
"""What views join to the stored fields."""

REPORTING = Words("{label}（本位币）", "{label}, reporting currency")
WHOLE: Mapping[Function, Words] = {
    "count": Words("{kind}笔数", "number of {kind} records"),
    "sum": Words("{kind}的{column}之和", "sum of {column} over {kind} records"),
    "min": Words("{kind}的最小{column}", "least {column} of {kind} records"),
    "max": Words("{kind}的最大{column}", "greatest {column} of {kind} records"),
}
PART: Mapping[Function, Words] = {
    "count": Words("「{where}」的{kind}笔数", "number of {kind} records where {where}"),
    "sum": Words("「{where}」的{kind}的{column}之和", "sum of {column} over {kind} records where {where}"),
    "min": Words("「{where}」的{kind}的最小{column}", "least {column} of {kind} records where {where}"),
    "max": Words("「{where}」的{kind}的最大{column}", "greatest {column} of {kind} records where {where}"),
}
BEFORE = Words("{days}天前的{what}", "{what}, as of {days} days before")
TOGETHER: Mapping[Function, Words] = {
    "count": Words("集团成员数", "number of members of the group"),
    "sum": Words("集团成员的{what}合计", "over the group, sum of: {what}"),
    "min": Words("集团成员中最小的{what}", "over the group, least: {what}"),
    "max": Words("集团成员中最大的{what}", "over the group, greatest: {what}"),
}
OF_MEMBERS = Words("{whole}（仅计「{where}」的成员）", "{whole}, of members where {where}")
IN_BOOK = Words("最近月末的全账合计：{what}", "whole book at the last month-end: {what}")
CUSTOMERS_IN_BOOK = Words("最近月末的全账客户数", "customers of the book at the last month-end")
BOUND_IN_BOOK = Words(
    "最近月末全账第{part}个五分之一客户的上限：{what}",
    "at the last month-end, where fifth {part} of the customers ends: {what}",
)
PLACE_WORDS: Mapping[str, Words] = {
    "score": Words("健康度评分", "Health score"),
    "score_30d_ago": Words(
        "30天前的健康度评分（按现有数据与现行规则）", "Health score 30 days ago, by what is known today"
    ),
    "coverage": Words("评分覆盖率", "Coverage of the score"),
    "grade": Words("风险等级", "Risk grade"),
    "value_tier": Words("价值层级", "Value tier"),
    "quadrant": Words("象限", "Quadrant"),
    "signal_points": Words("信号扣分", "Points off for signals"),
}
"""What rules may name besides indicators."""

PLACE_UNITS: Mapping[str, Unit] = {
    "score": "points",
    "score_30d_ago": "points",
    "signal_points": "points",
    "coverage": "share",
}

NOT_STATED_WORDS = Words("未注明", "Not stated")
MOST_KEPT = 8


def unit_of(name: str, units: Mapping[str, Unit]) -> Unit | None:
    """Give the unit of what stands in an assessment or its evidence; None where nothing of today explains it.

    `units`: of the indicators of today; an amount of yesterday is known by its name.
    """
    return units.get(name) or PLACE_UNITS.get(name) or ("minor" if is_amount(name) else None)


def column_words(kind: str, column: str) -> Words:
    """Say a column of a fact view: stored, joined or computed."""
    if kind in VIEWS:
        for each in VIEWS[kind].columns:
            if each.name == column:
                return each.label
    fields = {each.name: each.label for each in KINDS[kind].fields}
    if column in fields:
        return fields[column]
    if column in JOINED_WORDS:
        return JOINED_WORDS[column]
    stated = fields.get(column.replace("_reporting_minor", "_minor"))
    if stated:
        return Words(*(REPORTING.say(language, label=stated.say(language)) for language in ("zh", "en")))
    return Words(column, column)


_EVERY_ROW = parse("TRUE")


def within(label: str) -> str:
    """Write a label inside a sentence: English ones small, abbreviations as they are."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def _plain(text: str) -> Words:
    return Words(text, text)


@dataclass(frozen=True)
class Said:
    """A policy, said in one language; each text is put together once."""

    policy: Policy
    language: Language

    @cached_property
    def _of_readings(self) -> Reader:
        keys = self.policy.indicators.indicators

        def unit_of(name: str) -> Unit | None:
            return keys[name].text.unit if name in keys else None

        return Reader(unit_of, self.policy.currency, self.language)

    @cached_property
    def _of_facts(self) -> Reader:
        return Reader(lambda name: "minor" if is_amount(name) else None, self.policy.currency, self.language)

    @cached_property
    def _names(self) -> Mapping[str, Words]:
        """What formulas may name: indicators by their labels, measures by what they take together."""
        measures = {key: _plain(f"[{self.measure(key)}]") for key in self.policy.indicators.measures}
        measures |= {key: _plain(f"[{self.earlier(key)}]") for key in self.policy.indicators.earlier}
        measures |= {key: _plain(f"[{self.group(key)}]") for key in self.policy.indicators.group}
        measures |= {key: _plain(f"[{self.book(key)}]") for key in self.policy.indicators.book}
        labels = {key: each.text.label.words() for key, each in self.policy.indicators.indicators.items()}
        return {**measures, **labels, **PLACE_WORDS}

    def name(self, key: str) -> str:
        """Name what a rule or a card may name: an indicator, the score, the grade, a measure."""
        return self._names[key].say(self.language) if key in self._names else key

    @cached_property
    def formulas(self) -> Mapping[str, str]:
        """How each reading is computed."""
        steps = {step.name: step.checked for layer in self.policy.indicators.layers for step in layer}
        return {
            key: explain(steps[key], self.language, self._names) if key in steps else self._of_itself(key)
            for key in self.policy.indicators.indicators
        }

    def measure(self, key: str) -> str:
        """Say what a measure takes together."""
        measure = self.policy.indicators.measures[key]
        kind = within(KINDS[measure.fact].label.say(self.language))
        column = explain(measure.argument, self.language, self._columns(measure)) if measure.argument else ""
        where = self.filter(key)
        words = PART if where else WHOLE
        return words[measure.function].say(self.language, kind=kind, column=column, where=where)

    def earlier(self, key: str) -> str:
        """Say what a measure of an earlier day takes together."""
        each = self.policy.indicators.earlier[key]
        return BEFORE.say(self.language, what=self.measure(each.measure.key), days=each.days_ago)

    def _of_itself(self, key: str) -> str:
        """Say what stands without a formula."""
        program = self.policy.indicators
        return self.group(key) if key in program.group else self.book(key) if key in program.book else self.measure(key)

    def group(self, key: str) -> str:
        """Say what a measure over a group takes together."""
        each = self.policy.indicators.group[key]
        whole = TOGETHER[each.function].say(self.language, what=self.measure(each.measure.key) if each.measure else "")
        if each.where.node == _EVERY_ROW:
            return whole
        named = {name: _plain(f"[{self.measure(name)}]") for name in each.names}
        return OF_MEMBERS.say(self.language, whole=whole, where=explain(each.where, self.language, named))

    def book(self, key: str) -> str:
        """Say what a total of the book takes together."""
        each = self.policy.indicators.book[key]
        if each.measure is None:
            return CUSTOMERS_IN_BOOK.say(self.language)
        words = IN_BOOK if each.part is None else BOUND_IN_BOOK
        return words.say(self.language, what=self.measure(each.measure.key), part=each.part)

    def filter(self, key: str) -> str:
        """Say which facts a measure takes; empty when it takes all."""
        measure = self.policy.indicators.measures[key]
        if measure.where.node == _EVERY_ROW:
            return ""
        return explain(self._of_facts.readable(measure.where), self.language, self._columns(measure))

    def _columns(self, measure: Measure) -> Mapping[str, Words]:
        named = {name: column_words(measure.fact, name) for name in measure.column_names}
        return {**named, **{name: _plain(f"[{self.measure(name)}]") for name in measure.rests_on}}

    @cached_property
    def conditions(self) -> Mapping[str, str]:
        """When each rule fires."""
        types = {**self.policy.indicators.types, **types_of(self.policy.layers)}

        def said(text: str) -> str:
            checked = check(parse(text), types, mode="reading")
            return explain(self._of_readings.readable(checked), self.language, self._names)

        joint = Words("，且", ", and ").say(self.language)
        return {
            key: said(rule.when) if parse(rule.scope) == _EVERY_ROW else said(rule.scope) + joint + said(rule.when)
            for key, rule in self.policy.rules.rules.items()
        }

    def rule(self, key: str) -> str:
        """Name a rule; one that is gone is known by its key."""
        known = self._rules.get(key)
        return known.label.words().say(self.language) if known else key

    @cached_property
    def _rules(self) -> Mapping[str, Rule]:
        """All rules with the chosen numbers in their names, switched off ones too."""
        return settled(self.policy.declared, self.policy.choice, currency=self.policy.currency)

    @cached_property
    def grades(self) -> Mapping[str, str]:
        """Every grade, worst first."""
        grading = self.policy.placing.grading
        bands = {str(band.grade): band.label.words().say(self.language) for band in grading.bands}
        return {**bands, "unrated": grading.unrated.words().say(self.language)}

    @cached_property
    def tiers(self) -> Mapping[str, str]:
        """Every value tier."""
        tiers = {tier.tier: tier.label.words().say(self.language) for tier in self.policy.placing.value.tiers}
        return {**tiers, "unknown": Words("价值未知", "Value unknown").say(self.language)}

    @cached_property
    def quadrants(self) -> Mapping[str, str]:
        """Every quadrant."""
        named = self.policy.placing.matrix.quadrants.items()
        found = {key: each.label.words().say(self.language) for key, each in named}
        return {**found, "unplaced": Words("未定位", "Not placed").say(self.language)}

    def reason(self, code: str | None) -> str | None:
        """Say why a reading is missing."""
        return REASONS[code].say(self.language) if code in REASONS else code

    def flag(self, code: str) -> str:
        """Say what one should know about a reading."""
        return FLAGS[code].say(self.language) if code in FLAGS else code


_said: dict[tuple[str, Language], Said] = {}


def said(policy: Policy, language: Language) -> Said:
    """Give a policy in words; the few that are live are kept."""
    key = (policy.hash, language)
    if key not in _said:
        if len(_said) >= MOST_KEPT:
            _said.clear()
        _said[key] = Said(policy, language)
    return _said[key]
