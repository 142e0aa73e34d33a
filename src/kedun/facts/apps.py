"""Registers the stage with Django."""

from django.apps import AppConfig


class FactsConfig(AppConfig):
    """The facts stage."""

    name = "kedun.facts"
    label = "facts"
    default_auto_field = "django.db.models.BigAutoField"
