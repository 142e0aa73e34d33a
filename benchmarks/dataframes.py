"""The same measures by Polars and by pandas, as people who know these libraries would write them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import polars as pl

from benchmarks.ledger import DAY

Ratios = Mapping[str, tuple[str, str]]
Wanted = tuple[Any, Mapping[str, tuple[Any, Any]]]
"""Rows, and by column what is added up of them and where."""

c = pl.col


def by_polars(file: Path, ratios: Ratios) -> Any:
    """Compute by Polars' streaming engine, from Parquet files. Shape: a row per customer, in their order."""
    found = pl.scan_parquet(file.with_suffix(".customer.parquet")).select(customer_id=c("id"))
    for part in (_items_by_polars(file), _orders_by_polars(file), _tickets_by_polars(file)):
        found = found.join(part, on="customer_id", how="left")
    found = found.with_columns(pl.exclude("customer_id").fill_null(0).cast(pl.Int64))
    quotients = {
        name: pl.when(c(below) != 0).then(c(above).cast(pl.Float64) / c(below).cast(pl.Float64))
        for name, (above, below) in ratios.items()
    }
    return found.with_columns(**quotients).collect(engine="streaming").sort("customer_id")


def _total(column: Any, where: Any) -> Any:
    return column.filter(where).sum()


def _count(where: Any) -> Any:
    return where.sum().cast(pl.Int64)


def _items_by_polars(file: Path) -> Any:
    items = pl.scan_parquet(file.with_suffix(".invoice.parquet")).filter(c("issue_on") <= DAY)
    folded = pl.scan_parquet(file.with_suffix(".settlement.parquet"))
    x = items.join(folded, left_on="id", right_on="invoice_id", how="left").with_columns(
        settled=c("allocated_minor").fill_null(0), paid_on=c("last_cash_on")
    )
    x = x.with_columns(rest=c("amount_minor") - c("settled"), age=DAY - c("issue_on"), over=DAY - c("due_on"))
    late = ((c("rest") > 0) & (c("over") > 0)).fill_null(value=False)
    paid = ((c("rest") == 0) & (DAY - c("paid_on") < 365)).fill_null(value=False)
    known, days, rest = c("due_on").is_not_null(), c("paid_on") - c("due_on"), c("rest")
    return x.group_by("customer_id").agg(
        receivable_minor=_total(rest, rest > 0),
        overdue_minor=_total(rest, late),
        overdue_undisputed_minor=_total(rest, late & ~c("is_disputed")),
        overdue_count=_count(late),
        overdue_1_30_minor=_total(rest, late & (c("over") <= 30)),
        overdue_31_60_minor=_total(rest, late & (c("over") > 30) & (c("over") <= 60)),
        overdue_61_90_minor=_total(rest, late & (c("over") > 60) & (c("over") <= 90)),
        overdue_over_90_minor=_total(rest, late & (c("over") > 90)),
        due_unknown_minor=_total(rest, (rest > 0) & ~known),
        rollovers_12m=_total(c("rollovers"), c("age") < 365),
        settled_due_12m=_count(paid & known),
        settled_late_12m=_count((paid & (days > 0)).fill_null(value=False)),
        settled_on_time_12m=_count((paid & (days <= 0)).fill_null(value=False)),
        late_days_12m=_total(pl.max_horizontal(days, pl.lit(0)), paid & known),
        settled_12m=_count(paid),
        settle_days_12m=_total(c("paid_on") - c("issue_on"), paid),
        termed_12m=_count((c("age") < 365) & known),
        term_days_12m=_total(c("due_on") - c("issue_on"), (c("age") < 365) & known),
        invoiced_12m_minor=_total(c("amount_minor"), c("age") < 365),
        invoiced_90d_minor=_total(c("amount_minor"), c("age") < 90),
        open_items=_count(rest > 0),
    )


def _orders_by_polars(file: Path) -> Any:
    y = pl.scan_parquet(file.with_suffix(".order.parquet")).filter(c("placed_on") <= DAY)
    y = y.with_columns(age=DAY - c("placed_on"), gone=(c("cancelled_on") <= DAY).fill_null(value=False))
    return y.group_by("customer_id").agg(
        order_count_12m=_count(c("age") < 365),
        orders_cancelled_12m=_count((c("age") < 365) & c("gone")),
        ordered_recent_minor=_total(c("amount_minor"), (c("age") < 90) & ~c("gone")),
        ordered_before_minor=_total(c("amount_minor"), (c("age") >= 90) & (c("age") < 180) & ~c("gone")),
    )


