"""Every operation that changes something leaves an audit row in the name of whoever did it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core.files.uploadedfile import SimpleUploadedFile

from kedun.accounts.company.actions import set_mail
from kedun.accounts.models import Audit, Person
from kedun.accounts.trails.words import VERBS
from kedun.approvals.actions import Ballot, vote
from kedun.approvals.models import Request
from kedun.assessments.models import BookRun
from kedun.definitions.models import Offer
from kedun.definitions.queries import live
from kedun.intake import jobs
from kedun.intake.actions import give_up
from kedun.kernel.clock import clock, today
from kedun.kernel.days import to_date
from kedun.notify.actions import tell
from kedun.notify.models import Delivery
from kedun.pipeline.decisions import follow_decisions
from kedun.review.models import Backtest
from tests.approvals.asking import asked
from tests.intake.wizard import ledger, row, work
from tests.notify.builders import told
from tests.web.clients import Answer, ApiClient, client_of, person_of
from tests.web.operations import operations
from tests.web.trading_house import OWNED, SELLER, known, open_trading_house

CHANGE_NOTHING = {"preview_import", "test_mail", "try_policy", "policy_words", "try_indicator"}
"""They look, or send a mail to whoever asks."""


class Writer:
    """Asks one operation after the other, and remembers which left a trace."""

    def __init__(self, client: ApiClient) -> None:
        self.client = client
        self.silent: list[str] = []
        self.tried: set[str] = set()

    def do(self, name: str, body: Any = None, **values: object) -> Any:
        """Carry an operation out; it has to succeed."""
        (operation,) = [each for each in operations() if each.name == name]
        send = getattr(self.client, operation.method.lower())
        return self.traced(name, lambda: send(operation.address(**values), body))

    def hand_in(self, name: str, path: str, raw: bytes) -> Any:
        """Send a file, a workbook or a text."""
        ending = "xlsx" if raw.startswith(b"PK") else "csv"
        return self.traced(name, lambda: self.client.upload(path, file=SimpleUploadedFile(f"ledger.{ending}", raw)))

    def traced(self, name: str, ask: Callable[[], Answer]) -> Any:
        before = Audit.objects.count()
        answer = ask()
        assert answer.status in (200, 201, 202, 204), (name, answer.json)
        rows = Audit.objects.order_by("-id")[: Audit.objects.count() - before]
        if f"person:{self.client.person.pk}" not in {each.actor for each in rows}:
            self.silent.append(name)
        self.tried.add(name)
        return answer.json


def change_people(writer: Writer) -> None:
    bob = person_of("sales")
    writer.do("change_me", {"name": "Root"})
    writer.do("add_person", {"email": "c@example.com", "name": "C", "role": "sales"})
    writer.do("change_person", {"revision": 1, "name": "Bob"}, person_id=bob.pk)
    writer.do("invite_person", person_id=bob.pk)
    Authenticator.objects.create(user=bob, type=Authenticator.Type.TOTP, data={})
    writer.do("reset_mfa", person_id=bob.pk)
    team = writer.do("add_team", {"name": "north"})["id"]
    writer.do("change_team", {"revision": 1, "name": "south"}, team_id=team)
    writer.do("remove_team", team_id=team)
    key = writer.do("add_api_key", {"name": "erp", "right": "reader"})["key"]["id"]
    writer.do("remove_api_key", key_id=key)
    writer.do("change_company_settings", {"name": "Acme"})
    writer.do("change_calendar_settings", {"weekend": [7]})
    writer.do("change_mail_settings", {"url": "smtp://127.0.0.1:9", "sender": "other@example.com"})
    writer.do("test_mail")


def change_alerts(writer: Writer) -> None:
    number = known()["alert_id"]
    me = writer.client.person.pk
    writer.do("acknowledge_alert", {}, alert_id=number)
    writer.do("assign_alert", {"owner": me}, alert_id=number)
    writer.do(
        "snooze_alert", {"until": "2026-12-01" if str(clock().now()) < "2026-11-30" else "2099-01-01"}, alert_id=number
    )
    reason = writer.client.get("/alerts/reasons").json["items"][0]["code"]
    writer.do("resolve_alert", {"reason": reason, "note": "paid"}, alert_id=number)
    writer.do("reopen_alert", {}, alert_id=number)
    writer.do("move_alerts", {"ids": [number], "move": "assign", "owner": None})
    rules = [each["key"] for each in writer.client.get("/rules").json["items"]]
    writer.do("choose_rules", {"enabled": rules[1:], "reason": "a trial", "confirmed": True})
    tell([told(Person.objects.get(pk=me))], has_mail=True, at=clock().now())
    Delivery.objects.update(state="dead", attempts=8, next_try_at=None, error="550 gone")
    writer.do("retry_delivery", delivery_id=Delivery.objects.latest("pk").pk)


def change_customers(writer: Writer) -> None:
    bob = person_of("sales")
    writer.do("set_owner", {"person_id": bob.pk}, code=OWNED)
    writer.do("grant_reader", {}, code=OWNED, person_id=bob.pk)
    writer.do("withdraw_reader", code=OWNED, person_id=bob.pk)
    writer.do("call_customers_different", {"other": "C", "reason": "two firms"}, code="B")
    writer.do("merge_customer", {"into": OWNED, "reason": "one firm"}, code="C")
    writer.do("part_customer", {"reason": "two firms"}, code="C")
    view = writer.do("save_view", {"name": "mine", "query": "grade=high"})["id"]
    writer.do("remove_saved_view", view_id=view)
    signal = writer.do("report_signal", {"customer": OWNED, "type": "key_contact_left"})["id"]
    writer.do("withdraw_signal", signal_id=signal)
    bill = {
        "customer": OWNED,
        "document_no": "N",
        "issue_on": "2026-01-01",
        "stated_due_on": "2026-02-01",
        "amount": "1.00",
    }
    writer.do("upsert_facts", {"source": "api", "rows": [bill | {"external_id": "N"}]}, kind="invoice")
    place = {"kind": "invoice", "source": "api", "external_id": "N"}
    writer.do("upsert_fact", bill | {"amount": "2.00"}, **place)
    writer.do("retract_fact", **place)


def change_approvals(writer: Writer) -> None:
    day = to_date(today(clock())).isoformat()
    entry = writer.do("add_deputy", {"deputy_id": person_of("cfo").pk, "from_day": day, "to_day": day})["id"]
    writer.do("remove_deputy", deputy_entry=entry)
    first, second = (asked(person_of("legal"), "administrator", subject=f"customer:{each}") for each in "12")
    writer.do("vote", {"verdict": "approve", "shown_hash": first.shown_hash}, approval_id=first.pk)
    ballot = {"id": second.pk, "verdict": "refuse", "note": "no", "shown_hash": second.shown_hash}
    writer.do("vote_many", {"votes": [ballot]})
    mine = asked(writer.client.person, "legal")
    writer.do("withdraw_approval", approval_id=mine.pk)


def change_runs(writer: Writer) -> None:
    now = clock().now()
    run = BookRun.objects.create(
        as_of=1, known_batch=0, policy_hash="", total=2, begun_at=now, seen_at=now, state="running"
    )
    writer.do("stop_book_run", run_id=run.pk)
    BookRun.objects.filter(pk=run.pk).update(state="stopped")
    writer.do("start_book_run")


def change_policy(writer: Writer) -> None:
    ceo = person_of("ceo")
    change = writer.do("begin_policy_change", {"title": "Stricter"})["id"]
    writer.do("rename_policy_change", {"title": "Stricter still"}, change_id=change)
    text = live("grading")["grading"].body.replace("below: 60", "below: 61")
    writer.do("write_draft", {"body": text}, change_id=change, kind="grading")
    writer.do("try_policy", {"texts": [{"kind": "grading", "body": text}]})
    writer.do("try_indicator", {"body": live("indicators")["indicators"].body, "key": "overdue_share"})
    writer.do("policy_words", {"kind": "rules", "body": live("rules")["rules"].body})
    writer.do("submit_policy_change", {"reason": "losses", "confirmed": True}, change_id=change)
    writer.do("withdraw_policy_change", change_id=change)
    writer.do("comment_policy_change", {"text": "later"}, change_id=change)
    writer.do("drop_draft", change_id=change, kind="grading")
    writer.do("restore_policy_version", {"title": "Back"}, kind="grading", number=1)
    wish = {"place": "signals.price_sensitive", "title": "End"}
    ended = writer.do("retire_definition", wish, kind="signals")["id"]
    writer.do("bring_back_definition", {**wish, "change": ended}, kind="signals")
    for below in (62, 63):
        newer = live("grading")["grading"].body.replace("below: 60", f"below: {below}")
        Offer.objects.update(is_shipped=False)
        Offer.objects.create(kind="grading", body=newer, sha256=f"{below}" * 32, at=clock().now())
        if below == 62:
            writer.do("propose_policy_upgrade", {"title": "As shipped"})
    writer.do("decline_policy_upgrade", {"reason": "ours fits"})
    day = to_date(today(clock()) + 9).isoformat()
    writer.do("write_draft", {"body": text}, change_id=change, kind="grading")
    asked_for = writer.do(
        "submit_policy_change", {"reason": "later", "live_from": day, "confirmed": True}, change_id=change
    )["approval"]
    shown = Request.objects.get(pk=asked_for).shown_hash
    vote(asked_for, Ballot("approve", shown), person=ceo)
    follow_decisions(clock=clock())
    writer.do("cancel_policy_change", {"reason": "not now"}, change_id=change)
    writer.do("take_policy_pack", {"reason": "we are few", "confirmed": True}, key="small_team")
    tried = writer.do("start_backtest", {"documents": {"grading": text}})["id"]
    writer.do("cancel_backtest", backtest_id=tried)
    search = {"rule": "lawsuit", "threshold": "times", "present": 1, "values": [1, 2]}
    sought = Backtest.objects.create(by="test", search=search, state="done", result={}, created_at=clock().now())
    writer.do("draft_threshold", {"key": "candidate_01"}, backtest_id=sought.pk)


def import_now(client: ApiClient, file: str) -> Answer:
    """Start an import and let the worker finish it: what it did is written down then, in the name of who started it."""
    answer = client.post("/imports", {"file_id": file})
    jobs.run_import(work(), import_id=answer.json["id"])
    return answer


def change_imports(writer: Writer) -> None:
    raw = ledger(row(1), row(2, amount="much"), row(3, amount="more"), row(4, amount="most"))
    file = writer.hand_in("upload_file", "/imports/files", raw)["file_id"]
    shown = writer.do("preview_import", {"file_id": file})
    mapping = {"name": "ours", "headings": [each["heading"] for each in shown["columns"]], "kind": shown["kind"]}
    remembered = writer.do("remember_mapping", mapping)["id"]
    writer.do("forget_mapping", mapping_id=remembered)
    number = writer.traced("start_import", lambda: import_now(writer.client, file))["id"]
    corrected = {"rows": [{"row": 3, "cells": {"InvoiceAmount": "12"}}]}
    writer.do("correct_rejects", corrected, import_id=number)
    writer.do("dismiss_rejects", {"rows": [4]}, import_id=number)
    workbook = writer.client.get(f"/imports/{number}/rejects/export").content
    writer.hand_in("upload_rejects", f"/imports/{number}/rejects/upload", workbook)
    writer.do("undo_import", import_id=number)
    give_up(number, number="0000")
    writer.do("retry_import", import_id=number)


@pytest.mark.slow
@pytest.mark.django_db
def test_every_write_is_written_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEDUN_DATA", str(tmp_path))
    open_trading_house(tmp_path)
    set_mail("test", url="smtp://127.0.0.1:9", sender="kedun@example.com")
    writer = Writer(client_of("administrator", names_in_files=(SELLER,)))
    change_people(writer)
    change_alerts(writer)
    change_customers(writer)
    change_imports(writer)
    change_approvals(writer)
    change_runs(writer)
    change_policy(writer)
    assert {each.name for each in operations() if each.method != "GET"} - writer.tried == set()
    assert set(writer.silent) <= CHANGE_NOTHING
    assert set(Audit.objects.values_list("verb", flat=True)) - VERBS.keys() == set()
