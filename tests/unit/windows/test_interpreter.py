"""Which Python compiles the modules of a version for Windows."""

import shutil
from pathlib import Path

import pytest
from windows import tree
from windows.tree import find_interpreter


def test_the_trees_own_python_is_found_from_any_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(shutil, "which", lambda name: name if name == "wine" else None)
    monkeypatch.setattr(tree, "_says", lambda *_: "3.13.2 (main)")
    assert find_interpreter(Path("tree"), "3.13") == ["wine", str(tmp_path / "tree" / "python.exe")]
    assert find_interpreter(Path("tree"), "3.12") == []
