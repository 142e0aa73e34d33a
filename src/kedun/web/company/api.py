"""What the company says of itself, with the currency of its ledger, under /api/v1."""

from kedun.accounts.api import Request, Router, actor
from kedun.accounts.company.actions import set_company
from kedun.accounts.company.queries import company
from kedun.accounts.company.schemas import CompanyChange, CompanySettings
from kedun.facts.models import LegalEntity

router = Router("settings")


@router.get("/settings/company", response=CompanySettings)
def company_settings(request: Request) -> CompanySettings:
    """Show what the company says of itself."""
    return _company()


@router.put("/settings/company", response=CompanySettings)
def change_company_settings(request: Request, change: CompanyChange) -> CompanySettings:
    """Say what the company is called, where notices to nobody in particular go, and who is told of monthly reports."""
    set_company(
        actor(request),
        name=change.name,
        notify_address=change.notify_address,
        report_to=change.report_to,
        revision=change.revision,
    )
    return _company()


def _company() -> CompanySettings:
    found = company()
    currency = LegalEntity.objects.order_by("code").values_list("base_currency", flat=True).first() or ""
    return CompanySettings(
        name=found.name,
        notify_address=found.notify_address,
        report_to=list(found.report_to),
        currency=currency,
        revision=found.revision,
    )
