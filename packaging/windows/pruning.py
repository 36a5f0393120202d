"""What the wheels bring that the program never loads, beside the bundle's list for Linux in
packaging/pusat-komando.spec."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path

# Of Qt the program imports four modules and loads these plugins; pyqtgraph adds the others. The
# Microsoft runtime is the one that Qt was built with.
MODULES = ("Core", "Gui", "OpenGL", "OpenGLWidgets", "PrintSupport", "Svg", "Test", "Widgets")
QT = (
    "PySide6/__init__.py",
    "PySide6/_config.py",
    "PySide6/_git_pyside_version.py",
    "PySide6/support/*",
    "PySide6/pyside6.abi3.dll",
    "PySide6/msvcp140*.dll",
    "PySide6/vcruntime140*.dll",
    *(f"PySide6/Qt{name}.pyd" for name in MODULES),
    *(f"PySide6/Qt6{name}.dll" for name in MODULES),
    "PySide6/plugins/iconengines/*",
    *(
        f"PySide6/plugins/imageformats/q{name}.dll"
        for name in ("gif", "ico", "jpeg", "svg", "webp")
    ),
    *(f"PySide6/plugins/platforms/q{name}.dll" for name in ("windows", "offscreen", "minimal")),
    "PySide6/plugins/printsupport/*",
    "PySide6/plugins/styles/*",
)

# Of SciPy the program uses the ways through a graph, the nearest of points, assignment and a fit.
SCIPY = (
    *("cluster", "datasets", "differentiate", "fftpack", "integrate", "interpolate"),
    *("io", "misc", "ndimage", "odr", "signal", "stats"),
)

UNUSED = (
    *(f"scipy/{part}/*" for part in SCIPY),
    # Foreign tests, and what compilers, type checkers and designers read.
    "test/*",
    *(f"{package}/tests/*" for package in ("certifi", "colorama", "win32ctypes")),
    *(f"{package}/*/tests/*" for package in ("numpy", "scipy", "shapely")),
    *(f"{package}/tests/*" for package in ("numpy", "scipy", "shapely")),
    *(f"*.{kind}" for kind in ("a", "h", "lib", "pxd", "pxi", "pyi")),
    "pyqtgraph/examples/*",
    # OpenCV reads no video here: the cameras come through PyAV.
    "cv2/opencv_videoio_ffmpeg*.dll",
    # Microsoft's runtime for graphics cards, which nothing of it asks for.
    "shiboken6/vcamp140.dll",
    # Programs that the wheels put beside themselves for a shell.
    "*.data/scripts/*",
)


def unused(name: str) -> bool:
    """`name`: a file below site-packages, with slashes."""
    if name.startswith("PySide6/"):
        return not any(fnmatchcase(name, pattern) for pattern in QT)
    return any(fnmatchcase(name, pattern) for pattern in UNUSED)


def prune(site: Path) -> int:
    """Take it away; the bytes of it."""
    freed = 0
    for path in _files(site):
        if unused(path.relative_to(site).as_posix()):
            freed += path.stat().st_size
            path.unlink()
    _drop_empty(site)
    return freed


def _files(folder: Path) -> Iterable[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _drop_empty(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
