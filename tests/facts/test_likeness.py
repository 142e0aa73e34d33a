"""Which customers may be one firm, by what they have in common."""

import pytest

from kedun.facts.merging.likeness import (
    MOST_ALIKE,
    Alike,
    Firm,
    alike,
    organisation,
    plain_name,
    plain_number,
    plain_phone,
)

NUMBER, OTHER = "91110000600037341L", "913300006091230611"


@pytest.mark.parametrize(
    ("name", "other"),
    [
        pytest.param("上海宏达贸易有限公司", "上海宏达贸易有限责任公司", id="legal form"),
        pytest.param("上海宏达（集团）股份有限公司", "上海宏达(集团)有限公司", id="width of brackets"),
        pytest.param("ＡＢＣ Trading Co., Ltd.", "abc trading limited", id="width and case of letters"),
        pytest.param("宏达 贸易", "宏达贸易", id="spaces"),
    ],
)
def test_names_of_one_firm_have_one_form(name: str, other: str) -> None:
    assert plain_name(name) == plain_name(other)


@pytest.mark.parametrize(("name", "form"), [("公司", "公司"), ("A公司", "a公司"), ("", ""), ("上海分公司", "上海分")])
def test_a_name_keeps_something_to_tell_it_by(name: str, form: str) -> None:
    assert plain_name(name) == form


@pytest.mark.parametrize(
    ("number", "form"),
    [
        pytest.param(" 9111 0000 6000-3734-1l", NUMBER, id="spaces, hyphens, small letters"),
        pytest.param("９１１１００００６０００３７３４１Ｌ", NUMBER, id="full width"),
        pytest.param("91110000600037341X", "", id="wrong check character"),
        pytest.param("110000600037341", "110000600037341", id="old tax number"),
        pytest.param("000000000000000", "", id="filler"),
        pytest.param("", "", id="none"),
    ],
)
def test_numbers_have_one_form(number: str, form: str) -> None:
    assert plain_number(number) == form


def test_old_and_new_numbers_name_the_same_organisation() -> None:
    assert organisation(NUMBER) == organisation("110000600037341") == "600037341"


@pytest.mark.parametrize(
    ("phone", "form"),
    [
        ("+86 138-0013-8000", "13800138000"),
        ("0086 13800138000", "13800138000"),
        ("010-8888 6666", "01088886666"),
        ("110", ""),
    ],
)
def test_phones_have_one_form(phone: str, form: str) -> None:
    assert plain_phone(phone) == form


def test_what_says_most_stands_first_and_other_numbers_speak_against() -> None:
    firms = [
        Firm(6, "F", "甲", "91110000600037341X"),
        Firm(1, "A", "宏达有限公司", NUMBER, phones=("13800138000",)),
        Firm(2, "B", "宏达股份有限公司", NUMBER),
        Firm(3, "C", "宏达公司", OTHER),
        Firm(4, "D", "远方", "110000600037341", former_names="旧名；宏达"),
        Firm(5, "E", "别家", phones=("+86 13800138000", "1")),
    ]
    assert alike(firms) == [
        Alike(1, 2, ("registry_number", "name"), False),
        Alike(1, 4, ("tax_number", "former_name"), False),
        Alike(2, 4, ("tax_number", "former_name"), False),
        Alike(1, 5, ("phone",), False),
        Alike(1, 3, ("name",), True),
        Alike(2, 3, ("name",), True),
        Alike(3, 4, ("former_name",), True),
    ]


@pytest.mark.parametrize(("firms", "pairs"), [(MOST_ALIKE, MOST_ALIKE * (MOST_ALIKE - 1) // 2), (MOST_ALIKE + 1, 0)])
def test_what_very_many_share_says_nothing(firms: int, pairs: int) -> None:
    assert len(alike(Firm(each, str(each), "散户") for each in range(firms))) == pairs
