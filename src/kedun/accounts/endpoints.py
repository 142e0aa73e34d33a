"""The operations of accounts under /api/v1."""

from kedun.accounts.api import Router
from kedun.accounts.company.api import router as company
from kedun.accounts.keys.api import router as keys
from kedun.accounts.people.api import router as people
from kedun.accounts.teams.api import router as teams
from kedun.accounts.trails.api import router as trails

router = Router("accounts")
for part in (people, teams, keys, trails, company):
    router.add(part)
