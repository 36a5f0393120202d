"""A package that grew over what was promised is told, and ends the build."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
MOST_INSTALLED_KB = 420_000_000 // 1024

pytestmark = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="not a Debian system")


@pytest.mark.parametrize(
    ("installed", "status"), [(MOST_INSTALLED_KB, 0), (421_000_000 // 1024, 4)]
)
def test_what_a_package_takes_on_the_disk_has_an_end(
    tmp_path: Path, installed: int, status: int
) -> None:
    control = tmp_path / "tree" / "DEBIAN" / "control"
    control.parent.mkdir(parents=True)
    control.write_text(
        f"Package: x\nVersion: 1\nArchitecture: all\nMaintainer: x <x@localhost>\n"
        f"Installed-Size: {installed}\nDescription: x\n"
    )
    package = tmp_path / "x.deb"
    build = ["dpkg-deb", "--root-owner-group", "-Zgzip", "-b", str(tmp_path / "tree"), str(package)]
    subprocess.run(build, check=True, capture_output=True)
    told = subprocess.run(
        ["bash", "packaging/sizes.sh", str(package)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == status
    assert f"installed {installed * 1024 / 1e6:.1f} MB (of 420)" in told.stdout
    assert ("larger than it may be" in told.stderr) == bool(status)
