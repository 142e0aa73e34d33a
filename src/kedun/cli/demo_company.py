"""Makes the demo's company: its facts, its people, and a year of assessments. Killed anywhere, it goes on from there."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kedun.cli import demo_state, sample
from kedun.cli.demo_state import Demo, NotTheDemo
from kedun.cli.progress import shown
from kedun.cli.session import opened
from kedun.kernel.clock import clock, today
from kedun.kernel.days import Day, to_date
from kedun.kernel.progress import Progress, Silent
from kedun.kernel.words import Words

NAME = "客盾示例贸易有限公司"
"""What the demo's company is called; a name is not translated."""

STEPS = {
    **sample.STEPS,
    "demo.tables": Words(zh="建立数据表", en="Making the tables"),
    "demo.people": Words(zh="建立演示人员", en="Making people"),
    "demo.history": Words(zh="逐月评估全部客户", en="Assessing everybody, month by month"),
}


def make(data: Path, *, customers: int, months: int) -> None:
    """Make what is not there yet: all of it at the first start, next to nothing at a later one.

    Raises: NotTheDemo, and the refusals of the sample company.
    """
    with shown(STEPS) as progress:
        progress.step("demo.tables", total=1)
        with opened():
            from kedun.pipeline.starter import load_definitions

            load_definitions(clock())
            progress.advance()
            now = today(clock())
            demo = (_remembered(data) or Demo(customers=customers, months=months, until=now)).up_to(now)
            demo_state.write(data, demo)
            demo = _with_facts(demo, data, progress)
            demo = _with_people(demo, data, progress)
            name_company()
            _with_history(demo, data, progress)


def _remembered(data: Path) -> Demo | None:
    """Give what the folder remembers.

    Raises: NotTheDemo for a database that holds something the folder knows nothing of.
    """
    demo = demo_state.read(data)
    if demo is None:
        from kedun.facts.queries import last_batch

        if last_batch():
            raise NotTheDemo(folder=str(data))
    return demo


def _with_facts(demo: Demo, data: Path, progress: Progress) -> Demo:
    if demo.is_stored:
        return demo
    from kedun.facts.actions import Delivery, upsert
    from kedun.sample import generate

    company = generate(
        customers=demo.customers,
        months=demo.months,
        seed=demo_state.SEED,
        until=demo.until,
        start=demo.start,
        progress=progress,
    )
    demo = replace(demo, start=company.periods["invoice"][0])
    demo_state.write(data, demo)
    upsert(
        company.tables,
        delivery=Delivery(source=sample.SOURCE, actor=sample.ACTOR, periods=company.periods),
        progress=progress,
    )
    demo = replace(demo, is_stored=True)
    demo_state.write(data, demo)
    return demo


def _with_people(demo: Demo, data: Path, progress: Progress) -> Demo:
    if demo.people:
        return demo
    from kedun.cli.demo_people import people

    progress.step("demo.people", total=1)
    demo = replace(demo, people=people(password=demo_state.password(data), on=demo.start or demo.until))
    demo_state.write(data, demo)
    progress.advance()
    return demo


def name_company() -> None:
    """Give the company a name, which letters and mails carry, unless somebody has given it one."""
    from kedun.accounts.company.actions import set_company
    from kedun.accounts.company.queries import company

    stated = company()
    if not stated.name:
        set_company(sample.ACTOR, name=NAME, notify_address=stated.notify_address, revision=stated.revision)


def _with_history(demo: Demo, data: Path, progress: Progress) -> None:
    """Assess each month-end as in the night after it, so that alerts are as old as they would be; report on last month."""
    days: Sequence[Day] = demo.days_to_assess(today(clock()))
    if not days:
        return
    from kedun.pipeline.monthly import monthly
    from kedun.pipeline.nightly import nightly

    progress.step("demo.history", total=len(days) + 1)
    for day in days:
        nightly(data / "mirror", clock=demo_state.evening_of(day, clock()), as_of=day, progress=Silent())
        demo = replace(demo, assessed=(*demo.assessed, day))
        demo_state.write(data, demo)
        progress.advance()
    monthly(data / "mirror", clock=clock())
    progress.advance()


def document(demo: Demo) -> dict[str, object]:
    """Give what is told of the demo to scripts."""
    return {
        "customers": demo.customers,
        "until": to_date(demo.until).isoformat(),
        "people": [{"email": each.email, "name": each.name, "role": each.role} for each in demo.people],
    }
