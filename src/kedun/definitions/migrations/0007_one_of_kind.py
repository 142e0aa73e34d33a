from collections.abc import Sequence
from typing import Any

from django.db import migrations, models
from django.db.models import F, Q


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

    Numbers of the document stay, since scores and alerts point to them. On every day what counted was the newest version
    of the first key in the alphabet that had one by then, so keys are numbered from the last one that ever counted to
    the first, with the days they had; where one that the document replaced has a higher number now, the document's own
    rows follow it once more. What never counted is kept without a day: it is never in force.
    """
    rows = list(versions.objects.filter(kind=kind).order_by("key", "version"))
    counting = _counting(rows)
    last = max((row.version for row in rows if row.key == kind), default=0)
    never = sorted((row for row in rows if row.key not in counting), key=lambda row: (row.created_at, row.pk))
    for row in never:
        row.live_from = None
        row.save(update_fields=["live_from"])
    again = kind in counting[1:]
    following = [row for row in never if row.key != kind]
    for key in counting:
        following += [row for row in rows if row.key == key and (key != kind or again)]
    for number, row in enumerate(following, last + 1):
        if row.key == kind:
            row.pk, row.version = None, number
            row.save(force_insert=True)
            continue
        row.reason = f"[{row.key} v{row.version}] {row.reason}".strip()
        row.key, row.version = kind, number
        row.save(update_fields=["key", "version", "reason"])


def _counting(rows: Sequence[Any]) -> list[str]:
    """Give the keys of which a version was or will be in force on some day, from the last in the alphabet to the first."""
    days = {row.live_from for row in rows}
    return sorted({min(row.key for row in rows if row.live_from <= day) for day in days}, reverse=True)


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
        migrations.RemoveConstraint(model_name="version", name="definitions_version_live"),
        migrations.AddConstraint(
            model_name="version",
            constraint=models.CheckConstraint(condition=Q(("state", "live")), name="definitions_version_live"),
        ),
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
