"""Which layer counts, what a wrong value does, and that no secret is shown."""

import os
import sys
from pathlib import Path

import pytest

from command_center.runtime.option_forms import is_release_source
from command_center.runtime.paths import APP, SYSTEM_CONFIG, site_config_dir
from command_center.runtime.setting_layers import (
    OTHER_VARIABLES,
    Layer,
    WrongSetting,
    give,
    look,
    system_path,
    variable_of,
)
from command_center.runtime.settings import (
    OPTIONS,
    Settings,
    load_settings,
    save_settings,
    settings_path,
)


@pytest.fixture(autouse=True)
def nothing_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("command_center.runtime.setting_layers._given", {})


def lay(text: str, room: str = "live") -> Path:
    """The system's file."""
    site_config_dir().mkdir(exist_ok=True)
    path = system_path(room)
    path.write_text(text)
    path.chmod(0o644)
    return path


def stands(name: str, room: str = "live") -> tuple[object, Layer, str]:
    one = look(room, OPTIONS).standing[name]
    return one.value, one.layer, one.where


def test_each_layer_goes_before_the_one_below(monkeypatch: pytest.MonkeyPatch) -> None:
    assert stands("lock_after_min") == (15, Layer.DEFAULT, "")
    path = lay("lock_after_min = 11\n")
    assert stands("lock_after_min") == (11, Layer.SYSTEM, str(path))
    settings_path("live").write_text("lock_after_min = 12\n")
    assert stands("lock_after_min") == (12, Layer.USER, "settings.toml")
    monkeypatch.setenv("COMMAND_CENTER_LOCK_AFTER_MIN", "13")
    variable = "COMMAND_CENTER_LOCK_AFTER_MIN"
    assert stands("lock_after_min") == (13, Layer.ENVIRONMENT, variable)
    give(["lock_after_min=14"])
    assert stands("lock_after_min") == (14, Layer.COMMAND_LINE, "--set lock_after_min")
    one = look("live", OPTIONS).standing["lock_after_min"]
    assert (one.lower, one.own, one.overridden) == (11, 12, True)
    assert load_settings("live").lock_after_min == 14


@pytest.mark.skipif(sys.platform != "linux", reason="where desktops list folders")
def test_a_folder_that_the_desktop_puts_first_hides_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ubuntu's session lists one of its own before /etc/xdg."""
    monkeypatch.delenv("COMMAND_CENTER_SITE_CONFIG")
    desktop, etc = tmp_path / "xdg-ubuntu", tmp_path / "xdg"
    (desktop / APP).mkdir(parents=True)
    monkeypatch.setenv("XDG_CONFIG_DIRS", f"xdg-relative:{desktop}:{etc}")
    assert site_config_dir() == SYSTEM_CONFIG == Path("/etc/xdg/pusat-komando")
    (etc / APP).mkdir(parents=True)
    (etc / APP / "settings.toml").write_text("lock_after_min = 11\n")
    assert stands("lock_after_min")[:2] == (11, Layer.SYSTEM)
    (desktop / APP / "settings.toml").write_text("lock_after_min = 12\n")
    assert stands("lock_after_min")[:2] == (12, Layer.SYSTEM)


def test_an_exercise_hears_only_what_is_said_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    lay("lock_after_min = 11\n")
    settings_path("live").write_text("public_feed = true\n")
    monkeypatch.setenv("COMMAND_CENTER_REPLY_HOSTS", "jmp.example")
    give(["relay=http://cam.example:1"])
    assert load_settings("exercise") == Settings()
    monkeypatch.setenv("COMMAND_CENTER_EXERCISE_LOCK_AFTER_MIN", "3")
    give(["exercise.observer_seconds=9"])
    assert load_settings("exercise") == Settings(lock_after_min=3, observer_seconds=9)
    live = load_settings("live")
    assert (live.lock_after_min, live.observer_seconds) == (11, 20)


def test_what_another_layer_says_is_not_frozen_into_the_file() -> None:
    lay('witness = "T"\n')
    save_settings("live", Settings(witness="T", lock_after_min=7))
    assert "witness" not in settings_path("live").read_text()
    assert load_settings("live") == Settings(witness="T", lock_after_min=7)


