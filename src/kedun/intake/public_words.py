"""What the company registry, courts, tax offices and the vendors of their data call things; written as `plain` leaves it."""

from collections.abc import Mapping

HEADINGS: Mapping[str, Mapping[str, str]] = {
    "customer": {
        "name": "企业名称 公司全称 企业全称 机构名称 主体名称 市场主体名称 公司名 名称企业名称",
        "uscc": "统一社会信用代码注册号 社会统一信用代码 统一信用代码 纳税人识别号 注册号统一社会信用代码 工商注册号",
        "registered_capital_minor": "注册资本金 认缴资本 认缴注册资本 认缴出资总额 注册资本总额",
        "paid_in_capital_minor": "实缴资本 实收资本 实缴注册资本 实缴出资总额 实缴金额 paidincapital paidupcapital",
        "registered_on": "成立登记日期 设立日期 创建时间 企业成立日期 登记成立日期",
        "status": "经营状态登记状态 登记状态经营状态 存续状态 企业经营状态 工商状态 开业状态 营业状态 市场主体状态 当前状态",
        "licence_ends_on": (
            "营业期限至 营业期限终止日期 营业期限截止 营业期限止 经营期限至 经营期限止 营业期限 经营期限 有效期至 执照有效期 执照有效期至"
            " businesstermto licenceexpiry licenseexpiry licenceexpireson licenseexpireson"
        ),
        "former_names": "曾用名 曾用名称 历史名称 原名称 企业曾用名 formername formernames previousname",
        "industry": "国标行业 所属行业大类 行业门类 行业大类 国标行业大类",
        "region": "所属省份 登记地区 所属地区 省份地区 登记机关所在地 所属城市",
    },
    "legal_event": {
        "event_type": "风险类型 风险事项 风险类别 事项类型 记录类型 信息类型 司法类型 风险维度 动态类型 变更类型",
        "role": "案件身份 当事人身份 涉案身份 主体身份 诉讼角色 当事人地位 企业身份 公司身份 当事人类型",
        "filed_on": (
            "立案日 列入日期 列入时间 处罚日期 处罚决定日期 作出处罚决定日期 决定日期 作出决定日期 限消令发布日期 冻结日期 冻结起始日期"
            " 股权出质设立登记日期 出质登记日期 出质设立登记日期 登记时间 欠税发生日期 认定日期"
        ),
        "closed_on": (
            "移出日 移出时间 解除时间 失效日期 失效时间 解冻日期 冻结截止日期 冻结期限至 审结日期 结案日"
            " 注销日期 执行完毕日期 履行完毕日期 缴清日期"
        ),
        "amount_minor": (
            "涉案金额元 执行金额 未履行金额 处罚金额元 罚款金额 欠税余额 欠税金额 欠缴税额 出质股权数额 出质数额"
            " 冻结股权数额 股权数额 冻结金额 诉讼标的 案件金额 标的额"
        ),
        "title": (
            "案件标题 处罚事由 违法行为类型 违法事实 列入原因 列入经营异常名录原因 列入严重违法失信名单原因 列入严重违法失信企业名单原因"
            " 欠税税种 处罚内容 处罚结果 案件类型及案由 失信被执行人行为具体情形 出质股权标的企业 原因 风险内容 风险详情 事项"
        ),
        "case_no": (
            "案号 案件号 案件编号 案件字号 决定书文号 处罚决定书文号 行政处罚决定书文号 行政处罚决定文书号 执行通知书文号 执行裁定书文号"
            " 文书号 登记编号 质权登记编号 caseno casenumber docketno"
        ),
        "case_status": (
            "案件状态 案件进展 案件进程 审理进程 审理程序 执行状态 履行情况 被执行人的履行情况 被执行人履行情况 股权状态 冻结状态 出质状态"
            " 类型状态 缴纳情况 记录状态 是否移出 casestatus"
        ),
        "reported_on": "公开日期",
    },
    "news_item": {
        "published_on": "新闻时间 舆情时间 舆情发布时间 资讯时间 报道时间 报道日期 发文时间",
        "sentiment": "情感类型 情感属性 情感分类 舆情倾向 舆情性质 正负面 新闻情感 舆情属性 情绪类型 标签情感",
        "title": "新闻标题 舆情标题 资讯标题 文章标题 报道标题",
        "topic": "舆情标签 新闻标签 舆情主题 事件标签 新闻类型 舆情类别",
    },
    "bureau_report": {
        "reported_as_of": "报告出具日期 出具日期 评级日期 评级时间 评估日期 报告生成时间",
        "agency": "征信公司 信用机构 评估机构 出具机构",
        "rating": "信用级别 主体评级 信用评级等级 评级结果 风险等级 资信等级",
        "rating_points": "综合评分 企业信用分 信用得分 综合得分 信用总分",
    },
    "relation": {
        "other": "股东名称 股东发起人 股东及出资信息 出资人 投资人 发起人 股东姓名 主要人员 股东",
        "from_on": "首次持股日期 持股日期 参股日期 入股日期 认缴出资日期 认缴时间 任职日期 实缴出资日期",
        "to_on": "退出日期 退股日期 离任日期",
    },
    "firm_change": {
        "item": "变更事项 变更项目 变更内容 变更类型 变更信息",
        "changed_on": "变更日期 变更时间 核准日期 核准变更日期",
    },
}
"""Headings beside those of `synonyms`: what the market's exports and copied tables have."""

