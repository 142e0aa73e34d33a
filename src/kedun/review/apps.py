"""Registers the stage with Django."""

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    """The review stage."""

    name = "kedun.review"
    label = "review"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let those who decide on a change see which back-test it comes with, and let faults keep it from them."""
        from kedun.definitions import checks, evidence
        from kedun.review.linter.queries import remarks
        from kedun.review.queries import evidence_for

        evidence.register(evidence_for)
        checks.look(remarks)
