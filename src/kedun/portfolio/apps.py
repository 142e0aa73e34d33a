"""Registers the stage with Django."""

from django.apps import AppConfig


class PortfolioConfig(AppConfig):
    """The portfolio stage."""

    name = "kedun.portfolio"
    label = "portfolio"
    default_auto_field = "django.db.models.BigAutoField"
