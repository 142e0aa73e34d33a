from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    dependencies = [
        ("definitions", "0006_findings"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="version",
            constraint=models.CheckConstraint(condition=Q(("key", F("kind"))), name="definitions_version_one_of_kind"),
        ),
        migrations.AddConstraint(
            model_name="draft",
            constraint=models.CheckConstraint(condition=Q(("key", F("kind"))), name="definitions_draft_one_of_kind"),
        ),
    ]
