"""Who sees which customers, everywhere: a seller the own ones, a manager the team's, an outsider none, an expert those granted."""

import io
from collections.abc import Iterable
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from kedun.accounts.models import Audit, Membership, Team
from kedun.facts.models import Ownership
from kedun.kernel.days import to_date
from tests.portfolio.sample_book import TODAY, SampleBook
from tests.web.clients import ApiClient, client_for, client_of, key_client, person_of

ISO = to_date(TODAY).isoformat()
PAGES = (
    "/customers/{code}",
    "/customers/{code}/history",
    "/customers/{code}/timeline",
    "/customers/{code}/facts/invoice",
    "/customers/{code}/facts/invoice/1/versions",
    "/customers/{code}/readings/overdue_minor",
    "/customers/{code}/group",
    "/customers/{code}/contagion",
)


def listed(client: ApiClient, **query: Any) -> set[str]:
    page = client.get("/customers", limit=200, **query).json
    assert page["total"] == len(page["items"])
    return {row["code"] for row in page["items"]}


def exported(client: ApiClient) -> set[str]:
    content = client.get("/customers/export").content
    _, *lines = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    return {str(line[0]) for line in lines}


def seen(client: ApiClient, codes: Iterable[str]) -> set[str]:
    """The customers of whom any page opens; it must be all pages or none."""
    found = set()
    for code in codes:
        statuses = {client.get(path.format(code=code)).status for path in PAGES if "versions" not in path}
        assert statuses in ({200}, {404}), statuses
        found |= {code} if statuses == {200} else set()
    return found


@pytest.fixture
def team(book: SampleBook) -> Team:
    team = Team.objects.create(name="East", lead=book.carol)
    for person in (book.alice, book.bob):
        Membership.objects.create(person=person, team=team, from_day=TODAY - 100)
    return team


def test_a_seller_sees_the_own_customers_everywhere(book: SampleBook) -> None:
    alice = client_for(book.alice)
    others = sorted(book.of_bob)[:2]
    assert listed(alice) == book.of_alice
    assert listed(alice, codes=[*others, *sorted(book.of_alice)[:1]]) == set(sorted(book.of_alice)[:1])
    assert listed(alice, q=others[0]) == set()
    assert listed(alice, owner=book.bob.name) == listed(alice, owner=str(book.bob.pk)) == set()
    assert exported(alice) == book.of_alice
    assert seen(alice, [*others, *sorted(book.of_alice)[:2]]) == set(sorted(book.of_alice)[:2])
    assert {each["label"] for each in alice.get("/customers/choices").json["owners"]} == {book.alice.name}


def test_what_is_out_of_sight_is_told_like_what_does_not_exist(book: SampleBook) -> None:
    alice = client_for(book.alice)
    for path in PAGES:
        hidden = alice.get(path.format(code=sorted(book.of_bob)[0]))
        missing = alice.get(path.format(code="NOBODY"))
        assert (
            (hidden.status, hidden.json["code"]) == (missing.status, missing.json["code"]) == (404, "unknown_customer")
        )


def test_a_fact_of_another_customer_is_not_found_under_an_own_one(book: SampleBook) -> None:
    chief, alice = client_of("ceo"), client_for(book.alice)
    theirs = next(
        item["id"] for code in sorted(book.of_bob) for item in chief.get(f"/customers/{code}/facts/order").json["items"]
    )
    path = "/customers/{}/facts/order/{}/versions"
    assert chief.get(path.format(sorted(book.of_alice)[0], theirs)).json["code"] == "no_such_fact"
    assert alice.get(path.format(sorted(book.of_alice)[0], theirs)).json["code"] == "no_such_fact"


def test_figures_count_the_own_customers_only(book: SampleBook) -> None:
    alice = client_for(book.alice)
    overview = alice.get("/overview").json
    rows = alice.get("/customers", limit=200).json
    assert overview["customers"]["value"] == len(book.of_alice)
    assert overview["receivable"]["value"] == rows["sums"]["receivable"]
    assert sum(place["customers"] for place in overview["matrix"]) == len(book.of_alice)
    assert {each["code"] for each in overview["newest_alerts"]} <= book.of_alice
    assert sum(overview["grades_over_time"][0]["counts"].values()) == len(book.of_alice)
    workbench = alice.get("/workbench").json
    assert {each["customer"]["code"] for each in [*workbench["items"], *workbench["changed"]["items"]]} <= book.of_alice


