"""The API's door: who gets in, and what everybody else is told."""

import pytest

from tests.web.clients import client_of, key_client, stranger


@pytest.mark.django_db
def test_a_person_sees_who_they_are() -> None:
    me = client_of("sales").get("/me")
    assert me.status == 200, me.json
    assert (me.json["role"], me.json["scope"]) == ({"code": "sales", "label": "销售"}, "people")


@pytest.mark.django_db
def test_a_stranger_is_told_to_log_in() -> None:
    told = stranger().get("/me")
    assert (told.status, told.json["code"]) == (401, "not_logged_in")


@pytest.mark.django_db
def test_a_key_is_nobody() -> None:
    told = key_client().get("/me")
    assert (told.status, told.json["code"]) == (403, "role_may_not")


@pytest.mark.django_db
def test_today_is_the_day_at_our_company(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEDUN_NOW", "2026-03-01T16:30:00+00:00")
    assert client_of("sales").get("/me").json["today"] == "2026-03-02"
