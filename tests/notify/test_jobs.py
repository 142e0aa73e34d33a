"""The jobs of telling: declared in the queue that workers serve, and doing what they say."""

from datetime import timedelta

import pytest
from procrastinate.contrib.django import app
from procrastinate.jobs import Job

from kedun.accounts.company.actions import set_mail
from kedun.alerts.jobs import send_mail
from kedun.assessments.runs.queries import BATCH
from kedun.cli.serving import WORKERS
from kedun.kernel.clock import clock
from kedun.notify.actions import tell
from kedun.notify.jobs import MAIL, SEND
from kedun.notify.models import Delivery
from kedun.outbox.actions import append
from kedun.outbox.models import Outgoing
from kedun.outbox.queries import waiting
from kedun.pipeline.jobs import CLEAR_AWAY, FOLLOW, TELL, clear_away, follow_the_policy, tell_everybody
from kedun.web.jobs import MAINTENANCE
from tests.notify.builders import SENDER, sink, told
from tests.pipeline.small_house import open_house
from tests.web.clients import person_of


def test_mail_and_rescue_share_no_worker_with_long_jobs() -> None:
    """Three imports that run at once would stop both, were they served by the same worker."""
    served = [
        set(each.command[each.command.index("--queues") + 1].split(","))
        for each in WORKERS
        if "--queues" in each.command
    ]
    assert sorted(served, key=len) == [{BATCH}, {MAIL, MAINTENANCE}]


def test_every_job_has_a_worker() -> None:
    assert {task.queue for task in app.tasks.values() if task.name.startswith("kedun.")} == {BATCH, MAIL, MAINTENANCE}


def test_a_run_that_fails_after_a_change_of_the_policy_waits_ever_longer() -> None:
    waits = [
        follow_the_policy.get_retry_exception(
            ValueError(), Job(id=1, queue=BATCH, lock=None, queueing_lock=None, task_name=FOLLOW, attempts=n)
        )
        for n in range(9)
    ]
    assert [bool(each) for each in waits] == [True] * 8 + [False]


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


@pytest.mark.django_db
def test_what_was_over_long_ago_is_cleared_away_every_hour() -> None:
    periodic = {task.task.name: task.cron for task in app.periodic_registry.periodic_tasks.values()}
    assert periodic[CLEAR_AWAY] == "37 * * * *"
    append("alert.closed", "old", {})
    Outgoing.objects.update(sent_at=clock().now() - timedelta(days=31))
    tell([told(person_of("finance"))], has_mail=False, at=clock().now() - timedelta(days=731))
    clear_away(0)
    assert not Outgoing.objects.exists()
    assert not Delivery.objects.exists()
