"""`command-center settings`: what counts and who says so, set and unset, no secret shown."""

import json
from pathlib import Path

import pytest

from command_center import cli_settings
from command_center.cli import main
from command_center.cli_status import DONE, ENVIRONMENT, WRONG_USAGE
from command_center.runtime.setting_file import read_file
from command_center.runtime.settings import Settings, save_settings, settings_path

DOCUMENT = Path(__file__).parents[2] / "docs" / "settings.md"
TOKEN = "canary-canary-canary"


@pytest.fixture(autouse=True)
def nothing_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("command_center.runtime.setting_layers._given", {})


def rows(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, dict[str, object]]:
    assert main(["settings", "--json", *words]) == DONE
    return {row["name"]: row for row in json.loads(capsys.readouterr().out)}


def test_each_value_is_listed_with_who_says_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    save_settings("live", Settings(lock_after_min=7))
    monkeypatch.setenv("COMMAND_CENTER_PUBLIC_FEED", "true")
    found = rows(capsys, "--set", "observer_seconds=30")
    said = {name: (row["value"], row["layer"], row["where"]) for name, row in found.items()}
    assert said["lock_after_min"] == (7, "user", "settings.toml")
    assert said["public_feed"] == (True, "environment", "COMMAND_CENTER_PUBLIC_FEED")
    assert said["observer_seconds"] == (30, "command_line", "--set observer_seconds")
    assert said["pack"] == ("", "default", "")


@pytest.mark.parametrize("words", [(), ("--json",)])
def test_no_secret_is_listed(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    save_settings("live", Settings(relay_token=TOKEN))
    assert main(["settings", *words]) == DONE
    told = capsys.readouterr().out
    assert TOKEN not in told
    assert "***" in told


def test_set_and_unset(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["settings", "set", "lock_after_min", "7"]) == DONE
    assert capsys.readouterr().out == "lock_after_min = 7  # settings.toml\n"
    assert main(["settings", "unset", "lock_after_min"]) == DONE
    assert capsys.readouterr().out == "lock_after_min = 15  # default\n"
    assert dict(read_file(settings_path("live"))) == {}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("set", "lock_after_min", "soon"), "lock_after_min must be a whole number from 0 to 1440"),
        (("set", "map_tiles", "gone.mbtiles"), "no file gone.mbtiles"),
        (("set", "witness", "gone"), "no folder gone"),
        (("set", "pack", "surabaya"), "pack must be one of: jember, malang"),
        (("set", "databse", "x"), "sets databse, which is no option"),
        (("set", "relay_token", TOKEN), "relay_token is a secret"),
    ],
)
def test_what_cannot_be_is_not_written(
    words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["settings", *words]) == WRONG_USAGE
    told = capsys.readouterr().err
    assert said in told
    assert TOKEN not in told
    assert not settings_path("live").exists()


def test_a_file_of_another_kind_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "city.zip").touch()
    assert main(["settings", "set", "map_tiles", str(tmp_path / "city.zip")]) == WRONG_USAGE
    assert ".mbtiles, .pmtiles" in capsys.readouterr().err


def test_a_secret_is_asked_for_and_goes_to_the_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[tuple[str, str, str]] = []

    def keep(name: str, text: str, room: str) -> bool:
        kept.append((name, text, room))
        return True

    monkeypatch.setattr(cli_settings, "getpass", lambda _: TOKEN)
    monkeypatch.setattr(cli_settings, "keep_secret", keep)
    assert main(["settings", "set", "relay_token"]) == DONE
    assert kept == [("relay_token", TOKEN, "live")]
    assert TOKEN not in settings_path("live").read_text()


def test_without_a_keyring_a_secret_is_not_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli_settings, "getpass", lambda _: TOKEN)
    assert main(["settings", "set", "relay_token"]) == ENVIRONMENT
    assert "settings.toml by hand" in capsys.readouterr().err


def test_a_file_that_stops_the_program_is_said_and_can_be_put_right(
    capsys: pytest.CaptureFixture[str],
) -> None:
    settings_path("live").write_text('database = "room.db"\n')
    assert main(["state"]) == main(["settings"]) == ENVIRONMENT
    assert capsys.readouterr().err.count("settings.toml: database must be sqlite:///FILE") == 2
    assert main(["settings", "set", "database", "sqlite:///room.db"]) == DONE


@pytest.mark.parametrize("pair", ["relay", "relat=x", "replay.relay=x"])
def test_a_flag_that_sets_nothing_is_wrong_usage(pair: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["settings", "--set", pair])
    assert ended.value.code == WRONG_USAGE


def test_a_flag_with_a_wrong_value_is_wrong_usage() -> None:
    assert main(["state", "--set", "relay=x"]) == WRONG_USAGE


def test_the_document_has_the_table_of_the_declarations() -> None:
    inside = DOCUMENT.read_text().split("<!-- options -->\n")[1].split("<!-- end")[0]
    assert inside.strip() == "\n".join(cli_settings.markdown()).strip()