LESSER: Mapping[str, Mapping[str, str]] = {
    "legal_event": {
        "filed_on": "开庭日期 开庭时间 公告日期 公告时间 刊登日期 终本日期 设立登记日期 裁判日期 判决日期 裁判时间 公示日期 发布日期 发布时间 公布日期 公布时间",
        "reported_on": "公示日期 发布日期 发布时间 公布日期 公布时间",
        "closed_on": "裁判日期 判决日期 裁判时间",
        "title": "案件名称 案件类型 行为具体情形 冻结详情 名单类型 标题 公告内容",
        "case_status": "状态 当前状态 status",
        "amount_minor": "当前新发生欠税余额 执行标的 执行标的元 标的金额 质权金额",
    },
}
"""Headings that mean a field only where no surer one does: a hearing's day where the day of filing is missing."""

SCALED_HEADINGS: Mapping[tuple[str, str], tuple[str, int]] = {
    ("relation", "出资比例"): ("share_permille", 10),
    ("relation", "持股比例百分比"): ("share_permille", 10),
    ("relation", "认缴比例"): ("share_permille", 10),
    ("relation", "最终受益股份"): ("share_permille", 10),
}
"""Headings of shares in per cent."""

CHECKED_ON = "查询日期 查询时间 核查日期 核查时间 查询日 检索日期 检索时间 数据日期 数据更新时间 更新时间 截至日期 checkedon checkdate lookedupon searchdate"
"""The day on which somebody looked: it says that what the file does not show was not there."""

TELLING: Mapping[str, str] = {
    "失信被执行人行为具体情形": "dishonest_debtor",
    "被执行人的履行情况": "dishonest_debtor",
    "被执行人履行情况": "dishonest_debtor",
    "生效法律文书确定的义务": "dishonest_debtor",
    "限消令对象": "spending_restriction",
    "限制消费人员": "spending_restriction",
    "限消令发布日期": "spending_restriction",
    "限消令文号": "spending_restriction",
    "终本日期": "ended_enforcement",
    "终本案号": "ended_enforcement",
    "列入经营异常名录原因": "abnormal_operation",
    "移出经营异常名录原因": "abnormal_operation",
    "列入严重违法失信名单原因": "serious_violation",
    "列入严重违法失信企业名单原因": "serious_violation",
    "移出严重违法失信名单原因": "serious_violation",
    "处罚决定书文号": "penalty",
    "决定书文号": "penalty",
    "行政处罚决定书文号": "penalty",
    "行政处罚决定文书号": "penalty",
    "处罚事由": "penalty",
    "处罚结果": "penalty",
    "处罚日期": "penalty",
    "欠税税种": "tax_arrears",
    "欠税余额": "tax_arrears",
    "当前新发生欠税余额": "tax_arrears",
    "出质人": "equity_pledge",
    "质权人": "equity_pledge",
    "出质股权数额": "equity_pledge",
    "冻结股权数额": "equity_freeze",
    "执行通知书文号": "equity_freeze",
    "执行裁定书文号": "equity_freeze",
    "股权冻结": "equity_freeze",
    "执行标的": "enforcement",
    "执行标的元": "enforcement",
    "执行法院": "enforcement",
    "裁判日期": "lawsuit",
    "裁判结果": "lawsuit",
    "开庭日期": "lawsuit",
    "开庭时间": "lawsuit",
    "审判长": "lawsuit",
    "案由": "lawsuit",
}
"""Headings that tell what a file's records are, the surest first: a list of dishonest debtors names a court too."""

