"""An installation that is killed: the old version starts, and the next try is not in its way."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.update_kills import STEPS
from tests.update_maker import NEW, OLD, Maker

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.skipif(sys.platform == "win32", reason="kills by a signal that Windows has not")
def test_killed_at_each_step_the_old_version_starts(tmp_path: Path) -> None:
    maker = Maker(tmp_path)
    maker.release(NEW)
    (tmp_path / "root.json").write_bytes(maker.root)
    words = [str(maker.repository.folder), str(tmp_path / "root.json"), str(tmp_path / "kills")]
    paths = os.pathsep.join([str(ROOT), str(ROOT / "packaging")])
    run = subprocess.run(
        [sys.executable, "-m", "tests.update_kills", *words],
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    found = [json.loads(line) for line in run.stdout.splitlines()]
    expected = [{"step": s, "how": "SIGKILL", "after": OLD, "again": NEW} for s in STEPS]
    assert found == expected
    assert len(found) >= 10
