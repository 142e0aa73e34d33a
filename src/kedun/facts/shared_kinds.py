"""The kinds of fact that belong to no customer: industries, regions, currencies, the book as a whole."""

from kedun.facts.declaring import Kind, day, integer, text
from kedun.kernel.words import Words

INDUSTRY_FACT = Kind(
    "industry_fact",
    Words("行业数据", "Industry fact"),
    "observed_on",
    (
        text("industry", "行业", "Industry", required=True),
        day("observed_on", "日期", "Day", required=True),
        integer("index_permille", "景气指数（千分）", "Prosperity index, per mille", required=True),
    ),
    of_customer=False,
    freshness_days=90,
)
MARKET_EVENT = Kind(
    "market_event",
    Words("行业与地区动态", "Industry or region event"),
    "observed_on",
    (
        text("covers", "范围", "Covers", required=True, choices=("industry", "region")),
        text("market", "行业或地区", "Industry or region", required=True),
        text(
            "event_type",
            "动态类型",
            "Type of event",
            required=True,
            choices=("policy_change", "supply_disruption", "competitor_move", "regional_risk"),
        ),
        integer("impact", "不利影响（1–5）", "Harm, 1 to 5", required=True, between=(1, 5)),
        day("observed_on", "日期", "Day", required=True),
        day("expires_on", "失效日期", "Ends on"),
        text("title", "标题", "Title"),
    ),
    of_customer=False,
    freshness_days=180,
    speaks_until="delivery",
)
FX_RATE = Kind(
    "fx_rate",
    Words("汇率", "Exchange rate"),
    "rate_on",
    (
        text("currency", "币种", "Currency", required=True),
        day("rate_on", "日期", "Day", required=True),
        integer("rate", "汇率（×10⁸）", "Reporting units per unit, times 10^8", required=True),
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
        text("name", "名称", "Name", required=True),
        day("month_end_on", "月末", "Month-end", required=True),
        integer("total", "数值", "Value", required=True, between=(-MOST_OF_BOOK, MOST_OF_BOOK)),
    ),
    of_customer=False,
    freshness_days=3650,
)
