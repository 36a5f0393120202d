"""What is under the GPL goes from the version for Windows, and what is said of it is so."""

import shutil
from pathlib import Path

import pytest
from supply.leftovers import MARKS
from windows import hollow
from windows.archive import Refused
from windows.assemble import check
from windows.hollow import ENCODERS, empty_encoders, source, under_gpl
from windows.imports import imports

ROOT = Path(__file__).resolve().parents[3]
ASKED = {"avcodec-1.dll": {f"{start}1.dll": [f"{start[:7]}_open"] for start in ENCODERS}}


def libraries(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("avcodec-1.dll", *(f"{start}1.dll" for start in ENCODERS)):
        (folder / name).write_bytes(b"http://www.videolan.org/x264.html x265 (build 216)")
    monkeypatch.setattr(hollow, "imports", lambda path: ASKED[path.name])


@pytest.mark.skipif(shutil.which(hollow._COMPILER[0]) is None, reason="MinGW is not installed")
def test_nothing_of_an_encoder_is_left_but_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    libraries(tmp_path, monkeypatch)
    made = empty_encoders(tmp_path)
    assert [path.name for path in made] == [f"{start}1.dll" for start in ENCODERS]
    assert {line.partition(" ")[0] for line in under_gpl(tmp_path)} == {"avcodec-1.dll"}
    for path in made:
        assert f"{path.name[:7]}_open".encode() in path.read_bytes()
        assert imports(path) == {}


def test_a_table_is_no_function_and_ends_at_once() -> None:
    text = source({"x264_levels", "x264_encoder_open_165"})
    assert "const char x264_levels[256] = {0};" in text
    assert "long long x264_encoder_open_165(void) { return 0; }" in text


def test_an_encoder_that_nobody_asks_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    libraries(tmp_path, monkeypatch)
    (tmp_path / "libx264-2.dll").touch()
    with pytest.raises(Refused, match="libx264-"):
        empty_encoders(tmp_path)


def test_the_documents_say_what_the_build_holds_the_tree_against(tmp_path: Path) -> None:
    said = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    assert "**The packages hold no part under the GPL that binds the whole.**" in said
    (tmp_path / "site-packages").mkdir()
    check(tmp_path)
    for name, mark in MARKS.items():
        (tmp_path / "site-packages" / f"lib{name}.dll").write_bytes(b"MZ" + mark)
        assert name in said
    with pytest.raises(Refused):
        check(tmp_path)
    assert len(under_gpl(tmp_path)) == len(MARKS)


def test_what_is_no_binary_of_windows_is_named(tmp_path: Path) -> None:
    for content in (b"", b"MZ", b"MZ".ljust(300, b"\0"), b"\xff" * 300):
        (tmp_path / "x.dll").write_bytes(content)
        with pytest.raises(Refused, match=r"x\.dll"):
            imports(tmp_path / "x.dll")
