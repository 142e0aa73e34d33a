"""The world around: statements that customers publish, news, industry figures and exchange rates."""

import numpy as np

from kedun.kernel.money import RATE_SCALE
from kedun.sample.arrays import NONE, Chunk, Floats, Ints, constant, picked, stacked, whole
from kedun.sample.happenings import happen, likely
from kedun.sample.name_parts import CURRENCIES, PLACES, TRADES, YUAN_PER_UNIT
from kedun.sample.timeline import month_of, month_start
from kedun.sample.world import World

SENTIMENTS = ("negative", "neutral", "positive")
NEWS = (
    ("拖欠供应商货款被曝光", "资金链"),
    ("裁员并关闭部分产线", "经营"),
    ("产品抽检不合格", "质量"),
    ("参加行业展会", "市场"),
    ("完成工商信息变更", "工商"),
    ("发布年度公告", "经营"),
    ("中标重点项目", "市场"),
    ("新厂房投产", "产能"),
    ("获评专精特新企业", "资质"),
)
PROVINCES = tuple(dict.fromkeys(place.province for place in PLACES))
MARKETS = (*(trade.industry for trade in TRADES), *PROVINCES)
"""Where events of a market happen: the industries, then the regions."""
MARKET_EVENTS = (
    ("policy_change", "环保限产政策收紧"),
    ("supply_disruption", "主要原料供应紧张"),
    ("competitor_move", "头部企业降价抢份额"),
    ("regional_risk", "台风洪涝致停工停运"),
)
REGIONAL = 3
_HALF_YEARS_BEFORE = 3
_FIRST_HALF_YEAR = -400
"""Half-years are counted from 1970; streams need numbers from 0."""


def statement_rows(world: World) -> Chunk:
    """Give half-year and annual statements; ailing customers publish later, or nothing."""
    first = month_of(np.array([world.over.start]))[0] // 6 - _HALF_YEARS_BEFORE
    last = month_of(np.array([world.over.until]))[0] // 6
    return stacked([_statements(world, half_year=int(each)) for each in range(int(first), int(last) + 1)])


def _statements(world: World, *, half_year: int) -> Chunk:
    """Give the statements at the end of one half-year: flows count from January."""
    profiles = world.profiles
    draws = world.streams.of("statements", half_year - _FIRST_HALF_YEAR)
    uniform, noise = draws.random((3, profiles.count)), draws.standard_normal((5, profiles.count))
    period_end = int(month_start(np.array([half_year * 6 + 6]))[0]) - 1
    health = world.health.levels[world.over.index(np.array([period_end]))[0]]
    year_part = 1.0 if half_year % 2 else 0.48
    publishes = world.streams.of("publishers").random(profiles.count) < np.clip(0.4 + 0.12 * profiles.size, 0.05, 0.9)
    only_annual = (year_part < 1.0) & (uniform[0] < 0.5)
    withheld = uniform[1] < np.where(health < -1.5, 0.45, 0.04)
    delay = 45 + whole(75.0 * uniform[2]) + np.where(health < -0.8, 35, 0)
    rows = {
        "external_id": profiles.everyone * 10_000 + half_year - _FIRST_HALF_YEAR,
        "customer": profiles.everyone,
        "period_end_on": constant(period_end, size=profiles.count),
        **_figures(world, health=health, noise=noise, year_part=year_part),
        "currency": profiles.currency * 0,
        "reported_on": period_end + delay,
    }
    alive = period_end < world.health.defaulted_on
    return picked(rows, publishes & ~only_annual & ~withheld & alive & world.over.seen(rows["reported_on"]))


def _figures(world: World, *, health: Floats, noise: Floats, year_part: float) -> Chunk:
    profiles = world.profiles
    bought = profiles.orders_per_month * profiles.order_value * 100.0 / profiles.minor_per_yuan
    revenue = bought * 12.0 * 9.0 * np.exp(0.08 * health + 0.25 * noise[0]) * year_part
    assets = revenue / year_part * np.exp(-0.2 + 0.3 * noise[1])
    debt = np.clip(0.56 - 0.09 * health + 0.06 * noise[2], 0.12, 1.6)
    current = assets * np.clip(0.6 + 0.05 * noise[3], 0.3, 0.9)
    owed_soon = current / np.clip(1.35 + 0.28 * health + 0.12 * noise[3], 0.25, 4.0)
    profit = revenue * (0.035 + 0.03 * health + 0.012 * noise[4])
    figures = {
        "revenue_minor": revenue,
        "net_profit_minor": profit,
        "total_assets_minor": assets,
        "total_liabilities_minor": np.maximum(assets * debt, owed_soon),
        "current_assets_minor": current,
        "current_liabilities_minor": owed_soon,
        "operating_cash_flow_minor": profit + revenue * (0.02 + 0.03 * np.clip(health, -4.0, 1.0) + 0.02 * noise[1]),
    }
    return {name: _in_thousands(values) for name, values in figures.items()}


