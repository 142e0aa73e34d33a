"""Fact views: what definitions may say about each kind of fact, as columns in the language for an as-of day.

A view row is a fact that had happened by the end of `as_of`. Its columns are the stored fields plus the columns
declared here, each an expression over what stands before it; so one text serves every engine and explains itself.
"""

from dataclasses import dataclass

from kedun.expressions import Type
from kedun.facts.kinds import KINDS, FieldType
from kedun.facts.tables import reporting_name
from kedun.kernel.words import Words

AS_OF = "as_of"
"""The parameter that every column expression may name."""

UNDATED_FROM = -100_000
"""Stands for "since ever" where a limit has no first day; before every day a fact may carry."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column that the view computes.

    `needs`: kinds that must be supplied, besides the view's own, for the column to mean anything.
    `is_strict`: a missing value is an unknown amount, so an aggregate over it is unknown too (a missing rate is never 1:1).
    """

    name: str
    text: str
    label: Words
    needs: frozenset[str] = frozenset()
    is_strict: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """A kind of fact as definitions see it.

    `visible`: which rows had happened by `as_of`. `joined`: columns that the source adds to the stored ones
    (types by name). `newest_by`: keep only the customer's newest visible row by this day field.
    """

    kind: str
    visible: str
    columns: tuple[Column, ...]
    joined: tuple[tuple[str, Type], ...] = ()
    newest_by: str | None = None


def _column(name: str, text: str, zh: str, en: str, *, needs: str = "", strict: bool = False) -> Column:
    return Column(name, text, Words(zh, en), frozenset(needs.split()), strict)


_AMOUNT = _column(
    "reporting_minor", "amount_reporting_minor", "本位币金额", "amount in reporting currency", strict=True
)

