from typing import Any

from django.db import migrations, models
from django.db.models import Max, Q


def newest(apps: Any, schema_editor: Any) -> None:
    """Take the text of each kind that was offered last as the one that is shipped."""
    offers = apps.get_model("definitions", "Offer").objects
    last = offers.order_by().values("kind").annotate(last=Max("pk")).values_list("last", flat=True)
    offers.exclude(pk__in=list(last)).update(is_shipped=False)
    schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):
    dependencies = [
        ("definitions", "0009_offers"),
    ]

    operations = [
        migrations.AddField(model_name="offer", name="is_shipped", field=models.BooleanField(default=True)),
        migrations.RunPython(newest, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="offer",
            constraint=models.UniqueConstraint(
                condition=Q(("is_shipped", True)), fields=("kind",), name="definitions_offer_shipped_once"
            ),
        ),
    ]
