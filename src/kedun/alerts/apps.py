"""Registers the stage with Django."""

from django.apps import AppConfig


class AlertsConfig(AppConfig):
    """The alerts stage."""

    name = "kedun.alerts"
    label = "alerts"
    default_auto_field = "django.db.models.BigAutoField"
