"""A new monthly report is told once, to the roles the company named, counted for what each of them sees."""

import pytest
from pytest_django.fixtures import Settings

from kedun.accounts.company.actions import set_company, set_mail
from kedun.accounts.models import Person
from kedun.facts.ownership.actions import set_owner
from kedun.kernel.days import to_date
from kedun.notify.actions import Round, gather_digests, send_waiting
from kedun.notify.channel import Postbox
from kedun.notify.models import Delivery
from kedun.notify.queries import mail_server
from kedun.pipeline.telling_months import tell_of_months
from kedun.portfolio.movement.actions import Made, keep_report
from kedun.portfolio.movement.month import Line, Standing, month_end_before, pair_of
from tests.notify.builders import plain, sink
from tests.pipeline.small_house import START, clock_on, customer, number_of, open_house, receive
from tests.web.clients import client_of, person_of

END = month_end_before(START)
MONTH = to_date(END).isoformat()
CLOCK = clock_on(START)


@pytest.fixture
def report(db: None, settings: Settings) -> None:
    """A fell between the month-ends and owes 1,000 too late, B did not move."""
    settings.KEDUN_URL = "https://kedun.example"
    open_house()
    receive(customer=[customer("A"), customer("B")])
    good, bad = Standing("low", 9_000, 100_000, 0), Standing("high", 5_000, 100_000, 100_000)
    lines = (Line(number_of("A"), good, bad), Line(number_of("B"), good, good))
    made = Made(*pair_of(END), known_batch=1, policy_hash="", at=CLOCK.now())
    assert keep_report(made, lines)


@pytest.mark.usefixtures("report")
def test_it_is_mailed_once_in_the_language_of_each_and_names_nobody() -> None:
    zh, en = person_of("cfo", name="Wang"), person_of("ceo", name="Smith", language="en")
    person_of("sales_manager", name="Not asked")
    with sink() as held:
        set_mail("test", url=f"smtp://127.0.0.1:{held.port}", sender="客盾 <kedun@corp.example>")
        assert tell_of_months(clock=CLOCK) == 2
        assert tell_of_months(clock=CLOCK) == 0
        way = mail_server()
        assert way is not None
        assert send_waiting(way, by_clock=CLOCK) == Round(sent=2)
        letters = {each["To"]: each for each in held.letters}
    chinese, english = letters[zh.email], letters[en.email]
    assert chinese["Subject"] == f"【客盾】{MONTH[:7]} 客户风险变动月报"
    assert "等级下降：1 个" in plain(chinese)
    assert "逾期金额：CNY 0.00 → CNY 1,000.00" in plain(chinese)
    assert english["Subject"] == f"[kedun] Who moved in {MONTH[:7]}"
    assert "Of the 2 customers you see:" in plain(english)
    assert "0 are in a better grade" in plain(english)
    assert f"https://kedun.example/monthly?month={MONTH}" in plain(english)
    assert not any(name in plain(each) for each in letters.values() for name in ("客户A", "Customer A"))


@pytest.mark.usefixtures("report")
def test_each_is_told_of_their_own_customers_and_without_what_is_hidden() -> None:
    set_company("test", name="", notify_address="", report_to=("sales", "service"))
    seller, _ = person_of("sales", name="Li"), person_of("service", name="Zhao")
    person_of("ceo", name="Not asked any more")
    set_owner(number_of("B"), person_id=seller.pk, from_day=START, actor="test", at=CLOCK.now())
    assert tell_of_months(clock=CLOCK) == 2
    told = {row.person.name: row for row in Delivery.objects.select_related("person") if row.person}
    assert "其中的 1 个客户" in told["Li"].body
    assert "等级下降：0 个" in told["Li"].body
    assert "其中的 2 个客户" in told["Zhao"].body
    assert "逾期金额" not in told["Zhao"].body


@pytest.mark.usefixtures("report")
def test_it_stands_among_what_one_was_told_and_in_the_digest_of_the_morning() -> None:
    set_company("test", name="", notify_address="", report_to=("sales",))
    seller = client_of("sales")
    Person.objects.filter(role="sales").update(notify="digest")
    with sink() as held:
        set_mail("test", url=f"smtp://127.0.0.1:{held.port}", sender="kedun@corp.example")
        tell_of_months(clock=CLOCK)
    (told,) = seller.get("/notifications").json["items"]
    assert (told["path"], told["subject"]) == (f"/monthly?month={MONTH}", f"{MONTH[:7]} 客户风险变动月报")
    box = Postbox()
    assert gather_digests(site="", by_clock=clock_on(START + 3)) == 1
    assert send_waiting(box, by_clock=clock_on(START + 3)) == Round(sent=1)


@pytest.mark.usefixtures("report")
def test_nobody_is_told_where_the_company_named_nobody() -> None:
    set_company("test", name="", notify_address="", report_to=())
    person_of("ceo", name="Wang")
    assert tell_of_months(clock=CLOCK) == 0
    assert not Delivery.objects.exists()
    assert Person.objects.filter(role="ceo").count() == 1


@pytest.mark.django_db
def test_the_company_says_which_roles_are_told() -> None:
    administrator = client_of("administrator")
    assert administrator.get("/settings/company").json["report_to"] == [
        "sales_director",
        "credit_manager",
        "cfo",
        "ceo",
    ]
    said = {"name": "Ours", "report_to": ["finance", "finance", "ceo"]}
    assert administrator.put("/settings/company", said).json["report_to"] == ["finance", "ceo"]
    assert administrator.put("/settings/company", {"name": "Ours AG"}).json["report_to"] == ["finance", "ceo"]
    assert administrator.put("/settings/company", {"name": "Ours", "report_to": ["nobody"]}).status == 422
