"""Registers the stage with Django."""

from django.apps import AppConfig


class CreditConfig(AppConfig):
    """The credit stage."""

    name = "kedun.credit"
    label = "credit"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let drafts of strategies, plans and letters be read before others are asked to agree to them."""
        from kedun.credit.documents import readable
        from kedun.definitions import checks

        checks.register(readable)
