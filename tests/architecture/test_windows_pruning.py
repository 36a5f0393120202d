"""What the installer for Windows leaves out, held against what the program's imports load."""

import re
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path

from windows.pruning import unused

from tests.architecture.source_tree import facts, product_files

LOADED = """
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
for module in list(sys.modules.values()):
    print(getattr(module, "__file__", None) or "")
"""
PRUNED = re.compile(r"((PySide6|pyqtgraph|scipy)(\.(?=Qt|[a-z])[A-Za-z_]+)?)\b")


def test_nothing_is_left_out_that_is_loaded() -> None:
    """In a process of its own: what other tests import does not count."""
    named = {name for path in product_files() for name, _ in facts(path).imported}
    outside = {found[1] for name in named if (found := PRUNED.match(name))}
    assert outside >= {"PySide6.QtWidgets", "pyqtgraph", "scipy.optimize"}
    told = subprocess.run(
        [sys.executable, "-c", LOADED, *sorted(outside)], capture_output=True, text=True, check=True
    )
    site = Path(str(distribution("pyqtgraph").locate_file("")))
    here = [Path(line) for line in told.stdout.splitlines() if line.startswith(f"{site}/")]
    names = [re.sub(r"\.abi3\.so$", ".pyd", path.relative_to(site).as_posix()) for path in here]
    assert "PySide6/QtOpenGL.pyd" in names
    assert [name for name in names if unused(name)] == []
