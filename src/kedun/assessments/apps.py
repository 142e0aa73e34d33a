"""Registers the stage with Django."""

from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    """The assessments stage."""

    name = "kedun.assessments"
    label = "assessments"
    default_auto_field = "django.db.models.BigAutoField"
