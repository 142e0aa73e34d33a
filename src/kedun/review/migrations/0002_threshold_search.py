from typing import ClassVar

from django.db import migrations, models
from django.db.migrations.operations.base import Operation


class Migration(migrations.Migration):
    dependencies: ClassVar[list[tuple[str, str]]] = [("review", "0001_backtests")]
    operations: ClassVar[list[Operation]] = [
        migrations.AddField(model_name="backtest", name="search", field=models.JSONField(null=True)),
    ]
