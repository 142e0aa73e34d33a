"""Batches that are taken back, and supply that is withdrawn with them."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [
        ("facts", "0002_main_legal_entity"),
    ]

    operations = [
        migrations.AddField(
            model_name="batch",
            name="undone_by",
            field=models.BigIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="batch",
            name="is_undo",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="supply",
            name="until_batch",
            field=models.BigIntegerField(null=True),
        ),
        migrations.AddIndex(
            model_name="batch",
            index=models.Index(
                fields=("id",), condition=Q(undone_by__isnull=False) | Q(is_undo=True), name="facts_batch_undo"
            ),
        ),
    ]
