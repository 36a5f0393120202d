"""What setting up a checkout must not take away."""

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_packages_behind_a_link_are_left_alone(tmp_path: Path) -> None:
    """Two checkouts may share theirs; what is made anew is emptied first."""
    checkout, theirs = tmp_path / "checkout", tmp_path / "theirs"
    (checkout / "packaging").mkdir(parents=True)
    shutil.copy(ROOT / "packaging" / "setup.sh", checkout / "packaging")
    (checkout / "requirements.lock").touch()
    (theirs / "bin").mkdir(parents=True)
    (theirs / "bin" / "pip").touch()
    (checkout / ".venv").symlink_to(theirs)

    run = subprocess.run(
        ["bash", "packaging/setup.sh", "run"],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (run.returncode, f"is a link to {theirs}" in run.stderr) == (4, True)
    assert (theirs / "bin" / "pip").exists()