def test_a_switch_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    for word, value in {"true": True, "ya": True, "1": True, "no": False, "OFF": False}.items():
        monkeypatch.setenv("COMMAND_CENTER_PUBLIC_FEED", word)
        assert load_settings("live").public_feed is value


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("lock_after_min = -1\n", "setting_not_whole"),
        ("lock_after_min = 1441\n", "setting_not_whole"),
        ('lock_after_min = "15"\n', "setting_not_whole"),
        ("lock_after_min = true\n", "setting_not_whole"),
        ("public_feed = 1\n", "setting_not_switch"),
        ('detector_sha256 = "12"\n', "setting_not_hex"),
        ('relay_token = "short"\n', "setting_secret_short"),
        ("witness = [1]\n", "setting_not_text"),
        ('witness = "a\\nb"\n', "setting_unprintable"),
    ],
)
def test_where_a_default_is_safe_the_program_starts_with_it(
    text: str, code: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("command_center.runtime.settings._told", set())
    settings_path("live").write_text(text)
    assert load_settings("live") == load_settings("live") == Settings()
    (fault,) = look("live", OPTIONS).faults
    assert (fault.code, fault.option, fault.where) == (
        code,
        text.split(" ", maxsplit=1)[0],
        "settings.toml",
    )
    assert len(caplog.records) == 1


def test_a_wrong_value_leaves_what_the_layer_below_says(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    settings_path("live").write_text("lock_after_min = 5\n")
    monkeypatch.setenv("COMMAND_CENTER_LOCK_AFTER_MIN", "soon")
    assert load_settings("live").lock_after_min == 5


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('database = "room.db"\n', "setting_not_database"),
        ('database = "mysql://h/d"\n', "setting_not_database"),
        ('database = "postgresql+psycopg://u:p@h/d"\n', "setting_holds_password"),
        ('relay = "cam:8590"\n', "setting_not_web"),
        ('relay = "http://h:99999"\n', "setting_not_web"),
        ('relay = "http://u:p@h"\n', "setting_holds_password"),
        ('reply_hosts = "https://h/x"\n', "setting_not_hosts"),
        ('cameras_on_demand = "a b/c"\n', "setting_not_hosts"),
        ('gateway = "localhost:80"\n', "setting_not_listen"),
        ('gateway = "0.0.0.0:x"\n', "setting_not_listen"),
        ("gateway_key = 1\n", "setting_not_text"),
        ('databse = "sqlite:///x.db"\n', "setting_unknown"),
        ("pack = \n", "setting_file_unreadable"),
    ],
)
def test_where_a_default_does_harm_the_program_refuses(text: str, code: str) -> None:
    settings_path("live").write_text(text)
    with pytest.raises(ValueError, match=r"settings\.toml") as refused:
        load_settings("live")
    assert isinstance(refused.value, WrongSetting)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("https://kota.example/rilis", ""),
        ("http://127.0.0.1:8000/rilis", ""),
        (str(Path.cwd()), ""),
        ("http://kota.example/rilis", "setting_not_releases"),
        ("https://it:x@kota.example/rilis", "setting_holds_password"),
        ("ftp://kota.example/rilis", "setting_not_releases"),
        ("rilis", "setting_not_releases"),
    ],
)
def test_updates_come_from_nowhere_that_is_not_safe(text: str, code: str) -> None:
    wrong = is_release_source(text)
    assert (wrong.code if wrong else "") == code


def test_a_slip_of_a_name_says_what_it_is_like() -> None:
    settings_path("live").write_text('reply_host = "x"\n')
    with pytest.raises(WrongSetting) as refused:
        load_settings("live")
    assert refused.value.params["close"] == "reply_hosts"


def test_the_environment_of_others_is_nobodys_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMAND_CENTER_LICENCE_PLATE", "N 1 AB")
    monkeypatch.setenv("COMMAND_CENTER_DATABSE", "sqlite:///x.db")
    assert [fault.where for fault in look("live", OPTIONS).faults] == ["COMMAND_CENTER_DATABSE"]


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")
def test_a_file_for_all_that_anybody_may_write_is_refused() -> None:
    lay("lock_after_min = 0\n").chmod(0o666)
    with pytest.raises(WrongSetting, match="setting_file_open"):
        load_settings("live")


def test_an_endless_file_is_not_read() -> None:
    settings_path("live").write_text("#" * 300_000)
    with pytest.raises(WrongSetting, match="setting_file_large"):
        load_settings("live")


def test_a_value_that_could_not_be_used_is_not_saved() -> None:
    with pytest.raises(WrongSetting, match="setting_not_database"):
        save_settings("live", Settings(database="x", lock_after_min=7))
    assert not settings_path("live").exists()


def test_a_secret_is_not_taken_from_a_command_line() -> None:
    give(["relay_token=canary-canary-canary"])
    (fault,) = look("live", OPTIONS).faults
    assert fault.code == "setting_secret_typed"
    assert "canary" not in str(fault)


def test_no_option_is_called_like_another_of_our_variables() -> None:
    names = {variable_of("live", name) for name in OPTIONS}
    assert not names & {f"COMMAND_CENTER_{name}" for name in OTHER_VARIABLES}
    assert not any(name.startswith("COMMAND_CENTER_EXERCISE_") for name in names)


def test_every_option_is_declared_whole() -> None:
    for option in OPTIONS.values():
        assert option.meaning.endswith("."), option.name
        assert option.wrong(option.default) is None, option.name
        assert option.default == "" or not option.secret
