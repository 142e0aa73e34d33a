"""The intake under /api/v1: files, typed facts, signals."""

from kedun.accounts.api import Router
from kedun.intake.signals.api import router as signals
from kedun.intake.typed.api import router as typed
from kedun.intake.wizard.api import router as wizard

router = Router("intake")
router.add(wizard)
router.add(signals)
router.add(typed)
