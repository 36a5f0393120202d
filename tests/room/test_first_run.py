"""A machine is set up step by step, over the real settings, files and database of one room."""

from __future__ import annotations

import json
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import pytest

from command_center.bootstrap import bundles
from command_center.bootstrap.first_run import kept
from command_center.bootstrap.first_run import machine as on_machine
from command_center.bootstrap.first_run.machine import ThisMachine, _demand_fit
from command_center.cli import main
from command_center.domain.errors import OperatorError
from command_center.domain.room import SourceKind
from command_center.runtime.bundle import Bundle, Origin
from command_center.runtime.clock import LiveClock
from command_center.runtime.paths import config_dir, data_dir, site_config_dir
from command_center.runtime.setting_file import read_file
from command_center.runtime.settings import Settings, load_settings, save_settings, settings_path
from command_center.storage.trial import Trial, room_in
from command_center.ui.first_run.setup import Choice, Machine, Mark, SourceDraft, Standing, Step
from command_center.ui.person import NOBODY
from command_center.ui.personal import Personal

PASSWORD = "lodeh terong sore"
CAMERAS = """stream_id,name,url,lat,lon
suhat,Soekarno-Hatta,https://cctv.example/suhat.m3u8,-7.9420,112.6130
jauh,Surabaya,https://cctv.example/jauh.m3u8,-7.25,112.75
rusak,Tanpa alamat,,-7.9420,112.6130
"""


@pytest.fixture
def machine() -> ThisMachine:
    return ThisMachine(LiveClock())


def refused(code: str) -> AbstractContextManager[object]:
    return pytest.raises(OperatorError, match=f"^{code}")


def test_only_a_machine_that_nothing_was_set_on_is_asked(machine: ThisMachine) -> None:
    assert kept.is_first_run()
    machine.keep_language("en")
    assert kept.is_first_run(), "closed in the middle, it goes on"
    machine.close()
    assert not kept.is_first_run()
    settings_path("live").unlink()
    (data_dir() / "room.db").touch()
    assert not kept.is_first_run(), "a room that lies here is not asked about"
    (data_dir() / "room.db").unlink()
    save_settings("live", Settings(database="postgresql+psycopg://ws_a@db/ruang"))
    assert not kept.is_first_run()


def test_a_room_of_one_machine_is_founded_and_filled(machine: ThisMachine, tmp_path: Path) -> None:
    assert machine.standing().next_after() is Step.LANGUAGE
    machine.keep_language("en")
    machine.skip(Step.BUNDLE)
    machine.choose(Choice(Machine.SINGLE, pack="jember"))
    assert machine.try_database().room == ""
    machine.finish(Step.DATABASE)
    machine.make_administrator("Sari Wulandari", "sari", PASSWORD)
    found = room_in(f"sqlite:///{data_dir() / 'room.db'}", None)
    assert (found.kind, found.pack, found.administrator) == ("live", "jember", True)
    assert machine.try_database().administrator
    kept_source = machine.keep_source(SourceDraft("jogo_malang", SourceKind.PUSH, ""))
    assert kept_source.secret
    assert machine.sources() == ("jogo_malang",)
    assert kept_source.secret not in kept.standing_path().read_text()
    file = tmp_path / "kamera.csv"
    file.write_text(CAMERAS)
    preview = machine.look("cameras", file, "table", "")
    assert (preview.rows, len(preview.faults), machine.cameras()) == (2, 1, 0)
    file.write_text(CAMERAS.replace("Soekarno", "Moch"))
    with refused("first_run_file_changed"):
        machine.take(preview)
    file.write_text(CAMERAS)
    assert machine.take(preview) == 2
    assert machine.look("cameras", file, "table", "").rows == 0, "the same file changes nothing"
    with refused("first_run_no_file"):
        machine.look("cameras", tmp_path / "tidak-ada.csv", "table", "")
    assert machine.standing().next_after() is Step.SOURCES


def test_another_database_makes_what_was_done_for_the_one_before_undone(
    machine: ThisMachine,
) -> None:
    machine.choose(Choice(Machine.SINGLE, pack="malang"))
    machine.finish(Step.DATABASE)
    machine.skip(Step.CAMERAS)
    machine.choose(Choice(Machine.SINGLE, pack="malang"))
    assert machine.standing().mark(Step.DATABASE) is Mark.DONE
    joined = machine.choose(Choice(Machine.JOIN, "postgresql+psycopg://ws_a@127.0.0.1/ruang"))
    assert joined.mark(Step.DATABASE) is Mark.OPEN
    assert joined.mark(Step.CAMERAS) is Mark.ELSEWHERE
    assert load_settings("live").database == "postgresql+psycopg://ws_a@127.0.0.1/ruang"


