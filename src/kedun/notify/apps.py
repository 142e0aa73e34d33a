"""Registers the stage with Django."""

from django.apps import AppConfig


class NotifyConfig(AppConfig):
    """The notify stage."""

    name = "kedun.notify"
    label = "notify"
    default_auto_field = "django.db.models.BigAutoField"
