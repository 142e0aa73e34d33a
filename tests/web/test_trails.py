"""The trails speak in words: who acted, and on what."""

import re

import pytest

from kedun.accounts.trails.words import SUBJECTS, actor_said, subject_said
from kedun.kernel.words import Language
from tests import house
from tests.web.clients import client_of

WRITTEN = re.compile(r'subject=f?"([a-z_]+)')


@pytest.mark.parametrize(
    ("subject", "language", "said"),
    [
        pytest.param("customer:KH:1", "zh", "客户 KH:1", id="a key with a colon"),
        pytest.param("person:3", "en", "Person Alice", id="a person by name"),
        pytest.param("person:4", "en", "Person 4", id="a person who is gone"),
        pytest.param("alerts", "zh", "预警", id="no key"),
        pytest.param("comet:1", "zh", "comet:1", id="of another program"),
    ],
)
def test_a_subject_is_said_in_words(subject: str, language: Language, said: str) -> None:
    assert subject_said(subject, {"person:3": "Alice"}, language) == said


@pytest.mark.parametrize(
    ("actor", "said"), [("person:3", "Alice"), ("assessment", "自动评估"), ("", "系统"), ("comet", "comet")]
)
def test_whoever_acted_is_named(actor: str, said: str) -> None:
    assert actor_said(actor, {"person:3": "Alice"}, "zh") == said


def test_every_subject_that_is_written_has_a_word() -> None:
    written = {
        kind for path in house.SOURCE.rglob("*.py") for kind in WRITTEN.findall(path.read_text(encoding="utf-8"))
    }
    assert {"customer", "person"} < written
    assert written <= SUBJECTS.keys()


@pytest.mark.django_db
def test_the_audit_names_the_people_it_is_about() -> None:
    administrator = client_of("administrator")
    person = administrator.post("/people", {"email": "alice@example.com", "name": "Alice", "role": "sales"}).json[
        "person"
    ]
    (line,) = administrator.get("/audit", subject=f"person:{person['id']}", verb="person.add", lang="en").json["items"]
    assert (line["actor"]["name"], line["about"]) == (administrator.person.name, "Person Alice")
