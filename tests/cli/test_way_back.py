"""`kedun way-back`: the document for scripts, tables and a letter for people."""

import pytest

from kedun.portfolio.wayback.schemas import WayBackDocument
from tests.cli.conftest import Kedun
from tests.pipeline.small_house import START, bill, customer, open_house, paid, receive

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def house(monkeypatch: pytest.MonkeyPatch) -> None:
    """A owes one bill for 100 days, and two that are not due yet."""
    monkeypatch.setenv("KEDUN_NOW", "2025-06-16T12:00:00+08:00")
    open_house()
    coming = [{**bill("A", due_on=START + 60, number=str(each)), "issue_on": START - 3} for each in (2, 3)]
    invoices = [bill("A", due_on=START - 100), *coming, bill("A", due_on=START - 90, number="4")]
    receive(customer=[customer("A")], invoice=invoices, payment=[paid("A", on=START - 90, number="4")])


def test_the_document_is_the_one_of_the_api(kedun: Kedun) -> None:
    told = kedun("way-back", "A", "--pay-by", "2025-06-20", "--names-score", "--json")
    assert told.code == 0
    document = WayBackDocument.model_validate_json(told.out)
    assert (document.format, document.state, document.pay_by.isoformat()) == (1, "plan", "2025-06-20")
    assert [each.name for step in document.steps for each in step.items] == ["A-1"]
    assert "rise from" in document.letters[1].text


def test_people_read_tables_and_the_letter(kedun: Kedun) -> None:
    told = kedun("--lang", "en", "way-back", "A")
    assert told.code == 0
    for part in ("If this is done", "A-1", "CNY 750.00", "Line of the card", "Dear 客户A"):
        assert part in told.out
    above = kedun("--lang", "en", "way-back", "A", "--target", "5")
    assert "has reached 5" in above.out
    assert "Dear" not in above.out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(("A", "--target", "much"), 2, id="no number"),
        pytest.param(("A", "--target", "0"), 2, id="no score"),
        pytest.param(("NOBODY",), 2, id="no such customer"),
        pytest.param(("A", "--pay-by", "2025-06-16"), 2, id="too soon"),
    ],
)
def test_what_is_refused(kedun: Kedun, arguments: tuple[str, ...], code: int) -> None:
    assert kedun("way-back", *arguments).code == code
