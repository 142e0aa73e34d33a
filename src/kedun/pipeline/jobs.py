"""The jobs that walk the flow: every night the whole book; what changes meanwhile is the event process's."""

from contextlib import suppress

from procrastinate.contrib.django import app

from kedun.assessments.runs.actions import RunStopped
from kedun.assessments.runs.queries import ASSESS_BOOK, BATCH, NIGHTLY
from kedun.facts.queries import mirror_folder as mirror_folder
from kedun.kernel.clock import clock
from kedun.notify import actions as notify
from kedun.notify.jobs import MAIL
from kedun.outbox import actions as outbox
from kedun.outbox.jobs import db_task
from kedun.pipeline.decisions import follow_decisions
from kedun.pipeline.monthly import monthly
from kedun.pipeline.nightly import nightly
from kedun.pipeline.policy_change import follow_policy
from kedun.pipeline.starter import load_definitions
from kedun.pipeline.telling import tell_people
from kedun.pipeline.telling_approvals import tell_of_approvals
from kedun.pipeline.telling_months import tell_of_months

MONTHLY = "kedun.monthly"
TELL, FOLLOW, CLEAR_AWAY = "kedun.tell_people", "kedun.follow_policy", "kedun.clear_away"


@app.periodic(cron="5 18 * * *")
@db_task(name=NIGHTLY, queue=BATCH, queueing_lock=NIGHTLY, lock=ASSESS_BOOK, attempts=5)
def assess_tonight(timestamp: int) -> None:
    """Assess the whole book as of today; 18:05 UTC is 02:05 in Shanghai, when the day has just begun."""
    assess_book(None)


@db_task(name=ASSESS_BOOK, queue=BATCH, attempts=5)
def assess_book(as_of: int | None) -> None:
    """Assess the whole book as of a day, or today."""
    load_definitions(clock())
    with suppress(RunStopped):  # by a person: trying again would be against their word
        nightly(mirror_folder(), clock=clock(), as_of=as_of)


@app.periodic(cron="45 18 * * *")
@db_task(name=MONTHLY, queue=BATCH, queueing_lock=MONTHLY, attempts=5)
def make_monthly_report(timestamp: int) -> None:
    """Make the report of last month once its first worked day has come; 02:45 in Shanghai, after the night's run."""
    monthly(mirror_folder(), clock=clock())


@app.periodic(cron="* * * * * */2")
@db_task(name=TELL, queue=MAIL, queueing_lock=TELL, lock=TELL)
def tell_everybody(timestamp: int) -> None:
    """Bring what happened to alerts and requests, and new monthly reports, to those who should know."""
    tell_people(clock=clock())
    tell_of_approvals(clock=clock())
    tell_of_months(clock=clock())


@app.periodic(cron="* * * * * */5")
@db_task(name=FOLLOW, queue=BATCH, queueing_lock=FOLLOW, lock=FOLLOW, attempts=8)
def follow_the_policy(timestamp: int) -> None:
    """Put into force what was agreed to, and assess the whole book when the policy changed.

    A run that fails is tried again after ever longer; while it waits, up to four minutes, the queueing lock keeps the
    next one out.
    """
    follow_decisions(clock=clock())
    follow_policy(mirror_folder(), clock=clock())


@app.periodic(cron="37 * * * *")
@db_task(name=CLEAR_AWAY, queue=MAIL, queueing_lock=CLEAR_AWAY)
def clear_away(timestamp: int) -> None:
    """Clear away messages and deliveries that were over long ago."""
    outbox.clear_away(now=clock().now())
    notify.clear_away(now=clock().now())
