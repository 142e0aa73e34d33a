"""Registers the stage with Django."""

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    """The outbox stage."""

    name = "kedun.outbox"
    label = "outbox"
    default_auto_field = "django.db.models.BigAutoField"
