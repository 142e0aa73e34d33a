"""The jobs that bring people what they are told: digests are gathered, then mail is sent."""

from procrastinate.contrib.django import app

from kedun.notify.actions import gather_digests, send_waiting
from kedun.notify.queries import mail_server, site
from kedun.outbox.jobs import db_task

MAIL = "mail"
SEND = "kedun.send_mail"


@app.periodic(cron="* * * * * */5")
@db_task(name=SEND, queue=MAIL, queueing_lock=SEND, lock=SEND)
def send_mail(timestamp: int) -> None:
    """Send what is due; without a mail server nothing waits to be sent."""
    server = mail_server()
    if server is not None:
        gather_digests(site=site())
        send_waiting(server)
