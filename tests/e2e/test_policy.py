"""The policy in the browser: changed without code, its effect seen, submitted, agreed to by somebody else, in force."""

import json
import re
from itertools import count
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visit
from tests.e2e.site import ROOT, Site
from tests.e2e.test_customers import asked
from tests.e2e.visitor import PHONE, WIDE, Language, Visitor, mostly

pytestmark = pytest.mark.slow
_tries = count(1)
"""What a test writes has a name of its own, so that a test that is tried again finds nothing of the first try in its way."""


class Words:
    """The catalogues of a language: `words("policy:one.submit")`."""

    def __init__(self, language: Language) -> None:
        self.folder = ROOT / "web" / "src" / "i18n" / language

    def __call__(self, key: str, **values: object) -> str:
        name, _, path = key.partition(":")
        found: Any = json.loads((self.folder / f"{name}.json").read_text(encoding="utf-8"))
        for step in path.split("."):
            found = found[step]
        text = str(found)
        for each, value in values.items():
            text = text.replace("{{" + each + "}}", str(value))
        return text

    def pattern(self, key: str) -> re.Pattern[str]:
        """Match a text with whatever stands in its places."""
        return re.compile(re.sub(r"\\\{\\\{\w+\\\}\\\}", ".+", re.escape(self(key))))


def version(visitor: Visitor, kind: str) -> int:
    """Give the number of the version in force."""
    answer = visitor.page.request.get(f"{visitor.site.address}/api/v1/policy/{kind}/versions").json()
    (number,) = (each["version"] for each in answer["items"] if each["is_live"])
    return int(number)


def begin(maker: Visitor, kind: str, title: str, words: Words) -> Page:
    page = maker.open(f"/policy/{kind}?lang={maker.page.evaluate('document.documentElement.lang')}")
    page.get_by_role("button", name=words("policy:change"), exact=True).click()
    dialog = page.get_by_role("dialog", name=words("policy:begin.title"))
    dialog.get_by_label(words("policy:begin.new")).fill(title)
    dialog.get_by_role("button", name=words("policy:begin.begin")).click()
    expect(page).to_have_url(re.compile(rf"/policy/changes/\d+/{kind}"))
    return maker.settled()


def submit(maker: Visitor, words: Words) -> str:
    """Save the draft and ask for agreement; gives the address of the request."""
    maker.page.get_by_role("button", name=words("policy:editor.save")).click()
    return submitted(maker, words)


def submitted(maker: Visitor, words: Words) -> str:
    """Ask for agreement to a saved change; gives the address of the request."""
    page = maker.page
    page.get_by_role("button", name=words("policy:one.submit")).click()
    dialog = page.get_by_role("dialog", name=words("policy:submit.title"))
    dialog.get_by_label(words("policy:submit.reason")).fill("losses in the north")
    expect(dialog.get_by_role("button", name=words("policy:submit.submit"), exact=True)).to_be_enabled()
    if dialog.get_by_role("checkbox").count():
        dialog.get_by_role("checkbox").check()
    assert maker.barriers() == []
    dialog.get_by_role("button", name=words("policy:submit.submit"), exact=True).click()
    expect(page).to_have_url(re.compile(r"/approvals/\d+"))
    expect(page.get_by_text(words("approvals:one.own"))).to_be_visible()
    expect(page.get_by_role("button", name=words("approvals:one.approve"), exact=True)).to_have_count(0)
    return page.url.removeprefix(maker.site.address)


def agree(checker: Visitor, address: str, title: str, words: Words) -> None:
    page = checker.open("/approvals")
    page.get_by_role("link", name=title).click()
    expect(page).to_have_url(re.compile(re.escape(address.partition("?")[0])))
    texts = page.locator("details")
    expect(texts.first).to_be_visible()
    texts.first.locator("summary").click()
    expect(texts.first.get_by_text("+", exact=True).first).to_be_visible()
    assert checker.barriers() == []
    page.get_by_role("button", name=words("approvals:one.approve"), exact=True).click()
    dialog = page.get_by_role("dialog", name=words("approvals:one.approve_title"))
    dialog.get_by_role("button", name=words("approvals:one.approve"), exact=True).click()
    expect(page.get_by_text(words("approvals:empty.mine"))).to_be_visible()


def in_force(checker: Visitor, kind: str, number: int, words: Words) -> None:
    """Wait until the worker has published what was agreed to."""
    page = checker.page
    for _ in range(20):
        checker.open(f"/policy/{kind}")
        if version(checker, kind) == number:
            break
        page.wait_for_timeout(500)
    checker.open(f"/policy/{kind}")
    expect(page.get_by_text(words("policy:version.live", number=number))).to_be_visible()
    expect(page.get_by_text("losses in the north").first).to_be_visible()
    assert checker.barriers() == []


