"""Offered upgrades under /api/v1."""

from kedun.accounts.api import Request, Router, language, person
from kedun.definitions.api import change_document
from kedun.definitions.diff_words import KIND_WORDS
from kedun.definitions.schemas import ChangeDocument, ChangeIn
from kedun.definitions.upgrade import actions
from kedun.definitions.upgrade.queries import offers
from kedun.definitions.upgrade.schemas import DeclineIn, OfferLine, PolicyUpgrades
from kedun.kernel.words import Language

router = Router("policy")


@router.get("/policy-upgrades", response=PolicyUpgrades)
def policy_upgrades(request: Request) -> PolicyUpgrades:
    """List shipped versions that came with an upgrade of kedun and are not in force, with what they would change."""
    return _offered(language(request))


def _offered(spoken: Language) -> PolicyUpgrades:
    return PolicyUpgrades(
        items=[
            OfferLine(
                kind=each.offer.kind,
                label=KIND_WORDS[each.offer.kind].say(spoken),
                at=each.offer.at,
                lines=[line.say(spoken) for line in each.lines],
                kept=[line.say(spoken) for line in each.kept],
            )
            for each in offers()
        ]
    )


@router.post("/policy-upgrades/propose", response=ChangeDocument, status=201)
def propose_policy_upgrade(request: Request, change: ChangeIn) -> ChangeDocument:
    """Begin a change with all shipped versions that are offered."""
    return change_document(request, actions.propose(person=person(request), title=change.title).pk)


@router.post("/policy-upgrades/decline", response=PolicyUpgrades)
def decline_policy_upgrade(request: Request, decline: DeclineIn) -> PolicyUpgrades:
    """Keep what is in force; what a later upgrade ships is offered anew."""
    actions.decline(person=person(request), reason=decline.reason)
    return _offered(language(request))
