"""The list of parts is the lock's, and the lock's is what is installed."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
SHIPPED = ("sqlalchemy", "msgspec", "tomlkit")


@pytest.fixture
def rows(packaged: Callable[[str], Any]) -> dict[str, Any]:
    lock = packaged("supply.lock")
    found: dict[str, Any] = lock.pinned_here(
        lock.read_lock((ROOT / "requirements.lock").read_text())
    )
    return found


def test_every_row_of_the_lock_is_read(
    packaged: Callable[[str], Any], rows: dict[str, Any]
) -> None:
    text = (ROOT / "requirements.lock").read_text()
    everywhere = packaged("supply.lock").read_lock(text)
    assert len(everywhere) == sum("==" in line for line in text.splitlines())
    assert sum(len(row.sha256) for row in everywhere) == text.count("--hash=sha256:")
    assert all(row.sha256 for row in everywhere)
    assert len(rows) < len(everywhere), "no marker of another system was heeded"


def test_a_line_that_is_no_pin_is_named(packaged: Callable[[str], Any]) -> None:
    with pytest.raises(ValueError, match="line 2"):
        packaged("supply.lock").read_lock("a==1 \\\nb>=2\n")


def test_what_is_installed_otherwise_is_said(packaged: Callable[[str], Any]) -> None:
    lock = packaged("supply.lock")
    pins = lock.read_lock(
        "a==1 \\\n    --hash=sha256:" + "0" * 64 + "\n"
        "b==2 ; sys_platform == 'never' \\\n    --hash=sha256:" + "1" * 64 + "\n"
        "c==3 \\\n    --hash=sha256:" + "2" * 64 + "\n"
    )
    said = lock.differences(pins, {"a": "1", "c": "4"})
    assert said == ["c: 3 in requirements.lock, 4 installed"]
    assert lock.differences(pins, {"a": "1"}) == ["c: 3 in requirements.lock, none installed"]


def test_what_is_installed_here_is_what_the_lock_says(
    packaged: Callable[[str], Any], rows: dict[str, Any]
) -> None:
    lock = packaged("supply.lock")
    assert lock.differences(rows.values(), lock.installed()) == []


def test_the_list_of_parts_says_version_licence_and_hashes_as_the_lock(
    packaged: Callable[[str], Any], rows: dict[str, Any]
) -> None:
    sbom = packaged("supply.sbom")
    native = packaged("supply.natives").Native("av.libs/libx.so", "ab" * 32, "av", "hollow")
    url = packaged("packageurl").PackageURL("generic", None, "x", "1.2")
    within = packaged("supply.carried").Carried("x", "1.2", url, "MIT", "https://x.invalid", ["a"])
    shipped = [(metadata.distribution(name), rows[name]) for name in SHIPPED]
    others = [
        sbom.Other("python", "3.11.7", "generic", "PSF-2.0"),
        sbom.Other("libxcb1", "1.15-1", "deb", "MIT"),
    ]
    text = sbom.sbom("0.1.0", shipped, others, [within], [native], 0)
    assert text == sbom.sbom("0.1.0", shipped, others, [within], [native], 0)
    document = json.loads(text)
    assert (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.6")
    parts = {part["name"]: part for part in document["components"]}
    for name in SHIPPED:
        (reference,) = parts[name]["externalReferences"]
        assert parts[name]["version"] == rows[name].version
        assert {h["content"] for h in reference["hashes"]} == set(rows[name].sha256)
        assert parts[name]["licenses"]
    assert parts["av.libs/libx.so"]["hashes"] == [{"alg": "SHA-256", "content": "ab" * 32}]
    assert parts["libxcb1"]["purl"] == "pkg:deb/debian/libxcb1@1.15-1"
    told = {name: parts[name]["licenses"] for name in ("libxcb1", "python", "x")}
    assert told == {
        name: [{"expression": licence}]
        for name, licence in (("libxcb1", "MIT"), ("python", "PSF-2.0"), ("x", "MIT"))
    }
    assert parts["x"]["version"] == "1.2"


def test_the_licences_hold_the_text_of_each_distribution_and_of_what_is_within(
    packaged: Callable[[str], Any],
) -> None:
    one = metadata.distribution("msgspec")
    carried, table = packaged("supply.carried"), packaged("supply.natives").table()
    url = packaged("packageurl").PackageURL("generic", None, "lame", "3.100")
    home = "https://lame.sourceforge.io"
    within = [
        carried.Carried("lame", "3.100", url, "LGPL-2.0-or-later", home, ["av.libs/libmp3lame-1"]),
        carried.Carried("crate", "1", url, "MIT", files=["cryptography"]),
    ]
    text = packaged("supply.licences").licences([one], [], within, table)
    assert f"msgspec {one.version}" in text
    assert "Redistributions in binary form" in text
    assert "lame 3.100\nLicence: LGPL-2.0-or-later" in text
    assert "Sources: https://lame.sourceforge.io\nIn: av.libs/libmp3lame-1" in text
    assert "Can I use LAME in my commercial program?" in text
    assert "crate 1: MIT" in text
    assert "gnutls" not in text


def test_a_package_of_the_system_without_its_terms_is_told(
    packaged: Callable[[str], Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    licences = packaged("supply.licences")
    monkeypatch.setattr(licences, "SAID", tmp_path)
    (tmp_path / "libz1").mkdir()
    (tmp_path / "libz1" / "copyright").write_text("terms")
    (told,) = licences.without_terms(["libz1", "libbare1"])
    assert told.startswith("libbare1: ")
