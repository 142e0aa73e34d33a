"""The words of mails, in both languages; whatever comes from data is escaped."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from html import escape
from typing import Final

from kedun.kernel.words import Language, Words
from kedun.notify.notices import AlertNotice, ApprovalKind, ApprovalNotice, DigestItem, Kind, ReportNotice, Why, Written

LONGEST_SUBJECT = 180
MOST_ITEMS = 50
"""Lines of a digest; the list behind the link shows the rest."""

_UNSEEN: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")

_MARKS: Final = ("【客盾】", "[kedun] ")
"""How the subject of every mail begins, so that people find them; inside the application it says nothing."""

_SUBJECTS: Mapping[Kind, Words] = {
    "alert.opened": Words("【客盾】{severity}：{customer} {rule}", "[kedun] {severity}: {customer}, {rule}"),
    "alert.closed": Words("【客盾】已解除：{customer} {rule}", "[kedun] Cleared: {customer}, {rule}"),
    "alert.assigned": Words("【客盾】请您处理：{customer} {rule}", "[kedun] For you: {customer}, {rule}"),
}
_OPENINGS: Mapping[Kind, Words] = {
    "alert.opened": Words(
        "客户 {customer}（{code}）触发了预警“{rule}”，严重程度：{severity}。",
        "An alert opened for {customer} ({code}): {rule}. Severity: {severity}.",
    ),
    "alert.closed": Words(
        "客户 {customer}（{code}）的预警“{rule}”已解除：{reason}。",
        "The alert of {customer} ({code}), {rule}, is closed: {reason}.",
    ),
    "alert.assigned": Words(
        "{by} 请您处理客户 {customer}（{code}）的预警“{rule}”，严重程度：{severity}。",
        "{by} asks you to look after an alert of {customer} ({code}): {rule}. Severity: {severity}.",
    ),
}
_EVIDENCE = Words("依据", "It rests on")
_OPENED = Words("开启日：{opened}", "Opened: {opened}")
_SEE = Words("查看预警", "See the alert")
_SEE_ALL = Words("查看全部预警", "See all alerts")
_REASONS: Mapping[Why, Words] = {
    "role": Words("您的角色会收到此类预警。", "Your role is told of alerts of this kind."),
    "owner": Words("您是该客户的负责人。", "You look after this customer."),
    "assigned": Words("该预警由您处理。", "The alert is yours to look after."),
    "company": Words(
        "没有人能收到该预警，因此发到公司的通知地址。", "Nobody could be told, so the company's address is."
    ),
}
_REPORT_SUBJECT = Words("【客盾】{month} 客户风险变动月报", "[kedun] Who moved in {month}")
_REPORT_OPENING = Words(
    "{month} 的客户风险变动月报已生成，您可以查看其中的 {customers} 个客户：",
    "The report of {month} is ready. Of the {customers} customers you see:",
)
_REPORT_LINES: Mapping[str, Words] = {
    "fell": Words("等级下降：{fell} 个", "{fell} are in a worse grade"),
    "rose": Words("等级上升：{rose} 个", "{rose} are in a better grade"),
    "overdue": Words("逾期金额：{overdue_before} → {overdue}", "Overdue: {overdue_before} → {overdue}"),
    "alerts": Words("预警：新增 {opened} 条，关闭 {closed} 条", "Alerts: {opened} opened, {closed} closed"),
}
_SEE_REPORT = Words("查看月报", "See the report")
_WHY_REPORT = Words("您的角色会收到月报。", "Your role is told of monthly reports.")
_APPROVAL_SUBJECTS: Mapping[ApprovalKind, Words] = {
    "asked": Words("【客盾】请您审批：{title}", "[kedun] For your decision: {title}"),
    "approved": Words("【客盾】已批准：{title}", "[kedun] Approved: {title}"),
    "refused": Words("【客盾】已拒绝：{title}", "[kedun] Refused: {title}"),
    "outdated": Words("【客盾】已批准但未能生效：{title}", "[kedun] Approved, yet not in force: {title}"),
    "cancelled": Words("【客盾】定期生效的变更已取消：{title}", "[kedun] Taken back before its day: {title}"),
}
_APPROVAL_OPENINGS: Mapping[ApprovalKind, Words] = {
    "asked": Words("{by} 提交了“{title}”，等待您审批。", "{by} asks you to decide about “{title}”."),
    "approved": Words(
        "您提交的“{title}”已批准，最后由 {by} 表决。", "“{title}”, which you asked for, is approved; {by} voted last."
    ),
    "refused": Words("您提交的“{title}”被 {by} 拒绝。", "“{title}”, which you asked for, was refused by {by}."),
    "outdated": Words(
        "您提交的“{title}”已获批准，但在此期间策略有变动，未能生效。请打开变更查看原因，修改后重新提交。",
        "“{title}” was approved, but the policy changed meanwhile and it could not come into force. Open it to see why, mend it and submit it again.",
    ),
    "cancelled": Words(
        "您提交并已获批准的“{title}”在生效日之前被 {by} 取消，不会生效。",
        "“{title}”, which you asked for and was approved, was taken back by {by} before its day and will not come into force.",
    ),
}
_BECAUSE = Words("理由：{why}", "Reason: {why}")
_SEE_REQUEST = Words("打开查看", "See it")
_WHY_ASKED = Words("您的角色可以审批此类申请。", "Your role decides about requests of this kind.")
_WHY_MAKER = Words("这是您提交的。", "You submitted it.")
_CHANGE = Words("通知方式可在“设置”中更改。", "How you are told can be changed in the settings.")
_DIGEST_SUBJECT = Words("【客盾】预警汇总：{count} 条", "[kedun] {count} {count:alert|alerts}")
_DIGEST_OPENING = Words(
    "自上次汇总以来有 {count} 条通知，重要的在前：",
    "{count} {count:notice|notices} since the last digest, gravest first:",
)
_BURST_OPENING = Words("刚刚有 {count} 条通知，重要的在前：", "{count} {count:notice|notices} at once, gravest first:")
_MORE = Words("另有 {count} 条，请在系统中查看。", "And {count} more, shown in the application.")

_STYLE = "font:14px/1.6 -apple-system,'Segoe UI','PingFang SC','Microsoft YaHei',sans-serif;color:#1f1f1f"
_QUIET = "color:#737373;font-size:12px"


def one_line(text: str) -> str:
    """Give a text fit for a mail's subject: one line, nothing unseen, not endless."""
    line = " ".join(_UNSEEN.sub(" ", text).split())
    return line if len(line) <= LONGEST_SUBJECT else f"{line[: LONGEST_SUBJECT - 1]}…"


