"""Changing what the company has set."""

from collections.abc import Mapping, Sequence

from django.conf import settings
from django.db import transaction

from kedun.accounts.actions import record
from kedun.accounts.company.queries import company
from kedun.accounts.mail_address import read_address
from kedun.accounts.models import Setting
from kedun.accounts.refusals import ChangedMeanwhile
from kedun.accounts.roles import Role
from kedun.accounts.vault import seal
from kedun.kernel.days import Day
from kedun.kernel.hashing import Json


def set_company(
    actor: str,
    *,
    name: str,
    notify_address: str,
    report_to: Sequence[Role] | None = None,
    revision: int | None = None,
) -> None:
    """Say what the company is called, where notices to nobody in particular go, and which roles the monthly report.

    Without `report_to` it goes to whom it went.
    Raises: ChangedMeanwhile.
    """
    told = company().report_to if report_to is None else report_to
    value = {"name": name, "notify_address": notify_address, "report_to": sorted(set(told))}
    _put(actor, "company", value, revision=revision)


def set_calendar(
    actor: str, *, weekend: Sequence[int], holidays: Sequence[Day], workdays: Sequence[Day], revision: int | None = None
) -> None:
    """Say which days are worked.

    Raises: ChangedMeanwhile.
    """
    value = {"weekend": sorted(set(weekend)), "holidays": sorted(set(holidays)), "workdays": sorted(set(workdays))}
    told: dict[str, Json] = {
        "weekend": value["weekend"],
        "holidays": len(value["holidays"]),
        "workdays": len(value["workdays"]),
    }
    _put(actor, "calendar", value, revision=revision, told=told)


def set_mail(actor: str, *, url: str, sender: str, password: str | None = None, revision: int | None = None) -> None:
    """Say through which server mail goes out. The password is kept sealed; None keeps the one there is.

    Raises: BadMailAddress, ChangedMeanwhile.
    """
    server = read_address(url) if url else None
    with transaction.atomic():
        found = Setting.objects.select_for_update().filter(key="mail").first()
        kept = str(found.value.get("password", "")) if found and server else ""
        stated = password if password is not None else (server.password if server and server.password else None)
        sealed = kept if stated is None else (seal(stated, key=settings.SECRET_KEY) if stated else "")
        value = {"url": server.url if server else "", "from": sender, "password": sealed}
        told: dict[str, Json] = {"url": value["url"], "from": sender, "password_changed": stated is not None}
        _put(actor, "mail", value, revision=revision, told=told)


def _put(
    actor: str,
    key: str,
    value: Mapping[str, Json],
    *,
    revision: int | None,
    told: Mapping[str, Json] | None = None,
) -> None:
    """Write a group of settings; the same once more changes nothing."""
    with transaction.atomic():
        found, _ = Setting.objects.select_for_update().get_or_create(key=key, defaults={"revision": 0})
        if revision is not None and found.revision != revision:
            raise ChangedMeanwhile(seen=revision, present=found.revision)
        if found.revision and found.value == dict(value):
            return
        found.value, found.revision = dict(value), found.revision + 1
        found.save()
        record(actor, f"settings.{key}", told if told is not None else value, subject=f"settings:{key}")
