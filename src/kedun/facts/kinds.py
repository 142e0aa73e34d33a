"""The kinds of fact, declared once: models, staging, mirror, templates and intake are all derived from here."""

from kedun.facts.declaring import Field as Field
from kedun.facts.declaring import FieldType as FieldType
from kedun.facts.declaring import Kind as Kind
from kedun.facts.declaring import day, integer, money, text, yes
from kedun.facts.shared_kinds import BOOK_CONSTANT, FX_RATE, INDUSTRY_FACT, MARKET_EVENT
from kedun.kernel.words import Words

CURRENCY = text("currency", "币种", "Currency")
TERMS_BASIS = ("invoice", "month_end")
REGISTRY_STATUSES = ("operating", "suspended", "liquidating", "moved_out", "revoked", "deregistered")
"""What the company registry says of a company; revoked and deregistered ones may no longer trade."""

CUSTOMER = Kind(
    "customer",
    Words("客户", "Customer"),
    None,
    (
        text("name", "客户名称", "Customer name", required=True),
        text("uscc", "统一社会信用代码", "Unified social credit code"),
        text("group", "所属集团", "Corporate group"),
        text("industry", "行业", "Industry"),
        text("region", "地区", "Region"),
        text("country", "国家", "Country"),
        money("registered_capital_minor", "注册资本", "Registered capital"),
        day("registered_on", "成立日期", "Registered on"),
        text("status", "登记状态", "Registration status", known=REGISTRY_STATUSES),
        money("paid_in_capital_minor", "实缴资本", "Paid-in capital"),
        day("licence_ends_on", "营业期限至", "Licence ends on"),
        text("former_names", "曾用名", "Former names"),
        day("stated_since", "合作起始日", "Customer since"),
        integer("strategic_weight", "战略意义", "Strategic weight"),
        integer("terms_days", "账期天数", "Payment terms in days"),
        text("terms_basis", "账期起算", "Terms count from", choices=TERMS_BASIS),
        text("owner", "负责人", "Responsible person"),
        text("segment", "客户分类", "Segment"),
        CURRENCY,
    ),
)
CUSTOMER_GROUP = Kind(
    "customer_group",
    Words("集团客户", "Corporate group"),
    None,
    (text("name", "集团名称", "Group name", required=True),),
    of_customer=False,
)
PERSON = Kind(
    "person",
    Words("人员", "Person"),
    None,
    (
        text("name", "姓名", "Name", required=True),
        text("phone", "电话", "Phone"),
        text("email", "邮箱", "Mail address"),
    ),
    of_customer=False,
)
CONTACT = Kind(
    "contact",
    Words("联系人", "Contact"),
    "from_on",
    (
        text("person", "人员编号", "Person", required=True),
        text("role", "职务", "Role"),
        yes("is_key", "关键联系人", "Key contact"),
        day("from_on", "任职起", "In office from", required=True),
        day("to_on", "任职止", "In office until"),
    ),
    freshness_days=180,
    speaks_until="delivery",
)
RELATION = Kind(
    "relation",
    Words("关联关系", "Relation"),
    "from_on",
    (
        text("other", "对方编号", "Other party", required=True),
        text(
            "relation_type",
            "关系",
            "Relation",
            required=True,
            choices=("shareholder", "executive", "controller", "affiliate", "guarantor", "supplier", "buyer"),
        ),
        integer("share_permille", "持股千分比", "Share, per mille"),
        day("from_on", "起", "From", required=True),
        day("to_on", "止", "Until"),
        money("amount_minor", "担保金额", "Amount guaranteed"),
        CURRENCY,
    ),
    freshness_days=365,
    speaks_until="delivery",
)
GROUP_MEMBER = Kind(
    "group_member",
    Words("集团成员", "Group membership"),
    "from_on",
    (
        text("group", "所属集团", "Corporate group", required=True),
        day("from_on", "加入日期", "Member from"),
        day("to_on", "退出日期", "Member until"),
    ),
    freshness_days=3650,
    speaks_until="delivery",
)
CHECK = Kind(
    "check",
    Words("背景调查", "Background check"),
    "checked_on",
    (
        text("scope", "范围", "Scope", required=True, choices=("registry", "legal", "bureau", "site_visit")),
        day("checked_on", "调查日期", "Checked on", required=True),
        text("result", "结果", "Result"),
    ),
    freshness_days=3650,
    speaks_until="delivery",
)
ENQUIRY = Kind(
    "enquiry",
    Words("询盘", "Enquiry"),
    "asked_on",
    (
        day("asked_on", "询盘日期", "Asked on", required=True),
        day("answered_on", "回复日期", "Answered on"),
        integer("elapsed_minutes", "回复用时（分钟）", "Minutes until the answer"),
        text("topic", "主题", "Topic"),
    ),
)
ORDER = Kind(
    "order",
    Words("订单", "Order"),
    "placed_on",
    (
        text("order_no", "订单号", "Order number", required=True),
        text("orderer", "下单方", "Orderer"),
        day("placed_on", "下单日期", "Placed on", required=True),
        money("amount_minor", "订单金额", "Order amount", required=True),
        CURRENCY,
        day("cancelled_on", "取消日期", "Cancelled on"),
        day("promised_on", "约定交货日", "Promised delivery"),
    ),
)
DELIVERY = Kind(
    "delivery",
    Words("发货", "Delivery"),
    "delivered_on",
    (
        text("delivery_no", "发货单号", "Delivery number", required=True),
        text("order_no", "订单号", "Order number"),
        day("delivered_on", "发货日期", "Delivered on", required=True),
        day("accepted_on", "验收日期", "Accepted on"),
        money("amount_minor", "发货金额", "Delivered amount", required=True),
        CURRENCY,
    ),
)
INVOICE = Kind(
    "invoice",
    Words("发票", "Invoice"),
    "issue_on",
    (
        text("document_no", "发票号", "Invoice number", required=True),
        integer("instalment_no", "期次", "Instalment number"),
        day("issue_on", "开票日期", "Issue date", required=True),
        day("stated_due_on", "到期日", "Due date"),
        money("amount_minor", "含税金额", "Amount incl. VAT", required=True),
        CURRENCY,
        yes("is_disputed", "有争议", "Disputed"),
        text("order_no", "订单号", "Order number"),
        text("contract_no", "合同号", "Contract number"),
    ),
)
PAYMENT = Kind(
    "payment",
    Words("回款", "Payment"),
    "paid_on",
    (
        text("document_no", "核销发票号", "Invoice paid"),
        integer("instalment_no", "期次", "Instalment number"),
        money("amount_minor", "回款金额", "Amount paid", required=True),
        CURRENCY,
        day("paid_on", "到账日", "Value date", required=True),
        text("method", "回款方式", "Method", choices=("transfer", "cash", "bank_acceptance", "commercial_acceptance")),
        day("matures_on", "票据到期日", "Note matures on"),
        text("payer", "付款方", "Payer"),
        text("bounce_of", "退回的回款编号", "Bounce of payment"),
    ),
)
ALLOCATION = Kind(
    "allocation",
    Words("核销", "Allocation"),
    "allocated_on",
    (
        text("payment", "回款编号", "Payment"),
        text("document_no", "发票号", "Invoice number", required=True),
        integer("instalment_no", "期次", "Instalment number"),
        text("entry", "类型", "Entry", required=True, choices=("cash", "credit", "write_off", "rounding")),
        money("amount_minor", "金额", "Amount", required=True),
        CURRENCY,
        day("allocated_on", "核销日期", "Allocated on", required=True),
    ),
    speaks_until="delivery",
)
CREDIT_NOTE = Kind(
    "credit_note",
    Words("红字发票", "Credit note"),
    "issue_on",
    (
        text("document_no", "红字发票号", "Credit note number", required=True),
        text("invoice_no", "对应发票号", "Invoice credited"),
        day("issue_on", "开具日期", "Issue date", required=True),
        money("amount_minor", "金额", "Amount", required=True),
        CURRENCY,
        text("reason", "原因", "Reason", choices=("return", "exchange", "allowance", "cancellation")),
    ),
    speaks_until="delivery",
)
CONTRACT = Kind(
    "contract",
    Words("合同", "Contract"),
    "signed_on",
    (
        text("contract_no", "合同号", "Contract number", required=True),
        day("signed_on", "签订日期", "Signed on", required=True),
        day("ends_on", "到期日期", "Ends on"),
        money("amount_minor", "合同金额", "Contract amount"),
        CURRENCY,
        integer("terms_days", "账期天数", "Payment terms in days"),
        text("terms_basis", "账期起算", "Terms count from", choices=TERMS_BASIS),
    ),
    freshness_days=365,
    speaks_until="delivery",
)
MILESTONE = Kind(
    "milestone",
    Words("履约节点", "Milestone"),
    "due_on",
    (
        text("contract_no", "合同号", "Contract number", required=True),
        text("title", "节点", "Milestone"),
        text("obliged", "义务方", "Obliged party", required=True, choices=("customer", "us")),
        day("due_on", "应完成日", "Due on", required=True),
        day("met_on", "实际完成日", "Met on"),
    ),
    freshness_days=180,
    speaks_until="delivery",
)
CREDIT_LIMIT = Kind(
    "credit_limit",
    Words("信用额度", "Credit limit"),
    "from_on",
    (
        text("limit_type", "额度类型", "Limit type", required=True, choices=("fixed", "temporary")),
        money("amount_minor", "额度", "Limit", required=True),
        CURRENCY,
        yes("is_unlimited", "不限额", "Unlimited"),
        day("from_on", "生效日", "In force from"),
        day("to_on", "失效日", "In force until"),
    ),
    freshness_days=3650,
    speaks_until="delivery",
)
TICKET = Kind(
    "ticket",
    Words("工单", "Ticket"),
    "opened_on",
    (
        text("ticket_type", "类型", "Type", required=True, choices=("complaint", "service_request")),
        day("opened_on", "提出日期", "Opened on", required=True),
        day("closed_on", "关闭日期", "Closed on"),
        text("topic", "主题", "Topic"),
        money("cost_minor", "处理成本", "Cost to serve"),
        CURRENCY,
    ),
    freshness_days=90,
    speaks_until="delivery",
)
INTERACTION = Kind(
    "interaction",
    Words("往来记录", "Interaction"),
    "happened_on",
    (
        day("happened_on", "日期", "Day", required=True),
        text("channel", "渠道", "Channel", choices=("visit", "call", "mail", "message", "meeting")),
        text("subject", "内容", "Subject"),
        integer("attitude", "态度（1–5）", "Attitude, 1 to 5"),
        integer("satisfaction", "满意度（1–5）", "Satisfaction, 1 to 5", between=(1, 5)),
        integer("culture_fit", "文化契合度（1–5）", "Culture fit, 1 to 5", between=(1, 5)),
        integer("reply_quality", "回复质量（1–5）", "Quality of replies, 1 to 5", between=(1, 5)),
    ),
    freshness_days=90,
)
STATEMENT = Kind(
    "statement",
    Words("财务报表", "Financial statement"),
    "period_end_on",
    (
        day("period_end_on", "报表日", "Period end", required=True),
        money("revenue_minor", "营业收入", "Revenue"),
        money("net_profit_minor", "净利润", "Net profit"),
        money("total_assets_minor", "资产总额", "Total assets"),
        money("total_liabilities_minor", "负债总额", "Total liabilities"),
        money("current_assets_minor", "流动资产", "Current assets"),
        money("current_liabilities_minor", "流动负债", "Current liabilities"),
        money("operating_cash_flow_minor", "经营现金流净额", "Operating cash flow"),
        CURRENCY,
    ),
    reported_lag_days=120,
    freshness_days=550,
)
BUREAU_REPORT = Kind(
    "bureau_report",
    Words("征信报告", "Bureau report"),
    "reported_as_of",
    (
        day("reported_as_of", "报告日", "Report day", required=True),
        text("agency", "机构", "Agency"),
        text("rating", "评级", "Rating"),
        integer("rating_points", "评级分（0–100）", "Rating points, 0 to 100"),
    ),
    supplied_by="check",
    check_scope="bureau",
)
LEGAL_EVENT = Kind(
    "legal_event",
    Words("司法与合规事件", "Legal event"),
    "filed_on",
    (
        text(
            "event_type",
            "类型",
            "Type",
            required=True,
            choices=(
                "lawsuit",
                "enforcement",
                "dishonest_debtor",
                "spending_restriction",
                "ended_enforcement",
                "abnormal_operation",
                "serious_violation",
                "penalty",
                "tax_arrears",
                "equity_freeze",
                "equity_pledge",
                "bankruptcy",
                "liquidation",
            ),
        ),
        text("role", "身份", "Role", known=("defendant", "plaintiff", "third_party")),
        day("filed_on", "立案日期", "Filed on", required=True),
        day("closed_on", "结案日期", "Closed on"),
        money("amount_minor", "涉案金额", "Amount in dispute"),
        CURRENCY,
        text("title", "案由", "Subject"),
        text("case_no", "案号或文号", "Case or document number"),
        text("case_status", "案件状态", "State of the case", known=("case_open", "case_closed")),
    ),
    supplied_by="check",
    check_scope="legal",
)
FIRM_CHANGE = Kind(
    "firm_change",
    Words("工商变更", "Registry change"),
    "changed_on",
    (
        text(
            "item",
            "变更事项",
            "What changed",
            required=True,
            known=(
                "representative",
                "shareholder",
                "executive",
                "registered_capital",
                "company_name",
                "registered_address",
                "business_scope",
            ),
        ),
        day("changed_on", "变更日期", "Changed on", required=True),
    ),
    supplied_by="check",
    check_scope="registry",
)
NEWS_ITEM = Kind(
    "news_item",
    Words("舆情", "News item"),
    "published_on",
    (
        day("published_on", "发布日期", "Published on", required=True),
        text("sentiment", "情感", "Sentiment", required=True, choices=("negative", "neutral", "positive")),
        text("title", "标题", "Title"),
        text("topic", "主题", "Topic"),
    ),
    freshness_days=90,
    speaks_until="delivery",
)
SIGNAL_POINTS, SIGNAL_DAYS = 100, 3_650
"""The most that one signal deducts from a score, and the longest that it does so."""
SIGNAL = Kind(
    "signal",
    Words("一线信号", "Front-line signal"),
    "observed_on",
    (
        text("signal_type", "信号", "Signal", required=True),
        text("severity", "程度", "Severity", choices=("low", "medium", "high")),
        integer("points", "扣分", "Points deducted", required=True, between=(0, SIGNAL_POINTS)),
        day("observed_on", "观察日期", "Observed on", required=True),
        day("expires_on", "失效日期", "Expires on", required=True),
        text("note", "说明", "Note"),
        text("reporter", "报告人", "Reporter"),
    ),
    freshness_days=3650,
    speaks_until="delivery",
)
BAD_DEBT = Kind(
    "bad_debt",
    Words("坏账", "Bad debt"),
    "booked_on",
    (
        text("entry", "类型", "Entry", required=True, choices=("write_off", "recovery")),
        text("document_no", "发票号", "Invoice number"),
        integer("instalment_no", "期次", "Instalment number"),
        day("booked_on", "入账日", "Booked on", required=True),
        money("amount_minor", "金额", "Amount", required=True),
        CURRENCY,
    ),
    freshness_days=120,
    speaks_until="delivery",
)
_PARTIES = (CUSTOMER, CUSTOMER_GROUP, GROUP_MEMBER, PERSON, CONTACT, RELATION, CHECK)
_TRADE = (ENQUIRY, ORDER, DELIVERY, INVOICE, PAYMENT, ALLOCATION, CREDIT_NOTE, CONTRACT, MILESTONE, CREDIT_LIMIT)
_CONDUCT = (
    TICKET,
    INTERACTION,
    STATEMENT,
    BUREAU_REPORT,
    LEGAL_EVENT,
    NEWS_ITEM,
    INDUSTRY_FACT,
    MARKET_EVENT,
    SIGNAL,
    BAD_DEBT,
)
_OUTSIDE = (FIRM_CHANGE, FX_RATE, BOOK_CONSTANT)
KINDS: dict[str, Kind] = {kind.name: kind for kind in (*_PARTIES, *_TRADE, *_CONDUCT, *_OUTSIDE)}
"""Every kind by name."""

LEDGER_KINDS = frozenset({"invoice", "payment", "allocation", "credit_note", "bad_debt"})
"""The kinds that settlement folds; a batch with any of them re-folds the customers it touches."""

UNDATED = {
    "customer": frozenset(each.name for each in CUSTOMER.fields) - {"registered_on", "stated_since"}
    | {"registered_capital_reporting_minor", "paid_in_capital_reporting_minor"},
    "invoice": frozenset({"is_disputed"}),
}
"""By kind: attributes that may change without anybody saying when, a day on which something will end among them. What could
be known on a past day leaves them out, unless, for a customer, its source says when it reported them.
"""
TOLD_WITH = {
    "ticket": {"cost_minor": "closed_on", "cost_reporting_minor": "closed_on"},
}
"""By kind: columns that are known from another column's day on; what could be known before it leaves them out."""
GROUPING_KINDS = frozenset({"customer", "customer_group", "group_member", "relation"})
"""The kinds that say which customers form a group."""
