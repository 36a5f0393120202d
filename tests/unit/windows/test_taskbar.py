"""Windows puts our windows under our name, not under that of the Python they run in."""

import ctypes
import sys
from types import SimpleNamespace

import pytest

from command_center.ui.application import name_for_taskbar


@pytest.mark.parametrize(
    ("platform", "named"), [("win32", ["PusatKomando.PusatKomando"]), ("linux", [])]
)
def test_only_windows_is_told_our_name(
    monkeypatch: pytest.MonkeyPatch, platform: str, named: list[str]
) -> None:
    told: list[str | None] = []
    shell = SimpleNamespace(
        SetCurrentProcessExplicitAppUserModelID=lambda name: told.append(name.value)
    )
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(shell32=shell), raising=False)
    monkeypatch.setattr(sys, "platform", platform)
    name_for_taskbar()
    assert told == named
