"""Orders that were stored before they had a size class get it from the migration, the same as a new delivery would."""

from importlib import import_module

import pytest
from django.db import connection

from kedun.facts.models import CURRENT
from tests.facts.deliveries import Value, customer, deliver

AMOUNTS = (-5, 0, 1, 2, 1_024_00, 10**13)


@pytest.mark.django_db
def test_orders_of_before_get_their_class() -> None:
    rows: list[dict[str, Value]] = [
        {"external_id": str(at), "customer": "001", "order_no": str(at), "placed_on": 20_000, "amount_minor": amount}
        for at, amount in enumerate(AMOUNTS)
    ]
    deliver({"customer": [customer()], "order": rows})
    orders = CURRENT["order"]._default_manager.order_by("amount_minor")
    delivered = list(orders.values_list("size_class", flat=True))
    orders.update(size_class=None)
    operations = import_module("kedun.facts.migrations.0006_size_of_orders").Migration.operations
    with connection.cursor() as cursor:
        for filling in operations[2:]:
            cursor.execute(filling.sql)
    assert list(orders.values_list("size_class", flat=True)) == delivered == [None, None, 0, 8, 133, 345]
