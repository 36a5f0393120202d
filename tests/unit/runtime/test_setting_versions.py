"""Files that earlier programs wrote are read, upgraded beside a copy, and newer ones left alone."""

import tomllib
from pathlib import Path

import pytest

from command_center.runtime import setting_versions
from command_center.runtime.setting_file import change_file, read_file
from command_center.runtime.setting_layers import WrongSetting
from command_center.runtime.settings import (
    OPTIONS,
    Settings,
    load_settings,
    save_settings,
    settings_path,
)

EARLIER = sorted((Path(__file__).parent / "earlier_settings").glob("*.toml"))
"""As each program that had other options wrote them, oldest first."""
SET = sorted((Path(__file__).parent / "earlier_settings" / "set").glob("*.toml"))
"""The same with every option set to something else than its default."""


@pytest.fixture
def file() -> Path:
    return settings_path("live")


def test_every_way_the_options_grew_is_tried() -> None:
    assert len(EARLIER) == len(setting_versions._GREW)


@pytest.mark.parametrize("earlier", EARLIER, ids=lambda path: path.stem)
def test_an_earlier_file_says_what_it_said(earlier: Path, file: Path) -> None:
    file.write_text(earlier.read_text())
    assert load_settings("live") == Settings(database="sqlite:///ruang.db")
    assert file.read_text() == earlier.read_text()


@pytest.mark.parametrize("earlier", EARLIER, ids=lambda path: path.stem)
def test_an_earlier_file_is_kept_beside_and_leaves_room_for_others(
    earlier: Path, file: Path
) -> None:
    file.write_text(earlier.read_text())
    save_settings("live", Settings(database="sqlite:///ruang.db", lock_after_min=7))
    version = 0 if "theme" in earlier.read_text() else 1
    assert file.with_name(f"settings.toml.{version}.bak").read_text() == earlier.read_text()
    assert dict(read_file(file)) == {"database": "sqlite:///ruang.db", "lock_after_min": 7}
    assert file.read_text().startswith("version = 2\n")


def test_every_option_of_each_earlier_program_was_set() -> None:
    for usual, other in zip(EARLIER, SET, strict=True):
        default, said = tomllib.loads(usual.read_text()), tomllib.loads(other.read_text())
        assert list(said) == list(default)
        assert [name for name in said if said[name] == default[name]] == []


@pytest.mark.parametrize("earlier", SET, ids=lambda path: path.stem)
def test_nothing_that_was_set_is_lost_on_the_way(earlier: Path, file: Path) -> None:
    """Neither where the old file is read, nor in the one of today that the first save makes."""
    said = tomllib.loads(earlier.read_text())
    kept = {name: value for name, value in said.items() if name not in setting_versions.RETIRED}
    file.write_text(earlier.read_text())
    assert load_settings("live") == Settings(**kept)
    save_settings("live", Settings(**{**kept, "updates": "https://pembaruan.example/"}))
    assert dict(read_file(file)) == {**kept, "updates": "https://pembaruan.example/"}
    looks = [f"# {name} = " in file.read_text() for name in said if name not in kept]
    assert all(looks)


def test_what_was_set_of_the_look_stays_readable(file: Path) -> None:
    file.write_text('database = ""\nlanguage = "en"\ntheme = "night"\nfont_percent = 120\n')
    save_settings("live", Settings(lock_after_min=7))
    assert '# language = "en"\n# theme = "night"\n# font_percent = 120' in file.read_text()


def test_a_line_with_a_comment_was_somebodys(file: Path) -> None:
    file.write_text('# ruang utama\ndatabase = "" # berkas sendiri\npack = ""\n')
    change_file(file, {"lock_after_min": 7})
    assert "# ruang utama" in file.read_text()
    assert dict(read_file(file)) == {"database": "", "lock_after_min": 7}


def test_a_file_by_hand_keeps_even_a_default(file: Path) -> None:
    file.write_text("lock_after_min = 15\n")
    assert dict(read_file(file)) == {"lock_after_min": 15}


def test_todays_file_is_not_copied(file: Path) -> None:
    save_settings("live", Settings(lock_after_min=7))
    save_settings("live", Settings(lock_after_min=8))
    assert [path.name for path in file.parent.iterdir()] == ["settings.toml"]


def test_a_newer_file_is_refused_and_kept(file: Path) -> None:
    text = 'version = 3\nnew_thing = "x"\n'
    file.write_text(text)
    with pytest.raises(WrongSetting, match="setting_file_newer") as refused:
        load_settings("live")
    assert refused.value.where == "settings.toml"
    with pytest.raises(WrongSetting):
        save_settings("live", Settings(lock_after_min=7))
    assert file.read_text() == text
    assert [path.name for path in file.parent.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize("said", ['"2"', "true", "-1", "1.5"])
def test_a_version_that_is_none_is_refused(said: str, file: Path) -> None:
    file.write_text(f"version = {said}\n")
    with pytest.raises(WrongSetting, match="setting_file_version"):
        load_settings("live")


def test_the_newest_shape_knows_no_option_that_is_gone() -> None:
    grown = {name for more in setting_versions._GREW for name in more}
    assert grown <= set(OPTIONS)
    assert not set(setting_versions.RETIRED) & set(OPTIONS)
