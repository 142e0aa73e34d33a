"""Of files that were handed in, those stay that somebody still needs."""

from pathlib import Path

import pytest

from kedun.intake import actions, originals
from kedun.intake.models import Upload
from kedun.intake.outcome import Outcome
from kedun.intake.recognition import Stated
from kedun.intake.refusals import KindNotRecognised
from kedun.intake.request import Request
from kedun.kernel.clock import clock

pytestmark = pytest.mark.django_db
RAW = b"foo,bar\nC1,Acme\n"
STATED = Request(Stated("customer", {"foo": "external_id", "bar": "name"}))


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the file lies as long as it is kept."""
    monkeypatch.setenv("KEDUN_DATA", str(tmp_path))
    return originals.path_of(tmp_path, originals.sha256_of_bytes(RAW))


def imported(request: Request) -> Outcome:
    number = actions.register(RAW, file_name="ledger.csv", request=request, source="files", actor="alice")
    return actions.run_import(number)


def test_what_was_never_understood_is_not_kept_and_may_be_tried_again(kept: Path) -> None:
    with pytest.raises(KindNotRecognised):
        imported(Request())
    assert not kept.exists()
    assert imported(STATED).kind == "customer"
    with pytest.raises(KindNotRecognised):
        imported(Request())
    assert kept.read_bytes() == RAW, "another import was made of it"


def test_what_somebody_handed_in_to_look_at_is_kept(kept: Path) -> None:
    upload = {"id": "1" * 32, "file_name": "ledger.csv", "sha256": kept.name, "size": len(RAW), "actor": "alice"}
    Upload.objects.create(**upload, uploaded_at=clock().now())
    with pytest.raises(KindNotRecognised):
        imported(Request())
    assert kept.exists()
