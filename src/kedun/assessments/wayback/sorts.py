"""What can be asked of a customer besides paying: each sort declared once, with its fact, its readings, its day, its words.

Source: docs/why/way-back.md.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from kedun.assessments.wayback.acts import Item, Part, Rows, Written
from kedun.assessments.wayback.payments import part, whole
from kedun.expressions import Value
from kedun.facts.derive import size_class_of
from kedun.facts.knowledge.images import Row
from kedun.kernel.days import Day, month_end
from kedun.kernel.money import exponent
from kedun.kernel.words import Words

STATEMENT_AGE: Final = 550
"""A statement older than this answers for nothing, as the shipped indicators have it."""

CHECK_AGE: Final = 365
"""So long a check answers for a customer."""

YEAR: Final = 365

_ASSUMED: Final = {"total_assets": 100, "total_liabilities": 60, "current_assets": 60, "current_liabilities": 40}
_MONEY: Final = (*_ASSUMED, "revenue", "net_profit", "operating_cash_flow")
_RATING: Final = 70
_NOTES: Final = ("bank_acceptance", "commercial_acceptance")
_NOT_FOR_THE_CUSTOMER: Final = ("bankruptcy", "liquidation")


@dataclass(frozen=True, slots=True)
class Ground:
    """From where acts are found. `by`: the day by which such an act can be done; `until`: the last day looked ahead to."""

    rows: Rows
    as_of: Day
    by: Day
    until: Day
    bases: Mapping[str, str]

    def of(self, kind: str) -> list[Row]:
        """Give the rows of a kind in the order of their names."""
        return sorted(self.rows.get(kind, ()), key=lambda row: (str(row["source"]), str(row["external_id"])))

    def in_base(self, row: Row) -> bool:
        """Tell whether a row's amounts are in the reporting currency of its legal entity."""
        return str(row["currency"] or "") in ("", self.bases[str(row["legal_entity"])])


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of acts.

    `moves`: the columns it writes, by kind; none for whole new rows. `scopes`: of checks it makes. `after_days`: how long
    after the day to pay by it can be done. `rank`: the higher, the more it asks. `most`: acts of it at most, beyond which
    they are bundled. `label`: what is done, for us; `letter`: the same, for the customer; `condition`: what must come out of
    it for the promise to hold.
    """

    label: Words
    letter: Words
    moves: Mapping[str, frozenset[str]]
    rank: int
    find: Callable[[Ground], Iterator[Item]] = lambda _: iter(())
    scopes: frozenset[str] = frozenset()
    after_days: int = 0
    most: int = 3
    part: Part | None = None
    brings_trade: bool = False
    condition: Words | None = None

    @property
    def is_last(self) -> bool:
        """Whether it is asked only where the others are not enough: it rests on what a paper will say, or brings new trade."""
        return self.condition is not None or self.brings_trade


def _correct(ground: Ground, kind: str, row: Row, changes: Row, **more: object) -> Item:
    """Correct a fact by the day such an act takes, unless it says another."""
    values = {"counts_from": ground.by, "do_on": ground.by, **more}
    return Item(kind, written=(Written(kind, changes, whole(row["id"])),), fact=whole(row["id"]), **values)  # type: ignore[arg-type]


def _new(ground: Ground, *written: Written, **more: object) -> Item:
    return Item(written[-1].kind, ground.by, ground.by, written, **more)  # type: ignore[arg-type]


def _is_open(row: Row, name: str, day: Day) -> bool:
    """Tell whether the day on which something ends is still to come, or is not known."""
    on = row[name]
    return not isinstance(on, int) or on > day


def statements(ground: Ground) -> Iterator[Item]:
    """A statement of the last month that ended, no worse than the last one, where none will answer for the days ahead."""
    found = [row for row in ground.of("statement") if whole(row["period_end_on"]) <= ground.as_of]
    newest = max(found, key=lambda row: whole(row["period_end_on"]), default=None)
    if newest is not None and ground.until - whole(newest["period_end_on"]) <= STATEMENT_AGE:
        return
    is_told = newest is not None and ground.in_base(newest) and all(newest[f"{name}_minor"] for name in _ASSUMED)
    minor: dict[str, Value] = {name: newest[f"{name}_minor"] for name in _MONEY} if newest and is_told else {}
    minor = minor or {name: _ASSUMED.get(name, 0) * 10**8 for name in _MONEY}
    amounts = {f"{name}_minor": value for name, value in minor.items()}
    amounts |= {f"{name}_reporting_minor": value for name, value in minor.items()}
    period = month_end(ground.as_of - 31)
    values: Row = {"period_end_on": period, "reported_on": ground.by, "legal_entity": "main", **amounts}
    yield _new(ground, Written("statement", values), terms=_ratios(minor))


def _ratios(minor: Mapping[str, Value]) -> dict[str, str]:
    debt = whole(minor["total_liabilities"]) * 100 / whole(minor["total_assets"])
    current = whole(minor["current_assets"]) / whole(minor["current_liabilities"])
    return {"debt": f"{debt:.1f}", "current": f"{current:.2f}"}


def _checked(ground: Ground, scope: str, *more: Written, **about: object) -> Iterator[Item]:
    """Look into a customer again where nothing will answer for it on the days ahead."""
    days = [whole(row["checked_on"]) for row in ground.of("check") if row["scope"] == scope]
    if max((day for day in days if day <= ground.as_of), default=-1) + CHECK_AGE < ground.until:
        check: Row = {"scope": scope, "checked_on": ground.by, "reported_on": ground.by, "legal_entity": "main"}
        yield _new(ground, *more, Written("check", check), **about)


def bureau_reports(ground: Ground) -> Iterator[Item]:
    """A report of a bureau, rated no lower than the last one was."""
    rated = [row for row in ground.of("bureau_report") if isinstance(row["rating_points"], int)]
    newest = max(rated, key=lambda row: whole(row["reported_as_of"]), default=None)
    points = _RATING if newest is None else whole(newest["rating_points"])
    values: Row = {"reported_as_of": ground.by, "reported_on": ground.by, "rating_points": points}
    report = Written("bureau_report", {**values, "legal_entity": "main"})
    yield from _checked(ground, "bureau", report, terms={"rating": str(points)})


def court_extracts(ground: Ground) -> Iterator[Item]:
    """Extracts of courts and public credit records that show no case but those we know."""
    yield from _checked(ground, "legal")


def registry_extracts(ground: Ground) -> Iterator[Item]:
    """An extract of the company registry that shows no change but those we know."""
    yield from _checked(ground, "registry")


def licences(ground: Ground) -> Iterator[Item]:
    """A licence that ends on the days ahead, renewed for a year."""
    for row in ground.of("customer"):
        ends = row["licence_ends_on"]
        if isinstance(ends, int) and ends < ground.until:
            yield _correct(ground, "customer", row, {"licence_ends_on": max(ends, ground.by) + YEAR}, due_on=ends)


def contracts(ground: Ground) -> Iterator[Item]:
    """A contract that ends on the days ahead, renewed for a year."""
    for row in ground.of("contract"):
        ends = row["ends_on"]
        if isinstance(ends, int) and ground.as_of < ends <= ground.until:
            name = str(row["contract_no"])
            yield _correct(ground, "contract", row, {"ends_on": ends + YEAR}, name=name, due_on=ends)


def milestones(ground: Ground) -> Iterator[Item]:
    """The customer's obligations that fall due on the days ahead, met on their days."""
    for row in sorted(ground.of("milestone"), key=lambda row: whole(row["due_on"])):
        due_on = whole(row["due_on"])
        if row["obliged"] == "customer" and ground.as_of < due_on <= ground.until and _is_open(row, "met_on", due_on):
            name = " ".join(filter(None, [str(row["contract_no"]), str(row["title"] or "")]))
            days = {"do_on": due_on, "counts_from": due_on, "due_on": due_on}
            yield _correct(ground, "milestone", row, {"met_on": due_on}, name=name, **days)


