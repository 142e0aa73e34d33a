"""Log-in: passwords, second factors, sessions, links by mail, and what storms of attempts meet."""

import re
from typing import Literal

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.test import TestCase

from kedun.accounts.models import Person
from kedun.accounts.people.actions import change_person
from kedun.accounts.people.queries import has_mfa
from kedun.accounts.queries import audit
from kedun.accounts.roles import Role
from tests.web.browser import PASSWORD, Browser
from tests.web.clients import Answer, client_for, client_of, person_of, stranger

pytestmark = pytest.mark.django_db
NEW_PASSWORD = "an even better staple"  # noqa: S105 - of people who live as long as a test


@pytest.fixture
def alice() -> Person:
    person = person_of("finance", name="Alice")
    person.set_password(PASSWORD)
    person.save()
    return person


def code_for(secret: str, *, wrong: bool = False) -> str:
    value = hotp_value(secret, next(iter(yield_hotp_counters_from_time())))
    return str(format_hotp_value((value + 1) % 1_000_000 if wrong else value))


def with_second_factor(person: Person) -> tuple[str, list[str]]:
    """Have a person use a second factor; gives its secret and the recovery codes."""
    browser = Browser()
    browser.log_in(person)
    secret = browser.visit("GET", "/account/authenticators/totp").json["meta"]["secret"]
    first = browser.visit("POST", "/account/authenticators/totp", {"code": code_for(secret)})
    assert first.status == 401  # the password is asked for again
    assert browser.visit("POST", "/auth/reauthenticate", {"password": PASSWORD}).status == 200
    added = browser.visit("POST", "/account/authenticators/totp", {"code": code_for(secret)})
    assert added.status == 200, added.json
    codes = browser.visit("GET", "/account/authenticators/recovery-codes").json["data"]["unused_codes"]
    browser.visit("DELETE", "/auth/session")
    return secret, codes


def test_a_person_logs_in_and_out(alice: Person) -> None:
    browser = Browser()
    assert browser.get("/me").status == 401
    assert browser.log_in(alice).status == 200
    assert browser.get("/me").json["name"] == "Alice"
    assert browser.visit("DELETE", "/auth/session").status == 401  # as the specification of allauth says it
    assert browser.get("/me").status == 401
    assert [row.verb for row in audit(subject=f"person:{alice.pk}")][:2] == ["logout", "login"]


def test_capital_letters_in_the_address_do_not_matter(alice: Person) -> None:
    assert Browser().log_in(alice.email.upper()).status == 200


@pytest.mark.parametrize("email", ["", "nobody@example.com"], ids=["a known address", "an unknown address"])
def test_a_wrong_password_tells_nothing_of_who_exists(alice: Person, email: str) -> None:
    told = Browser().log_in(email or alice.email, "wrong")
    assert (told.status, told.json["errors"][0]["code"]) == (400, "email_password_mismatch")
    assert audit()[0].verb == "login.failed"


def test_a_storm_of_passwords_is_stopped_for_its_account(alice: Person) -> None:
    browser, bob = Browser(), person_of("sales")
    bob.set_password(PASSWORD)
    bob.save()
    told = [browser.log_in(alice, f"guess {number}").status for number in range(11)]
    assert told == [400] * 10 + [429]
    right = Browser(address="10.0.0.9").log_in(alice)
    assert right.status == 429
    assert int(right.headers["Retry-After"]) > 0
    assert Browser(address="10.0.0.9").log_in(bob).status == 200


def test_another_host_name_begins_no_new_count(alice: Person) -> None:
    for number in range(10):
        Browser().log_in(alice, f"guess {number}")
    browser = Browser()
    browser.client.defaults["SERVER_NAME"] = "localhost"
    assert browser.log_in(alice).status == 429


def test_a_storm_over_many_accounts_is_stopped_for_its_address() -> None:
    browser = Browser(address="10.0.0.66")
    told = [browser.log_in(f"nobody{number}@example.com", "guess").status for number in range(31)]
    assert told == [400] * 30 + [429]


