"""The numbers are such as a trading company has: rates, skew, references, sums."""

from collections import Counter

import pytest
from stdnum.cn import uscc

from kedun.sample import Company
from tests.sample.conftest import START, UNTIL, Ask

YEARS = 3


def number(ask: Ask, question: str) -> float:
    return float(ask(question)[0][0] or 0)


@pytest.mark.parametrize(
    ("question", "low", "high"),
    [
        pytest.param("select count(defaulted_on) / count(*) from truth", 0.03, 0.12, id="customers who default"),
        pytest.param("select count(cancelled_on) / count(*) from orders", 0.02, 0.10, id="orders cancelled"),
        pytest.param("select avg((p.paid_on > i.stated_due_on)::int) from invoice i join payment p using (document_no)"
                     " where p.amount_minor > 0", 0.2, 0.6, id="payments after the due day"),
        pytest.param("select median(p.paid_on - i.issue_on) from invoice i join payment p using (document_no)", 25, 90,
                     id="days until the money comes"),
        pytest.param("select avg((document_no is null)::int) from payment", 0.08, 0.3, id="payments on account"),
        pytest.param("select count(*) filter (bounce_of is not null) / count(*) from payment", 0.0005, 0.02, id="bounces"),
        pytest.param("select count(distinct invoice_no) / (select count(distinct document_no) from invoice)"
                     " from credit_note", 0.01, 0.08, id="invoices credited"),
        pytest.param("select avg((stated_due_on is null)::int) from invoice", 0.05, 0.2, id="invoices without due day"),
        pytest.param("select count(*) filter (\"group\" is not null) / count(*) from customer", 0.05, 0.11, id="in groups"),
        pytest.param("select avg((currency = 'USD')::int) from customer", 0.03, 0.07, id="customers in dollars"),
        pytest.param("select median(n) / 36 from (select count(*) n from invoice group by customer)", 0.3, 4,
                     id="invoices of the median customer in a month"),
        pytest.param("select 1 - count(distinct customer) / (select count(*) from customer) from checks", 0.03, 0.2,
                     id="customers never checked"),
        pytest.param("select avg((answered_on is null)::int) from enquiry", 0.02, 0.2, id="enquiries without a reply"),
        pytest.param("select count(*) filter (entry = 'recovery') from bad_debt", 1, 100, id="recoveries"),
        pytest.param("with paid as (select document_no, coalesce(instalment_no, 1) instalment_no, sum(amount_minor) paid"
                     " from payment where document_no is not null group by 1, 2),"
                     " owed as (select stated_due_on, amount_minor - coalesce(paid, 0) rest from invoice i"
                     " left join paid using (document_no, instalment_no) where customer in"
                     " (select customer from payment where document_no is not null)"
                     " and document_no not in (select document_no from bad_debt where document_no is not null)"
                     " and document_no not in (select invoice_no from credit_note))"
                     " select sum(rest) filter (stated_due_on < 20712) / sum(rest) from owed where rest > 0",
                     0.08, 0.5, id="open debt overdue"),
    ],
)  # fmt: skip
def test_rates_are_plausible(ask: Ask, question: str, low: float, high: float) -> None:
    assert low <= number(ask, question) <= high


def test_open_debt_is_a_few_months_of_sales(ask: Ask) -> None:
    invoiced = number(ask, "select sum(amount_minor) from invoice where currency = 'CNY'")
    paid = number(ask, "select sum(amount_minor) from payment where currency = 'CNY'")
    given = number(ask, "select sum(amount_minor) from credit_note where currency = 'CNY'")
    lost = number(ask, "select sum(amount_minor) from bad_debt where currency = 'CNY' and entry = 'write_off'")
    days = (invoiced - paid - given - lost) * 365 * YEARS / invoiced
    assert 30 <= days <= 110
    assert 0.0005 <= lost / invoiced <= 0.03


def test_a_tenth_of_the_customers_makes_much_of_the_revenue(ask: Ask) -> None:
    share = number(
        ask,
        "with r as (select customer, sum(amount_minor) a from invoice group by 1),"
        " k as (select a, percent_rank() over (order by a desc) p from r) select sum(a) filter (p <= 0.1) / sum(a) from k",
    )
    assert 0.4 <= share <= 0.85


