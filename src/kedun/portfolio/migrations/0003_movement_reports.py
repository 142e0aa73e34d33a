"""Monthly reports of who moved, kept for good."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("facts", "0008_registry_and_court_records"),
        ("portfolio", "0002_month_grades"),
    ]

    operations = [
        migrations.CreateModel(
            name="MovementReport",
            fields=[
                ("as_of", models.IntegerField(primary_key=True, serialize=False)),
                ("before", models.IntegerField()),
                ("known_batch", models.BigIntegerField()),
                ("policy_hash", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "db_table": "portfolio_movement_report",
            },
        ),
        migrations.CreateModel(
            name="MovementLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("grade_before", models.TextField()),
                ("grade", models.TextField()),
                ("score_before", models.IntegerField(null=True)),
                ("score", models.IntegerField(null=True)),
                ("receivable_before_minor", models.BigIntegerField(null=True)),
                ("receivable_minor", models.BigIntegerField(null=True)),
                ("overdue_before_minor", models.BigIntegerField(null=True)),
                ("overdue_minor", models.BigIntegerField(null=True)),
                (
                    "customer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="facts.customer"
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="portfolio.movementreport",
                    ),
                ),
            ],
            options={
                "db_table": "portfolio_movement_line",
                "constraints": [models.UniqueConstraint(fields=("report", "customer"), name="portfolio_movement_once")],
            },
        ),
    ]
