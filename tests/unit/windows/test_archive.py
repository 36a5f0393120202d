"""Archives from outside: taken by their hash only, and never written out of their folder."""

import stat
import zipfile
from pathlib import Path

import pytest
from windows import archive
from windows.archive import Refused, demand_hash, sha256, unpack
from windows.tree import demand_short_names, put_python, put_wheels, write_search_path


def zipped(path: Path, names: list[str], mode: int = 0o644) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        for name in names:
            entry = zipfile.ZipInfo("x")
            entry.filename = name  # as it stands in the file, whatever zipfile thinks of it
            entry.external_attr = mode << 16
            file.writestr(entry, b"word")
    return path


def test_a_file_of_another_hash_is_refused(tmp_path: Path) -> None:
    file = zipped(tmp_path / "python.zip", ["python.exe"])
    demand_hash(file, sha256(file).upper())
    with pytest.raises(Refused, match=f"has SHA-256 {sha256(file)}, not {'0' * 64}"):
        demand_hash(file, "0" * 64)


@pytest.mark.parametrize("text", ["", "0" * 63, "g" * 64, "0" * 64 + "\n"])
def test_what_is_no_hash_is_refused_as_such(tmp_path: Path, text: str) -> None:
    with pytest.raises(Refused, match="is not a SHA-256"):
        demand_hash(zipped(tmp_path / "python.zip", []), text)


@pytest.mark.parametrize(
    "name",
    [
        "../out.txt",
        "a/../../out.txt",
        "/out.txt",
        "C:/out.txt",
        "..\\out.txt",
        "a/./b",
        "a//b",
        "file:stream",
        "nul.txt",
        "a/COM1",
        "trailing.",
        "trailing /b",
    ],
)
def test_a_name_that_leads_elsewhere_is_refused_before_anything_is_written(
    tmp_path: Path, name: str
) -> None:
    file = zipped(tmp_path / "evil.zip", ["good.txt", name])
    with pytest.raises(Refused, match="leads elsewhere"):
        unpack(file, tmp_path / "target" / "deep")
    assert not (tmp_path / "target").exists()
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["evil.zip"]


def test_a_link_is_refused(tmp_path: Path) -> None:
    file = zipped(tmp_path / "evil.zip", ["link"], stat.S_IFLNK | 0o777)
    with pytest.raises(Refused, match="holds a link: 'link'"):
        unpack(file, tmp_path / "target")


def test_what_unpacks_to_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = zipped(tmp_path / "large.zip", ["a", "b", "c"])
    monkeypatch.setattr(archive, "LARGEST", 11)
    with pytest.raises(Refused, match=r"large\.zip unpacks to more"):
        unpack(file, tmp_path / "target")
    monkeypatch.setattr(archive, "LARGEST", 12)
    unpack(file, tmp_path / "target")
    assert (tmp_path / "target" / "c").read_bytes() == b"word"


EMBEDDABLE = ["python.exe", "python3.dll", "python312.dll", "python312.zip", "python312._pth"]


def test_the_version_is_read_from_the_python_that_is_given(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    assert put_python(zipped(tmp_path / "p.zip", EMBEDDABLE), tree) == "3.12"
    write_search_path(tree, "3.12")
    assert (tree / "python312._pth").read_text() == "python312.zip\n.\nsite-packages\n"


@pytest.mark.parametrize("without", ["python.exe", "python312.dll", "python312.zip"])
def test_what_is_no_embeddable_python_is_refused(tmp_path: Path, without: str) -> None:
    names = [name for name in EMBEDDABLE if name != without]
    with pytest.raises(Refused, match=r"p\.zip is not an embeddable Python"):
        put_python(zipped(tmp_path / "p.zip", names), tmp_path / "tree")


def test_a_wheel_that_puts_files_where_nobody_knows_is_refused(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    put_wheels([zipped(tmp_path / "a.whl", ["a.py", "a-1.data/scripts/a"])], tree)
    with pytest.raises(Refused, match=r"b-1\.data holds platlib"):
        put_wheels([zipped(tmp_path / "b.whl", ["b.py", "b-1.data/platlib/b.pyd"])], tree)


def test_names_too_long_for_windows_are_refused(tmp_path: Path) -> None:
    long = tmp_path / ("d" * 99) / ("f" * 101)
    long.parent.mkdir()
    long.with_name("f" * 100).touch()
    demand_short_names(tmp_path)
    long.touch()
    with pytest.raises(Refused, match="1 names are too long"):
        demand_short_names(tmp_path)