@pytest.mark.parametrize(
    ("lost", "into"),
    [
        ("select document_no from payment where document_no is not null", "select document_no from invoice"),
        ("select bounce_of from payment where bounce_of is not null", "select external_id from payment"),
        ("select document_no from bad_debt where document_no is not null", "select document_no from invoice"),
        ("select invoice_no from credit_note", "select document_no from invoice"),
        ("select document_no from allocation", "select document_no from invoice"),
        ("select payment from allocation where payment is not null", "select external_id from payment"),
        ("select order_no from delivery", "select order_no from orders"),
        ("select order_no from invoice", "select order_no from delivery"),
        ("select contract_no from invoice where contract_no is not null", "select contract_no from contract"),
        ("select contract_no from milestone", "select contract_no from contract"),
        ("select person from contact", "select external_id from person"),
        ("select other from relation", "select external_id from person union select external_id from customer"),
        ("select \"group\" from customer where \"group\" is not null", "select external_id from customer_group"),
        ("select orderer from orders where orderer is not null", "select external_id from customer"),
        ("select payer from payment where payer is not null", "select external_id from customer"),
        ("select customer from payment", "select external_id from customer"),
        ("select industry from customer", "select industry from industry_fact"),
    ],
)  # fmt: skip
def test_what_is_named_exists(ask: Ask, lost: str, into: str) -> None:
    assert ask(lost)
    assert ask(f"({lost}) except ({into})") == []


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param("select * from payment b join payment p on b.bounce_of = p.external_id"
                     " where b.amount_minor <> -p.amount_minor or b.paid_on < p.paid_on or b.customer <> p.customer",
                     id="a bounce takes back its payment, later"),
        pytest.param("select * from payment where (amount_minor < 0) <> (bounce_of is not null)", id="only bounces are negative"),
        pytest.param("select * from payment p join invoice i using (document_no) where p.customer <> i.customer"
                     " or p.currency <> i.currency or p.paid_on < i.issue_on", id="a payment fits its invoice"),
        pytest.param("select document_no from invoice group by 1 having count(distinct instalment_no) <> count(*)"
                     " or min(instalment_no) <> 1 or max(instalment_no) <> count(*)", id="instalments are numbered"),
        pytest.param("select document_no from invoice group by 1 having sum(amount_minor) <> (select sum(d.amount_minor)"
                     " from delivery d where d.order_no = any_value(invoice.order_no))", id="instalments add up to what was delivered"),
        pytest.param("select * from orders where amount_minor <= 0 or cancelled_on >= promised_on", id="orders"),
        pytest.param("select * from orders o join delivery d using (order_no) where o.cancelled_on is not null"
                     " or d.delivered_on < o.placed_on", id="no delivery of a cancelled order"),
        pytest.param("select * from invoice where amount_minor <= 0", id="no invoice of nothing"),
        pytest.param("select order_no from delivery group by 1 having sum(amount_minor) > (select sum(amount_minor)"
                     " from orders o where o.order_no = delivery.order_no)", id="no more shipped than ordered"),
        pytest.param("select * from contact a join contact b using (customer) where a.is_key and b.is_key"
                     " and a.external_id < b.external_id and (a.to_on is null or a.to_on >= b.from_on)", id="one key contact at a time"),
        pytest.param("select * from credit_limit a join credit_limit b using (customer) where a.limit_type = 'fixed'"
                     " and b.limit_type = 'fixed' and a.external_id < b.external_id and (a.to_on is null or a.to_on >= b.from_on)",
                     id="one fixed limit at a time"),
        pytest.param("select * from statement where reported_on < period_end_on + 40", id="statements come late"),
        pytest.param("select * from signal where expires_on <= observed_on or points <= 0", id="signals expire"),
        pytest.param("select * from truth join payment using (customer) where paid_on >= defaulted_on and bounce_of is null",
                     id="nobody pays after the default"),
        pytest.param("select * from truth join orders using (customer) where placed_on >= defaulted_on", id="nor orders"),
        pytest.param("select t.customer from truth t left join bad_debt b on b.customer = t.customer and b.entry = 'write_off'"
                     " group by t.customer, written_off_minor having coalesce(sum(b.amount_minor), 0) <> written_off_minor",
                     id="the truth counts the write-offs"),
        pytest.param("select * from bad_debt b join truth using (customer) where b.booked_on < defaulted_on"
                     " and b.entry = 'recovery'", id="recoveries come last"),
    ],
)  # fmt: skip
def test_what_never_happens(ask: Ask, wrong: str) -> None:
    assert ask(wrong) == []