FILE_WORDS: Mapping[str, str] = {
    "失信": "dishonest_debtor",
    "严重违法": "serious_violation",
    "限制高消费": "spending_restriction",
    "限制消费": "spending_restriction",
    "限高": "spending_restriction",
    "终本": "ended_enforcement",
    "经营异常": "abnormal_operation",
    "行政处罚": "penalty",
    "欠税": "tax_arrears",
    "股权出质": "equity_pledge",
    "股权质押": "equity_pledge",
    "股权冻结": "equity_freeze",
    "被执行人": "enforcement",
    "破产": "bankruptcy",
    "清算": "liquidation",
    "裁判文书": "lawsuit",
    "开庭公告": "lawsuit",
    "立案信息": "lawsuit",
    "法院公告": "lawsuit",
    "法律诉讼": "lawsuit",
}
"""Words in the name of a file or sheet that tell what its records are, the surest first."""

CODES: Mapping[str, tuple[str, str, str]] = {
    "operating": (
        "存续",
        "Operating",
        "在业 开业 在营 正常 营业 存续在营开业在册 在营开业企业 存续在营开业在业 开业在业 正常营业 仍注册 迁入 active registered normal",
    ),
    "suspended": ("停业", "Suspended", "歇业 停业歇业 休业 停业整顿 暂停营业 责令关闭 除名 dormant"),
    "liquidating": ("清算中", "In liquidation", "清算 破产清算 破产 破产重整 重整 解散 正在清算"),
    "moved_out": ("迁出", "Moved out", "已迁出 迁移异地 迁往市外 迁出他区"),
    "revoked": ("吊销", "Licence revoked", "已吊销 吊销未注销 吊销企业 撤销 已撤销 撤销登记 被吊销"),
    "deregistered": ("注销", "Deregistered", "已注销 注销企业 吊销已注销 吊销后注销 已告解散 dissolved struckoff"),
    "spending_restriction": ("限制高消费", "Spending restriction", "限制消费令 限制消费 限高 限消令 限高消费"),
    "ended_enforcement": ("终本案件", "Enforcement ended without assets", "终本 终结本次执行 终结本次执行程序 终本案件信息"),
    "serious_violation": ("严重违法失信", "Serious violation", "严重违法 严重违法失信名单 严重违法失信企业 严重违法失信企业名单"),
    "tax_arrears": ("欠税公告", "Tax arrears", "欠税 欠税信息 欠税名单"),
    "equity_pledge": ("股权出质", "Equity pledge", "股权质押 出质"),
    "case_open": (
        "未结",
        "Open",
        "审理中 一审 二审 再审 民事一审 民事二审 执行 执行中 首次执行 恢复执行 已立案 立案 待开庭 开庭 未履行 全部未履行 部分未履行 终本"
        " 终结本次执行 有效 正常 在列 未移出 未解除 未解冻 冻结 股权冻结 股权冻结冻结 股权冻结有效 续行冻结 轮候冻结 未缴清 未结案 未注销 否 未终结 open pending",
    ),
    "case_closed": (
        "已结",
        "Closed",
        "已结案 结案 审结 已审结 撤诉 已撤诉 调解 已调解 和解 执行完毕 已执行完毕 全部已履行 已履行 履行完毕 已移出 移出 已解除 解除"
        " 解除冻结 股权解除冻结 股权冻结解除冻结 股权冻结失效 股权冻结解除 已解冻 无效 失效 注销 已注销 已缴清 缴清 终结 已终结 已终止 是 closed settled",
    ),
    "representative": ("法定代表人变更", "Legal representative", "法定代表人 法定代表人负责人 负责人变更 负责人 法人变更 法人 法人代表"),
    "registered_capital": ("注册资本变更", "Registered capital", "注册资本 注册资本金 注册资本注册资金变更 注册资本金额变更 实收资本"),
    "company_name": ("名称变更", "Company name", "名称 企业名称 企业名称变更 字号名称 市场主体名称"),
    "registered_address": ("地址变更", "Registered address", "住所变更 住所 地址 经营场所 经营场所变更 企业住所 住所经营场所变更 注册地址"),
    "business_scope": ("经营范围变更", "Business scope", "经营范围 经营范围业务范围变更"),
}  # fmt: skip
"""What files call the values of coded fields, beside `synonyms.CHOICES`: Chinese, English, and further names."""

