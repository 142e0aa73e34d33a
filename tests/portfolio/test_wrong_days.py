"""Days in an address that cannot be looked at are named, on every page that takes one."""

import pytest

from kedun.kernel.days import to_date
from tests.pipeline.small_house import START, bill, clock_on, customer, open_house, receive
from tests.web.clients import client_of

FIRST = START - 60
PATHS = (
    "/overview", "/customers", "/customers/A", "/customers/A/way-back", "/customers/A/group", "/alerts",
    "/portfolio/figures",
)  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("path", PATHS)
def test_a_day_that_cannot_be_looked_at_is_named(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEDUN_NOW", clock_on(START).at.isoformat())
    open_house()
    receive(customer=[customer("A")], invoice=[bill("A", due_on=FIRST + 30)])
    client = client_of("ceo")
    first = client.get("/alerts", as_of="1990-01-01").json["params"]["first"]
    told = {
        "2026-13-40": "bad_fields",
        "yesterday": "bad_fields",
        to_date(START + 1).isoformat(): "day_to_come",
        "1990-01-01": "day_before_facts",
    }
    for day, code in told.items():
        answer = client.get(path, as_of=day)
        assert (answer.status, answer.json["code"]) == (422, code), (path, day)
        assert answer.json["fields"] if code == "bad_fields" else day in answer.json["message"]
    assert client.get(path, as_of=first).status != 422
