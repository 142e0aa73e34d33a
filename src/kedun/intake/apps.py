"""Registers the stage with Django."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """The intake stage."""

    name = "kedun.intake"
    label = "intake"
    default_auto_field = "django.db.models.BigAutoField"
