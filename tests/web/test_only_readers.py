"""Whoever was only let to read of a customer changes nothing of it, by no operation; its owner does.

Greta leads a team and was made a reader of one customer; a key is tied to her team. Both see the customer.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from kedun.accounts.scopes import EVERYTHING
from kedun.accounts.teams.actions import Stretch, add_team
from kedun.facts.models import CURRENT
from kedun.facts.ownership.actions import grant, set_owner
from kedun.intake.signals.actions import Report, report
from kedun.kernel.clock import clock, today
from tests.case_files import undone
from tests.pipeline.small_house import number_of, receive
from tests.web.clients import Answer, ApiClient, client_of, key_client
from tests.web.operations import Mounted, operations
from tests.web.trading_house import OWNED, known, open_trading_house

pytestmark = pytest.mark.django_db
CALL = {"customer": OWNED, "happened_on": "2026-01-01", "channel": "call"}
NOT_ABOUT_A_CUSTOMER = {
    *(
        "change_me",
        "add_person",
        "change_person",
        "invite_person",
        "reset_mfa",
        "add_team",
        "change_team",
        "remove_team",
    ),
    *("add_api_key", "remove_api_key", "change_company_settings", "change_calendar_settings", "change_mail_settings"),
    *("test_mail", "save_view", "remove_saved_view", "choose_rules", "retry_delivery"),
    *("vote", "vote_many", "withdraw_approval", "add_deputy", "remove_deputy"),
    *(
        "begin_policy_change",
        "write_draft",
        "drop_draft",
        "submit_policy_change",
        "withdraw_policy_change",
        "cancel_policy_change",
    ),
    *(
        "comment_policy_change",
        "restore_policy_version",
        "retire_definition",
        "propose_policy_upgrade",
        "decline_policy_upgrade",
        "bring_back_definition",
        "rename_policy_change",
        "draft_threshold",
        "start_backtest",
        "cancel_backtest",
        "policy_words",
        "try_policy",
        "try_indicator",
        "take_policy_pack",
    ),
    "start_book_run",
    "stop_book_run",
}
OF_THE_WHOLE_BOOK = {
    *("upload_file", "preview_import", "start_import", "correct_rejects", "dismiss_rejects", "upload_rejects"),
    *("undo_import", "retry_import", "remember_mapping", "forget_mapping"),
}
"""Files are of everybody's customers: who does not see them all imports nothing (tests/intake/test_wizard.py)."""


@dataclass(frozen=True)
class House:
    """What is written at, and who writes."""

    places: Mapping[str, object]
    bodies: Mapping[str, Any]
    greta: ApiClient
    key: ApiClient


