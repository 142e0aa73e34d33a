"""Jobs for trials of the queue: their effects can be counted."""

from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.job_context import JobContext

from kedun.outbox.jobs import db_task

QUEUE = "trial"
TABLES = """
    DROP TABLE IF EXISTS trial_unique, trial_plain, trial_marker;
    CREATE TABLE trial_unique (number integer PRIMARY KEY);
    CREATE TABLE trial_plain (number integer NOT NULL);
    CREATE TABLE trial_marker (job_id bigint PRIMARY KEY);
"""
WORK = "SELECT pg_sleep(0.15)"


@db_task(name="trial.idempotent", queue=QUEUE)
def idempotent(number: int) -> None:
    """Have an effect that is the same however often it happens."""
    with connection.cursor() as cursor:
        cursor.execute(WORK)
        cursor.execute("INSERT INTO trial_unique VALUES (%s) ON CONFLICT DO NOTHING", [number])


@app.task(name="trial.marked", queue=QUEUE, pass_context=True)
def marked(context: JobContext, number: int) -> None:
    """Have an effect that would count twice, in one transaction with a marker."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(WORK)
        cursor.execute("INSERT INTO trial_marker VALUES (%s) ON CONFLICT DO NOTHING", [context.job.id])
        if cursor.rowcount:
            cursor.execute("INSERT INTO trial_plain VALUES (%s)", [number])