def acceptances(ground: Ground) -> Iterator[Item]:
    """Deliveries that wait to be accepted."""
    for row in sorted(ground.of("delivery"), key=lambda row: whole(row["delivered_on"])):
        is_recent = ground.as_of - 395 < whole(row["delivered_on"]) <= ground.as_of
        if is_recent and _is_open(row, "accepted_on", ground.by):
            yield _correct(ground, "delivery", row, {"accepted_on": ground.by}, name=str(row["delivery_no"]))


def answers(ground: Ground) -> Iterator[Item]:
    """Enquiries of the last ninety days that nobody answered."""
    for row in sorted(ground.of("enquiry"), key=lambda row: whole(row["asked_on"])):
        asked_on = whole(row["asked_on"])
        if ground.as_of - 90 < asked_on <= ground.as_of and _is_open(row, "answered_on", ground.by):
            changes: Row = {"answered_on": ground.by, "elapsed_minutes": (ground.by - asked_on) * 24 * 60}
            yield _correct(ground, "enquiry", row, changes, name=str(row["topic"] or row["external_id"]))


def recoveries(ground: Ground) -> Iterator[Item]:
    """What was written off and not recovered, paid back at once."""
    left: dict[str, int] = {}
    for row in ground.of("bad_debt"):
        if ground.in_base(row) and whole(row["booked_on"]) <= ground.as_of:
            entity, sign = str(row["legal_entity"]), 1 if row["entry"] == "write_off" else -1
            left[entity] = left.get(entity, 0) + sign * whole(row["amount_minor"])
    for entity, minor in sorted(left.items()):
        if minor > 0:
            own: Row = {"entry": "recovery", "legal_entity": entity, "currency": ground.bases[entity]}
            day: Row = {"booked_on": ground.by, "reported_on": ground.by}
            values: Row = {**own, **day, "amount_minor": minor, "amount_reporting_minor": minor}
            yield _new(ground, Written("bad_debt", values), **_money(ground, entity, minor))


