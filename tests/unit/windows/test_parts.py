"""The list of parts of a version for Windows is that of its tree, and its tree is the wheels'."""

import json
from base64 import urlsafe_b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from windows.archive import Refused
from windows.parts import LIST, REPLACED, TERMS, Parts

from command_center import __version__

LOCK = "one==1.2 \\\n    --hash=sha256:" + "a" * 64 + "\n"
NATIVE = "site-packages/one/fast.pyd"


def distribution(site: Path, name: str, version: str, files: dict[str, bytes]) -> None:
    info = site / f"{name.replace('-', '_')}-{version}.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Name: {name}\nVersion: {version}\nLicense-Expression: MIT\n")
    (info / "LICENSE").write_text(f"Terms of {name}")
    record = [f"{info.name}/LICENSE,,"]
    for place, content in files.items():
        (site / place).parent.mkdir(parents=True, exist_ok=True)
        (site / place).write_bytes(content)
        digest = urlsafe_b64encode(sha256(content).digest()).rstrip(b"=").decode()
        record.append(f"{place},sha256={digest},{len(content)}")
    (info / "RECORD").write_text("\n".join(record))


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    site = tmp_path / "site-packages"
    distribution(site, "one", "1.2", {"one/fast.pyd": b"fast", "one/big.dll": b"big"})
    distribution(site, "pusat-komando", __version__, {})
    (tmp_path / "python313.dll").write_bytes(b"x\x003.13.2\x00y")
    (tmp_path / "command-center.exe").write_bytes(b"launcher")
    (tmp_path / "LICENSE.txt").write_text("Terms of this Python")
    return tmp_path


def test_every_part_is_listed_with_whose_it_is_and_what_we_made_of_it(tree: Path) -> None:
    big = "site-packages/one/big.dll"
    (tree / big).write_bytes(b"hollow")
    Parts(tree, {big: "hollow: why"}, {"nsis": "3.08"}).write(LOCK, "3.13", 0)
    document = json.loads((tree / LIST).read_text(encoding="utf-8"))
    parts = {part["name"]: part for part in document["components"]}
    assert parts.keys() == {"one", "python", "nsis", "python313.dll", "command-center.exe"} | {
        NATIVE,
        big,
        "mingw-w64",
    }
    assert parts["python"]["version"] == "3.13.2"
    told = {
        name: {p["name"].split(":")[1]: p["value"] for p in parts[name]["properties"]}
        for name in (NATIVE, big, "python313.dll", "command-center.exe")
    }
    assert told == {
        NATIVE: {"from": "one"},
        big: {"from": "one", "made": "hollow: why"},
        "python313.dll": {"from": "python"},
        "command-center.exe": {"from": "pusat-komando"},
    }
    assert json.loads((tree / REPLACED).read_text()) == {big: "hollow: why"}
    terms = (tree / TERMS).read_text(encoding="utf-8")
    assert "Terms of one" in terms
    assert "Terms of this Python" in terms
    assert "mingw-w64" in terms


def test_a_library_that_stands_in_no_table_stops_the_build(tree: Path) -> None:
    with pytest.raises(Refused, match=r"big\.dll: whose it is stands nowhere"):
        Parts(tree, {}, {}).write(LOCK, "3.13", 0)


def test_a_file_that_its_wheel_did_not_bring_stops_the_build(tree: Path) -> None:
    (tree / NATIVE).write_bytes(b"other")
    with pytest.raises(Refused, match="not the file that its wheel"):
        Parts(tree, {}, {}).write(LOCK, "3.13", 0)
    (tree / NATIVE).write_bytes(b"fast")
    (tree / "site-packages" / "stray.dll").touch()
    with pytest.raises(Refused, match=r"stray\.dll is in no wheel"):
        Parts(tree, {}, {}).write(LOCK, "3.13", 0)


def test_what_the_lock_does_not_name_stops_the_build(tree: Path) -> None:
    with pytest.raises(Refused, match="is in the tree and not in the lock"):
        Parts(tree, {}, {}).write(LOCK.replace("1.2", "1.3"), "3.13", 0)
