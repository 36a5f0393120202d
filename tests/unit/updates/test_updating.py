"""The verbs of updates, and a version on trial around the work of a window."""

import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from command_center.bootstrap import updating
from command_center.cli import main
from command_center.cli_status import DONE, ENVIRONMENT, NOTHING_STORED, WRONG_USAGE
from command_center.domain.errors import OperatorError
from command_center.runtime.crash import START_AGAIN
from command_center.updates.installation import Installation
from command_center.updates.staging import take_up
from tests.update_maker import NEW, OLD, Maker, install, make_bundle, silent


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installation:
    """This program is the installed 0.1.0, with folders of its own."""
    made = install(tmp_path / "root")
    for name in ("DATA", "CONFIG"):
        monkeypatch.setenv(f"COMMAND_CENTER_{name}", str(tmp_path / name))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(made.program(OLD)))
    return made


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    status = main(["update", *words])
    out, err = capsys.readouterr()
    return status, out, err


def test_an_administrator_updates_and_goes_back_by_words(
    here: Installation, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    maker = Maker(tmp_path / "maker")
    source = ("--from", str(maker.repository.folder))
    status, out, _ = said(capsys, "check", "--json", *source)
    assert (status, out) == (ENVIRONMENT, '{"error": "update_no_root"}\n')
    here.state.mkdir(exist_ok=True)
    (here.state / "root.json").write_bytes(maker.root)
    assert said(capsys, "check", *source)[0] == ENVIRONMENT  # nothing for this platform yet
    maker.release(NEW, told={"date": "2026-11-23", "notes": "Antrean lebih cepat.\nPeta baru."})
    told = {"running": OLD, "newest": NEW, "newer": True}
    news = {"date": "2026-11-23", "notes": "Antrean lebih cepat.\nPeta baru."}
    assert json.loads(said(capsys, "check", "--json", *source)[1]) == {**told, **news}
    assert said(capsys, "check", *source)[1] == (
        f"{NEW} is offered; this is {OLD}\n2026-11-23\nAntrean lebih cepat.\nPeta baru.\n"
    )
    assert said(capsys, "apply")[0] == NOTHING_STORED
    status, out, err = said(capsys, "stage", *source)
    assert (status, out) == (DONE, f"{NEW} stands ready; take it up with: update apply\n")
    assert "download 100 %" in err
    assert said(capsys, "apply")[1] == f"{NEW} starts from the next start on\n"
    told = json.loads(said(capsys, "status", "--json")[1])
    assert (told["current"], told["previous"], told["on_trial"]) == (NEW, OLD, NEW)
    assert f"\ninstalled: {OLD}, {NEW}\n" in said(capsys, "status")[1]
    assert said(capsys, "rollback")[1] == f"{OLD} starts again; it reads the same\n"
    assert here.current() == OLD


@pytest.fixture
def migrated(here: Installation, tmp_path: Path) -> str:
    """0.2.0, which reads one schema more, is in force; the address of a room that it migrated."""
    make_bundle(here.folder(NEW), NEW, "0017")
    take_up(here, OLD, silent)
    return room(tmp_path / "rooms" / "room.db", "0017")


def room(file: Path, schema: str) -> str:
    file.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(file)) as made, made:
        made.execute("create table alembic_version (version_num)")
        made.execute("insert into alembic_version values (?)", (schema,))
    return f"sqlite:///{file}"


def test_a_database_that_is_elsewhere_is_not_taken_for_one_that_can_be_read(
    migrated: str, here: Installation, capsys: pytest.CaptureFixture[str]
) -> None:
    """As for root, whose own folder has none."""
    status, out, err = said(capsys, "rollback", "--json")
    assert (status, json.loads(out)) == (ENVIRONMENT, {"error": "update_back_unasked"})
    assert "--database" in err
    assert said(capsys, "rollback", "--database", "sqlite:////nowhere/room.db")[0] == ENVIRONMENT
    status, out, _ = said(capsys, "rollback", "--json", "--database", migrated)
    assert json.loads(out) == {"error": "update_previous_too_old"}
    assert here.current() == NEW
    told = json.loads(said(capsys, "rollback", "--json", "--anyway")[1])
    assert told == {"current": OLD, "database": False}