def _money(ground: Ground, entity: str, minor: int) -> dict[str, object]:
    currency = ground.bases[entity]
    return {"legal_entity": entity, "currency": currency, "amount_minor": minor, "base_minor": minor}


def notes(ground: Ground) -> Iterator[Item]:
    """Acceptances that have not matured, redeemed before."""
    for row in sorted(ground.of("payment"), key=lambda row: (whole(row["paid_on"]), str(row["external_id"]))):
        matures_on = row["matures_on"]
        is_note = row["method"] in _NOTES and whole(row["paid_on"]) <= ground.as_of
        if is_note and ground.in_base(row) and isinstance(matures_on, int) and matures_on > ground.by:
            changes: dict[str, Value] = {"matures_on": ground.by}
            if row["method"] == "commercial_acceptance":
                changes["effective_on"] = ground.by
            money = _money(ground, str(row["legal_entity"]), whole(row["amount_minor"]))
            name = str(row["document_no"] or row["external_id"])
            yield _correct(ground, "payment", row, changes, name=name, due_on=matures_on, **money)


def cases(ground: Ground) -> Iterator[Item]:
    """Open cases against the customer, closed: a claim met, an enforcement satisfied, an entry removed."""
    for row in sorted(ground.of("legal_event"), key=lambda row: (whole(row["filed_on"]), str(row["external_id"]))):
        is_against = row["role"] != "plaintiff" and row["event_type"] not in _NOT_FOR_THE_CUSTOMER
        if is_against and whole(row["filed_on"]) <= ground.as_of and _is_open(row, "closed_on", ground.by):
            name = str(row["case_no"] or row["title"] or row["external_id"])
            yield _correct(ground, "legal_event", row, {"closed_on": ground.by}, name=name)