def test_a_forged_forwarding_header_begins_no_new_count(alice: Person) -> None:
    browser = Browser(address="10.0.0.67")
    for number in range(30):
        browser.client.defaults["HTTP_X_FORWARDED_FOR"] = f"10.1.1.{number}"
        browser.log_in(f"nobody{number}@example.com", "guess")
    assert browser.log_in(alice).status == 429


def test_a_second_factor_is_asked_for(alice: Person) -> None:
    secret, _ = with_second_factor(alice)
    browser = Browser()
    told = browser.log_in(alice)
    assert (told.status, pending(told)) == (401, ["mfa_authenticate"])
    assert browser.get("/me").status == 401
    wrong = browser.visit("POST", "/auth/2fa/authenticate", {"code": code_for(secret, wrong=True)})
    assert (wrong.status, wrong.json["errors"][0]["code"]) == (400, "incorrect_code")
    assert browser.visit("POST", "/auth/2fa/authenticate", {"code": code_for(secret)}).status == 200
    assert browser.get("/me").json["mfa"] is True


def pending(told: Answer) -> list[str]:
    return [flow["id"] for flow in told.json["data"]["flows"] if flow.get("is_pending")]


def test_a_recovery_code_works_once(alice: Person) -> None:
    _, codes = with_second_factor(alice)
    for expected in (200, 400):
        browser = Browser()
        browser.log_in(alice)
        assert browser.visit("POST", "/auth/2fa/authenticate", {"code": codes[0]}).status == expected


