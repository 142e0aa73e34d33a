"""Registers the stage with Django."""

from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    """The assessments stage."""

    name = "kedun.assessments"
    label = "assessments"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let drafts of the policy be tried together with the rest of it."""
        from kedun.assessments.queries import try_documents
        from kedun.definitions import checks

        checks.register(try_documents)
