"""The shell says whether the audit trail is what was written."""

import pytest

from kedun.accounts.chain import store
from kedun.cli.session import choices
from tests.accounts.test_chain import tampered, written
from tests.cli.conftest import Kedun

pytestmark = pytest.mark.django_db


def test_the_shell_says_whether_the_trail_holds(kedun: Kedun) -> None:
    row = written(3)[1]
    store.extend(everything=True)
    choices().data.mkdir(parents=True, exist_ok=True)
    assert kedun("audit", "verify", "--json").document() == {
        "format": 1,
        "holds": True,
        "links": 3,
        "anchors": 0,
        "unlinked": 0,
    }
    tampered("UPDATE accounts_audit SET verb = 'alert.reopen' WHERE id = %s", row)
    told = kedun("--lang", "en", "audit", "verify")
    assert (told.code, "a row was changed, at link 2" in told.err) == (3, True)
