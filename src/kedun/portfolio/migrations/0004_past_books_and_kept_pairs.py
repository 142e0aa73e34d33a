"""Books of past days that lists show, and pairs of customers that may be one firm, kept for the next who asks."""

import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("facts", "0009_merging_customers"),
        ("portfolio", "0003_movement_reports"),
    ]

    operations = [
        migrations.CreateModel(
            name="KeptPairs",
            fields=[
                ("state", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("pairs", models.JSONField()),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "db_table": "portfolio_kept_pairs",
            },
        ),
        migrations.CreateModel(
            name="PastBook",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("as_of", models.IntegerField()),
                ("known_batch", models.BigIntegerField()),
                ("policy_hash", models.CharField(max_length=64)),
                ("origin", models.TextField()),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "db_table": "portfolio_past_book",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("as_of", "known_batch", "policy_hash", "origin"), name="portfolio_past_book_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PastLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("as_of", models.IntegerField()),
                ("score", models.IntegerField(null=True)),
                ("low", models.IntegerField(null=True)),
                ("high", models.IntegerField(null=True)),
                ("coverage", models.FloatField(null=True)),
                ("standing_grade", models.TextField()),
                ("standing_since", models.IntegerField()),
                ("value_points", models.IntegerField(null=True)),
                ("value_tier", models.TextField()),
                ("quadrant", models.TextField()),
                ("receivable_minor", models.BigIntegerField(null=True)),
                ("overdue_minor", models.BigIntegerField(null=True)),
                ("due_unknown_minor", models.BigIntegerField(null=True)),
                ("overdue_1_30_minor", models.BigIntegerField(null=True)),
                ("overdue_31_60_minor", models.BigIntegerField(null=True)),
                ("overdue_61_90_minor", models.BigIntegerField(null=True)),
                ("overdue_over_90_minor", models.BigIntegerField(null=True)),
                ("overdue_days_max", models.BigIntegerField(null=True)),
                ("limit_utilisation", models.FloatField(null=True)),
                ("fired", models.JSONField()),
                (
                    "priority",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.comparison.Cast(
                            django.db.models.functions.comparison.Greatest(
                                django.db.models.functions.comparison.Least(
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.expressions.CombinedExpression(
                                            django.db.models.expressions.CombinedExpression(
                                                django.db.models.functions.comparison.Greatest(
                                                    django.db.models.functions.comparison.Coalesce(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("receivable_minor"),
                                                            models.DecimalField(decimal_places=4, max_digits=400),
                                                        ),
                                                        models.Value(0),
                                                    ),
                                                    models.Value(0),
                                                ),
                                                "*",
                                                django.db.models.functions.comparison.Cast(
                                                    django.db.models.expressions.CombinedExpression(
                                                        models.Value(10000),
                                                        "-",
                                                        django.db.models.functions.comparison.Coalesce(
                                                            models.F("score"),
                                                            django.db.models.expressions.CombinedExpression(
                                                                django.db.models.expressions.CombinedExpression(
                                                                    models.F("low"), "+", models.F("high")
                                                                ),
                                                                "/",
                                                                models.Value(2),
                                                            ),
                                                            models.Value(5000),
                                                        ),
                                                    ),
                                                    models.DecimalField(decimal_places=4, max_digits=400),
                                                ),
                                            ),
                                            "*",
                                            django.db.models.expressions.CombinedExpression(
                                                models.Value(5000),
                                                "+",
                                                django.db.models.functions.comparison.Coalesce(
                                                    models.F("value_points"), models.Value(5000)
                                                ),
                                            ),
                                        ),
                                        "/",
                                        models.Value(100000000),
                                    ),
                                    models.Value(9000000000000000000),
                                ),
                                models.Value(-9000000000000000000),
                            ),
                            models.BigIntegerField(),
                        ),
                        output_field=models.BigIntegerField(null=True),
                    ),
                ),
                (
                    "book",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="portfolio.pastbook",
                    ),
                ),
                (
                    "customer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="facts.customer"
                    ),
                ),
            ],
            options={
                "db_table": "portfolio_past_line",
                "constraints": [models.UniqueConstraint(fields=("book", "customer"), name="portfolio_past_line_once")],
            },
        ),
    ]
