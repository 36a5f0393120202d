"""A workstation is set up from what another one wrote: all of it, or nothing."""

from __future__ import annotations

import errno
import json
import os
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

from command_center.bootstrap import bundles
from command_center.bootstrap.bundles import (
    Login,
    brings_login,
    changes_by,
    export_bundle,
    import_bundle,
    open_bundle,
)
from command_center.bootstrap.first_run import kept
from command_center.cli import main
from command_center.domain.errors import OperatorError
from command_center.domain.room import RoomKind
from command_center.runtime import secrets
from command_center.runtime.bundle import read_bundle, write_bundle
from command_center.runtime.clock import LiveClock
from command_center.runtime.settings import Settings, load_settings, save_settings, settings_path
from command_center.video.directory.access import Access, access_path, load_accesses, save_access

PHRASE = "lodeh terong sore"
TOKEN, PASSWORD = "t" * 24, "kata sandi pemilik"
OWNER_URL = "postgresql+psycopg://pendiri@db.polresta/ruang?sslmode=verify-full"
SERVER_URL = OWNER_URL.replace("pendiri@", "")
FIRST_URL = OWNER_URL.replace("pendiri@", "ws_spkt-1@")
SEAT_URL = OWNER_URL.replace("pendiri@", "ws_spkt-2@")
SEAT = Login("ws_spkt-2", "sandi dua")


class Ring(KeyringBackend):
    """One that keeps things in memory."""

    priority = 1.0

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.held.pop((service, username), None) is None:
            raise PasswordDeleteError


@pytest.fixture
def ring() -> Iterator[Ring]:
    before, ours = keyring.get_keyring(), Ring()
    keyring.set_keyring(ours)
    yield ours
    keyring.set_keyring(before)


