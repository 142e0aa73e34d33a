"""All operations of this stage."""

from kedun.accounts.api import Router
from kedun.credit.packs.api import router as packs

router = Router("policy")
router.add(packs)
