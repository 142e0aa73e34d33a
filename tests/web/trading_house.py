"""A small house with customers, bills, an alert and people: what requests of the API are tried on."""

from collections.abc import Mapping
from pathlib import Path

from kedun.alerts.models import Alert
from kedun.facts.models import CURRENT
from kedun.kernel.clock import SystemClock, today
from kedun.pipeline.actions import Errand, walk
from kedun.pipeline.starter import load_definitions
from tests.pipeline.small_house import bill, customer, paid, receive

SELLER = "王伟"
"""What the files call the person who owns customer OWNED."""

OWNED, NAME = "KH-XQZ7", "泰和益华"
"""A code and a name that stand nowhere else, so that a leak is seen wherever it is."""


def open_trading_house(folder: Path) -> None:
    """OWNED owes since long ago and has an alert, B paid late, C owes a little; OWNED belongs to SELLER."""
    clock = SystemClock()
    on = today(clock)
    load_definitions(clock)
    receive(
        {},
        customer=[dict(customer(OWNED)) | {"owner": SELLER, "name": NAME}, customer("B"), customer("C")],
        invoice=[
            bill(OWNED, due_on=on - 40, amount="7391.57"),
            bill("B", due_on=on - 40),
            bill("C", due_on=on + 5, amount="12.34"),
        ],
        payment=[paid("B", on=on - 10)],
    )
    walk(Errand(as_of=on, engine="postgres", clock=clock, known_at=None, folder=folder))


def known() -> Mapping[str, object]:
    """Values of path parameters at which something stands that belongs to OWNED."""
    alert = Alert.objects.filter(customer__code=OWNED).first()
    assert alert is not None, "its bill is overdue"
    return {
        "code": OWNED,
        "alert_id": alert.pk,
        "kind": "invoice",
        "fact_id": CURRENT["invoice"]._default_manager.get(customer__code=OWNED).pk,
        "source": "house",
        "external_id": f"{OWNED}-1",
        "key": "overdue_days_max",
    }
