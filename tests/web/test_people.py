"""People, teams and keys: added, changed, invited, and never left without an administrator."""

import re
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import pytest
from django.core import mail
from django.db import connection, transaction
from pytest_django.fixtures import Settings

from kedun.accounts.models import AccessLog, ApiKey, Membership, Person, Team
from kedun.accounts.people.actions import add_person, change_person
from kedun.accounts.queries import audit
from kedun.accounts.refusals import LastAdministrator
from kedun.accounts.teams.actions import add_team
from kedun.kernel.refusals import Refusal
from tests.web.browser import Browser
from tests.web.clients import ApiClient, client_for, client_of, key_client, person_of

pytestmark = pytest.mark.django_db
NEW = {"email": "Bob@Example.com", "name": "Bob", "role": "sales", "names_in_files": ["王伟", "王伟"]}


@dataclass(frozen=True)
class Race:
    """Somebody who stores first, and who asks for the same meanwhile."""

    first: Callable[[], object]
    method: str
    path: str
    body: dict[str, Any]
    code: str


RACES = (
    Race(lambda: person_at("c@example.com"), "post", "/people", NEW | {"email": "c@example.com"}, "email_taken"),
    Race(
        lambda: person_at("c@example.com"),
        "patch",
        "/people/{person}",
        {"revision": 1, "email": "c@example.com"},
        "email_taken",
    ),
    Race(lambda: person_of("sales", names_in_files=("王伟",)), "post", "/people", NEW, "name_in_files_taken"),
    Race(
        lambda: person_of("sales", names_in_files=("王伟",)),
        "patch",
        "/people/{person}",
        {"revision": 1, "names_in_files": ["王伟"]},
        "name_in_files_taken",
    ),
    Race(lambda: add_team("test", name="north"), "post", "/teams", {"name": "north"}, "team_name_taken"),
    Race(
        lambda: add_team("test", name="north"),
        "patch",
        "/teams/{team}",
        {"revision": 1, "name": "north"},
        "team_name_taken",
    ),
)


def person_at(email: str) -> Person:
    return add_person("test", email=email, name="First", role="sales")


@pytest.fixture
def administrator() -> ApiClient:
    return client_of("administrator")


