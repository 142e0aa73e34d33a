"""Writers wait for each other, batch order is commit order, and what is cut off leaves whole transactions."""

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import TypeVar

import pytest
from django.db import DatabaseError, connection, transaction

from kedun.cli.session import MIGRATION_LOCK
from kedun.facts import actions, store
from kedun.facts.actions import Delivery, forget_stale
from kedun.facts.merging.actions import merge
from kedun.facts.merging.refusals import MergedAlready
from kedun.facts.models import CURRENT, Batch, StaleCustomer
from kedun.facts.queries import customer_ids, last_batch
from kedun.kernel.clock import clock
from tests.facts.deliveries import customer, deliver, invoice

pytestmark = pytest.mark.django_db(transaction=True)
T = TypeVar("T")


def invoices() -> int:
    return CURRENT["invoice"]._default_manager.count()


def test_a_second_writer_waits_and_gets_the_next_batch() -> None:
    has_written, may_commit, order = threading.Event(), threading.Event(), list[str]()

    def hold(batch: int) -> None:
        has_written.set()
        assert may_commit.wait(30)
        order.append(f"first {batch}")

    def write(name: str, delivery: Delivery) -> None:
        try:
            deliver({"invoice": [invoice(name)]}, delivery)
        finally:
            connection.close()

    first = threading.Thread(target=write, args=("i1", Delivery("erp", "alice", after_batch=hold)))
    first.start()
    assert has_written.wait(30)
    second_done = Delivery("crm", "bob", after_batch=lambda batch: order.append(f"second {batch}"))
    second = threading.Thread(target=write, args=("i2", second_done))
    second.start()
    wait_until_somebody_waits_for_the_lock()
    assert last_batch() == 0
    may_commit.set()
    first.join(30)
    second.join(30)
    assert order == ["first 1", "second 2"]
    assert list(Batch.objects.order_by("id").values_list("source", flat=True)) == ["erp", "crm"]


def test_a_merger_waits_for_a_delivery_and_takes_along_what_it_wrote() -> None:
    deliver({"customer": [customer("A"), customer("B")]})
    numbers, has_written, may_commit = customer_ids("AB"), threading.Event(), threading.Event()

    def hold(_batch: int) -> None:
        has_written.set()
        assert may_commit.wait(30)

    def alone(act: Callable[[], object]) -> threading.Thread:
        def run() -> None:
            try:
                act()
            finally:
                connection.close()

        thread = threading.Thread(target=run)
        thread.start()
        return thread

    first = alone(lambda: deliver({"invoice": [invoice("i1", "B")]}, Delivery("erp", "alice", after_batch=hold)))
    assert has_written.wait(30)
    said: list[str] = []

    def contradict(code: str, into: str) -> None:
        try:
            merge(numbers[code], into_id=numbers[into], reason="one firm", actor="bob")
            said.append(into)
        except MergedAlready:
            said.append("refused")

    others = [alone(lambda: contradict("B", "A")), alone(lambda: contradict("A", "B"))]
    wait_until_somebody_waits_for_the_lock()
    may_commit.set()
    for thread in (first, *others):
        thread.join(30)
    stays = next(each for each in said if each != "refused")
    assert sorted(said) == sorted([stays, "refused"])
    assert CURRENT["invoice"]._default_manager.values_list("customer_id", flat=True).get() == numbers[stays]


def wait_until_somebody_waits_for_the_lock() -> None:
    waiting = (
        "SELECT COUNT(*) FROM pg_locks JOIN pg_database d ON d.oid = database"
        " WHERE locktype = 'advisory' AND NOT granted AND datname = current_database()"
    )
    for _ in range(10_000):
        with connection.cursor() as cursor:
            cursor.execute(waiting)
            if (cursor.fetchone() or (0,))[0] > 0:
                return
    pytest.fail("nobody waits for the lock")


