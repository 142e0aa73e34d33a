"""The kinds of fact, declared once: models, staging, mirror, templates and intake are all derived from here."""

from kedun.facts.declaring import Field as Field
from kedun.facts.declaring import FieldType as FieldType
from kedun.facts.declaring import Kind as Kind
from kedun.facts.declaring import day as _day
from kedun.facts.declaring import integer as _integer
from kedun.facts.declaring import money as _money
from kedun.facts.declaring import text as _text
from kedun.facts.declaring import yes as _yes
from kedun.kernel.words import Words

CURRENCY = _text("currency", "币种", "Currency")
TERMS_BASIS = ("invoice", "month_end")

CUSTOMER = Kind(
    "customer",
    Words("客户", "Customer"),
    None,
    (
        _text("name", "客户名称", "Customer name", required=True),
        _text("uscc", "统一社会信用代码", "Unified social credit code"),
        _text("group", "所属集团", "Corporate group"),
        _text("industry", "行业", "Industry"),
        _text("region", "地区", "Region"),
        _text("country", "国家", "Country"),
        _money("registered_capital_minor", "注册资本", "Registered capital"),
        _day("registered_on", "成立日期", "Registered on"),
        _text("status", "登记状态", "Registration status"),
        _day("stated_since", "合作起始日", "Customer since"),
        _integer("strategic_weight", "战略意义", "Strategic weight"),
        _integer("terms_days", "账期天数", "Payment terms in days"),
        _text("terms_basis", "账期起算", "Terms count from", choices=TERMS_BASIS),
        _text("owner", "负责人", "Responsible person"),
        _text("segment", "客户分类", "Segment"),
        CURRENCY,
    ),
)
CUSTOMER_GROUP = Kind(
    "customer_group",
    Words("集团客户", "Corporate group"),
    None,
    (_text("name", "集团名称", "Group name", required=True),),
    of_customer=False,
)
PERSON = Kind(
    "person",
    Words("人员", "Person"),
    None,
    (
        _text("name", "姓名", "Name", required=True),
        _text("phone", "电话", "Phone"),
        _text("email", "邮箱", "Mail address"),
    ),
    of_customer=False,
)
CONTACT = Kind(
    "contact",
    Words("联系人", "Contact"),
    "from_on",
    (
        _text("person", "人员编号", "Person", required=True),
        _text("role", "职务", "Role"),
        _yes("is_key", "关键联系人", "Key contact"),
        _day("from_on", "任职起", "In office from", required=True),
        _day("to_on", "任职止", "In office until"),
    ),
    freshness_days=180,
    speaks_until="delivery",
)
RELATION = Kind(
    "relation",
    Words("关联关系", "Relation"),
    "from_on",
    (
        _text("other", "对方编号", "Other party", required=True),
        _text(
            "relation_type",
            "关系",
            "Relation",
            required=True,
            choices=("shareholder", "executive", "controller", "affiliate", "guarantor", "supplier", "buyer"),
        ),
        _integer("share_permille", "持股千分比", "Share, per mille"),
        _day("from_on", "起", "From", required=True),
        _day("to_on", "止", "Until"),
        _money("amount_minor", "担保金额", "Amount guaranteed"),
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
        _text("group", "所属集团", "Corporate group", required=True),
        _day("from_on", "加入日期", "Member from"),
        _day("to_on", "退出日期", "Member until"),
    ),
    freshness_days=3650,
    speaks_until="delivery",
)
CHECK = Kind(
    "check",
    Words("背景调查", "Background check"),
    "checked_on",
    (
        _text("scope", "范围", "Scope", required=True, choices=("registry", "legal", "bureau", "site_visit")),
        _day("checked_on", "调查日期", "Checked on", required=True),
        _text("result", "结果", "Result"),
    ),
    freshness_days=3650,
    speaks_until="delivery",
)
ENQUIRY = Kind(
    "enquiry",
    Words("询盘", "Enquiry"),
    "asked_on",
    (
        _day("asked_on", "询盘日期", "Asked on", required=True),
        _day("answered_on", "回复日期", "Answered on"),
        _integer("elapsed_minutes", "回复用时（分钟）", "Minutes until the answer"),
        _text("topic", "主题", "Topic"),
    ),
)
ORDER = Kind(
    "order",
    Words("订单", "Order"),
    "placed_on",
    (
        _text("order_no", "订单号", "Order number", required=True),
        _text("orderer", "下单方", "Orderer"),
        _day("placed_on", "下单日期", "Placed on", required=True),
        _money("amount_minor", "订单金额", "Order amount", required=True),
        CURRENCY,
        _day("cancelled_on", "取消日期", "Cancelled on"),
        _day("promised_on", "约定交货日", "Promised delivery"),
    ),
)
DELIVERY = Kind(
    "delivery",
    Words("发货", "Delivery"),
    "delivered_on",
    (
        _text("delivery_no", "发货单号", "Delivery number", required=True),
        _text("order_no", "订单号", "Order number"),
        _day("delivered_on", "发货日期", "Delivered on", required=True),
        _day("accepted_on", "验收日期", "Accepted on"),
        _money("amount_minor", "发货金额", "Delivered amount", required=True),
        CURRENCY,
    ),
)
INVOICE = Kind(
    "invoice",
    Words("发票", "Invoice"),
    "issue_on",
    (
        _text("document_no", "发票号", "Invoice number", required=True),
        _integer("instalment_no", "期次", "Instalment number"),
        _day("issue_on", "开票日期", "Issue date", required=True),
        _day("stated_due_on", "到期日", "Due date"),
        _money("amount_minor", "含税金额", "Amount incl. VAT", required=True),
        CURRENCY,
        _yes("is_disputed", "有争议", "Disputed"),
        _text("order_no", "订单号", "Order number"),
        _text("contract_no", "合同号", "Contract number"),
    ),
)
PAYMENT = Kind(
    "payment",
    Words("付款", "Payment"),
    "paid_on",
    (
        _text("document_no", "核销发票号", "Invoice paid"),
        _integer("instalment_no", "期次", "Instalment number"),
        _money("amount_minor", "付款金额", "Amount paid", required=True),
        CURRENCY,
        _day("paid_on", "到账日", "Value date", required=True),
        _text("method", "付款方式", "Method", choices=("transfer", "cash", "bank_acceptance", "commercial_acceptance")),
        _day("matures_on", "票据到期日", "Note matures on"),
        _text("payer", "付款方", "Payer"),
        _text("bounce_of", "退回的付款编号", "Bounce of payment"),
    ),
)
ALLOCATION = Kind(
    "allocation",
    Words("核销", "Allocation"),
    "allocated_on",
    (
        _text("payment", "付款编号", "Payment"),
        _text("document_no", "发票号", "Invoice number", required=True),
        _integer("instalment_no", "期次", "Instalment number"),
        _text("entry", "类型", "Entry", required=True, choices=("cash", "credit", "write_off", "rounding")),
        _money("amount_minor", "金额", "Amount", required=True),
        CURRENCY,
        _day("allocated_on", "核销日期", "Allocated on", required=True),
    ),
    speaks_until="delivery",
)
CREDIT_NOTE = Kind(
    "credit_note",
    Words("红字发票", "Credit note"),
    "issue_on",
    (
        _text("document_no", "红字发票号", "Credit note number", required=True),
        _text("invoice_no", "对应发票号", "Invoice credited"),
        _day("issue_on", "开具日期", "Issue date", required=True),
        _money("amount_minor", "金额", "Amount", required=True),
        CURRENCY,
        _text("reason", "原因", "Reason", choices=("return", "exchange", "allowance", "cancellation")),
    ),
    speaks_until="delivery",
)
CONTRACT = Kind(
    "contract",
    Words("合同", "Contract"),
    "signed_on",
    (
        _text("contract_no", "合同号", "Contract number", required=True),
        _day("signed_on", "签订日期", "Signed on", required=True),
        _day("ends_on", "到期日期", "Ends on"),
        _money("amount_minor", "合同金额", "Contract amount"),
        CURRENCY,
        _integer("terms_days", "账期天数", "Payment terms in days"),
        _text("terms_basis", "账期起算", "Terms count from", choices=TERMS_BASIS),
    ),
    freshness_days=365,
    speaks_until="delivery",
)
MILESTONE = Kind(
    "milestone",
    Words("履约节点", "Milestone"),
    "due_on",
    (
        _text("contract_no", "合同号", "Contract number", required=True),
        _text("title", "节点", "Milestone"),
        _text("obliged", "义务方", "Obliged party", required=True, choices=("customer", "us")),
        _day("due_on", "应完成日", "Due on", required=True),
        _day("met_on", "实际完成日", "Met on"),
    ),
    freshness_days=180,
    speaks_until="delivery",
)
CREDIT_LIMIT = Kind(
    "credit_limit",
    Words("信用额度", "Credit limit"),
    "from_on",
    (
        _text("limit_type", "额度类型", "Limit type", required=True, choices=("fixed", "temporary")),
        _money("amount_minor", "额度", "Limit", required=True),
        CURRENCY,
        _yes("is_unlimited", "不限额", "Unlimited"),
        _day("from_on", "生效日", "In force from"),
        _day("to_on", "失效日", "In force until"),
    ),
    freshness_days=3650,
    speaks_until="delivery",
)
TICKET = Kind(
    "ticket",
    Words("工单", "Ticket"),
    "opened_on",
    (
        _text("ticket_type", "类型", "Type", required=True, choices=("complaint", "service_request")),
        _day("opened_on", "提出日期", "Opened on", required=True),
        _day("closed_on", "关闭日期", "Closed on"),
        _text("topic", "主题", "Topic"),
        _money("cost_minor", "处理成本", "Cost to serve"),
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
        _day("happened_on", "日期", "Day", required=True),
        _text("channel", "渠道", "Channel", choices=("visit", "call", "mail", "message", "meeting")),
        _text("subject", "内容", "Subject"),
        _integer("attitude", "态度（1–5）", "Attitude, 1 to 5"),
    ),
    freshness_days=90,
)
STATEMENT = Kind(
    "statement",
    Words("财务报表", "Financial statement"),
    "period_end_on",
    (
        _day("period_end_on", "报表日", "Period end", required=True),
        _money("revenue_minor", "营业收入", "Revenue"),
        _money("net_profit_minor", "净利润", "Net profit"),
        _money("total_assets_minor", "资产总额", "Total assets"),
        _money("total_liabilities_minor", "负债总额", "Total liabilities"),
        _money("current_assets_minor", "流动资产", "Current assets"),
        _money("current_liabilities_minor", "流动负债", "Current liabilities"),
        _money("operating_cash_flow_minor", "经营现金流净额", "Operating cash flow"),
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
        _day("reported_as_of", "报告日", "Report day", required=True),
        _text("agency", "机构", "Agency"),
        _text("rating", "评级", "Rating"),
        _integer("rating_points", "评级分（0–100）", "Rating points, 0 to 100"),
    ),
    supplied_by="check",
    check_scope="bureau",
)
LEGAL_EVENT = Kind(
    "legal_event",
    Words("司法与合规事件", "Legal event"),
    "filed_on",
    (
        _text(
            "event_type",
            "类型",
            "Type",
            required=True,
            choices=(
                "lawsuit",
                "enforcement",
                "dishonest_debtor",
                "abnormal_operation",
                "penalty",
                "equity_freeze",
                "bankruptcy",
                "liquidation",
            ),
        ),
        _text("role", "身份", "Role", choices=("defendant", "plaintiff", "third_party")),
        _day("filed_on", "立案日期", "Filed on", required=True),
        _day("closed_on", "结案日期", "Closed on"),
        _money("amount_minor", "涉案金额", "Amount in dispute"),
        CURRENCY,
        _text("title", "案由", "Subject"),
    ),
    supplied_by="check",
    check_scope="legal",
)
NEWS_ITEM = Kind(
    "news_item",
    Words("舆情", "News item"),
    "published_on",
    (
        _day("published_on", "发布日期", "Published on", required=True),
        _text("sentiment", "情感", "Sentiment", required=True, choices=("negative", "neutral", "positive")),
        _text("title", "标题", "Title"),
        _text("topic", "主题", "Topic"),
    ),
    freshness_days=90,
    speaks_until="delivery",
)
INDUSTRY_FACT = Kind(
    "industry_fact",
    Words("行业数据", "Industry fact"),
    "observed_on",
    (
        _text("industry", "行业", "Industry", required=True),
        _day("observed_on", "日期", "Day", required=True),
        _integer("index_permille", "景气指数（千分）", "Prosperity index, per mille", required=True),
    ),
    of_customer=False,
    freshness_days=90,
)
SIGNAL_POINTS, SIGNAL_DAYS = 100, 3_650
"""The most that one signal deducts from a score, and the longest that it does so."""
SIGNAL = Kind(
    "signal",
    Words("一线信号", "Front-line signal"),
    "observed_on",
    (
        _text("signal_type", "信号", "Signal", required=True),
        _text("severity", "程度", "Severity", choices=("low", "medium", "high")),
        _integer("points", "扣分", "Points deducted", required=True, between=(0, SIGNAL_POINTS)),
        _day("observed_on", "观察日期", "Observed on", required=True),
        _day("expires_on", "失效日期", "Expires on", required=True),
        _text("note", "说明", "Note"),
        _text("reporter", "报告人", "Reporter"),
    ),
    freshness_days=3650,
    speaks_until="delivery",
)
BAD_DEBT = Kind(
    "bad_debt",
    Words("坏账", "Bad debt"),
    "booked_on",
    (
        _text("entry", "类型", "Entry", required=True, choices=("write_off", "recovery")),
        _text("document_no", "发票号", "Invoice number"),
        _integer("instalment_no", "期次", "Instalment number"),
        _day("booked_on", "入账日", "Booked on", required=True),
        _money("amount_minor", "金额", "Amount", required=True),
        CURRENCY,
    ),
    freshness_days=120,
    speaks_until="delivery",
)
FX_RATE = Kind(
    "fx_rate",
    Words("汇率", "Exchange rate"),
    "rate_on",
    (
        _text("currency", "币种", "Currency", required=True),
        _day("rate_on", "日期", "Day", required=True),
        _integer("rate", "汇率（×10⁸）", "Reporting units per unit, times 10^8", required=True),
    ),
    of_customer=False,
    freshness_days=31,
)
MOST_OF_BOOK = 9 * 10**18
"""A total of the whole book stays inside 64 bits."""
BOOK_CONSTANT = Kind(
    "book_constant",
    Words("全账常数", "Book constant"),
    "month_end_on",
    (
        _text("name", "名称", "Name", required=True),
        _day("month_end_on", "月末", "Month-end", required=True),
        _integer("total", "数值", "Value", required=True, between=(-MOST_OF_BOOK, MOST_OF_BOOK)),
    ),
    of_customer=False,
    freshness_days=3650,
)