def _in_thousands(yuan: Floats) -> Ints:
    """Round yuan to whole thousands, in minor units, within what an amount may be."""
    return np.clip(whole(yuan / 1_000.0), -(10**8), 10**8) * 100_000


def news_of_month(world: World, month: int) -> Chunk:
    """Give the news of one month; the larger the customer, the more is written about it."""
    health = np.clip(world.health.levels[month], -4.0, 2.0)
    rate = np.minimum(
        (0.012 + 0.014 * np.exp(-0.7 * health)) * np.exp(0.5 * np.clip(world.profiles.size, -2.0, 3.0)), 1.0
    )
    rows = happen(world, topic="news", month=month, rate=rate, ends_on=world.health.defaulted_on + 400)
    negative = np.clip(0.22 - 0.2 * rows.health, 0.05, 0.9)
    sentiment = np.where(rows.draws[0] < negative, 0, 1 + likely(rows.draws[1], 0.55))
    title = sentiment * 3 + likely(rows.draws[2], 0.4, 0.35)
    return {
        "external_id": rows.key,
        "customer": rows.customer,
        "published_on": rows.day,
        "sentiment": sentiment,
        "title": title,
        "topic": title,
        "reported_on": rows.day + likely(rows.draws[3], 0.7, 0.2),
    }


def industry_rows(world: World) -> Chunk:
    """Give every industry's prosperity index at the end of each month, published a good week later."""
    months, trades = world.over.months, len(TRADES)
    ends = month_start(world.over.first_month + np.arange(1, months + 1)) - 1
    return {
        "external_id": np.repeat(np.arange(months) + world.over.first_month + 10_000, trades) * 100
        + np.tile(np.arange(trades), months),
        "industry": np.tile(np.arange(trades), months),
        "observed_on": np.repeat(ends, trades),
        "index_permille": world.health.index_permille[:months].ravel(),
        "reported_on": np.repeat(ends + 9, trades),
    }


def market_rows(world: World) -> Chunk:
    """Give what happens to whole industries, mostly when they fare badly, and now and then to a region."""
    return stacked([_market_events(world, month=month) for month in range(world.over.months)])


def _market_events(world: World, *, month: int) -> Chunk:
    trades = len(TRADES)
    draws = world.draws("market events", month).random((5, trades + len(PROVINCES)))
    index = world.health.index_permille
    fall = np.concatenate([np.maximum(1000 - index[month], 0) / 1000.0, np.zeros(len(PROVINCES))])
    market = np.flatnonzero(draws[0] < np.where(fall > 0.0, 0.04 + 1.2 * fall, 0.02))
    count = market.size
    of_region = market >= trades
    event = np.where(of_region, REGIONAL, likely(draws[1, market], 0.4, 0.3))
    day = world.over.some_workday(month, draws[2, market])
    return {
        "external_id": (world.over.first_month + month + 10_000) * 1_000 + market,
        "covers": of_region.astype(np.int64),
        "market": market,
        "event_type": event,
        "impact": np.clip(whole(1.0 + 8.0 * fall[market] + 2.0 * draws[3, market]), 1, 5),
        "observed_on": day,
        "expires_on": np.where(draws[4, market] < 0.3, day + 60, constant(NONE, size=count)),
        "title": event,
        "reported_on": day + likely(draws[4, market], 0.6, 0.3),
    }


def rate_rows(world: World) -> Chunk:
    """Give the rate of each foreign currency on the first day of every month."""
    level = np.zeros(len(CURRENCIES) - 1)
    chunks = []
    for month in range(world.over.months):
        level = 0.97 * level + 0.009 * world.draws("rates", month).standard_normal(level.size)
        yuan = np.array(YUAN_PER_UNIT[1:]) * np.exp(level)
        day = constant(world.over.first_day(month), size=level.size)
        number = world.over.first_month + month + 10_000
        chunks.append(
            {
                "external_id": number * 100 + np.arange(level.size),
                "currency": np.arange(level.size) + 1,
                "rate_on": day,
                "rate": whole(yuan * 10_000.0) * (RATE_SCALE // 10_000),
                "reported_on": day,
            }
        )
    return stacked(chunks)
