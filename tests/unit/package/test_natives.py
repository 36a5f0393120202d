"""What the native libraries of a bundle are, by the tables and by what they say of themselves."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

Packaged = Callable[[str], Any]


@pytest.fixture
def native(packaged: Packaged) -> Callable[..., Any]:
    natives = packaged("supply.natives")
    return lambda path, source="av", made="": natives.Native(path, "0" * 64, source, made)


def wheel(site: Path, name: str, lists: dict[str, list[dict[str, Any]]]) -> metadata.Distribution:
    """A distribution with lists of parts, by their files' names."""
    info = site / f"{name}-1.dist-info"
    (info / "sboms").mkdir(parents=True)
    (info / "METADATA").write_text(f"Name: {name}\nVersion: 1\n")
    for file, components in lists.items():
        (info / "sboms" / file).write_text(json.dumps({"components": components}))
    (info / "RECORD").write_text("".join(f"{info.name}/sboms/{file},,\n" for file in lists))
    (found,) = metadata.distributions(path=[str(site)])
    return found


def test_every_text_that_a_table_names_is_there_and_every_text_is_named(packaged: Packaged) -> None:
    natives = packaged("supply.natives")
    table = natives.table()
    assert list(table.textless()) == []
    licences = packaged("supply.licences")
    named = {name for part in table.parts for name in part.texts}
    named |= {name for names in table.further.values() for name in names}
    named |= {licences.OF_PYTHON, licences.OF_CRATES}
    assert {path.stem for path in natives.TEXTS.iterdir()} == named
    assert {name for part in table.parts for name in part.common} <= set(licences.WHOLE)
    names = [part.name for part in table.parts]
    assert len(names) == len(set(names))


def test_a_library_that_no_table_names_is_told(
    packaged: Packaged, native: Callable[..., Any]
) -> None:
    table = packaged("supply.natives").table()
    known = [
        native("av.libs/libdav1d-1.so.7"),
        native("site-packages/av.libs/libdav1d-1.dll"),
        native("PySide6/Qt/plugins/platforms/libqxcb.so", "pyside6-essentials"),
        native("PySide6/libpyside6.abi3.so.6.11", "pyside6-essentials"),
        native("shapely/lib.cpython-311-x86_64-linux-gnu.so", "shapely"),
        native("cv2/cv2.abi3.so", "opencv-python-headless"),
        native("av.libs/libx264-1.so", made="hollow"),
        native("libz.so.1", "zlib1g"),
    ]
    assert list(table.unnamed(known, {"zlib1g": "1"})) == []
    strange = [native("av.libs/libnew-1.so.1"), native("libnew.so.1", "libnew1")]
    told = list(table.unnamed(strange, {"libnew1": "1"}))
    assert [sentence.partition(":")[0] for sentence in told] == [
        "av.libs/libnew-1.so.1",
        "libnew.so.1",
    ]
    assert "natives.toml" in told[0]
    assert "system.toml" in told[1]
    assert table.licence_of_package("zlib1g", known) == "Zlib"


def test_versions_are_what_files_their_names_and_the_wheels_lists_say(
    packaged: Packaged, native: Callable[..., Any], tmp_path: Path
) -> None:
    said = {
        "av.libs/libavutil-1.so": b"xFFmpeg version 8.1.2\0",
        "av.libs/libavcodec-1.so": b"nothing",
        "av.libs/libvpl-1.so.2.16": b"",
        "av.libs/libiconv-2.dll": "FileVersion\0\0001.19 of us\0".encode("utf-16-le"),
        "av.libs/libdrm-1.so.2.4.0": b"",
        "av.libs/libopus-1.so": b"says nothing",
        "lxml/etree.cpython-311-x86_64-linux-gnu.so": b"\x0021406\x0010143\0",
        "numpy.libs/libscipy_openblas-1.so": b"OpenBLAS 0.3.31 ",
        "scipy.libs/libscipy_openblas-2.so": b"OpenBLAS 0.3.30 ",
    }
    for path, data in said.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(data)
    purl = "pkg:rpm/almalinux/libdrm@2.4.115-2.el8#0a"
    copied = [{"name": "libdrm", "version": "2.4.115-2.el8", "purl": purl}]
    av = wheel(tmp_path / "site", "av", {"auditwheel.cdx.json": copied})
    carried, table = packaged("supply.carried").carried, packaged("supply.natives").table()
    found = carried(tmp_path, [native(path) for path in said], table, {"av": av})
    assert {(one.name, one.version): sorted(one.files) for one in found} == {
        ("ffmpeg", "8.1.2"): ["av.libs/libavcodec-1.so", "av.libs/libavutil-1.so"],
        ("libdrm", "2.4.115-2.el8"): ["av.libs/libdrm-1.so.2.4.0"],
        ("libiconv", "1.19"): ["av.libs/libiconv-2.dll"],
        ("libvpl", "2.16"): ["av.libs/libvpl-1.so.2.16"],
        ("openblas", "0.3.30"): ["scipy.libs/libscipy_openblas-2.so"],
        ("openblas", "0.3.31"): ["numpy.libs/libscipy_openblas-1.so"],
        ("opus", ""): ["av.libs/libopus-1.so"],
        **{
            part: ["lxml/etree.cpython-311-x86_64-linux-gnu.so"]
            for part in (("libxml2", "2.14.6"), ("libxslt", "1.1.43"), ("zlib", ""))
        },
        ("libiconv", ""): ["lxml/etree.cpython-311-x86_64-linux-gnu.so"],
    }
    urls = {one.name: one.url.to_string() for one in found}
    assert urls["libdrm"] == "pkg:rpm/almalinux/libdrm@2.4.115-2.el8"
    assert urls["opus"] == "pkg:generic/opus"


