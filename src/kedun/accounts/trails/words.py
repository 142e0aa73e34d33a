"""What was done, in words: one entry per verb of the audit trail and of the access log."""

from collections.abc import Mapping

from kedun.kernel.words import Language, Words

VERBS: Mapping[str, Words] = {
    "login": Words("登录", "Logged in"),
    "login.failed": Words("登录失败", "Failed to log in"),
    "logout": Words("退出登录", "Logged out"),
    "session.end": Words("结束会话", "Ended a session"),
    "password.change": Words("修改密码", "Changed the password"),
    "password.reset": Words("通过链接设置密码", "Set the password by a link"),
    "mfa.add": Words("启用两步验证", "Added a second factor"),
    "mfa.remove": Words("停用两步验证", "Removed a second factor"),
    "mfa.reset": Words("重新生成备用码", "Made new recovery codes"),
    "person.add": Words("添加人员", "Added a person"),
    "person.change": Words("修改人员", "Changed a person"),
    "person.invite": Words("邀请人员设置密码", "Invited a person to set a password"),
    "person.reset_mfa": Words("重置两步验证", "Reset a second factor"),
    "team.add": Words("添加团队", "Added a team"),
    "team.change": Words("修改团队", "Changed a team"),
    "team.remove": Words("移除团队", "Removed a team"),
    "api_key.add": Words("创建 API 密钥", "Made an API key"),
    "api_key.remove": Words("吊销 API 密钥", "Revoked an API key"),
    "settings.company": Words("修改公司设置", "Changed the company's settings"),
    "settings.calendar": Words("修改工作日历", "Changed the calendar"),
    "settings.mail": Words("修改邮件服务器", "Changed the mail server"),
    "definitions.offer": Words("随升级提供新版策略", "Offered new shipped versions of the policy"),
    "definitions.load": Words("载入定义", "Loaded definitions"),
    "definitions.publish": Words("发布定义", "Published a definition"),
    "facts.upsert": Words("写入数据", "Stored facts"),
    "facts.retract": Words("撤回数据", "Retracted facts"),
    "facts.undo": Words("撤销一批数据", "Took back a batch of facts"),
    "facts.rebuild_settlement": Words("重算核销", "Worked settlement out anew"),
    "facts.merge": Words("合并客户的数据", "Gave a customer's facts to another"),
    "facts.part": Words("取消合并客户的数据", "Gave a parted customer its facts back"),
    "customer.merge": Words("合并客户", "Merged a customer into another"),
    "customer.part": Words("取消合并客户", "Took a merger of customers back"),
    "customer.not_same": Words("标记为不同客户", "Found two customers to be different firms"),
    "customer.owner": Words("变更客户负责人", "Changed a customer's owner"),
    "customer.grant": Words("授权查看客户", "Let somebody see a customer"),
    "customer.withdraw": Words("收回查看授权", "No longer lets somebody see a customer"),
    "movement.make": Words("生成月度变动报告", "Made the monthly report"),
    "intake.upload": Words("上传文件", "Handed in a file"),
    "intake.import": Words("导入文件", "Imported a file"),
    "intake.dismiss": Words("忽略错误行", "Dismissed rejected rows"),
    "intake.replay": Words("更正错误行", "Corrected rejected rows"),
    "intake.remember_mapping": Words("记住列对应关系", "Remembered what columns mean"),
    "intake.forget_mapping": Words("删除列对应关系", "Forgot what columns mean"),
    "intake.request_undo": Words("申请撤销导入", "Asked to take an import back"),
    "intake.fail": Words("导入失败", "An import broke down"),
    "intake.retry": Words("重试导入", "Had an import tried again"),
    "intake.undo": Words("撤销导入", "Took an import back"),
    "signals.report": Words("上报信号", "Reported a signal"),
    "signals.withdraw": Words("撤回信号", "Withdrew a signal"),
    "alerts.apply": Words("更新预警", "Brought alerts up to date"),
    "alerts.withdraw": Words("关闭已停用规则的预警", "Closed alerts of rules switched off"),
    "alert.acknowledge": Words("确认预警", "Acknowledged an alert"),
    "alert.assign": Words("分派预警", "Assigned an alert"),
    "alert.snooze": Words("暂停预警", "Snoozed an alert"),
    "alert.resolve": Words("处理完毕预警", "Resolved an alert"),
    "alert.reopen": Words("重新打开预警", "Reopened an alert"),
    "book_run.start": Words("启动整体评估", "Asked for a run over the book"),
    "book_run.stop": Words("停止整体评估", "Had a run over the book stopped"),
    "delivery.dead": Words("通知无法送达", "A notice could not be sent"),
    "delivery.retry": Words("重新发送通知", "Sent a notice again"),
    "backup.make": Words("备份", "Made a backup"),
    "backup.restore": Words("恢复备份", "Restored a backup"),
    "approval.ask": Words("提交审批", "Asked for approval"),
    "approval.vote": Words("表决", "Voted"),
    "approval.approved": Words("审批通过", "Approved"),
    "approval.refused": Words("审批拒绝", "Refused"),
    "approval.withdrawn": Words("撤回申请", "Withdrew a request"),
    "approval.deputy": Words("指定代理人", "Named a deputy"),
    "approval.end_deputy": Words("取消代理", "Ended a deputy"),
    "backtest.start": Words("启动回测", "Began a back-test"),
    "backtest.cancel": Words("取消回测", "Called a back-test off"),
    "backtest.done": Words("回测完成", "A back-test is done"),
    "backtest.failed": Words("回测失败", "A back-test failed"),
    "backtest.cancelled": Words("回测已取消", "A back-test was called off"),
    "policy.begin": Words("发起策略变更", "Began a policy change"),
    "policy.draft": Words("编辑策略草稿", "Edited a policy draft"),
    "policy.rename": Words("修改策略变更标题", "Renamed a policy change"),
    "policy.drop_draft": Words("移除策略草稿", "Took out a policy draft"),
    "policy.comment": Words("评论策略变更", "Commented on a policy change"),
    "policy.published": Words("发布策略变更", "Published a policy change"),
    "policy.alone": Words("独自使策略变更生效", "Put a policy change into force alone"),
    "policy.refused": Words("策略变更未通过", "A policy change was refused"),
    "policy.withdrawn": Words("撤回策略变更", "Withdrew a policy change"),
    "policy.decline_upgrade": Words("忽略随附的新版策略", "Declined new shipped versions of the policy"),
    "policy.cancelled": Words("在生效前取消策略变更", "Took an agreed policy change back before its day"),
    "policy.outdated": Words("策略变更已过时", "A policy change is outdated"),
    "view.save": Words("保存视图", "Saved a view"),
    "view.remove": Words("删除视图", "Removed a view"),
    "alert": Words("查看预警", "Viewed an alert"),
    "customer": Words("查看客户", "Viewed a customer"),
    "assessments": Words("读取评估结果", "Read assessments"),
    "facts": Words("读取业务数据", "Read facts"),
    "export_customers": Words("导出客户", "Exported customers"),
    "export_portfolio_figures": Words("导出账簿指标", "Exported the figures of the book"),
    "export_movements": Words("导出评分变动", "Exported what moved"),
    "backtest": Words("查看回测客户", "Saw the customers behind a back-test"),
    "export_movement": Words("导出月度变动报告", "Exported a monthly report"),
    "export_policy_change": Words("导出策略变更影响", "Exported the effect of a policy change"),
    "letter": Words("生成客户信函", "Filled a letter for a customer"),
    "export_alerts": Words("导出预警", "Exported alerts"),
    "alert_economics": Words("查看预警成效明细", "Saw the alerts behind a figure"),
    "export_alert_economics": Words("导出预警成效", "Exported what alerts came to"),
    "export_rejects": Words("导出错误行", "Exported rejected rows"),
    "import_original": Words("下载导入原件", "Took an imported file"),
}

