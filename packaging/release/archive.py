"""Makes the archive of a release out of a bundle, the same bytes from the same bundle."""

from __future__ import annotations

import os
import tarfile
import zipfile
from pathlib import Path

PLATFORMS = ("linux-x86_64", "windows-x86_64")
_AT = (1980, 1, 1, 0, 0, 0)


def archive_name(version: str, platform: str) -> str:
    suffix = "zip" if platform.startswith("windows") else "tar.xz"
    return f"pusat-komando-{version}-{platform}.{suffix}"


def pack(bundle: Path, to: Path) -> int:
    """`bundle`'s content at the top of the archive `to`; how many bytes it holds unpacked."""
    paths = sorted(bundle.rglob("*"))
    if to.suffix == ".zip":
        return _pack_zip(bundle, paths, to)
    total = 0
    with tarfile.open(to, "w:xz", preset=6) as tar:
        for path in paths:
            info = tar.gettarinfo(path, str(path.relative_to(bundle)))
            info.type = tarfile.REGTYPE if path.is_file() and not path.is_symlink() else info.type
            info.uid = info.gid = info.mtime = 0
            info.uname = info.gname = ""
            info.mode = 0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644
            if info.isreg():
                info.size = path.stat().st_size
                total += info.size
                with path.open("rb") as file:
                    tar.addfile(info, file)
            else:
                tar.addfile(info)
    return total


def _pack_zip(bundle: Path, paths: list[Path], to: Path) -> int:
    total = 0
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in paths:
            if path.is_file():
                info = zipfile.ZipInfo(path.relative_to(bundle).as_posix(), _AT)
                info.compress_type = zipfile.ZIP_DEFLATED
                data = path.read_bytes()
                packed.writestr(info, data)
                total += len(data)
    return total