@pytest.mark.parametrize(
    ("choice", "code"),
    [
        (Choice(Machine.JOIN, "sqlite:///x.db"), "first_run_needs_server"),
        (Choice(Machine.JOIN, "postgresql://a:sandi@h/r"), "password_in_url"),
        (Choice(Machine.JOIN, "postgresql://a@h/r", "sandi"), "first_run_no_keyring"),
        (Choice(Machine.SERVER, "postgresql://a@h/r", gateway="0.0.0.0:1"), "gateway_needs_tls"),
        (Choice(Machine.SERVER, "postgresql://a@h/r", gateway="di sini"), "gateway_settings"),
    ],
    ids=["file", "password", "keyring", "tls", "gateway"],
)
def test_a_role_that_cannot_be_is_said_and_nothing_is_set(
    machine: ThisMachine, choice: Choice, code: str
) -> None:
    with refused(code):
        machine.choose(choice)
    assert not settings_path("live").exists()
    assert machine.standing() == Standing()


SERVER = "postgresql+psycopg://ws_a@127.0.0.1:9/ruang"


def test_a_window_that_stayed_open_sets_nothing_on_a_machine_that_is_set_up(
    machine: ThisMachine,
) -> None:
    machine.keep_language("en")
    second = ThisMachine(LiveClock())
    second.close()
    with refused("first_run_over"):
        machine.skip(Step.BUNDLE)
    with refused("first_run_over"):
        machine.choose(Choice(Machine.SINGLE, pack="jember"))
    assert not kept.is_first_run()
    assert load_settings("live") == Settings()


def test_what_is_set_at_the_terminal_ends_the_page(machine: ThisMachine) -> None:
    machine.keep_language("en")
    assert main(["settings", "--room", "exercise", "set", "lock_after_min", "7"]) == 0
    assert kept.is_first_run()
    assert main(["settings", "set", "database", SERVER]) == 0
    assert not kept.is_first_run()


def test_where_a_servers_address_counts_return_joins_it(machine: ThisMachine) -> None:
    machine.keep_language("en")
    save_settings("live", Settings(database=SERVER))
    assert machine.standing().machine is Machine.JOIN
    machine.choose(Choice(Machine.SERVER, SERVER, pack="malang"))
    assert machine.standing().machine is Machine.SERVER, "what was chosen stands"
    save_settings("live", Settings(database="sqlite:///x.db"))
    kept.standing_path().unlink()
    assert machine.standing().machine is Machine.SINGLE