FURTHER: Mapping[str, str] = {
    "shareholder": "股东变更 投资人变更 投资人 投资人股权变更 股东股权变更 股权变更 出资人 股东发起人 持股5%以上股东 自然人股东 法人股东 企业法人",
    "executive": "高管变更 主要人员变更 主要人员 董事 监事 经理 董事备案 高级管理人员备案 董事监事经理 高级管理人员 法定代表人",
    "lawsuit": "民事诉讼 司法案件 裁判文书 立案信息 开庭公告 法院公告 送达公告 法律诉讼 诉前调解 案件 涉诉 民事案件 刑事案件 行政诉讼",
    "enforcement": "被执行信息 执行案件 被执行案件 执行信息 被执行人信息",
    "dishonest_debtor": "失信人 失信信息 失信被执行 失信被执行人信息 老赖",
    "abnormal_operation": "经营异常名录 列入经营异常名录 异常名录 经营异常信息",
    "penalty": "行政处罚信息 工商处罚 环保处罚 税务处罚 税收违法 重大税收违法",
    "equity_freeze": "股权冻结信息 司法协助 股权被冻结",
    "bankruptcy": "破产案件 破产重整 破产审查 破产清算案件",
    "liquidation": "清算信息 简易注销 清算组备案 注销备案",
    "defendant": "被告人 被上诉人 被申诉人 被执行人 被告方 被告被上诉人 被申请执行人 失信被执行人 限消令对象",
    "plaintiff": "原告人 原告方 申请执行人 申请保全人 起诉方",
    "third_party": "第三方 案外人",
    "negative": "消极舆情 负面舆情 负向 利空 警示",
    "neutral": "中立 客观 一般舆情 中性舆情",
    "positive": "积极舆情 正面舆情 正向 利好",
}
"""Further names of values that `synonyms.CHOICES` has."""

JUDGED = frozenset(["裁判日期", "判决日期", "裁判时间"])
"""Headings of the day of a judgment: where no day of filing stands beside it, the case began and ended on that day."""

NO_RECORD = frozenset([
    "无", "无记录", "暂无", "暂无记录", "暂无信息", "暂无数据", "没有", "没有记录", "无信息", "无数据", "未发现", "未查询到", "未查到",
    "未查询到记录", "未查询到相关记录", "查无", "查无记录", "0", "0条", "none", "norecord", "norecords", "nothingfound", "clean", "na",
])  # fmt: skip
"""What stands in a row which says that somebody looked and found nothing."""

NO_END = frozenset(
    [
        "长期",
        "永久",
        "永续",
        "无固定期限",
        "无固定期",
        "不约定期限",
        "不约定",
        "无期限",
        "长期有效",
        "longterm",
        "indefinite",
        "unlimited",
    ]
)
"""What stands for the last day of what has none."""
