"""The back-test as a job: it takes minutes on a large book."""

import logging
import secrets

from kedun.facts.queries import mirror_folder
from kedun.kernel.progress import Silent
from kedun.outbox.jobs import db_task
from kedun.review import actions

_log = logging.getLogger(__name__)


@db_task(name=actions.TASK, queue=actions.QUEUE)
def run_backtest(backtest_id: int) -> None:
    """Run a back-test; a refusal is recorded with it, and what breaks it down too."""
    try:
        actions.run(backtest_id, folder=mirror_folder(), progress=Silent())
    except Exception:
        number = secrets.token_hex(4)
        _log.exception("back-test %s broke down, number %s", backtest_id, number)
        actions.give_up(backtest_id, told=number)
        raise