def test_a_room_of_a_server_is_not_opened_before_it_is_founded(
    machine: ThisMachine, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.choose(Choice(Machine.SERVER, SERVER, pack="malang"))
    found = Trial(True, True, kind="live", revision="9")
    monkeypatch.setattr(on_machine, "room_in", lambda *_: found)
    with refused("first_run_not_founded"):
        machine.close()
    assert kept.is_first_run()
    monkeypatch.setattr(on_machine, "room_in", lambda *_: replace(found, administrator=True))
    machine.close()
    assert not kept.is_first_run()


def test_after_a_bundle_the_database_is_tried_anew(
    machine: ThisMachine, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.choose(Choice(Machine.SINGLE, pack="malang"))
    machine.finish(Step.DATABASE)
    machine.finish(Step.SOURCES)

    def take(*_: object) -> Settings:
        save_settings("live", Settings(database=SERVER))
        return load_settings("live")

    monkeypatch.setattr(bundles, "import_bundle", take)
    bundle = Bundle(Origin("", "", "", "", ""), {}, {}, (), {}, "")
    standing = machine.use_bundle(bundle, "", "", "")
    assert standing.next_after(Step.LANGUAGE) is Step.DATABASE
    assert set(standing.marks) == {Step.BUNDLE, Step.MACHINE}


def test_a_role_leaves_alone_what_it_does_not_ask(machine: ThisMachine) -> None:
    """What an administrator laid for all accounts counts on."""
    site_config_dir().mkdir(parents=True)
    laid = 'pack = "jember"\ngateway = "127.0.0.1:8443"\n'
    (site_config_dir() / "settings.toml").write_text(laid)
    machine.choose(Choice(Machine.SERVER, SERVER, pack="jember", gateway="127.0.0.1:9000"))
    assert dict(read_file(settings_path("live"))) == {
        "database": SERVER,
        "gateway": "127.0.0.1:9000",
    }
    machine.choose(Choice(Machine.JOIN, SERVER))
    assert dict(read_file(settings_path("live"))) == {"database": SERVER}
    machine.choose(Choice(Machine.SINGLE, pack="malang"))
    assert dict(read_file(settings_path("live"))) == {"pack": "malang"}
    now = load_settings("live")
    assert (now.database, now.gateway) == ("", "127.0.0.1:8443")


def test_one_machine_is_a_file_here_whatever_address_was_laid(machine: ThisMachine) -> None:
    machine.keep_language("en")
    site_config_dir().mkdir(parents=True)
    (site_config_dir() / "settings.toml").write_text(f'database = "{SERVER}"\n')
    machine.choose(Choice(Machine.SINGLE, pack="malang"))
    assert load_settings("live").database == ""


def test_a_wrong_setting_is_said_as_one_before_its_password_is_kept(
    machine: ThisMachine, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(on_machine, "keep_database_password", lambda url, _: asked.append(url))
    with refused("setting_not_database"):
        machine.choose(Choice(Machine.JOIN, "postgresql+psycopg://ws_a@h", "sandi"))
    assert asked == []


def test_a_server_that_is_not_there_is_said_in_one_code(machine: ThisMachine) -> None:
    machine.choose(Choice(Machine.JOIN, "postgresql+psycopg://ws_a@127.0.0.1:9/ruang"))
    with refused("database_unreachable"):
        machine.try_database()


@pytest.mark.parametrize(
    ("found", "machine_is", "code"),
    [
        (Trial(True, True, kind="exercise"), Machine.JOIN, "room_of_other_kind"),
        (Trial(True, True), Machine.JOIN, "first_run_no_room"),
        (Trial(True, True, kind="live", revision="0001"), Machine.JOIN, "database_older"),
        (Trial(True, True, kind="live", revision="9"), Machine.JOIN, "needs_db_init"),
        (Trial(False, True, may_found=False), Machine.SERVER, "first_run_rights"),
        (Trial(True, True, kind="live", owner=False), Machine.SERVER, "first_run_rights"),
        (Trial(True, False, kind="exercise"), Machine.SINGLE, "room_of_other_kind"),
    ],
    ids=["kind", "empty", "older", "nobody", "found", "own", "file"],
)
def test_a_database_that_does_not_fit_the_role_is_refused(
    found: Trial, machine_is: Machine, code: str
) -> None:
    with refused(code):
        _demand_fit(found, machine_is)


def test_a_file_of_something_else_or_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    from pysqlite3 import dbapi2 as sqlite

    file = tmp_path / "lain.db"
    connection = sqlite.connect(str(file))
    connection.execute("CREATE TABLE resep (nama TEXT)")
    connection.commit()
    with refused("database_foreign"):
        room_in(f"sqlite:///{file}", None)
    connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
    connection.execute("INSERT INTO alembic_version VALUES ('9999')")
    connection.commit()
    connection.close()
    with refused("database_newer"):
        room_in(f"sqlite:///{file}", None)
    file.write_bytes(b"bukan sqlite" * 100)
    with refused("database_corrupt"):
        room_in(f"sqlite:///{file}", None)


@pytest.mark.parametrize("spoilt", ["{", "[]", '{"language": "id"}', '{"marks": {"x": "done"}}'])
def test_a_spoilt_file_of_progress_asks_once_more(machine: ThisMachine, spoilt: str) -> None:
    kept.standing_path().write_text(spoilt)
    assert machine.standing() == Standing()
    machine.keep_language("en")
    assert json.loads(kept.standing_path().read_text())["marks"] == {"language": "done"}


def test_a_folder_that_refuses_is_said(
    machine: ThisMachine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(kept, "write_private", full)
    with refused("first_run_machine"):
        machine.skip(Step.BUNDLE)


def test_who_never_chose_a_language_has_the_seats(machine: ThisMachine) -> None:
    folder = config_dir() / "live"
    assert Personal(folder, "staff:sari").language == "id"
    machine.keep_language("en")
    assert Personal(folder, NOBODY).language == "en"
    assert Personal(folder, "staff:sari").language == "en"
    Personal(folder, "staff:sari").language = "id"
    assert Personal(folder, "staff:sari").language == "id"


def test_a_source_is_tried_where_it_lays_its_files(machine: ThisMachine, tmp_path: Path) -> None:
    (tmp_path / "a.csv").touch()
    (tmp_path / "b.exe").touch()
    tried = machine.try_source(SourceDraft("simlinmas", SourceKind.FILES, str(tmp_path)))
    assert (tried.taken, tried.refused) == (1, 1)
    with refused("first_run_folder"):
        machine.try_source(SourceDraft("simlinmas", SourceKind.FILES, str(tmp_path / "x")))
    with refused("source_refused"):
        machine.try_source(SourceDraft("simlinmas", SourceKind.PULL, "http://127.0.0.1:9"))
