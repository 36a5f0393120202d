"""Libraries in the place of others that nothing of ours uses.

A wheel's module names the libraries it is loaded with, used or not. Where one is large and never
called, or may not be handed on with the rest, a hollow one takes its name and answers 0 to every
call; one of linear algebra hands each call on to the one that is there anyway.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

from bundle.elf import Asked

COMPILER = ("gcc", "-shared", "-fPIC", "-O1", "-nostdlib", "-Wl,--build-id=none", "-x", "c", "-")


def _versions(symbols: Iterable[Asked]) -> str:
    """A linker's list: each version that is asked with its names."""
    by_version: dict[str, list[str]] = {}
    for one in symbols:
        if one.version:
            by_version.setdefault(one.version, []).append(one.name)
    return "".join(
        f"{version} {{ global: {'; '.join(sorted(names))}; }};\n"
        for version, names in sorted(by_version.items())
    )


def _built(target: Path, source: str, versions: str, *more: str) -> None:
    script = target.with_name(target.name + ".map")
    script.write_text(versions)
    target.unlink(missing_ok=True)
    command = [*COMPILER, "-o", str(target), f"-Wl,-soname,{target.name}", *more]
    if versions:
        command.append(f"-Wl,--version-script={script}")
    subprocess.run(command, input=source, text=True, check=True)
    script.unlink()
    subprocess.run(["strip", "--strip-unneeded", str(target)], check=True)


def hollow(target: Path, symbols: Iterable[Asked]) -> None:
    """Replace the library `target` by one that answers 0 to each of `symbols`."""
    once = sorted({one.name: one for one in symbols}.items())
    source = "".join(f"long {name}(void) {{ return 0; }}\n" for name, _ in once)
    _built(target, source, _versions(one for _, one in once))


def forward(target: Path, symbols: Iterable[Asked], to: Path, prefix: str) -> None:
    """Replace `target` by one that hands NAME on to `prefix`NAME of the library `to`."""
    names = sorted({one.name for one in symbols})
    source = "".join(
        f'__asm__(".globl {name}\\n.type {name},@function\\n{name}: jmp {prefix}{name}@PLT\\n");\n'
        for name in names
    )
    way = "$ORIGIN/../" + to.parent.name
    _built(target, source, "", "-x", "none", str(to), f"-Wl,-rpath,{way}", "-Wl,--no-as-needed")
