"""Proposing the shipped versions that are offered, or declining them."""

from django.db import transaction

from kedun.accounts.actions import record
from kedun.accounts.models import Person
from kedun.approvals.actions import LONGEST_TEXT
from kedun.approvals.refusals import ReasonMissing
from kedun.definitions.changes import actions as changes
from kedun.definitions.models import ChangeSet, Offer
from kedun.definitions.upgrade.queries import offers
from kedun.definitions.upgrade.refusals import NothingOffered
from kedun.kernel.clock import clock


def propose(*, person: Person, title: str) -> ChangeSet:
    """Begin a change with all that is offered, which others agree to once it is submitted.

    Raises: NothingOffered, TitleMissing.
    """
    with transaction.atomic():
        _locked()
        found = [each for each in offers() if each.lines]
        if not found:
            raise NothingOffered
        made = changes.begin(person, title)
        changes.write(made.pk, [each.text for each in found], person=person)
        Offer.objects.filter(pk__in=[each.offer.pk for each in found]).update(change_set=made)
    return made


def decline(*, person: Person, reason: str) -> None:
    """Keep what is in force; what is shipped with a later upgrade is offered anew.

    Raises: NothingOffered, ReasonMissing.
    """
    if not 0 < len(reason.strip()) <= LONGEST_TEXT:
        raise ReasonMissing(most=LONGEST_TEXT)
    with transaction.atomic():
        _locked()
        found = offers()
        if not found:
            raise NothingOffered
        Offer.objects.filter(pk__in=[each.offer.pk for each in found]).update(declined_by=person, change_set=None)
        told = {"kinds": [each.offer.kind for each in found], "reason": reason.strip()}
        record(f"person:{person.pk}", "policy.decline_upgrade", told, at=clock().now())


def _locked() -> None:
    list(Offer.objects.select_for_update().order_by("pk"))
