"""Whether every library that a Windows binary of the tree asks for is there, told without Windows.

Python looks for the libraries of a module beside it, in the folders that packages add, and in
Windows. So a library counts as there when any folder of the tree has it or Windows does."""

from __future__ import annotations

from pathlib import Path

from windows.imports import imports

_KINDS = frozenset({".dll", ".exe", ".pyd"})
# What Windows 10 brings in System32.
WINDOWS = frozenset(
    f"{name}.dll"
    for name in (
        *("advapi32", "avicap32", "authz", "avrt", "bcrypt", "bcryptprimitives", "cfgmgr32"),
        *("combase", "comctl32", "comdlg32", "crypt32", "d2d1", "d3d11", "d3d12", "d3d9"),
        *("dbghelp", "dcomp", "dnsapi", "dwmapi", "dwrite", "dxgi", "dxva2", "evr", "gdi32"),
        *("gdiplus", "icuuc", "imm32", "iphlpapi", "kernel32", "mf", "mfplat", "mfreadwrite"),
        *("mpr", "msimg32", "msvcrt", "ncrypt", "netapi32", "normaliz", "ntdll", "ole32"),
        *("oleaut32", "opengl32", "powrprof", "propsys", "psapi", "rpcrt4", "secur32"),
        *("setupapi", "shcore", "shell32", "shlwapi", "ucrtbase", "uiautomationcore", "user32"),
        *("userenv", "usp10", "uxtheme", "version", "winhttp", "winmm", "ws2_32", "wsock32"),
        "wtsapi32",
    )
) | {"winspool.drv"}


def missing(tree: Path) -> list[str]:
    """Lines such as "site-packages/x.pyd asks for y.dll", which neither has."""
    binaries = [path for path in sorted(tree.rglob("*")) if path.suffix.lower() in _KINDS]
    here = {path.name.lower() for path in binaries} | WINDOWS
    return [
        f"{path.relative_to(tree).as_posix()} asks for {library}"
        for path in binaries
        for library in imports(path)
        if library.lower() not in here and not library.lower().startswith(("api-ms-", "ext-ms-"))
    ]
