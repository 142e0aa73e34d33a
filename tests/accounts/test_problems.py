"""How refusals are said over HTTP."""

import pytest

from kedun.accounts import problems, refusals
from kedun.accounts.field_words import field_error, field_errors, parameter_errors
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
    (said,) = field_errors([{"type": "something_new", "loc": ("x", 1), "msg": "?"}])
    assert (said.field, said.code, said.words.zh) == ("x.1", "something_new", "无效")
    (whole,) = field_errors([{"type": "model_type", "loc": (), "ctx": {"class_name": "X"}}])
    assert (whole.field, whole.words.en) == ("body", "must be an object")


@pytest.mark.parametrize(
    ("place", "named"),
    [
        (("rows", 3, "amount (CNY)", "constrained-str"), "rows.3.amount (CNY)"),
        (("policy", "literal['now','then']"), "policy"),
        (("members", 0, "function-after[check(), date]", "on"), "members.0.on"),
    ],
)
def test_a_field_of_a_body_is_named_without_the_words_of_the_validator(place: tuple[object, ...], named: str) -> None:
    (said,) = field_errors([{"type": "missing", "loc": place}])
    assert said.field == named


@pytest.mark.parametrize(
    ("place", "named"),
    [
        (("query", "query", "policy", "literal['now','then']"), "policy"),
        (("query", "query", "grade", 0), "grade"),
        (("query", "limit"), "limit"),
        (("query", "query"), "query"),
        (("path", "alert_id"), "alert_id"),
    ],
)
def test_a_parameter_is_named_as_it_is_sent(place: tuple[object, ...], named: str) -> None:
    (said,) = parameter_errors([{"type": "int_parsing", "loc": place}])
    assert said.field == named