PROGRAM: Mapping[str, Words] = {
    "policy": Words("策略发布", "Policy"),
    "assessment": Words("自动评估", "Assessment"),
    "cli": Words("命令行", "Command line"),
    "demo": Words("演示数据", "Demo"),
    "sample": Words("演示数据", "Demo"),
    "starter": Words("初始设置", "First set-up"),
    "system": Words("系统", "The system"),
    "": Words("系统", "The system"),
}
"""The parts of the program that act by themselves."""

SUBJECTS: Mapping[str, Words] = {
    "alert": Words("预警", "Alert"),
    "alerts": Words("预警", "Alerts"),
    "backtest": Words("回测", "Back-test"),
    "backup": Words("备份", "Backup"),
    "batch": Words("批次", "Batch"),
    "book_run": Words("全账评估", "Run over the book"),
    "change": Words("策略变更", "Policy change"),
    "customer": Words("客户", "Customer"),
    "delivery": Words("通知", "Notice"),
    "import": Words("导入", "Import"),
    "key": Words("API 密钥", "API key"),
    "mapping": Words("列对应关系", "Columns"),
    "person": Words("人员", "Person"),
    "settings": Words("设置", "Settings"),
    "team": Words("团队", "Team"),
    "upload": Words("文件", "File"),
    "movement": Words("月度变动报告", "Monthly report"),
    "view": Words("视图", "View"),
}
"""What a line of a trail may be about, by what stands before the colon."""


def actor_said(actor: str, names: Mapping[str, str], language: Language) -> str:
    """Name whoever did something: a person or a key by its own name, a part of the program in words."""
    program = PROGRAM.get(actor)
    return names.get(actor) or (program.say(language) if program else actor)


def subject_said(subject: str, names: Mapping[str, str], language: Language) -> str:
    """Say what something was done to; the subject itself where an older or newer program wrote it."""
    kind, _, key = subject.partition(":")
    words = SUBJECTS.get(kind)
    return f"{words.say(language)} {names.get(subject, key)}".rstrip() if words else subject


def said(verb: str, language: Language) -> str:
    """Give the words for a verb; the verb itself where an older or newer program wrote it."""
    words = VERBS.get(verb)
    return words.say(language) if words else verb
