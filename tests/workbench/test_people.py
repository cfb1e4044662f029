"""Users, sessions and roles: who may read, who may judge, and by which name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient

from vedette.cli.main import group
from vedette.errors import VedetteError
from vedette.ledger.judgements import all_judgements
from vedette.ledger.schema import users as table
from vedette.ledger.store import open_ledger
from vedette.workbench.desk import Desk
from vedette.workbench.people.users import Role, add_user, change_user, check_password, list_users, remove_user
from vedette.workbench.serving import is_loopback, prepare
from workbench.conftest import Form
from workbench.made import CLAIMS

PASSWORD = "four plain words here"


def add(desk: Desk, name: str, role: Role) -> None:
    with desk.write() as db:
        add_user(db, name, PASSWORD, role)


def sign_in(client: TestClient, name: str, password: str = PASSWORD, to: str = "/day") -> tuple[int, str]:
    found = re.search(r'name="token" value="([0-9a-f]+)"', client.get("/signin").text)
    assert found is not None
    answer = client.post("/signin", data={"token": found[1], "name": name, "password": password, "back": to})
    return answer.status_code, answer.text


def test_once_there_is_a_user_everybody_has_to_sign_in(client: TestClient, desk: Desk) -> None:
    add(desk, "bea", Role.ANALYST)
    found = client.get("/day?from=2016-12-10")
    assert found.url.path == "/signin"
    assert "from%3D2016-12-10" in str(found.url)
    assert client.get("/api/v1/day").status_code == 401
    assert sign_in(client, "bea", to="/day?from=2016-12-10")[0] == 200
    assert "10 December 2016" in client.get("/day?from=2016-12-10").text


def test_a_judgement_carries_its_author(client: TestClient, desk: Desk, form: Form) -> None:
    add(desk, "bea", Role.ANALYST)
    sign_in(client, "bea")
    form.send("/judgements", "/judge", {"verdict": "wrong", "id": CLAIMS["dead"].id, "why": "it says wounded"})
    with desk.read() as db:
        assert [j.author for j in all_judgements(db)] == ["bea"]


def test_a_reader_reads_and_does_not_judge(client: TestClient, desk: Desk, form: Form) -> None:
    add(desk, "rob", Role.READER)
    sign_in(client, "rob")
    text = client.get(f"/report/{CLAIMS['dead'].report_id}").text
    assert "killed" in text
    assert 'action="/judge"' not in text
    found = form.send(
        "/day", "/judge", {"verdict": "wrong", "id": CLAIMS["dead"].id, "why": "x"}
    )  # the sign-out form's
    assert found.status_code == 403
    assert "may read here, not judge" in found.text
    with desk.read() as db:
        assert all_judgements(db) == []


def test_only_an_admin_sees_people(client: TestClient, desk: Desk, form: Form) -> None:
    add(desk, "bea", Role.ANALYST)
    add(desk, "kim", Role.ADMIN)
    sign_in(client, "bea")
    assert client.get("/people").status_code == 403
    sign_in(client, "kim")
    assert "bea" in client.get("/people").text
    form.send("/people", "/people", {"name": "bea", "role": "reader", "disabled": "yes"})
    with desk.read() as db:
        [bea] = [u for u in list_users(db) if u.name == "bea"]
    assert (bea.role, bea.disabled) == (Role.READER, True)
    assert sign_in(client, "bea")[0] == 403


def test_a_wrong_password_is_refused_and_guessing_is_slowed(client: TestClient, desk: Desk) -> None:
    add(desk, "bea", Role.ANALYST)
    assert [sign_in(client, "bea", "guess")[0] for _ in range(6)] == [403] * 5 + [429]
    assert sign_in(client, "nobody", "guess")[0] == 429  # guessing other names from the same place is no way round


def test_signing_out_ends_the_session(client: TestClient, desk: Desk, form: Form) -> None:
    add(desk, "bea", Role.ANALYST)
    sign_in(client, "bea")
    form.send("/day", "/signout", {})
    assert client.get("/day").url.path == "/signin"


def test_a_new_session_has_a_new_token(client: TestClient, desk: Desk) -> None:
    """Whoever planted a token in the browser before the sign-in holds nothing after it."""
    add(desk, "bea", Role.ANALYST)
    client.get("/signin")
    before = client.cookies["vedette_session"]
    sign_in(client, "bea")
    assert client.cookies["vedette_session"] != before


def test_the_ledger_keeps_no_password_and_no_token(client: TestClient, desk: Desk) -> None:
    add(desk, "bea", Role.ANALYST)
    sign_in(client, "bea")
    with desk.read() as db:
        kept = db.execute(table.select()).one()
        tokens = db.exec_driver_sql("select token from sessions").scalars().all()
    assert kept.password.startswith("$argon2id$")
    assert PASSWORD not in kept.password
    assert client.cookies["vedette_session"] not in tokens


def test_the_last_admin_stays(desk: Desk) -> None:
    add(desk, "kim", Role.ADMIN)
    with desk.write() as db, pytest.raises(VedetteError, match="last admin"):
        change_user(db, "kim", role=Role.READER)


@pytest.mark.parametrize(("name", "password", "told"), [("", PASSWORD, "cannot be"), ("bea", "short", "characters")])
def test_bad_names_and_passwords_are_refused(desk: Desk, name: str, password: str, told: str) -> None:
    with desk.write() as db, pytest.raises(VedetteError, match=told):
        add_user(db, name, password, Role.ANALYST)


def test_users_by_the_command_line(url: str) -> None:
    def run(*args: str, given: str = "") -> str:
        done = CliRunner().invoke(group, ["user", *args, "--ledger", url], input=given)
        assert done.exit_code == 0, done.output
        return done.output

    assert "bea may sign in as analyst" in run("add", "bea", given=f"{PASSWORD}\n")
    assert "bea is reader" in run("role", "bea", "reader")
    run("password", "bea", given="another few words\n")
    with open_ledger(url).begin() as db:
        assert check_password(db, "bea", PASSWORD) is None
        found = check_password(db, "bea", "another few words")
        assert found is not None
        assert found.role is Role.READER
        assert check_password(db, "nobody", PASSWORD) is None
    assert "bea" in run("list")
    run("remove", "bea")
    with open_ledger(url).begin() as db:
        assert list_users(db) == []
        with pytest.raises(VedetteError, match="no user"):
            remove_user(db, "bea")


def test_without_users_it_serves_this_machine_only(url: str) -> None:
    with pytest.raises(VedetteError, match="nobody has to sign in"):
        prepare(url, "0.0.0.0", (), False, "ann")
    assert prepare(url, "127.0.0.1", (), False, "ann")[1] is False
    with open_ledger(url).begin() as db:
        add_user(db, "bea", PASSWORD, Role.ANALYST)
    desk, has_users = prepare(url, "0.0.0.0", ("desk.example",), True, "ann")
    assert has_users
    assert "desk.example" in desk.hosts


def test_a_ledger_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(VedetteError, match="no ledger"):
        prepare(str(tmp_path / "none.db"), "127.0.0.1", (), False, "ann")


@pytest.mark.parametrize(
    ("host", "own"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("desk.example", False)],
)
def test_which_addresses_are_this_machines_own(host: str, own: bool) -> None:
    assert is_loopback(host) is own
