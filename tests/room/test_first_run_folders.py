"""Folders of the machine, looked into for the guided page."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from command_center.bootstrap.first_run import folders
from command_center.bootstrap.first_run.folders import look_into

KINDS = (".csv", ".json")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "sari"
    made.mkdir()
    monkeypatch.setenv("HOME", str(made))
    monkeypatch.setattr(folders, "_mounted", lambda: [])
    return made


def test_folders_first_then_files_of_the_kind_by_name(home: Path) -> None:
    for name in ("b.csv", "A.JSON", "surat.pdf", "foto.jpg", ".rahasia.csv"):
        (home / name).write_text("x" * 7)
    for name in ("zona", "Kota", ".cache"):
        (home / name).mkdir()
    (home / "kota lain").symlink_to(home / "Kota")
    (home / "hilang.csv").symlink_to(home / "tidak ada")
    os.mkfifo(home / "pipa.csv")
    found = look_into(home, KINDS)
    assert [(one.name, one.size) for one in found.entries] == [
        ("Kota", None),
        ("kota lain", None),
        ("zona", None),
        ("A.JSON", 7),
        ("b.csv", 7),
    ]
    assert (found.path, found.left_out, found.beyond) == (home, 2, False)
    assert [one.path for one in found.entries][-1] == home / "b.csv"
    assert look_into(home, ()).left_out == 4, "where a folder is wanted no file is shown"


def test_a_name_that_would_fool_the_eye_is_left_out(home: Path) -> None:
    (home / "kamera\u202evsc.csv").touch()
    (home / "dua\nbaris.csv").touch()
    (Path(os.fsdecode(os.fsencode(home) + b"/\xff.csv"))).touch()
    assert look_into(home, KINDS).entries == ()


def test_it_begins_where_the_typed_file_lies_or_as_near_as_there_is(home: Path) -> None:
    (home / "kota").mkdir()
    file = home / "kota" / "kamera.csv"
    file.touch()
    assert look_into(file, KINDS).path == home / "kota"
    assert look_into(home / "kota" / "tidak" / "ada.csv", KINDS).path == home / "kota"
    assert look_into(None, KINDS).path == home
    assert look_into(Path("nihil\0.csv"), KINDS).path.is_dir()


def test_a_folder_that_may_not_be_read_is_said_and_one_can_go_elsewhere(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    found = look_into(home, KINDS)
    assert (found.entries, found.refused) == ((), "Permission denied")
    assert found.path == home
    assert [place.path for place in found.places] == [home]


def test_no_folder_is_too_full(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "MOST_SHOWN", 3)
    monkeypatch.setattr(folders, "MOST_SEEN", 5)
    for number in range(4):
        (home / f"{number}.csv").touch()
    found = look_into(home, KINDS)
    assert ([one.name for one in found.entries], found.beyond) == (
        ["0.csv", "1.csv", "2.csv"],
        True,
    )
    monkeypatch.setattr(folders, "MOST_SHOWN", 9)
    assert not look_into(home, KINDS).beyond
    (home / "4.csv").touch()
    (home / "5.csv").touch()
    found = look_into(home, KINDS)
    assert (len(found.entries), found.beyond) == (5, True)


def test_home_and_what_is_plugged_in_are_one_step_away(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "KINGSTON"
    stick.mkdir()
    (home / "Downloads").mkdir()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "none"))
    monkeypatch.setattr(folders, "_mounted", lambda: [stick, tmp_path / "ditarik", home])
    places = look_into(home, KINDS).places
    assert [(one.name, one.path) for one in places] == [
        ("", home),
        ("Downloads", home / "Downloads"),
        ("KINGSTON", stick),
    ]