_PARTIES = (CUSTOMER, CUSTOMER_GROUP, GROUP_MEMBER, PERSON, CONTACT, RELATION, CHECK)
_TRADE = (ENQUIRY, ORDER, DELIVERY, INVOICE, PAYMENT, ALLOCATION, CREDIT_NOTE, CONTRACT, MILESTONE, CREDIT_LIMIT)
_CONDUCT = (TICKET, INTERACTION, STATEMENT, BUREAU_REPORT, LEGAL_EVENT, NEWS_ITEM, INDUSTRY_FACT, SIGNAL, BAD_DEBT)
KINDS: dict[str, Kind] = {kind.name: kind for kind in (*_PARTIES, *_TRADE, *_CONDUCT, FX_RATE, BOOK_CONSTANT)}
"""Every kind by name."""

LEDGER_KINDS = frozenset({"invoice", "payment", "allocation", "credit_note", "bad_debt"})
"""The kinds that settlement folds; a batch with any of them re-folds the customers it touches."""

UNDATED = {
    "customer": frozenset(each.name for each in CUSTOMER.fields if each.type != "day")
    | {"registered_capital_reporting_minor"},
    "invoice": frozenset({"is_disputed"}),
}
"""By kind: attributes that may change without anybody saying when. What could be known on a past day leaves them out,
unless, for a customer, its source says when it reported them.
"""
GROUPING_KINDS = frozenset({"customer", "customer_group", "group_member", "relation"})
"""The kinds that say which customers form a group."""
