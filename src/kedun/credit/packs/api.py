"""Packs under /api/v1."""

from kedun.accounts.api import Request, Router, language, person
from kedun.credit.packs.actions import take
from kedun.credit.packs.queries import Offered, changed, packs
from kedun.credit.packs.schemas import PackKey, PackLine, PackTaken, PackWish, PolicyPacks
from kedun.definitions.changes.queries import is_alone, lines_of
from kedun.kernel.words import Language

router = Router("policy")
MOST_LINES = 200


@router.get("/policy-packs", response=PolicyPacks)
def policy_packs(request: Request) -> PolicyPacks:
    """List the packs: choices of rules, strategies, plans and letters, with what each would change."""
    spoken = language(request)
    return PolicyPacks(items=[_line(each, spoken) for each in packs().values()], is_alone=is_alone(person(request)))


@router.post("/policy-packs/{key}", response=PackTaken, status=201)
def take_policy_pack(request: Request, key: PackKey, wish: PackWish) -> PackTaken:
    """Put a pack into force: as a change that others agree to; at once for whoever is alone."""
    done = take(key, person=person(request), reason=wish.reason, confirmed=wish.confirmed)
    return PackTaken(change=done.change, approval=done.approval, is_in_force=done.is_in_force)


def _line(offered: Offered, spoken: Language) -> PackLine:
    lines = lines_of(changed(offered))
    return PackLine(
        key=offered.key,
        label=offered.pack.label.words().say(spoken),
        about=offered.pack.about.words().say(spoken),
        is_in_force=not lines,
        changes=len(lines),
        lines=[each.say(spoken) for each in lines[:MOST_LINES]],
    )
