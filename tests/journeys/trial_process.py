"""Runs trial commands in forks of one process that has everything imported: `python -m tests.journeys.trial_process`.

A worker that starts in a tenth of a second can be killed a hundred times. Each line of input is a command and its
arguments as JSON. `worker` and `events` keep running, and their process id is answered; `kill` ends one of them at once;
anything else is a command of the trial company, and its exit code is answered when it has ended.
"""

import json
import os
import signal
import sys
import traceback
from collections.abc import Callable, Sequence

import django

QUEUES = "batch,maintenance"


def work() -> None:
    """Be a worker."""
    from django.core.management import call_command

    call_command("procrastinate", "worker", "--queues", QUEUES, "--concurrency", "2")


def listen() -> None:
    """Be the event process."""
    from kedun.web import events

    events.main()


LASTING: dict[str, Callable[[], None]] = {"worker": work, "events": listen}


def forked(act: Callable[[], None]) -> int:
    """Do something in a fork; gives its process id."""
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        act()
        code = 0
    finally:
        if code:
            traceback.print_exc()
        os._exit(code)


def answered(name: str, arguments: Sequence[str]) -> int:
    """Do a command; gives what it answers."""
    from tests.journeys import trial_company

    if name in LASTING:
        return forked(LASTING[name])
    if name == "kill":
        pid = int(arguments[0])
        os.kill(pid, signal.SIGKILL)
    else:
        pid = forked(lambda: trial_company.run(name, *arguments))
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kedun.web.settings")
    django.setup()
    import kedun.intake.jobs
    import kedun.pipeline.jobs
    import kedun.sample  # noqa: F401 - what the forks need is imported once

    for line in sys.stdin:
        name, *arguments = json.loads(line)
        sys.stdout.write(f"{answered(name, arguments)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
