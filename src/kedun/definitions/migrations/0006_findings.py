from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("definitions", "0005_strategies_plans_letters"),
    ]

    operations = [
        migrations.AddField(
            model_name="changeset",
            name="findings",
            field=models.JSONField(default=list),
        ),
    ]
