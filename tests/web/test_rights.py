"""rights.csv is the enforcement: every operation × role is compared with what really happens."""

from pathlib import Path

import pytest

import kedun.accounts
from kedun.accounts.rights import COLUMNS, FILE, BrokenRights, read_rights, rights
from kedun.accounts.roles import ROLES
from kedun.web.api import api
from tests.web.clients import Answer, ApiClient, client_of, key_client, stranger
from tests.web.operations import Mounted, operations

HEADING = "operation," + ",".join(COLUMNS)
APPROVALS = (
    "people",
    "add_person",
    "change_person",
    "add_api_key",
    "change_rights",
    "choose_rules",
    "retry_delivery",
    "resolve_alert",
    "reopen_alert",
    "assign_alert",
    "move_alerts",
)
"""What a program may never do, whatever its key: give itself or anybody more than it has, or decide for people."""


def test_every_operation_stands_in_the_table_and_nothing_else_does() -> None:
    assert sorted(rights().operations) == sorted(each.name for each in operations())


def test_operations_have_names_of_their_own() -> None:
    names = [each.name for each in operations()]
    assert sorted(set(names)) == sorted(names)


def ask(client: ApiClient, operation: Mounted) -> Answer:
    method = getattr(client, operation.method.lower())
    answer: Answer = method(operation.address())
    return answer


def is_refused_for_role(answer: Answer) -> bool:
    return answer.status == 403 and answer.json["code"] == "role_may_not"


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_a_role_may_what_the_table_says(role: str) -> None:
    client = client_of(role)  # type: ignore[arg-type]  # a role of the closed set
    may = {each.name: not is_refused_for_role(ask(client, each)) for each in operations()}
    assert may == {name: role in columns for name, columns in rights().operations.items()}


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("right", ["reader", "writer"])
def test_a_key_may_what_the_table_says(right: str) -> None:
    client = key_client(right)  # type: ignore[arg-type]  # a right of the closed set
    may = {each.name: not is_refused_for_role(ask(client, each)) for each in operations()}
    assert may == {name: f"api_{right}" in columns for name, columns in rights().operations.items()}


@pytest.mark.django_db
def test_a_stranger_may_nothing() -> None:
    client = stranger()
    assert {each.name: ask(client, each).status for each in operations()} == dict.fromkeys(rights().operations, 401)


def test_keys_have_no_right_to_approve_or_to_give_rights() -> None:
    for right in ("api_reader", "api_writer"):
        assert set(rights().allowed(right)) & set(APPROVALS) == set()


def test_a_reader_only_reads() -> None:
    methods = {each.name: each.method for each in operations()}
    allowed = [*rights().allowed("api_reader"), *rights().allowed("auditor"), *rights().allowed("outside_expert")]
    personal = {"change_me", "save_view", "remove_view", "add_saved_view", "remove_saved_view", "save_saved_view"}
    questions = {"try_policy", "policy_words", "try_indicator"}  # they carry a whole text, and store nothing
    assert {name for name in allowed if methods[name] not in ("GET",)} - personal - questions == set()


@pytest.mark.django_db
def test_what_the_table_does_not_name_nobody_may(monkeypatch: pytest.MonkeyPatch) -> None:
    without = read_rights([HEADING])
    monkeypatch.setattr("kedun.accounts.door.api.rights", lambda: without)
    told = client_of("administrator").get("/people")
    assert (told.status, told.json["code"], told.json["params"]) == (403, "role_may_not", {"operation": "people"})


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["operation,sales"], id="other columns"),
        pytest.param([HEADING, "me" + ",yes" * 3], id="too few cells"),
        pytest.param([HEADING, "me,maybe" + "," * (len(COLUMNS) - 1)], id="a cell that is neither yes nor empty"),
        pytest.param([HEADING] + 2 * ["me" + "," * len(COLUMNS)], id="a line twice"),
        pytest.param([HEADING, "mask:everything" + "," * len(COLUMNS)], id="an unknown mask"),
        pytest.param([], id="nothing"),
    ],
)
def test_a_broken_table_stops_the_program(lines: list[str]) -> None:
    with pytest.raises(BrokenRights):
        read_rights(lines)


def test_the_table_says_who_may_and_what_is_hidden() -> None:
    table = read_rights([HEADING, "me,yes" + "," * (len(COLUMNS) - 1), "mask:amounts,,yes" + "," * (len(COLUMNS) - 2)])
    assert (table.may("sales", "me"), table.may("sales_manager", "me"), table.may("sales", "you")) == (
        True,
        False,
        False,
    )
    assert (table.hidden_from("sales_manager"), table.hidden_from("sales")) == (frozenset({"amounts"}), frozenset())
    assert table.allowed("sales") == ("me",)


def test_the_file_lies_beside_the_code() -> None:
    assert (Path(kedun.accounts.__file__).parent / FILE).is_file()
    assert api.urls_namespace == "api"