def headline(subject: str) -> str:
    """Give a subject as it is read inside the application or a digest."""
    return next((subject.removeprefix(mark) for mark in _MARKS if subject.startswith(mark)), subject)


def write_alert(notice: AlertNotice, *, language: Language, why: Why, site: str) -> Written:
    """Write the mail of one alert. `site`: the address of the application; without it the page's path is named."""
    said = {
        "customer": notice.customer,
        "code": notice.customer_code,
        "rule": notice.rule,
        "severity": notice.severity,
        "reason": notice.reason,
        "by": notice.by,
    }
    subject = one_line(_SUBJECTS[notice.kind].say(language, **said))
    parts = [_paragraph(_OPENINGS[notice.kind].say(language, **said))]
    if notice.evidence:
        lines = [_said(each.label, each.value, language) for each in notice.evidence]
        parts += [_paragraph(_EVIDENCE.say(language) + _colon(language)), _listed([escape(line) for line in lines])]
    if notice.opened:
        parts.append(_paragraph(_OPENED.say(language, opened=notice.opened)))
    parts.append(f"<p>{_link(_SEE.say(language), site + notice.path, language)}</p>")
    return Written(subject, _page(parts, (_REASONS[why].say(language), _CHANGE.say(language)), language))


def write_report(notice: ReportNotice, *, path: str, language: Language, site: str) -> Written:
    """Write the mail of a monthly report; without amounts where they are hidden."""
    told = asdict(notice)
    lines = [words for name, words in _REPORT_LINES.items() if name != "overdue" or notice.overdue]
    parts = [
        _paragraph(_REPORT_OPENING.say(language, **told)),
        _listed([escape(words.say(language, **told)) for words in lines]),
        f"<p>{_link(_SEE_REPORT.say(language), site + path, language)}</p>",
    ]
    subject = one_line(_REPORT_SUBJECT.say(language, **told))
    return Written(subject, _page(parts, (_WHY_REPORT.say(language), _CHANGE.say(language)), language))


def write_approval(notice: ApprovalNotice, *, language: Language, site: str) -> Written:
    """Write the mail of a request that waits, or of what became of one's own."""
    said = {"title": notice.title, "by": notice.by, "why": notice.why}
    parts = [_paragraph(_APPROVAL_OPENINGS[notice.kind].say(language, **said))]
    if notice.why:
        parts.append(_paragraph(_BECAUSE.say(language, **said)))
    parts.append(f"<p>{_link(_SEE_REQUEST.say(language), site + notice.path, language)}</p>")
    because = _WHY_ASKED if notice.kind == "asked" else _WHY_MAKER
    subject = one_line(_APPROVAL_SUBJECTS[notice.kind].say(language, **said))
    return Written(subject, _page(parts, (because.say(language), _CHANGE.say(language)), language))


def write_digest(items: Sequence[DigestItem], *, language: Language, site: str, is_burst: bool = False) -> Written:
    """Write one mail that tells many things, in the given order."""
    count = len(items)
    opening = _BURST_OPENING if is_burst else _DIGEST_OPENING
    shown = items[:MOST_ITEMS]
    parts = [_paragraph(opening.say(language, count=count))]
    parts.append(_listed([_item(each, site) for each in shown]))
    if count > len(shown):
        parts.append(_paragraph(_MORE.say(language, count=count - len(shown))))
    parts.append(f"<p>{_link(_SEE_ALL.say(language), site + '/alerts', language)}</p>")
    subject = one_line(_DIGEST_SUBJECT.say(language, count=count))
    return Written(subject, _page(parts, (_CHANGE.say(language),), language))


def _item(item: DigestItem, site: str) -> str:
    text = escape(headline(item.subject))
    return f'<a href="{escape(site + item.path)}">{text}</a>' if site else text


def _said(label: str, value: str, language: Language) -> str:
    return f"{label}{_colon(language)}{'' if language == 'zh' else ' '}{value}"


def _colon(language: Language) -> str:
    return "：" if language == "zh" else ":"


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _listed(lines: Sequence[str]) -> str:
    return "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"


def _link(words: str, address: str, language: Language) -> str:
    """Write a link that says its address too, since the plain text of a mail has no links."""
    shown = escape(address)
    target = f'<a href="{shown}">{shown}</a>' if address.startswith(("http://", "https://")) else shown
    return f"{escape(words)}{_colon(language)} {target}"


def _page(parts: Sequence[str], small: Sequence[str], language: Language) -> str:
    joint = "" if language == "zh" else " "
    foot = f'<p style="{_QUIET}">{escape(joint.join(small))}</p>'
    return f'<div lang="{language}" style="{_STYLE}">{"".join(parts)}{foot}</div>'
