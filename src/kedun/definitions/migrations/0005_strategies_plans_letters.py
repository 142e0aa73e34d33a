from django.db import migrations, models

KINDS = (
    "indicators",
    "scorecard",
    "value_card",
    "grading",
    "matrix",
    "rules",
    "rule_choice",
    "signals",
    "authority",
    "strategies",
    "contingency_plans",
    "letters",
)


class Migration(migrations.Migration):
    dependencies = [
        ("definitions", "0004_change_sets"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="draft",
            name="definitions_draft_kind",
        ),
        migrations.RemoveConstraint(
            model_name="version",
            name="definitions_version_kind",
        ),
        migrations.AddConstraint(
            model_name="draft",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", KINDS)),
                name="definitions_draft_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="version",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", KINDS)),
                name="definitions_version_kind",
            ),
        ),
    ]
