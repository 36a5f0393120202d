"""The packages in a bare root: install, start, paint, take in, upgrade with data, go away again."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ("dpkg-deb", "debootstrap", "unshare", "gcc", "objdump", "Xvfb", "zstd")
AN_HOUR_S = 3600


def missing() -> list[str]:
    tools = [tool for tool in TOOLS if shutil.which(tool) is None]
    return [*tools, *([] if os.geteuid() == 0 else ["the rights of root, for chroot"])]


@pytest.mark.long
@pytest.mark.timeout(AN_HOUR_S)
def test_the_package_opens_the_exercise_room_in_a_bare_root() -> None:
    if lacking := missing():
        pytest.skip(f"the bare root needs {', '.join(lacking)}; see `make package`")
    for step in (("build.sh",), ("package_test.sh", "bookworm")):
        run = subprocess.run(
            ["bash", f"packaging/{step[0]}", *step[1:]],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert run.returncode == 0, run.stdout
    assert "Package test passed" in run.stdout
    assert (ROOT / "build" / "package-bookworm.png").stat().st_size > 0