def test_a_manager_sees_the_team_and_no_more(book: SampleBook, team: Team) -> None:
    carol = client_for(book.carol)
    assert listed(carol) == book.of_alice | book.of_bob
    assert exported(carol) == book.of_alice | book.of_bob
    stranger = next(code for code in book.codes if code not in book.of_alice | book.of_bob)
    assert seen(carol, [stranger, *sorted(book.of_bob)[:1]]) == set(sorted(book.of_bob)[:1])


def test_who_left_the_team_takes_the_customers_along(book: SampleBook, team: Team) -> None:
    Membership.objects.filter(person=book.bob).update(to_day=TODAY - 1)
    assert listed(client_for(book.carol)) == book.of_alice


def test_an_outsider_sees_nothing(book: SampleBook) -> None:
    charlie = client_for(book.charlie)
    assert listed(charlie) == exported(charlie) == set()
    assert seen(charlie, sorted(book.codes)[:3]) == set()
    overview = charlie.get("/overview").json
    assert (overview["as_of"], overview["customers"]["value"], overview["matrix"]) == (None, 0, [])
    assert charlie.get("/workbench").json["items"] == []


def test_a_key_for_a_team_sees_the_team(book: SampleBook, team: Team) -> None:
    assert listed(key_client(scope="teams", teams=(team,))) == book.of_alice | book.of_bob
    assert listed(key_client()) == set(book.codes)


def test_an_expert_sees_what_was_granted_and_no_names(book: SampleBook) -> None:
    boss, expert = client_of("credit_manager"), client_for(person_of("outside_expert", name="Eve"))
    code = sorted(book.of_alice)[0]
    assert listed(expert) == set()
    granted = boss.put(f"/customers/{code}/readers/{expert.person.pk}", {"until": ISO})
    assert [(each["name"], each["until"]) for each in granted.json["items"]] == [("Eve", ISO)]
    assert listed(expert) == seen(expert, book.codes[:3] + (code,)) == {code}
    page = expert.get(f"/customers/{code}").json
    assert (page["name"], page["uscc"], page["group"]) == (f"客户 {code}", None, None)
    assert {"name", "uscc"} <= set(page["masked"])
    assert expert.get("/customers", q=code).json["items"][0]["name"] == f"客户 {code}"
    real = boss.get(f"/customers/{code}").json["name"]
    assert listed(expert, q=real[2:5]) == set(), "a hidden name is not searched"
    assert expert.get("/customers", sort="name").json["code"] == "hidden_field"
    assert expert.get("/customers/export").status == 403
    assert boss.delete(f"/customers/{code}/readers/{expert.person.pk}").status == 204
    assert listed(expert) == set()


def test_a_grant_ends_with_its_last_day(book: SampleBook) -> None:
    boss, expert = client_of("cfo"), client_for(person_of("outside_expert"))
    code = book.codes[0]
    boss.put(f"/customers/{code}/readers/{expert.person.pk}", {"since": "2026-01-01", "until": "2026-09-15"})
    assert listed(expert) == set()
    assert boss.put(f"/customers/{code}/readers/{expert.person.pk}", {"since": ISO}).json["items"][0]["since"] == ISO
    assert listed(expert) == {code}
    assert Ownership.objects.count() == 2, "what was granted in the past stays written"


def test_a_new_owner_sees_the_customer_and_the_old_one_no_longer(book: SampleBook) -> None:
    boss, alice, bob = client_of("sales_director"), client_for(book.alice), client_for(book.bob)
    code = sorted(book.of_alice)[0]
    answer = boss.put(f"/customers/{code}/owner", {"person_id": book.bob.pk})
    assert answer.json == {"format": 1, "owner": {"id": book.bob.pk, "name": book.bob.name}, "changed": True}
    assert listed(bob) == book.of_bob | {code}
    assert listed(alice) == book.of_alice - {code}
    assert boss.get("/customers", codes=code).json["items"][0]["owner"]["id"] == book.bob.pk
    assert boss.put(f"/customers/{code}/owner", {"person_id": book.bob.pk}).json["changed"] is False
    assert boss.put(f"/customers/{code}/owner", {"person_id": None}).json["owner"]["id"] == book.alice.pk
    assert Audit.objects.filter(subject=f"customer:{code}", verb="customer.owner").count() == 2


