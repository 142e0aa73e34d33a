"""How far an empty house is set up, as the workbench tells it."""

import pytest

from kedun.facts.models import CURRENT
from tests.pipeline.small_house import START, bill, clock_on, customer, open_house, receive
from tests.web.clients import client_of


@pytest.mark.django_db
def test_setting_up_is_told_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEDUN_NOW", clock_on(START).at.isoformat())
    open_house()
    chief = client_of("ceo")

    def done() -> set[str]:
        return {step["key"] for step in chief.get("/workbench").json["set_up"]["steps"] if step["done"]}

    assert done() == set()
    assert not chief.get("/workbench").json["set_up"]["done"]
    receive({}, customer=[customer("A")])
    assert done() == {"customers"}
    receive(invoice=[bill("A", due_on=START - 40)])
    assert done() == {"customers", "invoices"}
    client_of("sales")
    assert done() == {"customers", "invoices", "people"}
    CURRENT["customer"]._default_manager.update(is_retracted=True)
    assert "customers" not in done()
