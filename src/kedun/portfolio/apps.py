"""Registers the stage with Django."""

from django.apps import AppConfig


class PortfolioConfig(AppConfig):
    """The portfolio stage."""

    name = "kedun.portfolio"
    label = "portfolio"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let the linter count whom the rules of a change would find."""
        from kedun.portfolio.trial.queries import would_fire
        from kedun.review.linter.queries import count_by

        count_by(would_fire)
