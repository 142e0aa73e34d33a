"""The jobs of telling: declared in the queue that workers serve, and doing what they say."""

import pytest
from procrastinate.contrib.django import app

from kedun.accounts.company.actions import set_mail
from kedun.alerts.jobs import send_mail
from kedun.cli.serving import WORKERS
from kedun.kernel.clock import clock
from kedun.notify.actions import tell
from kedun.notify.jobs import MAIL, SEND
from kedun.notify.models import Delivery
from kedun.outbox.actions import append
from kedun.outbox.queries import waiting
from kedun.pipeline.jobs import FOLLOW, TELL, follow_the_policy, tell_everybody
from tests.notify.builders import SENDER, sink, told
from tests.pipeline.small_house import open_house
from tests.web.clients import person_of


def test_a_worker_serves_the_queue_of_mail() -> None:
    served = [each.command[each.command.index("--queues") + 1] for each in WORKERS if "--queues" in each.command]
    assert [queues for queues in served if MAIL in queues.split(",")]


@pytest.mark.parametrize("name", [SEND, TELL, FOLLOW])
def test_one_at_a_time_is_enough(name: str) -> None:
    task = app.tasks[name]
    assert (task.lock, task.queueing_lock) == (name, name)


@pytest.mark.django_db
def test_without_a_mail_server_nothing_is_sent() -> None:
    tell([told(person_of("finance"))], has_mail=True, at=clock().now())
    send_mail(0)
    assert Delivery.objects.get().attempts == 0


@pytest.mark.django_db
def test_what_is_due_is_sent() -> None:
    tell([told(person_of("finance"))], has_mail=True, at=clock().now())
    with sink() as server:
        set_mail("test", url=f"smtp://127.0.0.1:{server.port}", sender=SENDER)
        send_mail(0)
    assert (len(server.letters), Delivery.objects.get().state) == (1, "sent")


@pytest.mark.django_db
def test_messages_and_changes_of_the_policy_are_followed(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    open_house()
    monkeypatch.setattr("django.conf.settings.KEDUN_DATA", str(tmp_path))
    append("alert.opened", "gone", {"alert_id": 999_999, "recipients": ["cfo"]})
    append("policy.changed", "x", {})
    tell_everybody(0)
    follow_the_policy(0)
    assert (waiting("alert.opened"), waiting("policy.changed")) == ((), ())
    assert not Delivery.objects.exists()


@pytest.mark.django_db
def test_what_somebody_may_read_no_longer_is_not_sent() -> None:
    stranger = person_of("outside_expert")
    tell([told(stranger, masks=frozenset({"contacts", "names"}))], has_mail=True, at=clock().now())
    with sink() as server:
        set_mail("test", url=f"smtp://127.0.0.1:{server.port}", sender=SENDER)
        send_mail(0)
    assert (server.letters, Delivery.objects.get().state) == ([], "quiet")
