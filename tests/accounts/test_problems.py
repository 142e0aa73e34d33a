"""How refusals are said over HTTP."""

import pytest

from kedun.accounts import problems, refusals
from kedun.accounts.field_words import field_error, field_errors
from kedun.kernel.refusals import Conflict, Forbidden, Invalid, NotFound, Refusal, Unavailable


@pytest.mark.parametrize(
    ("refusal", "status"),
    [
        (Invalid(), 422),
        (Forbidden(), 403),
        (NotFound(), 404),
        (Conflict(), 409),
        (Unavailable(), 503),
        (refusals.PersonNotFound(person_id=1), 404),
        (refusals.NotLoggedIn(), 401),
        (refusals.BadJson(reason="x"), 400),
        (refusals.BodyTooLarge(most=1), 413),
        (refusals.TooManyRequests(seconds=7), 429),
        (refusals.BrokeDown(id="1"), 500),
        (Refusal(), 422),
    ],
    ids=lambda value: value.code() if isinstance(value, Refusal) else str(value),
)
def test_the_status_is_that_of_the_refusal_or_of_its_base(refusal: Refusal, status: int) -> None:
    assert problems.status_of(refusal) == status


def test_the_document_says_everything_in_the_language_and_in_english() -> None:
    said = problems.document(refusals.BadFields([field_error("rows.3.amount", "missing")]), "zh")
    assert said == {
        "format": 1,
        "code": "bad_fields",
        "message": "部分字段无效：rows.3.amount。",
        "message_en": "Some fields are not valid: rows.3.amount.",
        "params": {"names": "rows.3.amount"},
        "fields": [{"field": "rows.3.amount", "code": "missing", "message": "必填"}],
    }


def test_the_headers_say_when_to_come_back_and_how_to_log_in() -> None:
    assert problems.headers(refusals.TooManyRequests(seconds=7)) == {"Retry-After": "7"}
    assert problems.headers(refusals.DatabaseAway()) == {"Retry-After": "5"}
    assert problems.headers(refusals.NotLoggedIn()) == {"WWW-Authenticate": "Bearer"}
    assert problems.headers(Conflict()) == {}


def test_findings_that_have_no_words_are_said_all_the_same() -> None:
    (said,) = field_errors([{"type": "something_new", "loc": ("body", "x", 1), "msg": "?"}], skipped=1)
    assert (said.field, said.code, said.words.zh) == ("x.1", "something_new", "无效")
    (whole,) = field_errors([{"type": "model_type", "loc": (), "ctx": {"class_name": "X"}}])
    assert (whole.field, whole.words.en) == ("body", "must be an object")
