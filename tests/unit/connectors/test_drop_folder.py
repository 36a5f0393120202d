"""A folder that a stranger writes to."""

import csv
import os
from pathlib import Path

import pytest

from command_center.connectors.file_drop import folder as folder_module
from command_center.connectors.file_drop.folder import MOST_AT_ONCE, Folder, Laid, Reason


def laid(path: Path) -> list[Laid]:
    folder = Folder(path)
    list(folder.ready())
    return list(folder.ready())


def test_what_is_left_unfinished_keeps_no_file_from_being_read(tmp_path: Path) -> None:
    for number in range(MOST_AT_ONCE + 5):
        (tmp_path / f"a{number:03}.csv.part").touch()
    (tmp_path / "z.csv").write_text("x")
    assert [one.path.name for one in laid(tmp_path)] == ["z.csv"]


@pytest.mark.parametrize("kind", ["link", "pipe"])
def test_a_file_that_is_exchanged_after_the_look_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("kunci")
    inbox = tmp_path / "in"
    inbox.mkdir()
    if kind == "link":
        (inbox / "a.csv").symlink_to(secret)
    else:
        os.mkfifo(inbox / "a.csv")
    monkeypatch.setattr(folder_module, "_is_file", lambda entry: True)
    assert laid(inbox) == []


@pytest.mark.parametrize("name", ["karantina", "selesai"])
def test_nothing_is_written_where_a_link_leads(tmp_path: Path, name: str) -> None:
    inbox, elsewhere = tmp_path / "in", tmp_path / "elsewhere"
    inbox.mkdir()
    elsewhere.mkdir()
    (inbox / name).symlink_to(elsewhere)
    (inbox / "a.csv").write_text("x")
    (found,) = laid(inbox)
    with pytest.raises(OSError, match=name):
        Folder(inbox).quarantine(found, [Reason("row 1", "", "x")])
    assert list(elsewhere.iterdir()) == []


def test_a_table_of_reasons_runs_nothing_and_overwrites_nothing(tmp_path: Path) -> None:
    inbox, victim = tmp_path / "in", tmp_path / "victim"
    (inbox / "karantina").mkdir(parents=True)
    victim.write_text("theirs")
    (inbox / "a.csv").write_text("x")
    (found,) = laid(inbox)
    stem = f"{found.digest[:16]}.alasan"
    (inbox / "karantina" / f"{stem}.part").symlink_to(victim)
    Folder(inbox).quarantine(found, [Reason("row 1", "=cmd|'/c calc'!A1", "x")])
    assert victim.read_text() == "theirs"
    with (inbox / "karantina" / f"{stem}.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file))[1] == ["row 1", "'=cmd|'/c calc'!A1", "x"]
