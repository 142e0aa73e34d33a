"""No way leads a change of the policy into force by whoever made it alone: every route is tried, and leaves it as it was."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from pytest_django import DjangoDbBlocker

from kedun.accounts.models import Person
from kedun.approvals.actions import DECIDED
from kedun.approvals.models import Request, Vote
from kedun.definitions.models import ChangeSet, Version
from kedun.definitions.queries import live
from kedun.definitions.starter import draft_of
from kedun.kernel.clock import SystemClock, clock, today
from kedun.kernel.days import to_date
from kedun.kernel.hashing import Json
from kedun.outbox import actions as outbox
from kedun.pipeline.decisions import follow_decisions
from kedun.pipeline.starter import load_definitions
from tests.case_files import undone
from tests.cli.conftest import Kedun
from tests.cli.conftest import kedun as kedun
from tests.web.clients import ApiClient, client_of, key_client

pytestmark = pytest.mark.django_db
SHIPPED = "any: [credit_manager, cfo, ceo]"


@dataclass(frozen=True)
class Office:
    """Somebody who makes changes, somebody who may agree to them, and a shell."""

    maker: ApiClient
    cfo: ApiClient
    kedun: Kedun
    folder: Path

    def change(self, text: str | None = None) -> int:
        """Let the maker draft a change of the table of authority, which takes the least time to check."""
        number = int(self.maker.post("/policy-changes", {"title": "Stricter"}).json["id"])
        sent = {"body": text or edited("any: [cfo, ceo]")}
        assert self.maker.put(f"/policy-changes/{number}/drafts/authority", sent).status == 200
        return number

    def submitted(self, number: int | None = None) -> Request:
        """Let the maker ask for agreement to a change."""
        number = number or self.change()
        told = self.maker.post(f"/policy-changes/{number}/submit", {"reason": "losses", "confirmed": True})
        assert told.status == 200, told.json
        return Request.objects.get(pk=told.json["approval"])


@pytest.fixture(scope="module")
def people(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[ApiClient, ApiClient]]:
    with undone(django_db_blocker):
        load_definitions(SystemClock())
        yield client_of("credit_manager", language="en"), client_of("cfo")


@pytest.fixture
def office(people: tuple[ApiClient, ApiClient], kedun: Kedun, tmp_path: Path) -> Office:
    return Office(*people, kedun, tmp_path / "policy")


def edited(line: str) -> str:
    text = live("authority")["authority"].body
    assert SHIPPED in text
    return text.replace(SHIPPED, line)


def ballot(request: Request, **more: Any) -> dict[str, Any]:
    return {"verdict": "approve", "shown_hash": request.shown_hash, **more}


def refused(answer: Any, code: str, status: int = 403) -> None:
    assert (answer.status, answer.json["code"]) == (status, code)


def by_the_page(office: Office) -> None:
    request = office.submitted()
    refused(office.maker.post(f"/approvals/{request.pk}/vote", ballot(request)), "own_request")


def in_bulk(office: Office) -> None:
    request = office.submitted()
    told = office.maker.post("/votes", {"votes": [{"id": request.pk, **ballot(request)}]})
    assert told.json["items"][0]["code"] == "own_request"


def by_an_api_key(office: Office) -> None:
    request = office.submitted()
    assert key_client("writer").post(f"/approvals/{request.pk}/vote", ballot(request)).status == 403


def by_the_shell(office: Office) -> None:
    request = office.submitted()
    told = office.kedun("--lang", "en", "approvals", "agree", str(request.pk), "--as", office.maker.person.email)
    assert (told.code, "somebody else must decide" in told.err) == (3, True)


def by_a_deputy_of_whoever_asked(office: Office) -> None:
    deputy, day = client_of("sales_director"), to_date(today(clock())).isoformat()
    entry = {"deputy_id": deputy.person.pk, "from_day": day, "to_day": day}
    assert office.maker.post("/deputies", entry).status == 201
    request = office.submitted()
    sent = ballot(request, on_behalf_of=office.maker.person.pk)
    refused(deputy.post(f"/approvals/{request.pk}/vote", sent), "own_request")


def as_the_deputy_of_whoever_may_agree(office: Office) -> None:
    day = to_date(today(clock())).isoformat()
    entry = {"deputy_id": office.maker.person.pk, "from_day": day, "to_day": day}
    assert office.cfo.post("/deputies", entry).status == 201
    request = office.submitted()
    sent = ballot(request, on_behalf_of=office.cfo.person.pk)
    refused(office.maker.post(f"/approvals/{request.pk}/vote", sent), "own_request")


def with_another_role(office: Office) -> None:
    request = office.submitted()
    Person.objects.filter(pk=office.maker.person.pk).update(role="ceo")
    refused(office.maker.post(f"/approvals/{request.pk}/vote", ballot(request)), "own_request")


def by_importing_text(office: Office) -> None:
    assert office.kedun("policy", "export", str(office.folder)).code == 0
    (office.folder / "authority.yaml").write_text(edited("any: [cfo, ceo]"), encoding="utf-8")
    email = office.maker.person.email
    assert (
        office.kedun("policy", "import", str(office.folder), "--as", email, "--reason", "losses", "--confirm").code == 0
    )
    number = str(ChangeSet.objects.latest("pk").request_id)
    assert office.kedun("approvals", "agree", number, "--as", email).code == 3


def by_asking_again_after_a_refusal(office: Office) -> None:
    first = office.submitted()
    sent = {**ballot(first), "verdict": "refuse", "note": "no"}
    assert office.cfo.post(f"/approvals/{first.pk}/vote", sent).status == 200
    follow_decisions(clock=clock())
    again = office.submitted(ChangeSet.objects.latest("pk").pk)
    refused(office.maker.post(f"/approvals/{again.pk}/vote", ballot(again)), "own_request")
    refused(office.maker.post(f"/approvals/{first.pk}/vote", ballot(first)), "already_decided", 409)


def by_editing_what_was_submitted(office: Office) -> None:
    first = office.submitted()
    change = ChangeSet.objects.latest("pk").pk
    text = {"body": edited("any: [ceo, cfo]")}
    refused(office.maker.put(f"/policy-changes/{change}/drafts/authority", text), "not_editable", 409)
    refused(office.maker.patch(f"/policy-changes/{change}", {"title": "Harmless"}), "not_editable", 409)
    assert office.maker.post(f"/policy-changes/{change}/withdraw").status == 200
    assert office.maker.put(f"/policy-changes/{change}/drafts/authority", text).status == 200
    second = office.submitted(change)
    refused(office.cfo.post(f"/approvals/{second.pk}/vote", ballot(first)), "shown_changed", 409)


def by_choosing_rules(office: Office) -> None:
    rules = [each["key"] for each in office.maker.get("/rules").json["items"]]
    told = office.maker.put("/rule-choice", {"enabled": rules[1:], "reason": "too many"}).json
    request = Request.objects.get(pk=told["approval"])
    assert (told["version"], told["closed_alerts"]) == (1, 0)
    refused(office.maker.post(f"/approvals/{request.pk}/vote", ballot(request)), "own_request")


def by_bringing_an_old_version_back(office: Office) -> None:
    made = office.maker.post("/policy/authority/versions/1/restore", {"title": "Back"}).json
    text = {"body": edited("any: [cfo, ceo]")}
    assert office.maker.put(f"/policy-changes/{made['id']}/drafts/authority", text).status == 200
    request = office.submitted(made["id"])
    refused(office.maker.post(f"/approvals/{request.pk}/vote", ballot(request)), "own_request")


def by_changing_who_may_agree(office: Office) -> None:
    request = office.submitted(office.change(edited("any: [credit_manager]")))
    refused(office.maker.post(f"/approvals/{request.pk}/vote", ballot(request)), "own_request")


def by_a_vote_in_the_database(office: Office) -> None:
    request = office.submitted()
    vote = {"request": request, "role": "ceo", "verdict": "approve", "shown_hash": request.shown_hash, "via": "web"}
    mine = office.maker.person
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for lie in ({"maker": mine, "person": mine}, {"maker": office.cfo.person, "person": mine}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Vote.objects.create(**vote, **lie, at=clock().now())


def by_a_decision_in_the_database(office: Office) -> None:
    request = office.submitted()
    with pytest.raises(IntegrityError), transaction.atomic():
        Request.objects.filter(pk=request.pk).update(state="approved", decided_at=clock().now())
    forged = {name: getattr(request, name) for name in ("action", "shown", "shown_hash", "needs", "reason", "made_at")}
    with pytest.raises(IntegrityError), transaction.atomic():
        Request.objects.create(
            **forged, subject="change:0", maker=office.cfo.person, state="approved", decided_at=clock().now()
        )


def by_forged_news_of_a_decision(office: Office) -> None:
    request = office.submitted()
    told: dict[str, Json] = {"format": 1, "request": request.pk, "action": request.action, "state": "approved"}
    outbox.append(DECIDED, str(request.pk), told, at=clock().now())


ROUTES: tuple[Callable[[Office], None], ...] = (
    by_the_page,
    in_bulk,
    by_an_api_key,
    by_the_shell,
    by_a_deputy_of_whoever_asked,
    as_the_deputy_of_whoever_may_agree,
    with_another_role,
    by_importing_text,
    by_asking_again_after_a_refusal,
    by_editing_what_was_submitted,
    by_choosing_rules,
    by_bringing_an_old_version_back,
    by_changing_who_may_agree,
    by_a_vote_in_the_database,
    by_a_decision_in_the_database,
    by_forged_news_of_a_decision,
)


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.__name__.replace("_", " "))
def test_whoever_makes_a_change_does_not_bring_it_into_force(office: Office, route: Callable[[Office], None]) -> None:
    route(office)
    follow_decisions(clock=clock())
    assert set(Version.objects.values_list("version", flat=True)) == {1}
    assert not Request.objects.filter(state="approved").exists()


def test_with_the_agreement_of_another_the_same_change_comes_into_force(office: Office) -> None:
    request = office.submitted()
    assert office.cfo.post(f"/approvals/{request.pk}/vote", ballot(request)).json["state"] == "approved"
    follow_decisions(clock=clock())
    assert live("authority")["authority"].version == 2


@pytest.mark.parametrize("what", ["a text", "its hash too", "the day", "a text more"])
def test_what_is_not_what_others_agreed_to_stays_out(office: Office, what: str) -> None:
    number = office.change()
    request = office.submitted(number)
    shown = office.cfo.get(f"/approvals/{request.pk}").json["shown_hash"]
    change = ChangeSet.objects.get(pk=number)
    other = draft_of(edited("any: [ceo]"), kind="authority", key="authority", file="authority")
    if what == "the day":
        ChangeSet.objects.filter(pk=number).update(live_from=today(clock()) + 1)
    elif what == "a text more":
        grading = live("grading")["grading"]
        change.drafts.create(kind="grading", key="grading", body=grading.body, sha256=grading.sha256, base_version=1)
    else:
        hashed = {"sha256": other.sha256} if what == "its hash too" else {}
        change.drafts.update(body=other.body, **hashed)
    office.cfo.post(f"/approvals/{request.pk}/vote", {"verdict": "approve", "shown_hash": shown})
    follow_decisions(clock=clock())
    assert live("authority")["authority"].version == 1
    told = office.maker.get(f"/policy-changes/{number}").json
    assert (told["state"]["code"], "not those that others agreed to" in told["findings"][0]) == ("outdated", True)