LANGUAGES: tuple[Language, ...] = ("zh-CN", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_and_a_rule_are_changed_with_their_effect_in_view(
    demo: Site, visiting: Visit, language: Language
) -> None:
    words = Words(language)
    maker, checker = (visiting(demo, role, language=language) for role in ("credit_manager", "cfo"))
    for visitor in (maker, checker):
        visitor.send("PATCH", "/me", {"language": language[:2]})
        visitor.open("/workbench")
    once = next(_tries)
    card, rule = f"Card {language} {once}", f"Rule {language} {once}"

    number = version(maker, "scorecard")
    page = begin(maker, "scorecard", card, words)
    effect = page.get_by_role("region", name=words("policy:trial.title"))
    expect(effect.get_by_text(words("policy:trial.nothing"))).to_be_visible()
    weight = page.get_by_role("list", name=words("policy:card.items")).get_by_role("spinbutton").first
    weight.fill("300")
    weight.press("Enter")
    expect(effect.get_by_text(words.pattern("policy:trial.who"))).to_be_visible()
    maker.shot(f"policy-card-{language}")
    assert maker.barriers() == []
    page.keyboard.press("Control+z")
    expect(effect.get_by_text(words("policy:trial.nothing"))).to_be_visible()
    page.get_by_label(words("policy:card.cap")).fill(str(20 + number))
    page.keyboard.press("Enter")
    agree(checker, submit(maker, words), card, words)
    in_force(checker, "scorecard", number + 1, words)

    number = version(maker, "rules")
    page = begin(maker, "rules", rule, words)
    page.get_by_role("list", name=words("policy:kind.rules")).get_by_role("button").first.click()
    days = page.get_by_label("逾期天数超过" if language == "zh-CN" else "Days overdue above", exact=True)
    days.fill("3")
    days.press("Enter")
    effect = page.get_by_role("region", name=words("policy:trial.title"))
    expect(effect.get_by_text(words("policy:trial.appears"))).to_be_visible()
    maker.shot(f"policy-rule-{language}")
    assert maker.barriers() == []
    page.keyboard.press("Control+z")
    expect(effect.get_by_text(words("policy:trial.nothing"))).to_be_visible()
    page.get_by_label(words("policy:rule.cooldown"), exact=True).fill(str(7 + number))
    page.keyboard.press("Enter")
    agree(checker, submit(maker, words), rule, words)
    in_force(checker, "rules", number + 1, words)
    for visitor in (maker, checker):
        visitor.send("PATCH", "/me", {"language": "zh"})


def choose(page: Page, label: str, option: str) -> None:
    """Choose from the list of a field."""
    page.get_by_label(label, exact=True).last.click()
    page.locator(".ant-select-dropdown:visible").get_by_text(option, exact=True).last.click()


def named(language: Language, once: int) -> dict[str, str]:
    """Give an indicator's names, one in each language: the same in both is a fault."""
    return {"zh": f"迟付占比 {language} {once}", "en": f"Late share {language} {once}"}


def make_indicator(maker: Visitor, names: dict[str, str], words: Words) -> None:
    """Make the share of invoices that were paid late, look at a customer's, on a phone too, and save the draft."""
    page = maker.page
    english = words.folder.name == "en"
    page.get_by_role("button", name=words("policy:making.new")).click()
    for language, name in names.items():
        page.get_by_label(words(f"policy:label.{language}")).fill(name)
    page.get_by_role("button", name=words("policy:making.make"), exact=True).click()
    tried = page.get_by_role("region", name=words("policy:making.trial"))
    expect(tried.get_by_text(words.pattern(f"policy:making.known{'_other' if english else ''}"))).to_be_visible()
    choose(page, words("policy:making.formula"), words("policy:making.form.ratio"))
    first = page.get_by_role("group", name=words("policy:making.first"))
    first.get_by_role("button", name=words("policy:builder.line"), exact=True).click()
    choose(page, words("policy:builder.field"), "days late when settled" if english else "结清时逾期天数")
    first.get_by_label(words("policy:builder.value"), exact=True).fill("0")
    page.keyboard.press("Enter")
    expect(tried.get_by_text(words("policy:making.missing"), exact=True)).to_be_visible()
    tried.get_by_role("listitem").get_by_role("button").first.click()
    expect(tried.get_by_role("table").first).to_be_visible()
    maker.shot(f"policy-indicator-{words.folder.name}")
    assert maker.barriers() == []
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    assert maker.overflow() == 0
    maker.shot(f"policy-indicator-{words.folder.name}")
    page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
    page.get_by_role("button", name=words("policy:editor.save")).click()


def add_rule(maker: Visitor, names: dict[str, str], words: Words) -> None:
    """Add a rule on a reading to the change, with a name of its own, and save it."""
    page, name = maker.page, names[words.folder.name[:2]]
    page.get_by_role("main").get_by_role("link", name=words("policy:kind.rules"), exact=True).click()
    page.get_by_role("button", name=words("policy:rule.new"), exact=True).click()
    for language, said in (("zh", f"{names['zh']}过高"), ("en", f"{names['en']} too high")):
        page.get_by_label(words(f"policy:label.{language}")).fill(said)
    choose(page, words("policy:builder.field"), name)
    page.get_by_label(words("policy:builder.value"), exact=True).first.fill("50")
    page.keyboard.press("Enter")
    rules = page.get_by_role("list", name=words("policy:kind.rules"))
    expect(rules.get_by_text(re.compile(re.escape(name) + " .*50%"))).to_be_visible()
    page.get_by_role("button", name=words("policy:editor.save")).click()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_indicator_is_made_without_code_and_a_rule_on_it_comes_into_force(
    demo: Site, visiting: Visit, language: Language
) -> None:
    once = next(_tries)
    words, names = Words(language), named(language, once)
    maker, checker = (visiting(demo, role, language=language) for role in ("credit_manager", "cfo"))
    for visitor in (maker, checker):
        visitor.send("PATCH", "/me", {"language": language[:2]})
        visitor.open("/workbench")
    numbers = {kind: version(maker, kind) for kind in ("indicators", "rules")}
    page = begin(maker, "indicators", f"Own {language} {once}", words)
    make_indicator(maker, names, words)
    add_rule(maker, names, words)
    page.get_by_role("button", name=words("policy:one.submit")).click()
    dialog = page.get_by_role("dialog", name=words("policy:submit.title"))
    findings = dialog.get_by_role("region", name=words("policy:findings.title"))
    expect(findings.get_by_role("heading")).to_be_visible()
    maker.shot(f"policy-findings-{language}")
    dialog.get_by_role("button", name=words("common:action.cancel")).click()
    agree(checker, submitted(maker, words), f"Own {language} {once}", words)
    for kind, number in numbers.items():
        in_force(checker, kind, number + 1, words)
    expect(checker.open("/policy/indicators").get_by_text(names[language[:2]], exact=True).first).to_be_visible()
    for visitor in (maker, checker):
        visitor.send("PATCH", "/me", {"language": "zh"})


def test_a_condition_is_put_together_from_lines_and_one_that_calculates_is_text(demo: Site, visiting: Visit) -> None:
    maker = visiting(demo, "credit_manager", language="zh-CN")
    maker.send("PATCH", "/me", {"language": "zh"})
    change = maker.send("POST", "/policy-changes", {"title": "lines"})["id"]
    page = maker.open(f"/policy/changes/{change}/rules")
    rules = page.get_by_role("list", name="预警规则")
    rules.get_by_role("button", name=re.compile("评分低于")).click()
    page.get_by_role("button", name="条件", exact=True).first.click()
    expect(page.get_by_text("请补全每一行条件")).to_be_visible()
    page.get_by_role("spinbutton", name="比较值").fill("30")
    page.keyboard.press("Enter")
    expect(rules.get_by_text(re.compile("健康度评分小于 60 且最长逾期天数大于 30"))).to_be_visible()
    assert maker.barriers() == []
    rules.get_by_role("button", name=re.compile("评分低于")).click()
    rules.get_by_role("button", name=re.compile("付款延迟率上升")).click()
    expect(page.get_by_text("这个条件含有运算，只能以文本编辑。")).to_be_visible()
    page.get_by_role("textbox", name="触发条件").fill("payment_delay_rate_90d > payment_delay_rate_13m + rise")
    expect(rules.get_by_role("alert")).to_contain_text("payment_delay_rate_13m")
    page.get_by_role("button", name="新建规则").click()
    expect(rules.get_by_text("新规则")).to_be_visible()


def test_who_may_not_see_the_policy_is_told_so(demo: Site, visiting: Visit) -> None:
    visitor = visiting(demo, "sales")
    expect(visitor.open("/policy/rules").get_by_role("alert")).to_be_visible()
    expect(visitor.page.get_by_role("link", name="策略", exact=True)).to_have_count(0)
    auditor = visiting(demo, "auditor")
    page = auditor.open("/policy/scorecard")
    expect(page.get_by_text("第 1 版", exact=False).first).to_be_visible()
    expect(page.get_by_role("button", name="修改", exact=True)).to_have_count(0)


def edit_strategy(maker: Visitor, number: int, words: Words) -> None:
    """Stop shipments of the riskiest a day later, and take back a step."""
    page = maker.page
    grades = page.get_by_role("list", name=words("policy:strategy.grades"))
    grades.get_by_role("button").first.click()
    stop = page.get_by_label(words("policy:strategy.stop_after_days"))
    expect(stop).to_have_value(str(number - 1))
    stop.fill(str(number))
    stop.press("Enter")
    page.get_by_role("button", name=words("policy:steps.add")).click()
    expect(page.get_by_label(words("policy:steps.within"), exact=True)).to_have_count(4)
    assert maker.barriers() == []
    maker.shot(f"policy-strategy-{words.folder.name}")
    page.keyboard.press("Control+z")
    page.get_by_role("button", name=words("policy:editor.save")).click()


def edit_plan(maker: Visitor, words: Words) -> None:
    """Give the first step of the first plan another day."""
    page = maker.page
    page.get_by_role("main").get_by_role("link", name=words("policy:kind.contingency_plans"), exact=True).click()
    page.get_by_role("list", name=words("policy:kind.contingency_plans")).get_by_role("button").first.click()
    within = page.get_by_label(words("policy:steps.within")).first
    within.fill("2" if within.input_value() == "1" else "1")
    within.press("Enter")
    assert maker.barriers() == []
    maker.shot(f"policy-plan-{words.folder.name}")
    page.get_by_role("button", name=words("policy:editor.save")).click()


def edit_letter(maker: Visitor, name: str, words: Words) -> None:
    """Write a letter anew, first with a placeholder that stands for nothing."""
    page = maker.page
    page.get_by_role("main").get_by_role("link", name=words("policy:kind.letters"), exact=True).click()
    page.get_by_role("list", name=words("policy:kind.letters")).get_by_role("button").first.click()
    body = page.get_by_label(words("policy:letter.body_en"))
    body.fill("Dear {customer},\n\nplease pay {overdue} to {nobody}.\n")
    strange = page.get_by_text(words.pattern("policy:letter.strange"))
    expect(strange).to_contain_text("{nobody}")
    body.fill(f"Dear {{customer}},\n\nplease pay {{overdue}}: {name}.\n")
    expect(strange).to_have_count(0)
    assert maker.barriers() == []
    maker.shot(f"policy-letter-{words.folder.name}")


@pytest.mark.parametrize("language", mostly("en"))
def test_strategy_plan_and_letter_are_changed_together_and_used(
    demo: Site, visiting: Visit, language: Language
) -> None:
    words = Words(language)
    maker, checker = (visiting(demo, role, language=language) for role in ("credit_manager", "cfo"))
    for visitor in (maker, checker):
        visitor.send("PATCH", "/me", {"language": language[:2]})
        visitor.open("/workbench")
    title, number = f"Measures {language} {next(_tries)}", version(maker, "strategies")

    begin(maker, "strategies", title, words)
    edit_strategy(maker, number, words)
    edit_plan(maker, words)
    edit_letter(maker, title, words)
    agree(checker, submit(maker, words), title, words)
    in_force(checker, "strategies", number + 1, words)

    alert = next(each for each in asked(checker, "/alerts?rule=overdue_30_days")["items"])
    page = checker.open(f"/alerts/{alert['id']}")
    expect(page.get_by_role("region", name=words("alerts:plan.strategy"))).to_be_visible()
    plan = page.get_by_role("region", name=words("alerts:plan.title"))
    expect(plan.get_by_role("listitem")).to_have_count(4)
    assert checker.barriers() == []
    plan.get_by_role("link").last.click()
    expect(page.get_by_text(words("customers:strategy.version", number=number + 1))).to_be_visible()
    letter = page.get_by_role("textbox", name=words("customers:letter.title"))
    page.get_by_role("radiogroup").last.get_by_text(words("customers:back.en")).click()
    expect(letter).to_have_value(re.compile(f"please pay CNY [0-9,.]+: {title}"))
    assert checker.barriers() == []
    checker.shot(f"customer-strategy-{language}")
    for visitor in (maker, checker):
        visitor.send("PATCH", "/me", {"language": "zh"})
