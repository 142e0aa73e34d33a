"""Customers that are one firm: who was merged into whom, which facts go back, and who was found to be different."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("facts", "0008_registry_and_court_records"),
    ]

    operations = [
        migrations.CreateModel(
            name="Merge",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("batch_id", models.BigIntegerField()),
                ("until_batch", models.BigIntegerField(null=True)),
                ("by", models.TextField()),
                ("at", models.DateTimeField()),
                ("reason", models.TextField()),
                ("ended_by", models.TextField(blank=True, default="")),
                ("ended_at", models.DateTimeField(null=True)),
                ("ended_reason", models.TextField(blank=True, default="")),
                (
                    "into",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="facts.customer",
                    ),
                ),
                (
                    "merged",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="facts.customer",
                    ),
                ),
            ],
            options={
                "db_table": "facts_merge",
            },
        ),
        migrations.CreateModel(
            name="MovedFact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.TextField()),
                ("fact_id", models.BigIntegerField()),
                (
                    "merge",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="facts.merge"
                    ),
                ),
            ],
            options={
                "db_table": "facts_moved_fact",
            },
        ),
        migrations.CreateModel(
            name="NotSame",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by", models.TextField()),
                ("at", models.DateTimeField()),
                ("reason", models.TextField()),
                (
                    "one",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="facts.customer",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="facts.customer",
                    ),
                ),
            ],
            options={
                "db_table": "facts_not_same",
            },
        ),
        migrations.AddIndex(
            model_name="merge",
            index=models.Index(fields=["merged"], name="facts_merge_merged"),
        ),
        migrations.AddIndex(
            model_name="merge",
            index=models.Index(fields=["into"], name="facts_merge_into"),
        ),
        migrations.AddConstraint(
            model_name="merge",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until_batch", None)), fields=("merged",), name="facts_merge_one_open"
            ),
        ),
        migrations.AddConstraint(
            model_name="merge",
            constraint=models.CheckConstraint(
                condition=models.Q(("merged", models.F("into")), _negated=True), name="facts_merge_two"
            ),
        ),
        migrations.AddConstraint(
            model_name="merge",
            constraint=models.CheckConstraint(
                condition=models.Q(("until_batch", None), ("until_batch__gt", models.F("batch_id")), _connector="OR"),
                name="facts_merge_batches",
            ),
        ),
        migrations.AddIndex(
            model_name="movedfact",
            index=models.Index(fields=["merge", "kind"], name="facts_moved_fact_merge"),
        ),
        migrations.AddConstraint(
            model_name="movedfact",
            constraint=models.UniqueConstraint(fields=("kind", "fact_id"), name="facts_moved_fact_one"),
        ),
        migrations.AddConstraint(
            model_name="notsame",
            constraint=models.UniqueConstraint(fields=("one", "other"), name="facts_not_same_once"),
        ),
        migrations.AddConstraint(
            model_name="notsame",
            constraint=models.CheckConstraint(
                condition=models.Q(("one__lt", models.F("other"))), name="facts_not_same_two"
            ),
        ),
    ]
