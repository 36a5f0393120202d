"""Settings are declared once; a file that says something else is refused by name."""

import errno
import os

import pytest

from command_center.runtime.settings import (
    Settings,
    load_settings,
    save_settings,
    settings_path,
)


def test_what_is_saved_is_what_is_loaded() -> None:
    save_settings("live", Settings(database="sqlite:///x.db", pack="jember"))
    assert load_settings("live") == Settings(database="sqlite:///x.db", pack="jember")


def test_the_token_is_in_no_text_of_the_settings() -> None:
    assert "canary" not in repr(Settings(relay_token="canary-canary-canary"))


def test_an_exercise_has_settings_of_its_own() -> None:
    save_settings("live", Settings(pack="jember"))
    assert load_settings("exercise") == Settings()


def test_comments_of_a_person_survive() -> None:
    path = settings_path("live")
    path.write_text('# ruang utama\npack = "malang"\n')
    save_settings("live", Settings(pack="jember"))
    assert "# ruang utama" in path.read_text()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('basis_data = "x"\n', "basis_data"),
        ("pack = 3\n", "pack"),
        ("pack = \n", "settings.toml"),
    ],
)
def test_a_wrong_file_says_what_is_wrong(text: str, word: str) -> None:
    settings_path("live").write_text(text)
    with pytest.raises(ValueError, match=word):
        load_settings("live")


def test_a_disk_that_is_full_costs_no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    save_settings("live", Settings(pack="jember"))

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "no space left on device")

    with monkeypatch.context() as disk, pytest.raises(OSError, match="no space"):
        disk.setattr(os, "fsync", full)
        save_settings("live", Settings(pack="malang"))
    assert load_settings("live").pack == "jember"
    save_settings("live", Settings(pack="malang"))
    assert load_settings("live").pack == "malang"


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")
def test_the_token_is_for_this_account_only() -> None:
    save_settings("live", Settings(relay_token="canary-canary-canary"))
    settings_path("live").chmod(0o644)
    save_settings("live", Settings(relay_token="canary-canary-canary"))
    assert settings_path("live").stat().st_mode & 0o077 == 0
