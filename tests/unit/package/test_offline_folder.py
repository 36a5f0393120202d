"""The folder for a machine without a network: what installs it, run beside an apt of our own."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[3] / "packaging" / "debian" / "install-offline.sh"
APT = """#!/bin/sh
for word; do
    case $word in Dir::Etc::sourcelist=*) cat "${word#*=}" >>"$LOG" ;; esac
done
echo "$@" | sed 's/.*APT::Sandbox::User=root //' >>"$LOG"
"""

pytestmark = pytest.mark.skipif(
    shutil.which("sha256sum") is None, reason="it checks with sha256sum"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """With a space in its name, as a stick may have."""
    stick = tmp_path / "a stick"
    stick.mkdir()
    (stick / "a.deb").write_bytes(b"of a package")
    told = hashlib.sha256(b"of a package").hexdigest()
    (stick / "SHA256SUMS").write_text(f"{told}  a.deb\n", encoding="ascii")
    shutil.copy(SCRIPT, stick / "install.sh")
    (tmp_path / "bin").mkdir()
    for name, text in (("apt-get", APT), ("id", "#!/bin/sh\necho 0\n")):
        (tmp_path / "bin" / name).write_text(text, encoding="ascii")
        (tmp_path / "bin" / name).chmod(0o755)
    return stick


def install(folder: Path) -> tuple[int, str]:
    """Its exit status, and what apt was asked."""
    log = folder.parent / "log"
    path = f"{folder.parent / 'bin'}:{os.environ['PATH']}"
    words = ["/bin/sh", str(folder / "install.sh")]
    done = subprocess.run(words, env={"PATH": path, "LOG": str(log)}, check=False)
    return done.returncode, log.read_text(encoding="utf-8") if log.exists() else ""


def test_the_folder_is_the_only_source(folder: Path) -> None:
    status, asked = install(folder)
    assert status == 0
    first, update, again, get = asked.splitlines()
    assert first == again
    assert first.startswith("deb [trusted=yes] file:/")
    assert first.endswith("/folder ./")
    assert (update, get) == ("update -qq", "install -y pusat-komando")


def test_a_damaged_folder_installs_nothing(folder: Path) -> None:
    (folder / "a.deb").write_bytes(b"cut of")
    assert install(folder) == (3, "")
