"""Registers the stage with Django."""

from django.apps import AppConfig


class DefinitionsConfig(AppConfig):
    """The definitions stage."""

    name = "kedun.definitions"
    label = "definitions"
    default_auto_field = "django.db.models.BigAutoField"
