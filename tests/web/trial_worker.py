"""A real worker in a process of its own, started with `python -m tests.web.trial_worker`, for tests that kill it."""

import os

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kedun.web.settings")
    django.setup()

    from procrastinate.contrib.django import app
    from procrastinate.contrib.django.django_connector import DjangoConnector

    from kedun.web.jobs import MAINTENANCE
    from tests.web.trial_jobs import QUEUE

    connector = app.connector
    assert isinstance(connector, DjangoConnector)
    with app.replace_connector(connector.get_worker_connector()) as working:
        working.run_worker(queues=[QUEUE, MAINTENANCE], concurrency=4)
