"""The letters accounts sends: an invitation, a way to a new password, a trial."""

from dataclasses import dataclass

from kedun.kernel.words import Language, Words


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in both languages; `{name}`, `{company}` and `{link}` are filled in."""

    subject: Words
    body: Words

    def said(self, language: Language, **params: str) -> tuple[str, str]:
        """Give subject and body in a language; the subject is one line."""
        subject = " ".join(self.subject.say(language, **params).split())
        return subject, self.body.say(language, **params)


INVITATION = Letter(
    subject=Words("{company}邀请您使用客盾", "{company} invites you to kedun"),
    body=Words(
        "{name}，您好：\n\n您已被加入{company}的客盾系统。请点击下面的链接设置密码，链接三天内有效，只能使用一次：\n\n{link}\n",
        "Hello {name},\n\nyou have been added to kedun of {company}. Set your password by this link; it works once, "
        "within three days:\n\n{link}\n",
    ),
)
NEW_PASSWORD = Letter(
    subject=Words("客盾：设置新密码", "kedun: set a new password"),
    body=Words(
        "{name}，您好：\n\n有人（希望是您本人）请求重设您的密码。请点击下面的链接设置新密码，链接三天内有效，只能使用一次：\n\n{link}\n\n"
        "如非本人操作，请忽略此邮件，密码不会改变。\n",
        "Hello {name},\n\nsomebody, we hope you, asked for a new password. Set it by this link; it works once, within "
        "three days:\n\n{link}\n\nIf it was not you, ignore this mail: your password stays as it is.\n",
    ),
)
SECOND_FACTOR_RESET = Letter(
    subject=Words("客盾：您的两步验证已被重置", "kedun: your second factor was reset"),
    body=Words(
        "{name}，您好：\n\n{company}的管理员重置了您的两步验证，您在所有设备上均已退出。现在凭密码即可登录，请登录后在“我的设置”中"
        "重新启用两步验证：\n\n{link}\n\n如果您没有要求重置，请立即联系管理员并修改密码。\n",
        "Hello {name},\n\nan administrator of {company} reset your second factor, and you were logged out everywhere. "
        "Your password alone lets you in now; set the second factor up again under My settings:\n\n{link}\n\n"
        "If you did not ask for this, tell your administrator at once and change your password.\n",
    ),
)
TRIAL = Letter(
    subject=Words("客盾：测试邮件", "kedun: trial mail"),
    body=Words(
        "{name}，您好：\n\n收到这封邮件说明{company}的邮件服务器设置正确。\n",
        "Hello {name},\n\nthis mail shows that the mail server of {company} is set up rightly.\n",
    ),
)
US = Words("贵公司", "your company")
