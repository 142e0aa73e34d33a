"""What others know of the customers, if we ask: background checks, bureau reports, and events at court."""

import numpy as np

from kedun.sample.arrays import NONE, Chunk, Floats, Ints, Truths, constant, picked, stacked, whole
from kedun.sample.happenings import happen, likely
from kedun.sample.world import World

SCOPES = ("registry", "legal", "bureau", "site_visit")
CHECK_RESULTS = ("正常", "有待关注", "发现异常")
AGENCIES = ("华信资信（示例）", "东方征信（示例）", "诚查数据（示例）")
RATINGS = ("D", "C", "CC", "CCC", "B", "BB", "BBB", "A", "AA", "AAA")
EVENT_TYPES = (
    "lawsuit",
    "enforcement",
    "dishonest_debtor",
    "abnormal_operation",
    "penalty",
    "equity_freeze",
    "bankruptcy",
    "liquidation",
)
CHANGES = (
    "registered_address",
    "business_scope",
    "executive",
    "shareholder",
    "representative",
    "registered_capital",
)
ROLES = ("defendant", "plaintiff", "third_party")
EVENT_TITLES = (
    "买卖合同纠纷",
    "被强制执行",
    "列入失信被执行人名单",
    "列入经营异常名录",
    "行政处罚",
    "股权冻结",
    "申请破产清算",
    "注销清算公告",
)
CASE_STATES = ("case_open", "case_closed")
_COVERAGE = (0.92, 0.78, 0.55, 0.15)
_CHECKS_PER_CUSTOMER = 100_000


def check_rows(world: World) -> Chunk:
    """Give all checks: some customers were never checked, of some the last check lies far back."""
    return stacked(
        [_checks(world, scope=scope, round_=each) for scope in range(len(SCOPES)) for each in _rounds(world)]
    )


