"""Whatever is sent, the answer is a problem document that says what is wrong: never a crash, never silence."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import DataError, InterfaceError, OperationalError
from django.test import Client

from kedun.accounts.door import api as door
from kedun.accounts.models import Answer as KeptAnswer
from kedun.accounts.models import Audit, Team
from kedun.accounts.pace import Buckets, Pace
from kedun.accounts.store import forget_old
from kedun.kernel.clock import clock
from tests.web.clients import Answer, ApiClient, client_of, key_client

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator() -> ApiClient:
    return client_of("administrator")


def sent(
    client: ApiClient, body: bytes | str, *, content_type: str = "application/json", path: str = "/teams"
) -> Answer:
    raw = body.encode() if isinstance(body, str) else body
    return client._told(client.client.post(f"/api/v1{path}", data=raw, content_type=content_type))


def is_problem(answer: Answer) -> bool:
    said = answer.json
    return (
        answer.headers["Content-Type"] == "application/problem+json"
        and said["format"] == 1
        and set(said) == {"format", "code", "message", "message_en", "params", "fields"}
    )


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        pytest.param("", 422, "bad_fields", id="no body"),
        pytest.param("{", 400, "bad_json", id="half a document"),
        pytest.param('{"name": NaN}', 400, "bad_json", id="NaN"),
        pytest.param('{"name": -Infinity}', 400, "bad_json", id="infinity"),
        pytest.param(b'{"name": "\xff"}', 400, "bad_json", id="not UTF-8"),
        pytest.param(b'{"name": "\xed\xa0\x80"}', 400, "bad_json", id="half a surrogate pair, as bytes"),
        pytest.param('{"name": "a\0b"}', 400, "bad_json", id="a raw NUL"),
        pytest.param(r'{"name": "a\u0000b"}', 400, "bad_json", id="an escaped NUL"),
        pytest.param(r'{"name": "\ud800"}', 400, "bad_json", id="an escaped half of a surrogate pair"),
        pytest.param(r'{"a\u0000": 1}', 400, "bad_json", id="a NUL in a name"),
        pytest.param("[" * 100_000, 400, "bad_json", id="nested a hundred thousand deep"),
        pytest.param("[" * 40 + "]" * 40, 400, "bad_json", id="nested forty deep"),
        pytest.param('{"name": ' + "9" * 5000 + "}", 400, "bad_json", id="a number without end"),
        pytest.param("[]", 422, "bad_fields", id="a list"),
        pytest.param('"text"', 422, "bad_fields", id="a text"),
        pytest.param('{"name": 1}', 422, "bad_fields", id="a number for a text"),
        pytest.param('{"name": "a", "lead_id": "1"}', 422, "bad_fields", id="a text for a number"),
        pytest.param('{"name": "a", "lead_id": true}', 422, "bad_fields", id="true for a number"),
        pytest.param('{"name": "a", "lead_id": 9223372036854775808}', 422, "bad_fields", id="a number too large"),
        pytest.param('{"name": "a", "is_admin": true}', 422, "bad_fields", id="an extra field"),
        pytest.param('{"name": "a", "members": [{"person_id": 1}]}', 422, "bad_fields", id="a missing field inside"),
        pytest.param('{"name": "%s"}' % ("x" * 201), 422, "bad_fields", id="a text too long"),
        pytest.param('{"name": ""}', 422, "bad_fields", id="a text too short"),
    ],
)
def test_bodies_that_are_refused(administrator: ApiClient, body: bytes | str, status: int, code: str) -> None:
    told = sent(administrator, body)
    assert (told.status, told.json["code"], is_problem(told)) == (status, code, True)
    assert not Team.objects.exists()


def test_an_escaped_pair_of_surrogates_is_one_character(administrator: ApiClient) -> None:
    assert sent(administrator, r'{"name": "\ud83d\ude00 \\u0000"}').status == 201
    assert Team.objects.get().name == "\N{GRINNING FACE} \\u0000"


def test_every_wrong_field_is_named_in_the_language_asked_for(administrator: ApiClient) -> None:
    body = {"name": "", "members": [{"person_id": 0, "from_day": "yesterday"}], "is_admin": True}
    told = administrator.post("/teams", body, Accept_Language="en").json["fields"]
    assert {each["field"]: each["message"] for each in told} == {
        "name": "at least 1 characters",
        "members.0.person_id": "must be at least 1",
        "members.0.from_day": "must be a day such as 2026-01-31",
        "is_admin": "unknown field",
    }
    assert all("\u4e00" <= each["message"][0] <= "\u9fff" for each in administrator.post("/teams", body).json["fields"])


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""]
)
def test_bodies_of_another_content_type_are_refused(administrator: ApiClient, kind: str) -> None:
    told = sent(administrator, '{"name": "a"}', content_type=kind)
    assert (told.status, told.json["code"]) == (415, "wrong_content_type")


def test_a_charset_may_be_stated(administrator: ApiClient) -> None:
    assert sent(administrator, '{"name": "a"}', content_type="application/json; charset=utf-8").status == 201


def test_a_body_beyond_the_limit_is_refused_unread(administrator: ApiClient) -> None:
    told = sent(administrator, b" " * (door.BODY_LIMIT + 1))
    assert (told.status, told.json["code"], told.json["params"]) == (413, "body_too_large", {"most": door.BODY_LIMIT})
    assert sent(administrator, b" " * (door.BODY_LIMIT - 15) + b'{"name": "a"}').status == 201


@pytest.mark.parametrize(
    ("query", "field"),
    [
        pytest.param({"wat": "1"}, "wat", id="an unknown parameter"),
        pytest.param({"limit": ["1", "2"]}, "limit", id="a parameter twice"),
        pytest.param({"subject": "a\0b"}, "subject", id="a NUL"),
        pytest.param({"limit": "0"}, "limit", id="below the limit"),
        pytest.param({"limit": "201"}, "limit", id="above the limit"),
        pytest.param({"limit": "ten"}, "limit", id="no number"),
        pytest.param({"subject": "x" * 201}, "subject", id="too long"),
    ],
)
def test_queries_that_are_refused(administrator: ApiClient, query: dict[str, Any], field: str) -> None:
    told = administrator.get("/audit", **query)
    assert (told.status, told.json["code"], [each["field"] for each in told.json["fields"]]) == (
        422,
        "bad_fields",
        [field],
    )


@pytest.mark.parametrize("cursor", ["x", "", "AAAA", "é", "A" * 2000])
def test_a_made_up_cursor_is_refused(administrator: ApiClient, cursor: str) -> None:
    told = administrator.get("/audit", cursor=cursor)
    assert (told.status, told.json.get("code")) == ((422, "bad_cursor") if cursor else (200, None))


def test_a_list_is_paged_to_its_end_and_a_cursor_belongs_to_its_list(administrator: ApiClient) -> None:
    for number in range(5):
        administrator.post("/teams", {"name": f"team {number}"})
    seen: list[int] = []
    cursor: dict[str, str] = {}
    while True:
        told = administrator.get("/audit", verb="team.add", limit=2, **cursor).json
        seen += [each["id"] for each in told["items"]]
        if told["next_cursor"] is None:
            break
        cursor = {"cursor": told["next_cursor"]}
    assert (len(seen), seen) == (5, sorted(seen, reverse=True))
    assert administrator.get("/audit", verb="person.add", **cursor).json["code"] == "bad_cursor"
    assert administrator.get("/access-log", **cursor).json["code"] == "bad_cursor"


@pytest.mark.parametrize(
    "path", ["/people/0", "/people/x", "/people/1.5", "/people/9223372036854775808", "/people/%00"]
)
def test_ids_that_cannot_be(administrator: ApiClient, path: str) -> None:
    told = administrator.get(path)
    assert (told.status, is_problem(told)) == (422, True)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        pytest.param("GET", "/api/v1/nothing", 404, id="an unknown address"),
        pytest.param("POST", "/api/v1/nothing", 404, id="writing to an unknown address"),
        pytest.param("GET", "/api/v2/me", 404, id="another version"),
        pytest.param("GET", "/api/v1/me/", 404, id="a slash too many"),
        pytest.param("POST", "/api/v1/me", 405, id="another method"),
        pytest.param("OPTIONS", "/api/v1/me", 405, id="a method nobody answers"),
        pytest.param("POST", "/customers", 405, id="writing to a page"),
    ],
)
def test_addresses_and_methods_that_are_not(method: str, path: str, status: int) -> None:
    response = Client(enforce_csrf_checks=True).generic(method, path)
    assert (response.status_code, response.headers["Content-Type"]) == (status, "application/problem+json")
    assert (status == 405) == ("Allow" in response.headers)


def test_too_many_requests_are_told_when_to_come_back(
    administrator: ApiClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "_buckets", Buckets(Pace(a_second=0.5, at_once=3)))
    told = [administrator.get("/me") for _ in range(4)]
    assert [each.status for each in told] == [200, 200, 200, 429]
    assert (told[3].json["code"], told[3].headers["Retry-After"]) == ("too_many_requests", "2")
    assert client_of("sales").get("/me").status == 200


class _Full(Exception):  # noqa: N818 - the database's own kind of error
    sqlstate = "53100"


def full_disk() -> OperationalError:
    error = OperationalError("could not extend file: No space left on device")
    error.__cause__ = _Full()
    return error


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        pytest.param(lambda: OperationalError("gone"), 503, "database_away", id="the database is away"),
        pytest.param(lambda: InterfaceError("closed"), 503, "database_away", id="the connection is closed"),
        pytest.param(full_disk, 503, "disk_is_full", id="the disk is full"),
        pytest.param(lambda: DataError("out of range"), 422, "unusable_value", id="a value does not fit"),
        pytest.param(lambda: ZeroDivisionError("ours"), 500, "broke_down", id="a fault of ours"),
    ],
)
def test_failures_inside_are_told_as_problems(
    administrator: ApiClient, monkeypatch: pytest.MonkeyPatch, error: Callable[[], Exception], status: int, code: str
) -> None:
    def fail(*_: object) -> None:
        raise error()

    monkeypatch.setattr("kedun.accounts.people.queries.everybody", fail)
    told = administrator.get("/people")
    assert (told.status, told.json["code"], is_problem(told)) == (status, code, True)
    assert ("Retry-After" in told.headers) == (status == 503)
    assert ("id" in told.json["params"]) == (status == 500)
    assert "ours" not in told.content.decode()


def test_failures_while_asking_who_it_is_are_told_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OperationalError("gone")

    monkeypatch.setattr(door, "key_of", fail)
    assert key_client().get("/teams").status == 503


# One effect per Idempotency-Key


def test_a_repeated_write_has_one_effect_and_the_same_answer(administrator: ApiClient) -> None:
    first, second = (administrator.post("/teams", {"name": "north"}, Idempotency_Key="a-1") for _ in range(2))
    assert (first.status, second.status, first.json) == (201, 201, second.json)
    assert Team.objects.count() == 1


def test_a_key_used_for_something_else_is_refused(administrator: ApiClient) -> None:
    administrator.post("/teams", {"name": "north"}, Idempotency_Key="a-1")
    told = administrator.post("/teams", {"name": "south"}, Idempotency_Key="a-1")
    assert (told.status, told.json["code"]) == (409, "key_used_otherwise")
    told = administrator.put("/settings/company", {"name": "x"}, Idempotency_Key="a-1")
    assert (told.status, told.json["code"]) == (409, "key_used_otherwise")


def test_keys_of_others_are_other_keys(administrator: ApiClient) -> None:
    administrator.post("/teams", {"name": "north"}, Idempotency_Key="a-1")
    assert client_of("administrator").post("/teams", {"name": "south"}, Idempotency_Key="a-1").status == 201


def test_a_refused_write_leaves_its_key_free(administrator: ApiClient) -> None:
    assert administrator.post("/teams", {"name": "north", "lead_id": 999}, Idempotency_Key="a-1").status == 404
    assert administrator.post("/teams", {"name": "north"}, Idempotency_Key="a-1").status == 201


def test_an_answer_with_a_secret_is_not_kept(administrator: ApiClient) -> None:
    body = {"name": "erp", "right": "writer"}
    secret = administrator.post("/api-keys", body, Idempotency_Key="a-1").json["secret"]
    again = administrator.post("/api-keys", body, Idempotency_Key="a-1")
    assert (again.status, again.json["code"]) == (409, "answer_not_kept")
    assert secret not in json.dumps(list(KeptAnswer.objects.values("content", "request_hash")))


@pytest.mark.parametrize("key", ["", "x" * 65, "a b", "ключ"])
def test_keys_of_another_form_are_refused(administrator: ApiClient, key: str) -> None:
    told = administrator.post("/teams", {"name": "north"}, Idempotency_Key=key)
    assert (told.status, told.json["code"]) == (422, "bad_idempotency_key")


def test_a_key_is_forgotten_after_a_day(administrator: ApiClient) -> None:
    administrator.post("/teams", {"name": "north"}, Idempotency_Key="a-1")
    KeptAnswer.objects.update(at=clock().now() - timedelta(hours=25))
    assert administrator.post("/teams", {"name": "south"}, Idempotency_Key="a-1").status == 201
    KeptAnswer.objects.update(at=clock().now() - timedelta(hours=25))
    assert (forget_old(at=clock().now()), KeptAnswer.objects.count()) == (1, 0)


# In whose language, and what is written down


@pytest.mark.parametrize(
    ("own", "accepted", "query", "spoken"),
    [
        ("zh", "", "", "zh"),
        ("en", "", "", "en"),
        ("zh", "en-GB,en;q=0.9", "", "en"),
        ("en", "fr, zh-CN;q=0.8", "", "zh"),
        ("zh", "en", "zh", "zh"),
        ("en", "fr", "", "en"),
    ],
)
def test_answers_are_in_the_language_asked_for(own: Any, accepted: str, query: str, spoken: str) -> None:
    client = client_of("sales", language=own)
    client.headers = {"Accept-Language": accepted}
    label = client.get("/me", **({"lang": query} if query else {})).json["role"]["label"]
    assert label == {"zh": "销售", "en": "Sales"}[spoken]


def test_every_write_leaves_an_audit_row_in_the_name_of_who_did_it(administrator: ApiClient) -> None:
    before = Audit.objects.count()
    administrator.post("/teams", {"name": "north"})
    row = Audit.objects.order_by("-id")[0]
    assert (Audit.objects.count() - before, row.actor, row.verb) == (1, f"person:{administrator.person.pk}", "team.add")


def test_facts_are_stored_once_per_key(administrator: ApiClient) -> None:
    body = {"source": "erp", "rows": [{"external_id": "K1", "name": "一号客户"}]}
    first, second = (administrator.put("/facts/customer", body, Idempotency_Key="delivery-1") for _ in range(2))
    assert (first.status, first.json["added"], second.json) == (200, 1, first.json)
    assert administrator.put("/facts/customer", body).json["unchanged"] == 1


def test_a_write_in_several_transactions_works_with_a_key_too(administrator: ApiClient) -> None:
    rows = [{"external_id": f"K{number}", "name": f"客户{number}"} for number in range(600)]
    told = administrator.put("/facts/customer", {"source": "erp", "rows": rows}, Idempotency_Key="delivery-2")
    assert (told.status, told.json["added"]) == (200, 600)


@pytest.mark.parametrize("stated", ["xx", "", "zh-CN"])
def test_a_language_that_nobody_speaks_is_named(administrator: ApiClient, stated: str) -> None:
    answer = administrator.get("/me", lang=stated)
    assert (answer.status, answer.json["code"]) == (422, "unknown_language")
    assert answer.json["params"] == {"stated": stated}