def _tickets_by_polars(file: Path) -> Any:
    z = pl.scan_parquet(file.with_suffix(".ticket.parquet")).filter(c("opened_on") <= DAY)
    z = z.with_columns(young=DAY - c("opened_on") < 90)
    return z.group_by("customer_id").agg(
        complaints_90d=_count(c("young") & (c("ticket_type") == "complaint")),
        service_requests_90d=_count(c("young") & (c("ticket_type") == "service_request")),
    )


def by_pandas(file: Path, ratios: Ratios) -> Any:
    """Compute by pandas, from Parquet files, without apply. Shape: a row per customer, in their order."""
    found = pd.read_parquet(file.with_suffix(".customer.parquet"))[["id"]].rename(columns={"id": "customer_id"})
    for rows, wanted in (_items_by_pandas(file), _orders_by_pandas(file), _tickets_by_pandas(file)):
        filled = {name: np.where(where, value, 0) for name, (value, where) in wanted.items()}
        part = pd.DataFrame(filled).groupby(rows.customer_id.to_numpy()).sum()
        found = found.merge(part, left_on="customer_id", right_index=True, how="left")
    found = found.fillna(0).astype("int64")
    for name, (above, below) in ratios.items():
        found[name] = np.where(found[below] != 0, found[above] / found[below].replace(0, 1), np.nan)
    return found.sort_values("customer_id")


def _items_by_pandas(file: Path) -> Wanted:
    x = pd.read_parquet(file.with_suffix(".invoice.parquet"))
    folded = pd.read_parquet(file.with_suffix(".settlement.parquet"))
    x = x.merge(folded, left_on="id", right_on="invoice_id", how="left")
    rest = x.amount_minor - x.allocated_minor.fillna(0).astype("int64")
    age, over = DAY - x.issue_on, DAY - x.due_on
    late, known = (rest > 0) & (over > 0), x.due_on.notna()
    paid = (rest == 0) & (DAY - x.last_cash_on < 365)
    days = x.last_cash_on - x.due_on
    return x, {
        "receivable_minor": (rest, rest > 0),
        "overdue_minor": (rest, late),
        "overdue_undisputed_minor": (rest, late & ~x.is_disputed),
        "overdue_count": (1, late),
        "overdue_1_30_minor": (rest, late & (over <= 30)),
        "overdue_31_60_minor": (rest, late & (over > 30) & (over <= 60)),
        "overdue_61_90_minor": (rest, late & (over > 60) & (over <= 90)),
        "overdue_over_90_minor": (rest, late & (over > 90)),
        "due_unknown_minor": (rest, (rest > 0) & ~known),
        "rollovers_12m": (x.rollovers, age < 365),
        "settled_due_12m": (1, paid & known),
        "settled_late_12m": (1, paid & (days > 0)),
        "settled_on_time_12m": (1, paid & (days <= 0)),
        "late_days_12m": (days.clip(lower=0), paid & known),
        "settled_12m": (1, paid),
        "settle_days_12m": (x.last_cash_on - x.issue_on, paid),
        "termed_12m": (1, (age < 365) & known),
        "term_days_12m": (x.due_on - x.issue_on, (age < 365) & known),
        "invoiced_12m_minor": (x.amount_minor, age < 365),
        "invoiced_90d_minor": (x.amount_minor, age < 90),
        "open_items": (1, rest > 0),
    }


def _orders_by_pandas(file: Path) -> Wanted:
    y = pd.read_parquet(file.with_suffix(".order.parquet"))
    placed, gone = DAY - y.placed_on, y.cancelled_on <= DAY
    return y, {
        "order_count_12m": (1, placed < 365),
        "orders_cancelled_12m": (1, (placed < 365) & gone),
        "ordered_recent_minor": (y.amount_minor, (placed < 90) & ~gone),
        "ordered_before_minor": (y.amount_minor, (placed >= 90) & (placed < 180) & ~gone),
    }


def _tickets_by_pandas(file: Path) -> Wanted:
    z = pd.read_parquet(file.with_suffix(".ticket.parquet"))
    young = DAY - z.opened_on < 90
    return z, {
        "complaints_90d": (1, young & (z.ticket_type == "complaint")),
        "service_requests_90d": (1, young & (z.ticket_type == "service_request")),
    }
