"""Libraries under the GPL, and one that is merely large, in whose place something empty is put.

PyAV's FFmpeg is loaded with its encoders, used or not: without them Windows would not load it. A
hollow one takes the name and answers 0 to every call, as packaging/bundle does it for Linux."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

from supply import leftovers

from windows.archive import Refused
from windows.imports import imports

ENCODERS = ("libx264-", "libx265-", "libSvtAv1Enc-")
EMPTY = "hollow: answers 0 to every call, in the place of a library that nothing here uses"
# What is asked of them that is no function but a table, which ends at its first 0.
_TABLES = frozenset({"x264_levels"})
_KINDS = frozenset({".dll", ".exe", ".pyd"})
_COMPILER = (
    *("x86_64-w64-mingw32-gcc", "-shared", "-nostdlib", "-O1", "-s", "-x", "c", "-"),
    *("-Wl,--entry,begin", "-Wl,--no-insert-timestamp", "-Wl,--exclude-all-symbols"),
)


def source(names: Iterable[str]) -> str:
    offered = "".join(
        f"__declspec(dllexport) const char {name}[256] = {{0}};\n"
        if name in _TABLES
        else f"__declspec(dllexport) long long {name}(void) {{ return 0; }}\n"
        for name in sorted(names)
    )
    return f"{offered}int begin(void) {{ return 1; }}\n"


def empty_encoders(libraries: Path) -> list[Path]:
    """`libraries`: PyAV's. Those that were replaced."""
    asked: dict[str, set[str]] = {}
    for user in sorted(libraries.glob("*.dll")):
        if not user.name.startswith(ENCODERS):
            for library, names in imports(user).items():
                asked.setdefault(library, set()).update(names)
    return [_replace(libraries, start, asked) for start in ENCODERS]


def _replace(libraries: Path, start: str, asked: dict[str, set[str]]) -> Path:
    found = sorted(libraries.glob(f"{start}*.dll"))
    names = asked.get(found[0].name, set()) if len(found) == 1 else set()
    if not names:
        raise Refused(f"{libraries.name} holds not one {start}*.dll that is asked for something.")
    found[0].unlink()
    subprocess.run([*_COMPILER, "-o", found[0]], input=source(names), text=True, check=True)
    return found[0]


def under_gpl(tree: Path) -> list[str]:
    """Lines such as "site-packages/av.libs/libx264-1.dll holds x264", of what must not be there."""
    paths = (path for path in sorted(tree.rglob("*")) if path.suffix.lower() in _KINDS)
    return leftovers.under_gpl(tree, paths)