def test_many_writers_lose_nothing() -> None:
    def write(name: str) -> None:
        try:
            for number in range(5):
                deliver({"invoice": [invoice(f"{name}-{number}", f"c{number}")]}, Delivery(name, "alice"))
        finally:
            connection.close()

    writers = [threading.Thread(target=write, args=(f"s{number}",)) for number in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert (invoices(), last_batch(), Batch.objects.count()) == (20, 20, 20)
    assert CURRENT["customer"]._default_manager.count() == 5


KILLED = """
import os, signal, django
django.setup()
from kedun.facts.actions import Delivery
from tests.facts.deliveries import customer, deliver, invoice
def die_in_the_second(batch):
    if batch == 2:
        os.kill(os.getpid(), signal.SIGKILL)
deliver({"invoice": [invoice(f"i{n}") for n in range(4500)]}, Delivery("erp", "alice", after_batch=die_in_the_second))
"""


def test_a_delivery_killed_half_way_keeps_whole_transactions_and_is_finished_by_delivering_again() -> None:
    host, name, user = (connection.settings_dict[key] for key in ("HOST", "NAME", "USER"))
    environment = {**os.environ, "DATABASE_URL": f"postgresql://{user}@/{name}?host={host}"}
    environment |= {
        "DJANGO_SETTINGS_MODULE": "kedun.web.settings",
        "PYTHONPATH": os.pathsep.join(["src", ".", *sys.path]),
    }
    died = subprocess.run([sys.executable, "-c", KILLED], env=environment, capture_output=True, text=True, check=False)
    assert died.returncode == -9, died.stderr
    assert (invoices(), last_batch()) == (2_000, 1)
    again = deliver({"invoice": [invoice(f"i{number}") for number in range(4_500)]})
    assert again.batches == (2, 3)
    assert (again.counts["invoice"].unchanged, again.counts["invoice"].added) == (2_000, 2_500)


def test_a_chunk_that_fails_leaves_those_before_it_and_none_of_those_cut_ahead() -> None:
    def fail_in_the_second(batch: int) -> None:
        if batch == 2:
            raise LookupError(batch)

    rows = [invoice(f"i{number:04d}", f"c{number:04d}") for number in range(8_100)]
    with pytest.raises(LookupError):
        deliver({"invoice": rows}, Delivery("erp", "alice", after_batch=fail_in_the_second))
    assert (invoices(), last_batch(), StaleCustomer.objects.count()) == (2_000, 1, 2_000)
    again = deliver({"invoice": rows})
    assert again.batches == (2, 3, 4, 5)
    assert (again.counts["invoice"].unchanged, again.counts["invoice"].added) == (2_000, 6_100)
    assert (invoices(), StaleCustomer.objects.count()) == (8_100, 8_100)


def test_no_table_is_read_as_a_whole_for_each_row_however_small_it_was_when_the_plan_was_made() -> None:
    deliver({"customer": [customer(f"c{number}") for number in range(100)]})
    deliver({"invoice": [invoice(f"i{number}", f"c{number % 100}") for number in range(200)]})
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE facts_customer")
    before = _customers_read()
    deliver({"invoice": [invoice(f"j{number}", f"c{number % 100}") for number in range(2_000)]})
    assert _customers_read() - before < 20_000, "of 100 customers, looked through for 2,000 invoices"


def _customers_read() -> int:
    """Give how many customers were read in passing through the whole table, since the tables were made."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_force_next_flush(), pg_stat_clear_snapshot()")
        cursor.execute("SELECT seq_tup_read FROM pg_stat_user_tables WHERE relname = 'facts_customer'")
        (found,) = cursor.fetchone() or (0,)
        return int(found)


def test_a_transaction_whose_marker_fails_leaves_nothing() -> None:
    def refuse(batch: int) -> None:
        raise LookupError(batch)

    with pytest.raises(LookupError):
        deliver({"invoice": [invoice("i1")]}, Delivery("erp", "alice", after_batch=refuse))
    assert (invoices(), last_batch(), StaleCustomer.objects.count()) == (0, 0, 0)


def in_another_thread(act: Callable[[], T]) -> Callable[[], T]:
    """Start a call on a connection of its own; what is given waits for its answer, and raises what it raised."""
    answers: queue.Queue[T | Exception] = queue.Queue()

    def run() -> None:
        try:
            answers.put(act())
        except DatabaseError as problem:
            answers.put(problem)
        finally:
            connection.close()

    threading.Thread(target=run, daemon=True).start()

    def answer() -> T:
        given = answers.get(timeout=10)
        if isinstance(given, Exception):
            raise given
        return given

    return answer


def test_forgetting_marks_waits_for_no_delivery_and_leaves_the_mark_that_it_renews() -> None:
    deliver({"invoice": [invoice("i1", "001"), invoice("i2", "002")]})
    forgotten: list[int] = []

    def forget_meanwhile(_batch: int) -> None:
        forgotten.append(in_another_thread(lambda: forget_stale(None, up_to_batch=1))())

    deliver({"invoice": [invoice("i3", "001")]}, Delivery("erp", "alice", after_batch=forget_meanwhile))
    assert forgotten == [1]
    assert dict(StaleCustomer.objects.values_list("customer_id", "batch_id")) == {customer_ids(["001"])["001"]: 2}


MARKS = 6_000


def test_marks_renewed_and_forgotten_at_once_never_lock_each_other_out() -> None:
    """The table lies in the order opposite to the ids, so whoever locks as it scans meets whoever locks by id."""
    everyone = set(range(1, MARKS + 1))
    for round_number in range(1, 4):
        store.run("TRUNCATE facts_stale_customer")
        backwards = sorted(everyone, reverse=True)
        marks = [StaleCustomer(customer_id=each, since=clock().now(), batch_id=1) for each in backwards]
        StaleCustomer.objects.bulk_create(marks)
        both = threading.Barrier(2)

        def renew(both: threading.Barrier = both) -> int:
            written = store.Written(2, customers=everyone)
            both.wait(10)
            with transaction.atomic():
                actions._mark_stale(written, clock().now())
            return len(written.customers)

        def forget(both: threading.Barrier = both) -> int:
            both.wait(10)
            return forget_stale(None, up_to_batch=1)

        renewed, forgotten = in_another_thread(renew), in_another_thread(forget)
        assert (renewed(), forgotten() <= MARKS) == (MARKS, True), round_number
        assert set(StaleCustomer.objects.values_list("batch_id", flat=True)) == {2}
        assert StaleCustomer.objects.count() == MARKS


def test_marks_are_written_in_the_order_of_customers() -> None:
    with transaction.atomic():
        actions._mark_stale(store.Written(1, customers={30, 10, 20}), clock().now())
    assert store.rows("SELECT customer_id FROM facts_stale_customer ORDER BY ctid") == [(10,), (20,), (30,)]


def test_a_delivery_does_not_wait_for_whoever_changes_tables() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATION_LOCK])
        try:
            assert in_another_thread(lambda: deliver({"invoice": [invoice("i1")]}))().batches == (1,)
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [MIGRATION_LOCK])


def test_listeners_hear_of_stale_customers() -> None:
    with connection.cursor() as cursor:
        cursor.execute("LISTEN facts_stale_customer")
        deliver({"invoice": [invoice("i1")]})
        (heard,) = cursor.connection.notifies(timeout=5, stop_after=1)
        cursor.execute("UNLISTEN facts_stale_customer")
    assert heard.payload == "1"
