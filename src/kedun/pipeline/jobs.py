"""The jobs that walk the flow: every two seconds what changed, every night the whole book."""

from pathlib import Path

from django.conf import settings
from procrastinate.contrib.django import app

from kedun.facts.queries import stale_customers
from kedun.kernel.clock import clock
from kedun.outbox.jobs import db_task
from kedun.pipeline.event import drain
from kedun.pipeline.nightly import nightly
from kedun.pipeline.starter import load_definitions

DRAIN, NIGHTLY, ASSESS_BOOK = "kedun.drain_stale_customers", "kedun.nightly", "kedun.assess_book"
EVENTS, BATCH = "events", "batch"


def mirror_folder() -> Path:
    """Give the folder in which the mirror of the facts lives."""
    return Path(settings.KEDUN_DATA) / "mirror"


@app.periodic(cron="* * * * * */2")
@db_task(name=DRAIN, queue=EVENTS, queueing_lock=DRAIN)
def drain_stale_customers(timestamp: int) -> None:
    """Assess the customers whose facts changed."""
    if stale_customers(limit=1):
        load_definitions(clock())
        drain(mirror_folder(), clock=clock())


@app.periodic(cron="5 18 * * *")
@db_task(name=NIGHTLY, queue=BATCH, queueing_lock=NIGHTLY, attempts=5)
def assess_tonight(timestamp: int) -> None:
    """Assess the whole book as of today; 18:05 UTC is 02:05 in Shanghai, when the day has just begun."""
    assess_book(None)


@db_task(name=ASSESS_BOOK, queue=BATCH, attempts=5)
def assess_book(as_of: int | None) -> None:
    """Assess the whole book as of a day, or today."""
    load_definitions(clock())
    nightly(mirror_folder(), clock=clock(), as_of=as_of)
