"""Orders carry the size class of their amount; those already stored get theirs."""

from django.db import migrations, models

from kedun.facts.derive import size_class

_FILL = "UPDATE {table} SET size_class = {value} WHERE amount_reporting_minor > 0"


class Migration(migrations.Migration):
    dependencies = [
        ("facts", "0005_customers_listed"),
    ]

    operations = [
        migrations.AddField(model_name="order", name="size_class", field=models.IntegerField(blank=True, null=True)),
        migrations.AddField(
            model_name="orderhistory", name="size_class", field=models.IntegerField(blank=True, null=True)
        ),
        *(
            migrations.RunSQL(
                _FILL.format(table=table, value=size_class("amount_reporting_minor")), migrations.RunSQL.noop
            )
            for table in ("facts_order", "facts_order_history")
        ),
    ]
