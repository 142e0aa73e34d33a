"""The job that brings people what they are told of alerts: digests are gathered, then mail is sent."""

from procrastinate.contrib.django import app

from kedun.alerts.told.queries import readable
from kedun.notify.actions import gather_digests, send_waiting
from kedun.notify.jobs import MAIL, SEND
from kedun.notify.queries import mail_server, site
from kedun.outbox.jobs import db_task


@app.periodic(cron="* * * * * */5")
@db_task(name=SEND, queue=MAIL, queueing_lock=SEND, lock=SEND)
def send_mail(timestamp: int) -> None:
    """Send what is due to those who may still read it; without a mail server nothing waits to be sent."""
    server = mail_server()
    if server is not None:
        gather_digests(site=site(), may_read=readable)
        send_waiting(server, may_read=readable)