def orders(ground: Ground) -> Iterator[Item]:
    """Up to three orders of the usual size of the last thirteen months."""
    usual = [
        whole(row["amount_minor"])
        for row in ground.of("order")
        if ground.as_of - 395 < whole(row["placed_on"]) <= ground.as_of
        and row["cancelled_on"] is None
        and ground.in_base(row)
        and whole(row["amount_minor"]) > 0
    ]
    if not usual:
        return
    unit = 10 ** exponent(ground.bases["main"])
    minor = max(sum(usual) // len(usual) // unit, 1) * unit
    for number in (1, 2, 3):
        own: Row = {"order_no": f"way-back-{number}", "placed_on": ground.by, "reported_on": ground.by}
        amount: Row = {"amount_minor": minor, "amount_reporting_minor": minor, "size_class": size_class_of(minor)}
        values: Row = {**own, **amount, "legal_entity": "main", "currency": ground.bases["main"]}
        yield _new(ground, Written("order", values), name=str(number), **_money(ground, "main", minor))


def guarantees(ground: Ground) -> Iterator[Item]:
    """A guarantee over what is open."""
    applied: dict[Value, int] = {}
    for row in ground.rows.get("application", ()):
        applied[row["invoice_id"]] = applied.get(row["invoice_id"], 0) + whole(row["amount_minor"])
    own = [row for row in ground.of("invoice") if row["legal_entity"] == "main" and ground.in_base(row)]
    minor = sum(max(whole(row["amount_minor"]) - applied.get(row["id"], 0), 0) for row in own)
    if minor:
        amount: Row = {"amount_minor": minor, "amount_reporting_minor": minor, "currency": ground.bases["main"]}
        named: Row = {"relation_type": "guarantor", "other": "way-back-guarantor", "legal_entity": "main"}
        values: Row = {**amount, **named, "from_on": ground.by, "reported_on": ground.by}
        yield _new(ground, Written("relation", values), **_money(ground, "main", minor))


def _columns(**names: str) -> dict[str, frozenset[str]]:
    return {kind: frozenset(each.split()) for kind, each in names.items()}


_PAYS: Final = _columns(
    payment="", invoice="allocated_minor allocated_reporting_minor cash_minor last_cash_on written_off_minor"
)

SORTS: Final[Mapping[str, Sort]] = {
    "pay": Sort(
        Words("付款", "Pay"),
        Words(
            "发票 {name}，到期日 {due}，金额 {amount}，请于 {by} 前{paid}",
            "Invoice {name}, due on {due}: {amount}, please {paid} by {by}",
        ),
        _PAYS,
        60,
        part=part,
    ),
    "settle_dispute": Sort(
        Words("解决争议并付款", "Settle the dispute and pay"),
        Words(
            "发票 {name}（有争议），到期日 {due}，金额 {amount}，请于 {by} 前与我们解决争议并付清",
            "Invoice {name}, in dispute, due on {due}: {amount}, please settle the dispute with us and pay by {by}",
        ),
        {**_PAYS, "invoice": _PAYS["invoice"] | {"is_disputed"}},
        65,
    ),
    "close_case": Sort(
        Words("了结案件或移出名单", "Close the case or have the entry removed"),
        Words(
            "案件或记录 {name}，请于 {by} 前了结，并提供结案或移出证明",
            "Case or entry {name}: please have it closed by {by} and send us the proof",
        ),
        _columns(legal_event="closed_on"),
        90,
        cases,
        after_days=60,
    ),
    "order": Sort(
        Words("恢复下单", "Order again"),
        Words("请于 {by} 前下单一笔，金额约 {amount}", "Please place an order of about {amount} by {by}"),
        _columns(order=""),
        80,
        orders,
        brings_trade=True,
    ),
    "recover": Sort(
        Words("偿还已核销的坏账", "Pay back what was written off"),
        Words("已核销的欠款 {amount}，请于 {by} 前偿还", "{amount} that we have written off: please pay it by {by}"),
        _columns(bad_debt=""),
        70,
        recoveries,
    ),
    "guarantee": Sort(
        Words("提供担保", "Give a guarantee"),
        Words("请于 {by} 前提供金额为 {amount} 的担保", "Please give a guarantee over {amount} by {by}"),
        {"relation": frozenset({"amount_minor", "amount_reporting_minor"})},
        58,
        guarantees,
    ),
    "redeem_note": Sort(
        Words("提前兑付票据", "Redeem the note early"),
        Words(
            "承兑汇票（{name}，{due} 到期，{amount}），请于 {by} 前兑付",
            "The note for {name}, due on {due}, of {amount}: please redeem it by {by}",
        ),
        {
            "payment": frozenset({"matures_on", "effective_on", "unapplied_reporting_minor"}),
            "invoice": _PAYS["invoice"],
        },
        50,
        notes,
    ),
    "deliver": Sort(
        Words("按期履行义务", "Meet the obligation in time"),
        Words("履约节点 {name}，请于 {by} 前完成", "Obligation {name}: please meet it by {by}"),
        _columns(milestone="met_on due_on"),
        40,
        milestones,
    ),
    "accept": Sort(
        Words("完成验收", "Accept the delivery"),
        Words("发货单 {name}，请于 {by} 前验收", "Delivery {name}: please accept it by {by}"),
        _columns(delivery="accepted_on"),
        30,
        acceptances,
    ),
    "renew_contract": Sort(
        Words("续签合同", "Renew the contract"),
        Words("合同 {name}（{due} 到期），请于 {by} 前续签", "Contract {name}, which ends on {due}: please renew it by {by}"),
        _columns(contract="ends_on"),
        30,
        contracts,
    ),
    "answer": Sort(
        Words("答复询问", "Answer the enquiry"),
        Words("询问“{name}”，请于 {by} 前答复", "Enquiry '{name}': please answer it by {by}"),
        _columns(enquiry="answered_on elapsed_minutes"),
        20,
        answers,
    ),
    "renew_licence": Sort(
        Words("更新营业期限", "Renew the licence"),
        Words("营业期限于 {due} 届满，请于 {by} 前延期并提供证明", "The licence ends on {due}: please renew it by {by} and send us the proof"),
        _columns(customer="licence_ends_on"),
        20,
        licences,
    ),
    "statement": Sort(
        Words("提供财务报表", "Supply a financial statement"),
        Words("请于 {by} 前提供最近一期财务报表", "Please send us your latest financial statement by {by}"),
        _columns(statement=""),
        10,
        statements,
        condition=Words("资产负债率不高于 {debt}%，流动比率不低于 {current}", "debt at most {debt}% of assets, current ratio at least {current}"),
    ),
    "bureau_report": Sort(
        Words("提供征信报告", "Supply a bureau report"),
        Words("请于 {by} 前提供最新的征信报告", "Please send us a recent report of a credit bureau by {by}"),
        _columns(bureau_report=""),
        10,
        bureau_reports,
        frozenset({"bureau"}),
        condition=Words("评级不低于 {rating} 分", "rated at least {rating} points"),
    ),
    "court_extract": Sort(
        Words("提供司法与信用记录查询", "Supply extracts of court and credit records"),
        Words("请于 {by} 前提供司法与公共信用记录查询结果", "Please send us extracts of court and public credit records by {by}"),
        {},
        10,
        court_extracts,
        frozenset({"legal"}),
        condition=Words("无新增案件", "no case but those we know"),
    ),
    "registry_extract": Sort(
        Words("提供工商登记查询", "Supply a registry extract"),
        Words("请于 {by} 前提供最新的工商登记信息", "Please send us a recent extract of the company registry by {by}"),
        {},
        10,
        registry_extracts,
        frozenset({"registry"}),
        condition=Words("无新增变更", "no change but those we know"),
    ),
}  # fmt: skip
"""Every sort of act by its key. What is not here cannot be asked of a customer: docs/why/way-back.md says what and why."""
