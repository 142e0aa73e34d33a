"""What the registry and the courts say: licence, paid-in capital, former names, case numbers, registry changes."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("facts", "0007_groups_and_book"),
    ]

    operations = [
        migrations.CreateModel(
            name="FirmChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("source", models.TextField()),
                ("external_id", models.TextField()),
                ("legal_entity", models.TextField(default="main")),
                ("item", models.TextField(blank=True, default="")),
                ("changed_on", models.IntegerField()),
                ("reported_on", models.IntegerField(blank=True, null=True)),
                ("is_retracted", models.BooleanField(default=False)),
                ("known_from_batch", models.BigIntegerField()),
            ],
            options={
                "db_table": "facts_firm_change",
            },
        ),
        migrations.CreateModel(
            name="FirmChangeHistory",
            fields=[
                ("customer_id", models.BigIntegerField()),
                ("version_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("id", models.BigIntegerField()),
                ("source", models.TextField()),
                ("external_id", models.TextField()),
                ("legal_entity", models.TextField(default="main")),
                ("item", models.TextField(blank=True, default="")),
                ("changed_on", models.IntegerField()),
                ("reported_on", models.IntegerField(blank=True, null=True)),
                ("is_retracted", models.BooleanField(default=False)),
                ("known_from_batch", models.BigIntegerField()),
                ("known_to_batch", models.BigIntegerField()),
            ],
            options={
                "db_table": "facts_firm_change_history",
            },
        ),
        migrations.RemoveConstraint(
            model_name="legalevent",
            name="facts_legal_event_event_type",
        ),
        migrations.RemoveConstraint(
            model_name="legalevent",
            name="facts_legal_event_role",
        ),
        migrations.AddField(
            model_name="customer",
            name="former_names",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.AddField(
            model_name="customer",
            name="licence_ends_on",
            field=models.IntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="customer",
            name="paid_in_capital_minor",
            field=models.BigIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="customer",
            name="paid_in_capital_reporting_minor",
            field=models.BigIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="customerhistory",
            name="former_names",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.AddField(
            model_name="customerhistory",
            name="licence_ends_on",
            field=models.IntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="customerhistory",
            name="paid_in_capital_minor",
            field=models.BigIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="customerhistory",
            name="paid_in_capital_reporting_minor",
            field=models.BigIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="legalevent",
            name="case_no",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.AddField(
            model_name="legalevent",
            name="case_status",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.AddField(
            model_name="legaleventhistory",
            name="case_no",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.AddField(
            model_name="legaleventhistory",
            name="case_status",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.AddConstraint(
            model_name="customer",
            constraint=models.CheckConstraint(
                condition=models.Q(("paid_in_capital_minor__range", (-10000000000000, 10000000000000))),
                name="facts_customer_paid_in_capital_minor",
            ),
        ),
        migrations.AddConstraint(
            model_name="customer",
            constraint=models.CheckConstraint(
                condition=models.Q(("licence_ends_on__range", (-25567, 84005))), name="facts_customer_licence_ends_on"
            ),
        ),
        migrations.AddConstraint(
            model_name="legalevent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "event_type__in",
                        (
                            "lawsuit",
                            "enforcement",
                            "dishonest_debtor",
                            "spending_restriction",
                            "ended_enforcement",
                            "abnormal_operation",
                            "serious_violation",
                            "penalty",
                            "tax_arrears",
                            "equity_freeze",
                            "equity_pledge",
                            "bankruptcy",
                            "liquidation",
                        ),
                    )
                ),
                name="facts_legal_event_event_type",
            ),
        ),
        migrations.AddField(
            model_name="firmchange",
            name="customer",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="facts.customer"
            ),
        ),
        migrations.AddIndex(
            model_name="firmchangehistory",
            index=models.Index(fields=["customer_id"], name="facts_firm_change_h_customer"),
        ),
        migrations.AddIndex(
            model_name="firmchangehistory",
            index=models.Index(fields=["id"], name="facts_firm_change_h_id"),
        ),
        migrations.AddIndex(
            model_name="firmchange",
            index=models.Index(fields=["customer"], name="facts_firm_change_customer"),
        ),
        migrations.AddConstraint(
            model_name="firmchange",
            constraint=models.UniqueConstraint(fields=("source", "external_id"), name="facts_firm_change_key"),
        ),
        migrations.AddConstraint(
            model_name="firmchange",
            constraint=models.CheckConstraint(
                condition=models.Q(("changed_on__range", (-25567, 84005))), name="facts_firm_change_changed_on"
            ),
        ),
    ]