def test_names_and_codes_are_unique_and_valid(company: Company) -> None:
    customers = company.tables["customer"]
    names, codes = customers["name"].to_pylist(), customers["uscc"].to_pylist()
    assert len(set(names)) == len(set(codes)) == customers.num_rows
    assert all(uscc.is_valid(code) for code in codes)
    assert all(name.endswith("公司") and 8 <= len(name) <= 20 for name in names)


def test_the_codes_of_organisations_inside_have_their_own_check_digit(company: Company) -> None:
    letters, weights = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", (3, 7, 9, 10, 5, 8, 4, 2)
    for code in company.tables["customer"]["uscc"].to_pylist():
        rest = 11 - sum(letters.index(each) * weight for each, weight in zip(code[8:16], weights, strict=True)) % 11
        assert code[16] == {10: "X", 11: "0"}.get(rest, str(rest))


@pytest.mark.parametrize(
    "measured",
    [
        pytest.param("select avg(elapsed_minutes) from enquiry natural join fate", id="reply slower"),
        pytest.param("select count(*) filter (role = 'defendant') / count(distinct customer)"
                     " from legal_event natural join fate", id="are sued more"),
        pytest.param("select avg(points) from signal natural join fate", id="give worse signals"),
        pytest.param("select avg((sentiment = 'negative')::int) from news_item natural join fate", id="have worse news"),
        pytest.param("select avg(total_liabilities_minor / total_assets_minor) from statement natural join fate", id="owe more"),
        pytest.param("select -avg(rating_points) from bureau_report natural join fate", id="are rated lower"),
        pytest.param("select -avg(attitude) from interaction natural join fate", id="are less friendly"),
        pytest.param("select avg(cost_minor) * count(*) / count(distinct customer) from ticket natural join fate"
                     " where opened_on < 20000", id="cost more service"),
        pytest.param("select avg((cancelled_on is not null)::int) from orders natural join fate", id="cancel more"),
        pytest.param("select avg(p.paid_on - i.stated_due_on) from invoice i join payment p using (document_no)"
                     " join fate on fate.customer = p.customer", id="pay later"),
        pytest.param("select avg((met_on is null or met_on > due_on)::int) from milestone natural join fate"
                     " where obliged = 'customer'", id="keep fewer promises"),
    ],
)  # fmt: skip
def test_customers_who_fall(ask: Ask, measured: str) -> None:
    better, worse = (float(value or 0) for (value,) in ask(measured + " group by falling order by falling"))
    assert worse > better


def test_the_truth_stays_out_of_the_facts(company: Company) -> None:
    hidden = {"defaulted_on", "written_off_minor", "worst_health", "health_at_end", "cause"}
    assert hidden | {"customer", "currency"} == set(company.truth.column_names)
    for table in company.tables.values():
        assert not hidden & set(table.column_names)


@pytest.mark.parametrize("column", ["industry", "segment", "terms_days", "currency", "region"])
def test_no_master_data_set_the_fallen_apart(company: Company, column: str) -> None:
    fallen = Counter[object]()
    everyone = Counter[object]()
    values, days = company.tables["customer"][column].to_pylist(), company.truth["defaulted_on"].to_pylist()
    for value, day in zip(values, days, strict=True):
        everyone[value] += 1
        fallen[value] += day is not None
    assert all(fallen[value] / count < 0.3 for value, count in everyone.items() if count > 50)


def test_truth_says_when_and_why(ask: Ask) -> None:
    assert ask("select * from truth where (defaulted_on is null) <> (cause is null)") == []
    days = [int(day or 0) for (day,) in ask("select defaulted_on from truth where defaulted_on is not null")]
    assert START <= min(days) <= max(days) <= UNTIL
    assert ask("select * from truth where worst_health > health_at_end") == []
    causes = {cause for (cause,) in ask("select distinct cause from truth where cause is not null")}
    assert causes == {"decline", "industry_shock", "sudden", "fraud"}