@pytest.fixture
def with_mail(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mail server is set up; what is sent is kept in `mail.outbox` instead."""
    monkeypatch.setenv("KEDUN_SMTP_URL", "smtp://127.0.0.1:9")


def person_id(administrator: ApiClient) -> int:
    return int(administrator.post("/people", NEW).json["person"]["id"])


# Adding and inviting


@pytest.mark.django_db(transaction=True)
def test_a_new_person_is_invited_by_mail_and_sets_a_password(administrator: ApiClient, with_mail: None) -> None:
    told = administrator.post("/people", NEW)
    assert (told.status, told.json["invitation_sent"], told.json["link"]) == (201, True, None)
    assert told.json["person"]["names_in_files"] == ["王伟"]
    found = re.search(r"\?reset=(\S+)", str(mail.outbox[0].body))
    assert found
    browser = Browser()
    body = {"key": found[1], "password": "a long walk home"}
    assert browser.visit("POST", "/auth/password/reset", body).status in (200, 401)
    assert browser.log_in("bob@example.com", "a long walk home").status == 200
    assert [row.verb for row in audit(subject=f"person:{told.json['person']['id']}")] == [
        "login",
        "password.reset",
        "person.invite",
        "person.add",
    ]


@pytest.mark.django_db(transaction=True)
def test_without_a_mail_server_the_link_is_shown_once(administrator: ApiClient, settings: Settings) -> None:
    settings.EMAIL_BACKEND = "kedun.web.mail.ConfiguredBackend"
    told = administrator.post("/people", NEW).json
    assert told["invitation_sent"] is False
    assert told["link"].startswith("http://testserver/login?reset=")
    again = administrator.post(f"/people/{told['person']['id']}/invitation").json
    assert "?reset=" in again["link"]


@pytest.mark.django_db(transaction=True)
def test_the_link_is_shown_to_who_sends_an_idempotency_key_too(administrator: ApiClient) -> None:
    told = administrator.post("/people", NEW, Idempotency_Key="once").json
    assert (told["invitation_sent"], "/login?reset=" in told["link"]) == (False, True)
    again = administrator.post("/people", NEW, Idempotency_Key="once")
    assert (again.status, again.json["code"]) == (409, "answer_not_kept")


@pytest.mark.django_db(transaction=True)
def test_a_server_that_takes_nothing_leaves_the_link(
    administrator: ApiClient, with_mail: None, settings: Settings
) -> None:
    settings.EMAIL_BACKEND = "kedun.web.mail.ConfiguredBackend"
    told = administrator.post("/people", NEW).json
    assert (told["invitation_sent"], "/login?reset=" in told["link"]) == (False, True)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("headers", [{}, {"Idempotency_Key": "once"}], ids=["by itself", "within a transaction"])
@pytest.mark.parametrize("case", RACES, ids=[each.code for each in RACES])
def test_who_takes_a_name_a_moment_later_is_refused(
    administrator: ApiClient, case: "Race", headers: dict[str, str]
) -> None:
    path = case.path.format(person=person_of("sales").pk, team=add_team("test", name="south").pk)
    with ThreadPoolExecutor() as pool:
        with transaction.atomic():
            case.first()
            told = pool.submit(closing, getattr(administrator, case.method), path, case.body, **headers)
            wait_for_a_waiter()
        answer = told.result()
    assert (answer.status, answer.json["code"]) == (409, case.code)


def closing(ask: Any, *args: Any, **headers: str) -> Any:
    try:
        return ask(*args, **headers)
    finally:
        connection.close()


def wait_for_a_waiter() -> None:
    """Wait until somebody waits for what this transaction holds."""
    with connection.cursor() as cursor:
        for _ in range(1000):
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone() != (0,):
                return
            cursor.execute("SELECT pg_sleep(0.01)")
    pytest.fail("nobody waits")


@pytest.mark.django_db(transaction=True)
def test_links_begin_with_the_address_people_use(administrator: ApiClient, settings: Settings, with_mail: None) -> None:
    settings.KEDUN_URL = "https://kedun.example.com"
    administrator.post("/people", NEW)
    assert "https://kedun.example.com/login?reset=" in str(mail.outbox[0].body)


@pytest.mark.django_db(transaction=True)
def test_an_invitation_is_in_the_language_of_the_person(administrator: ApiClient, with_mail: None) -> None:
    administrator.put("/settings/company", {"name": "Acme"})
    administrator.post("/people", NEW | {"language": "en"})
    assert mail.outbox[0].subject == "Acme invites you to kedun"


def test_an_address_is_used_once(administrator: ApiClient) -> None:
    administrator.post("/people", NEW)
    told = administrator.post("/people", NEW | {"email": "BOB@example.com", "names_in_files": []})
    assert (told.status, told.json["code"]) == (409, "email_taken")


def test_a_name_in_files_means_one_person(administrator: ApiClient) -> None:
    administrator.post("/people", NEW)
    told = administrator.post("/people", NEW | {"email": "c@example.com"})
    assert (told.status, told.json["code"], Person.objects.filter(email="c@example.com").exists()) == (
        409,
        "name_in_files_taken",
        False,
    )


@pytest.mark.parametrize(
    "email", ["", "bob", "bob@", "@example.com", "a b@example.com", "bob@example", "b@e..com", "b\n@e.com"]
)
def test_what_is_no_address_is_refused(administrator: ApiClient, email: str) -> None:
    assert administrator.post("/people", NEW | {"email": email}).status == 422


@pytest.mark.parametrize("extra", [{"is_staff": True}, {"password": "x"}, {"id": 1}, {"role": "root"}, {"role": None}])
def test_nobody_is_given_more_than_the_form_has(administrator: ApiClient, extra: dict[str, object]) -> None:
    assert administrator.post("/people", NEW | extra).status == 422


# Changing


def test_a_change_says_what_was_and_what_is(administrator: ApiClient) -> None:
    number = person_id(administrator)
    told = administrator.patch(f"/people/{number}", {"revision": 1, "role": "finance", "names_in_files": ["李娜"]})
    assert (told.status, told.json["role"]["code"], told.json["revision"]) == (200, "finance", 2)
    assert audit(subject=f"person:{number}")[0].params == {
        "role": {"from": "sales", "to": "finance"},
        "names_in_files": {"from": ["王伟"], "to": ["李娜"]},
    }


def test_the_same_change_again_changes_nothing(administrator: ApiClient) -> None:
    number = person_id(administrator)
    before = len(audit(subject=f"person:{number}"))
    told = administrator.patch(f"/people/{number}", {"revision": 1, "name": "Bob", "names_in_files": ["王伟"]})
    assert (told.json["revision"], len(audit(subject=f"person:{number}"))) == (1, before)


def test_two_who_change_at_once_are_told(administrator: ApiClient) -> None:
    number = person_id(administrator)
    administrator.patch(f"/people/{number}", {"revision": 1, "name": "Robert"})
    told = administrator.patch(f"/people/{number}", {"revision": 1, "name": "Rob"})
    assert (told.status, told.json["code"], told.json["params"]) == (
        409,
        "changed_meanwhile",
        {"seen": 1, "present": 2},
    )


def test_an_address_of_somebody_else_cannot_be_taken(administrator: ApiClient) -> None:
    number, other = person_id(administrator), person_of("sales")
    told = administrator.patch(f"/people/{number}", {"revision": 1, "email": other.email.upper()})
    assert (told.status, told.json["code"]) == (409, "email_taken")


def test_nobody_is_found_by_a_number_that_is_nobodys(administrator: ApiClient) -> None:
    for told in (
        administrator.get("/people/999999"),
        administrator.patch("/people/999999", {"revision": 1, "name": "x"}),
    ):
        assert (told.status, told.json["code"]) == (404, "person_not_found")


@pytest.mark.parametrize("change", [{"role": "auditor"}, {"is_active": False}])
def test_the_last_administrator_remains(administrator: ApiClient, change: dict[str, object]) -> None:
    own = administrator.person.pk
    told = administrator.patch(f"/people/{own}", {"revision": 1} | change)
    assert (told.status, told.json["code"]) == (409, "last_administrator")
    person_of("administrator")
    assert administrator.patch(f"/people/{own}", {"revision": 1} | change).status == 200


@pytest.mark.django_db(transaction=True)
def test_two_administrators_cannot_remove_each_other_at_once() -> None:
    both = [person_of("administrator"), person_of("administrator")]
    ready, outcomes = threading.Barrier(2), []

    def remove(person: Person) -> None:
        ready.wait(timeout=10)
        try:
            change_person("test", person.pk, {"is_active": False})
            outcomes.append("removed")
        except Refusal as refusal:
            outcomes.append(refusal.code())
        finally:
            connection.close()

    threads = [threading.Thread(target=remove, args=(person,)) for person in both]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    assert sorted(outcomes) == [LastAdministrator.code(), "removed"]


def test_people_change_only_harmless_things_about_themselves() -> None:
    client = client_of("sales")
    told = client.patch("/me", {"language": "en", "notify": "digest", "notify_address": "me@example.com", "name": "A"})
    assert (told.status, told.json["language"], told.json["notify"], told.json["name"]) == (200, "en", "digest", "A")
    for field, value in {"role": "administrator", "email": "x@example.com", "is_active": True}.items():
        assert client.patch("/me", {field: value}).status == 422
    assert Person.objects.get(pk=client.person.pk).role == "sales"


def test_addresses_are_shown_to_those_who_administer() -> None:
    for role, sees in (("administrator", True), ("auditor", True), ("sales", False)):
        rows = client_of(role).get("/people").json["items"]  # type: ignore[arg-type]  # roles of the closed set
        assert all(bool(row["email"]) == sees for row in rows)


def test_roles_are_told_with_what_they_may(administrator: ApiClient) -> None:
    roles = {each["code"]: each for each in administrator.get("/roles", lang="en").json["items"]}
    assert len(roles) == 13
    assert roles["cfo"]["label"] == "CFO"
    assert "add_person" in roles["administrator"]["operations"]
    assert roles["outside_expert"]["masks"] == ["contacts", "names"]


# Teams


def test_a_team_is_added_changed_and_removed(administrator: ApiClient) -> None:
    boss, seller = person_of("sales_manager", name="Boss"), person_of("sales", name="Seller")
    member = {"person_id": seller.pk, "from_day": "2026-01-01"}
    made = administrator.post("/teams", {"name": "north", "lead_id": boss.pk, "members": [member]}).json
    assert made["members"] == [
        {"person_id": seller.pk, "name": "Seller", "from_day": "2026-01-01", "to_day": None, "is_lead": False}
    ]
    changed = administrator.patch(
        f"/teams/{made['id']}", {"revision": 1, "members": [member | {"to_day": "2026-02-01"}]}
    )
    assert (changed.json["revision"], changed.json["lead_id"]) == (2, boss.pk)
    cleared = administrator.patch(f"/teams/{made['id']}", {"revision": 2, "lead_id": None, "name": "N"}).json
    assert (cleared["lead_id"], cleared["name"], cleared["members"][0]["to_day"]) == (None, "N", "2026-02-01")
    assert administrator.patch(f"/teams/{made['id']}", {"revision": 3}).json["revision"] == 3
    assert administrator.get("/teams").json["items"][0]["name"] == "N"
    assert administrator.delete(f"/teams/{made['id']}").status == 204
    assert (Team.objects.count(), Membership.objects.count(), Person.objects.filter(pk=seller.pk).count()) == (0, 0, 1)
    assert [row.verb for row in audit(subject=f"team:{made['id']}")] == [
        "team.remove",
        "team.change",
        "team.change",
        "team.add",
    ]


@pytest.mark.parametrize(
    ("members", "code"),
    [
        pytest.param([("2026-01-01", None), ("2026-03-01", None)], "overlapping_membership", id="open twice"),
        pytest.param([("2026-01-01", "2026-02-01"), ("2026-02-01", None)], "overlapping_membership", id="the same day"),
        pytest.param([("2026-01-02", "2026-01-01")], "day_out_of_reach", id="ends before it begins"),
        pytest.param([("1800-01-01", None)], "day_out_of_reach", id="long ago"),
    ],
)
def test_impossible_memberships_are_refused(
    administrator: ApiClient, members: list[tuple[str, str]], code: str
) -> None:
    seller = person_of("sales")
    rows = [{"person_id": seller.pk, "from_day": start, "to_day": end} for start, end in members]
    told = administrator.post("/teams", {"name": "north", "members": rows})
    assert (told.status, told.json["code"]) == (422, code)


def test_somebody_may_come_back_to_a_team(administrator: ApiClient) -> None:
    seller = person_of("sales")
    days = [("2026-01-01", "2026-01-31"), ("2026-03-01", None)]
    rows = [{"person_id": seller.pk, "from_day": start, "to_day": end} for start, end in days]
    assert administrator.post("/teams", {"name": "north", "members": rows}).status == 201


def test_other_refusals_about_teams(administrator: ApiClient) -> None:
    made = administrator.post("/teams", {"name": "north"}).json
    told = {
        "taken": administrator.post("/teams", {"name": "north"}),
        "unknown lead": administrator.post("/teams", {"name": "south", "lead_id": 999999}),
        "unknown": administrator.patch("/teams/999999", {"revision": 1}),
        "removed": administrator.delete("/teams/999999"),
        "stale": administrator.patch(f"/teams/{made['id']}", {"revision": 7}),
    }
    assert {name: (each.status, each.json["code"]) for name, each in told.items()} == {
        "taken": (409, "team_name_taken"),
        "unknown lead": (404, "person_not_found"),
        "unknown": (404, "team_not_found"),
        "removed": (404, "team_not_found"),
        "stale": (409, "changed_meanwhile"),
    }


# API keys


def test_a_key_works_until_it_is_revoked(administrator: ApiClient) -> None:
    made = administrator.post("/api-keys", {"name": "erp", "right": "reader"}).json
    client = key_client()
    client.headers = {"Authorization": f"Bearer {made['secret']}"}
    assert client.get("/settings/company").status == 200
    assert made["secret"] not in str(administrator.get("/api-keys").json)
    assert administrator.delete(f"/api-keys/{made['key']['id']}").status == 204
    assert client.get("/settings/company").status == 401
    assert administrator.delete(f"/api-keys/{made['key']['id']}").status == 204
    assert [row.verb for row in audit(subject=f"key:{made['key']['id']}")] == ["api_key.remove", "api_key.add"]


def test_a_key_works_through_its_last_day(administrator: ApiClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEDUN_NOW", "2026-03-01T04:00:00+00:00")
    made = administrator.post("/api-keys", {"name": "erp", "right": "reader", "expires_on": "2026-03-03"}).json
    client = key_client()
    client.headers = {"Authorization": f"Bearer {made['secret']}"}
    statuses = {}
    for instant in ("2026-03-03T15:59:59+00:00", "2026-03-03T16:00:00+00:00"):  # midnight in Shanghai
        monkeypatch.setenv("KEDUN_NOW", instant)
        statuses[instant] = client.get("/settings/company").status
    assert list(statuses.values()) == [200, 401]


@pytest.mark.parametrize("day", ["2026-02-28", "2026-02-01", "2036-01-01"])
def test_other_ends_are_refused(administrator: ApiClient, monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    monkeypatch.setenv("KEDUN_NOW", "2026-03-01T04:00:00+00:00")
    told = administrator.post("/api-keys", {"name": "erp", "right": "reader", "expires_on": day})
    assert (told.status, told.json["code"]) == (422, "bad_expiry")


@pytest.mark.parametrize(
    "text",
    [
        "Bearer",
        "Bearer x",
        "Bearer kd_",
        "Bearer kd_abcdefgh_",
        "Bearer kd_abcdefgh_guess",
        "Basic YTpi",
        "bearer kd_a_b",
    ],
)
def test_what_is_no_key_is_refused(text: str) -> None:
    client = key_client()
    client.headers = {"Authorization": text}
    told = client.get("/settings/company")
    assert (told.status, told.json["code"]) == (401, "not_logged_in")


def test_the_prefix_alone_opens_nothing() -> None:
    client = key_client()
    prefix = ApiKey.objects.latest("pk").prefix
    client.headers = {"Authorization": f"Bearer kd_{prefix}_{'x' * 43}"}
    assert client.get("/settings/company").status == 401


def test_a_wrong_key_is_no_way_round_to_the_session(administrator: ApiClient) -> None:
    administrator.headers = {"Authorization": "Bearer kd_abcdefgh_guess"}
    assert administrator.get("/me").status == 401


def test_keys_for_teams_name_teams_that_are(administrator: ApiClient) -> None:
    team = administrator.post("/teams", {"name": "north"}).json["id"]
    body = {"name": "erp", "right": "reader", "scope": "teams"}
    told = {
        "none": administrator.post("/api-keys", body),
        "with all": administrator.post("/api-keys", body | {"scope": "all", "team_ids": [team]}),
        "unknown": administrator.post("/api-keys", body | {"team_ids": [999999]}),
        "foreign right": administrator.post("/api-keys", body | {"right": "administrator"}),
    }
    assert {name: each.status for name, each in told.items()} == {
        "none": 422,
        "with all": 422,
        "unknown": 404,
        "foreign right": 422,
    }
    assert administrator.post("/api-keys", body | {"team_ids": [team]}).json["key"]["teams"] == ["north"]
    assert administrator.delete(f"/teams/{team}").json["code"] == "team_in_use"


def test_a_key_is_no_person(administrator: ApiClient) -> None:
    told = key_client("writer").delete("/api-keys/999999")
    assert told.json["code"] == "role_may_not"
    assert administrator.delete("/api-keys/999999").json["code"] == "key_not_found"


# Trails


def test_the_trail_is_told_in_words(administrator: ApiClient) -> None:
    administrator.post("/teams", {"name": "north"})
    line = administrator.get("/audit", verb="team.add", lang="en").json["items"][0]
    assert (line["words"], line["actor"]["name"], line["params"]["name"]) == (
        "Added a team",
        administrator.person.name,
        "north",
    )


def test_who_saw_what_is_listed_for_auditors_only(administrator: ApiClient) -> None:
    client_of("finance")
    AccessLog.objects.create(at=administrator.person.created_at, actor="key:999", what="export_customers", rows=7)
    line = client_of("auditor").get("/access-log", what="export_customers").json["items"][0]
    assert (line["rows"], line["actor"]) == (7, {"code": "key:999", "name": "key:999"})
    assert client_of("sales").get("/access-log").status == 403


def test_a_person_made_by_a_command_has_a_password() -> None:
    person = add_person("cli", email="root@example.com", name="Root", role="administrator", password="a long walk home")
    assert Browser().log_in(person, "a long walk home").status == 200
    assert client_for(person).get("/me").json["operations"]
