"""Amounts and whole numbers: separators, signs, units, currencies, and what is no number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kedun.intake.numbers import AmountStyle, amount_reader, amount_style, integer_reader, written_currency
from kedun.intake.rejects import Fault

COMMA = AmountStyle(has_comma_decimals=True)
BAD = Fault("invalid_amount")


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        pytest.param("94.0", 9400, id="plain"),
        pytest.param("-12.50", -1250, id="negative"),
        pytest.param("0", 0, id="zero"),
        pytest.param("-", None, id="a dash says nothing"),
        pytest.param("N/A", None, id="not available"),
        pytest.param("1,234,567.89", 123456789, id="thousands"),
        pytest.param("1,234", 123400, id="thousands without decimals"),
        pytest.param("12,3456.78", 12345678, id="groups of four"),
        pytest.param("1 234.50", 123450, id="thousands by spaces"),
        pytest.param("1'234.50", 123450, id="thousands in Swiss style"),
        pytest.param("１，２３４．５０", 123450, id="full-width"),
        pytest.param("¥1,234.50", 123450, id="a yuan sign"),
        pytest.param("￥1234.5", 123450, id="a full-width yuan sign"),
        pytest.param("人民币 1234.50 元", 123450, id="in words, both sides"),
        pytest.param("1234.50元", 123450, id="yuan behind"),
        pytest.param("RMB 1,234.50", 123450, id="RMB"),
        pytest.param("CNY1234.50", 123450, id="a code in front"),
        pytest.param("1234.50 CNY", 123450, id="a code behind"),
        pytest.param("(1,234.50)", -123450, id="brackets are negative"),
        pytest.param("（1234.50）", -123450, id="full-width brackets"),
        pytest.param("-¥100", -10000, id="minus before the sign"),
        pytest.param("¥-100", -10000, id="minus behind the sign"),
        pytest.param("100-", -10000, id="minus behind"),
        pytest.param("+100", 10000, id="plus"),
        pytest.param("−100", -10000, id="a typographic minus"),
        pytest.param("12.5万", 12500000, id="ten thousands"),
        pytest.param("12.5万元", 12500000, id="ten thousands of yuan"),
        pytest.param("1.2345亿", 12345000000, id="hundred millions"),
        pytest.param("100.5000", 10050, id="further decimals that are zero"),
        pytest.param(".5", 50, id="without a leading zero"),
        pytest.param("5.", 500, id="without decimals behind the point"),
        pytest.param("1.005", Fault("too_many_decimals", {"currency": "CNY", "digits": 2}), id="a tenth of a cent"),
        pytest.param("12a.5", BAD, id="a letter"),
        pytest.param("12.5.1", BAD, id="two points"),
        pytest.param("1,23", BAD, id="a comma that groups nothing"),
        pytest.param("abc", BAD, id="a word"),
        pytest.param("1e5", BAD, id="scientific"),
        pytest.param("=1+1", BAD, id="a formula"),
        pytest.param("9" * 70, BAD, id="far too long"),
        pytest.param("100000000000.00", 10**13, id="the largest"),
        pytest.param("100000000000.01", Fault("amount_too_large"), id="one more"),
        pytest.param(
            "$100", Fault("currency_mismatch", {"written": "$", "currency": "CNY"}), id="another currency's sign"
        ),
        pytest.param("USD 100", Fault("currency_mismatch", {"written": "USD", "currency": "CNY"}), id="another code"),
        pytest.param("ABC 100", BAD, id="a word that is no currency"),
        pytest.param("5千万", 50_000_000_00, id="tens of millions"),
        pytest.param("5百万元", 5_000_000_00, id="millions"),
        pytest.param("100萬元", 1_000_000_00, id="written as of old"),
        pytest.param("3亿5000万元", 350_000_000_00, id="two units together"),
        pytest.param("1亿0.5万", 100_005_000_00, id="two units with decimals"),
        pytest.param("1.5亿5000万", BAD, id="a part of a unit before another unit"),
        pytest.param("1000元（实收980元）", BAD, id="two amounts"),
        pytest.param("企业选择不公示", None, id="not published"),
        pytest.param("约500万元", BAD, id="about is no amount"),
        pytest.param("1200万韩元", Fault("currency_mismatch", {"written": "韩元", "currency": "CNY"}), id="won"),
        pytest.param("元100", BAD, id="yuan in front"),
    ],
)
def test_amounts_in_yuan(text: str, minor: int | Fault | None) -> None:
    assert amount_reader(AmountStyle(), "CNY")(text) == minor


@pytest.mark.parametrize(
    ("currency", "text", "minor"),
    [
        pytest.param("JPY", "1,234", 1234, id="yen have no decimals"),
        pytest.param("JPY", "¥1234", 1234, id="the sign is theirs too"),
        pytest.param(
            "JPY", "12.5", Fault("too_many_decimals", {"currency": "JPY", "digits": 0}), id="so none may be given"
        ),
        pytest.param("KWD", "1.234", 1234, id="dinars have three"),
        pytest.param("USD", "US$ 12.50", 1250, id="dollars"),
        pytest.param("HKD", "HK$12.50", 1250, id="Hong Kong dollars"),
        pytest.param("HKD", "$12.50", 1250, id="any dollar"),
        pytest.param("KRW", "1200万韩元", 12_000_000, id="won"),
        pytest.param("TWD", "500万新台币", 5_000_000_00, id="Taiwan dollars"),
        pytest.param("CHF", "100万瑞士法郎", 1_000_000_00, id="francs"),
    ],
)
def test_amounts_in_other_currencies(currency: str, text: str, minor: int | Fault) -> None:
    assert amount_reader(AmountStyle(), currency)(text) == minor


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        pytest.param("12.3456", 12345600, id="in the heading's unit"),
        pytest.param("3万", 3000000, id="a unit of its own counts instead"),
    ],
)
def test_a_heading_in_ten_thousands(text: str, minor: int) -> None:
    assert amount_reader(AmountStyle(factor=10_000), "CNY")(text) == minor


@pytest.mark.parametrize(
    ("texts", "is_comma"),
    [
        pytest.param(["1.234,56", "12,5"], True, id="European"),
        pytest.param(["1234,56"], True, id="no thousands"),
        pytest.param(["1,234.56", "12.5"], False, id="ours"),
        pytest.param(["1,234"], False, id="thousands alone"),
        pytest.param(["12,5", "12.55"], False, id="both, so neither is sure"),
        pytest.param(["12", "7.5"], False, id="no commas at all"),
        pytest.param(["1，234.5"], False, id="a full-width comma"),
        pytest.param(["1,234,567"], False, id="millions"),
    ],
)
def test_a_decimal_comma_is_taken_only_where_nothing_speaks_against_it(texts: list[str], is_comma: bool) -> None:
    assert amount_style(texts).has_comma_decimals is is_comma


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        pytest.param("1.234,56", 123456, id="both marks"),
        pytest.param("12,5", 1250, id="one decimal"),
        pytest.param("1.234", 123400, id="thousands"),
        pytest.param("1,234", Fault("ambiguous_amount"), id="either"),
        pytest.param("1,2,3", BAD, id="neither"),
    ],
)
def test_amounts_with_a_decimal_comma(text: str, minor: int | Fault) -> None:
    assert amount_reader(COMMA, "EUR")(text) == minor


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        pytest.param(["USD 5", "7 USD", "12"], "USD", id="one code"),
        pytest.param(["USD 5", "7 EUR"], "", id="two codes"),
        pytest.param(["$5"], "", id="a sign is no code"),
        pytest.param(["5", "x" * 100], "", id="none"),
    ],
)
def test_the_currency_that_amounts_are_written_with(texts: list[str], code: str) -> None:
    assert written_currency(texts) == code


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param("30", 30, id="plain"),
        pytest.param("30天", 30, id="days"),
        pytest.param("-3", -3, id="negative"),
        pytest.param("1,012", 1012, id="thousands"),
        pytest.param("30.0", 30, id="a decimal point with nothing behind"),
        pytest.param("12.5", Fault("invalid_integer"), id="a half"),
        pytest.param("many", Fault("invalid_integer"), id="a word"),
        pytest.param("9" * 61, Fault("invalid_integer"), id="far too long"),
        pytest.param("9" * 20, Fault("integer_too_large"), id="too large"),
        pytest.param("无", None, id="nothing"),
    ],
)
def test_whole_numbers(text: str, number: int | Fault | None) -> None:
    assert integer_reader()(text) == number


def test_scaled_numbers_and_positive_ones() -> None:
    assert integer_reader(10)("12.5%") == 125
    assert integer_reader(10**8)("7.25") == 725_000_000
    assert integer_reader(is_positive=True)("0") == Fault("not_positive")


@given(st.integers(-(10**13), 10**13))
def test_every_amount_is_read_as_it_was_written(minor: int) -> None:
    sign = "-" if minor < 0 else ""
    whole, cents = divmod(abs(minor), 100)
    for text in (f"{sign}{whole}.{cents:02}", f"{sign}{whole:,}.{cents:02}", f"{sign}¥{whole:,}.{cents:02}"):
        assert amount_reader(AmountStyle(), "CNY")(text) == minor


@given(st.text(max_size=40), st.sampled_from([AmountStyle(), COMMA, AmountStyle(factor=10_000)]))
def test_any_text_is_an_amount_nothing_or_a_fault(text: str, style: AmountStyle) -> None:
    amount_style([text])
    written_currency([text])
    for result in (amount_reader(style, "CNY")(text), integer_reader()(text)):
        assert result is None or isinstance(result, (int, Fault))