def test_a_lost_second_factor_is_taken_away_by_an_administrator(alice: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEDUN_SMTP_URL", "smtp://127.0.0.1:9")
    secret, _ = with_second_factor(alice)
    at_home = Browser()
    at_home.log_in(alice)
    at_home.visit("POST", "/auth/2fa/authenticate", {"code": code_for(secret)})
    assert at_home.get("/me").status == 200
    path = f"/people/{alice.pk}/second-factor"
    with TestCase.captureOnCommitCallbacks(execute=True):
        assert client_of("administrator").delete(path).status == 204
    assert at_home.get("/me").status == 401
    assert Browser().log_in(alice).status == 200
    assert (mail.outbox[0].to, "两步验证已被重置" in mail.outbox[0].subject) == ([alice.email], True)
    assert "person.reset_mfa" in [row.verb for row in audit(subject=f"person:{alice.pk}")]
    again = client_of("administrator").delete(path)
    assert (again.status, again.json["code"]) == (409, "no_second_factor")


@pytest.mark.parametrize(
    ("who", "status"), [("stranger", 401), ("finance", 403), ("credit_manager", 403), ("auditor", 403)]
)
def test_nobody_else_takes_a_second_factor_away(alice: Person, who: Role | Literal["stranger"], status: int) -> None:
    with_second_factor(alice)
    client = stranger() if who == "stranger" else client_of(who)
    assert client.delete(f"/people/{alice.pk}/second-factor").status == status
    assert has_mfa(alice)


def test_nobody_takes_the_own_second_factor_away_unasked() -> None:
    boss = person_of("administrator")
    boss.set_password(PASSWORD)
    boss.save()
    with_second_factor(boss)
    told = client_for(boss).delete(f"/people/{boss.pk}/second-factor")
    assert (told.status, told.json["code"], has_mfa(boss)) == (403, "own_second_factor", True)


def test_a_storm_of_codes_is_stopped(alice: Person) -> None:
    secret, _ = with_second_factor(alice)
    browser = Browser()
    browser.log_in(alice)
    guesses = [
        browser.visit("POST", "/auth/2fa/authenticate", {"code": code_for(secret, wrong=True)}) for _ in range(11)
    ]
    assert [each.json["errors"][0]["code"] for each in guesses[:10]] == ["incorrect_code"] * 10
    assert guesses[10].status in (400, 429)
    assert browser.visit("POST", "/auth/2fa/authenticate", {"code": code_for(secret)}).status != 200
    assert browser.get("/me").status == 401


def test_sessions_are_listed_and_ended(alice: Person) -> None:
    at_home, at_work = Browser(), Browser()
    at_home.log_in(alice)
    at_work.log_in(alice)
    sessions = at_work.visit("GET", "/auth/sessions").json["data"]
    other = [each["id"] for each in sessions if not each["is_current"]]
    assert len(sessions) == 2
    assert at_work.visit("DELETE", "/auth/sessions", {"sessions": other}).status == 200
    assert (at_home.get("/me").status, at_work.get("/me").status) == (401, 200)
    assert audit(subject=f"person:{alice.pk}")[0].verb == "session.end"


def test_sessions_of_others_cannot_be_ended(alice: Person) -> None:
    bob = person_of("sales")
    bob.set_password(PASSWORD)
    bob.save()
    hers, his = Browser(), Browser()
    hers.log_in(alice)
    his.log_in(bob)
    foreign = hers.visit("GET", "/auth/sessions").json["data"][0]["id"]
    assert his.visit("DELETE", "/auth/sessions", {"sessions": [foreign]}).status == 400
    assert hers.get("/me").status == 200


def link_of(text: str) -> str:
    found = re.search(r"\?reset=(\S+)", text)
    assert found, text
    return found[1]


def test_a_forgotten_password_is_set_by_a_mailed_link_that_works_once(alice: Person) -> None:
    browser, elsewhere = Browser(), Browser()
    elsewhere.log_in(alice)
    assert browser.visit("POST", "/auth/password/request", {"email": alice.email}).status == 200
    assert "Alice" in mail.outbox[0].body
    key = link_of(str(mail.outbox[0].body))
    weak = browser.visit("POST", "/auth/password/reset", {"key": key, "password": "password12"})
    assert weak.status == 400
    assert browser.visit("POST", "/auth/password/reset", {"key": key, "password": NEW_PASSWORD}).status in (200, 401)
    assert browser.visit("POST", "/auth/password/reset", {"key": key, "password": PASSWORD}).status == 400
    assert elsewhere.get("/me").status == 401
    assert (Browser().log_in(alice).status, Browser().log_in(alice, NEW_PASSWORD).status) == (400, 200)


def test_asking_for_a_link_tells_nothing_of_who_exists() -> None:
    assert Browser().visit("POST", "/auth/password/request", {"email": "nobody@example.com"}).status == 200
    assert mail.outbox == []


def test_a_disabled_person_is_out_at_once(alice: Person) -> None:
    browser = Browser()
    browser.log_in(alice)
    change_person("test", alice.pk, {"is_active": False})
    assert browser.get("/me").status == 401
    assert Browser().log_in(alice).status != 200


def test_a_changed_role_counts_from_the_next_request(alice: Person) -> None:
    client = client_for(alice)
    assert client.get("/audit").status == 403
    change_person("test", alice.pk, {"role": "auditor"})
    assert client.get("/audit").status == 200


def test_an_old_address_no_longer_logs_in(alice: Person) -> None:
    old = alice.email
    change_person("test", alice.pk, {"email": "alice@elsewhere.example"})
    assert Browser().log_in(old).status == 400
    assert Browser().log_in("alice@elsewhere.example").status == 200


@pytest.mark.parametrize("path", ["/auth/signup", "/account/email", "/account/phone", "/auth/email/verify"])
def test_nobody_signs_up_or_moves_in(path: str) -> None:
    told = Browser().visit("POST", path, {"email": "eve@example.com", "password": NEW_PASSWORD})
    assert (told.status, told.json["code"]) == (404, "no_such_address")


def test_a_huge_body_is_refused_before_log_in_reads_it() -> None:
    told = Browser().log_in("a@example.com", "x" * 70_000)
    assert (told.status, told.json["code"]) == (413, "body_too_large")


@pytest.mark.parametrize(
    "body", [{"email": "a\0b@example.com", "password": "x\0y"}, {"email": ["a"], "password": {}}, {}]
)
def test_odd_bodies_are_refused(body: dict[str, object]) -> None:
    assert Browser().visit("POST", "/auth/login", body).status == 400


def test_writing_without_a_csrf_token_is_refused(alice: Person) -> None:
    browser = Browser()
    browser.log_in(alice)
    assert browser.patch("/me", {"language": "en"}).status == 200
    told = browser.patch("/me", {"language": "zh"}, X_CSRFToken="forged")
    assert (told.status, told.json["code"]) == (403, "csrf_missing")
