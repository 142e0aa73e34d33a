"""What accounts refuses, and what the API refuses before any stage is asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from kedun.kernel.refusals import Conflict, Forbidden, Invalid, NotFound, Unavailable
from kedun.kernel.words import Words


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with one field of a request; the field is named by its path, as in `rows.3.amount`."""

    field: str
    code: str
    words: Words


class NotLoggedIn(Forbidden):
    """Log in first, or send a valid API key."""

    zh = "请先登录，或提供有效的 API 密钥。"


class RoleMayNot(Forbidden):
    """Your role may not do this ({operation})."""

    zh = "您的角色无权执行此操作（{operation}）。"


class CsrfMissing(Forbidden):
    """The request carries no valid X-CSRFToken; load the page again."""

    zh = "请求缺少有效的 X-CSRFToken，请刷新页面后重试。"


class PersonNeeded(Forbidden):
    """Only a person may do this, not an API key."""

    zh = "此操作只能由人员执行，不能使用 API 密钥。"


class BadJson(Invalid):
    """The body is not valid JSON: {reason}."""

    zh = "请求内容不是有效的 JSON：{reason}。"


class BadRequest(Invalid):
    """The request cannot be read."""

    zh = "无法读取请求。"


class BodyTooLarge(Invalid):
    """The body may have at most {most} bytes."""

    zh = "请求内容最多 {most} 字节。"


class WrongContentType(Invalid):
    """Send the body as {expected}."""

    zh = "请以 {expected} 格式发送请求内容。"


class BadFields(Invalid):
    """Some fields are not valid: {names}."""

    zh = "部分字段无效：{names}。"

    def __init__(self, fields: Sequence[FieldError]) -> None:
        super().__init__(names=", ".join(dict.fromkeys(each.field for each in fields)))
        self.fields = tuple(fields)


class UnknownLanguage(Invalid):
    """There is no language {stated} here; lang is zh or en."""

    zh = "没有“{stated}”这种语言，lang 只能是 zh 或 en。"


class UnusableValue(Invalid):
    """A value cannot be stored."""

    zh = "有的值无法保存。"


class MethodNotAllowed(Invalid):
    """The address does not answer {method}."""

    zh = "该地址不支持 {method} 方法。"


class NoSuchAddress(NotFound):
    """There is nothing at this address."""

    zh = "该地址不存在。"


class TooManyRequests(Unavailable):
    """Too many requests; try again in {seconds} s."""

    zh = "请求过于频繁，请在 {seconds} 秒后重试。"


class DatabaseAway(Unavailable):
    """The database does not answer at present; try again in a few seconds."""

    zh = "数据库暂时无响应，请几秒后重试。"


class DiskIsFull(Unavailable):
    """The disk is full; nothing was stored. Free some space, then repeat."""

    zh = "磁盘已满，未保存任何内容。请清理空间后重试。"


class BrokeDown(Unavailable):
    """Something went wrong on our side. Quote {id} when you ask for help."""

    zh = "系统出现故障。寻求帮助时请提供编号 {id}。"


class BadIdempotencyKey(Invalid):
    """An Idempotency-Key has 1 to 64 characters out of letters, digits, dots, colons, _ and -."""

    zh = "Idempotency-Key 应为 1 到 64 个字符，只含字母、数字和 . _ : -"


class KeyUsedOtherwise(Conflict):
    """The Idempotency-Key was used for another request within the last day."""

    zh = "该 Idempotency-Key 在一天内已用于另一个请求。"


class AnswerNotKept(Conflict):
    """The request was carried out before; its answer holds a secret and was not kept."""

    zh = "该请求此前已执行；其结果含有机密，未予保留。"


class PersonNotFound(NotFound):
    """There is no person {person_id}."""

    zh = "不存在人员 {person_id}。"


class NoSecondFactor(Conflict):
    """{name} uses no second factor."""

    zh = "{name} 没有启用两步验证。"


class OwnSecondFactor(Forbidden):
    """Switch your own second factor off under My settings; another administrator can reset it for you."""

    zh = "您自己的两步验证请在“我的设置”中关闭，或由另一位管理员重置。"


class EmailTaken(Conflict):
    """Somebody with the address {email} exists already."""

    zh = "邮箱 {email} 已被使用。"


class NameInFilesTaken(Conflict):
    """Files already mean somebody else by "{name}"."""

    zh = "文件中的名称“{name}”已归属其他人员。"


class LastAdministrator(Conflict):
    """At least one active administrator must remain."""

    zh = "必须至少保留一名有效的管理员。"


class ChangedMeanwhile(Conflict):
    """It was changed meanwhile (you saw revision {seen}, it is at {present}). Look again, then repeat."""

    zh = "内容已被更改（您看到的是第 {seen} 次修订，现在是第 {present} 次）。请刷新后重试。"


class TeamNotFound(NotFound):
    """There is no team {team_id}."""

    zh = "不存在团队 {team_id}。"


class TeamNameTaken(Conflict):
    """There is a team "{name}" already."""

    zh = "团队“{name}”已存在。"


class TeamInUse(Conflict):
    """API key {key} is limited to this team; remove the key first."""

    zh = "API 密钥 {key} 仅限于该团队；请先移除密钥。"


class OverlappingMembership(Invalid):
    """{name} is listed twice for the same days."""

    zh = "{name} 在相同日期内重复列出。"


class DayOutOfReach(Invalid):
    """The days of {name} are in the wrong order or outside 1900 to 2199."""

    zh = "{name} 的日期顺序有误，或不在 1900 至 2199 年之间。"


class KeyNotFound(NotFound):
    """There is no API key {key_id}."""

    zh = "不存在 API 密钥 {key_id}。"


class TeamsMissing(Invalid):
    """A key limited to teams names at least one team; a key for all names none."""

    zh = "限定团队的密钥至少要指定一个团队；不限团队的密钥不得指定团队。"


class BadExpiry(Invalid):
    """The last day of a key is today or later, within {most_days} days."""

    zh = "密钥的最后有效日须为今天或之后、{most_days} 天之内。"


class BadMailAddress(Invalid):
    """Give the mail server as smtp://, smtps:// or smtp+starttls:// with a host."""

    zh = "邮件服务器地址应为 smtp://、smtps:// 或 smtp+starttls:// 加主机名。"


class MailNotSetUp(Conflict):
    """No mail server is set up."""

    zh = "尚未设置邮件服务器。"
