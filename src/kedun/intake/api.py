"""The intake under /api/v1: files, typed facts, facts read back, signals."""

from kedun.accounts.api import Router
from kedun.intake.extracts.api import router as facts
from kedun.intake.signals.api import router as signals
from kedun.intake.wizard.api import router as wizard

router = Router("intake")
router.add(wizard)
router.add(signals)
router.add(facts)
