from typing import Any

from django.db import migrations, models
from django.db.models import F, Max, Q


def rename(apps: Any, schema_editor: Any) -> None:
    """Bring rows under other keys than their kind together with those of the document, so that none is lost.

    Of a kind there is one document; what was in force stays in force.
    """
    versions, drafts = apps.get_model("definitions", "Version"), apps.get_model("definitions", "Draft")
    kinds = list(versions.objects.exclude(key=F("kind")).values_list("kind", flat=True).distinct())
    if kinds:
        schema_editor.execute("ALTER TABLE definitions_version DISABLE TRIGGER definitions_version_immutable")
        for kind in kinds:
            _bring_together(versions, kind)
        schema_editor.execute("ALTER TABLE definitions_version ENABLE TRIGGER definitions_version_immutable")
    for draft in drafts.objects.exclude(key=F("kind")).order_by("pk"):
        _keep_draft(apps, draft)
    schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # or the table cannot be altered in this transaction


def _bring_together(versions: Any, kind: str) -> None:
    """Number rows of other keys after those of the document, each marked with the key and number that it had.

    Numbers of the document stay, since scores and alerts point to them. Of several keys the first in the alphabet was
    what counted: when its text is not the last by then, it is put on top once more.
    """
    rows = versions.objects.filter(kind=kind)
    counted = rows.order_by("key", "-version").first()
    last = rows.filter(key=kind).aggregate(last=Max("version"))["last"] or 0
    others = list(rows.exclude(key=kind).order_by("created_at", "pk"))
    for number, row in enumerate(others, last + 1):
        row.reason = f"[{row.key} v{row.version}] {row.reason}".strip()
        row.key, row.version = kind, number
        row.save(update_fields=["key", "version", "reason"])
    if others[-1].pk != counted.pk:
        counted.pk, counted.key, counted.version = None, kind, last + len(others) + 1
        counted.save(force_insert=True)


def _keep_draft(apps: Any, draft: Any) -> None:
    """Keep a draft of another key as a change of its own where its change has a draft of the document, else in its place."""
    drafts, changes = apps.get_model("definitions", "Draft"), apps.get_model("definitions", "ChangeSet")
    if drafts.objects.filter(change_set=draft.change_set_id, kind=draft.kind, key=draft.kind).exists():
        change = changes.objects.get(pk=draft.change_set_id)
        change.pk, change.title, change.state, change.request_id = (
            None,
            f"{change.title} [{draft.key}]"[:200],
            "draft",
            None,
        )
        change.published = {}
        change.save(force_insert=True)
        draft.change_set_id = change.pk
    draft.key, draft.base_version = draft.kind, 0
    draft.save()


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_people"),
        ("definitions", "0006_findings"),
    ]

    operations = [
        migrations.RunPython(rename, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="version",
            constraint=models.CheckConstraint(condition=Q(("key", F("kind"))), name="definitions_version_one_of_kind"),
        ),
        migrations.AddConstraint(
            model_name="draft",
            constraint=models.CheckConstraint(condition=Q(("key", F("kind"))), name="definitions_draft_one_of_kind"),
        ),
    ]
