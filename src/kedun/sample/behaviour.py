"""How customers behave from day to day: enquiries and replies, interactions, tickets, and what our front line notices."""

import numpy as np

from kedun.sample.arrays import NONE, Chunk, Floats, sigmoid, whole
from kedun.sample.happenings import active, happen, likely
from kedun.sample.world import World

ENQUIRY_TOPICS = ("报价", "交期", "规格确认", "样品", "付款条件", "售后配件")
CHANNELS = ("visit", "call", "mail", "message", "meeting")
TICKET_TYPES = ("complaint", "service_request")
TICKET_TOPICS = ("质量不符", "交货延误", "数量短少", "包装破损", "安装指导", "技术咨询", "换货申请", "发票更正")
SIGNALS = (
    ("decision_maker_changed", "决策人更换，原对接人不再负责"),
    ("price_sensitive", "反复压价，要求延长账期"),
    ("attitude_turned", "态度转冷，回避会面"),
    ("collection_cycle_off", "付款节奏明显变慢，财务多次推迟"),
    ("contract_dispute", "对合同条款提出异议"),
    ("key_contact_left", "现场人员减少，关键岗位离职"),
    ("production_halted", "仓库积压，开工不足"),
    ("staff_unpaid", "听说拖欠工资或供应商货款"),
)
SEVERITIES = ("low", "medium", "high")
_POINTS = np.array([3, 8, 15], dtype=np.int64)
INTERACTION_SUBJECTS = ("日常拜访", "新品介绍", "对账沟通", "催款沟通", "售后回访", "年度合作会谈", "交期协调")


def enquiries_of_month(world: World, month: int) -> Chunk:
    """Give the enquiries of one month; the worse a customer fares, the slower the correspondence."""
    rate = 0.55 * np.sqrt(world.profiles.orders_per_month) * active(world, month)
    rows = happen(world, topic="enquiries", month=month, rate=rate, ends_on=world.trades_until())
    spread = 0.7 * _bell(rows.draws[0], rows.draws[1])
    elapsed = np.clip(whole(np.exp(5.6 - 0.55 * np.clip(rows.health, -4.0, 2.0) + spread)), 3, 45_000)
    silent = rows.draws[2] < 0.04 + 0.2 * sigmoid(-2.0 - 1.2 * rows.health)
    answered_on = rows.day + (elapsed + whole(600.0 * rows.draws[3])) // 1440
    return {
        "external_id": rows.key,
        "customer": rows.customer,
        "asked_on": rows.day,
        "answered_on": np.where(silent, NONE, answered_on),
        "elapsed_minutes": np.where(silent, NONE, elapsed),
        "topic": likely(rows.draws[4], 0.4, 0.2, 0.15, 0.1, 0.08),
        "reported_on": rows.day,
    }


def _bell(first: Floats, second: Floats) -> Floats:
    """Turn two even draws into one that is normal."""
    bell: Floats = np.sqrt(-2.0 * np.log1p(-first)) * np.cos(2.0 * np.pi * second)
    return bell


def interactions_of_month(world: World, month: int) -> Chunk:
    """Give visits, calls and messages with the attitude that our people met."""
    rate = (0.25 + 0.25 * np.exp(0.4 * world.profiles.size)) * active(world, month)
    rows = happen(world, topic="interactions", month=month, rate=rate, ends_on=world.trades_until())
    attitude = whole(3.5 + 0.7 * np.clip(rows.health, -4.0, 2.0) + 0.7 * _bell(rows.draws[0], rows.draws[1]))
    rated = world.draws("ratings of visits", month).random((3, rows.size))
    ratings = np.clip(attitude + likely(rated[0], 0.25, 0.5) - 1, 1, 5)
    dunning = rows.draws[2] < sigmoid(-2.2 - 1.1 * rows.health)
    return {
        "external_id": rows.key,
        "customer": rows.customer,
        "happened_on": rows.day,
        "channel": likely(rows.draws[3], 0.2, 0.4, 0.12, 0.2),
        "subject": np.where(dunning, 3, likely(rows.draws[4], 0.3, 0.2, 0.2, 0.0, 0.15, 0.05)),
        "attitude": np.where(rows.draws[5] < 0.15, NONE, np.clip(attitude, 1, 5)),
        "satisfaction": np.where(rated[1] < 0.4, ratings, NONE),
        "culture_fit": np.where(rated[2] < 0.15, np.clip(ratings + 1, 1, 5), NONE),
        "reply_quality": np.where(rated[1] > 0.7, ratings, NONE),
        "reported_on": rows.day + likely(rows.draws[1], 0.7, 0.2),
    }


def tickets_of_month(world: World, month: int) -> Chunk:
    """Give complaints and service requests with what they cost us."""
    health = np.clip(world.health.levels[month], -4.0, 1.5)
    rate = 0.06 * np.exp(-0.35 * health) * np.sqrt(world.profiles.orders_per_month) * (active(world, month) == 1.0)
    rows = happen(world, topic="tickets", month=month, rate=rate, ends_on=world.trades_until())
    complaint = rows.draws[0] < 0.35 + 0.25 * sigmoid(-1.0 - rows.health)
    topic = np.where(complaint, likely(rows.draws[1], 0.4, 0.35, 0.15), 4 + likely(rows.draws[1], 0.35, 0.35, 0.2))
    days_open = 1 + whole(-9.0 * np.log1p(-0.9999 * rows.draws[2]))
    cost = np.exp(6.2 + 0.9 * _bell(rows.draws[3], rows.draws[4])) * np.where(complaint, 1.8, 1.0)
    return {
        "external_id": rows.key,
        "customer": rows.customer,
        "ticket_type": np.where(complaint, 0, 1),
        "opened_on": rows.day,
        "closed_on": np.where(days_open > 50, NONE, rows.day + days_open),
        "topic": topic,
        "cost_minor": whole(cost) * 100,
        "currency": rows.customer * 0,
        "reported_on": rows.day,
    }


def signals_of_month(world: World, month: int) -> Chunk:
    """Give what sales, service, finance and legal noticed, with points and an expiry; now and then it means nothing."""
    health = np.clip(world.health.levels[month], -4.0, 2.0)
    rate = (0.006 + 0.022 * np.exp(-0.8 * health)) * (active(world, month) == 1.0)
    rows = happen(world, topic="signals", month=month, rate=np.minimum(rate, 0.5), ends_on=world.health.defaulted_on)
    severity = likely(np.clip(rows.draws[0] - 0.18 * rows.health, 0.0, 1.0), 0.55, 0.3)
    return {
        "external_id": rows.key,
        "customer": rows.customer,
        "signal_type": likely(rows.draws[1], 0.14, 0.2, 0.16, 0.2, 0.1, 0.1, 0.06),
        "severity": severity,
        "points": _POINTS[severity],
        "observed_on": rows.day,
        "expires_on": rows.day + np.array([90, 180, 365])[likely(rows.draws[2], 0.4, 0.4)],
        "note": likely(rows.draws[1], 0.14, 0.2, 0.16, 0.2, 0.1, 0.1, 0.06),
        "reporter": rows.customer,
        "reported_on": rows.day + likely(rows.draws[3], 0.8, 0.15),
    }
