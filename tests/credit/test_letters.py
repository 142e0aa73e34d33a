"""Letters: every ready one filled word by word, blanks where nothing is known, and nothing told that may not be."""

from copy import deepcopy
from dataclasses import replace
from datetime import date
from typing import Any, cast

import pytest

from kedun.credit.documents import readable
from kedun.credit.letters import (
    BLANK,
    PLACEHOLDERS,
    BraceAlone,
    PlaceholderUnknown,
    fill,
    offered,
    read_letters,
    way_back_letter,
)
from kedun.credit.strategies import Chosen, Strategy, holding
from kedun.definitions.documents import read
from kedun.indicators.definition import Label
from kedun.kernel.words import Words
from kedun.portfolio.strategy.told import MOST_NAMED, Known, OpenInvoice, hidden, values
from kedun.portfolio.wayback.words import numbered
from tests.case_files import load
from tests.house import ROOT

BODY = cast("dict[str, Any]", read((ROOT / "starter" / "letters.yaml").read_text(encoding="utf-8")))
LETTERS = read_letters(BODY)
CASES = load("letters.yaml")
MEASURES = Strategy(
    label=Label("策略", "strategy"), terms_days=30, deposit_percent=30, delivery="deposit_first", visit_days=9
)
KNOWN = Known(
    name="华丰贸易",
    code="KH0001",
    company="客盾示例",
    owner="王伟",
    today=date(2026, 11, 20),
    reply_by=date(2026, 12, 4),
    currency="CNY",
    receivable_minor=1_250_050,
    overdue_minor=800_000,
    overdue_days=45,
    credit_limit_minor=2_000_000,
    invoices=(OpenInvoice("F-1", "2026-10-06", "CNY 5,000.00"), OpenInvoice("F-2/2", "2026-11-01", "CNY 3,000.00")),
    count=2,
    terms=holding((Chosen("quadrant", "key_watch", MEASURES),)),
)
UNKNOWN = Known(
    name="", code="KH0001", company="", owner=None, today=date(2026, 11, 20), reply_by=date(2026, 12, 4), currency="CNY",
    receivable_minor=None, overdue_minor=None, overdue_days=None, credit_limit_minor=None, invoices=(), count=0, terms=(),
)  # fmt: skip
PAYMENTS = [
    Words("发票 F-1，到期日 2026-10-06，金额 CNY 5,000.00，请于 2026-12-04 前付清", "Invoice F-1"),
    Words("发票 F-2/2，到期日 2026-11-01，金额 CNY 3,000.00，请于 2026-12-04 前付清", "Invoice F-2/2"),
]


def same(text: str) -> Words:
    return Words(text, text)


WAY_BACK = {
    "payments": numbered(PAYMENTS),
    "payments_total": same("CNY 8,000.00"),
    "review_on": same("2026-12-04"),
    "score_now": same("52"),
    "score_then": same("63"),
}


@pytest.mark.parametrize("key", CASES)
def test_a_letter_is_filled_as_written_by_hand(key: str) -> None:
    for filled in fill(LETTERS.letters[key], {**values(KNOWN), **WAY_BACK}):
        said = CASES[key][filled.language]
        assert filled.subject == said["subject"]
        assert [line for line in said["lines"] if line not in filled.text.splitlines()] == []
        assert filled.missing == ()
        assert "{" not in filled.text


def test_every_ready_letter_has_a_case() -> None:
    assert CASES.keys() == LETTERS.letters.keys()


def test_the_ready_letters_tell_only_what_they_may() -> None:
    readable({"letters": BODY}, 0)


def test_every_placeholder_is_known_and_said() -> None:
    assert set(values(KNOWN)) == set(offered("general"))
    assert set(WAY_BACK) | set(values(KNOWN)) == set(PLACEHOLDERS)
    assert all(values(KNOWN).values())


def test_what_is_not_known_is_left_blank_and_named() -> None:
    for filled in fill(LETTERS.letters["payment_reminder"], values(UNKNOWN)):
        assert filled.missing == ("company", "customer", "overdue", "overdue_invoices", "owner")
        assert BLANK in filled.text
        assert "2026-12-04" in filled.text


def test_a_letter_names_so_many_invoices_and_counts_the_rest() -> None:
    invoices = tuple(OpenInvoice(f"F{number}", "2026-01-01", "CNY 1.00") for number in range(MOST_NAMED))
    told = values(replace(KNOWN, invoices=invoices, count=53))
    listed = told["overdue_invoices"]
    assert listed is not None
    assert "另有 3 张" in listed.zh
    assert "3 more" in listed.en
    payments = numbered([Words(f"发票 F{number}", f"Invoice F{number}") for number in range(MOST_NAMED + 3)])
    for text, more in ((payments.zh, "另有 3 项"), (payments.en, "3 more")):
        assert more in text
        assert f"F{MOST_NAMED - 1}" in text
        assert f"F{MOST_NAMED}" not in text


def test_names_hide_every_letter_and_amounts_those_that_name_some() -> None:
    reminder, care = LETTERS.letters["payment_reminder"], LETTERS.letters["care"]
    assert [hidden(each, frozenset({"amounts"})) for each in (reminder, care)] == [True, False]
    assert [hidden(each, frozenset({"names"})) for each in (reminder, care)] == [True, True]
    assert not hidden(reminder, frozenset({"contacts"}))


@pytest.mark.parametrize(
    ("key", "place"),
    [
        pytest.param("care", "grade", id="what there is not"),
        pytest.param("care", "score_now", id="a score outside a way back"),
        pytest.param("way_back", "overdue", id="a general one in a way back"),
    ],
)
def test_a_letter_tells_only_what_it_may(key: str, place: str) -> None:
    body = deepcopy(BODY)
    body["letters"][key]["body"]["en"] += f"{{{place}}}"
    with pytest.raises(PlaceholderUnknown) as refused:
        readable({"letters": body}, 0)
    assert (refused.value.params["letter"], refused.value.params["place"]) == (key, place)


@pytest.mark.parametrize("text", ["{customer", "customer}", "{}", "{{customer}}", "a { b\n} c"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_brace_alone_is_refused_in_words(language: str, text: str) -> None:
    body = deepcopy(BODY)
    body["letters"]["care"]["body"][language] += f"\n{text}"
    with pytest.raises(BraceAlone) as refused:
        readable({"letters": body}, 0)
    assert text.splitlines()[0] in refused.value.say("en")
    assert "{customer}" in refused.value.say("zh")


def test_the_letter_of_a_way_back_names_a_score_only_where_it_is_wanted() -> None:
    plain, scored = (way_back_letter(LETTERS, names_score=wanted) for wanted in (False, True))
    assert plain is not None
    assert scored is not None
    assert (plain[0], scored[0]) == ("way_back", "way_back_with_score")
    body = {"letters": {"care": BODY["letters"]["care"]}}
    assert way_back_letter(read_letters(body), names_score=True) is None