def test_a_file_that_nobody_named_speaks_against_going_back_only(
    migrated: str, here: Installation, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It may be a room that root tried once."""
    own = tmp_path / "DATA" / "room.db"
    named = room(own, "0016")
    assert json.loads(said(capsys, "rollback", "--json")[1]) == {"error": "update_back_unasked"}
    own.write_bytes(Path(migrated.removeprefix("sqlite:///")).read_bytes())
    too_old = {"error": "update_previous_too_old"}
    assert json.loads(said(capsys, "rollback", "--json", "--anyway")[1]) == too_old
    own.unlink()
    room(own, "0016")
    assert said(capsys, "rollback", "--database", named)[1] == f"{OLD} starts again\n"


def test_the_file_for_all_accounts_says_which_room_is_asked(
    migrated: str,
    here: Installation,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("COMMAND_CENTER_SITE_CONFIG", str(tmp_path))
    (tmp_path / "settings.toml").write_text(f'database = "{migrated}"\n')
    told = json.loads(said(capsys, "rollback", "--json")[1])
    assert told == {"error": "update_previous_too_old"}
    assert here.current() == NEW


@pytest.mark.parametrize(
    ("words", "code", "status"),
    [
        (("check",), "update_no_source", ENVIRONMENT),
        (("check", "--from", "not-there"), "update_folder_missing", WRONG_USAGE),
        (("check", "--from", "http://example.org/x"), "update_source_plain", WRONG_USAGE),
        (("check", "--from", "https://u:p@example.org"), "update_source_form", WRONG_USAGE),
        (("rollback",), "update_no_previous", NOTHING_STORED),
    ],
)
def test_what_cannot_be_is_said_in_one_sentence(
    words: tuple[str, ...],
    code: str,
    status: int,
    here: Installation,
    capsys: pytest.CaptureFixture[str],
) -> None:
    here.state.mkdir(exist_ok=True)
    (here.state / "root.json").write_text("{}")
    ended, out, err = said(capsys, *words, "--json")
    assert (ended, json.loads(out)) == (status, {"error": code})
    assert err.count("\n") == 1


def test_a_checkout_updates_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "stage")[0] == ENVIRONMENT
    assert said(capsys, "status")[2].startswith("command-center: This is not an installed program")


# --- on trial ----------------------------------------------------------------------------------


@pytest.fixture
def on_trial(here: Installation, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """0.2.0 was taken up and is what runs; what is started in its place is noted."""
    make_bundle(here.folder(NEW), NEW)
    take_up(here, OLD, silent)
    monkeypatch.setattr(sys, "executable", str(here.program(NEW)))
    started: list[str] = []

    def start(program: Path, words: list[str], why: object) -> int:
        started.append(f"{program.parent.name} {' '.join(words)} {getattr(why, 'why', '')}")
        return DONE

    monkeypatch.setattr(updating, "start_instead", start)
    return started


def crash() -> int:
    raise ZeroDivisionError


def test_a_window_that_always_crashes_is_replaced(on_trial: list[str]) -> None:
    for _ in range(3):
        with pytest.raises(ZeroDivisionError):
            updating.tried(["live"], crash)
    assert updating.tried(["live"], crash) == DONE
    assert on_trial == [f"{OLD} live crashed"]


def test_a_window_that_closed_well_has_stood(on_trial: list[str], here: Installation) -> None:
    assert updating.tried(["live"], lambda: DONE) == DONE
    assert here.pending() is None
    assert on_trial == []


def test_a_database_that_is_away_is_no_crash(on_trial: list[str]) -> None:
    def away() -> int:
        raise OperatorError("database_unreachable")

    for _ in range(5):
        with pytest.raises(OperatorError):
            updating.tried(["live"], away)
    assert on_trial == []


def test_while_others_are_behind_the_version_before_is_used(on_trial: list[str]) -> None:
    def waits() -> int:
        raise OperatorError("migration_waits", names="PC-2 (0.1.0)", schema="0018")

    assert updating.tried(["live"], waits) == START_AGAIN
    assert updating.tried(["live"], waits) == DONE
    assert on_trial == [f"{OLD} live waits"]


def test_a_service_has_stood_after_a_while(on_trial: list[str], here: Installation) -> None:
    def serve() -> int:
        while here.pending() is not None:
            pass
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        updating.tried(["intake"], serve, stood_s=0.01)
    assert on_trial == []