@pytest.fixture
def no_server(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(url: str, password: str | None) -> None:
        raise OperatorError("database_unreachable")

    cheap = partial(write_bundle, params="argon2id v=19 m=8 t=1 p=1")
    monkeypatch.setattr(bundles, "room_in", gone)
    monkeypatch.setattr(bundles, "write_bundle", cheap)


def set_up(url: str = OWNER_URL) -> None:
    settings = Settings(database=url, pack="malang", lock_after_min=7, witness="/mnt/stick")
    save_settings("live", settings)
    secrets.keep_database_password(url, PASSWORD)
    secrets.keep_relay_token(TOKEN)
    access = Access(enabled=True, url="https://cctv.example/list", ca_file="/etc/own.pem")
    save_access(RoomKind.LIVE, "kota", access)
    secrets.keep_directory_key("kota", "kunci-kota", "live")


def earlier(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a program before this one exported: whoever founded the room, with the password."""
    relay = {"relay": TOKEN, "directory:kota": "kunci-kota"}
    monkeypatch.setattr(bundles, "_portable", lambda _: {"database": OWNER_URL, "pack": "malang"})
    monkeypatch.setattr(bundles, "_hidden", lambda *_: {"database": PASSWORD, **relay})


def elsewhere(ring: Ring, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Another machine: nothing is set there."""
    ring.held.clear()
    monkeypatch.setenv("COMMAND_CENTER_CONFIG", str(tmp_path / "other" / "config"))
    monkeypatch.setenv("COMMAND_CENTER_DATA", str(tmp_path / "other" / "data"))


@pytest.mark.usefixtures("no_server")
def test_the_other_machine_has_what_the_room_shares_and_nothing_of_the_first_ones_own(
    ring: Ring, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    set_up()
    file = tmp_path / "ruang.bundle"
    export_bundle(file, PHRASE, LiveClock())
    text = file.read_text()
    secret = (PASSWORD, TOKEN, "kunci-kota", "/mnt", "/etc/own.pem")
    assert not [s for s in secret if s in text]
    elsewhere(ring, monkeypatch, tmp_path)
    import_bundle(open_bundle(file), PHRASE, SEAT)
    assert load_settings("live") == Settings(database=SEAT_URL, pack="malang", lock_after_min=7)
    assert secrets.relay_token() == TOKEN
    assert load_accesses(RoomKind.LIVE)["kota"].url == "https://cctv.example/list"
    assert secrets.directory_key("kota", "live") == "kunci-kota"


@pytest.mark.usefixtures("no_server")
@pytest.mark.parametrize(
    "url",
    [
        OWNER_URL,
        FIRST_URL,
        f"{SERVER_URL}&user=pendiri&passfile=/etc/p&sslcert=/etc/c&sslkey=/etc/pendiri.key",
    ],
    ids=["superuser", "workstation", "query"],
)
def test_whoever_wrote_it_keeps_login_and_password(url: str, ring: Ring, tmp_path: Path) -> None:
    """The room is founded by a superuser of the server; a seat must never become one."""
    set_up(url)
    file = tmp_path / "ruang.bundle"
    bundle = export_bundle(file, PHRASE, LiveClock())
    assert bundle.settings["database"] == SERVER_URL
    assert not [s for s in ("pendiri", "ws_spkt-1", "/etc") if s in file.read_text()]
    assert "database" not in bundle.holds
    assert PASSWORD not in bundle.unseal(PHRASE).values()
    assert PASSWORD in ring.held.values()


@pytest.mark.usefixtures("no_server", "ring")
@pytest.mark.parametrize("name", ["", "pendiri", "postgres", "ws_", "ws_a b", "ws_x:pw@h/?"])
def test_a_seat_always_says_a_login_of_its_own(name: str, tmp_path: Path) -> None:
    set_up()
    file = tmp_path / "ruang.bundle"
    bundle = export_bundle(file, PHRASE, LiveClock())
    with pytest.raises(OperatorError, match="bundle_needs_login"):
        import_bundle(bundle, PHRASE, Login(name, "sandi dua"))
    assert load_settings("live").database == OWNER_URL


@pytest.mark.usefixtures("no_server")
@pytest.mark.parametrize("password", ["sandi dua", ""])
def test_of_a_seats_login_only_what_was_typed_here_is_kept(
    password: str, ring: Ring, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Empty: its pass file, which a password in the keyring would outdo."""
    set_up()
    file = tmp_path / "ruang.bundle"
    earlier(monkeypatch)
    export_bundle(file, PHRASE, LiveClock())
    elsewhere(ring, monkeypatch, tmp_path)
    made = import_bundle(open_bundle(file), PHRASE, Login("ws_spkt-2", password))
    assert made.database == SEAT_URL
    assert secrets.database_password(SEAT_URL) == (password or None)
    assert PASSWORD not in ring.held.values()


@pytest.mark.usefixtures("no_server", "ring")
def test_what_an_earlier_program_wrote_along_is_said_and_not_taken(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up()
    file = tmp_path / "ruang.bundle"
    assert not brings_login(export_bundle(file, PHRASE, LiveClock()))
    earlier(monkeypatch)
    old = export_bundle(file, PHRASE, LiveClock())
    assert old.holds == ("database", "directory:kota", "relay")
    assert brings_login(old)
    save_settings("live", Settings())
    database = {one.name: one.new for one in changes_by(old)}["database"]
    assert database == SERVER_URL, "as it will be, but for the login of here"
    assert main(["bundle", "import", str(file), "--fingerprint", "0000"]) == 3
    out = capsys.readouterr().out
    assert "earlier program" in out
    assert "pendiri" not in out
    assert "sealed: database" not in out
    assert main(["bundle", "import", str(file), "--fingerprint", old.origin.fingerprint]) == 2
    assert load_settings("live") == Settings(), "without --login nothing is set"


@pytest.mark.usefixtures("no_server")
@pytest.mark.parametrize("fails", ["phrase", "settings", "directory"])
def test_what_goes_wrong_leaves_everything_as_it_was(
    fails: str, ring: Ring, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    set_up()
    file = tmp_path / "ruang.bundle"
    export_bundle(file, PHRASE, LiveClock())
    save_settings("live", replace(load_settings("live"), lock_after_min=33))
    secrets.keep_relay_token("the one of here, before")
    before = dict(ring.held), settings_path("live").read_bytes()
    kept = access_path(RoomKind.LIVE).read_bytes()

    def full(*_: object) -> None:
        raise OSError("no space left on device")

    if fails != "phrase":
        name = {"settings": "save_settings", "directory": "save_access"}[fails]
        monkeypatch.setattr(bundles, name, full)
    phrase = PHRASE if fails != "phrase" else "another phrase here"
    with pytest.raises((OSError, OperatorError)):
        import_bundle(open_bundle(file), phrase, SEAT)
    assert (ring.held, settings_path("live").read_bytes()) == before
    assert access_path(RoomKind.LIVE).read_bytes() == kept


@pytest.mark.usefixtures("no_server")
@pytest.mark.parametrize("standing", [True, False], ids=["set", "nothing set"])
@pytest.mark.parametrize("fills", ["before", "within"])
def test_a_disk_that_fills_up_changes_nothing_and_leaves_nothing_lying(
    fills: str, standing: bool, ring: Ring, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Not a letter can be written from then on: what was there is only renamed back."""
    set_up()
    file = tmp_path / "ruang.bundle"
    export_bundle(file, PHRASE, LiveClock())
    if not standing:
        elsewhere(ring, monkeypatch, tmp_path)
    folder = settings_path("live").parent
    folder.mkdir(parents=True, exist_ok=True)

    def seen() -> tuple[dict[str, bytes], dict[tuple[str, str], str]]:
        return {one.name: one.read_bytes() for one in folder.iterdir()}, dict(ring.held)

    before = seen()

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    def fill(*_: object) -> None:
        monkeypatch.setattr(tempfile, "mkstemp", full)
        monkeypatch.setattr(tempfile, "NamedTemporaryFile", full)
        monkeypatch.setattr(Path, "write_bytes", full)
        full()

    monkeypatch.setattr(bundles, "save_access", fill)
    if fills == "before":
        monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        import_bundle(open_bundle(file), PHRASE, SEAT)
    assert seen() == before


@pytest.mark.usefixtures("no_server", "ring")
def test_what_stood_before_does_not_lie_beside_afterwards(tmp_path: Path) -> None:
    set_up()
    file = tmp_path / "ruang.bundle"
    export_bundle(file, PHRASE, LiveClock())
    folder = settings_path("live").parent
    before = sorted(one.name for one in folder.iterdir())
    import_bundle(open_bundle(file), PHRASE, SEAT)
    assert sorted(one.name for one in folder.iterdir()) == before


@pytest.mark.usefixtures("no_server", "ring")
def test_a_setting_this_program_does_not_know_is_not_half_taken(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    set_up()
    file = tmp_path / "ruang.bundle"
    monkeypatch.setattr(bundles, "_portable", lambda _: {"pack": "jember", "gateway": "0.0.0.0:1"})
    export_bundle(file, PHRASE, LiveClock())
    with pytest.raises(OperatorError, match="bundle_unknown_setting"):
        import_bundle(open_bundle(file), PHRASE)
    assert load_settings("live").pack == "malang"


@pytest.mark.usefixtures("no_server")
def test_what_was_never_decided_undoes_nothing_on_the_other_machine(
    ring: Ring, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save_settings("live", Settings(pack="malang"))
    file = tmp_path / "ruang.bundle"
    export_bundle(file, PHRASE, LiveClock())
    assert open_bundle(file).settings == {"pack": "malang"}
    elsewhere(ring, monkeypatch, tmp_path)
    strict = Settings(lock_after_min=3, cameras_on_demand="cctv.example", reply_hosts="a.example")
    save_settings("live", strict)
    import_bundle(open_bundle(file), PHRASE)
    assert load_settings("live") == replace(strict, pack="malang")


@pytest.mark.usefixtures("no_server")
@pytest.mark.parametrize(
    ("source", "goes"),
    [
        ("https://rilis.polri.example/komando", True),
        ("http://127.0.0.1:8080/komando", False),
        ("/media/stick/rilis", False),
        ("\\\\server\\rilis", False),
    ],
    ids=["https", "here", "folder", "share"],
)
def test_where_versions_come_from_goes_along_if_it_is_the_same_place_for_everybody(
    source: str, goes: bool, ring: Ring, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A folder, or a share that is opened with the account's password, is this machine's own."""
    said = {"pack": "malang", "updates": source}
    monkeypatch.setattr(bundles, "load_settings", lambda _: Settings(pack="malang", updates=source))
    file = tmp_path / "ruang.bundle"
    assert export_bundle(file, PHRASE, LiveClock()).settings.get("updates") == (
        source if goes else None
    )
    monkeypatch.setattr(bundles, "_portable", lambda _: said)
    bundle = export_bundle(file, PHRASE, LiveClock())
    monkeypatch.setattr(bundles, "load_settings", load_settings)
    if goes:
        assert import_bundle(bundle, PHRASE).updates == source
        assert load_settings("live").updates == source
        return
    with pytest.raises(OperatorError, match="bundle_unknown_setting"):
        import_bundle(bundle, PHRASE)
    assert not settings_path("live").exists()


@pytest.mark.usefixtures("no_server", "ring")
def test_what_would_be_switched_off_is_shown(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Written by an earlier program, or by somebody who means harm."""
    off: dict[str, object] = {"lock_after_min": 0, "reply_hosts": "", "public_feed": False}
    monkeypatch.setattr(bundles, "_portable", lambda _: {**off, "observer_seconds": 20})
    file = tmp_path / "ruang.bundle"
    export_bundle(file, PHRASE, LiveClock())
    save_settings("live", Settings(reply_hosts="a.example", public_feed=True))
    assert main(["bundle", "import", str(file), "--fingerprint", "0000"]) == 3
    out = capsys.readouterr().out.splitlines()
    assert [line.strip() for line in out if " -> " in line] == [
        "lock_after_min: 15 -> 0",
        "public_feed: true -> false",
        "reply_hosts: a.example -> empty",
    ]


@pytest.mark.usefixtures("no_server")
@pytest.mark.parametrize("name", ["signing-key", "mail:a@b", "directory:kota", "database", ""])
def test_a_secret_that_no_export_writes_replaces_nothing(
    name: str, ring: Ring, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(bundles, "_hidden", lambda *_: {"relay": TOKEN, name: "of somebody else"})
    file = tmp_path / "ruang.bundle"
    export_bundle(file, PHRASE, LiveClock())
    bundle = read_bundle(file.read_bytes())
    before = dict(ring.held)
    for take in (lambda: open_bundle(file), lambda: import_bundle(bundle, PHRASE)):
        with pytest.raises(OperatorError, match="bundle_unknown_setting"):
            take()
    assert ring.held == before
    assert not settings_path("live").exists()


@pytest.mark.usefixtures("no_server")
def test_the_command_line_shows_who_signed_before_anything_is_set(
    ring: Ring, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up()
    file = tmp_path / "ruang.bundle"
    said = iter([PHRASE, PHRASE, PHRASE, "sandi dua"])
    monkeypatch.setattr("command_center.cli_database.ask_secret", lambda _: next(said))
    monkeypatch.setattr("command_center.cli_bundle.ask_secret", lambda _: next(said))
    assert main(["bundle", "export", str(file)]) == 0
    told = open_bundle(file).origin.fingerprint
    elsewhere(ring, monkeypatch, tmp_path)
    assert main(["bundle", "import", str(file), "--fingerprint", "0000"]) == 3
    out = capsys.readouterr().out
    assert told in out
    assert "Nothing was set" in out
    assert load_settings("live") == Settings()
    kept.standing_path().parent.mkdir(parents=True, exist_ok=True)
    kept.standing_path().touch()
    own = ["--fingerprint", told, "--login", "ws_spkt-2"]
    assert main(["bundle", "import", str(file), *own]) == 0
    assert not kept.is_first_run()
    assert load_settings("live").pack == "malang"
    assert secrets.database_password(SEAT_URL) == "sandi dua"
    spoilt = json.loads(file.read_text()) | {"signature": "00" * 64}
    file.write_text(json.dumps(spoilt))
    assert main(["bundle", "import", str(file), "--fingerprint", told]) == 3
    assert PASSWORD not in capsys.readouterr().out
