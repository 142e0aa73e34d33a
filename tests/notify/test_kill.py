"""Senders that are killed with a mail in their hands: nothing is lost, and one mail at most comes twice."""

import os
import signal
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.db import connection

from kedun.accounts.company.actions import set_mail
from kedun.notify.actions import tell
from kedun.notify.channel import MARK
from kedun.notify.models import Delivery
from kedun.notify.timing import LEASE
from tests.notify.builders import NOON, SENDER, Sink, sink, told
from tests.web.clients import person_of

SENDER_PROGRAM = """
import django
django.setup()
from kedun.notify.actions import send_waiting
from kedun.notify.queries import mail_server
server = mail_server()
assert server is not None
print(send_waiting(server).sent)
"""


@dataclass
class Killer(Sink):
    """Takes a mail, and kills whoever sent it before it can hear so."""

    victim: int = 0
    kills_at: int = 3

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        answer = await super().handle_DATA(server, session, envelope)
        if self.victim and len(self.letters) == self.kills_at:
            os.kill(self.victim, signal.SIGKILL)
            self.victim = 0
        return answer


def sender(minutes: float) -> "subprocess.Popen[str]":
    """Start a sender of its own on this test's database, some minutes after noon."""
    url = dict(connection.settings_dict)
    place = f"postgresql://{url['USER']}@/{url['NAME']}?host={url['HOST']}&port={url['PORT']}"
    environment = {
        **os.environ,
        "DATABASE_URL": place,
        "DJANGO_SETTINGS_MODULE": "kedun.web.settings",
        "KEDUN_NOW": (NOON + timedelta(minutes=minutes)).isoformat(),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    command = [sys.executable, "-W", "ignore", "-c", SENDER_PROGRAM]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_killed_sender_loses_nothing_and_doubles_one_at_most() -> None:
    people = [person_of("finance") for _ in range(5)]
    tell([told(each) for each in people], has_mail=True, at=NOON)
    killer = Killer()
    with sink(killer):
        set_mail("test", url=f"smtp://127.0.0.1:{killer.port}", sender=SENDER)
        victim = sender(0)
        killer.victim = victim.pid
        victim.communicate(timeout=60)
        assert victim.returncode == -signal.SIGKILL
        assert Counter(Delivery.objects.values_list("state", flat=True)) == {"sent": 2, "waiting": 3}
        assert sender(1).communicate(timeout=60)[0].strip() == "2", "the third is still taken"
        assert sender(1 + LEASE.total_seconds() / 60).communicate(timeout=60)[0].strip() == "1"
    assert set(Delivery.objects.values_list("state", flat=True)) == {"sent"}
    times = Counter(letter[MARK] for letter in killer.letters)
    assert sorted(times.values()) == [1, 1, 1, 1, 2]
    assert set(killer.receivers) == {each.email for each in people}


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_senders_at_once_send_each_mail_once() -> None:
    people = [person_of("finance") for _ in range(30)]
    tell([told(each) for each in people], has_mail=True, at=NOON)
    with sink() as server:
        set_mail("test", url=f"smtp://127.0.0.1:{server.port}", sender=SENDER)
        pair = [sender(0), sender(0)]
        done = [int(each.communicate(timeout=60)[0]) for each in pair]
    assert sum(done) == 30
    assert Counter(letter[MARK] for letter in server.letters).most_common(1)[0][1] == 1