_VIEWS = (
    View(
        "customer",
        "TRUE",
        (
            _column(
                "cooperation_age",
                "CASE WHEN stated_since <= as_of THEN as_of - stated_since END",
                "合作天数",
                "days since the stated start",
            ),
            _column(
                "registered_age",
                "CASE WHEN registered_on <= as_of THEN as_of - registered_on END",
                "成立天数",
                "days since registration",
            ),
            _column("licence_days_left", "licence_ends_on - as_of", "营业期限剩余天数", "days left of the licence"),
            _column(
                "is_struck_off",
                "status IN ('suspended', 'liquidating', 'revoked', 'deregistered')",
                "已停业、清算、吊销或注销",
                "has ceased trading",
            ),
        ),
    ),
    View(
        "invoice",
        "issue_on <= as_of",
        (
            _column("issue_age", "as_of - issue_on", "开票距今天数", "days since issue"),
            _column("has_amount", "amount_minor > 0", "金额不为零", "has an amount"),
            _column(
                "open_document_minor", "amount_minor - allocated_minor", "原币未清金额", "open in document currency"
            ),
            _column("is_open", "open_document_minor > 0", "未结清", "is open"),
            _column(
                "open_minor",
                "CASE WHEN open_document_minor = 0 THEN 0 ELSE amount_reporting_minor - allocated_reporting_minor END",
                "未清金额",
                "open amount",
                strict=True,
            ),
            _column("is_due_known", "due_on IS NOT NULL", "有到期日", "has a due day"),
            _column(
                "overdue_days",
                "CASE WHEN is_open AND due_on < as_of THEN as_of - due_on ELSE 0 END",
                "逾期天数",
                "days overdue",
            ),
            _column(
                "is_settled",
                "has_amount AND open_document_minor = 0 AND cash_minor > 0 AND written_off_minor = 0",
                "已结清",
                "is settled",
                needs="payment",
            ),
            _column(
                "settled_on", "CASE WHEN is_settled THEN last_cash_on END", "结清日", "settled on", needs="payment"
            ),
            _column("settled_age", "as_of - settled_on", "结清距今天数", "days since settled", needs="payment"),
            _column(
                "days_late",
                "greatest(settled_on - due_on, 0)",
                "结清时逾期天数",
                "days late when settled",
                needs="payment",
            ),
            _column(
                "settle_days", "settled_on - issue_on", "回款天数", "days from issue to settlement", needs="payment"
            ),
            _column(
                "late_square", "days_late * days_late", "逾期天数的平方", "square of the days late", needs="payment"
            ),
            _column("term_days", "due_on - issue_on", "账期天数", "days of credit given"),
            _column("due_age", "as_of - due_on", "到期距今天数", "days since due"),
            _column(
                "was_owed",
                "has_amount AND (is_open OR cash_minor > 0 OR written_off_minor > 0)",
                "确曾欠款",
                "was really owed",
                needs="payment",
            ),
            _column(
                "went_late",
                "overdue_days > 0 OR days_late > 0 OR written_off_minor > 0",
                "曾经逾期",
                "went overdue",
                needs="payment",
            ),
            _column(
                "defaulted",
                "overdue_days > 90 OR days_late > 90 OR written_off_minor > 0",
                "已违约（逾期超过90天或核销）",
                "defaulted: more than 90 days late, or written off",
                needs="payment",
            ),
            _AMOUNT,
        ),
        joined=(
            ("allocated_minor", "integer"),
            ("allocated_reporting_minor", "integer"),
            ("cash_minor", "integer"),
            ("written_off_minor", "integer"),
            ("last_cash_on", "integer"),
            ("due_on", "integer"),
            ("due_basis", "text"),
            ("rollovers", "integer"),
        ),
    ),
    View(
        "payment",
        "effective_on <= as_of",
        (
            _column("paid_age", "as_of - effective_on", "回款距今天数", "days since paid"),
            _column(
                "is_note_at_risk",
                "method IN ('bank_acceptance', 'commercial_acceptance') AND matures_on > as_of",
                "未到期承兑汇票",
                "is a note that has not matured",
            ),
            _AMOUNT,
            _column("unapplied_minor", "unapplied_reporting_minor", "未核销金额", "unapplied amount", strict=True),
        ),
        joined=(("unapplied_reporting_minor", "integer"), ("effective_on", "integer")),
    ),
    View(
        "credit_note",
        "issue_on <= as_of",
        (
            _column("issue_age", "as_of - issue_on", "开具距今天数", "days since issue"),
            _column("is_goods_return", "reason IN ('return', 'exchange')", "退换货", "is a return or exchange"),
            _column(
                "is_correction",
                "reason IN ('allowance', 'cancellation')",
                "折让或作废",
                "is an allowance or cancellation",
            ),
            _column("unapplied_minor", "unapplied_reporting_minor", "未核销金额", "unapplied amount", strict=True),
            _AMOUNT,
        ),
        joined=(("unapplied_reporting_minor", "integer"),),
    ),
    View(
        "order",
        "placed_on <= as_of",
        (
            _column("placed_age", "as_of - placed_on", "下单距今天数", "days since placed"),
            _column("is_cancelled", "cancelled_on IS NOT NULL AND cancelled_on <= as_of", "已取消", "is cancelled"),
            _column("size_square", "size_class * size_class", "规模级的平方", "square of the size class"),
            _AMOUNT,
        ),
        joined=(("size_class", "integer"),),
    ),
    View(
        "delivery",
        "delivered_on <= as_of",
        (
            _column("delivered_age", "as_of - delivered_on", "发货距今天数", "days since delivered"),
            _column("is_accepted", "accepted_on IS NOT NULL AND accepted_on <= as_of", "已验收", "is accepted"),
            _AMOUNT,
        ),
    ),
    View(
        "milestone",
        "due_on <= as_of",
        (
            _column("due_age", "as_of - due_on", "到期距今天数", "days since due"),
            _column("is_theirs", "obliged = 'customer'", "客户方义务", "is the customer's obligation"),
            _column("is_met", "met_on IS NOT NULL AND met_on <= due_on", "按期履行", "met by its due day"),
        ),
    ),
    View(
        "credit_limit",
        "from_on IS NULL OR from_on <= as_of",
        (
            _column("in_force", "to_on IS NULL OR to_on >= as_of", "有效", "is in force"),
            _column("is_fixed", "limit_type = 'fixed'", "固定额度", "is a fixed limit"),
            _column(
                "starts_on",
                f"CASE WHEN from_on IS NULL THEN {UNDATED_FROM} ELSE from_on END",
                "生效日",
                "in force from",
            ),
            _column("is_undated", "from_on IS NULL", "未注明日期", "has no dates"),
            _AMOUNT,
        ),
    ),
    View(
        "enquiry",
        "asked_on <= as_of",
        (
            _column("asked_age", "as_of - asked_on", "询盘距今天数", "days since asked"),
            _column("is_answered", "answered_on IS NOT NULL AND answered_on <= as_of", "已回复", "is answered"),
        ),
    ),
    View(
        "contact",
        "from_on <= as_of",
        (
            _column(
                "left_age", "CASE WHEN to_on <= as_of THEN as_of - to_on END", "离任天数", "days since the contact left"
            ),
        ),
    ),
    View(
        "check",
        "checked_on <= as_of",
        (_column("checked_age", "as_of - checked_on", "调查距今天数", "days since checked"),),
    ),
    View(
        "ticket",
        "opened_on <= as_of",
        (
            _column("opened_age", "as_of - opened_on", "提出距今天数", "days since opened"),
            _column("is_complaint", "ticket_type = 'complaint'", "投诉", "is a complaint"),
            _column("is_service_request", "ticket_type = 'service_request'", "服务请求", "is a service request"),
            _column(
                "is_costed",
                "cost_minor IS NOT NULL AND (closed_on IS NULL OR closed_on <= as_of)",
                "处理成本已知（关闭后）",
                "has a cost that is known: from its closing day on",
            ),
            _column(
                "served_minor",
                "CASE WHEN is_costed THEN cost_reporting_minor END",
                "处理成本（本位币）",
                "cost in reporting currency",
                strict=True,
            ),
            _column("is_unresolved", "closed_on IS NULL OR closed_on > as_of", "未关闭", "is not closed"),
        ),
    ),
    View(
        "interaction",
        "happened_on <= as_of",
        (_column("happened_age", "as_of - happened_on", "往来距今天数", "days since it happened"),),
    ),
    View(
        "statement",
        "period_end_on <= as_of",
        (
            _column("statement_age", "as_of - period_end_on", "报表距今天数", "days since the period end"),
            _column(
                "cash_flow_minor",
                "operating_cash_flow_reporting_minor",
                "经营现金流净额（本位币）",
                "operating cash flow in reporting currency",
            ),
        ),
        newest_by="period_end_on",
    ),
    View(
        "bureau_report",
        "reported_as_of <= as_of",
        (_column("report_age", "as_of - reported_as_of", "报告距今天数", "days since the report"),),
        newest_by="reported_as_of",
    ),
    View(
        "legal_event",
        "filed_on <= as_of",
        (
            _column("filed_age", "as_of - filed_on", "立案距今天数", "days since filed"),
            _column("is_open", "closed_on IS NULL OR closed_on > as_of", "未结", "is open"),
            _column("is_defendant", "role = 'defendant'", "作为被告", "is the defendant"),
            _column("is_against", "role <> 'plaintiff'", "针对该客户", "is against the customer"),
            _column(
                "claimed_minor",
                "amount_reporting_minor",
                "涉案金额（本位币）",
                "claim in reporting currency",
                strict=True,
            ),
        ),
    ),
    View(
        "firm_change",
        "changed_on <= as_of",
        (
            _column("changed_age", "as_of - changed_on", "变更距今天数", "days since changed"),
            _column(
                "is_of_control",
                "item IN ('representative', 'shareholder', 'executive')",
                "法定代表人、股东或高管变更",
                "is a change of the representative, an owner or an executive",
            ),
        ),
    ),
    View(
        "news_item",
        "published_on <= as_of",
        (
            _column("published_age", "as_of - published_on", "发布距今天数", "days since published"),
            _column("is_negative", "sentiment = 'negative'", "负面", "is negative"),
        ),
    ),
    View(
        "industry_fact",
        "observed_on <= as_of",
        (
            _column("observed_age", "as_of - observed_on", "观察距今天数", "days since observed"),
            _column("index_square", "index_permille * index_permille", "指数的平方", "square of the index"),
        ),
    ),
    View(
        "market_event",
        "observed_on <= as_of",
        (
            _column("observed_age", "as_of - observed_on", "发生距今天数", "days since it happened"),
            _column("is_in_force", "expires_on IS NULL OR expires_on > as_of", "未失效", "has not ended"),
            _column("is_of_region", "covers = 'region'", "针对地区", "is about a region"),
        ),
    ),
    View(
        "relation",
        "from_on <= as_of",
        (
            _column("since_age", "as_of - from_on", "起始距今天数", "days since it began"),
            _column(
                "ended_age", "CASE WHEN to_on <= as_of THEN as_of - to_on END", "终止距今天数", "days since it ended"
            ),
            _column(
                "is_control",
                "relation_type IN ('shareholder', 'executive', 'controller')",
                "股东、高管或实际控制人",
                "is a shareholder, executive or controller",
            ),
            _column("is_supply", "relation_type IN ('supplier', 'buyer')", "上下游", "is a supplier or buyer"),
        ),
    ),
    View(
        "contract",
        "signed_on <= as_of",
        (_column("days_left", "ends_on - as_of", "距到期天数", "days left"),),
    ),
    View(
        "signal",
        "observed_on <= as_of",
        (
            _column(
                "remaining_permille",
                "CASE WHEN expires_on > as_of THEN quotient(1000 * (expires_on - as_of), expires_on - observed_on) ELSE 0 END",
                "剩余权重（千分）",
                "weight left, per mille",
            ),
            _column("fading_points", "remaining_permille * points", "剩余扣分（千分）", "points left, per mille"),
        ),
    ),
    View(
        "bad_debt",
        "booked_on <= as_of",
        (_column("is_write_off", "entry = 'write_off'", "核销", "is a write-off"), _AMOUNT),
    ),
)

VIEWS: dict[str, View] = {view.kind: view for view in _VIEWS}
"""The views by kind."""

_TYPES: dict[FieldType, Type] = {
    "text": "text",
    "integer": "integer",
    "money": "integer",
    "day": "integer",
    "boolean": "boolean",
}


def stored_columns(kind: str) -> dict[str, Type]:
    """Give the types of a kind's stored columns, derived reporting amounts included."""
    columns: dict[str, Type] = {each.name: _TYPES[each.type] for each in KINDS[kind].fields}
    for each in KINDS[kind].fields:
        if each.type == "money":
            columns[reporting_name(each.name)] = "integer"
    return columns


def source_columns(view: View) -> dict[str, Type]:
    """Give the types of the columns a view starts from: stored, joined and the as-of day."""
    return {**stored_columns(view.kind), **dict(view.joined), AS_OF: "integer"}