def _rounds(world: World) -> range:
    return range((world.over.until - world.over.start) // 365 + 3)


def checked(world: World, *, scope: int) -> Truths:
    """Tell which customers are checked in a scope at all; one of twelve is in none."""
    never = world.streams.of("never checked").random(world.profiles.count) < 0.08
    covered: Truths = world.streams.of(f"coverage {scope}").random(world.profiles.count) < _COVERAGE[scope]
    return covered & ~never


def _checks(world: World, *, scope: int, round_: int) -> Chunk:
    everyone = world.profiles.everyone
    once = world.streams.of(f"first check {scope}").random((2, everyone.size))
    draws = world.streams.of(f"check {scope}", round_).random((2, everyone.size))
    known_before = world.profiles.active_from < world.over.start
    first = np.where(known_before, world.over.start - whole(330.0 * once[0]), world.profiles.active_from - 25)
    checked_on = first + 350 * round_ + whole(25.0 * draws[0]) * min(round_, 1)
    repeats = (once[1] < 0.75) | (round_ == 0)
    exists = (
        checked(world, scope=scope) & repeats & (checked_on < world.trades_until() + 200) & world.over.seen(checked_on)
    )
    health = world.health.at(world.over.index(checked_on), everyone)
    rows = {
        "external_id": everyone * _CHECKS_PER_CUSTOMER + scope * 10_000 + round_,
        "customer": everyone,
        "scope": constant(scope, size=everyone.size),
        "checked_on": checked_on,
        "result": likely(np.clip(draws[1] - 0.12 * health, 0.0, 1.0), 0.75, 0.18),
        "reported_on": checked_on + everyone % 3,
    }
    return picked(rows, exists)


def bureau_rows(world: World) -> Chunk:
    """Give the report that came of every check with a bureau."""
    chunks = []
    for each in _rounds(world):
        checks = _checks(world, scope=SCOPES.index("bureau"), round_=each)
        noise = world.streams.of("bureau", each).standard_normal(world.profiles.count)[checks["customer"]]
        health = world.health.at(world.over.index(checks["checked_on"] - 60), checks["customer"])
        size = world.profiles.size[checks["customer"]]
        points = np.clip(whole(64.0 + 12.0 * health + 5.0 * size + 7.0 * noise), 2, 99)
        chunks.append(
            {
                "external_id": checks["external_id"],
                "customer": checks["customer"],
                "reported_as_of": checks["checked_on"],
                "agency": checks["customer"] % len(AGENCIES),
                "rating": points // 10,
                "rating_points": points,
                "reported_on": checks["reported_on"],
            }
        )
    return stacked(chunks)


def legal_events_of_month(world: World, month: int) -> Chunk:
    """Give the events at court and in registers of one month, for the customers whose records we look up."""
    looked_up = checked(world, scope=SCOPES.index("legal"))
    health = world.health.levels[month]
    fallen = world.over.first_day(month) - world.health.defaulted_on
    rate = _legal_rate(health, fallen) * looked_up
    rows = happen(world, topic="legal events", month=month, rate=rate, ends_on=world.health.defaulted_on + 900)
    kind = _event_types(rows.draws[0], after_default=fallen[rows.customer], health=rows.health)
    amount = world.profiles.order_value[rows.customer] * np.exp(0.5 + 1.8 * rows.draws[1]) / 100.0
    in_yuan = np.maximum(whole(amount * 10_000.0 / world.profiles.minor_per_yuan[rows.customer]), 1) * 10_000
    has_amount = np.isin(kind, [0, 1, 2, 4, 5])
    closes = np.isin(kind, [0, 1, 3, 4]) & (rows.draws[2] < 0.75)
    role = np.where((kind == 0) & (rows.draws[3] < _plaintiff_share(rows.health)), 1, 0)
    return {
        "external_id": rows.key,
        "customer": rows.customer,
        "event_type": kind,
        "role": np.where((kind == 0) & (rows.draws[3] > 0.97), 2, role),
        "filed_on": rows.day,
        "closed_on": np.where(closes, rows.day + 45 + whole(400.0 * rows.draws[4]), NONE),
        "amount_minor": np.where(has_amount, in_yuan, NONE),
        "currency": constant(0, size=rows.size),
        "title": kind,
        "case_no": rows.key,
        "case_status": constant(NONE, size=rows.size),
        "reported_on": rows.day + 4 + whole(30.0 * rows.draws[5] ** 2),
    }


def firm_changes_of_month(world: World, month: int) -> Chunk:
    """Give what changed in the registry in one month, for the customers whose entry we look up: owners where health fails."""
    looked_up = checked(world, scope=SCOPES.index("registry"))
    health = world.health.levels[month]
    rate = (0.02 + 0.015 * np.exp(-0.6 * np.clip(health, -4.0, 2.0))) * looked_up
    rows = happen(world, topic="registry changes", month=month, rate=rate, ends_on=world.health.defaulted_on + 90)
    sound = likely(rows.draws[0], 0.3, 0.3, 0.2, 0.1, 0.06)
    ailing = likely(rows.draws[0], 0.15, 0.1, 0.2, 0.3, 0.2)
    return {
        "external_id": rows.key,
        "customer": rows.customer,
        "item": np.where(rows.health < -1.0, ailing, sound),
        "changed_on": rows.day,
        "reported_on": rows.day + 3 + whole(25.0 * rows.draws[1]),
    }


def _legal_rate(health: Floats, fallen: Ints) -> Floats:
    ordinary = 0.003 + 0.003 * np.exp(-1.05 * np.clip(health, -4.0, 2.0))
    after = np.where(fallen > 450, 0.04, 0.22)
    return np.where(fallen >= 0, after, np.minimum(ordinary, 0.25))


def _plaintiff_share(health: Floats) -> Floats:
    share: Floats = np.clip(0.3 + 0.15 * health, 0.03, 0.5)
    return share


def _event_types(draw: Floats, *, after_default: Ints, health: Floats) -> Ints:
    sound = np.array([0, 3, 4, 5])[likely(draw, 0.72, 0.12, 0.13)]
    ailing = np.array([0, 1, 3, 5, 4, 2])[likely(draw, 0.6, 0.18, 0.07, 0.07, 0.06)]
    after = np.array([0, 1, 2, 5, 6, 7, 3])[likely(draw, 0.38, 0.24, 0.16, 0.06, 0.07, 0.02)]
    return np.where(after_default >= 0, after, np.where(health < -1.5, ailing, sound)).astype(np.int64)
