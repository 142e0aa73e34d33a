"""Registers the stage with Django."""

from django.apps import AppConfig


class DefinitionsConfig(AppConfig):
    """The definitions stage."""

    name = "kedun.definitions"
    label = "definitions"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let nothing be retired on which something else rests."""
        from kedun.definitions import checks
        from kedun.definitions.retirement.queries import refuse_what_is_needed

        checks.register(refuse_what_is_needed)
