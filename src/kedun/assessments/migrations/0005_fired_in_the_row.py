from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("assessments", "0004_grades"),
    ]

    operations = [
        # What is counted over the whole book lies in the row; rows that there are follow when they are assessed again.
        migrations.RunSQL(
            "ALTER TABLE assessments_assessment ALTER COLUMN fired SET STORAGE MAIN",
            "ALTER TABLE assessments_assessment ALTER COLUMN fired SET STORAGE EXTENDED",
        ),
    ]