def test_what_a_wheel_says_is_compiled_in_is_listed_and_not_where_its_maker_kept_it(
    packaged: Packaged, tmp_path: Path
) -> None:
    rows: list[dict[str, Any]] = [
        {
            "name": "pem",
            "version": "4.0.0",
            "purl": "pkg:cargo/pem@4.0.0?download_url=file://somewhere",
            "licenses": [{"expression": "MIT"}],
        },
        {"name": "itself", "version": "1", "purl": "pkg:pypi/itself@1"},
    ]
    one = wheel(tmp_path, "itself", {"rust.cyclonedx.json": rows})
    (found,) = packaged("supply.carried").compiled_in({"itself": one})
    assert (found.url.to_string(), found.licence) == ("pkg:cargo/pem@4.0.0", "MIT")
    assert found.files == ["itself"]


def test_an_encoder_under_the_gpl_is_found_in_whatever_holds_it(
    packaged: Packaged, tmp_path: Path
) -> None:
    leftovers = packaged("supply.leftovers")
    for name, mark in leftovers.MARKS.items():
        (tmp_path / f"{name}.so").write_bytes(b"\x7fELF" + mark)
    (tmp_path / "libavcodec.so").write_bytes(b"\x7fELF libx264 libx265")
    told = leftovers.under_gpl(tmp_path, sorted(tmp_path.iterdir()))
    assert told == [f"{name}.so holds {name}" for name in sorted(leftovers.MARKS)]


def test_the_packages_copyright_names_each_file_of_others_once(packaged: Packaged) -> None:
    def file(name: str, owner: str) -> dict[str, Any]:
        return {
            "type": "file",
            "name": name,
            "properties": [{"name": "pusat-komando:from", "value": owner}],
        }

    hollow = file("av.libs/libx264.so", "av")
    hollow["properties"].append({"name": "pusat-komando:made", "value": "hollow"})
    holds = [{"name": "pusat-komando:in", "value": "av.libs/liblame.so"}]
    document = {
        "components": [
            {
                "type": "library",
                "name": "av",
                "bom-ref": "av",
                "licenses": [{"expression": "BSD-3-Clause"}],
            },
            {
                "type": "library",
                "name": "lame",
                "bom-ref": "lame",
                "version": "3.100",
                "licenses": [{"expression": "LGPL-2.0-or-later OR MIT"}],
                "properties": holds,
            },
            file("av.libs/liblame.so", "av"),
            file("av/_core.so", "av"),
            hollow,
        ]
    }
    text = packaged("supply.copyright").copyright_of(document)
    assert text.startswith("Format: https://www.debian.org/doc/packaging-manuals/copyright-format/")
    place = "opt/pusat-komando/versions/*/_internal/"
    assert f"Files: {place}av/_core.so\nCopyright: the authors of av," in text
    assert f"Files: {place}av.libs/liblame.so\nCopyright: the authors of lame 3.100," in text
    assert "License: LGPL-2.0-or-later or MIT\n" in text
    assert "License: MIT\n The text is in THIRD-PARTY-LICENCES.txt.gz" in text
    assert text.count("liblame.so") == 1
    assert "libx264" not in text
    assert "License: Apache-2.0\n On Debian systems the text is /usr/share/common-licenses/" in text
