"""Registers the stage with Django."""

from django.apps import AppConfig


class ApprovalsConfig(AppConfig):
    """The approvals stage."""

    name = "kedun.approvals"
    label = "approvals"
    default_auto_field = "django.db.models.BigAutoField"
