import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

STATES = ("draft", "submitted", "published", "refused", "withdrawn", "outdated", "cancelled")


class Migration(migrations.Migration):
    dependencies = [
        ("definitions", "0007_one_of_kind"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Cancellation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "change_set",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="definitions.changeset"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "version",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cancellation",
                        to="definitions.version",
                    ),
                ),
            ],
            options={"db_table": "definitions_cancellation"},
        ),
        migrations.RemoveConstraint(model_name="changeset", name="definitions_change_set_state"),
        migrations.AddConstraint(
            model_name="changeset",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", STATES)), name="definitions_change_set_state"
            ),
        ),
    ]
