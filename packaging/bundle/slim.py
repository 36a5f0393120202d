"""Takes out of a bundle what nothing of it uses, and what may not be handed on with the rest.

usage: PYTHONPATH=packaging python -m bundle.slim FOLDER

What is done and why: docs/licences.md and docs/installing.md.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from supply.leftovers import under_gpl

from bundle.elf import Asked, asked, is_elf, loads, needed, offered
from bundle.hollow import forward, hollow
from bundle.icu import shrink

# FFmpeg and AVIF as OpenCV brings them: we read video by PyAV alone. With them goes OpenSSL 1.1.
OF_OPENCV = ("libavcodec", "libavformat", "libavutil", "libswscale", "libavif")
OPENCV_ONLY = ("libaom", "libvpx", "libswresample", "libssl", "libcrypto", "libdrm")
# Encoders under the GPL, and one that is merely large: nothing of ours encodes by them.
OF_PYAV = {"libx264": ("x264_",), "libx265": ("x265_",), "libSvtAv1Enc": ("svt_", "eb_")}
REPLACED = "replaced.json"
QT = Path("PySide6", "Qt", "lib")
EMPTY = "hollow: answers 0 to every call, in the place of a library that nothing here uses"
HANDS_ON = "hands each call on to the library of linear algebra that SciPy brings"
FEWER = "ICU's tables, less those of languages that nobody reads here"
BLAS, SCIPY_BLAS, PREFIX = "libopenblasp", "libscipy_openblas-", "scipy_"
BLAS_ONLY = ("libgfortran-83c28eba", "libquadmath-2284e583")
# The system has its own, and its graphics drivers may have been made with a newer one than ours.
FROM_SYSTEM = ("libstdc++.so.6", "libgcc_s.so.1", "libexpat.so.1", "libmvec.so.1")
# Who prints has the system's own client of its print server; without it Qt knows of no printer.
WHERE_THERE = ("libcups.so.2",)
# What every file may ask of the packages that ours depends on (packaging/debian/control.in), and
# what the system has wherever the plugin that asks it is of use (Wayland).
SYSTEM = {
    *("ld-linux-x86-64.so.2", "libc.so.6", "libdl.so.2", "libm.so.6", "libpthread.so.0"),
    *("libresolv.so.2", "librt.so.1", "libutil.so.1", "libEGL.so.1", "libGL.so.1", "libxcb.so.1"),
    *("libwayland-client.so.0", "libwayland-cursor.so.0", "libwayland-egl.so.1"),
    *(*FROM_SYSTEM, *WHERE_THERE),
}
# Opened by name while the program runs, so that nobody's header names them.
BY_NAME = ("libssl.so", "libcrypto.so", "libdbus-1", "libpython")
TWICE = ("libgfortran-040039e1", "libquadmath-96973f99")


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if is_elf(path))


def one(folder: Path, start: str) -> Path:
    """The library of `folder` that begins so. ValueError: the wheel has changed."""
    found = sorted(folder.glob(f"{start}*"))
    if len(found) != 1:
        raise ValueError(f"{folder.name}: {len(found)} libraries {start}*; see packaging/bundle")
    return found[0]


def asked_of(users: list[Path], starts: tuple[str, ...]) -> list[Asked]:
    """What `users` expect whose names begin so."""
    return [a for user in users for a in asked(user) if a.name.startswith(starts)]


def empty_opencv(inside: Path) -> Iterator[tuple[Path, str]]:
    """OpenCV keeps drawing, scaling, JPEG and PNG; video files and AVIF are gone from it. What
    was replaced, and by what."""
    libraries, module = inside / "opencv_python_headless.libs", inside / "cv2" / "cv2.abi3.so"
    expected = asked(module)
    for start in OF_OPENCV:
        key = start.upper()
        if start == "libavif":
            mine = [a for a in expected if a.name.startswith("avif")]
        else:
            mine = [a for a in expected if a.version.startswith(key)]
        target = one(libraries, start)
        hollow(target, mine)
        yield target, EMPTY
    target, other = one(libraries, BLAS), one(inside / "scipy.libs", SCIPY_BLAS)
    there = offered(other)
    forward(target, [a for a in expected if PREFIX + a.name in there], other, PREFIX)
    yield target, HANDS_ON
    for start in OPENCV_ONLY + BLAS_ONLY:
        one(libraries, start).unlink()


def empty_encoders(inside: Path) -> Iterator[tuple[Path, str]]:
    """PyAV keeps reading everything; it writes H.264, H.265 and AV1 no more. What was replaced."""
    libraries = inside / "av.libs"
    users = [path for path in files(libraries) if path.name.startswith("libavcodec")]
    for start, names in OF_PYAV.items():
        target = one(libraries, start)
        hollow(target, asked_of(users, names))
        yield target, EMPTY


def unused(inside: Path) -> Iterator[Path]:
    """Libraries at the top of the bundle and of Qt, and links to them, that nobody is loaded
    with."""
    every = files(inside)
    names = {name for path in every for name in needed(path)}
    for path in sorted([*inside.iterdir(), *(inside / QT).iterdir()]):
        if not path.name.startswith("lib") or ".so" not in path.name:
            continue
        gone = path.is_symlink() and not path.exists()
        if gone or (path.name not in names and not path.name.startswith(BY_NAME)):
            yield path


def share(inside: Path) -> None:
    """Runtime libraries that two wheels bring byte for byte: one of them becomes a link."""
    for start in TWICE:
        kept, again = one(inside / "numpy.libs", start), one(inside / "scipy.libs", start)
        if kept.read_bytes() == again.read_bytes():
            again.unlink()
            again.symlink_to(Path("..") / "numpy.libs" / kept.name)


def drop_unused(inside: Path) -> int:
    """Again and again: what only something dropped needed goes as well. How many went."""
    count = 0
    while found := list(unused(inside)):
        for path in found:
            path.unlink()
        count += len(found)
    return count


def missing(inside: Path) -> list[str]:
    """A sentence for each library that a file is loaded with and neither the bundle nor the system
    has."""
    there = SYSTEM | {path.name for path in inside.rglob("*") if path.exists()}
    return [
        f"{path.relative_to(inside)} asks for {name}"
        for path in files(inside)
        for name in needed(path)
        if name not in there
    ]


def strip(inside: Path) -> None:
    """Take away what only debuggers read, where the library is whole afterwards."""
    for path in files(inside):
        before = path.read_bytes()
        mode = path.stat().st_mode
        subprocess.run(["strip", "--strip-unneeded", str(path)], check=True, capture_output=True)
        if not loads(path):
            path.write_bytes(before)
            path.chmod(mode)


def main() -> None:
    inside = Path(sys.argv[1]) / "_internal"
    tables = one(inside / QT, "libicudata.so")
    shrink(tables)
    replaced = [*empty_opencv(inside), *empty_encoders(inside), (tables, FEWER)]
    made = {path.relative_to(inside).as_posix(): why for path, why in replaced}
    (inside / REPLACED).write_text(json.dumps(made, indent=1, sort_keys=True) + "\n")
    share(inside)
    for name in (*FROM_SYSTEM, *WHERE_THERE):
        (inside / name).unlink(missing_ok=True)
    dropped = drop_unused(inside)
    if lacking := missing(inside):
        raise ValueError("; ".join(lacking))
    if bound := under_gpl(inside, files(inside)):
        raise ValueError("; ".join(["under the GPL, against docs/licences.md", *bound]))
    strip(inside)
    size = sum(p.stat().st_size for p in inside.rglob("*") if not p.is_symlink() and p.is_file())
    print(f"      {dropped} unused libraries taken out; {size / 1e6:.0f} MB are left")


if __name__ == "__main__":
    main()
