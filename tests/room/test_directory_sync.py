"""A directory brought into a room from the command line, from a portal on loopback."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import keyring
import pytest
from keyring.backend import KeyringBackend

from command_center.bootstrap.room import RoomPlan, open_room
from command_center.cli import main
from command_center.cli_status import DONE, ENVIRONMENT, WRONG_USAGE
from command_center.commands.cameras import NoteCamera, RenameCamera
from command_center.domain.room import RoomKind
from command_center.runtime.clock import LiveClock
from command_center.runtime.paths import config_dir
from command_center.video.directory.access import load_accesses
from tests.unit.directory.portal import (
    Portal,
    PortalServer,
    listed,
    real_cameras,
    second_shape,
)

NAME = "diskominfo-malang"
KEY = "canary-key-1234"


class HandKeyring(KeyringBackend):
    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


@pytest.fixture
def keys() -> Iterator[HandKeyring]:
    before, mine = keyring.get_keyring(), HandKeyring()
    keyring.set_keyring(mine)
    yield mine
    keyring.set_keyring(before)


@pytest.fixture
def portal() -> Iterator[Portal]:
    portal = Portal([listed(n, f"Jl. {n}") for n in range(6)])
    server = PortalServer(portal)
    yield portal
    server.close()


class Terminal:
    """Runs lines of words; what was said to the person is kept."""

    def __init__(self, capsys: pytest.CaptureFixture[str], url: str) -> None:
        self._capsys = capsys
        self.url = url

    def run(self, *words: str) -> tuple[int, list[str]]:
        status = main(["cameras", *words])
        out, err = self._capsys.readouterr()
        return status, [*out.splitlines(), *err.splitlines()]

    def sync(self, *words: str) -> tuple[int, list[str]]:
        return self.run("sync", "--database", self.url, *words)

    def cameras(self) -> dict[str, dict[str, Any]]:
        room = open_room(self.url, LiveClock(), RoomPlan())
        rows = room.database.feed.snapshot(None).rows["camera"]
        room.close()
        return {str(row["id"])[-2:]: dict(row) for row in rows}

    def do(self, *commands: Any) -> None:
        room = open_room(self.url, LiveClock(), RoomPlan())
        for command in commands:
            room.lane.submit(command).result(20)
        room.close()


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], database_url: str) -> Terminal:
    return Terminal(capsys, database_url)


@pytest.fixture
def granted(terminal: Terminal, portal: Portal) -> Portal:
    words = ["--url", portal.first, "--mapping", "malang-1", "--every", "0"]
    assert terminal.run("access", NAME, *words)[0] == DONE
    return portal


def test_nothing_is_asked_before_the_access_was_entered(terminal: Terminal, portal: Portal) -> None:
    status, said = terminal.sync()
    assert status == ENVIRONMENT
    assert "No directory is switched on" in said[-1]
    status, said = terminal.sync("--directory", NAME)
    assert "Diskominfo Kota Malang is off" in said[-1]
    words = ["--url", portal.first, "--mapping", "malang-1", "--off"]
    assert terminal.run("access", NAME, *words)[0] == DONE
    assert terminal.sync("--directory", NAME)[0] == ENVIRONMENT
    assert portal.asked == []
    assert terminal.cameras() == {}


def test_it_is_shown_before_and_done_only_when_told(terminal: Terminal, granted: Portal) -> None:
    status, said = terminal.sync()
    assert status == DONE
    assert "6 added" in said[-1]
    assert sum(line.startswith("added: CAM-00") for line in said) == 6
    assert terminal.cameras() == {}
    assert terminal.sync("--apply")[1][-1] == "6 cameras brought up to date"
    assert {row["directory"] for row in terminal.cameras().values()} == {NAME}
    assert {row["retention_h"] for row in terminal.cameras().values()} == {0}


def test_twice_is_no_change_and_the_portal_sends_nothing(
    terminal: Terminal, granted: Portal
) -> None:
    terminal.sync("--apply")
    said = terminal.sync("--apply")[1]
    assert said[-1] == "0 cameras brought up to date"
    assert "unchanged since the last time" in said[-2]
    assert "0 gone, 0 added" in said[-2]
    assert "if-none-match" in granted.asked[1].headers


def test_moved_renamed_gone_and_back_and_what_the_room_added(
    terminal: Terminal, granted: Portal
) -> None:
    terminal.sync("--apply")
    id = f"{1:024d}"
    terminal.do(RenameCamera(id, "Depan KPU"), NoteCamera(id, "kunci di pos 2"))
    granted.cameras[0]["lat"] = -7.98
    granted.cameras[1]["name"] = "Jl. Baru"
    missing = granted.cameras.pop(5)
    said = terminal.sync("--apply")[1]
    assert any("moved: CAM-001" in line and "by 1112 m" in line for line in said)
    assert any("renamed: CAM-002" in line and "was Jl. 1" in line for line in said)
    assert any("gone: CAM-006" in line for line in said)
    rows = terminal.cameras()
    assert rows["05"]["gone_at"] is not None
    assert (rows["01"]["name"], rows["01"]["alias"]) == ("Jl. Baru", "Depan KPU")
    assert rows["01"]["note"] == "kunci di pos 2"
    granted.cameras.append(missing)
    assert any("back: CAM-006" in line for line in terminal.sync("--apply")[1])
    assert terminal.cameras()["05"]["gone_at"] is None


def test_losing_most_needs_another_word(terminal: Terminal, granted: Portal) -> None:
    terminal.sync("--apply")
    del granted.cameras[2:]
    status, said = terminal.sync("--apply")
    assert status == ENVIRONMENT
    assert "4 of 6 cameras are gone at once" in said[-1]
    assert not any(row["gone_at"] for row in terminal.cameras().values())
    assert terminal.sync("--apply", "--accept-loss")[0] == DONE
    assert sum(1 for row in terminal.cameras().values() if row["gone_at"]) == 4


def test_the_key_is_in_the_keyring_and_nowhere_else(
    terminal: Terminal,
    portal: Portal,
    keys: HandKeyring,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("getpass.getpass", lambda prompt: KEY)
    words = ["--url", portal.first, "--mapping", "malang-1", "--key-header", "X-Api-Key"]
    assert terminal.run("access", NAME, *words)[0] == DONE
    assert terminal.sync("--apply")[0] == DONE
    assert portal.asked[0].headers["x-api-key"] == KEY
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert kept
    assert not [path for path in kept if KEY.encode() in path.read_bytes()]
    keys.kept.clear()
    assert "is not in this machine's keyring" in terminal.sync()[1][-1]


@pytest.mark.parametrize(
    "words",
    [
        ["--url", f"http://me:{KEY}@portal.example/list"],
        ["--url", "http://portal.example/list", "--streams", f"http://{KEY}@portal.example/"],
        ["--url", f"http://[{KEY}"],
        ["--url", "file:///etc/passwd"],
    ],
)
def test_an_address_with_a_password_is_not_written_down(
    terminal: Terminal, tmp_path: Path, words: list[str]
) -> None:
    status, said = terminal.run("access", NAME, *words)
    assert status == WRONG_USAGE
    assert KEY not in "".join(said)
    assert load_accesses(RoomKind.LIVE) == {}
    assert not (config_dir() / "directories.toml").exists()


def test_without_a_keyring_nothing_is_kept(
    terminal: Terminal, portal: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getpass", lambda prompt: KEY)
    words = ["--url", portal.first, "--key-header", "X-Api-Key"]
    status, said = terminal.run("access", NAME, *words)
    assert status == ENVIRONMENT
    assert "no keyring" in said[-1]
    assert load_accesses(RoomKind.LIVE) == {}


def test_settings_that_are_wrong_say_where(terminal: Terminal, portal: Portal) -> None:
    (config_dir() / "directories.toml").write_text(f"[{NAME}]\nurl = 5\n")
    assert f"directories.toml cannot be used: [{NAME}] url" in terminal.sync()[1][-1]


def test_a_sample_file_is_tried_without_asking_anybody(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "sample.json"
    file.write_bytes(second_shape([listed(1), listed(2, "Danau", -7.9712, 112.664), listed(1)]))
    status, said = terminal.run("try", str(file), "--mapping", "malang-2")
    assert status == DONE
    assert said[-1] == "2 taken, 1 outside, 1 refused"
    assert any("duplicate" in line and f"{1:024d}" in line for line in said)
    file.write_text(json.dumps({"no": "list"}))
    assert terminal.run("try", str(file), "--mapping", "malang-2")[0] == ENVIRONMENT


@pytest.mark.parametrize("shape", ["first", "second"])
def test_the_citys_own_list_in_both_shapes(terminal: Terminal, portal: Portal, shape: str) -> None:
    portal.cameras = real_cameras()
    url, mapping = {
        "first": (portal.first, "malang-1"),
        "second": (portal.second, "malang-2"),
    }[shape]
    terminal.run("access", NAME, "--url", url, "--mapping", mapping, "--every", "0")
    said = terminal.sync("--apply")[1]
    assert said[-1] == "269 cameras brought up to date"
    assert sum(line.startswith("outside the city: ") for line in said) == 3
    assert terminal.sync("--apply")[1][-1] == "0 cameras brought up to date"
    portal.cameras = portal.cameras[:253]
    assert terminal.sync("--apply")[1][-1] == "16 cameras brought up to date"
