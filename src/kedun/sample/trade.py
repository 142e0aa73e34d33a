"""The trade of all months: orders, deliveries, invoices, payments, credit notes, losses."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from kedun.sample.arrays import Chunk, stacked
from kedun.sample.contracts import Contracts
from kedun.sample.invoices import credit_note_rows, documents_of, invoice_rows, parts_of
from kedun.sample.losses import loss_rows
from kedun.sample.orders import deliveries_of, orders_of_month
from kedun.sample.payments import pieces_of, rounding_rows
from kedun.sample.receipts import confirmed_rows, payment_rows, receipts_of
from kedun.sample.world import World


@dataclass(frozen=True, slots=True)
class _Month:
    """What one month's orders lead to."""

    orders: Chunk
    deliveries: Chunk
    documents: Chunk
    parts: Chunk
    pieces: Chunk


def trade_rows(world: World, contracts: Contracts) -> Mapping[str, Chunk]:
    """Give the rows of all kinds that come of trading."""
    months = [_month(world, contracts, month) for month in range(world.over.months)]
    parts = stacked([month.parts for month in months])
    pieces = stacked(_pieces_of_all(months))
    documents = stacked([month.documents for month in months])
    receipts = receipts_of(world, pieces)
    orders = stacked([month.orders for month in months])
    return {
        "order": orders | {"external_id": orders["key"], "order_no": orders["key"]},
        "delivery": stacked([month.deliveries for month in months]),
        "invoice": invoice_rows(parts, until=world.over.until),
        "credit_note": credit_note_rows(documents),
        "payment": payment_rows(world, receipts),
        "allocation": stacked([rounding_rows(pieces), confirmed_rows(receipts)]),
        "bad_debt": loss_rows(world, parts=parts, pieces=pieces, receipts=receipts),
    }


def _month(world: World, contracts: Contracts, month: int) -> _Month:
    orders = orders_of_month(world, month)
    deliveries = deliveries_of(world, orders, month=month)
    documents = documents_of(world, deliveries, contracts=contracts, month=month)
    parts = parts_of(world, documents, month=month)
    return _Month(orders, deliveries, documents, parts, pieces_of(world, parts, month=month))


def _pieces_of_all(months: list[_Month]) -> list[Chunk]:
    """Let the pieces of each month refer to the rows of all months' parts."""
    before = np.cumsum([0, *(month.parts["key"].size for month in months)])
    return [
        month.pieces | {"part": month.pieces["part"] + offset} for month, offset in zip(months, before, strict=False)
    ]
