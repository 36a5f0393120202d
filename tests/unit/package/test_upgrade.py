"""Upgrades by apt keep a version to fall back on: the package's scripts, run in another folder."""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from command_center.updates.installation import Installation

DEBIAN = Path(__file__).resolve().parents[3] / "packaging" / "debian"

pytestmark = pytest.mark.skipif(shutil.which("dpkg") is None, reason="dpkg compares the versions")


@pytest.fixture
def place(tmp_path: Path) -> Installation:
    (tmp_path / "bin").mkdir()
    for name in ("getent", "systemctl"):  # the service's user is there already
        (tmp_path / "bin" / name).symlink_to("/bin/true")
    (tmp_path / "opt" / "versions").mkdir(parents=True)
    return Installation(tmp_path / "opt", linked=True)


def put(place: Installation, version: str) -> None:
    place.folder(version).mkdir()
    place.program(version).write_text(version, encoding="utf-8")
    place.program(version).chmod(0o755)


def run(place: Installation, script: str, version: str, *words: str) -> str:
    """What it says of trouble."""
    done = tried(place, script, version, *words)
    assert done.returncode == 0, done.stderr
    return done.stderr


def tried(
    place: Installation, script: str, version: str, *words: str
) -> subprocess.CompletedProcess[str]:
    text = (DEBIAN / script).read_text(encoding="utf-8").replace("@VERSION@", version)
    text = text.replace("@RUNNING@", (DEBIAN / "running.sh").read_text(encoding="utf-8"))
    text = text.replace("/opt/pusat-komando", str(place.root)).replace("/var/lib/", "/nowhere/")
    path = f"{place.root.parent / 'bin'}:{os.environ['PATH']}"
    said = ["/bin/sh", "-c", text, script, *words]
    return subprocess.run(said, check=False, env={"PATH": path}, capture_output=True, text=True)


def upgrade(place: Installation, old: str, new: str) -> None:
    """As dpkg does, up to where it configures the new package."""
    run(place, "preinst.in", new, "upgrade", old)
    if not place.program(new).exists():
        put(place, new)
    run(place, "postrm.in", old, "upgrade", new)
    shutil.rmtree(place.folder(old))


def configure(place: Installation, version: str, old: str = "") -> None:
    run(place, "postinst.in", version, "configure", old)


def test_the_version_before_stays_and_is_the_one_to_fall_back_on(place: Installation) -> None:
    put(place, "0.9")
    configure(place, "0.9")
    assert (place.current(), place.previous()) == ("0.9", "")
    upgrade(place, "0.9", "0.10")
    assert place.program(place.current()).is_file(), "a power cut here would leave nothing to start"
    configure(place, "0.10", "0.9")
    assert (place.current(), place.previous()) == ("0.10", "0.9")
    assert place.program("0.9").read_text(encoding="utf-8") == "0.9"
    configure(place, "0.10", "0.10")
    assert place.previous() == "0.9"


def test_two_versions_are_kept(place: Installation) -> None:
    put(place, "0.8")
    configure(place, "0.8")
    for old, new in (("0.8", "0.9"), ("0.9", "0.10")):
        upgrade(place, old, new)
        configure(place, new, old)
    assert place.installed() == ["0.9", "0.10"]
    assert len(list(place.versions.iterdir())) == 2


@pytest.mark.parametrize("stood", [False, True])
@pytest.mark.parametrize(
    ("updated", "current", "earlier"),
    [("0.11", "0.11", ["0.10", "0.8"]), ("0.10", "0.10", ["0.8"]), ("0.9", "0.10", ["0.9", "0.8"])],
)
def test_beside_a_version_of_the_updater(
    place: Installation, updated: str, current: str, earlier: list[str], stood: bool
) -> None:
    put(place, "0.8")
    configure(place, "0.8")
    put(place, updated)
    place.take_up(updated, lambda _: None)
    if stood:
        place.confirm(updated)
        earlier = earlier[:1]
    upgrade(place, "0.8", "0.10")
    configure(place, "0.10", "0.8")
    assert (place.current(), place.earlier()) == (current, earlier)
    assert (place.pending() is not None) == (current != "0.10" and not stood), "on trial"
    assert place.installed() == sorted([current, *earlier], key=lambda v: int(v[2:]))
    configure(place, "0.10", "0.10")
    assert place.earlier() == earlier, "the same package again"


def test_a_package_over_updates_that_never_stood_keeps_what_is_behind_them(
    place: Installation,
) -> None:
    put(place, "0.7")
    configure(place, "0.7")
    for updated in ("0.8", "0.9", "0.10"):
        put(place, updated)
        place.take_up(updated, lambda _: None)
    assert place.earlier() == ["0.9", "0.8", "0.7"]
    upgrade(place, "0.7", "0.11")
    configure(place, "0.11", "0.7")
    assert (place.current(), place.earlier()) == ("0.11", ["0.10", "0.9", "0.7"])
    assert place.installed() == ["0.7", "0.9", "0.10", "0.11"]
    place.go_back("0.10", lambda _: None)
    assert place.previous() == "0.9", "a person goes back twice"


def test_an_older_package_leaves_nothing_newer_to_fall_back_on(place: Installation) -> None:
    put(place, "0.10")
    configure(place, "0.10")
    upgrade(place, "0.10", "0.9")
    configure(place, "0.9", "0.10")
    assert (place.current(), place.previous(), place.installed()) == ("0.9", "", ["0.9"])


def test_an_upgrade_that_was_given_up_leaves_no_copy(place: Installation) -> None:
    put(place, "0.9")
    configure(place, "0.9")
    run(place, "preinst.in", "0.10", "upgrade", "0.9")
    assert len(list(place.versions.iterdir())) == 2
    run(place, "postrm.in", "0.10", "abort-upgrade", "0.9")
    assert [one.name for one in place.versions.iterdir()] == ["0.9"]


@pytest.fixture
def window(place: Installation) -> Iterator[subprocess.Popen[bytes]]:
    """Of 0.9, which is installed and has the form of a program that waits."""
    put(place, "0.9")
    configure(place, "0.9")
    place.program("0.9").unlink()
    shutil.copy(shutil.which("sleep") or "", place.program("0.9"))
    with subprocess.Popen(["command-center", "60"], executable=place.program("0.9")) as process:
        yield process
        process.kill()


def test_an_upgrade_names_the_windows_that_are_open_and_goes_on(
    place: Installation, window: subprocess.Popen[bytes]
) -> None:
    said = run(place, "preinst.in", "0.10", "upgrade", "0.9")
    assert f"  {window.pid} {getpass.getuser()} command-center 60 " in said.splitlines()
    assert "stay with 0.9" in said
    assert (place.versions / ".0.9.kept").is_dir()
    window.kill()
    window.wait()
    assert run(place, "preinst.in", "0.10", "upgrade", "0.9") == ""


def test_what_is_open_is_not_removed(place: Installation, window: subprocess.Popen[bytes]) -> None:
    refused = tried(place, "prerm.in", "0.9", "remove")
    assert refused.returncode == 5, "as the setup for Windows"
    assert f"  {window.pid} " in refused.stderr
    assert place.current() == "0.9"
    run(place, "prerm.in", "0.9", "upgrade", "0.10")
    window.kill()
    window.wait()
    assert run(place, "prerm.in", "0.9", "remove") == ""
    assert not (place.root / "current").is_symlink()