@pytest.fixture(scope="module")
def house(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[House]:
    with undone(django_db_blocker):
        open_trading_house(tmp_path_factory.mktemp("house"))
        receive({}, interaction=[CALL | {"external_id": "visit", "happened_on": today(clock()) - 1}])
        greta, day = client_of("sales_manager", name="Greta"), today(clock())
        team = add_team("test", name="north", lead_id=greta.person.pk, members=[Stretch(greta.person.pk, day)])
        person, at = greta.person.pk, clock().now()
        grant(number_of(OWNED), person_id=person, from_day=day, to_day=None, actor="test", at=at)
        signal = report(Report(OWNED, "key_contact_left"), scope=EVERYTHING, actor=f"person:{person}")
        places = {**known(), "kind": "interaction", "external_id": "visit", "signal_id": signal.id, "person_id": person}
        yield House(places, _bodies(places), greta, key_client("writer", scope="teams", teams=(team,)))


def _bodies(places: Mapping[str, object]) -> dict[str, Any]:
    return {
        "acknowledge_alert": {},
        "assign_alert": {"owner": places["person_id"]},
        "reopen_alert": {},
        "resolve_alert": {"reason": "other", "note": "paid"},
        "snooze_alert": {"until": "2026-12-01" if str(clock().now()) < "2026-11-30" else "2099-01-01"},
        "move_alerts": {"ids": [places["alert_id"]], "move": "acknowledge"},
        "set_owner": {"person_id": places["person_id"]},
        "grant_reader": {},
        "withdraw_reader": None,
        "merge_customer": {"into": "B", "reason": "one firm"},
        "part_customer": {"reason": "two firms"},
        "call_customers_different": {"other": "B", "reason": "two firms"},
        "upsert_fact": CALL,
        "upsert_facts": {"source": "house", "rows": [CALL | {"external_id": "another"}]},
        "retract_fact": None,
        "report_signal": {"customer": OWNED, "type": "key_contact_left"},
        "withdraw_signal": None,
    }


def written(client: ApiClient, house: House) -> dict[str, Answer]:
    """What each write at the customer answered; nothing of it stays."""
    told = {}
    for operation in writes():
        if operation.name in house.bodies:
            with transaction.atomic():
                send = getattr(client, operation.method.lower())
                told[operation.name] = send(operation.address(**house.places), house.bodies[operation.name])
                transaction.set_rollback(True)
    return told


def writes() -> list[Mounted]:
    return [each for each in operations() if each.method != "GET"]


def is_refused(answer: Answer) -> bool:
    """By its status; or, of many rows or alerts at once, each by itself."""
    said = answer.json or {}
    if answer.status == 200 and "rejects" in said:
        return (said["added"], said["changed"]) == (0, 0) and [each["code"] for each in said["rejects"]] == UNKNOWN
    if answer.status == 200 and "refused" in said:
        return (said["moved"], said["refused"], said["outcomes"][0]["code"]) == (0, 1, "only_to_read")
    if answer.status == 422:
        return [each["code"] for each in said["fields"]] == UNKNOWN
    return answer.status in (403, 404)


UNKNOWN = ["not_yours_to_write"]


def test_every_write_is_tried_here_or_is_not_about_one_customer(house: House) -> None:
    names = {each.name for each in writes()}
    assert names == house.bodies.keys() | NOT_ABOUT_A_CUSTOMER | OF_THE_WHOLE_BOOK


@pytest.mark.parametrize("who", ["greta", "key"])
def test_a_reader_sees_the_customer_and_writes_nothing_of_it(house: House, who: str) -> None:
    client: ApiClient = getattr(house, who)
    assert [each["code"] for each in client.get("/customers").json["items"]] == [OWNED]
    told = written(client, house)
    assert {name: answer.content[:200] for name, answer in told.items() if not is_refused(answer)} == {}


def test_a_reader_is_told_that_it_is_only_to_read(house: House) -> None:
    told = {name: answer.json["code"] for name, answer in written(house.greta, house).items() if answer.status == 403}
    theirs = {name for name, code in told.items() if code == "only_to_read"}
    moves = {f"{move}_alert" for move in ("acknowledge", "assign", "reopen", "resolve", "snooze")}
    assert theirs == moves | {"set_owner", "report_signal", "withdraw_signal"}


def test_a_reader_is_told_that_the_customer_is_not_to_be_written(house: House) -> None:
    assert house.greta.get(f"/customers/{OWNED}").json["may_write"] is False
    assert client_of("credit_manager").get(f"/customers/{OWNED}").json["may_write"] is True


def test_a_reader_is_offered_no_moves_and_looks_after_no_alert(house: House) -> None:
    alert = house.places["alert_id"]
    shown = [
        house.greta.get(f"/alerts/{alert}").json,
        *house.greta.get("/alerts").json["items"],
        *house.greta.get("/workbench").json["items"],
    ]
    assert [each["allowed"] for each in shown] == [[]] * len(shown)
    assert len(shown) >= 3
    boss = client_of("credit_manager")
    assert "assign" in boss.get(f"/alerts/{alert}").json["allowed"]
    told = boss.post(f"/alerts/{alert}/assign", {"owner": house.greta.person.pk})
    assert told.json["code"] == "nobody_to_look_after"


@pytest.mark.parametrize("who", ["greta", "key"])
def test_the_owner_writes_so_that_this_test_is_not_blind(house: House, who: str) -> None:
    with transaction.atomic():
        day, at = today(clock()), clock().now()
        set_owner(number_of(OWNED), person_id=house.greta.person.pk, from_day=day, actor="test", at=at)
        told = written(getattr(house, who), house)
        assert CURRENT["interaction"]._default_manager.filter(is_retracted=False).count() == 1
        transaction.set_rollback(True)
    refused = {name: answer.json["code"] for name, answer in told.items() if is_refused(answer)}
    assert set(refused.values()) <= {"role_may_not", "not_your_signal"}
    assert set(refused) <= {"grant_reader", "withdraw_reader"} | OF_TWO_CUSTOMERS | (
        {"withdraw_signal", *KEY_MAY_NOT} if who == "key" else set()
    )


OF_TWO_CUSTOMERS = {"merge_customer", "part_customer", "call_customers_different"}
"""Only those who answer for the whole book say which customers are one firm."""
KEY_MAY_NOT = {"set_owner", "assign_alert", "resolve_alert", "reopen_alert", "move_alerts"}
"""A program decides nothing for people."""
