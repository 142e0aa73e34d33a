"""Whoever may not see a customer sees it nowhere: by no address, in no list, count, search or export.

Alice owns the customer, Bob is a colleague, Charlie an outside expert without a grant, Dora leads another team, and a
key is tied to that team.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from kedun.accounts.models import Team
from kedun.accounts.rights import rights
from kedun.accounts.roles import Role
from kedun.accounts.teams.actions import Stretch, add_team
from kedun.facts.actions import Delivery, upsert
from kedun.kernel.clock import clock, today
from tests.case_files import tables, undone
from tests.pipeline.small_house import receive
from tests.web.clients import Answer, ApiClient, client_of, key_client
from tests.web.operations import Mounted, operations
from tests.web.trading_house import NAME, OWNED, SELLER, known, open_trading_house

pytestmark = pytest.mark.django_db
Clients = dict[str, ApiClient]
OUTSIDERS = ("bob", "charlie", "dora", "reading key", "writing key")
BODIES: dict[str, Any] = {
    "acknowledge_alert": {},
    "assign_alert": {"owner": None},
    "reopen_alert": {},
    "resolve_alert": {"reason": "paid", "note": "paid"},
    "snooze_alert": {"until": "2099-01-01"},
    "set_owner": {"person_id": None},
    "grant_reader": {},
    "merge_customer": {"into": "B", "reason": "one firm"},
    "part_customer": {"reason": "two firms"},
    "call_customers_different": {"other": "B", "reason": "two firms"},
    "upsert_fact": {"customer": OWNED, "document_no": "1", "issue_on": "2026-01-01", "amount": "1.00"},
    "upsert_facts": {
        "source": "house",
        "rows": [{"external_id": f"{OWNED}-1", "customer": OWNED, "issue_on": "2026-01-01", "amount": "1.00"}],
    },
    "report_signal": {"customer": OWNED, "type": "key_contact_left"},
}


@pytest.fixture(scope="module")
def clients(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Clients]:
    with undone(django_db_blocker):
        open_trading_house(tmp_path_factory.mktemp("house"))
        alice, bob = client_of("sales", name="Alice", names_in_files=(SELLER,)), client_of("sales", name="Bob")
        dora = client_of("sales_manager", name="Dora")
        team = add_team("test", name="other", lead_id=dora.person.pk, members=[Stretch(bob.person.pk, today(clock()))])
        yield {
            "alice": alice,
            "bob": bob,
            "charlie": client_of("outside_expert", name="Charlie"),
            "dora": dora,
            "reading key": key_client("reader", scope="teams", teams=(Team.objects.get(pk=team.pk),)),
            "writing key": key_client("writer", scope="teams", teams=(team,)),
        }


def column(client: ApiClient, name: str) -> str:
    return {"reading key": "api_reader", "writing key": "api_writer"}.get(name) or client.person.role


def reading() -> list[Mounted]:
    return [each for each in operations() if each.method == "GET"]


def text_of(answer: Answer) -> str:
    """All that an answer says, workbooks unpacked."""
    if answer.content[:2] != b"PK":
        return answer.content.decode("utf-8", errors="replace")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as book:
        return "".join(book.read(name).decode("utf-8", errors="replace") for name in book.namelist())


def shows_it(answer: Answer) -> bool:
    """Its name, or the number of its bill; the code alone may be an echo of what was asked."""
    text = text_of(answer)
    return NAME in text or f"{OWNED}-1" in text


def about_one(operation: Mounted) -> bool:
    return any(f"{{{name}}}" in operation.path for name in ("code", "alert_id"))


def test_the_owner_sees_the_customer_so_that_this_test_is_not_blind(clients: Clients) -> None:
    alice = clients["alice"]
    seen = [each.name for each in reading() if shows_it(alice.get(each.address(**known())))]
    assert {"customers", "customer", "alerts", "alert", "export_customers", "export_alerts", "timeline"} <= set(seen)
    assert {"workbench", "overview", "customer_facts", "fact_versions", "reading_evidence"} <= set(seen)


@pytest.mark.parametrize("name", OUTSIDERS)
def test_no_reading_shows_the_customer_of_another(clients: Clients, name: str) -> None:
    client = clients[name]
    told = {each: client.get(each.address(**known())) for each in reading()}
    assert [each.name for each, answer in told.items() if shows_it(answer)] == []
    assert [each.name for each, answer in told.items() if OWNED in text_of(answer) and not about_one(each)] == []
    may = rights().allowed(column(client, name))
    wrong = {each.name: answer.status for each, answer in told.items() if about_one(each) and each.name in may}
    assert wrong == dict.fromkeys(wrong, 404)


# What is searched for may be echoed; what belongs to it may not be there.
SEARCHES = [
    ({"q": OWNED}, NAME),
    ({"q": NAME}, OWNED),
    ({"codes": OWNED}, NAME),
    ({"customer": OWNED}, NAME),
    ({"owner": SELLER}, OWNED),
]


@pytest.mark.parametrize("name", OUTSIDERS)
@pytest.mark.parametrize(("query", "mark"), SEARCHES, ids=[str(each[0]) for each in SEARCHES])
def test_no_search_finds_it(clients: Clients, name: str, query: dict[str, str], mark: str) -> None:
    paths = ("/customers", "/customers/export", "/alerts", "/alerts/export", "/signals")
    answers = {path: clients[name].get(path, **query) for path in paths}
    assert [path for path, answer in answers.items() if mark in text_of(answer)] == []
    found = {path: answer.json["total"] for path, answer in answers.items() if "total" in (answer.json or {})}
    assert found == dict.fromkeys(found, 0) or all(total is None for total in found.values())


def test_counts_are_of_what_one_may_see(clients: Clients) -> None:
    def figures(name: str) -> tuple[object, ...]:
        said = clients[name].get("/overview").json
        return (
            said["receivable"],
            said["open_alerts"],
            sum(clients[name].get("/alerts/counts").json.get("open", {}).values()),
        )

    assert figures("alice") != figures("bob")
    assert [NAME in text_of(clients["bob"].get(path)) for path in ("/overview", "/alerts/counts", "/workbench")] == [
        False
    ] * 3


@pytest.mark.parametrize("name", OUTSIDERS)
def test_no_writing_reaches_it(clients: Clients, name: str) -> None:
    client, values = clients[name], {**known(), "person_id": 1}
    wrong = {}
    for operation in operations():
        if operation.method == "GET" or not (about_one(operation) or operation.name in BODIES):
            continue
        with transaction.atomic():
            answer = getattr(client, operation.method.lower())(operation.address(**values), BODIES.get(operation.name))
            transaction.set_rollback(True)
        if not is_refused(answer):
            wrong[operation.name] = (answer.status, answer.content[:300])
    assert wrong == {}


def is_refused(answer: Answer) -> bool:
    """Refused as if it were not there; a row of a bulk delivery is a reject of its own."""
    if answer.status == 200 and "rejects" in (answer.json or {}):
        said: dict[str, Any] = answer.json
        return (said["added"], said["changed"]) == (0, 0) and len(said["rejects"]) == 1
    return answer.status in (403, 404) or (answer.status == 422 and answer.json["code"] == "fact_not_taken")


AMOUNTS = ("7391.57", "7,391.57", "739157")
"""How the amount of the bill could be written: in units, with a comma, in minor units."""


@pytest.mark.parametrize("role", ["production", "service"])
def test_no_amount_is_shown_to_those_it_is_hidden_from(clients: Clients, role: Role) -> None:
    client = client_of(role)
    told = {each.name: text_of(client.get(each.address(**known()))) for each in reading()}
    assert NAME in told["customers"], "the customer itself is seen"
    assert [name for name, text in told.items() if any(amount in text for amount in AMOUNTS)] == []


def test_the_owner_is_shown_amounts_so_that_this_test_is_not_blind(clients: Clients) -> None:
    told = {each.name: text_of(clients["alice"].get(each.address(**known()))) for each in reading()}
    seen = {name for name, text in told.items() if any(amount in text for amount in AMOUNTS)}
    assert {"customers", "customer", "customer_facts", "overview", "fact_versions", "export_customers"} <= seen


def test_an_outside_expert_sees_what_was_granted_without_its_name(clients: Clients) -> None:
    expert, boss = client_of("outside_expert"), client_of("administrator")
    boss.put(f"/customers/{OWNED}/readers/{expert.person.pk}", {})
    boss.post("/signals", {"customer": OWNED, "type": "key_contact_left", "note": f"{NAME} has no buyer any more"})
    told = {each.name: text_of(expert.get(each.address(**known()))) for each in reading()}
    assert OWNED in told["customers"]
    assert OWNED in told["signals"]
    assert NAME in text_of(boss.get("/signals"))
    assert [name for name, text in told.items() if NAME in text] == []


def test_what_people_wrote_of_a_signal_is_hidden_with_the_name(clients: Clients) -> None:
    expert, boss = client_of("outside_expert"), client_of("administrator")
    boss.put(f"/customers/{OWNED}/readers/{expert.person.pk}", {})
    boss.post("/signals", {"customer": OWNED, "type": "key_contact_left", "note": "the buyer left"})
    page = expert.get("/signals").json
    assert ([each["note"] for each in page["items"]], page["masked"]) == ([None], ["customer.name", "note"])
    page = boss.get("/signals").json
    assert ([each["note"] for each in page["items"]], page["masked"]) == (["the buyer left"], [])


def test_relations_name_no_customer_of_others_and_no_person_of_another_source(clients: Clients) -> None:
    def relation(other: str) -> dict[str, object]:
        relation_type = {"relation_type": "affiliate", "from_on": today(clock()) - 9}
        return {"external_id": f"to {other}", "customer": OWNED, "other": other, **relation_type}

    receive({}, relation=[relation(other) for other in ("B", OWNED, "P1", "P2")], person=[person("P1", "甲")])
    upsert(tables({"person": [person("P1", "乙"), person("P2", "丙")]}), delivery=Delivery("another", "test"))

    def named(client: ApiClient) -> dict[str, str]:
        items = client.get(f"/customers/{OWNED}/facts/relation").json["items"]
        return {each["cells"]["other"]: each["cells"]["other_name"] for each in items}

    assert named(clients["alice"]) == {"B": None, OWNED: NAME, "P1": "甲", "P2": None}
    assert named(client_of("ceo")) == {"B": "客户B", OWNED: NAME, "P1": "甲", "P2": None}


def person(external_id: str, name: str) -> dict[str, object]:
    return {"external_id": external_id, "name": name}