@pytest.mark.parametrize("role", ["sales", "finance", "legal", "auditor", "outside_expert"])
def test_not_everybody_sets_owners(book: SampleBook, role: Any) -> None:
    answer = client_of(role).put(f"/customers/{book.codes[0]}/owner", {"person_id": book.bob.pk})
    assert (answer.status, answer.json["code"]) == (403, "role_may_not")


def test_a_manager_sets_no_owner_out_of_sight_and_no_person_who_is_gone(book: SampleBook, team: Team) -> None:
    carol = client_for(book.carol)
    stranger = next(code for code in book.codes if code not in book.of_alice | book.of_bob)
    assert carol.put(f"/customers/{stranger}/owner", {"person_id": book.bob.pk}).status == 404
    gone = carol.put(f"/customers/{sorted(book.of_bob)[0]}/owner", {"person_id": 999_999})
    assert (gone.status, gone.json["code"]) == (404, "nobody_to_own")


AMOUNTS = ("receivable", "overdue", "priority")


@pytest.mark.parametrize("role", ["production", "service"])
def test_whoever_must_not_see_amounts_sees_none_anywhere(book: SampleBook, role: Any) -> None:
    client = client_of(role)
    page = client.get("/customers", limit=5, columns=["disputed_minor", "overdue_share"]).json
    assert set(AMOUNTS) | {"readings.disputed_minor"} == set(page["masked"])
    assert page["sums"] == {"receivable": None, "overdue": None}
    for row in page["items"]:
        assert [row[name] for name in AMOUNTS] == [None] * 3
        assert row["readings"]["disputed_minor"] is None
        assert row["score"]["value"] is not None
    code = page["items"][0]["code"]
    document = client.get(f"/customers/{code}").json
    amounts = [r["value"] for each in document["dimensions"] for r in each["readings"] if r["unit"] == "minor"]
    assert set(amounts) == {None}
    assert {each["amount"] for each in document["figures"]["ageing"]} == {None}
    shown = [one for each in (*document["verdicts"], *document["alerts"]) for one in each["evidence"]]
    assert {(one["value"], one["masked"]) for one in shown if one["unit"] == "minor"} == {(None, True)}
    assert {one["masked"] for one in shown if one["unit"] == "days"} == {False}
    facts = client.get(f"/customers/{code}/facts/invoice").json
    assert {cell for item in facts["items"] for name, cell in item["cells"].items() if name.endswith("_minor")} <= {
        None
    }
    evidence = client.get(f"/customers/{code}/readings/receivable_minor").json
    assert evidence["value"] is None
    assert {item["taken"] for measure in evidence["measures"] for item in measure["items"]} <= {None}
    assert {item["amount"] for item in client.get(f"/customers/{code}/timeline").json["items"]} == {None}
    history = client.get(f"/customers/{code}/history").json["items"]
    assert {(item["receivable"], item["overdue"]) for item in history} == {(None, None)}
    overview = client.get("/overview").json
    assert overview["receivable"]["value"] is None
    assert {overview[f"{figure}_change_7d"]["amount"] for figure in ("receivable", "overdue")} == {None}
    assert {part["overdue"] for part in overview["sentence"]} == {None}
    assert {each["overdue"] for each in overview["high_risk_by_industry"]} == {None}


def test_hidden_amounts_can_be_guessed_by_no_filter_and_no_order(book: SampleBook) -> None:
    service = client_of("service")
    for query in ({"overdue_min": "1"}, {"sort": "-receivable"}, {"sort": "priority"}, {"sort": "-overdue"}):
        assert service.get("/customers", **query).json["code"] == "hidden_field"
    sorts = {each["value"] for each in service.get("/customers/choices").json["sorts"]}
    assert sorts.isdisjoint({"receivable", "priority", "overdue"})


def test_phones_and_mails_are_hidden_from_those_who_need_none(book: SampleBook) -> None:
    def cells(client: ApiClient) -> list[Any]:
        items = [client.get(f"/customers/{code}/facts/contact").json["items"] for code in book.codes[:5]]
        return [item["cells"] for some in items for item in some]

    shown, hidden = cells(client_of("credit_manager")), cells(client_of("auditor"))
    assert all(each["phone"] and each["email"] and each["person_name"] for each in shown)
    assert {(each["phone"], each["email"]) for each in hidden} == {(None, None)}
    assert all(each["person_name"] for each in hidden)
