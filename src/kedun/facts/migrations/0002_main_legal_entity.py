"""Our first selling company."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def add_main(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Add the legal entity that rows belong to unless they say otherwise."""
    apps.get_model("facts", "LegalEntity").objects.get_or_create(
        code="main", defaults={"base_currency": "CNY", "time_zone": "Asia/Shanghai"}
    )


class Migration(migrations.Migration):
    """Adds a row."""

    dependencies = (("facts", "0001_initial"),)
    operations = (migrations.RunPython(add_main, migrations.RunPython.noop),)
