"""packaging/ is no part of the program; its modules are found as its scripts find them."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def packaged(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Any]:
    """A module of packaging/ by its name."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    return importlib.import_module
